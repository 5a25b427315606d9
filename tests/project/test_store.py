"""Projects on disk: what is put in comes out, splits are remembered, damage is told and left alone."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.dataset.disks import on_network_drive
from cnn_desktop.dataset.reading.scan import scan_folder
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding, LeftOut, Photo, Scan
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.project import store as store_module
from cnn_desktop.project.schema import DATABASE, MIGRATIONS
from cnn_desktop.project.store import ProjectStore, project_folder_for
from tests.dataset.helpers import finish, folder_for_anyone, one_sentence, without_root


def a_scan(n: int = 40, folder: str = "/photos") -> Scan:
    photos = [Photo(f"{'ab'[k % 2]}/{k:06}.jpg", "ab"[k % 2]) for k in range(n)]
    return Scan(
        {"1": folder}, ["a", "b"], sorted(photos, key=lambda p: p.path),
        [LeftOut("a/x.txt", say("it is {kind}.", kind=say("no photo")))], [Finding(say("Only {n} photos.", n=n))],
    )  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "Birds.cnnproj"


def test_what_is_taken_in_comes_out(project: Path) -> None:
    with ProjectStore.create(project) as store:
        taken = store.take_scan(a_scan())
        assert store.scan() == taken
    with ProjectStore.open(project) as store:
        assert store.scan() == taken
        assert store.runs_folder.is_dir()
    assert all(photo.split for photo in taken.photos)
    assert msgspec.structs.replace(taken, photos=[]) == msgspec.structs.replace(a_scan(), photos=[])


def test_splits_are_remembered(project: Path) -> None:
    with ProjectStore.create(project) as store:
        first = {p.path: p.split for p in store.take_scan(a_scan(12)).photos}
        grown = {p.path: p.split for p in store.take_scan(a_scan(400)).photos}
        assert {path: grown[path] for path in first} == first
        store.take_scan(a_scan(6))  # most photos are away, say on an unplugged drive
        assert len(store.scan().photos) == 6
        again = {p.path: p.split for p in store.take_scan(a_scan(400)).photos}
        assert again == grown


def test_the_folders_own_splits_rule(project: Path) -> None:
    scan = a_scan(9)
    photos = [msgspec.structs.replace(p, split=("train", "val", "test")[k % 3]) for k, p in enumerate(scan.photos)]
    with ProjectStore.create(project) as store:
        store.take_scan(scan)
        store.take_scan(msgspec.structs.replace(scan, photos=photos, has_splits=True))
        assert store.scan().photos == photos
        assert store.scan().has_splits


def test_the_split_seed_is_the_projects_own(tmp_path: Path) -> None:
    results = []
    for seed in (0, 1):
        with ProjectStore.create(tmp_path / f"{seed}.cnnproj") as store:
            store.set_setting("split_seed", seed)
            results.append([p.split for p in store.take_scan(a_scan(200)).photos])
    assert results[0] != results[1]


def test_runs_looks_and_settings(project: Path) -> None:
    run = RunRecord("20260101-1", "resnet18", "running", "2026-01-01T10:00:00Z")
    later = RunRecord("20260102-1", "vgg16", "finished", "2026-01-02T10:00:00Z", 12.5, 0.9, 0.8)
    with ProjectStore.create(project) as store:
        assert store.runs() == []
        store.add_run(run)
        store.add_run(later)
        store.update_run(msgspec.structs.replace(run, status="finished", val_accuracy=0.5))
        assert store.looks() == 0
        assert store.add_look(run.id, "2026-01-03T10:00:00Z", 0.7) == 1
        assert store.add_look(run.id, "2026-01-04T10:00:00Z", 0.8) == 2
        store.set_setting("model", "resnet18")
        store.set_setting("model", "vgg16")
        store.set_setting("epochs", None)
    with ProjectStore.open(project) as store:
        assert store.runs() == [later, msgspec.structs.replace(run, status="finished", val_accuracy=0.5)]
        assert store.looks() == 2
        store.remove_run(run.id)
        assert store.runs() == [later]
        assert store.setting("model") == "vgg16"
        assert store.setting("epochs", 3) is None
        assert store.setting("unknown", 3) == 3


def test_a_moved_folder_is_found_again(project: Path, photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    folder = photo_folder(classes=2, each=3)
    with ProjectStore.create(project) as store:
        store.take_scan(finish(scan_folder(folder))[1])
        moved = folder.rename(tmp_path / "elsewhere")
        store.relink_root("1", moved)
        assert all(store.scan().file(photo).is_file() for photo in store.scan().photos)
        (tmp_path / "wrong").mkdir()
        with pytest.raises(DataError, match="does not hold this project's photos"):
            store.relink_root("1", tmp_path / "wrong")
        assert store.scan().roots == {"1": str(moved)}


def test_durable_journal_on_local_disks_and_another_on_network_drives(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def modes(store: ProjectStore) -> tuple[str, int]:
        return (
            store._db.execute("PRAGMA journal_mode").fetchone()[0],
            store._db.execute("PRAGMA synchronous").fetchone()[0],
        )

    with ProjectStore.create(project) as store:
        assert modes(store) == ("wal", 2)
    monkeypatch.setattr(store_module, "on_network_drive", lambda folder: True)
    with ProjectStore.create(tmp_path / "far.cnnproj") as store:
        assert modes(store) == ("delete", 2)
        store.take_scan(a_scan())


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


def refusal(project: Path, read_only: bool = False) -> str:
    with pytest.raises(DataError) as caught:
        ProjectStore.open(project, read_only).scan()
    assert project.name in str(caught.value)
    return one_sentence(caught.value)


def test_missing_and_existing(project: Path) -> None:
    assert "no project" in refusal(project)
    ProjectStore.create(project).close()
    with pytest.raises(DataError, match="a project already"):
        ProjectStore.create(project)
    assert "no photos yet" in refusal(project)


def test_a_newer_project_is_left_alone(project: Path) -> None:
    ProjectStore.create(project).close()
    db = sqlite3.connect(project / DATABASE)
    db.execute("UPDATE schema_version SET version = ?", (len(MIGRATIONS) + 1,))
    db.commit()
    db.close()
    before = (project / DATABASE).read_bytes()
    assert "Update the app" in refusal(project)
    assert (project / DATABASE).read_bytes() == before


def test_an_older_project_is_brought_up_to_date(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ProjectStore.create(project) as store:
        taken = store.take_scan(a_scan())
    newer = (*MIGRATIONS, ("ALTER TABLE photos ADD COLUMN note TEXT", "CREATE TABLE extra (x TEXT)"))
    monkeypatch.setattr("cnn_desktop.project.schema.MIGRATIONS", newer)
    assert "older version" in refusal(project, read_only=True)
    with ProjectStore.open(project) as store:
        assert store.scan() == taken
        assert store._db.execute("SELECT count(*) FROM extra").fetchone() == (0,)
    with ProjectStore.open(project) as store:
        assert store.scan() == taken


def test_a_failing_migration_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ProjectStore.create(project) as store:
        taken = store.take_scan(a_scan())
    broken = (*MIGRATIONS, ("CREATE TABLE extra (x TEXT)", "NONSENSE"))
    with monkeypatch.context() as patch:
        patch.setattr("cnn_desktop.project.schema.MIGRATIONS", broken)
        refusal(project)
    with ProjectStore.open(project) as store:
        assert store.scan() == taken
        assert not store._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'extra'").fetchone()


@pytest.mark.parametrize("damage", ["text", "empty", "middle"])
def test_a_damaged_project_is_told_and_left_alone(project: Path, damage: str) -> None:
    with ProjectStore.create(project) as store:
        store.take_scan(a_scan(3000))
    file = project / DATABASE
    data = file.read_bytes()
    file.write_bytes(
        {"text": b"hello " * 1000, "empty": b"", "middle": data[:4096] + b"\xa5" * (len(data) - 4096)}[damage]
    )
    before = file.read_bytes()
    assert "damaged" in refusal(project)
    assert file.read_bytes() == before


def test_a_failure_half_way_changes_nothing(project: Path) -> None:
    with ProjectStore.create(project) as store:
        taken = store.take_scan(a_scan(20))
        bad = msgspec.structs.replace(a_scan(30), classes=["a", "a"])
        with pytest.raises(DataError):
            store.take_scan(bad)
        assert store.scan() == taken
        store.take_scan(a_scan(30))


def test_a_killed_writer_leaves_the_old_state(project: Path) -> None:
    with ProjectStore.create(project) as store:
        taken = store.take_scan(a_scan(20))
    code = (
        "import os, sys; from pathlib import Path; from cnn_desktop.project.store import ProjectStore\n"
        f"store = ProjectStore.open(Path({str(project)!r}))\n"
        "with store._changing() as db:\n    db.execute('DELETE FROM photos'); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with ProjectStore.open(project) as store:
        assert store.scan() == taken


def test_a_full_disk_is_told(project: Path) -> None:
    with ProjectStore.create(project) as store:
        taken = store.take_scan(a_scan(10))
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DataError, match="disk is full"):
            store.take_scan(a_scan(5000))
        assert store.scan() == taken


def test_another_writer_is_told(project: Path) -> None:
    with ProjectStore.create(project) as store, ProjectStore.open(project) as other:
        store._db.execute("BEGIN IMMEDIATE")
        other._db.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(DataError, match="in use"):
            other.set_setting("a", 1)
        store._db.execute("ROLLBACK")
        other.set_setting("a", 1)


def test_a_folder_that_may_not_be_written() -> None:
    with folder_for_anyone() as folder:
        folder.chmod(0o555)
        with without_root(), pytest.raises(DataError) as caught:
            ProjectStore.create(folder / "a.cnnproj")
        assert "could not be created" in one_sentence(caught.value)
        folder.chmod(0o755)


def test_threads_share_a_store(project: Path) -> None:
    with ProjectStore.create(project) as store:
        store.take_scan(a_scan(200))
        failures: list[BaseException] = []

        def work(number: int) -> None:
            try:
                for k in range(15):
                    store.set_setting(f"{number}", k)
                    assert len(store.scan().photos) == 200
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
    with ProjectStore.create(project) as writer:
        writer.take_scan(a_scan(20))
        with ProjectStore.open(project, read_only=True) as reader:
            writer.take_scan(a_scan(30))
            assert len(reader.scan().photos) == 30
            with pytest.raises(DataError):
                reader.set_setting("a", 1)


def test_a_hundred_thousand_photos(project: Path) -> None:
    scan = a_scan(100_000)
    with ProjectStore.create(project) as store:
        began = time.perf_counter()
        store.take_scan(scan)
        assert time.perf_counter() - began < 8, "about 0.7 s on an idle machine"
        assert len(store.scan().photos) == 100_000


def test_a_dropped_folder_finds_its_project_again(
    home: Path, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=3, name="birds")
    place = project_folder_for(folder)
    assert place == home / "projects/birds.cnnproj"
    with ProjectStore.create(place) as store:
        store.take_scan(finish(scan_folder(folder))[1])
    assert project_folder_for(folder) == place
    assert project_folder_for(tmp_path / "other/birds") == home / "projects/birds 2.cnnproj"
