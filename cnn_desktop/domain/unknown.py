"""When a photo is unknown to a model: far from all it was trained on, or answered with too little confidence.

How far a photo is from the training photos is told by how rare that is among the validation photos, of which everybody knows
that they are of the right kind: the p-value of conformal prediction (Bates et al. 2023, "Testing for outliers with conformal
p-values", eq. 2). So the rate of false alarms is stated, not guessed: of new photos like those, as many are called unknown.
"""

from __future__ import annotations

import bisect
import functools
import math
import os
import zlib
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

import msgspec

from cnn_desktop.domain.decoding import Count, Share, Unreadable, as_kind, from_json
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.files import open_regular, write_bytes
from cnn_desktop.domain.own_files import find_json
from cnn_desktop.domain.run import BEST, FAMILIAR, UNKNOWN
from cnn_desktop.domain.tensor_header import Header, read_header
from cnn_desktop.domain.text_out import as_json

RATES = (0.01, 0.02, 0.05, 0.1)
"""Of false alarms, from which a person chooses."""
MOST_RATE = 0.5
LEAST_PHOTOS = math.ceil(1 / RATES[-1]) - 1
"""Validation photos: of fewer, none is rare enough for any rate."""
_FARTHEST = 1e30
_MOST_BYTES = 1 << 26
"""Of `familiar.safetensors`: what is larger was not made by this app."""
_LONGEST = 100_000
"""Validation photos a file may tell of."""
_LONGEST_HEADER = 4_000_000
"""Bytes, of a file that tells of as many validation photos as are ever looked at: that takes some 20,000."""
_PIECE = 1_000_000

Why = Literal["", "far", "unsure"]
"""Why a photo is unknown: like no training photo, or with less than the least confidence; "": it is not."""


class UnknownSetting(msgspec.Struct, frozen=True):
    """What is called unknown: a setting of a trained model, in its run's folder."""

    rate: Annotated[float, msgspec.Meta(ge=0, le=MOST_RATE)] = 0.05
    """Share of photos like the validation photos that may be called unknown as too far from the training photos; 0: none is."""
    min_confidence: Share = 0.0
    """An answer with less is unknown too; 0: none is."""


class Doubt(msgspec.Struct, frozen=True):
    """What is said of one answer."""

    unknown: bool | None
    """None: it was not judged."""
    why: Why = ""


class CheckedPhoto(msgspec.Struct, frozen=True, array_like=True):
    """What a model makes of a validation photo."""

    distance: Annotated[float, msgspec.Meta(ge=-_FARTHEST, le=_FARTHEST)]
    """From the training photos; means nothing but in comparison."""
    confidence: Share


class UnknownCost(msgspec.Struct, frozen=True):
    """How many of the validation photos, which are of the right kind, would be called unknown."""

    photos: Count
    far: Count
    unsure: Count
    """Less sure than the least confidence, whether far or not."""
    unknown: Count
    """Far, or unsure, or both."""


class FamiliarFacts(msgspec.Struct, frozen=True):
    """What `familiar.safetensors` says of the validation photos."""

    model: str
    """What the model it belongs to is known by (`mark_of_model`)."""
    checked: Annotated[list[CheckedPhoto], msgspec.Meta(max_length=_LONGEST)]
    trained: Count = 0
    """Training photos that were looked at."""


class Yardstick:
    """The validation photos as a measure of how rare a distance is."""

    def __init__(self, checked: list[CheckedPhoto]) -> None:
        self.checked = checked
        self._distances = sorted(one.distance for one in checked)

    @property
    def photos(self) -> int:
        return len(self.checked)

    @property
    def rates(self) -> tuple[float, ...]:
        """Those of `RATES` that so many validation photos can tell apart from never."""
        return tuple(rate for rate in RATES if can_judge(rate, self.photos))

    def familiar(self, distance: float) -> float:
        """0..1: the share of photos of the right kind that are at least as far; 1 / (photos + 1) for the very farthest."""
        return (self._at_least(distance) + 1) / (self.photos + 1)

    def cost(self, setting: UnknownSetting) -> UnknownCost:
        """What `setting` would call unknown of the validation photos, each judged by the others."""
        able = can_judge(setting.rate, self.photos)
        far = [able and self._at_least(one.distance) / (self.photos + 1) <= _up(setting.rate) for one in self.checked]
        unsure = [one.confidence < setting.min_confidence for one in self.checked]
        both = sum(one or other for one, other in zip(far, unsure, strict=True))
        return UnknownCost(self.photos, sum(far), sum(unsure), both)

    def _at_least(self, distance: float) -> int:
        return self.photos - bisect.bisect_left(self._distances, distance)


def can_judge(rate: float, photos: int) -> bool:
    """True when among so many validation photos something can be as rare as `rate`."""
    return rate > 0 and 1 / (photos + 1) <= _up(rate)


def judge(confidence: float, familiar: float | None, photos: int, setting: UnknownSetting) -> Doubt:
    """`familiar`: of `Yardstick`, with so many `photos`; None, 0: nothing is known of distances."""
    is_far_known = familiar is not None and can_judge(setting.rate, photos)
    if is_far_known and familiar is not None and familiar <= _up(setting.rate):
        return Doubt(True, "far")
    if confidence < setting.min_confidence:
        return Doubt(True, "unsure")
    return Doubt(False if is_far_known or setting.min_confidence > 0 else None)


def load_unknown_setting(run: Path) -> UnknownSetting:
    """What was chosen for the model of `run`; the usual where nothing was, or the file is damaged."""
    return find_json(run / UNKNOWN, UnknownSetting) or UnknownSetting()


def save_unknown_setting(setting: UnknownSetting, run: Path) -> None:
    """Raises UsageError (a number out of range), DataError (the disk)."""
    write_bytes(run / UNKNOWN, msgspec.json.format(as_json(checked_setting(setting))))


def checked_setting(setting: UnknownSetting) -> UnknownSetting:
    """Raises UsageError for a number that is out of range, or none."""
    try:
        return as_kind(msgspec.to_builtins(setting), UnknownSetting)
    except Unreadable as error:
        raise UsageError(
            "The share of false alarms must be between 0 and {most:.0%}, and the lowest confidence between 0 and 100%.",
            field="unknown", most=MOST_RATE,
        ) from error  # fmt: skip


def load_yardstick(run: Path) -> Yardstick | None:
    """Of the model of `run`, from the head of its file, without torch; None: it has none, or it is damaged or of another model."""
    facts = familiar_facts(run)
    return None if facts is None else Yardstick(facts.checked)


def familiar_facts(run: Path) -> FamiliarFacts | None:
    """None when they are missing, damaged, or of another model than the run has now."""
    try:
        with open_regular(run / FAMILIAR) as opened:
            facts = from_json(familiar_header(opened).facts or "", FamiliarFacts)
        return facts if facts.model == mark_of_model(run) else None
    except (OSError, ValueError):
        return None


def familiar_header(opened: BinaryIO) -> Header:
    """Of `familiar.safetensors`, which may be a stranger's. Raises OSError, ValueError (too large, damaged)."""
    if opened.seek(0, 2) > _MOST_BYTES:
        raise ValueError("size")
    return read_header(opened, _LONGEST_HEADER)


def mark_of_model(run: Path) -> str:
    """What the model of `run` is known by: its checksum. Raises OSError, ValueError (it is no model)."""
    with open_regular(run / BEST) as opened:
        crc, found = read_header(opened).crc, os.fstat(opened.fileno())
    return _mark_of_file(run / BEST, found.st_size, found.st_mtime_ns) if crc is None else crc


@functools.lru_cache(8)
def _mark_of_file(file: Path, size: int, changed: int) -> str:
    """Of a model of an earlier version, which keeps no checksum: read once as long as it stays as it is."""
    with open_regular(file) as opened:
        return _checksum(opened)


def crc_of(opened: BinaryIO, header: Header) -> str:
    """The checksum of the model that is `opened`, with the `header` that was read from it. Raises OSError."""
    return header.crc if header.crc is not None else _checksum(opened)


def _checksum(opened: BinaryIO) -> str:
    opened.seek(0)
    crc = 0
    while piece := opened.read(_PIECE):
        crc = zlib.crc32(piece, crc)
    return f"{crc:08x}"


def _up(rate: float) -> float:
    """`rate` and what rounding takes from a quotient."""
    return rate * (1 + 1e-9)
