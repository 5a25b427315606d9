"""Small pictures: right, made once, remade when the photo changes, bounded; previews show the training's own pixels."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.reading.decode import UnreadablePhoto, open_photo
from cnn_desktop.dataset.thumbnails import make_thumbnail
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.tones import Range, Tones


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.linear_gradient("L").convert("RGB").resize((1200, 600)).save(tmp_path / "ü 🐟.jpg", exif=exif)
    return tmp_path / "ü 🐟.jpg"


def test_a_thumbnail_is_the_photo_small_and_turned(photo: Path, tmp_path: Path) -> None:
    file = make_thumbnail(photo, tmp_path / "cache", 128)
    with Image.open(file) as image:
        assert image.size == (64, 128)
        small = np.asarray(open_photo(photo).resize(image.size, Image.Resampling.BILINEAR)).astype(int)
        assert np.abs(np.asarray(image).astype(int) - small).mean() < 4
    assert file.parent.parent == tmp_path / "cache"


def test_small_photos_are_not_blown_up(tmp_path: Path) -> None:
    Image.new("RGBA", (20, 10), (255, 0, 0, 0)).save(tmp_path / "a.png")
    with Image.open(make_thumbnail(tmp_path / "a.png", tmp_path / "cache", 128)) as image:
        assert image.size == (20, 10)
        assert image.getpixel((5, 5)) == (255, 255, 255)


def test_it_is_made_once_and_anew_after_a_change(photo: Path, tmp_path: Path) -> None:
    file = make_thumbnail(photo, tmp_path / "cache", 128)
    made = file.stat().st_mtime_ns
    assert make_thumbnail(photo, tmp_path / "cache", 128) == file
    assert file.stat().st_mtime_ns == made
    assert make_thumbnail(photo, tmp_path / "cache", 64) != file
    Image.new("RGB", (300, 300), "blue").save(photo)
    os.utime(photo, ns=(1, 1))
    with Image.open(make_thumbnail(photo, tmp_path / "cache", 128)) as image:
        assert image.size == (128, 128)


def test_deep_photos_are_shown_by_the_range_of_their_data_set(tmp_path: Path) -> None:
    Image.fromarray(np.full((30, 30), 500, np.uint16)).save(tmp_path / "a.png")
    shown = {}
    for white in (1023, 4095):
        tones = Tones(Range(0, white))
        with Image.open(make_thumbnail(tmp_path / "a.png", tmp_path / "cache", 128, tones)) as image:
            shown[white] = image.getpixel((5, 5))[0]
    assert shown == {1023: pytest.approx(125, abs=2), 4095: pytest.approx(31, abs=2)}


def test_an_empty_leftover_is_made_anew(photo: Path, tmp_path: Path) -> None:
    file = make_thumbnail(photo, tmp_path / "cache", 128)
    file.write_bytes(b"")
    assert make_thumbnail(photo, tmp_path / "cache", 128) == file
    assert file.stat().st_size > 0


def test_bad_photos_and_full_disks(tmp_path: Path, photo: Path) -> None:
    (tmp_path / "a.jpg").touch()
    with pytest.raises(UnreadablePhoto, match="empty"):
        make_thumbnail(tmp_path / "a.jpg", tmp_path / "cache", 128)
    with pytest.raises(UnreadablePhoto, match="no longer there"):
        make_thumbnail(tmp_path / "b.jpg", tmp_path / "cache", 128)
    (tmp_path / "a file").touch()
    with pytest.raises(DataError, match="could not be saved"):
        make_thumbnail(photo, tmp_path / "a file", 128)


def test_many_threads_leave_no_temporary_file(photo: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        files = set(pool.map(lambda _: make_thumbnail(photo, tmp_path / "cache", 96), range(24)))
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == list(files)
