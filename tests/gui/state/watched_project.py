"""The open project's state in tests: what it tells, and a child in whose place the test answers."""

from __future__ import annotations

from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.scan_files import save_scan
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.project import Project
from cnn_desktop.project.facts import Contents
from cnn_desktop.project.opened import Opened
from tests.dataset.helpers import finish
from tests.gui.connected import Asker


class Watched:
    """A project's state, and what it has told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.background = Background(grace=0.3)
        self.asker = Asker()
        self.jobs = Jobs(self.asker)  # type: ignore[arg-type]
        self.project = Project(self.jobs, self.background)
        self.notices: list[Notice] = []
        self.told: list[Changed | Contents | None] = []
        for notices in (self.project.notice, self.jobs.notice, self.background.failed):
            notices.connect(self.notices.append)
        self.project.came.connect(self.told.append)
        self.project.changed.connect(self.told.append)

    def asked(self) -> int:
        """Waits until a child is asked; the question's place."""
        self.qtbot.waitUntil(lambda: bool(self.asker.asked[self._answered :]))
        self._answered += 1
        return self._answered - 1

    _answered = 0

    def read(self, **changes: object) -> None:
        """The child reads the folder it is asked to."""
        place = self.asked()
        job = self.asker.asked[place]
        assert isinstance(job, ScanFolder)
        chosen = {"class_level": job.class_level, "only": job.only, "also": job.also, "together": job.together}
        scan = finish(read_data(Path(job.data), Control(), to_label=True, **chosen))[1]
        save_scan(msgspec.structs.replace(scan, **changes), Path(job.result))
        self.asker.end(place, "finished")
        self.idle()

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.now.running)

    def said(self) -> str:
        return " / ".join(notice.text for notice in self.notices)

    def close(self) -> None:
        self.project.close()
        self.background.close()


def is_held(project: Path) -> bool:
    opened = Opened(project)
    opened.close()
    return opened.read_only
