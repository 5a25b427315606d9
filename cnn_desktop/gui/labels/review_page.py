"""One suspicious photo after the other, large, beside those that look like it; one key decides, and the next is there.

Shown by
    show_view(View)                          everything but the pictures
    show_photo(levels, text)                 the photo; none: it is on its way
    show_near(of_label, of_suggested)        paths of the photos that look like it
    show_classes(names)                      for “another class”

Tells
    decided(kind, str)                       `Said`; the class, of "other"
    stepped(int)                             to the photo before, or the next, without deciding
    all_wanted()                             no longer only those of two classes
    many_wanted(bool)                        show the following photos together, or one by one again
    photo_activated(str)                     show this photo in the viewer
    check_wanted(), blind_wanted(), train_wanted()
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSizePolicy, QWidget

from cnn_desktop.domain.decisions import Said
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.cards import TITLE_ROW, Card, SayingLabel, ShortLabel, breakable, show_words, wrap
from cnn_desktop.gui.kit.class_matches import class_of_key
from cnn_desktop.gui.kit.class_picker import ClassPicker
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.fitted_picture import FittedPicture
from cnn_desktop.gui.kit.heat import Heat
from cnn_desktop.gui.kit.panels import Panel, Panels
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, in_stack, wide
from cnn_desktop.gui.kit.tab_page import TabPage
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.many_page import ManyPage
from cnn_desktop.gui.labels.review_view import KEYS, Answer, Facts, View, view

_NEAR_SIDE = 64
"""Three beside each other: then all of them can be seen where the window is low."""
HEAT_KEY = "H"
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class ReviewPage(TabPage):
    """See the module's docstring."""

    decided = Signal(str, str)
    stepped = Signal(int)
    all_wanted = Signal()
    many_wanted = Signal(bool)
    photo_activated = Signal(str)
    check_wanted = Signal()
    blind_wanted = Signal()
    train_wanted = Signal()

    def __init__(self, source: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._view = view(Facts())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Suspicious photo"))
        self.empty = EmptyState("labels")
        self.main = self._build_main(source)
        self.many = ManyPage(source)
        self.many.left.connect(lambda: self.many_wanted.emit(False))
        self.many.photo_activated.connect(self.photo_activated)
        self.stack = in_stack(self.empty, self.main, self.many)
        in_column(self._build_head(), wide(self.stack), of=self)
        self.pressed.connect(self._press)
        self.show_view(self._view)

    # What is shown --------------------------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Everything but the pictures."""
        before, self._view = self._view, view
        self.empty.show_state(view.icon, view.empty, "", view.caption, view.tone)
        self.stack.setCurrentIndex(("empty", "photo", "many").index(view.page))
        self.progress.setText(view.progress)
        self.bar.show_fraction(view.fraction)
        self.rule.setText(view.rule)
        for part in (self.progress, self.bar):
            part.setVisible(bool(view.progress))
        self.rule.setVisible(
            bool(view.rule) or (bool(view.progress) and not view.filter)
        )  # one of the two keeps the room
        show_words(self.filter, view.filter)
        self.all_button.setVisible(bool(view.filter))
        show_words(self.many_button, view.other_way)
        self.many_button.setToolTip(as_tip(view.other_tip))
        self.question.setText(breakable(view.question))
        self.detail.setText(view.detail)
        show_words(self.missing, breakable(view.missing))
        if view.missing:
            self.picture.show_sign("missing", view.missing)
        self.setAccessibleName(" ".join(filter(None, (view.question, view.detail, view.missing))) or view.empty)
        for answer in view.answers:
            self._show_answer(answer)
        for button in self.buttons.values():
            button.setVisible(bool(view.answers))
        for title, name in ((self.title_label, view.label), (self.title_suggested, view.suggested)):
            words = tr("Similar photos of “{name}”", name=name) if name else ""
            title.show_saying(words, name, (view.label, view.suggested))
        self.set_primary(view.primary)
        if (before.page == "many") != (view.page == "many") and self.isAncestorOf(self.focusWidget()):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_photo(self, levels: list[QImage], text: str = "") -> None:
        """The photo and halves of it, largest first; none: it is on its way."""
        self.picture.show_levels(levels, text)

    def show_heat(self, heat: Heat | None, opacity: float, words: str) -> None:
        """The heat map over the photo, and what is to be known of it."""
        self.picture.show_heat(heat, opacity)
        self.heat_note.setText(words)

    def show_near(self, of_label: Sequence[tuple[str, str]], of_suggested: Sequence[tuple[str, str]]) -> None:
        """Path and label of each of the photos that look like it."""
        for grid, photos in ((self.near_label, of_label), (self.near_suggested, of_suggested)):
            grid.show_tiles([Tile(path, f"{as_shown(path.rsplit('/', 1)[-1])}, {label}") for path, label in photos])

    def show_classes(self, names: Sequence[str]) -> None:
        """The classes there are, in the order of their numbers."""
        self._names = names

    def first_focus(self) -> QWidget:
        return self.many.grid if self._view.page == "many" else self

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        self.progress = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.bar = Bar(tr("Looked at"), 120)
        self.rule = theme.muted(ShortLabel())
        self.filter = theme.muted(ShortLabel())
        self.all_button = theme.quiet(QPushButton(tr("Show &all")))
        self.all_button.clicked.connect(self.all_wanted)
        self.many_button = theme.quiet(QPushButton())
        self.many_button.clicked.connect(lambda: self.many_wanted.emit(self._view.page != "many"))
        head = QWidget()
        row = in_row(
            self.bar, self.progress, wide(self.rule), wide(self.filter), self.all_button, self.many_button,
            spacing=2 * theme.SPACING, of=head,
        )  # fmt: skip
        row.addStrut(TITLE_ROW)  # with buttons or without, what is below stays where it is
        return head

    def _build_main(self, source: ThumbnailSource) -> QWidget:
        self.question = theme.heading(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.detail = theme.muted(ShortLabel(mode=Qt.TextElideMode.ElideMiddle))  # which one of how many stays
        self.picture = FittedPicture(tall=True)
        self.heat = QCheckBox(tr("Where the model looks ({key})", key=HEAT_KEY))
        self.heat.setToolTip(tr("Colours the parts of the photo that speak for the suggested class"))
        self.heat.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the photo
        self.heat_note = theme.caption(ShortLabel())
        self.missing = theme.role(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)), "warn")
        self.buttons: dict[Said, QPushButton] = {}
        kinds: tuple[Said, ...] = ("keep", "suggested", "other", "unsure", "exclude")
        for kind in kinds:
            button = QPushButton()
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, kind=kind: self._answer(kind))
            self.buttons[kind] = button
        keep, suggested, *others = self.buttons.values()
        answers = in_column(in_row(keep, suggested, ROOM), in_row(*others, ROOM))
        left = Card(
            self.question,
            self.detail,
            wide(self.picture),
            in_row(wide(self.heat_note), self.heat),
            self.missing,
            answers,
        )
        self.title_label, self.title_suggested = (theme.strong(SayingLabel()) for _ in range(2))
        self.near_label, self.near_suggested = (
            self._near(source, name) for name in (tr("of its label"), tr("of the suggestion"))
        )
        right = Card(self.title_suggested, wide(self.near_suggested), self.title_label, wide(self.near_label))
        right.setMinimumWidth(240)
        self.panels = Panels(Panel(left), Panel(right, 280))
        return self.panels

    def _near(self, source: ThumbnailSource, name: str) -> ThumbnailGrid:
        grid = ThumbnailGrid(source, tr("Similar photos {which}", which=name), side=_NEAR_SIDE)
        grid.opened.connect(self.photo_activated)
        return grid

    # What happens ---------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.picture.show_keys(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.picture.show_keys(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key decides."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS[Qt.Key(event.key())] if plain and event.key() in _STEPS else 0
        if (step < 0 and self._view.may_go_back) or (step > 0 and self._view.page == "photo"):
            self.stepped.emit(step)
            return
        if self._view.page != "photo" or event.modifiers() & ~_PLAIN:
            super().keyPressEvent(event)
            return
        letter = event.text().upper()
        kind = next((kind for kind, key in KEYS.items() if key == letter), None)
        if letter == HEAT_KEY and not self.heat.isHidden():
            self.heat.toggle()
        elif kind:
            self._answer(kind)
        elif label := class_of_key(event.text(), self._names) if event.text() else None:
            self._decide("other", label)
        else:
            super().keyPressEvent(event)

    def _answer(self, kind: Said) -> None:
        button = self.buttons[kind]
        button.setChecked(any(one.chosen for one in self._view.answers if one.kind == kind))
        if not button.isEnabled():
            return
        if kind == "other":
            self.ask_class()
        else:
            self._decide(kind)

    def ask_class(self) -> ClassPicker:
        """Asks for the class it is."""
        picker = ClassPicker(tr("What is it?"), self._names, lambda name, _: self._decide("other", name), self)
        picker.open_at(self.buttons["other"].mapToGlobal(QPoint(0, self.buttons["other"].height())))
        return picker

    def _decide(self, kind: Said, label: str = "") -> None:
        if any(one.enabled for one in self._view.answers if one.kind == kind):
            self.decided.emit(kind, label)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_answer(self, answer: Answer) -> None:
        button = self.buttons[answer.kind]
        button.setText(f"{answer.brief}   {QKeySequence(KEYS[answer.kind]).toString()}".replace("&", "&&"))
        button.setAccessibleName(answer.text)
        button.setToolTip(as_tip(answer.tip))
        button.setEnabled(answer.enabled)
        button.setChecked(answer.chosen)

    def _press(self) -> None:
        wanted = {"check": self.check_wanted, "blind": self.blind_wanted, "train": self.train_wanted}
        wanted[self._view.begins].emit()
