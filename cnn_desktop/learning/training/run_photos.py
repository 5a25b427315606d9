"""The photos a training learns from: read, split, and enough of them."""

from __future__ import annotations

import os
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from cnn_desktop.dataset.checks.depth import find_missing_tones
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.split import share_out
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.photos import Scan, Split
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.table_columns import NOTHING_SAID, Reading

_MOST_THREADS = 8


@dataclass(frozen=True)
class PhotoList:
    """Photos of one split, in the order of the scan."""

    files: list[Path]
    labels: list[int]
    """Places in the scan's classes."""
    numbers: list[int] | None = None
    """As of `Photo`; None where nobody needs them."""


def decode_threads() -> int:
    """How many photos are decoded at a time: one a core, up to eight."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST_THREADS)


def of_split(scan: Scan, split: Split) -> PhotoList:
    """The photos of `split` with their class numbers."""
    number = {name: place for place, name in enumerate(scan.classes)}
    photos = scan.of_split(split)
    return PhotoList([scan.file(photo) for photo in photos], [number[photo.label] for photo in photos])


def read_photos(
    config: TrainConfig, control: Control, scan: Scan | None, reading: Reading = NOTHING_SAID
) -> Generator[Event, None, Scan]:
    """The photos of `scan`, else those of `config.data`, split as in a project; with the tones of deep ones. Raises DataError."""
    if scan is None:
        scan = yield from read_data(
            Path(config.data), control, class_level=reading.class_level, columns=reading.columns
        )
        if not scan.has_splits:
            photos = share_out(scan.photos, SplitPlan(config.seed), scan.findings)
            scan = msgspec.structs.replace(scan, photos=photos)
    if scan.tones is None:
        tones = yield from find_missing_tones(scan, control)
        scan = msgspec.structs.replace(scan, tones=tones)
    return scan


def need_enough(scan: Scan, data: str) -> None:
    """Raises DataError when there is nothing to learn or nothing to check with."""
    classes = sorted({photo.label for photo in scan.of_split("train")})
    if len(classes) == 1:
        raise DataError(
            "All training photos in {folder} are of one class, “{name}”, but at least two classes are needed. Add "
            "a folder of photos for each further class.",
            folder=data, name=classes[0],
        )  # fmt: skip
    if len(scan.of_split("train")) < 2:
        raise DataError("{folder} contains too few photos for training. Add more photos to each class.", folder=data)
    if not scan.of_split("val"):
        raise DataError(
            "{folder} contains too few photos to set some aside for validation. Add at least two photos to a class.",
            folder=data,
        )
