"""Copies of a photo are near it, other photos are not, and groups never chain."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageEnhance, ImageOps

from cnn_desktop.dataset.checks.near import MOST, groups, near_groups, perceptual_hash
from tests.dataset.scenes import scene


def bits(one: tuple[int, int], other: tuple[int, int]) -> int:
    """In how many bits they differ, the mirrored photo counting as well."""
    return min((one[0] ^ other[0]).bit_count(), (one[1] ^ other[0]).bit_count())


def hashed(photo: Image.Image) -> tuple[int, int]:
    return perceptual_hash(np.asarray(photo.convert("L")))


def jpeg(photo: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    photo.save(file, "JPEG", quality=quality)
    return Image.open(file)


COPIES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "saved anew": lambda photo: jpeg(photo, 40),
    "half size": lambda photo: photo.resize((photo.width // 2, photo.height // 2)),
    "thumbnail": lambda photo: photo.resize((48, 36)),
    "stretched": lambda photo: photo.resize((200, 200)),
    "larger": lambda photo: photo.resize((900, 666)),
    "mirrored": lambda photo: jpeg(ImageOps.mirror(photo), 75),
    "darker": lambda photo: ImageEnhance.Brightness(photo).enhance(0.7),
    "grey": lambda photo: photo.convert("L"),
}


@pytest.mark.parametrize("copy", COPIES)
def test_copies_are_near(copy: str) -> None:
    for number in range(6):
        photo = scene(number)
        assert bits(hashed(photo), hashed(COPIES[copy](photo))) <= MOST


def test_other_photos_are_not_near() -> None:
    seen = [hashed(scene(number)) for number in range(30)]
    assert min(bits(one, other) for k, one in enumerate(seen) for other in seen[:k]) > MOST


def test_a_mirrored_photo_has_the_same_two_the_other_way_round() -> None:
    grey = np.asarray(scene(1).convert("L"))
    assert perceptual_hash(grey[:, ::-1]) == perceptual_hash(grey)[::-1]


def test_other_kinds_of_numbers_make_no_difference() -> None:
    grey = np.asarray(scene(1).convert("L"))
    for kind in (np.float32, np.float64, np.uint16):
        assert bits(perceptual_hash(grey.astype(kind)), perceptual_hash(grey)) <= 1
    odd = grey.astype(np.float32)
    odd[:2, :3] = np.nan, np.inf, -np.inf
    assert bits(perceptual_hash(odd), perceptual_hash(grey)) <= 2


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (300, 1), (5, 7), (40, 3000)])
def test_any_shape_has_one(shape: tuple[int, int]) -> None:
    noise = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    assert all(0 <= one < 1 << 64 for one in perceptual_hash(noise))


def test_photos_in_which_nothing_is_to_be_seen_are_near_no_other() -> None:
    rng = np.random.default_rng(0)
    flat = [np.full((60, 80), level, np.uint8) for level in (0, 0, 128, 255)]
    noisy = [rng.normal(120, 4, (384, 512)).clip(0, 255).astype(np.uint8) for _ in range(4)]
    hashes = np.array([perceptual_hash(grey) for grey in (*flat, *noisy)], np.uint64)
    assert not hashes.any()
    assert near_groups(hashes) == []


def near_by_hand(hashes: np.ndarray) -> np.ndarray:
    """bool [N, N]."""
    photo, mirror = hashes[:, None, 0] ^ hashes[None, :, 0], hashes[:, None, 1] ^ hashes[None, :, 0]
    return np.minimum(np.bitwise_count(photo), np.bitwise_count(mirror)) <= MOST


def planted(rng: np.random.Generator, keep: int = (1 << 64) - 1) -> np.ndarray:
    """600 hashes by chance, of which only the bits `keep` may differ, and 400 that differ from one of them in a few bits."""
    hashes = rng.integers(0, 2**64, (600, 2), dtype=np.uint64) & np.uint64(keep)
    copies = hashes[rng.integers(0, 600, 400)]
    for row in range(len(copies)):
        for bit in rng.choice(64, rng.integers(0, MOST + 3), replace=False).tolist():
            copies[row] ^= np.uint64(1 << bit)
    return rng.permutation(np.vstack((hashes, copies, copies[:50, ::-1])))


@pytest.mark.parametrize("keep", [(1 << 64) - 1, 0xFFFF_FFFF_0000_0000, 0xFFFF])
def test_groups_are_what_comparing_all_with_all_would_make(keep: int) -> None:
    hashes = planted(np.random.default_rng(5), keep)
    found = near_groups(hashes)
    near = near_by_hand(hashes)
    members = [row for group in found for row in group]
    assert len(found) > 50 or keep == 0xFFFF
    assert len(members) == len(set(members))
    assert all(len(group) > 1 and group == sorted(group) for group in found)
    for group in found:
        assert any(near[row, group].all() for row in group), "each has a representative"
    alone = sorted(set(range(len(hashes))) - set(members))
    assert np.array_equal(near[np.ix_(alone, alone)], np.eye(len(alone), dtype=bool)), "none was overlooked"


def test_a_chain_is_cut() -> None:
    """Each differs from the next by a few bits, and the first from the last by nearly all."""
    hashes = np.array([[(1 << (4 * link)) - 1, (1 << 62) + link] for link in range(1, 16)], np.uint64)
    found = near_groups(hashes)
    assert len(found) >= 4
    for group in found:
        assert np.bitwise_count(hashes[group[0], 0] ^ hashes[group[-1], 0]) <= 2 * MOST


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_one_with_the_most_others_near_represents(place: int) -> None:
    """Two copies that are near the photo, and not near one another, are in one group wherever the photo stands."""
    hashes = [[0b1111, 1 << 63], [0b1111_0000, 1 << 63]]
    hashes.insert(place, [1 << 40 | 0, 1 << 63])
    assert near_groups(np.array(hashes, np.uint64)) == [[0, 1, 2]]


def test_no_rows_and_equal_rows() -> None:
    assert near_groups(np.empty((0, 2), np.uint64)) == []
    assert near_groups(np.full((3000, 2), 77, np.uint64)) == [list(range(3000))]


def test_the_search_ends_when_it_is_told_to() -> None:
    class Enough(Exception):
        pass

    done: list[int] = []

    def each(row: int) -> None:
        done.append(row)
        if row == 3:
            raise Enough

    with pytest.raises(Enough):
        near_groups(planted(np.random.default_rng(0)), each=each)
    assert done == [0, 1, 2, 3]


def test_groups_of_anything_else() -> None:
    near = {0: [0, 1], 1: [0, 1, 2], 2: [1, 2, 3], 3: [2, 3], 4: [4]}
    assert groups(5, lambda row: np.array(near[row])) == [[0, 1, 2]]


def test_real_photos(trashnet: Path) -> None:
    photos = [Image.open(file).convert("RGB") for file in sorted(trashnet.rglob("*.jpg"))[::100]]
    seen = [hashed(photo) for photo in photos]
    for copy in ("saved anew", "half size", "mirrored"):
        found = [bits(one, hashed(COPIES[copy](photo))) <= MOST for one, photo in zip(seen, photos, strict=True)]
        assert np.mean(found) >= 0.95
    assert sum(bits(one, other) <= MOST for k, one in enumerate(seen) for other in seen[:k]) <= 1
