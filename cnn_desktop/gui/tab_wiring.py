"""Makes the tabs when they are first needed and connects each to the session."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.session import Session
from cnn_desktop.gui.settings import Memory
from cnn_desktop.gui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from cnn_desktop.gui.window import MainWindow


class TabMaker(QObject):
    """Builds tabs on demand."""

    window: MainWindow

    def __init__(self, session: Session, memory: Memory) -> None:
        super().__init__()
        self.session, self.memory = session, memory

    def build(self, key: str) -> QWidget:
        """The tab of step `key`, connected."""
        try:
            module = importlib.import_module(f"cnn_desktop.gui.tabs.{key}")
        except ModuleNotFoundError:
            return EmptyState("photo", key)
        return getattr(module, f"{key.title()}Tab")()

    def show_photos(self, photos: list[Path]) -> None:
        """Takes photos to the viewer."""
