"""Evaluation tab ↔ session."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.files import replacing, write_text
from cnn_desktop.domain.message import say
from cnn_desktop.domain.run import LOOKS, PREDICTIONS
from cnn_desktop.gui.evaluation.report_page import report_page
from cnn_desktop.gui.evaluation.tab import EvaluationTab
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.session import Session


def connect(shell: Shell) -> QWidget:
    """A connected Evaluation tab."""
    tab, session = EvaluationTab(), shell.session

    def show_run() -> None:
        run = session.predictor_run
        if run is None:
            tab.show_run(None)
            return
        file = session.run_folder(run.id) / LOOKS
        photos = len(session.scan.of_split("test")) if session.scan else 0
        shell.background.run(lambda: _lines(file), lambda looks: tab.show_run(run.id, photos, looks))

    def show_report() -> None:
        tab.show_report(session.report)
        show_run()

    def show_job() -> None:
        tab.show_testing(_testing(session))
        result = session.result
        failed = result is not None and result.kind == "evaluate" and result.outcome in ("failed", "crashed")
        tab.show_failure(result.text if result and failed else "")

    def show_photo(path: str) -> None:
        shell.show_photo(path, [photo.path for photo in session.report.photos] if session.report else [])

    def save(kind: str, name: str) -> None:
        file, report, run = Path(name), session.report, session.predictor_run
        if report is None or run is None:
            return
        if kind == "png":
            picture = tab.matrix.grab().toImage()
            shell.background.run(lambda: _write_png(picture, file), lambda _: _saved(shell, file))
        elif kind == "html":
            page = report_page(report)
            shell.background.run(lambda: write_text(file, page), lambda _: _saved(shell, file))
        else:
            source = session.run_folder(run.id) / PREDICTIONS
            shell.background.run(lambda: _copy(source, file), lambda _: _saved(shell, file))

    session.runs_changed.connect(show_run)
    session.scan_changed.connect(show_run)
    session.report_changed.connect(show_report)
    session.job_changed.connect(show_job)
    session.picture_ready.connect(tab.show_picture)
    tab.test_requested.connect(session.evaluate)
    tab.photo_activated.connect(show_photo)
    tab.thumbnails_needed.connect(shell.ask_thumbnails)
    tab.train_requested.connect(shell.go("training"))
    tab.export_requested.connect(save)
    for show in (show_report, show_job):
        show()
    return tab


def _testing(session: Session) -> Progress | None:
    job = session.job
    if job.kind != "evaluate":
        return None
    return Progress(job.sentence or say("Testing"), job.done, job.total, job.rate, job.seconds_left)


def _lines(file: Path) -> int:
    return len(file.read_bytes().splitlines()) if file.exists() else 0


def _copy(source: Path, target: Path) -> None:
    with replacing(target) as temporary:
        shutil.copyfile(source, temporary)


def _write_png(picture: QImage, target: Path) -> None:
    with replacing(target) as temporary:
        writer = QImageWriter(str(temporary), QByteArray(b"png"))
        if not writer.write(picture):
            raise OSError(writer.errorString())


def _saved(shell: Shell, file: Path) -> None:
    shell.tell(Notice("info", tr("{file} is saved.", file=str(file))))
