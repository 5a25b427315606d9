"""Files that are whole or not there at all: temporary name, fsync, rename, fsync of the folder."""

from __future__ import annotations

import contextlib
import errno
import fnmatch
import io
import os
import secrets
import stat
import time
from collections.abc import Collection, Iterator
from io import BufferedReader
from pathlib import Path

from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.text_out import as_text

TEMPORARY_SUFFIX = ".part"
SYSTEM_FILES = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What file managers leave in folders: nobody's own files."""
_LONGEST_START = 200
"""Bytes."""
_TRIES = 20
_WAITS = (0.01, 0.03, 0.1, 0.2) if os.name == "nt" else ()
"""Seconds between two tries to put a file in its place."""
_READ_ONLY = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))


_NO_NAMES = (errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL)
"""Of a name that no file can have, or of links that lead to one another."""


class NotAFile(OSError):
    """What should be a file is a folder, a pipe, a socket or a device."""


def is_there(path: str | Path) -> bool:
    """Never raises: a name too long, or one on a drive that is gone or must not be looked at, is not there."""
    return os.path.exists(path)  # noqa: PTH110 - Path's raises


def is_missing(path: str | Path) -> bool:
    """True when `path` leads to nothing: for what a person is told. False also where nobody can know, as in a folder that may
    not be entered: opening it says why. Never raises."""
    try:
        os.stat(path)  # noqa: PTH116 - as `is_there`
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError as error:
        return error.errno in _NO_NAMES
    return False


def is_folder(path: str | Path) -> bool:
    """Never raises, as `is_there`."""
    return os.path.isdir(path)  # noqa: PTH112 - Path's raises


def is_file(path: str | Path) -> bool:
    """Never raises, as `is_there`."""
    return os.path.isfile(path)  # noqa: PTH113 - Path's raises


def files_in(folder: Path, pattern: str = "*") -> list[Path]:
    """What lies in `folder` and is called so. Never raises: a folder that is not there, that another process takes away just
    then, or that may not be read holds nothing."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - whole at once, while the folder is there
    except OSError:
        return []
    return [folder / name for name in names if fnmatch.fnmatchcase(name, pattern)]


def open_regular(path: Path) -> BufferedReader:
    """The file `path`, opened for reading. Whatever a person named is opened so: a pipe or a device never answers.

    Links are followed. What is opened is what is looked at, so nothing can be put in its place in between. Raises
    NotAFile, OSError.
    """
    try:
        _check_regular(path, path.stat())  # opening a device may do something by itself
    except ValueError as error:  # a name with a NUL in it
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from error
    descriptor = os.open(path, _READ_ONLY)
    try:
        _check_regular(path, os.fstat(descriptor))
    except NotAFile:
        os.close(descriptor)
        raise
    return io.BufferedReader(io.FileIO(descriptor))


def _check_regular(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise NotAFile(errno.EISDIR, "it is a folder", str(path))
    if not stat.S_ISREG(found.st_mode):
        raise NotAFile(errno.EINVAL, "it is not a file", str(path))


@contextlib.contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turns what goes wrong with the disk of `path` into a DataError."""
    try:
        yield
    except OSError as error:
        raise _as_data_error(error, path) from error


@contextlib.contextmanager
def replacing(path: Path, is_lasting: bool = True) -> Iterator[Path]:
    """Yields a temporary file beside `path`; on success it takes `path`'s place, on an error it is removed.

    It is new and empty, so nothing is written through a link that lies in wait; a link at `path` is itself replaced.
    `is_lasting` False: of a cache, which need not survive a power cut. Raises DataError when the disk is full or the folder
    cannot be written.
    """
    temporary = temporary_of(path)
    with saving(path):
        _begin(temporary)
    try:
        with saving(path):
            yield temporary
            if is_lasting:
                flush(temporary)
            put_in_place(temporary, path)
            if is_lasting:
                flush(path.parent)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def put_in_place(new: Path, place: Path) -> None:
    """The file or folder `new` is at `place` from now on, whatever file was there. Raises OSError.

    Windows refuses as long as another process has one of them open, such as a scanner for viruses or an indexer, which look at
    what is new at once: there it is tried again for up to a third of a second.
    """
    for seconds in _WAITS:
        try:
            new.replace(place)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    new.replace(place)


def _begin(file: Path) -> None:
    """Makes `file`, and its folder where that is missing, or where another process takes it away empty just then. Raises OSError."""
    for _ in range(_TRIES):
        file.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            return file.touch(exist_ok=False)
    return file.touch(exist_ok=False)


def check_writable(path: Path) -> None:
    """Raises the DataError now that `replacing` would raise later: for results that take long to get.

    Nothing is left; missing folders are not made yet.
    """
    if is_there(path) and not os.access(path, os.W_OK):
        raise _as_data_error(PermissionError(errno.EACCES, os.strerror(errno.EACCES)), path)
    folder = next(parent for parent in path.absolute().parents if is_there(parent))
    trial = temporary_of(folder / path.name)
    with saving(path):
        trial.touch(exist_ok=False)
        trial.unlink()


def check_new_picture(file: Path) -> None:
    """May a PNG that a person asks for be written to `file`? Nothing may be there yet.

    Raises UsageError, or DataError where it cannot be written.
    """
    if is_folder(file):
        raise UsageError("{file} is a folder. Add a file name, such as picture.png.", file=str(file))
    if file.suffix.lower() != ".png":
        raise UsageError("The picture is saved as PNG. Choose a name that ends in .png, not {file}.", file=str(file))
    if os.path.lexists(file):  # a link that leads nowhere is somebody's too
        raise UsageError("{file} already exists. Choose another file name.", file=str(file))
    check_writable(file)


def takes_files(folder: Path) -> bool:
    """Whether something can be written into `folder`, or where that is missing into the one it would be made in. Never raises."""
    found = next((one for one in (folder, *folder.absolute().parents) if os.path.lexists(one)), folder)
    trial = temporary_of(found / "trial")
    try:
        trial.write_bytes(bytes(4096))  # a full disk may take a name
    except (OSError, ValueError):
        return False
    finally:
        with contextlib.suppress(OSError, ValueError):
            trial.unlink()
    return True


def write_bytes(path: Path, data: bytes) -> None:
    """Replaces `path` with `data`, atomically and durably."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def write_text(path: Path, text: str) -> None:
    """Replaces `path` with `text` in UTF-8 (`text_out.as_text`), atomically and durably."""
    write_bytes(path, as_text(text).encode())


def set_aside(path: Path, earlier: Path) -> None:
    """What lies at `path` is `earlier` from now on, and `path` is about to be replaced. Nothing at `path`: nothing happens.

    Until then it stays at `path` too, but on disks that know no two names for a file. Raises DataError.
    """
    with saving(earlier):
        if path.is_file():
            earlier.unlink(missing_ok=True)
            try:
                os.link(path, earlier)
            except OSError:
                with contextlib.suppress(FileNotFoundError):
                    path.replace(earlier)


def is_leftover(name: str, names: Collection[str]) -> bool:
    """True for what `replacing` calls a temporary file of one of `names`: "model.json.4711.part"."""
    written, _, number = name.removesuffix(TEMPORARY_SUFFIX).rpartition(".")
    return name.endswith(TEMPORARY_SUFFIX) and number.isdigit() and written in names


def remove_leftovers(folder: Path, names: Collection[str]) -> None:
    """Removes temporary files of `names` that a killed writer left in `folder`. Call it when no writer is alive."""
    for file in files_in(folder, f"*{TEMPORARY_SUFFIX}"):
        if is_leftover(file.name, names):
            with contextlib.suppress(OSError):
                file.unlink()


def temporary_of(path: Path) -> Path:
    """Beside `path`, a name that nobody else has. A long one is cut, as a file's name may have 255 bytes."""
    name = os.fsdecode(os.fsencode(path.name)[:_LONGEST_START])
    return path.with_name(f"{name}.{os.getpid()}{secrets.randbelow(10**9):09}{TEMPORARY_SUFFIX}")


def flush(path: Path) -> None:
    """fsync of a file or a folder. Windows wants files open for writing, and folders not at all: there the rename is all we have."""
    try:
        descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    except PermissionError:
        if os.name == "nt":
            return
        raise
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _as_data_error(error: OSError, path: Path) -> DataError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DataError(
            "The disk is full, so {file} could not be saved. Free some space or choose another folder, then try again.",
            file=str(path),
        )
    if is_folder(path):
        return DataError(
            "{file} could not be saved because there is a folder of that name. Rename or delete that folder, then try "
            "again.",
            file=str(path),
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DataError(
            "{file} could not be saved: you do not have permission to write to this folder. Choose another folder.",
            file=str(path),
        )
    return DataError(
        "{file} could not be saved: {reason}. Choose another folder.",
        file=str(path),
        reason=error.strerror or str(error),
    )
