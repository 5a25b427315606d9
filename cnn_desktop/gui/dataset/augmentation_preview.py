"""Augmentation: what may happen to training photos, and nine examples of it on one photo of the user's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSizePolicy, QWidget

from cnn_desktop.domain.config import Augmentation
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import ShortLabel
from cnn_desktop.gui.kit.own_picture import own_picture
from cnn_desktop.gui.kit.rows import ROOM, Part, in_column, in_row, on_top, to_left, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.help_button import TeachButton

COLUMNS = 3


class PictureSquare(QWidget):
    """COLUMNS × COLUMNS small pictures in a square; places without a picture yet are quiet."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, accessibleName=name, minimumSize=QSize(120, 120))
        self._pictures: list[QPixmap] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def count(self) -> int:
        return len(self._pictures)

    def clear(self) -> None:
        """Back to quiet places."""
        self._pictures = []
        self.update()

    def add(self, file: str) -> None:
        """One more picture; it is a small file of our own, so reading it takes a millisecond or two."""
        picture = QPixmap.fromImage(own_picture(file))
        if not picture.isNull():
            self._pictures = [*self._pictures, picture][-(COLUMNS**2) :]
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side = min(self.width(), self.height(), 900)
        cell = (side - (COLUMNS - 1) * theme.SPACING) / COLUMNS
        quiet = QColor(theme.colours().hover)
        for place in range(COLUMNS**2):
            row, column = divmod(place, COLUMNS)
            area = QRectF(column * (cell + theme.SPACING), row * (cell + theme.SPACING), cell, cell)
            shape = QPainterPath()
            shape.addRoundedRect(area, 6, 6)
            painter.setClipPath(shape)
            if place < len(self._pictures):
                painter.drawPixmap(area, self._pictures[place], QRectF(self._pictures[place].rect()))
            else:
                painter.fillRect(area, quiet)
        painter.end()


class AugmentationPanel(QWidget):
    """Three choices beside nine examples.

    `changed(Augmentation)` when the person chose; `another()` when they want examples of another photo.
    """

    changed = Signal(object)
    another = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flip = QCheckBox(tr("&Mirror left and right"))
        self.crop = QCheckBox(tr("C&rop at random"))
        self.jitter = QCheckBox(tr("Vary li&ght and colours"))
        notes = (
            tr("Not for text, signs or anything else where left and right matter."),
            tr("Keeps 70 to 100 % of the photo."),
            tr("Changes brightness, contrast and colours by up to 20 % each."),
        )
        heading = theme.strong(QLabel(tr("Change training photos a little"), wordWrap=True))
        choices: list[Part] = []
        for choice, words in zip((self.flip, self.crop, self.jitter), notes, strict=True):
            choice.toggled.connect(self._chose)
            choice.setAccessibleDescription(words)
            # a "%" is never alone on the next line
            note = theme.caption(QLabel(words.replace(" %", "\u202f%"), wordWrap=True))
            note.setContentsMargins(26, 0, 0, theme.SPACING)
            choices += [choice, note]
        self._name = theme.caption(ShortLabel("", Qt.TextElideMode.ElideMiddle))
        self.shuffle = QPushButton(tr("Ano&ther photo"))
        self.shuffle.clicked.connect(self.another)
        left = QWidget()
        left.setFixedWidth(296)
        in_column(
            in_row(wide(heading), on_top(TeachButton("augmentation")), spacing=2), theme.SPACING, *choices,
            theme.SPACING, to_left(self.shuffle), self._name, ROOM, spacing=2, margins=theme.SPACING, of=left,
        )  # fmt: skip
        self.pictures = PictureSquare(tr("Nine variations of a photo"))
        in_row(left, wide(self.pictures), spacing=3 * theme.SPACING, of=self)

    @property
    def augmentation(self) -> Augmentation:
        return Augmentation(self.flip.isChecked(), self.crop.isChecked(), self.jitter.isChecked())

    def show_augmentation(self, augmentation: Augmentation) -> None:
        """Sets the choices without telling anyone."""
        with QSignalBlocker(self):
            self.flip.setChecked(augmentation.flip)
            self.crop.setChecked(augmentation.crop)
            self.jitter.setChecked(augmentation.jitter)

    def show_photo(self, name: str) -> None:
        """Names the photo the examples are of."""
        self._name.setText(name)
        self.pictures.clear()

    def _chose(self) -> None:
        self.changed.emit(self.augmentation)
