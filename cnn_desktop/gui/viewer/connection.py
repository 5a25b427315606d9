"""Viewer tab ↔ session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.viewer.tab import ViewerTab


def connect(shell: Shell) -> QWidget:
    """A connected Viewer tab."""
    tab, session = ViewerTab(), shell.session
    project = session.project.path if session.project else ""
    asked: set[str] = set()

    def show_run() -> None:
        run = session.predictor_run
        tab.show_run(run.id if run else None)

    def show_answer(answer: object) -> None:
        if isinstance(answer, Predicted):
            tab.show_prediction(answer)
        elif isinstance(answer, Skipped):
            tab.show_skipped(answer)

    def show_project() -> None:
        nonlocal project
        path = session.project.path if session.project else ""
        if path != project:  # a rescan keeps what is looked at
            project = path
            tab.show_paths([])

    def ask(path: str) -> None:
        asked.add(session.predict([Path(path)]))

    def hear(notice: Notice) -> None:
        if notice.job and notice.job in asked:
            tab.show_failure(notice.text)

    session.notice.connect(hear)
    session.runs_changed.connect(show_run)
    session.project_changed.connect(show_project)
    session.predicted.connect(show_answer)
    shell.photos_came.connect(tab.show_paths)
    tab.prediction_needed.connect(ask)
    tab.train_requested.connect(shell.go("training"))
    show_run()
    return tab
