"""Shows a file in the system's file manager, chosen among the others of its folder. Nothing here waits in the GUI thread."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.process import NOTHING, start

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


class FileManager(QObject):
    """`failed(path)` when no program shows it."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = _Mailbox()
        self._mailbox.failed.connect(self.failed)

    def show(self, path: str) -> None:
        """Shows the file `path`."""
        mailbox = self._mailbox

        def work() -> None:
            if not any(map(_runs, commands(Path(path).absolute()))):
                mailbox.failed.emit(path)

        threading.Thread(
            target=work, name="file manager", daemon=True
        ).start()  # closing the window does not wait for it


class _Mailbox(QObject):
    """Carries the bad news; outlives the file manager as long as the thread holds it."""

    failed = Signal(str)


def _runs(program: list[str]) -> bool:
    """Whether `program` has done it, or is at it. In the thread."""
    stays = program[0] in ("explorer", "xdg-open")  # may be the file manager itself
    try:
        process = start(program, stdin=NOTHING, stdout=NOTHING, stderr=NOTHING, start_new_session=True)
        try:
            return process.wait(_SECONDS) == 0 or program[0] == "explorer"  # which says 1 when all is well
        except subprocess.TimeoutExpired:
            if not stays:
                process.kill()
            return stays
    except OSError:
        return False
