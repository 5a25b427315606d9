"""Photos that have no label yet: predicted classes to confirm row by row, most informative first.

Shown by
    show_view(View, paths)       everything but how far the running job is; where the photos of the batch lie, by their ids
    show_progress(Progress)
    show_classes(names)          for “another class”

Tells
    suggest_wanted()             have classes suggested
    next_wanted()                show other photos
    confirmed(list)              ids of photos whose suggestion is right
    labelled(list, str)          ids of photos that are of this class instead
    skipped(list)                ids
    photo_activated(str)         show this photo in the viewer
    dataset_wanted(), train_wanted()
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from cnn_desktop.domain.events import Progress
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.busy import BusyState
from cnn_desktop.gui.kit.cards import TITLE_ROW, AsWideAsInside, Card, ShortLabel, breakable, show_words, wrap
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.file_dialogs import FileDialogs
from cnn_desktop.gui.kit.panels import Panel, Panels
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, in_stack, wide
from cnn_desktop.gui.kit.tab_page import TabPage
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.fresh_curve import LearningCurve
from cnn_desktop.gui.labels.fresh_row import FreshRowView
from cnn_desktop.gui.labels.fresh_view import Facts, View, view


class FreshPage(TabPage):
    """See the module's docstring."""

    suggest_wanted = Signal()
    next_wanted = Signal()
    confirmed = Signal(list)
    labelled = Signal(list, str)
    skipped = Signal(list)
    photo_activated = Signal(str)
    dataset_wanted = Signal()
    train_wanted = Signal()

    def __init__(
        self, source: ThumbnailSource, dialogs: FileDialogs | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.source = source
        self._names: Sequence[str] = ()
        self.rows: list[FreshRowView] = []
        self._shown: list[list[int]] = []
        """The ids of the photos of each row."""
        self.empty = EmptyState("labels")
        self.busy = BusyState(tr("Learning from your labels"))
        self.notes = theme.muted(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self._list = theme.role(QWidget(), "page")
        self._column = in_column(ROOM, spacing=2 * theme.SPACING, margins=(0, 0, theme.SPACING, 0), of=self._list)
        self.hint = theme.muted(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        batch = QWidget()
        in_column(self.hint, wide(AsWideAsInside(self._list)), self.notes, of=batch)
        self.left = in_stack(self.empty, self.busy, Card(wide(batch)))
        self.curve = LearningCurve(dialogs)
        self.curve_words = theme.muted(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.side = Card(wide(self.curve), self.curve_words, heading=tr("Learning curve"))
        self.side.setMinimumWidth(220)
        self.panels = Panels(Panel(self.left), Panel(self.side, 300))
        in_column(self._build_head(), wide(self.panels), of=self)
        self.pressed.connect(self._press)
        self.show_view(view(Facts()), {})

    @property
    def shows_progress(self) -> bool:
        return self.left.currentWidget() is self.busy

    def show_view(self, shown: View, paths: Mapping[int, str]) -> None:
        """Everything but how far the running job is; `paths`: where the photos of the batch lie, by their ids."""
        came, self._view = self.shows_progress and shown.page == "rows", shown
        empty = shown.empty
        self.empty.show_state(empty.icon, empty.text, "", empty.caption, empty.tone)
        if shown.page != "busy":
            self.busy.hide_progress()
        self.progress.setText(shown.progress)
        self.bar.show_fraction(shown.fraction)
        self.rule.setText(shown.rule)
        for part in (self.progress, self.bar, self.rule):
            part.setVisible(bool(shown.progress))
        show_words(self.notes, breakable("\n".join(shown.notes)))
        hint = tr("Pick those that are wrong and give them another class, then confirm the rest of the row.")
        show_words(self.hint, hint if shown.may_label else "")  # why nothing can be labelled is said beside the button
        self.curve.show_points(shown.curve)
        show_words(self.curve_words, breakable(shown.curve_words))
        self.side.setVisible(bool(shown.curve))
        if shown.page == "rows":
            self._show_rows(shown, paths)
        self.left.setCurrentIndex({"empty": 0, "busy": 1, "rows": 2}[shown.page])
        self.set_primary(shown.primary)
        if came and self.isVisible() and (first := self.first_focus()):
            first.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # keys decide, and the button that was pressed was switched off

    def show_progress(self, progress: Progress) -> None:
        self.busy.show_progress(progress)

    def show_classes(self, names: Sequence[str]) -> None:
        """The classes there are, in the order of their numbers."""
        if list(names) != list(self._names):
            self._names = names
            self._shown = []  # the rows are built anew: each knows the classes

    def first_focus(self) -> QWidget | None:
        return next((row.grid for row in self.rows if row.left), None) if self._view.page == "rows" else None

    def _build_head(self) -> QWidget:
        self.progress = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.bar = Bar(tr("Labelled"), 120)
        self.rule = theme.muted(ShortLabel())
        head = QWidget()
        row = in_row(self.bar, self.progress, wide(self.rule), spacing=2 * theme.SPACING, of=head)
        row.addStrut(TITLE_ROW)
        return head

    def _show_rows(self, shown: View, paths: Mapping[int, str]) -> None:
        ids = [[one.row.id for one in row.photos] for row in shown.rows]
        if ids != self._shown:
            self._build_rows(shown, paths)
            self._shown = ids
        had = next((row for row in self.rows if row.isAncestorOf(self.focusWidget() or self)), None)
        for view_of, row in zip(self.rows, shown.rows, strict=True):
            view_of.show_row(row, shown.may_label)
        if had is not None and not had.left:  # on to the next row, with the keyboard
            later = [*self.rows[self.rows.index(had) + 1 :], *self.rows]
            if following := next((row for row in later if row.left), None):
                following.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_rows(self, shown: View, paths: Mapping[int, str]) -> None:
        """Other photos than before."""
        was_here = self._list.isAncestorOf(self.focusWidget() or self)
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [
            FreshRowView(row, [paths.get(one.row.id, "") for one in row.photos], self._names, self.source)
            for row in shown.rows
        ]
        for place, new in enumerate(self.rows):
            new.confirmed.connect(self.confirmed)
            new.labelled.connect(self.labelled)
            new.skipped.connect(self.skipped)
            new.opened.connect(self.photo_activated)
            self._column.insertWidget(place, new)
        if was_here and self.rows:
            self.rows[0].grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        match self._view.begins:
            case "confirm":
                self.confirmed.emit(
                    [one.row.id for row in self._view.rows for one in row.photos if one.state == "open"]
                )
            case "suggest":
                self.suggest_wanted.emit()
            case "next":
                self.next_wanted.emit()
            case "dataset":
                self.dataset_wanted.emit()
            case "train":
                self.train_wanted.emit()
