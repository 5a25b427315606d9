"""A right click on a photo: by mouse and by keys, and what its entries do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import LeftOut
from cnn_desktop.gui.dataset.left_out_list import LeftOutList
from cnn_desktop.gui.kit.file_manager import FileManager, commands
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.viewer.tab import ViewerTab
from cnn_desktop.gui.viewer.view import Facts, view
from tests.gui.tab_tools import ThumbnailMaker

NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[ThumbnailGrid]:
    grid = ThumbnailGrid(ThumbnailSource(ThumbnailMaker()), "Photos")
    grid.source.setParent(grid)
    qtbot.addWidget(grid)
    grid.resize(640, 480)
    grid.show()
    grid.show_tiles([Tile(str(tmp_path / f"{number}.jpg"), f"photo {number}") for number in range(9)])
    yield grid
    if isinstance(open_menu := QApplication.activePopupWidget(), QMenu):
        open_menu.close()


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(words: str) -> None:
    entries = {action.text().replace("&", ""): action for action in menu().actions()}
    entries[words].trigger()
    menu().close()


def right_click(widget: QWidget, at: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)


def test_a_right_click_is_for_the_photo_under_the_mouse(qtbot: QtBot, grid: ThumbnailGrid, tmp_path: Path) -> None:
    right_click(grid.viewport(), grid.visualRect(grid.tiles.index(2)).center())
    choose("Copy path")
    assert QGuiApplication.clipboard().text() == str(tmp_path / "2.jpg")
    right_click(grid.viewport(), grid.visualRect(grid.tiles.index(3)).center())
    with qtbot.waitSignal(grid.opened) as opened:
        choose("Open in Viewer")
    assert opened.args == [str(tmp_path / "3.jpg")]
    right_click(grid.viewport(), QPoint(grid.viewport().width() - 3, 470))
    assert QApplication.activePopupWidget() is None, "there is no photo"


@pytest.mark.parametrize(
    ("key", "more"), [(Qt.Key.Key_Menu, NOTHING), (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)]
)
def test_keys_open_it_for_the_chosen_photo(grid: ThumbnailGrid, tmp_path: Path, key: Qt.Key, more: Any) -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, key, more)
    grid.setCurrentIndex(QModelIndex())
    QApplication.sendEvent(grid, press)
    assert QApplication.activePopupWidget() is None, "nothing is chosen"
    grid.setCurrentIndex(grid.tiles.index(4))
    QApplication.sendEvent(grid, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1)))
    first = menu()
    QApplication.sendEvent(grid, press)
    assert menu() is first, "some systems tell it twice"
    first.close()
    QApplication.sendEvent(grid, press)
    choose("Copy path")
    assert QGuiApplication.clipboard().text() == str(tmp_path / "4.jpg")


def test_the_viewers_photo_has_one_too(qtbot: QtBot, theme: Theme) -> None:
    tab = ViewerTab(ThumbnailMaker())
    qtbot.addWidget(tab)
    tab.resize(824, 670)
    tab.show()
    tab.show_view(view(Facts()))
    right_click(tab, tab.rect().center())
    assert QApplication.activePopupWidget() is None
    tab.show_view(view(Facts("/x/a.jpg", total=1, fault="It is damaged.")))
    right_click(tab, tab.photo_stack.mapTo(tab, tab.photo_stack.rect().center()))
    assert [action.text() for action in menu().actions()] == ["Show in &folder", "&Copy path"]
    menu().close()
    QApplication.sendEvent(tab.view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Menu, NOTHING))
    choose("Copy path")
    assert QGuiApplication.clipboard().text() == "/x/a.jpg"


def test_files_left_out_have_one(qtbot: QtBot, theme: Theme) -> None:
    files = LeftOutList()
    qtbot.addWidget(files)
    files.show()
    files.show_files("/photos", [LeftOut("cat/broken.jpg", say("it is empty."))])
    files.setCurrentIndex(files.files.index(0, 0))
    QApplication.sendEvent(files, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Menu, NOTHING))
    choose("Copy path")
    assert QGuiApplication.clipboard().text() == str(Path("/photos/cat/broken.jpg"))


def program(folder: Path, name: str, code: int, into: Path) -> None:
    """A program called `name` that writes what it was asked into a file, and ends with `code`."""
    file = folder / name
    file.write_text(
        f'#!{sys.executable}\nimport sys\nopen({str(into)!r}, "a").write(repr(sys.argv[1:]) + "\\n")\nsys.exit({code})\n'
    )
    file.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="the programs are Linux's")
def test_show_in_folder_chooses_the_file_and_falls_back_to_its_folder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bin_, told, photo = tmp_path / "bin", tmp_path / "told.txt", tmp_path / "ä, b" / "my photo.jpg"
    bin_.mkdir()
    monkeypatch.setenv("PATH", str(bin_))
    files, failed = FileManager(), []
    files.failed.connect(failed.append)
    files.show(str(photo))
    qtbot.waitUntil(lambda: bool(failed), timeout=10_000)
    assert str(photo) in failed[0]
    program(bin_, "xdg-open", 0, told)
    files.show(str(photo))
    qtbot.waitUntil(lambda: told.exists() and told.read_text() == f"{[str(photo.parent)]!r}\n", timeout=10_000)
    told.unlink()
    program(bin_, "dbus-send", 0, told)
    files.show(str(photo))
    qtbot.waitUntil(lambda: told.exists() and told.read_text().endswith("\n"), timeout=10_000)
    assert "array:string:file:///" in told.read_text()
    assert "my%20photo.jpg" in told.read_text()
    assert "%2C" in told.read_text(), "a comma would end the address"
    assert told.read_text().count("\n") == 1, "one program is enough"
    assert len(failed) == 1


def test_every_system_has_its_own_way() -> None:
    file = Path("/x/a b.jpg")
    assert commands(file, "win32") == [["explorer", "/select,", str(file)]]
    assert commands(file, "darwin") == [["open", "-R", str(file)]]
    assert [program[0] for program in commands(Path(file).absolute(), "linux")] == ["dbus-send", "gdbus", "xdg-open"]
