"""What cleaning brought is measured on the test photos that nobody touched, the same for both models."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photos import Photo
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, save_report
from cnn_desktop.domain.run import REPORT
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.project.cleaned import compare_cleaned
from tests.dataset.helpers import one_sentence
from tests.project.review_helpers import Reviewed


@pytest.fixture
def reviewed(project: Path) -> Iterator[Reviewed]:
    found = Reviewed(project)
    yield found
    found.opened.close()


def trained(reviewed: Reviewed, says: Callable[[Photo], str] | None) -> str:
    """The id of a run whose model has been tested and takes each photo for what `says` tells."""
    reviewed.opened.photos.forget()
    run = reviewed.opened.runs.prepare(TrainConfig(data="", model="simple_cnn", image_size=32))
    folder = reviewed.opened.runs.folder(run.id)
    scan = load_snapshot(folder)
    if says:
        photos = [
            PhotoResult(str(scan.file(one)), one.label, says(one), 0.9, 0.1, [0.5, 0.5])
            for one in scan.of_split("test")
        ]
        rows = [ClassReport(name, None, None, None, 4) for name in "ab"]
        confusion = [[4, 0], [0, 4]]
        report = Report(str(folder), "", "", ["a", "b"], 8, 0.5, 0.4, 0.6, rows, confusion, photos, 1.0, 1.0, "cpu")
        save_report(report, folder / REPORT)
    return run.id


def test_it_counts_the_untouched_photos_only(reviewed: Reviewed) -> None:
    ids = {row.path: row.id for row in reviewed.rows().values()}
    wrong_before = {"a/000008.jpg", "a/000018.jpg", "b/000009.jpg", "b/000019.jpg"}
    before = trained(reviewed, lambda photo: "ab"[photo.label == "a"] if photo.path in wrong_before else photo.label)
    for photo in ("a/000008.jpg", "b/000029.jpg"):
        reviewed.add(reviewed.opened.give_opinion(ids[photo], "ab"[photo < "b"], "Ann", reviewed.steps))
    reviewed.add(reviewed.opened.apply_agreed(reviewed.steps))
    wrong_after = {"b/000009.jpg", "b/000039.jpg"}
    after = trained(reviewed, lambda photo: "ab"[photo.label == "a"] if photo.path in wrong_after else photo.label)
    found = compare_cleaned(reviewed.opened.runs, reviewed.opened.photos, before, after)
    # 8 test photos less the 2 that were touched: before, 18, 9 and 19 are wrong; after, 9 and 39
    assert (found.before, found.after, found.touched) == (before, after, 2)
    paired = found.paired
    assert (paired.n, paired.both, paired.only_before, paired.only_after, paired.neither) == (6, 2, 1, 2, 1)
    assert (paired.before, paired.after) == (3 / 6, 4 / 6)
    assert paired.difference == pytest.approx(1 / 6)
    assert paired.low < paired.difference < paired.high
    reviewed.opened.edit(lambda labels: labels.exclude([ids["b/000039.jpg"]]), reviewed.steps)
    found = compare_cleaned(reviewed.opened.runs, reviewed.opened.photos, before, after)
    assert (found.paired.n, found.touched) == (5, 3)


def test_what_was_not_tested_and_what_has_nothing_in_common_is_said(reviewed: Reviewed) -> None:
    tested = trained(reviewed, lambda photo: photo.label)
    untested = trained(reviewed, None)
    with pytest.raises(DataError, match="has not been tested yet") as caught:
        compare_cleaned(reviewed.opened.runs, reviewed.opened.photos, tested, untested)
    assert untested in one_sentence(caught.value)
    test = [row.id for row in reviewed.rows().values() if row.split == "test"]
    val = [row.id for row in reviewed.rows().values() if row.split == "val"]
    reviewed.opened.edit(
        lambda labels: labels.split([*((one, "val") for one in test), *((one, "test") for one in val)]), reviewed.steps
    )
    other = trained(reviewed, lambda photo: photo.label)
    with pytest.raises(DataError, match="no test photo in common") as caught:
        compare_cleaned(reviewed.opened.runs, reviewed.opened.photos, tested, other)
    one_sentence(caught.value)
