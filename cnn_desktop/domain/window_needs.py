"""What a window needs of the computer beside this program: the system's own libraries, on Linux, and a screen."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Iterable, Mapping

from cnn_desktop.domain.message import Message, say

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt's windows are linked to and no bundle brings along, as it belongs to the system and its graphics driver → Debian's package."""
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
_LIBRARY = re.compile(r"[\w.+-]+\.so(?:\.\d+)*")


def missing_libraries(libraries: Iterable[str] = LIBRARIES) -> list[str]:
    """Those that cannot be loaded. Takes a few milliseconds."""
    return [name for name in libraries if not _loads(name)] if sys.platform.startswith("linux") else []


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def lacking(missing: Iterable[str]) -> Message:
    """What is said of libraries that are missing; there is at least one."""
    names = list(missing)
    packages = [LIBRARIES[name] for name in names if name in LIBRARIES]
    if not packages:
        return say(
            "The window cannot be opened because {file} is missing on this computer or damaged. Install CNN Desktop again.",
            file=", ".join(names),
        )
    return say(
        "The window cannot be opened because {file} is missing on this computer or damaged. On Debian or Ubuntu, type "
        "“sudo apt install {packages}”; on other systems, install the package that provides it.",
        file=", ".join(names), packages=" ".join(packages),
    )  # fmt: skip


def why_not_loaded(error: ImportError) -> Message:
    """What is said when what a window is made of could not be imported."""
    missing = missing_libraries()
    if not missing:
        found = _LIBRARY.search(str(error).partition(": ")[0].rpartition("/")[2])
        missing = [found[0] if found else error.name or str(error)]
    return lacking(missing)


def why_no_screen(reasons: Iterable[str], environment: Mapping[str, str] = os.environ) -> Message:
    """What is said when there is no screen for the window. `reasons`: what Qt has said of it, the first cause first."""
    if missing := missing_libraries():
        return lacking(missing)
    if sys.platform.startswith("linux") and not any(environment.get(name) for name in _SCREENS):
        return say(
            "There is no screen to open the window on. Start CNN Desktop from the desktop’s menu. Commands such as "
            "“cnn-desktop train” work without a screen."
        )
    return say(
        "The window cannot be opened: {reason}. Log out and in again, or restart the computer. Commands such as "
        "“cnn-desktop train” work without a screen.",
        reason=next(iter(reasons), "no answer").rstrip(". "),
    )
