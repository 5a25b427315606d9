"""Keys in the whole window: where they go, and what Esc takes away first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.viewer.tab import PHOTO, ViewerTab
from tests.gui.tab_tools import choose

Open = Callable[..., MainWindow]
Folder = Callable[..., Path]


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key on the keyboard: it goes to whatever has the focus in the active window."""

    def is_active() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    qtbot.waitUntil(is_active, timeout=20_000)
    QTest.keyClick(window.windowHandle(), key, more)


def test_escape_dismisses_the_newest_message(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for text in ("One.", "Two.", "One."):
        window.show_notice(Notice("error", text))
    assert [row.notice.text for row in window.messages.rows] == ["One.", "Two."]
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert [row.notice.text for row in window.messages.rows] == ["Two."]
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.messages.isVisible()


def test_esc_and_the_button_lead_back_within_the_viewer_first(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=4))
    window.show_step("viewer")
    tab = window.tab("viewer")
    assert isinstance(tab, ViewerTab)
    assert tab.return_button.text() == "Back to Dataset"
    session = Wiring.of(window).session
    session.selection.of = session.folder
    tab.set_inner_back("Back to the folder")
    assert tab.return_button.text() == "Back to the folder"
    for go_back in (lambda: press(qtbot, window, Qt.Key.Key_Escape), tab.return_button.click):
        tab.show_page(PHOTO)
        with qtbot.waitSignal(tab.inner_back_wanted):
            go_back()
        assert window.step == "viewer"
        assert tab.page is tab.folder
    tab.set_inner_back("")
    tab.return_button.click()
    assert window.step == "dataset"


def test_esc_closes_an_explanation_before_it_dismisses_a_message(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=4))
    window.show_step("model")
    window.show_notice(Notice("error", "It broke."))
    button = next(button for button in window.tab("model").findChildren(TeachButton) if button.isVisible())
    popover = button.explain()
    assert QApplication.activePopupWidget() is popover
    with qtbot.waitSignal(popover.destroyed):
        # the platform sends keys to the window, Qt hands them to the popup
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert [row.notice.text for row in window.messages.rows] == ["It broke."]

    def is_active() -> bool:
        window.activateWindow()  # a window of an earlier test, on its way out, may have taken it
        return window.isActiveWindow()

    qtbot.waitUntil(is_active, timeout=20_000)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.messages.rows == []


def test_the_keyboard_goes_along_with_the_step(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    window = open_window(photo_folder(classes=2, each=4))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rail = window.rail.buttons
    rail["dataset"].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert [key for key, button in rail.items() if button.shows_focus] == ["model"]
    dataset = window.tab("dataset")
    Wiring.of(window).session.seal.show()
    window.show_step("dataset")
    assert isinstance(dataset, DatasetTab)
    dataset.photos.grid.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert [key for key, button in rail.items() if button.shows_focus] == ["training"]
    window.show_step("dataset")
    dataset.photos.grid.setFocus()
    qtbot.waitUntil(lambda: all(dataset.photos.grid.tiles.tile(row).path for row in range(8)))
    dataset.photo_activated.emit(dataset.photos.grid.tiles.tile(0).path)
    qtbot.waitUntil(lambda: window.step == "viewer")
    assert window.tab("viewer").isAncestorOf(window.focusWidget())
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert window.tab("viewer").counter.text() == "2 of 8"  # type: ignore[attr-defined]


def test_keys_go_through_photos_from_anywhere_and_esc_goes_back_to_the_grid(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=6))
    session, dataset = Wiring.of(window).session, window.tab("dataset")
    assert isinstance(dataset, DatasetTab)
    session.seal.show()
    grid = dataset.photos.grid
    qtbot.waitUntil(lambda: grid.tiles.rowCount() == 12 and bool(grid.tiles.tile(2).path), timeout=10_000)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.step == "dataset", "nowhere to go back to"
    grid.setFocus()
    grid.setCurrentIndex(grid.tiles.index(2))
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.step == "viewer", timeout=10_000)
    first = session.selection.place
    window.rail.buttons["viewer"].setFocus()
    press(qtbot, window, Qt.Key.Key_Right)
    assert session.selection.place == first + 1
    window.show_notice(Notice("error", "It broke."))
    press(qtbot, window, Qt.Key.Key_Escape)
    assert (window.step, window.messages.rows) == ("viewer", []), "a message goes first"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.step == "dataset"
    assert grid.hasFocus()
    assert grid.currentIndex().row() == 2
    press(qtbot, window, Qt.Key.Key_Right)
    assert (session.selection.place, grid.currentIndex().row()) == (first + 1, 3), "the viewer's keys sleep elsewhere"
    window.show_step("model")
    window.show_step("viewer")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.step == "model"


def test_ctrl_o_opens_photos_in_the_viewer_wherever_the_keyboard_is_and_the_arrows_go_on_at_once(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    folder = photo_folder(classes=2, each=6)
    window = open_window(folder)
    photos = [str(file) for file in sorted((folder / "class 0").iterdir())]
    window.show_step("viewer", by_key=True)
    assert window.rail.buttons["viewer"].hasFocus()
    press(qtbot, window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    session, viewer = Wiring.of(window).session, window.tab("viewer")
    assert isinstance(viewer, ViewerTab)
    choose(viewer, *map(Path, photos))
    qtbot.waitUntil(lambda: window.focusWidget() is viewer.view, timeout=10_000)
    window.activateWindow()  # as a window manager does
    qtbot.waitUntil(viewer.view.hasFocus)
    press(qtbot, window, Qt.Key.Key_Right)
    assert session.selection.place == 1
    window.menuBar().setActiveAction(window.menuBar().actions()[0])
    window.menuBar().setFocus()
    press(qtbot, window, Qt.Key.Key_Right)
    assert session.selection.place == 1, "in the menu bar they are the menus'"
