"""The Help menu, and the status line's device: each opens something beside the window. Nothing of it is loaded before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cnn_desktop.domain import places
from cnn_desktop.domain.files import saving
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.kit.file_manager import FileManager
from cnn_desktop.gui.state.session import Session


class HelpConnection(QObject):
    """One a window."""

    def __init__(
        self, window: MainWindow, session: Session, files: FileManager, open_sample: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._files, self._open_sample = window, session, files, open_sample
        menus = window.menus
        menus.tour.triggered.connect(self._tour)
        menus.graphics_card.triggered.connect(self._graphics_card)
        window.strip.device.clicked.connect(self._graphics_card)
        menus.selftest.triggered.connect(self._selftest)
        menus.logs.triggered.connect(self._show_logs)
        menus.about.triggered.connect(self._about)

    def _show_logs(self) -> None:
        with saving(places.logs_folder()):
            places.logs_folder().mkdir(parents=True, exist_ok=True)
        self._files.open(str(places.logs_folder()))

    def _about(self) -> None:
        from cnn_desktop.gui.frame.about import AboutDialog

        AboutDialog(self._window).open()

    def _graphics_card(self) -> None:
        from cnn_desktop.gui.frame.card_dialog import open_card_dialog

        open_card_dialog(self._session.device, self._window)

    def _selftest(self) -> None:
        from cnn_desktop.gui.frame.selftest_dialog import SelftestDialog

        SelftestDialog(self._window).open()

    def _tour(self) -> None:
        from cnn_desktop.gui.frame.tour import Tour

        Tour.begin(self._window, self._session).sample_wanted.connect(self._open_sample)
