"""What widgets that paint themselves share: fonts with even digits, text cut in the middle, focus frames."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from cnn_desktop.gui.kit import theme


def font(base: QFont, size: int = theme.BODY, strong: bool = False) -> QFont:
    """`base` at one of the theme's sizes (scaled as the person scaled the system's font), digits of equal width."""
    result = QFont(base)
    result.setPixelSize(max(size, round(size * base.pixelSize() / theme.BODY)) if base.pixelSize() > 0 else size)
    result.setWeight(theme.STRONG if strong else theme.REGULAR)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def text(
    painter: QPainter,
    area: QRectF,
    words: str,
    colour: QColor | str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
) -> None:
    """One line, vertically centred, cut where `area` is too narrow."""
    painter.setPen(QColor(colour))
    short = QFontMetricsF(painter.font()).elidedText(words, elide, area.width())
    painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, short)


def blank(painter: QPainter, area: QRectF, ground: QColor | str) -> None:
    """Takes away what was painted where words are to stand."""
    painter.fillRect(area.adjusted(-1, 2, 1, -2), QColor(ground))


def focus_frame(painter: QPainter, area: QRectF, radius: float = 6, active: bool = True) -> None:
    """The frame of what has the keyboard, or, not `active`, would have it."""
    now = theme.colours()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(now.accent if active else now.outline), 2))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)


def mark_frame(painter: QPainter, area: QRectF) -> None:
    """A frame that is seen on any ground: dark and light lines side by side."""
    now = theme.colours()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width, inside in ((now.surface, 6, 1.0), (now.text, 3, 1.0)):
        painter.setPen(QPen(QColor(colour), width, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(area.adjusted(inside, inside, -inside, -inside))


def bare(view: QAbstractItemView) -> None:
    """Takes a view's own frame and ground away: it lies in a card, which has them."""
    view.setFrameShape(QAbstractItemView.Shape.NoFrame)
    view.setStyleSheet(
        "QAbstractItemView { border: none; border-radius: 0; background: transparent; }"
        "QScrollBar::handle:disabled { background: transparent; }"
    )


def mix(one: QColor | str, other: QColor | str, share: float) -> QColor:
    """`share` of `other` over `one`."""
    a, b = QColor(one), QColor(other)
    pairs = ((a.redF(), b.redF()), (a.greenF(), b.greenF()), (a.blueF(), b.blueF()))
    return QColor.fromRgbF(*(x * (1 - share) + y * share for x, y in pairs))
