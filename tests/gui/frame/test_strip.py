"""The strip at the bottom: the device with its reason, the running job with its figures."""

from __future__ import annotations

import html

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.graphics import UNKNOWN, Verdict
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.message import say
from cnn_desktop.gui.frame.job_bar import DeviceLabel, JobBar
from cnn_desktop.gui.frame.strip_view import figures, sentence, stop_words
from cnn_desktop.gui.state.job_state import IDLE, JobState

RUNNING = JobState(Train, say("Training"), fraction=0.5, rate=61.25, seconds_left=40.0)


def but(**changes: object) -> JobState:
    return msgspec.structs.replace(RUNNING, **changes)


def test_a_training_is_stopped_and_anything_else_cancelled() -> None:
    assert stop_words(RUNNING) == ("Stop", "Stop the training")
    assert stop_words(but(kind=ScanFolder)) == ("Cancel", "Cancel the running job")


def test_the_figures_are_those_that_are_known() -> None:
    assert figures(RUNNING) == "61.2 photos/s · 40 s left"
    assert figures(but(seconds_left=None)) == "61.2 photos/s"
    assert figures(but(rate=0.0)) == figures(but(paused=True)) == figures(but(stopping=True)) == ""
    assert (sentence(RUNNING), sentence(but(paused=True))) == ("Training", "Paused")


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        (UNKNOWN, "Checking the graphics card…"),
        (Verdict("mps", "Apple GPU", has_card=True), "Apple GPU"),
        (Verdict("cuda", "NVIDIA H200", has_card=True), "NVIDIA H200"),
        (Verdict("cpu", reason=say("no NVIDIA card found")), "CPU: no NVIDIA card found"),
    ],
)
def test_the_verdict_on_the_card_stands_there_and_a_click_tells_more(qtbot: QtBot, verdict: Verdict, text: str) -> None:
    label = DeviceLabel()
    qtbot.addWidget(label)
    label.show_verdict(verdict)
    assert label.accessibleName() == text
    assert html.unescape(label.toolTip()).startswith(text)
    with qtbot.waitSignal(label.clicked):
        QTest.keyClick(label, Qt.Key.Key_Space)


def test_the_bar_shows_how_far_it_is_and_runs_to_and_fro_while_that_is_unknown(qtbot: QtBot) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    bar.show_job(RUNNING)
    assert bar.bar.value() / bar.bar.maximum() == 0.5
    assert bar.button.isEnabled()
    width = bar.figures.width()
    bar.show_job(but(fraction=None, rate=0.0, stopping=True))
    assert (bar.bar.maximum(), bar.figures.width(), bar.button.isEnabled()) == (0, width, False)
    bar.show_job(IDLE)
    assert bar.isHidden()
