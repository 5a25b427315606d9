"""`cnn-desktop check-data DATA`: looks for photos and labels that would spoil a training."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Generator
from pathlib import Path
from typing import get_args

import msgspec

from cnn_desktop.dataset.checks.check import Checked, by_weight, check_photos
from cnn_desktop.dataset.checks.copy_findings import with_crops
from cnn_desktop.dataset.checks.table import COLUMNS, rows
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Event, Warned
from cnn_desktop.domain.files import write_text
from cnn_desktop.domain.jobs.check_data import DataChecked
from cnn_desktop.domain.photos import FindingKind, Scan
from cnn_desktop.domain.table_columns import Reading
from cnn_desktop.domain.text_out import as_csv
from cnn_desktop.verbs.data import add_reading, reading_of, scan_of
from cnn_desktop.verbs.outputs import check_table
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals

KINDS = tuple(kind for kind in get_args(FindingKind) if kind != "note")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "data", metavar="DATA", help="folder of class folders, or of train/val/test folders; a CSV; a project"
    )
    parser.add_argument("--csv", metavar="FILE", help="write path, finding, detail and group of each photo to FILE")
    parser.add_argument(
        "--fail-on",
        metavar="FINDING",
        action="append",
        type=_kinds,
        default=[],
        help=f"end with exit code 1 when this is found (may be given several times): {', '.join(KINDS)}",
    )
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Checks and prints what was found. Returns the exit code."""
    table = None if options.csv is None else Path(options.csv)
    if table is not None:
        check_table(table, COLUMNS)
    data = Path(options.data)
    reading = reading_of(options, data)
    terminal, control = Terminal(options), Control()
    done: list[tuple[Scan, Checked]] = []
    with stop_on_signals(control):
        terminal.watch(_check(data, reading, control, done))
    [(scan, checked)] = done
    findings = [finding for finding in checked.findings if finding.kind != "note"]
    unsaved = None if table is None else _save(table, checked, scan)
    facts = {
        "photos": len(scan.photos),
        "findings": [{**msgspec.structs.asdict(finding), "text": str(finding.text)} for finding in checked.findings],
        "skipped": [{"path": one.path, "reason": str(one.reason)} for one in terminal.skipped],
    }
    lines = [str(DataChecked("", len(scan.photos), len(findings)))]
    lines += [f"{finding.kind}: {finding.text}" for finding in checked.findings]
    if table is not None and unsaved is None:
        lines.append(f"Every photo's findings: {table}")
    terminal.result(facts, lines)
    if unsaved is not None:
        raise unsaved
    wanted = {kind for kinds in options.fail_on for kind in kinds}
    if met := sorted(wanted & {finding.kind for finding in findings}):
        raise DataError(
            "The check failed because of --fail-on: {kinds} {n:was|were} found. Mend the photos, then check again.",
            kinds=", ".join(met), n=len(met),
        )  # fmt: skip
    return 0


def _save(table: Path, checked: Checked, scan: Scan) -> DataError | None:
    """What went wrong: it is told after the findings, which must not be lost with it."""
    try:
        write_text(table, as_csv(COLUMNS, rows(checked, scan.photos)))
    except DataError as error:
        return error
    return None


def _check(
    data: Path, how: Reading, control: Control, done: list[tuple[Scan, Checked]]
) -> Generator[Event, None, None]:
    """Of the findings of a scan only the result speaks: they would be said twice."""
    scan = scan_of(data, how.class_level, to_check=True)
    crops = [one for one in scan.findings if one.kind == "near_duplicate"] if scan else []
    if scan is None:
        said: list[Warned] = []
        reading = read_data(data, control, class_level=how.class_level, columns=how.columns)
        while True:
            try:
                event = next(reading)
            except StopIteration as end:
                scan = end.value
                break
            if isinstance(event, Warned):
                said.append(event)
            else:
                yield event
        told = [finding.text for finding in scan.findings]
        yield from (event for event in said if event.text not in told)
    checked = yield from check_photos(scan, control)
    if crops:
        findings = by_weight(with_crops(checked.findings, crops, scan.photos))
        checked = msgspec.structs.replace(checked, findings=findings)
    done.append((scan, checked))


def _kinds(words: str) -> list[str]:
    """Raises UsageError."""
    kinds = [word.strip() for word in words.split(",")]
    for kind in kinds:
        if kind not in KINDS:
            near = difflib.get_close_matches(kind, KINDS, n=1)
            if near:
                raise UsageError(
                    "There is no finding “{word}”. Did you mean “{near}”?", field="fail_on", word=kind, near=near[0]
                )
            raise UsageError(
                "There is no finding “{word}”. Choose one of these: {kinds}.",
                field="fail_on", word=kind, kinds=", ".join(KINDS),
            )  # fmt: skip
    return kinds
