"""What differs between disks: network drives, where SQLite's WAL does not work, and how they spell names."""

from __future__ import annotations

import contextlib
import os
import sys
import unicodedata
from pathlib import Path

_NETWORK_TYPES = frozenset(
    ("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "davfs", "9p", "glusterfs", "ceph")
)
_NETWORK_FUSE = ("fuse.sshfs", "fuse.davfs", "fuse.gvfs", "fuse.rclone", "fuse.glusterfs", "fuse.s3fs")
_DRIVE_REMOTE = 4


def on_network_drive(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """True when `path` lies on a network drive, as far as the system tells (Linux and Windows)."""
    if on_other_computer(path):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{path.absolute().drive}\\") == _DRIVE_REMOTE)
    try:
        lines = mounts.read_text(errors="surrogateescape").splitlines()
    except OSError:
        return False
    place = Path(os.path.realpath(path))
    best, kind = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        folder = Path(fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        # The last mount on a folder is the one in force.
        if place.is_relative_to(folder) and len(folder.parts) >= best:
            best, kind = len(folder.parts), fields[2]
    return kind in _NETWORK_TYPES or kind.startswith(_NETWORK_FUSE)


def on_other_computer(path: str | Path) -> bool:
    """True of a name that says which computer to ask (\\\\server\\share): Windows tells that one who is asking, unasked.

    A drive that the person has connected is another matter: its server is known already.
    """
    return str(path).replace("/", "\\").startswith(("\\\\", "\\??\\"))


def on_disk(path: Path) -> Path:
    """`path` as the disk spells it: names are kept in Unicode NFC, some disks hold them decomposed (NFD).

    Returns `path` itself when there is no such file either way.
    """
    if os.fspath(path).isascii() or path.exists():
        return path
    found = Path(path.anchor)
    for part in path.parts[1:] if path.anchor else path.parts:
        step = found / part
        if not step.exists():
            wanted = unicodedata.normalize("NFC", part)
            with contextlib.suppress(OSError):
                step = next((one for one in found.iterdir() if unicodedata.normalize("NFC", one.name) == wanted), step)
        found = step
    return found if found.exists() else path
