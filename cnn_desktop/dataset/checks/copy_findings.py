"""What copies of photos mean for a training, as findings: in two classes, more than once, on two sides of the split."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from cnn_desktop.dataset.groups import join, members
from cnn_desktop.domain.message import Message, Value, say
from cnn_desktop.domain.photos import Finding, FindingKind, Photo, Scan, Severity, Split

Totals = Mapping[Split | None, int]
COPIES: tuple[FindingKind, ...] = (
    "exact_duplicate",
    "near_duplicate",
    "same_photo_two_labels",
    "same_photo_two_splits",
)
"""The findings that follow from the copies and near copies there are."""


_OTHERS: dict[Split, frozenset[Split]] = {"test": frozenset(("train", "val")), "val": frozenset(("train",))}
"""What photos of a split must have nothing in common with."""
_OF_COPIES: dict[Split, Message] = {
    "test": say(
        "{n} of {total} test {total:photo|photos} {n:is|are} also used to train or check the model, such as "
        "{file}. Remove the copies: with them, the test result looks better than it is."
    ),
    "val": say(
        "{n} of {total} validation {total:photo|photos} {n:is|are} also used to train the model, such as "
        "{file}. Remove the copies: with them, training looks better than it is."
    ),
}
_OF_GROUPS: dict[Split, Message] = {
    "test": say(
        "{n} of {total} test {total:photo|photos} {n:belongs|belong} to a group that is also used to train or check "
        "the model, such as {file}. Keep each group on one side: otherwise the test result looks better than it is."
    ),
    "val": say(
        "{n} of {total} validation {total:photo|photos} {n:belongs|belong} to a group that is also used to train the "
        "model, such as {file}. Keep each group on one side: otherwise training looks better than it is."
    ),
}
_OF_NEAR: dict[Split, Message] = {
    "test": say(
        "{n} of {total} test {total:photo|photos} {n:looks|look} nearly the same as one that is used to train or "
        "check the model, such as {file}. Keep photos that belong together on one side: otherwise the test result "
        "looks better than it is."
    ),
}


def findings_of_copies(
    findings: Sequence[Finding], photos: Sequence[Photo], total: Totals, groups: Sequence[list[Photo]] = ()
) -> Iterator[Finding]:
    """What the copies and near copies that `findings` tell mean now, with the labels and splits that `photos` have.

    `photos`: at least all these, as far as they are used; `total` photos in each split; `groups`: see `group_findings`.
    """
    copies, near = known_groups("exact_duplicate", findings, photos), known_groups("near_duplicate", findings, photos)
    picture_of = {photo: number for number, group in enumerate(copies) for photo in group}
    near = [group for group in near if len({picture_of.get(photo, photo) for photo in group}) > 1]
    yield from leak_findings(copies, total)
    yield from group_findings(groups, total)
    yield from copy_findings(copies)
    yield from near_findings(near, total)


def copy_findings(copies: Sequence[list[Photo]]) -> Iterator[Finding]:
    """Of photos that are there more than once, and of those in two classes."""
    text = say(
        "{n} {n:photo is|photos are} in two classes, such as {one} and {other}. Keep {n:it|each one} only in "
        "the right class."
    )
    yield from _torn(copies, text, "error")
    if copies:
        one, other, *_ = copies[0]
        text = say(
            "{n} {n:photo is|photos are} here more than once, such as {one} and {other}. Keep only one copy{n:| of "
            "each}.",
            n=len(copies), one=one.path, other=other.path,
        )  # fmt: skip
        yield _finding(text, "exact_duplicate", copies, "info")


def with_split_findings(scan: Scan) -> Scan:
    """`scan`, whose photos have their splits, with what its copies mean for them in place of what was said earlier."""
    others = [finding for finding in scan.findings if finding.kind != "same_photo_two_splits"]
    copies = known_groups("exact_duplicate", scan.findings, scan.photos)
    total = Counter(photo.split for photo in scan.photos)
    return msgspec.structs.replace(scan, findings=[*leak_findings(copies, total), *others])


def leak_findings(copies: Sequence[list[Photo]], total: Totals) -> Iterator[Finding]:
    """Of photos that test and train as well, or check the training and train; `total` photos in each split."""
    return _leaks(copies, total, _OF_COPIES, "error")


def group_findings(groups: Sequence[list[Photo]], total: Totals) -> Iterator[Finding]:
    """Of groups that belong together as the person has said; likewise."""
    return _leaks(groups, total, _OF_GROUPS, "error")


def near_findings(groups: Sequence[list[Photo]], total: Totals) -> Iterator[Finding]:
    """Of groups of photos that look nearly the same: copies that were saved anew, made smaller, mirrored; or just alike.

    A person has to look, so none of it is an error. `total` photos in each split.
    """
    text = say(
        "{n} {n:photo looks|photos look} nearly the same in two classes, such as {one} and {other}. Look at them: "
        "if they show the same thing, one of the labels is wrong."
    )
    yield from _torn(groups, text, "warning")
    yield from _leaks(groups, total, _OF_NEAR, "warning")
    if groups:
        one, other, *_ = groups[0]
        text = say(
            "{n} {n:photo has|photos have} others that look nearly the same, such as {one} and {other}. Keep one{n:| of "
            "each}, or keep them on one side of the split.",
            n=len(groups), one=one.path, other=other.path,
        )  # fmt: skip
        yield _finding(text, "near_duplicate", groups, "info")


def near_groups_found(groups: Iterable[Sequence[Photo]]) -> list[Finding]:
    """That these photos look nearly the same, as `known_groups` reads it; none where there are none."""
    return [one for one in near_findings([list(group) for group in groups], {}) if one.kind == "near_duplicate"]


def with_crops(findings: Sequence[Finding], crops: Sequence[Finding], photos: Sequence[Photo]) -> list[Finding]:
    """`findings` of a check of `photos`, where those that `crops` tell to show parts of one another are nearly the same, too."""
    total = Counter(photo.split for photo in photos)
    others = (finding for finding in findings if finding.kind not in COPIES)
    return [*findings_of_copies([*findings, *crops], photos, total), *others]


def known_groups(kind: FindingKind, findings: Iterable[Finding], photos: Iterable[Photo]) -> list[list[Photo]]:
    """The groups that all findings of a `kind` tell, with the labels and splits their photos have now, of those in `photos`.

    Several checks may have found some; groups that share a photo are one.
    """
    told = [finding for finding in findings if finding.kind == kind]
    keys = {key for finding in told for key in finding.photos}
    known = [photo for photo in photos if photo.key in keys] if keys else []
    rows = {photo.key: row for row, photo in enumerate(known)}
    clusters: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, finding in enumerate(told):
        for key, number in zip(finding.photos, finding.group, strict=True):
            if key in rows:
                clusters[place, number].append(rows[key])
    names = join([""] * len(known), clusters.values())
    return [[known[row] for row in own] for own in members(names).values() if len(own) > 1]


def _torn(groups: Sequence[list[Photo]], text: Message, severity: Severity) -> Iterator[Finding]:
    """Of those in several classes; a photo that is not labelled yet is in none."""
    labelled = ([photo for photo in photos if photo.label] for photos in groups)
    torn = [photos for photos in labelled if len({photo.label for photo in photos}) > 1]
    if torn:
        one, other = torn[0][0], next(photo for photo in torn[0] if photo.label != torn[0][0].label)
        values: dict[str, Value] = {"n": len(torn), "one": one.path, "other": other.path}
        yield _finding(Message(text.text, values), "same_photo_two_labels", torn, severity)


def _leaks(
    groups: Sequence[list[Photo]], total: Totals, told: Mapping[Split, Message], severity: Severity
) -> Iterator[Finding]:
    """Of the groups with a photo in a split and one in others, as `told`; photos in no split yet are in none of them."""
    for split, text in told.items():
        cut = [
            photos
            for photos in groups
            if split in (found := {photo.split for photo in photos}) and found & _OTHERS[split]
        ]
        leaks = [photo for photos in cut for photo in photos if photo.split == split]
        if leaks:
            values: dict[str, Value] = {"n": len(leaks), "total": total.get(split, 0), "file": leaks[0].path}
            yield _finding(Message(text.text, values), "same_photo_two_splits", cut, severity)


def _finding(text: Message, kind: FindingKind, groups: Sequence[list[Photo]], severity: Severity) -> Finding:
    """The first of a group is the one that is kept, so what has a label comes before what has none yet."""
    ordered = (sorted(photos, key=lambda photo: not photo.label) for photos in groups)
    pairs = [(photo.key, number) for number, photos in enumerate(ordered, 1) for photo in photos]
    return Finding(text, kind, [path for path, _ in pairs], [number for _, number in pairs], severity)
