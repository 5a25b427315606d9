"""Which labels are probably wrong, as the child that checked them writes it down: a summary, and a ranked list in pages.

The list may hold 100,000 photos, so it is read a page at a time. A list that is older than the labels says so by its revision.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from cnn_desktop.domain.decoding import Count, Seconds, Share, Unreadable
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.own_files import load_json, read_msgpack
from cnn_desktop.domain.photos import Split, may_be_path
from cnn_desktop.domain.text_out import as_json, as_msgpack

Verdict = Literal["suspicious", "nothing", "cannot_learn"]
"""There is something to look at; there is not; the model does no better than guessing, so it can tell nothing of labels."""
SUMMARY = "label_check.json"
OWN = re.compile(r"label_check\.json|suspects-\d{4}\.msgpack")
"""Names of the files."""
FOLDS = 5
"""Each photo is judged by a model that has learned from four of five parts; a class needs a photo for each part."""
PAGE, MOST = 1000, 100_000
"""Suspects on a page; in the list, which holds the most suspicious of more."""
_LONGEST_PAGE = 64 << 20
_Number = Annotated[float, msgspec.Meta(ge=0, le=1e9)]


class Suspect(msgspec.Struct, frozen=True):
    """A photo of the list."""

    photo: str
    """Its key (`Photo.key`)."""
    path: str
    """As a person is told of it."""
    label: str
    """As the check saw it."""
    suggested: str
    """The most probable other class."""
    score: Share
    """The higher, the more suspicious; falls along the list."""
    probability: Share
    """Of `suggested`, by models that have not seen the photo."""
    label_probability: Share
    near_label: tuple[str, ...]
    """Keys of the photos of its label that look most like it, nearest first."""
    near_suggested: tuple[str, ...]
    """The same of the suggested class."""
    rank: Annotated[int, msgspec.Meta(ge=1, le=MOST)]
    split: Split | Literal[""] = ""
    """As in the snapshot; "" for none."""


class Confused(msgspec.Struct, frozen=True):
    """Photos labelled `label` that probably are `suggested`: how many, and the 95 % interval."""

    label: str
    suggested: str
    about: _Number
    low: _Number
    high: _Number

    def message(self) -> Message:
        return say(
            "{suggested} labelled as {label}: about {n:.0f}", suggested=self.suggested, label=self.label, n=self.about
        )


class LabelCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What a check of labels has found."""

    photos: Count
    """Judged."""
    suspects: Count
    """So many at the top of the list are suspicious; a person may go on past them."""
    listed: Annotated[int, msgspec.Meta(ge=0, le=MOST)]
    """Photos in the list."""
    errors: _Number
    """Labels that are probably wrong, and the 95 % interval of that."""
    low: _Number
    high: _Number
    accuracy: Share
    """Share of the labels that models predict which have not seen the photo."""
    confused: tuple[Confused, ...]
    """Most first."""
    cannot_judge: tuple[Message, ...]
    verdict: Verdict
    revision: Count
    """Of the labels that were checked (`Scan.revision`)."""
    backbones: tuple[str, ...]
    """Models whose features were compared."""
    recipe: str = ""
    """The model that was trained anew by a person's settings to judge the photos; "": none."""
    seconds: Seconds
    when: str
    """ISO 8601, UTC."""

    def message(self) -> Message:
        if self.verdict == "cannot_learn":
            return say(
                "The model cannot learn these labels: it does no better than guessing, so it cannot tell which of them "
                "are wrong. Check that each photo is in the right class."
            )
        if self.verdict == "nothing":
            return say("{photos} {photos:label|labels} checked: nothing suspicious.", photos=self.photos)
        return say(
            "{photos} {photos:label|labels} checked: about {n:.0f} {about:is|are} probably wrong (between {low:.0f} and "
            "{high:.0f}).",
            photos=self.photos, n=self.errors, about=round(self.errors), low=self.low, high=self.high,
        )  # fmt: skip


def write_label_check(folder: Path, check: LabelCheck, suspects: Iterable[Suspect]) -> None:
    """Writes the pages, then the summary, without which they count for nothing. Raises DataError, and leaves nothing then."""
    (folder / SUMMARY).unlink(missing_ok=True)
    rest = iter(suspects)
    try:
        for page in range(pages(check)):
            found = list(itertools.islice(rest, PAGE))
            write_bytes(folder / _page_name(page), as_msgpack(found))
        write_bytes(folder / SUMMARY, as_json(check))
    except BaseException:
        for page in range(pages(check)):
            (folder / _page_name(page)).unlink(missing_ok=True)
        raise


def read_label_check(folder: Path) -> LabelCheck:
    """The summary in `folder`. Raises DataError."""
    check = load_json(folder / SUMMARY, LabelCheck, _damaged(folder / SUMMARY))
    suspicious = check.verdict == "suspicious"
    if not (
        check.suspects <= check.listed <= check.photos
        and check.low <= check.errors <= check.high
        and suspicious == bool(check.suspects)
        and all(one.low <= one.about <= one.high and one.label != one.suggested for one in check.confused)
    ):
        raise _damaged(folder / SUMMARY)
    return check


def pages(check: LabelCheck) -> int:
    """How many pages the list has."""
    return -(-check.listed // PAGE)


def read_suspects(folder: Path, check: LabelCheck, page: int) -> tuple[Suspect, ...]:
    """The photos of ranks `page` · 1000 + 1 and on, in order. Raises DataError."""
    file = folder / _page_name(page)
    try:
        found = read_msgpack(file, tuple[Suspect, ...], _LONGEST_PAGE)
    except Unreadable as error:
        raise _damaged(file) from error
    ranks = range(page * PAGE + 1, min((page + 1) * PAGE, check.listed) + 1)
    falls = all(one.score >= other.score for one, other in itertools.pairwise(found))
    if [one.rank for one in found] != list(ranks) or not falls or not all(map(_is_sound, found)):
        raise _damaged(file)
    return found


def _is_sound(suspect: Suspect) -> bool:
    paths = (suspect.photo, suspect.path, *suspect.near_label, *suspect.near_suggested)
    return suspect.label != suspect.suggested and all(map(may_be_path, paths))


def _page_name(page: int) -> str:
    return f"suspects-{page:04}.msgpack"


def _damaged(file: Path) -> DataError:
    return DataError("{file} could not be read. Check the labels again.", file=str(file))
