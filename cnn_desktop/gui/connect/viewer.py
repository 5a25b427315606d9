"""Viewer tab ↔ session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.events import Predicted, Skipped
from cnn_desktop.gui.connect.shell import Shell
from cnn_desktop.gui.tabs.viewer import ViewerTab


def connect(shell: Shell) -> QWidget:
    """A connected Viewer tab."""
    tab, session = ViewerTab(), shell.session
    project = session.project.path if session.project else ""

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

    session.runs_changed.connect(show_run)
    session.project_changed.connect(show_project)
    session.predicted.connect(show_answer)
    shell.photos_came.connect(tab.show_paths)
    tab.prediction_needed.connect(lambda path: session.predict([Path(path)]))
    tab.train_requested.connect(shell.go("training"))
    show_run()
    return tab
