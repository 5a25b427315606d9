"""A session in tests: small fake children in torch's place, and what it has told."""

from __future__ import annotations

import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.children.silence import Patience
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.session import Session

FAKE = str(Path(__file__).parents[1] / "children" / "fake_child.py")


class Watched:
    """A session and what it has told."""

    def __init__(self, how: str, patience: Patience | None = None) -> None:
        fake = [sys.executable, FAKE, how]
        self.session = Session(Programs(full=fake, job=fake), patience=patience or Patience())
        self.notices: list[Notice] = []
        self.events: list[Event] = []
        self.session.notice.connect(self.notices.append)
        self.session.jobs.came.connect(self.events.append)

    def idle(self) -> bool:
        return not self.session.jobs.now.running

    def ended(self) -> list[Ended]:
        return [event for event in self.events if isinstance(event, Ended)]

    def said(self) -> str:
        return " / ".join(notice.text for notice in self.notices)


def train(qtbot: QtBot, watched: Watched) -> None:
    watched.session.runs.train()
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle(), timeout=10_000)
