"""The last line of defence of the window's process: unexpected errors reach the message bar and the log; Ctrl+C closes.

An exception in a Qt slot is only printed by PySide; here it is told to the user and written down.
"""

from __future__ import annotations

import logging
import logging.handlers
import signal
import socket
import sys
import threading
import traceback
from io import TextIOWrapper
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from cnn_desktop.domain import places
from cnn_desktop.domain.crashes import UNEXPECTED
from cnn_desktop.domain.inside import open_end
from cnn_desktop.domain.text_out import as_lines
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.state.job_state import notice_of_error

LOG = "cnn-desktop.log"
_LOG_BYTES = 500_000


class _Formatter(logging.Formatter):
    """A log is looked at in a terminal: what a file is called there must not steer it."""

    def format(self, record: logging.LogRecord) -> str:
        return as_lines(super().format(record))


class _LogFile(logging.handlers.RotatingFileHandler):
    """Two files of half a megabyte at most, made with the first error. What cannot be written is lost."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=_LOG_BYTES, backupCount=1, delay=True)

    def _open(self) -> TextIOWrapper:
        return TextIOWrapper(open_end(Path(self.baseFilename)), encoding="utf-8", errors="backslashreplace")

    def handleError(self, record: logging.LogRecord) -> None:
        """Else a full disk, or a link in the log's place, would print a traceback of its own."""


class _Door(QObject):
    """Brings errors of any thread to the window's thread."""

    failed = Signal(object)


def watch(window: MainWindow) -> None:
    """Installs the hooks of this process for `window`."""
    door = _Door(window)
    door.failed.connect(window.show_notice)

    def report(error: BaseException) -> None:
        note(error)
        door.failed.emit(notice_of_error(error))

    def in_slot(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        print(as_lines("".join(traceback.format_exception(kind, error, trace))), file=sys.stderr)
        if not isinstance(error, KeyboardInterrupt):
            report(error)

    def in_thread(happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            in_slot(happened.exc_type, happened.exc_value, happened.exc_traceback)

    sys.excepthook = in_slot
    threading.excepthook = in_thread
    close_on_signals(window)


def note(error: BaseException) -> None:
    """Writes down in the log what nobody foresaw, for a report."""
    open_log().error(UNEXPECTED, exc_info=error)


def open_log() -> logging.Logger:
    """The log in the data folder. Without a writable disk it goes nowhere."""
    log = logging.getLogger("cnn_desktop")
    if log.handlers:
        return log
    folder = places.logs_folder()
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(folder / LOG)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    return log


def close_on_signals(window: MainWindow) -> None:
    """SIGINT and SIGTERM close the window as its close button does, without a question.

    Python runs signal handlers only between two of its own instructions, and Qt's loop has none while it waits: the
    signal's number comes through a socket that wakes the loop. Where not even that may be made (on Windows it is one of the network,
    which a guard may refuse), signals are left to Python.
    """
    try:
        reader, writer = socket.socketpair()
    except OSError:
        return
    for end in (reader, writer):
        end.setblocking(False)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)

    def heard(number: int, frame: FrameType | None) -> None:
        """The socket tells; this only keeps Python's own handler (KeyboardInterrupt, sudden death) away."""

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, heard)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, window)

    def woken() -> None:
        reader.recv(64)
        Wiring.of(window).close()

    def let_go() -> None:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for end in (reader, writer):
            end.close()

    notifier.activated.connect(woken)
    window.closed.connect(let_go)
