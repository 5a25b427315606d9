"""Trainings and tests in the history of an open project, with small fake children in torch's place."""

from __future__ import annotations

import contextlib
import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import psutil
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import files
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.estimate import key, load_rates, remember
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.domain.run import BEST, CHECKPOINT, CONFIG, RunRecord
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.gui.children.silence import Patience
from cnn_desktop.project.opened import open_existing
from cnn_desktop.project.runs import Runs
from tests.gui.state.watched import Watched, train
from tests.patience import PATIENCE


def give_model(watched: Watched) -> None:
    """Puts something where the child of a real training would have left its model."""
    session = watched.session
    (session.runs.folder(session.runs.all[0].id) / BEST).write_bytes(b"weights")


@contextlib.contextmanager
def opened(project: Path) -> Iterator[Runs]:
    """The runs of a project, without a window."""
    handle, _ = open_existing(project)
    yield handle.runs
    handle.close()


def test_a_run_whose_settings_are_gone_is_not_called_running(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    runs = watched.session.runs
    runs.train()
    qtbot.waitUntil(lambda: watched.session.jobs.now.epoch == 1)
    watched.session.jobs.stop()
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
    folder = runs.folder(runs.all[0].id)
    (folder / CHECKPOINT).write_bytes(b"x")
    (folder / CONFIG).unlink()
    runs.choose("")
    qtbot.waitUntil(lambda: runs.resumable is not None)
    runs.train(resume=True)
    qtbot.waitUntil(watched.idle)
    assert watched.session.jobs.result
    assert watched.session.jobs.result.outcome == "failed"
    runs.choose("")
    qtbot.waitUntil(lambda: runs.resumable is not None)
    assert [run.status for run in runs.all] == ["stopped"]


def test_a_training_leaves_its_settings_snapshot_and_history(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin(folder=photo_folder(classes=2, each=10))
    session = watched.session
    session.settings.set(batch_size=4)
    train(qtbot, watched)
    (run,) = session.runs.all
    assert (run.status, run.val_accuracy, run.seconds) == ("finished", 0.7, 2.0)
    assert "batch_size = 4" in (session.runs.folder(run.id) / CONFIG).read_text()
    assert PhotoFacts.of(load_snapshot(session.runs.folder(run.id))) == session.project.photos
    assert session.jobs.result
    assert (session.jobs.result.outcome, session.jobs.result.run) == ("finished", run.id)
    assert session.runs.predictor is None, "the fake child leaves no model"
    assert len(watched.ended()) == 1


def test_a_training_that_cannot_be_prepared_for_ever_is_stopped(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The disk does not answer; when it does after all, what was prepared counts as stopped."""
    session = begin(folder=photo_folder(classes=2, each=6), patience=Patience(grace=0.3)).session
    assert session.project.opened
    os.mkfifo(tmp_path / "fifo")
    begun, prepare = threading.Event(), session.project.opened.runs.prepare

    def hang(config: TrainConfig) -> RunRecord:
        begun.set()
        (tmp_path / "fifo").read_bytes()
        return prepare(config)

    monkeypatch.setattr(session.project.opened.runs, "prepare", hang)
    session.runs.train()
    assert begun.wait(PATIENCE)
    session.jobs.stop()
    qtbot.waitUntil(lambda: not session.jobs.now.running)
    assert session.jobs.result
    assert (session.jobs.result.outcome, session.jobs.result.text) == ("stopped", "Stopped before it started.")
    (tmp_path / "fifo").write_bytes(b"")
    runs = session.project.opened.runs
    qtbot.waitUntil(lambda: [run.status for run in runs.history().runs] == ["stopped"])


def test_stop_keeps_the_run_or_throws_it_away(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    for keep, statuses in ((True, ["stopped"]), (False, ["stopped"])):
        watched.events.clear()
        watched.session.runs.train()
        qtbot.waitUntil(lambda: watched.session.jobs.now.epoch == 1)
        run = watched.session.jobs.now.run
        (watched.session.jobs.stop if keep else watched.session.runs.throw_away)()
        assert watched.session.jobs.now.stopping
        qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
        assert [one.status for one in watched.session.runs.all] == statuses
        assert watched.session.runs.folder(run).exists() is keep


def test_a_training_thrown_away_while_it_is_prepared_leaves_no_run(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    runs = watched.session.runs
    assert runs.train()
    runs.throw_away()  # before its folder is there
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
    assert watched.session.project.info
    assert list(Path(watched.session.project.info.path, "runs").iterdir()) == []
    watched.events.clear()
    assert runs.train(), "what was thrown away is forgotten by the next one"
    qtbot.waitUntil(lambda: watched.session.jobs.now.epoch == 1)
    watched.session.jobs.stop()
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
    assert [run.status for run in runs.all] == ["stopped"]


def test_a_crash_leaves_a_usable_window(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("segfault", photo_folder(classes=2, each=6))
    train(qtbot, watched)
    assert watched.session.runs.all[0].status == "crashed"
    assert watched.session.jobs.result
    assert "SIGSEGV" in watched.session.jobs.result.text
    assert watched.session.jobs.result.details == "about to crash"
    watched.events.clear()
    train(qtbot, watched)
    assert len(watched.session.runs.all) == 2


def test_a_full_disk_is_one_sentence_and_no_half_run(
    qtbot: QtBot,
    begin: Callable[..., Watched],
    photo_folder: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    watched = begin(folder=photo_folder(classes=2, each=6))

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    watched.session.runs.train()
    qtbot.waitUntil(lambda: watched.session.jobs.result is not None and watched.idle())
    monkeypatch.undo()
    assert watched.session.jobs.result
    assert watched.session.jobs.result.text.startswith("The disk is full")
    assert watched.session.jobs.result.outcome == "failed"
    assert watched.session.project.info
    assert not list(Path(watched.session.project.info.path, "runs").iterdir())


def test_closing_while_training_ends_the_child_and_the_history_says_stopped(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    watched.session.runs.train()
    qtbot.waitUntil(lambda: watched.session.jobs.now.epoch == 1)
    project = Path(watched.session.project.info.path) if watched.session.project.info else Path()
    watched.session.close()
    assert not psutil.Process().children(recursive=True)
    with opened(project) as runs:
        assert [run.status for run in runs.all()] == ["stopped"]
        assert runs.all()[0].val_accuracy == 0.7, "what the child told last has arrived"


def test_a_run_cut_off_with_its_window_is_called_crashed(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=6)
    first = begin(folder=folder)
    project = Path(first.session.project.info.path) if first.session.project.info else Path()
    first.session.close()
    with opened(project) as runs:
        runs.update(RunRecord("r", "resnet18", "running", "2026-01-01T00:00:00+00:00"))
    assert [run.status for run in begin(folder=folder).session.runs.all] == ["crashed"]


def test_the_newest_model_is_in_use_and_what_answers_is_known(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin(folder=photo_folder(classes=2, each=6))
    session = watched.session
    train(qtbot, watched)
    give_model(watched)
    watched.events.clear()
    train(qtbot, watched)
    assert session.runs.predictor
    assert session.runs.predictor.id == session.runs.all[1].id
    answers: list[Event] = []
    job = Predict(run=str(session.runs.folder(session.runs.predictor.id)), paths=["a.jpg", "b.jpg"])
    question = session.processes.ask(job, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert [a.path for a in answers if isinstance(a, Predicted)] == ["a.jpg", "b.jpg"]
    assert (session.device.name, session.device.reason) == ("cpu", "no NVIDIA card found")
    assert question.job == job


def test_a_worse_training_does_not_take_the_place_of_a_better_one_and_says_so(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=6)
    first = begin(folder=folder)
    train(qtbot, first)
    give_model(first)
    project, (run,) = (
        Path(first.session.project.info.path if first.session.project.info else ""),
        first.session.runs.all,
    )
    first.session.close()
    with opened(project) as runs:
        runs.update(msgspec.structs.replace(run, val_accuracy=0.9))
    watched = begin("long", folder)
    session = watched.session
    assert session.runs.train()
    qtbot.waitUntil(lambda: session.jobs.now.epoch == 1)
    (session.runs.folder(session.jobs.now.run) / BEST).write_bytes(b"weights")
    session.jobs.stop()
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
    assert (session.runs.predictor, session.runs.chosen) == (session.runs.all[1], None)
    assert "The earlier model stays in use because it is better" in watched.said()
    session.runs.choose(session.runs.all[0].id)
    qtbot.waitUntil(lambda: session.runs.chosen is not None)
    session.close()
    again = begin(folder=folder)
    assert again.session.runs.predictor == again.session.runs.all[0], "as it was chosen"


def test_measured_speed_is_remembered(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("planned", photo_folder(classes=2, each=6))
    train(qtbot, watched)
    qtbot.waitUntil(lambda: bool(load_rates()))
    assert load_rates() == {key(watched.session.settings.config, "cpu", "head"): 8 / 2.0}
    remember({key(watched.session.settings.config, "cpu", "head"): 99.0})
    assert 99.0 not in load_rates().values(), "its photos had been looked at before"


def test_runs_that_lead_out_of_the_project_are_told_when_it_is_opened(
    begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=6)
    first = begin(folder=folder)
    info = first.session.project.info
    first.session.close()
    assert info
    with opened(Path(info.path)) as history:
        for run_id in ("good", "../../../foreign", "/tmp"):
            history.update(RunRecord(run_id, "resnet18", "stopped", "2026-01-01"))
    watched = begin(folder=folder)
    assert [run.id for run in watched.session.runs.all] == ["good"]
    assert "2 training runs are not shown because they are damaged or lead to files outside" in watched.said()
