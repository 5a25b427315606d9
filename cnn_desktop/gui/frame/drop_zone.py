"""Where a folder is dropped: a dashed frame that lights up while something is dragged over the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.cards import Picture
from cnn_desktop.gui.kit.rows import ROOM, centred, in_column, in_row
from cnn_desktop.gui.kit.words import tr


class DropZone(QWidget):
    """Invites to drop or open a folder, or to try the sample. The window itself takes the drop."""

    open_pressed = Signal()
    sample_pressed = Signal()
    public_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        middle = Qt.AlignmentFlag.AlignCenter
        self._text = theme.heading(QLabel(alignment=middle, wordWrap=True))
        hint = tr("It should contain one folder for each class, named after the class")
        self._hint = theme.muted(QLabel(hint, alignment=middle, wordWrap=True))
        self._bar = Bar(width=320)
        self.open_button = theme.primary(QPushButton(tr("&Open a folder…")))
        self.open_button.clicked.connect(self.open_pressed)
        self.sample_button = QPushButton(tr("Try the &sample"))
        self.sample_button.setToolTip(tr("Opens drawn photos in six classes that come with the app"))
        self.sample_button.clicked.connect(self.sample_pressed)
        self.public_button = QPushButton(tr("&Get a public data set…"))
        self.public_button.setToolTip(tr("Shows well-known data sets and how much each one downloads"))
        self.public_button.clicked.connect(self.public_pressed)
        self._buttons = QWidget()
        in_row(ROOM, self.open_button, self.sample_button, self.public_button, ROOM, of=self._buttons)
        picture = centred(Picture("import", 40, "accent_text"))
        in_column(
            ROOM, picture, theme.SPACING, self._text, self._hint,
            2 * theme.SPACING, self._buttons, centred(self._bar), ROOM,
            spacing=theme.SPACING // 2, margins=theme.MARGIN, of=self,
        )  # fmt: skip
        self.show_busy("", None)

    def show_busy(self, sentence: str, fraction: float | None) -> None:
        """Says what is being opened instead of inviting; "" invites again."""
        busy = bool(sentence)
        self._text.setText(sentence or tr("Drop a folder of photos here"))
        self._hint.setVisible(not busy)
        self._buttons.setVisible(not busy)
        self._bar.setVisible(busy)
        self._bar.setAccessibleName(sentence)
        self._bar.show_fraction(fraction)

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
