"""The page of the history ↔ session, and the training on cleaned labels that several pages ask for."""

from __future__ import annotations

from pathlib import Path

from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.labels.history_view import Facts, view
from cnn_desktop.gui.labels.tab import CHECK, LabelsTab
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.project import why_read_only


def connect_history(shell: Shell, tab: LabelsTab) -> None:
    """Connects the page in `tab`."""
    session, page = shell.session, tab.history
    history, project, jobs, runs = session.label_history, session.project, session.jobs, session.runs

    def show(changed: Changed) -> None:
        if page.isVisible() and changed.any("labels"):
            history.look()
        if changed.any("project", "job", "runs", "review"):
            page.show_view(
                view(
                    Facts(
                        is_open=project.info is not None,
                        changes=sum(row.number > 0 for row in history.rows[:1]),
                        has_decisions=history.has_decisions,
                        standing=history.standing,
                        models=len(runs.models),
                        read_only=why_read_only(project.info),
                        busy=jobs.now.kind.busy.render(QT_WORDS) if jobs.now.kind else "",
                    )
                )
            )
        if changed.any("project", "runs", "review"):
            page.show_history(history.rows, history.is_whole, {run.id: run for run in runs.all})

    def train() -> None:
        if history.train_again():
            shell.step_wanted.emit("training")

    page.shown.connect(history.look)
    page.more_wanted.connect(history.more)
    page.named.connect(history.name)
    page.restore_wanted.connect(session.labels.restore_to)
    page.export_wanted.connect(lambda file: history.export(Path(file)))
    page.check_wanted.connect(lambda: tab.show_page(CHECK))
    page.test_wanted.connect(history.test)
    page.evaluation_wanted.connect(shell.go("evaluation"))
    page.viewer_wanted.connect(shell.go("viewer"))
    for asking in (page, tab.check, tab.review):
        asking.train_wanted.connect(train)
    session.changed.connect(show)
    show(EVERYTHING)
