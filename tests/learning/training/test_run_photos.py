"""A training of a plain folder splits as the window does: copies on one side, the same everywhere."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Warned
from cnn_desktop.domain.photos import Scan, Split
from cnn_desktop.learning.training.run_photos import read_photos
from tests.dataset.helpers import finish
from tests.project.helpers import photo_table

Make = Callable[..., Path]


@pytest.fixture
def folder(photo_folder: Make) -> Path:
    """Two classes of 20 photos; of six there are three more copies each, some of them in the other class."""
    folder = photo_folder(2, 20)
    for number in range(6):
        for copy in range(3):
            name = f"class {(number + copy) % 2}"
            shutil.copy(folder / f"class 0/{number:03}.png", folder / name / f"again {number} {copy}.png")
    return folder


def taken(folder: Path) -> tuple[list[object], Scan]:
    events, scan = finish(read_photos(TrainConfig(data=str(folder)), Control(), None))
    return list(events), scan


def splits(scan: Scan) -> dict[str, Split | None]:
    return {photo.path: photo.split for photo in scan.photos}


def test_copies_are_on_one_side(folder: Path) -> None:
    events, scan = taken(folder)
    now = splits(scan)
    for number in range(6):
        assert (
            len({split for path, split in now.items() if path.endswith(f"{number:03}.png") and "class 0" in path}) == 1
        )
        own = [split for path, split in now.items() if f"again {number} " in path] + [now[f"class 0/{number:03}.png"]]
        assert len(set(own)) == 1
    assert not [one for one in scan.findings if one.kind == "same_photo_two_splits"]
    assert not [one for one in events if isinstance(one, Warned) and "also used to train" in str(one)]


def test_window_and_verb_split_alike(folder: Path, tmp_path: Path) -> None:
    with photo_table(tmp_path / "a.cnnproj") as photos:
        photos.take(finish(read_data(folder, Control()))[1])
        assert splits(photos.scan()) == splits(taken(folder)[1])


def test_the_same_everywhere(folder: Path) -> None:
    told = "".join(f"{path}={split};" for path, split in sorted(splits(taken(folder)[1]).items()))
    # Written down once: a change of the rule would silently reshuffle everyone's test photos.
    assert hashlib.sha256(told.encode()).hexdigest()[:16] == "2fbedbfee20d6b60"


def test_without_validation_photos_copies_stay_together(folder: Path, tmp_path: Path) -> None:
    shutil.move(folder, tmp_path / "parts" / "train")
    for name in ("class 0", "class 1"):
        (tmp_path / "parts/test" / name).mkdir(parents=True)
        shutil.move(tmp_path / f"parts/train/{name}/019.png", tmp_path / f"parts/test/{name}/019.png")
    _, scan = taken(tmp_path / "parts")
    assert {photo.split for photo in scan.photos} == {"train", "val", "test"}
    assert not [one for one in scan.findings if one.kind == "same_photo_two_splits"]
