"""The loader: every photo once, in order, the same pixels however threads run; no thread outlives its generator."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from cnn_desktop.dataset.pixels.loader import Batch, load_batches, plan_batches
from cnn_desktop.dataset.pixels.source import DecodedPhotos
from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.message import Message

PREPROCESS = Preprocess(32)


@pytest.fixture
def files(photo_folder: Callable[..., Path]) -> list[Path]:
    return sorted(photo_folder(classes=3, each=7).rglob("*.png"))


def load(files: list[Path], order: list[int] | None = None, **changes: object) -> tuple[list[Batch], list]:
    skipped: list[tuple[int, Message]] = []
    options: dict = {"batch_size": 4, "threads": 3, "on_skip": lambda index, why: skipped.append((index, why))}
    options.update(changes)
    labels = [number % 3 for number in range(len(files))]
    order = list(range(len(files))) if order is None else order
    return list(load_batches(DecodedPhotos(files, 32), labels, order, **options)), skipped


def test_every_photo_once_in_the_order_asked_for(files: list[Path]) -> None:
    order = list(reversed(range(20)))
    batches, skipped = load(files, order)
    assert [index for batch in batches for index in batch.indices] == order
    assert [len(batch.indices) for batch in batches] == [4, 4, 4, 4, 4]
    assert [batch.number for batch in batches] == [0, 1, 2, 3, 4]
    assert skipped == []
    for batch in batches:
        assert batch.pixels.dtype == np.uint8
        assert batch.labels.dtype == np.int64
        assert batch.labels.tolist() == [index % 3 for index in batch.indices]
        for pixels, index in zip(batch.pixels, batch.indices, strict=True):
            assert (pixels == PREPROCESS.pixels(files[index])).all()


def test_a_last_batch_of_one_joins_the_one_before(files: list[Path]) -> None:
    batches, _ = load(files)  # 21 photos
    assert [len(batch.indices) for batch in batches] == [4, 4, 4, 4, 5]
    assert plan_batches(range(21), 4)[-1] == [16, 17, 18, 19, 20]
    assert len(plan_batches(range(21), 4)) == 5
    assert [len(b.indices) for b in load(files, [0])[0]] == [1]
    assert [len(b.indices) for b in load(files, [0, 1, 2], batch_size=1)[0]] == [1, 1, 1]


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_the_same_pixels_with_any_number_of_threads(files: list[Path], threads: int) -> None:
    order = [(5 * place) % 21 for place in range(21)]
    one, _ = load(files, order, threads=1)
    other, _ = load(files, order, threads=threads)
    for a, b in zip(one, other, strict=True):
        assert (a.pixels == b.pixels).all()
        assert a.indices == b.indices


def test_going_on_gives_the_batches_that_were_left(files: list[Path]) -> None:
    whole, _ = load(files)
    rest, _ = load(files, first_batch=whole[1].number + 1)
    assert len(rest) == len(whole) - 2
    for a, b in zip(whole[2:], rest, strict=True):
        assert a.number == b.number
        assert (a.pixels == b.pixels).all()


def test_a_bad_photo_is_told_and_left_out(files: list[Path]) -> None:
    files[1].unlink()
    files[5].write_bytes(b"")
    files[9].write_bytes(files[9].read_bytes()[:200])
    batches, skipped = load(files)
    assert [index for index, _ in skipped] == [1, 5, 9]
    assert "no longer there" in str(skipped[0][1])
    assert "empty" in str(skipped[1][1])
    assert "damaged" in str(skipped[2][1])
    assert [i for b in batches for i in b.indices] == [i for i in range(21) if i not in (1, 5, 9)]
    for batch in batches:
        assert len(batch.pixels) == len(batch.labels) == len(batch.indices)
        for pixels, index in zip(batch.pixels, batch.indices, strict=True):
            assert (pixels == PREPROCESS.pixels(files[index])).all()


def test_a_batch_left_with_one_photo_joins_its_neighbour(files: list[Path]) -> None:
    for index in (0, 1, 2, 9, 10, 11):
        files[index].unlink()
    batches, _ = load(files, list(range(16)))
    assert [batch.indices for batch in batches] == [[3, 4, 5, 6, 7, 8], [12, 13, 14, 15]]
    assert [batch.number for batch in batches] == [2, 3]


def test_a_batch_without_any_photo_is_left_out(files: list[Path]) -> None:
    for file in files[4:8]:
        file.unlink()
    batches, skipped = load(files, list(range(12)))
    assert [batch.number for batch in batches] == [0, 2]
    assert len(skipped) == 4


def test_no_photos_no_batches(files: list[Path]) -> None:
    assert load(files, [])[0] == []
    for file in files:
        file.unlink()
    assert load(files)[0] == []


def _decoders() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("decode")]


def test_closing_ends_the_threads(files: list[Path]) -> None:
    labels = [0] * len(files)
    batches = load_batches(DecodedPhotos(files, 32), labels, range(21), 4, 4, lambda index, why: None)
    next(batches)
    assert _decoders()
    batches.close()
    assert _decoders() == []
    load(files)
    assert _decoders() == []


def test_only_a_few_batches_are_read_ahead_and_closing_leaves_the_rest(files: list[Path]) -> None:
    class Counted(DecodedPhotos):
        reads = 0

        def read(self, index: int, into: np.ndarray) -> Message | None:
            self.reads += 1
            return super().read(index, into)

    source = Counted(files, 32)
    batches = load_batches(source, [0] * 21, range(21), 2, 2, lambda index, why: None)
    next(batches)
    batches.close()
    assert 2 <= source.reads <= 2 * 5


def test_a_programming_error_is_not_swallowed(files: list[Path]) -> None:
    with pytest.raises(IndexError):
        load(files, [0, 999])
    assert _decoders() == []


@pytest.mark.photos
def test_real_photos(trashnet: Path) -> None:
    files = sorted(trashnet.rglob("*.jpg"))[:40]
    batches, skipped = load(files, batch_size=16)
    assert sum(len(batch.indices) for batch in batches) == 40
    assert skipped == []
