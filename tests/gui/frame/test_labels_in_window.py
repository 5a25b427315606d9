"""The Labels step in the whole window: how few clicks lead to the first suspicious photo, and that undo goes there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.labels.tab import REVIEW
from tests.gui.frame.test_accessibility import tab_order
from tests.gui.labels.planted import planted, settle

Open = Callable[..., MainWindow]


def opened(qtbot: QtBot, open_window: Open, tmp_path: Path) -> MainWindow:
    """With a project that has been checked."""
    project = planted(tmp_path)
    window = open_window()
    session = Wiring.of(window).session
    session.project.open_project(project)
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
    settle(qtbot, session)
    return window


def test_two_clicks_from_an_open_project_to_the_first_suspicious_photo(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = opened(qtbot, open_window, tmp_path)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    clicks = 0
    assert window.step != "labels"
    for button in (window.rail.buttons["labels"], window.tab("labels").primary):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        clicks += 1
    page = window.tab("labels").review
    assert clicks == 2
    assert page.question.isVisible()
    assert page.question.text() == "Labelled “glass”, but probably “metal” (90\u202f%). What is it?"
    assert page.picture.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page)
    qtbot.keyClick(page, Qt.Key.Key_S)
    assert page.detail.text() == "000001.png · photo 2 of 24", "and the next key decides"


def test_undo_goes_to_the_photo_from_any_step(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = opened(qtbot, open_window, tmp_path)
    session = Wiring.of(window).session
    window.tab("labels")
    for _ in range(3):
        session.review.decide("suggested")
    settle(qtbot, session)
    window.show_step("model")
    session.undo.undo()
    settle(qtbot, session)
    assert (window.step, session.review.place) == ("labels", 2)
    assert window.tab("labels").pages.current == REVIEW


def test_tab_ends_at_the_primary_button_also_with_a_result(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = opened(qtbot, open_window, tmp_path)
    window.show_step("labels")
    tab = window.tab("labels")
    order = [one for one in tab_order(window) if tab.isAncestorOf(one)]
    assert [one for one in order if one in (*tab.check.rows, tab.primary)] == [*tab.check.rows, tab.primary]
    assert order[-1] is tab.primary
