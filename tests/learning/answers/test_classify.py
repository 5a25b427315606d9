"""Classifying a folder: what `predict` says of each photo, in a table; kept when it is stopped, and gone on with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.classify import AnswersKept, ClassifyPhotos, PhotosClassified, PhotosListed
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.learning.answers import classify as module
from cnn_desktop.learning.answers.classify import classify_photos
from cnn_desktop.learning.answers.predict import Predictor
from tests.dataset.helpers import one_sentence
from tests.learning.helpers import only, small, train


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.conftest import draw_photo

    place = tmp_path_factory.mktemp("trained")
    for label in range(2):
        for number in range(6):
            draw_photo(place / "photos" / f"class {label}" / f"{number}.png", label, number)
    train(small(place / "photos"), place / "run")
    return place / "run"


@pytest.fixture
def folder(photo_folder: Callable[..., Path]) -> Path:
    """Six photos; in the middle one that cannot be read, one that moves, and a text."""
    folder = photo_folder(classes=2, each=3)
    (folder / "class 0" / "001b.png").write_bytes(b"no photo")
    frames = [Image.new("P", (20, 20), colour) for colour in (1, 2, 3)]
    frames[0].save(folder / "class 1" / "moves.gif", save_all=True, append_images=frames[1:])
    (folder / "notes.txt").write_text("x")
    return folder


def ask(run: Path | str, out: Path, *paths: Path, control: Control | None = None) -> list[Event]:
    job = ClassifyPhotos(str(run), [str(path) for path in paths], str(out), "cpu")
    return list(classify_photos(job, control or Control()))


def test_each_photo_has_the_answer_of_predict_and_a_broken_one_its_reason(
    run: Path, folder: Path, tmp_path: Path
) -> None:
    events = ask(run, tmp_path / "a.sqlite", folder)
    (listed,) = only(PhotosListed, events)
    assert (listed.photos, listed.folders, listed.left_out) == (8, [str(folder)], 1)
    assert "notes.txt" in str(listed.reasons)
    assert events[-1] == PhotosClassified(7, skipped=1)
    assert str(events[-1]) == "7 photos classified. 1 photo could not be read."
    with AnswerTable(tmp_path / "a.sqlite") as table:
        ids = table.find(AnswerFilter(), AnswerSort("name"))
        rows = table.rows(ids)
        assert [row.below for row in rows][:4] == [f"class 0/{name}.png" for name in ("000", "001", "001b", "002")]
        assert [row.predicted == "" for row in rows] == [row.below.endswith("001b.png") for row in rows]
        assert rows[2].reason is not None
        told = {one.path: one for one in Predictor(run, "cpu").predict([row.path for row in rows], Control()) if isinstance(one, Predicted)}  # fmt: skip
        for kept in table.answers(ids):
            shares = {score.name: score.probability for score in told[kept.path].scores}
            assert kept.shares == [shares[name] for name in table.classes]


def test_stopped_it_keeps_what_was_answered_and_goes_on_from_there(
    run: Path, photo_folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = photo_folder(classes=2, each=10)
    monkeypatch.setattr(module, "_EVERY", 0)
    control, out = Control(), tmp_path / "a.sqlite"
    kept = 0
    for event in classify_photos(ClassifyPhotos(str(run), [str(folder)], str(out), "cpu"), control):
        if isinstance(event, AnswersKept):
            kept = event.photos
            control.stop()
        last = event
    assert isinstance(last, PhotosClassified)
    assert last.stopped
    with AnswerTable(out) as table:
        assert 0 < kept <= table.counts().total < 20
    assert ask(run, out, folder)[-1] == PhotosClassified(20)
    assert ask(run, out, folder)[-1] == PhotosClassified(20), "there is nothing left to do"


def test_two_folders_and_single_photos_each_once(run: Path, folder: Path, tmp_path: Path) -> None:
    inner = folder / "class 0"
    events = ask(run, tmp_path / "a.sqlite", inner, folder / "class 1", inner / "000.png")
    assert events[-1] == PhotosClassified(7, skipped=1)
    with AnswerTable(tmp_path / "a.sqlite") as table:
        names = [row.below for row in table.rows(table.find(AnswerFilter(), AnswerSort("name")))]
    assert names.count("000.png") == 2


def test_without_a_model_the_photos_are_listed(folder: Path, tmp_path: Path) -> None:
    assert ask("", tmp_path / "a.sqlite", folder)[-1] == PhotosClassified(0)
    with AnswerTable(tmp_path / "a.sqlite") as table:
        assert (table.counts().total, table.counts().unread) == (8, 0)


@pytest.mark.parametrize("what", ["empty", "no photos", "gone"])
def test_a_folder_with_nothing_in_it_is_one_sentence(run: Path, tmp_path: Path, what: str) -> None:
    place = tmp_path / "folder"
    place.mkdir()
    if what == "no photos":
        (place / "a.txt").write_text("x")
    events: list[Event] = []
    job = ClassifyPhotos(str(run), [str(place)], str(tmp_path / "a.sqlite"), "cpu")
    if what == "gone":
        place.rmdir()
        assert list(classify_photos(job, Control()))[-1] == PhotosClassified(0, skipped=1)
        return
    with pytest.raises(DataError) as caught:
        events.extend(classify_photos(job, Control()))
    assert str(place) in one_sentence(caught.value)
    assert not (tmp_path / "a.sqlite").exists()


def test_a_photo_that_goes_meanwhile_has_its_reason(run: Path, folder: Path, tmp_path: Path) -> None:
    for event in (events := classify_photos(ClassifyPhotos(str(run), [str(folder)], str(tmp_path / "a"), "cpu"), Control())):  # fmt: skip
        if isinstance(event, PhotosListed):
            (folder / "class 1" / "000.png").unlink()
        last = event
    assert last == PhotosClassified(6, skipped=2)
    events.close()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names that are no UTF-8")
def test_names_that_are_no_text(run: Path, folder: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(bytes(folder / "class 0") + b"/caf\xe9.png")
    (folder / "class 0" / "000.png").rename(odd)
    ask(run, tmp_path / "a.sqlite", folder)
    with AnswerTable(tmp_path / "a.sqlite") as table:
        (row,) = table.rows(table.find(AnswerFilter(name="caf"), AnswerSort()))
    assert row.path == odd
    assert row.predicted
