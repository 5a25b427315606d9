"""Viewer tab: any photo, what the model says about it, and facts about the file; and `pages` beside that of the photo.

Shown by
    show_view(View)                       everything but the photo (`gui.viewer.view`)
    show_photo(LoadedPhoto)               the photo
    show_page(int)                        PHOTO, or one of the other pages

Tells
    given(list[str])                      files that the person pasted or opened
    stepped(int)                          so many photos on, or back
    inner_back_wanted()                   back from the photo to where it was opened within this tab

Keys: Left and Right go through the photos, + and − zoom, 0 fits, 1 shows own pixels, Ctrl+V pastes, Ctrl+O opens.
They work wherever the keyboard is in the window while this tab shows the photo; the last two on its other pages too.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from cnn_desktop.dataset.reading.files import PHOTO_SUFFIXES
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.domain.tones import Tones
from cnn_desktop.gui.frame import drops
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.asking import AskEvents
from cnn_desktop.gui.kit.cards import Page, show_words
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.file_dialogs import FileDialogs
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.panels import Panel, Panels
from cnn_desktop.gui.kit.photo_loader import LoadedPhoto
from cnn_desktop.gui.kit.photo_menu import PhotoMenu, by_keys, wants_menu
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, in_stack, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.tab_page import TabPage
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import key_text, tr
from cnn_desktop.gui.viewer.answer_card import ANSWER, AnswerCard
from cnn_desktop.gui.viewer.folder_page import FolderPage
from cnn_desktop.gui.viewer.network_page import NetworkPage
from cnn_desktop.gui.viewer.photo_view import PhotoView
from cnn_desktop.gui.viewer.strip import Strip
from cnn_desktop.gui.viewer.view import View

PHOTO = 0
"""The page with the photo; the others follow in the order of `pages`."""


class ViewerTab(Page):
    """See the module's docstring."""

    given = Signal(object)
    """As an object: as a list Qt would drop the bytes that are no text."""
    stepped = Signal(int)
    inner_back_wanted = Signal()

    def __init__(self, ask: AskEvents, dialogs: FileDialogs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Viewer"), parent)
        self.ask, self.dialogs = ask, dialogs or FileDialogs()
        self._inner_back = ""
        self.source = ThumbnailSource(ask, self)
        self._view: View | None = None
        self._path = self.photo_path = ""
        """Of the photo that is wanted, and of the one on the screen, which stays until the other has come."""
        self._was_given = False
        """Photos were opened or pasted: the keyboard goes to them once they are shown."""
        self.empty = EmptyState(
            "photo",
            tr("Drop photos or a folder here."),
            tr("&Open photos…"),
            tr(
                "Or copy one in another program and paste it here with {key}.",
                key=key_text(QKeySequence.StandardKey.Paste),
            ),
        )
        self.empty.pressed.connect(self._open)
        self.main = self._build_main()
        self.stack = in_stack(self.empty, self.main)
        self.pages: tuple[TabPage, ...] = tuple(self._build_pages())
        """Beside that of the photo."""
        self.segments = Segments(tr("What to show"), [tr("&Photo"), tr("Inside the &network"), tr("Fo&lder")])
        self.page_stack = in_stack(self.stack, *self.pages)
        self.return_button = theme.quiet(QPushButton(icon("left"), ""))
        self.return_button.clicked.connect(self.back_pressed)
        self.return_button.hide()
        head = in_row(self.segments, ROOM, self.return_button)
        self.body.addLayout(in_column(head, wide(self.page_stack)))
        self.segments.chosen.connect(self._show_page)
        for page in self.pages:
            page.primary_changed.connect(self._show_frame)
            page.heading_changed.connect(self._show_frame)
            page.back_changed.connect(self.back_changed)
        policy = self.subtitle.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # `segments` stay where they are, whichever page is in front
        self.subtitle.setSizePolicy(policy)
        self.subtitle.setMinimumHeight(self.subtitle.fontMetrics().lineSpacing())
        self.primary.clicked.connect(self._press)
        self.menu = PhotoMenu(self, may_view=False)
        self._of_photo: list[QAction] = []
        """Keys that are the photo's own: other pages have other uses for them."""
        self._build_actions()

    # What is shown --------------------------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Everything but the photo, which stays until another has come."""
        self._path, self._view = view.path, view
        self.stack.setCurrentWidget(self.main if view.path else self.empty)
        if self._was_given and view.path:
            self._was_given = False
            self.view.setFocus()
        self._show_frame()
        self.back.setEnabled(view.has_previous)
        self.forth.setEnabled(view.has_next)
        self.counter.setText(view.counter)
        if view.fault:
            self.fault.show_state("warning", view.fault_title, "", view.fault, "warn")
            self.photo_stack.setCurrentWidget(self.fault)
        self.answer.show_view(view.answer)
        self.network.show_answer(view.answer)

    def show_photo(self, photo: LoadedPhoto) -> None:
        """So that it fits."""
        self.photo_path = photo.file.path
        self.view.show_photo(
            photo.levels, as_shown(Path(photo.file.path).name), QSize(photo.file.width, photo.file.height)
        )
        self.photo_stack.setCurrentWidget(self.view)
        self.network.show_photo(photo.levels, as_shown(Path(photo.file.path).name))

    def show_sharper(self, photo: LoadedPhoto) -> None:
        """More pixels of the photo that is shown."""
        self.view.show_sharper(photo.levels)

    def show_strip(self, paths: list[str], place: int) -> None:
        """The photos around the one that is shown."""
        self.strip.show_photos(paths, place)

    def set_tones(self, tones: Tones) -> None:
        """How deep photos are shown as small pictures from now on."""
        for source in (self.source, self.strip.source, self.folder.source, self.folder.small):
            source.set_tones(tones)

    def place_of(self, page: TabPage) -> int:
        """Of one of `pages`, for `show_page`."""
        return 1 + self.pages.index(page)

    def set_inner_back(self, words: str) -> None:
        """Where Esc leads from the photo within this tab, as a button says it; "": out of it."""
        if words != self._inner_back:
            self._inner_back = words
            self.back_changed.emit()

    @property
    def inner_back(self) -> str:
        if self.page is None:
            return self._inner_back
        return self.page.inner_back or (self._inner_back if self.page is self.network else "")

    def go_back(self) -> None:
        if self.page is not None and self.page.inner_back:
            self.page.go_back()
        else:
            self.inner_back_wanted.emit()

    def show_back(self, words: str) -> None:
        show_words(self.return_button, words)
        self.return_button.setToolTip(as_tip(tr("{words} ({key})", words=words, key=key_text("Esc"))))

    def show_page(self, place: int) -> None:
        """Brings a page to the front, with the keyboard."""
        self.segments.choose(place)
        if first := self.first_focus():
            first.setFocus()

    @property
    def page(self) -> TabPage | None:
        """The one in front; None: that of the photo."""
        return self.pages[self.segments.current - 1] if self.segments.current > PHOTO else None

    @property
    def shows_progress(self) -> bool:
        return self.page is not None and self.page.shows_progress

    def first_focus(self) -> QWidget | None:
        """The photo, so that Left and Right go on and back at once."""
        if self.page is not None:
            return self.page.first_focus()
        return self.view if self._path and not self.view.isHidden() else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        inside = self.photo_stack.rect().contains(self.photo_stack.mapFrom(self, event.pos()))
        if self._path and self.page is None and (by_keys(event) or inside):
            self.menu.open(self._path, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._path and self.page is None and wants_menu(event):
            self.menu.open(self._path, self.photo_stack.mapToGlobal(self.photo_stack.rect().center()))
        else:
            super().keyPressEvent(event)

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_pages(self) -> list[TabPage]:
        """Beside that of the photo; each has its name in `segments`."""
        self.network = NetworkPage()
        self.network.stepped.connect(self.stepped)
        self.network.open_wanted.connect(self._open)
        self.folder = FolderPage(self.ask, self.dialogs)
        return [self.network, self.folder]

    def _build_main(self) -> QWidget:
        self.view, self.fault = PhotoView(), EmptyState("warning")
        self.view.zoomed.connect(self._zoomed)
        self.photo_stack = in_stack(self.view, self.fault)
        self.back = self._tool("left", tr("Previous photo"), key_text("Left"))
        self.forth = self._tool("right", tr("Next photo"), key_text("Right"))
        self.counter = theme.muted(QLabel(alignment=Qt.AlignmentFlag.AlignCenter))
        self.counter.setMinimumWidth(92)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.zoom_label = theme.muted(QLabel(alignment=right))
        self.zoom_label.setMinimumWidth(56)
        self.smaller = self._tool("zoom-out", tr("Zoom out"), "−")
        self.larger = self._tool("zoom-in", tr("Zoom in"), "+")
        self.fit = self._tool("fit", tr("Fit to window"), "0")
        self.actual = self._tool("", tr("Actual size"), "1")
        self.actual.setText("1:1")
        zoom = (self.zoom_label, self.smaller, self.larger, self.fit, self.actual)
        bar = in_row(self.back, self.counter, self.forth, ROOM, *zoom, spacing=4)
        self.answer = AnswerCard(self.source)
        left = QWidget()
        self.strip = Strip(self.ask)
        self.strip.stepped.connect(self.stepped)
        in_column(wide(self.photo_stack), self.strip, bar, of=left)
        self.panels = Panels(Panel(left), Panel(self.answer, ANSWER))
        return self.panels

    def _tool(self, name: str, words: str, key: str) -> QToolButton:
        button = QToolButton()
        if name:
            button.setIcon(icon(name))
        button.setAccessibleName(words)
        button.setToolTip(tr("{words} ({key})", words=words, key=key))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _build_actions(self) -> None:
        keys = QKeySequence.StandardKey
        for button, run, shortcuts in (
            (self.back, lambda: self.stepped.emit(-1), [QKeySequence(Qt.Key.Key_Left), QKeySequence(keys.MoveToPreviousPage)]),
            (self.forth, lambda: self.stepped.emit(1), [QKeySequence(Qt.Key.Key_Right), QKeySequence(keys.MoveToNextPage)]),
            (self.smaller, self.view.zoom_out, [QKeySequence(Qt.Key.Key_Minus), QKeySequence(keys.ZoomOut)]),
            (self.larger, self.view.zoom_in, [QKeySequence(Qt.Key.Key_Plus), QKeySequence(keys.ZoomIn)]),
            (self.fit, self.view.fit, [QKeySequence(Qt.Key.Key_0)]),
            (self.actual, self.view.actual_size, [QKeySequence(Qt.Key.Key_1)]),
            (None, self._paste, [QKeySequence(keys.Paste)]),
            (None, self._open, [QKeySequence(keys.Open)]),
        ):  # fmt: skip
            action = QAction(self)
            action.setShortcuts(shortcuts)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)  # asleep while the tab is not shown
            action.triggered.connect(run)
            self.addAction(action)
            if button is not None:
                button.clicked.connect(run)
                self._of_photo.append(action)

    # What happens ---------------------------------------------------------------------------------------------------

    def _show_page(self, place: int) -> None:
        self.page_stack.setCurrentIndex(place)
        for action in self._of_photo:
            action.setEnabled(place == PHOTO)
        self._show_frame()
        self.back_changed.emit()

    def _show_frame(self) -> None:
        """Title and primary button, of the page in front."""
        page, view = self.page, self._view
        if page is not None:
            heading, primary = page.heading, page.primary
            self.title.setText(heading.title or tr("Viewer"))
            self.set_subtitle(heading.subtitle)
            self.subtitle.setToolTip(as_tip(heading.tip))
            self.set_primary(primary.text, primary.enabled, primary.note)
        elif view is not None:
            self.title.setText(view.title)
            self.set_subtitle(view.folder)
            self.subtitle.setToolTip(as_tip(view.path))
            self.set_primary(view.primary)

    def _press(self) -> None:
        if self.page is not None:
            self.page.pressed.emit()
        else:
            self._open()

    def _zoomed(self, scale: float, fits: bool) -> None:
        self.zoom_label.setText(tr("{p:.0%}", p=scale))
        self.fit.setEnabled(not fits)

    # Where photos come from -----------------------------------------------------------------------------------------

    def _open(self) -> None:
        endings = " ".join(f"*{suffix}" for suffix in sorted(PHOTO_SUFFIXES))
        kinds = ";;".join((tr("Photos ({endings})", endings=endings), tr("All files (*)")))
        self.dialogs.ask_files(self, tr("Open photos"), "photos", kinds, self._give)

    def _paste(self) -> None:
        files = [str(path) for path in drops.paths_in(QGuiApplication.clipboard().mimeData())]
        if not files:
            self.menu.failed.emit(tr("There is no photo on the clipboard. Copy a photo, then paste it here."))
        self._give(files)

    def _give(self, files: list[str]) -> None:
        if files:
            self._was_given = True
            self.given.emit(files)
