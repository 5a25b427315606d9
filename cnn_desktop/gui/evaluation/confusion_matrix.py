"""The confusion matrix: true classes down, predicted ones across, shading by share of the true class, counts inside.

Readable with 2 classes and with 200: names and counts are written where they fit, hover and keys tell the rest.
Arrow keys move the mark, Enter or a click chooses the field.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.domain.colours import share_rgb
from cnn_desktop.domain.report import Report
from cnn_desktop.gui.evaluation.view import cell_text
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.plain import hide_tip, show_tip
from cnn_desktop.gui.kit.words import tr

NAME, LARGEST_CELL = 150, 116
"""Most room for a class name beside the matrix, and the largest side of a field, in pixels."""
SCALE_ROOM = 40
COMFORT = 22
"""Side of a field that is large enough while names need room, in pixels."""
_KEYS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class ConfusionMatrix(QWidget):
    """`chosen(true, predicted)` tells the places of the field's classes in the report."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        name, least = tr("Confusion matrix"), QSize(220, 220)
        super().__init__(parent, accessibleName=name, mouseTracking=True, minimumSize=least)
        self._report: Report | None = None
        self._totals: list[int] = []
        self._cursor = (0, 0)
        self._is_chosen = False
        """The photos of the field the keys are on are shown."""
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_report(self, report: Report | None) -> None:
        """Shows the matrix of `report`."""
        self._report = report
        self._totals = [sum(row) for row in report.confusion] if report else []
        self._cursor, self._is_chosen = (0, 0), False
        self._image = self._shades() if report else QImage()
        self._tell()
        self.update()

    def mark(self, true: int, predicted: int) -> None:
        """Marks the field whose photos are shown."""
        self._cursor, self._is_chosen = (true, predicted), True
        self._tell()
        self.update()

    def unmark(self) -> None:
        """Other photos are shown."""
        self._is_chosen = False
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(440, 440)

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """(true, predicted) of the field the keys are on."""
        return self._cursor

    # Geometry -------------------------------------------------------------------------------------------------------

    def _classes(self) -> list[str]:
        return self._report.classes if self._report else []

    def grid(self) -> QRectF:
        """Where the fields are."""
        count = max(1, len(self._classes()))
        name = self._name_room()
        side = min(self.width() - name - 22.0, self.height() - self._top() - SCALE_ROOM, LARGEST_CELL * count)
        if side / count >= 4:
            side = count * float(int(side / count))  # whole pixels: every field looks the same
        return QRectF(name + 22.0, self._top(), max(1.0, side), max(1.0, side))

    def _name_room(self) -> float:
        metrics = QFontMetricsF(painting.font(self.font(), theme.SMALL))
        width, count = self.width(), max(1, len(self._classes()))
        spare = width - 22 - COMFORT * count  # what fields of a good size leave
        if count * LARGEST_CELL < min(width, self.height()):
            spare = min(width - 22, self.height() - 20 - SCALE_ROOM) - LARGEST_CELL * count
        most = min(NAME, max(width * 0.2, min(width * 0.35, spare)))
        return max(
            48.0, min(most, max((metrics.horizontalAdvance(name) for name in self._classes()), default=0.0) + 10)
        )

    def _top(self) -> float:
        return 20.0 + (self._name_room() if self._slanted() else 18.0)

    def _slanted(self) -> bool:
        """Column names stand upright unless all of them fit across."""
        names = self._classes()
        if not names:
            return False
        metrics = QFontMetricsF(painting.font(self.font(), theme.SMALL))
        cell = min(LARGEST_CELL, (self.width() - self._name_room() - 22) / len(names))
        return max(metrics.horizontalAdvance(name) for name in names) > cell - 4

    def cell(self, true: int, predicted: int) -> QRectF:
        """The field of a pair of classes."""
        grid, count = self.grid(), len(self._classes())
        side = grid.width() / count
        return QRectF(grid.x() + predicted * side, grid.y() + true * side, side, side)

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """(true, predicted) under `point`."""
        grid, count = self.grid(), len(self._classes())
        if not count or not grid.contains(point):
            return None
        side = grid.width() / count
        return min(count - 1, int((point.y() - grid.y()) / side)), min(count - 1, int((point.x() - grid.x()) / side))

    def name_at(self, point: QPointF) -> str:
        """The whole name of the class whose row's or column's name is under `point`; "" for none."""
        grid, count = self.grid(), len(self._classes())
        if not count:
            return ""
        beside = QRectF(grid.x() - self._name_room(), grid.y(), self._name_room(), grid.height())
        above = QRectF(grid.x(), 18, grid.width(), grid.y() - 18)
        side = grid.width() / count
        if beside.contains(point):
            return self._classes()[min(count - 1, int((point.y() - grid.y()) / side))]
        return self._classes()[min(count - 1, int((point.x() - grid.x()) / side))] if above.contains(point) else ""

    # Painting -------------------------------------------------------------------------------------------------------

    def _share(self, true: int, predicted: int) -> float:
        assert self._report is not None
        return self._report.confusion[true][predicted] / self._totals[true] if self._totals[true] else 0.0

    def _shade(self, true: int, predicted: int) -> QColor:
        return QColor(*share_rgb(self._share(true, predicted)))

    def _shades(self) -> QImage:
        """One pixel a field, so that 200 × 200 of them cost one drawing."""
        assert self._report is not None
        counts = np.array(self._report.confusion, np.float64).reshape(len(self._classes()), -1)
        shares = np.sqrt(counts / np.maximum(1, counts.sum(axis=1, keepdims=True)))
        colours = np.array([theme.map_color(step / 255).rgb() for step in range(256)], np.uint32)
        pixels = np.ascontiguousarray(colours[np.rint(shares * 255).astype(np.intp)])
        side = max(1, len(counts))
        return QImage(pixels.tobytes(), side, side, 4 * side, QImage.Format.Format_RGB32).copy()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._report is None:
            return
        now = theme.colours()
        painter = QPainter(self)
        grid, count = self.grid(), len(self._classes())
        painter.drawImage(grid, self._image)
        side = grid.width() / count
        if side >= 12:
            painter.setPen(QPen(QColor(now.surface), 1))
            for line in range(1, count):
                painter.drawLine(QPointF(grid.x() + line * side, grid.y()), QPointF(grid.x() + line * side, grid.bottom()))  # fmt: skip
                painter.drawLine(QPointF(grid.x(), grid.y() + line * side), QPointF(grid.right(), grid.y() + line * side))  # fmt: skip
        if side >= 20:
            self._counts(painter, side)
        self._names(painter, grid, side, now)
        self._axis_names(painter, grid, now)
        self._scale(painter, grid, now)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self._is_chosen:
            painting.mark_frame(painter, self.cell(*self._cursor))
        painter.end()

    def _counts(self, painter: QPainter, side: float) -> None:
        assert self._report is not None
        size = theme.BODY if side >= 36 else theme.SMALL
        for true, row in enumerate(self._report.confusion):
            if not self._totals[true]:
                self._no_photos(painter, true, size)
            for predicted, count in enumerate(row):
                if not count:
                    continue
                painter.setFont(painting.font(self.font(), size, strong=true == predicted))
                ink = theme.text_on(self._shade(true, predicted))
                words = tr("{n}", n=count)
                if QFontMetricsF(painter.font()).horizontalAdvance(words) < side - 1:
                    painting.text(painter, self.cell(true, predicted), words, ink, Qt.AlignmentFlag.AlignHCenter)

    def _no_photos(self, painter: QPainter, true: int, size: int) -> None:
        """A dash where the share of a class's photos that were recognised would stand."""
        painter.setFont(painting.font(self.font(), size))
        ink = theme.text_on(self._shade(true, true))
        painting.text(painter, self.cell(true, true), "–", ink, Qt.AlignmentFlag.AlignHCenter)

    def _names(self, painter: QPainter, grid: QRectF, side: float, now: theme.Colours) -> None:
        painter.setFont(painting.font(self.font(), theme.SMALL))
        height = QFontMetricsF(painter.font()).height()
        every = max(1, int(-(-height // side)))  # with many classes each n-th name
        slanted, room = self._slanted(), self._name_room()
        for place in range(0, len(self._classes()), every):
            name = self._classes()[place]
            row = QRectF(grid.x() - room, grid.y() + (place + 0.5) * side - height / 2, room - 6, height)
            painting.name(painter, row, name, self._classes(), now.muted, Qt.AlignmentFlag.AlignRight)
            if slanted:
                painter.save()
                painter.translate(grid.x() + (place + 0.5) * side, grid.y() - 6)
                painter.rotate(-90)
                painting.name(painter, QRectF(0, -height / 2, room - 6, height), name, self._classes(), now.muted)
                painter.restore()
            else:
                above = QRectF(grid.x() + place * side, grid.y() - 18, side, 16)
                painting.name(painter, above, name, self._classes(), now.muted, Qt.AlignmentFlag.AlignHCenter)

    def _axis_names(self, painter: QPainter, grid: QRectF, now: theme.Colours) -> None:
        painter.setFont(painting.font(self.font(), theme.SMALL, strong=True))
        centre = Qt.AlignmentFlag.AlignHCenter
        painting.text(painter, QRectF(grid.x(), 0, grid.width(), 16), tr("Predicted class"), now.muted, centre)
        painter.save()
        painter.translate(0, grid.center().y())
        painter.rotate(-90)
        painting.text(painter, QRectF(-grid.height() / 2, 0, grid.height(), 16), tr("True class"), now.muted, centre)
        painter.restore()

    def _scale(self, painter: QPainter, grid: QRectF, now: theme.Colours) -> None:
        """What the shading means, with the shares below the places where they are on it."""
        bar = QRectF(grid.x(), grid.bottom() + 10, max(96.0, min(grid.width() - 120, 200.0)), 8)
        for step in range(32):
            part = QRectF(bar.x() + step * bar.width() / 32, bar.y(), bar.width() / 32 + 0.5, bar.height())
            painter.fillRect(part, theme.map_color(step / 31))
        painter.setFont(painting.font(self.font(), theme.SMALL))
        for share, align in self.scale_marks(bar.width()):
            middle = bar.x() + math.sqrt(share) * bar.width()
            start = {"AlignLeft": middle, "AlignHCenter": middle - 30, "AlignRight": middle - 60}[align]
            words = QRectF(start, bar.bottom() + 2, 60, 16)
            painting.text(painter, words, tr("{p:.0%}", p=share), now.muted, Qt.AlignmentFlag[align])
        rest = QRectF(bar.right() + 10, bar.y() - 4, self.width() - bar.right() - 10, 16)
        painting.text(painter, rest, tr("of the true class"), now.muted, elide=Qt.TextElideMode.ElideRight)

    def scale_marks(self, width: float) -> list[tuple[float, str]]:
        """Shares named below a scale of `width` pixels, and on which side of their words they are."""
        metrics = QFontMetricsF(painting.font(self.font(), theme.SMALL))
        low, middle, high = (metrics.horizontalAdvance(tr("{p:.0%}", p=share)) for share in (0.0, 0.25, 1.0))
        room = width / 2 - max(low, high) - middle / 2 >= 8  # a quarter stands in the middle: its root is a half
        return [(0.0, "AlignLeft"), *([(0.25, "AlignHCenter")] if room else []), (1.0, "AlignRight")]

    # Mouse and keys -------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell else Qt.CursorShape.ArrowCursor)
        if cell is None or self._report is None:
            if named := self.name_at(event.position()):
                show_tip(event.globalPosition().toPoint(), named, self)
            else:
                hide_tip()
            return
        show_tip(event.globalPosition().toPoint(), self.describe(*cell), self, self.cell(*cell).toRect())

    def describe(self, true: int, predicted: int) -> str:
        """The field as a sentence, with its share when there are photos in it."""
        assert self._report is not None
        sentence = cell_text(self._report, true, predicted)
        if not self._report.confusion[true][predicted]:
            return sentence
        return tr("{sentence} ({p:.0%})", sentence=sentence, p=self._share(true, predicted))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._classes())
        if not count:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in _KEYS:
            down, across = _KEYS[key]
            self._cursor = (
                max(0, min(count - 1, self._cursor[0] + down)),
                max(0, min(count - 1, self._cursor[1] + across)),
            )
            self._is_chosen = False
            self._tell()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(*self._cursor)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        """Screen readers hear the field the keys are on."""
        self.setAccessibleDescription(self.describe(*self._cursor) if self._classes() else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
