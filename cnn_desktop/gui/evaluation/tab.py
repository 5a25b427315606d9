"""Evaluation tab: how good the model is with the test photos, which classes it mixes up, and on which photos.

Shown by
    show_view(View)                       everything (`gui.evaluation.view`)
    show_progress(Progress)               how far the running test is

Tells
    test_requested()                      test the run on its test photos
    photo_activated(str)                  show this photo in the viewer
    explained(str)                        likewise, and where the model looked
    export_requested(str, str)            an `Export`, and the file
    train_requested()                     go to the Training tab
    classify_requested()                  go to the Viewer
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.report import PhotoResult, Report
from cnn_desktop.gui.evaluation.class_table import ClassTable
from cnn_desktop.gui.evaluation.confusion_matrix import ConfusionMatrix
from cnn_desktop.gui.evaluation.mix_up_table import MixUpTable
from cnn_desktop.gui.evaluation.view import Empty, View, cell_text, photos_of_cell, why_not_labelled, worst_photos
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.asking import AskEvents
from cnn_desktop.gui.kit.busy import BusyState
from cnn_desktop.gui.kit.cards import Card, Page, ShortLabel, breakable, show_words, wrap
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.file_dialogs import FileDialogs, Kind
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.panels import Panel, Panels
from cnn_desktop.gui.kit.plain import show_tip
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, in_stack, on_top, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.help_button import TeachButton

CLASSES, MIX_UPS, PHOTOS = 0, 1, 2


class EvaluationTab(Page):
    """See the module's docstring. `ask`: where thumbnails are asked for."""

    test_requested = Signal()
    photo_activated = Signal(str)
    explained = Signal(str)
    export_requested = Signal(str, str)
    train_requested = Signal()
    classify_requested = Signal()

    def __init__(self, ask: AskEvents, dialogs: FileDialogs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Evaluation"), parent)
        self._dialogs = dialogs or FileDialogs()
        self._report: Report | None = None
        self._empty: Empty | None = None
        self.source = ThumbnailSource(ask, self)
        self.interval_help = TeachButton("interval")
        self.title_row.insertWidget(1, self.interval_help)
        self.save_button = QPushButton(icon("save"), tr("&Save results…"))
        self.save_button.clicked.connect(self._save)
        self.title_row.addWidget(self.save_button)
        self.empty = EmptyState("evaluation")
        self.empty.pressed.connect(self._empty_pressed)
        self.busy = BusyState(tr("Testing"))
        self.main = self._build_main()
        self._page_of = {"empty": self.empty, "busy": self.busy, "report": self.main}
        self.stack = in_stack(*self._page_of.values())
        self.body.addWidget(self.stack, 1)
        self.again = theme.quiet(QPushButton())
        self.again.hide()
        self.again.clicked.connect(self.test_requested)
        self.footer.insertWidget(self.footer.count() - 1, self.again)
        self._action = "test"
        self.primary.clicked.connect(self._primary_pressed)

    # What is shown --------------------------------------------------------------------------------------------------

    @property
    def shows_progress(self) -> bool:
        return self.stack.currentWidget() is self.busy

    @property
    def photos_shown(self) -> list[str]:
        """Paths, in the order of the grid."""
        return [self.grid.tiles.tile(row).path for row in range(self.grid.tiles.rowCount())]

    @property
    def photos_picked(self) -> list[str]:
        """Paths, likewise."""
        return [self.photos_shown[row] for rows in self.grid.picked_rows() for row in rows]

    def show_view(self, view: View) -> None:
        """Everything but how far a running test is."""
        if view.report is not self._report:
            self._show_report(view)
        if view.empty != self._empty:
            self._empty = view.empty
            self.empty.show_state(
                view.empty.icon, view.empty.text, view.empty.button, view.empty.caption, view.empty.tone
            )
        if view.page != "busy":
            self.busy.hide_progress()
        self.stack.setCurrentWidget(self._page_of[view.page])
        for part in (self.save_button, self.interval_help):
            part.setVisible(view.page == "report")
        self.title.setText(view.title)
        self.set_subtitle(view.subtitle)
        self._action = view.action
        self.set_primary(view.primary, view.may_test or view.action == "classify", view.note)
        show_words(self.again, view.again)
        self.again.setEnabled(view.may_test)

    def show_progress(self, progress: Progress) -> None:
        """The running test."""
        self.busy.show_progress(progress)

    def _show_report(self, view: View) -> None:
        report = self._report = view.report
        self.grid.tiles.names = report.classes if report else ()
        self.matrix.show_report(report)
        self.table.rows.show_rows(report.per_class if report else [])
        self.mix_ups.pairs.show_rows(view.mix_ups)
        self._mix_ups_stack.setCurrentIndex(0 if view.mix_ups else 1)
        if report is not None:
            self._show_worst()

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_main(self) -> QWidget:
        self.matrix = ConfusionMatrix()
        self.matrix.chosen.connect(self._cell_chosen)
        heading = theme.strong(QLabel(tr("Confusion matrix")))
        matrix_card = Card(in_row(heading, TeachButton("confusion_matrix"), ROOM), wide(self.matrix))
        self.table = ClassTable()
        self.table.chosen.connect(self._class_chosen)
        self.pages = Segments(tr("What to show"), [tr("&Classes"), tr("&Mix-ups"), tr("&Photos")])
        self.photos_title = theme.strong(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))  # names in it are whole
        self.all_button = theme.quiet(QPushButton(tr("&Worst photos")))
        self.all_button.clicked.connect(self._show_worst)
        self.grid = ThumbnailGrid(
            self.source, tr("Photos with the model's answers"), side=104, captions=True, many=True
        )
        self.grid.opened.connect(self.photo_activated)
        self.grid.typed.connect(self._explain_labels)
        self.grid.picks_changed.connect(self._show_count)
        self.grid.menu.opening.connect(self._fill_menu)
        self.count = ShortLabel()
        theme.caption(self.count)
        photos = QWidget()
        in_column(
            in_row(wide(self.photos_title), on_top(self.all_button), spacing=6), wide(self.grid), self.count,
            spacing=6, of=photos,
        )  # fmt: skip
        self.mix_ups = MixUpTable()
        self.mix_ups.chosen.connect(self._cell_chosen)
        self._mix_ups_stack = in_stack(
            self.mix_ups, EmptyState("success", tr("No classes were mistaken for each other."))
        )
        shown = in_stack(self.table, self._mix_ups_stack, photos)
        self.pages.chosen.connect(shown.setCurrentIndex)
        head = in_row(self.pages, ROOM, TeachButton("precision_recall"))
        side_card = Card(head, wide(shown), margins=theme.SPACING)
        side_card.setMinimumWidth(400)
        self.panels = Panels(Panel(matrix_card), Panel(side_card))
        open_key = QShortcut(QKeySequence("Alt+O"), self.panels)  # as the word in the photos' menu
        open_key.activated.connect(self.grid.open_current)
        return self.panels

    # What happens ---------------------------------------------------------------------------------------------------

    def _primary_pressed(self) -> None:
        (self.classify_requested if self._action == "classify" else self.test_requested).emit()

    def _empty_pressed(self) -> None:
        if self._empty and self._empty.action == "test":
            self.test_requested.emit()
        else:
            self.train_requested.emit()

    def _show_worst(self) -> None:
        assert self._report is not None
        wrong = sum(not photo.right for photo in self._report.photos)
        title = tr("{n} {n:mistake|mistakes}, most confident first", n=wrong)
        self._show_photos(title if wrong else tr("No mistakes; least confident first"), worst_photos(self._report))
        self.matrix.unmark()
        self.all_button.hide()

    def _show_chosen(self, title: str, photos: list[PhotoResult]) -> None:
        """The photos of a class or a field; the keyboard goes with them, unless it stays in the matrix."""
        self._show_photos(title, photos)
        self.all_button.show()
        leaves = self.table.hasFocus() or self.mix_ups.hasFocus()
        self.pages.choose(PHOTOS)
        if leaves:
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_photos(self, title: str, photos: list[PhotoResult]) -> None:
        self.photos_title.setText(breakable(title))
        self.grid.show_tiles([_tile(photo) for photo in photos])
        self._show_count()

    def _show_count(self) -> None:
        self.count.setText(self.grid.count_words())

    def _fill_menu(self, menu: QMenu) -> None:
        """Why the model said so; what the Dataset tab offers for photos, and why it cannot be done beside the answers."""
        if paths := self.photos_picked or [self.grid.tiles.tile(self.grid.currentIndex().row()).path]:
            menu.addAction(tr("Show &where the model looked"), lambda: self.explained.emit(paths[0]))
        menu.addSeparator()
        for words in (tr("&Label as"), why_not_labelled()):
            menu.addAction(words).setEnabled(False)

    def _explain_labels(self) -> None:
        """A key was pressed that would label the photos elsewhere."""
        place = self.grid.visualRect(self.grid.currentIndex()).bottomLeft()
        show_tip(self.grid.viewport().mapToGlobal(place), why_not_labelled(), self.grid)

    def _cell_chosen(self, true: int, predicted: int) -> None:
        report = self._report
        assert report is not None
        self._show_chosen(cell_text(report, true, predicted), photos_of_cell(report, true, predicted))
        self.matrix.mark(true, predicted)

    def _class_chosen(self, name: str) -> None:
        report = self._report
        assert report is not None
        photos = [photo for photo in worst_photos(report, len(report.photos)) if photo.label == name]
        self._show_chosen(tr("Photos of “{name}”, most confident mistakes first", name=name), photos)
        self.matrix.unmark()

    def _save(self) -> None:
        project = self._dialogs.project
        names = {
            tr("Report (*.html)"): tr("{project} test report", project=project) + ".html",
            tr("Table of photos (*.csv)"): tr("{project} tested photos", project=project) + ".csv",
            tr("Confusion matrix (*.png)"): tr("{project} confusion matrix", project=project) + ".png",
        }
        kinds = [Kind(words, name.strip()) for words, name in names.items()]
        self._dialogs.save_file(
            self,
            tr("Save results"),
            kinds,
            lambda file: self.export_requested.emit(Path(file).suffix[1:].lower(), file),
        )


def _tile(photo: PhotoResult) -> Tile:
    name = photo.path.rsplit("/", 1)[-1]
    said = tr("{name}, {p:.0%}", name=photo.predicted, p=photo.confidence)
    if photo.right:
        text = tr("{file}: {label}, recognised, {p:.0%}", file=name, label=photo.label, p=photo.confidence)
        return Tile(photo.path, text, photo.label, tr("right, {p:.0%}", p=photo.confidence))
    text = tr("{file}: {label}, classified as {said}", file=name, label=photo.label, said=said)
    brief = tr("→ {said}", said=said)
    return Tile(photo.path, text, photo.label, tr("called {said}", said=said), brief, named=photo.predicted)
