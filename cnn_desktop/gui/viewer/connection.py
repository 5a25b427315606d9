"""Viewer tab ↔ session."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.events import Ended
from cnn_desktop.domain.jobs.show_photo import PhotoFile
from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.photo_loader import LoadedPhoto, PhotoLoader, Room
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.known_label import KnownLabel
from cnn_desktop.gui.viewer.answers import Answers
from cnn_desktop.gui.viewer.folder_connection import FolderConnection, connect_folder
from cnn_desktop.gui.viewer.network_connection import NetworkConnection
from cnn_desktop.gui.viewer.tab import PHOTO, ViewerTab
from cnn_desktop.gui.viewer.view import Facts, view
from cnn_desktop.gui.viewer.why_connection import WhyConnection


def connect(shell: Shell) -> QWidget:
    """A connected Viewer tab."""
    tab = ViewerTab(shell.session.processes.ask, shell.dialogs)
    _Connection(shell, tab, connect_folder(shell, tab))
    return tab


class _Connection(QObject):
    """Lives as long as the tab."""

    def __init__(self, shell: Shell, tab: ViewerTab, folder: FolderConnection) -> None:
        super().__init__(tab)
        self._shell, self._tab, self._session, self._folder = shell, tab, shell.session, folder
        self._path = ""
        self._file: PhotoFile | None = None
        """Of the photo on the screen, which stays there until the next one is read."""
        self._fault = ""
        """Why the current photo cannot be read."""
        self._asked: tuple[str, Room | None] = ("", None)
        """The photo that was asked for last, and for which room."""
        self._is_sharper = False
        """That is the photo on the screen, of which more pixels are wanted."""
        session = shell.session
        self._network = NetworkConnection(shell, tab.network)
        self._known = KnownLabel(session.project, session.seal, session.background, self)
        self._known.came.connect(self._show)
        shell.remember_widths("viewer", tab.panels)
        self._loader, self._answers = PhotoLoader(session.processes.ask, self), Answers(session.processes.ask, self)
        self._loader.loaded.connect(self._take_photo)
        self._loader.failed.connect(self._take_fault)
        self._answers.came.connect(self._show)
        self._answers.failed.connect(self._tell)
        session.changed.connect(self._take)
        tab.given.connect(self._take_given)
        shell.photos_given.connect(self._take_given)
        tab.menu.failed.connect(lambda text: shell.tell(Notice("warning", text)))
        tab.stepped.connect(session.selection.step)
        tab.view.coarse.connect(self._load_sharper)
        self._why = WhyConnection(shell, tab)
        self._take(EVERYTHING)

    # Session → tab

    def _take(self, changed: Changed) -> None:
        self._why.take(changed)  # before it is told what is on the screen
        if changed.any("runs", "model"):
            one = self._session.models.now
            self._answers.use(*((one.folder, one.seconds) if one else (None,)))
        if changed.selection:
            self._take_selection()
        elif changed.photos and self._path:  # read again: they may be other ones now
            self._answers.forget()
            self._load()
        if changed.any("labels", "photos") and self._path:
            self._known.look(self._path)
        if changed.any("runs", "model", "unknown", "selection", "photos"):
            self._show()
        if changed.selection and (class_name := self._session.selection.take_explains()) is not None:
            self._tab.show_page(PHOTO)
            self._why.explain(class_name)

    def _take_selection(self) -> None:
        selection, path = self._session.selection, self._session.selection.current
        if path and self._tab.page is self._tab.folder and selection.of is not self._session.folder:
            self._tab.show_page(PHOTO)  # it was opened elsewhere, and the folder would hide it
        if path != self._path or self._fault or self._answers.failure(path):  # opened again: it may go well now
            self._path, self._fault = path, ""
            self._answers.drop()
            self._known.look(path)
            if path:
                self._load()

    def _load(self) -> None:
        self._is_sharper = False
        self._ask(self._tab.view.room())

    def _load_sharper(self) -> None:
        """The person zooms in, or the window has grown."""
        room = self._tab.view.room() if self._tab.view.fits else None
        if self._file is not None and self._file.path == self._path and self._asked not in ((self._path, room), (self._path, None)):  # fmt: skip
            self._is_sharper = True
            self._ask(room)

    def _ask(self, room: Room | None) -> None:
        """For the photo as the model in use sees it, else as the project's photos are read."""
        session = self._session
        self._asked = (self._path, room)
        model, photos = session.models.now, session.project.photos
        self._loader.load(self._path, model.folder if model else None, (photos and photos.tones) or OWN, room)

    def _take_given(self, paths: list[str]) -> None:
        """What was dropped, opened or pasted: a few photos are looked at one by one."""
        if not self._folder.take(paths):
            self._tab.show_page(PHOTO)
            self._session.selection.show(paths)

    def _take_photo(self, photo: LoadedPhoto) -> None:
        if photo.file.path == self._path and self._is_sharper:
            self._tab.show_sharper(photo)
        elif photo.file.path == self._path:
            self._file, self._fault = photo.file, ""
            self._tab.show_photo(photo)
            self._show()

    def _take_fault(self, path: str, text: str) -> None:
        if path == self._path and not self._is_sharper:  # else it stays as it is
            self._file, self._fault = None, text
            self._show()

    def _show(self) -> None:
        selection, answers, path = self._session.selection, self._answers, self._path
        alone, answer = self._session.models.alone, answers.answer(path)
        answer = answer and answer.under(self._session.unknowns.setting)
        shown = view(
            Facts(
                path=path,
                place=selection.place,
                total=len(selection.paths),
                file=self._file,
                fault=self._fault or answers.fault(path),
                has_model=answers.has_model,
                alone=(alone.title, alone.classes) if alone else ("", ()),
                answer=answer,
                failure=answers.failure(path),
                known=self._known.of(path),
                is_warm=answers.is_warm,
            )
        )
        self._tab.show_view(shown)
        self._why.look_at(path, None if self._fault else answer)
        self._network.show_fault(self._fault or answers.fault(path))
        self._tab.show_strip(selection.paths, selection.place)
        if shown.question:
            answers.want(shown.question, self._session.settings.config.device)

    # Tab → window

    def _tell(self, ended: Ended) -> None:
        """In the message bar too, where details can be read."""
        self._shell.tell(Notice("error", ended.text.render(QT_WORDS), ended.details))
