"""What was changed of the labels, by whom; earlier states of them; what cleaning them brought.

Shown by
    show_view(View)                          everything but the rows
    show_history(rows, is_whole, runs)       the changes that were read; trainings by their id

Tells
    more_wanted()                            the end of the rows is shown, and there are more
    named(int, str)                          the state after that change is to have this name; "": none
    restore_wanted(int)                      it is to be the present one again
    export_wanted(str)                       all decisions are to be saved in this file
    check_wanted(), train_wanted(), test_wanted(), evaluation_wanted(), viewer_wanted()
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, Picture, ShortLabel, breakable, show_words, wrap
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.file_dialogs import FileDialogs, Kind
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import in_column, in_row, in_stack, on_top, wide
from cnn_desktop.gui.kit.tab_page import TabPage
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.history_table import HistoryTable
from cnn_desktop.gui.labels.history_view import Facts, View, view, why_not_named, why_not_restored
from cnn_desktop.project.restoring import HistoryRow


class HistoryPage(TabPage):
    """See the module's docstring."""

    shown = Signal()
    """It comes to the front."""
    more_wanted = Signal()
    named = Signal(int, str)
    restore_wanted = Signal(int)
    export_wanted = Signal(str)
    check_wanted = Signal()
    train_wanted = Signal()
    test_wanted = Signal()
    evaluation_wanted = Signal()
    viewer_wanted = Signal()

    def __init__(self, dialogs: FileDialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dialogs, self._view = dialogs, view(Facts())
        self.empty = EmptyState("labels")
        self.stack = in_stack(self.empty, self._build())
        in_column(wide(self.stack), of=self)
        self.pressed.connect(self._press)
        self.show_view(self._view)

    def show_view(self, view: View) -> None:
        """Everything but the rows."""
        self._view = view
        self.empty.show_state("labels", view.empty, "", view.caption)
        self._sign.show_icon(view.icon, view.tone)
        self.headline.setText(breakable(view.headline))
        show_words(self.lines, breakable("\n".join(view.lines)))
        self.export.setEnabled(view.may_export)
        self.export.setToolTip(
            as_tip(
                tr("Saves every decision as a table: who, when, the label before and after, score and reason.")
                if view.may_export
                else tr("Nothing has been decided about a suspicious photo yet.")
            )
        )
        self.note.setText("" if view.note == view.primary.note else view.note)  # that stands beside the button
        self.table.history.may_change = not view.note
        self.stack.setCurrentIndex(0 if view.page == "empty" else 1)
        self._show_actions()
        self.set_primary(view.primary)

    def show_history(self, rows: list[HistoryRow], is_whole: bool, runs: Mapping[str, RunRecord]) -> None:
        """The changes that were read, newest first; `runs`: trainings by their id."""
        self.table.history.runs = runs
        self.table.show_history(rows, is_whole)
        self._show_actions()

    def first_focus(self) -> QWidget | None:
        return self.table if self._view.page == "history" else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    # How it is built ------------------------------------------------------------------------------------------------

    def _build(self) -> QWidget:
        self._sign = Picture("info", 32)
        self.headline = theme.heading(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.lines = theme.muted(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        head = in_row(
            on_top(self._sign), wide(in_column(self.headline, self.lines, spacing=4)), spacing=2 * theme.SPACING
        )  # fmt: skip
        self.table = HistoryTable()
        self.table.history.more_wanted.connect(self.more_wanted)
        self.table.history.named.connect(self.named)
        self.table.chosen.connect(self._show_actions)
        self.table.opening.connect(self._offer)
        self.name = QPushButton(tr("Na&me this state"))
        self.name.clicked.connect(self.table.edit_name)
        self.restore = QPushButton(tr("Re&store this state"))
        self.restore.clicked.connect(self._restore)
        self.export = QPushButton(tr("E&xport decisions…"))
        self.export.clicked.connect(self._export)
        self.note = theme.muted(ShortLabel())
        # above the table: messages cover the lower edge
        actions = in_row(self.name, self.restore, wide(self.note), self.export)
        self.main = QWidget()
        in_column(Card(head), wide(Card(actions, wide(self.table))), spacing=2 * theme.SPACING, of=self.main)
        return self.main

    # What happens ---------------------------------------------------------------------------------------------------

    @property
    def _newest(self) -> int:
        rows = self.table.history.rows
        return rows[0].number if rows else 0

    def _why_not(self) -> tuple[str, str]:
        """Why the chosen state cannot be named, and why it cannot be restored; "" when it can."""
        row, read_only = self.table.current, self._view.note
        return why_not_named(row, read_only), why_not_restored(row, self._newest, read_only)

    def _show_actions(self) -> None:
        tips = (
            tr("Types a name for what the labels were after this change. Key: F2"),
            tr("All labels and exclusions become what they were after this change. You can undo that."),
        )
        for button, why, words in zip((self.name, self.restore), self._why_not(), tips, strict=True):
            button.setEnabled(not why)
            button.setToolTip(as_tip(why or words))

    def _offer(self, menu: QMenu) -> None:
        acts = (self.table.edit_name, self._restore)
        for button, why, act in zip((self.name, self.restore), self._why_not(), acts, strict=True):
            action = menu.addAction(button.text(), act)
            action.setEnabled(not why)
            action.setToolTip(as_tip(why))

    def _restore(self) -> None:
        row = self.table.current
        if row and not self._why_not()[1]:
            self.restore_wanted.emit(row.number)

    def _export(self) -> None:
        name = tr("{project} label decisions", project=self._dialogs.project).strip() + ".csv"
        self._dialogs.save_file(
            self, tr("Export decisions"), [Kind(tr("Table of decisions (*.csv)"), name)], self.export_wanted.emit
        )

    def _press(self) -> None:
        wanted = {
            "check": self.check_wanted, "train": self.train_wanted, "test": self.test_wanted,
            "evaluation": self.evaluation_wanted, "viewer": self.viewer_wanted,
        }  # fmt: skip
        wanted[self._view.begins].emit()
