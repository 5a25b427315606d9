"""Dataset tab ↔ session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.events import PictureReady, Progress
from cnn_desktop.domain.message import say
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.state.session import Session


def connect(shell: Shell) -> QWidget:
    """A connected Dataset tab."""
    tab, session = DatasetTab(), shell.session
    previews = _Previews(tab, session)

    def show_project() -> None:
        tab.show_project(session.project)

    def show_scan() -> None:
        tab.show_scan(session.scan)
        roots = dict(session.scan.roots) if session.scan else {}
        shell.background.run(lambda: _gone(roots), show_gone)

    def show_gone(gone: tuple[str, str]) -> None:
        tab.show_missing(*gone)
        shell.photos_gone.emit(bool(gone[0]))

    def show_job() -> None:
        tab.show_scanning(scanning(session))

    def show_config() -> None:
        tab.show_augmentation(session.config.augmentation)

    session.project_changed.connect(show_project)
    session.scan_changed.connect(show_scan)
    session.job_changed.connect(show_job)
    session.config_changed.connect(show_config)
    session.picture_ready.connect(previews.take)
    tab.folder_chosen.connect(shell.folder_wanted)
    tab.photo_activated.connect(lambda path: shell.show_photo(path, tab.shown_files))
    tab.thumbnails_needed.connect(shell.ask_thumbnails)
    tab.augmentation_changed.connect(lambda augmentation: session.set_config(augmentation=augmentation))
    tab.preview_needed.connect(previews.ask)
    tab.relink_requested.connect(lambda root, folder: session.relink(root, Path(folder)))
    tab.next_step.connect(shell.go("model"))
    for show in (show_project, show_scan, show_job, show_config):
        show()
    return tab


class _Previews(QObject):
    """Tells examples of an augmentation from thumbnails: they answer different questions."""

    def __init__(self, tab: DatasetTab, session: Session) -> None:
        super().__init__(tab)  # a connected method does not keep its object alive
        self._tab, self._session = tab, session
        self._id = ""

    def ask(self, photo: str, augmentation: Augmentation) -> None:
        self._tab.show_preview([])
        self._id = self._session.preview(Path(photo), augmentation)

    def take(self, event: PictureReady) -> None:
        if event.id == self._id:
            self._tab.add_preview(event.file)
        else:
            self._tab.show_picture(event)


def scanning(session: Session) -> Progress | None:
    """How far reading the folder is; None when none is read."""
    job = session.job
    if job.kind not in ("scan", "sample"):
        return None
    return Progress(job.sentence or say("Reading photos"), job.done, job.total, job.rate, job.seconds_left)


def _gone(roots: dict[str, str]) -> tuple[str, str]:
    """The first folder that is not there, and its root's id; two "" when all are."""
    return next(((folder, root) for root, folder in roots.items() if not Path(folder).is_dir()), ("", ""))
