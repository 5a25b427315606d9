"""The bar above the photos: search, which photos, in which order. It tells `changed(PhotoFilter, PhotoSort)`."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import FindingKind
from cnn_desktop.gui.dataset.filter_view import Choice, Facts, View, showing, sorting, view
from cnn_desktop.gui.kit.filtering import ChoiceBox, DirectionButton, SearchField
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import in_row, wide
from cnn_desktop.gui.kit.words import QT_WORDS, tr

LONGEST = 512
"""Letters that are searched for."""


class FilterBar(QWidget):
    """Keeps what it shows in `facts`; class and split of the filter are chosen elsewhere."""

    changed = Signal(object, object)
    """`PhotoFilter` (its `label` and `split` None), `PhotoSort`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts()
        self.search = SearchField(LONGEST)
        self.search.searched.connect(self._search)
        self.show_box = ChoiceBox(tr("Filter"))
        self.show_box.activated.connect(self._choose_show)
        self.sort_box = ChoiceBox(tr("Sort by"))
        self.sort_box.activated.connect(self._choose_sort)
        self.direction = DirectionButton()
        self.direction.clicked.connect(self._turn)
        in_row(wide(self.search, 2), wide(self.show_box), wide(self.sort_box), self.direction, of=self)
        self._show(view(self.facts))

    def show_facts(self, facts: Facts) -> None:
        """Shows `facts`, and tells nothing."""
        self.facts = facts
        self._show(view(facts))

    def show_finding(self, kind: FindingKind) -> None:
        """All photos that findings of this kind are about. Tells it."""
        self.search.forget()
        self._tell(showing(PhotoFilter(), kind), self.facts.sort)

    def clear(self) -> None:
        """All photos again, in the order they are in. Tells it."""
        self.search.forget()
        self._tell(PhotoFilter(), self.facts.sort)

    def _show(self, shown: View) -> None:
        self.search.show_text(shown.name)
        self.show_box.offer(_lines(shown.show), shown.shown)
        self.sort_box.offer(_lines(shown.sorts), shown.sort)
        for box in (self.show_box, self.sort_box):
            whose = f"\n{shown.tip.render(QT_WORDS)}" if shown.tip else ""
            box.setToolTip(as_tip(f"{box.accessibleName()}{whose}"))
        self.direction.show_direction(shown.descending, shown.direction.render(QT_WORDS))
        self.direction.setEnabled(shown.has_direction)

    def _search(self, name: str) -> None:
        if name != self.facts.wanted.name:
            self._tell(msgspec.structs.replace(self.facts.wanted, name=name), self.facts.sort)

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


def _lines(choices: Sequence[Choice]) -> list[tuple[str, object]]:
    return [(choice.text.render(QT_WORDS), choice.key) for choice in choices]
