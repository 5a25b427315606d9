"""A project where nothing can be written can be looked at; what is in its journals is seen too. Nobody is root here."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.project.data import Data
from cnn_desktop.project.database import Database
from cnn_desktop.project.opened import create_project, open_existing
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.schema import DATABASE, MIGRATIONS
from tests.dataset.helpers import folder_for_anyone, one_sentence, without_root
from tests.project.helpers import a_scan, filled

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions of folders")


@pytest.fixture
def project() -> Iterator[Path]:
    with folder_for_anyone() as folder:
        yield folder / "a.cnnproj"


@contextlib.contextmanager
def closed(project: Path) -> Iterator[None]:
    """Nobody may write into the project, and its files may be read."""
    before = {file: file.read_bytes() for file in project.iterdir() if file.is_file()}
    for file in before:
        file.chmod(0o444)
    project.chmod(0o555)
    with without_root():
        yield
    project.chmod(0o755)
    assert {file: file.read_bytes() for file in project.iterdir() if file.is_file()} == before, "nothing was written"


def looked_at(project: Path) -> int:
    """The photos that are seen; what would write says one sentence."""
    opened, contents = open_existing(project)
    with contextlib.closing(opened):
        assert (contents.info.read_only, contents.info.closed) == (True, True)
        for write in (
            lambda: opened.runs.prepare(TrainConfig(data="")),
            lambda: opened.runs.drop("r"),
            lambda: opened.take(a_scan(3), Data("/photos")),
        ):
            with pytest.raises(DataError) as caught:
                write()
            one_sentence(caught.value)
        with Database.open(project, read_only=True) as database:
            assert PhotoTable(database).facts() == contents.photos
        assert contents.photos
        return contents.photos.count()


def test_it_is_looked_at(project: Path) -> None:
    filled(project)
    with closed(project):
        assert looked_at(project) == 40


def killed(project: Path, before: str = "") -> None:
    """A window that was killed: what it had written last stands in a journal."""
    code = (
        "import os; from pathlib import Path; from cnn_desktop.project import database as module\n"
        f"from cnn_desktop.project.photos import PhotoTable; from tests.project.helpers import a_scan\n{before}\n"
        f"database = module.Database.open(Path({str(project)!r})); PhotoTable(database).take(a_scan(44))\n"
        "with database.changing() as db:\n"
        "    db.execute('PRAGMA cache_spill=1'); db.execute('PRAGMA cache_size=1')\n"
        "    db.execute('DELETE FROM photos'); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_what_a_killed_window_left_in_a_journal_counts(project: Path, ending: str) -> None:
    filled(project, 3000)
    killed(project, "module.on_network_drive = lambda folder: True" if ending == "-journal" else "")
    assert (project / f"{DATABASE}{ending}").stat().st_size
    (project / f"{DATABASE}-shm").unlink(missing_ok=True)
    with closed(project):
        assert looked_at(project) == 44


def test_where_a_journal_can_be_copied_nowhere_one_sentence_says_so(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(project, 3000)
    killed(project)
    (project / f"{DATABASE}-shm").unlink(missing_ok=True)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))
    with closed(project):
        with pytest.raises(DataError) as caught:
            Database.open(project, read_only=True)
        assert "could not be read or saved: " in one_sentence(caught.value)


def test_only_the_database_may_not_be_written(project: Path) -> None:
    filled(project)
    (project / DATABASE).chmod(0o444)
    project.chmod(0o777)
    (project / "runs").chmod(0o777)
    with without_root():
        assert looked_at(project) == 40


def test_an_older_project_is_looked_at(project: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cnn_desktop.project.schema.MIGRATIONS", MIGRATIONS[:2])
        Database.create(project).close()
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db, db:
        db.execute("INSERT INTO roots VALUES ('1', '/photos')")
        rows = [("1", f"a/{number}.jpg", "a", "train", 1) for number in range(40)]
        db.executemany("INSERT INTO photos VALUES (?, ?, ?, ?, ?)", rows)
    with closed(project):
        assert looked_at(project) == 40


def test_where_none_can_be_made_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with folder_for_anyone() as folder, without_root():
        monkeypatch.setenv("CNN_DESKTOP_HOME", str(folder))
        with pytest.raises(DataError) as caught:
            create_project(Data("/some/birds"), a_scan())
        assert "could not be created" in one_sentence(caught.value)
