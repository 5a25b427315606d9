"""Dataset tab: the photos, their classes and splits, what was left out, and how training photos are changed.

Shown by
    show_project(ProjectInfo | None)      whose photos these are; None: the empty state
    show_scan(Scan | None)                the photos
    show_scanning(Progress | None)        a folder is being read; None: no longer
    show_missing(folder, root)            the photos are not where they were (unplugged drive, moved folder); "": found
    show_augmentation(Augmentation)       the choices as the settings hold them
    show_preview(files)                   examples for the last `preview_needed`; `add_preview(file)` adds one
    show_picture(PictureReady)            a thumbnail that `thumbnails_needed` asked for

Tells
    folder_chosen(str)                    open this folder
    photo_activated(str)                  show this photo in the viewer
    thumbnails_needed(list[str], int)     make thumbnails of so many pixels, replacing what was asked for earlier
    augmentation_changed(Augmentation)    the person chose
    preview_needed(str, Augmentation)     make nine examples of this photo
    class_selected(object)                class name, or None for all
    relink_requested(str, str)            root id, the folder where its photos are now
    next_step()                           "Choose a model"
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.events import PictureReady, Progress
from cnn_desktop.domain.photos import SPLITS, Photo, Scan, Split
from cnn_desktop.gui.dataset.augmentation_preview import AugmentationPanel
from cnn_desktop.gui.dataset.class_chart import ClassChart
from cnn_desktop.gui.dataset.left_out_list import LeftOutList
from cnn_desktop.gui.dataset.notes import Notes
from cnn_desktop.gui.dataset.split_bar import SplitBar
from cnn_desktop.gui.dataset.view import DatasetView, Photos, dataset_view, photo_text
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.busy import BusyState
from cnn_desktop.gui.kit.cards import Card, Page, ShortLabel
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.paths import short_path
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.theme import SPACING
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.job_state import ProjectInfo
from cnn_desktop.gui.teach.help_button import TeachButton

PHOTOS, AUGMENTATION, LEFT_OUT = 0, 1, 2
LOW = 560
"""Height of the tab below which the classes need the room of the note on the split, in pixels."""


class DatasetTab(Page):
    """See the module's docstring."""

    folder_chosen = Signal(str)
    photo_activated = Signal(str)
    thumbnails_needed = Signal(list, int)
    augmentation_changed = Signal(object)
    preview_needed = Signal(str, object)
    class_selected = Signal(object)
    relink_requested = Signal(str, str)
    next_step = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Dataset"), parent)
        self.setAcceptDrops(True)
        self._scan: Scan | None = None
        self._photos = Photos({})
        self._view: DatasetView | None = None
        self._missing = ("", "")
        self._shown: list[Photo] = []
        self._previewed = ""
        self.source = ThumbnailSource(self)
        self.source.needed.connect(self.thumbnails_needed)
        self._build_header()
        self.empty = EmptyState()
        self.empty.pressed.connect(self._empty_pressed)
        self.busy = BusyState(tr("Reading the photos"))
        self.main = self._build_main()
        self.stack = QStackedLayout()
        for page in (self.empty, self.busy, self.main):
            self.stack.addWidget(page)
        self.body.addLayout(self.stack, 1)
        self.primary.clicked.connect(self.next_step)
        self._show_state()

    # What is shown --------------------------------------------------------------------------------------------------

    def show_project(self, project: ProjectInfo | None) -> None:
        """The project's name is the title."""
        self.title.setText(project.name if project else tr("Dataset"))

    def show_scan(self, scan: Scan | None) -> None:
        """The photos of the project; None before the first folder is read."""
        if scan is self._scan and scan is not None:
            return
        same_folder = scan is not None and self._scan is not None and scan.roots == self._scan.roots
        if not same_folder:
            self.source.forget()
            self.pages.choose(PHOTOS)
            self.splits.choose(0)
        self._scan = scan
        self._photos = Photos.of(scan) if scan is not None else Photos({})
        self._view = dataset_view(scan, self._photos) if scan is not None else None
        self.busy.hide_progress()
        if self._view is not None:
            self._show_view(self._view)
        self._show_state()

    def show_scanning(self, progress: Progress | None) -> None:
        """A folder is being read."""
        if progress is None and not self.busy.running:
            return
        if progress is None:
            self.busy.hide_progress()
        else:
            self.busy.show_progress(progress)
        self._show_state()

    def show_missing(self, folder: str, root: str) -> None:
        """The photos of `root` are not at `folder`; "" when they are there."""
        if (folder, root) != self._missing:
            self._missing = (folder, root)
            self._show_state()

    def show_augmentation(self, augmentation: Augmentation) -> None:
        """The choices as the settings hold them."""
        if augmentation != self.augmentation.augmentation:
            self.augmentation.show_augmentation(augmentation)
            self._ask_preview()

    def show_preview(self, files: list[str]) -> None:
        """Examples of the chosen augmentation."""
        self.augmentation.pictures.clear()
        for file in files:
            self.augmentation.pictures.add(file)

    def add_preview(self, file: str) -> None:
        """One more example."""
        if file:
            self.augmentation.pictures.add(file)

    def show_picture(self, event: PictureReady) -> None:
        """A thumbnail has come."""
        self.source.take(event.path, event.file, event.reason.render(QT_WORDS) if event.reason else "")

    @property
    def shown_files(self) -> list[str]:
        """The photos in the grid, as filtered by class and split, in its order."""
        return [str(self._scan.file(photo)) for photo in self._shown] if self._scan else []

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_header(self) -> None:
        self.open_button = QPushButton(tr("&Open another folder…"))
        self.open_button.setIcon(icon("folder"))
        self.open_button.clicked.connect(self._choose_folder)
        self.title_row.addWidget(self.open_button)

    def _build_main(self) -> QWidget:
        self.notes = Notes()
        self.pages = Segments(tr("What to show"), [tr("&Photos"), tr("&Augmentation"), tr("&Left out")])
        self.pages.chosen.connect(self._page_chosen)
        photos = QWidget()
        row = QHBoxLayout(photos)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACING)
        row.addWidget(self._build_side())
        row.addWidget(self._build_grid(), 1)
        self.augmentation = AugmentationPanel()
        self.augmentation.changed.connect(self.augmentation_changed)
        self.augmentation.wanted.connect(self._ask_preview)
        self.augmentation.another.connect(self._another_photo)
        self.left_out = LeftOutList()
        self._pages = QStackedLayout()
        for page in (photos, _card(self.augmentation, 2 * SPACING), _card(self.left_out, SPACING)):
            self._pages.addWidget(page)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.notes)
        column.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._pages, 1)
        return main

    def _build_side(self) -> QWidget:
        """The classes and the split."""
        self.chart = ClassChart()
        self.chart.chosen.connect(self._class_chosen)
        self.split_bar = SplitBar()
        self.split_note = theme.caption(QLabel())
        self.split_note.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(theme.strong(QLabel(tr("Split"))))
        head.addWidget(TeachButton("split"))
        head.addStretch(1)
        split_card = Card()
        split_card.body.addLayout(head)
        split_card.body.addWidget(self.split_bar)
        split_card.body.addWidget(self.split_note)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACING)
        column.addWidget(_card(self.chart, SPACING), 1)
        column.addWidget(split_card)
        side.setFixedWidth(248)
        return side

    def _build_grid(self) -> QWidget:
        """The photos, and which part of them."""
        self.splits = Segments(tr("Which photos"), [tr("All"), tr("&Training"), tr("Val&idation"), tr("Te&st")])
        self.splits.chosen.connect(self._fill_grid)
        self.count = ShortLabel()
        theme.muted(self.count).setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar = QHBoxLayout()
        bar.addWidget(self.splits)
        bar.addWidget(self.count, 1)
        self.grid = ThumbnailGrid(self.source, tr("Photos"))
        self.grid.opened.connect(self.photo_activated)
        self.grid.picked.connect(self._preview_this)
        nothing = QLabel(tr("No photos here."))
        theme.muted(nothing).setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid_stack = QStackedLayout()
        self._grid_stack.addWidget(self.grid)
        self._grid_stack.addWidget(nothing)
        card = Card()
        card.body.setContentsMargins(SPACING, SPACING, SPACING, SPACING)
        card.body.addLayout(bar)
        card.body.addLayout(self._grid_stack, 1)
        return card

    # What happens ---------------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        """Which of missing, busy, empty and photos is shown, and what the header and footer say to it."""
        view, (missing, _) = self._view, self._missing
        self.open_button.setVisible(view is not None and not missing)
        if missing:
            self.empty.show_state(
                "missing",
                tr("The photos are not at {folder} any more.", folder=short_path(missing, 48)),
                tr("&Where are they now?"),
                tr("If they are on a drive that is not plugged in, plug it in and open the project again."),
                "warn",
            )
        elif view is None:
            self.empty.show_state(
                "photo",
                tr("Drop a folder of photos here."),
                tr("&Open folder…"),
                tr("One folder for each class, named after it. The photos stay where they are and are never changed."),
            )
        busy = self.busy.running and not missing
        shown = self.main if view is not None and not missing and not busy else self.busy if busy else self.empty
        self.stack.setCurrentWidget(shown)
        if view is None or missing:
            self.set_subtitle("")
            self.set_primary("")
            return
        self.set_subtitle(f"{view.headline.render(QT_WORDS)} · {short_path(view.folder)}")
        self.subtitle.setToolTip(view.folder)
        note = "" if view.ready else tr("A model needs photos of at least two classes.")
        self.set_primary(tr("&Choose a model"), view.ready and not busy, note)

    def _show_view(self, view: DatasetView) -> None:
        assert self._scan is not None
        self.notes.show_notes([note.render(QT_WORDS) for note in view.notes])
        self.split_bar.show_counts(view.train, view.val, view.test)
        self.split_note.setText(view.split_note.render(QT_WORDS) if view.split_note else "")
        self.split_bar.setToolTip(self.split_note.text())
        self._show_split_note()
        self.pages.set_label(LEFT_OUT, tr("&Left out ({n})", n=view.left_out), view.left_out > 0)
        self.left_out.files.show_files(self._scan.left_out)
        if view.left_out == 0 and self.pages.current == LEFT_OUT:
            self.pages.choose(PHOTOS)
        self.chart.show_rows(view.rows)
        self._previewed = ""
        self._fill_grid()
        self._ask_preview()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_split_note()

    def _show_split_note(self) -> None:
        self.split_note.setVisible(bool(self.split_note.text()) and self.height() >= LOW)

    @property
    def _split(self) -> Split | None:
        return None if self.splits.current == 0 else SPLITS[self.splits.current - 1]

    def _class_chosen(self, name: str | None) -> None:
        self.class_selected.emit(name)
        self._fill_grid()

    def _fill_grid(self) -> None:
        if self._scan is None:
            return
        scan, label = self._scan, self.chart.current
        self._shown = self._photos.chosen(label, self._split)
        shown, classes = self._shown, {name: place for place, name in enumerate(scan.classes)}

        def tile(row: int) -> Tile:
            photo = shown[row]
            mark = theme.class_color(classes[photo.label], len(classes)) if label is None else None
            return Tile(str(scan.file(photo)), photo_text(photo).render(QT_WORDS), mark=mark)

        self.grid.tiles.set_lazy(len(shown), tile)
        self.grid.scrollToTop()
        self._grid_stack.setCurrentIndex(0 if shown else 1)
        self.count.setText(tr("{n} {n:photo|photos}", n=len(shown)))

    def _page_chosen(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        if place == AUGMENTATION:
            self._ask_preview()

    def _ask_preview(self) -> None:
        if self.pages.current != AUGMENTATION or self._scan is None:
            return
        if not self._previewed:
            self._another_photo()
            return
        self.augmentation.show_photo(Path(self._previewed).name)
        self.preview_needed.emit(self._previewed, self.augmentation.augmentation)

    def _preview_this(self, path: str) -> None:
        """The photo chosen in the grid is the one to see examples of."""
        self._previewed = path

    def _another_photo(self) -> None:
        """The shown photos one after the other."""
        if self._scan is None or not self._shown:
            return
        files = [str(self._scan.file(photo)) for photo in self._shown[:500]]
        place = files.index(self._previewed) + 1 if self._previewed in files else 0
        self._previewed = files[place % len(files)]
        self._ask_preview()

    def _empty_pressed(self) -> None:
        if not self._missing[0]:
            self._choose_folder()
            return
        folder = QFileDialog.getExistingDirectory(self, tr("Where are the photos now?"))
        if folder:
            self.relink_requested.emit(self._missing[1], folder)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Open a folder of photos"))
        if folder:
            self.folder_chosen.emit(folder)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(Path(url.toLocalFile()).is_dir() for url in event.mimeData().urls() if url.isLocalFile()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        folders = [url.toLocalFile() for url in event.mimeData().urls() if Path(url.toLocalFile()).is_dir()]
        if folders:
            event.acceptProposedAction()
            self.folder_chosen.emit(folders[0])


def _card(content: QWidget, margin: int) -> Card:
    card = Card()
    card.body.setContentsMargins(margin, margin, margin, margin)
    card.body.addWidget(content, 1)
    return card
