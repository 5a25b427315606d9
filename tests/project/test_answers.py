"""What a tested model said stands beside the photos: found again by their paths, compared with their labels of now."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import Answer, PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import FileFacts, Photo, Scan
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, save_report
from cnn_desktop.domain.run import BEST, REPORT
from cnn_desktop.domain.scan_files import DATASET
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened, open_existing
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.undo import Steps
from tests.project.helpers import photo_table

N = 90
ROOTS = {"1": "/photos", "2": "/photos/more"}


def result(path: str, predicted: str, confidence: float) -> PhotoResult:
    return PhotoResult(path, "a", predicted, confidence, 1.0, [confidence])


@pytest.fixture
def photos(tmp_path: Path) -> Iterator[PhotoTable]:
    """Two thirds of them tested; many answers are equally sure."""
    chance = random.Random(1)
    found = sorted((Photo(f"{'abc'[k % 3]}/{chance.randrange(10**6)}.jpg", "abc"[k % 3]) for k in range(N)), key=lambda p: p.path)  # fmt: skip
    files = [FileFacts(bytes([k] * 32), 1, 1) for k in range(N)]
    with photo_table(tmp_path / "a.cnnproj") as table:
        table.take(Scan({"1": "/photos"}, ["a", "b", "c"], found, files=files))
        tested = chance.sample(found, 60)
        table.take_answers([result(f"/photos/{one.path}", chance.choice("abc"), chance.randrange(5) / 4) for one in tested], {})  # fmt: skip
        yield table


def rows(photos: PhotoTable, wanted: PhotoFilter = PhotoFilter(), by: PhotoSort = PhotoSort("name")) -> list[PhotoRow]:  # noqa: B008 - frozen
    return photos.rows(photos.find(wanted, by))


def holds(row: PhotoRow, answer: Answer) -> bool:
    if not row.predicted:
        return answer == "untested"
    return answer == ("right" if row.predicted == row.label else "wrong")


def seen(rows: list[PhotoRow], is_seen: bool = True) -> list[PhotoRow]:
    """Test photos are sealed, so they come last."""
    return [row for row in rows if (row.split != "test") == is_seen]


@pytest.mark.parametrize("answer", ["right", "wrong", "untested"])
def test_a_filter_finds_what_was_answered_so_in_every_order(photos: PhotoTable, answer: Answer) -> None:
    photos.labels.exclude([row.id for row in rows(photos)[:5]])
    photos.forget()
    every = rows(photos)
    expected = [row for row in every if holds(row, answer)]
    assert 0 < len(expected) < len(every)
    assert rows(photos, PhotoFilter(answer=answer)) == expected
    assert rows(photos, PhotoFilter(answer=answer), PhotoSort("name", True)) == expected[::-1]
    classes = [[row for row in expected if row.label == name] for name in "abc"]
    turns = [row for turn in zip_longest(*(seen(of_class) for of_class in classes)) for row in turn if row]
    sealed = [row for turn in zip_longest(*(seen(of_class, False) for of_class in classes)) for row in turn if row]
    assert sealed
    assert rows(photos, PhotoFilter(answer=answer), PhotoSort()) == turns + sealed
    assert rows(photos, PhotoFilter("a", answer=answer), PhotoSort()) == seen(classes[0]) + seen(classes[0], False)
    assert {row.id for row in rows(photos, PhotoFilter(answer=answer), PhotoSort("split"))} == {
        row.id for row in expected
    }
    of_all = rows(photos, PhotoFilter(answer=answer, excluded=None))
    assert [row for row in of_all if not row.excluded] == expected


@pytest.mark.parametrize("descending", [False, True])
def test_the_least_sure_come_first_and_what_was_not_tested_last(photos: PhotoTable, descending: bool) -> None:
    every = rows(photos)
    tested = sorted((row for row in every if row.predicted), key=lambda row: row.confidence)
    expected = [*(tested[::-1] if descending else tested), *(row for row in every if not row.predicted)]
    assert len({row.confidence for row in tested}) == 5
    assert rows(photos, by=PhotoSort("confidence", descending)) == expected


def test_right_is_what_the_label_of_now_says(photos: PhotoTable) -> None:
    wrong = rows(photos, PhotoFilter(answer="wrong"))
    photos.labels.relabel([wrong[0].id], wrong[0].predicted)
    photos.forget()
    assert [row.id for row in rows(photos, PhotoFilter(answer="wrong"))] == [row.id for row in wrong[1:]]
    assert wrong[0].id in [row.id for row in rows(photos, PhotoFilter(answer="right"))]


def test_a_class_that_is_called_otherwise_now_stays_the_class_that_was_answered(photos: PhotoTable) -> None:
    before = {row.id: row.right for row in rows(photos)}
    for old, new in (("a", "ant"), ("ant", "antler")):
        photos.labels.rename_class(old, new)
        photos.forget()
        now = rows(photos)
        assert {row.id: row.right for row in now} == before
        assert {row.predicted for row in now} == {new, "b", "c", ""}
    photos.labels.revert(2)
    photos.labels.revert(1)
    photos.forget()
    assert {row.predicted for row in rows(photos)} == {"a", "b", "c", ""}


def test_answers_of_another_model_take_the_place_of_these(photos: PhotoTable) -> None:
    one = rows(photos)[0]
    photos.take_answers([result(f"/photos/{one.path}", "c", 0.5), result("/elsewhere/1.jpg", "c", 0.5)], {})
    assert [(row.id, row.predicted, row.confidence) for row in rows(photos) if row.predicted] == [(one.id, "c", 0.5)]
    photos.take_answers([], {})
    assert not [row for row in rows(photos) if row.predicted]
    assert len(rows(photos, PhotoFilter(answer="untested"), PhotoSort())) == N
    assert rows(photos, PhotoFilter(answer="right")) == []
    assert rows(photos, by=PhotoSort("confidence", True)) == rows(photos)


def test_photos_are_found_where_they_were_tested_and_where_they_are_now(project: Path) -> None:
    """In a root within another one, and after the folder was moved."""
    found = [Photo("a/1.jpg", "a"), Photo("a/1.jpg", "a", root="2"), Photo("b/1.jpg", "b"), Photo("more/a/2.jpg", "b")]
    with photo_table(project) as photos:
        photos.take(Scan(ROOTS, ["a", "b"], found, files=[FileFacts(bytes([k] * 32), 1, 1) for k in range(4)]))
        photos.take_answers([result("/photos/more/a/1.jpg", "b", 0.5), result("/old/b/1.jpg", "b", 0.7)], {"1": "/old"})
        said = {(row.root, row.path): row.predicted for row in rows(photos)}
    assert said == {("1", "a/1.jpg"): "", ("2", "a/1.jpg"): "b", ("1", "b/1.jpg"): "b", ("1", "more/a/2.jpg"): ""}


def tested_project(project: Path) -> None:
    """With one run whose test got one photo of three right; its photos are called as those of the report."""
    said = [PhotoResult(f"/photos/{name}.png", name[0], name[1], 0.9, 0.1, [0.9, 0.1]) for name in ("aa", "ab", "ba")]
    classes = [ClassReport(name, 0.5, 0.5, 0.5, n) for name, n in (("a", 2), ("b", 1))]
    report = Report("run", "", "2026-01-01T00:00:00Z", ["a", "b"], 3, 1 / 3, 0, 1, classes, [[1, 1], [1, 0]], said, 1.0, 1.0, "cpu")  # fmt: skip
    photos = [Photo(Path(one.path).name, one.label, "test") for one in report.photos]
    with contextlib.closing(Opened(project)) as opened:
        opened.take(Scan({"1": "/photos"}, ["a", "b"], [*photos, Photo("other.png", "a", "train")]), Data("/photos"))
        run = opened.runs.prepare(TrainConfig(data=""))
        folder = opened.runs.folder(run.id)
        (folder / BEST).touch()
        save_report(report, folder / REPORT)
        assert not [row for row in rows(opened.photos) if row.predicted]
        assert opened.history().is_tested
        assert len(rows(opened.photos, PhotoFilter(answer="wrong"))) == 2


@pytest.mark.parametrize("is_looking", [False, True])
def test_a_project_that_is_opened_knows_the_answers_of_its_model(project: Path, is_looking: bool) -> None:
    tested_project(project)
    with contextlib.ExitStack() as held:
        if is_looking:
            held.enter_context(contextlib.closing(Opened(project)))
        opened, contents = open_existing(project)
        held.callback(opened.close)
        assert contents.info.read_only is is_looking
        assert {row.path: (row.predicted, row.right) for row in rows(opened.photos)} == {
            "aa.png": ("a", True), "ab.png": ("b", False), "ba.png": ("a", False), "other.png": ("", False),
        }  # fmt: skip
        assert len(rows(opened.photos, PhotoFilter(answer="untested"))) == 1
        if is_looking:
            with pytest.raises(Exception, match="project"), opened._database.changing() as db:
                db.execute("DELETE FROM photos")
        else:
            wrong = rows(opened.photos, PhotoFilter(answer="wrong"))[0]
            agreed, name = [(wrong.id, wrong.predicted)], say("Labels agreed on in the second opinion")
            opened.edit(lambda labels: labels.relabel_each(agreed, name, blind=True), Steps())
            assert len(rows(opened.photos, PhotoFilter(answer="wrong"))) == 1


def test_a_project_whose_photos_were_moved_since_knows_the_answers(project: Path) -> None:
    tested_project(project)
    with contextlib.closing(Opened(project)) as opened:
        with opened._database.changing() as db:
            db.execute("UPDATE roots SET folder = '/elsewhere'")
        opened.photos.forget()
        opened.history()
        assert len(rows(opened.photos, PhotoFilter(answer="wrong"))) == 2
        (opened.runs.folder(opened.runs.all()[0].id) / DATASET).write_text("[")
        opened.history()
        assert rows(opened.photos, PhotoFilter(answer="wrong")) == [], "nobody knows where they were"


def test_a_damaged_report_is_as_good_as_none(project: Path) -> None:
    tested_project(project)
    with contextlib.closing(Opened(project)) as opened:
        opened.history()
        (opened.runs.folder(opened.runs.all()[0].id) / REPORT).write_text("{")
        assert not opened.history().is_tested
        assert not [row for row in rows(opened.photos) if row.predicted]


def test_a_split_sorts_what_is_excluded_and_not_labelled_too(project: Path) -> None:
    """Which the index leads to apart from what is used."""
    splits = ("train", "val", "test", None)
    found = [Photo(f"{k:02}.jpg", "ab"[k % 2] if k % 4 < 3 else "", splits[k % 4]) for k in range(40)]
    with photo_table(project) as photos:
        photos.take(Scan({"1": "/photos"}, ["a", "b"], found, has_splits=True, files=[FileFacts(bytes([k] * 32), 1, 1) for k in range(40)]))  # fmt: skip
        photos.labels.exclude(range(1, 14))
        photos.forget()
        for descending in (False, True):
            said = rows(photos, PhotoFilter(excluded=None), PhotoSort("split", descending))
            ranks = [splits.index(row.split) for row in said]
            assert set(ranks) == {0, 1, 2, 3}
            assert said == sorted(said, key=lambda row: (splits.index(row.split), row.path), reverse=descending)


def test_answers_leave_the_projects_tables_as_they_are(project: Path) -> None:
    tested_project(project)
    opened, _ = open_existing(project)
    opened.close()
    again, _ = open_existing(project)  # which compares them with those of this app
    again.close()
