"""Where a file or folder is: shown in the system's file manager, chosen among the others of its folder, or copied as text.

Nothing here waits in the GUI thread.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from cnn_desktop.domain.process import NOTHING, start_other
from cnn_desktop.gui.kit.words import tr

_SECONDS = 15
"""A file manager that has not answered by then does not."""


def commands(file: Path, platform: str = sys.platform) -> list[list[str]]:
    """Programs that show `file`, the best first; the next one is tried when one is missing or fails."""
    if platform == "win32":
        return [["explorer", "/select,", str(file)]]
    if platform == "darwin":
        return [["open", "-R", str(file)]]
    name, path, address = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", file.as_uri()
    return [
        [
            "dbus-send", "--session", "--print-reply", f"--dest={name}", "--type=method_call", path, f"{name}.ShowItems",
            f"array:string:{address}", "string:",
        ],
        [
            "gdbus", "call", "--session", "--dest", name, "--object-path", path, "--method", f"{name}.ShowItems",
            f"['{address}']", "",
        ],
        ["xdg-open", str(file.parent)],
    ]  # fmt: skip


def commands_to_open(folder: Path, platform: str = sys.platform) -> list[list[str]]:
    """Programs that show what lies in `folder`."""
    return [[{"win32": "explorer", "darwin": "open"}.get(platform, "xdg-open"), str(folder)]]


class FileManager(QObject):
    """`failed(str)`, a sentence, when no program shows it."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = _Mailbox()
        self._mailbox.failed.connect(self._tell)

    def offer(self, menu: QMenu, path: str) -> QAction:
        """Adds both ways to `menu`, for the file or folder `path`; the action that shows it is returned."""
        show = menu.addAction(tr("Show in &folder"), lambda: self.show(path))
        menu.addAction(tr("&Copy path"), lambda: QGuiApplication.clipboard().setText(path))
        return show

    def show(self, path: str) -> None:
        """Shows the file `path`."""
        self._try(path, commands(Path(path).absolute()))

    def open(self, folder: str) -> None:
        """Shows what lies in `folder`."""
        self._try(folder, commands_to_open(Path(folder).absolute()))

    def _try(self, path: str, programs: list[list[str]]) -> None:
        mailbox = self._mailbox

        def work() -> None:
            if not any(map(_runs, programs)):
                mailbox.failed.emit(path)

        # a daemon: closing the window does not wait for it
        threading.Thread(target=work, name="file manager", daemon=True).start()

    def _tell(self, path: str) -> None:
        self.failed.emit(tr("The folder of {file} could not be opened. Check that it is still there.", file=path))


class _Mailbox(QObject):
    """Carries the bad news; outlives the file manager as long as the thread holds it."""

    failed = Signal(str)


def _runs(program: list[str]) -> bool:
    """Whether `program` has done it, or is at it. In the thread."""
    stays = program[0] in ("explorer", "open", "xdg-open")  # may be the file manager itself
    try:
        process = start_other(program, stdin=NOTHING, stdout=NOTHING, stderr=NOTHING, start_new_session=True)
        try:
            return process.wait(_SECONDS) == 0 or program[0] == "explorer"  # which says 1 when all is well
        except subprocess.TimeoutExpired:
            if not stays:
                process.kill()
            return stays
    except OSError:
        return False
