"""Which project is open: opens it, has its folder read by a child, and knows of its photos what can be counted."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.files import is_there
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.jobs.get_dataset import GetDataset
from cnn_desktop.domain.jobs.scan import ColumnsUnclear, ScanFolder
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.public_datasets import find_dataset
from cnn_desktop.domain.scan_files import open_reading
from cnn_desktop.domain.table_columns import Columns
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.project.data import Data
from cnn_desktop.project.facts import Contents, ProjectInfo
from cnn_desktop.project.place import find_project, is_project

if TYPE_CHECKING:  # imported in the background, where a project is opened: it would delay the window
    from cnn_desktop.project.opened import Opened
    from cnn_desktop.project.query import Ids

T = TypeVar("T")


class Project(QObject):
    """The open project and the facts about its photos. Nothing here blocks: files and SQLite are for the background thread."""

    came = Signal(object)
    """`project.facts.Contents` of another project that is open now, None when none is any more; told before `changed`."""
    changed = Signal(object)
    """`Changed(project=True, photos=True)`."""
    notice = Signal(object)
    columns_wanted = Signal(object, object)
    """A table (its Path) and `ColumnsUnclear`: it can be opened once the person has said which column holds what."""

    def __init__(self, jobs: Jobs, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._background = jobs, background
        self.opened: Opened | None = None
        """For the background thread only."""
        self.info: ProjectInfo | None = None
        self.photos: PhotoFacts | None = None
        """Counts, never the photos; None before a folder was read."""
        self.gone: tuple[str, str] = ("", "")
        """The first folder of photos that is not there, and its root's id; empty when all are."""

    # Opening

    def open_folder(self, data: Path, only: Iterable[str] = (), columns: Columns | None = None) -> None:
        """Opens the project that `data` is, or the one of the folder or CSV `data`; makes one when there are photos in it.

        `only`: names of the folders in `data` that count; none: all. `columns`: of a table; None: as it was read before, or
        as they can be found out.
        """
        if is_project(data):
            self.open_project(data)
            return
        opened = Data(str(data.absolute()), tuple(sorted(only)), columns=columns)
        # the name without a look at the disk, which may take its time
        self._open_data(opened, opened.name if only else data.name or str(data))

    def open_folders(self, folders: Iterable[Path]) -> None:
        """Opens the project of several folders together, or makes it: each is a class, or holds class folders."""
        opened = Data.of(folders)
        if opened.also:
            self._open_data(opened, opened.name)
        else:
            self.open_folder(opened.path)

    def _open_data(self, opened: Data, name: str) -> None:
        if not self._jobs.begin(ScanFolder, say("Opening {name}", name=name)):
            return
        here = self._background.here
        self._run(
            lambda: find_project(opened, here),
            lambda found: self._open(found, opened) if found else self._read(opened, None),
        )

    def open_project(self, folder: Path) -> bool:
        """Opens NAME.cnnproj and reads its photos again; False, and says why, when that cannot be now."""
        if not self._jobs.begin(ScanFolder, say("Opening {name}", name=folder.stem)):
            return False
        self._open(folder.absolute(), None)
        return True

    def open_sample(self) -> None:
        """Draws the built-in sample (or finds it drawn) and opens it like any folder."""
        from cnn_desktop.dataset.sample.place import sample_folder

        self._make_and_open(DrawSample(str(sample_folder())))

    def open_public(self, key: str) -> None:
        """Downloads the public data set `key` (or finds it downloaded) and opens it like any folder."""
        if row := find_dataset(key):
            self._make_and_open(GetDataset(key, str(row.folder)))

    def _make_and_open(self, job: DrawSample | GetDataset) -> None:
        def made(ended: Ended) -> None:
            self._jobs.end()
            if ended.outcome == "finished":
                self.open_folder(Path(job.folder))
            else:
                self._say(ended)

        if self._jobs.begin(type(job), job.starting()):
            self._jobs.hand_over(job, None, made)

    def rescan(self) -> None:
        """Reads the open project's folder again."""
        if info := self._begin_to_read():
            self._read(info.data, self.opened)

    def choose_class_level(self, level: int) -> None:
        """The classes are the folders so many levels below the one that was opened: reads it again."""
        if info := self._begin_to_read():
            self._read(msgspec.structs.replace(info.data, class_level=level), self.opened)

    def relink(self, root: str, folder: Path) -> None:
        """The photos of `root` are in `folder` now."""
        opened, info = self.opened, self._begin_to_read()
        if not (opened and info):
            return
        old = Path(self.photos.roots[root]) if self.photos and root in self.photos.roots else None

        def work() -> Data:
            data = info.data
            if old is None:
                data = msgspec.structs.replace(data, place=str(folder))
            elif not (data.is_table and is_there(data.path)):  # a table may have moved with its photos
                data = data.moved(str(old), str(folder))
            opened.photos.relink(root, folder)
            return data

        self._run(work, lambda data: self._read(data, opened))

    def leave(self) -> None:
        """Closes the open project: back to the start page. Refused, and said, while a job runs."""
        if not self._jobs.refuses():
            self.close()

    def close(self) -> None:
        """Closes the open project."""
        opened, self.opened = self.opened, None
        self.info, self.photos, self.gone = None, None, ("", "")
        self.came.emit(None)
        if opened:
            self._background.run(opened.close)
        self.changed.emit(Changed(project=True, photos=True))

    # What is known

    @property
    def folder(self) -> str:
        """The folder (or CSV) that was opened; "" when no project is open."""
        return self.info.folder if self.info else ""

    def may_write(self) -> bool:
        """False, and says why, when another window has the project, or its folder may only be read."""
        if self.info and self.info.read_only:
            self.notice.emit(Notice("info", why_read_only(self.info)))
            return False
        return True

    def find(self, wanted: PhotoFilter, order: PhotoSort, then: Callable[[Ids], object]) -> None:
        """Calls `then` with the ids of all `wanted` photos, in `order`, unless another project is open by then.

        What cannot be read is said.
        """
        self._ask(lambda opened: opened.photos.find(wanted, order), then)

    def rows(self, ids: Ids, then: Callable[[list[PhotoRow]], object]) -> None:
        """Calls `then` with the photos `ids`, likewise."""
        self._ask(lambda opened: opened.photos.rows(ids), then, lambda: then([]))  # else it would be waited for

    def take_photos(self, opened: Opened, photos: PhotoFacts) -> bool:
        """Other facts hold of the photos of `opened` now; False when another project is open by then."""
        if self.opened is opened:
            self.photos = photos
        return self.opened is opened

    def _ask(
        self, work: Callable[[Opened], T], then: Callable[[T], object], otherwise: Callable[[], object] = lambda: None
    ) -> None:
        """Looks something up in the open project. What cannot be read is said."""
        opened = self.opened
        if opened is None:
            return

        def show(found: T) -> None:
            if self.opened is opened:
                then(found)

        def failed(notice: Notice) -> None:
            self.notice.emit(notice)
            if self.opened is opened:
                otherwise()

        self._background.run(lambda: work(opened), show, failed)

    def run_folder(self, run_id: str) -> Path:
        """Where the run `run_id` of the open project lies. Raises LookupError when none is open."""
        if not self.opened:
            raise LookupError("no project is open")
        return self.opened.runs.folder(run_id)

    # Steps of opening

    def _begin_to_read(self) -> ProjectInfo | None:
        """Claims the strip for reading the open project's photos anew; None when none is open or that cannot be now."""
        info = self.info
        if info and self.may_write() and self._jobs.begin(ScanFolder, say("Reading {name}", name=info.name)):
            return info
        return None

    def _open(self, folder: Path, data: Data | None) -> None:
        """Opens a project there is, shows what it knows, then reads its photos again, from `data` if they were there."""
        if self.opened and self.info and folder == self.opened.folder and not self.info.read_only:
            self._read(_again(self.info, data), self.opened)
            return

        here = self._background.here

        def work() -> tuple[Opened, Contents, bool]:
            """The last: its photos are to be read, as they are there or were never read."""
            from cnn_desktop.project.opened import open_existing

            opened, contents = open_existing(folder, here)
            info, photos = contents.info, contents.photos
            are_there = all(map(is_there, info.data.places))  # what lies on a drive that is not there stays as it is
            return opened, contents, are_there or (photos is None and bool(info.folder))

        def show(found: tuple[Opened, Contents, bool]) -> None:
            opened, contents, to_read = found
            self._show(opened, contents)
            info = contents.info
            if info.read_only:
                self._jobs.end()
                self.notice.emit(Notice("warning", why_read_only(info)))
            elif data or to_read:
                self._read(_again(info, data), opened)
            else:  # photos that are gone are told by the steps
                self._jobs.end()

        self._run(work, show, lambda found: found[0].close())

    def _read(self, data: Data, into: Opened | None) -> None:
        """Has a child read `data`; the photos go into `into`, or into a new project."""
        result = cache_folder() / "scans" / f"{os.getpid()} {id(self)}.json"

        unclear: list[ColumnsUnclear] = []

        def hear(event: Event) -> None:
            if isinstance(event, ColumnsUnclear):
                unclear.append(event)

        def read(ended: Ended) -> None:
            if ended.outcome == "finished":
                self._take(result, data, into)
            elif unclear and ended.outcome == "failed":
                self._jobs.end()
                self.columns_wanted.emit(data.path, unclear[0])
            else:
                self._jobs.end()
                self._say(ended)
                self._background.run(self._missing, self._miss)

        job = ScanFolder(
            data.place, str(result), data.class_level, data.only, data.also, data.together, data.columns
        )  # fmt: skip
        self._jobs.hand_over(job, hear, read)

    def _missing(self) -> tuple[str, str]:
        from cnn_desktop.project.opened import missing_root

        return missing_root(self.photos)

    def _take(self, result: Path, data: Data, into: Opened | None) -> None:
        """The folder is read: its photos go into the project, which is made now if it is new."""
        here = self._background.here

        def work() -> tuple[Opened, Contents]:
            from cnn_desktop.project.opened import create_project

            try:
                reading = open_reading(result)
                facts = reading.facts
                level = data.class_level if data.class_level == facts.class_level else 0
                kept = msgspec.structs.replace(data, class_level=level, together=facts.together)
                return (into, into.take(reading, kept, here)) if into else create_project(kept, reading, here)
            finally:
                with contextlib.suppress(OSError):
                    result.unlink(missing_ok=True)

        def show(found: tuple[Opened, Contents]) -> None:
            self._show(*found)
            self._jobs.end()  # the window may be waiting for this to close

        self._run(work, show, lambda found: None if into else found[0].close())

    def _show(self, opened: Opened, contents: Contents) -> None:
        before, self.opened = self.opened, opened
        self.info, self.photos, self.gone = contents.info, contents.photos, contents.gone
        if before is not opened:
            self.came.emit(contents)
            if before:
                self._background.run(before.close)
        self.changed.emit(Changed(project=True, photos=True))

    def _run(
        self, work: Callable[[], T], then: Callable[[T], object], unwanted: Callable[[T], object] = lambda _: None
    ) -> None:
        """A step of opening in the background, which Stop gives up: what was open stays open."""
        self._background.run(
            work, then, self._give_up, control=self._jobs.control, stopped=self._jobs.end, unwanted=unwanted
        )

    def _miss(self, gone: tuple[str, str]) -> None:
        """The folder could not be read, maybe because it is not there any more."""
        if gone != self.gone:
            self.gone = gone
            self.changed.emit(Changed(photos=True))

    def _say(self, ended: Ended) -> None:
        """The child could not do it: what was open stays open."""
        if ended.outcome != "stopped":
            self.notice.emit(Notice("error", ended.text.render(QT_WORDS), ended.details, "opening"))

    def _give_up(self, notice: Notice) -> None:
        """Opening failed: what was open stays open."""
        self._jobs.end()
        self.notice.emit(Notice(notice.kind, notice.text, notice.details, "opening"))


def _again(info: ProjectInfo, data: Data | None) -> Data:
    """What a project's photos are read from, which may lie in another place now: what was chosen for it stays chosen."""
    if data is None or data.also or info.also:
        return info.data
    return msgspec.structs.replace(data, class_level=info.class_level, columns=data.columns or info.columns)


def why_read_only(info: ProjectInfo | None) -> str:
    """Why nothing can be changed; "" when it can."""
    if info is None or not info.read_only:
        return ""
    if info.closed:
        return tr("“{name}” is in a folder you cannot change, so it is read-only here.", name=info.name)
    if info.newer:
        return tr(
            "“{name}” was made by a newer version of this app, so it is read-only here. Update the app to change it.",
            name=info.name,
        )
    return tr("“{name}” is open in another window, so it is read-only here.", name=info.name)
