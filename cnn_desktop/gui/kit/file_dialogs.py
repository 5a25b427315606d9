"""Every dialog that asks for a file or a folder: each begins where the last one for the same purpose ended.

Never in a class folder of the open project, where one does not look for other photos, nor in the cache.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cnn_desktop.domain import places
from cnn_desktop.domain.files import is_folder, is_there
from cnn_desktop.project.place import numbered

Purpose = Literal["data", "project", "photos", "weights", "results"]
_Places = QStandardPaths.StandardLocation
_USUAL = {
    "data": _Places.PicturesLocation,
    "project": _Places.DocumentsLocation,
    "photos": _Places.PicturesLocation,
    "weights": _Places.DownloadLocation,
    "results": _Places.DocumentsLocation,
}


class OpenProject(NamedTuple):
    """What the dialogs want to know of it."""

    name: str = ""
    """"" when none is open."""
    roots: tuple[str, ...] = ()
    """The folders its photos lie in."""


class Kind(NamedTuple):
    """A kind of file that can be saved."""

    words: str
    """As the dialog lists it: "Report (*.html)"."""
    name: str
    """What the file is called unless the person says otherwise, with its ending."""


class FileDialogs:
    """None of them waits: each calls `then` when the person has chosen, and not at all when they have not."""

    def __init__(
        self,
        folders: dict[str, str] | None = None,
        keep: Callable[[], object] = lambda: None,
        project: Callable[[], OpenProject] = OpenProject,
    ) -> None:
        """`folders`: purpose → where its last dialog ended; `keep` is called when that has changed."""
        self._folders = {} if folders is None else folders
        self._keep, self._project = keep, project

    @property
    def project(self) -> str:
        """Name of the open project, for the names of files."""
        return self._project().name

    def ask_folder(self, parent: QWidget, title: str, purpose: Purpose, then: Callable[[str], object]) -> QFileDialog:
        """`then(folder)`. The next one begins around that folder, not in it."""
        dialog = self._dialog(parent, title, purpose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return self._open(dialog, purpose, lambda: then(dialog.selectedFiles()[0]))

    def ask_files(
        self,
        parent: QWidget,
        title: str,
        purpose: Purpose,
        kinds: str,
        then: Callable[[list[str]], object],
        most: int = 0,
    ) -> QFileDialog:
        """`then(files)`, at least one and at most `most` (0: any number). `kinds`: as QFileDialog wants them."""
        dialog = self._dialog(parent, title, purpose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile if most == 1 else QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(kinds)
        return self._open(dialog, purpose, lambda: then(dialog.selectedFiles()))

    def save_file(self, parent: QWidget, title: str, kinds: list[Kind], then: Callable[[str], object]) -> QFileDialog:
        """`then(file)`, whose ending is that of one of `kinds`; a file that is there already was asked about."""
        dialog = self._dialog(parent, title, "results")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([kind.words for kind in kinds])

        def propose(words: str) -> None:
            kind = next((kind for kind in kinds if kind.words == words), kinds[0])
            dialog.setDefaultSuffix(Path(kind.name).suffix[1:])
            dialog.selectFile(kind.name)

        def take() -> None:
            file, ending = dialog.selectedFiles()[0], dialog.defaultSuffix()
            known = {Path(kind.name).suffix for kind in kinds}
            if Path(file).suffix.lower() not in known:  # a dot in the name: of "day.2.csv" nobody was asked
                file = next(each for name in numbered(file) if not is_there(each := f"{name}.{ending}"))
            then(file)

        propose(kinds[0].words)
        dialog.filterSelected.connect(propose)
        return self._open(dialog, "results", take)

    def begin_at(self, purpose: Purpose) -> str:
        """Where a dialog begins."""
        usual = places.projects_folder() if purpose == "project" else None
        for folder in (self._folders.get(purpose), usual, QStandardPaths.writableLocation(_USUAL[purpose])):
            if folder and (outside := self._outside(Path(folder))) and is_folder(outside):
                return str(outside)
        return str(places.home_folder())

    def used(self, purpose: Purpose, folder: Path) -> None:
        """The next dialog for `purpose` begins in `folder`."""
        if self._folders.get(purpose) != str(folder):
            self._folders[purpose] = str(folder)
            self._keep()

    def _outside(self, folder: Path) -> Path | None:
        """`folder`, or the folder of the open project's photos that it lies in; None within the cache."""
        if folder.is_relative_to(places.cache_folder()):
            return None
        return next((Path(root) for root in self._project().roots if folder.is_relative_to(root)), folder)

    def _dialog(self, parent: QWidget, title: str, purpose: Purpose) -> QFileDialog:
        dialog = QFileDialog(parent, title, self.begin_at(purpose))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _open(self, dialog: QFileDialog, purpose: Purpose, take: Callable[[], object]) -> QFileDialog:
        def chosen() -> None:
            self.used(purpose, Path(dialog.selectedFiles()[0]).parent)
            take()

        dialog.accepted.connect(chosen)
        dialog.open()
        return dialog
