"""The folder given to a training: may it be used, is it free, and how a new run takes the place of an earlier one.

A folder may be new, empty, or a run. A run that has a model stays as it is until the new training is finished, which is
made beside it, in its folder `unfinished`. Anything else is a person's own folder, in which nothing is touched.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filelock import BaseFileLock, Timeout

from cnn_desktop.domain.config import load_config
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import DataError, UserError
from cnn_desktop.domain.files import SYSTEM_FILES, flush, is_leftover
from cnn_desktop.domain.lock import hold
from cnn_desktop.domain.own_files import find_json, read_lines
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.run import (
    CONFIG,
    EVENTS,
    LOCK,
    LOOKS,
    MODEL,
    OWN_FILES,
    UNFINISHED,
    ModelFacts,
    check_run,
    clear_results,
    has_checkpoint,
    has_model,
    to_resume,
)
from cnn_desktop.domain.scan_files import DATASET
from cnn_desktop.domain.wire import decode_event

T = TypeVar("T")
_TRIES = 20


@dataclass(frozen=True)
class RunFolder:
    """A run's folder while it is held for a training."""

    run: Path
    """What the person has named."""
    folder: Path
    """Where the training goes: `run`, or `unfinished` in it while an earlier model stays."""
    lock: tuple[int, int] = (0, 0)
    """Device and number of the lock file that is held."""

    @property
    def is_beside(self) -> bool:
        return self.folder != self.run

    @property
    def is_held(self) -> bool:
        """False when the folder was moved, deleted or replaced: whatever lies there now is not this training's."""
        return _identity(self.run / LOCK) == self.lock

    def check(self) -> None:
        """Before anything is written. Raises DataError."""
        if not self.is_held:
            raise DataError(
                "{folder} was moved, deleted or replaced during training, so training has stopped. Put the folder back "
                "and resume, or train again.",
                folder=str(self.run),
            )

    def take_over(self) -> None:
        """The training is finished: it takes the earlier one's place. Raises DataError."""
        self.check()
        if self.is_beside:
            _replace(self.folder, self.run)


@contextlib.contextmanager
def held(run: Path, resume: bool) -> Iterator[RunFolder]:
    """Holds the folder `run` for one training, a new one or with `resume` the one that may go on there.

    It is made when missing, and is gone again if nothing was written into it. Raises DataError: not a folder, not to be
    written to, not a run, or another training has it.
    """
    try:
        check_folder(run)
    except DataError:
        if (run / LOCK).is_file():  # another training has begun to write there
            with _locked(run):
                pass
        raise
    with contextlib.ExitStack() as last:
        for folder in _made(run):
            last.callback(_remove_if_empty, folder)
        with _locked(run):
            if (run / UNFINISHED / MODEL).is_file() and not (run / MODEL).is_file():
                _replace(run / UNFINISHED, run)  # what a killed training had begun
            going_on = to_resume(run) if resume else None
            folder = going_on or (run / UNFINISHED if has_model(run) else run)
            place = RunFolder(run, folder, _identity(run / LOCK))
            try:
                yield place
            finally:
                if place.is_beside and place.is_held and not (has_model(place.folder) or has_checkpoint(place.folder)):
                    with contextlib.suppress(DataError):  # why the training failed is said instead
                        clear_results(place.folder, keep=())
                    _remove_if_empty(place.folder)


def check_folder(run: Path) -> None:
    """Raises DataError when `run` is there and is neither empty nor a run, or lies below a file. Writes nothing."""
    file = next((parent for parent in run.parents if os.path.isfile(parent)), None)  # noqa: PTH113 - never raises
    if file is not None:
        raise DataError(
            "{folder} cannot be created because {file} is a file. Choose another folder for this training run.",
            folder=str(run), file=str(file),
        )  # fmt: skip
    place = Path(os.path.realpath(run))
    if place.name == UNFINISHED and _is_run(place.parent):
        raise DataError(
            "{folder} belongs to the training run in {run}. Train into that one, or choose another folder.",
            folder=str(run), run=str(place.parent),
        )  # fmt: skip
    check_run(run)
    for folder in (run, run / UNFINISHED):
        names = _names(folder)
        others = {name for name in names - SYSTEM_FILES - {LOCK} if not is_leftover(name, OWN_FILES)}
        if others and not _is_run(folder):
            raise DataError(
                "{folder} already contains other files. Choose a new or empty folder for this training run.",
                folder=str(folder),
            )


def _names(folder: Path) -> set[str]:
    """What lies in `folder`; nothing when it is not there, or just went away. Raises DataError."""
    try:
        return {file.name for file in folder.iterdir()}
    except FileNotFoundError:
        if not folder.is_symlink():
            return set()
    except NotADirectoryError:
        pass
    except OSError as error:
        raise _refused(folder, error) from error
    raise DataError("{folder} is not a folder. Choose a folder for this training run.", folder=str(folder))


def _is_run(folder: Path) -> bool:
    """True when a training was begun in `folder`, by this version or an earlier one: known by what its files say."""
    if find_json(folder / MODEL, ModelFacts) or find_json(folder / DATASET, Scan):
        return True
    try:
        return decode_event(next(read_lines(folder / EVENTS), b"")) is not None
    except Unreadable:
        return False


def _made(run: Path) -> list[Path]:
    """Makes the folder; returns those that were not there, outermost first. Raises DataError."""
    missing = [folder for folder in (run, *run.parents) if not os.path.lexists(folder)]
    try:
        _once_more(lambda: run.mkdir(parents=True, exist_ok=True))
    except OSError as error:
        raise _refused(run, error) from error
    return missing[::-1]


def _once_more(do: Callable[[], T]) -> T:
    """Does it again where another training has just taken its empty folder away. Raises OSError."""
    for _ in range(_TRIES):
        with contextlib.suppress(FileNotFoundError, FileExistsError):
            return do()
    return do()


@contextlib.contextmanager
def _locked(run: Path) -> Iterator[None]:
    """One training at a time; the lock of one that was killed is free. Raises DataError."""

    def lock_it() -> BaseFileLock:
        run.mkdir(parents=True, exist_ok=True)
        return hold(run / LOCK)

    try:
        lock = _once_more(lock_it)
    except Timeout as error:
        raise DataError(
            "Another training run is using {folder}. Wait until it has finished, or choose another folder.",
            folder=str(run),
        ) from error
    except OSError as error:
        raise _refused(run, error) from error
    own = _identity(run / LOCK)
    try:
        yield
    finally:
        # Windows does not delete an open file; there releasing does it.
        if os.name != "nt" and _identity(run / LOCK) == own:
            with contextlib.suppress(OSError):
                (run / LOCK).unlink()
        lock.release()


def _identity(file: Path) -> tuple[int, int]:
    """What tells a file from any other, wherever it is moved; (0, 0): it is not there."""
    try:
        found = file.stat(follow_symlinks=False)
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def _refused(folder: Path, error: OSError) -> UserError:
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DataError(
            "You do not have permission to write to {folder}. Choose another folder for this training run.",
            folder=str(folder),
        )
    return DataError(
        "{folder} cannot be used: {reason}. Choose another folder for this training run.",
        folder=str(folder), reason=error.strerror or str(error),
    )  # fmt: skip


def _replace(new: Path, run: Path) -> None:
    """Moves the run `new` to `run`, where a person's own files stay. Raises DataError.

    Whenever it is interrupted, `run` holds the earlier model or none, never parts of two; then the next training that
    holds the folder does the rest.
    """
    try:
        if has_model(run):
            clear_results(run, keep=[*_kept(new, run), *(name for name in OWN_FILES if (new / name).exists())])
        (run / MODEL).unlink(missing_ok=True)
        for name in sorted(OWN_FILES, key=lambda name: name == MODEL):  # its note comes last: it makes the model one
            if (new / name).exists():
                (new / name).replace(run / name)
        flush(run)
    except OSError as error:
        raise DataError(
            "The new model could not be moved to {folder}: {reason}. You can find it in {new}.",
            folder=str(run), reason=error.strerror or str(error), new=str(new),
        ) from error  # fmt: skip
    _remove_if_empty(new)


def _kept(new: Path, run: Path) -> tuple[str, ...]:
    """The looks at the test photos, if the new training was asked to learn from the same data."""
    try:
        return (LOOKS,) if load_config(new / CONFIG).data == load_config(run / CONFIG).data else ()
    except UserError:
        return ()


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
