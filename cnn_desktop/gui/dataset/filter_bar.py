"""The bar above the photos: search, which photos, in which order. It tells `changed(PhotoFilter, PhotoSort)`."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QToolButton, QWidget

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import FindingKind
from cnn_desktop.gui.dataset.filter_view import Choice, Facts, View, showing, sorting, view
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import in_row, wide
from cnn_desktop.gui.kit.words import QT_WORDS, key_text, tr

TYPING_MS = 250
"""After the last letter the search begins."""
LONGEST = 512
"""Letters that are searched for."""


class FilterBar(QWidget):
    """Keeps what it shows in `facts`; class and split of the filter are chosen elsewhere."""

    changed = Signal(object, object)
    """`PhotoFilter` (its `label` and `split` None), `PhotoSort`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts()
        self.search = QLineEdit(placeholderText=tr("Search names"), clearButtonEnabled=True, maxLength=LONGEST)
        self.search.setAccessibleName(tr("Search names of photos"))
        self.search.setToolTip(tr("{words} ({key})", words=tr("Search names of photos"), key=key_text(QKeySequence.StandardKey.Find)))  # fmt: skip
        self.search.setMinimumWidth(72)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._search)
        self.search.textEdited.connect(lambda _: self._typing.start())
        self.search.returnPressed.connect(self._search)
        self.show_box = self._box(tr("Filter"))
        self.show_box.activated.connect(self._choose_show)
        self.sort_box = self._box(tr("Sort by"))
        self.sort_box.activated.connect(self._choose_sort)
        self.direction = QToolButton(autoRaise=True)
        self.direction.clicked.connect(self._turn)
        in_row(wide(self.search, 2), wide(self.show_box), wide(self.sort_box), self.direction, of=self)
        self._show(view(self.facts))

    def show_facts(self, facts: Facts) -> None:
        """Shows `facts`, and tells nothing."""
        self.facts = facts
        self._show(view(facts))

    def show_finding(self, kind: FindingKind) -> None:
        """All photos that findings of this kind are about. Tells it."""
        self._typing.stop()
        self._tell(showing(PhotoFilter(), kind), self.facts.sort)

    def clear(self) -> None:
        """All photos again, in the order they are in. Tells it."""
        self._typing.stop()
        self._tell(PhotoFilter(), self.facts.sort)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setToolTip(as_tip(name))
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(5)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _show(self, shown: View) -> None:
        if self.search.text() != shown.name and not self._typing.isActive():
            self.search.setText(shown.name)
        _offer(self.show_box, shown.show, shown.shown)
        _offer(self.sort_box, shown.sorts, shown.sort)
        for box in (self.show_box, self.sort_box):
            whose = f"\n{shown.tip.render(QT_WORDS)}" if shown.tip else ""
            box.setToolTip(as_tip(f"{box.accessibleName()}{whose}"))
        words = shown.direction.render(QT_WORDS)
        self.direction.setIcon(icon("descending" if shown.descending else "ascending", "text"))
        self.direction.setAccessibleName(words)
        self.direction.setToolTip(as_tip(words))
        self.direction.setEnabled(shown.has_direction)

    def _search(self) -> None:
        self._typing.stop()
        if self.search.text() != self.facts.wanted.name:
            self._tell(msgspec.structs.replace(self.facts.wanted, name=self.search.text()), self.facts.sort)

    def _choose_show(self, place: int) -> None:
        self._tell(showing(self.facts.wanted, self.show_box.itemData(place)), self.facts.sort)

    def _choose_sort(self, place: int) -> None:
        self._tell(self.facts.wanted, sorting(self.facts.sort, self.sort_box.itemData(place)))

    def _turn(self) -> None:
        sort = self.facts.sort
        self._tell(self.facts.wanted, msgspec.structs.replace(sort, descending=not sort.descending))

    def _tell(self, wanted: PhotoFilter, sort: PhotoSort) -> None:
        if (wanted, sort) == (self.facts.wanted, self.facts.sort):
            self._show(view(self.facts))
            return
        self.show_facts(msgspec.structs.replace(self.facts, wanted=wanted, sort=sort))
        self.changed.emit(wanted, sort)


def _offer(box: QComboBox, choices: Sequence[Choice], current: int) -> None:
    """Fills `box`, unless it is as it should be."""
    lines = [(choice.text.render(QT_WORDS), choice.key) for choice in choices]
    if lines != [(box.itemText(place), box.itemData(place)) for place in range(box.count())]:
        box.clear()
        for text, key in lines:
            box.addItem(text, key)
    box.setCurrentIndex(current)
