"""Augmentation: what may happen to training photos, and nine examples of it on one photo of the user's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSizePolicy, QWidget

from cnn_desktop.domain.config import PRESETS, Augmentation, TrainConfig
from cnn_desktop.gui.dataset.augmentation_view import (
    PRESET_NAMES,
    SENTENCES,
    SWITCHES,
    AugmentationView,
    Switch,
    augmentation_view,
)
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import AsWideAsInside, ShortLabel, wrap
from cnn_desktop.gui.kit.own_picture import own_picture
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, Part, in_column, in_row, on_top, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.words import QT_WORDS, tr
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


class _Sentence(QLabel):
    """Has room for the longest of its sentences, so that what is below stays where it is."""

    def __init__(self) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignTop)
        wrap(self)
        self._all = [sentence.render(QT_WORDS) for sentence in SENTENCES]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room, wrapped = QRect(0, 0, self.width(), 1000), Qt.TextFlag.TextWordWrap
        self.setMinimumHeight(max(self.fontMetrics().boundingRect(room, wrapped, one).height() for one in self._all))


class AugmentationPanel(QWidget):
    """Presets and single changes beside nine examples.

    `changed(Augmentation)` when the person chose; `another()` when they want examples of another photo.
    """

    changed = Signal(object)
    another = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Augmentation()
        heading = theme.strong(QLabel(tr("Change training photos a little"), wordWrap=True))
        names = [name.render(QT_WORDS) for name in PRESET_NAMES.values()]
        self.presets = Segments(tr("How much training photos are changed"), names, even=True)
        self.presets.chosen.connect(lambda place: self.changed.emit(list(PRESETS.values())[place]))
        self._sentence = theme.caption(_Sentence())
        self.switches = {switch.key: QCheckBox(switch.name.render(QT_WORDS)) for switch in SWITCHES}
        choices: list[Part] = []
        for switch in SWITCHES:
            choice, words = self.switches[switch.key], switch.note.render(QT_WORDS)
            choice.setToolTip(as_tip(switch.tip.render(QT_WORDS)))
            choice.toggled.connect(partial(self._switched, switch))
            choice.setAccessibleDescription(words)
            # a "%" is never alone on the next line
            note = theme.caption(QLabel(words.replace(" %", "\u202f%"), wordWrap=True))
            note.setContentsMargins(26, 0, 0, theme.SPACING // 2)
            choices += [choice, note]
        self._name = theme.caption(ShortLabel("", Qt.TextElideMode.ElideMiddle))
        self.shuffle = QPushButton(tr("Ano&ther photo"))
        self.shuffle.clicked.connect(self.another)
        left = theme.role(QWidget(), "page")
        in_column(
            in_row(wide(heading), on_top(TeachButton("augmentation")), spacing=2), theme.SPACING, self.presets,
            self._sentence, theme.SPACING, *choices, theme.SPACING, in_row(self.shuffle, wide(self._name)), ROOM,
            spacing=2, margins=theme.SPACING, of=left,
        )  # fmt: skip
        self.pictures = PictureSquare(tr("Nine variations of a photo"))
        choosing = AsWideAsInside(left)
        choosing.setFixedWidth(344 + choosing.verticalScrollBar().sizeHint().width())
        in_row(choosing, wide(self.pictures), spacing=2 * theme.SPACING, of=self)
        self.show_view(augmentation_view(TrainConfig(data="")))

    def show_view(self, view: AugmentationView) -> None:
        """Shows the choices without telling anyone."""
        self._sentence.setText(view.sentence.render(QT_WORDS))
        with QSignalBlocker(self):
            if view.preset is None:
                self.presets.choose_none()
            else:
                self.presets.choose(list(PRESETS).index(view.preset))
        self._shown = view.augmentation
        for switch in SWITCHES:
            with QSignalBlocker(choice := self.switches[switch.key]):
                choice.setChecked(switch.is_on(view.augmentation))

    def show_photo(self, name: str) -> None:
        """Names the photo the examples are of."""
        self._name.setText(name)
        self.pictures.clear()

    def show_fault(self, words: str) -> None:
        """Says why there are no examples, in place of the photo's name."""
        self._name.setText(words)

    def _switched(self, switch: Switch, on: bool) -> None:
        self._shown = switch.switched(self._shown, on)
        self.changed.emit(self._shown)
