"""What the bar above the photos offers and shows, as a pure function of what is asked for and what was found. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

import msgspec

from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photo_filter import SORT_KEYS, Answer, PhotoFilter, PhotoSort, SortKey
from cnn_desktop.domain.photos import Finding, FindingKind

FINDING_NAMES: dict[FindingKind, Message] = {
    "unreadable": say("Unreadable"),
    "truncated": say("Incomplete file"),
    "tiny": say("Very small"),
    "huge": say("Very large"),
    "odd_aspect": say("Very long or tall"),
    "grey": say("Grey among colour"),
    "uniform": say("Almost one colour"),
    "dark": say("Very dark"),
    "bright": say("Very bright"),
    "blurred": say("Blurred"),
    "shallow": say("12 bits in 16"),
    "exact_duplicate": say("Exact copies"),
    "near_duplicate": say("Near duplicates"),
    "same_photo_two_labels": say("One photo, two classes"),
    "same_photo_two_splits": say("One photo, two splits"),
    "small_class": say("In a small class"),
    "similar_class_names": say("In classes with similar names"),
    "imbalance": say("In classes of unequal size"),
    "note": say("Other notes"),
}
SORT_NAMES: dict[SortKey, Message] = {
    "mixed": say("Mixed"),
    "name": say("Name"),
    "size": say("File size"),
    "date": say("Date"),
    "label": say("Class"),
    "split": say("Split"),
    "confidence": say("Confidence"),
}
ANSWER_NAMES: dict[Answer, Message] = {
    "wrong": say("Wrong answers"),
    "right": say("Right answers"),
    "untested": say("Not tested"),
}
DIRECTIONS: dict[SortKey, tuple[Message, Message]] = {
    "name": (say("A to Z"), say("Z to A")),
    "size": (say("Smallest first"), say("Largest first")),
    "date": (say("Oldest first"), say("Newest first")),
    "confidence": (say("Least confident first"), say("Most confident first")),
}
"""Upwards and downwards, of what has words of its own for that."""
IN_ORDER = (say("In order"), say("In reverse order"))
Marks = Literal["used", "corrected", "excluded"]
Show = Marks | Answer | FindingKind
"""Which photos: those that are used, whose label was changed, that were taken out, for which the model gave such an answer,
or that a finding is about."""


class AnsweredBy(msgspec.Struct, frozen=True):
    """The test whose answers stand beside the photos."""

    run: str
    """Id of the run."""
    when: str
    """It was tested."""
    model: str
    """As people call it."""
    trained: str
    """The day, in words."""


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    wanted: PhotoFilter = PhotoFilter()
    sort: PhotoSort = PhotoSort()
    found: Mapping[FindingKind, int] = {}
    """How many photos findings of each kind are about."""
    tested: AnsweredBy | None = None
    """None: the model in use was not tested, or there is none."""


class Choice(msgspec.Struct, frozen=True):
    """A line of a list to choose from."""

    key: str
    text: Message


class View(msgspec.Struct, frozen=True):
    """Everything the bar shows."""

    name: str
    show: Sequence[Choice]
    shown: int
    """Place of the chosen one."""
    sorts: Sequence[Choice]
    sort: int
    descending: bool
    direction: Message
    has_direction: bool
    tip: Message | None
    """Whose answers "right", "wrong" and "confidence" are."""


def view(facts: Facts) -> View:
    """The bar for `facts`."""
    show = [
        Choice("used", say("All photos")),
        Choice("corrected", say("Labels changed")),
        Choice("excluded", say("Excluded")),
    ]
    chosen = shown_by(facts.wanted)
    show += [Choice(answer, name) for answer, name in ANSWER_NAMES.items() if facts.tested or answer == chosen]
    kinds = [kind for kind in FINDING_NAMES if facts.found.get(kind) or kind == chosen]
    show += [
        Choice(kind, say("{finding} ({n})", finding=FINDING_NAMES[kind], n=facts.found.get(kind, 0))) for kind in kinds
    ]
    sorts = [key for key in SORT_KEYS if facts.tested or key != "confidence" or key == facts.sort.by]
    return View(
        name=facts.wanted.name,
        show=show,
        shown=[choice.key for choice in show].index(chosen),
        sorts=[Choice(key, SORT_NAMES[key]) for key in sorts],
        sort=sorts.index(facts.sort.by),
        descending=facts.sort.descending,
        direction=DIRECTIONS.get(facts.sort.by, IN_ORDER)[facts.sort.descending],
        has_direction=facts.sort.by != "mixed",
        tip=_whose(facts.tested) if facts.tested else None,
    )


def _whose(tested: AnsweredBy) -> Message:
    return say(
        "Right, wrong and confidence are the answers of the model in use, {model} trained on {when}, to its test photos.",
        model=tested.model, when=tested.trained,
    )  # fmt: skip


def shown_by(wanted: PhotoFilter) -> Show:
    """What `wanted` asks for, as one of the lines to choose from."""
    if wanted.finding:
        return wanted.finding
    if wanted.answer:
        return wanted.answer
    return "excluded" if wanted.excluded else "corrected" if wanted.corrected else "used"


def showing(wanted: PhotoFilter, show: str) -> PhotoFilter:
    """`wanted`, but for the photos `show` stands for. What is found of excluded photos is shown too: it may be why."""
    finding: FindingKind | None = next((kind for kind in get_args(FindingKind) if kind == show), None)
    answer: Answer | None = next((one for one in ANSWER_NAMES if one == show), None)
    return msgspec.structs.replace(
        wanted,
        finding=finding,
        excluded=True if show == "excluded" else None if finding else False,
        corrected=True if show == "corrected" else None,
        answer=answer,
    )


def sorting(sort: PhotoSort, by: SortKey) -> PhotoSort:
    """Sorted by something else: the newest and the largest first, everything else from its beginning."""
    return sort if sort.by == by else PhotoSort(by, by in ("size", "date"))


def found_in(findings: Sequence[Finding]) -> dict[FindingKind, int]:
    """How many photos the findings of each kind are about."""
    photos: dict[FindingKind, set[str]] = {}
    for finding in findings:
        photos.setdefault(finding.kind, set()).update(finding.photos)
    return {kind: len(paths) for kind, paths in photos.items() if paths}
