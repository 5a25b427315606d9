"""The rail: live facts, reasons for what is not possible yet, keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.check_labels import CheckLabels
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import ClassCount, PhotoFacts
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.frame.rail import Rail, StepButton, fitting
from cnn_desktop.gui.frame.rail_view import STEPS, Facts, Step, steps, training_fact
from cnn_desktop.gui.state.job_state import IDLE, JobState
from cnn_desktop.project.suspects import CheckFacts, Progress
from tests.gui.labels.planted import a_check

PHOTOS = PhotoFacts({"1": "/photos"}, [ClassCount(name, 400, 10, 5) for name in "abcde"] + [ClassCount("f", 452)])
RUN = RunRecord("1", "resnet18", "finished", "2026-01-01T00:00:00Z", val_accuracy=0.925)
REPORT = Report("1", "", "", [], 379, 0.913, 0.880, 0.937, [], [], [], 1.0, 379.0, "cpu")


def facts(**changes: Any) -> dict[str, Step]:
    known = {"is_open": True, "photos": PHOTOS, "model": "efficientnet_lite0", **changes}
    return {step.key: step for step in steps(Facts(**known))}


def test_without_a_project_only_the_dataset_is_possible_and_each_other_step_says_why() -> None:
    shown = {step.key: step for step in steps(Facts())}
    assert [key for key, step in shown.items() if step.possible] == ["dataset"]
    assert all(step.fact for step in shown.values())
    assert shown["evaluation"].fact == "needs a trained model"


def test_the_facts_of_an_open_project() -> None:
    shown = facts()
    assert shown["dataset"].fact == "2,527 photos · 6 classes"
    assert shown["model"].fact == "EfficientNet-Lite0"
    assert shown["training"].fact == "ready"
    assert not shown["evaluation"].possible
    assert facts(photos=PhotoFacts({}, [ClassCount("a", 1)]))["dataset"].fact == "1 photo · 1 class"
    assert facts(model="timm:convnext_tiny")["model"].fact == "convnext_tiny"
    assert facts(gone=True)["dataset"].fact == "photos not found"
    assert facts(gone=True)["training"].fact == "photos not found"
    assert facts(weights_missing=True)["training"].fact == "weights missing"
    flat = PhotoFacts({}, [], unlabelled=12)
    assert facts(photos=flat)["dataset"].fact == "12 photos, not labelled"
    assert facts(photos=flat)["training"].fact == "needs two classes"


@pytest.mark.parametrize(
    ("job", "fact"),
    [
        (JobState(Train, say("…")), "starting…"),
        (JobState(Train, say("…"), epoch=4, epochs=10, seconds_left=120), "epoch 4 of 10 · 2 min left"),
        (JobState(Train, say("…"), epoch=4, epochs=10), "epoch 4 of 10"),
        (JobState(Train, say("…"), epoch=4, epochs=10, paused=True), "paused"),
        (JobState(Train, say("…"), epoch=4, epochs=10, stopping=True), "stopping…"),
    ],
)
def test_a_training_tells_how_far_it_is(job: JobState, fact: str) -> None:
    assert facts(job=job)["training"].fact == fact


def test_after_training_and_test_their_results_stand_there() -> None:
    shown = facts(trained=RUN)
    assert shown["training"].fact == "92.5\u202f% in validation"
    assert shown["evaluation"].fact == "not tested yet"
    assert facts(trained=RUN, report=REPORT)["evaluation"].fact == "91.3\u202f% (88–94)"


class Sorting(Job, frozen=True, tag="Sorting"):
    """A job the rail has never heard of."""

    step = "dataset"
    doing = say("sorting…")


@pytest.mark.parametrize(
    ("kind", "fact"),
    [
        (ScanFolder, "reading photos…"),
        (DrawSample, "reading photos…"),
        (Evaluate, "testing…"),
        (Sorting, "sorting…"),
    ],
)
def test_the_rail_says_what_a_job_says_of_itself(kind: type[Job], fact: str) -> None:
    assert facts(job=JobState(kind), trained=RUN)[kind.step].fact == fact


def test_the_viewer_says_how_many_photos_are_open_once_it_shows_some() -> None:
    assert facts(is_alone=True)["viewer"].fact == "drop photos to classify"
    assert facts(is_alone=True, shown=1)["viewer"].fact == "1 photo open"
    assert facts(photos=PHOTOS)["viewer"].fact == "look at photos"
    assert facts(photos=PHOTOS, shown=1200)["viewer"].fact == "1,200 photos open"
    nothing = next(step for step in steps(Facts(shown=3)) if step.key == "viewer")
    assert (nothing.fact, nothing.possible) == ("needs photos", False), "of a project that was closed"


def test_while_a_training_runs_only_its_step_is_told_anew(qtbot: QtBot) -> None:
    assert training_fact(IDLE) == training_fact(JobState(ScanFolder, fraction=0.25)) == ""
    job = JobState(Train, say("…"), epoch=4, epochs=10, fraction=0.4)
    assert training_fact(job) == "epoch 4 of 10"
    button = StepButton("training", 3)
    qtbot.addWidget(button)
    button.show_step(facts(job=job)["training"])
    button.show_fact("epoch 5 of 10")
    assert button.accessibleName() == "Training, epoch 5 of 10"


def test_steps_are_reached_by_mouse_and_keyboard_and_tell_screen_readers_their_fact(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_steps(steps(Facts(is_open=True, photos=PHOTOS, model="resnet18")))
    rail.set_current("dataset")
    rail.show()
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    qtbot.mouseClick(rail.buttons["model"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(rail.buttons["training"], Qt.Key.Key_Space)
    qtbot.mouseClick(rail.buttons["evaluation"], Qt.MouseButton.LeftButton)  # not possible yet
    assert chosen == ["model", "training"]
    assert rail.buttons["model"].accessibleName() == "Model, ResNet-18"
    assert rail.buttons["evaluation"].accessibleName() == "Evaluation, needs a trained model"
    assert list(rail.buttons) == list(STEPS)
    rail.buttons["model"].setFocus()
    assert not rail.grab().isNull()


def test_a_fact_without_room_loses_its_last_part_not_half_a_word(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    fact = "2,527 photos · 200 classes"
    assert fitting(fact, metrics, 1000) == fact
    assert fitting(fact, metrics, metrics.horizontalAdvance(fact) - 1) == "2,527 photos"
    assert fitting(fact, metrics, metrics.horizontalAdvance("2,527 pho…") + 1).endswith("…")


@pytest.mark.parametrize(
    ("verdict", "is_older", "decided", "left", "fact"),
    [
        ("suspicious", False, 0, 1, "1 suspicious"),
        ("suspicious", False, 0, 100_000, "100,000 suspicious"),
        ("suspicious", False, 23, 97, "23 reviewed, 97 to do"),
        ("suspicious", False, 120, 0, "all reviewed"),
        ("suspicious", True, 23, 97, "checked on older labels"),
        ("nothing", False, 0, 0, "nothing suspicious"),
        ("cannot_learn", False, 0, 0, "cannot be judged"),
    ],
)
def test_the_labels_step_tells_what_was_found_and_how_far_the_review_is(
    verdict: str, is_older: bool, decided: int, left: int, fact: str
) -> None:
    progress = Progress(decided, left, decided, 0, 0, 0, 0.0)
    check = CheckFacts(1, a_check(120, verdict=verdict), is_older, progress)
    assert facts(labels=check)["labels"] == Step("labels", "Labels", fact, True)


def test_labels_are_not_checked_yet_or_are_just_now() -> None:
    assert facts()["labels"].fact == "not checked yet"
    assert not facts(is_open=False, photos=None)["labels"].possible
    assert facts(job=JobState(CheckLabels))["labels"].fact == CheckLabels.doing.text
