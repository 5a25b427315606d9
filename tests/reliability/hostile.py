"""Hostile files, runs, projects and data, given to the command line and opened: nothing is executed, nothing outside is
changed, no connection is tried, and each ends in a result or in one sentence."""

from __future__ import annotations

import functools
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tests.reliability import template
from tests.reliability.forks import Ask, Case, Verdict, fresh, one, play
from tests.reliability.ground import Ground, tree_digest, verb
from tests.reliability.random_flips import of_verb
from tests.reliability.template import MODEL, Copy

QUICK_STEP = 17
"""In quick tortures only every so manieth case is played."""
_SECONDS = 20.0
_MOST_BYTES = 2 * 10**9
_SMALL = ("--epochs", "1", "--image-size", "32", "--device", "cpu", "--precision", "float32")
_OWN_NAMES = ("movie.part", "model.json.part", "x.4711.part")
"""Of other programs in a run, see hostile_runs: they stay."""

_NO_WEIGHTS = ("NaN", "one NaN", "infinite", "complex", "complex, one", "quantised", "sparse", "meta", "meta, one",
               "whole numbers", "booleans")  # fmt: skip
_NO_MODEL = (
    "model of NaN",
    "model too large to compute",
    "model complex",
    "model of whole numbers",
    "model with zeros",
)
_REFUSED = {
    "weights": _NO_WEIGHTS,
    "finished": _NO_MODEL,
    "stopped": ("checkpoint of NaN", "checkpoint with zeros"),
}
"""By kind: what is no result whatever comes of it. (A training may go on from the checkpoint before a damaged one, and says so.)"""
_WORDS = ("damaged", "no longer a number")
"""One of which is said then."""


@dataclass(frozen=True)
class Bait:
    """One hostile thing."""

    kind: str
    """"weights", "finished", "stopped", "project", "data" or "name"."""
    name: str
    path: str


def hostile(ground: Ground) -> Iterator[Verdict]:
    made = template.make(ground)
    folder = fresh(ground.part("hostile"))
    note = folder / "executed"
    ended = one(Ask(lambda: _write(made, folder, note), ground.part("maker") / "home", 120.0))
    if ended.result is None:
        raise RuntimeError(f"the hostile files could not be made: {ended.err[-3000:]}")
    baits = [Bait(*bait) for bait in ended.result]
    before = tree_digest(made.photos)
    step = QUICK_STEP if ground.quick else 1
    cases = (
        _case(ground, made, number, bait, note)
        for number, bait in enumerate(baits)
        if ground.wants(number) and number % step == 0
    )
    yield from play(cases, ground.lanes)
    if tree_digest(made.photos) != before:
        yield Verdict("photos", ["the photos have changed"])


def _write(made: Copy, folder: Path, note: Path) -> list[tuple[str, str, str]]:
    """All that is hostile, written into `folder`, which only has to be there to be read."""
    from safetensors.torch import load_file

    from tests.reliability import hostile_projects, hostile_runs, hostile_weights

    sys.setrecursionlimit(20_000)  # to write what is nested deep
    state = load_file(made.folder / "test_efficientnet.safetensors")
    found = [("weights", *one) for one in hostile_weights.weights(folder / "weights", state, note)]
    for kind, run in (("finished", made.finished), ("stopped", made.stopped)):
        found += [(kind, *one) for one in hostile_runs.runs(folder / kind, made.run(run), note, foreign)]
    found += [("project", *one) for one in hostile_projects.projects(folder / "project", made.project, foreign)]
    found += [("data", *one) for one in hostile_projects.data(folder / "data", foreign, made.photo)]
    found += [("name", name, name) for name in hostile_weights.NAMES]
    return [(kind, name, str(path)) for kind, name, path in found]


def foreign(folder: Path) -> Path:
    """A folder of somebody else's."""
    (folder / "runs" / "2020-01-01").mkdir(parents=True)
    for name in ("precious.txt", "runs/2020-01-01/model.safetensors", "runs/2020-01-01/x.part", "events.jsonl"):
        (folder / name).write_text("precious\n")
    return folder


def acts(made: Copy, bait: Bait, place: Path) -> list[tuple[str, Callable[[], object]]]:
    """What is done with it."""
    path, new = Path(bait.path), place / "new run"
    if bait.kind == "weights":
        return [
            ("train", verb("train", made.photos, "--out", new, "--model", MODEL, "--weights", path, *_SMALL)),
            ("import", verb("weights", "import", path, "--model", MODEL)),
        ]
    if bait.kind == "name":
        return [
            ("train", verb("train", made.photos, "--out", new, "--model", bait.path, "--weights", "none", *_SMALL)),
            ("download", verb("weights", "download", bait.path)),
        ]
    if bait.kind == "finished":
        return [
            ("predict", verb("predict", path, made.photo, "--device", "cpu")),
            ("evaluate", verb("evaluate", path, "--device", "cpu")),
        ]
    if bait.kind == "stopped":
        return [("resume", verb("train", made.photos, "--out", path, "--resume", "--device", "cpu"))]
    if bait.kind == "project":
        return [
            ("open", functools.partial(open_and_throw_away, path)),
            ("train", verb("train", path, "--out", new, "--model", MODEL, "--weights", "none", *_SMALL)),
        ]
    return [("train", verb("train", path, "--out", new, "--model", MODEL, "--weights", "none", *_SMALL))]


def _case(ground: Ground, made: Copy, number: int, bait: Bait, note: Path) -> Case:
    place = fresh(ground.part("hostile cases") / str(number))
    theirs = Path(bait.path).parent / "foreign"
    before, problems, slowest, peak = tree_digest(theirs), list[str](), 0.0, 0
    note.unlink(missing_ok=True)
    for name, act in acts(made, bait, place):
        connections = place / "connections"
        prepare = (functools.partial(forbid_network, connections), *ground.broken)
        ended = yield Ask(act, place / "home", _SECONDS, before=prepare)
        slowest, peak = max(slowest, ended.seconds), max(peak, ended.peak)
        problems += [f"{name}: {problem}" for problem in of_verb(ended)]
        if (
            ended.code == 0
            and bait.name in _REFUSED.get(bait.kind, ())
            and not any(word in ended.err for word in _WORDS)
        ):
            problems.append(f"{name}: taken without a word")
        if ended.peak > _MOST_BYTES:
            problems.append(f"{name}: took {ended.peak / 1e9:.1f} GB")
        if connections.exists():
            problems.append(f"{name}: tried to connect to {connections.read_text().strip()}")
            connections.unlink()
    if note.exists():
        problems.append("EXECUTED")
    if tree_digest(theirs) != before:
        problems.append("WROTE OUTSIDE")
    if bait.name == "files of other programs":
        problems += [f"{one} was deleted" for one in _OWN_NAMES if not Path(bait.path, one).exists()]
    if not problems:
        shutil.rmtree(place, ignore_errors=True)
    return Verdict(f"{number} {bait.kind}: {bait.name}", problems, facts={"seconds": slowest, "peak": peak})


def forbid_network(note: Path) -> None:
    """From now on a connection of this process fails, and is noted in the file `note`."""

    def refuse(*where: object, **more: object) -> NoReturn:
        with note.open("a") as file:
            file.write(f"{where}\n")
        raise OSError("no network in the torture")

    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, refuse)
    socket.getaddrinfo = refuse  # type: ignore[assignment]


def open_and_throw_away(project: Path) -> int:
    """Opens a project as the window does, shows what it holds, then throws every run away. Exit code as of a verb."""
    from cnn_desktop.domain.errors import UserError
    from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
    from cnn_desktop.domain.text_out import as_line
    from cnn_desktop.project.opened import open_existing

    try:
        opened, contents = open_existing(project)
    except UserError as error:
        print(as_line(str(error)), file=sys.stderr)
        return error.exit_code
    code = 0

    def attempt(work: Callable[[], object]) -> None:
        nonlocal code
        try:
            work()
        except UserError as error:
            code = error.exit_code
            print(as_line(str(error)), file=sys.stderr)

    if contents.photos is not None:
        for finding in contents.photos.findings:
            print(as_line(str(finding.text))[:1000])
    attempt(lambda: [row.path for row in opened.photos.rows(opened.photos.find(PhotoFilter(), PhotoSort())[:100])])
    attempt(opened.photos.scan)
    for run in contents.history.runs:
        attempt(functools.partial(opened.runs.drop, run.id))
    attempt(opened.history)
    attempt(opened.close)
    return code
