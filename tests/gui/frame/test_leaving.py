"""Leaving while something is trained: the window asks, and does what is answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from tests.fixtures.today import unpack
from tests.gui.frame.window_tools import drop, train
from tests.patience import PATIENCE

Open = Callable[..., MainWindow]
Folder = Callable[..., Path]


def buttons(box: QMessageBox) -> dict[str, QPushButton]:
    return {button.text(): button for button in box.findChildren(QPushButton)}


def test_a_paused_training_is_asked_about_as_what_it_is(open_window: Open) -> None:
    window = open_window()
    box = window.ask_about_training(lambda: None, "Stop", paused=True)
    assert (box.windowTitle(), box.text()) == ("Training paused", "Training is paused.")
    assert set(buttons(box)) == {"&Keep paused", "Stop"}
    box.close()


def test_closing_while_training_asks_and_keep_training_keeps_the_window(
    qtbot: QtBot, open_window: Open, photo_folder: Folder, tmp_path: Path
) -> None:
    """As it does where a run was dropped, which changes nothing then."""
    window = open_window(photo_folder(classes=2, each=10), how="long")
    train(qtbot, window)
    window.close()
    box = window.findChild(QMessageBox, "training-runs")
    assert box is not None
    assert box.isVisible()
    qtbot.mouseClick(buttons(box)["&Keep training"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "training-runs") is None)
    preferences = Wiring.of(window).memory.preferences
    steps = dict(preferences.steps)
    drop(window, unpack(tmp_path) / "Shapes.cnnproj" / "runs" / "2026-11-25 22-21-40")
    box = window.findChild(QMessageBox, "training-runs")
    assert box is not None
    qtbot.mouseClick(buttons(box)["&Keep training"], Qt.MouseButton.LeftButton)
    assert preferences.steps == steps
    assert window.isVisible()
    assert Wiring.of(window).session.jobs.now.step == "training"
    assert not Wiring.of(window).session.jobs.now.stopping


def test_closing_while_training_can_pause_it(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    window = open_window(photo_folder(classes=2, each=10), how="long")
    train(qtbot, window)
    session = Wiring.of(window).session
    window.close()
    box = window.findChild(QMessageBox, "training-runs")
    assert box is not None
    assert "pause it, the window stays" in box.informativeText()
    qtbot.mouseClick(buttons(box)["&Pause"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.jobs.now.paused, timeout=10_000)
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "training-runs") is None)
    window.close()
    again = window.findChild(QMessageBox, "training-runs")
    assert again is not None
    assert "&Pause" not in buttons(again)
    assert again.text() == "Training is paused."
    qtbot.mouseClick(buttons(again)["&Keep paused"], Qt.MouseButton.LeftButton)


def test_closing_while_training_and_stop_ends_the_child_and_closes(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=10), how="long")
    train(qtbot, window)
    children = psutil.Process().children(recursive=True)
    assert children
    window.close()
    box = window.findChild(QMessageBox, "training-runs")
    assert box is not None
    with qtbot.waitSignal(window.closed, timeout=8000):
        qtbot.mouseClick(buttons(box)["&Stop and keep the best model"], Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    _, alive = psutil.wait_procs(children, timeout=PATIENCE)
    assert not alive


def test_opening_another_folder_while_training_asks_first(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=10, name="first"), how="long")
    train(qtbot, window)
    drop(window, photo_folder(classes=2, each=5, name="second"))
    session = Wiring.of(window).session
    box = window.findChild(QMessageBox, "training-runs")
    assert box is not None
    assert session.project.info is not None
    assert session.project.info.name == "first"
    qtbot.mouseClick(buttons(box)["&Stop training"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("second"), timeout=20_000)


def test_a_training_that_ends_while_the_question_is_read_makes_way_at_once(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=10, name="first"), how="long")
    session = Wiring.of(window).session
    train(qtbot, window)
    drop(window, photo_folder(classes=2, each=5, name="second"))
    box = window.findChild(QMessageBox, "training-runs")
    assert box is not None
    session.jobs.stop()  # it ends by itself meanwhile
    qtbot.waitUntil(lambda: not session.jobs.now.running, timeout=10_000)
    qtbot.mouseClick(buttons(box)["&Stop training"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("second"), timeout=20_000)
