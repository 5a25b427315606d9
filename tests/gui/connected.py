"""A step's tab connected to a session of its own, without a window; what it asks the processes, the test answers.

Only photos for the Viewer are decoded, here, when no real processes are asked.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from cnn_desktop.dataset.shown import show_photo
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.show_photo import ShowPhoto
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.message import say
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.preferences import Memory
from cnn_desktop.gui.state.session import Session
from cnn_desktop.project.facts import Contents, History, ProjectInfo
from cnn_desktop.project.undo import Steps


class _Handle:
    """What the asker keeps."""

    dropped = False

    def drop(self) -> None:
        self.dropped = True

    def stop(self) -> None:
        """Heard, and answered by the test."""


class Asker:
    """In the place of the processes. `asked` are the jobs, in their order; a question that was let go of hears nothing."""

    def __init__(self) -> None:
        self.asked: list[Job] = []
        self.pictures: list[str] = []
        """Photos of which thumbnails were asked for, which never come."""
        self._questions: list[Callable[[Event], object]] = []

    def ask(
        self,
        job: Job,
        on_event: Callable[[Event], object] | None = None,
        on_end: Callable[[Ended], object] | None = None,
        owner: QObject | None = None,
    ) -> _Handle:
        handle = _Handle()
        kept = weakref.ref(handle)

        def hear(event: Event) -> None:
            handle = kept()
            if handle is None or handle.dropped or (owner is not None and not shiboken6.isValid(owner)):
                return
            heard = on_end if isinstance(event, Ended) else on_event
            if heard:
                heard(event)  # type: ignore[arg-type]

        if isinstance(job, ShowPhoto):  # by the child's own function, but here
            told = list(show_photo(job, Control()))
            QTimer.singleShot(0, lambda: [hear(event) for event in told])
            return handle
        if isinstance(job, Thumbnails):
            self.pictures += job.paths
            return handle
        self.asked.append(job)
        self._questions.append(hear)
        return handle

    def tell(self, place: int, event: Event) -> None:
        """An event of the job at `place` of `asked`."""
        self._questions[place](event)

    def end(self, place: int, outcome: str = "finished", text: str = "Done.", details: str = "") -> None:
        """The job at `place` is over."""
        self._questions[place](Ended(outcome, say(text), details))  # type: ignore[arg-type]


class Watch(QObject):
    """Sees widgets that are shown as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


class Connected:
    """The tab that `connect` makes, shown; close it. With `programs`, real processes of these are asked instead."""

    def __init__(self, connect: Callable[[Shell], QWidget], programs: Programs | None = None) -> None:
        self.session, self.asker, self.memory = Session(programs or Programs()), Asker(), Memory()
        if programs is None:
            self.session.processes.ask = self.asker.ask  # type: ignore[method-assign,assignment]
        self.notices: list[Notice] = []
        self.session.notice.connect(self.notices.append)
        watch, app = Watch(), QApplication.instance()
        assert app
        app.installEventFilter(watch)
        self.shell = Shell(self.session, self.memory)
        self.tab: Any = connect(self.shell)
        app.removeEventFilter(watch)
        assert watch.seen == [], "a part of the tab was a window for a moment: the real one lost the keyboard"
        self.tab.resize(824, 670)
        self.tab.show()

    def open(self, runs: Path, report: Report | None = None, *ids: str) -> None:
        """A project whose trainings `ids`, the newest first, lie in `runs`; the newest was tested with `report`."""
        models = [RunRecord(id_, "resnet18", "finished", "2026-01-01") for id_ in ids or ("run 1",)]
        self.session.project.run_folder = runs.joinpath  # type: ignore[method-assign]
        history = History(models, models, models[0], report=report, looks=1 if report else 0)
        info = ProjectInfo(str(runs.parent), "birds")
        contents = Contents(info=info, photos=None, gone=("", ""), history=history, settings=None, steps=Steps())
        self.session.project.came.emit(contents)

    def close(self) -> None:
        if shiboken6.isValid(self.tab):
            self.tab.close()
            self.tab.deleteLater()
        self.session.close()
        self.memory.close()
