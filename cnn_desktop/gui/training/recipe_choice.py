"""The choice of a recipe: Quick, Balanced or Best, each with its time, and a sentence on the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cnn_desktop.domain.recipe import RECIPES
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import wrap
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.training.recipes import RecipeView, every_sentence


class _Sentence(QLabel):
    """Has room for the longest of the sentences, so that the fields below stay where they are."""

    def __init__(self) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignTop)
        wrap(self)
        self._all = every_sentence()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = QRect(0, 0, self.width(), 1000)
        wrapped = Qt.TextFlag.TextWordWrap
        self.setMinimumHeight(max(self.fontMetrics().boundingRect(room, wrapped, one).height() for one in self._all))


class RecipeChoice(QWidget):
    """`chosen(recipe)` tells what a person chose, `back()` that their own epochs are to go; `show_view` tells nothing."""

    chosen = Signal(str)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = list(RECIPES)
        self.label = label(tr("&Recipe"))
        self.segments = Segments(tr("Recipe"), self._keys, even=True)
        self.label.setBuddy(self.segments.button(0))
        self.sentence = theme.caption(_Sentence())
        self.to_recipe = theme.quiet(QPushButton())
        keeps = self.to_recipe.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # it comes while one edits the fields below
        self.to_recipe.setSizePolicy(keeps)
        self.segments.chosen.connect(lambda place: self.chosen.emit(self._keys[place]))
        self.to_recipe.clicked.connect(self.back)
        last = in_row(self.to_recipe, ROOM)
        edges = (0, 0, 0, theme.SPACING)
        in_column(self.label, self.segments, self.sentence, last, spacing=theme.SPACING // 2, margins=edges, of=self)

    def show_view(self, view: RecipeView, locked: bool) -> None:
        """Shows the choice; `locked`: it can only be looked at."""
        self.segments.setEnabled(view.possible and not locked)
        self.to_recipe.setEnabled(not locked)
        for row in view.rows:
            place = self._keys.index(row.key)
            self.segments.set_label(place, f"{row.name}\n{row.time}" if row.time else row.name)
        with QSignalBlocker(self.segments):
            if view.chosen:
                self.segments.choose(self._keys.index(view.chosen))
            else:
                self.segments.choose_none()
        self.sentence.setText(view.sentence)
        self.to_recipe.setText(view.back)
        self.to_recipe.setVisible(bool(view.back))
