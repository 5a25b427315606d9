"""Chooses whether the model's heat map lies over a photo, for which class, made in which way, and how strongly.

A way that takes seconds can be cancelled: the way before it is chosen again.

Tells
    changed()           something was chosen: `wanted`, `class_name`, `method` and `opacity` say what
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSlider, QWidget

from cnn_desktop.domain.jobs.explain import HeatMethod
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.cards import show_words, wrap
from cnn_desktop.gui.kit.rows import in_column, in_row, wide
from cnn_desktop.gui.kit.words import tr

OPACITY = 70
"""Percent, at first."""
METHODS: tuple[HeatMethod, ...] = ("grad_cam", "grad_cam_pp", "occlusion")


class HeatControls(QWidget):
    """See the module's docstring."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quick = 0
        """Place of the way that was chosen last and is there at once."""
        self.toggle = QCheckBox(tr("&Where the model looks"))
        self.toggle.setToolTip(
            tr("Colours the parts of the photo that speak for a class: the brighter, the more they count")
        )
        self.toggle.toggled.connect(self._choose)
        self.classes = QComboBox()
        self.classes.setAccessibleName(tr("For this class"))
        self.classes.setToolTip(tr("The class whose parts of the photo are coloured"))
        self.classes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.classes.setMinimumContentsLength(8)
        self.classes.currentIndexChanged.connect(self._choose)
        self.methods = QComboBox()
        self.methods.setAccessibleName(tr("How it is made"))
        self.methods.setToolTip(tr("How the model is asked where it looks"))
        self.methods.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.methods.setMinimumContentsLength(8)
        ways = (
            (tr("Grad-CAM"), tr("At once, and coarse: weighs the last maps by how much they raise the class")),
            (tr("Grad-CAM++"), tr("At once: better where the class is in the photo several times")),
            (
                tr("Covering parts"),
                tr("Takes a while: covers one part after the other and sees how much the answer suffers"),
            ),
        )
        for place, (words, tip) in enumerate(ways):
            self.methods.addItem(words)
            self.methods.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)
        self.methods.currentIndexChanged.connect(self._choose_method)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Opacity"))
        self.slider.setToolTip(tr("How strongly the colours cover the photo"))
        self.slider.setRange(10, 100)
        self.slider.setValue(OPACITY)
        self.slider.valueChanged.connect(self.changed)
        self.bar = Bar(tr("Covering parts of the photo"))
        self.doing = theme.caption(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("Goes back to the method before"))
        self.cancel.clicked.connect(lambda: self.methods.setCurrentIndex(self._quick))
        self.busy = QWidget()
        in_row(wide(in_column(self.doing, self.bar, spacing=2)), self.cancel, of=self.busy)
        self.note = theme.caption(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.rest = QWidget()
        in_column(
            *(in_row(_name(words, part), wide(part)) for words, part in (
                (tr("Class"), self.classes), (tr("Method"), self.methods), (tr("Opacity"), self.slider),
            )),
            self.busy, self.note, spacing=theme.SPACING // 2, of=self.rest,
        )  # fmt: skip
        in_column(self.toggle, self.rest, spacing=theme.SPACING // 2, of=self)
        self.show_busy("")
        self.show_note("")
        self._show_rest()

    @property
    def wanted(self) -> bool:
        return self.toggle.isChecked()

    @property
    def class_name(self) -> str:
        """ "": the one the model answers."""
        return self.classes.currentData() or ""

    @property
    def method(self) -> HeatMethod:
        return METHODS[max(0, self.methods.currentIndex())]

    @property
    def opacity(self) -> float:
        """0..1."""
        return self.slider.value() / 100

    def show_classes(self, names: Sequence[str]) -> None:
        """The classes in the order of the answer; the chosen one stays chosen while it is among them."""
        items = ["", *names]
        if [self.classes.itemData(place) for place in range(self.classes.count())] == items:
            return
        chosen = self.class_name
        with QSignalBlocker(self.classes):
            self.classes.clear()
            self.classes.addItem(tr("the answer"), "")
            for name in names:
                self.classes.addItem(name.replace("\n", " "), name)
            self.classes.setCurrentIndex(items.index(chosen) if chosen in items else 0)

    def choose(self, class_name: str = "") -> None:
        """Shows it, for `class_name`, as a click would."""
        place = self.classes.findData(class_name)
        if place < 0:
            self.classes.addItem(class_name, class_name)
            place = self.classes.count() - 1
        self.classes.setCurrentIndex(place)
        self.toggle.setChecked(True)

    def show_busy(self, doing: str, fraction: float | None = None) -> None:
        """What a slow way does, and how far it is, 0..1, None while unknown; "": nothing is going on."""
        self.busy.setVisible(bool(doing))
        self.doing.setText(doing)
        self.bar.show_fraction(fraction)

    def show_note(self, words: str) -> None:
        """What is to be known of the map that is shown, or why there is none."""
        show_words(self.note, words)

    def _choose_method(self, place: int) -> None:
        if METHODS[place] != "occlusion":
            self._quick = place
        self._choose()

    def _choose(self) -> None:
        self._show_rest()
        self.changed.emit()

    def _show_rest(self) -> None:
        self.rest.setVisible(self.wanted)


def _name(words: str, part: QWidget) -> QLabel:
    label = theme.caption(QLabel(words))
    label.setBuddy(part)
    label.setFixedWidth(64)
    return label
