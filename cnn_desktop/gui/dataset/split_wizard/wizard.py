"""Dataset › Split: what stays together, the shares, and the very counts that training will use.

It is given `ask(plan, then)`: works out in the background what `plan` leads to, and calls `then(SplitPreview)` in the window's
thread; answers that come too late are ignored. Tells `chosen(SplitPlan)`, and closes.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from cnn_desktop.domain.split_plan import Percents, SplitPlan, SplitPreview
from cnn_desktop.gui.dataset.split_bar import SplitBar
from cnn_desktop.gui.dataset.split_wizard.shares import Shares
from cnn_desktop.gui.dataset.split_wizard.tables import CountTable, ExampleTable, PairTable
from cnn_desktop.gui.dataset.split_wizard.view import METHODS, Facts, View, view, with_method
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import AsWideAsInside, Card, Picture, ShortLabel, breakable, wrap
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.plain import as_tip, label
from cnn_desktop.gui.kit.rows import DIALOG, ROOM, in_column, in_row, in_stack, on_top, to_left, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.teach.help_button import TeachButton

AskPreview = Callable[[SplitPlan, Callable[[SplitPreview], None]], None]
PAUSE_MS = 200
"""So long after the last change the counts are asked for."""
_SIZE, _LEAST, _LEFT = (980, 660), (880, 620), 400
"""Of the dialog, of a small one, and the width of its left column, in pixels."""
_LINES = 3
"""Of the longest explanation: what is below does not move when another is shown."""


class SplitWizard(Dialog):
    """See the module's docstring."""

    chosen = Signal(object)

    def __init__(self, plan: SplitPlan, ask: AskPreview, parent: QWidget | None = None) -> None:
        """plan: to begin with."""
        super().__init__(tr("Split photos"), parent)
        self._ask, self._facts, self._is_open = ask, Facts(plan), True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask_now)
        self.hint = theme.muted(ShortLabel())
        self.cancel = QPushButton(tr("Cance&l"), autoDefault=False)
        self.cancel.clicked.connect(self.reject)
        self.primary = theme.primary(QPushButton())
        self.primary.clicked.connect(self._choose)
        footer = in_row(wide(self.hint), self.cancel, self.primary)
        columns = in_row(self._build_choices(), wide(self._build_outcome()), spacing=theme.MARGIN)
        in_column(wide(columns), footer, spacing=2 * theme.SPACING, margins=DIALOG, of=self)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._show(view(self._facts))
        self.methods.button(self.methods.current).setFocus()
        self._ask_now()

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_choices(self) -> QWidget:
        """Left: what is chosen."""
        self.methods = Segments(tr("Keep together by"), [method.name.render(QT_WORDS) for method in view(self._facts).methods])  # fmt: skip
        self.methods.choose(METHODS.index(self._facts.plan.group_by))
        self.methods.chosen.connect(lambda place: self._change(with_method(self._facts, METHODS[place])))
        self.explanation = theme.muted(wrap(label(alignment=Qt.AlignmentFlag.AlignTop)))
        self.explanation.setMinimumHeight(_LINES * self.explanation.fontMetrics().lineSpacing())
        self.levels = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.levels.setAccessibleName(tr("Folder level"))
        self.levels.activated.connect(self._take_level)
        self.pattern = QLineEdit(self._facts.plan.pattern)
        self.pattern.setAccessibleName(tr("Pattern of the file names"))
        self.pattern.textEdited.connect(lambda text: self._plan(pattern=text))
        self._how = in_stack(QWidget(), self.levels, self.pattern, QWidget())
        self._how.setFixedHeight(self.pattern.sizeHint().height())
        self.found = wrap(label(alignment=Qt.AlignmentFlag.AlignTop))
        self.found.setMinimumHeight(2 * self.found.fontMetrics().lineSpacing())
        self.examples = ExampleTable()
        self._examples = Card(self.examples, margins=theme.SPACING)
        self.shares = Shares()
        self.shares.changed.connect(self._take_percents)
        self.keep = QCheckBox(tr("&Keep the split of the folders or table"))
        self.keep.toggled.connect(lambda on: self._plan(keep_given=on))
        self.again = theme.quiet(QPushButton(tr("S&huffle again"), autoDefault=False))
        self.again.setToolTip(
            tr("Chooses other photos for each part. The same choice can be repeated on every computer.")
        )
        self.again.clicked.connect(lambda: self._plan(seed=self._facts.plan.seed + 1))
        inside = QWidget()
        in_column(
            theme.heading(label(tr("Keep together by"))), to_left(self.methods), self.explanation, self._how, self.found,
            self._examples, ROOM, in_row(theme.heading(label(tr("Shares"))), TeachButton("split"), ROOM, self.again),
            self.shares, self.keep, margins=(0, 0, theme.SPACING, 0), of=inside,
        )  # fmt: skip
        area = AsWideAsInside(inside)
        theme.role(inside, "page")
        area.setFixedWidth(_LEFT)
        return area

    def _build_outcome(self) -> QWidget:
        """Right: what that leads to."""
        self.bar, self.counts = SplitBar(), CountTable()
        self.notes = theme.muted(wrap(QLabel()))
        self.leak = wrap(label())
        self.pairs = PairTable()
        self.pairs.setFixedHeight(116)
        self.banner = theme.role(QFrame(), "error")
        self.banner.setAccessibleName(tr("Photos in the wrong part"))
        sentence = in_row(on_top(Picture("error", 20, "bad")), wide(self.leak))
        in_column(sentence, self.pairs, margins=2 * theme.SPACING - 4, of=self.banner)
        outcome = QWidget()
        card = Card(self.bar, wide(self.counts), self.notes)
        in_column(wide(card), self.banner, spacing=2 * theme.SPACING, of=outcome)
        return outcome

    # What is shown --------------------------------------------------------------------------------------------------

    def _show(self, now: View) -> None:
        for place, method in enumerate(now.methods):
            button = self.methods.button(place)
            button.setEnabled(method.why_not is None or place == now.method)
            button.setToolTip(as_tip(method.why_not.render(QT_WORDS) if method.why_not else ""))
        self.explanation.setText(now.explanation.render(QT_WORDS))
        self._how.setCurrentIndex(now.method)
        self._show_levels([words.render(QT_WORDS) for words in now.levels], now.level)
        wrong = now.problem is not None
        if self.pattern.property("wrong") != wrong:
            self.pattern.setProperty("wrong", wrong)
            theme.role(self.pattern, "")
        said = now.problem or now.found
        theme.role(self.found, "bad" if wrong else "")
        self.found.setText(breakable(said.render(QT_WORDS)) if said else "")
        self.examples.show_examples(now.examples)
        self._examples.setVisible(METHODS[now.method] != "none")
        self.shares.show_percents(now.percents)
        self.keep.setVisible(now.given is not None)
        self.keep.setToolTip(as_tip(now.given.render(QT_WORDS) if now.given else ""))
        self.keep.setChecked(now.keeps_given)
        self.bar.show_counts(now.total.train, now.total.val, now.total.test)
        self.counts.show_rows(now.rows)
        self.notes.setText("\n".join(breakable(note.render(QT_WORDS)) for note in now.notes))
        self.leak.setText(now.leak.render(QT_WORDS) if now.leak else "")
        self.pairs.pairs.show_rows(now.pairs)
        self.banner.setVisible(now.leak is not None)
        self.primary.setText(now.primary.render(QT_WORDS))
        self.primary.setEnabled(now.ready)
        self.hint.setText(now.hint.render(QT_WORDS) if now.hint else "")

    def _show_levels(self, words: list[str], current: int) -> None:
        if [self.levels.itemText(place) for place in range(self.levels.count())] != words:
            self.levels.clear()
            self.levels.addItems(words)
        self.levels.setCurrentIndex(current)

    # What happens ---------------------------------------------------------------------------------------------------

    def _plan(self, **changes: object) -> None:
        self._change(msgspec.structs.replace(self._facts.plan, **changes))

    def _take_level(self, place: int) -> None:
        self._plan(level=view(self._facts).level_numbers[place])

    def _take_percents(self, percents: Percents) -> None:
        self._plan(percents=percents)

    def _change(self, plan: SplitPlan) -> None:
        """Shows what is chosen at once, and asks for the counts when nothing more has changed for a moment."""
        if plan != self._facts.plan:
            self._facts = msgspec.structs.replace(self._facts, plan=plan)
            self._show(view(self._facts))
            self._pause.start()

    def _ask_now(self) -> None:
        if view(self._facts).problem is None:
            plan = self._facts.plan
            self._ask(plan, lambda preview: self._take(plan, preview))

    def _take(self, plan: SplitPlan, preview: SplitPreview) -> None:
        if self._is_open and plan == self._facts.plan:
            self._facts = Facts(plan, preview, plan)
            self._show(view(self._facts))

    def _choose(self) -> None:
        self.chosen.emit(self._facts.plan)
        self.accept()

    def done(self, result: int) -> None:
        self._is_open = False
        self._pause.stop()
        super().done(result)
