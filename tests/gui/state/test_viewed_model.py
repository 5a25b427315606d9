"""Which model answers: what opens while a job runs, a run of the open project, an opening that comes to nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.message import say
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.session import Session
from cnn_desktop.gui.state.viewed_model import Models
from tests.fixtures.today import unpack
from tests.gui.state.reviewing import BeginReview, Reviewing

RUN = "2026-11-25 22-21-40"


@pytest.fixture
def today(tmp_path: Path) -> Path:
    """Without the photos, so that nothing is read."""
    today = unpack(tmp_path)
    shutil.rmtree(today / "photos")
    shutil.copytree(today / "Shapes.cnnproj" / "runs" / RUN, today / "my model")
    return today


@pytest.fixture
def window(begin_review: BeginReview) -> Reviewing:
    return begin_review()


def open_project(window: Reviewing, project: Path) -> None:
    window.session.project.open_project(project)
    window.qtbot.waitUntil(lambda: window.session.project.info is not None and not window.session.jobs.now.running)
    window.settle()


def wanted(session: Session) -> list[str]:
    """The project that is open each time its model is to be seen."""
    told: list[str] = []
    models: Models = session.models
    models.wanted.connect(lambda: told.append(session.project.info.path if session.project.info else ""))
    return told


def test_no_model_opens_while_a_job_runs(window: Reviewing, today: Path) -> None:
    session = window.session
    open_project(window, today / "Shapes.cnnproj")
    assert session.jobs.begin(Train, say("Starting training"))
    session.models.open(today / "my model")
    window.settle()
    assert session.models.alone is None
    assert session.project.info is not None
    assert window.said() == str(Train.busy)
    session.jobs.end()
    session.models.open(today / "my model")
    assert session.jobs.begin(Train, say("Starting training"))  # while the model is looked at
    window.settle()
    assert session.models.alone is None
    assert session.project.info is not None
    session.jobs.end()


def test_a_model_by_itself_stays_while_it_works(window: Reviewing, today: Path) -> None:
    session = window.session
    session.models.open(today / "my model")
    window.settle()
    assert session.jobs.begin(Train, say("Starting training"))
    session.models.leave()
    assert session.models.alone is not None
    session.jobs.end()
    session.models.leave()
    assert session.models.alone is None


def test_a_run_of_the_open_project_is_used_at_once(window: Reviewing, today: Path) -> None:
    session, project = window.session, today / "Shapes.cnnproj"
    open_project(window, project)
    told = wanted(session)
    session.models.open_run(project, RUN)
    assert told == [str(project)]
    window.settle()
    assert session.runs.chosen is not None
    assert session.runs.chosen.id == RUN
    session.runs.choose("")
    window.settle()
    assert session.runs.chosen is None, "nothing is left of it"


def test_an_opening_that_comes_to_nothing_is_forgotten(window: Reviewing, today: Path) -> None:
    session, project = window.session, today / "Shapes.cnnproj"
    told = wanted(session)
    session.models.open_run(today / "gone.cnnproj", RUN)
    window.qtbot.waitUntil(lambda: not session.jobs.now.running)
    assert session.jobs.begin(Train, say("Starting training"))
    session.models.open_run(project, RUN)  # refused
    session.jobs.end()
    open_project(window, project)
    assert (told, session.runs.chosen) == ([], None)


def test_what_the_old_project_tells_does_not_forget_the_run(window: Reviewing, today: Path) -> None:
    session = window.session
    other = Path(shutil.copytree(today / "Shapes.cnnproj", today / "Other.cnnproj"))
    open_project(window, today / "Shapes.cnnproj")
    told = wanted(session)
    session.models.open_run(other, RUN)
    session.runs.changed.emit(Changed(runs=True))
    window.qtbot.waitUntil(lambda: bool(told) and not session.jobs.now.running)
    window.settle()
    assert told == [str(other)]
    assert session.runs.chosen is not None
    assert session.runs.chosen.id == RUN
