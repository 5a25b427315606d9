"""`Preprocess` against the same few steps written out with Pillow and numpy."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image, ImageOps

from cnn_desktop.dataset.reading.decode import UnreadablePhoto
from cnn_desktop.dataset.reading.preprocess import IMAGENET, Preprocess

HALF = ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
"""Inputs from -1 to 1, as EfficientNet-Lite wants them."""


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    exif = Image.Exif()
    exif[0x0112] = 6
    pixels = np.random.default_rng(1).integers(0, 255, (90, 160, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "a.jpg", exif=exif)
    return tmp_path / "a.jpg"


@pytest.mark.parametrize("constants", [IMAGENET, HALF])
def test_the_steps_written_out(photo: Path, constants: tuple) -> None:
    mean, std = constants
    with Image.open(photo) as image:
        small = ImageOps.exif_transpose(image).convert("RGB").resize((64, 64), Image.Resampling.BILINEAR)
    pixels = np.asarray(small)
    expected = (pixels.astype(np.float64) / 255 - mean) / std
    got = Preprocess(64, mean, std)(photo)
    assert got.dtype == np.float32
    assert got.shape == (3, 64, 64)
    assert got.flags.c_contiguous
    np.testing.assert_allclose(got, expected.transpose(2, 0, 1), atol=1e-6)
    assert (Preprocess(64, mean, std).pixels(photo) == pixels).all()


def test_a_photo_and_its_path_give_the_same(photo: Path) -> None:
    preprocess = Preprocess(48)
    with Image.open(photo) as image:
        turned = ImageOps.exif_transpose(image)
        assert (preprocess.pixels(turned) == preprocess.pixels(photo)).all()
        assert (preprocess.pixels(str(photo)) == preprocess.pixels(photo)).all()


def test_a_batch_is_its_photos(photo: Path) -> None:
    preprocess = Preprocess(32, *HALF)
    one = preprocess.pixels(photo)
    batch = preprocess.normalise(np.stack([one, one[::-1]]))
    assert batch.shape == (2, 3, 32, 32)
    assert batch.min() >= -1
    assert batch.max() <= 1
    assert (batch[0] == preprocess(photo)).all()
    assert (batch[1] == preprocess(photo)[:, ::-1]).all()


def test_normalise_leaves_its_argument_alone() -> None:
    pixels = np.full((1, 4, 4, 3), 255, np.uint8)
    assert np.allclose(Preprocess(4, *HALF).normalise(pixels), 1)
    assert (pixels == 255).all()


def test_it_survives_being_saved() -> None:
    preprocess = Preprocess(200, *HALF)
    saved = msgspec.json.encode({"preprocess": msgspec.to_builtins(preprocess)})
    assert msgspec.convert(msgspec.json.decode(saved)["preprocess"], Preprocess) == preprocess


def test_threads_share_it(photo: Path) -> None:
    preprocess = Preprocess(40)
    alone = preprocess(photo)
    with ThreadPoolExecutor(8) as pool:
        assert all((got == alone).all() for got in pool.map(preprocess, [photo] * 32))


def test_a_bad_photo_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_text("no")
    with pytest.raises(UnreadablePhoto, match="not those of a photo"):
        Preprocess(32)(tmp_path / "a.jpg")
