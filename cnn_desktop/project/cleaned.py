"""What cleaning the labels brought: two trainings' models on the test photos whose labels nobody has touched."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.paired import Paired, paired
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.domain.report import load_report
from cnn_desktop.domain.run import REPORT
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.runs import Runs


class Cleaned(msgspec.Struct, frozen=True):
    """Two runs compared."""

    before: str
    """Id of the run on the labels as they were."""
    after: str
    """Id of the run on the cleaned labels."""
    paired: Paired
    touched: int
    """Test photos of both that do not count, as their label has changed since the first of them, or they were excluded."""


def compare_cleaned(runs: Runs, photos: PhotoTable, before: str, after: str) -> Cleaned:
    """How the models of two runs do on the test photos that both have, with the label that these had all along.

    Raises DataError when one was not tested yet, or they have no such photo.
    """
    facts = photos.facts() or PhotoFacts({}, [])
    (labels, answers, now), (later, others, _) = (_tested(runs, one, facts) for one in (before, after))
    common = labels.keys() & later.keys() & answers.keys() & others.keys()
    untouched = {one for one in common if labels[one] == later[one] == now[one]}
    if not untouched:
        raise DataError(
            "The two trainings have no test photo in common whose label stayed the same, so they cannot be compared. "
            "Train both with the same split."
        )
    pairs = [(answers[one] == labels[one], others[one] == labels[one]) for one in sorted(untouched)]
    return Cleaned(before, after, paired(pairs), len(common) - len(untouched))


_ByNumber = dict[int, str]


def _tested(runs: Runs, run: str, facts: PhotoFacts) -> tuple[_ByNumber, _ByNumber, dict[int, str | None]]:
    """By the project's numbers, of a run's test photos: the label it saw, its answer, and the label of now (None: excluded).

    Raises DataError.
    """
    folder = runs.folder(run)
    if not (folder / REPORT).is_file():
        raise DataError("The training run {run} has not been tested yet. Test its model first.", run=run)
    scan = load_snapshot(folder)
    test = msgspec.structs.replace(scan, photos=scan.of_split("test"))
    report = load_report(folder / REPORT).photos
    by_number = {photo.number: photo.predicted for photo in report if photo.number}
    by_path = {photo.path: photo.predicted for photo in report}
    labels, answers, now = _ByNumber(), _ByNumber(), dict[int, str | None]()
    for photo, known in zip(test.photos, runs.of_runs.known(test, facts), strict=True):
        if known is None:
            continue
        labels[known.number], now[known.number] = photo.label, None if known.excluded else known.label
        places = [
            str(Path(folder, path))
            for folder, path in ((scan.roots.get(photo.root), photo.path), (facts.roots.get(known.root), known.path))
            if folder
        ]
        said = (
            [by_number[known.number]]
            if known.number in by_number
            else [by_path[one] for one in places if one in by_path]
        )
        if said:
            answers[known.number] = said[0]
    return labels, answers, now
