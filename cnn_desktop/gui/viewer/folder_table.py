"""Photos and answers as a table that scrolls through a million rows: those on the screen are fetched, each with its picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QHideEvent, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from cnn_desktop.domain.answer_filter import AnswerSort
from cnn_desktop.domain.answered import AnsweredPhoto
from cnn_desktop.gui.kit import icons, painting, theme
from cnn_desktop.gui.kit.names import short_name
from cnn_desktop.gui.kit.pages import Pages
from cnn_desktop.gui.kit.photo_menu import PhotoMenu, by_keys, wants_menu
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.row_delegate import RowDelegate
from cnn_desktop.gui.kit.sorting import DOWN, INSET, UP, PlainTable, fix_columns
from cnn_desktop.gui.kit.table_model import ROOT, AnyIndex
from cnn_desktop.gui.kit.thumbnail_model import COMING
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.viewer.folder_view import (
    CLASS,
    COLUMN_SORTS,
    CONFIDENCE,
    LABEL,
    PHOTO,
    RIGHT,
    UNKNOWN,
    cell,
    column_names,
    spoken,
    tip,
)

ROW_JOIN = " · "
ROW, PICTURE = 44, 36
"""Height of a row, side of a picture, in pixels."""
_NOTHING: Pages[AnsweredPhoto] = Pages(0, lambda start, count, then: None, lambda row: COMING)
_WIDTHS = {CLASS: 150, CONFIDENCE: 88, UNKNOWN: 106, LABEL: 104, RIGHT: 92}


class AnswersModel(QAbstractTableModel):
    """The rows of `pages`."""

    ROW = Qt.ItemDataRole.UserRole + 1

    def __init__(self, source: ThumbnailSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source, self.names = source, column_names()
        self.pages = _NOTHING
        self.order = AnswerSort()
        self.classes: Sequence[str] = ()

    def show_pages(self, pages: Pages[AnsweredPhoto]) -> None:
        """Replaces the rows."""
        self.beginResetModel()
        self.pages = pages
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else self.pages.count

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        photo = self.pages.at(index.row()) if index.isValid() else None
        if photo is None:
            return None
        if role == self.ROW:
            return photo
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(tip(photo, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(photo) if index.column() == PHOTO else cell(photo, index.column())
        return cell(photo, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == CONFIDENCE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        arrow = f" {DOWN if self.order.descending else UP}" if COLUMN_SORTS[section] == self.order.by else ""
        return self.names[section] + arrow


class AnswersTable(PlainTable):
    """`opened(row)` by double click or Enter; `sorted_by(key)` by a click on a column."""

    opened = Signal(int)
    sorted_by = Signal(str)

    def __init__(self, source: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(tr("Photos and answers"), ROW, parent)
        self.answers = AnswersModel(source, self)
        self._source = source
        self.setModel(self.answers)
        self.setItemDelegate(RowDelegate(self._paint_cell, QSize(60, ROW), self))
        self.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(PlainTable.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        fix_columns(self, _WIDTHS)
        self.horizontalHeader().setSectionResizeMode(CLASS, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(lambda column: self.sorted_by.emit(COLUMN_SORTS[column]))
        self._soon = QTimer(self, singleShot=True, interval=25)
        self._soon.timeout.connect(self._see)
        self.verticalScrollBar().valueChanged.connect(self._see_soon)
        self.answers.modelReset.connect(self._see_soon)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        source.ready.connect(lambda _: self.viewport().update())
        self.menu = PhotoMenu(self)
        self.menu.viewed.connect(lambda _: self.opened.emit(self.currentIndex().row()))

    # What is shown --------------------------------------------------------------------------------------------------

    def show_pages(self, pages: Pages[AnsweredPhoto]) -> None:
        """Replaces the rows; who was at a row stays at that place."""
        current, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        pages.came = lambda rows: self._came(pages)
        self.answers.show_pages(pages)
        self.executeDelayedItemsLayout()
        if 0 <= current < pages.count:
            self.selectRow(current)
        self.verticalScrollBar().setValue(scrolled)

    def show_order(self, order: AnswerSort) -> None:
        """An arrow stands beside the sorted column."""
        if order != self.answers.order:
            self.answers.order = order
            self.answers.headerDataChanged.emit(Qt.Orientation.Horizontal, PHOTO, RIGHT)

    def show_columns(self, has_unknown: bool, has_labels: bool) -> None:
        """Columns that have something to say."""
        for column, is_shown in ((UNKNOWN, has_unknown), (LABEL, has_labels), (RIGHT, has_labels)):
            self.setColumnHidden(column, not is_shown)

    def go_to(self, row: int) -> None:
        """Makes it the current one."""
        if 0 <= row < self.answers.rowCount():
            self.selectRow(row)
            self.scrollTo(self.answers.index(row, PHOTO))

    # What happens ---------------------------------------------------------------------------------------------------

    def _came(self, pages: Pages[AnsweredPhoto]) -> None:
        if pages is self.answers.pages:
            self.viewport().update()
            self._see_soon()

    def _see_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _see(self) -> None:
        if not self.isVisible():
            return
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        rows = range(first, self.answers.rowCount() if last < 0 else last + 1)
        self.answers.pages.see(rows)
        self._source.set_size(PICTURE, self.devicePixelRatioF())
        photos = (self.answers.pages.at(row) for row in rows)
        self._source.want([photo.path for photo in photos if photo is not None], self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._see_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._source.want([], self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._see_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if wants_menu(event):
            self._ask_menu()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.text().isprintable() and event.text().strip() and not event.modifiers():
            event.ignore()  # Qt's own would search all rows for letters that are typed
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if by_keys(event):
            self._ask_menu()
        elif (index := self.indexAt(event.pos())).isValid():
            self.setCurrentIndex(index)
            self._ask_menu(event.globalPos())

    def _ask_menu(self, place: QPoint | None = None) -> None:
        index = self.currentIndex()
        photo = self.answers.pages.at(index.row()) if index.isValid() else None
        if photo is not None:
            middle = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu.open(photo.path, middle if place is None else place)

    # Painting -------------------------------------------------------------------------------------------------------

    def _paint_cell(
        self, painter: QPainter, area: QRectF, index: AnyIndex, option: QStyleOptionViewItem, chosen: bool
    ) -> None:
        now, column = theme.colours(), index.column()
        photo: AnsweredPhoto | None = index.data(AnswersModel.ROW)
        if photo is None:
            return
        inner = area.adjusted(INSET, 0, -INSET, 0)
        painter.setFont(painting.font(option.font, strong=column == CLASS and bool(photo.predicted)))
        if column == PHOTO:
            self._paint_photo(painter, area, photo, option)
        elif column == CLASS and photo.predicted:
            words = short_name(photo.predicted, self.answers.classes, inner.width(), painter.font())
            painting.text(painter, inner, words, now.text)
        elif column == CONFIDENCE:
            painting.text(painter, inner, cell(photo, column), now.text, Qt.AlignmentFlag.AlignRight)
        else:
            self._paint_said(painter, inner, photo, column)

    def _paint_said(self, painter: QPainter, inner: QRectF, photo: AnsweredPhoto, column: int) -> None:
        """Words, with their sign where they say how good or bad it is."""
        now, words = theme.colours(), cell(photo, column)
        sign, role = "", "muted"
        if column == RIGHT and photo.right is not None:
            sign, role = ("success", "good") if photo.right else ("error", "bad")
        elif column == UNKNOWN and photo.unknown:
            sign, role = "warning", "warn"
        elif column == LABEL and photo.sealed:
            sign = "lock"
        elif column == CLASS and photo.reason is not None:
            sign, role = "missing", "muted"
        if sign and words:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(round(inner.x()), round(inner.center().y() - 8), icons.pixmap(sign, 16, role, ratio))
            inner = inner.adjusted(22, 0, 0, 0)
        quiet = column == CLASS or (column == LABEL and photo.sealed)
        painting.text(painter, inner, words, now.muted if quiet else now.text, elide=Qt.TextElideMode.ElideRight)

    def _paint_photo(self, painter: QPainter, area: QRectF, photo: AnsweredPhoto, option: QStyleOptionViewItem) -> None:
        now = theme.colours()
        square = QRectF(area.x() + 4, area.center().y() - PICTURE / 2, PICTURE, PICTURE)
        picture = self._source.picture(photo.path)
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.hover))
            painter.drawRoundedRect(square, 4, 4)
            if self._source.fault(photo.path) is not None:
                sign = icons.pixmap("missing", 16, "muted", painter.device().devicePixelRatioF())
                painter.drawPixmap(square.center() - QRectF(0, 0, 16, 16).center(), sign)
        else:
            painter.drawPixmap(square, picture, QRectF(QRect(0, 0, picture.width(), picture.height())))
        words = QRectF(square.right() + 10, area.y() + 4, area.right() - square.right() - 10 - INSET, area.height() - 8)
        folder = ROW_JOIN.join(
            part for part in (tr("new") if photo.is_new else "", photo.below.rpartition("/")[0]) if part
        )
        upper = words if not folder else QRectF(words.x(), words.y(), words.width(), words.height() / 2)
        painting.text(painter, upper, cell(photo, PHOTO), now.text)
        if folder:
            painter.setFont(painting.font(option.font, theme.SMALL))
            painting.text(painter, upper.translated(0, words.height() / 2), folder, now.muted)
