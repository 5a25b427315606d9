"""The menus: what has a place in them without being known to them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.message import say
from cnn_desktop.gui.frame import menus
from cnn_desktop.gui.frame.menus import Menus
from cnn_desktop.gui.state.session import Session


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def titles(window: QMainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions() if action.isVisible()]


def test_a_job_for_a_menu_is_one_line(window: QMainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def count(session: Session) -> None:
        session.jobs.start(ScanFolder("/photos", ""))

    monkeypatch.setattr(menus, "JOB_ACTIONS", ((say("&Count the photos"), count),))
    made = Menus(window)
    assert "&Jobs" in titles(window)
    [(action, begin)] = made.jobs.items()
    assert (action.text(), action in made.of_project, begin) == ("&Count the photos", True, count)


def test_without_such_jobs_there_is_no_menu_for_them(window: QMainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(menus, "JOB_ACTIONS", ())
    assert Menus(window).jobs == {}
    assert "&Jobs" not in titles(window)


def test_undo_says_what_it_undoes(window: QMainWindow) -> None:
    made = Menus(window)
    made.show_undo("Learning rate", "")
    assert (made.undo.text(), made.undo.isEnabled()) == ("&Undo: Learning rate", True)
    assert (made.redo.text(), made.redo.isEnabled()) == ("&Redo", False)
