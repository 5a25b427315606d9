"""Keeping the computer awake, and drawing a person back when nobody looks: by what a job says of itself, never in its way."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Ended, Outcome
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.message import say
from cnn_desktop.gui.app.keep_awake import KeepAwake, inhibitor
from cnn_desktop.gui.app.notify import Notifier
from cnn_desktop.gui.state.jobs import Jobs
from tests.gui.a_child import AChild

TRAIN, TEST, SCAN = Train(TrainConfig(data=""), "run"), Evaluate("run"), ScanFolder("/photos", "")
DONE = Ended("finished", say("Done."))


class Work:
    """Jobs whose child is the test."""

    def __init__(self) -> None:
        child: Any = AChild()
        self.child, self.jobs = child, Jobs(child)
        self.awake = KeepAwake(self.jobs)


@pytest.fixture
def work(qapp: object) -> Iterator[Work]:
    work = Work()
    yield work
    work.jobs.end()


def test_each_system_has_its_way() -> None:
    assert inhibitor("darwin", 7, "training") == ["caffeinate", "-i", "-w", "7"]
    assert inhibitor("linux", 7, "training")[0] == "systemd-inhibit"
    assert inhibitor("sunos", 7, "training") == []


@pytest.mark.skipif(sys.platform != "linux", reason="the helper of Linux")
def test_the_helper_runs_while_the_job_runs_and_is_gone_after(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    helper = tmp_path / "systemd-inhibit"
    helper.write_text("#!/bin/sh\nexec cat\n")
    helper.chmod(helper.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    me = psutil.Process()
    work.jobs.start(TRAIN)
    work.jobs.stop()  # the job has moved on, and still there is one helper
    assert len(me.children()) == 1
    work.child.end(DONE)
    assert not me.children()


@pytest.mark.parametrize("job", [TRAIN, TEST])
def test_a_system_without_the_helper_is_no_trouble(job: Job, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    work.jobs.start(job)
    assert work.awake.is_kept, "asked for, whatever the system made of it"
    assert work.jobs.now.running
    assert not psutil.Process().children()
    work.child.end(DONE)
    assert not work.awake.is_kept
    assert work.jobs.result


def test_a_job_that_does_not_ask_for_it_lets_the_computer_sleep(work: Work) -> None:
    work.jobs.start(SCAN)
    assert not work.awake.is_kept


@pytest.mark.parametrize(
    ("job", "outcome", "told"),
    [(TRAIN, "finished", 1), (TEST, "crashed", 1), (TRAIN, "stopped", 0), (SCAN, "finished", 0)],
)
def test_a_notification_comes_only_when_it_is_news(
    qtbot: QtBot, work: Work, monkeypatch: pytest.MonkeyPatch, job: Job, outcome: Outcome, told: int
) -> None:
    heard: list[Ended] = []
    monkeypatch.setattr(Notifier, "_tell", lambda self, ended: heard.append(ended))
    window = QWidget()
    qtbot.addWidget(window)
    Notifier(window, work.jobs)
    work.jobs.start(job)
    work.child.end(Ended(outcome, say("Done.")))
    assert len(heard) == told
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work.jobs.start(job)
    work.child.end(Ended(outcome, say("Done.")))
    assert len(heard) == told, "somebody looks"
