"""The one job that has the strip: how far it is, how the newest one ended; Stop and Pause. Knows jobs by what they say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Ended, Event, Noted, Result, Stopping, Warned
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.children.children import Children, Question
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import IDLE, JobState, Notice, ResultNow, after, moved_on, notice_of


class Jobs(QObject):
    """At most one job that runs alone at a time; questions that are answered in a moment go to `Children.ask` directly."""

    changed = Signal(object)
    """`Changed(job=True)`: `now` or `result`, but for the progress within an epoch."""
    progressed = Signal()
    """`now` has moved; at most ten times a second."""
    came = Signal(object)
    """Each event of the job, its `Ended` last."""
    notice = Signal(object)

    def __init__(self, children: Children, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._children = children
        self._question: Question | None = None
        self.control = Control()
        """Of the job that has the strip while the window itself prepares it, or takes its result in: Stop stops this, too."""
        self._place = ""
        """What the job saved for the person."""
        self.now: JobState = IDLE
        self.result: ResultNow | None = None
        """How the newest training or test ended; None while one runs and before the first."""

    # Asking

    def start(self, job: Job, on_event: Callable[[Any], object] | None = None) -> bool:
        """Has `job` done, unless another runs: that is said, and False returned."""
        if not self.begin(type(job), job.starting()):
            return False
        self.hand_over(job, on_event, self.end)
        return True

    def begin(self, kind: type[Job], sentence: Message) -> bool:
        """Claims the strip for a job that is still being prepared, unless another runs: that is said, and False returned."""
        if self.refuses():
            return False
        if kind.of_run:
            self.result = None
        self.control = Control()
        self._put(JobState(kind=kind, sentence=sentence, phase="start"))
        return True

    def hand_over(
        self, job: Job, on_event: Callable[[Any], object] | None, on_end: Callable[[Ended], object], run: str = ""
    ) -> None:
        """Has the prepared job done. The strip is given back by `end`, which `on_end` calls once all is settled."""
        if self.now.stopping:
            on_end(Ended("stopped", say("Stopped before it started.")))
            return
        self._put(msgspec.structs.replace(self.now, run=run))

        def hear(event: Event) -> None:
            if on_event:
                on_event(event)
            self._hear(event)

        self._question = self._children.ask(job, hear, on_end)

    def refuses(self) -> bool:
        """True, and says why, when a job runs."""
        if self.now.kind:
            self.notice.emit(Notice("info", self.now.kind.busy.render(QT_WORDS)))
        return self.now.running

    # While it runs

    def stop(self) -> None:
        """Stops the job; what it has reached is kept. Shown at once, before the child answers."""
        if self.now.running:
            self._put(after(self.now, Stopping()))
            self.control.stop()
            if self._question:
                self._question.stop()

    def pause(self) -> None:
        """Holds the job between two batches."""
        if self._question:
            self._question.pause()

    def resume(self) -> None:
        """Lets a paused job go on."""
        if self._question:
            self._question.resume()

    def is_at(self, key: str) -> bool:
        """True when the question `key` is the job that runs."""
        return self._question is not None and self._question.id == key

    # Its end

    def end(self, ended: Ended | None = None, keep_result: bool = True) -> None:
        """Gives the strip back; without `ended` nothing was handed over, or nobody wants to know."""
        state, self.now, self._question = self.now, IDLE, None
        place, self._place = self._place, ""
        if ended and state.kind:
            text, is_bad = ended.text.render(QT_WORDS), ended.outcome in ("failed", "crashed")
            details = ended.details if is_bad else ""
            if state.kind.of_run and keep_result:
                self.result = ResultNow(
                    state.kind.step, ended.outcome, text, details, state.run, ended.fault, ended.offer
                )
            elif state.kind.tells and text:
                self.notice.emit(Notice("error" if is_bad else "info", text, details, place=place))
        if ended:
            self.came.emit(ended)  # before `changed`, upon which the next job may begin
        self.progressed.emit()
        self.changed.emit(Changed(job=True))

    def forget_result(self) -> None:
        """Another project is open: the last ending is no longer of interest."""
        if self.result:
            self.result = None
            self.changed.emit(Changed(job=True))

    def _hear(self, event: Event) -> None:
        if isinstance(event, Result):
            self._place = event.place()
        if self.now.kind and self.now.kind.tells and isinstance(event, Warned | Noted):
            self.notice.emit(notice_of(event))
        self._put(after(self.now, event))
        self.came.emit(event)

    def _put(self, state: JobState) -> None:
        before, self.now = self.now, state
        if state is not before:
            self.progressed.emit()
            if moved_on(before, state):
                self.changed.emit(Changed(job=True))
