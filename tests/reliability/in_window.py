"""The real window, off screen, in a fork: started, a project opened, closed; what it has said and what went wrong in it."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

SLEEPER = [sys.executable, "-c", "import sys; sys.stdin.read()"]
"""In the place of the children with torch, where they are not wanted: ends with its input."""


class Watch:
    """A window under watch. Only in a fork: it is the process's one application."""

    def __init__(self, words: list[str], real: bool = False) -> None:
        """`real`: with real children of torch."""
        self.errors: list[str] = []
        """Exceptions that nobody caught, in slots and threads too."""
        self.notices: list[str] = []
        sys.excepthook = self._wonder
        threading.excepthook = lambda found: self._wonder(found.exc_type, found.exc_value, found.exc_traceback)

        from cnn_desktop.gui.app.app import boot
        from cnn_desktop.gui.children.children import Programs
        from cnn_desktop.gui.frame.wiring import Wiring
        from cnn_desktop.gui.state.session import Session

        session = Session(Programs() if real else Programs(full=SLEEPER, job=SLEEPER, spare=SLEEPER))
        session.notice.connect(lambda notice: self.notices.append(str(notice.text)))
        self.app, self.window = boot(words, session)
        self.wiring = Wiring.of(self.window)
        self.session = self.wiring.session

    def _wonder(self, kind: type[BaseException], error: BaseException | None, trace: Any) -> None:
        self.errors.append(f"{kind.__name__}: {error}")
        traceback.print_exception(kind, error, trace)

    def until(self, holds: Callable[[], object], seconds: float) -> bool:
        """Lets the window live until `holds`; False after `seconds`."""
        from PySide6.QtCore import QEventLoop

        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                return False
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.002)
        return True

    def live(self, seconds: float) -> None:
        self.until(lambda: False, seconds)

    def close(self, seconds: float = 10.0) -> float | None:
        """Closes the window as its frame does; the seconds it took, None when it did not."""
        gone: list[bool] = []
        self.window.closed.connect(lambda: gone.append(True))
        began = time.monotonic()
        self.wiring.close()
        return time.monotonic() - began if self.until(lambda: gone, seconds) else None

    def told(self) -> dict[str, Any]:
        return {"errors": self.errors, "notices": self.notices}


def start_and_open(project: Path, seconds: float = 15.0) -> dict[str, Any]:
    """`cnn-desktop PROJECT`: what it has told by the time it is done with opening, and after."""
    watch = Watch([str(project)])
    session = watch.session
    opened = watch.until(
        lambda: not session.jobs.now.running and (session.project.photos is not None or watch.notices), seconds
    )
    watch.live(0.1)  # curves and tabs read what they show
    closed = watch.close()
    return watch.told() | {"opened": opened, "photos": session.project.photos is not None, "closed": closed}
