"""Which of the photos are shown, and in which order: search, class, answer, confidence, sort."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QToolButton, QWidget

from cnn_desktop.domain.answer_filter import ANSWER_SORT_KEYS, SHOWN, AnswerFilter, AnswerSort, AnswerSortKey
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.paths import cut
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import in_row, wide
from cnn_desktop.gui.kit.words import QT_WORDS, key_text, tr
from cnn_desktop.gui.viewer.folder_view import BELOW, SHOWN_WORDS, SORT_WORDS

TYPING_MS = 250
LONGEST = 200
"""Letters that are searched for."""
_NAME = 40
"""Letters of a class in its box."""


class FolderFilter(QWidget):
    """`changed(AnswerFilter, AnswerSort)` when the person chooses something."""

    changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted, self.order = AnswerFilter(), AnswerSort()
        self.search = QLineEdit(placeholderText=tr("Search names"), clearButtonEnabled=True, maxLength=LONGEST)
        self.search.setAccessibleName(tr("Search names of photos"))
        self.search.setToolTip(
            tr("{words} ({key})", words=tr("Search names of photos"), key=key_text(QKeySequence.StandardKey.Find))
        )
        self.search.setMinimumWidth(72)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._search)
        self.search.textEdited.connect(lambda _: self._typing.start())
        self.search.returnPressed.connect(self._search)
        self.class_box = self._box(tr("Class"))
        self.show_box = self._box(tr("Answer"))
        self.below_box = self._box(tr("Confidence"))
        self.sort_box = self._box(tr("Sort by"))
        self.direction = QToolButton(autoRaise=True)
        self.direction.clicked.connect(self._turn)
        self.sort_box.setMinimumContentsLength(12)
        boxes = (self.class_box, self.show_box, self.below_box)
        in_row(wide(self.search, 2), *(wide(box) for box in boxes), of=self)
        self.order_row = in_row(self.sort_box, self.direction, spacing=4)
        """By what they are sorted: put beside, where there is more room."""
        self._fill(
            self.below_box, [(tr("Any confidence"), None), *((tr("Below {p:.0%}", p=one), one) for one in BELOW)]
        )
        self.show_choices((), has_unknown=False, has_labels=False, has_new=False)
        self._show()

    def show_choices(self, classes: tuple[str, ...], has_unknown: bool, has_labels: bool, has_new: bool) -> None:
        """What there is to choose from; what is chosen stays."""
        names = [(cut(name, _NAME), name) for name in classes]
        self._fill(self.class_box, [(tr("All classes"), None), *names])
        hidden = {
            *(() if has_unknown else ("unknown", "sure")),
            *(() if has_labels else ("right", "wrong")),
            *(() if has_new else ("new",)),
        }
        shown = [one for one in SHOWN if one not in hidden or one == self.wanted.show]
        self._fill(self.show_box, [(SHOWN_WORDS[one].render(QT_WORDS), one) for one in shown])
        gone = {*(() if has_unknown else ("unknown",)), *(() if has_labels else ("label", "right"))}
        keys = [one for one in ANSWER_SORT_KEYS if one not in gone or one == self.order.by]
        self._fill(self.sort_box, [(SORT_WORDS[one].render(QT_WORDS), one) for one in keys])
        self._show()
        if classes and self.wanted.label is not None and self.wanted.label not in classes:  # it was renamed
            self._tell(msgspec.structs.replace(self.wanted, label=None), self.order)

    def show_chosen(self, wanted: AnswerFilter, order: AnswerSort) -> None:
        """Shows what is chosen, and tells nothing."""
        if (wanted, order) != (self.wanted, self.order):
            self._typing.stop()
            self.wanted, self.order = wanted, order
            self._show()

    def clear(self) -> None:
        """All photos again, in the order they are in. Tells it."""
        self._typing.stop()
        self._tell(AnswerFilter(), self.order)

    def sort_by(self, key: AnswerSortKey) -> None:
        """As a click on a column does: the other way round when it is sorted so already; then as they were found again."""
        order = self.order
        if order.by != key:
            wanted = AnswerSort(key)
        elif not order.descending:
            wanted = AnswerSort(key, descending=True)
        else:
            wanted = AnswerSort()
        self._tell(self.wanted, wanted)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setToolTip(as_tip(name))
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(5)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.activated.connect(self._choose)
        return box

    def _fill(self, box: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
        """Unless it is as it should be."""
        if list(choices) != [(box.itemText(place), box.itemData(place)) for place in range(box.count())]:
            box.clear()
            for text, value in choices:
                box.addItem(text, value)

    def _show(self) -> None:
        if self.search.text() != self.wanted.name and not self._typing.isActive():
            self.search.setText(self.wanted.name)
        for box, value in (
            (self.class_box, self.wanted.label),
            (self.show_box, self.wanted.show),
            (self.below_box, self.wanted.below),
            (self.sort_box, self.order.by),
        ):
            values = [box.itemData(place) for place in range(box.count())]
            box.setCurrentIndex(values.index(value) if value in values else 0)
        down = self.order.descending
        words = tr("Descending order") if down else tr("Ascending order")
        self.direction.setIcon(icon("descending" if down else "ascending", "text"))
        self.direction.setAccessibleName(words)
        self.direction.setToolTip(as_tip(words))

    def _search(self) -> None:
        self._typing.stop()
        self._tell(msgspec.structs.replace(self.wanted, name=self.search.text()), self.order)

    def _choose(self) -> None:
        wanted = AnswerFilter(
            self.search.text(), self.class_box.currentData(), self.show_box.currentData(), self.below_box.currentData()
        )
        key: AnswerSortKey = self.sort_box.currentData()
        self._tell(wanted, self.order if key == self.order.by else AnswerSort(key))

    def _turn(self) -> None:
        self._tell(self.wanted, msgspec.structs.replace(self.order, descending=not self.order.descending))

    def _tell(self, wanted: AnswerFilter, order: AnswerSort) -> None:
        is_new = (wanted, order) != (self.wanted, self.order)
        self.wanted, self.order = wanted, order
        self._show()
        if is_new:
            self.changed.emit(wanted, order)
