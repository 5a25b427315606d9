"""DATA that is a project: its photos and splits reach learning, which never opens it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.__main__ import main
from cnn_desktop.dataset.reading.known_again import Known
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.report import load_report
from cnn_desktop.domain.run import BEST, MODEL, REPORT
from cnn_desktop.domain.scan_files import load_snapshot, save_snapshot
from cnn_desktop.project.database import RUNS, Database
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.schema import DATABASE
from cnn_desktop.project.splitting import SPLIT_SEED
from cnn_desktop.verbs.data import scan_of, scan_of_run
from tests.dataset.helpers import finish


@pytest.fixture
def project(tmp_path: Path, photo_folder: Callable[..., Path]) -> tuple[Path, Scan]:
    """A project whose splits are not those that a folder would get, and what it holds."""
    folder = tmp_path / "Birds.cnnproj"
    with Database.create(folder) as database:
        database.keep_value(SPLIT_SEED, 5)
        PhotoTable(database).take(finish(read_data(photo_folder(classes=2, each=10), Control()))[1])
        return folder, PhotoTable(database).scan()


def test_a_folder_is_left_to_learning_and_a_project_gives_its_photos(
    photo_folder: Callable[..., Path], project: tuple[Path, Scan]
) -> None:
    assert scan_of(photo_folder()) is None
    data, scan = project
    assert scan_of(data) == scan


def test_a_project_that_is_not_there_or_empty_leaves_an_earlier_run_alone(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="There is no project"):
        scan_of(tmp_path / "nowhere.cnnproj")
    Database.create(tmp_path / "empty.cnnproj").close()
    with pytest.raises(DataError, match="no photos yet"):
        scan_of(tmp_path / "empty.cnnproj")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(["--device", "cuda:9"], "cuda:9"), (["--plan", "nowhere"], "contains no plan to follow")],
)
def test_an_earlier_model_stays_until_the_new_training_is_sure_to_begin(
    project: tuple[Path, Scan], tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    run = tmp_path / "run"
    save_snapshot(project[1], run)
    for name in (BEST, MODEL):
        (run / name).write_text("x")
    assert main(["train", str(project[0]), "--out", str(run), *words]) != 0
    assert sentence in capsys.readouterr().err
    assert (run / BEST).read_text() == "x"


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


def test_a_project_s_run_is_tested_on_the_labels_of_now_where_its_photos_lie_now(
    project: tuple[Path, Scan], capsys: pytest.CaptureFixture[str]
) -> None:
    data, scan = project
    run = data / RUNS / "one"
    words = ["--model", "timm:test_efficientnet", "--weights", "none", "--epochs", "1", "--image-size", "32"]
    assert main(["train", str(data), "--out", str(run), *words, "--device", "cpu"]) == 0
    assert scan_of_run(run) is None, "nothing has changed since"
    moved, *_ = tests = scan.of_split("test")
    file = scan.file(moved)
    new = file.parents[1] / ("class 1" if moved.label == "class 0" else "class 0") / "moved.png"
    with Database.open(data) as database:
        known = PhotoTable(database)
        before = finish(read_data(file.parents[1], Control(), known=Known(data.parent / "scans")))[1]
        known.take(before)
        file.rename(new)
        known.take(finish(read_data(file.parents[1], Control(), known=Known(data.parent / "scans")))[1])
    capsys.readouterr()
    assert main(["evaluate", str(run), "--device", "cpu", "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["n"], told["skipped"]) == (len(tests), [])
    report = load_report(run / REPORT)
    assert {photo.number for photo in report.photos} == {photo.number for photo in tests}
    assert [photo.label for photo in report.photos if photo.path == str(new)] == [new.parent.name]
    (data / DATABASE).write_bytes(b"damaged")
    assert scan_of_run(run) is None, "a run is whole without its project"
