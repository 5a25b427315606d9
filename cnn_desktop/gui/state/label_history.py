"""The history of the open project's labels: its newest part, what cleaning has brought, training and testing for that.

Read when somebody asks (`look`), and once a training or test of this session has ended.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.errors import DataError
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.runs import Runs

if TYPE_CHECKING:
    from cnn_desktop.project.cleaned import Standing
    from cnn_desktop.project.opened import Opened
    from cnn_desktop.project.restoring import HistoryRow

PAGE = 200
"""Changes that are read together."""


class _Found(NamedTuple):
    """What was looked up."""

    rows: list[HistoryRow]
    standing: Standing
    has_decisions: bool


class LabelHistory(QObject):
    """Lives in the GUI thread."""

    changed = Signal(object)
    """`Changed(review=True)`; with `report` when something else is known of what cleaning has brought."""
    notice = Signal(object)

    def __init__(
        self, jobs: Jobs, project: Project, runs: Runs, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._project, self._runs, self._background = jobs, project, runs, background
        self.rows: list[HistoryRow] = []
        """Newest first, as far as they were read; once all were, the last one is what the labels were in the beginning."""
        self.standing: Standing | None = None
        """None until somebody has looked."""
        self.has_decisions = False
        """There is something to export."""
        self._of: Opened | None = None
        """The project that this is of."""
        self._asked = 0
        self._is_reading_more = False
        self._to_test: list[str] = []
        """Runs that are tested one after the other, the first of them now."""
        project.came.connect(lambda _: self._forget())
        runs.changed.connect(lambda _: self._follow_runs())
        jobs.changed.connect(lambda _: self._follow_job())

    # What is known

    @property
    def is_whole(self) -> bool:
        """All of the history was read."""
        return bool(self.rows) and self.rows[-1].number == 0

    def look(self) -> None:
        """Reads it again, as much as was read before."""
        opened = self._project.opened
        if opened is None:
            return
        self._asked += 1
        asked, most, find = self._asked, max(PAGE, len(self.rows)), self._finding(opened)

        def work() -> _Found:
            return _Found(_read(opened, most), find(), opened.decisions.any())

        def show(found: _Found) -> None:
            if asked == self._asked and self._project.opened is opened:
                self._put(found)

        self._background.run(work, show, self.notice.emit)

    def more(self) -> None:
        """Reads the next part."""
        opened, asked = self._project.opened, self._asked
        if opened is None or self.is_whole or not self.rows or self._is_reading_more:
            return
        self._is_reading_more, last = True, self.rows[-1].number

        def show(rows: list[HistoryRow]) -> None:
            self._is_reading_more = False
            if asked == self._asked and self._project.opened is opened:
                self.rows = [*self.rows, *rows]
                self.changed.emit(Changed(review=True))

        def failed(notice: Notice) -> None:
            self._is_reading_more = False
            self.notice.emit(notice)

        self._background.run(lambda: _read(opened, PAGE, last), show, failed)

    def known_of(self, run: str) -> Cleaned | None:
        """What cleaning has brought, as far as somebody has looked, when the run `run` is one of the two that tell."""
        return _of_run(self.standing, run)

    def comparison(self, run: str) -> Callable[[], Cleaned | None]:
        """The same, looked up anew: to be called in the background."""
        opened = self._project.opened
        find = self._finding(opened) if opened else None

        def work() -> Cleaned | None:
            with contextlib.suppress(DataError):
                return _of_run(find(), run) if find else None
            return None

        return work

    def _finding(self, opened: Opened) -> Callable[[], Standing]:
        models, configs, used = self._runs.models, self._runs.configs, self._runs.predictor
        in_use, known = used.id if used else "", self.standing

        def find() -> Standing:
            from cnn_desktop.project.cleaned import find_standing  # not before the window is there

            return find_standing(opened.runs, opened.photos, opened.restoring, models, configs, in_use, known)

        return find

    def _put(self, found: _Found) -> None:
        is_new = found.standing != self.standing
        self.rows, self.standing, self.has_decisions = found
        self.changed.emit(Changed(review=True, report=is_new))

    def _forget(self) -> None:
        self._asked += 1
        self._of, self._to_test = self._project.opened, []
        self.rows, self.standing, self.has_decisions = [], None, False
        self.changed.emit(Changed(review=True, report=True))

    # What is done

    def name(self, number: int, called: str) -> None:
        """What the labels were after the change `number` has this name; "": none."""
        opened = self._project.opened
        if opened and self._project.may_write():
            self._background.run(
                lambda: opened.restoring.name_revision(number, called), lambda _: self.look(), self.notice.emit
            )

    def export(self, file: Path) -> None:
        """Writes all decisions as a table."""
        opened = self._project.opened
        if opened:
            self._background.run(
                lambda: opened.decisions.export(file),
                lambda n: self.notice.emit(
                    Notice(
                        "info", tr("{n} {n:decision|decisions} saved as {file}.", n=n, file=str(file)), place=str(file)
                    )
                ),
                self.notice.emit,
            )

    def train_again(self) -> bool:
        """Trains on the labels as they are, which get a name; False, and says why, when that cannot be."""
        opened, called = self._project.opened, tr("Cleaned labels")
        if not self._runs.train() or opened is None:
            return False
        # in the background things are done in their order: these are the labels that the training has seen
        self._background.run(
            lambda: opened.restoring.name_newest(called), lambda _: self.look(), self.notice.emit
        )  # fmt: skip
        return True

    def test(self) -> None:
        """Tests what must be tested before it can be told what cleaning has brought, one after the other."""
        brought = self.standing.brought if self.standing else None
        if brought and not self._to_test and not self._jobs.refuses():
            self._to_test = list(brought.untested)
            self._test_first()

    def _test_first(self) -> None:
        if self._to_test:
            self._runs.evaluate(self._to_test[0])
            if not self._jobs.now.running:  # why is said
                self._to_test = []

    def _follow_job(self) -> None:
        if not self._to_test or self._jobs.now.running:
            return
        result = self._jobs.result
        if result and result.run == self._to_test[0] and result.outcome == "finished":
            del self._to_test[0]
            self._test_first()
            return
        self._to_test = []
        if result and result.is_bad:
            self.notice.emit(Notice("error", result.text, result.details))

    def _follow_runs(self) -> None:
        """After a training or a test; not while a project opens, which takes long enough."""
        if self._of is not None and self._of is self._project.opened:
            self.look()


def _read(opened: Opened, most: int, before: int | None = None) -> list[HistoryRow]:
    """In the background."""
    rows = opened.restoring.history(most, before)
    return rows if len(rows) == most else [*rows, opened.restoring.beginning()]


def _of_run(standing: Standing | None, run: str) -> Cleaned | None:
    brought = standing.brought if standing else None
    if brought and run in (brought.pair.before.id, brought.pair.after.id):
        return brought.cleaned
    return None
