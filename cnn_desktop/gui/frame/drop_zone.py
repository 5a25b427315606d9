"""Where a folder is dropped: a dashed frame that lights up while something is dragged over the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture
from cnn_desktop.gui.kit.theme import MARGIN, SPACING
from cnn_desktop.gui.kit.words import tr


class DropZone(QWidget):
    """Invites to drop or open a folder, or to try the sample. The window itself takes the drop."""

    open_pressed = Signal()
    sample_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        self._picture = Picture("import", 40, "accent_text")
        self._text = theme.heading(QLabel())
        self._hint = theme.muted(QLabel(tr("One folder inside it for each class, named like the class")))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        for label in (self._text, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.open_button = theme.primary(QPushButton(tr("&Open a folder…")))
        self.open_button.clicked.connect(self.open_pressed)
        self.sample_button = QPushButton(tr("Try the &sample"))
        self.sample_button.setToolTip(tr("Opens six classes of drawn photos that come with the app"))
        self.sample_button.clicked.connect(self.sample_pressed)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(SPACING)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING // 2)
        column.addStretch(1)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACING)
        column.addWidget(self._text)
        column.addWidget(self._hint)
        column.addSpacing(2 * SPACING)
        column.addWidget(self._buttons)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.show_busy("", None)

    def show_busy(self, sentence: str, fraction: float | None) -> None:
        """Says what is being opened instead of inviting; "" invites again."""
        busy = bool(sentence)
        self._text.setText(sentence or tr("Drop a folder of photos here"))
        self._hint.setVisible(not busy)
        self._buttons.setVisible(not busy)
        self._bar.setVisible(busy)
        self._bar.setAccessibleName(sentence)
        self._bar.setRange(0, 0 if fraction is None else 1000)
        self._bar.setValue(round(1000 * (fraction or 0.0)))

    def light(self, lit: bool) -> None:
        """Lit while a folder is dragged over the window."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(now.accent if self._lit else now.outline), 2 if self._lit else 1.5)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(now.accent_soft if self._lit else now.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
