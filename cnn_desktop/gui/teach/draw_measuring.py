"""Drawings of how good a network is: splits, confusion matrix, precision and recall, interval, ImageNet accuracy."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.ink import BLUE, GREEN, ORANGE, SKY, VERMILION, Ink, arrow, box, cells, dot, photo, write


def split(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """A bar of 70, 15 and 15 percent."""
    parts = (
        (0.70, BLUE if ink.ground.lightness() > 128 else SKY, tr("training"), tr("learns")),
        (0.15, ORANGE, tr("validation"), tr("checks")),
        (0.15, GREEN, tr("test"), tr("judges")),
    )
    x, y = area.left() + 4, area.center().y() - 22
    width = area.width() - 8
    for share, colour, name, verb in parts:
        bar = QRectF(x, y, share * width - 3, 34)
        box(painter, bar, ink.wash(0.85, colour), radius=4)
        write(painter, bar, tr("{p:.0%}", p=share), ink.ground if ink.ground.lightness() < 128 else QColor("black"), 12)
        below = QRectF(bar.center().x() - 50, bar.bottom() + 5, 100, 16)
        write(painter, below, name, ink.text, 11)
        write(painter, below.translated(0, 16), verb, ink.muted, 11)
        x += share * width


def confusion_matrix(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Three classes: a strong diagonal and one strong mistake."""
    counts = (18, 1, 1, 6, 12, 2, 0, 1, 19)
    names = (tr("glass"), tr("metal"), tr("paper"))
    side = area.height() - 34
    grid = QRectF(area.left() + 104, area.top() + 34, side * 1.5, side)
    for place, (cell, count) in enumerate(zip(cells(grid, 3, 3), counts, strict=True)):
        right = place // 3 == place % 3
        box(painter, cell, ink.wash(0.1 + 0.8 * count / 20, GREEN if right else VERMILION), radius=2)
        write(painter, cell, str(count), ink.text, 12, bold=right)
    for place, name in enumerate(names):
        row = QRectF(grid.left() - 64, grid.top() + place * side / 3, 58, side / 3)
        column = QRectF(grid.left() + place * grid.width() / 3, grid.top() - 18, grid.width() / 3, 16)
        write(painter, row, name, ink.text, 11, align="r")
        write(painter, column, name, ink.text, 11)
    write(painter, QRectF(grid.left(), area.top() - 2, grid.width(), 16), tr("the network said"), ink.muted)
    write(painter, QRectF(area.left(), grid.top(), 44, side), tr("true"), ink.muted)


def precision_recall(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Two overlapping sets: called glass, is glass."""
    y, r = area.center().y() + 4, area.height() / 2 - 12
    left, right = QPointF(area.center().x() - 30, y), QPointF(area.center().x() + 30, y)
    one, two = QPainterPath(), QPainterPath()
    one.addEllipse(left, r, r)
    two.addEllipse(right, r, r)
    for shape, colour in ((one, SKY), (two, ORANGE)):
        painter.setPen(QPen(QColor(colour), 1.8))
        painter.setBrush(ink.wash(0.22, colour))
        painter.drawPath(shape)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.wash(0.5, GREEN))
    painter.drawPath(one.intersected(two))
    write(
        painter, QRectF(area.left(), area.top(), left.x() - r + 16 - area.left(), 18), tr("called glass"), ink.text, 11
    )
    write(painter, QRectF(right.x() + r - 16, area.top(), area.right() - right.x() - r + 16, 18), tr("is glass"), ink.text, 11)  # fmt: skip
    write(painter, QRectF(area.center().x() - 24, y - 10, 48, 20), tr("both"), ink.text, 12, bold=True)


def interval(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Intervals of 50, 400 and 5,000 test photos."""
    rows = ((50, 0.80, 0.97), (400, 0.88, 0.937), (5000, 0.905, 0.921))
    left, width = area.left() + 92, area.width() - 104

    def at(share: float) -> float:
        return left + (share - 0.78) / 0.21 * width

    painter.setPen(QPen(ink.muted, 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(at(0.913), area.top()), QPointF(at(0.913), area.bottom() - 18))
    for row, (count, low, high) in enumerate(rows):
        y = area.top() + 18 + row * 30
        write(painter, QRectF(area.left(), y - 9, 84, 18), tr("{n} {n:photo|photos}", n=count), ink.text, 11, align="r")
        box(painter, QRectF(at(low), y - 4, at(high) - at(low), 8), ink.wash(0.5), radius=4)
        dot(painter, QPointF(at(0.913), y), 4, ink.accent)
    write(painter, QRectF(at(0.913) - 70, area.bottom() - 16, 140, 16), tr("right answers"), ink.muted)


def top1(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """A photo and a first guess among a thousand."""
    middle = area.center().y()
    photo(painter, QRectF(area.left() + 8, middle - 34, 68, 68), ink)
    arrow(painter, QPointF(area.left() + 88, middle), QPointF(area.left() + 114, middle), ink.muted)
    guesses = ((tr("mountain"), 0.62), (tr("valley"), 0.21), (tr("lake"), 0.08))
    for row, (name, share) in enumerate(guesses):
        y = middle - 38 + row * 27
        line = QRectF(area.left() + 126, y, area.width() - 130, 22)
        box(painter, line, ink.wash(0.08, ink.text), radius=3)
        box(painter, QRectF(line.x(), y, line.width() * share, 22), ink.wash(0.55 if row == 0 else 0.25), radius=3)
        write(painter, line.adjusted(8, 0, -8, 0), name, ink.text, 11, bold=row == 0, align="l")
    below = QRectF(area.left() + 126, middle + 44, area.width() - 130, 16)
    write(painter, below, tr("and 997 more"), ink.muted, 11, align="l")
