"""DATA that is a project: its photos and splits reach learning, which never opens it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.__main__ import main
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photos import Scan, load_snapshot
from cnn_desktop.domain.run import BEST, CHECKPOINT, LOOKS
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import SPLIT_SEED, PhotoTable
from cnn_desktop.project.schema import DATABASE
from cnn_desktop.verbs.data import leave_snapshot, scan_of
from tests.dataset.helpers import finish


@pytest.fixture
def project(tmp_path: Path, photo_folder: Callable[..., Path]) -> tuple[Path, Scan]:
    """A project whose splits are not those that a folder would get, and what it holds."""
    folder = tmp_path / "Birds.cnnproj"
    with Database.create(folder) as database:
        database.keep_value(SPLIT_SEED, 5)
        PhotoTable(database).take(finish(read_data(photo_folder(classes=2, each=10), Control()))[1])
        return folder, PhotoTable(database).scan()


def test_a_folder_is_left_to_learning(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    assert scan_of(photo_folder()) is None
    leave_snapshot(photo_folder(), tmp_path / "run", resume=False)
    assert not (tmp_path / "run").exists()


def test_a_project_becomes_a_snapshot_in_a_new_run(project: tuple[Path, Scan], tmp_path: Path) -> None:
    data, scan = project
    assert scan_of(data) == scan
    run = tmp_path / "run"
    leave_snapshot(data, run, resume=False)
    assert load_snapshot(run) == scan
    for name in (BEST, CHECKPOINT, LOOKS):
        (run / name).write_text("x")
    (run / "split.csv").unlink()
    leave_snapshot(data, run, resume=True)
    assert not (run / "split.csv").exists(), "a run that goes on keeps its own photos"
    leave_snapshot(data, run, resume=False)
    assert load_snapshot(run) == scan
    assert [(run / name).exists() for name in (BEST, CHECKPOINT, LOOKS)] == [False, False, True]


def test_a_project_that_is_not_there_or_empty_leaves_an_earlier_run_alone(tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    (run / BEST).write_text("x")
    with pytest.raises(DataError, match="There is no project"):
        leave_snapshot(tmp_path / "nowhere.cnnproj", run, resume=False)
    Database.create(tmp_path / "empty.cnnproj").close()
    with pytest.raises(DataError, match="no photos yet"):
        leave_snapshot(tmp_path / "empty.cnnproj", run, resume=False)
    assert (run / BEST).exists()


def test_a_run_on_a_project_trains_and_tests_on_its_splits(
    project: tuple[Path, Scan], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, scan = project
    before = (data / DATABASE).read_bytes()
    run = str(tmp_path / "run")
    words = ["--model", "timm:test_efficientnet", "--weights", "none", "--epochs", "1", "--image-size", "32"]
    for _ in range(2):  # the second makes way for itself
        assert main(["train", str(data), "--out", run, *words, "--device", "cpu"]) == 0
        assert load_snapshot(Path(run)) == scan
    capsys.readouterr()
    assert main(["evaluate", run, str(data), "--device", "cpu", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["n"] == len(scan.of_split("test"))
    assert (data / DATABASE).read_bytes() == before
