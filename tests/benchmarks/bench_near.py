"""How many planted copies of photos are found, how many other pairs are taken for copies, and how long comparing takes.

Run: python -m tests.benchmarks.bench_near FOLDER [--photos 500] [--hashes 100000] [--seed 0]; FOLDER holds photos, such as
those of TrashNet. Of each photo a copy is saved at JPEG quality 40, one at half its size, a mirrored one, and a part of 90 %
of its width and height from a random place. What is found is counted in the groups that a person would see. Wanted: 0.95 of
copies, half sizes and mirrored ones, 0.8 of the parts, at most 30 other pairs of 500 photos, and 60 s for 100,000 hashes.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from cnn_desktop.dataset.checks.near import near_groups, perceptual_hash
from cnn_desktop.dataset.reading.decode import decoded
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.tones import OWN
from cnn_desktop.learning.answers.crops import grouped, overlaps

KINDS = ("saved at quality 40", "half size", "mirrored", "part of 90 %")


def plant(photo: Path, folder: Path, number: int, rng: random.Random) -> list[Path]:
    """A copy of each of `KINDS`."""
    with Image.open(photo) as opened:
        whole = ImageOps.exif_transpose(opened).convert("RGB")
    width, height = whole.size
    w, h = round(0.9 * width), round(0.9 * height)
    left, top = rng.randint(0, width - w), rng.randint(0, height - h)
    pictures = (whole, whole.resize((width // 2, height // 2)), ImageOps.mirror(whole))
    files = [folder / f"{number:05}-{kind}.jpg" for kind in range(len(KINDS))]
    for file, picture in zip(files, (*pictures, whole.crop((left, top, left + w, top + h))), strict=True):
        picture.save(file, quality=40 if file is files[0] else 90)
    return files


def hashes_of(files: list[Path]) -> np.ndarray:
    """uint64 [N, 2]."""
    rows = []
    for file in files:
        with decoded(file, side=256) as photo:
            photo.thumbnail((256, 256))
            rows.append(perceptual_hash(np.asarray(photo.convert("L"))))
    return np.array(rows, np.uint64)


def report(name: str, groups: list[set[int]], photos: int) -> None:
    """What of `groups` is planted; the photos come first, then all copies of the first kind, of the second, …"""
    together = {(one, other) for group in groups for one in group for other in group if one < other}
    shares = [
        sum((photo, photo + photos * (kind + 1)) in together for photo in range(photos)) / photos
        for kind in range(len(KINDS))
    ]
    others = sum(one < photos and other < photos for one, other in together)
    found = ", ".join(f"{kind} {share:.3f}" for kind, share in zip(KINDS, shares, strict=True))
    print(f"{name}: {found}; {others} other pairs of {photos * (photos - 1) // 2:,}")


def compare_many(count: int, rng: np.random.Generator) -> None:
    """Prints how long `count` hashes take: by chance, half of them in pairs, and the worst case found, a quarter equal."""
    chance = rng.integers(0, 2**64, (count, 2), dtype=np.uint64)
    pairs = chance.copy()
    pairs[count // 2 :] = pairs[: count - count // 2] ^ (
        np.uint64(1) << rng.integers(0, 64, (count - count // 2, 1), np.uint64)
    )
    alike = chance & np.uint64(0xFFFF_FFFF_FFFF_0000)
    for name, hashes in (("by chance", chance), ("in pairs", pairs), ("with 16 bits the same in all", alike)):
        began, own = time.perf_counter(), time.process_time()
        groups = near_groups(hashes)
        took, own = time.perf_counter() - began, time.process_time() - own
        print(f"{count:,} hashes {name}: {took:.1f} s ({own:.1f} s of one core), {len(groups)} groups")


def finish(job: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(job)
        except StopIteration as stop:
            return stop.value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--hashes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    if hasattr(os, "getloadavg"):
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    rng = random.Random(wanted.seed)
    every = sorted(file for file in wanted.folder.rglob("*") if file.suffix.lower() in (".jpg", ".jpeg", ".png"))
    photos = sorted(rng.sample(every, min(wanted.photos, len(every))))
    with tempfile.TemporaryDirectory() as name:
        os.environ["CNN_DESKTOP_HOME"] = f"{name}/home"
        planted = [plant(photo, Path(name), number, rng) for number, photo in enumerate(photos)]
        files = [*photos, *(file for kind in zip(*planted, strict=True) for file in kind)]
        began = time.perf_counter()
        hashes = hashes_of(files)
        print(f"{len(files)} photos hashed in {time.perf_counter() - began:.1f} s")
        by_hash = [set(group) for group in near_groups(hashes)]
        report("by hash", by_hash, len(photos))
        began = time.perf_counter()
        pairs = finish(overlaps(files, OWN, "cpu", Control()))
        print(f"{len(files)} photos seen and laid on each other in {time.perf_counter() - began:.1f} s")
        by_crop = [set(group) for group in grouped(len(files), pairs)]
        report("by backbone and alignment", by_crop, len(photos))
        report("either way", [*by_hash, *by_crop], len(photos))
    compare_many(wanted.hashes, np.random.default_rng(wanted.seed))


if __name__ == "__main__":
    main()
