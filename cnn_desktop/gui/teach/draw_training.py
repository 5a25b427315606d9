"""Drawings of how a network learns: epoch, batch, learning rate, optimiser, overfitting, augmentation, number format."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.ink import BLUE, GREEN, ORANGE, SKY, VERMILION, Ink, arrow, box, curve, dot, photo, write


def epoch(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """A ring of photos, gone round once."""
    centre, radius = QPointF(area.center().x(), area.center().y()), area.height() / 2 - 12
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.wash(0.6), 2))
    ring = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.drawArc(ring, 75 * 16, -330 * 16)
    for number in range(8):
        angle = math.radians(-90 + number * 45)
        at = centre + QPointF(math.cos(angle), math.sin(angle)) * radius
        photo(painter, QRectF(at.x() - 11, at.y() - 11, 22, 22), ink, light=90 + 5 * (number % 4))
    write(painter, QRectF(centre.x() - 60, centre.y() - 18, 120, 18), tr("every photo"), ink.text, 11)
    write(painter, QRectF(centre.x() - 60, centre.y(), 120, 18), tr("once"), ink.text, 11)


def batch(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Groups of four photos, one after the other, into the network."""
    middle = area.center().y() - 6
    for group in range(3):
        left = area.left() + 8 + group * 58
        frame = QRectF(left, middle - 27, 52, 54)
        here = group == 2
        box(painter, frame, ink.wash(0.14) if here else None, ink.accent if here else ink.line, 6)
        for place in range(4):
            tile = QRectF(left + 5 + (place % 2) * 22, middle - 22 + (place // 2) * 23, 20, 20)
            photo(painter, tile, ink, light=85 + 10 * ((group + place) % 4))
    network = QRectF(area.right() - 72, middle - 27, 64, 54)
    arrow(painter, QPointF(area.left() + 184, middle), QPointF(network.left() - 8, middle), ink.text)
    box(painter, network, ink.wash(0.25, ORANGE), QColor(ORANGE), 6)
    write(painter, network, tr("network"), ink.text, 11)
    write(painter, QRectF(area.left(), area.bottom() - 18, 184, 16), tr("batches of 4 photos"), ink.muted)


def _valley(area: QRectF) -> Callable[[float], QPointF]:
    """x in -1..1 → a point on a bowl in `area`."""

    def place(x: float) -> QPointF:
        return QPointF(area.center().x() + x * area.width() / 2, area.bottom() - 8 - (area.height() - 22) * x * x)

    return place


def learning_rate(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """The way down a valley with small, fitting and too large steps."""
    cases = (
        (tr("too small"), (-0.95, -0.89, -0.83, -0.78, -0.73), BLUE),
        (tr("good"), (-0.95, -0.55, -0.25, -0.08, 0.0), GREEN),
        (tr("too large"), (-0.6, 0.7, -0.8, 0.9, -0.97), VERMILION),
    )
    width = area.width() / 3
    for number, (name, way, colour) in enumerate(cases):
        part = QRectF(area.left() + number * width + 8, area.top(), width - 16, area.height() - 20)
        place = _valley(part)
        curve(painter, [place(x / 20) for x in range(-20, 21)], ink.line, 1.6)
        points = [place(x) for x in way]
        curve(painter, points, ink.wash(0.7, colour), 1.4)
        for point in points:
            dot(painter, point, 3.2, QColor(colour))
        write(painter, QRectF(part.x() - 8, area.bottom() - 16, width, 16), name, ink.muted)


def optimiser(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Contour lines of a long valley; SGD zigzags, Adam goes straight."""
    centre = QPointF(area.center().x() + 40, area.center().y())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.save()
    painter.setClipRect(area)
    for ring in range(1, 6):
        painter.setPen(QPen(ink.wash(0.28, ink.text), 1))
        painter.drawEllipse(centre, ring * 33, ring * 11)
    painter.restore()
    start = QPointF(area.left() + 18, area.top() + 18)
    zigzag = [start]
    for step in range(1, 9):
        share = step / 9
        swing = (1 - share) * 34 * (1 if step % 2 else -1)
        line = start + (centre - start) * share
        zigzag.append(QPointF(line.x(), line.y() + swing))
    curve(painter, [*zigzag, centre], QColor(VERMILION), 1.8)
    bend = [
        start * (1 - t) ** 2 + QPointF(area.left() + 60, centre.y() + 6) * (2 * t * (1 - t)) + centre * t**2
        for t in (i / 16 for i in range(17))
    ]
    curve(painter, bend, QColor(BLUE) if ink.ground.lightness() > 128 else QColor(SKY), 2.2, Qt.PenStyle.DashLine)
    dot(painter, centre, 4, ink.text)
    write(painter, QRectF(area.left() + 84, area.top() - 2, 60, 16), "SGD", ink.text, 11, align="l")
    write(painter, QRectF(area.left() + 14, area.bottom() - 40, 60, 16), "Adam", ink.text, 11, align="l")


def overfitting(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Training error falls, validation error rises again; the best epoch is marked."""
    plot = QRectF(area.left() + 24, area.top() + 4, area.width() - 110, area.height() - 24)
    curve(painter, [plot.topLeft(), plot.bottomLeft(), plot.bottomRight()], ink.line, 1.2)

    def at(x: float, y: float) -> QPointF:
        return QPointF(plot.left() + x * plot.width(), plot.bottom() - y * plot.height())

    steps = [i / 40 for i in range(41)]
    train = [at(x, 0.06 + 0.86 * math.exp(-3.4 * x)) for x in steps]
    val = [at(x, 0.22 + 0.72 * math.exp(-4.5 * x) + 0.42 * max(0.0, x - 0.35) ** 1.4) for x in steps]
    best = min(val, key=lambda point: -point.y())
    painter.setPen(QPen(ink.muted, 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(best.x(), plot.top()), QPointF(best.x(), plot.bottom()))
    light = ink.ground.lightness() > 128
    curve(painter, train, QColor(BLUE if light else SKY), 2.2)
    curve(painter, val, QColor(VERMILION if light else ORANGE), 2.2, Qt.PenStyle.DashLine)
    dot(painter, best, 4, QColor(VERMILION if light else ORANGE))
    for end, name in ((train[-1], tr("training")), (val[-1], tr("validation"))):
        write(painter, QRectF(end.x() + 6, end.y() - 9, 90, 18), name, ink.text, 11, align="l")
    write(painter, QRectF(best.x() - 60, area.bottom() - 16, 120, 16), tr("best epoch"), ink.muted)


def loss(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """The cost −ln p of an answer that gives the right class the share p."""
    plot = QRectF(area.left() + 40, area.top() + 4, area.width() - 150, area.height() - 26)
    curve(painter, [plot.topLeft(), plot.bottomLeft(), plot.bottomRight()], ink.line, 1.2)

    def at(share: float) -> QPointF:
        return QPointF(plot.left() + share * plot.width(), plot.bottom() + math.log(share) / 3.6 * plot.height())

    light = ink.ground.lightness() > 128
    curve(painter, [at(0.03 + 0.97 * step / 60) for step in range(61)], QColor(BLUE if light else SKY), 2.2)
    for share, colour in ((0.1, VERMILION), (0.5, ORANGE), (0.95, GREEN)):
        dot(painter, at(share), 4, QColor(colour))
        words = tr("{p:.0%} costs {n:.2f}", p=share, n=-math.log(share))
        write(painter, QRectF(at(share).x() + 8, at(share).y() - 17, 100, 16), words, ink.text, 11, align="l")
    write(painter, QRectF(area.left(), area.top() + 2, 36, 16), tr("loss"), ink.muted, 11, align="r")
    write(
        painter,
        QRectF(area.left(), area.bottom() - 16, area.width(), 16),
        tr("confidence in the right class"),
        ink.muted,
    )


def augmentation(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """One photo, mirrored, cropped, brighter."""
    side = 54.0
    gap = (area.width() - 4 * side) / 3
    y = area.top() + 18
    names = (tr("photo"), tr("mirrored"), tr("cropped"), tr("brighter"))
    for number, name in enumerate(names):
        frame = QRectF(area.left() + number * (side + gap), y, side, side)
        if number == 2:
            painter.save()
            painter.setClipRect(frame)
            photo(painter, QRectF(frame.x() - 22, frame.y() - 14, side * 1.5, side * 1.5), ink)
            painter.restore()
        else:
            photo(painter, frame, ink, light=125 if number == 3 else 100, flipped=number == 1)
        write(painter, QRectF(frame.x() - 12, frame.bottom() + 4, side + 24, 16), name, ink.muted)


def precision(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """The bits of float32 and bfloat16: sign, range, digits."""
    rows = (("float32", 8, 23), ("bfloat16", 8, 7))
    cell = (area.width() - 64) / 32
    for row, (name, exponent, digits) in enumerate(rows):
        y = area.top() + 14 + row * 40
        write(painter, QRectF(area.left(), y, 58, 22), name, ink.text, 11, align="l")
        colours = [VERMILION] + [ORANGE] * exponent + [SKY] * digits
        for place, colour in enumerate(colours):
            box(painter, QRectF(area.left() + 62 + place * cell, y, cell - 1, 22), ink.wash(0.75, colour), radius=1)
    y = area.bottom() - 18
    for x, colour, name in ((62, VERMILION, tr("sign")), (120, ORANGE, tr("range")), (184, SKY, tr("digits"))):
        box(painter, QRectF(area.left() + x, y + 3, 10, 10), ink.wash(0.75, colour), radius=2)
        write(painter, QRectF(area.left() + x + 14, y, 60, 16), name, ink.muted, 11, align="l")
