"""Drawings of what lies behind an answer: the heat map, and the photo that is like none of the training photos."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRadialGradient

from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.ink import BLUE, GREEN, ORANGE, VERMILION, Ink, arrow, box, dot, photo, write


def heat_map(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """A photo, three maps with their weights, and the photo with the place that counts."""
    side = area.height() - 22
    left = QRectF(area.left() + 4, area.top(), side, side)
    right = QRectF(area.right() - side - 4, area.top(), side, side)
    photo(painter, left, ink)
    small, middle = side * 0.28, left.right() + (right.left() - left.right()) * 0.4
    for place, (weight, strength) in enumerate((("0.9", 0.9), ("0.4", 0.45), ("0.1", 0.12))):
        map_ = QRectF(middle - small / 2, area.top() + place * (side - small) / 2, small, small)
        box(painter, map_, ink.wash(0.1, ink.text), ink.line)
        dot(painter, map_.center() + QPointF(small * 0.12, small * 0.1), small * 0.26, ink.wash(strength, ORANGE))
        beside = QRectF(map_.right() + 4, map_.top(), 34, small)
        write(painter, beside, f"× {weight}", ink.muted, 10, align="l")
    arrow(painter, QPointF(left.right() + 6, left.center().y()), QPointF(middle - small, left.center().y()), ink.line)
    start = min(middle + small / 2 + 40, right.left() - 20)
    arrow(painter, QPointF(start, right.center().y()), QPointF(right.left() - 6, right.center().y()), ink.line)
    photo(painter, right, ink, light=70)
    glow = QRadialGradient(right.center() + QPointF(side * 0.08, side * 0.08), side * 0.4)
    for at, alpha in ((0.0, 235), (0.5, 140), (1.0, 0)):
        colour = QColor(ORANGE)
        colour.setAlpha(alpha)
        glow.setColorAt(at, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawRoundedRect(right, 4, 4)
    for here, words in ((left, tr("photo")), (right, tr("what counts"))):
        write(painter, QRectF(here.left() - 12, area.bottom() - 18, side + 24, 18), words, ink.muted)


def unknown(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Three heaps of training photos, and one far from all of them."""
    heaps = ((BLUE, 0.16, 0.34), (GREEN, 0.36, 0.68), (ORANGE, 0.52, 0.26))
    spots = ((0, 0), (10, 5), (-9, 6), (5, -10), (-6, -8), (13, -5), (-13, -2), (2, 12))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, x, y in heaps:
        middle = QPointF(area.left() + x * area.width(), area.top() + y * area.height())
        painter.setPen(QPen(ink.wash(0.5, colour), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 25, 22)
        for dx, dy in spots:
            dot(painter, middle + QPointF(dx, dy), 3, ink.wash(0.85, colour))
    far = QPointF(area.left() + 0.84 * area.width(), area.top() + 0.55 * area.height())
    dot(painter, far, 5, QColor(VERMILION), ink.text)
    write(painter, QRectF(far.x() - 50, far.y() + 8, 100, 16), tr("unknown"), ink.text, bold=True)
