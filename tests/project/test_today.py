"""A project made by an earlier version is brought up to date and holds what it held; its photos are left as they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.project.database import Database
from cnn_desktop.project.opened import open_existing
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.schema import DATABASE, MIGRATIONS, schema_version
from cnn_desktop.project.undo import Steps, settings_step
from tests.fixtures.today import expected, unpack


@pytest.fixture
def today(tmp_path: Path) -> Path:
    return unpack(tmp_path)


def digests(folder: Path) -> dict[str, str]:
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob("*") if file.is_file()}


def test_it_opens_with_all_it_held(today: Path) -> None:
    wanted, photos = expected(today)["project"], digests(today / "photos")
    assert wanted["schema_version"] < len(MIGRATIONS)
    opened, contents = open_existing(today / "Shapes.cnnproj")
    assert (contents.info.name, contents.info.read_only) == ("Shapes", False)
    assert contents.settings == msgspec.convert(wanted["config"], TrainConfig), "what is new has its usual value"
    assert msgspec.to_builtins(contents.history.runs) == [{**run, "labels": None} for run in wanted["runs"]]
    assert contents.history.resumable
    assert contents.history.resumable.id == wanted["stopped"]["id"]
    assert contents.history.report
    assert contents.history.report.accuracy == wanted["finished"]["test"]["accuracy"]
    assert contents.history.looks == 1
    assert contents.steps == Steps()

    opened.photos.relink("1", today / "photos")
    scan = opened.photos.scan()
    assert {photo.path: photo.split for photo in scan.photos} == wanted["splits"]
    assert opened.photos.facts() == PhotoFacts.of(scan)
    assert all(scan.file(photo).is_file() for photo in scan.photos)

    assert contents.settings
    changed = msgspec.structs.replace(contents.settings, lr=0.5)
    step = settings_step(contents.settings, changed)
    assert step
    opened.keep_settings(changed, Steps().add(step))
    opened.close()
    again, contents = open_existing(today / "Shapes.cnnproj")
    again.close()
    assert (contents.settings, contents.steps) == (changed, Steps().add(step))
    assert contents.photos == PhotoFacts.of(scan)
    assert digests(today / "photos") == photos


def test_a_verb_reads_it_without_changing_it(today: Path) -> None:
    database_file = today / "Shapes.cnnproj" / DATABASE
    before = database_file.read_bytes()
    with Database.open(today / "Shapes.cnnproj", read_only=True) as database:
        splits = {photo.path: photo.split for photo in PhotoTable(database).scan().photos}
        with database.reading() as db:
            assert schema_version(db) == len(MIGRATIONS)
    assert splits == expected(today)["project"]["splits"]
    assert database_file.read_bytes() == before
