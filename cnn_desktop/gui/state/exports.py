"""Saves the labels of the open project outside it: the window takes a snapshot, a child writes from that."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QObject

from cnn_desktop.domain.events import Ended
from cnn_desktop.domain.jobs.export_labels import ExportLabels, Form
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.scan_files import save_reading
from cnn_desktop.gui.state.session import Session


class Exports(QObject):
    """How it ends is told in the message bar, as of any job."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def save_labels(self, out: Path, form: Form) -> None:
        """To `out`: a table, or a folder that is not there yet."""
        session, opened = self._session, self._session.project.opened
        snapshot = cache_folder() / "scans" / f"{os.getpid()} {id(self)} labels.json"
        job = ExportLabels(str(snapshot), str(out), form)
        if opened is None or not session.jobs.begin(ExportLabels, job.starting()):
            return

        def forget() -> None:
            with contextlib.suppress(OSError):
                snapshot.unlink(missing_ok=True)

        def done(ended: Ended) -> None:
            session.background.run(forget)
            session.jobs.end(ended)

        def begin(_: None) -> None:
            session.jobs.hand_over(job, None, done)

        def failed(notice: object) -> None:
            session.jobs.end()
            session.notice.emit(notice)

        session.background.run(
            lambda: save_reading(opened.photos.reading(), snapshot),
            begin,
            failed,
            control=session.jobs.control,
            stopped=session.jobs.end,
        )
