"""What cleaning the labels brought: two trainings' models on the test photos whose labels nobody has touched."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.paired import paired
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.domain.report import load_report
from cnn_desktop.domain.run import REPORT, RunRecord
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.restoring import Restoring
from cnn_desktop.project.runs import Runs

_MOST = 50
"""Trainings that are looked at, the newest."""


class Pair(msgspec.Struct, frozen=True):
    """Two trainings that cleaning the labels lies between."""

    before: RunRecord
    after: RunRecord
    changed: int
    """Photos whose label changed in between, or that were excluded or taken back in."""
    alike: bool
    """They differ in the labels only, as far as the settings tell, and none was stopped."""


class Brought(msgspec.Struct, frozen=True):
    """What is known of a pair."""

    pair: Pair
    untouched: int = 0
    """Test photos that both have, with the label they had all along."""
    untested: tuple[str, ...] = ()
    """Ids of those of the two that were not tested yet, the earlier first."""
    cleaned: Cleaned | None = None
    """None while one is untested."""
    problem: Message | None = None
    """Why they cannot be compared."""
    seen: tuple[int, ...] = ()
    """What it was found out from: number of the newest revision, and when and how large the two reports were."""


class Standing(msgspec.Struct, frozen=True):
    """How the labels and the trainings stand to each other."""

    changed: int = 0
    """Photos whose label has changed since the newest training that has a model; without one, since the beginning."""
    brought: Brought | None = None
    """None: no two trainings have a change of labels between them."""


def find_standing(
    runs: Runs,
    photos: PhotoTable,
    restoring: Restoring,
    models: Sequence[RunRecord],
    configs: Mapping[str, TrainConfig],
    in_use: str = "",
    known: Standing | None = None,
) -> Standing:
    """`models`: the trainings that have one, newest first; `configs`: their settings; `in_use`: id of the one in use;
    `known`: how it was, so that nothing is compared twice.

    Raises DataError when the project cannot be read; what is wrong with a run is told as `Brought.problem`.
    """
    trained = [run for run in models if run.status != "running"]
    since, newest = _seen(trained[0]) if trained else 0, photos.labels.newest()
    changed = restoring.changed(since, newest)
    pair = find_pair(restoring.changed, trained, configs, in_use)
    if pair is None:
        return Standing(changed)
    seen = (newest, *_stamp(runs, pair.before.id), *_stamp(runs, pair.after.id))
    before = known.brought if known else None
    if before and (before.pair, before.seen) == (pair, seen):
        return Standing(changed, before)
    return Standing(changed, msgspec.structs.replace(_brought(runs, photos, pair), seen=seen))


def _stamp(runs: Runs, run: str) -> tuple[int, int]:
    """When its report was written, and how large it is; zeros without one."""
    with contextlib.suppress(OSError, DataError):
        found = (runs.folder(run) / REPORT).stat()
        return found.st_mtime_ns, found.st_size
    return 0, 0


def find_pair(
    changed: Callable[[int, int], int],
    models: Sequence[RunRecord],
    configs: Mapping[str, TrainConfig],
    in_use: str = "",
) -> Pair | None:
    """The newest training with a model that has an earlier one before a change of labels, and the one of these to compare it with.

    That is one of the same settings, if there is one; of several the one in use, else the newest. `changed`: how many photos
    changed their label between two numbers of revisions.
    """
    models = models[:_MOST]
    for place, after in enumerate(models):
        between = {seen: changed(seen, _seen(after)) for seen in {_seen(run) for run in models} if seen < _seen(after)}
        earlier = [run for run in models[place + 1 :] if between.get(_seen(run))]
        if earlier:
            before = max(earlier, key=lambda run: (_alike(run, after, configs), run.id == in_use))
            return Pair(before, after, between[_seen(before)], _alike(before, after, configs))
    return None


def _seen(run: RunRecord) -> int:
    """Number of the revision of labels that it was trained on."""
    return run.labels or 0


def _alike(one: RunRecord, other: RunRecord, configs: Mapping[str, TrainConfig]) -> bool:
    asked = [msgspec.structs.replace(configs[run.id], data="") for run in (one, other) if run.id in configs]
    return len(asked) == 2 and asked[0] == asked[1] and one.status == other.status == "finished"


def _brought(runs: Runs, photos: PhotoTable, pair: Pair) -> Brought:
    ids = pair.before.id, pair.after.id
    try:
        tests = _test_photos(runs, photos, *ids)
        if not tests.labels:
            raise _nothing_in_common()
        said: list[_ByNumber] = []
        for one, asked in zip(ids, tests.asked, strict=True):
            said.append({})
            with contextlib.suppress(DataError):  # it was not tested, or the report is damaged: testing makes it anew
                said[-1] = _answers(runs, one, asked)
        n = len(tests.labels)
        untested = tuple(one for one, each in zip(ids, said, strict=True) if not each.keys() & tests.labels.keys())
        return Brought(pair, n, untested, None if untested else _compared(tests, said, *ids))
    except DataError as error:
        return Brought(pair, problem=error.message)


def compare_cleaned(runs: Runs, photos: PhotoTable, before: str, after: str) -> Cleaned:
    """How the models of two runs do on the test photos that both have, with the label that these had all along.

    Raises DataError when one was not tested yet, or they have no such photo.
    """
    tests = _test_photos(runs, photos, before, after)
    said = [_answers(runs, one, asked) for one, asked in zip((before, after), tests.asked, strict=True)]
    return _compared(tests, said, before, after)


_ByNumber = dict[int, str]
"""By the project's numbers of photos."""


class _Asked(NamedTuple):
    """A test photo of a run."""

    label: str
    """That the run saw."""
    now: str | None
    """Its label of now; None: it is excluded."""
    places: list[str]
    """Where it lay, and lies."""


class _TestPhotos(NamedTuple):
    """Those of two runs, by their numbers."""

    asked: list[dict[int, _Asked]]
    """Of each run."""
    labels: _ByNumber
    """Of those untouched, which both have."""


def _test_photos(runs: Runs, photos: PhotoTable, before: str, after: str) -> _TestPhotos:
    facts = photos.facts() or PhotoFacts({}, [])
    first, second = asked = [_asked(runs, one, facts) for one in (before, after)]
    common = first.keys() & second.keys()
    labels = {
        one: first[one].label for one in common if first[one].label == second[one].label == first[one].now
    }  # fmt: skip
    return _TestPhotos(asked, labels)


def _asked(runs: Runs, run: str, facts: PhotoFacts) -> dict[int, _Asked]:
    """The test photos of a run that the project knows. Raises DataError."""
    scan = load_snapshot(runs.folder(run))
    test = msgspec.structs.replace(scan, photos=scan.of_split("test"))
    found = {}
    for photo, known in zip(test.photos, runs.of_runs.known(test, facts), strict=True):
        if known is None:
            continue
        roots = (scan.roots.get(photo.root), photo.path), (facts.roots.get(known.root), known.path)
        places = [str(Path(folder, path)) for folder, path in roots if folder]
        found[known.number] = _Asked(photo.label, None if known.excluded else known.label, places)
    return found


def _answers(runs: Runs, run: str, asked: Mapping[int, _Asked]) -> _ByNumber:
    """What the model of `run` takes its test photos for. Raises DataError."""
    file = runs.folder(run) / REPORT
    if not file.is_file():
        raise DataError("The training run {run} has not been tested yet. Test its model first.", run=run)
    report = load_report(file).photos
    by_number = {photo.number: photo.predicted for photo in report if photo.number}
    by_path = {photo.path: photo.predicted for photo in report}
    answers = {}
    for number, photo in asked.items():
        said = [by_number[number]] if number in by_number else [by_path[one] for one in photo.places if one in by_path]
        if said:
            answers[number] = said[0]
    return answers


def _compared(tests: _TestPhotos, said: Sequence[_ByNumber], before: str, after: str) -> Cleaned:
    """`said`: what each of the two models takes the photos for."""
    one, other = said
    tested = one.keys() & other.keys()
    untouched = sorted(tests.labels.keys() & tested)
    if not untouched:
        raise _nothing_in_common()
    pairs = [(one[number] == tests.labels[number], other[number] == tests.labels[number]) for number in untouched]
    return Cleaned(before, after, paired(pairs), len(tested) - len(untouched))


def _nothing_in_common() -> DataError:
    return DataError(
        "The two trainings have no test photo in common whose label stayed the same, so they cannot be compared. "
        "Train both with the same split."
    )
