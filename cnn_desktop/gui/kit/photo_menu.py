"""What a right click on a photo offers, wherever photos are: the same everywhere, by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from cnn_desktop.gui.kit.file_manager import FileManager
from cnn_desktop.gui.kit.words import tr


def wants_menu(event: QKeyEvent) -> bool:
    """The Menu key, or Shift+F10. Where the system sends a request of its own as well, the menu is open by then."""
    by_f10 = event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return (event.key() == Qt.Key.Key_Menu or by_f10) and QApplication.activePopupWidget() is None


def by_keys(event: QContextMenuEvent) -> bool:
    """The request came from the keyboard: it is for what is chosen there, not for what is under the mouse."""
    return event.reason() == QContextMenuEvent.Reason.Keyboard


class PhotoMenu(QObject):
    """`viewed(path)` when the photo is to be opened in the viewer; `failed(str)`: a sentence; `opening(QMenu)`: the menu
    opens, and more may be added to its end."""

    viewed = Signal(str)
    opening = Signal(QMenu)
    failed = Signal(str)

    def __init__(self, on: QWidget, may_view: bool = True) -> None:
        """`on`: where the photos are; `may_view`: they are not in the viewer already."""
        super().__init__(on)
        self._on, self._may_view = on, may_view
        self._files = FileManager(self)
        self._files.failed.connect(self.failed)

    def open(self, path: str, place: QPoint) -> QMenu:
        """The menu of the photo `path`, "" of one that may not be seen, at `place` on the screen."""
        menu = QMenu(self._on)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._may_view and path:
            menu.addAction(tr("&Open in Viewer"), lambda: self.viewed.emit(path))
            menu.addSeparator()
        if path:
            self._files.offer(menu, path)
        self.opening.emit(menu)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(place)
        return menu
