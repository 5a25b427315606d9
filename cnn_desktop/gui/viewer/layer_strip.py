"""The layers of a network in the order in which a photo passes, one below the other; one of them is looked at."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from cnn_desktop.domain.jobs.explore import LayerKind
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.entering import enter, paint_focus
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.row_delegate import RowDelegate
from cnn_desktop.gui.kit.table_model import ROOT, AnyIndex
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.viewer.layer_words import StripRow

LAYER, HEADING = 44, 30
"""Height of a row, in pixels."""
ICON = 40
"""Width of the drawing left of the words."""

_COLOURS: dict[LayerKind, str] = {
    "convolution": "#0072b2", "pooling": "#e69f00", "activation": "#009e73", "normalisation": "#56b4e9",
    "flatten": "#cc79a7", "linear": "#d55e00", "softmax": "#d55e00",
}  # fmt: skip
"""Okabe and Ito's; the words beside them say the same."""


def kind_colour(kind: LayerKind) -> QColor:
    """The colour of such layers."""
    return QColor(_COLOURS.get(kind, "#8c8c8c"))


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[StripRow] = []

    def show_rows(self, rows: list[StripRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        is_layer = index.isValid() and bool(self.rows[index.row()].layer)
        return super().flags(index) if is_layer else Qt.ItemFlag.NoItemFlags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.layer:
            return as_tip(tr("{layer}. In the network: {name}", layer=row.spoken, name=as_shown(row.layer)))
        return None


class LayerStrip(QListView):
    """`chosen(name)` of the layer, as the arrow keys or the mouse go."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Layers"))
        painting.bare(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self._paint, QSize(120, LAYER), self))
        self.selectionModel().currentChanged.connect(self._choose)

    def show_rows(self, rows: list[StripRow]) -> None:
        """Replaces all rows, unless they are the same."""
        if rows != self._model.rows:
            self._model.show_rows(rows)

    @property
    def rows(self) -> list[StripRow]:
        return self._model.rows

    def choose(self, layer: str) -> None:
        """Makes it current, without telling."""
        place = next((at for at, row in enumerate(self.rows) if row.layer == layer), -1)
        index = self._model.index(place) if place >= 0 else QModelIndex()
        if index.row() != self.currentIndex().row():
            self.selectionModel().blockSignals(True)  # it is known already
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
            self.scrollTo(index)
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        enter(self, lambda: super(LayerStrip, self).focusInEvent(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_focus(self, self.visualRect(self.currentIndex()))

    def _choose(self, index: AnyIndex) -> None:
        if index.isValid() and self.rows[index.row()].layer:
            self.chosen.emit(self.rows[index.row()].layer)

    # Painting -------------------------------------------------------------------------------------------------------

    def _paint(
        self, painter: QPainter, area: QRectF, index: AnyIndex, option: QStyleOptionViewItem, chosen: bool
    ) -> None:
        row, now = self.rows[index.row()], theme.colours()
        if not row.layer:
            painter.setFont(painting.font(self.font(), theme.SMALL, strong=True))
            painting.text(painter, area.adjusted(8, 6, -8, 0), row.title, now.muted)
            return
        icon = QRectF(area.left() + 4, area.top(), ICON, area.height())
        self._paint_way(painter, icon, index.row())
        self._paint_layer(painter, icon, row, now.accent_soft if chosen else now.surface)
        words = area.adjusted(ICON + 8, 5, -4, -5)
        top, low = QRectF(words), QRectF(words)
        top.setHeight(words.height() / 2 + 1)
        low.setTop(words.top() + words.height() / 2 + 1)
        painter.setFont(painting.font(self.font(), strong=chosen))
        painting.text(painter, top, row.title, now.text, elide=Qt.TextElideMode.ElideRight)
        painter.setFont(painting.font(self.font(), theme.SMALL))
        painting.text(painter, low, row.caption, now.muted, elide=Qt.TextElideMode.ElideRight)

    def _paint_way(self, painter: QPainter, icon: QRectF, place: int) -> None:
        """The line that the photo follows; headings lie beside it."""
        layers = [at for at, row in enumerate(self.rows) if row.layer] if place in (0, 1) else [0]
        top = icon.center().y() if place == layers[0] else icon.top()
        bottom = icon.center().y() if place == len(self.rows) - 1 else icon.bottom()
        painter.setPen(QPen(QColor(theme.colours().line), 2))
        painter.drawLine(QPointF(icon.center().x(), top), QPointF(icon.center().x(), bottom))

    def _paint_layer(self, painter: QPainter, icon: QRectF, row: StripRow, ground: str) -> None:
        """Sheets as large as its maps are, the more of them the more there are; of numbers a row of cells."""
        colour = kind_colour(row.kind)
        painter.setPen(QPen(colour, 1))
        if row.size <= 0:
            cell = 5.0
            for at in range(6):
                area = QRectF(0, 0, cell, 12)
                area.moveCenter(icon.center())
                area.translate((at - 2.5) * (cell + 1), 0)
                painter.setBrush(painting.mix(ground, colour, 0.25 + 0.6 * ((at * 5) % 4) / 4))
                painter.drawRoundedRect(area, 1, 1)
            return
        side, sheets = 8 + 16 * row.size, 1 + round(4 * row.depth)
        for sheet in reversed(range(sheets)):
            area = QRectF(0, 0, side, side)
            area.moveCenter(icon.center())
            shift = (sheet - (sheets - 1) / 2) * 2.6
            area.translate(shift, -shift)
            painter.setBrush(painting.mix(ground, colour, 0.28 if sheet else 0.62))
            painter.drawRoundedRect(area, 2, 2)


class _Delegate(RowDelegate):
    """Headings are lower, and have no ground of their own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        model = index.model()
        is_layer = isinstance(model, _Rows) and bool(model.rows[index.row()].layer)
        return QSize(self._size.width(), LAYER if is_layer else HEADING)
