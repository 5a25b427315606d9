"""Labelling in the Dataset tab: a key, a letter, a menu, a drop on a class; what is picked stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.show_photo import BARS, Histogram, PhotoFile
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import ClassCount, Finding, PhotoFacts
from cnn_desktop.gui.dataset import details_view
from cnn_desktop.gui.dataset.listing import Listing
from cnn_desktop.gui.dataset.photos_page import PhotosPage
from cnn_desktop.gui.kit.class_picker import ClassPicker
from cnn_desktop.gui.kit.photo_loader import LoadedPhoto
from cnn_desktop.gui.kit.picking_view import drag_data
from cnn_desktop.gui.kit.theme import Theme
from tests.gui.tab_tools import ThumbnailMaker

NAMES = ["glass", "metal", "paper & card"]
CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


class Rows:
    """A listing of these rows, at hand at once."""

    def __init__(self, rows: list[PhotoRow]) -> None:
        self.rows = rows

    @property
    def count(self) -> int:
        return len(self.rows)

    def page(self, start: int, count: int, then: Callable[[list[PhotoRow]], None]) -> None:
        then(self.rows[start : start + count])


class Shown:
    """A page, and what stands for the project: rows that are changed as it is told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.rows = [PhotoRow(f"{n:02}.jpg", NAMES[n % 3], "train", told=NAMES[n % 3], id=n + 1) for n in range(60)]
        self.asked: list[tuple[PhotoFilter, PhotoSort]] = []
        self.page = PhotosPage(ThumbnailMaker(), self._find)
        qtbot.addWidget(self.page)
        self.page.resize(900, 500)
        self.page.labelling.allow(True)
        self.told: list[tuple[object, ...]] = []
        for name in ("relabel", "exclude", "restore", "class_rename", "class_merge", "class_add", "class_delete"):
            wanted = getattr(self.page.labelling, f"{name}_wanted")
            wanted.connect(lambda *what, name=name: self.told.append((name, *what)))
        self.show()
        self.page.show()
        self.grid, self.chart = self.page.grid, self.page.chart
        qtbot.waitUntil(lambda: self.page.row(0) is not None)

    def show(self) -> None:
        """As they are now."""
        count = {name: sum(row.label == name for row in self.rows) for name in NAMES}
        findings = [Finding(say("Blurred."), "blurred", ["00.jpg"])]
        counts = [ClassCount(name, n) for name, n in count.items()]
        self.page.show_photos(PhotoFacts({"1": "/photos"}, counts, findings=findings))

    def _find(self, wanted: PhotoFilter, sort: PhotoSort, then: Callable[[Listing], None]) -> None:
        self.asked.append((wanted, sort))
        then(Rows([row for row in self.rows if wanted.label in (None, row.label) and wanted.name in row.path]))


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Iterator[Shown]:
    yield Shown(qtbot)
    while popup := QApplication.activePopupWidget():
        popup.close()


def popup() -> QWidget:
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def entries(menu: QWidget) -> dict[str, object]:
    assert isinstance(menu, QMenu)
    return {action.text().replace("&&", "+").replace("&", ""): action for action in menu.actions() if action.text()}


def test_from_a_wrong_label_to_the_right_one_is_one_key(qtbot: QtBot, shown: Shown) -> None:
    shown.grid.setCurrentIndex(shown.grid.tiles.index(4))
    qtbot.keyClick(shown.grid, Qt.Key.Key_1)
    assert shown.told == [("relabel", [range(4, 5)], "glass")]


def test_or_two_clicks(qtbot: QtBot, shown: Shown) -> None:
    place = shown.grid.visualRect(shown.grid.tiles.index(4)).center()
    qtbot.mousePress(shown.grid.viewport(), Qt.MouseButton.RightButton, pos=place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, shown.grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(shown.grid.viewport(), event)
    menu = popup()
    labels = entries(entries(menu)["Label as"].menu())  # type: ignore[attr-defined]
    assert list(labels) == ["glass\t1", "metal\t2", "paper + card\t3", "Another class…"]
    assert [action.isChecked() for action in list(labels.values())[:3]] == [False, True, False]  # type: ignore[attr-defined]
    labels["paper + card\t3"].trigger()  # type: ignore[attr-defined]
    entries(menu)["Exclude"].trigger()  # type: ignore[attr-defined]
    assert shown.told == [("relabel", [range(4, 5)], "paper & card"), ("exclude", [range(4, 5)])]


def test_a_letter_asks_for_the_class_of_all_that_are_picked(qtbot: QtBot, shown: Shown) -> None:
    shown.grid.pick([range(2, 5), range(9, 11)], 9)
    assert shown.page.count.text() == "5 of 60 selected"
    qtbot.keyClicks(shown.grid, "m")
    picker = popup()
    assert isinstance(picker, ClassPicker)
    assert (picker.accessibleName(), picker.field.text()) == ("Label 5 photos as", "m")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert shown.told == [("relabel", [range(2, 5), range(9, 11)], "metal")]
    assert shown.grid.pick_count == 5


def test_photos_are_dropped_on_a_class_and_files_are_left_to_the_window(qtbot: QtBot, shown: Shown) -> None:
    shown.grid.pick([range(3)], 0)
    chart, copy, none = shown.chart, Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    on = [chart.visualRect(chart.classes.index(row)).center() for row in range(3)]
    ours, files = drag_data(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a.jpg")])
    forged = QMimeData()
    forged.setData(ours.formats()[0], b"1")
    for data, place, taken in (
        (ours, on[2], True),
        (ours, on[0], False),
        (files, on[2], False),
        (forged, on[2], False),
    ):
        enter = QDragEnterEvent(place, copy, data, LEFT, none)
        chart.dragEnterEvent(enter)
        assert enter.isAccepted() == (data is ours)
        move = QDragMoveEvent(place, copy, data, LEFT, none)
        chart.dragMoveEvent(move)
        assert move.isAccepted() == taken
        assert not chart.grab().isNull()
        drop = QDropEvent(QPointF(place), copy, data, LEFT, none)
        chart.dropEvent(drop)
        assert drop.isAccepted() == taken
        assert chart.target == 0
    assert shown.told == [("relabel", [range(3)], "metal")]


def test_what_can_be_done_with_a_class(qtbot: QtBot, shown: Shown) -> None:
    chart = shown.chart
    chart.setCurrentIndex(chart.classes.index(2))
    qtbot.keyClick(chart, Qt.Key.Key_Menu)
    assert list(entries(popup())) == ["Rename", "Merge into…", "Delete", "Add a class…"]
    menu = popup()
    entries(menu)["Delete"].trigger()  # type: ignore[attr-defined]
    entries(menu)["Merge into…"].trigger()  # type: ignore[attr-defined]
    menu.close()
    picker = shown.chart.findChildren(ClassPicker)[-1]
    assert picker.list.model().rowCount() == 2
    qtbot.keyClicks(picker.field, "pap")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    new = shown.page.labelling.ask_new_class(QPoint(5, 5))
    qtbot.keyClicks(new.field, " plastic ")
    qtbot.keyClick(new.field, Qt.Key.Key_Return)
    assert shown.told == [("class_delete", "metal"), ("class_merge", "metal", "paper & card"), ("class_add", "plastic")]


def test_a_class_is_renamed_where_it_stands(qtbot: QtBot, shown: Shown) -> None:
    chart = shown.chart
    chart.rename("metal")
    field = chart.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "metal"
    field.setText("  tin ")
    with qtbot.waitSignal(shown.page.labelling.class_rename_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown.told == [("class_rename", "metal", "tin")]
    assert chart.classes.names == NAMES, "until the project says so"


def test_nothing_is_told_while_labels_may_not_be_changed(qtbot: QtBot, shown: Shown) -> None:
    shown.page.labelling.allow(False)
    shown.grid.pick([range(3)], 0)
    qtbot.keyClicks(shown.grid, "1g")
    qtbot.keyClick(shown.grid, Qt.Key.Key_Delete)
    shown.chart.dropped.emit("metal")
    shown.chart.rename("metal")
    shown.chart.menu_wanted.emit("metal", QPoint())
    assert QApplication.activePopupWidget() is None
    assert not shown.chart.acceptDrops()
    assert shown.told == []


def test_after_a_change_of_labels_nothing_moves(qtbot: QtBot, shown: Shown) -> None:
    bar = shown.grid.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    shown.grid.pick([range(30, 33)], 31)
    bar.setValue(217)
    shown.rows[31] = msgspec.structs.replace(shown.rows[31], label="glass")
    shown.show()
    assert (bar.value(), shown.grid.currentIndex().row(), shown.grid.picked_rows()) == (217, 31, [range(30, 33)])
    assert shown.grid.tiles.tile(31).text == "31.jpg, metal, training", "no hole until it is known anew"
    qtbot.waitUntil(lambda: shown.grid.tiles.tile(31).sign == "edited")
    assert shown.grid.tiles.tile(31).text == "31.jpg, glass, training, from folder metal"
    shown.chart.choose("glass")
    shown.grid.setCurrentIndex(shown.grid.tiles.index(20))
    qtbot.waitUntil(lambda: shown.page.row(20) is not None)
    last = shown.page.row(20)
    assert last is not None
    shown.rows[shown.rows.index(last)] = msgspec.structs.replace(last, label="metal")
    shown.show()
    assert shown.grid.currentIndex().row() == 19, "it was the last one of its class"
    assert shown.grid.picked_rows() == [range(19, 20)]


def test_searching_and_showing_all_again(qtbot: QtBot, shown: Shown) -> None:
    shown.page.bar.search.setText("no such photo")
    shown.page.bar.search.returnPressed.emit()
    assert shown.asked[-1] == (PhotoFilter(name="no such photo"), PhotoSort())
    assert shown.page.show_all.isVisible()
    shown.chart.choose("metal")
    assert shown.asked[-1][0] == PhotoFilter("metal", name="no such photo")
    shown.page.show_all.click()
    assert shown.asked[-1] == (PhotoFilter(), PhotoSort())
    assert shown.page.count.text() == "60 photos"
    assert shown.chart.current is None


def test_only_the_newest_answer_is_shown(qtbot: QtBot, shown: Shown) -> None:
    late: list[Callable[[Listing], None]] = []
    shown.page._find = lambda wanted, sort, then: late.append(then)
    shown.chart.choose("metal")
    shown.chart.choose("glass")
    late[1](Rows(shown.rows[:2]))
    late[0](Rows(shown.rows[:9]))
    assert shown.page.count.text() == "2 photos"


def test_the_panel_shows_the_current_photo(qtbot: QtBot, shown: Shown) -> None:
    page, details = shown.page, shown.page.details
    assert not details.isVisible()
    with qtbot.assertNotEmitted(page.photo_wanted):
        shown.grid.setCurrentIndex(shown.grid.tiles.index(1))
    with qtbot.waitSignals([page.details_toggled, page.photo_wanted]):
        page.details_button.click()
    path = str(Path("/photos/01.jpg"))
    assert details.facts.path == path
    levels, counts = [page.grab().toImage()], [0] * (BARS - 1) + [9]
    file = PhotoFile(path, 60, 40, 2_345_678, "JPEG", "Canon EOS 90D")
    page.show_file(LoadedPhoto(levels, msgspec.structs.replace(file, path="/photos/99.jpg")))
    assert details.facts.file is None, "of another photo"
    page.show_file(LoadedPhoto(levels, file, Histogram(counts, counts, counts)))
    assert [(name.text(), value.text()) for name, value in details.lines if name.text()] == [
        ("Class", "metal"), ("Split", "training"), ("Size", "60 × 40 pixels"), ("File", "JPEG, 2.3 MB"), ("Camera", "Canon EOS 90D"),
    ]  # fmt: skip
    assert not details.grab().isNull()
    shown.grid.setCurrentIndex(shown.grid.tiles.index(2))
    page.show_fault(str(Path("/photos/02.jpg")), "it is empty.")
    assert details.fault.text() == "It is empty."
    assert not details.histogram.isVisible()
    page.show_details(False)
    assert not details.isVisible()


def test_details_in_words() -> None:
    row = PhotoRow("a/1.jpg", "owl", "val", told="jay", excluded=True)
    told = details_view.view(details_view.Facts(row, str(Path("/photos/a/1.jpg"))))
    assert list(told.lines) == [("Class", "owl"), ("From folder", "jay"), ("Split", "excluded")]
    assert (told.name, told.folder) == ("1.jpg", str(Path("/photos/a")))
    assert details_view.view(details_view.Facts()).instead == "Choose a photo to see its details."
