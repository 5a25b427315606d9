"""project.sqlite: all or nothing, brought up to date, and every failure told in one sentence with the file left alone."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cnn_desktop.dataset.disks import on_network_drive
from cnn_desktop.domain.errors import DataError
from cnn_desktop.project import database as database_module
from cnn_desktop.project.database import Database
from cnn_desktop.project.opened import open_existing
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.schema import DATABASE, MIGRATIONS
from tests.dataset.helpers import folder_for_anyone, one_sentence, without_root
from tests.project.helpers import a_bad_scan, a_scan, filled, known, photo_table


def refusal(project: Path, read_only: bool = False) -> str:
    with pytest.raises(DataError) as caught, photo_table(project, read_only) as photos:
        photos.scan()
    assert project.name in str(caught.value)
    return one_sentence(caught.value)


def test_values_are_kept(project: Path) -> None:
    with Database.create(project) as database:
        database.keep_value("model", "resnet18")
        database.keep_value("model", "vgg16")
        database.keep_value("epochs", None)
    with Database.open(project) as database:
        assert database.value("model") == "vgg16"
        assert database.value("epochs", 3) is None
        assert database.value("unknown", 3) == 3


def test_a_change_within_a_change_is_a_part_of_it(project: Path) -> None:
    def half(database: Database) -> None:
        with database.changing():
            database.keep_value("a", 1)
            raise KeyError

    with Database.create(project) as database:
        with pytest.raises(KeyError):
            half(database)
        assert database.value("a") is None


def test_durable_journal_on_local_disks_and_another_on_network_drives(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def modes(database: Database) -> tuple[str, int]:
        with database.reading() as db:
            return db.execute("PRAGMA journal_mode").fetchone()[0], db.execute("PRAGMA synchronous").fetchone()[0]

    with Database.create(project) as database:
        assert modes(database) == ("wal", 2)
    monkeypatch.setattr(database_module, "on_network_drive", lambda folder: True)
    with Database.create(tmp_path / "far.cnnproj") as database:
        assert modes(database) == ("delete", 2)
        PhotoTable(database).take(a_scan())


def test_network_drives_are_recognised(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/far nfs4 rw 0 0\n//nas/y /mnt/my\\040share cifs rw 0 0\n"
        "me@host:/ /mnt/ssh fuse.sshfs rw 0 0\n/dev/sdb1 /mnt/far/local ext4 rw 0 0\nbroken\n"
    )
    assert not on_network_drive(tmp_path, mounts)
    for far in ("/mnt/far/a", "/mnt/my share/a", "/mnt/ssh", r"\\server\share\a"):
        assert on_network_drive(Path(far), mounts), far
    for near in ("/mnt/far/local/a", "/mnt/farther", "/home"):
        assert not on_network_drive(Path(near), mounts), near
    assert not on_network_drive(tmp_path, tmp_path / "nowhere")


def test_missing_and_existing(project: Path) -> None:
    with pytest.raises(DataError, match="There is no project in"):
        Database.open(project)
    Database.create(project).close()
    with pytest.raises(DataError, match="already a project"):
        Database.create(project)
    assert "no photos yet" in refusal(project)


def test_a_newer_project_is_left_alone(project: Path) -> None:
    Database.create(project).close()
    db = sqlite3.connect(project / DATABASE)
    db.execute("UPDATE schema_version SET version = ?", (len(MIGRATIONS) + 1,))
    db.execute("UPDATE oldest_reader SET version = ?", (len(MIGRATIONS) + 1,))
    db.commit()
    db.close()
    before = (project / DATABASE).read_bytes()
    for read_only in (False, True):
        assert "Update the app" in refusal(project, read_only)
    assert (project / DATABASE).read_bytes() == before


@pytest.mark.parametrize(
    ("more", "may_be_read"),
    [
        ("CREATE TABLE extra (x TEXT); CREATE INDEX more ON photos (size, changed)", True),
        ("ALTER TABLE photos ADD COLUMN note TEXT", True),
        ("CREATE VIEW extra AS SELECT 1", False),
        ("CREATE TRIGGER t AFTER INSERT ON settings BEGIN DELETE FROM photos; END", False),
        ("DROP TABLE renamed", False),
        ("DROP TABLE oldest_reader; CREATE TABLE oldest_reader (version INTEGER NOT NULL, x)", False),
        ("UPDATE oldest_reader SET version = 'x'", False),
        ("DELETE FROM oldest_reader", False),
    ],
)
def test_a_newer_project_that_says_so_may_be_looked_at(project: Path, more: str, may_be_read: bool) -> None:
    taken = filled(project)
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db:
        db.execute("UPDATE schema_version SET version = ?", (len(MIGRATIONS) + 1,))
        db.commit()
        db.executescript(more)
    before = (project / DATABASE).read_bytes()
    if may_be_read:
        opened, contents = open_existing(project)
        assert (contents.info.read_only, contents.info.newer) == (True, True)
        assert opened.photos.scan() == taken
        with pytest.raises(DataError):
            opened.photos.labels.add_class("c")
        opened.close()
    else:
        assert "Update the app" in refusal(project)
    assert (project / DATABASE).read_bytes() == before


def test_what_an_earlier_version_has_left_is_kept_beside(project: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cnn_desktop.project.schema.MIGRATIONS", MIGRATIONS[:3])
        Database.create(project).close()
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db, db:
        db.execute("INSERT INTO photos VALUES ('1', 'a/1.jpg', 'a', 'train', 1)")
    for _ in range(2):
        Database.open(project).close()
    with contextlib.closing(sqlite3.connect(project / "project-version-3.sqlite")) as db:
        assert db.execute("SELECT label FROM photos").fetchall() == [("a",)]
    assert not list(project.glob("*.part"))


def test_an_older_project_is_brought_up_to_date_and_only_read_without_touching_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = filled(project)
    newer = (*MIGRATIONS, ("ALTER TABLE photos ADD COLUMN note TEXT", "CREATE TABLE extra (x TEXT)"))
    monkeypatch.setattr("cnn_desktop.project.schema.MIGRATIONS", newer)
    before = (project / DATABASE).read_bytes()
    with Database.open(project, read_only=True) as database:
        assert PhotoTable(database).scan() == taken
        with database.reading() as db:
            assert db.execute("SELECT count(*) FROM extra").fetchone() == (0,)
        with pytest.raises(DataError):
            database.keep_value("a", 1)
    assert (project / DATABASE).read_bytes() == before
    for _ in range(2):
        with Database.open(project) as database, database.reading() as db:
            assert PhotoTable(database).scan() == taken
            assert db.execute("SELECT count(*) FROM extra").fetchone() == (0,)


def test_a_failing_migration_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = filled(project)
    broken = (*MIGRATIONS, ("CREATE TABLE extra (x TEXT)", "NONSENSE"))
    with monkeypatch.context() as patch:
        patch.setattr("cnn_desktop.project.schema.MIGRATIONS", broken)
        refusal(project)
    with Database.open(project) as database, database.reading() as db:
        assert PhotoTable(database).scan() == taken
        assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'extra'").fetchone()


@pytest.mark.parametrize("damage", ["text", "empty", "middle"])
def test_a_damaged_project_is_told_and_left_alone(project: Path, damage: str) -> None:
    filled(project, 3000)
    file = project / DATABASE
    data = file.read_bytes()
    file.write_bytes(
        {"text": b"hello " * 1000, "empty": b"", "middle": data[:4096] + b"\xa5" * (len(data) - 4096)}[damage]
    )
    before = file.read_bytes()
    assert "damaged" in refusal(project)
    assert file.read_bytes() == before


def test_a_failure_half_way_changes_nothing(project: Path) -> None:
    taken = filled(project, 20)
    with photo_table(project) as photos:
        with pytest.raises(DataError):
            photos.take(a_bad_scan(30))
        assert photos.scan() == taken
        photos.take(a_scan(30))


def test_a_killed_writer_leaves_the_old_state(project: Path) -> None:
    taken = filled(project, 20)
    code = (
        "import os, sys; from pathlib import Path; from cnn_desktop.project.database import Database\n"
        f"database = Database.open(Path({str(project)!r}))\n"
        "with database.changing() as db:\n    db.execute('DELETE FROM photos'); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert known(project)[1] == taken


def test_a_full_disk_is_told(project: Path) -> None:
    taken = filled(project, 10)
    with Database.open(project) as database:
        photos = PhotoTable(database)
        with database.reading() as db:
            pages = db.execute("PRAGMA page_count").fetchone()[0]
            db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DataError, match="disk is full"):
            photos.take(a_scan(5000))
        assert photos.scan() == taken


def test_another_writer_is_told(project: Path) -> None:
    with Database.create(project) as database, Database.open(project) as other:
        with other.reading() as db:
            db.execute("PRAGMA busy_timeout = 10")
        with database.changing(), pytest.raises(DataError, match="open in another window"):
            other.keep_value("a", 1)
        other.keep_value("a", 1)


def test_a_folder_that_may_not_be_written() -> None:
    with folder_for_anyone() as folder:
        folder.chmod(0o555)
        with without_root(), pytest.raises(DataError) as caught:
            Database.create(folder / "a.cnnproj")
        assert "could not be created" in one_sentence(caught.value)
        folder.chmod(0o755)


def test_threads_share_a_database(project: Path) -> None:
    with Database.create(project) as database:
        photos = PhotoTable(database)
        photos.take(a_scan(200))
        failures: list[BaseException] = []

        def work(number: int) -> None:
            try:
                for k in range(15):
                    database.keep_value(f"{number}", k)
                    assert len(photos.scan().photos) == 200
            except BaseException as error:
                failures.append(error)
                raise

        threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []


def test_a_reader_beside_the_writer(project: Path) -> None:
    filled(project, 20)
    with photo_table(project) as writer, Database.open(project, read_only=True) as database:
        writer.take(a_scan(30))
        assert len(PhotoTable(database).scan().photos) == 30
        with pytest.raises(DataError):
            database.keep_value("a", 1)
