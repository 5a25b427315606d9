"""Drawings of how labels are checked: judged by parts, and how far two people agree."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.ink import BLUE, GREEN, ORANGE, SKY, VERMILION, Ink, box, cells, write

_PARTS = 5


def label_check(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """Five rounds: in each, another fifth of the photos is judged by what was learned from the rest."""
    own = BLUE if ink.ground.lightness() > 128 else SKY
    rows = QRectF(area.left() + 8, area.top() + 22, area.width() - 16, area.height() - 24)
    for place, cell in enumerate(cells(rows, _PARTS, _PARTS)):
        is_judged = place // _PARTS == place % _PARTS
        box(painter, cell.adjusted(1, 2, -1, -2), ink.wash(0.85 if is_judged else 0.3, ORANGE if is_judged else own))
    write(painter, QRectF(area.left(), area.top(), area.width() / 2, 16), tr("learned from"), ink.text, 11)
    write(painter, QRectF(area.center().x(), area.top(), area.width() / 2, 16), tr("judged"), ink.text, 11)
    for share, colour, strength in ((0.08, own, 0.3), (0.60, ORANGE, 0.85)):
        box(painter, QRectF(area.left() + share * area.width(), area.top() + 3, 12, 11), ink.wash(strength, colour))


def agreement(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """What two people called twelve photos; two of them differ."""
    names = (tr("first"), tr("second"))
    first = (0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1)
    second = (0, 0, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1)
    left, height = area.left() + 64, (area.height() - 20) / 2
    for row, (name, said) in enumerate(zip(names, (first, second), strict=True)):
        line = QRectF(left, area.top() + 6 + row * (height + 6), area.width() - 72, height)
        write(painter, QRectF(area.left(), line.top(), 58, height), name, ink.muted, 11, align="r")
        for place, cell in enumerate(cells(line, len(said), 1)):
            differs = first[place] != second[place]
            edge = ink.wash(1.0, VERMILION) if differs else None
            box(painter, cell.adjusted(1, 1, -1, -1), ink.wash(0.7, GREEN if said[place] else SKY), edge)
