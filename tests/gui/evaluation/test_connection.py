"""The Evaluation tab with the session: what is tested, what is saved (read back from the files), where a photo goes."""

from __future__ import annotations

import csv
import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import files
from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.message import say
from cnn_desktop.domain.run import PREDICTIONS
from cnn_desktop.gui.evaluation.connection import connect
from cnn_desktop.gui.kit.theme import Theme
from tests.gui.connected import Connected
from tests.gui.tab_tools import report_of
from tests.project.review_helpers import Reviewed, relabel, trained

ROWS = [["path", "label", "predicted"], ["/photos/a, b.png", "<b>glass</b>", "metal"]]


@pytest.fixture
def it(theme: Theme, tmp_path: Path) -> Iterator[Connected]:
    """A run that was tested is open."""
    run = tmp_path / "runs" / "run 1"
    run.mkdir(parents=True)
    with (run / PREDICTIONS).open("w", newline="") as lines:
        csv.writer(lines).writerows(ROWS)
    it = Connected(connect)
    it.open(run.parent, report_of(["<b>glass</b>", "metal"], [[1800, 3], [2, 1]]))
    yield it
    it.close()


def judge(it: Connected, run: str) -> None:
    """Begins a test of `run`."""
    it.session.jobs.begin(Evaluate, say("Starting the test"))
    it.session.jobs.hand_over(Evaluate(run), None, it.session.jobs.end, run=run)


def save(qtbot: QtBot, it: Connected, kind: str, file: Path) -> str:
    """What the message bar says after "Save the results"."""
    it.notices.clear()
    it.tab.export_requested.emit(kind, str(file))
    qtbot.waitUntil(lambda: bool(it.notices))
    (notice,) = it.notices
    return f"{notice.kind}: {notice.text}"


def test_the_table_of_photos_is_saved(qtbot: QtBot, it: Connected, tmp_path: Path) -> None:
    said = save(qtbot, it, "csv", tmp_path / "out.csv")
    assert said == f"info: Saved as {tmp_path / 'out.csv'}."
    with (tmp_path / "out.csv").open(newline="") as lines:
        assert list(csv.reader(lines)) == ROWS


def test_the_report_is_saved_as_a_page(qtbot: QtBot, it: Connected, tmp_path: Path) -> None:
    save(qtbot, it, "html", tmp_path / "new folder" / "report.html")
    page = (tmp_path / "new folder" / "report.html").read_text(encoding="utf-8")
    assert "99.7\u202f% of 1,806 test photos right" in page
    assert "&lt;b&gt;glass&lt;/b&gt;" in page
    assert "<b>" not in page


def test_the_report_says_what_cleaning_the_labels_brought(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    reviewed = Reviewed(tmp_path / "Birds.cnnproj")
    trained(reviewed.opened, lambda photo: "a")
    relabel(reviewed, 5)
    trained(reviewed.opened, lambda photo: photo.label)
    reviewed.opened.close()
    it = Connected(connect)
    try:
        it.session.project.open_project(tmp_path / "Birds.cnnproj")
        qtbot.waitUntil(lambda: it.session.runs.report is not None and not it.session.jobs.now.running)
        save(qtbot, it, "html", tmp_path / "report.html")
    finally:
        it.close()
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "What cleaning the labels brought" in page
    assert "On 8 untouched test photos: 50.0\u202f% right before, 100.0\u202f% after: 50.0 points more" in page


def test_the_matrix_is_saved_as_a_picture(qtbot: QtBot, it: Connected, tmp_path: Path) -> None:
    save(qtbot, it, "png", tmp_path / "matrix.png")
    picture, matrix = QImage(str(tmp_path / "matrix.png")), it.tab.matrix
    assert picture.size() == matrix.grab().size()
    ratio = matrix.devicePixelRatioF()
    right, wrong = (picture.pixelColor((matrix.cell(*cell).topLeft() * ratio).toPoint() * 1.1) for cell in ((0, 0), (0, 1)))  # fmt: skip
    assert right.lightness() > wrong.lightness() + 60


@pytest.mark.parametrize("kind", ["csv", "html", "png"])
def test_a_full_disk_is_one_sentence_and_the_old_file_stays(
    qtbot: QtBot, it: Connected, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "kept.out"
    file.write_text("what was there before")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    said = save(qtbot, it, kind, file)
    assert said.startswith(f"error: The disk is full, so {file} could not be saved.")
    assert file.read_text() == "what was there before"
    assert not list(tmp_path.glob("*.part"))
    assert it.tab.stack.currentWidget() is it.tab.main, "the result is still shown"


@pytest.mark.parametrize("kind", ["csv", "html", "png"])
def test_where_nothing_can_be_written_one_sentence_says_so(
    qtbot: QtBot, it: Connected, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "a file").touch()
    said = save(qtbot, it, kind, tmp_path / "a file" / "inside.out")
    assert said.startswith("error: ")
    assert "could not be saved" in said
    assert (tmp_path / "a file").read_bytes() == b""


def test_a_photo_goes_to_the_viewer_among_those_beside_it_in_their_order(it: Connected) -> None:
    worst, selection = it.tab.photos_shown, it.session.selection
    it.tab.photo_activated.emit(worst[1])
    assert (selection.current, selection.paths) == (worst[1], worst)
    it.tab.matrix.chosen.emit(0, 1)
    it.tab.photo_activated.emit(it.tab.photos_shown[0])
    assert selection.paths == it.tab.photos_shown != worst


def test_of_many_that_are_picked_the_viewer_goes_through_these(it: Connected) -> None:
    shown, selection = it.tab.photos_shown, it.session.selection
    it.tab.grid.pick([range(1, 3), range(5, 6)], 2)
    it.tab.photo_activated.emit(shown[2])
    assert (selection.current, selection.paths) == (shown[2], [shown[1], shown[2], shown[5]])
    it.tab.photo_activated.emit(shown[9])
    assert (selection.current, selection.paths) == (shown[9], shown)
    it.tab.grid.go_to(4)
    it.tab.photo_activated.emit(shown[4])
    assert selection.paths == shown, "one that is picked is only where somebody is"


def test_a_test_shows_its_progress_and_why_it_failed(it: Connected, tmp_path: Path) -> None:
    it.open(tmp_path / "runs")
    judge(it, "run 1")
    assert it.tab.stack.currentWidget() is it.tab.busy
    assert it.tab.busy.sentence.text() == "Starting the test"
    it.asker.tell(0, Progress(say("Testing"), 120, 379, 110.0, 2.0))
    assert it.tab.busy.figures.text() == "120 of 379 · 110 per second · 2 s left"
    it.asker.end(0, "failed", "The folder of photos is not there.")
    assert it.tab.empty.accessibleName() == "The folder of photos is not there."


def test_the_failure_of_one_training_is_not_told_of_another(it: Connected) -> None:
    judge(it, "another run")
    it.asker.end(0, "failed", "No.")
    assert it.tab.stack.currentWidget() is it.tab.main
