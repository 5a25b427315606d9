"""Which of the photos are shown, and in which order: search, class, answer, confidence, sort."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort, AnswerSortKey
from cnn_desktop.gui.kit.filtering import ChoiceBox, DirectionButton, SearchField
from cnn_desktop.gui.kit.rows import in_row, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.viewer.folder_filter_view import Choice, FilterView, sorted_again

LONGEST = 200
"""Letters that are searched for."""


class FolderFilter(QWidget):
    """`chosen(AnswerFilter, AnswerSort)` when the person wants something else than what `show_view` shows."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = FilterView()
        self.search = SearchField(LONGEST)
        self.search.searched.connect(lambda name: self._tell(name=name))
        self.class_box, self.show_box = ChoiceBox(tr("Class")), ChoiceBox(tr("Answer"))
        self.below_box, self.sort_box = ChoiceBox(tr("Confidence")), ChoiceBox(tr("Sort by"))
        self.sort_box.setMinimumContentsLength(12)
        boxes = (self.class_box, self.show_box, self.below_box)
        for box in (*boxes, self.sort_box):
            box.activated.connect(self._choose)
        self.direction = DirectionButton()
        self.direction.clicked.connect(self._turn)
        in_row(wide(self.search, 2), *(wide(box) for box in boxes), of=self)
        self.order_row = in_row(self.sort_box, self.direction, spacing=4)
        """By what they are sorted: put beside, where there is more room."""

    def show_view(self, view: FilterView) -> None:
        """What there is to choose from, and what is chosen; tells nothing."""
        self._view = view
        self.search.show_text(view.wanted.name)
        self.class_box.offer(view.classes, _place(view.classes, view.wanted.label))
        self.show_box.offer(view.shown, _place(view.shown, view.wanted.show))
        self.below_box.offer(view.below, _place(view.below, view.wanted.below))
        self.sort_box.offer(view.sorts, _place(view.sorts, view.order.by))
        self.direction.show_direction(view.order.descending, view.direction)

    def clear(self) -> None:
        """All photos again, in the order they are in. Tells it."""
        self.search.forget()
        self.chosen.emit(AnswerFilter(), self._view.order)

    def sort_by(self, key: AnswerSortKey) -> None:
        """As a click on a column does. Tells it."""
        self.chosen.emit(self._view.wanted, sorted_again(self._view.order, key))

    def _choose(self) -> None:
        order, key = self._view.order, self.sort_box.currentData()
        chosen = AnswerFilter(
            self.search.text(), self.class_box.currentData(), self.show_box.currentData(), self.below_box.currentData()
        )
        self.chosen.emit(chosen, order if key == order.by else AnswerSort(key))

    def _turn(self) -> None:
        order = self._view.order
        self.chosen.emit(self._view.wanted, msgspec.structs.replace(order, descending=not order.descending))

    def _tell(self, name: str) -> None:
        self.chosen.emit(msgspec.structs.replace(self._view.wanted, name=name), self._view.order)


def _place(choices: tuple[Choice, ...], value: object) -> int:
    return next((place for place, (_, one) in enumerate(choices) if one == value), 0)
