"""The Dataset tab with real photos and real thumbnails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.gui.dataset.tab import AUGMENTATION, LEFT_OUT, PHOTOS, DatasetTab
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.job_state import ProjectInfo
from tests.gui.tab_tools import ThumbnailMaker, scan_of


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> DatasetTab:
    tab = DatasetTab()
    qtbot.addWidget(tab)
    tab.resize(824, 670)
    tab.show()
    return tab


def test_empty_tab_offers_a_folder(qtbot: QtBot, tab: DatasetTab, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tab.stack.currentWidget() is tab.empty
    assert not tab.primary.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/photos")
    with qtbot.waitSignal(tab.folder_chosen) as chosen:
        tab.empty.button.click()
    assert chosen.args == ["/photos"]


def test_shows_counts_splits_and_files_left_out(
    qtbot: QtBot, tab: DatasetTab, photo_folder: Callable[..., Path]
) -> None:
    tab.show_project(ProjectInfo("/p", "My birds"))
    tab.show_scan(scan_of(photo_folder(classes=3, each=10)))
    assert tab.title.text() == "My birds"
    assert tab.subtitle.text().startswith("30 photos in 3 classes")
    assert tab.stack.currentWidget() is tab.main
    chart = tab.chart.classes
    names = [chart.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(chart.rowCount())]
    assert names == ["All classes, 30 photos", "class 0, 10 photos", "class 1, 10 photos", "class 2, 10 photos"]
    assert tab.split_bar.accessibleName() == "16 training, 4 validation, 10 test photos"
    assert tab.pages.button(LEFT_OUT).text() == "&Left out (1)"
    model = tab.left_out.files
    assert [model.index(0, column).data() for column in (0, 1)] == ["class 0/broken.jpg", "It is empty."]
    with qtbot.waitSignal(tab.next_step):
        tab.primary.click()


def test_class_and_split_filter_the_grid(qtbot: QtBot, tab: DatasetTab, photo_folder: Callable[..., Path]) -> None:
    scan = scan_of(photo_folder(classes=3, each=10))
    tab.show_scan(scan)
    first_screen = {tab.grid.tiles.tile(row).text.split(", ")[1] for row in range(3)}
    assert first_screen == {"class 0", "class 1", "class 2"}
    with qtbot.waitSignal(tab.class_selected) as chosen:
        tab.chart.choose("class 1")
    assert chosen.args == ["class 1"]
    assert tab.grid.tiles.rowCount() == 10
    tab.splits.choose(3)
    expected = [str(scan.file(photo)) for photo in scan.photos if (photo.label, photo.split) == ("class 1", "test")]
    assert [tab.grid.tiles.tile(row).path for row in range(tab.grid.tiles.rowCount())] == expected
    assert tab.grid.tiles.tile(0).text.endswith("class 1, test")
    assert tab.count.text() == f"{len(expected)} photos"


def test_thumbnails_come_only_for_what_is_seen(
    qtbot: QtBot, tab: DatasetTab, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=150, size=(16, 16))
    maker = ThumbnailMaker(tab, tmp_path / "cache", tab.show_picture)
    tab.thumbnails_needed.connect(maker.ask)
    tab.show_scan(scan_of(folder))
    first = tab.grid.tiles.tile(0).path
    qtbot.waitUntil(lambda: tab.source.picture(first) is not None)
    assert 10 < len(maker.asked) < 100
    last = tab.grid.tiles.tile(299).path
    assert last not in maker.asked
    tab.grid.scrollToBottom()
    qtbot.waitUntil(lambda: tab.source.picture(last) is not None)


def test_a_broken_photo_in_the_grid_is_marked(qtbot: QtBot, tab: DatasetTab, tmp_path: Path) -> None:
    file = tmp_path / "a" / "broken.png"
    file.parent.mkdir()
    file.write_bytes(b"no picture")
    maker = ThumbnailMaker(tab, tmp_path / "cache", tab.show_picture)
    tab.thumbnails_needed.connect(maker.ask)
    tab.show_scan(Scan({"1": str(tmp_path)}, ["a"], [Photo("a/broken.png", "a", "train")]))
    qtbot.waitUntil(lambda: tab.source.fault(str(file)) is not None)
    assert not tab.primary.isEnabled()
    assert tab.note.text() == "A model needs photos of at least two classes."


def test_opening_a_photo_tells_its_path(qtbot: QtBot, tab: DatasetTab, photo_folder: Callable[..., Path]) -> None:
    tab.show_scan(scan_of(photo_folder(classes=2, each=4)))
    index = tab.grid.tiles.index(1)
    middle = tab.grid.visualRect(index).center()
    qtbot.mouseClick(tab.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    with qtbot.waitSignal(tab.photo_activated) as by_mouse:
        qtbot.mouseDClick(tab.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert by_mouse.args == [tab.grid.tiles.tile(1).path]
    tab.grid.setCurrentIndex(index)
    qtbot.keyClick(tab.grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(tab.photo_activated) as by_key:
        qtbot.keyClick(tab.grid, Qt.Key.Key_Return)
    assert by_key.args == [tab.grid.tiles.tile(2).path]


def test_imbalance_is_said_in_a_sentence(tab: DatasetTab) -> None:
    photos = [Photo(f"{label}/{n}.jpg", label, "train") for label, count in (("cat", 40), ("dog", 10)) for n in range(count)]  # fmt: skip
    tab.show_scan(Scan({"1": "/photos"}, ["cat", "dog"], photos))
    assert "“cat” has 4 times as many photos as “dog”" in tab.notes.accessibleName()


def test_augmentation_asks_for_examples_of_a_photo(
    qtbot: QtBot, tab: DatasetTab, photo_folder: Callable[..., Path]
) -> None:
    scan = scan_of(photo_folder(classes=2, each=4))
    tab.show_scan(scan)
    tab.show_augmentation(Augmentation(flip=True))
    with qtbot.waitSignal(tab.preview_needed) as asked:
        tab.pages.choose(AUGMENTATION)
    assert asked.args == [str(scan.file(scan.photos[0])), Augmentation(flip=True)]
    with qtbot.waitSignals([tab.augmentation_changed, tab.preview_needed]):
        tab.augmentation.crop.click()
    assert tab.augmentation.augmentation == Augmentation(flip=True, crop=True)
    files = [str(scan.file(photo)) for photo in scan.photos]
    tab.show_preview([])
    for file in (*files, files[0]):
        tab.add_preview(file)
    assert tab.augmentation.pictures.count == 9
    with qtbot.waitSignal(tab.preview_needed) as other:
        tab.augmentation.shuffle.click()
    assert other.args[0] != asked.args[0]
    assert tab.augmentation.pictures.count == 0
    tab.pages.choose(PHOTOS)
    tab.grid.setCurrentIndex(tab.grid.tiles.index(3))
    with qtbot.waitSignal(tab.preview_needed) as picked:
        tab.pages.choose(AUGMENTATION)
    assert picked.args[0] == tab.grid.tiles.tile(3).path


def test_showing_settings_tells_nobody(qtbot: QtBot, tab: DatasetTab) -> None:
    with qtbot.assertNotEmitted(tab.augmentation_changed):
        tab.show_augmentation(Augmentation(flip=False, jitter=True))
    assert tab.augmentation.augmentation == Augmentation(flip=False, jitter=True)


def test_reading_a_folder_shows_progress_and_keeps_the_photos(
    tab: DatasetTab, photo_folder: Callable[..., Path]
) -> None:
    tab.show_scan(scan_of(photo_folder(classes=2, each=4)))
    tab.show_scanning(Progress(say("Reading the photos"), 1210, 2527, 312.0, 4.0))
    assert tab.stack.currentWidget() is tab.busy
    assert tab.busy.figures.text() == "1,210 of 2,527 · 312 a second · 4 s left"
    assert not tab.primary.isEnabled()
    tab.show_scanning(None)
    assert tab.stack.currentWidget() is tab.main
    assert tab.primary.isEnabled()


def test_job_events_of_a_training_do_not_scroll_the_grid(
    qtbot: QtBot, tab: DatasetTab, photo_folder: Callable[..., Path]
) -> None:
    tab.show_scan(scan_of(photo_folder(classes=2, each=150, size=(8, 8))))
    bar = tab.grid.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(400)
    tab.show_scanning(None)
    tab.show_missing("", "")
    tab.show_augmentation(tab.augmentation.augmentation)
    assert bar.value() == 400


def test_photos_on_an_unplugged_drive_can_be_relinked(
    qtbot: QtBot, tab: DatasetTab, photo_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tab.show_scan(scan_of(photo_folder(classes=2, each=4)))
    tab.show_missing("/media/usb/photos", "1")
    assert tab.stack.currentWidget() is tab.empty
    assert "/media/usb/photos" in tab.empty.accessibleName()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/home/me/photos")
    with qtbot.waitSignal(tab.relink_requested) as asked:
        tab.empty.button.click()
    assert asked.args == ["1", "/home/me/photos"]
    tab.show_missing("", "")
    assert tab.stack.currentWidget() is tab.main


def test_a_dropped_folder_is_opened_and_a_file_is_not(qtbot: QtBot, tab: DatasetTab, tmp_path: Path) -> None:
    def drag(path: Path) -> tuple[QDragEnterEvent, QMimeData]:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        return QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, button, Qt.KeyboardModifier.NoModifier), data

    file = tmp_path / "photo.jpg"
    file.write_bytes(b"")
    enter, _ = drag(file)
    enter.ignore()
    tab.dragEnterEvent(enter)
    assert not enter.isAccepted()
    enter, data = drag(tmp_path)
    tab.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(tab.folder_chosen) as chosen:
        tab.dropEvent(drop)
    assert Path(chosen.args[0]) == tmp_path


def test_two_hundred_classes_with_long_and_right_to_left_names(qtbot: QtBot, tab: DatasetTab) -> None:
    names = [f"{'a very long class name ' * 6}{n}" for n in range(199)] + ["שם מחלקה ארוך מאוד שלא נכנס לשורה אחת"]
    photos = [Photo(f"{n % 200}/{n}.jpg", names[n % 200], "train") for n in range(2000)]
    tab.show_scan(Scan({"1": "/photos"}, names, photos))
    assert tab.chart.width() <= 248
    index = tab.chart.classes.index(1)
    assert names[0] in index.data(Qt.ItemDataRole.ToolTipRole)
    assert not tab.grab().isNull()
    tab.chart.choose(names[199])
    assert tab.grid.tiles.rowCount() == 10
    tab.pages.choose(PHOTOS)
