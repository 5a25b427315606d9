"""Asks for a class by typing: a few letters find it among two hundred, Enter takes it; a new one can be added."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.cards import show_words, wrap
from cnn_desktop.gui.kit.class_matches import MOST, Matches, class_of_key, matches
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import in_column, wide
from cnn_desktop.gui.kit.table_model import ROOT, AnyIndex
from cnn_desktop.gui.kit.words import tr

WIDTH, SHOWN, ROW = 280, 9, 30
"""Pixels; rows without scrolling; pixels of a row."""
_FORWARDED = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Model(QAbstractListModel):
    """The classes that are meant, and at the end the new one."""

    def __init__(self, every: Sequence[str], tells_keys: bool, parent: QObject) -> None:
        """`every`: all classes; `tells_keys`: beside those that one key stands for."""
        super().__init__(parent)
        self.every, self.found = every, Matches([])
        self._keys = {name: key for key in "987654321" if tells_keys and (name := class_of_key(key, every))}

    def key(self, name: str) -> str:
        """The key that stands for a class, "" for none."""
        return self._keys.get(name, "")

    def show_matches(self, found: Matches) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.found.names) + bool(self.found.new)

    def name(self, row: int) -> str:
        """The class of `row`, also the new one's."""
        return self.found.names[row] if row < len(self.found.names) else self.found.new

    def is_new(self, row: int) -> bool:
        return row >= len(self.found.names)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name = self.name(index.row())
            return tr("Add class “{name}”", name=name) if self.is_new(index.row()) else name
        return as_tip(self.name(index.row())) if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    """The name, and the key that means it without this picker."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(WIDTH // 2, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model, now = index.model(), theme.colours()
        assert isinstance(model, _Model)
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if chosen else now.hover))
            painter.drawRoundedRect(QRectF(cell).adjusted(2, 1, -2, -1), 6, 6)
        area, name = QRectF(cell).adjusted(10, 0, -10, 0), model.name(index.row())
        painter.setFont(painting.font(option.font, strong=chosen))
        if model.is_new(index.row()):
            words = str(index.data())
            painting.saying(painter, area, [words], name, [name], now.accent_text)
        else:
            painting.name(painter, area.adjusted(0, 0, -24, 0), name, model.every, now.text)
            painting.text(painter, area, model.key(name), now.muted, Qt.AlignmentFlag.AlignRight)
        painter.restore()


class ClassPicker(QFrame):
    """Lives until a class is taken or it is left. Nothing is told when it is left."""

    def __init__(
        self,
        title: str,
        names: Sequence[str],
        taken: Callable[[str, bool], object],
        parent: QWidget,
        may_add: bool = True,
        may_choose: bool = True,
    ) -> None:
        """`taken(name, is_new)` is called with the class; `may_choose` False: only a new one is asked for."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        theme.role(self, "popup")
        self._names, self._taken, self._may_add, self._may_choose = list(names), taken, may_add, may_choose
        self.field = QLineEdit(placeholderText=tr("Type a class"), maxLength=MOST)
        self.field.setAccessibleName(title)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list = QListView(uniformItemSizes=True)
        self.list.setAccessibleName(tr("Classes"))
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        painting.bare(self.list)
        self._model = _Model(self._names, may_add and may_choose, self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.note = theme.caption(wrap(QLabel()))
        head = theme.strong(wrap(QLabel(title)))
        in_column(head, self.field, wide(self.list), self.note, margins=2 * theme.SPACING, of=self)
        self.setFocusProxy(self.field)
        self._find("")

    def open_at(self, place: QPoint, typed: str = "") -> None:
        """Shows it with its corner at `place` on the screen, inside the screen; `typed`: the letter that opened it."""
        rows = min(SHOWN, max(3, len(self._names))) if self._may_choose else 1
        self.list.setFixedHeight(rows * ROW + 4)
        self.resize(WIDTH, self.sizeHint().height())
        room = (self.parentWidget() or self).screen().availableGeometry()
        self.move(
            max(room.left(), min(place.x(), room.right() - self.width())),
            max(room.top(), min(place.y(), room.bottom() - self.height())),
        )
        self.field.setText(typed)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list while one types, Enter takes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _FORWARDED:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex().row())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> None:
        found = matches(typed, self._names, self._may_add, self._may_choose)
        self._model.show_matches(found)
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0))
        said = (
            tr("There is a class “{name}” already.", name=found.taken) if found.taken and not self._may_choose else ""
        )
        nothing = tr("No class has these letters.") if not (self._model.rowCount() or said) and typed.strip() else ""
        show_words(self.note, said or nothing)

    def _take(self, row: int) -> None:
        if not 0 <= row < self._model.rowCount():
            return
        name, is_new = self._model.name(row), self._model.is_new(row)
        self.close()
        self._taken(name, is_new)
