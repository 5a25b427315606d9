"""A grid of photos that scrolls through a million of them: asks for pictures of visible rows only, paints them crisply.

Hover enlarges, double click or Enter opens, a right click offers more. The rows may have captions of two lines. Where many
can be picked, letters and digits are told: they are for what is done with the picked ones.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnn_desktop.gui.kit import icons, painting, theme
from cnn_desktop.gui.kit.hover_card import HoverCard
from cnn_desktop.gui.kit.pages import Pages
from cnn_desktop.gui.kit.photo_menu import PhotoMenu, by_keys, wants_menu
from cnn_desktop.gui.kit.picking_view import PickingView
from cnn_desktop.gui.kit.plain import hide_tip, show_tip
from cnn_desktop.gui.kit.table_model import AnyIndex
from cnn_desktop.gui.kit.thumbnail_model import COMING, ThumbnailModel, Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr

GAP, CAPTION, SIGN = 8, 40, 22
FADED, TINT = 0.35, 0.25
"""How much is seen of a photo that is not used; how much a picked one is coloured."""
AHEAD = 2
"""Rows of tiles beyond the visible ones that are asked for too."""
SOON_MS = 25
"""While one scrolls, what is on the screen is told so often."""


class TileDelegate(QStyledItemDelegate):
    """Paints one photo: the picture, or a quiet ground while it is on its way, and the caption."""

    def __init__(self, captions: bool, many: bool, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.captions, self.many = captions, many

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, ThumbnailModel)
        tile = model.tile(index.row())
        cell: QRect = option.rect
        square = QRectF(cell.x() + GAP / 2, cell.y() + GAP / 2, cell.width() - GAP, cell.width() - GAP)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_picture(painter, square, tile, model.source)
        self._paint_signs(painter, square, tile)
        self._paint_state(painter, square, option.state)
        if self.captions:
            now, below = theme.colours(), QRectF(square.x(), square.bottom() + 3, square.width(), 17)
            painter.setFont(painting.font(option.font, theme.SMALL, strong=True))
            painting.name(painter, below, tile.caption, model.names, now.text)
            painter.setFont(painting.font(option.font, theme.SMALL))
            variants = (tile.detail, tile.brief or tile.detail)
            painting.saying(painter, below.translated(0, 16), variants, tile.named, model.names, now.muted)
        painter.restore()

    def _paint_picture(self, painter: QPainter, square: QRectF, tile: Tile, source: ThumbnailSource) -> None:
        picture = source.picture(tile.path)
        if picture is None:
            missing = "" if source.fault(tile.path) is None else "missing"
            painting.no_picture(painter, square, "lock" if tile.locked else missing, 24)
            return
        painter.setOpacity(FADED if tile.faded else 1.0)
        if picture.deviceIndependentSize().width() == square.width():
            painter.drawPixmap(square.topLeft(), picture)
        else:
            painter.drawPixmap(square, picture, QRectF(picture.rect()))
        painter.setOpacity(1.0)

    def _paint_signs(self, painter: QPainter, square: QRectF, tile: Tile) -> None:
        surface = QColor(theme.colours().surface)
        if tile.sign:
            ground = QRectF(square.x() + 5, square.y() + 5, SIGN, SIGN)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(surface)
            painter.drawEllipse(ground)
            sign = icons.pixmap(tile.sign, SIGN - 8, "text", painter.device().devicePixelRatioF())
            painter.drawPixmap(ground.topLeft() + QPointF(4, 4), sign)
        if tile.mark is not None:
            painter.setPen(surface)
            painter.setBrush(tile.mark)
            painter.drawEllipse(QRectF(square.right() - 15, square.bottom() - 15, 10, 10))

    def _paint_state(self, painter: QPainter, square: QRectF, state: QStyle.StateFlag) -> None:
        """Whether it is picked, and whether the keyboard is here."""
        is_picked, has_focus = (
            bool(state & QStyle.StateFlag.State_Selected),
            bool(state & QStyle.StateFlag.State_HasFocus),
        )
        frame = square.adjusted(-2, -2, 2, 2)
        if is_picked and self.many:
            tint = QColor(theme.colours().accent)
            tint.setAlphaF(TINT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(square, theme.ROUND, theme.ROUND)
            painting.focus_frame(painter, frame, 8)
        elif is_picked:
            painting.focus_frame(painter, frame, 8, active=has_focus)
        if has_focus and self.many:  # also among those that are picked
            painting.dashed_frame(painter, frame.adjusted(4, 4, -4, -4))


class ThumbnailGrid(PickingView):
    """Photos as square tiles. `opened` tells the path of one that was double-clicked, `picked` of the current one;
    "" where that may not be seen."""

    opened = Signal(str)
    picked = Signal(str)
    typed = Signal(str)
    """A letter or digit, where many can be picked."""
    delete_pressed = Signal()
    locked_pressed = Signal()
    """A photo was to be opened that may not be seen."""

    def __init__(
        self,
        source: ThumbnailSource,
        name: str,
        side: int = 112,
        captions: bool = False,
        parent: QWidget | None = None,
        many: bool = False,
        least: int = 0,
    ) -> None:
        """`side`, `least`: of the pictures, in pixels; see `GridView`."""
        smallest = QSize(side + GAP, side + GAP + (CAPTION if captions else 0))
        super().__init__(smallest, many, parent, least + GAP if least else 0)
        self.setAccessibleName(name)
        self.source = source
        self.tiles = ThumbnailModel(source, self)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._since = QElapsedTimer()
        """Since what is on the screen was told."""
        self._soon.timeout.connect(self._see)
        self.hover = HoverCard(self)
        self.setModel(self.tiles)
        self.setItemDelegate(TileDelegate(captions, many, self))
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        painting.bare(self)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().sliderMoved.connect(self._tell_place)
        self.verticalScrollBar().sliderReleased.connect(hide_tip)
        self.tiles.modelReset.connect(self._see_soon)
        self.doubleClicked.connect(self._open)
        self.menu = PhotoMenu(self)
        self.menu.viewed.connect(self.opened)

    def show_tiles(self, tiles: list[Tile]) -> None:
        """Replaces what is shown and goes to its top."""
        self.tiles.set_lazy(len(tiles), tiles.__getitem__)
        self.scrollToTop()

    def show_pages(self, pages: Pages[Any]) -> None:
        """Replaces what is shown by tiles that come when they are seen, and goes to the top."""

        def came(rows: range) -> None:
            if self.tiles.tile != pages.tile:  # something else is shown by now
                return
            seen = self.visible_rows()
            if fresh := range(max(rows.start, seen.start), min(rows.stop, seen.stop)):
                self.tiles.dataChanged.emit(self.tiles.index(fresh[0]), self.tiles.index(fresh[-1]))
                self._see()
            if self.currentIndex().row() in rows:
                self._tell_current()

        pages.came = came
        self.tiles.set_lazy(pages.count, pages.tile, pages.see)
        self.scrollToTop()

    def refresh(self) -> None:
        """The photos may have changed on the disk: asks for the pictures of those on the screen again."""
        self.source.refresh()
        self._soon.start()

    def count_words(self) -> str:
        """How many photos are shown, or picked of them. One that is picked is only where somebody is."""
        count, picked = self.tiles.rowCount(), self.pick_count
        if picked > 1:
            return tr("{n} of {total} selected", n=picked, total=count)
        return tr("{n} {n:photo|photos}", n=count)

    def visible_rows(self) -> range:
        """The rows on the screen and a little beyond."""
        ahead = AHEAD * self.cell_size().height()
        return self.rows_within(0, self.viewport().height() + ahead)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self._tell_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.tiles.rest()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        tile = self._tile(index)
        if tile.path and not event.buttons():
            self.hover.aim(tile, self.source.file(tile.path), self.visualRect(index))
        else:
            self.hover.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if by_keys(event):
            self._ask_menu(self.currentIndex())
        else:
            self._ask_menu(self.indexAt(event.pos()), event.globalPos())

    def _ask_menu(self, index: QModelIndex, place: QPoint | None = None) -> None:
        """What can be done with a photo; without a place, in its middle."""
        self.hover.leave()
        tile = self._tile(index)
        if tile.path or tile.locked:
            self.scrollTo(index)
            if not self.selectionModel().isSelected(index):
                self.pick([range(index.row(), index.row() + 1)], index.row())
            middle = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu.open(tile.path, middle if place is None else place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hover.leave()
        if wants_menu(event):
            self._ask_menu(self.currentIndex())
            return
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and (plain or not self.many)
        if opens and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif self.many and plain and event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif self.many and plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hover.leave()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._soon.start()
        return super().event(event)

    def go_to(self, row: int) -> None:
        """Makes photo `row` the current and the only picked one, in the middle of the view."""
        if 0 <= row < self.tiles.rowCount():
            self.pick([range(row, row + 1)], row)
            self.scrollTo(self.tiles.index(row), self.ScrollHint.PositionAtCenter)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def picture_rect(self, row: int) -> QRect:
        cell, half = self._rect(row), GAP // 2
        return QRect(cell.x() + half, cell.y() + half, cell.width() - GAP, cell.width() - GAP)

    def drag_picture(self) -> QPixmap:
        """How many are dragged."""
        words, ratio = tr("{n} {n:photo|photos}", n=self.pick_count), self.devicePixelRatioF()
        font, now = theme.font(theme.BODY, strong=True), theme.colours()
        size = QFontMetrics(font).boundingRect(words).size() + QSize(28, 14)
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent))
        painter.drawRoundedRect(QRectF(0, 0, size.width(), size.height()), theme.ROUND, theme.ROUND)
        painter.setFont(font)
        painter.setPen(QColor(now.on_accent))
        painter.drawText(QRect(0, 0, size.width(), size.height()), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return picture

    def _tell_place(self) -> None:
        """Which photo is reached, beside the scroll bar while it is dragged."""
        bar, total = self.verticalScrollBar(), self.tiles.rowCount()
        place = bar.mapToGlobal(QPoint(-120, bar.height() * bar.sliderPosition() // max(1, bar.maximum()) - 24))
        show_tip(place, tr("{n} of {total}", n=self.first_shown() + 1, total=total), bar)

    def _moved(self) -> None:
        self.hover.leave()
        self._see_soon()

    def _see_soon(self) -> None:
        """At once, but where one scrolls only every now and then."""
        if not self._soon.isActive():
            self._soon.start(max(0, SOON_MS - self._since.elapsed()) if self._since.isValid() else 0)

    def _see(self) -> None:
        if self.isVisible():
            self._since.start()
            self.source.set_size(self.cell_size().width() - GAP, self.devicePixelRatioF())
            self.tiles.see(self.visible_rows())

    def _tile(self, index: AnyIndex) -> Tile:
        return self.tiles.tile(index.row()) if index.isValid() else COMING

    def _tell_current(self) -> None:
        tile = self._tile(self.currentIndex())
        if tile.path or tile.locked:
            self.picked.emit(tile.path)

    def open_current(self) -> None:
        """As a double click on the current photo does, or on the first when none is."""
        self._open(self.currentIndex() if self.currentIndex().isValid() else self.tiles.index(0))

    def _open(self, index: QModelIndex) -> None:
        self.hover.leave()
        tile = self._tile(index)
        if tile.path:
            self.opened.emit(tile.path)
        elif tile.locked:
            self.locked_pressed.emit()
