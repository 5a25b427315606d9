"""Examples of an augmentation are what a training does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.pixels.source import PixelCache
from cnn_desktop.domain.config import PRESETS, Augmentation, Preset, TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.preview import Preview
from cnn_desktop.domain.tones import Range, Tones
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.training.materials import PhotoMaterial
from cnn_desktop.learning.training.preview import preview_augmentation

Make = Callable[..., Path]


def examples(job: Preview) -> list[np.ndarray]:
    made = []
    for picture in preview_augmentation(job, Control()):
        assert (picture.path, picture.reason) == (job.path, None)
        made.append(np.asarray(Image.open(picture.file)))
    return made


def in_training(photo: Path, augmentation: Augmentation, size: int, epochs: int, seed: int) -> list[np.ndarray]:
    """The photo as a training on it alone brings it before the network, epoch by epoch."""
    config = TrainConfig(data="", augmentation=augmentation, image_size=size, seed=seed)
    net = build("simple_cnn", 2, size)
    material = PhotoMaterial(config, net, "cpu", [photo], [0], 1, PixelCache())
    seen = []
    for epoch in range(1, epochs + 1):
        for batch in material.batches(epoch, 0, lambda index, reason: pytest.fail(str(reason))):
            values = material.inputs(batch, slice(0, 1))[0].permute(1, 2, 0).numpy()
            seen.append((values * net.preprocess.std + np.asarray(net.preprocess.mean)) * 255)
    return seen


@pytest.mark.parametrize("name", PRESETS)
def test_they_are_what_the_training_sees(name: Preset, photo_folder: Make, tmp_path: Path) -> None:
    photo = photo_folder(1, 1, size=(150, 90)) / "class 0/000.png"
    job = Preview(str(photo), PRESETS[name], 64, str(tmp_path / "previews"), seed=3)
    made = examples(job)
    for mine, theirs in zip(made, in_training(photo, PRESETS[name], 64, 9, 3), strict=True):
        assert np.abs(mine - theirs).max() < 0.51, "but for rounding"
    different = len({pixels.tobytes() for pixels in made})
    assert different == {"none": 1, "course": 2}.get(name, 9)


def test_deep_photos_are_shown_by_the_range_of_their_data_set(tmp_path: Path) -> None:
    Image.fromarray(np.full((30, 30), 500, np.uint16)).save(tmp_path / "a.png")
    for white in (1023, 4095):
        tones = Tones(Range(0, white))
        (made,) = examples(
            Preview(str(tmp_path / "a.png"), PRESETS["none"], 32, str(tmp_path), count=1, tones=tones)
        )  # fmt: skip
        assert (made == round(500 * 255 / white)).all()


def test_of_a_bad_photo_it_says_why(tmp_path: Path) -> None:
    job = Preview(str(tmp_path / "a.jpg"), Augmentation(), 64, str(tmp_path))
    (picture,) = preview_augmentation(job, Control())
    assert picture.file == ""
    assert "no longer there" in str(picture.reason)
