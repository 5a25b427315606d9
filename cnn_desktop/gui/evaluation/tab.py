"""Evaluation tab: how good the model is with the test photos, which classes it mixes up, and on which photos.

Shown by
    show_view(View)                       everything (`gui.evaluation.view`)
    show_progress(Progress)               how far the running test is

Tells
    test_requested()                      test the run on its test photos
    photo_activated(str)                  show this photo in the viewer
    export_requested(str, str)            an `Export`, and the file
    train_requested()                     go to the Training tab
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.report import PhotoResult, Report
from cnn_desktop.gui.evaluation.class_table import ClassTable
from cnn_desktop.gui.evaluation.confusion_matrix import ConfusionMatrix
from cnn_desktop.gui.evaluation.mix_up_table import MixUpTable
from cnn_desktop.gui.evaluation.saving import Export
from cnn_desktop.gui.evaluation.view import Empty, View, cell_text, photos_of_cell, worst_photos
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.busy import BusyState
from cnn_desktop.gui.kit.cards import Card, Page, ShortLabel
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import Ask, ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.help_button import TeachButton

CLASSES, MIX_UPS, PHOTOS = 0, 1, 2


class EvaluationTab(Page):
    """See the module's docstring. `ask`: where thumbnails are asked for."""

    test_requested = Signal()
    photo_activated = Signal(str)
    export_requested = Signal(str, str)
    train_requested = Signal()

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(tr("Evaluation"), parent)
        self._report: Report | None = None
        self._empty: Empty | None = None
        self.source = ThumbnailSource(ask, self)
        self.interval_help = TeachButton("interval")
        self.title_row.insertWidget(1, self.interval_help)
        self.save_button = QPushButton(tr("&Save the results…"))
        self.save_button.setIcon(icon("save"))
        self.save_button.clicked.connect(self._save)
        self.title_row.addWidget(self.save_button)
        self.empty = EmptyState("evaluation")
        self.empty.pressed.connect(self._empty_pressed)
        self.busy = BusyState(tr("Testing"))
        self.main = self._build_main()
        self._page_of = {"empty": self.empty, "busy": self.busy, "report": self.main}
        self.stack = QStackedLayout()
        self.body.addLayout(self.stack, 1)  # before its pages: the first would be a window of its own for a moment
        for page in self._page_of.values():
            self.stack.addWidget(page)
        self.primary.clicked.connect(self.test_requested)

    # What is shown --------------------------------------------------------------------------------------------------

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
        self.set_primary(view.primary, view.may_test, view.note)

    def show_progress(self, progress: Progress) -> None:
        """The running test."""
        self.busy.show_progress(progress)

    def _show_report(self, view: View) -> None:
        report = self._report = view.report
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
        matrix_card = Card()
        matrix_card.body.addLayout(_titled(tr("Confusion matrix"), TeachButton("confusion_matrix")))
        matrix_card.body.addWidget(self.matrix, 1)

        self.table = ClassTable()
        self.table.chosen.connect(self._class_chosen)
        self.pages = Segments(tr("What to show"), [tr("&Classes"), tr("&Mix-ups"), tr("&Photos")])
        head = QHBoxLayout()
        head.addWidget(self.pages)
        head.addStretch(1)
        head.addWidget(TeachButton("precision_recall"))
        self.photos_title = ShortLabel(mode=Qt.TextElideMode.ElideMiddle)
        theme.strong(self.photos_title)
        self.all_button = theme.quiet(QPushButton(tr("&Worst photos")))
        self.all_button.clicked.connect(self._show_worst)
        photos_head = QHBoxLayout()
        photos_head.addWidget(self.photos_title, 1)
        photos_head.addWidget(self.all_button)
        self.grid = ThumbnailGrid(self.source, tr("Photos with what the model said"), side=104, captions=True)
        self.grid.opened.connect(self.photo_activated)
        photos = QWidget()
        column = QVBoxLayout(photos)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(photos_head)
        column.addWidget(self.grid, 1)
        side_card = Card()
        side_card.body.setContentsMargins(theme.SPACING, theme.SPACING, theme.SPACING, theme.SPACING)
        side_card.body.addLayout(head)
        self._pages = QStackedLayout()
        side_card.body.addLayout(self._pages, 1)
        side_card.setMinimumWidth(372)
        self.pages.chosen.connect(self._pages.setCurrentIndex)
        self._pages.addWidget(self.table)
        self.mix_ups = MixUpTable()
        self.mix_ups.chosen.connect(self._cell_chosen)
        nothing = EmptyState("success", tr("No class was taken for another."))
        mix_ups = QWidget()
        self._mix_ups_stack = QStackedLayout(mix_ups)
        self._mix_ups_stack.addWidget(self.mix_ups)
        self._mix_ups_stack.addWidget(nothing)
        self._pages.addWidget(mix_ups)
        self._pages.addWidget(photos)

        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.SPACING)
        row.addWidget(matrix_card, 1)
        row.addWidget(side_card, 1)
        return main

    # What happens ---------------------------------------------------------------------------------------------------

    def _empty_pressed(self) -> None:
        if self._empty and self._empty.action == "test":
            self.test_requested.emit()
        else:
            self.train_requested.emit()

    def _show_worst(self) -> None:
        assert self._report is not None
        wrong = sum(not photo.right for photo in self._report.photos)
        title = tr("{n} {n:photo|photos} wrong, the surest mistakes first", n=wrong)
        self._show_photos(title if wrong else tr("None is wrong; the least sure first"), worst_photos(self._report))
        self.all_button.hide()

    def _show_photos(self, title: str, photos: list[PhotoResult]) -> None:
        self.photos_title.setText(title)
        self.grid.show_tiles([_tile(photo) for photo in photos])

    def _cell_chosen(self, true: int, predicted: int) -> None:
        report = self._report
        assert report is not None
        self._show_photos(cell_text(report, true, predicted), photos_of_cell(report, true, predicted))
        self.all_button.show()
        self.pages.choose(PHOTOS)

    def _class_chosen(self, name: str) -> None:
        if self._report is None:
            return
        photos = [photo for photo in worst_photos(self._report, len(self._report.photos)) if photo.label == name]
        self._show_photos(tr("Photos of “{name}”, the surest mistakes first", name=name), photos)
        self.all_button.show()

    def _save(self) -> None:
        kinds: dict[str, Export] = {
            tr("Table of photos (*.csv)"): "csv",
            tr("Report (*.html)"): "html",
            tr("Confusion matrix (*.png)"): "png",
        }
        file, kind = QFileDialog.getSaveFileName(self, tr("Save the results"), "", ";;".join(kinds))
        if file:
            self.export_requested.emit(kinds[kind], file if "." in file else f"{file}.{kinds[kind]}")


def _tile(photo: PhotoResult) -> Tile:
    name = photo.path.rsplit("/", 1)[-1]
    said = tr("{name}, {p:.0%}", name=photo.predicted, p=photo.confidence)
    if photo.right:
        text = tr("{file}: {label}, recognised with {p:.0%}", file=name, label=photo.label, p=photo.confidence)
        return Tile(photo.path, text, photo.label, tr("right, {p:.0%}", p=photo.confidence))
    text = tr("{file}: {label}, called {said}", file=name, label=photo.label, said=said)
    return Tile(photo.path, text, photo.label, tr("called {said}", said=said))


def _titled(words: str, help_button: TeachButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(theme.strong(QLabel(words)))
    row.addWidget(help_button)
    row.addStretch(1)
    return row
