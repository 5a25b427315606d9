"""Which process has the first window: a claim that one at a time holds, and where the others find it.

A claim ends with its process, however that ends. It is of one person, on one computer and screen, with one settings folder, and
lies there, where each start looks whatever else its environment says. Where that folder takes none (read-only, full, a drive
without locks or sockets), it lies in all the others that may: a start from a menu knows another best one than a start over ssh.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import stat
import sys
from pathlib import Path

from cnn_desktop.domain import places
from cnn_desktop.gui.app.which_screen import usual_runtime_folder, which_screen

_LONGEST = 100
"""Bytes of a socket's path: Linux has room for 107, macOS for 103."""
_SHARED = Path("/tmp")
"""The same for all starts, whatever TMPDIR says; in it a folder that counts when it is this person's alone."""


class Claim:
    """Taken or not."""

    def __init__(self) -> None:
        self._held: dict[Path, int] = {}
        """Its places → their locks."""
        self._without_sockets: set[Path] = set()
        self.is_anothers = False
        """Another process had it when this one last tried to take it."""

    @property
    def addresses(self) -> list[str]:
        """For QLocalServer, the best first: where this process shall listen, or whoever else has it may."""
        return [_address(place) for place in self._held or filter(_is_safe, self._places())]

    def take(self) -> bool:
        """True when this process has it now. False when another has; or nobody can (a full disk, a network drive without locks)."""
        if self._held:
            return True
        self.is_anothers = False
        common, *_ = _all()
        for place in self._places():
            try:
                self._held[place] = _locked(place, make=common not in self._held)
            except BlockingIOError:
                self.is_anothers = True
                self.release()
                return False
            except OSError:
                continue
        return bool(self._held)

    def release(self) -> None:
        """Lets go of it."""
        for place in list(self._held):
            self._let_go(place)

    def leave(self, address: str) -> None:
        """Nobody can listen there: it is not held there any more, nor taken again."""
        for place in [place for place in self._held if _address(place) == address]:
            self._without_sockets.add(place)
            self._let_go(place)

    def _let_go(self, place: Path) -> None:
        lock, file = self._held.pop(place), _lock_of(place)
        if sys.platform != "win32":  # as long as it is held, so that nobody else's is removed
            with contextlib.suppress(OSError):
                file.unlink()
        os.close(lock)

    def _places(self) -> list[Path]:
        fitting = [place for place in _all() if os.name == "nt" or len(os.fsencode(_address(place))) <= _LONGEST]
        return [place for place in fitting if place not in self._without_sockets]


def _all() -> list[Path]:
    """What the files of a claim may be called, without their endings. First where all starts of this person look."""
    settings = os.path.realpath(places.settings_folder())  # however it is spelled
    told = "\0".join((platform.node(), settings, which_screen()))
    name = f"window-{hashlib.sha256(os.fsencode(told)).hexdigest()[:16]}"
    folders = [Path(settings)]
    if sys.platform != "win32":
        folders += [*_runtime_folders(), _SHARED / f"cnn-desktop-{os.getuid()}"]
    return [folder / name for folder in dict.fromkeys(folders)]


def _runtime_folders() -> list[Path]:
    """Made by the system, when a person logs in."""
    return [Path(told) for told in (os.environ.get("XDG_RUNTIME_DIR", ""), usual_runtime_folder()) if told[:1] == "/"]


def _address(place: Path) -> str:
    return f"cnn-desktop {place.name}" if os.name == "nt" else f"{place}.socket"


def _lock_of(place: Path) -> Path:
    return place.with_name(f"{place.name}.lock")


def _is_safe(place: Path) -> bool:
    """Whether its folder is there, and this person's alone to write to."""
    try:
        found = place.parent.lstat()
    except OSError:
        return False
    if sys.platform == "win32":
        return True
    if not stat.S_ISDIR(found.st_mode):  # nor is it a link, which somebody else may have laid
        return False
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022 and os.access(place.parent, os.W_OK)


def _locked(place: Path, make: bool) -> int:
    """A descriptor of the place's file with its lock, which is made if need be.

    Raises BlockingIOError when another process has it, another OSError where there are no locks.
    """
    if make and place.parent not in _runtime_folders():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_safe(place):
        raise PermissionError(f"{place.parent} is not this person's alone")
    file, flags = _lock_of(place), os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(file, flags | (os.O_CREAT if make else 0), 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except PermissionError as error:
                raise BlockingIOError from error
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not _is_still(file, os.fstat(descriptor)):
                raise BlockingIOError(f"{file} was replaced meanwhile")
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _is_still(file: Path, found: os.stat_result) -> bool:
    try:
        return os.path.samestat(found, file.lstat())
    except FileNotFoundError:  # whoever had it has just let go
        return False
