"""The training photos most like a photo: by hand the same ones; those that are gone are not told."""

from __future__ import annotations

import gc
import shutil
import weakref
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from cnn_desktop.child import table
from cnn_desktop.child.table import TABLE
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.jobs.explain import AlikeFound, FindAlike
from cnn_desktop.domain.jobs.predict import Predict
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.learning.answers.unknown import alike
from cnn_desktop.learning.answers.unknown.distance import unit
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.training.train import train
from cnn_desktop.learning.training.validate import float32_answers
from tests.conftest import draw_photo
from tests.fixtures.today import unpack
from tests.learning.helpers import only, small


@pytest.fixture
def made(tmp_path: Path) -> Path:
    for label in range(2):
        for number in range(12):
            draw_photo(tmp_path / "photos" / f"class {label}" / f"{number:03}.png", label, number)
    list(train(small(tmp_path / "photos"), tmp_path / "run", Control()))
    return tmp_path


def find(run: Path, path: str | Path, count: int = 8) -> list[Event]:
    return list(TABLE[FindAlike](FindAlike(str(run), str(path), count, "cpu"), Control()))


def of_split(run: Path, split: str) -> list[Path]:
    scan = load_snapshot(run)
    return [scan.file(photo) for photo in scan.photos if photo.split == split]


def by_hand(run: Path, path: Path) -> list[tuple[str, float]]:
    net, _ = load_trained(run, "cpu")

    def seen(file: Path) -> torch.Tensor:
        return unit(float32_answers(net, torch.from_numpy(net.preprocess(file))[None])[1])[0]

    asked = seen(path)
    found = [(str(file), float(asked @ seen(file))) for file in of_split(run, "train") if file != path]
    return sorted(found, key=lambda one: -one[1])


def test_the_nearest_training_photos_are_found(made: Path) -> None:
    run, tested = made / "run", of_split(made / "run", "test")[0]
    for asked in (tested, of_split(run, "train")[0]):
        found = only(AlikeFound, find(run, asked))[0]
        wanted = by_hand(run, asked)[:8]
        assert (found.path, found.reason) == (str(asked), None)
        assert [one.similarity for one in found.photos] == pytest.approx([cosine for _, cosine in wanted], abs=2e-3)
        assert all(Path(one.path).parent.name == one.label for one in found.photos)
        assert str(asked) not in [one.path for one in found.photos]
    assert len(only(AlikeFound, find(run, tested, 3))[0].photos) == 3


def test_photos_that_have_gone_are_not_told(made: Path) -> None:
    run, tested = made / "run", of_split(made / "run", "test")[0]
    first = only(AlikeFound, find(run, tested))[0].photos
    Path(first[0].path).unlink()
    again = only(AlikeFound, find(run, tested))[0].photos
    assert [one.path for one in again[:7]] == [one.path for one in first[1:]]
    shutil.copy(tested, made / "asked.png")
    shutil.rmtree(made / "photos")
    copy = shutil.copytree(run, made / "copy")
    for one in (run, copy):  # its photos are known, or were never looked at
        gone = only(AlikeFound, find(one, made / "asked.png"))[0]
        assert gone.photos == []
        assert "no longer there" in str(gone.reason)


def test_a_run_without_its_list_of_photos_says_so(made: Path) -> None:
    (made / "run" / "dataset.json").unlink()
    found = only(AlikeFound, find(made / "run", next((made / "photos").rglob("*.png"))))[0]
    assert "dataset.json is missing" in str(found.reason)


def test_what_cannot_be_read_is_told(made: Path) -> None:
    (made / "text.jpg").write_text("no photo")
    assert [type(event) for event in find(made / "run", made / "text.jpg")] == [Skipped]
    assert [type(event) for event in find(made / "run", made / "gone.png")] == [Skipped]
    with pytest.raises(DataError, match="contains no trained model"):
        find(made / "photos", made / "text.jpg")
    control = Control()
    control.stop()
    with pytest.raises(StopRequested):
        list(
            TABLE[FindAlike](
                FindAlike(str(made / "run"), str(next((made / "photos").rglob("*.png"))), 3, "cpu"), control
            )
        )


def test_more_photos_than_memory_is_given_are_found_all_the_same(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alike, "MOST_BYTES", 2 * 64 * len(of_split(made / "run", "train")))
    tested = of_split(made / "run", "test")[0]
    found = only(AlikeFound, find(made / "run", tested))[0]
    wanted = dict(by_hand(made / "run", tested))
    assert [one.similarity for one in found.photos] == pytest.approx(
        [wanted[one.path] for one in found.photos], abs=0.35
    )
    net, _ = load_trained(made / "run", "cpu")
    rows = alike.Neighbours(made / "run", net, "cpu").smaller(torch.rand(3, 512), len(of_split(made / "run", "train")))
    assert rows.shape == (3, 64)


def test_another_model_frees_the_one_of_before(made: Path) -> None:
    other = shutil.copytree(made / "run", made / "other")
    tested = str(of_split(made / "run", "test")[0])
    find(made / "run", tested)
    net = weakref.ref(table._loaded(str(made / "run"), "cpu", table._saved_ns(str(made / "run"))).net)
    list(TABLE[Predict](Predict(str(other), [tested], "cpu"), Control()))
    gc.collect()
    assert net() is None


def test_an_old_run_has_neighbours(tmp_path: Path) -> None:
    run = unpack(tmp_path) / "run-finished"
    file = tmp_path / "noise.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (48, 40, 3), np.uint8)).save(file)
    found = only(AlikeFound, find(run, file))[0]
    assert bool(found.photos) == (found.reason is None)
