"""The small "?" beside a term, and the popover it opens: a title, two or three sentences, a drawing.

`TeachButton("epoch")` is all a tab needs. It is reached by Tab, opened by Space, Enter or a click; Escape or a click
elsewhere closes the popover and gives the focus back.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import in_column
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.teach.ink import ink, write
from cnn_desktop.gui.teach.topics import LESSONS, Drawing, Topic

__all__ = ["TeachButton", "TeachPopover", "Topic"]


class TeachButton(QToolButton):
    """A round "?" that explains `topic`."""

    SIDE = 20

    def __init__(self, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("teach")
        self.setText("?")
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_topic(topic)
        self.clicked.connect(self.explain)

    def set_topic(self, topic: Topic) -> None:
        """Explains another term from now on."""
        self.topic: Topic = topic
        title = LESSONS[topic].title.render(QT_WORDS)
        self.setAccessibleName(tr("What is “{term}”?", term=title))
        self.setToolTip(tr("{term}: what is this?", term=title))

    def sizeHint(self) -> QSize:
        return QSize(self.SIDE, self.SIDE)

    def explain(self) -> TeachPopover:
        """Opens the popover below the button; returns it."""
        popover = TeachPopover(self.topic, self)
        popover.open_at(self)
        return popover

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = ink()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.hasFocus()
        circle = QRectF(0, 0, 16, 16)
        circle.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent if lit else now.wash(0.12, now.text))
        painter.drawEllipse(circle)
        write(painter, circle, "?", QColor(theme.colours().on_accent) if lit else now.muted, bold=True)


class TeachPopover(QFrame):
    """The explanation of one topic, floating until Escape or a click elsewhere."""

    def __init__(self, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # see paintEvent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        lesson = LESSONS[topic]
        title = theme.strong(QLabel(lesson.title.render(QT_WORDS)))
        text = label(lesson.text.render(QT_WORDS), wordWrap=True)
        drawing = LessonDrawing(lesson.draw)
        self._column = in_column(title, drawing, text, spacing=12, margins=(16, 14, 16, 16), of=self)
        self.setFixedWidth(344)
        self.setAccessibleName(title.text())
        self.setAccessibleDescription(text.text())

    def open_at(self, anchor: QWidget) -> None:
        """Shows the popover below `anchor`, moved so that all of it is on the screen."""
        self.adjustSize()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        corner = anchor.mapToGlobal(QPoint(-12, anchor.height() + 6))
        screen = anchor.screen().availableGeometry()
        if corner.y() + self.height() > screen.bottom():
            corner.setY(anchor.mapToGlobal(QPoint(0, -6)).y() - self.height())
        corner.setX(max(screen.left() + 4, min(corner.x(), screen.right() - self.width() - 4)))
        corner.setY(max(screen.top() + 4, corner.y()))
        self.move(corner)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        # square and painted here to the last pixel: X servers without a compositor show what is left out as black
        now = theme.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(now.surface))
        painter.setPen(QColor(now.outline))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.close()
        else:
            super().keyPressEvent(event)


class LessonDrawing(QWidget):
    """Paints a lesson's drawing in the window's colours."""

    WIDTH, HEIGHT = 312, 128
    """What drawings are made for; where it is narrower, they are drawn smaller."""

    def __init__(self, draw: Drawing, parent: QWidget | None = None, narrowest: int = 300) -> None:
        super().__init__(parent)
        self._draw = draw
        self.setFixedHeight(self.HEIGHT)
        self.setMinimumWidth(narrowest)

    def show_drawing(self, draw: Drawing) -> None:
        """Another lesson's."""
        self._draw = draw
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(1.0, self.width() / self.WIDTH)
        painter.scale(scale, scale)
        room = QRectF(0, 0, min(self.width(), self.WIDTH) / scale, self.height() / scale)
        room = QRectF(0, (room.height() - self.HEIGHT) / 2, room.width(), self.HEIGHT)
        self._draw(painter, room.adjusted(0, 2, 0, -2), ink())
