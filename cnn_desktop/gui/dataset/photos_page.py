"""The photos in a grid, beside them the classes and the split, by which one chooses what the grid shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from cnn_desktop.domain.photos import SPLITS, Photo, PhotoFacts, PhotoQuery
from cnn_desktop.gui.dataset.class_chart import ClassChart
from cnn_desktop.gui.dataset.split_bar import SplitBar
from cnn_desktop.gui.dataset.view import NO_PHOTOS, photo_text
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, ShortLabel
from cnn_desktop.gui.kit.pages import Pages
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import Ask, ThumbnailSource
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.teach.help_button import TeachButton

FindPhotos: TypeAlias = Callable[[PhotoQuery, Callable[[list[Photo]], None]], object]
"""`find(query, then)` calls `then(photos)` later, in this thread."""
AROUND = 10_000
"""So many photos before and after one that is opened are at hand in the viewer."""
IN_TURN = 500
"""So many of the shown photos take turns as an example."""
TILES = 2_000
"""So many are kept ready to be painted."""


class PhotosPage(QWidget):
    """`ask` puts questions to the children, `find` looks photos up in the project."""

    def __init__(self, ask: Ask, find: FindPhotos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._photos = NO_PHOTOS
        self.source = ThumbnailSource(ask, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.SPACING)
        row.addWidget(self._build_side())
        row.addWidget(self._build_grid(), 1)

    def show_photos(self, photos: PhotoFacts) -> None:
        """Shows newly read photos; of another folder's, all of them."""
        if photos.roots != self._photos.roots:
            self.source.forget()
            self.splits.choose(0)
        self._photos = photos
        self.split_bar.show_counts(*(photos.count(split) for split in SPLITS))
        self.chart.show_rows(photos.classes)
        self._fill()

    def show_split_note(self, note: str, has_room: bool) -> None:
        """Where the split comes from, in words where there is room for them."""
        self.split_note.setText(note)
        self.split_bar.setToolTip(note)
        self.split_note.setVisible(bool(note) and has_room)

    def around_current(self) -> PhotoQuery:
        """The shown photos before and after the current one."""
        return self._query(max(0, self.grid.currentIndex().row() - AROUND), 2 * AROUND)

    def find_next(self, path: str, then: Callable[[str], None]) -> None:
        """Calls `then` with the path of the photo after `path`, of the first one when `path` is not shown."""
        photos = self._photos

        def show(found: list[Photo]) -> None:
            if found and photos is self._photos:
                files = [str(photos.file(photo)) for photo in found]
                place = files.index(path) + 1 if path in files else 0
                then(files[place % len(files)])

        self._find(self._query(0, IN_TURN), show)

    def _build_side(self) -> QWidget:
        """The classes and the split."""
        self.chart = ClassChart()
        self.chart.chosen.connect(self._fill)
        self.split_bar = SplitBar()
        self.split_note = theme.caption(QLabel())
        self.split_note.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(theme.strong(QLabel(tr("Split"))))
        head.addWidget(TeachButton("split"))
        head.addStretch(1)
        classes_card, split_card = Card(), Card()
        classes_card.body.setContentsMargins(theme.SPACING, theme.SPACING, theme.SPACING, theme.SPACING)
        classes_card.body.addWidget(self.chart, 1)
        split_card.body.addLayout(head)
        split_card.body.addWidget(self.split_bar)
        split_card.body.addWidget(self.split_note)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.SPACING)
        column.addWidget(classes_card, 1)
        column.addWidget(split_card)
        side.setFixedWidth(248)
        return side

    def _build_grid(self) -> QWidget:
        """The photos, and which part of them."""
        self.splits = Segments(tr("Which photos"), [tr("All"), tr("&Training"), tr("Val&idation"), tr("Te&st")])
        self.splits.chosen.connect(self._fill)
        self.count = ShortLabel()
        theme.muted(self.count).setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar = QHBoxLayout()
        bar.addWidget(self.splits)
        bar.addWidget(self.count, 1)
        self.grid = ThumbnailGrid(self.source, tr("Photos"))
        nothing = QLabel(tr("No photos here."))
        theme.muted(nothing).setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid_stack = QStackedLayout()
        card = Card()
        card.body.setContentsMargins(theme.SPACING, theme.SPACING, theme.SPACING, theme.SPACING)
        card.body.addLayout(bar)
        card.body.addLayout(self._grid_stack, 1)
        self._grid_stack.addWidget(self.grid)  # now: a stack of its own would show it as a window
        self._grid_stack.addWidget(nothing)
        return card

    def _query(self, start: int, count: int) -> PhotoQuery:
        """Photos of the chosen class and split."""
        split = SPLITS[self.splits.current - 1] if self.splits.current else None
        return PhotoQuery(self.chart.current, split, start, count)

    def _fill(self) -> None:
        """Shows the photos of the chosen class and split from the first one on."""
        photos, chosen = self._photos, self._query(0, 0)
        places = {name: place for place, name in enumerate(photos.names)}
        count = sum(row.of(chosen.split) for row in photos.classes if chosen.label in (None, row.name))

        def fetch(start: int, count: int, then: Callable[[list[Photo]], None]) -> None:
            def show(found: list[Photo]) -> None:
                """Without those of a newer reading that is not told yet."""
                then([photo for photo in found if photo.label in places and photo.root in photos.roots])

            self._find(PhotoQuery(chosen.label, chosen.split, start, count), show)

        @lru_cache(TILES)
        def tile(photo: Photo) -> Tile:
            mark = theme.class_color(places[photo.label], len(places)) if chosen.label is None else None
            return Tile(str(photos.file(photo)), photo_text(photo).render(QT_WORDS), mark=mark)

        self.grid.show_pages(Pages(count, fetch, tile))
        self._grid_stack.setCurrentIndex(0 if count else 1)
        self.count.setText(tr("{n} {n:photo|photos}", n=count))
