"""Opens projects, reads folders through the light child, and keeps what was found."""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Event, Failed, JobDone, Progress
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.jobs.scan import ScanFolder, Scanned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan, load_scan
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.gui.children.service import Service
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.job_board import JobBoard
from cnn_desktop.gui.state.job_state import Notice, ProjectInfo
from cnn_desktop.project import opened as projects
from cnn_desktop.project.opened import Contents, History, Opened


class ProjectDesk(QObject):
    """The open project and its photos."""

    project_changed = Signal()
    scan_changed = Signal()
    history_changed = Signal()
    settings_found = Signal(object)
    """The `TrainConfig` kept with a project that was opened; None when it has none."""
    notice = Signal(object)

    def __init__(self, board: JobBoard, background: Background, light: Service, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board, self._background, self._light = board, background, light
        self.opened: Opened | None = None
        self.info: ProjectInfo | None = None
        self.scan: Scan | None = None
        self.history = History()
        self.chosen = ""
        """Id of the run whose model is used, "" for the newest."""
        self._numbers = itertools.count(1)
        self._job = ""
        self._data = Path()
        self._into: Opened | None = None
        self._after_drawing: Callable[[], None] | None = None
        light.came.connect(self._hear)

    # Opening

    def open_folder(self, data: Path) -> None:
        """Opens the project of `data`, or reads `data` and makes one when there are photos in it."""
        if not self._board.begin("scan", say("Opening {name}", name=data.name)):
            return
        data = data.absolute()
        self._background.run(
            lambda: projects.find_project(data),
            lambda found: self._open(found, data) if found else self._read(data, None),
            self._give_up,
        )

    def open_project(self, folder: Path) -> None:
        """Opens NAME.cnnproj and reads its photos again."""
        if self._board.begin("scan", say("Opening {name}", name=folder.stem)):
            self._open(folder.absolute(), None)

    def open_sample(self, folder: Path) -> None:
        """Has the sample drawn into `folder`, then opens it."""
        if self._board.begin("sample", say("Drawing the sample photos")):
            self._job = f"sample {next(self._numbers)}"
            self._after_drawing = lambda: self.open_folder(folder)
            self._light.send(DrawSample(id=self._job, folder=str(folder)))

    def rescan(self) -> None:
        """Reads the open project's folder again."""
        if self.info and self.may_write() and self._board.begin("scan", say("Reading {name}", name=self.info.name)):
            self._read(Path(self.info.folder), self.opened)

    def relink(self, root: str, folder: Path) -> None:
        """The photos of `root` are in `folder` now."""
        opened = self.opened
        if not (opened and self.info and self.may_write()):
            return
        if not self._board.begin("scan", say("Reading {name}", name=self.info.name)):
            return
        old = Path(self.scan.roots[root]) if self.scan and root in self.scan.roots else None

        def moved() -> Path:
            opened.store.relink_root(root, folder)
            data = Path(opened.info().folder)
            return folder if old is None or data == old else data

        self._background.run(moved, lambda data: self._read(data, opened), self._give_up)

    def leave(self) -> None:
        """Closes the open project."""
        opened, self.opened = self.opened, None
        self.info, self.scan, self.history, self.chosen = None, None, History(), ""
        if opened:
            self._background.run(opened.close)
        self.project_changed.emit()
        self.scan_changed.emit()
        self.history_changed.emit()

    def may_write(self) -> bool:
        """False, and says why, when another window has the project."""
        if self.info and self.info.read_only:
            self.notice.emit(Notice("info", read_only(self.info)))
            return False
        return True

    # Runs

    def keep(self, config: TrainConfig) -> None:
        """Keeps the training settings with the project."""
        if opened := self.opened:
            self._background.run(lambda: opened.keep_settings(config))

    def choose_run(self, run_id: str) -> None:
        """The model of the run `run_id` is used from now on."""
        self.chosen = run_id
        self.renew_history(lambda: None)

    def renew_history(self, then: Callable[[], None]) -> None:
        """Reads the runs and the report again, then calls `then` in any case."""
        opened = self.opened
        if not opened:
            then()
            return

        def show(history: History) -> None:
            if self.opened is opened:
                self.history = history
                self.history_changed.emit()
            then()

        def failed(notice: Notice) -> None:
            self.notice.emit(notice)
            then()

        chosen = self.chosen
        self._background.run(lambda: opened.history(chosen), show, failed)

    # Steps of opening

    def _open(self, folder: Path, data: Path | None) -> None:
        """Opens a project there is, shows what it knows, then reads its photos again."""
        if self.opened and self.info and folder == self.opened.folder:
            self._read(data or Path(self.info.folder), self.opened)
            return

        def work() -> tuple[Opened, Contents, bool]:
            opened = projects.open_existing(folder)
            contents = opened.contents()
            return opened, contents, not Path(contents.info.folder).is_dir()

        def show(found: tuple[Opened, Contents, bool]) -> None:
            opened, contents, gone = found
            self._show(opened, contents)
            info = contents.info
            if info.read_only:
                self._board.end()
                self.notice.emit(Notice("warning", read_only(info)))
            elif data or (info.folder and not (gone and contents.scan)):  # gone photos are told by the tabs
                self._read(data or Path(info.folder), opened)
            else:
                self._board.end()

        self._background.run(work, show, self._give_up)

    def _read(self, data: Path, into: Opened | None) -> None:
        """Has the light child read `data`; the photos go into `into`, or into a new project."""
        if self._board.state.stopping:
            self._board.end()
            return
        self._job = f"scan {next(self._numbers)}"
        self._data, self._into = data, into
        result = cache_folder() / "scans" / f"{os.getpid()} {self._job}.json"
        self._light.send(ScanFolder(id=self._job, data=str(data), result=str(result)))

    def _hear(self, event: Event) -> None:
        if not self._job:
            return
        if isinstance(event, Progress):
            self._board.hear(event)
        elif isinstance(event, Scanned) and event.id == self._job:
            self._take(Path(event.result))
        elif isinstance(event, Failed) and event.id in (self._job, ""):
            self._give_up(Notice("error", event.text.render(QT_WORDS), event.details))
        elif isinstance(event, JobDone) and event.id == self._job:
            self._finished()

    def _finished(self) -> None:
        """The child is done: the sample is drawn, or reading was stopped."""
        draw, self._after_drawing = self._after_drawing, None
        stopped = self._board.state.stopping
        self._job = ""
        self._board.end()
        if draw and not stopped:
            draw()

    def _take(self, result: Path) -> None:
        """The folder is read: its photos go into the project, which is made now if it is new."""
        self._job, data, into = "", self._data, self._into

        def work() -> tuple[Opened, Contents]:
            try:
                scan = load_scan(result)
            finally:
                with contextlib.suppress(OSError):
                    result.unlink(missing_ok=True)
            project = into or projects.create_project(data)
            project.take(scan, data)
            return project, project.contents()

        def show(found: tuple[Opened, Contents]) -> None:
            self._board.end()
            self._show(*found)

        self._background.run(work, show, self._give_up)

    def _show(self, opened: Opened, contents: Contents) -> None:
        before, self.opened = self.opened, opened
        self.info, self.scan, self.history = contents.info, contents.scan, contents.history
        self.chosen = ""
        if before is not opened:
            if before:
                self._background.run(before.close)
            self._board.forget_result()
        self.project_changed.emit()
        if before is not opened:  # before the photos: who hears of those may rely on the settings
            self.settings_found.emit(contents.settings)
        self.scan_changed.emit()
        self.history_changed.emit()

    def _give_up(self, notice: Notice) -> None:
        """Opening failed: what was open stays open."""
        self._job, self._after_drawing = "", None
        self._board.end()
        self.notice.emit(msgspec.structs.replace(notice, about="opening"))


def read_only(info: ProjectInfo) -> str:
    """Why nothing can be changed."""
    return tr("“{name}” is open in another window, so it can only be looked at here.", name=info.name)
