"""Makes the choices of Edit › Settings act: on the theme, the waiting child, and the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnn_desktop.dataset.cache import cache_size, clear_cache, trim_cache
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.state.preferences import Memory
from cnn_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from cnn_desktop.gui.frame.preferences import PreferencesDialog


class PreferencesConnection(QObject):
    """One a window. The cache is counted and deleted in the background; a dialog that is gone by then misses nothing."""

    counted = Signal(object)
    """Bytes in the cache."""
    freed = Signal(object)
    """Bytes."""

    def __init__(self, window: MainWindow, session: Session, memory: Memory) -> None:
        super().__init__(window)
        self._window, self._session, self._memory, self._background = window, session, memory, session.background
        session.processes.spare.allow(memory.preferences.spare)
        window.menus.settings.triggered.connect(self.open)

    def open(self) -> PreferencesDialog:
        """Shows the dialog."""
        from cnn_desktop.gui.frame.preferences import PreferencesDialog  # not before the first paint

        session, dialog = self._session, PreferencesDialog(self._memory.preferences, str(cache_folder()), self._window)
        menus = self._window.menus
        dialog.theme_chosen.connect(lambda name: menus.themes[name].trigger())
        dialog.language_chosen.connect(lambda name: menus.languages[name].trigger())
        dialog.spare_switched.connect(self._switch_spare)
        dialog.limit_chosen.connect(self._bound)
        dialog.clear_pressed.connect(self._clear)
        self.counted.connect(dialog.show_size)
        self.freed.connect(dialog.show_freed)

        def show_job() -> None:
            dialog.show_job(session.jobs.now.running)

        session.jobs.changed.connect(show_job)
        dialog.finished.connect(lambda: session.jobs.changed.disconnect(show_job))
        show_job()
        dialog.open()
        self._count()
        return dialog

    def _switch_spare(self, on: bool) -> None:
        self._memory.preferences.spare = on
        self._memory.save()
        self._session.processes.spare.allow(on)

    def _bound(self, gigabytes: int) -> None:
        self._memory.preferences.cache_gb = gigabytes
        self._memory.save()
        if not self._session.jobs.now.running:  # the job itself keeps to the bound when it ends
            self._background.run(
                lambda: trim_cache(gigabytes * 10**9), lambda freed: self._tell(freed) if freed else None
            )

    def _clear(self) -> None:
        self._background.run(clear_cache, self._tell)

    def _tell(self, freed: int) -> None:
        self.freed.emit(freed)
        self._count()

    def _count(self) -> None:
        self._background.run(cache_size, self.counted.emit)
