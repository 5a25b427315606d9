"""The settings of the next training: what is wrong with them, each change a step of undo, kept with the project."""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from cnn_desktop.domain.config import TrainConfig, check
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import Offer, UsageError
from cnn_desktop.domain.message import Message
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.facts import Contents
from cnn_desktop.project.undo import SettingsChange, Steps, settings_step

if TYPE_CHECKING:
    from cnn_desktop.project.opened import Opened

_EPOCHS = frozenset(("head_epochs", "stage_epochs", "epochs"))
SAVE_AFTER = 400
"""Milliseconds without another change after which the settings are kept with the project."""


class TrainSettings(QObject):
    """Holds the `TrainConfig`; its `data` is the project's folder."""

    changed = Signal(object)
    """`Changed(settings=True)`: `config` and `problems`."""

    def __init__(self, project: Project, undo: Undo, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._undo, self._background = project, undo, background
        self._opened: Opened | None = None
        self.config = TrainConfig(data="")
        self._refused: dict[str, tuple[str, Message]] = {}
        self.touched = False
        """A setting was changed since the project was opened and since the last training began."""
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.keep)
        project.came.connect(self._open)
        project.changed.connect(self._follow)
        undo.wanted.connect(self._make)

    @property
    def problems(self) -> list[UsageError]:
        """What is wrong with what stands in the fields, each with its `field`. Empty: Train may start."""
        refused = [UsageError(why.text, field=name, **why.values) for name, (_, why) in self._refused.items()]
        settled = set(self._refused)
        if settled & _EPOCHS:  # their sum is not known
            settled |= _EPOCHS
        return [*refused, *(problem for problem in check(self.config) if problem.field not in settled)]

    @property
    def typed(self) -> dict[str, str]:
        """Field → what a person typed into it that is no value; `config` has the value before."""
        return {name: text for name, (text, _) in self._refused.items()}

    def refuse(self, name: str, text: str, why: Message) -> None:
        """A person typed `text` for `name`, which is no value of it: nothing can start until it is one."""
        if self._refused.get(name) != (text, why):
            self._refused[name] = (text, why)
            self.changed.emit(Changed(settings=True))

    def set(self, accepting: Collection[str] | None = None, **fields: object) -> None:
        """Changes settings by the names of `TrainConfig`'s fields. One step of undo.

        What was refused in the fields `accepting` (usually those that change) is forgotten.
        """
        changed = msgspec.structs.replace(self.config, **fields)
        settled = self._accept(fields if accepting is None else accepting)
        if step := settings_step(self.config, changed):
            self._undo.put(self._undo.steps.add(step))
            self._put(changed)
        elif settled:
            self.changed.emit(Changed(settings=True))

    def take(self, offer: Offer) -> None:
        """Changes the setting that is offered."""
        changed: dict[str, int] = {offer.field: offer.value}
        self.set(changed.keys(), **changed)

    def keep(self) -> None:
        """Keeps settings and steps with the project they belong to."""
        self._timer.stop()
        if opened := self._opened:
            config, steps = self.config, self._undo.steps
            self._background.run(lambda: opened.keep_settings(config, steps))

    def _accept(self, names: Collection[str]) -> bool:
        """What was refused in these fields is forgotten; True when there was anything."""
        refused = [name for name in names if name in self._refused]
        for name in refused:
            del self._refused[name]
        return bool(refused)

    def _put(self, config: TrainConfig) -> None:
        self.config, self.touched = config, True
        self._timer.start()
        self.changed.emit(Changed(settings=True))

    def _make(self, change: object) -> None:
        """Undo or redo."""
        if isinstance(change, SettingsChange):
            with contextlib.suppress(Unreadable):  # of another version, which knew other values
                changed = change.applied(self.config)
                self._accept(change.after)
                self._put(changed)

    def _open(self, contents: Contents | None) -> None:
        """Another project is open: its settings and steps, or the usual ones and none."""
        if self._timer.isActive():
            self.keep()
        self._opened = self._project.opened
        settings = contents.settings if contents else None
        folder = contents.info.folder if contents else ""
        self.config = msgspec.structs.replace(settings or TrainConfig(data=""), data=folder)
        self._refused.clear()
        self.touched = False
        self._undo.begin(contents.steps if contents else Steps())
        self.changed.emit(Changed(settings=True))

    def _follow(self, _changed: Changed) -> None:
        """The photos' folder may be another."""
        folder = self._project.info.folder if self._project.info else ""
        if folder != self.config.data:
            self.config = msgspec.structs.replace(self.config, data=folder)
            self.changed.emit(Changed(settings=True))
