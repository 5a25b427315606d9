"""SimpleCNN as blocks: how a photo becomes ever smaller and deeper maps, then features, then classes."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.model.view import Block

ROOM_FOR_STEPS = 54
"""Height of a block, in pixels, from which on the step to the next is written too."""


class ArchitectureDrawing(QWidget):
    """Draws `Block`s from top to bottom: the block, its shape, and what leads to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, minimumSize=QSize(240, 100))
        self._blocks: tuple[Block, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """What to draw; also told to screen readers as one sentence."""
        self._blocks = blocks
        self.setAccessibleName(tr("SimpleCNN: {shapes}", shapes=" → ".join(block.shape for block in blocks)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 160)  # more where there is room

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._blocks:
            return
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = min(self.height() / len(self._blocks), 84.0)
        top = max(0.0, (self.height() - row * len(self._blocks)) / 2)
        column = 92.0
        for place, block in enumerate(self._blocks):
            line = QRectF(0, top + place * row, self.width(), row)
            centre = QPointF(column / 2, line.center().y())
            size = row * 0.62 * (math.sqrt(block.side / self._blocks[0].side) if block.side > 1 else 0)
            colour = theme.class_color((0, 4, 2, 1, 5)[place % 5], 6)
            if block.side > 1:
                self._maps(painter, centre, size, block.depth, colour, now)
            else:
                self._vector(painter, centre, block.depth, colour, now)
            self._words(painter, line.adjusted(column + 12, 0, 0, 0), block, now)
            if place:
                self._arrow(painter, QPointF(column / 2, line.top()), now)
        painter.end()

    def _maps(self, painter: QPainter, centre: QPointF, size: float, depth: int, colour: QColor, now: theme.Colours) -> None:  # fmt: skip
        sheets = {3: 3, 32: 5, 64: 8}.get(depth, 4)
        step = 3.2
        shift = step * (sheets - 1) / 2
        for sheet in reversed(range(sheets)):
            offset = QPointF(sheet * step - shift, shift - sheet * step)
            area = QRectF(0, 0, size, size)
            area.moveCenter(centre + offset)
            painter.setPen(QPen(painting.mix(now.surface, colour, 1.0), 1))
            painter.setBrush(painting.mix(now.surface, colour, 0.30 if sheet else 0.55))
            painter.drawRoundedRect(area, 2, 2)

    def _vector(self, painter: QPainter, centre: QPointF, depth: int, colour: QColor, now: theme.Colours) -> None:
        cells = min(depth, 16)
        width = 5.2 * cells
        for cell in range(cells):
            area = QRectF(centre.x() - width / 2 + cell * 5.2, centre.y() - 6, 4.2, 12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(painting.mix(now.surface, colour, 0.35 + 0.6 * ((cell * 7) % 5) / 5))
            painter.drawRoundedRect(area, 1, 1)

    def _words(self, painter: QPainter, area: QRectF, block: Block, now: theme.Colours) -> None:
        """Shape, title and the step to the next block; in a low window shape and title on one line."""
        middle, room = area.center().y(), area.height() >= ROOM_FOR_STEPS
        painter.setFont(painting.font(self.font(), strong=True))
        shape = QRectF(area.x(), middle - (18 if room else 9), area.width(), 18)
        painting.text(painter, shape, block.shape, now.text)
        left = 0.0 if room else QFontMetricsF(painter.font()).horizontalAdvance(block.shape) + 10
        painter.setFont(painting.font(self.font(), theme.SMALL))
        title = QRectF(area.x() + left, middle - (0 if room else 8), area.width() - left, 16)
        painting.text(painter, title, block.title, now.muted)
        if block.step and room:
            step = QRectF(area.x(), area.bottom() - 8, area.width(), 16)
            painting.text(painter, step, block.step, now.accent_text, elide=Qt.TextElideMode.ElideRight)

    def _arrow(self, painter: QPainter, at: QPointF, now: theme.Colours) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.outline))
        painter.drawPolygon(QPolygonF([at + QPointF(-5, -3), at + QPointF(5, -3), at + QPointF(0, 3)]))
