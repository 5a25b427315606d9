"""The two series of a training: blue and orange of Okabe and Ito, in the shade that reads well on the theme's ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import ShortLabel
from cnn_desktop.gui.kit.rows import ROOM, Part, in_row
from cnn_desktop.gui.kit.words import tr


def train_colour(now: theme.Colours) -> QColor:
    return QColor("#56b4e9" if now.dark else "#0072b2")


def val_colour(now: theme.Colours) -> QColor:
    return QColor("#e69f00" if now.dark else "#d55e00")


class _Sample(QWidget):
    """A piece of the line, as it looks in the plot."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(QSize(20, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = round(self.height() / 2)
        if self._kind == "best":
            painter.setPen(QPen(val_colour(now), 2))
            painter.drawEllipse(self.rect().center(), 5, 5)
            return
        is_train = self._kind == "train"
        style = Qt.PenStyle.SolidLine if is_train else Qt.PenStyle.DashLine
        painter.setPen(QPen(train_colour(now) if is_train else val_colour(now), 2, style))
        painter.drawLine(0, middle, self.width(), middle)


class Wave(QWidget):
    """The end of a slider that smooths: a jagged line, or a smooth one."""

    def __init__(self, smooth: bool) -> None:
        super().__init__()
        self._smooth = smooth
        self.setFixedSize(QSize(18, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colours().muted), 1.5))
        path = QPainterPath(QPointF(1, 12))
        if self._smooth:
            path.cubicTo(QPointF(6, 12), QPointF(8, 3), QPointF(17, 3))
        else:
            for x, y in ((4, 6), (7, 11), (10, 3), (13, 9), (17, 2)):
                path.lineTo(x, y)
        painter.drawPath(path)


class CurveLegend(QWidget):
    """Which line is which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parts: list[Part] = []
        for kind, word in (("train", tr("training")), ("val", tr("validation")), ("best", tr("best epoch"))):
            label = theme.caption(ShortLabel(word))
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            parts += [_Sample(kind), label, theme.SPACING // 2]
        in_row(*parts, ROOM, spacing=theme.SPACING // 2, of=self)
