"""The list of training runs ↔ session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject

from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.file_manager import FileManager
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.training.run_list import RunList
from cnn_desktop.gui.training.run_list_view import Facts, view
from cnn_desktop.gui.training.tab import TrainingTab
from cnn_desktop.project.run_sizes import RunSize


def connect_run_list(shell: Shell, tab: TrainingTab) -> None:
    """Opens the list when `tab` wants it."""
    tab.list_wanted.connect(lambda: _Connection(shell, RunList(tab)).open())


class _Connection(QObject):
    """Lives as long as the list."""

    def __init__(self, shell: Shell, listed: RunList) -> None:
        super().__init__(listed)
        self._session, self._list = shell.session, listed
        self._sizes: Mapping[str, RunSize] = {}
        files = FileManager(self)
        files.failed.connect(lambda text: shell.tell(Notice("warning", text)))
        listed.opened.connect(self._open)
        listed.used.connect(self._session.runs.choose)
        listed.located.connect(lambda run: files.show(str(self._session.runs.folder(run))))
        self._session.changed.connect(self._take)

    def open(self) -> None:
        """Shows the list, the sizes as soon as they are known."""
        self._show()
        self._find_sizes()
        self._list.open()

    def _find_sizes(self) -> None:
        def take(sizes: Mapping[str, RunSize]) -> None:
            if shiboken6.isValid(self):
                self._sizes = sizes
                self._show()

        self._session.runs.find_sizes(take)

    def _take(self, changed: Changed) -> None:
        if changed.project:
            self._list.reject()  # it is of the project before
        elif changed.runs:
            self._show()
            self._find_sizes()
        elif changed.job:
            self._show()

    def _show(self) -> None:
        runs, running = self._session.runs, self._session.jobs.now.kind
        facts = Facts(
            models=runs.models,
            configs=runs.configs,
            predictor=runs.predictor.id if runs.predictor else "",
            best=runs.best.id if runs.best else "",
            sizes=self._sizes,
            busy=running.busy.render(QT_WORDS) if running else "",
        )
        self._list.show_view(view(facts))

    def _open(self, run: str) -> None:
        info, used = self._session.project.info, self._session.runs.predictor
        if info is not None:
            self._session.models.open_run(Path(info.path), "" if used and used.id == run else run)
