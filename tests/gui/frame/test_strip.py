"""The strip at the bottom: the device with its reason, the running job with its figures."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.message import say
from cnn_desktop.gui.frame.job_bar import JobBar
from cnn_desktop.gui.frame.strip_view import device_text, figures, sentence, stop_words
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
    ("device", "reason", "text"),
    [
        ("", "", "Looking for a graphics card…"),
        ("mps", "", "Apple GPU"),
        ("cpu", "CPU: no NVIDIA card found", "CPU: no NVIDIA card found"),
        ("cuda", "an NVIDIA card was found.", "GPU: an NVIDIA card was found."),
    ],
)
def test_the_device_stands_there_with_its_reason(device: str, reason: str, text: str) -> None:
    assert device_text(device, reason) == text


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
