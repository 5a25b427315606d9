"""The second opinion: photos without label and suggestion, how far two people agree, and what follows from it.

Shown by
    show_view(View)                  everything but the picture
    show_photo(levels, text)         the photo; none: it is on its way
    show_classes(names)              the classes there are
    show_name(str)                   who would give an opinion; tells nobody

Tells
    named(str)                       somebody else gives an opinion
    begin_wanted()                   show the photos
    given(str)                       the opinion: a class, `UNSURE` or `EXCLUDE`
    stepped(int)                     to the photo before, or the next, without an opinion
    leave_wanted()                   enough for now
    apply_wanted()                   change the labels people agree on
    check_wanted()                   to the check of labels
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.cards import AsWideAsInside, Card, ShortLabel, breakable, show_words, wrap
from cnn_desktop.gui.kit.class_matches import MOST, class_of_key
from cnn_desktop.gui.kit.class_picker import ClassPicker
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.fitted_picture import FittedPicture
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.panels import Panel, Panels
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, in_stack, on_top, wide
from cnn_desktop.gui.kit.tab_page import TabPage
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.answer_button import AnswerButton
from cnn_desktop.gui.labels.blind_tables import ClassTable, PhotoList
from cnn_desktop.gui.labels.blind_view import KEYS, OTHER, Facts, View, view
from cnn_desktop.gui.teach.help_button import TeachButton

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_PAGES = {"empty": 0, "result": 1, "photo": 2}


class BlindPage(TabPage):
    """See the module's docstring."""

    named = Signal(str)
    begin_wanted = Signal()
    given = Signal(str)
    stepped = Signal(int)
    leave_wanted = Signal()
    apply_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._names = view(Facts()), list[str]()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Second opinion"))
        self.empty = EmptyState("labels")
        self.empty.pressed.connect(self.apply_wanted)
        self.stack = in_stack(self.empty, self._build_result(), self._build_photo())
        in_column(self._build_name(), self._build_progress(), wide(self.stack), of=self)
        self.pressed.connect(self._press)
        self.show_view(self._view)

    # What is shown --------------------------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Everything but the picture."""
        self._view = view
        applying = self.apply_button.hasFocus() or self.empty.button.hasFocus()
        self.name_row.setVisible(view.asks_name)
        self.name_note.setText(view.name_note)
        theme.role(self.name_note, "bad" if view.name_wrong else "muted")
        self.progress_row.setVisible(view.page == "photo")
        self.progress.setText(view.progress)
        self.bar.show_fraction(view.fraction)
        empty = view.page == "empty"
        self.empty.show_state(
            view.icon,
            view.headline if empty else "",
            view.apply if empty else "",
            view.caption if empty else "",
            view.tone,
        )
        self.empty.button.setEnabled(view.may_apply)
        self._show_result(view)
        self.question.setText(view.question)
        self.detail.setText(view.detail)
        show_words(self.missing, view.missing)
        self.picture.setVisible(not view.missing)
        self._show_answers(view)
        self.stack.setCurrentIndex(_PAGES[view.page])
        self.set_primary(view.primary)
        if applying and not view.apply and (first := self.first_focus()):
            first.setFocus(Qt.FocusReason.OtherFocusReason)  # the button has gone

    def show_photo(self, levels: list[QImage], text: str = "") -> None:
        """The photo and halves of it, largest first; none: it is on its way."""
        self.picture.show_levels(levels, text)

    def show_classes(self, names: Sequence[str]) -> None:
        """The classes there are, in the order of their numbers."""
        self._names = list(names)

    def show_name(self, name: str) -> None:
        """Who would give an opinion; tells nobody."""
        self.name.blockSignals(True)
        self.name.setText(name)
        self.name.blockSignals(False)

    def first_focus(self) -> QWidget | None:
        if self._view.page == "photo":
            return self
        return self.name if self._view.asks_name else None

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_name(self) -> QWidget:
        label = QLabel(tr("Your &name:"), textFormat=Qt.TextFormat.PlainText)
        self.name = QLineEdit(maxLength=MOST)
        self.name.setAccessibleName(tr("Your name"))
        self.name.setFixedWidth(200)
        self.name.textChanged.connect(self.named)
        self.name.returnPressed.connect(self._press_begin)
        label.setBuddy(self.name)
        self.name_note = theme.muted(ShortLabel())
        self.name_row = QWidget()
        in_row(label, self.name, wide(self.name_note), of=self.name_row)
        return self.name_row

    def _build_progress(self) -> QWidget:
        self.bar, self.progress = Bar(tr("Opinions given"), 120), theme.muted(ShortLabel())
        self.progress_row = QWidget()
        in_row(self.bar, wide(self.progress), spacing=2 * theme.SPACING, of=self.progress_row)
        return self.progress_row

    def _build_result(self) -> QWidget:
        self.agreement = theme.heading(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.help = TeachButton("agreement")
        self.apply_button = QPushButton()
        self.apply_button.clicked.connect(self.apply_wanted)
        self.notes = theme.muted(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.classes_title = theme.strong(QLabel(tr("Where they differ")))
        self.classes = ClassTable()
        self.lines_title = theme.strong(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.lines = PhotoList()
        self._room = QWidget()
        head = in_row(wide(self.agreement), on_top(self.help), on_top(self.apply_button))
        return Card(
            head, self.notes, self.classes_title, wide(self.classes, 2), self.lines_title, wide(self.lines, 3),
            wide(self._room),
        )  # fmt: skip

    def _build_photo(self) -> QWidget:
        self.question = theme.heading(QLabel())
        self.detail = theme.muted(ShortLabel())
        self.picture = FittedPicture(tall=True)
        self.missing = theme.role(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)), "warn")
        self.back, self.next = (self._step_button(step) for step in (-1, 1))
        self.answers: dict[str, AnswerButton] = {}
        self._buttons = theme.role(QWidget(), "page")
        self._column = in_column(ROOM, spacing=2, of=self._buttons)
        head = in_row(self.question, wide(self.detail), self.back, self.next)
        left = Card(head, wide(self.picture), self.missing)
        right = Card(wide(AsWideAsInside(self._buttons)), margins=theme.SPACING)
        right.setMinimumWidth(180)
        self.panels = Panels(Panel(left), Panel(right, 260))
        return self.panels

    def _step_button(self, step: int) -> QPushButton:
        button = theme.quiet(QPushButton(icon("left" if step < 0 else "right"), ""))
        words = tr("Previous photo") if step < 0 else tr("Next photo")
        button.setAccessibleName(words)
        button.setToolTip(as_tip(words))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _show_result(self, view: View) -> None:
        result = view.page == "result"
        self.agreement.setText(breakable(view.headline) if result else "")
        show_words(self.apply_button, view.apply if result else "")
        self.apply_button.setEnabled(view.may_apply)
        show_words(
            self.notes, breakable("\n".join((*((view.caption,) if result and view.caption else ()), *view.notes)))
        )
        self.classes.show_rows(view.classes, view.names)
        show_words(self.lines_title, view.lines_title)
        self.lines.show_lines(view.lines)
        self.classes_title.setVisible(bool(view.classes))
        self.classes.setVisible(bool(view.classes))
        self.lines.setVisible(bool(view.lines))
        self._room.setVisible(not (view.classes or view.lines))

    def _show_answers(self, view: View) -> None:
        wanted = [answer.label for answer in view.answers]
        if view.page == "photo" and wanted != list(self.answers):
            for button in self.answers.values():
                self._column.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.answers = {}
            for place, answer in enumerate(view.answers):
                button = AnswerButton(answer.key, [one.text for one in view.answers])
                button.clicked.connect(lambda _=False, label=answer.label: self._answer(label))
                self.answers[answer.label] = button
                self._column.insertWidget(place, button)
        for answer in view.answers:
            self.answers[answer.label].show_answer(answer.text, answer.tip, answer.enabled, answer.chosen)

    # What happens ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key is an opinion."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if self._view.page != "photo" or not plain:
            super().keyPressEvent(event)
            return
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
            return
        typed = event.text()
        label = next((label for label, key in KEYS.items() if typed and key == typed.upper()), None)
        if label is None and typed:
            label = class_of_key(typed, self._names)
        if label is not None:
            self._answer(label)
        elif typed.isalpha():
            self.ask_class(typed)
        else:
            super().keyPressEvent(event)

    def _answer(self, label: str) -> None:
        if button := self.answers.get(label):
            button.setChecked(any(one.chosen for one in self._view.answers if one.label == label))
        if label == OTHER:
            self.ask_class()
        else:
            self._give(label)

    def ask_class(self, typed: str = "") -> None:
        """Asks for the class by typing; `typed`: the letter that asked."""
        if self._may_answer():
            picker = ClassPicker(tr("What is it?"), self._names, lambda name, _: self._give(name), self)
            button = self.answers[OTHER]
            picker.open_at(button.mapToGlobal(QPoint(0, button.height())), typed)

    def _give(self, label: str) -> None:
        if self._may_answer():
            self.given.emit(label)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_answer(self) -> bool:
        return self._view.page == "photo" and all(one.enabled for one in self._view.answers)

    def _press_begin(self) -> None:
        if self._view.begins == "begin" and self._view.primary.enabled:
            self.begin_wanted.emit()

    def _press(self) -> None:
        wanted = {
            "check": self.check_wanted, "begin": self.begin_wanted, "apply": self.apply_wanted, "leave": self.leave_wanted,
        }  # fmt: skip
        if self._view.primary.text and self._view.primary.enabled:
            wanted[self._view.begins].emit()
