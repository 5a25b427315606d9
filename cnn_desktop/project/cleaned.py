"""What cleaning the labels brought: two trainings' models on the test photos whose labels nobody has touched."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.paired import Paired, paired
from cnn_desktop.domain.photos import Scan, load_snapshot
from cnn_desktop.domain.report import load_report
from cnn_desktop.domain.run import REPORT
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
    snapshots = [load_snapshot(runs.folder(one)) for one in (before, after)]
    labels = [{photo.key: photo.label for photo in scan.of_split("test")} for scan in snapshots]
    roots_now = facts.roots if (facts := photos.facts()) else {}
    now = {
        path if root == "1" else f"//{root}/{path}": label for (root, path), label in photos.labels_now().items()
    }  # fmt: skip
    said = [_predicted(runs.folder(one), scan, roots_now) for one, scan in zip((before, after), snapshots, strict=True)]
    common = labels[0].keys() & labels[1].keys() & said[0].keys() & said[1].keys()
    untouched = {key for key in common if labels[0][key] == labels[1][key] == now.get(key)}
    if not untouched:
        raise DataError(
            "The two trainings have no test photo in common whose label stayed the same, so they cannot be compared. "
            "Train both with the same split."
        )
    pairs = [(said[0][key] == labels[0][key], said[1][key] == labels[0][key]) for key in sorted(untouched)]
    return Cleaned(before, after, paired(pairs), len(common) - len(untouched))


def _predicted(run: Path, scan: Scan, roots_now: dict[str, str]) -> dict[str, str]:
    """Key of each test photo → the class that the model of `run` takes it for. Raises DataError."""
    if not (run / REPORT).is_file():
        raise DataError("The training run {run} has not been tested yet. Test its model first.", run=run.name)
    tested = {photo.path: photo.predicted for photo in load_report(run / REPORT).photos}
    found = {}
    for photo in scan.of_split("test"):
        places = (roots.get(photo.root) for roots in (scan.roots, roots_now))
        paths = (str(Path(place, photo.path)) for place in places if place)
        if path := next((one for one in paths if one in tested), None):
            found[photo.key] = tested[path]
    return found
