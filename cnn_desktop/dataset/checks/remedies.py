"""What a person may do about a finding, as plain facts: nothing is done here, and nothing on disk is ever touched.

What a remedy leaves to the person is which photo of a group is the right one (`asks`); everything else follows from the
finding and from the splits its photos have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Finding, FindingKind, Split

RemedyKind = Literal["exclude", "keep_one", "keep_on_one_side", "class_weights"]


class Remedy(msgspec.Struct, frozen=True):
    """One way to mend what was found."""

    kind: RemedyKind
    text: Message
    """What a button says."""
    exclude: tuple[str, ...] = ()
    """Keys (`Photo.key`) of the photos it leaves out; of `keep_one` with `asks`: if the first photo of each group is the right one."""
    asks: bool = False
    """True: the person must look and choose first."""


_OF: dict[FindingKind, tuple[RemedyKind, ...]] = {
    **dict.fromkeys(
        ("unreadable", "truncated", "tiny", "odd_aspect", "grey", "uniform", "dark", "bright", "blurred", "small_class"),
        ("exclude",),
    ),
    "exact_duplicate": ("keep_one", "keep_on_one_side"),
    "near_duplicate": ("keep_one", "keep_on_one_side"),
    "same_photo_two_labels": ("keep_one", "exclude"),
    "same_photo_two_splits": ("keep_on_one_side", "keep_one"),
    "imbalance": ("class_weights",),
}  # fmt: skip
"""The best first. Not there: what needs none, since it is only good to know (`huge`, `shallow`), or no click mends (a name)."""


def remedies(finding: Finding, torn: Collection[str] = ()) -> tuple[Remedy, ...]:
    """What may be offered for `finding`, the best first; empty where there is nothing to do.

    `torn`: paths of photos that are in two classes. Of those only a person knows which one to keep.
    """
    return tuple(
        _remedy(kind, finding, frozenset(torn))
        for kind in _OF.get(finding.kind, ())
        if kind == "class_weights" or (finding.photos if kind == "exclude" else finding.group)
    )


def groups_of(finding: Finding) -> list[list[str]]:
    """Its photos that belong together, in their order."""
    groups: dict[int, list[str]] = defaultdict(list)
    for path, number in zip(finding.photos, finding.group, strict=True):
        groups[number].append(path)
    return list(groups.values())


def to_one_side(finding: Finding, splits: Mapping[str, Split]) -> dict[str, Split]:
    """The photos that change their split so that each group lies on one side, with their new one.

    `splits`: of the photos, by key; others are left alone. A group of which some photo trains moves to training, another
    to validation: what has taught or chosen a model cannot test it, and a smaller test is still an honest one.
    """
    moves: dict[str, Split] = {}
    for group in groups_of(finding):
        known = {path: splits[path] for path in group if path in splits}
        side = _side(set(known.values()))
        moves |= {path: side for path, split in known.items() if split != side}
    return moves


def _side(splits: Collection[Split]) -> Split:
    return next((side for side in ("train", "val") if side in splits), "test")


def _remedy(kind: RemedyKind, finding: Finding, torn: frozenset[str]) -> Remedy:
    match kind:
        case "exclude":
            n = len(finding.photos)
            return Remedy(kind, say("Exclude {n:this photo|these {n} photos}", n=n), tuple(finding.photos))
        case "keep_one":
            groups = groups_of(finding)
            sure = [group for group in groups if torn.isdisjoint(group)]
            asks = finding.kind in ("same_photo_two_labels", "near_duplicate") or not sure
            rest = tuple(path for group in (groups if asks else sure) for path in group[1:])
            return Remedy(kind, say("Keep one of each, exclude the others"), rest, asks)
        case "keep_on_one_side":
            return Remedy(kind, say("Keep photos that belong together on one side of the split"))
        case "class_weights":
            return Remedy(kind, say("Give photos of small classes more weight in training"))
