"""What stays inside its folder: plain names, and files that are what they seem, not links to elsewhere.

A project or a run may come from anybody. Whatever is named in it, or lies in it, is asked for here before it is opened,
written to or deleted.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import SYSTEM_FILES, remove_leftovers, write_bytes

_ID = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z _.-]{0,98}[0-9A-Za-z_-])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Windows takes these for devices, whatever follows the dot."""
_LINKS = frozenset((0xA000000C, 0xA0000003))
"""Windows's marks of symbolic links and junctions; cloud drives mark their files with others."""


def is_plain_name(name: object) -> bool:
    """True for what this app calls a folder of its own: one name, which stays in its folder on every system."""
    return isinstance(name, str) and bool(_ID.fullmatch(name)) and not _RESERVED.fullmatch(name)


def is_link(path: Path) -> bool:
    """True when `path` itself leads elsewhere. Never raises."""
    found = _found(path)
    return found is not None and _leads_elsewhere(found)


def check_file(file: Path, may_be_shared: bool = True) -> None:
    """Raises DataError when something else than a file of its own lies at `file`; nothing may lie there.

    `may_be_shared` False: it must have no second name (a hard link), as it is changed in place.
    """
    found = _found(file)
    if found is None or stat.S_ISDIR(found.st_mode):  # whoever opens it says so
        return
    if _leads_elsewhere(found):
        raise _link(file)
    if not stat.S_ISREG(found.st_mode):
        raise DataError(
            "{file} is not an ordinary file, so it was not opened. Move or delete it, then try again.", file=str(file)
        )
    if not may_be_shared and found.st_nlink > 1:
        raise DataError(
            "{file} also exists under another name (a hard link), so it was not opened. Replace it with a copy, then try again.",
            file=str(file),
        )


def check_folder_of_own(folder: Path) -> None:
    """Raises DataError when `folder` is a link. It may be missing."""
    if is_link(folder):
        raise _link(folder)


def open_end(file: Path) -> BinaryIO:
    """The file `file`, made when missing, to be added to: no link, and nobody's pipe that would never answer. Raises OSError."""
    if is_link(file):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(file))
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):  # which of them there are, the system decides
        flags |= getattr(os, name, 0)
    end = open(os.open(file, flags, 0o666), "ab")  # noqa: SIM115 - the caller's
    if not stat.S_ISREG(os.fstat(end.fileno()).st_mode):
        end.close()
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(file))
    return end


def append(file: Path, data: bytes) -> None:
    """Adds `data` to the end of `file`, which is made when missing; never to what a link leads to. Raises OSError.

    A file with a second name elsewhere (a hard link) is replaced by a longer copy; the other stays as it is.
    """
    with open_end(file) as end:
        if os.fstat(end.fileno()).st_nlink == 1:
            end.write(data)
            return
    try:
        write_bytes(file, file.read_bytes() + data)
    except DataError as error:
        raise OSError(errno.EIO, str(error), str(file)) from error


def remove_own(folder: Path, names: Iterable[str]) -> None:
    """Removes the files called `names` from `folder` and, when nothing else lies there, the folder. Never through a link.

    What cannot be deleted stays. Files of a person stay, and then so does the folder.
    """
    if is_link(folder) or not folder.is_dir():
        return
    names = tuple(names)
    remove_leftovers(folder, names)
    for name in names:
        with contextlib.suppress(OSError):
            (folder / name).unlink()
    with contextlib.suppress(OSError):
        left = {file.name for file in folder.iterdir()}
        if left <= SYSTEM_FILES:  # a file manager's
            for name in left:
                (folder / name).unlink()
            folder.rmdir()


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except (OSError, ValueError):  # not there, or no name that a file can have
        return None


def _leads_elsewhere(found: os.stat_result) -> bool:
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) in _LINKS


def _link(path: Path) -> DataError:
    return DataError(
        "{file} is a link to another place, so it was not opened. Replace it with what it points to, then try again.",
        file=str(path),
    )
