"""The photos in a grid, beside them the classes and the split, by which one chooses what the grid shows.

Shown by
    show_photos(PhotoFacts)        newly read photos, or other labels: the same rows stay where they are
    show_only(PhotoFilter)         these, of all classes and splits
    show_split_note(note, room)    where the split comes from
    show_seal(View, Opened)        which test photos are hidden; to be told before the photos
    leak.show_text(...)            photos that belong together are in different parts; its `parts` are put elsewhere
    show_details(bool)             opens the panel with the current photo; show_file, show_fault fill it
    labelling.allow(bool)          whether labels may be changed

Tells
    labelling                      all wishes for other labels and classes: `Labelling`, rows of `listing`
    photo_wanted(str)              the panel is to show this photo, `details.picture.room()` says how large
    details_toggled(bool)          the panel was opened or closed by the person
    split_wanted()                 another split is to be chosen
    test_photos_wanted(kind)       test photos are to be shown: all (None), or those of findings of a kind
    leak.mend_wanted()             photos that belong together are to be in one part
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import SPLITS, PhotoFacts
from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.dataset import details_view, filter_view, seal_view
from cnn_desktop.gui.dataset.class_chart import ClassChart
from cnn_desktop.gui.dataset.filter_bar import FilterBar
from cnn_desktop.gui.dataset.labelling import Labelling
from cnn_desktop.gui.dataset.leak_banner import LeakBanner
from cnn_desktop.gui.dataset.listing import FindPhotos, Listing
from cnn_desktop.gui.dataset.photo_details import PhotoDetails
from cnn_desktop.gui.dataset.split_bar import SplitBar
from cnn_desktop.gui.dataset.view import NO_PHOTOS, photo_text
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.asking import AskEvents
from cnn_desktop.gui.kit.cards import Card, ShortLabel
from cnn_desktop.gui.kit.fitted_picture import USUAL
from cnn_desktop.gui.kit.grid_place import GridPlace
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.jump_box import JumpBox
from cnn_desktop.gui.kit.pages import Pages
from cnn_desktop.gui.kit.panels import Panel, Panels
from cnn_desktop.gui.kit.photo_loader import LoadedPhoto
from cnn_desktop.gui.kit.plain import as_tip, show_tip
from cnn_desktop.gui.kit.rows import ROOM, centred, in_column, in_row, in_stack, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import COMING, Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import QT_WORDS, key_text, tr
from cnn_desktop.gui.teach.help_button import TeachButton

AROUND = 10_000
"""So many photos before and after one that is opened are at hand in the viewer."""
IN_TURN = 500
"""So many of the shown photos take turns as an example."""
SIDE, LEAST_SIDE = 248, 160
"""Usual and least width of the classes, in pixels."""
LEAST = 72
"""Side of a photo where the window is low, in pixels."""
TILES = 2_000
"""So many are kept ready to be painted."""
RESTED_MS = 60
"""After the last arrow key the panel asks for the photo."""
_NONE: Pages[PhotoRow] = Pages(0, lambda start, count, then: None, lambda row: COMING)
DETAILS = 2
"""Place of the panel."""


class PhotosPage(QWidget):
    """`ask` puts questions to the children, `find` looks photos up in the project."""

    photo_wanted = Signal(str)
    details_toggled = Signal(bool)
    split_wanted = Signal()
    test_photos_wanted = Signal(object)

    def __init__(self, ask: AskEvents, find: FindPhotos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._photos = NO_PHOTOS
        self._opened: seal_view.Opened = frozenset()
        self._asked: tuple[PhotoFilter, PhotoSort] | None = None
        """What is looked up now; None once it is here."""
        self._shown: tuple[PhotoFilter, PhotoSort] | None = None
        """What the grid shows."""
        self.listing: Listing | None = None
        """The rows of the grid."""
        self._pages: Pages[PhotoRow] | None = None
        self.source = ThumbnailSource(ask, self)
        self.details = PhotoDetails()
        self.panels = Panels(Panel(self._build_side(), SIDE), Panel(self._build_grid()), Panel(self.details, USUAL))
        self.panels.show_panel(DETAILS, False)
        self.labelling = Labelling(self.grid, self.chart, self.row, self)
        self._rested = QTimer(self, singleShot=True, interval=RESTED_MS)
        self._rested.timeout.connect(self._ask_photo)
        self.leak = LeakBanner()
        self.leak.photos_wanted.connect(self._show_leak)
        in_column(wide(self.panels), of=self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._go_to_search)
        QShortcut(QKeySequence("Ctrl+G"), self, self.ask_row)

    # What is shown --------------------------------------------------------------------------------------------------

    def show_photos(self, photos: PhotoFacts) -> None:
        """Shows newly read photos; of another folder's, all of them. Of the same, they stay where they were scrolled to."""
        is_another = photos.roots != self._photos.roots
        self._photos = photos
        if is_another:
            self.source.forget()
            self._shown = None
            self.splits.choose(0)
            self.bar.show_facts(filter_view.Facts(tested=self.bar.facts.tested))
        else:
            self.source.refresh()
        self.source.set_tones(photos.tones or OWN)
        self.bar.show_facts(msgspec.structs.replace(self.bar.facts, found=filter_view.found_in(photos.findings)))
        self.split_bar.show_counts(*(photos.count(split) for split in SPLITS))
        self.labelling.show_classes(photos.names)
        self.chart.show_rows(photos.classes, photos.unlabelled)
        self.fill()

    def show_only(self, wanted: PhotoFilter) -> None:
        """Shows what `wanted` lets through, of all classes and splits."""
        self.bar.show_facts(msgspec.structs.replace(self.bar.facts, wanted=wanted))
        self.splits.choose(0)
        self.chart.choose(None)
        self.fill()

    def show_split_note(self, note: str, has_room: bool) -> None:
        """Where the split comes from, in words where there is room for them."""
        self.split_note.setText(note)
        self.split_bar.setToolTip(as_tip(note))
        self.split_note.setVisible(bool(note) and has_room)

    def show_seal(self, seal: seal_view.View, opened: seal_view.Opened) -> None:
        """Which test photos are hidden, and what is said about that."""
        self.seal_note.setText(seal.note.render(QT_WORDS) if seal.note else "")
        self.show_tests.setVisible(seal.may_show)
        if opened != self._opened:
            self._opened = opened
            self.fill()

    def show_tested(self, tested: filter_view.AnsweredBy | None) -> None:
        """Whose answers stand beside the photos; to be told before the photos, or with `fill` where these stay."""
        self.bar.show_facts(msgspec.structs.replace(self.bar.facts, tested=tested))

    def show_details(self, is_open: bool) -> None:
        """Opens or closes the panel, and tells nobody."""
        self.details_button.setChecked(is_open)
        self.panels.show_panel(DETAILS, is_open)
        QTimer.singleShot(
            0, self.grid, lambda: self.grid.scrollTo(self.grid.currentIndex())
        )  # once it has its new width
        self._show_current()

    def show_file(self, photo: LoadedPhoto) -> None:
        """The photo that was wanted last."""
        if photo.file.path == self.details.facts.path:
            self.details.show_facts(msgspec.structs.replace(self.details.facts, file=photo.file, fault=""))
            self.details.show_picture(photo.levels, photo.histogram)

    def show_fault(self, path: str, fault: str) -> None:
        """Why that photo cannot be shown."""
        if path == self.details.facts.path:
            self.details.show_facts(msgspec.structs.replace(self.details.facts, file=None, fault=fault))

    def row(self, place: int) -> PhotoRow | None:
        """What is known of a row of the grid; None while it is looked up."""
        return self._pages.at(place) if self._pages else None

    def around_current(self, then: Callable[[list[PhotoRow]], None]) -> None:
        """Calls `then` with the shown photos before and after the current one, without those that are hidden."""

        def show(found: list[PhotoRow]) -> None:
            then([row for row in found if not self._is_sealed(row)])

        if self.listing is not None:
            self.listing.page(max(0, self.grid.currentIndex().row() - AROUND), 2 * AROUND, show)

    def find_next(self, path: str, then: Callable[[str], None]) -> None:
        """Calls `then` with the path of the photo after `path`, of the first one when `path` is not shown; of no hidden one."""
        photos = self._photos

        def show(found: list[PhotoRow]) -> None:
            files = [self._file(photos, row) for row in found if not self._is_sealed(row)]
            if files and photos is self._photos:
                place = files.index(path) + 1 if path in files else 0
                then(files[place % len(files)])

        if self.listing is not None:
            self.listing.page(0, IN_TURN, show)

    def ask_row(self) -> None:
        """Asks for the number of a photo, and goes there."""
        if count := self.grid.tiles.rowCount():
            JumpBox(max(0, self.grid.currentIndex().row()), count, self.grid.go_to, self.grid).open_over(self.grid)

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_side(self) -> QWidget:
        """The classes and the split."""
        self.chart = ClassChart()
        self.chart.chosen.connect(self.fill)
        self.split_bar = SplitBar()
        self.split_note = theme.caption(QLabel(wordWrap=True))
        self.split_button = theme.quiet(QPushButton(tr("Chan&ge…")))
        self.split_button.setAccessibleName(tr("Change the split"))
        self.split_button.clicked.connect(self.split_wanted)
        head = in_row(theme.strong(QLabel(tr("Split"))), TeachButton("split"), ROOM, self.split_button)
        classes_card = Card(wide(self.chart), margins=theme.SPACING)
        split_card = Card(head, self.split_bar, self.split_note)
        side = QWidget()
        side.setMinimumWidth(LEAST_SIDE)
        in_column(wide(classes_card), split_card, spacing=2 * theme.SPACING, of=side)
        return side

    def _build_grid(self) -> QWidget:
        """The photos, and which part of them."""
        self.splits = Segments(tr("Photos to show"), [tr("All"), tr("&Training"), tr("Val&idation"), tr("Te&st")])
        self.splits.chosen.connect(self.fill)
        self.count = ShortLabel()
        theme.caption(self.count)
        self.seal_note = theme.caption(ShortLabel())
        self.seal_note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.show_tests = theme.quiet(QPushButton(tr("Sho&w test photos")))
        self.show_tests.setToolTip(as_tip(seal_view.WHY.render(QT_WORDS)))
        self.show_tests.clicked.connect(lambda: self.test_photos_wanted.emit(None))
        self.show_tests.hide()
        self.details_button = QToolButton(autoRaise=True)
        self.details_button.setCheckable(True)
        self.details_button.setIcon(icon("details"))
        self.details_button.setAccessibleName(tr("Details"))
        self.details_button.setShortcut("Ctrl+I")
        self.details_button.setToolTip(tr("{words} ({key})", words=tr("Details"), key=key_text("Ctrl+I")))
        self.details_button.clicked.connect(self._toggle_details)
        self.bar = FilterBar()
        self.bar.changed.connect(self.fill)
        self.grid = ThumbnailGrid(self.source, tr("Photos"), many=True, least=LEAST)
        self.grid.picks_changed.connect(self._show_count)
        self.grid.picked.connect(self._show_current)
        self.grid.locked_pressed.connect(self._explain_seal)
        nothing = theme.muted(QLabel(tr("There are no photos here."), alignment=Qt.AlignmentFlag.AlignCenter))
        self.show_all = QPushButton(tr("Show all photos"))
        self.show_all.clicked.connect(self._show_all)
        empty = QWidget()
        in_column(ROOM, nothing, centred(self.show_all), ROOM, of=empty)
        self._grid_stack = in_stack(self.grid, empty)
        head = in_row(self.splits, ROOM, self.details_button)
        foot = in_row(wide(self.count), wide(self.seal_note, 2), self.show_tests)
        return Card(head, self.bar, wide(self._grid_stack), foot, margins=theme.SPACING)

    # What happens ---------------------------------------------------------------------------------------------------

    def _chosen(self) -> tuple[PhotoFilter, PhotoSort]:
        """What the bar, the classes and the split say together."""
        split = SPLITS[self.splits.current - 1] if self.splits.current else None
        facts = self.bar.facts
        return msgspec.structs.replace(facts.wanted, label=self.chart.current, split=split), facts.sort

    def fill(self) -> None:
        """Looks up the photos that are chosen. Until they are found those stay that are shown."""
        photos, chosen = self._photos, self._chosen()
        self._asked = chosen
        if not photos.roots:  # nothing is open
            self.listing = self._pages = self._shown = None
            self.grid.show_pages(_NONE)
            return

        def take(listing: Listing) -> None:
            if self._asked is chosen and photos is self._photos:
                self._show(listing, chosen)

        self._find(*chosen, take)

    def _show(self, listing: Listing, chosen: tuple[PhotoFilter, PhotoSort]) -> None:
        """From the first one on; what was shown before, and is again, stays where it is."""
        photos, wanted = self._photos, chosen[0]
        places = {name: place for place, name in enumerate(photos.names)}

        def fetch(start: int, count: int, then: Callable[[list[PhotoRow]], None]) -> None:
            def show(found: list[PhotoRow]) -> None:
                """Without those of a newer reading that is not told yet."""
                then([row for row in found if (not row.label or row.label in places) and row.root in photos.roots])

            listing.page(start, count, show)

        @lru_cache(TILES)
        def tile(row: PhotoRow) -> Tile:
            has_mark = wanted.label is None and row.label in places
            mark = theme.class_color(places[row.label], len(places)) if has_mark else None
            if self._is_sealed(row):
                return Tile("", photo_text(row, sealed=True).render(QT_WORDS), mark=mark, locked=True)
            sign = "excluded" if row.excluded else "edited" if row.corrected else ""
            words = photo_text(row).render(QT_WORDS)
            return Tile(self._file(photos, row), words, mark=mark, sign=sign, faded=row.excluded)

        stays = chosen == self._shown and self.listing is not None
        pages = Pages(listing.count, fetch, tile, self._pages if stays else None)
        place = GridPlace(self.grid, self.listing.count if self.listing else 0) if stays else None
        self._shown, self.listing, self._pages = chosen, listing, pages
        self.grid.show_pages(pages)
        if place is not None:
            place.restore(listing.count)
        self._grid_stack.setCurrentIndex(0 if listing.count else 1)
        self.show_all.setVisible(bool(photos.count() or photos.unlabelled))
        self._show_count()
        self._show_current()
        if wanted.finding and not self._opened & {wanted.finding, None}:
            self.test_photos_wanted.emit(wanted.finding)

    def _show_count(self) -> None:
        self.count.setText(self.grid.count_words())

    def _show_all(self) -> None:
        self.splits.choose(0)
        self.chart.choose(None)
        self.bar.clear()

    def _go_to_search(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _toggle_details(self, is_open: bool) -> None:
        self.show_details(is_open)
        self.details_toggled.emit(is_open)

    def _show_current(self, *_: object) -> None:
        """The current photo, in the panel."""
        if self.details.isHidden():
            return
        row = self.row(self.grid.currentIndex().row())
        sealed = row is not None and self._is_sealed(row)
        path = self._file(self._photos, row) if row and not sealed else ""
        known = self.details.facts
        if sealed:
            self.details.show_facts(details_view.Facts(row, sealed=True))
        elif path == known.path and not known.sealed:
            self.details.show_facts(msgspec.structs.replace(known, row=row))
        else:
            self.details.show_facts(details_view.Facts(row, path))
            self._rested.start()

    def _ask_photo(self) -> None:
        if (path := self.details.facts.path) and not self.details.isHidden():
            self.photo_wanted.emit(path)

    def _show_leak(self) -> None:
        self.splits.choose(0)
        self.chart.choose(None)
        self.bar.show_finding("same_photo_two_splits")

    def _explain_seal(self) -> None:
        """A hidden photo was to be opened: how that is done."""
        if self.show_tests.isVisible():
            self.show_tests.setFocus(Qt.FocusReason.OtherFocusReason)
            show_tip(self.show_tests.mapToGlobal(QPoint()), seal_view.WHY.render(QT_WORDS), self.show_tests)

    def _is_sealed(self, row: PhotoRow) -> bool:
        return seal_view.is_sealed(row, self._shown[0].finding if self._shown else None, self._opened)

    @staticmethod
    def _file(photos: PhotoFacts, row: PhotoRow) -> str:
        return str(Path(photos.roots[row.root], row.path))
