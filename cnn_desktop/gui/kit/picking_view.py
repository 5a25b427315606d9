"""A grid in which many cells are picked at once: by mouse (Ctrl, Shift, a band) and by keys, among a million as among ten.

Qt's own way asks every picked cell whether it may be dragged (1 s for a million); this one only handles ranges of rows.
Qt's selection model still holds what is picked, so that delegates and screen readers find it there.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.grid_view import GridView, rows_of
from cnn_desktop.gui.kit.row_ranges import Rows, between, count, joined, within, without
from cnn_desktop.gui.kit.table_model import AnyIndex

DRAGGED = "application/x-cnn-desktop-photos"
"""Says that what is dragged are the picked photos of the grid it comes from."""
_OURS = secrets.token_bytes(16)
"""What another program cannot know."""
SCROLL_MS = 30
"""Between two steps of scrolling while a band reaches beyond the edge."""

_KEYS = {
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft, Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp, Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
    Qt.Key.Key_Home: QAbstractItemView.CursorAction.MoveHome, Qt.Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
}  # fmt: skip
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def photos_dragged(event: QDropEvent) -> bool:
    """Whether what is dragged are photos of a grid of this window."""
    return event.mimeData().data(DRAGGED).data() == _OURS


def drag_data() -> QMimeData:
    """What is dragged. It tells no files, so that no other program can move them."""
    data = QMimeData()
    data.setData(DRAGGED, _OURS)
    return data


class PickingView(GridView):
    """`many`: more than one cell can be picked. `picks_changed` tells of every change of what is picked."""

    picks_changed = Signal()

    def __init__(self, smallest: QSize, many: bool = False, parent: QWidget | None = None, least: int = 0) -> None:
        super().__init__(smallest, parent, least)
        self.many = many
        self.may_drag = False
        """Whether the picked ones can be dragged somewhere."""
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self._anchor = 0
        """Where the range of Shift begins."""
        self._is_extending = False
        self._pressed: QPoint | None = None
        """Where the left button went down, in pixels of the content."""
        self._waits = -1
        """The picked row that is pressed: picked alone when the button is let go of without a drag."""
        self._kept: Rows = []
        """Picked before the band, and to stay so."""
        self._band = QRect()
        """In pixels of the content; empty while there is none."""
        self._reached = QPoint()
        """Where the mouse is while there is one, in the viewport, or beyond it."""
        self._edge = QTimer(self, interval=SCROLL_MS)
        self._edge.timeout.connect(self._scroll_at_edge)

    # What is picked -------------------------------------------------------------------------------------------------

    def picked_rows(self) -> Rows:
        """The rows that are picked."""
        chosen = self.selectionModel()
        return rows_of(chosen.selection()) if chosen is not None else []

    @property
    def pick_count(self) -> int:
        return count(self.picked_rows())

    def pick(self, rows: Iterable[range], current: int | None = None) -> None:
        """Picks `rows` and nothing else; `current` becomes the current one, and is scrolled to."""
        model, selection = self.model(), QItemSelection()
        for one in within(joined(rows), range(model.rowCount())):
            selection.select(model.index(one.start, 0), model.index(one.stop - 1, 0))
        if current is not None and 0 <= current < model.rowCount():
            self._anchor = self._anchor if self._is_extending else current
            self.selectionModel().setCurrentIndex(model.index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectAll(self) -> None:
        if self.many:
            self.pick([range(self.model().rowCount())])

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.picks_changed.emit()

    def reset(self) -> None:
        super().reset()
        self._anchor = 0
        self.picks_changed.emit()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if not self._is_extending:
            self._anchor = max(0, current.row())

    def _go(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """To `row`: alone, with Shift all from the anchor to it, with Ctrl nothing more than before."""
        self._is_extending = bool(modifiers & _SHIFT)
        try:
            if modifiers & _SHIFT:
                before = self.picked_rows() if modifiers & _CTRL else []
                self.pick([*before, between(self._anchor, row)], row)
            else:
                self.pick(self.picked_rows() if modifiers & _CTRL else [range(row, row + 1)], row)
        finally:
            self._is_extending = False

    def _toggle(self, row: int) -> None:
        picked, one = self.picked_rows(), range(row, row + 1)
        self.pick(without(picked, one) if within(picked, one) else [*picked, one], row)

    # Keys -----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers, key = event.modifiers(), Qt.Key(event.key())
        if not self.many:
            super().keyPressEvent(event)
        elif key in _KEYS and not modifiers & ~(_CTRL | _SHIFT | Qt.KeyboardModifier.KeypadModifier):
            target = self.moveCursor(_KEYS[key], modifiers)
            if target.isValid():
                self._go(target.row(), modifiers)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif key == Qt.Key.Key_Space and modifiers == _CTRL and self.currentIndex().isValid():
            self._toggle(self.currentIndex().row())
        elif key == Qt.Key.Key_Escape and self.pick_count > 1:
            self.pick([range(self.currentIndex().row(), self.currentIndex().row() + 1)])
        else:
            event.ignore()  # Qt's own would search all rows for letters that are typed

    # Mouse ----------------------------------------------------------------------------------------------------------

    def picture_rect(self, row: int) -> QRect:
        """Of a cell what is the photo, in the viewport; beside it a band may begin."""
        return self._rect(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.many or event.button() not in (_LEFT, _RIGHT):
            super().mousePressEvent(event)
            return
        place, modifiers = event.position().toPoint(), event.modifiers()
        row = self._photo_at(place)
        self._waits, self._pressed = -1, None
        scrolls = self.hasAutoScroll()
        self.setAutoScroll(False)  # what is pressed stays under the mouse
        if event.button() == _LEFT:
            self._pressed = place + QPoint(0, self.verticalOffset())
        if row < 0:
            if event.button() == _LEFT:
                self._kept = self.picked_rows() if modifiers & (_CTRL | _SHIFT) else []
                self.pick(self._kept)
        elif modifiers & _SHIFT:
            self._go(row, modifiers)
        elif modifiers & _CTRL and event.button() == _LEFT:
            self._toggle(row)
        elif within(self.picked_rows(), range(row, row + 1)):
            self._waits = row if event.button() == _LEFT else -1
            self.pick(self.picked_rows(), row)
        else:
            self._go(row, Qt.KeyboardModifier.NoModifier)
        self.setAutoScroll(scrolls)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.many or not event.buttons() & _LEFT or self._pressed is None:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        start = self._pressed - QPoint(0, self.verticalOffset())
        if not self._band.isNull():
            self._stretch_band(place)
        elif (place - start).manhattanLength() < QApplication.startDragDistance():
            return
        elif self._photo_at(start) < 0:
            self._edge.start()
            self._stretch_band(place)
        elif self.may_drag and self.pick_count:
            self._pressed, self._waits = None, -1
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.many:
            super().mouseReleaseEvent(event)
            return
        if self._waits >= 0 and event.button() == _LEFT:
            self._go(self._waits, Qt.KeyboardModifier.NoModifier)
        self._end_band()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.many and event.button() == _LEFT and index.isValid():
            self._pressed, self._waits = None, -1
            self.doubleClicked.emit(index)
        else:
            super().mouseDoubleClickEvent(event)

    def _photo_at(self, place: QPoint) -> int:
        """The row whose photo is there, -1 beside them."""
        index = self.indexAt(place)
        return index.row() if index.isValid() and self.picture_rect(index.row()).contains(place) else -1

    # The band -------------------------------------------------------------------------------------------------------

    def _stretch_band(self, place: QPoint) -> None:
        assert self._pressed is not None
        self._reached = place
        end = QPoint(place.x(), max(0, place.y() + self.verticalOffset()))
        self._band = QRect(self._pressed, end).normalized().adjusted(0, 0, 1, 1)
        self.pick([*self._kept, *self._rows_in(self._band)])
        self.viewport().update()

    def _rows_in(self, band: QRect) -> Rows:
        """The rows whose photos `band`, in pixels of the content, touches: a range a line."""
        height, columns = self.cell_size().height(), self.columns
        seen, count = band.translated(0, -self.verticalOffset()), self.model().rowCount()
        lines = range(band.top() // height, min(band.bottom() // height, (count - 1) // columns) + 1)
        lines = range(lines.start + (not self._meets(lines.start, seen)), lines.stop)
        if lines and not self._meets(lines[-1], seen):
            lines = lines[:-1]
        across = [
            place for place in range(columns) if _overlap(self.picture_rect(place), seen, Qt.Orientation.Horizontal)
        ]
        if not across:
            return []
        found = (range(line * columns + across[0], line * columns + across[-1] + 1) for line in lines)
        return within(joined(found), range(count))

    def _meets(self, line: int, seen: QRect) -> bool:
        """Whether the photos of `line` are as high up as some of `seen`."""
        return _overlap(self.picture_rect(line * self.columns), seen, Qt.Orientation.Vertical)

    def _scroll_at_edge(self) -> None:
        place = self._reached
        beyond = min(0, place.y()) + max(0, place.y() - self.viewport().height())
        if beyond and self._pressed is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + beyond)
            self._stretch_band(place)

    def _end_band(self) -> None:
        self._edge.stop()
        self._pressed, self._waits, self._kept, self._band = None, -1, [], QRect()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._band.isNull():
            return
        painter, ground = QPainter(self.viewport()), QColor(theme.colours().accent)
        painter.setPen(ground)
        ground.setAlphaF(0.15)
        painter.setBrush(ground)
        painter.drawRect(QRectF(self._band.translated(0, -self.verticalOffset())).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    # Dragging away --------------------------------------------------------------------------------------------------

    def drag_picture(self) -> QPixmap:
        """What follows the mouse while the picked ones are dragged."""
        return QPixmap()

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(drag_data())
        picture = self.drag_picture()
        if not picture.isNull():
            drag.setPixmap(picture)
            drag.setHotSpot(QPoint(-8, -8))
        drag.exec(Qt.DropAction.CopyAction)


def _overlap(one: QRect, other: QRect, way: Qt.Orientation) -> bool:
    if way == Qt.Orientation.Horizontal:
        return one.left() <= other.right() and other.left() <= one.right()
    return one.top() <= other.bottom() and other.top() <= one.bottom()
