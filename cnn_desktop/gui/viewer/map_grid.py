"""Maps of a layer side by side, as large as there is room for all of them; one of them is chosen by a click or by Enter."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.grid_view import GridView
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.table_model import ROOT, AnyIndex

SMALLEST, LARGEST = 56, 300
"""Side of a map's cell, in pixels."""
GAP = 4


class MapTile(msgspec.Struct, frozen=True):
    """One map."""

    picture: QImage
    channel: int
    text: str
    """What screen readers say."""
    tip: str
    caption: str = ""
    """Below it, where there is room; "": none."""
    has_edge: bool = False
    """A line around it: much of it may be as white as the ground."""


class _Tiles(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[MapTile] = []

    def show_tiles(self, tiles: list[MapTile]) -> None:
        """Where there are as many as before, what is chosen stays chosen."""
        if len(tiles) == len(self.tiles):
            self.tiles = tiles
            if tiles:
                self.dataChanged.emit(self.index(0), self.index(len(tiles) - 1))
            return
        self.beginResetModel()
        self.tiles = tiles
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tile.text
        return as_tip(tile.tip) if role == Qt.ItemDataRole.ToolTipRole else None


class MapGrid(GridView):
    """`opened(channel)`: this one is wanted large; `turned(±1)`: the maps after these, or those before."""

    opened = Signal(int)
    turned = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(QSize(SMALLEST, SMALLEST), parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        painting.bare(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._tiles = _Tiles(self)
        self.setModel(self._tiles)
        self.setItemDelegate(_Delegate(self._tiles, self))
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_tiles(self, tiles: list[MapTile]) -> None:
        """Replaces all of them."""
        self._tiles.show_tiles(tiles)
        self.viewport().update()

    @property
    def tiles(self) -> list[MapTile]:
        return self._tiles.tiles

    def choose(self, channel: int) -> None:
        """Makes this one current, if it is here."""
        row = next((row for row, tile in enumerate(self.tiles) if tile.channel == channel), -1)
        if row >= 0:
            self.setCurrentIndex(self._tiles.index(row))

    @property
    def columns(self) -> int:
        """The fewest with which all maps are seen at once; where that is not to be had, as many as there is room for."""
        width, height, count = self.viewport().width(), self.viewport().height(), max(1, self._count())
        most = max(1, width // SMALLEST)
        for columns in range(1, min(count, most) + 1):
            side = min(LARGEST, width // columns)
            if -(-count // columns) * side <= height:
                return columns
        return most

    def cell_size(self) -> QSize:
        """Square."""
        side = max(SMALLEST // 2, min(LARGEST, self.viewport().width() // self.columns))
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        if key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turned.emit(-1)
        elif key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turned.emit(1)
        else:
            super().keyPressEvent(event)

    def _open(self, index: AnyIndex) -> None:
        if index.isValid():
            self.opened.emit(self.tiles[index.row()].channel)


class _Delegate(QStyledItemDelegate):
    def __init__(self, tiles: _Tiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles = tiles

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tile, now = self._tiles.tiles[index.row()], theme.colours()
        place = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        painter.save()
        area = fitted(tile.picture.size(), place)
        paint_map(painter, tile.picture, area, ratio)
        if tile.has_edge:
            painter.setPen(QColor(now.outline))
            painter.drawRect(area.adjusted(-0.5, -0.5, -0.5, -0.5))
        if tile.caption and place.width() >= 2 * SMALLEST:
            painter.setFont(painting.font(option.font, theme.SMALL))
            strip = QRectF(area.left(), area.bottom() - 18, area.width(), 18)
            painter.fillRect(strip, QColor(0, 0, 0, 150))
            painting.text(painter, strip.adjusted(6, 0, -6, 0), tile.caption, "#ffffff")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painting.focus_frame(painter, place.adjusted(-2, -2, 2, 2), 3)
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.outline), 2))
            painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), 3, 3)
        painter.restore()


def fitted(size: QSize, place: QRectF) -> QRectF:
    """Where a picture of `size` lies in `place`, as large as it can be."""
    scaled = size.scaled(place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    area = QRectF(0, 0, max(1, scaled.width()), max(1, scaled.height()))
    area.moveCenter(place.center())
    return area.toRect().toRectF()


def paint_map(painter: QPainter, picture: QImage, area: QRectF, ratio: float) -> None:
    """One number is one sharp square where there is room for it, smooth where there is not."""
    is_smaller = area.width() * ratio < picture.width()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smaller)
    painter.drawImage(area, picture)
