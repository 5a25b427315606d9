"""What a check of labels has found: a summary, and the photos whose labels are probably wrong, most suspicious first.

The child writes a folder: pages of suspects first, the summary last. The window takes it in.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from cnn_desktop.domain.decoding import Count, Seconds, Share, Unreadable
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.own_files import load_json, read_msgpack
from cnn_desktop.domain.photos import Split
from cnn_desktop.domain.text_out import as_json

SUMMARY = "label_check.json"
PAGE = 1000
"""Suspects a file."""
MOST = 100_000
"""Suspects that are written."""
Number = Annotated[float, msgspec.Meta(ge=0, le=1e9)]
Rank = Annotated[int, msgspec.Meta(ge=1, le=MOST)]


class Suspect(msgspec.Struct, frozen=True):
    """One photo of the list."""

    photo: str
    path: str
    label: str
    suggested: str
    score: Share
    probability: Share
    label_probability: Share
    near_label: tuple[str, ...] = ()
    near_suggested: tuple[str, ...] = ()
    rank: Rank = 1
    split: Split | Literal[""] = ""


class Confused(msgspec.Struct, frozen=True):
    """Photos labelled `label` that are probably `suggested`."""

    label: str
    suggested: str
    about: Number
    low: Number
    high: Number


class LabelCheck(msgspec.Struct, frozen=True, kw_only=True):
    """The summary."""

    photos: Count
    suspects: Count
    listed: Count
    errors: Number
    low: Number
    high: Number
    accuracy: Share
    confused: tuple[Confused, ...] = ()
    cannot_judge: tuple[Message, ...] = ()
    verdict: Literal["suspicious", "nothing", "cannot_learn"] = "suspicious"
    revision: Count = 0
    backbones: tuple[str, ...] = ()
    seconds: Seconds = 0.0
    when: str = ""


def pages(check: LabelCheck) -> int:
    """Files of suspects."""
    return -(-check.listed // PAGE)


def read_label_check(folder: Path) -> LabelCheck:
    """Raises DataError."""
    return load_json(folder / SUMMARY, LabelCheck, _damaged(folder / SUMMARY))


def read_suspects(folder: Path, check: LabelCheck, page: int) -> tuple[Suspect, ...]:
    """Raises DataError."""
    file = folder / f"suspects-{page:04}.msgpack"
    try:
        return read_msgpack(file, tuple[Suspect, ...])
    except Unreadable as error:
        raise _damaged(file) from error


def write_label_check(folder: Path, check: LabelCheck, suspects: Iterable[Suspect]) -> None:
    """Raises DataError."""
    rest = iter(suspects)
    for page in range(pages(check)):
        write_bytes(folder / f"suspects-{page:04}.msgpack", msgspec.msgpack.encode(list(islice(rest, PAGE))))
    write_bytes(folder / SUMMARY, as_json(check))


def _damaged(file: Path) -> DataError:
    return DataError("{file} could not be read. Check the labels again.", file=str(file))
