"""The equation behind one number: what adds up to it as bars, then window and kernel of each part, number by number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.map_reader import NEGATIVE, POSITIVE
from cnn_desktop.gui.kit.plain import show_tip
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.viewer.sum_view import Grid, SumView, number

LINE = 24
"""Height of a part of the sum."""
CELL, LOW_CELL = 22, 9
"""Height of a number's cell, and of one without its number."""
READABLE = 31
"""Width of a cell in which a number can be read."""
WIDEST = 46
SIGN = 20
"""Room for the sign between window and kernel."""
_STRONGEST = 0.5
"""Of a cell's colour over the ground, so that the number in it can be read in both themes."""


class SumPanel(QWidget):
    """Renders a `SumView`, as high as it must be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SumView | None = None
        self._cells: list[tuple[QRectF, str]] = []
        """Where numbers are painted, and what is said of them."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMinimumWidth(160)

    def show_view(self, view: SumView | None) -> None:
        """None: nothing is known yet."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(view.spoken if view else "")
            self.setFixedHeight(max(1, round(self._height())))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, max(1, round(self._height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.setFixedHeight(max(1, round(self._height())))

    def _height(self) -> float:
        if self._view is None:
            return 0.0
        blocks = sum(self._grid_height(grid) + 16 for grid in self._view.grids if not self._is_line(grid))
        lines = sum(LINE for grid in self._view.grids if self._is_line(grid))
        return len(self._view.parts) * LINE + 12 + blocks + lines + (24 if self._view.grids else 0)

    @staticmethod
    def _is_line(grid: Grid) -> bool:
        """One number times one other: it needs a line only."""
        return bool(grid.weights) and len(grid.inputs) == 1 and len(grid.inputs[0]) == 1

    # Geometry of a grid -----------------------------------------------------------------------------------------------

    def _cell(self, grid: Grid) -> tuple[float, float, bool]:
        """Width and height of a cell, and whether window and kernel stand side by side."""
        columns = max(1, len(grid.inputs[0]) if grid.inputs else 1)
        if not grid.weights:
            width = min(float(WIDEST), self.width() / columns)
            return width, CELL if width >= READABLE else width, True
        beside = min(float(WIDEST), (self.width() - SIGN) / (2 * columns))
        if beside >= READABLE:
            return beside, CELL, True
        below = min(float(WIDEST), self.width() / columns)
        if below >= READABLE and columns <= 7:
            return below, CELL, False
        return beside, beside, True

    def _grid_height(self, grid: Grid) -> float:
        _, high, is_beside = self._cell(grid)
        rows = len(grid.inputs)
        return 22 + rows * high * (1 if is_beside or not grid.weights else 2) + (0 if is_beside else SIGN)

    # Painting ---------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._cells = []
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._paint_parts(painter, self._view)
        now = theme.colours()
        if self._view.grids:
            painter.setFont(painting.font(self.font(), theme.SMALL, strong=True))
            words = self._view.grids_title
            painting.text(painter, QRectF(0, top, self.width(), 18), words, now.muted)
            top += 24
        largest = max((abs(v) for grid in self._view.grids for row in grid.inputs for v in row), default=0.0) or 1.0
        heaviest = max((abs(v) for grid in self._view.grids for row in grid.weights for v in row), default=0.0) or 1.0
        for grid in self._view.grids:
            if self._is_line(grid):
                self._paint_line(painter, grid, top)
                top += LINE
            else:
                self._paint_grid(painter, grid, top, largest, heaviest)
                top += self._grid_height(grid) + 16

    def _paint_parts(self, painter: QPainter, view: SumView) -> float:
        """The parts, their bars in one scale around 0, and the result below a line."""
        now = theme.colours()
        plain = painting.font(self.font())
        figures = max(QFontMetricsF(painting.font(self.font(), strong=True)).horizontalAdvance(part.figures) for part in view.parts)  # fmt: skip
        fonts = ((painting.font(self.font(), strong=part.is_total), part.words) for part in view.parts)
        longest = max(QFontMetricsF(font).horizontalAdvance(words) for font, words in fonts)
        room = min(self.width() * 0.3, self.width() - figures - longest - 28)
        room = room if room >= 20 else 0.0  # the numbers come first
        most = max(*(abs(part.value) for part in view.parts), 1e-9)
        top = 0.0
        for part in view.parts:
            line = QRectF(0, top, self.width(), LINE)
            if part.is_total and len(view.parts) > 1:
                painter.fillRect(QRectF(0, top + 2, self.width(), 1), QColor(now.outline))
                line.translate(0, 6)
            painter.setFont(painting.font(self.font(), strong=True) if part.is_total else plain)
            words = line.adjusted(0, 0, -(room + figures + 20), 0)
            painting.text(painter, words, part.words, now.text)
            painting.text(painter, line, part.figures, now.text, Qt.AlignmentFlag.AlignRight)
            track = QRectF(line.right() - figures - 10 - room, line.center().y() - 5, room, 10)
            zero = track.center().x()
            reach = part.value / most * room / 2
            bar = QRectF(
                QPointF(min(zero, zero + reach), track.top()), QPointF(max(zero, zero + reach), track.bottom())
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(POSITIVE if part.value > 0 else NEGATIVE))
            if room:
                painter.drawRoundedRect(bar, 2, 2)
                painter.fillRect(QRectF(zero - 0.5, track.top() - 3, 1, 16), QColor(now.outline))
            top += LINE
        return top + 12

    def _paint_line(self, painter: QPainter, grid: Grid, top: float) -> None:
        now = theme.colours()
        line = QRectF(0, top, self.width(), LINE)
        painter.setFont(painting.font(self.font()))
        product = f"{_short(grid.inputs[0][0])} × {_short(grid.weights[0][0])} = "
        painting.text(painter, line, grid.figures, now.text, Qt.AlignmentFlag.AlignRight)
        figures = painter.fontMetrics().horizontalAdvance(grid.figures)
        painting.text(painter, line.adjusted(0, 0, -figures, 0), product, now.muted, Qt.AlignmentFlag.AlignRight)
        room = line.width() - figures - painter.fontMetrics().horizontalAdvance(product) - 8
        painting.text(painter, QRectF(0, top, max(0.0, room), LINE), grid.title, now.text)

    def _paint_grid(self, painter: QPainter, grid: Grid, top: float, largest: float, heaviest: float) -> None:
        now = theme.colours()
        wide, high, is_beside = self._cell(grid)
        painter.setFont(painting.font(self.font(), strong=True))
        title = QRectF(0, top, self.width(), 18)
        painting.text(painter, title, grid.title, now.text)
        painting.text(painter, title, f"= {grid.figures}", now.text, Qt.AlignmentFlag.AlignRight)
        rows, columns = len(grid.inputs), len(grid.inputs[0]) if grid.inputs else 0
        left = QRectF(0, top + 22, columns * wide, rows * high)
        self._paint_cells(painter, grid.inputs, left, largest, grid.winner, tr("input"))
        if not grid.weights:
            return
        right = left.translated(columns * wide + SIGN, 0) if is_beside else left.translated(0, rows * high + SIGN)
        painter.setFont(painting.font(self.font(), strong=True))
        sign = QRectF(left.right(), left.top(), SIGN, left.height()) if is_beside else QRectF(0, left.bottom(), left.width(), SIGN)  # fmt: skip
        painting.text(painter, sign, "×", now.muted, Qt.AlignmentFlag.AlignHCenter)
        self._paint_cells(painter, grid.weights, right, heaviest, (), tr("kernel"))

    def _paint_cells(
        self,
        painter: QPainter,
        values: list[list[float]],
        area: QRectF,
        most: float,
        winner: tuple[int, ...],
        what: str,
    ) -> None:
        now = theme.colours()
        high = area.height() / max(1, len(values))
        painter.setFont(painting.font(self.font(), theme.SMALL))
        for down, row in enumerate(values):
            wide = area.width() / max(1, len(row))
            for across, value in enumerate(row):
                cell = QRectF(area.left() + across * wide, area.top() + down * high, wide, high)
                inner = cell.adjusted(0.5, 0.5, -0.5, -0.5)
                colour = POSITIVE if value > 0 else NEGATIVE
                strength = _STRONGEST * min(1.0, abs(value) / most) ** 0.7
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(painting.mix(now.hover, colour, strength if wide >= READABLE else min(1.0, strength / _STRONGEST)))  # fmt: skip
                painter.drawRoundedRect(inner, 2, 2)
                if wide >= READABLE:
                    painting.text(painter, cell, _short(value), now.text, Qt.AlignmentFlag.AlignHCenter)
                if winner == (down, across):
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(QColor(now.text), 2))
                    painter.drawRoundedRect(inner, 2, 2)
                place = tr("{what}, row {row}, column {column}: {figures}", what=what, row=down, column=across, figures=number(value))  # fmt: skip
                self._cells.append((cell, place[:1].upper() + place[1:]))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = QPointF(event.pos())
            show_tip(event.globalPos(), next((words for cell, words in self._cells if cell.contains(at)), ""), self)
            return True
        return super().event(event)


def _short(value: float) -> str:
    """In five letters or so."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = (QT_WORDS.number(value, ".0f"), QT_WORDS.number(value, ".1f"), QT_WORDS.number(value, ".2f"))[digits]
    return text.removeprefix("-") if not any(digit in text for digit in "123456789") else text.replace("-", "−")
