"""The layers of a network in the order a photo passes through them: name, kind, output, parameters."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from cnn_desktop.domain.jobs.describe_model import LayerRow
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.sorting import PlainTable
from cnn_desktop.gui.kit.table_model import TableModel
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.model.view import layer_shape

NAME, ROOM_FOR_NAMES, KIND = 1, 400, 112
FIGURES = {2: 104, 3: 92}
"""Usual widths of output and parameters, in pixels."""
PADDING = 18
"""Left and right of a figure, in pixels."""


class LayerModel(TableModel[LayerRow]):
    """Kind, name, output, parameters."""

    def __init__(self, parent: QObject | None = None) -> None:
        names = tr("Layer"), tr("Name"), tr("Output"), tr("Parameters")
        super().__init__(names, self._facts, FIGURES, parent)
        self.small = False
        """There is little room: figures must be whole all the same."""

    def _facts(self, layer: LayerRow, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and column == 0:
            return layer.name
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            parameters = tr("{n}", n=layer.parameters) if layer.parameters else "–"
            return (layer.kind, layer.name, layer_shape(layer), parameters)[column]
        return theme.font(theme.SMALL) if role == Qt.ItemDataRole.FontRole and self.small else None


class LayerTable(PlainTable):
    """A plain, quiet table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Layers of the chosen model"), 28, parent)
        self.layers = LayerModel(self)
        self.setModel(self.layers)
        self.layers.modelReset.connect(self._fit_figures)
        header = self.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in {0: KIND, **FIGURES}.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # kind, output and parameters tell the story; the long technical names need room
        narrow, header = self.width() < ROOM_FOR_NAMES, self.horizontalHeader()
        if narrow != self.isColumnHidden(NAME):
            self.setColumnHidden(NAME, narrow)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch if narrow else QHeaderView.ResizeMode.Fixed)
            header.resizeSection(0, KIND)
            self.layers.small = narrow
            self._fit_figures()
        super().resizeEvent(event)

    def _fit_figures(self) -> None:
        """Where there is little room, the figures have what they need and the kinds of layers the rest."""
        header, model = self.horizontalHeader(), self.layers
        metrics = QFontMetrics(theme.font(theme.SMALL, strong=True))
        for column, usual in FIGURES.items():
            words = [str(model.index(row, column).data()) for row in range(model.rowCount())] if model.small else []
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            needed = max((metrics.horizontalAdvance(each) for each in [title, *words]), default=0) + PADDING
            header.resizeSection(column, needed if words else max(usual, needed))
