"""The settings of the next training: what is wrong with them, each change a step of undo, kept with the project."""

from __future__ import annotations

import contextlib

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from cnn_desktop.domain.config import TrainConfig, check
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.facts import Contents
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.undo import SettingsChange, Steps, settings_step

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
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.keep)
        project.came.connect(self._open)
        project.changed.connect(self._follow)
        undo.wanted.connect(self._make)

    @property
    def problems(self) -> list[UsageError]:
        """What is wrong with `config`, each with its `field`. Empty: Train may start."""
        return check(self.config)

    def set(self, **fields: object) -> None:
        """Changes settings by the names of `TrainConfig`'s fields. One step of undo."""
        changed = msgspec.structs.replace(self.config, **fields)
        if step := settings_step(self.config, changed):
            self._undo.put(self._undo.steps.add(step))
            self._put(changed)

    def keep(self) -> None:
        """Keeps settings and steps with the project they belong to."""
        self._timer.stop()
        if opened := self._opened:
            config, steps = self.config, self._undo.steps
            self._background.run(lambda: opened.keep_settings(config, steps))

    def _put(self, config: TrainConfig) -> None:
        self.config = config
        self._timer.start()
        self.changed.emit(Changed(settings=True))

    def _make(self, change: object) -> None:
        """Undo or redo."""
        if isinstance(change, SettingsChange):
            with contextlib.suppress(msgspec.ValidationError):  # of another version, which knew other values
                self._put(change.applied(self.config))

    def _open(self, contents: Contents | None) -> None:
        """Another project is open: its settings and steps, or the usual ones and none."""
        if self._timer.isActive():
            self.keep()
        self._opened = self._project.opened
        settings = contents.settings if contents else None
        folder = contents.info.folder if contents else ""
        self.config = msgspec.structs.replace(settings or TrainConfig(data=""), data=folder)
        self._undo.put(contents.steps if contents else Steps())
        self.changed.emit(Changed(settings=True))

    def _follow(self, _changed: Changed) -> None:
        """The photos' folder may be another."""
        folder = self._project.info.folder if self._project.info else ""
        if folder != self.config.data:
            self.config = msgspec.structs.replace(self.config, data=folder)
            self.changed.emit(Changed(settings=True))
