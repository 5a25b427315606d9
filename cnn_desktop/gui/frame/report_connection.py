"""Puts the report together beside the window: a child tells versions and devices, the logs are read."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_text
from cnn_desktop.domain.process import NOTHING, PIPE, own_command, start
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.kit.file_dialogs import Kind
from cnn_desktop.gui.kit.hands import Hands
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.job_state import Notice, notice_of_error

if TYPE_CHECKING:
    from cnn_desktop.gui.frame.report import Open
    from cnn_desktop.gui.frame.report_dialog import ReportDialog

_SECONDS = 120
"""What importing torch may take on a slow disk."""


class ReportConnection(QObject):
    """One a window."""

    composed = Signal(str)
    told = Signal(object)
    """`Notice` of saving."""

    def __init__(self, window: MainWindow, shell: Shell) -> None:
        super().__init__(window)
        self._window, self._shell, self._hands = window, shell, Hands("report")
        self.told.connect(shell.tell, Qt.ConnectionType.QueuedConnection)
        window.menus.report.triggered.connect(self.open)

    def open(self) -> ReportDialog:
        """Shows the dialog."""
        from cnn_desktop.gui.frame.report_dialog import ReportDialog  # not before the first paint

        dialog = ReportDialog(self._window)
        self.composed.connect(dialog.show_text, Qt.ConnectionType.QueuedConnection)
        dialog.save_wanted.connect(self._ask_where)
        dialog.open()
        what, preferences, tell = (
            self._what(),
            msgspec.structs.replace(self._shell.memory.preferences),
            self.composed.emit,
        )

        def work() -> None:
            from cnn_desktop.gui.frame.report import compose

            tell(compose(_doctor(), preferences, what))

        self._hands.submit(work)
        return dialog

    def _what(self) -> Open:
        from cnn_desktop.gui.frame.report import Open

        session, recent = self._shell.session, self._shell.memory.recent
        info, photos, kind = session.project.info, session.project.photos, session.jobs.now.kind
        words = [one.name for one in recent] + [one.path for one in recent]
        if info:
            words += [info.name, info.path, *info.data.places]
        if photos:
            words += [*photos.roots.values(), *photos.names]
        runs = len(session.runs.models)
        classes, count = (len(photos.classes), photos.count()) if photos else (0, 0)
        return Open(count, classes, runs, kind.__name__ if kind else "", words=tuple(filter(None, words)))

    def _ask_where(self, text: str) -> None:
        kinds = [Kind(tr("Text (*.txt)"), f"{tr('CNN Desktop report')}.txt")]
        self._shell.dialogs.save_file(
            self._window, tr("Save a report"), kinds, lambda file: self._save(Path(file), text)
        )

    def _save(self, file: Path, text: str) -> None:
        tell = self.told.emit

        def work() -> None:
            try:
                write_text(file, text)
                tell(Notice("info", tr("The report was saved as {file}.", file=str(file))))
            except DataError as error:
                tell(notice_of_error(error))

        self._hands.submit(work)


def _doctor() -> str:
    """What `cnn-desktop doctor` says, or why it does not."""
    try:
        with start(own_command("doctor", "--json"), stdin=NOTHING, stdout=PIPE, stderr=PIPE) as child:
            try:
                out, errors = child.communicate(timeout=_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                return f"no answer within {_SECONDS} s"
    except OSError as error:
        return f"could not be started: {error.strerror}"
    told = out if child.returncode == 0 else out + errors
    return told.decode(errors="replace")
