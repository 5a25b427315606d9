"""Drawings of what is inside a network: convolution, pooling, fully connected, softmax, freezing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.ink import BLUE, GREEN, ORANGE, SKY, VERMILION, Ink, arrow, box, cells, dot, photo, write


def convolution(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """A 3×3 window on a picture, joined by lines to the one cell it makes."""
    side = area.height() - 22
    left = QRectF(area.left() + 8, area.top(), side, side)
    shades = (
        0,
        0,
        1,
        2,
        3,
        3,
        0,
        1,
        2,
        3,
        3,
        2,
        1,
        2,
        3,
        3,
        2,
        1,
        2,
        3,
        3,
        2,
        1,
        0,
        3,
        3,
        2,
        1,
        0,
        0,
        3,
        2,
        1,
        0,
        0,
        0,
    )
    for cell, shade in zip(cells(left, 6, 6), shades, strict=True):
        box(painter, cell, ink.wash(0.08 + 0.16 * shade, ink.text), radius=1)
    unit = side / 6
    window = QRectF(left.x() + unit, left.y() + unit, 3 * unit, 3 * unit)
    small = side * 4 / 6
    right = QRectF(area.right() - small - 40, area.top() + (side - small) / 2, small, small)
    answers = (0.15, 0.5, 0.9, 0.5, 0.5, 0.95, 0.5, 0.15, 0.9, 0.5, 0.15, 0.1, 0.5, 0.15, 0.1, 0.1)
    grid = cells(right, 4, 4)
    for cell, answer in zip(grid, answers, strict=True):
        box(painter, cell, ink.wash(answer, ORANGE), radius=1)
    target = grid[5]
    painter.setPen(QPen(ink.muted, 1, Qt.PenStyle.DashLine))
    painter.drawLine(window.topRight(), target.topLeft())
    painter.drawLine(window.bottomRight(), target.bottomLeft())
    for frame in (window, target):
        box(painter, frame, None, radius=2)
        painter.setPen(QPen(ink.accent, 2.4))
        painter.drawRoundedRect(frame, 2, 2)
    caption = QRectF(0, area.bottom() - 16, 0, 16)
    write(painter, _under(caption, left), tr("Picture and filter"), ink.muted)
    write(painter, _under(caption, right), tr("Where it was found"), ink.muted)


def _under(caption: QRectF, picture: QRectF) -> QRectF:
    return QRectF(picture.center().x() - 90, caption.y(), 180, caption.height())


def pooling(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Four by four numbers, the largest of each quarter kept."""
    numbers = (1, 0, 2, 3, 4, 8, 1, 0, 3, 2, 5, 6, 0, 1, 2, 7)
    colours = (SKY, ORANGE, GREEN, VERMILION)
    side = area.height()
    left = QRectF(area.left() + 24, area.top(), side, side)
    kept = (8, 3, 3, 7)
    for place, (cell, number) in enumerate(zip(cells(left, 4, 4), numbers, strict=True)):
        quarter = (place // 8) * 2 + (place % 4) // 2
        strong = (place, number) in ((5, 8), (3, 3), (8, 3), (15, 7))
        box(painter, cell, ink.wash(0.55 if strong else 0.2, colours[quarter]), radius=2)
        write(painter, cell, str(number), ink.text, 13, bold=strong)
    half = side / 2
    right = QRectF(area.right() - half - 32, area.top() + half / 2, half, half)
    middle = area.center().y()
    arrow(painter, QPointF(left.right() + 14, middle), QPointF(right.left() - 14, middle), ink.muted)
    for cell, number, colour in zip(cells(right, 2, 2), kept, colours, strict=True):
        box(painter, cell, ink.wash(0.55, colour), radius=2)
        write(painter, cell, str(number), ink.text, 13, bold=True)


def fully_connected(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Every left node joined to every right node, the lines as thick as their weights."""
    inputs = [QPointF(area.left() + 52, area.top() + 10 + i * (area.height() - 20) / 5) for i in range(6)]
    outputs = [QPointF(area.right() - 110, area.top() + 26 + i * (area.height() - 52) / 2) for i in range(3)]
    for i, start in enumerate(inputs):
        for o, end in enumerate(outputs):
            weight = ((i * 7 + o * 5) % 9) / 8
            painter.setPen(QPen(ink.wash(0.2 + 0.6 * weight), 0.6 + 2.2 * weight))
            painter.drawLine(start, end)
    for node in inputs:
        dot(painter, node, 7, ink.ground, ink.text)
    names = (tr("glass"), tr("metal"), tr("paper"))
    for node, name, colour in zip(outputs, names, (SKY, ORANGE, GREEN), strict=True):
        dot(painter, node, 9, QColor(colour))
        write(painter, QRectF(node.x() + 18, node.y() - 9, 90, 18), name, ink.text, 12, align="l")


def softmax(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Three scores become three shares."""
    scores, shares = (2.1, 0.7, -0.4), (0.76, 0.18, 0.06)
    names = (tr("glass"), tr("metal"), tr("paper"))
    row = area.height() / 3
    for place, (name, score, share) in enumerate(zip(names, scores, shares, strict=True)):
        line = QRectF(area.left(), area.top() + place * row, area.width(), row)
        write(painter, QRectF(line.x(), line.y(), 60, row), name, ink.text, 12, align="r")
        write(painter, QRectF(line.x() + 64, line.y(), 40, row), f"{score:+.1f}", ink.muted, 12, align="r")
        y = line.center().y()
        arrow(painter, QPointF(line.x() + 114, y), QPointF(line.x() + 136, y), ink.muted)
        track = QRectF(line.x() + 148, y - 8, line.width() - 148 - 46, 16)
        box(painter, track, ink.wash(0.1, ink.text), radius=3)
        box(painter, QRectF(track.x(), track.y(), track.width() * share, 16), ink.accent, radius=3)
        write(painter, QRectF(line.right() - 42, line.y(), 42, row), tr("{p:.0%}", p=share), ink.text, 12, align="r")


def freezing(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Photo, frozen layers with a lock, a new last layer."""
    middle = area.center().y() - 8
    photo(painter, QRectF(area.left() + 4, middle - 22, 44, 44), ink)
    x = area.left() + 66
    for height in (92, 76, 60, 46):
        layer = QRectF(x, middle - height / 2, 22, height)
        box(painter, layer, ink.wash(0.25, BLUE), ink.wash(0.7, BLUE))
        _lock(painter, QPointF(layer.center().x(), middle), ink)
        x += 32
    new = QRectF(x + 8, middle - 32, 26, 64)
    box(painter, new, ink.wash(0.85, ORANGE), QColor(ORANGE))
    arrow(painter, QPointF(new.right() + 6, middle), QPointF(new.right() + 30, middle), ink.muted)
    write(painter, QRectF(area.left() + 66, area.bottom() - 16, 118, 16), tr("already knows"), ink.muted)
    write(painter, QRectF(new.center().x() - 60, area.bottom() - 16, 120, 16), tr("learns"), ink.muted)


def _lock(painter: QPainter, at: QPointF, ink: Ink) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.text, 1.6))
    painter.drawArc(QRectF(at.x() - 4, at.y() - 8, 8, 10), 0, 180 * 16)
    box(painter, QRectF(at.x() - 6, at.y() - 3, 12, 9), ink.text, radius=2)
