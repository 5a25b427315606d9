"""An open project: one writer, settings and undo that survive, runs, and what is said when something is missing."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.config import TrainConfig, load_config
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.report import ClassReport, Report, save_report
from cnn_desktop.domain.run import BEST, CHECKPOINT, CONFIG, LOOKS, REPORT, ModelFacts, RunRecord, save_model_facts
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened, create_project, open_existing
from cnn_desktop.project.schema import DATABASE
from cnn_desktop.project.undo import Steps, settings_step
from tests.project.helpers import a_bad_scan, a_scan, filled

CONFIG_A = TrainConfig(data="/photos", batch_size=8, model="resnet18")
STEP = settings_step(TrainConfig(data="/photos"), CONFIG_A)
assert STEP
STEPS = Steps().add(STEP)


@pytest.fixture
def opened(project: Path) -> Iterator[Opened]:
    opened = Opened(project)
    opened.take(a_scan(), Data("/photos"))
    yield opened
    opened.close()


def test_a_new_project_and_what_it_holds_when_it_is_opened_again(home: Path) -> None:
    opened, contents = create_project(Data("/some/birds"), a_scan())
    assert contents.gone == ("/photos", "1")
    opened.keep_settings(CONFIG_A, STEPS)
    opened.close()
    again, contents = open_existing(home / "projects/birds.cnnproj")
    again.close()
    assert (contents.info.name, contents.info.folder, contents.info.read_only) == ("birds", "/some/birds", False)
    assert contents.photos
    assert contents.photos.count() == 40
    assert (contents.settings, contents.steps) == (CONFIG_A, STEPS)
    assert contents.history.runs == []


def test_a_project_that_cannot_be_filled_is_not_held(home: Path) -> None:
    with pytest.raises(DataError):
        create_project(Data("/some/birds"), a_bad_scan())
    opened, contents = open_existing(home / "projects/birds.cnnproj")
    opened.close()
    assert not contents.info.read_only
    assert contents.photos is None


# The lock


def test_a_second_window_only_looks(opened: Opened, project: Path) -> None:
    opened.keep_settings(CONFIG_A, STEPS)
    second, contents = open_existing(project)
    assert contents.info.read_only
    assert contents.photos == opened.photos.facts()
    second.keep_settings(msgspec.structs.replace(CONFIG_A, batch_size=4), Steps())
    assert second.contents().settings == CONFIG_A
    with pytest.raises(DataError):
        second.runs.prepare(CONFIG_A)
    second.close()
    opened.close()
    third = Opened(project)
    assert not third.read_only
    third.close()


def test_a_killed_window_leaves_no_lock(project: Path) -> None:
    filled(project)
    code = (
        "import os, sys; from pathlib import Path; from cnn_desktop.project.opened import Opened\n"
        f"opened = Opened(Path({str(project)!r})); print(opened.read_only, flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout
    assert other.stdin
    assert other.stdout.readline() == "False\n"
    looking = Opened(project)
    assert looking.read_only
    looking.close()
    other.kill()
    other.wait()
    other.stdout.close()
    other.stdin.close()
    opened = Opened(project)
    assert not opened.read_only
    opened.close()


# Runs


def test_a_run_is_prepared_kept_and_thrown_away(opened: Opened) -> None:
    record = opened.runs.prepare(CONFIG_A)
    folder = opened.runs.folder(record.id)
    assert (record.status, record.model) == ("running", "resnet18")
    assert load_config(folder / CONFIG) == CONFIG_A
    assert load_snapshot(folder) == opened.photos.scan()
    second = opened.runs.prepare(CONFIG_A)
    assert second.id != record.id
    done = msgspec.structs.replace(record, status="finished", val_accuracy=0.5)
    opened.runs.update(done)
    assert opened.runs.all() == [second, done]
    opened.runs.drop(second.id)
    assert opened.runs.all() == [done]
    assert not opened.runs.folder(second.id).exists()


def test_no_half_run_where_there_is_no_room(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    free = shutil.disk_usage("/")._replace(free=300_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: free)
    with pytest.raises(DataError, match="may need 564 MB"):
        opened.runs.prepare(CONFIG_A)
    assert opened.runs.all() == []
    assert not list((opened.folder / "runs").iterdir())


def test_the_history_tells_what_the_folders_hold(opened: Opened) -> None:
    ids = [f"r{number}" for number in range(4)]
    for number, run_id in enumerate(ids):
        opened.runs.update(RunRecord(run_id, "resnet18", "finished", f"2026-01-0{number + 1}"))
        opened.runs.folder(run_id).mkdir()
    for run_id in ids[:2]:
        (opened.runs.folder(run_id) / BEST).write_bytes(b"weights")
    report = Report("r1", "", "", ["a"], 1, 1.0, 0.5, 1.0, [], [[1]], [], 1.0, 1.0, "cpu")
    report = msgspec.structs.replace(report, per_class=[ClassReport("a", 1.0, 1.0, 1.0, 1)])
    save_report(report, opened.runs.folder("r1") / REPORT)
    (opened.runs.folder("r1") / LOOKS).write_text("{}\n{}\n")
    history = opened.runs.history()
    assert [run.id for run in history.runs] == ids[::-1]
    assert [run.id for run in history.models] == ["r1", "r0"]
    assert history.predictor == history.models[0]
    assert (history.report, history.looks, history.resumable) == (report, 2, None)
    (opened.runs.folder("r1") / REPORT).write_text("{")
    assert opened.runs.history().report is None, "a damaged report is as good as none"
    opened.runs.choose("r0")
    assert opened.runs.history().predictor == history.models[1]
    opened.runs.choose("")
    opened.runs.update(msgspec.structs.replace(history.runs[0], status="stopped"))
    assert opened.runs.history().resumable is None, "no checkpoint"
    (opened.runs.folder("r3") / CHECKPOINT).write_bytes(b"")
    assert opened.runs.history().resumable == msgspec.structs.replace(history.runs[0], status="stopped")


def a_model(opened: Opened, run_id: str) -> None:
    """Where a training would have left it."""
    (opened.runs.folder(run_id) / BEST).write_bytes(b"weights")


def test_the_chosen_model_stays_in_use_and_is_known_when_the_project_is_opened_again(
    opened: Opened, project: Path
) -> None:
    good, bad = (
        msgspec.structs.replace(opened.runs.prepare(CONFIG_A), status="finished", val_accuracy=share)
        for share in (0.9, 0.4)
    )
    for run in (good, bad):
        opened.runs.update(run)
        a_model(opened, run.id)
    history = opened.runs.history()
    assert (history.best, history.chosen, history.predictor) == (good, None, good), "not the newest"
    assert history.configs == {good.id: CONFIG_A, bad.id: CONFIG_A}
    opened.runs.choose(bad.id)
    looking, contents = open_existing(project)
    assert contents.history.predictor == bad
    looking.runs.choose(good.id, keep=False)
    assert looking.runs.history().predictor == good
    looking.close()
    opened.close()
    again, contents = open_existing(project)
    assert (contents.history.chosen, contents.history.best) == (bad, good)
    better = msgspec.structs.replace(again.runs.prepare(CONFIG_A), status="finished", val_accuracy=0.95)
    again.runs.update(better)
    a_model(again, better.id)
    assert (again.runs.history().best, again.runs.history().predictor) == (better, bad)
    again.runs.drop(bad.id)
    assert again.runs.history().predictor == better
    again.close()


def test_runs_of_an_earlier_version_are_compared_too(opened: Opened, project: Path) -> None:
    records = [
        msgspec.structs.replace(opened.runs.prepare(CONFIG_A), status="finished", val_accuracy=share)
        for share in (0.9, 0.4)
    ]
    for run in records:
        opened.runs.update(run)
        a_model(opened, run.id)
    opened.close()
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db, db:
        assert db.execute("DELETE FROM settings WHERE name LIKE 'checked with%'").rowcount == 2
    again, contents = open_existing(project)
    again.close()
    assert contents.history.predictor == records[0]
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db:
        assert db.execute("SELECT count(*) FROM settings WHERE name LIKE 'checked with%'").fetchone() == (2,), "once"


def test_how_good_a_run_got_that_was_cut_off_is_told_by_its_model(opened: Opened, project: Path) -> None:
    run = opened.runs.prepare(CONFIG_A)
    save_model_facts(ModelFacts("resnet18", ["a", "b"], {}, "cpu", "", 1, 0.75), opened.runs.folder(run.id))
    opened.close()
    again, contents = open_existing(project)
    again.close()
    assert [(one.status, one.val_accuracy) for one in contents.history.runs] == [("crashed", 0.75)]


def test_a_run_cut_off_with_its_window_is_called_crashed(opened: Opened, project: Path) -> None:
    opened.runs.prepare(CONFIG_A)
    looking, contents = open_existing(project)
    looking.close()
    assert [run.status for run in contents.history.runs] == ["running"], "a window that only looks changes nothing"
    opened.close()
    again, contents = open_existing(project)
    again.close()
    assert [run.status for run in contents.history.runs] == ["crashed"]


# What is missing or damaged


def test_run_folders_that_are_gone_leave_their_lines(opened: Opened) -> None:
    opened.runs.update(RunRecord("r", "resnet18", "stopped", "2026-01-01"))
    shutil.rmtree(opened.folder / "runs")
    history = opened.runs.history()
    assert [run.id for run in history.runs] == ["r"]
    assert (history.predictor, history.resumable, history.report) == (None, None, None)
    assert opened.runs.folder(opened.runs.prepare(CONFIG_A).id).is_dir()


def test_a_project_without_its_database_is_told(project: Path) -> None:
    for was_open in (False, True):
        filled(project)
        if was_open:
            Opened(project).close()
        (project / DATABASE).unlink()
        with pytest.raises(DataError, match="no project in"):
            open_existing(project)
        assert not (project / DATABASE).exists(), "and none is made"


@pytest.mark.parametrize(
    "settings", ["", "{", "[]", '{"data": "", "unknown": 3}', '{"data": "", "batch_size": "many"}']
)
def test_damaged_settings_are_as_good_as_none(opened: Opened, project: Path, settings: str) -> None:
    opened.keep_settings(CONFIG_A, STEPS)
    db = sqlite3.connect(project / DATABASE)
    text = msgspec.json.encode(settings).decode()
    db.execute("UPDATE settings SET value = ? WHERE name = 'training'", (text,))
    db.commit()
    db.close()
    assert opened.contents().settings is None


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE settings SET value = '{' WHERE name = 'data'",
        "UPDATE settings SET value = '\"{\"' WHERE name = 'tones'",
        "INSERT INTO findings (text) VALUES ('{')",
    ],
)
def test_a_damaged_value_is_a_sentence_and_the_lock_is_let_go_of(opened: Opened, project: Path, damage: str) -> None:
    opened.close()
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db, db:
        db.execute(damage)
    with pytest.raises(DataError, match="is damaged"):
        open_existing(project)
    again = Opened(project)
    assert not again.read_only, "nobody holds it"
    again.close()


def test_what_was_not_written_is_not_known(opened: Opened) -> None:
    before = opened.photos.facts()
    with pytest.raises(DataError):
        opened.take(a_bad_scan(80), Data("/elsewhere"))
    assert opened.photos.facts() == before
