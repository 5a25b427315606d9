"""The line in which any other model of the timm library is found by its name."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from cnn_desktop.domain.catalog import TIMM_PREFIX
from cnn_desktop.domain.resources import resource
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import show_words
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import in_column, in_row, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.model.view import find_timm


class TimmSearch(QWidget):
    """`chosen(name)` with the prefix `timm:`; a name timm does not know is refused below the line."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = tr("Search the timm library, e.g. convnext tiny")
        self.field = QLineEdit(placeholderText=hint, clearButtonEnabled=True)
        self.field.setAccessibleName(tr("Another model from the timm library"))
        self._found = QStringListModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._choose)
        self.field.setCompleter(completer)
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(lambda: self._choose(self.field.text()))
        self._note = theme.caption(QLabel())
        self._note.hide()
        words = label(tr("&Another model:"))
        words.setBuddy(self.field)
        in_column(in_row(words, wide(self.field), margins=(theme.SPACING, 0, theme.SPACING, 0)), self._note, of=self)

    def _names(self) -> list[str]:
        return resource("timm_models.txt").read_text(encoding="utf-8").split()

    def _search(self, words: str) -> None:
        self._note.hide()
        self._found.setStringList(find_timm(self._names(), words) if words.strip() else [])

    def _choose(self, words: str) -> None:
        name = words.strip().removeprefix(TIMM_PREFIX)
        if name not in self._names():
            unknown = tr("There is no model called “{name}”. Choose one from the list.", name=name)
            show_words(self._note, unknown if name else "")
            return
        self.field.clear()
        self.chosen.emit(TIMM_PREFIX + name)
