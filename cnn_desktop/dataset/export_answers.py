"""What a model said of many photos, for other programs: a table as `predict` writes it, or copies in class folders.

The person's photos are only read. Nothing that lies in the chosen folder is replaced; what was copied before something went
wrong stays, is told, and is not copied twice.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from cnn_desktop.dataset.answer_table import AnswerTable, Ids
from cnn_desktop.dataset.class_folders import (
    folder_names,
    mark,
    need_no_photo,
    need_outside,
    need_room,
    room_for,
    told_changed,
    with_parents,
)
from cnn_desktop.dataset.copying import copy_beside
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.reading.decode import why_unreadable
from cnn_desktop.dataset.safe_names import Names
from cnn_desktop.domain.answer_csv import answer_lines
from cnn_desktop.domain.answered import AnsweredPhoto
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.files import open_regular, replacing, saving
from cnn_desktop.domain.inside import check_folder_of_own
from cnn_desktop.domain.jobs.export_answers import AnswersSaved, ExportAnswers, PhotosCopied
from cnn_desktop.domain.message import say
from cnn_desktop.domain.ticker import Ticker

UNKNOWN = "unknown"
"""Folder of the photos that the model does not know."""
_PAGE = 500


def export_answers(job: ExportAnswers, control: Control) -> Generator[Event, None, None]:
    """Progress, what is told of single photos, at last AnswersSaved or PhotosCopied.

    Raises DataError when the disk fails or is full, with what was copied by then; UsageError when `out` is called like a
    photo, or lies among the photos; StopRequested while a table is written.
    """
    with AnswerTable(Path(job.answers)) as table:
        ids = table.find(job.wanted, job.order)
        if job.form == "csv":
            yield from _save_table(table, ids, Path(job.out), control)
        else:
            yield from _Copies(table, Path(job.out), control).make(ids, job.sources)


def _save_table(table: AnswerTable, ids: Ids, out: Path, control: Control) -> Generator[Event, None, None]:
    need_no_photo(out)
    ticker, count = Ticker(len(ids)), 0

    def answers() -> Iterator[tuple[str, list[float], bool | None]]:
        nonlocal count
        for one in table.answers(ids):
            control.stop_if_asked()
            count += 1
            yield one.path, one.shares, one.unknown

    with replacing(out) as unfinished, unfinished.open("w", encoding="utf-8", newline="") as file:
        for line in answer_lines(answers(), table.names()):
            file.write(line)
            if ticker.is_due(count):
                yield ticker.told(say("Saving the answers"), count)
    yield AnswersSaved(str(out), count, len(ids) - count)


class _Copies:
    """Copies to out/CLASS/NAME."""

    def __init__(self, table: AnswerTable, out: Path, control: Control) -> None:
        self._table, self._out, self._control = table, out, control
        self._names: dict[str, Names] = {}
        self._ready: set[str] = set()
        """Folders that are there."""
        self.copied = self.there = self.renamed = self.skipped = self.unanswered = 0

    def make(self, ids: Ids, sources: tuple[str, ...]) -> Generator[Event, None, None]:
        need_outside(self._out, sources)
        stopped = False
        try:
            names = Names()
            folders = folder_names(self._look_through(ids), names)
            unknown = names.give(UNKNOWN)
            self._need_apart([*folders.values(), unknown], sources)
            yield from told_changed([*folders.items(), (UNKNOWN, unknown)])

            def place_of(photo: AnsweredPhoto) -> str:
                return unknown if photo.unknown else folders[photo.predicted]

            self._need_room(ids, place_of)
            yield from self._copy_all(ids, place_of)
        except StopRequested:
            stopped = True
        except DataError as error:
            if not self.copied:
                raise
            raise DataError(
                "{text} Before that, {n} {n:photo was|photos were} copied to {folder}; these copies are complete.",
                text=error.message, n=self.copied, folder=str(self._out),
            ) from error  # fmt: skip
        yield PhotosCopied(
            str(self._out), self.copied, self.there, self.renamed, self.skipped, stopped, self.unanswered
        )

    def _photos(self, ids: Ids) -> Iterator[AnsweredPhoto]:
        for start in range(0, len(ids), _PAGE):
            self._control.stop_if_asked()
            yield from (row for row in self._table.rows(ids[start : start + _PAGE]) if row.predicted)

    def _look_through(self, ids: Ids) -> set[str]:
        """The classes that need a folder."""
        classes, answered = set[str](), 0
        for photo in self._photos(ids):
            answered += 1
            if not photo.unknown:
                classes.add(photo.predicted)
        self.unanswered = len(ids) - answered
        return classes

    def _need_apart(self, names: list[str], sources: tuple[str, ...]) -> None:
        """A person may choose the folder in which that of their photos lies, and that be called like a class."""
        if not any((self._out / name).exists() for name in names):
            return
        folders, last = {*sources}, 0
        while part := self._table.files(after=last, most=_PAGE):
            self._control.stop_if_asked()
            folders.update(str(Path(path).parent) for _, path in part)
            last = part[-1][0]
        of_photos = {mark(above) for folder in folders for above in with_parents(Path(folder))}
        for name in names:
            if mark((self._out / name).resolve()) in of_photos:
                raise UsageError(
                    "{folder} holds your own photos, and the copies would be mixed with them. Choose another folder for the copies.",
                    folder=str(self._out / name),
                )

    def _need_room(self, ids: Ids, place_of: Callable[[AnsweredPhoto], str]) -> None:
        need, names = 0, dict[str, Names]()
        for photo in self._photos(ids):
            try:
                size = on_disk(Path(photo.path)).stat().st_size
            except OSError:  # it is told when its turn comes
                continue
            folder = place_of(photo)
            if not _seems_there(self._out / folder, Path(photo.path).name, names.setdefault(folder, Names()), size):
                need += room_for(size)
        need_room(need, self._out)

    def _copy_all(self, ids: Ids, place_of: Callable[[AnsweredPhoto], str]) -> Generator[Event, None, None]:
        ticker = Ticker(len(ids))
        for done, photo in enumerate(self._photos(ids), start=1):
            problem = self._copy(photo, place_of(photo))
            if problem is not None:
                self.skipped += 1
                yield Skipped(path=photo.path, reason=why_unreadable(problem))
            if ticker.is_due(done):
                yield ticker.told(say("Copying photos"), done)

    def _copy(self, photo: AnsweredPhoto, folder: str) -> OSError | None:
        into = self._out / folder
        if folder not in self._ready:
            check_folder_of_own(into)
            with saving(into):
                into.mkdir(parents=True, exist_ok=True)
            self._ready.add(folder)
        file = Path(photo.path)
        names = self._names.setdefault(folder, Names())
        given: list[str] = []

        def proposed() -> Iterator[str]:
            while True:
                given.append(names.give(file.name))
                yield given[-1]

        try:
            source = open_regular(on_disk(file))
        except OSError as error:
            return error
        with source:
            made = copy_beside(source, into, proposed(), self._control)
        if isinstance(made, OSError):
            return made
        if made is None:
            self.there += 1
        else:
            self.copied += 1
            self.renamed += len(given) > 1 or given[0] != Names().give(file.name)
        return None


def _seems_there(folder: Path, name: str, names: Names, size: int) -> bool:
    """Whether a file of this size has one of the names that a copy would be given."""
    while True:
        try:
            found = (folder / names.give(name)).lstat()
        except OSError:
            return False
        if stat.S_ISREG(found.st_mode) and found.st_size == size:
            return True
