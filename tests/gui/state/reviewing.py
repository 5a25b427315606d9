"""A session that reviews a small project; nothing runs beside it, and what it asks the processes the test answers."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from pytestqt.qtbot import QtBot

from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.review import Review
from cnn_desktop.gui.state.session import Session
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.suspects import SuspectRow
from tests.gui.connected import Asker
from tests.gui.labels.planted import settle


class Reviewing:
    """And what it has told."""

    def __init__(self, qtbot: QtBot, project: Path | None = None) -> None:
        self.qtbot, self.session, self.asker = qtbot, Session(Programs()), Asker()
        self.session.processes.ask = self.asker.ask  # type: ignore[method-assign,assignment]
        self.notices: list[Notice] = []
        self.told: list[Changed] = []
        self.session.notice.connect(self.notices.append)
        self.session.review.changed.connect(self.told.append)
        if project:
            self.open(project)

    def open(self, project: Path) -> None:
        self.session.project.open_project(project)
        self.qtbot.waitUntil(lambda: self.session.project.photos is not None and not self.session.jobs.now.running)
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.session)

    @property
    def review(self) -> Review:
        return self.session.review

    @property
    def opened(self) -> Opened:
        assert self.session.project.opened
        return self.session.project.opened

    def row(self) -> SuspectRow:
        """The suspect that is looked at."""
        assert self.review.now
        return self.review.now.row

    def name(self) -> str:
        """The file's name of the photo that is looked at."""
        return self.row().path.rsplit("/", 1)[-1]

    def labels(self) -> dict[str, str]:
        """File name → label, as the project has it; without those that are excluded."""
        return {photo.path.rsplit("/", 1)[-1]: photo.label for photo in self.opened.photos.scan().photos}

    def stand(self) -> list[str]:
        """What the decisions that stand say, by rank."""
        return [row.decision.kind for row in self.opened.suspects.page("decided", most=1000) if row.decision]

    def said(self) -> str:
        return " / ".join(notice.text for notice in self.notices)

    @contextlib.contextmanager
    def cannot_write(self) -> Iterator[None]:
        """The project's file cannot be written to meanwhile."""
        database = self.opened._database
        with database.reading() as db:
            db.execute("PRAGMA query_only=ON")
        yield
        self.settle()
        with database.reading() as db:
            db.execute("PRAGMA query_only=OFF")

    def close(self) -> None:
        self.session.close()


BeginReview = Callable[..., Reviewing]
