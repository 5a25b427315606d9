"""The Viewer tab with real files: reading, answers, going on and back, zoom, paste and drop."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.predict import ClassScore, Predicted
from cnn_desktop.domain.message import say
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.viewer.pasted import KEPT, pasted_photos
from cnn_desktop.gui.viewer.photo_loader import photos_in, read_photo
from cnn_desktop.gui.viewer.photo_view import LARGEST, PhotoView
from cnn_desktop.gui.viewer.tab import ViewerTab
from cnn_desktop.gui.viewer.view import exif_facts, fact_rows, file_size, top_bars, verdict


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> ViewerTab:
    tab = ViewerTab()
    qtbot.addWidget(tab)
    tab.resize(824, 670)
    tab.show()
    return tab


@pytest.fixture
def photos(photo_folder: Callable[..., Path]) -> list[str]:
    return [str(file) for file in sorted(photo_folder(classes=1, each=4).rglob("*.png"))]


def answer(path: str, **scores: float) -> Predicted:
    return Predicted("1", path, [ClassScore(name, share) for name, share in scores.items()])


def named(tab: ViewerTab) -> str:
    """The name of the photo that is painted."""
    return tab.view.accessibleName()


def test_an_empty_viewer_offers_to_open(qtbot: QtBot, tab: ViewerTab, photos: list[str], monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (photos[:2], ""))
    with qtbot.waitSignal(tab.paths_dropped) as opened:
        tab.empty.button.click()
    assert opened.args == [photos[:2]]
    qtbot.waitUntil(lambda: named(tab) == "000.png")
    assert tab.counter.text() == "1 of 2"


def test_keys_and_buttons_go_on_and_back(qtbot: QtBot, tab: ViewerTab, photos: list[str]) -> None:
    tab.show_paths(photos, photos[1])
    qtbot.waitUntil(lambda: named(tab) == "001.png")
    qtbot.keyClick(tab, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: named(tab) == "002.png")
    tab.forth.click()
    qtbot.waitUntil(lambda: named(tab) == "003.png")
    assert not tab.forth.isEnabled()
    qtbot.keyClick(tab, Qt.Key.Key_Right)
    assert tab.counter.text() == "4 of 4"
    qtbot.keyClick(tab, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: named(tab) == "002.png")
    assert tab.title.text() == "002.png"


def test_the_model_is_asked_once_for_each_photo(qtbot: QtBot, tab: ViewerTab, photos: list[str]) -> None:
    asked: list[str] = []
    tab.prediction_needed.connect(asked.append)
    tab.show_run("run 1")
    tab.show_paths(photos)
    qtbot.waitUntil(lambda: named(tab) == "000.png")
    assert asked == [photos[0]]
    assert tab.verdict.text() == "Loading the model…"
    assert tab.busy.isVisible()
    tab.show_prediction(answer(photos[0], glass=0.82, metal=0.1, paper=0.04, trash=0.02, wood=0.01, iron=0.006, gold=0.004))  # fmt: skip
    assert tab.verdict.text() == "Probably glass."
    assert not tab.busy.isVisible()
    assert tab.bars.accessibleDescription().startswith("glass 82.0\u202f%, metal 10.0\u202f%")
    assert tab.more.text() == "and 2 other classes"
    qtbot.keyClick(tab, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: named(tab) == "001.png")
    assert tab.verdict.text() == "Looking…"
    qtbot.keyClick(tab, Qt.Key.Key_Left)
    assert asked == photos[:2]
    assert tab.verdict.text() == "Probably glass."
    tab.show_run("run 2")
    assert asked == [*photos[:2], photos[0]]


def test_a_late_answer_belongs_to_its_photo(qtbot: QtBot, tab: ViewerTab, photos: list[str]) -> None:
    tab.show_run("run")
    tab.show_paths(photos)
    qtbot.keyClick(tab, Qt.Key.Key_Right)
    tab.show_prediction(answer(photos[0], glass=1.0))
    assert tab.verdict.text() == "Looking…"
    qtbot.keyClick(tab, Qt.Key.Key_Left)
    assert tab.verdict.text() == "This looks like glass."


def test_a_model_that_fails_is_asked_again_with_the_next_photo(qtbot: QtBot, tab: ViewerTab, photos: list[str]) -> None:
    asked: list[str] = []
    tab.prediction_needed.connect(asked.append)
    tab.prediction_needed.connect(lambda _: tab.show_failure("The model broke off."))
    tab.show_run("run")
    tab.show_paths(photos)
    qtbot.waitUntil(lambda: named(tab) == "000.png")
    assert asked == photos[:1]
    assert not tab.busy.isVisible()
    assert tab.no_model.text() == "The model broke off."
    qtbot.keyClick(tab, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: named(tab) == "001.png")
    assert asked == photos[:2]


def test_a_class_name_longer_than_its_room_goes_on_in_the_next_line(tab: ViewerTab, photos: list[str]) -> None:
    tab.show_run("run")
    tab.show_paths(photos[:1])
    tab.show_prediction(answer(photos[0], Donaudampfschifffahrtsgesellschaft=0.95, x=0.05))
    assert tab.verdict.text().replace("\u200b", "") == "This looks like Donaudampfschifffahrtsgesellschaft."
    words = re.split("[ \u200b]", tab.verdict.text())
    assert max(map(tab.verdict.fontMetrics().horizontalAdvance, words)) <= tab.verdict.width()


def test_without_a_model_photos_can_still_be_looked_at(qtbot: QtBot, tab: ViewerTab, photos: list[str]) -> None:
    with qtbot.assertNotEmitted(tab.prediction_needed):
        tab.show_paths(photos)
        qtbot.waitUntil(lambda: named(tab) == "000.png")
    assert tab.no_model.isVisible()


def test_an_unreadable_photo_is_said_and_the_next_one_works(
    qtbot: QtBot, tab: ViewerTab, photos: list[str], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"not a picture at all")
    tab.show_run("run")
    with qtbot.assertNotEmitted(tab.prediction_needed):
        tab._run = None
        tab.show_paths([str(broken), photos[0]])
        qtbot.waitUntil(lambda: tab.photo_stack.currentWidget() is tab.fault)
    assert tab.fault.accessibleName() == "broken.jpg cannot be shown."
    qtbot.keyClick(tab, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: tab.photo_stack.currentWidget() is tab.view)


def test_a_photo_the_model_could_not_read(qtbot: QtBot, tab: ViewerTab, photos: list[str]) -> None:
    tab.show_run("run")
    tab.show_paths(photos)
    qtbot.waitUntil(lambda: named(tab) == "000.png")
    tab.show_skipped(Skipped(photos[0], say("it is no longer there.")))
    assert tab.fault.accessibleName() == "000.png cannot be shown."
    assert tab.verdict.text() == "No answer"


def test_a_model_that_cannot_answer_is_said(qtbot: QtBot, tab: ViewerTab, photos: list[str]) -> None:
    tab.show_run("run")
    tab.show_paths(photos)
    qtbot.waitUntil(lambda: named(tab) == "000.png")
    tab.show_failure("The model of this training could not be read.")
    assert tab.no_model.text() == "The model of this training could not be read."
    tab.show_prediction(answer(photos[0], glass=0.95))
    assert tab.verdict.text() == "This looks like glass."
    assert not tab.no_model.isVisible()


def test_turned_photos_stand_upright_and_tell_their_camera(qtbot: QtBot, tab: ViewerTab, tmp_path: Path) -> None:
    pixels = np.zeros((40, 60, 3), np.uint8)
    pixels[:, :30] = (255, 0, 0)
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x0110] = 6, "Canon", "Canon EOS 90D"
    exif.get_ifd(0x8769)[0x9003] = "2024:05:01 12:30:00"
    file = tmp_path / "turned.jpg"
    Image.fromarray(pixels).save(file, exif=exif)
    loaded = read_photo(str(file))
    assert (loaded.levels[0].width(), loaded.levels[0].height()) == (40, 60)
    assert loaded.levels[0].pixelColor(20, 5).red() > 200
    assert loaded.levels[0].pixelColor(20, 55).red() < 50
    tab.show_paths([str(file)])
    qtbot.waitUntil(lambda: named(tab) == "turned.jpg")
    shown = {name.text(): value.text() for name, value in tab.facts if name.isVisible()}
    assert shown["Size"] == "40 × 60 pixels"
    assert shown["Camera"] == "Canon EOS 90D"
    assert shown["Taken"] == "2024-05-01 12:30"


def test_a_picture_is_pasted_from_the_clipboard(qtbot: QtBot, tab: ViewerTab, home: Path) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(tab.paths_dropped) as pasted:
        qtbot.keyClick(tab, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    file = Path(pasted.args[0][0])
    assert home in file.parents
    qtbot.waitUntil(lambda: named(tab) == file.name)


def test_pasted_pictures_do_not_pile_up(home: Path) -> None:
    for number in range(KEPT + 5):
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor(number, 0, 0))
        data = QMimeData()
        data.setImageData(image)
        newest = pasted_photos(data)[0]
    assert len(list((home / "cache" / "pasted").glob("*.png"))) == KEPT
    assert Path(newest).exists()


def test_dropped_folders_and_pasted_paths_become_photos(
    qtbot: QtBot, tab: ViewerTab, photos: list[str], tmp_path: Path
) -> None:
    folder = Path(photos[0]).parent
    (folder / "notes.txt").write_text("no photo")
    assert photos_in([str(folder), str(tmp_path / "own.xyz")]) == [*photos, str(tmp_path / "own.xyz")]
    data = QMimeData()
    data.setText(f'"{photos[1]}"\nnot a path')
    assert pasted_photos(data) == [photos[1]]
    drop = QMimeData()
    drop.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, drop, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(tab.paths_dropped) as dropped:
        tab.dropEvent(event)
    assert dropped.args == [photos]


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> PhotoView:
    view = PhotoView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    image = QImage(1600, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(1200, 200, QColor("red"))
    view.show_photo([image, image.scaled(800, 400)], "photo")
    return view


def test_a_photo_fits_then_zooms_under_the_mouse(view: PhotoView) -> None:
    ratio = view.devicePixelRatioF()
    assert view.fits
    assert view.scale == pytest.approx(400 * ratio / 1600)
    about = QPointF(300, 125)

    def under() -> tuple[float, float]:
        area = view.area()
        return (about.x() - area.x()) / area.width(), (about.y() - area.y()) / area.height()

    before = under()
    view.zoom_to(view.scale * 4, about)
    assert not view.fits
    assert under() == pytest.approx(before, abs=1e-6)
    view.zoom_to(1e-9)
    assert view.fits
    view.zoom_to(1e9)
    assert view.scale == LARGEST


def test_a_zoomed_photo_cannot_be_lost_by_panning(view: PhotoView) -> None:
    view.actual_size()
    assert view.scale == 1.0
    view.pan(QPointF(1e6, -1e6))
    area = view.area()
    assert area.left() == pytest.approx(0, abs=1)
    assert area.bottom() == pytest.approx(view.height(), abs=1)
    view.fit()
    before = view.area()
    view.pan(QPointF(50, 50))
    assert view.area() == before


def test_own_pixels_are_painted_sharp(view: PhotoView) -> None:
    view.zoom_to(8.0)
    size = view.area()
    view.pan(QPointF(view.width() / 2, view.height() / 2) - (size.topLeft() + QPointF(1200.5 / 1600 * size.width(), 200.5 / 800 * size.height())))  # fmt: skip
    assert view.grab().toImage().pixelColor(200, 150) == QColor("red")


def test_zoom_keys_of_the_tab(qtbot: QtBot, tab: ViewerTab, photos: list[str]) -> None:
    tab.show_paths(photos)
    qtbot.waitUntil(lambda: named(tab) == "000.png")
    qtbot.keyClick(tab, Qt.Key.Key_Plus)
    qtbot.keyClick(tab, Qt.Key.Key_Plus)
    assert not tab.view.fits
    qtbot.keyClick(tab, Qt.Key.Key_1)
    assert tab.zoom_label.text() == "100\u202f%"
    qtbot.keyClick(tab, Qt.Key.Key_Minus)
    assert tab.zoom_label.text() == "100\u202f%"
    qtbot.keyClick(tab, Qt.Key.Key_0)
    assert tab.view.fits
    assert tab.zoom_label.text() == "300\u202f%"


def test_words_about_a_photo() -> None:
    unsure = answer("/x.jpg", glass=0.4, metal=0.35)
    assert str(verdict(unsure)) == "Hard to tell: glass or metal."
    bars, more = top_bars(answer("/x.jpg", **{f"c{n}": 0.1 for n in range(9)}))
    assert (len(bars), more) == (5, 4)
    assert str(file_size(2_345_678)) == "2.3 MB"
    facts = exif_facts({0x010F: "Nikon\0", 0x0110: "Z 6"}, {0x829A: 0.004, 0x829D: 2.8, 0x8827: 100})
    assert facts == {"camera": "Nikon Z 6", "taken": "", "exposure": "1/250 s, f/2.8, ISO 100"}
    strange = exif_facts({0x010F: 7, 0x0132: "yesterday"}, {0x829A: "x", 0x8827: (1, 2)})
    assert strange["exposure"] == ""
    assert fact_rows(read_facts_of_nothing()) == []


def read_facts_of_nothing():  # type: ignore[no-untyped-def]
    from cnn_desktop.gui.viewer.view import PhotoFile

    return PhotoFile("/x.jpg")
