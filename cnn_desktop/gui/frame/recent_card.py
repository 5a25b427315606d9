"""A recent project as a card with its picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from cnn_desktop.gui.frame.start_view import RecentCard
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.file_manager import FileManager
from cnn_desktop.gui.kit.icons import pixmap
from cnn_desktop.gui.kit.photo_menu import wants_menu
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.words import tr

WIDTH, WIDEST, PICTURE_HEIGHT = 208, 272, 112
"""Cards are at least so wide; they grow so that a row ends where the drop zone does."""


class RecentButton(QAbstractButton):
    """Opens the project; a missing one can be taken off the list (menu or Delete)."""

    classify_pressed = Signal()
    """Photos are to be classified with its model."""
    forget_pressed = Signal()
    failed = Signal(str)
    """A sentence: the file manager did not show it."""

    def __init__(self, card: RecentCard, names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """`names`: of all cards, so that long ones are told apart."""
        super().__init__(parent)
        self.card, self._names = card, names
        self._files = FileManager(self)
        self._files.failed.connect(self.failed)
        self._picture = QPixmap.fromImage(card.picture) if card.picture else QPixmap()
        self.setText(card.name)
        self.setAccessibleName(f"{card.name}, {card.detail}")
        self.setToolTip(as_tip(f"{card.name}\n{card.path}\n{card.detail}"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        lines = theme.font(theme.BODY).pixelSize() + theme.font(theme.SMALL).pixelSize()
        return QSize(WIDTH, PICTURE_HEIGHT + round(lines * 1.4) + 2 * theme.SPACING + 2)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def open_menu(self, place: QPoint) -> QMenu:
        """What can be done with the project."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("&Open"), self.click).setEnabled(not self.card.missing)
        if self.card.trained:
            menu.addAction(tr("&Classify photos"), self.classify_pressed.emit).setEnabled(not self.card.missing)
        self._files.offer(menu, self.card.path).setEnabled(not self.card.missing)
        menu.addSeparator()
        menu.addAction(tr("&Remove from this list"), self.forget_pressed.emit)
        menu.popup(place)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if wants_menu(event):
            self.open_menu(self.mapToGlobal(self.rect().center()))
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        painter.fillPath(outline, QColor(now.hover if self.underMouse() else now.surface))
        painter.save()
        painter.setClipPath(outline)
        self._paint_picture(painter, QRectF(frame.left(), frame.top(), frame.width(), PICTURE_HEIGHT))
        painter.restore()
        self._paint_words(painter, frame)
        if self.hasFocus():
            painting.focus_frame(painter, QRectF(self.rect()), theme.RADIUS)
        else:
            painter.strokePath(outline, QPen(QColor(now.line), 1))

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        now = theme.colours()
        if self._picture.isNull() or self.card.missing:
            painter.fillRect(place, QColor(now.rail))
            sign = pixmap("missing" if self.card.missing else "photo", 32, "muted", self.devicePixelRatioF())
            painter.drawPixmap(place.center() - QPointF(16, 16), sign)
            return
        # fill the place, cut what is left over
        scale = max(place.width() / self._picture.width(), place.height() / self._picture.height())
        width, height = place.width() / scale, place.height() / scale
        source = QRectF((self._picture.width() - width) / 2, (self._picture.height() - height) / 2, width, height)
        painter.drawPixmap(place, self._picture, source)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        now = theme.colours()
        missing, width = self.card.missing, frame.width() - 3 * theme.SPACING
        painter.setFont(theme.font(theme.BODY, strong=True))
        top = frame.top() + PICTURE_HEIGHT + theme.SPACING
        name = QRectF(frame.left() + 12, top, width, painter.fontMetrics().height())
        painting.name(painter, name, self.card.name, self._names, now.muted if missing else now.text)
        painter.setFont(theme.font(theme.SMALL))
        detail = QRectF(name.left(), name.bottom() + 2, width, painter.fontMetrics().height())
        tone = now.warn if missing else now.muted
        painting.text(painter, detail, self.card.detail, tone, elide=Qt.TextElideMode.ElideRight)
