"""Undo and redo in the window: what the next step is called, and the place it changes, which is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.project.undo import Change, Step, Steps


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

    @property
    def name(self) -> str:
        """What `undo` would take back, "" for nothing."""
        return self.steps.done[-1].name.render(QT_WORDS) if self.steps.done else ""

    @property
    def redo_name(self) -> str:
        """What `redo` would make again, "" for nothing."""
        return self.steps.undone[-1].name.render(QT_WORDS) if self.steps.undone else ""

    def put(self, steps: Steps) -> None:
        """Another project's steps, or one more, or one less."""
        self.steps = steps
        self.changed.emit(Changed(undo=True))

    def undo(self) -> None:
        """Takes the newest step back."""
        if self.steps.done:
            step = self.steps.done[-1]
            self._make(self.steps.undo(), step.change.turned(), step)

    def redo(self) -> None:
        """Makes the step that was taken back last again."""
        if self.steps.undone:
            step = self.steps.undone[-1]
            self._make(self.steps.redo(), step.change, step)

    def _make(self, steps: Steps, change: Change, step: Step) -> None:
        self.place_wanted.emit(step.place)
        self.put(steps)
        self.wanted.emit(change)
