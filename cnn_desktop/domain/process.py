"""How this program starts itself, frozen by an installer or not."""

from __future__ import annotations

import sys


def own_command(*arguments: str) -> list[str]:
    """The command line that runs this program again with `arguments`.

    A frozen program (PyInstaller sets `sys.frozen`) is its own executable and knows no `-m`.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "cnn_desktop", *arguments]
