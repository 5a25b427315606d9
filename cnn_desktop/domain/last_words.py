"""The sentence with which the program ends, or does without a window: on standard error; where there is none, in a box of Windows'."""

from __future__ import annotations

import sys

from cnn_desktop.domain.text_out import as_line

_ERROR, _TO_THE_FRONT = 0x10, 0x10000
"""Windows' MB_ICONERROR and MB_SETFOREGROUND."""


def tell(sentence: str) -> None:
    """Comes back when it was written, or the box was closed."""
    print(as_line(sentence), file=sys.stderr, flush=True)
    if is_unheard():
        _show(as_line(sentence))


def is_unheard(system: str = sys.platform) -> bool:
    """True in the program without a console: to what is started by a click, Windows gives no streams."""
    return system == "win32" and sys.__stderr__ is None


def _show(line: str) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, line, "CNN Desktop", _ERROR | _TO_THE_FRONT)
