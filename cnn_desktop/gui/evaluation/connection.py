"""Evaluation tab ↔ session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.message import say
from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.evaluation.saving import Export, save_results
from cnn_desktop.gui.evaluation.tab import EvaluationTab
from cnn_desktop.gui.evaluation.view import Facts, view
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.job_state import Notice


def connect(shell: Shell) -> QWidget:
    """A connected Evaluation tab."""
    tab = EvaluationTab(shell.session.processes.ask, shell.dialogs)
    _Connection(shell, tab)
    return tab


class _Connection(QObject):
    """Lives as long as the tab."""

    def __init__(self, shell: Shell, tab: EvaluationTab) -> None:
        super().__init__(tab)
        self._shell, self._tab, self._session = shell, tab, shell.session
        session = shell.session
        shell.remember_widths("evaluation", tab.panels)
        session.changed.connect(self._take)
        session.jobs.progressed.connect(self._show_progress)
        tab.test_requested.connect(session.runs.evaluate)
        tab.photo_activated.connect(self._show_photo)
        tab.explained.connect(lambda path: self._show_photo(path, ""))
        tab.train_requested.connect(shell.go("training"))
        tab.classify_requested.connect(shell.go("viewer"))
        tab.grid.menu.failed.connect(lambda text: shell.tell(Notice("warning", text)))
        tab.export_requested.connect(self._save)
        self._take(EVERYTHING)

    # Session → tab

    def _take(self, changed: Changed) -> None:
        if changed.photos:
            photos = self._session.project.photos
            self._tab.source.set_tones((photos and photos.tones) or OWN)
            self._tab.grid.refresh()
        if changed.any("photos", "job", "runs", "report"):
            self._show()
            self._show_progress()

    def _show(self) -> None:
        runs, photos, result = self._session.runs, self._session.project.photos, self._session.jobs.result
        run = runs.predictor.id if runs.predictor else ""
        failed = result is not None and result.is_bad and (result.step, result.run) == ("evaluation", run)
        self._tab.show_view(
            view(
                Facts(
                    run=run,
                    test_photos=photos.count("test") if photos else 0,
                    looks=runs.looks,
                    report=runs.report,
                    is_testing=self._session.jobs.now.shown_by == "evaluation",
                    failure=result.text if result and failed else "",
                    cleaned=self._session.label_history.known_of(run),
                )
            )
        )

    def _show_progress(self) -> None:
        job = self._session.jobs.now
        if job.shown_by == "evaluation":
            self._tab.show_progress(job.progress(say("Testing")))

    # Tab → session

    def _show_photo(self, path: str, explains: str | None = None) -> None:
        """Left and Right go through the photos as they stand in the grid, or through those of them that are picked."""
        shown, picked = self._tab.photos_shown, self._tab.photos_picked
        self._session.selection.show(picked if len(picked) > 1 and path in picked else shown, path, explains)

    def _save(self, kind: Export, name: str) -> None:
        """In the background: a report may be large and a disk slow."""
        runs, file = self._session.runs, Path(name)
        report, run = runs.report, runs.predictor
        if report is None or run is None:
            return
        folder, matrix = runs.folder(run.id), self._tab.matrix.grab().toImage()
        compare = self._session.label_history.comparison(run.id)
        self._session.background.run(
            lambda: save_results(kind, file, report, folder, matrix, compare),
            lambda _: self._shell.tell(Notice("info", tr("Saved as {file}.", file=str(file)), place=str(file))),
        )
