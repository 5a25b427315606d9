"""How this program starts a process: itself, frozen by an installer or not, or one of the system's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from cnn_desktop.domain.environment import child_environment, python_flags, shells_environment

Process: TypeAlias = "subprocess.Popen[bytes]"
PIPE, NOTHING = subprocess.PIPE, subprocess.DEVNULL
"""What the streams of a process may be: read or written here, or nowhere."""


def own_command(*arguments: str) -> list[str]:
    """The command line that runs this program again with `arguments`, for `start`.

    A frozen program (PyInstaller sets `sys.frozen`) is its own executable and knows no `-m`.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, *python_flags(), "-m", "cnn_desktop", *arguments]


def start(command: Sequence[str], environment: dict[str, str] | None = None, **options: Any) -> Process:
    """Starts `command`, this program itself. `options` are those of `subprocess.Popen`.

    It stands in no folder of the person's and finds nothing of the shell's `PYTHON…`, but `environment` besides; so the paths
    among its words are absolute. Raises OSError when it cannot be started.
    """
    return _started(command, child_environment() | (environment or {}), options)


def start_other(command: Sequence[str], **options: Any) -> Process:
    """As `start`, for a program of the system's, such as a file manager: it finds what the shell has said, and nothing of ours."""
    return _started(command, shells_environment(), options)


def _started(command: Sequence[str], environment: dict[str, str], options: dict[str, Any]) -> Process:
    try:
        return subprocess.Popen(command, env=environment, cwd=standing_place(), **options)
    except (ValueError, TypeError, LookupError, subprocess.SubprocessError) as error:  # e.g. a word that is no text
        raise OSError(str(error)) from error


def standing_place() -> Path:
    """The folder that children stand in: always there, and nobody's."""
    return Path(Path(sys.executable).anchor)
