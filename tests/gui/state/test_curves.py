"""Curves and log as facts: of which run they are, and when they make way for another's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Ended, Event, JobDone, Progress, Ready, Skipped, Stopping, Warned
from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.jobs.train import Train, TrainProgress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.run import EVENTS, RunRecord
from cnn_desktop.domain.wire import encode_event
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.curves import Curves, log_line
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.project.facts import Contents, History, ProjectInfo
from cnn_desktop.project.undo import Steps
from tests.gui.a_child import AChild
from tests.gui.state.test_curve_data import done, planned, step

END = Ended("finished", say("Done."))


class AProject(QObject):
    """In the place of `Project`: runs lie below a folder of the test."""

    came = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def run_folder(self, run: str) -> Path:
        return self._folder / run

    def earlier(self, run: str, *events: Event) -> None:
        """What is recorded of the run `run`."""
        self.run_folder(run).mkdir()
        (self.run_folder(run) / EVENTS).write_bytes(b"\n".join(map(encode_event, events)))

    def open(self, *runs: str) -> None:
        """Another project with these runs."""
        records = [RunRecord(run, "m", "finished", "") for run in runs]
        self.came.emit(Contents(ProjectInfo("/p", "p"), None, History(records), None, Steps()))


class Scene:
    """Curves over real jobs, a child and a project of the test."""

    def __init__(self, folder: Path) -> None:
        child: Any = AChild()
        project: Any = AProject(folder)
        self.child, self.project, self.background = child, project, Background()
        self.jobs = Jobs(child)
        self.curves = Curves(self.jobs, project, self.background)
        self.grown: list[tuple[str, str]] = []
        self.curves.grew.connect(lambda line, spoken: self.grown.append((line, spoken)))

    def claim(self) -> None:
        """Train was clicked; its run is being prepared."""
        assert self.jobs.begin(Train, say("Starting training"))

    def begin(self, run: str) -> None:
        self.jobs.hand_over(Train(TrainConfig(data=""), run), None, self.jobs.end, run=run)

    @property
    def epochs(self) -> list[float]:
        return self.curves.data.val("loss")[0].tolist()

    @property
    def log(self) -> list[str]:
        """Its lines without their times."""
        return [line.rpartition("  ")[2] for line in self.curves.log]


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Scene:
    scene = Scene(tmp_path)
    scene.project.earlier("old", planned(), done(1), done(2))
    scene.project.open("old")
    qtbot.waitUntil(lambda: scene.epochs == [1.0, 2.0])
    return scene


def test_a_project_shows_its_newest_run_and_another_project_without_runs_none(scene: Scene, qtbot: QtBot) -> None:
    assert scene.curves.run == "old"
    assert len(scene.log) == 3
    assert scene.log == list(scene.curves.log), "without times: nobody saw when"
    with qtbot.waitSignal(scene.curves.changed, check_params_cb=lambda changed: changed.curves):
        scene.project.open()
    assert (scene.epochs, scene.log, scene.curves.run) == ([], [], "")


def test_the_old_curves_stay_until_it_is_known_that_a_training_starts(scene: Scene) -> None:
    scene.claim()
    assert scene.epochs == [1.0, 2.0]
    scene.jobs.end(Ended("failed", say("The disk is full.")))
    assert (scene.epochs, len(scene.log)) == ([1.0, 2.0], 3)
    scene.claim()
    scene.begin("new")
    assert (scene.epochs, scene.log, scene.curves.run) == ([], ["Starting training"], "new")


def test_a_training_grows_the_curves_and_the_log_and_its_end_is_said_once(scene: Scene) -> None:
    scene.claim()
    scene.begin("new")
    for event in (Ready(1.0), planned(), step(1, 2, 0.5), done(1), Warned(say("Done."))):
        scene.child.tell(event)
    assert scene.epochs == [1.0]
    assert scene.grown[-3] == ("", ""), "a step of an epoch is no line"
    scene.child.end(END)
    assert scene.log[:2] == ["Starting training", "Loading the model and photos"]
    assert scene.log.count("Done.") == 1
    assert all("  " in line for line in scene.curves.log), "when it was told"
    assert [spoken for _, spoken in scene.grown if spoken] == [log_line(planned()), log_line(done(1))]


def test_going_on_goes_on_with_the_curves_that_are_shown(scene: Scene) -> None:
    scene.curves.show("old")
    scene.claim()
    scene.begin("old")
    scene.child.tell(planned(first_epoch=3))
    scene.child.tell(done(3))
    assert scene.epochs == [1.0, 2.0, 3.0]
    assert scene.log[3] == "Starting training"


def test_going_on_with_another_than_the_shown_one_shows_that_one_first(scene: Scene, qtbot: QtBot) -> None:
    scene.project.earlier("stopped", planned(), done(1))
    scene.curves.show("stopped")
    scene.claim()
    scene.background.run(lambda: "stopped", scene.begin)  # as a run is prepared: behind what is read
    qtbot.waitUntil(lambda: scene.jobs.now.run == "stopped")
    scene.child.tell(done(2))
    assert scene.epochs == [1.0, 2.0]


def test_what_another_job_says_is_not_the_trainings(scene: Scene) -> None:
    scene.claim()
    scene.begin("new")
    scene.child.end(END)
    before = scene.log
    scene.jobs.start(Evaluate("new"))
    scene.child.tell(Warned(say("Hm.")))
    scene.child.end(END)
    assert scene.log == before


def test_while_a_training_runs_its_curves_stay(scene: Scene) -> None:
    scene.claim()
    scene.begin("new")
    scene.curves.show("old")
    assert scene.curves.run == "new"


def test_the_newest_wish_counts(scene: Scene, qtbot: QtBot) -> None:
    scene.project.earlier("b", planned(), done(1))
    scene.curves.show("b")
    scene.curves.show("old")
    with qtbot.waitSignal(scene.curves.changed):
        pass
    assert scene.epochs == [1.0, 2.0]


def test_the_log_holds_sentences_and_no_ticks() -> None:
    progress = TrainProgress(1, 2, "head", 1, 2, 8, 0.5, 0.5, 10.0)
    for event in (progress, JobDone(), Stopping()):
        assert log_line(event) == ""
    assert log_line(Ready(seconds=1.0)) == "Loading the model and photos"
    assert log_line(Progress(say("Reading"), 1, 2)) == "Reading", "the step, without its count"
    assert log_line(Skipped("/p/a.jpg", say("it is empty."))) == "/p/a.jpg is left out: it is empty."
    assert log_line(Warned(say("Hm."))) == "Hm."
    assert log_line(Ended("failed", say("No."))) == "No."
    assert log_line(done(1)).startswith("Epoch 1 of 4: loss 0.400, 70.0\u202f% of the validation photos right")
