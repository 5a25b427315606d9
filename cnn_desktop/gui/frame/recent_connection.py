"""Recent projects ↔ what is remembered of them: in the menu, and as cards on the start page."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from cnn_desktop.gui.frame.start_view import look_up
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.kit.hands import Hands
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.preferences import Memory, RecentProject
from cnn_desktop.gui.state.session import Session


class _LookUp(QObject):
    """Looks at the disks for recent projects, away from the window's thread. Without a parent: the work keeps it (ADR 6)."""

    done = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._hands = Hands("recent")

    def begin(self, recent: list[RecentProject]) -> None:
        today = datetime.date.today()
        self._hands.submit(lambda: self.done.emit([look_up(project, today) for project in recent]))


class RecentConnection(QObject):
    """Lives as long as the window."""

    def __init__(
        self, window: MainWindow, session: Session, memory: Memory, open_project: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._memory, self._open = window, session, memory, open_project
        self._lookup = _LookUp()
        self._lookup.done.connect(window.start.show_recent)
        window.start.forget_pressed.connect(self._forget)
        session.changed.connect(self._take)

    def show(self) -> None:
        """As they are remembered now; what the disks tell of them comes later."""
        self._window.menus.show_recent(self._memory.recent, self._open)
        self._lookup.begin(self._memory.recent)

    def _take(self, changed: Changed) -> None:
        if changed.any("runs", "report"):
            self._remember_accuracy()

    def _remember_accuracy(self) -> None:
        project, runs = self._session.project.info, self._session.runs.all
        if project is None or not runs:
            return
        tested = [run.test_accuracy for run in runs if run.test_accuracy is not None]
        checked = [run.val_accuracy for run in runs if run.val_accuracy is not None]
        self._memory.remember_project(
            project.path,
            project.name,
            accuracy=max(tested or checked, default=None),
            tested=bool(tested),
            unfinished=self._session.runs.resumable is not None,
        )

    def _forget(self, path: str) -> None:
        self._memory.forget_project(path)
        self.show()
