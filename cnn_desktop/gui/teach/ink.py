"""What the teaching drawings are drawn with: the window's colours, and a few strokes they all share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.painting import mix

ORANGE, SKY, GREEN, BLUE, VERMILION = "#E69F00", "#56B4E9", "#009E73", "#0072B2", "#D55E00"
"""Okabe and Ito's colours, which people with any colour vision tell apart."""


@dataclass(frozen=True)
class Ink:
    """The colours of one drawing."""

    text: QColor
    muted: QColor
    line: QColor
    ground: QColor
    accent: QColor

    def wash(self, strength: float, colour: QColor | str | None = None) -> QColor:
        """`colour` (the accent if None) thinned towards the ground; strength 0..1."""
        return mix(self.ground, colour if colour is not None else self.accent, strength)


def ink() -> Ink:
    """Ink in the colours of the theme that is on."""
    now = theme.colours()
    text, ground = QColor(now.text), QColor(now.surface)
    rough = Ink(text, QColor(now.muted), text, ground, QColor(now.accent))
    return replace(rough, line=rough.wash(0.35, text))


def write(
    painter: QPainter, area: QRectF, text: str, colour: QColor, size: float = 11, bold: bool = False, align: str = "c"
) -> None:
    """Writes one line into `area`; align "l", "c" or "r"."""
    font = QFont(painter.font())
    font.setPixelSize(round(size))
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(colour)
    side = {"l": Qt.AlignmentFlag.AlignLeft, "c": Qt.AlignmentFlag.AlignHCenter, "r": Qt.AlignmentFlag.AlignRight}
    painter.drawText(area, side[align] | Qt.AlignmentFlag.AlignVCenter, text)


def box(painter: QPainter, area: QRectF, fill: QColor | None, edge: QColor | None = None, radius: float = 4) -> None:
    """A rounded rectangle."""
    painter.setPen(QPen(edge, 1.2) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, radius, radius)


def arrow(painter: QPainter, start: QPointF, end: QPointF, colour: QColor, width: float = 1.6) -> None:
    """A straight arrow with a filled head."""
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start, end)
    way = end - start
    length = max(1e-6, (way.x() ** 2 + way.y() ** 2) ** 0.5)
    along, across = way / length, QPointF(-way.y(), way.x()) / length
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([end + along * 2, end - along * 6 + across * 4, end - along * 6 - across * 4]))


def curve(
    painter: QPainter,
    points: Sequence[QPointF],
    colour: QColor,
    width: float = 2,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A line through `points`."""
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)


def dot(painter: QPainter, at: QPointF, radius: float, fill: QColor, edge: QColor | None = None) -> None:
    """A filled circle."""
    painter.setPen(QPen(edge, 1.2) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(at, radius, radius)


def cells(area: QRectF, columns: int, rows: int) -> list[QRectF]:
    """The cells of a grid over `area`, row by row, with a pixel between them."""
    width, height = area.width() / columns, area.height() / rows
    return [
        QRectF(area.x() + column * width + 0.5, area.y() + row * height + 0.5, width - 1, height - 1)
        for row in range(rows)
        for column in range(columns)
    ]


def photo(painter: QPainter, area: QRectF, ink: Ink, light: int = 100, flipped: bool = False) -> None:
    """A tiny landscape that stands for a photo; `light` in percent."""
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(area, 4, 4)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 40, area.height() / 40)
    if flipped:
        painter.translate(40, 0)
        painter.scale(-1, 1)
    painter.fillRect(QRectF(0, 0, 40, 40), QColor(SKY).lighter(light))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#F0E442").lighter(light))
    painter.drawEllipse(QPointF(30, 10), 5, 5)
    painter.setBrush(QColor(BLUE).lighter(light))
    painter.drawPolygon(QPolygonF([QPointF(-4, 40), QPointF(13, 13), QPointF(30, 40)]))
    painter.setBrush(QColor(GREEN).lighter(light))
    painter.drawPolygon(QPolygonF([QPointF(12, 40), QPointF(28, 22), QPointF(46, 40)]))
    painter.restore()
