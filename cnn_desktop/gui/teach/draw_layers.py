"""Drawings of the smaller layers of a network: the photo as numbers, activation, normalisation, flatten, and steps beside the way."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.ink import (
    BLUE,
    GREEN,
    ORANGE,
    SKY,
    VERMILION,
    Ink,
    arrow,
    box,
    cells,
    curve,
    dot,
    photo,
    write,
)


def numbers(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """A photo, and the three grids of numbers it is made of."""
    side = area.height() - 40
    picture = QRectF(area.left() + 8, area.top() + 20, side, side)
    photo(painter, picture, ink)
    middle = picture.center().y()
    arrow(painter, QPointF(picture.right() + 10, middle), QPointF(picture.right() + 34, middle), ink.muted)
    left = picture.right() + 52
    for place, (colour, light) in enumerate(((VERMILION, 3), (GREEN, 5), (BLUE, 8))):
        sheet = QRectF(left + place * 26, area.top() + 8 + place * 15, side * 0.8, side * 0.8)
        box(painter, sheet, ink.ground)
        for cell, (down, across) in zip(cells(sheet, 4, 4), ((r, c) for r in range(4) for c in range(4)), strict=True):
            box(painter, cell, ink.wash(0.15 + 0.1 * ((down * light + across * 3) % 8), colour), radius=1)


def activation(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """What is below 0 becomes 0."""
    row = area.height() / 2
    before = ("+1.2", "−0.4", "+0.3", "−2.1")
    after = ("1.2", "0", "0.3", "0")
    width = 44.0
    for place, (one, other) in enumerate(zip(before, after, strict=True)):
        x = area.left() + 4 + place * (width + 4)
        top, low = QRectF(x, area.top() + 8, width, 34), QRectF(x, area.bottom() - 42, width, 34)
        below = one.startswith("−")
        box(painter, top, ink.wash(0.4, BLUE if below else VERMILION), radius=3)
        write(painter, top, one, ink.text, 13)
        box(painter, low, ink.wash(0.08, ink.text) if below else ink.wash(0.4, VERMILION), radius=3)
        write(painter, low, other, ink.muted if below else ink.text, 13, bold=not below)
        arrow(painter, QPointF(top.center().x(), top.bottom() + 8), QPointF(top.center().x(), low.top() - 8), ink.muted)
    plot = QRectF(area.right() - 96, area.top() + 14, 88, 2 * row - 28)
    zero = plot.center()
    painter.setPen(QPen(ink.line, 1))
    painter.drawLine(QPointF(plot.left(), zero.y() + 16), QPointF(plot.right(), zero.y() + 16))
    painter.drawLine(QPointF(zero.x(), plot.top()), QPointF(zero.x(), plot.bottom()))
    bend = QPointF(zero.x(), zero.y() + 16)
    curve(painter, [QPointF(plot.left(), bend.y()), bend, QPointF(plot.right(), plot.top() + 14)], ink.accent, 2.4)


def normalisation(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Bars of very different heights become bars around one line."""
    groups = (
        (area.left() + 12, (0.95, 0.7, 0.85, 1.0, 0.6), SKY),
        (area.right() - 124, (0.62, 0.3, 0.5, 0.72, 0.18), GREEN),
    )
    for left, heights, colour in groups:
        for place, height in enumerate(heights):
            full = (area.height() - 30) * height
            box(
                painter, QRectF(left + place * 22, area.bottom() - 22 - full, 16, full), ink.wash(0.7, colour), radius=2
            )
        painter.setPen(QPen(ink.muted, 1.2, Qt.PenStyle.DashLine))
        mean = area.bottom() - 22 - (area.height() - 30) * sum(heights) / len(heights)
        painter.drawLine(QPointF(left - 4, mean), QPointF(left + 112, mean))
    middle = area.center().y()
    arrow(painter, QPointF(area.center().x() - 16, middle), QPointF(area.center().x() + 12, middle), ink.muted)
    caption = area.bottom() - 16
    write(painter, QRectF(area.left(), caption, 128, 16), tr("as they come"), ink.muted)
    write(painter, QRectF(area.right() - 132, caption, 128, 16), tr("on one scale"), ink.muted)


def flatten(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """The rows of two small maps, one behind the other."""
    side = 52.0
    colours = (ORANGE, SKY)
    strengths = (0.2, 0.7, 0.4, 0.9, 0.3, 0.6, 0.5, 0.15, 0.8)
    width = area.width() / 19
    for map_, colour in enumerate(colours):
        grid = QRectF(area.center().x() - side - 20 + map_ * (side + 40), area.top() + 2, side, side)
        for place, cell in enumerate(cells(grid, 3, 3)):
            strength = strengths[(place + 4 * map_) % 9]
            box(painter, cell, ink.wash(strength, colour), radius=1)
            x = area.left() + width * (0.5 + place + 9 * map_)
            box(painter, QRectF(x, area.bottom() - 28, width - 2, 20), ink.wash(strength, colour), radius=1)
        start = QPointF(grid.center().x(), grid.bottom() + 8)
        end = QPointF(area.left() + width * (5 + 9 * map_), area.bottom() - 36)
        arrow(painter, start, end, ink.muted)


def beside(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """A way through layers, and a shortcut beside it that is added."""
    middle = area.center().y() + 14
    start, plus = QPointF(area.left() + 24, middle), QPointF(area.right() - 56, middle)
    for place in range(2):
        layer = QRectF(area.left() + 66 + place * 70, middle - 22, 48, 44)
        box(painter, layer, ink.wash(0.3, BLUE), ink.wash(0.8, BLUE))
    for left, right in ((start.x() + 8, 60.0 + area.left()), (area.left() + 118, area.left() + 132), (area.left() + 188, plus.x() - 16)):  # fmt: skip
        arrow(painter, QPointF(left, middle), QPointF(right, middle), ink.muted)
    top = area.top() + 14
    curve(painter, [start, QPointF(start.x(), top), QPointF(plus.x(), top), QPointF(plus.x(), plus.y() - 14)], ink.wash(0.9, ORANGE), 2)  # fmt: skip
    dot(painter, start, 6, ink.ground, ink.text)
    dot(painter, plus, 12, ink.wash(0.85, ORANGE))
    write(painter, QRectF(plus.x() - 12, plus.y() - 12, 24, 24), "+", ink.text, 16, bold=True)
    arrow(painter, QPointF(plus.x() + 16, middle), QPointF(area.right() - 10, middle), ink.muted)
