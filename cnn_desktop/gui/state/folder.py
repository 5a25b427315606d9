"""A folder of photos, or as many as were dropped, classified together: what is known of them, and what is done with them.

A child lists and classifies them into a table in the cache (`dataset.answer_table`), which is read in the background, a page at
a time; what the open project knows of them is added there. A watching child tells of new ones.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from cnn_desktop.dataset.answer_table import AnswerTable, Ids
from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort
from cnn_desktop.domain.answered import AnswerCounts, AnsweredPhoto
from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.jobs.classify import AnswersKept, ClassifyPhotos, PhotosClassified, PhotosListed
from cnn_desktop.domain.jobs.export_answers import AnswersForm, ExportAnswers
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.folder_doubts import FolderDoubts
from cnn_desktop.gui.state.folder_labels import FolderLabels
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.seal import Seal
from cnn_desktop.gui.state.settings import TrainSettings
from cnn_desktop.gui.state.unknown import Unknowns
from cnn_desktop.gui.state.viewed_model import Models, ViewedModel

T = TypeVar("T")
REFRESH_MS = 600
"""Between two readings of the table while it grows."""
MOST_TO_WALK = 100_000
"""Photos before and after one that is opened that are at hand in the viewer."""
FOLDER = "answers"
"""In the cache."""


class FolderState(msgspec.Struct, frozen=True):
    """What is known of the photos that are looked at together."""

    paths: tuple[str, ...] = ()
    """Files and folders that were opened; empty: nothing was."""
    folders: tuple[str, ...] = ()
    """Those of them that are folders."""
    model: ViewedModel | None = None
    """Whose answers these are; None: there was none."""
    is_running: bool = False
    is_whole: bool = False
    """All photos were looked at."""
    listed: int = 0
    """Photos that were found."""
    left_out: int = 0
    reasons: Message | None = None
    """Which files are left out, and why."""
    problem: str = ""
    """Why it broke off, as a sentence."""
    classes: tuple[str, ...] = ()
    """The model's, as the open project calls them."""
    counts: AnswerCounts = AnswerCounts()


class Listing(NamedTuple):
    """The photos that are wanted, in their order; another one each time the table was read."""

    ids: Ids
    wanted: AnswerFilter
    order: AnswerSort


class FolderAnswers(QObject):
    """Lives in the GUI thread."""

    changed = Signal(object)
    """`Changed(folder=True)`."""
    listed = Signal(object)
    """`Listing`: the newest."""
    notice = Signal(object)
    opened = Signal()
    """Other photos are looked at from now on."""

    def __init__(
        self, jobs: Jobs, project: Project, models: Models, unknowns: Unknowns, settings: TrainSettings, seal: Seal,
        background: Background, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._jobs, self._project, self._models, self._settings = jobs, project, models, settings
        self._unknowns, self._background = unknowns, background
        self._labels, self._doubts = FolderLabels(project, seal), FolderDoubts()
        self._is_seen = self._is_late = False
        """Somebody looks at the photos; labels or the setting of unknown have changed since somebody did."""
        self.state = FolderState()
        self.wanted, self.order = AnswerFilter(), AnswerSort()
        self.listing: Listing | None = None
        self._file: Path | None = None
        self._reading = self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._soon.timeout.connect(self._read)
        project.came.connect(lambda _: self.forget())
        models.changed.connect(lambda _: self.changed.emit(Changed(folder=True)))

    # What is looked at

    @property
    def file(self) -> Path | None:
        """The table of answers; None: nothing is open."""
        return self._file

    @property
    def model(self) -> ViewedModel | None:
        """The one that would be asked now."""
        return self._models.now

    @property
    def is_outdated(self) -> bool:
        """Another model is in use than the one whose answers these are."""
        return bool(self.state.paths) and self.model is not None and self.state.model != self.model

    def open(self, paths: list[str]) -> bool:
        """Classifies these files and folders; False, and says why, while another job runs."""
        return self._begin(tuple(paths), cache_folder() / FOLDER / f"{secrets.token_hex(16)}.sqlite")

    def go_on(self) -> bool:
        """Classifies those that have no answer yet; all of them where another model is in use by now."""
        if self.is_outdated or self._file is None:
            return self.open(list(self.state.paths))
        return self._begin(self.state.paths, self._file)

    def choose(self, wanted: AnswerFilter, order: AnswerSort) -> None:
        """Other photos are wanted, or in another order."""
        if (wanted, order) != (self.wanted, self.order):
            self.wanted, self.order = wanted, order
            self.changed.emit(Changed(folder=True))
            self._read()

    def refresh(self) -> None:
        """There is more in the table."""
        if not self._soon.isActive():
            self._soon.start()

    def page(self, listing: Listing, start: int, count: int, then: Callable[[list[AnsweredPhoto]], object]) -> None:
        """Calls `then` with some rows of `listing`, later."""
        ids = listing.ids[start : start + count]
        self.work(lambda table: table.rows(ids), then)

    def find(self, path: str, then: Callable[[int], object]) -> None:
        """Calls `then` with the row of the photo `path` in the listing, unless it is not there."""

        def take(number: int | None) -> None:
            if self.listing is not None and number in self.listing.ids:
                then(int((self.listing.ids == number).argmax()))

        self.work(lambda table: table.id_of(path), take)

    def walk(self, row: int, then: Callable[[list[str], str], object]) -> None:
        """Calls `then` with the paths around row `row` of the listing, in its order, and the one that is there."""
        listing = self.listing
        if listing is None or not 0 <= row < len(listing.ids):
            return
        ids, at = listing.ids[max(0, row - MOST_TO_WALK) : row + MOST_TO_WALK], listing.ids[row : row + 1]

        def take(found: tuple[list[str], list[str]]) -> None:
            if found[1]:
                then(found[0], found[1][0])

        self.work(lambda table: (table.paths(ids), table.paths(at)), take)

    def save(self, out: str, form: AnswersForm) -> None:
        """What is shown, as a table or as copies in class folders."""
        if self._file is not None:
            roots = self._project.photos.roots.values() if self._project.photos else ()
            sources = (*self.state.folders, *roots)
            self._jobs.start(ExportAnswers(str(self._file), out, form, self.wanted, self.order, sources))

    def forget(self) -> None:
        """Nothing is open any more."""
        if self.state.is_running:
            self._jobs.stop()
        self._drop_file()
        self._file, self.listing, self.state = None, None, FolderState()
        self.wanted, self.order = AnswerFilter(), AnswerSort()
        self._soon.stop()
        self.opened.emit()
        self.changed.emit(Changed(folder=True))

    def close(self) -> None:
        """The window closes."""
        self._drop_file()

    # Classifying

    def _begin(self, paths: tuple[str, ...], file: Path) -> bool:
        model = self.model
        job = ClassifyPhotos(str(model.folder) if model else "", list(paths), str(file), self._settings.config.device)
        if not self._jobs.begin(ClassifyPhotos, job.starting()):
            return False
        if file != self._file:
            self._drop_file()
            self._file, self.listing = file, None
            self.wanted, self.order = AnswerFilter(), AnswerSort()
            self.state = FolderState(paths, model=model)
            self.opened.emit()
        self._put(is_running=True, problem="", model=model)
        self._jobs.hand_over(job, lambda event: self._hear(file, event), lambda ended: self._end(file, ended))
        return True

    def _hear(self, file: Path, event: Event) -> None:
        if file != self._file:
            return
        match event:
            case PhotosListed():
                self._put(
                    listed=event.photos, folders=tuple(event.folders), left_out=event.left_out, reasons=event.reasons
                )
            case AnswersKept():
                self.refresh()
            case PhotosClassified():
                self._put(is_whole=not event.stopped)

    def _end(self, file: Path, ended: Ended) -> None:
        if file == self._file:
            is_bad = ended.outcome in ("failed", "crashed")
            text = ended.text.render(QT_WORDS)
            self._put(is_running=False, problem=text if is_bad else "", is_whole=self.state.is_whole and not is_bad)
            if is_bad and (self.state.counts.total or ended.details):  # else the page has it
                self.notice.emit(Notice("error", text, ended.details))
            self._read()
        self._jobs.end(ended)

    def _put(self, **changes: object) -> None:
        before, self.state = self.state, msgspec.structs.replace(self.state, **changes)
        if before != self.state:
            self.changed.emit(Changed(folder=True))

    # The table

    def work(
        self, do: Callable[[AnswerTable], T], then: Callable[[T], object], failed: Callable[[], object] = lambda: None
    ) -> None:
        """Does something with the table in the background; `then` hears of it, unless other photos are looked at by then."""
        file = self._file
        if file is None:
            return

        def work() -> T:
            with AnswerTable(file, may_write=True) as table:
                return do(table)

        def take(found: T) -> None:
            if file == self._file:
                then(found)

        def otherwise(notice: Notice) -> None:
            if file == self._file:
                self.notice.emit(notice)
                failed()

        self._background.run(work, take, otherwise)

    def _read(self) -> None:
        """The listing and the counts; once more when there is more by then."""
        file = self._file
        if file is None or self._reading:
            self._stale = self._reading
            return
        self._reading, self._stale, self._is_late = True, False, False
        wanted, order, know = self.wanted, self.order, self._labels.adding()
        judge = self._doubts.judging(None if self.is_outdated else self._unknowns.setting)

        def read() -> tuple[tuple[str, ...], AnswerCounts, Listing] | None:
            if not file.exists():
                return None  # not begun yet, or it broke off before
            with AnswerTable(file, may_write=True) as table:
                know(table)
                judge(table)
                return table.names(), table.counts(), Listing(table.find(wanted, order), wanted, order)

        def done() -> None:
            self._reading = False
            if self._stale:
                self._read()

        def show(found: tuple[tuple[str, ...], AnswerCounts, Listing] | None) -> None:
            if file == self._file and found is not None:
                classes, counts, self.listing = found
                self._put(classes=classes, counts=counts)
                self.listed.emit(self.listing)
                if self.wanted.label is not None and classes and self.wanted.label not in classes:  # it was renamed
                    self.choose(msgspec.structs.replace(self.wanted, label=None), self.order)
            done()

        def failed(notice: Notice) -> None:
            self.notice.emit(notice)
            done()

        self._background.run(read, show, failed)

    def follow(self, changed: Changed) -> None:
        """Of the session: labels may be other ones, or may be shown now, or other photos are unknown."""
        if changed.any("labels", "photos", "unknown") and self._file is not None:
            if changed.any("labels", "photos"):
                self._labels.forget()
            self._is_late = True
            if self._is_seen:
                self.refresh()

    def see(self, is_seen: bool) -> None:
        """Somebody looks at the photos from now on, or nobody does: then changes of labels wait."""
        self._is_seen = is_seen
        if is_seen and self._is_late:
            self._read()

    def _drop_file(self) -> None:
        file = self._file
        self._labels.forget()
        self._doubts.forget()
        if file is not None:
            self._background.run(lambda: _remove(file), None, lambda _: None)


def _remove(file: Path) -> None:
    for one in (file, file.with_name(f"{file.name}-journal")):
        one.unlink(missing_ok=True)
