"""Undo and redo in the window: what the next step is called, and the place it changes, which is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.project.undo import Change, Step, Steps


class Made(Protocol):
    """What came of a change."""

    @property
    def step(self) -> Step | None:
        """What takes it back; None: nothing does."""


M = TypeVar("M", bound=Made)


class _Newest:
    """The steps as the newest change that was written has left them; None: as the window has them. Background thread."""

    def __init__(self) -> None:
        self.steps: Steps | None = None


class Undo(QObject):
    """The project's steps (`project.undo`). Whoever holds what a step changes hears `wanted` and makes the change."""

    changed = Signal(object)
    """`Changed(undo=True)`."""
    wanted = Signal(object)
    """The change to make now: a step's, or its opposite."""
    place_wanted = Signal(str)
    """The step of the window ("dataset", "model", …) that shows what is changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps = Steps()
        self._newest = _Newest()
        self._writing = 0
        """Changes that are being written."""
        self._waiting: list[Callable[[], None]] = []
        """Undo and redo that were asked for meanwhile, and what was asked for after them."""

    @property
    def name(self) -> str:
        """What `undo` would take back, "" for nothing."""
        return self.steps.done[-1].name.render(QT_WORDS) if self.steps.done else ""

    @property
    def redo_name(self) -> str:
        """What `redo` would make again, "" for nothing."""
        return self.steps.undone[-1].name.render(QT_WORDS) if self.steps.undone else ""

    def begin(self, steps: Steps) -> None:
        """Another project's steps."""
        self._newest, self._writing, self._waiting = _Newest(), 0, []
        self.put(steps)

    def write(
        self,
        background: Background,
        work: Callable[[Steps], M | None],
        then: Callable[[M | None], object],
        failed: Callable[[Notice], object],
    ) -> None:
        """Has a change made in the background, however many others are still being written, then calls `then`, or `failed`.

        `work` gets the steps before its own, to keep them with it. Undo waits until all is written, and what is asked for
        after it waits for it: all of it is made in the order it was asked for.
        """
        if self._waiting:
            self._waiting.append(lambda: self._write(background, work, then, failed))
        else:
            self._write(background, work, then, failed)

    def _write(
        self,
        background: Background,
        work: Callable[[Steps], M | None],
        then: Callable[[M | None], object],
        failed: Callable[[Notice], object],
    ) -> None:
        newest, let_go = self._newest, self.hold()

        def do() -> M | None:
            before = newest.steps or self.steps
            made = work(before)
            if made and made.step:
                newest.steps = before.add(made.step)
            return made

        def show(made: M | None) -> None:
            if newest is self._newest and made and made.step:
                self.put(self.steps.add(made.step))
            then(made)
            let_go()

        def tell(notice: Notice) -> None:
            failed(notice)
            let_go()

        background.run(do, show, tell)

    def hold(self) -> Callable[[], None]:
        """Undo and redo wait, as a change is being written, until what this returns is called."""
        newest = self._newest
        self._writing += 1

        def let_go() -> None:
            if newest is not self._newest:  # another project is open
                return
            self._writing -= 1
            if not self._writing:
                newest.steps = None
            while self._waiting and not self._writing:
                self._waiting.pop(0)()

        return let_go

    def put(self, steps: Steps) -> None:
        """One more, or one less."""
        self.steps = steps
        self.changed.emit(Changed(undo=True))

    def undo(self) -> None:
        """Takes the newest step back."""
        if self._writing:
            self._waiting.append(self._undo)
        else:
            self._undo()

    def _undo(self) -> None:
        if self.steps.done:
            step = self.steps.done[-1]
            self._make(self.steps.undo(), step.change.turned(), step)

    def redo(self) -> None:
        """Makes the step that was taken back last again."""
        if self._writing:
            self._waiting.append(self._redo)
        else:
            self._redo()

    def _redo(self) -> None:
        if self.steps.undone:
            step = self.steps.undone[-1]
            self._make(self.steps.redo(), step.change, step)

    def _make(self, steps: Steps, change: Change, step: Step) -> None:
        self.place_wanted.emit(step.place)
        self.put(steps)
        self.wanted.emit(change)
