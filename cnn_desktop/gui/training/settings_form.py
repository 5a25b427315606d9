"""A form of training settings: label, "?", field, and below it what is wrong with the value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.recipe import EpochPlan
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.theme import SPACING
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.teach.topics import Topic
from cnn_desktop.gui.training.fields import Field, number_text, read_number, value_of

FIELD_WIDTH = 116
CHOICE_WIDTH = 140
"""Words need more room than numbers."""
MOST = 2**31 - 1

Editor = QSpinBox | QLineEdit | QComboBox | QCheckBox


class SettingsForm(QWidget):
    """Rows of `fields`. `changed(name, value)` tells what a person chose; `show_settings` never does."""

    changed = Signal(str, object)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        self.rows: dict[str, _Row] = {}
        for field in fields:
            row = _Row(field)
            row.changed.connect(self.changed)
            self.rows[field.name] = row
            column.addWidget(row)
        for row in self.rows.values():
            if teach := row.findChild(TeachButton):  # again: taking a row in may have turned the two round
                QWidget.setTabOrder(row.editor, teach)

    def show_settings(self, config: TrainConfig, epochs: EpochPlan, problems: Mapping[str, str]) -> None:
        """Values and what is wrong with them, by field."""
        for name, row in self.rows.items():
            row.show_value(value_of(config, row.field, epochs))
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

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        words, tip = field.label.render(QT_WORDS), field.tip.render(QT_WORDS)
        self.editor = self._make_editor(words)
        self.editor.setAccessibleName(words)
        self.editor.setAccessibleDescription(tip)
        self.editor.setToolTip(tip)
        line = QHBoxLayout()
        line.setSpacing(SPACING // 2)
        teach = None
        if not isinstance(self.editor, QCheckBox):
            label = QLabel(words)
            label.setWordWrap(True)
            label.setBuddy(self.editor)
            label.setToolTip(tip)
            if not field.wide:
                self.editor.setFixedWidth(CHOICE_WIDTH if field.kind == "choice" else FIELD_WIDTH)
            line.addWidget(label)
            if field.topic:
                teach = TeachButton(cast("Topic", field.topic))
                line.addWidget(teach)
            line.addStretch(1)
        if not field.wide:
            line.addWidget(self.editor)
        if isinstance(self.editor, QCheckBox):
            line.addStretch(1)
        self.problem = theme.role(QLabel(), "bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING // 2)
        column.addLayout(line)
        if field.wide:
            column.addWidget(self.editor)
        column.addWidget(self.problem)
        if teach is not None:
            QWidget.setTabOrder(self.editor, teach)  # the field first: the explanation is for those who want it

    def show_value(self, value: int | float | str | bool) -> None:
        """Shows a value without telling of a change. What is being typed and means the same stays as typed."""
        editor = self.editor
        with QSignalBlocker(editor):
            if isinstance(editor, QSpinBox):
                editor.setValue(int(value))
            elif isinstance(editor, QLineEdit):
                if read_number(editor.text()) != value:
                    text = number_text(float(value))  # `read_number` takes a comma as well as a point
                    editor.setText(text.replace(".", ",") if QLocale().decimalPoint() == "," else text)
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(editor.findData(value))
            else:
                editor.setChecked(bool(value))

    def show_choices(self, choices: Sequence[tuple[str, Message]]) -> None:
        """Fills the list of a choice anew, if it is another."""
        box = self.editor
        if not isinstance(box, QComboBox) or [box.itemData(i) for i in range(box.count())] == [c[0] for c in choices]:
            return
        with QSignalBlocker(box):
            chosen = box.currentData()
            box.clear()
            for value, label in choices:
                box.addItem(label.render(QT_WORDS), value)
            box.setCurrentIndex(box.findData(chosen))

    def show_problem(self, sentence: str) -> None:
        """What is wrong, beside the field; "" when nothing is."""
        if isinstance(self.editor, QLineEdit) and read_number(self.editor.text()) is None:
            sentence = tr("“{text}” is not a number.", text=self.editor.text())
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
            spin = _Spin(field.kind == "doubling")
            spin.setRange(0, MOST)
            spin.setSingleStep(field.step)
            spin.setKeyboardTracking(False)
            spin.setAlignment(Qt.AlignmentFlag.AlignRight)
            spin.valueChanged.connect(self._tell)
            return theme.tabular(spin)
        if field.kind == "choice":
            box = _Choice()
            for value, label in field.choices:
                box.addItem(label.render(QT_WORDS), value)
            box.currentIndexChanged.connect(lambda place: self._tell(box.itemData(place)))
            return box
        if field.kind == "switch":
            check = QCheckBox(words)
            check.toggled.connect(self._tell)
            return check
        line = QLineEdit()
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.textEdited.connect(self._typed)
        return theme.tabular(line)

    def _typed(self, text: str) -> None:
        value = read_number(text)
        if value is None:
            self.show_problem("")
        else:
            self._tell(value)


class _Spin(QSpinBox):
    """Arrows double and halve if wanted; the wheel scrolls the page unless the field is being used."""

    def __init__(self, doubling: bool) -> None:
        super().__init__()
        self._doubling = doubling
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def stepBy(self, steps: int) -> None:
        if not self._doubling:
            super().stepBy(steps)
            return
        value = max(1, self.value())
        self.setValue(value << steps if steps > 0 else max(1, value >> -steps))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Choice(QComboBox):
    """The wheel scrolls the page unless the list is being used."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
