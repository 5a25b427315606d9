"""What the model that answers calls unknown: its setting, and what that costs. Kept in the run's folder, without training again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.unknown import (
    UnknownSetting,
    Yardstick,
    load_unknown_setting,
    load_yardstick,
    save_unknown_setting,
)
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.viewed_model import Models


class Unknowns(QObject):
    """Of the model that is in use now."""

    changed = Signal(object)
    """`Changed(unknown=True)`."""
    notice = Signal(object)

    def __init__(self, models: Models, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models, self._background = models, background
        self._run: tuple[Path, float] | None = None
        self._choices = 0
        """How often a setting was chosen."""
        self.setting = UnknownSetting()
        self.yardstick: Yardstick | None = None
        """None: not made yet, or not read yet."""
        models.changed.connect(lambda _: self._take_model())

    def look(self) -> None:
        """Reads both again: the yardstick may have been made meanwhile."""
        if self._run is None:
            return
        run, choices = self._run, self._choices

        def show(found: tuple[UnknownSetting, Yardstick | None]) -> None:
            if run == self._run:
                setting, self.yardstick = found
                if choices == self._choices:  # else it was read before another one was written
                    self.setting = setting
                self.changed.emit(Changed(unknown=True))

        folder = run[0]
        self._background.run(lambda: (load_unknown_setting(folder), load_yardstick(folder)), show)

    def choose(self, setting: UnknownSetting) -> None:
        """From now on. Where it cannot be written down, the one before holds, as it does for whole folders; that is told."""
        if self._run is None or setting == self.setting:
            return
        folder = self._run[0]
        self.setting, self._choices = setting, self._choices + 1
        self.changed.emit(Changed(unknown=True))

        def failed(notice: Notice) -> None:
            self.notice.emit(notice)
            self.look()

        self._background.run(lambda: save_unknown_setting(setting, folder), lambda _: None, failed)

    def _take_model(self) -> None:
        now = self._models.now
        run = (now.folder, now.seconds) if now else None
        if run != self._run:
            self._run, self.setting, self.yardstick = run, UnknownSetting(), None
            self.changed.emit(Changed(unknown=True))
            self.look()
