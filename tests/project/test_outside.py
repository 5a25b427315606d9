"""Hostile projects: nothing that they hold is run, nothing outside them is written or deleted, and opening one ends."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.lock import hold
from cnn_desktop.domain.run import BEST, CONFIG, EVENTS, RunRecord
from cnn_desktop.project.data import Data
from cnn_desktop.project.database import Database
from cnn_desktop.project.opened import Opened, open_existing
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.schema import DATABASE
from tests.dataset.helpers import one_sentence
from tests.project.helpers import a_scan, filled

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"


@pytest.fixture
def foreign(tmp_path: Path) -> Iterator[Path]:
    """A folder of somebody's that stays as it is."""
    folder = tmp_path / "foreign"
    (folder / "deep").mkdir(parents=True)
    for name in ("a.txt", "deep/b.txt", CONFIG, BEST):
        (folder / name).write_text("theirs")
    yield folder
    assert sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()) == sorted(
        ("a.txt", "deep/b.txt", CONFIG, BEST)
    )
    assert all(file.read_text() == "theirs" for file in folder.rglob("*") if file.is_file())


def refused(project: Path) -> str:
    """What is said when it is opened, by a window and by a verb."""
    with pytest.raises(DataError) as caught:
        open_existing(project)[0].close()
    with pytest.raises(DataError), Database.open(project, read_only=True) as database:
        PhotoTable(database).scan()
    return one_sentence(caught.value)


# What it says of itself


@pytest.mark.parametrize(
    "statement",
    [
        f"CREATE TRIGGER t AFTER UPDATE ON runs BEGIN INSERT INTO left_out SELECT x, x FROM ({ENDLESS}); END",
        "CREATE TRIGGER t AFTER INSERT ON settings BEGIN DELETE FROM photos; END",
        f"CREATE VIEW v AS {ENDLESS}",
        f"DROP TABLE schema_version; CREATE VIEW schema_version AS SELECT x AS version FROM ({ENDLESS})",
        f"DROP TABLE findings; CREATE VIEW findings AS SELECT x AS text, x AS kind, x AS severity, x AS photos FROM ({ENDLESS})",
        "CREATE INDEX more ON photos (label)",
        "DROP INDEX shown; CREATE INDEX shown ON photos (upper(label))",
        "DROP TABLE roots; CREATE TABLE roots (id TEXT PRIMARY KEY, folder TEXT NOT NULL, made TEXT AS (hex(folder)))",
        "DROP TABLE steps",
        "CREATE TABLE extra (x)",
        "CREATE VIRTUAL TABLE extra USING fts5(x)",
        "UPDATE schema_version SET version = 2",
        "UPDATE schema_version SET version = -1",
        "UPDATE schema_version SET version = 'x'",
        "UPDATE settings SET value = x'ff' WHERE name = 'tones'",
        "UPDATE settings SET value = 3 WHERE name = 'tones'",
        "UPDATE photos SET root = 'nowhere'",
        "UPDATE photos SET told = x'6161'",
        "UPDATE roots SET folder = x'6161'",
        "UPDATE left_out SET reason = 5",
    ],
)
def test_what_this_app_has_not_made_is_not_run(project: Path, statement: str) -> None:
    with contextlib.closing(Opened(project)) as opened:
        opened.take(a_scan(), Data("/photos"))
        opened.runs.update(RunRecord("r", "resnet18", "running", "2026-01-01"))
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db:
        db.executescript(statement)
    before = (project / DATABASE).read_bytes()
    assert "damaged" in refused(project)
    if "schema_version" in statement or not statement.startswith(("INSERT", "UPDATE")):
        assert (project / DATABASE).read_bytes() == before


def test_a_journal_that_would_have_sqlite_delete_another_file(project: Path, foreign: Path) -> None:
    filled(project)
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db:
        db.execute("PRAGMA journal_mode=DELETE")
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        size = db.execute("PRAGMA page_size").fetchone()[0]
    numbers = (0, 7, pages, 512, size)
    header = bytes.fromhex("d9d505f920a163d7") + b"".join(n.to_bytes(4, "big") for n in numbers)
    name = str(foreign / "a.txt").encode()
    end = name + len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + bytes.fromhex("d9d505f920a163d7")
    lock_page = (2**30 // size + 1).to_bytes(4, "big")
    (project / f"{DATABASE}-journal").write_bytes(header.ljust(512, b"\0") + lock_page + end)
    victim = foreign / "a.txt"
    assert "damaged" in refused(project)
    assert victim.exists()
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db:
        db.execute("SELECT * FROM runs").fetchall()
    assert not victim.exists(), "this is what SQLite itself does"
    victim.write_text("theirs")


# What its files are


def not_a_file(kind: str, at: Path, foreign: Path) -> None:
    at.unlink(missing_ok=True)
    if kind == "link":
        at.symlink_to(foreign / "a.txt")
    elif kind == "hanging link":
        at.symlink_to(foreign / "new.txt")
    elif kind == "pipe":
        os.mkfifo(at)
    elif kind == "device":
        at.symlink_to("/dev/zero")
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as one, contextlib.chdir(at.parent):
            one.bind(at.name)
    else:
        os.link(foreign / "a.txt", at)


KINDS = ("link", "hanging link", "pipe", "device", "socket", "hard link")


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
@pytest.mark.parametrize(
    ("name", "kind"),
    [(DATABASE, kind) for kind in KINDS]
    + [(f"{DATABASE}-{end}", kind) for end in ("wal", "shm", "journal") for kind in ("link", "hanging link", "pipe")]
    + [("window.lock", kind) for kind in KINDS],
)
def test_its_files_are_files_of_its_own(project: Path, foreign: Path, name: str, kind: str) -> None:
    filled(project)
    Opened(project).close()
    not_a_file(kind, project / name, foreign)
    with pytest.raises(DataError) as caught:
        open_existing(project)
    assert name in one_sentence(caught.value)
    if name != "window.lock":
        assert name in refused(project)


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_runs_that_are_somewhere_else(project: Path, foreign: Path) -> None:
    filled(project)
    shutil.rmtree(project / "runs")
    (project / "runs").symlink_to(foreign, target_is_directory=True)
    assert "runs is a link" in refused(project)


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_project_below_a_link_is_no_matter(project: Path) -> None:
    filled(project)
    around = project.with_name("Documents")
    around.symlink_to(project.parent, target_is_directory=True)
    opened, contents = open_existing(around / project.name)
    with contextlib.closing(opened):
        run = opened.runs.prepare(TrainConfig(data="/photos"))
        assert opened.runs.folder(run.id).is_dir()
    assert contents.photos


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_database(project: Path, content: bytes) -> None:
    filled(project)
    (project / DATABASE).write_bytes(content)
    assert "damaged" in refused(project)


# The names of its runs

BAD = (
    "../../../foreign", "..", ".", "", "a/b", "a\\b", "/tmp", "C:", "C:x", "x\0y", "a\nb", "nul", "COM1.txt", "a.", "a ", "x" * 300,
    "ä", "\u202ex",
)  # fmt: skip


def test_a_run_is_only_what_this_app_may_have_called_so(project: Path, foreign: Path) -> None:
    good = RunRecord("2026-01-01 10-00-00 2", "resnet18", "stopped", "2026-01-01")
    with contextlib.closing(Opened(project)) as opened:
        opened.take(a_scan(), Data("/photos"))
        for run in (good, *(RunRecord(run_id, "resnet18", "running", "2026-01-02") for run_id in BAD)):
            opened.runs.update(run)
    opened, contents = open_existing(project)
    with contextlib.closing(opened):
        assert (contents.history.runs, contents.history.left_out) == ([good], len(BAD))
        for run_id in BAD:
            for use in (opened.runs.folder, opened.runs.drop):
                with pytest.raises(DataError) as caught:
                    use(run_id)
                one_sentence(caught.value)


def test_a_damaged_row_costs_its_run(project: Path) -> None:
    damage = ("status = 'evil'", "started = 'soon'", "started = '0001-01-01T00:00:00+14:00'", "seconds = 9e999",
              "val_accuracy = 'x'", "val_accuracy = 1e300", "model = x'61'", "id = x'61'")  # fmt: skip
    good = RunRecord("good", "resnet18", "stopped", "2026-01-01")
    with contextlib.closing(Opened(project)) as opened:
        opened.runs.update(good)
        for number in range(len(damage)):
            opened.runs.update(RunRecord(f"bad{number}", "resnet18", "stopped", "2026-01-02"))
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db, db:
        for number, change in enumerate(damage):
            db.execute(f"UPDATE runs SET {change} WHERE id = 'bad{number}'")
    opened, contents = open_existing(project)
    opened.close()
    assert (contents.history.runs, contents.history.left_out) == ([good], len(damage))


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
@pytest.mark.parametrize("where", ["", "unfinished", CONFIG, BEST, EVENTS, "unfinished/config.toml", "training.lock"])
def test_a_run_that_leads_elsewhere_is_left_out(project: Path, foreign: Path, where: str) -> None:
    with contextlib.closing(Opened(project)) as opened:
        opened.take(a_scan(), Data("/photos"))
        run = opened.runs.prepare(TrainConfig(data="/photos"))
        folder = opened.runs.folder(run.id)
    if where.startswith("unfinished/"):
        (folder / "unfinished").mkdir()
    target = foreign / "a.txt" if "." in where else foreign
    if where:
        (folder / where).unlink(missing_ok=True)
    else:
        shutil.rmtree(folder)
    (folder / where).symlink_to(target, target_is_directory=target.is_dir())
    opened, contents = open_existing(project)
    with contextlib.closing(opened):
        assert (contents.history.runs, contents.history.left_out) == ([], 1)
        with contextlib.suppress(DataError):
            opened.runs.drop(run.id)


def test_throwing_a_run_away_leaves_what_a_person_put_there(project: Path) -> None:
    with contextlib.closing(Opened(project)) as opened:
        opened.take(a_scan(), Data("/photos"))
        mine, theirs = (opened.runs.prepare(TrainConfig(data="/photos")).id for _ in range(2))
        for run in (mine, theirs):
            folder = opened.runs.folder(run)
            (folder / "unfinished").mkdir()
            for name in (BEST, f"{BEST}.77.part", "unfinished/events.jsonl", ".DS_Store"):
                (folder / name).write_text("")
        kept = [opened.runs.folder(theirs) / name for name in ("notes.txt", "film.part", "unfinished/notes.txt")]
        for file in kept:
            file.write_text("theirs")
        for run in (mine, theirs):
            opened.runs.drop(run)
        assert opened.runs.all() == []
        assert not opened.runs.folder(mine).exists()
        left = [file for file in opened.runs.folder(theirs).rglob("*") if file.is_file()]
        assert sorted(left) == sorted([*kept, opened.runs.folder(theirs) / ".DS_Store"])


# Giving up


@pytest.mark.parametrize("read_only", [True, False])
def test_what_takes_for_ever_is_given_up(project: Path, read_only: bool) -> None:
    filled(project)
    control = Control()
    threading.Timer(0.2, control.stop).start()
    with Database.open(project, read_only, control) as database:
        with pytest.raises(StopRequested), database.reading() as db:
            db.execute(f"SELECT count(*) FROM ({ENDLESS})").fetchone()
        database.settle()
        assert len(PhotoTable(database).scan().photos) == 40, "it is as usable as before"


def test_giving_up_lets_go_of_the_lock(project: Path) -> None:
    filled(project)
    control = Control()
    control.stop()
    with contextlib.suppress(StopRequested):  # as it may have been quicker
        open_existing(project, control)[0].close()
    with contextlib.closing(Opened(project)) as opened:
        assert not opened.read_only


def test_waiting_for_another_window_is_given_up(project: Path) -> None:
    project.mkdir()
    lock = hold(project / "window.lock")
    control = Control()
    threading.Timer(0.2, control.stop).start()
    with pytest.raises(StopRequested):
        open_existing(project, control)
    lock.release()
