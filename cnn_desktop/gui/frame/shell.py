"""What a connected tab may ask of the window around it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.preferences import Memory
from cnn_desktop.gui.state.session import Session


class Shell(QObject):
    """Handed to every tab's `connect`; the window follows its signals."""

    step_wanted = Signal(str)
    """Show this step."""
    folder_wanted = Signal(str)
    """Open this folder of photos."""
    photos_wanted = Signal(list, str)
    """Show these photos (paths) in the viewer, beginning with this one."""
    photos_came = Signal(list, str)
    """The same, once the viewer is there."""
    photos_gone = Signal(bool)
    """Whether a folder of the project's photos is not where it was."""
    weights_missing = Signal(bool)
    """Whether the pretrained weights that are wanted are not on this computer."""
    sample_wanted = Signal()
    notice = Signal(object)
    """`Notice` for the message bar."""

    def __init__(self, session: Session, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.memory = session, memory
        self.gone = False
        """The latest of `photos_gone`, for tabs that are built after it."""
        self.photos_gone.connect(self._take_gone)
        self.background = Background(self)
        self.background.failed.connect(self.notice)

    def _take_gone(self, gone: bool) -> None:
        self.gone = gone

    def build(self, key: str) -> QWidget:
        """The tab of step `key`, connected. Importing it is the slow part, so it waits until the tab is needed."""
        connect: Callable[[Shell], QWidget] = importlib.import_module(f"cnn_desktop.gui.{key}.connection").connect
        return connect(self)

    def go(self, step: str) -> Callable[[], None]:
        """A slot that shows `step`."""
        return lambda: self.step_wanted.emit(step)

    def show_photo(self, path: str, among: list[str]) -> None:
        """Shows a photo in the viewer, where next and previous go through `among`."""
        self.photos_wanted.emit(among if path in among else [path], path)

    def tell(self, notice: Notice) -> None:
        self.notice.emit(notice)

    def ask_thumbnails(self, paths: list[str], side: int) -> None:
        """Has thumbnails made of the photos that are on the screen now, `side` pixels on the longer side."""
        self.session.request_thumbnails([Path(path) for path in paths], side)

    def choice(self, name: str, usual: bool = False) -> bool:
        """Whether the foldable part `name` was open when it was seen last."""
        return self.memory.settings.choices.get(name, usual)

    def remember_choice(self, name: str, value: bool) -> None:
        """Remembers a choice until the next start."""
        self.memory.settings.choices[name] = value
        self.memory.save()
