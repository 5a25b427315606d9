"""The checks: what was found in the photos, each finding with its photos and its remedies, and the button that looks for more.

Shown by
    show_view(View)              everything but the choice
    show_crops(bool)             whether crops are looked for, too; tells nobody

Tells
    check_wanted()               have the photos checked
    crops_toggled(bool)          the person chose whether crops are looked for, too
    photos_wanted(PhotoFilter)   show these in the grid
    left_out_wanted()            show what is left out
    remedy_wanted(Finding, Remedy)
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QScrollArea, QWidget

from cnn_desktop.gui.dataset.checks_view import Action, Facts, Row, View, view
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import AsWideAsInside, Picture, breakable, rule, show_words, wrap
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, Part, in_column, in_row, in_stack, on_top, wide
from cnn_desktop.gui.kit.words import QT_WORDS, tr


class ChecksPage(QWidget):
    """See the module's docstring."""

    check_wanted = Signal()
    crops_toggled = Signal(bool)
    photos_wanted = Signal(object)
    left_out_wanted = Signal()
    remedy_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Picture("info", 20)
        self.state = wrap(theme.strong(QLabel()))
        self.state.setMinimumHeight(2 * self.state.fontMetrics().lineSpacing())  # so that nothing below it moves
        self.crops = QCheckBox(tr("Also look for pa&rts of other photos"))
        self.crops.setToolTip(
            as_tip(
                tr(
                    "Finds photos that were cut out of others, which no other check does. The model that comes with the "
                    "app looks at every photo for that: it takes several times as long as the rest. What it has seen is "
                    "kept, so the next time is quicker."
                )
            )
        )
        self.crops.toggled.connect(self.crops_toggled)
        self.button = QPushButton(tr("Check the photo&s"))
        self.button.clicked.connect(self.check_wanted)
        state = in_row(self._sign, wide(self.state), spacing=theme.SPACING + theme.SPACING // 2)  # as the rows below
        head = in_row(wide(state), self.crops, self.button, spacing=2 * theme.SPACING)
        self._list = theme.role(QWidget(), "page")
        self.rows: list[FindingRow] = []
        self._more = theme.muted(QLabel())
        self._column = in_column(self._more, ROOM, spacing=0, margins=(0, 0, theme.SPACING, 0), of=self._list)
        self._scroll: QScrollArea = AsWideAsInside(self._list)
        self._empty = EmptyState()
        self._stack = in_stack(self._scroll, self._empty)
        in_column(head, wide(self._stack), spacing=2 * theme.SPACING, of=self)
        self.show_view(view(Facts()))

    def show_view(self, view: View) -> None:
        """Rows that are the same stay as they are; the keyboard stays where it is, or goes to what took that place."""
        self._sign.show_icon(view.icon, view.tone)
        self.state.setText(breakable(view.state.render(QT_WORDS)))
        self.button.setEnabled(view.may_check)
        self.button.setToolTip(as_tip(view.why_not.render(QT_WORDS)) if view.why_not else "")
        self.crops.setEnabled(view.may_check)
        if [row.row for row in self.rows] != view.rows:
            self._show_rows(view.rows)
        show_words(self._more, view.more.render(QT_WORDS) if view.more else "")
        if view.empty:
            icon, tone, text, caption = view.empty
            self._empty.show_state(icon, text.render(QT_WORDS), "", caption.render(QT_WORDS), tone)
        self._stack.setCurrentIndex(1 if view.empty else 0)

    def show_crops(self, wanted: bool) -> None:
        with QSignalBlocker(self.crops):
            self.crops.setChecked(wanted)

    def _show_rows(self, rows: list[Row]) -> None:
        focus = QApplication.focusWidget()
        place = next((place for place, row in enumerate(self.rows) if focus and row.isAncestorOf(focus)), -1)
        before, self.rows = self.rows, []
        for number, row in enumerate(rows):
            widget = next((one for one in before if one.row == row), None)
            if widget is None:
                widget = FindingRow(row)
                widget.pressed.connect(self._press)
            else:
                before.remove(widget)
            self.rows.append(widget)
            self._column.insertWidget(number, widget)
            widget.show_line(number > 0)
            widget.show()  # now: else there is no room for it when the others get their places
        for gone in before:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        buttons = [self.button, *(button for row in self.rows for button in row.buttons)]
        for button, following in pairwise(buttons):
            QWidget.setTabOrder(button, following)
        if place >= 0 and QApplication.focusWidget() is not focus:
            heirs = [*self.rows[place : place + 1], *self.rows[-1:]]
            heir = next((row.buttons[0] for row in heirs if row.buttons), self.button)
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, row: Row, action: Action) -> None:
        if action.remedy:
            self.remedy_wanted.emit(row.finding, action.remedy)
        elif row.show:
            self.photos_wanted.emit(row.show)
        else:
            self.left_out_wanted.emit()


class FindingRow(QWidget):
    """One finding: its sign and sentence, below them how many photos, and its buttons."""

    pressed = Signal(object, object)
    """`Row`, `Action`."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        text, severity = row.finding.text.render(QT_WORDS), row.severity.render(QT_WORDS)
        self.setAccessibleName(tr("{severity}: {finding}", severity=severity, finding=text))
        sign = Picture(row.icon, 20, row.tone)
        sign.setToolTip(as_tip(severity))
        self.words = wrap(QLabel(breakable(text), textFormat=Qt.TextFormat.PlainText))
        count = theme.muted(QLabel(row.count.render(QT_WORDS) if row.count else ""))
        self.buttons = [self._button(action, text) for action in row.actions]
        column = in_column(self.words)
        if row.count or self.buttons:
            counted: list[Part] = [count, theme.SPACING // 2] if row.count else []
            column.addLayout(in_row(*counted, *self.buttons, ROOM))
        self._line = rule()
        inside = in_row(
            on_top(sign), wide(column), spacing=theme.SPACING + theme.SPACING // 2,
            margins=(0, theme.SPACING + theme.SPACING // 2, 0, theme.SPACING + theme.SPACING // 2),
        )  # fmt: skip
        in_column(self._line, inside, spacing=0, of=self)

    def show_line(self, wanted: bool) -> None:
        """Above it, where another one is above it."""
        self._line.setVisible(wanted)

    def _button(self, action: Action, finding: str) -> QPushButton:
        words = action.text.render(QT_WORDS)
        button = QPushButton(words)
        button.setToolTip(as_tip(action.tip.render(QT_WORDS)))
        button.setAccessibleName(tr("{words}: {finding}", words=words, finding=finding))
        button.clicked.connect(lambda: self.pressed.emit(self.row, action))
        return button
