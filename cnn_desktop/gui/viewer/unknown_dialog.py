"""Lets a person choose when a photo is called unknown, and shows what that costs. Every choice acts at once."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from cnn_desktop.domain.unknown import UnknownSetting
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import show_words, wrap
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.number_box import NumberBox
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import ROOM, in_row, on_top, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.viewer.unknown_view import SettingView

_WIDTH = 520


class UnknownDialog(Dialog):
    """`chosen(UnknownSetting)` with each change."""

    chosen = Signal(object)

    def __init__(self, view: SettingView, parent: QWidget | None = None) -> None:
        super().__init__(tr("Unknown photos"), parent)
        words = tr(
            "A network always names one of its classes. A photo that is too unlike the training photos is called unknown "
            "instead, and so can be one that the model is not sure of. The stricter you are, the more photos of the right "
            "kind are called unknown too."
        )
        self.rates = QComboBox()
        self.rates.activated.connect(self._tell)
        self.percent = NumberBox(suffix="\u00a0%", minimum=0, maximum=99)
        self.percent.setSpecialValueText(tr("never"))
        self.percent.valueChanged.connect(self._tell)
        self.cost = theme.strong(wrap(QLabel()))
        self.note = theme.caption(wrap(QLabel()))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.SPACING)
        grid.setVerticalSpacing(theme.SPACING)
        grid.setColumnStretch(1, 1)
        left = Qt.AlignmentFlag.AlignLeft
        for row, (text, part) in enumerate(
            ((tr("&False alarms you accept"), self.rates), (tr("&Less confident than"), self.percent))
        ):
            beside = label(text)
            beside.setBuddy(part)
            part.setAccessibleName(text.replace("&", ""))
            grid.addWidget(beside, row, 0)
            grid.addWidget(part, row, 1, left)
        self.fill(
            in_row(wide(wrap(QLabel(words))), on_top(TeachButton("unknown"))), grid, self.cost, self.note, ROOM,
            close=tr("Cl&ose"),
        )  # fmt: skip
        self.setFixedWidth(_WIDTH)
        self.show_view(view)
        self.rates.setFocus()

    def show_view(self, view: SettingView) -> None:
        """What is chosen, and what it costs."""
        with QSignalBlocker(self.rates), QSignalBlocker(self.percent):
            self.rates.clear()
            for choice in view.choices:
                self.rates.addItem(choice.words, choice.rate)
            self.rates.setCurrentIndex(view.place)
            self.percent.setValue(view.percent)
        show_words(self.cost, view.cost)
        show_words(self.note, view.note)

    def _tell(self) -> None:
        self.chosen.emit(UnknownSetting(float(self.rates.currentData() or 0.0), self.percent.value() / 100))
