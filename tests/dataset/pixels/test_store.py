"""The store of decoded photos: right pixels, decoded once, whatever happens to the disk, the files and other processes."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.pixels import source as pixel_source
from cnn_desktop.dataset.pixels.source import PixelCache, StoredPhotos
from cnn_desktop.dataset.pixels.store import Room, pixels_folder, prune
from cnn_desktop.dataset.reading import decode
from cnn_desktop.dataset.reading.decode import open_photo
from cnn_desktop.dataset.reading.preprocess import Preprocess, squash
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.tones import Range, Tones

SIDE = 32
ROW = SIDE * SIDE * 3
Make = Callable[..., Path]


@pytest.fixture
def files(photo_folder: Make) -> list[Path]:
    return settled(sorted(photo_folder(classes=2, each=5).rglob("*.png")))


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The photos decoded, in order."""
    seen: list[Path] = []

    def watch(path: Path, *how: Any) -> AbstractContextManager[Image.Image]:
        seen.append(path)
        return decode.decoded(path, *how)

    monkeypatch.setattr(pixel_source, "decoded", watch)
    return seen


def settled(files: list[Path]) -> list[Path]:
    """A minute old: a file that is still fresh is looked at again."""
    for file in files:
        os.utime(file, (time.time() - 60, time.time() - 60))
    return files


def read(photos: StoredPhotos) -> tuple[np.ndarray, list[Message | None]]:
    rows = np.zeros((len(photos.files), photos.side, photos.side, 3), np.uint8)
    return rows, [photos.read(index, rows[index]) for index in range(len(rows))]


def epoch(files: list[Path], cache: PixelCache | None = None) -> np.ndarray:
    """All pixels, as a training of its own reads them."""
    cache = cache or PixelCache()
    rows, problems = read(cache.photos(files, SIDE))
    assert not any(problems)
    cache.save()
    return rows


def exact(files: list[Path]) -> np.ndarray:
    return np.stack([Preprocess(SIDE).pixels(file) for file in files])


def data_files() -> list[Path]:
    return sorted(pixels_folder().rglob("*.pixels"))


def test_other_tones_are_other_pixels(tmp_path: Path) -> None:
    Image.fromarray(np.full((40, 40), 500, np.uint16)).save(tmp_path / "a.png")
    cache, files = PixelCache(), settled([tmp_path / "a.png"])
    for tones, grey in ((None, round(500 / 257)), (Tones(Range(0, 4095)), 31), (Tones(Range(0, 1023)), 125)):
        rows, _ = read(cache.photos(files, SIDE, tones=tones))
        assert (rows == grey).all()
    assert len(list(pixels_folder().glob("*/facts.json"))) == 3


def test_each_photo_is_decoded_once_and_its_pixels_are_preprocess(files: list[Path], decoded: list[Path]) -> None:
    cache = PixelCache()
    photos = cache.photos(files, SIDE)
    first = read(photos)[0]
    assert sorted(decoded) == files
    again = read(photos)[0]
    cache.save()
    later = epoch(files)
    assert len(decoded) == len(files)
    for rows in (first, again, later):
        assert (rows == exact(files)).all()
    assert [file.stat().st_size for file in data_files()] == [len(files) * ROW]


def test_moved_and_doubled_photos_are_known(files: list[Path], decoded: list[Path]) -> None:
    shutil.copy2(files[0], files[1])
    epoch(files)
    assert len(decoded) == 9
    epoch([file.rename(file.with_name(f"moved {file.name}")) for file in files])
    assert len(decoded) == 9


def test_size_and_way_of_decoding_are_stores_of_their_own(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (480, 640, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "a.jpg", quality=95)
    cache, files = PixelCache(), settled([tmp_path / "a.jpg"])
    full, reduced = (read(cache.photos(files, SIDE, decoding))[0][0] for decoding in ("full", "reduced"))
    assert (full == Preprocess(SIDE).pixels(files[0])).all()
    assert (reduced == squash(open_photo(files[0], 2 * SIDE), SIDE)).all()
    assert (full != reduced).any()
    read(cache.photos(files, 48))
    assert len(list(pixels_folder().glob("*/facts.json"))) == 3


def test_a_changed_photo_is_noticed(files: list[Path], decoded: list[Path]) -> None:
    epoch(files)
    Image.new("RGB", (50, 50), "teal").save(files[3])
    settled([files[3]])
    assert (epoch(files) == exact(files)).all()
    assert decoded[10:] == [files[3]]


def test_a_photo_that_is_still_being_copied_is_looked_at_again(files: list[Path]) -> None:
    """Half a file is told and left out, or half a picture shown: either way not for longer than the copying takes."""
    whole = files[2].read_bytes()
    files[2].write_bytes(whole[: len(whole) // 2])
    Image.new("RGB", (50, 50), "teal").save(files[4])
    cache = PixelCache()
    photos = cache.photos(files, SIDE)
    rows, problems = read(photos)
    assert [index for index, problem in enumerate(problems) if problem] == [2]
    assert (rows[4] == exact(files[4:5])[0]).all()
    files[2].write_bytes(whole)
    Image.new("RGB", (50, 50), "navy").save(files[4])  # the same size, within the same tick of a coarse clock or not
    rows, problems = read(photos)
    assert not any(problems)
    assert (rows == exact(files)).all()


def test_pixels_belong_to_the_bytes_that_were_read(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes between reading and decoding spoils nothing: it is read once."""
    other, real = files[1].read_bytes(), decode.decoded

    def swap(path: Path, *how: Any) -> AbstractContextManager[Image.Image]:
        if path == files[0]:
            path.write_bytes(other)
        return real(path, *how)

    before = exact(files)
    monkeypatch.setattr(pixel_source, "decoded", swap)
    assert (epoch(files) == before).all()
    monkeypatch.undo()
    settled(files)
    assert (epoch(files) == exact(files)).all()


def test_a_photo_that_decodes_differently_each_time_is_left_out(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    epoch(files)
    _flip_byte(data_files()[0], 2 * ROW + 5)
    rng = np.random.default_rng(0)
    noise = lambda *_: nullcontext(Image.fromarray(rng.integers(0, 255, (40, 40, 3), np.uint8)))  # noqa: E731
    monkeypatch.setattr(pixel_source, "decoded", noise)
    _, problems = read(PixelCache().photos(files, SIDE))
    told = [(index, str(problem)) for index, problem in enumerate(problems) if problem]
    assert told == [(2, "it looks different each time it is read. Save it again with another program.")]


def _flip_byte(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


def test_a_damaged_row_is_decoded_again_and_only_that(files: list[Path], decoded: list[Path]) -> None:
    epoch(files)
    _flip_byte(data_files()[0], 3 * ROW + 100)
    said: list[Message] = []
    cache = PixelCache(said.append)
    assert (epoch(files, cache) == exact(files)).all()
    assert decoded[10:] == [files[3]]
    assert [str(message) for message in said] == [
        f"1 cached photo in {pixels_folder()} was damaged and has been read again."
    ]
    cache.save()
    assert len(said) == 1
    assert (epoch(files) == exact(files)).all()
    assert len(decoded) == 11, "the damaged row is not met again"


@pytest.mark.parametrize("ending", [".pixels", ".index"])
def test_a_file_cut_off_costs_only_what_is_missing(files: list[Path], decoded: list[Path], ending: str) -> None:
    epoch(files)
    (file,) = pixels_folder().rglob(f"*{ending}")
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * 0.55)])
    assert (epoch(files) == exact(files)).all()
    assert len(decoded) == 10 + 5


@pytest.mark.parametrize("change", ["shorter", "gone", "replaced by a folder"])
def test_a_store_that_changes_while_it_is_read_costs_what_is_missing(files: list[Path], change: str) -> None:
    """In a process of its own: reading memory that a file no longer backs would be its end."""
    code = (
        "import os, sys; from pathlib import Path; import numpy as np\n"
        "from cnn_desktop.dataset.pixels.source import PixelCache\n"
        "from cnn_desktop.dataset.pixels.store import pixels_folder\n"
        "change, *files = sys.argv[1:]\n"
        "def read():\n"
        f"    rows = np.zeros((len(files), {SIDE}, {SIDE}, 3), np.uint8)\n"
        "    assert not any(photos.read(place, rows[place]) for place in range(len(rows)))\n"
        "    return rows\n"
        f"PixelCache().photos(list(map(Path, files)), {SIDE}).read(0, np.zeros(({SIDE}, {SIDE}, 3), np.uint8))\n"
        f"photos = PixelCache().photos(list(map(Path, files)), {SIDE})\n"
        "before = read()\n"
        "for data in pixels_folder().rglob('*.pixels'):\n"
        "    if change == 'shorter': os.truncate(data, 100)\n"
        "    else: data.unlink()\n"
        "    if change.startswith('replaced'): data.mkdir()\n"
        "for _ in range(2): assert np.array_equal(read(), before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, change, *map(str, files)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_killed_fill_goes_on(files: list[Path], decoded: list[Path], home: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; import numpy as np\n"
        "from cnn_desktop.dataset.pixels.source import PixelCache\n"
        "photos = PixelCache().photos([Path(name) for name in sys.argv[1:]], 32)\n"
        "for index in range(6): photos.read(index, np.zeros((32, 32, 3), np.uint8))\n"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", script, *map(str, files)], check=False, capture_output=True)
    assert done.returncode != 0
    assert (epoch(files) == exact(files)).all()
    assert decoded == files[6:]


def test_two_trainings_at_a_time_lose_nothing(files: list[Path], decoded: list[Path]) -> None:
    one, other = PixelCache(), PixelCache()
    first, second = one.photos(files, SIDE), other.photos(files, SIDE)
    buffer = np.zeros((SIDE, SIDE, 3), np.uint8)
    for index in range(10):
        first.read(index, buffer)
        second.read(9 - index, buffer)
    one.save()
    other.save()
    by_two = len(decoded)
    assert by_two <= 20
    assert len(data_files()) == 2
    assert (epoch(files) == exact(files)).all()
    assert len(decoded) == by_two


def test_a_disk_that_takes_nothing_leaves_the_memory(files: list[Path], decoded: list[Path], home: Path) -> None:
    (home / "cache").write_text("a file where the cache's folder should be")
    said: list[Message] = []
    cache = PixelCache(said.append)
    photos = cache.photos(files, SIDE)
    for _ in range(3):
        assert (read(photos)[0] == exact(files)).all()
        cache.save()
    assert len(decoded) == 10
    (sentence,) = map(str, said)
    assert sentence.startswith(f"The cache in {pixels_folder()} cannot be used (")
    assert sentence.endswith("), so photos are kept in memory during this training run.")


def test_a_disk_that_fills_up_and_a_small_memory(
    files: list[Path], decoded: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, taken = os.write, []

    def full(stream: object, content: memoryview) -> None:
        taken.append(len(content))
        if sum(taken) > 4 * (ROW + 36):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(stream.fileno(), content)  # type: ignore[attr-defined]

    monkeypatch.setattr("cnn_desktop.dataset.pixels.store._write_all", full)
    said: list[Message] = []
    cache = PixelCache(said.append, room=Room(memory=3 * ROW))
    photos = cache.photos(files, SIDE)
    for _ in range(2):
        assert (read(photos)[0] == exact(files)).all()
        cache.save()
    assert len(decoded) == 10 + 3, "four on the disk, three in memory, three decoded again"
    first, second = map(str, said)
    assert "(No space left on device)" in first
    assert second.startswith("There is not enough space in ")


def test_the_stores_are_bounded(files: list[Path], decoded: list[Path]) -> None:
    said: list[Message] = []
    cache = PixelCache(said.append, room=Room(disk=6 * ROW, memory=0))
    assert (epoch(files, cache) == exact(files)).all()
    assert data_files()[0].stat().st_size == 6 * ROW
    assert "some are read again in every epoch" in str(said[0])


def test_what_was_not_used_for_longest_goes_first(files: list[Path]) -> None:
    for part in (files[:3], files[3:6], files[6:]):
        epoch(part)
    old, middle, new = sorted(data_files(), key=lambda file: file.stat().st_mtime_ns)
    for age, file in enumerate((new, middle, old)):
        os.utime(file, (time.time() - 1000 * age, time.time() - 1000 * age))
    epoch(files[:3])  # the oldest is used again
    prune(pixels_folder(), set(), limit=8 * ROW)
    assert set(data_files()) == {old, new}
    assert {file.with_suffix(".pixels") for file in pixels_folder().rglob("*.index")} == {old, new}
    prune(pixels_folder(), {new.with_suffix("")}, limit=0)
    assert data_files() == [new]


def test_unreadable_photos_say_why(files: list[Path]) -> None:
    files[1].unlink()
    files[5].write_bytes(b"")
    files[8].write_text("no photo")
    _, problems = read(PixelCache().photos(files, SIDE))
    told = {index: str(problem) for index, problem in enumerate(problems) if problem}
    assert set(told) == {1, 5, 8}
    assert "no longer there" in told[1]
    assert "empty" in told[5]
    assert "not a photo" in told[8]


def test_nothing_is_written_before_a_photo_is_wanted(files: list[Path]) -> None:
    cache = PixelCache()
    cache.photos(files, SIDE)
    cache.save()
    assert not pixels_folder().exists()
