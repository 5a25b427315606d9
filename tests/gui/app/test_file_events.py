"""A double click on macOS, which comes as an event; Qt makes the same one here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.app import app
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.project.place import OPENER


def double_click(qapp: QApplication, what: str | QUrl) -> None:
    qapp.sendEvent(qapp, QFileOpenEvent(what))


def test_a_double_click_opens_the_project_and_a_dialog_is_answered_first(
    qtbot: QtBot, qapp: QApplication, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]
) -> None:
    first = open_window(photo_folder(classes=2, each=4, name="shells"))
    session = Wiring.of(first).session
    assert session.project.info is not None
    folder = Path(session.project.info.path)
    session.project.close()
    qtbot.waitUntil(lambda: session.project.info is None)
    app.listen(qapp, first, "darwin")
    first.showMinimized()
    box = QMessageBox(first)
    box.open()
    double_click(qapp, QUrl("https://example.org/x.cnnopen"))
    double_click(qapp, str(folder / OPENER))
    assert not first.isMinimized(), "whoever clicks sees at once where the dialog is"
    assert session.project.info is None
    box.close()
    qtbot.waitUntil(lambda: session.project.info is not None)
    assert Path(session.project.info.path) == folder


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_elsewhere_no_event_passes_through_python(
    qtbot: QtBot, qapp: QApplication, open_window: Callable[..., MainWindow], tmp_path: Path, system: str
) -> None:
    window = open_window()
    requests = app.listen(qapp, window, system)
    came: list[object] = []
    requests.asked.connect(came.append)
    double_click(qapp, str(tmp_path))
    assert came == []
