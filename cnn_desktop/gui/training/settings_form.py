"""A form of training settings: label, "?", field, and below it what is wrong with the value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.recipe import EpochPlan
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import ROOM, Part, in_column, in_row
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.teach.topics import Topic
from cnn_desktop.gui.training.count_box import CountBox
from cnn_desktop.gui.training.fields import Field, number_text, read_field, read_number, value_of

FIELD_WIDTH = 116
CHOICE_WIDTH = 140
"""Words need more room than numbers."""

Editor = CountBox | QLineEdit | QComboBox | QCheckBox


class SettingsForm(QWidget):
    """Rows of `fields`. `changed(name, value)` tells what a person chose, `refused(name, text, why)` what they typed that
    is no value of the field (`why`: a Message); `show_settings` tells nothing.
    """

    changed = Signal(str, object)
    refused = Signal(str, str, object)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {field.name: _Row(field) for field in fields}
        in_column(*self.rows.values(), of=self)
        for row in self.rows.values():
            row.changed.connect(self.changed)
            row.refused.connect(self.refused)
            if teach := row.findChild(TeachButton):  # again: taking a row in may have turned the two round
                QWidget.setTabOrder(row.editor, teach)

    def show_settings(
        self, config: TrainConfig, epochs: EpochPlan, problems: Mapping[str, str], typed: Mapping[str, str]
    ) -> None:
        """Values and what is wrong with them, by field; `typed`: texts that stand in fields and are no values."""
        for name, row in self.rows.items():
            row.show_value(value_of(config, row.field, epochs), typed.get(name))
            row.show_problem(problems.get(name, ""))

    def show_choices(self, name: str, choices: Sequence[tuple[str, Message]]) -> None:
        """Other choices for one row."""
        self.rows[name].show_choices(choices)

    def lock(self, *names: str) -> None:
        """Greys these fields and no others; the explanations stay open to read."""
        for name, row in self.rows.items():
            row.editor.setEnabled(name not in names)


class _Row(QWidget):
    """One setting."""

    changed = Signal(str, object)
    refused = Signal(str, str, object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        words, tip = field.label.render(QT_WORDS), field.tip.render(QT_WORDS)
        self.editor = self._make_editor(words)
        self.editor.setAccessibleName(words)
        self.editor.setAccessibleDescription(tip)
        self.editor.setToolTip(tip)
        self.editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editor.installEventFilter(self)
        teach = [TeachButton(cast("Topic", field.topic))] if field.topic else []
        if isinstance(self.editor, QCheckBox):
            line: list[Part] = [self.editor, ROOM]
        else:
            name = label(words, wordWrap=True)
            name.setBuddy(self.editor)
            name.setToolTip(tip)
            line = [name, *teach, ROOM]
        if not (field.wide or isinstance(self.editor, QCheckBox)):
            self.editor.setFixedWidth(CHOICE_WIDTH if field.kind == "choice" else FIELD_WIDTH)
            line.append(self.editor)
        self.problem = theme.role(QLabel(wordWrap=True), "bad")
        self.problem.hide()
        below: list[Part] = [self.editor] if field.wide else []
        if field.note:
            note = theme.caption(label(field.note.render(QT_WORDS), wordWrap=True))
            note.setContentsMargins(26, 0, 0, 0)  # under the words of a switch
            below.append(note)
        in_column(in_row(*line, spacing=theme.SPACING // 2), *below, self.problem, spacing=theme.SPACING // 2, of=self)
        for button in teach:
            QWidget.setTabOrder(self.editor, button)  # the field first: the explanation is for those who want it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page unless the field is being used."""
        if event.type() == QEvent.Type.Wheel and not self.editor.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def show_value(self, value: int | float | str | bool, typed: str | None = None) -> None:
        """Shows a value, or what was `typed` in its place, without telling of a change.

        What is being typed and means the same stays as typed.
        """
        editor = self.editor
        with QSignalBlocker(editor):
            if isinstance(editor, CountBox | QLineEdit):
                text = typed if typed is not None else self._as_typed(float(value))
                if editor.text() != text:
                    editor.show_text(text) if isinstance(editor, CountBox) else editor.setText(text)
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(editor.findData(value))
            else:
                editor.setChecked(bool(value))

    def _as_typed(self, value: float) -> str:
        """`value` as it stands in the field already, or as the person's country writes it."""
        text = self.editor.text() if isinstance(self.editor, CountBox | QLineEdit) else ""
        if read_number(text) == value:
            return text
        written = number_text(value) if self.field.kind == "number" else str(int(value))
        return written.replace(".", ",") if QLocale().decimalPoint() == "," else written

    def show_choices(self, choices: Sequence[tuple[str, Message]]) -> None:
        """Fills the list of a choice anew, if it is another."""
        box = self.editor
        if not isinstance(box, QComboBox) or [box.itemData(i) for i in range(box.count())] == [c[0] for c in choices]:
            return
        with QSignalBlocker(box):
            chosen = box.currentData()
            box.clear()
            _fill(box, choices)
            box.setCurrentIndex(box.findData(chosen))

    def show_problem(self, sentence: str) -> None:
        """What is wrong, beside the field; "" when nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        wrong = "true" if sentence else ""
        if self.editor.property("wrong") != wrong:
            self.editor.setProperty("wrong", wrong)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
        self.editor.setAccessibleDescription(sentence or self.field.tip.render(QT_WORDS))

    def _tell(self, value: object) -> None:
        self.changed.emit(self.field.name, value)

    def _make_editor(self, words: str) -> Editor:
        field = self.field
        if field.kind in ("count", "doubling"):
            spin = CountBox(field.step, doubling=field.kind == "doubling")
            spin.typed.connect(self._typed)
            return spin
        if field.kind == "choice":
            box = QComboBox()
            _fill(box, field.choices)
            box.currentIndexChanged.connect(lambda place: self._tell(box.itemData(place)))
            return box
        if field.kind == "switch":
            check = QCheckBox(words)
            check.toggled.connect(self._tell)
            return check
        line = QLineEdit(alignment=Qt.AlignmentFlag.AlignRight)
        line.textEdited.connect(self._typed)
        return theme.tabular(line)

    def _typed(self, text: str) -> None:
        value = read_field(self.field, text)
        if isinstance(value, Message):
            self.refused.emit(self.field.name, text, value)
        else:
            self._tell(value)


def _fill(box: QComboBox, choices: Sequence[tuple[str, Message]]) -> None:
    for value, words in choices:
        box.addItem(words.render(QT_WORDS), value)
