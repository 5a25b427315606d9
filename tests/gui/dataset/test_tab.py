"""The Dataset tab with real photos and real thumbnails: it shows views, looks photos up when they are seen, tells wishes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoRow
from cnn_desktop.domain.photos import Level, Photo, PhotoFacts, Scan
from cnn_desktop.gui.dataset.tab import LEFT_OUT, PHOTOS
from cnn_desktop.gui.kit.theme import Theme
from tests.gui.dataset.shown import Shown
from tests.gui.tab_tools import AListing, choose, scan_of


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Shown:
    return Shown(qtbot)


Folder = Callable[..., Path]


def test_empty_tab_offers_a_folder(qtbot: QtBot, shown: Shown, tmp_path: Path) -> None:
    tab = shown.tab
    assert tab.stack.currentWidget() is tab.empty
    assert tab.empty.accessibleName() == "Drop a folder of photos here."
    assert tab.title.text() == "Dataset"
    assert not tab.primary.isVisible()
    assert not tab.open_button.isVisible()
    with qtbot.waitSignal(tab.folder_chosen) as chosen:
        tab.empty.button.click()
        choose(tab, tmp_path)
    assert chosen.args == [str(tmp_path)]


def test_shows_counts_splits_and_files_left_out(qtbot: QtBot, shown: Shown, photo_folder: Folder) -> None:
    tab = shown.tab
    shown.scan(scan_of(photo_folder(classes=3, each=10)))
    assert tab.title.text() == "My birds"
    assert tab.subtitle.text().startswith("30 photos in 3 classes")
    assert tab.stack.currentWidget() is tab.main
    chart = tab.photos.chart.classes
    names = [chart.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(chart.rowCount())]
    assert names == ["All classes, 30 photos", "class 0, 10 photos", "class 1, 10 photos", "class 2, 10 photos"]
    assert tab.photos.split_bar.accessibleName() == "16 training, 4 validation, 10 test photos"
    assert tab.pages.button(LEFT_OUT).text() == "&Left out (1)"
    model = tab.left_out.files
    assert [model.index(0, column).data() for column in (0, 1)] == ["class 0/broken.jpg", "It is empty."]
    with qtbot.waitSignal(tab.next_step):
        tab.primary.click()


def test_what_is_not_labelled_has_a_row_of_its_own(qtbot: QtBot, shown: Shown, photo_folder: Folder) -> None:
    scan = scan_of(photo_folder(classes=3, each=10))
    photos = [
        msgspec.structs.replace(photo, label="", split=None) if photo.label == "class 2" else photo
        for photo in scan.photos
    ]
    shown.scan(msgspec.structs.replace(scan, photos=photos, classes=scan.classes[:2]))
    page, chart = shown.tab.photos, shown.tab.photos.chart
    labelling, wished = page.labelling, []
    labelling.allow(True)
    labelling.class_rename_wanted.connect(lambda *names: wished.append(names))
    spoken = [chart.classes.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert spoken == ["All classes, 30 photos", "Not labelled, 10 photos", "class 0, 10 photos", "class 1, 10 photos"]
    assert page.grid.tiles.rowCount() == 30
    chart.choose("")
    shown.wait()
    assert (chart.current, page.grid.tiles.rowCount()) == ("", 10)
    assert page.grid.tiles.tile(0).text.endswith(", not labelled yet")
    chart.grab()
    assert not chart.classes.flags(chart.classes.index(1)) & Qt.ItemFlag.ItemIsEditable
    assert chart.classes.flags(chart.classes.index(2)) & Qt.ItemFlag.ItemIsEditable
    chart.rename("")
    menus: list[str | None] = []
    chart.menu_wanted.connect(lambda name, _: menus.append(name))
    chart._ask_menu(chart.classes.index(1))
    assert menus == [None], "only a class can be added there"
    assert [chart._class_at(chart.visualRect(chart.classes.index(row)).center()) for row in range(4)] == [0, 0, 2, 3]
    page.splits.choose(1)
    assert page.grid.tiles.rowCount() == 0, "it is in no split"
    page.splits.choose(0)
    page.grid.setCurrentIndex(page.grid.tiles.index(0))
    with qtbot.waitSignal(labelling.relabel_wanted) as told:
        qtbot.keyClick(page.grid, Qt.Key.Key_1)
    assert told.args is not None
    assert told.args[1] == "class 0"
    assert not wished


def test_class_and_split_filter_the_grid(shown: Shown, photo_folder: Folder) -> None:
    scan, photos = shown.scan(scan_of(photo_folder(classes=3, each=10))), shown.tab.photos
    first_screen = {photos.grid.tiles.tile(row).text.split(", ")[1] for row in range(3)}
    assert first_screen == {"class 0", "class 1", "class 2"}
    photos.chart.choose("class 1")
    assert photos.grid.tiles.rowCount() == 10
    photos.splits.choose(3)
    expected = [str(scan.file(photo)) for photo in scan.photos if (photo.label, photo.split) == ("class 1", "test")]
    shown.wait()
    assert shown.paths == expected
    assert photos.grid.tiles.tile(0).text.endswith("class 1, test")
    assert photos.count.text() == f"{len(expected)} photos"
    photos.grid.setCurrentIndex(photos.grid.tiles.index(1))
    around: list[PhotoRow] = []
    photos.around_current(around.extend)
    shown.qtbot.waitUntil(lambda: [str(Path(scan.roots[row.root], row.path)) for row in around] == expected)


def test_a_million_photos_are_looked_up_a_page_at_a_time(qtbot: QtBot, shown: Shown) -> None:
    listing = AListing(1_000_000, lambda row: PhotoRow(f"{row}.jpg", "a", "train"))
    shown.find = lambda wanted, sort, then: then(listing)
    facts = PhotoFacts.of(Scan({"1": "/photos"}, ["a"], [Photo("0.jpg", "a", "train")]))
    million = msgspec.structs.replace(facts.classes[0], train=1_000_000)
    shown.show(photos=msgspec.structs.replace(facts, classes=[million]))
    grid = shown.tab.photos.grid
    qtbot.waitUntil(lambda: grid.tiles.tile(0).path != "")
    grid.scrollToBottom()
    qtbot.waitUntil(lambda: grid.tiles.tile(999_999).path == str(Path("/photos/999999.jpg")))
    grid.setCurrentIndex(grid.tiles.index(500_000))
    around: list[PhotoRow] = []
    shown.tab.photos.around_current(around.extend)
    qtbot.waitUntil(lambda: "500000.jpg" in [row.path for row in around])
    assert listing.asked < 30_000


def test_photos_of_a_class_that_is_not_told_yet_are_passed_over(qtbot: QtBot, shown: Shown) -> None:
    old = [Photo("a/1.jpg", "a", "train")]
    rows = [PhotoRow("a/1.jpg", "a", "train"), PhotoRow("new/1.jpg", "new", "train")]
    shown.find = lambda wanted, sort, then: then(AListing(2, rows.__getitem__))
    shown.show(photos=PhotoFacts.of(Scan({"1": "/photos"}, ["a"], [*old, *old])))
    tiles = shown.tab.photos.grid.tiles
    qtbot.waitUntil(lambda: tiles.tile(0).path != "")
    assert tiles.rowCount() == 2
    assert not shown.tab.grab().isNull()
    assert tiles.tile(1).path == ""


def test_thumbnails_come_only_for_what_is_seen(qtbot: QtBot, shown: Shown, photo_folder: Folder) -> None:
    shown.scan(scan_of(photo_folder(classes=2, each=150, size=(16, 16))))
    grid, source = shown.tab.photos.grid, shown.tab.photos.source
    first = grid.tiles.tile(0).path
    qtbot.waitUntil(lambda: source.picture(first) is not None)
    assert 10 < len(set(shown.maker.asked)) < 100
    grid.scrollToBottom()
    qtbot.waitUntil(lambda: grid.tiles.tile(299).path != "")
    last = grid.tiles.tile(299).path
    qtbot.waitUntil(lambda: source.picture(last) is not None)


def test_a_broken_photo_in_the_grid_is_marked(qtbot: QtBot, shown: Shown, tmp_path: Path) -> None:
    file = tmp_path / "a" / "broken.png"
    file.parent.mkdir()
    file.write_bytes(b"no picture")
    shown.scan(Scan({"1": str(tmp_path)}, ["a"], [Photo("a/broken.png", "a", "train")]))
    qtbot.waitUntil(lambda: shown.tab.photos.source.fault(str(file)) is not None)
    assert not shown.tab.primary.isEnabled()
    assert shown.tab.note.text() == "A model needs training photos of at least two classes."


def test_opening_a_photo_tells_its_path(qtbot: QtBot, shown: Shown, photo_folder: Folder) -> None:
    shown.scan(scan_of(photo_folder(classes=2, each=4)))
    tab, grid = shown.tab, shown.tab.photos.grid
    index = grid.tiles.index(1)
    middle = grid.visualRect(index).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    with qtbot.waitSignal(tab.photo_activated) as by_mouse:
        qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert by_mouse.args == [grid.tiles.tile(1).path]
    grid.setCurrentIndex(index)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(tab.photo_activated) as by_key:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert by_key.args == [grid.tiles.tile(2).path]


def test_notes_are_said_in_sentences(shown: Shown) -> None:
    photos = [Photo(f"{label}/{n}.jpg", label, "train") for label, count in (("cat", 40), ("dog", 10)) for n in range(count)]  # fmt: skip
    shown.scan(Scan({"1": "/photos"}, ["cat", "dog"], photos))
    assert "“cat” has 4 times as many photos as “dog”" in shown.tab.notes.accessibleName()


def test_reading_a_folder_shows_progress_and_keeps_the_photos(shown: Shown, photo_folder: Folder) -> None:
    shown.scan(scan_of(photo_folder(classes=2, each=4)))
    tab = shown.tab
    tab.busy.show_progress(Progress(say("Reading photos"), 1210, 2527, 312.0, 4.0))
    shown.show(reading=True)
    assert tab.stack.currentWidget() is tab.busy
    assert tab.busy.figures.text() == "1,210 of 2,527 · 312 per second · 4 s left"
    assert not tab.primary.isEnabled()
    shown.show(reading=False)
    assert tab.stack.currentWidget() is tab.main
    assert tab.primary.isEnabled()
    assert tab.busy.figures.text() == " "


def test_what_else_changes_does_not_scroll_the_grid_and_newly_read_photos_do(
    qtbot: QtBot, shown: Shown, photo_folder: Folder
) -> None:
    scan = shown.scan(scan_of(photo_folder(classes=2, each=150, size=(8, 8))))
    bar = shown.tab.photos.grid.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(400)
    shown.show(name="Better name")
    shown.show(reading=True)
    shown.show(reading=False, config=TrainConfig(data="", augmentation=Augmentation(crop=True)))
    shown.show(gone=("/photos", "1"))
    shown.show(gone=("", ""))
    assert bar.value() == 400
    shown.tab.photos.chart.choose("class 1")
    shown.scan(scan)
    assert bar.value() == 0
    assert shown.tab.photos.chart.current == "class 1"


def test_another_folder_is_shown_from_the_beginning(shown: Shown, photo_folder: Folder) -> None:
    shown.scan(scan_of(photo_folder(classes=2, each=6, name="first")))
    tab = shown.tab
    tab.pages.choose(LEFT_OUT)
    tab.photos.splits.choose(2)
    tab.photos.chart.choose("class 1")
    second = scan_of(photo_folder(classes=1, each=5, name="second"))
    shown.scan(msgspec.structs.replace(second, left_out=[]))
    assert (tab.pages.current, tab.photos.splits.current, tab.photos.chart.current) == (PHOTOS, 0, None)
    assert not tab.pages.button(LEFT_OUT).isVisible()
    assert len(shown.paths) == 5
    shown.show(photos=None)
    assert shown.paths == []
    assert tab.stack.currentWidget() is tab.empty


def test_photos_on_an_unplugged_drive_can_be_relinked(
    qtbot: QtBot, shown: Shown, photo_folder: Folder, tmp_path: Path
) -> None:
    shown.scan(scan_of(photo_folder(classes=2, each=4)))
    tab = shown.tab
    shown.show(gone=("/media/usb/photos", "1"))
    assert tab.stack.currentWidget() is tab.empty
    assert "/media/usb/photos" in tab.empty.accessibleName()
    with qtbot.waitSignal(tab.relink_requested) as asked:
        tab.empty.button.click()
        choose(tab, tmp_path)
    assert asked.args == ["1", str(tmp_path)]
    shown.show(gone=("", ""))
    assert tab.stack.currentWidget() is tab.main


def test_two_hundred_classes_with_long_and_right_to_left_names(shown: Shown) -> None:
    names = [f"{'a very long class name ' * 6}{n}" for n in range(199)] + ["שם מחלקה ארוך מאוד שלא נכנס לשורה אחת"]
    shown.scan(Scan({"1": "/photos"}, names, [Photo(f"{n % 200}/{n}.jpg", names[n % 200], "train") for n in range(2000)]))  # fmt: skip
    photos = shown.tab.photos
    assert photos.chart.width() <= 248
    index = photos.chart.classes.index(1)
    assert names[0] in index.data(Qt.ItemDataRole.ToolTipRole)
    assert not shown.tab.grab().isNull()
    photos.chart.choose(names[199])
    assert photos.grid.tiles.rowCount() == 10


def test_which_folders_are_the_classes_is_chosen(qtbot: QtBot, shown: Shown, photo_folder: Folder) -> None:
    scan = scan_of(photo_folder(classes=2, each=4))
    choice = shown.tab.levels
    shown.scan(scan)
    assert choice.isHidden()
    levels = [Level(1, ["2023", "2024"], 2), Level(2, ["a & b", "owl"], 2)]
    shown.scan(msgspec.structs.replace(scan, levels=levels, class_level=1))
    assert choice.isVisible()
    assert choice.segments
    assert [choice.segments.button(place).accessibleName() for place in (0, 1)] == [
        "2023, 2024 (2 classes)",
        "a & b, owl (2 classes)",
    ]
    with qtbot.waitSignal(shown.tab.class_level_chosen) as chosen:
        choice.segments.button(1).click()
    assert chosen.args == [2]
    assert choice.segments.current == 0, "until the folder is read so"
    shown.scan(msgspec.structs.replace(scan, levels=levels, class_level=2))
    assert choice.segments.current == 1
    shown.scan(scan)
    assert choice.isHidden()
