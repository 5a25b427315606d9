"""Whatever hangs, the window says so where it can know, and can be stopped and closed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.predict import Predict
from cnn_desktop.domain.message import Message
from cnn_desktop.gui.children.silence import Patience
from cnn_desktop.gui.frame.message_bar import MessageRow
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.details import MOST
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.job_state import Notice
from tests.gui.frame.window_tools import train
from tests.patience import PATIENCE

Open = Callable[..., MainWindow]
Folder = Callable[..., Path]
SHORT = Patience(grace=0.5, silence=30, tick_ms=50)


def asking(window: MainWindow) -> list[MessageRow]:
    return [row for row in window.messages.rows if row.notice.asks]


def press(qtbot: QtBot, row: MessageRow, words: str) -> None:
    (button,) = [one for one in row.findChildren(QPushButton) if one.text() == words]
    qtbot.waitUntil(button.isVisible)  # the row is laid out first
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def living() -> list[psutil.Process]:
    return [one for one in psutil.Process().children(recursive=True) if one.status() != psutil.STATUS_ZOMBIE]


def held_child() -> int:
    """Stops the child that trains; its process id."""
    (child,) = [one for one in living() if one.cmdline()[-1] == "long"]
    os.kill(child.pid, signal.SIGSTOP)
    return child.pid


def test_a_training_that_gives_no_sign_of_life_is_asked_about(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=10), how="long", patience=SHORT, shared="")
    session = Wiring.of(window).session
    train(qtbot, window)
    pid = held_child()
    qtbot.waitUntil(lambda: len(asking(window)) == 1)
    row = asking(window)[0]
    assert row.notice.text.startswith("The training process has not responded for a minute.")
    for number in range(3):
        window.show_notice(Notice("warning", f"{number}"))
    assert asking(window) == [row], "what asks is not pushed out"
    press(qtbot, row, "Wait")
    assert asking(window) == []
    assert session.jobs.now.running
    qtbot.waitUntil(lambda: len(asking(window)) == 1)
    os.kill(pid, signal.SIGCONT)
    session.jobs.pause()  # upon which it speaks
    qtbot.waitUntil(lambda: asking(window) == [])
    os.kill(pid, signal.SIGSTOP)
    qtbot.waitUntil(lambda: len(asking(window)) == 1)
    press(qtbot, asking(window)[0], "Stop")
    assert session.jobs.now.stopping
    qtbot.waitUntil(lambda: not session.jobs.now.running)
    assert session.jobs.result
    assert session.jobs.result.outcome == "stopped"
    assert asking(window) == []
    assert not psutil.pid_exists(pid)


def test_a_question_that_gets_no_sign_of_life_is_asked_about(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window(patience=SHORT)
    session, ends = Wiring.of(window).session, list[str]()
    questions = [
        session.processes.ask(Predict(run="r", paths=[path]), None, lambda ended: ends.append(ended.outcome))
        for path in (str(tmp_path / "held"), "1.jpg")
    ]
    qtbot.waitUntil(lambda: len(asking(window)) == 1)
    assert asking(window)[0].notice.text.startswith("The helper process has not responded")
    window.messages.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(asking(window)) == 1, timeout=10_000)
    press(qtbot, asking(window)[0], "Stop")
    qtbot.waitUntil(lambda: ends == ["stopped", "finished"], timeout=10_000)
    assert asking(window) == []
    assert len(questions) == 2


def test_a_sentence_and_details_of_millions_of_letters_are_shown_cut(qtbot: QtBot, open_window: Open) -> None:
    window, huge = open_window(), "x y\n" * 10_000_000
    text = Message("{n}", {"n": huge}).render(QT_WORDS)
    window.show_notice(Notice("error", text, huge))
    row = window.messages.rows[0]
    qtbot.mouseClick(row.details.open, Qt.MouseButton.LeftButton)
    assert len(row.text.text()) < 50_000
    assert len(row.details.box.toPlainText()) <= MOST + 1
    qtbot.mouseClick(row.close_button, Qt.MouseButton.LeftButton)
    assert window.messages.rows == []


@pytest.fixture
def fifo(tmp_path: Path) -> Iterator[Path]:
    """A file whose reader hangs until the test is over."""
    os.mkfifo(tmp_path / "fifo")
    yield tmp_path / "fifo"
    os.close(os.open(tmp_path / "fifo", os.O_RDWR | os.O_NONBLOCK))


def test_the_window_closes_while_everything_hangs(
    qtbot: QtBot, open_window: Open, photo_folder: Folder, fifo: Path
) -> None:
    """The training is held, the shared child hangs in the system, the background in a disk."""
    window = open_window(photo_folder(classes=2, each=10), how="long", shared="")  # with the usual patience
    session, begun = Wiring.of(window).session, threading.Event()
    train(qtbot, window)
    held_child()
    questions = [session.processes.ask(Predict(run="r", paths=[str(fifo)])) for _ in range(3)]
    qtbot.waitUntil(lambda: len(living()) >= 2)
    session.background.run(lambda: (begun.set(), fifo.read_bytes()))
    assert begun.wait(PATIENCE)
    began = time.monotonic()
    with qtbot.waitSignal(window.closed, timeout=10_000):
        Wiring.of(window).close()
    assert not window.isVisible()
    assert time.monotonic() - began < PATIENCE, "5 s on a computer with nothing else to do"
    assert living() == []
    assert len(questions) == 3
