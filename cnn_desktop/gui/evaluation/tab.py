"""Evaluation tab: how good the model is with the test photos, which classes it mixes up, and on which photos.

Shown by
    show_run(name, test_photos, looks)    the run that would be tested; name None: nothing is trained yet
    show_report(Report | None)            the newest report of that run
    show_testing(Progress | None)         a test is running; None: no longer
    show_failure(text)                    the last test failed, in one sentence; "": it did not
    show_picture(PictureReady)            a thumbnail that `thumbnails_needed` asked for

Tells
    test_requested()                      test the run on its test photos
    photo_activated(str)                  show this photo in the viewer
    thumbnails_needed(list[str], int)     make thumbnails of so many pixels, replacing what was asked for earlier
    cell_selected(str, str)               true class, predicted class
    export_requested(str, str)            "csv" (one row a photo), "html" or "png" (the matrix), and the file
    train_requested()                     go to the Training tab
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from cnn_desktop.domain.events import PictureReady, Progress
from cnn_desktop.domain.report import PhotoResult, Report
from cnn_desktop.gui.evaluation.class_table import ClassTable
from cnn_desktop.gui.evaluation.confusion_matrix import ConfusionMatrix
from cnn_desktop.gui.evaluation.mix_up_table import MixUpTable
from cnn_desktop.gui.evaluation.view import (
    cell_text,
    evaluation_view,
    looks_text,
    photos_of_cell,
    worst_photos,
)
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.busy import BusyState
from cnn_desktop.gui.kit.cards import Card, Page, ShortLabel
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.theme import SPACING
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.teach.help_button import TeachButton

CLASSES, MIX_UPS, PHOTOS = 0, 1, 2


class EvaluationTab(Page):
    """See the module's docstring."""

    test_requested = Signal()
    photo_activated = Signal(str)
    thumbnails_needed = Signal(list, int)
    cell_selected = Signal(str, str)
    export_requested = Signal(str, str)
    train_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Evaluation"), parent)
        self._report: Report | None = None
        self._run: str | None = None
        self._test_photos = 0
        self._looks = 0
        self._failure = ""
        self.source = ThumbnailSource(self)
        self.source.needed.connect(self.thumbnails_needed)
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
        self.stack = QStackedLayout()
        for page in (self.empty, self.busy, self.main):
            self.stack.addWidget(page)
        self.body.addLayout(self.stack, 1)
        self.primary.clicked.connect(self.test_requested)
        self._refresh()

    # What is shown --------------------------------------------------------------------------------------------------

    def show_run(self, name: str | None, test_photos: int = 0, looks: int = 0) -> None:
        """The run that a test would look at, its number of test photos, and how often they were looked at."""
        self._run, self._test_photos, self._looks = name, test_photos, looks
        self._refresh()

    def show_report(self, report: Report | None) -> None:
        """The newest report."""
        if report is self._report:
            return
        self._report = report
        self._failure = ""
        self.busy.hide_progress()
        self.matrix.show_report(report)
        self.table.rows.show_rows(report.per_class if report else [])
        self.mix_ups.pairs.show_report(report)
        self._mix_ups_stack.setCurrentIndex(0 if self.mix_ups.pairs.pairs else 1)
        if report is not None:
            self._show_worst()
        self._refresh()

    def show_testing(self, progress: Progress | None) -> None:
        """A test is running."""
        if progress is None:
            if not self.busy.running:
                return
            self.busy.hide_progress()
        else:
            self._failure = ""
            self.busy.show_progress(progress)
        self._refresh()

    def show_failure(self, text: str) -> None:
        """The last test failed."""
        if text != self._failure:
            self._failure = text
            self._refresh()

    def show_picture(self, event: PictureReady) -> None:
        """A thumbnail has come."""
        self.source.take(event.path, event.file, event.reason.render(QT_WORDS) if event.reason else "")

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
        self._pages = QStackedLayout()
        self.pages.chosen.connect(self._pages.setCurrentIndex)
        self._pages.addWidget(self.table)
        self.mix_ups = MixUpTable()
        self.mix_ups.chosen.connect(self._cell_chosen)
        nothing = EmptyState("success", tr("No class was taken for another."))
        self._mix_ups_stack = QStackedLayout()
        self._mix_ups_stack.addWidget(self.mix_ups)
        self._mix_ups_stack.addWidget(nothing)
        mix_ups = QWidget()
        mix_ups.setLayout(self._mix_ups_stack)
        self._pages.addWidget(mix_ups)
        self._pages.addWidget(photos)
        side_card = Card()
        side_card.body.setContentsMargins(SPACING, SPACING, SPACING, SPACING)
        side_card.body.addLayout(head)
        side_card.body.addLayout(self._pages, 1)
        side_card.setMinimumWidth(372)

        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACING)
        row.addWidget(matrix_card, 1)
        row.addWidget(side_card, 1)
        return main

    # What happens ---------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        report, testing = self._report, self.busy.running
        if report is None:
            self._show_empty()
        shown = self.busy if testing else self.main if report and not self._failure else self.empty
        self.stack.setCurrentWidget(shown)
        self.save_button.setVisible(shown is self.main)
        self.interval_help.setVisible(shown is self.main)
        if report is None or shown is not self.main:
            self.title.setText(tr("Evaluation"))
            self.set_subtitle("")
        else:
            view = evaluation_view(report)
            self.title.setText(view.headline.render(QT_WORDS))
            lines = [view.detail, view.advice] if view.advice else [view.detail]
            self.set_subtitle("\n".join(line.render(QT_WORDS) for line in lines))
        if self._failure and not testing:
            self.empty.show_state("error", self._failure, tr("Test &again"), tone="bad")
        looks = looks_text(self._looks)
        note = looks.render(QT_WORDS) if looks else ""
        if self._run is None:
            self.set_primary("")
        else:
            again = tr("&Test again on {n} {n:photo|photos}", n=self._test_photos)
            first = tr("&Test on {n} {n:photo|photos}", n=self._test_photos)
            self.set_primary(again if report else first, not testing and self._test_photos > 0, note)

    def _show_empty(self) -> None:
        if self._run is None:
            self.empty.show_state(
                "evaluation",
                tr("Nothing is trained yet."),
                tr("&Go to training"),
                tr("After a training this page tells how good the model is with photos it has never seen."),
            )
        elif self._test_photos == 0:
            self.empty.show_state(
                "evaluation",
                tr("This training has no test photos."),
                "",
                tr("Add photos, or put some into a folder called test, and train again."),
            )
        else:
            self.empty.show_state(
                "test",
                tr("{n} {n:photo waits|photos wait} to judge the model.", n=self._test_photos),
                "",
                tr("They were set aside before the training. Each look at them makes them a little less telling."),
            )  # fmt: skip

    def _empty_pressed(self) -> None:
        if self._failure:
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
        self._show_photos(cell_text(report, true, predicted).render(QT_WORDS), photos_of_cell(report, true, predicted))
        self.all_button.show()
        self.pages.choose(PHOTOS)
        self.cell_selected.emit(report.classes[true], report.classes[predicted])

    def _class_chosen(self, name: str) -> None:
        if self._report is None:
            return
        photos = [photo for photo in worst_photos(self._report, len(self._report.photos)) if photo.label == name]
        self._show_photos(tr("Photos of “{name}”, the surest mistakes first", name=name), photos)
        self.all_button.show()

    def _save(self) -> None:
        csv, html, png = tr("Table of photos (*.csv)"), tr("Report (*.html)"), tr("Confusion matrix (*.png)")
        file, kind = QFileDialog.getSaveFileName(self, tr("Save the results"), "", ";;".join((csv, html, png)))
        if file:
            chosen = {csv: "csv", html: "html", png: "png"}[kind]
            self.export_requested.emit(chosen, file if "." in file else f"{file}.{chosen}")


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
