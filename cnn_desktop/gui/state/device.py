"""What jobs with device "auto" compute on: told by the full child when it comes up, else found by a test of the card."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.graphics import UNKNOWN, Verdict
from cnn_desktop.domain.jobs.check_device import CheckDevice, DeviceChecked
from cnn_desktop.domain.message import say
from cnn_desktop.gui.children.children import Children, Question
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.changed import Changed


class DeviceFacts(QObject):
    """Lives in the GUI thread. The test runs in a child, and nobody waits for it."""

    changed = Signal(object)
    """`Changed(device=True)`: the verdict, or whether a test runs."""

    def __init__(self, children: Children, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._children = children
        self._question: Question | None = None
        self._before: Verdict = UNKNOWN
        self.verdict: Verdict = UNKNOWN
        """Its `device` is "" while nobody knows yet."""
        children.up.connect(self._come_up)

    @property
    def name(self) -> str:
        """As torch names it, e.g. "cpu"; "" while nobody knows yet."""
        return self.verdict.device

    @property
    def reason(self) -> str:
        """Why it is the CPU, or which card it is, as a clause."""
        return self.verdict.reason.render(QT_WORDS) if self.verdict.reason else self.verdict.name

    @property
    def is_testing(self) -> bool:
        return self._question is not None

    def test(self, again: bool = True) -> None:
        """Has the card tested, unless that is under way. Not `again`: only if it never was."""
        if self._question is None:
            self._before = self.verdict
            self._question = self._children.ask(CheckDevice(again), self._hear, self._end, owner=self)
            self._show(UNKNOWN)

    def _come_up(self, verdict: Verdict) -> None:
        if self._question is not None:
            return
        if verdict.device:
            self._show(verdict)
        else:
            self.test(again=False)

    def _hear(self, event: Event) -> None:
        if isinstance(event, DeviceChecked):
            self._before = event.verdict

    def _end(self, ended: Ended) -> None:
        """Also where the child that had it tested broke off: then what was known before holds, if anything was."""
        self._question = None
        broken = Verdict("cpu", reason=say("the graphics card could not be tested"), has_card=True, details=str(ended))
        self._show(self._before if self._before.device else broken)

    def _show(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.changed.emit(Changed(device=True))
