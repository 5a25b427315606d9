"""One background thread for everything that touches the project's files: SQLite, snapshots, reports."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.gui.kit.hands import Hands
from cnn_desktop.gui.state.job_state import Notice, notice_of_error

T = TypeVar("T")
GRACE = 2.3
"""Seconds that a piece of work may go on after it was asked to stop."""
CLOSING = 1.0
"""Seconds that the work at hand may take when the window closes; twice as long when something hangs."""
_TICK_MS = 100


class _Piece(NamedTuple):
    """Work that was asked for. Kept until it is handed back, so that nothing of Qt in it ends in the other thread."""

    work: Callable[[], Any]
    then: Callable[[Any], Any] | None
    otherwise: Callable[[Notice], Any]
    control: Control
    stopped: Callable[[], Any]
    unwanted: Callable[[Any], Any]
    future: Future[None]


class _Came(NamedTuple):
    """What came of a piece of work."""

    result: Any = None
    problem: Notice | None = None
    is_stopped: bool = False


class Background(QObject):
    """Does work in order, one piece after the other, and hands results back to the GUI thread."""

    failed = Signal(object)
    """`Notice` of work that went wrong and had no `otherwise`."""
    _back = Signal(int, object)

    def __init__(self, parent: QObject | None = None, grace: float = GRACE) -> None:
        super().__init__(parent)
        self._hands = Hands("project")
        self.here = _Here()
        """In the background: the control of the piece of work that is being done, for what outlives one, e.g. a database."""
        self._pieces: dict[int, _Piece] = {}
        """By number, in the order they are done in."""
        self._given_up: dict[int, Callable[[Any], Any]] = {}
        """Number of a piece that goes on, though nobody waits for it any more → what becomes of its result."""
        self._last = 0
        self._closed = False
        self._grace = grace
        self._overdue: dict[Control, float] = {}
        """Seconds since each was told to stop."""
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._look)
        self._back.connect(self._hand_back, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], Any] | None = None,
        otherwise: Callable[[Notice], Any] | None = None,
        *,
        control: Control | None = None,
        stopped: Callable[[], Any] = lambda: None,
        unwanted: Callable[[T], Any] = lambda _: None,
    ) -> None:
        """Calls `work` in the background, then `then(result)`, or `otherwise(notice)` after an error of either, in the GUI thread.

        Once `control` is told to stop, `work`, which had better look at it, raises StopRequested, or is left alone after a
        grace period with whatever it hangs in; either way `stopped()` is called instead. `unwanted(result)` is called in the background with a result that comes after that, e.g. to close it.

        Once closed it does nothing: the window is on its way out.
        """
        if self._closed:
            return
        self._last += 1
        number, box, tell, here = self._last, [work], self._back.emit, self.here
        control = control or Control()

        def do() -> None:
            with here.of(control):
                came = _do(box)
            with contextlib.suppress(RuntimeError):  # the window is gone
                tell(number, came)

        future = self._hands.submit(do)
        self._pieces[number] = _Piece(work, then, otherwise or self.failed.emit, control, stopped, unwanted, future)
        if not self._clock.isActive():
            self._clock.start()

    def close(self) -> None:
        """Finishes what was asked for, if that can be done soon. Results that come now are not handed back any more."""
        if not self._hands.finish(CLOSING):
            for piece in self._pieces.values():
                if piece.future.running():
                    piece.control.stop()
            if not self._hands.finish(CLOSING / 2):  # it hangs: the rest is done without it
                self._hands.renew()
                self._hands.finish(CLOSING / 2)
        self._closed = True
        self._clock.stop()

    @Slot(int, object)
    def _hand_back(self, number: int, came: _Came) -> None:
        piece = self._pieces.pop(number, None)
        if self._closed:
            return
        if piece is None:
            unwanted = self._given_up.pop(number, None)
            if unwanted and not (came.problem or came.is_stopped):
                self.run(lambda: unwanted(came.result))
        elif came.is_stopped:
            piece.stopped()
        elif came.problem:
            piece.otherwise(came.problem)
        elif piece.then:
            try:
                piece.then(came.result)
            except Exception as error:  # noqa: BLE001 - who waits for the end of it, as the strip does, must hear of one
                piece.otherwise(notice_of_error(error))

    def _look(self) -> None:
        """Gives up what was told to stop and does not."""
        controls = {piece.control for piece in self._pieces.values()}
        if not controls:
            self._clock.stop()
        told = [control for control in controls if control.stopping]
        self._overdue = {control: self._overdue.get(control, 0.0) + _TICK_MS / 1000 for control in told}
        for control, seconds in self._overdue.items():
            if seconds >= self._grace:
                self._give_up(control)

    def _give_up(self, control: Control) -> None:
        mine = {number: piece for number, piece in self._pieces.items() if piece.control is control}
        for number, piece in mine.items():
            if piece.future.done():
                continue  # it is on its way
            del self._pieces[number]
            if not piece.future.cancel():
                self._given_up[number] = piece.unwanted
            self._hands.renew()  # from what hangs, be it what is done before this
            piece.stopped()


class _Here(Control):
    """The control of what this thread does now."""

    def __init__(self) -> None:
        super().__init__()
        self._now = threading.local()

    @contextlib.contextmanager
    def of(self, control: Control) -> Iterator[None]:
        """Within the block it is `control`."""
        self._now.control = control
        try:
            yield
        finally:
            del self._now.control

    @property
    def stopping(self) -> bool:
        control: Control | None = getattr(self._now, "control", None)
        return control is not None and control.stopping


def _do(box: list[Callable[[], Any]]) -> _Came:
    """In the background. Whatever belongs to `work` is let go of before its result is told."""
    try:
        return _Came(box.pop()())
    except StopRequested:
        return _Came(is_stopped=True)
    except Exception as error:  # noqa: BLE001 - the boundary of the thread: the window is told
        return _Came(problem=notice_of_error(error))
