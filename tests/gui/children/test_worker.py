"""JobWorker with real children: one `Ended` each time, with one plain sentence."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import Offer
from cnn_desktop.domain.events import Ended, Event, Fault, Ready, Stopping
from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.jobs.train import EpochDone, Train, Trained, TrainProgress
from cnn_desktop.domain.wire import Do, Pause, Resume
from cnn_desktop.gui.children.worker import JobWorker
from tests.patience import PATIENCE

FAKE = str(Path(__file__).with_name("fake_child.py"))


class Watched:
    """A worker with what it has told."""

    def __init__(self, how: str, run: str = "r", test: bool = False, data: str = "d") -> None:
        job = Evaluate(run=run) if test else Train(config=TrainConfig(data=data), run=run)
        self.hear(JobWorker(Do("7", job), [sys.executable, FAKE, how], grace=0.4))

    def hear(self, worker: JobWorker) -> None:
        self.worker = worker
        self.events: list[Event] = []
        self.ends: list[Ended] = []
        worker.told.connect(self._take)

    def _take(self, id_: str, event: Event) -> None:
        assert id_ == "7"
        if isinstance(event, Ended):
            self.ends.append(event)
        else:
            self.events.append(event)

    def finish(self, qtbot: QtBot) -> Ended:
        with qtbot.waitSignal(self.worker.finished, timeout=10_000):
            self.worker.start()
        return self.end(qtbot)

    def end(self, qtbot: QtBot) -> Ended:
        qtbot.waitUntil(lambda: bool(self.ends) and self.worker.isFinished(), timeout=10_000)
        assert self.worker.wait(int(1000 * PATIENCE))
        assert len(self.ends) == 1
        return self.ends[0]

    def heard(self, kind: type) -> bool:
        return any(isinstance(event, kind) for event in self.events)


def test_a_training_finishes_and_every_event_comes_in_order(qtbot: QtBot) -> None:
    watched = Watched("chatty")
    ended = watched.finish(qtbot)
    assert (ended.outcome, str(ended.text)) == (
        "finished",
        "Done in 2 s: 70.0% of the validation photos right (epoch 2).",
    )
    assert [event.epoch for event in watched.events if isinstance(event, EpochDone)] == [1, 2]
    assert isinstance(watched.events[0], Ready)


def test_stop_is_heard_and_what_was_reached_is_kept(qtbot: QtBot) -> None:
    watched = Watched("long")
    watched.worker.start()
    qtbot.waitUntil(lambda: watched.heard(Ready) and len(watched.events) > 1)
    watched.worker.stop()
    qtbot.waitUntil(lambda: watched.heard(Stopping))
    ended = watched.end(qtbot)
    assert ended.outcome == "stopped"
    assert watched.heard(Trained)


def test_stop_before_the_child_is_up(qtbot: QtBot) -> None:
    watched = Watched("long")
    watched.worker.start()
    watched.worker.stop()
    assert watched.end(qtbot).outcome == "stopped"


def test_a_deaf_child_is_stopped_all_the_same(qtbot: QtBot) -> None:
    watched = Watched("deaf after ready")
    watched.worker.start()
    qtbot.waitUntil(lambda: watched.heard(Ready))
    watched.worker.stop()
    assert watched.end(qtbot).outcome == "stopped"


@pytest.mark.parametrize(
    ("how", "outcome", "sentence", "details"),
    [
        (
            "segfault",
            "crashed",
            "The training process crashed (SIGSEGV). The best model so far is kept",
            "about to crash",
        ),
        (
            "killed",
            "crashed",
            "probably because memory ran out. The best model so far is kept. Set the batch size to 16 or less",
            "",
        ),
        (
            "starved",
            "crashed",
            "ended because memory ran out. The best model so far is kept. Set the batch size to 16 or less",
            "bad_alloc",
        ),
        ("exception", "failed", "The photo box is empty.", "Traceback: ..."),
        ("dies", "crashed", "ended unexpectedly (exit code 1)", "the engine fell off"),
        ("silent exit", "crashed", "ended unexpectedly (exit code 3)", ""),
        ("garbage", "crashed", "sent an answer the app does not understand", "not an event"),
    ],
)
def test_a_bad_end_is_one_plain_sentence(qtbot: QtBot, how: str, outcome: str, sentence: str, details: str) -> None:
    ended = Watched(how).finish(qtbot)
    assert ended.outcome == outcome
    assert sentence in str(ended.text)
    assert details in ended.details


@pytest.mark.parametrize(
    ("how", "test", "fault", "offer"),
    [
        ("killed", False, None, Offer("batch_size", 16)),
        ("starved", False, None, Offer("batch_size", 16)),
        ("refuses batch_size 8", False, Fault("batch_size", 32), Offer("batch_size", 8)),
        ("refuses image_size 160", False, Fault("image_size", 224), Offer("image_size", 160)),
        ("refuses model 0", False, Fault("model", "efficientnet_lite0"), None),
        ("refuses nonsense 0", False, None, None),
        ("refuses augmentation 0", False, None, None),
        ("dies", False, None, None),
        ("killed", True, None, None),
        ("refuses batch_size 8", True, None, Offer("batch_size", 8)),
    ],
)
def test_the_end_names_the_setting_at_fault_and_one_that_would_do(
    qtbot: QtBot, how: str, test: bool, fault: Fault | None, offer: Offer | None
) -> None:
    ended = Watched(how, test=test).finish(qtbot)
    assert (ended.fault, ended.offer) == (fault, offer)


def test_kill_9_from_outside(qtbot: QtBot) -> None:
    watched = Watched("long")
    watched.worker.start()
    qtbot.waitUntil(lambda: watched.heard(Ready))
    assert watched.worker.pid
    os.kill(watched.worker.pid, signal.SIGKILL)
    ended = watched.end(qtbot)
    assert ended.outcome == "crashed"
    assert "memory" in str(ended.text)


def test_a_test_that_breaks_off_is_called_a_test(qtbot: QtBot) -> None:
    assert str(Watched("segfault", test=True).finish(qtbot).text).startswith("The test process crashed (SIGSEGV).")


def test_a_grandchild_holding_the_pipe_does_not_hold_up_the_end(qtbot: QtBot) -> None:
    assert Watched("grandchild").finish(qtbot).outcome == "finished"


def test_a_missing_program_ends_in_a_sentence(qtbot: QtBot) -> None:
    watched = Watched("")
    watched.hear(JobWorker(Do("7", Evaluate(run="r")), ["/nowhere/at/all"]))
    ended = watched.finish(qtbot)
    assert str(ended.text).startswith("The test process could not be started: No such file or directory.")


def test_pause_and_resume_reach_a_child_that_runs_and_are_harmless_before(qtbot: QtBot) -> None:
    watched = Watched("long")
    watched.worker.send(Pause("7"))
    watched.worker.start()
    qtbot.waitUntil(lambda: watched.heard(Ready))
    watched.worker.send(Pause("7"))
    watched.worker.send(Resume("7"))
    watched.worker.stop()
    assert watched.end(qtbot).outcome == "stopped"


def test_a_folder_whose_name_is_no_text_is_handed_over(qtbot: QtBot) -> None:
    assert Watched("", run="/photos/\udce9t\udcff", data="/\udce9").finish(qtbot).outcome == "finished"


@pytest.mark.parametrize(
    "program", [[], [""], ["a\0b"], ["\ud800"], [None], [sys.executable, "\0"], ["/"], [7]], ids=str
)
def test_a_program_that_cannot_be_one_ends_in_a_sentence(qtbot: QtBot, program: list[str]) -> None:
    watched = Watched("")
    watched.hear(JobWorker(Do("7", Evaluate(run="r")), program))
    ended = watched.finish(qtbot)
    assert ended.outcome == "crashed"
    assert str(ended.text).startswith("The test process could not be started: ")


def test_an_order_that_cannot_be_told_ends_in_a_sentence_too(qtbot: QtBot) -> None:
    watched = Watched("")
    watched.hear(JobWorker(Do("7", object()), [sys.executable, FAKE, ""]))
    ended = watched.finish(qtbot)
    assert ended.outcome == "failed"
    assert str(ended.text).startswith("Something went wrong (")
    assert watched.worker.pid is None


def test_nonsense_from_the_child_is_passed_over(qtbot: QtBot) -> None:
    watched = Watched("nonsense")
    assert watched.finish(qtbot).outcome == "finished"
    assert watched.heard(Trained)


@pytest.mark.parametrize("what", ["fifo", "held"])
def test_a_job_that_hangs_in_the_system_or_is_held_can_be_stopped(qtbot: QtBot, tmp_path: Path, what: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    watched = Watched("", run=str(tmp_path / what))
    watched.worker.start()
    qtbot.waitUntil(lambda: watched.heard(TrainProgress))
    watched.worker.stop()
    assert watched.end(qtbot).outcome == "stopped"
