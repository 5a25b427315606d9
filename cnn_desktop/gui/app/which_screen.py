"""What the screen is called on which this process opens its window: one name, however its environment spells it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import PurePosixPath

_DESKTOPS = ("", "xcb", "wayland", "wayland-egl", "wayland-brcm", "cocoa", "windows", "direct2d")
"""Qt's platforms that show windows on a person's desktop; any other is a screen of its own."""
_X11 = re.compile(r"(?:(?P<protocol>\w+)/)?(?P<host>[^/]*):(?P<number>\d+)(?:\.(?P<screen>\d+))?")
_X11_SOCKET = re.compile(r"(?:unix:)?/tmp/\.X11-unix/X(?P<number>\d+)(?:\.(?P<screen>\d+))?")
"""What DISPLAY may say: manual pages X(7) and xcb_parse_display."""


def which_screen(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> str:
    """Two processes of a person that have the same name for it show their windows side by side."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(";")[0].lower()
    if platform.partition(":")[0] not in _DESKTOPS:
        return platform
    if system == "win32":
        return f"session {_windows_session()}"
    if system == "darwin":  # DISPLAY is of a program for windows of other systems
        return "desktop"
    # a Wayland desktop has a display of X11 too, which whoever comes from elsewhere (su, ssh, cron) can name
    display = environment.get("DISPLAY", "")
    return _x11(display) if display else _wayland(environment)


def _x11(display: str) -> str:
    found = _X11_SOCKET.fullmatch(display) or _X11.fullmatch(display)
    if not found:
        return display
    parts = found.groupdict("")
    is_here = parts.get("host", "") in ("", "unix") or parts["protocol"] in ("unix", "local")
    return f"{'' if is_here else parts['host'].lower()}:{int(parts['number'])}.{int(parts['screen'] or 0)}"


def _wayland(environment: Mapping[str, str]) -> str:
    """Its socket."""
    runtime = environment.get("XDG_RUNTIME_DIR") or usual_runtime_folder()
    return os.path.normpath(PurePosixPath(runtime, environment.get("WAYLAND_DISPLAY") or "wayland-0"))


def usual_runtime_folder() -> str:
    """Where XDG_RUNTIME_DIR is on nearly every desktop, for a process that is not told."""
    if sys.platform == "win32":
        return ""
    return f"/run/user/{os.getuid()}"


def _windows_session() -> int:
    """SESSIONNAME is another after somebody has connected from afar; this stays."""
    number = 0
    if sys.platform == "win32":
        import ctypes

        found = ctypes.c_ulong()
        if ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(found)):
            number = found.value
    return number
