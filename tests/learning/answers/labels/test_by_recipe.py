"""Labels are judged by models that are trained for it, fold by fold, by training's own code; nothing of that stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest

from cnn_desktop.child.table import TABLE
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.jobs.check_labels import TRAINED, CheckLabels
from cnn_desktop.domain.label_check import read_suspects
from cnn_desktop.domain.own_files import read_csv
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.scan_files import SPLIT, save_scan
from cnn_desktop.learning.answers.labels.by_recipe import by_recipe
from cnn_desktop.learning.answers.labels.check import weak_models
from tests.conftest import draw_photo
from tests.dataset.helpers import finish
from tests.learning.answers.labels.test_check import LITE0, checked, run
from tests.learning.helpers import StopAfter, only, small

WRONG = "class 0/from 1.png"


@pytest.fixture
def scan(photo_folder: Callable[..., Path]) -> Scan:
    """Two classes of ten photos, of which one lies in the other's folder; two show the same."""
    folder = photo_folder(2, 10)
    shutil.move(folder / "class 1/003.png", folder / WRONG)
    found: Scan = finish(read_data(folder, Control()))[1]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out" / TRAINED


def two_folds(scan: Scan) -> tuple[np.ndarray, np.ndarray]:
    """No units, and every second photo."""
    return np.full(len(scan.photos), -1), np.arange(len(scan.photos)) % 2


def test_each_photo_is_judged_by_a_model_that_has_not_seen_it(scan: Scan, folder: Path) -> None:
    units, fold = two_folds(scan)
    units[[0, 2, 4]] = 7  # of one fold
    told, learned = list[Event](), dict[str, set[tuple[str, str]]]()
    job = by_recipe(small(Path("elsewhere"), epochs=2), scan, scan.photos, units, fold, folder, Control())
    while True:
        try:
            told.append(next(job))
        except StopIteration as end:
            answers = end.value
            break
        for run_folder in folder.glob("*"):
            if (run_folder / SPLIT).is_file():
                learned[run_folder.name] = {
                    (path, split) for path, split in read_csv(run_folder / SPLIT, ["path", "split"])
                }
    assert answers.answered.all()
    assert answers.logits.shape == (20, 2)
    for number in (0, 1):
        others = {photo.path for photo, own in zip(scan.photos, fold, strict=True) if own != number}
        assert {path for path, _ in learned[str(number)]} == others
        assert {split for _, split in learned[str(number)]} == {"train", "val"}
    of_unit = {scan.photos[row].path for row in (0, 2, 4)}
    assert len({split for path, split in learned["1"] if path in of_unit}) == 1
    bar = only(Progress, told)
    assert [one.done for one in bar] == sorted(one.done for one in bar)
    assert {one.total for one in bar} == {20}
    assert all(one.seconds_left is not None for one in bar)
    assert not folder.exists()


@pytest.mark.parametrize("looks", [4, 12])
def test_stop_leaves_nothing(looks: int, scan: Scan, folder: Path) -> None:
    control = StopAfter(looks)
    control.training = True
    with pytest.raises(StopRequested):
        list(by_recipe(small(Path("elsewhere")), scan, scan.photos, *two_folds(scan), folder, control))
    assert not folder.exists()


def test_nobody_waits_for_it_any_more(scan: Scan, folder: Path) -> None:
    job = by_recipe(small(Path("elsewhere")), scan, scan.photos, *two_folds(scan), folder, Control())
    next(job)
    assert folder.exists()
    job.close()
    assert not folder.exists()


def test_a_training_that_fails_is_one_sentence(scan: Scan, folder: Path) -> None:
    shutil.rmtree(scan.roots["1"])
    with pytest.raises(DataError) as error:
        list(by_recipe(small(Path("elsewhere")), scan, scan.photos, *two_folds(scan), folder, Control()))
    said = str(error.value)
    assert said.startswith("The labels were not checked with your model’s settings. None of the ")
    assert scan.roots["1"] in said
    assert "\n" not in said
    assert not folder.exists()


def test_photos_that_vanish_meanwhile_are_not_judged(scan: Scan, folder: Path) -> None:
    gone = scan.photos[5]
    job = by_recipe(small(Path("elsewhere")), scan, scan.photos, *two_folds(scan), folder, Control())
    told = [next(job)]
    scan.file(gone).unlink()
    while True:
        try:
            told.append(next(job))
        except StopIteration as end:
            answers = end.value
            break
    assert np.flatnonzero(~answers.answered).tolist() == [5]
    assert [one.path for one in only(Skipped, told)] == [str(scan.file(gone))]


def test_the_whole_job(scan: Scan, tmp_path: Path, home: Path) -> None:
    """Five folds, the real backbone for the neighbours; test photos are judged too. Meanwhile photos go away: of one class four
    are left, of another enough."""
    small_class = [f"class 2/{number:03}.png" for number in range(5)]
    for number, path in enumerate(small_class):
        draw_photo(Path(scan.roots["1"], path), 2, number)
    scan = finish(read_data(Path(scan.roots["1"]), Control()))[1]
    photos = [
        msgspec.structs.replace(photo, split="test" if row % 3 else "train") for row, photo in enumerate(scan.photos)
    ]
    (tmp_path / "out").mkdir()
    job = CheckLabels(
        str(tmp_path / "scan.json"), str(tmp_path / "out"), backbones=LITE0, device="cpu",
        recipe=small(tmp_path, epochs=3, lr=3e-3),
    )  # fmt: skip
    save_scan(msgspec.structs.replace(scan, photos=photos), Path(job.photos))
    told = list[Event]()
    for event in TABLE[CheckLabels](job, Control()):
        if "Training with your settings" in str(event) and scan.file(scan.photos[0]).exists():
            for gone in (scan.photos[0].path, small_class[0]):
                Path(scan.roots["1"], gone).unlink()
        told.append(event)
    check = checked(told)
    assert (check.photos, check.listed, check.recipe) == (19, 19, "simple_cnn")
    assert list(map(str, check.cannot_judge))[:2] == [
        "“class 2” has only 4 photos, too few to judge their labels.",
        "2 photos could not be read, so their labels were not judged.",
    ]
    found = read_suspects(tmp_path / "out", check, 0)
    assert WRONG in [one.photo for one in found[:3]]
    assert {one.label for one in found} == {"class 0", "class 1"}
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["label_check.json", "suspects-0000.msgpack"]
    assert not list(home.rglob("*.safetensors"))
    assert "starts from the beginning" in str(job.when_stopped())
    bad = msgspec.structs.replace(job, recipe=small(tmp_path, lr=100.0))
    with pytest.raises(DataError, match="A learning rate of 100 does not work"):
        run(bad, scan)


def test_models_that_have_learned_little_are_told() -> None:
    labels = np.array([0, 0, 1, 1])
    right, half = np.eye(2)[labels], np.eye(2)[[0, 1, 1, 0]]
    assert weak_models(right, half, labels) == []
    [said] = weak_models(half, right, labels)
    assert str(said).startswith("Models trained with your settings predict only 50% of the labels")
