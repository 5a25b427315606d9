"""Prints what the checks of photos find: alarms among ordinary photos, planted defects, copies under two labels, and the time.

Run: python -m tests.benchmarks.bench_checks [FOLDER OF CLASS FOLDERS] [PHOTOS]   (default: the built-in sample, 300)
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from PIL import Image, ImageFilter

from cnn_desktop.dataset.checks.check import Checked, check_photos
from cnn_desktop.dataset.checks.look import Look, look_at
from cnn_desktop.dataset.checks.quality import quality_findings
from cnn_desktop.dataset.reading.decode import open_photo
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.sample.draw import draw_sample
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.tones import OWN

PLANTED: dict[str, Callable[[Image.Image], Image.Image]] = {
    "tiny": lambda photo: photo.resize((40, 30)),
    "odd_aspect": lambda photo: photo.crop((0, 0, photo.width, photo.width // 5)),
    "uniform": lambda photo: Image.effect_noise(photo.size, 6).convert("RGB"),
    "dark": lambda photo: photo.point(lambda value: value * 0.2),
    "bright": lambda photo: photo.point(lambda value: 215 + value * 0.15),
    "blurred": lambda photo: photo.filter(ImageFilter.GaussianBlur(max(photo.size) / 64)),
    "grey": lambda photo: photo.convert("L"),
}


def _finish(job: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(job)
        except StopIteration as stop:
            return stop.value


def _check(scan: Scan) -> Checked:
    began = time.perf_counter()
    checked: Checked = _finish(check_photos(scan, Control()))
    seconds = time.perf_counter() - began
    print(f"{len(scan.photos)} photos checked in {seconds:.1f} s: {len(scan.photos) / seconds:.0f} a second")
    return checked


def _pairs(scan: Scan, checked: Checked) -> None:
    """Byte-identical files under two labels: how many there are, and how many are named as belonging together."""
    same: dict[bytes, list[Photo]] = defaultdict(list)
    for photo in scan.photos:
        same[hashlib.sha256(scan.file(photo).read_bytes()).digest()].append(photo)
    torn = [group for group in same.values() if len({photo.label for photo in group}) > 1]
    named = [
        dict(zip(finding.photos, finding.group, strict=True))
        for finding in checked.findings
        if finding.kind == "same_photo_two_labels"
    ]
    told = [
        group for group in torn if any(len({one.get(photo.path, 0) for photo in group} - {0}) == 1 for one in named)
    ]
    print(f"byte-identical files under two labels: {len(torn)} groups, of which {len(told)} are named")


def _planted(scan: Scan, folder: Path, count: int) -> None:
    """Of `count` photos one in ten gets a defect, one kind after the other: how many are found, and what else is said."""
    photos = random.Random(0).sample(scan.photos, min(count, len(scan.photos)))
    plain: list[Look] = [look_at(scan.file(photo), scan.tones or OWN) for photo in photos]
    for kind, spoil in PLANTED.items():
        seen = list(zip(photos, plain, strict=True))
        before = {path for one in quality_findings(seen) if one.kind == kind for path in one.photos}
        spoilt = [number for number in range(0, len(photos), 10) if photos[number].path not in before]
        for number in spoilt:
            file = folder / "spoilt.jpg"
            spoil(open_photo(scan.file(photos[number]))).save(file, quality=85)
            seen[number] = photos[number], look_at(file, OWN)
        found = {path for one in quality_findings(seen) if one.kind == kind for path in one.photos}
        hit = sum(photos[number].path in found for number in spoilt)
        others = len(found) - hit
        print(f"{kind}: {hit} of {len(spoilt)} planted found, and {others} of the {len(photos) - len(spoilt)} others")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        os.environ["CNN_DESKTOP_HOME"] = name  # so that nothing is known yet
        if len(sys.argv) > 1:
            folder = Path(sys.argv[1])
        else:
            folder = Path(name, "sample")
            _finish(draw_sample(folder, Control()))
        scan: Scan = _finish(read_data(folder, Control()))
        checked = _check(scan)
        alarms = Counter({finding.kind: len(finding.photos) for finding in quality_findings(checked.seen)})
        print(f"alarms of quality: {dict(alarms) or 'none'}")
        print("again:", end=" ")
        _check(scan)
        _pairs(scan, checked)
        _planted(scan, Path(name), int(sys.argv[2]) if len(sys.argv) > 2 else 300)


if __name__ == "__main__":
    main()
