"""The models to choose from as a table: name and note, accuracy on ImageNet, parameters, time a photo, where the weights are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from cnn_desktop.domain.catalog import TIMM_PREFIX
from cnn_desktop.gui.kit import icons, painting, theme
from cnn_desktop.gui.kit.row_delegate import RowDelegate
from cnn_desktop.gui.kit.sorting import INSET, SortedTable
from cnn_desktop.gui.kit.table_model import AnyIndex, TableModel
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.model.view import ModelRow, parameters_text, time_text, weights_short, weights_text

TITLE, TOP1, PARAMETERS, TIME, WEIGHTS = range(5)
ICON_ONLY = 36
"""Width of the weights' column when the models' names need the room, in pixels."""
_WEIGHTS_ICON = {"bundled": ("success", "good"), "here": ("success", "good"), "ask": ("download", "muted")}


class ModelsModel(TableModel[ModelRow]):
    """One row a model."""

    ROW = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        names = tr("Model"), tr("ImageNet"), tr("Parameters"), tr("Per photo"), tr("Weights")
        super().__init__(names, self._facts, (TOP1, PARAMETERS, TIME), parent)
        self.brief = False
        """The weights' column has only room for their icon."""

    def show_rows(self, rows: list[ModelRow]) -> None:
        if [row.name for row in rows] != [row.name for row in self.rows]:
            super().show_rows(rows)
            return
        self.rows = rows
        self.dataChanged.emit(self.index(0, 0), self.index(max(0, len(rows) - 1), WEIGHTS))

    def _facts(self, row: ModelRow, column: int, role: int) -> object:
        facts = row.architecture
        if role == self.ROW:
            return row
        if role == self.SORT:
            seconds = row.time.seconds if row.time else 0.0
            return (facts.title.lower(), facts.top1 or 0.0, facts.parameters, seconds, row.weights)[column]
        if role == Qt.ItemDataRole.ToolTipRole and column != WEIGHTS:
            return tr(facts.note)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and column == WEIGHTS:
            return weights_text(row)
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return cell_text(row, column) if spoken else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and section == TOP1:
            return tr(
                "How often the pretrained network's first answer is right on ImageNet, a well-known set of photos "
                "(top-1). With your photos, the figure will be different."
            )
        if role == Qt.ItemDataRole.ToolTipRole and section == TIME:
            return tr(
                "How long one photo takes in training on this computer, with your settings. Measured in earlier training; "
                "≈ marks an estimate."
            )
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and section == WEIGHTS:
            return tr("Weights")
        if self.brief and role == Qt.ItemDataRole.DisplayRole and section == WEIGHTS:
            return ""
        return super().headerData(section, way, role)


def cell_text(row: ModelRow, column: int) -> str:
    """What a cell says."""
    if column == TITLE:
        return row.architecture.title
    if column == TOP1:
        return tr("{p:.1%}", p=row.architecture.top1) if row.architecture.top1 is not None else "–"
    if column == PARAMETERS:
        return parameters_text(row.architecture.parameters)
    return time_text(row) if column == TIME else weights_short(row)


def _paint_cell(painter: QPainter, cell: QRectF, index: AnyIndex, option: QStyleOptionViewItem, chosen: bool) -> None:
    """Two lines in the first column, figures on the right."""
    now = theme.colours()
    row: ModelRow = index.data(ModelsModel.ROW)
    if chosen and index.column() == TITLE:
        painter.fillRect(QRectF(cell.x(), cell.y(), 3, cell.height()), QColor(now.accent))
    inner = cell.adjusted(INSET, 4, -INSET, -4)
    base = option.font
    painter.setFont(painting.font(base, strong=index.column() == TITLE))
    words = cell_text(row, index.column())
    if index.column() == TITLE:
        small, note = painting.font(base, theme.SMALL), tr(row.architecture.note)
        # half a note is worse than none: the panel beside the table has it whole
        room = QFontMetricsF(small).horizontalAdvance(note) <= inner.width()
        half = inner.height() / 2 if room else inner.height()
        painting.text(painter, QRectF(inner.x(), inner.y(), inner.width(), half), words, now.text)
        if room:
            painter.setFont(small)
            painting.text(painter, QRectF(inner.x(), inner.y() + half, inner.width(), half), note, now.muted)
    elif index.column() == WEIGHTS:
        if row.weights in _WEIGHTS_ICON:
            name, role = _WEIGHTS_ICON[row.weights]
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(round(inner.x()), round(inner.center().y() - 8), icons.pixmap(name, 16, role, ratio))
        if cell.width() > ICON_ONLY:
            painting.text(painter, inner.adjusted(24, 0, 0, 0), words, now.muted, elide=Qt.TextElideMode.ElideRight)
    else:
        painting.text(painter, inner, words, now.text, Qt.AlignmentFlag.AlignRight)


class ModelTable(SortedTable):
    """`chosen(name)` when the person picks a model."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        models = ModelsModel()
        super().__init__(tr("Models"), models, 46, {TOP1: 84, PARAMETERS: 92, TIME: 84, WEIGHTS: 100}, parent)
        self.models = models
        self.setItemDelegate(RowDelegate(_paint_cell, QSize(80, 46), self))
        self.setMouseTracking(True)
        self._time_width, self._weights_width = self.columnWidth(TIME), self.columnWidth(WEIGHTS)
        self._loading = False

    def show_rows(self, rows: list[ModelRow]) -> None:
        """Shows the models; the chosen one stays chosen."""
        name = self.current
        self._loading = True
        self.models.show_rows(rows)
        self._loading = False
        self.choose(name)
        self._share_room()

    @property
    def current(self) -> str:
        row: ModelRow | None = self.currentIndex().data(ModelsModel.ROW) if self.currentIndex().isValid() else None
        return row.name if row else ""

    def choose(self, name: str) -> None:
        """Marks the row of `name` without telling anyone."""
        for place, row in enumerate(self.models.rows):
            if row.name == name:
                self._loading = True
                self.setCurrentIndex(self.sorted.mapFromSource(self.models.index(place, 0)))
                self._loading = False

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._loading and current.row() != previous.row():
            self.chosen.emit(self.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The names come first: where they would be cut, the weights' words go and their icon stays; then the times go."""
        metrics = QFontMetricsF(painting.font(self.font(), strong=True))
        names = [
            metrics.horizontalAdvance(row.architecture.title)
            for row in self.models.rows
            if not row.name.startswith(TIMM_PREFIX)
        ]
        needed = max(names, default=0.0) + 2 * INSET + 1
        room = self.viewport().width() - self.columnWidth(TOP1) - self.columnWidth(PARAMETERS) - needed
        brief = room < self._time_width + self._weights_width
        self.setColumnHidden(TIME, room < self._time_width + ICON_ONLY)
        if brief != self.models.brief:
            self.models.brief = brief
            self.horizontalHeader().resizeSection(WEIGHTS, ICON_ONLY if brief else self._weights_width)
            self.models.headerDataChanged.emit(Qt.Orientation.Horizontal, WEIGHTS, WEIGHTS)
