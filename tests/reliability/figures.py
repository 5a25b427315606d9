"""What the torture found: a line a case, a table at the end, and that table in docs/reliability.md."""

from __future__ import annotations

import re
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.forks import Verdict

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_HEAD = "| Torture | Tried | Failed | Measured |\n|---|---:|---:|---|"


@dataclass
class Tally:
    """The verdicts of one torture."""

    name: str
    verdicts: list[Verdict] = field(default_factory=list)
    seconds: float = 0.0
    measured: str = ""
    """In words, for the table."""
    tried: int | None = None
    """Where a case tries more than one thing, or fewer."""

    @property
    def failed(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if verdict.problems]

    def row(self) -> str:
        tried = len(self.verdicts) if self.tried is None else self.tried
        return f"| {self.name} | {tried:,} | {len(self.failed)} | {self.measured or '–'} |"


def gather(name: str, verdicts: Iterable[Verdict], loud: bool = True) -> Tally:
    """Takes the verdicts as they come, a printed line each."""
    tally, began = Tally(name), time.monotonic()
    for verdict in verdicts:
        tally.verdicts.append(verdict)
        if loud or verdict.problems:
            print(line(name, verdict), flush=True)
    tally.seconds = time.monotonic() - began
    return tally


def line(name: str, verdict: Verdict) -> str:
    """A case in one line."""
    end = "FAILED: " + "; ".join(verdict.problems) if verdict.problems else "ok"
    notes = f" ({'; '.join(verdict.notes)})" if verdict.notes else ""
    return plain(f"{name:<9} {verdict.name}: {end}{notes}")


def plain(text: str) -> str:
    """`text` without what a terminal would act upon."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "?", text)


def values(tally: Tally, fact: str) -> list[float]:
    """One fact of all cases that have it."""
    return [float(verdict.facts[fact]) for verdict in tally.verdicts if fact in verdict.facts]


def spread(numbers: list[float], unit: str) -> str:
    """Median and largest, in words."""
    if not numbers:
        return "–"
    return f"median {statistics.median(numbers):.2f} {unit}, most {max(numbers):.2f} {unit}"


def kinds(problems: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Problems that differ in numbers and names only, together; the most frequent first."""
    alike = Counter(re.sub(r"'[^']*'|/\S+|\d+(\.\d+)?", "…", problem) for problem in problems)
    yield from alike.most_common()


def table(tallies: list[Tally]) -> str:
    """The Markdown table."""
    return "\n".join([_HEAD, *(tally.row() for tally in tallies)])


def write(text: str, file: Path) -> None:
    """Puts `text` between the markers of the document `file`."""
    before, begin, rest = file.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{file} has no markers {BEGIN} and {END}")
    file.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
