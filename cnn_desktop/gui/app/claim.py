"""Which process has the first window: a claim that one at a time holds, and where the others find it.

A claim ends with its process, however that ends. It is of one person, on one computer and screen, with one settings folder.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
import tempfile
from pathlib import Path

from cnn_desktop.domain import places

_LONGEST = 100
"""Bytes of a socket's path: Linux has room for 107, macOS for 103."""
_SCREENS = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME")
"""What tells screens apart: a window on another one comes to nobody's front."""


class Claim:
    """Taken or not."""

    def __init__(self) -> None:
        self._lock: int | None = None
        self._place: Path | None = None
        self._can_lock = True

    @property
    def address(self) -> str:
        """Where the one who has it listens, for QLocalServer; "" where nobody can."""
        place = self._found()
        if place is None or not self._can_lock:
            return ""
        return f"cnn-desktop {place.name}" if os.name == "nt" else f"{place}.socket"

    def take(self) -> bool:
        """True when this process has it now. False when another has; or nobody can (a full disk, a network drive without locks)."""
        place = self._found()
        if self._lock is None and place is not None and self._can_lock:
            try:
                self._lock = _locked(place.with_name(f"{place.name}.lock"))
            except BlockingIOError:
                pass
            except OSError:
                self._can_lock = False
        return self._lock is not None

    def release(self) -> None:
        """Lets go of it."""
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)

    def _found(self) -> Path | None:
        self._place = self._place or _place()
        return self._place


def _place() -> Path | None:
    """What the files of a claim are called, without their endings; None where there is no room for them."""
    screen = [os.environ.get(name, "") for name in _SCREENS]
    told = "\0".join((platform.node(), str(places.settings_folder()), *screen))
    name = f"window-{hashlib.sha256(os.fsencode(told)).hexdigest()[:16]}"
    for folder in _folders():
        place = folder / name
        if (os.name == "nt" or len(os.fsencode(f"{place}.socket")) <= _LONGEST) and _is_mine(folder):
            return place
    return None


def _folders() -> list[Path]:
    """The best first: one on a local disk."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    own = Path(tempfile.gettempdir(), f"cnn-desktop-{os.getuid()}") if sys.platform != "win32" else None
    return [*([Path(runtime)] if os.path.isabs(runtime) else []), places.settings_folder(), *([own] if own else [])]  # noqa: PTH117


def _is_mine(folder: Path) -> bool:
    """Whether `folder`, made when missing, is this person's alone to write to."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except (OSError, ValueError):
        return False
    if sys.platform == "win32":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022 and os.access(folder, os.W_OK)


def _locked(file: Path) -> int:
    """A descriptor of `file` with its lock. Raises BlockingIOError when another process has it, another OSError where there are no locks."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(file, flags, 0o600)
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
            if os.fstat(descriptor).st_ino != file.stat().st_ino:
                raise BlockingIOError(f"{file} was replaced meanwhile")
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
