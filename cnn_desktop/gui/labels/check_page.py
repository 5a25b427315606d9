"""The label check: what it costs, how far it is, and what it has found, in words.

Shown by
    show_view(View)              everything but how far a running check is
    show_progress(Progress)
    show_thorough(bool)          which check is chosen; tells nobody
    show_with_model()            that by the person's own model is chosen; tells nobody

Tells
    check_wanted()               check the labels
    thorough_chosen(bool)        the person chose the quick check, or the thorough one
    model_chosen()               the person chose the check by their own model
    review_wanted()              look at the photos one by one
    blind_wanted()               judge photos without the suggestion
    pair_wanted(str, str)        show the photos labelled as the first class that are probably of the second
    train_wanted()               train again on the labels as they are now
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from cnn_desktop.domain.events import Progress
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.busy import BusyState
from cnn_desktop.gui.kit.cards import AsWideAsInside, Card, Picture, breakable, show_words, wrap
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, Part, centred, in_column, in_row, in_stack, on_top, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.tab_page import TabPage
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.check_view import Facts, Pair, View, view
from cnn_desktop.gui.teach.help_button import TeachButton

QUICK, THOROUGH, WITH_MODEL = 0, 1, 2
_BAR = 160
"""Width of the longest bar, in pixels."""


class CheckPage(TabPage):
    """See the module's docstring."""

    check_wanted = Signal()
    thorough_chosen = Signal(bool)
    model_chosen = Signal()
    review_wanted = Signal()
    blind_wanted = Signal()
    pair_wanted = Signal(str, str)
    train_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view(Facts())
        self.choices = (_Choice(), _Choice())
        """Of the first check, and of another one."""
        for choice in self.choices:
            choice.segments.chosen.connect(self._choose)
        self.empty = EmptyState("labels", below=self._with_note(self.choices[0], in_middle=True))
        self.busy = BusyState(tr("Checking the labels"))
        self.stack = in_stack(self.empty, self.busy, self._build_result())
        in_column(wide(self.stack), of=self)
        self.pressed.connect(self._press)
        self.show_view(self._view)

    @property
    def shows_progress(self) -> bool:
        return self.stack.currentWidget() is self.busy

    def show_view(self, view: View) -> None:
        """Everything but how far a running check is."""
        self._view = view
        empty = view.empty
        self.empty.show_state(empty.icon, empty.text, "", empty.caption, empty.tone)
        for choice in self.choices:
            choice.show_words(view.choices)
            choice.setVisible(view.may_check)
            choice.note.setVisible(view.may_check)
        if view.page != "busy":
            self.busy.hide_progress()
        self._sign.show_icon(view.icon, view.tone)
        self.headline.setText(breakable(view.headline))
        self.caption.setText(breakable(view.caption))
        show_words(self.again, view.again)
        self.again.setEnabled(view.may_check)
        show_words(self.notes, breakable("\n".join(view.notes)))
        if view.pairs != self._pairs:
            self._show_pairs(view.pairs)
        self.stack.setCurrentIndex({"empty": 0, "busy": 1, "result": 2}[view.page])
        self.set_primary(view.primary)

    def show_progress(self, progress: Progress) -> None:
        self.busy.show_progress(progress)

    def show_thorough(self, wanted: bool) -> None:
        self._show_choice(THOROUGH if wanted else QUICK)

    def show_with_model(self) -> None:
        self._show_choice(WITH_MODEL)

    def first_focus(self) -> QWidget | None:
        return self.rows[0] if self.rows and self._view.page == "result" else None

    def _with_note(self, choice: _Choice, *beside: QWidget, in_middle: bool = False) -> Part:
        left = (ROOM,) if in_middle else ()
        rows = (in_row(*left, choice, *beside, ROOM), in_row(*left, choice.note, ROOM))
        return in_column(*rows, spacing=theme.SPACING // 2)

    def _build_result(self) -> QWidget:
        self._sign = Picture("warning", 32)
        self.headline = theme.heading(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.caption = theme.muted(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.again = theme.quiet(QPushButton())
        self.again.clicked.connect(self.check_wanted)
        self.notes = theme.muted(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.rows: list[PairRow] = []
        self._pairs: tuple[Pair, ...] = ()
        self._list = theme.role(QWidget(), "page")
        self._column = in_column(ROOM, spacing=2, margins=(0, 0, theme.SPACING, 0), of=self._list)
        head = in_row(
            on_top(self._sign), wide(in_column(self.headline, self.caption, spacing=4)), spacing=2 * theme.SPACING
        )  # fmt: skip
        foot = self._with_note(self.choices[1], self.again)
        return Card(head, self.notes, wide(AsWideAsInside(self._list)), foot)

    def _show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._pairs, self.rows = pairs, [PairRow(pair) for pair in pairs]
        for place, row in enumerate(self.rows):
            row.clicked.connect(lambda _=False, pair=row.pair: self.pair_wanted.emit(pair.label, pair.suggested))
            self._column.insertWidget(place, row)
        read = [self.choices[0].stops[-1], *self.rows, *self.choices[1].stops, self.again]
        for one, following in pairwise(read):
            QWidget.setTabOrder(one, following)

    def _choose(self, place: int) -> None:
        if place == WITH_MODEL:
            self.model_chosen.emit()
        else:
            self.thorough_chosen.emit(place == THOROUGH)

    def _show_choice(self, place: int) -> None:
        for choice in self.choices:
            choice.segments.blockSignals(True)
            choice.segments.choose(place)
            choice.segments.blockSignals(False)

    def _press(self) -> None:
        wanted = {
            "check": self.check_wanted, "review": self.review_wanted, "blind": self.blind_wanted,
            "train": self.train_wanted,
        }  # fmt: skip
        wanted[self._view.begins].emit()


class _Choice(QWidget):
    """The quick check, the thorough one, or that by one's own model, each with its cost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = Segments(tr("How thoroughly"), ["", "", ""])
        teach = TeachButton("label_check")
        in_row(self.segments, teach, of=self)
        self.note = theme.muted(QLabel(tr("Times are estimates for a computer that does nothing else.")))
        self.stops = (*self.segments.findChildren(QToolButton), teach)
        """What Tab reaches."""

    def show_words(self, words: tuple[str, ...]) -> None:
        """ "" hides one."""
        for place, each in enumerate(words):
            self.segments.set_label(place, each, bool(each))


class PairRow(QPushButton):
    """One pair of classes: its sentence, and a bar that is as long as it is frequent. Pressed, its photos are shown."""

    def __init__(self, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair = pair
        theme.quiet(self)
        self.setAccessibleName(pair.text)
        self.setToolTip(as_tip(f"{pair.text}\n{pair.tip}"))
        words = QLabel(breakable(pair.text), textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        in_row(centred(_Bar(pair.share)), wide(words), spacing=2 * theme.SPACING, margins=(8, 4, 8, 4), of=self)
        self.setMinimumHeight(32)
        # a button's own would keep it as high as one line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


class _Bar(QWidget):
    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setFixedSize(_BAR, 10)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colours().warn)
        painter.drawRoundedRect(0, 0, max(3, round(_BAR * self._share)), 10, 3, 3)
