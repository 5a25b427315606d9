"""The Viewer tab with its session and real files: reading, answers, going on and back, zoom, paste."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.predict import ClassScore, Predict, Predicted
from cnn_desktop.domain.message import say
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.photo_loader import PhotoLoader
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.viewer.connection import connect
from tests.gui.conftest import FAKE
from tests.gui.connected import Connected
from tests.gui.tab_tools import choose

Show = Callable[..., None]


@pytest.fixture
def it(theme: Theme) -> Iterator[Connected]:
    it = Connected(connect)
    yield it
    it.close()


@pytest.fixture
def photos(photo_folder: Callable[..., Path]) -> list[str]:
    return [str(file) for file in sorted(photo_folder(classes=1, each=4).rglob("*.png"))]


@pytest.fixture
def show(qtbot: QtBot, it: Connected, tmp_path: Path, photos: list[str]) -> Show:
    """Opens a project with the trainings `ids`, and shows the photos."""

    def show(*ids: str, current: str = photos[0]) -> None:
        it.open(tmp_path, None, *ids)
        it.session.selection.show(photos, current)
        qtbot.waitUntil(lambda: named(it) == Path(current).name)

    return show


def answer(path: str, **scores: float) -> Predicted:
    return Predicted(path, [ClassScore(name, share) for name, share in scores.items()])


def named(it: Connected) -> str:
    """The name of the photo that is painted."""
    return str(it.tab.view.accessibleName())


def verdict(it: Connected) -> str:
    return str(it.tab.answer.verdict.text())


def test_an_empty_viewer_offers_to_open(qtbot: QtBot, it: Connected, photos: list[str]) -> None:
    assert it.tab.stack.currentWidget() is it.tab.empty
    it.tab.empty.button.click()
    choose(it.tab, Path(photos[0]), Path(photos[1]))
    qtbot.waitUntil(lambda: named(it) == "000.png")
    assert it.session.selection.paths == photos[:2]
    assert it.tab.counter.text() == "1 of 2"
    assert not it.asker.asked, "there is no model"
    assert it.tab.answer.instead.isVisible()


def test_keys_and_buttons_go_on_and_back(qtbot: QtBot, it: Connected, show: Show, photos: list[str]) -> None:
    show(current=photos[1])
    qtbot.keyClick(it.tab, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: named(it) == "002.png")
    it.tab.forth.click()
    qtbot.waitUntil(lambda: named(it) == "003.png")
    assert not it.tab.forth.isEnabled()
    qtbot.keyClick(it.tab, Qt.Key.Key_Right)
    assert it.tab.counter.text() == "4 of 4"
    qtbot.keyClick(it.tab, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: named(it) == "002.png")
    assert it.tab.title.text() == "002.png"
    assert it.session.selection.current == photos[2]


def test_the_model_is_asked_once_for_each_photo(it: Connected, show: Show, photos: list[str], tmp_path: Path) -> None:
    show("run 1")
    assert it.asker.asked == [Predict(str(tmp_path / "run 1"), [photos[0]], "auto")]
    assert verdict(it) == "Loading the model…"
    assert it.tab.answer.busy.isVisible()
    it.asker.tell(0, answer(photos[0], glass=0.82, metal=0.1, paper=0.04, trash=0.02, wood=0.01, iron=0.006, gold=0.004))  # fmt: skip
    it.asker.end(0)
    assert verdict(it) == "Probably glass."
    assert not it.tab.answer.busy.isVisible()
    assert it.tab.answer.bars.accessibleDescription().startswith("glass 82.0\u202f%, metal 10.0\u202f%")
    assert it.tab.answer.more.text() == "and 2 other classes"
    it.tab.stepped.emit(1)
    assert verdict(it) == "Classifying…"
    it.tab.stepped.emit(-1)
    assert [job.paths for job in it.asker.asked] == [photos[:1], photos[1:2]]
    assert verdict(it) == "Probably glass."


def test_nothing_below_the_bars_moves_while_the_next_is_awaited(it: Connected, show: Show, photos: list[str]) -> None:
    show("run 1")
    card = it.tab.answer
    assert card.unknown.isHidden()
    it.asker.tell(0, answer(photos[0], glass=0.82, metal=0.1, paper=0.04, trash=0.02, wood=0.01, iron=0.01))
    it.asker.end(0)
    shown = (card.bars.sizeHint(), card.unknown.isHidden(), card.more.isHidden(), card.more.text())
    assert shown[1:] == (False, False, "and 1 other class")
    it.tab.stepped.emit(1)
    assert verdict(it) == "Classifying…"
    assert (card.bars.sizeHint(), card.unknown.isHidden(), card.more.isHidden(), card.more.text()) == shown


def test_two_classes_leave_no_room_for_five(it: Connected, show: Show, photos: list[str]) -> None:
    show("run 1")
    before = it.tab.answer.bars.sizeHint().height()
    it.asker.tell(0, answer(photos[0], glass=0.82, metal=0.18))
    it.asker.end(0)
    assert it.tab.answer.bars.sizeHint().height() == before * 2 // 5
    assert it.tab.answer.more.isHidden()


def test_the_names_of_the_pages_stay_where_they_are(it: Connected, show: Show) -> None:
    show()
    it.tab.resize(900, 640)
    it.tab.show()
    it.tab.layout().activate()
    before = it.tab.subtitle.isHidden(), it.tab.segments.y()
    it.tab.show_page(it.tab.place_of(it.tab.folder))
    it.tab.layout().activate()
    assert (before, it.tab.subtitle.isHidden()) == ((False, it.tab.segments.y()), True)


def test_another_model_is_asked_anew(it: Connected, show: Show, photos: list[str], tmp_path: Path) -> None:
    show("run 1")
    it.asker.tell(0, answer(photos[0], glass=1.0))
    it.open(tmp_path, None, "run 2", "run 1")
    it.session.selection.show(photos)
    assert it.asker.asked[-1] == Predict(str(tmp_path / "run 2"), [photos[0]], "auto")
    assert verdict(it) == "Loading the model…"


def test_a_photo_that_changed_is_read_and_asked_about_again_once_its_folder_was_read(
    qtbot: QtBot, it: Connected, show: Show, photos: list[str]
) -> None:
    show("run 1")
    it.asker.tell(0, answer(photos[0], cat=0.9, dog=0.1))
    assert "cat" in verdict(it)
    Image.new("RGB", (300, 20), "blue").save(photos[0])
    it.session.project.changed.emit(Changed(project=True, photos=True))
    assert len(it.asker.asked) == 2
    it.asker.tell(1, answer(photos[0], cat=0.2, dog=0.8))
    assert "dog" in verdict(it)
    qtbot.waitUntil(lambda: it.tab.view.grab().toImage().pixelColor(it.tab.view.rect().center()) == QColor("blue"))


def test_an_answer_about_an_older_photo_is_not_shown_for_a_newer_one(it: Connected, show: Show, photos: list[str]) -> None:  # fmt: skip
    show("run 1")
    it.tab.stepped.emit(1)
    it.asker.tell(0, answer(photos[0], glass=1.0))
    it.asker.end(0, "failed", "Too late.")
    assert verdict(it) == "Loading the model…"
    assert not it.notices
    it.asker.tell(1, answer(photos[1], metal=1.0))
    assert verdict(it) == "This looks like metal."
    it.tab.stepped.emit(-1)
    assert verdict(it) == "Classifying…", "its question was dropped, so it is asked again"
    assert it.asker.asked[-1].paths == [photos[0]]


def test_a_closed_tab_hears_nothing_and_one_built_again_asks_for_itself(
    qtbot: QtBot, it: Connected, show: Show, photos: list[str]
) -> None:
    show("run 1")
    old = it.tab
    old.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(old))
    it.tab = connect(Shell(it.session, it.memory))
    it.asker.end(0, "failed", "Nobody listens.")
    assert not it.notices
    assert len(it.asker.asked) == 2
    it.asker.tell(1, answer(photos[0], glass=1.0))
    assert verdict(it) == "This looks like glass."


def test_a_model_that_fails_is_told_and_asked_again_with_the_next_photo(it: Connected, show: Show, photos: list[str]) -> None:  # fmt: skip
    show("run 1")
    it.asker.end(0, "failed", "The model broke off.", "Traceback")
    assert not it.tab.answer.busy.isVisible()
    assert it.tab.answer.instead.text() == "The model broke off."
    assert it.notices == [Notice("error", "The model broke off.", "Traceback")]
    assert len(it.asker.asked) == 1
    it.tab.stepped.emit(1)
    assert not it.tab.answer.instead.isVisible()
    assert [job.paths for job in it.asker.asked] == [photos[:1], photos[1:2]]
    it.asker.tell(1, answer(photos[1], glass=0.95))
    it.tab.stepped.emit(-1)
    assert it.asker.asked[-1].paths == [photos[0]]


def test_a_child_that_breaks_off_over_a_photo_is_told_beside_it(qtbot: QtBot, theme: Theme, photos: list[str], tmp_path: Path) -> None:  # fmt: skip
    """A real process, which takes part of the name for a reason to crash."""
    crash = Path(photos[0]).with_name("crash.png")
    crash.write_bytes(Path(photos[0]).read_bytes())
    it = Connected(connect, Programs(full=[sys.executable, FAKE]))
    try:
        it.open(tmp_path)
        it.session.selection.show([photos[1], str(crash)])
        qtbot.waitUntil(lambda: verdict(it) == "This looks like glass.", timeout=10_000)
        it.tab.stepped.emit(1)
        qtbot.waitUntil(lambda: verdict(it) == "No answer", timeout=10_000)
        assert "SIGSEGV" in it.tab.answer.instead.text()
        it.tab.stepped.emit(-1)
        assert verdict(it) == "This looks like glass."
    finally:
        it.close()


def test_a_class_name_longer_than_its_room_goes_on_in_the_next_line(it: Connected, show: Show, photos: list[str]) -> None:  # fmt: skip
    show("run 1")
    it.asker.tell(0, answer(photos[0], Donaudampfschifffahrtsgesellschaft=0.95, x=0.05))
    label = it.tab.answer.verdict
    assert label.text().replace("\u200b", "") == "This looks like Donaudampfschifffahrtsgesellschaft."
    assert max(map(label.fontMetrics().horizontalAdvance, re.split("[ \u200b]", label.text()))) <= label.width()


def test_an_unreadable_photo_is_said_and_the_next_one_works(qtbot: QtBot, it: Connected, photos: list[str], tmp_path: Path) -> None:  # fmt: skip
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"not a picture at all")
    it.session.selection.show([str(broken), photos[0]])
    qtbot.waitUntil(lambda: it.tab.photo_stack.currentWidget() is it.tab.fault)
    assert it.tab.fault.accessibleName() == "broken.jpg cannot be shown."
    qtbot.keyClick(it.tab, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: it.tab.photo_stack.currentWidget() is it.tab.view)
    assert named(it) == "000.png"


@pytest.mark.skipif(sys.platform != "linux", reason="the disk takes any bytes as a name")
def test_a_name_that_is_no_text_is_shown_spelt_out_and_asked_about_as_it_is(
    qtbot: QtBot, it: Connected, show: Show, photos: list[str], tmp_path: Path
) -> None:
    show("run 1")
    names = [os.fsdecode(name) for name in (b"broken\xff.png", b"caf\xe9.png")]
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / names[0]).write_bytes(b"not a picture at all")
    shutil.copy(photos[0], tmp_path / "new" / names[1])
    it.tab.given.emit([str(tmp_path / "new" / name) for name in names])
    qtbot.waitUntil(lambda: it.tab.photo_stack.currentWidget() is it.tab.fault)
    assert it.tab.fault.accessibleName() == "broken\\xff.png cannot be shown."
    assert it.tab.title.text() == "broken\\xff.png"
    qtbot.keyClick(it.tab, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: named(it) == "caf\\xe9.png")
    assert it.asker.asked[-1].paths == [str(tmp_path / "new" / names[1])]


def test_a_name_that_looks_like_markup_is_shown_as_it_is(it: Connected) -> None:
    assert it.tab.subtitle.textFormat() == Qt.TextFormat.PlainText
    assert it.tab.answer.instead.textFormat() == Qt.TextFormat.PlainText


def test_a_photo_the_model_could_not_read(it: Connected, show: Show, photos: list[str]) -> None:
    show("run 1")
    it.asker.tell(0, Skipped(photos[0], say("it is no longer there.")))
    it.asker.end(0)
    assert it.tab.fault.accessibleName() == "000.png cannot be shown."
    assert verdict(it) == "No answer"
    assert not it.notices


def test_another_project_leaves_nothing_of_the_one_before(it: Connected, show: Show, tmp_path: Path) -> None:
    show("run 1")
    it.open(tmp_path, None, "run 1")
    assert it.session.selection.paths == []
    assert it.tab.stack.currentWidget() is it.tab.empty


def test_turned_photos_stand_upright_and_tell_their_camera(qtbot: QtBot, it: Connected, tmp_path: Path) -> None:
    pixels = np.zeros((40, 60, 3), np.uint8)
    pixels[:, :30] = (255, 0, 0)
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x0110] = 6, "Canon", "Canon EOS 90D"
    exif.get_ifd(0x8769)[0x9003] = "2024:05:01 12:30:00"
    file = tmp_path / "turned.jpg"
    Image.fromarray(pixels).save(file, exif=exif)
    it.session.selection.show([str(file)])
    qtbot.waitUntil(lambda: named(it) == "turned.jpg")
    view = it.tab.view
    picture, area = view.grab().toImage(), view.area()
    assert area.height() == pytest.approx(1.5 * area.width(), rel=0.01)
    assert picture.pixelColor((area.center() - QPointF(0, 0.4 * area.height())).toPoint()).red() > 200
    assert picture.pixelColor((area.center() + QPointF(0, 0.4 * area.height())).toPoint()).red() < 50
    shown = {name.text(): value.text() for name, value in it.tab.answer.facts if name.isVisible()}
    assert shown["Size"] == "40 × 60 pixels"
    assert shown["Camera"] == "Canon EOS 90D"
    assert shown["Taken"] == "2024-05-01 12:30"


def test_a_picture_is_pasted_from_the_clipboard(qtbot: QtBot, it: Connected, home: Path) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(it.tab, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(it.session.selection.current))
    file = Path(it.session.selection.current)
    assert home in file.parents
    qtbot.waitUntil(lambda: named(it) == file.name)


def test_text_on_the_clipboard_is_no_photo(qtbot: QtBot, it: Connected, show: Show, photos: list[str]) -> None:
    show()
    QGuiApplication.clipboard().setText("only words")
    qtbot.keyClick(it.tab, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [notice.text for notice in it.notices] == [
        "There is no photo on the clipboard. Copy a photo, then paste it here."
    ]
    assert it.session.selection.paths == photos


def test_the_strip_shows_the_photos_around_and_goes_to_one(qtbot: QtBot, it: Connected, show: Show, photos: list[str]) -> None:  # fmt: skip
    show(current=photos[1])
    strip = it.tab.strip
    assert strip.isVisible()
    qtbot.waitUntil(lambda: set(it.asker.pictures) == set(photos))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip._rect(3).center())
    qtbot.waitUntil(lambda: named(it) == "003.png")
    it.session.selection.show(photos[:1])
    assert not strip.isVisible()


def test_a_photo_that_could_not_be_read_is_tried_again_when_it_is_opened_again(
    qtbot: QtBot, it: Connected, tmp_path: Path, photos: list[str]
) -> None:
    file = tmp_path / "late.png"
    it.session.selection.show([str(file)])
    qtbot.waitUntil(lambda: it.tab.photo_stack.currentWidget() is it.tab.fault)
    file.write_bytes(Path(photos[0]).read_bytes())
    it.session.selection.show([str(file)])
    qtbot.waitUntil(lambda: named(it) == "late.png")
    assert it.tab.photo_stack.currentWidget() is it.tab.view


def test_zoom_keys_of_the_tab(qtbot: QtBot, it: Connected, show: Show) -> None:
    show()
    for _ in range(2):
        qtbot.keyClick(it.tab, Qt.Key.Key_Plus)
    assert not it.tab.view.fits
    qtbot.keyClick(it.tab, Qt.Key.Key_1)
    assert it.tab.zoom_label.text() == "100\u202f%"
    qtbot.keyClick(it.tab, Qt.Key.Key_Minus)
    assert it.tab.zoom_label.text() == "100\u202f%"
    qtbot.keyClick(it.tab, Qt.Key.Key_0)
    assert it.tab.view.fits
    assert it.tab.zoom_label.text() == "300\u202f%"


def test_zooming_in_brings_the_photos_own_pixels_and_stays_where_it_was(
    qtbot: QtBot, it: Connected, tmp_path: Path
) -> None:
    Image.effect_noise((4000, 3000), 60).convert("RGB").save(tmp_path / "large.jpg")
    it.session.selection.show([str(tmp_path / "large.jpg")])
    view = it.tab.view
    qtbot.waitUntil(lambda: view._size == QSize(4000, 3000), timeout=20_000)
    fitting = view._levels[0].size()
    assert view.width() * view.devicePixelRatioF() <= fitting.width() <= 2000
    view.zoom_to(1.0, QPointF(30, 40))
    area = view.area()
    qtbot.waitUntil(lambda: view._levels[0].size() == QSize(4000, 3000), timeout=20_000)
    assert (view.area(), view.scale, view.fits) == (area, 1.0, False)
    it.session.selection.show([str(tmp_path / "large.jpg"), str(tmp_path / "next.jpg")], str(tmp_path / "next.jpg"))
    it.session.selection.step(-1)
    qtbot.waitUntil(lambda: view.fits and view._levels[0].size() == fitting, timeout=20_000)


def test_a_photo_that_is_gone_when_one_zooms_in_stays_as_it_is(qtbot: QtBot, it: Connected, tmp_path: Path) -> None:
    file = tmp_path / "large.jpg"
    Image.new("RGB", (4000, 3000)).save(file)
    it.session.selection.show([str(file)])
    qtbot.waitUntil(lambda: it.tab.view._size == QSize(4000, 3000), timeout=20_000)
    file.unlink()
    with qtbot.waitSignal(it.tab.findChild(PhotoLoader).failed, timeout=20_000):
        it.tab.view.actual_size()
    assert it.tab.photo_stack.currentWidget() is it.tab.view
