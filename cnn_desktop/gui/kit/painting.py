"""What widgets that paint themselves share: fonts with even digits, text and names cut to their room, focus frames, what stands for a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from cnn_desktop.gui.kit import icons, theme
from cnn_desktop.gui.kit.names import short_name, short_saying


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


def no_picture(painter: QPainter, area: QRectF, sign: str, side: int) -> None:
    """A quiet ground where a photo's picture has not come yet; `sign`: an icon of `side` pixels in its middle, "" for none."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().hover))
    painter.drawRoundedRect(area, theme.ROUND, theme.ROUND)
    if sign:
        shown = icons.pixmap(sign, side, "muted", painter.device().devicePixelRatioF())
        painter.drawPixmap(area.center() - QRectF(0, 0, side, side).center(), shown)


def name(
    painter: QPainter,
    area: QRectF,
    words: str,
    among: Sequence[str],
    colour: QColor | str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """The name `words` of a class, in `area` told apart from the others `among` which it stands."""
    text(painter, area, short_name(words, among, area.width(), painter.font()), colour, align)


def saying(
    painter: QPainter, area: QRectF, variants: Sequence[str], named: str, among: Sequence[str], colour: QColor | str
) -> None:
    """The first of `variants`, sentences with the name `named` in them, that has room; else the last, its name shortened."""
    text(painter, area, short_saying(variants, named, among, area.width(), painter.font()), colour)


def blank(painter: QPainter, area: QRectF, ground: QColor | str) -> None:
    """Takes away what was painted where words are to stand."""
    painter.fillRect(area.adjusted(-1, 2, 1, -2), QColor(ground))


def focus_frame(painter: QPainter, area: QRectF, radius: float = 6, active: bool = True) -> None:
    """The frame of what has the keyboard, or, not `active`, would have it."""
    now = theme.colours()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(now.accent if active else now.outline), 2))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)


def dashed_frame(painter: QPainter, area: QRectF, radius: float = 4) -> None:
    """A quiet frame that is seen on any picture: dark dashes on a light line."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, style in (("#ffffff", Qt.PenStyle.SolidLine), ("#000000", Qt.PenStyle.DashLine)):
        painter.setPen(QPen(QColor(colour), 1, style))
        painter.drawRoundedRect(area, radius, radius)


def mark_frame(painter: QPainter, area: QRectF) -> None:
    """A frame that is seen on any ground: dark and light lines side by side."""
    now = theme.colours()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((now.surface, 6), (now.text, 3)):
        painter.setPen(QPen(QColor(colour), width, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(area.adjusted(1, 1, -1, -1))


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
