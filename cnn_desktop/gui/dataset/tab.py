"""Dataset tab: the photos, their classes and splits, what was found in them, what was left out, and how training photos are
changed.

Shown by
    show_view(View)                       everything it can show
    show_checks(checks_view.View)         what was found in the photos
    show_found(PhotoFilter)               the photos of a finding, in the grid
    busy.show_progress(Progress)          how far a folder is read
    show_preview(file)                    one more example for the last `preview_needed`

Tells
    folder_chosen(str)                    open this folder
    photo_activated(str)                  show this photo in the viewer; `photos.around_current` finds its neighbours
    photos.labelling, photos.photo_wanted, …                         see `PhotosPage`
    checks.check_wanted, checks.remedy_wanted, …                     see `ChecksPage`
    augmentation_changed(Augmentation)    the person chose
    preview_needed(str, Augmentation, int)    make nine examples of this photo, of so many pixels
    relink_requested(str, str)            root id, the folder where its photos are now
    class_level_chosen(int)               the folders of this level are the classes
    next_step()                           "Choose a model"
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from cnn_desktop.domain.photo_filter import PhotoFilter
from cnn_desktop.gui.dataset import checks_view
from cnn_desktop.gui.dataset.augmentation_preview import AugmentationPanel
from cnn_desktop.gui.dataset.checks_page import ChecksPage
from cnn_desktop.gui.dataset.left_out_list import LeftOutList
from cnn_desktop.gui.dataset.level_choice import LevelChoice
from cnn_desktop.gui.dataset.listing import FindPhotos
from cnn_desktop.gui.dataset.notes import Notes
from cnn_desktop.gui.dataset.photos_page import PhotosPage
from cnn_desktop.gui.dataset.view import Facts, View, view
from cnn_desktop.gui.kit.asking import AskEvents
from cnn_desktop.gui.kit.busy import BusyState
from cnn_desktop.gui.kit.cards import Card, Page
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.file_dialogs import FileDialogs
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.paths import short_path
from cnn_desktop.gui.kit.photo_menu import PhotoMenu
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import in_column, in_row, in_stack, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.theme import SPACING
from cnn_desktop.gui.kit.words import QT_WORDS, tr

PHOTOS, CHECKS, AUGMENTATION, LEFT_OUT = 0, 1, 2, 3
MOST = 100
"""Of the room in the footer, in hundredths of what the note beside it has."""
LOW = 560
"""Height of the tab below which the classes need the room of the note on the split, in pixels."""


class DatasetTab(Page):
    """See the module's docstring."""

    folder_chosen = Signal(str)
    photo_activated = Signal(str)
    augmentation_changed = Signal(object)
    preview_needed = Signal(str, object, int)
    relink_requested = Signal(str, str)
    class_level_chosen = Signal(int)
    next_step = Signal()

    def __init__(
        self, ask: AskEvents, find: FindPhotos, dialogs: FileDialogs | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Dataset"), parent)
        self._dialogs = dialogs or FileDialogs()
        self._view = view(Facts())
        self._previewed = ""
        self.open_button = QPushButton(icon("folder"), tr("&Open another folder…"))
        self.open_button.clicked.connect(self._choose_folder)
        self.title_row.addWidget(self.open_button)
        self.empty = EmptyState()
        self.empty.pressed.connect(self._empty_pressed)
        self.busy = BusyState(tr("Reading photos"))
        self.photos = PhotosPage(ask, find)
        self.photos.grid.opened.connect(self.photo_activated)
        self.photos.grid.picked.connect(self._preview_later)
        self.main = self._build_main()
        self.stack = in_stack(self.empty, self.busy, self.main)
        self.body.addWidget(self.stack, 1)
        self.primary.clicked.connect(self.next_step)
        for place, part in enumerate(self.photos.leak.parts, self.footer.count() - 1):
            self.footer.insertWidget(place, part, MOST if part is self.photos.leak else 0)
        self._show_photos(self._view)
        self._show_page(self._view)

    # What is shown --------------------------------------------------------------------------------------------------

    @property
    def shows_progress(self) -> bool:
        return self.stack.currentWidget() is self.busy

    def show_view(self, view: View) -> None:
        """Shows `view`; photos that are the same ones stay where they were scrolled to."""
        before, self._view = self._view, view
        self.photos.show_seal(view.seal, view.opened)
        self.photos.show_tested(view.tested)
        if view.photos is not before.photos:
            if view.photos.roots != before.photos.roots:
                self.pages.choose(PHOTOS)
            self._show_photos(view)
        elif view.tested != before.tested:
            self.photos.fill()
        self._show_page(view)
        self.augmentation.show_view(view.augmentation)
        if view.augmentation != before.augmentation:
            self._ask_preview()

    def show_preview(self, file: str) -> None:
        """One more example."""
        self.augmentation.pictures.add(file)

    def show_checks(self, view: checks_view.View) -> None:
        """What was found in the photos, and how many things that are."""
        self.checks.show_view(view)
        self.pages.set_label(CHECKS, tr("Chec&ks ({n})", n=view.count) if view.count else tr("Chec&ks"))

    def show_found(self, wanted: PhotoFilter) -> None:
        """The photos that a finding is about, in the grid."""
        self.photos.show_only(wanted)
        self.pages.choose(PHOTOS)
        self.photos.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_left_out(self) -> None:
        """The files that are left out."""
        self.pages.choose(LEFT_OUT)
        self.left_out.setFocus(Qt.FocusReason.OtherFocusReason)

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_main(self) -> QWidget:
        self.notes, self.levels = Notes(), LevelChoice()
        self.levels.chosen.connect(self.class_level_chosen)
        self.pages = Segments(tr("What to show"), [tr("&Photos"), tr("Chec&ks"), tr("&Augmentation"), tr("&Left out")])
        self.pages.chosen.connect(self._page_chosen)
        self.notes.more_wanted.connect(lambda: self.pages.choose(CHECKS))
        self.augmentation = AugmentationPanel()
        self.augmentation.changed.connect(self.augmentation_changed)
        self.augmentation.another.connect(self._another_photo)
        self.example_menu = PhotoMenu(self.augmentation.pictures)
        self.example_menu.viewed.connect(self.photo_activated)
        self.augmentation.pictures.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.augmentation.pictures.customContextMenuRequested.connect(self._ask_about_example)
        self.left_out = LeftOutList()
        left_out = Card(wide(self.left_out), margins=SPACING)
        self.checks = ChecksPage()
        self._pages = in_stack(self.photos, Card(wide(self.checks)), Card(wide(self.augmentation)), left_out)
        main = QWidget()
        in_column(self.levels, in_row(self.pages, wide(self.notes)), wide(self._pages), of=main)
        return main

    # What happens ---------------------------------------------------------------------------------------------------

    def _show_page(self, view: View) -> None:
        """Title, header and footer, and which of the pages is in front."""
        self.title.setText(view.title or tr("Dataset"))
        self.open_button.setVisible(view.headline is not None)
        empty = view.empty
        text, button, caption = (part.render(QT_WORDS) for part in (empty.text, empty.button, empty.caption))
        self.empty.show_state(empty.icon, text, button, caption, empty.tone)
        if view.page != "busy":
            self.busy.hide_progress()
        self.stack.setCurrentWidget({"empty": self.empty, "busy": self.busy, "photos": self.main}[view.page])
        self._show_findings()
        if view.headline is None:
            self.set_subtitle("")
            self.set_primary("")
            return
        where = view.folders.render(QT_WORDS) if view.folders else short_path(view.folder)
        self.set_subtitle(f"{view.headline.render(QT_WORDS)} · {where}")
        self.subtitle.setToolTip(as_tip("\n".join(view.photos.roots.values())))
        self.set_primary(tr("&Choose a model"), view.ready, view.hint.render(QT_WORDS) if view.hint else "")

    def _show_photos(self, view: View) -> None:
        left_out = view.photos.left_out
        self.pages.set_label(LEFT_OUT, tr("&Left out ({n})", n=len(left_out)), bool(left_out))
        self.left_out.show_files(view.folder, left_out)
        self.levels.show_question(view.levels)
        if not left_out and self.pages.current == LEFT_OUT:
            self.pages.choose(PHOTOS)
        self.photos.show_photos(view.photos)
        self._show_split_note()
        self._previewed = ""
        self._ask_preview()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_split_note()

    def _show_split_note(self) -> None:
        note = self._view.split_note
        self.photos.show_split_note(note.render(QT_WORDS) if note else "", self.height() >= LOW)

    def _show_findings(self) -> None:
        """What is worth knowing, where it is not said anyway."""
        now, at = self._view, self.pages.current
        self.notes.show_notes([note.render(QT_WORDS) for note in now.notes] if at != CHECKS else [])
        leak = [now.leak_short, now.leak] if at == PHOTOS and now.ready and now.page == "photos" else []
        self.photos.leak.show_text(*(words.render(QT_WORDS) if words else "" for words in leak or (None, None)))
        self.note.setVisible(self.photos.leak.isHidden())

    def _page_chosen(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self._show_findings()
        if place == AUGMENTATION:
            self._ask_preview()

    def _ask_preview(self) -> None:
        if self.pages.current != AUGMENTATION:
            return
        if not self._previewed:
            self._another_photo()
            return
        self.augmentation.show_photo(Path(self._previewed).name)
        wanted = self._view.augmentation
        self.preview_needed.emit(self._previewed, wanted.shown, wanted.image_size)

    def _preview_later(self, path: str) -> None:
        """The photo chosen in the grid is the one to see examples of."""
        self._previewed = path

    def _ask_about_example(self, place: QPoint) -> None:
        if self._previewed:
            self.example_menu.open(self._previewed, self.augmentation.pictures.mapToGlobal(place))

    def _another_photo(self) -> None:
        """The shown photos one after the other."""
        self.photos.find_next(self._previewed, self._preview_now)

    def _preview_now(self, path: str) -> None:
        self._previewed = path
        self._ask_preview()

    def _empty_pressed(self) -> None:
        if not self._view.root:
            self._choose_folder()
            return
        root = self._view.root
        self._dialogs.ask_folder(
            self, tr("Where are the photos now?"), "data", lambda folder: self.relink_requested.emit(root, folder)
        )

    def _choose_folder(self) -> None:
        self._dialogs.ask_folder(self, tr("Open a folder of photos"), "data", self.folder_chosen.emit)
