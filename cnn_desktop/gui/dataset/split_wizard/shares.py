"""Three sliders that always add up to 100 %: training, validation, test."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from cnn_desktop.domain.photos import SPLITS
from cnn_desktop.domain.split_plan import LEAST_TRAINING, WHOLE, Percents, with_percent
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.words import tr


class Shares(QWidget):
    """`show_percents(...)`; `changed(percents)` by the person."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percents: Percents = (70, 15, 15)
        self._from: Percents | None = None
        """As it was when the slider that is being dragged was taken: there and back again changes nothing."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACING)
        grid.setVerticalSpacing(theme.SPACING // 2)
        grid.setColumnStretch(1, 1)
        self.sliders: list[QSlider] = []
        self._words: list[QLabel] = []
        for row, name in enumerate((tr("&Training"), tr("Val&idation"), tr("Te&st"))):
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(LEAST_TRAINING if row == 0 else 0, WHOLE if row == 0 else WHOLE - LEAST_TRAINING)
            slider.setPageStep(5)
            slider.setAccessibleName(name.replace("&", ""))
            slider.sliderPressed.connect(self._take)
            slider.sliderReleased.connect(self._let_go)
            slider.valueChanged.connect(lambda value, row=row: self._move(row, value))
            words = label(name)
            words.setBuddy(slider)
            percent = theme.tabular(label(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
            percent.setMinimumWidth(percent.fontMetrics().horizontalAdvance(tr("{p:.0%}", p=1.0)))
            for column, part in enumerate((words, slider, percent)):
                grid.addWidget(part, row, column)
            self.sliders.append(slider)
            self._words.append(percent)
        self.show_percents(self._percents)

    def show_percents(self, percents: Percents) -> None:
        """Of training, validation, test."""
        self._percents = percents
        for slider, words, percent in zip(self.sliders, self._words, percents, strict=True):
            was = slider.blockSignals(True)
            slider.setValue(percent)
            slider.blockSignals(was)
            words.setText(tr("{p:.0%}", p=percent / WHOLE))

    def _take(self) -> None:
        self._from = self._percents

    def _let_go(self) -> None:
        self._from = None

    def _move(self, row: int, value: int) -> None:
        self.show_percents(with_percent(self._from or self._percents, SPLITS[row], value))
        self.changed.emit(self._percents)
