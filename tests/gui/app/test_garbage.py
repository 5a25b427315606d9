"""Cycles end in the window's thread, whichever thread allocates."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.app.garbage import Garbage
from cnn_desktop.gui.kit.hands import Hands


class Node:
    """Half a cycle; says where it ended."""

    def __init__(self, ended: list[str]) -> None:
        self.itself = self
        self.ended = ended
        self.thing = QObject()

    def __del__(self) -> None:
        self.ended.append(threading.current_thread().name)


def test_cycles_end_in_the_windows_thread(qtbot: QtBot, qapp: QApplication) -> None:
    assert Garbage.on(qapp) is Garbage.on(qapp)
    assert not gc.isenabled()
    ended: list[str] = []
    kept = weakref.ref(Node(ended))
    Hands("allocates").submit(lambda: [[n] for n in range(100_000)]).result(20)
    assert kept() is not None, "another thread allocates, and collects nothing"
    assert ended == []


def test_what_is_due_is_collected_by_the_clock(qtbot: QtBot, qapp: QApplication) -> None:
    owner, ended = QObject(), list[str]()
    Garbage(owner, every=5)
    Node(ended)
    keep = [[n] for n in range(2000)]
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.main_thread().name]
    assert len(keep) == 2000
