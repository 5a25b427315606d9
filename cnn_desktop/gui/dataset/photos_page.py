"""The photos in a grid, beside them the classes and the split, by which one chooses what the grid shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from cnn_desktop.domain.photos import SPLITS, Photo, PhotoFacts, PhotoQuery
from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.dataset.class_chart import ClassChart
from cnn_desktop.gui.dataset.split_bar import SplitBar
from cnn_desktop.gui.dataset.view import NO_PHOTOS, photo_text
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, ShortLabel
from cnn_desktop.gui.kit.pages import Pages
from cnn_desktop.gui.kit.panels import Panel, Panels
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, in_stack, wide
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
SIDE, LEAST_SIDE = 248, 160
"""Usual and least width of the classes, in pixels."""
TILES = 2_000
"""So many are kept ready to be painted."""


class PhotosPage(QWidget):
    """`ask` puts questions to the children, `find` looks photos up in the project."""

    def __init__(self, ask: Ask, find: FindPhotos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._photos = NO_PHOTOS
        self.source = ThumbnailSource(ask, self)
        self.panels = Panels(Panel(self._build_side(), SIDE), Panel(self._build_grid()))
        in_row(wide(self.panels), of=self)

    def show_photos(self, photos: PhotoFacts) -> None:
        """Shows newly read photos; of another folder's, all of them."""
        if photos.roots != self._photos.roots:
            self.source.forget()
            self.splits.choose(0)
        else:
            self.source.refresh()
        self.source.set_tones(photos.tones or OWN)
        self._photos = photos
        self.split_bar.show_counts(*(photos.count(split) for split in SPLITS))
        self.chart.show_rows(photos.classes)
        self._fill()

    def show_split_note(self, note: str, has_room: bool) -> None:
        """Where the split comes from, in words where there is room for them."""
        self.split_note.setText(note)
        self.split_bar.setToolTip(as_tip(note))
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
        self.split_note = theme.caption(QLabel(wordWrap=True))
        head = in_row(theme.strong(QLabel(tr("Split"))), TeachButton("split"), ROOM)
        classes_card = Card(wide(self.chart), margins=theme.SPACING)
        split_card = Card(head, self.split_bar, self.split_note)
        side = QWidget()
        side.setMinimumWidth(LEAST_SIDE)
        in_column(wide(classes_card), split_card, spacing=2 * theme.SPACING, of=side)
        return side

    def _build_grid(self) -> QWidget:
        """The photos, and which part of them."""
        self.splits = Segments(tr("Photos to show"), [tr("All"), tr("&Training"), tr("Val&idation"), tr("Te&st")])
        self.splits.chosen.connect(self._fill)
        self.count = ShortLabel()
        theme.muted(self.count).setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.grid = ThumbnailGrid(self.source, tr("Photos"))
        nothing = theme.muted(QLabel(tr("There are no photos here."), alignment=Qt.AlignmentFlag.AlignCenter))
        self._grid_stack = in_stack(self.grid, nothing)
        return Card(in_row(self.splits, wide(self.count)), wide(self._grid_stack), margins=theme.SPACING)

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
