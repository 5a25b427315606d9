"""What copies of photos mean for a training, as findings: in two classes, more than once, on two sides of the split."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from cnn_desktop.dataset.groups import join, members
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Finding, FindingKind, Photo, Scan, Severity, Split

Totals = Mapping[Split | None, int]
COPIES: tuple[FindingKind, ...] = (
    "exact_duplicate",
    "near_duplicate",
    "same_photo_two_labels",
    "same_photo_two_splits",
)
"""The findings that follow from the copies and near copies there are."""


def copy_findings(copies: list[list[Photo]]) -> Iterator[Finding]:
    """Of photos that are there more than once, and of those in two classes."""
    torn = _torn(copies)
    if torn:
        one, other = torn[0][0], next(photo for photo in torn[0] if photo.label != torn[0][0].label)
        text = say(
            "{n} {n:photo is|photos are} in two classes, such as {one} and {other}. Keep {n:it|each one} only in "
            "the right class.",
            n=len(torn), one=one.path, other=other.path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_labels", torn, "error")
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


def leak_findings(copies: list[list[Photo]], total: Totals) -> Iterator[Finding]:
    """Of photos that test and train as well, or check the training and train; `total` photos in each split."""
    if tested := _shared(copies, "test", {"train", "val"}):
        leaks = [photo for photos in tested for photo in photos if photo.split == "test"]
        text = say(
            "{n} of {total} test {total:photo|photos} {n:is|are} also used to train or check the model, such as "
            "{file}. Remove the copies: with them, the test result looks better than it is.",
            n=len(leaks), total=total["test"], file=leaks[0].path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_splits", tested, "error")
    if checked := _shared(copies, "val", {"train"}):
        leaks = [photo for photos in checked for photo in photos if photo.split == "val"]
        text = say(
            "{n} of {total} validation {total:photo|photos} {n:is|are} also used to train the model, such as "
            "{file}. Remove the copies: with them, training looks better than it is.",
            n=len(leaks), total=total["val"], file=leaks[0].path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_splits", checked, "error")


def _torn(groups: list[list[Photo]]) -> list[list[Photo]]:
    """Those in several classes; a photo that is not labelled yet is in none."""
    labelled = ([photo for photo in photos if photo.label] for photos in groups)
    return [photos for photos in labelled if len({photo.label for photo in photos}) > 1]


def _shared(copies: list[list[Photo]], split: Split, others: set[Split]) -> list[list[Photo]]:
    """The groups with a photo in `split` and one in `others`."""
    splits = [{photo.split for photo in photos} for photos in copies]
    return [photos for photos, found in zip(copies, splits, strict=True) if split in found and found & others]


def group_findings(groups: list[list[Photo]], total: Totals) -> Iterator[Finding]:
    """Of groups that belong together as the person has said; likewise."""
    if tested := _shared(groups, "test", {"train", "val"}):
        leaks = [photo for photos in tested for photo in photos if photo.split == "test"]
        text = say(
            "{n} of {total} test {total:photo|photos} {n:belongs|belong} to a group that is also used to train or check "
            "the model, such as {file}. Keep each group on one side: otherwise the test result looks better than it is.",
            n=len(leaks), total=total["test"], file=leaks[0].path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_splits", tested, "error")
    if checked := _shared(groups, "val", {"train"}):
        leaks = [photo for photos in checked for photo in photos if photo.split == "val"]
        text = say(
            "{n} of {total} validation {total:photo|photos} {n:belongs|belong} to a group that is also used to train the "
            "model, such as {file}. Keep each group on one side: otherwise training looks better than it is.",
            n=len(leaks), total=total["val"], file=leaks[0].path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_splits", checked, "error")


def near_findings(groups: list[list[Photo]], total: Totals) -> Iterator[Finding]:
    """Of groups of photos that look nearly the same: copies that were saved anew, made smaller, mirrored; or just alike.

    A person has to look, so none of it is an error. `total` photos in each split.
    """
    torn = _torn(groups)
    if torn:
        one, other = torn[0][0], next(photo for photo in torn[0] if photo.label != torn[0][0].label)
        text = say(
            "{n} {n:photo looks|photos look} nearly the same in two classes, such as {one} and {other}. Look at them: "
            "if they show the same thing, one of the labels is wrong.",
            n=len(torn), one=one.path, other=other.path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_labels", torn, "warning")
    leaks = [group for group in groups if {photo.split for photo in group} > {"test"}]
    if leaks:
        tests = [photo for group in leaks for photo in group if photo.split == "test"]
        text = say(
            "{n} of {total} test {total:photo|photos} {n:looks|look} nearly the same as one that is used to train or "
            "check the model, such as {file}. Keep photos that belong together on one side: otherwise the test result "
            "looks better than it is.",
            n=len(tests), total=total["test"], file=tests[0].path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_splits", leaks, "warning")
    if groups:
        one, other, *_ = groups[0]
        text = say(
            "{n} {n:photo has|photos have} others that look nearly the same, such as {one} and {other}. Keep one{n:| of "
            "each}, or keep them on one side of the split.",
            n=len(groups), one=one.path, other=other.path,
        )  # fmt: skip
        yield _finding(text, "near_duplicate", groups, "info")


def with_crops(findings: Sequence[Finding], photos: Sequence[Photo], crops: Sequence[list[int]]) -> list[Finding]:
    """`findings` of a check, where those that show parts of one another count as nearly the same, too.

    crops: groups of row numbers of `photos`. Groups that share a photo become one.
    """
    copies, near = (known_groups(kind, findings, photos) for kind in ("exact_duplicate", "near_duplicate"))
    row_of = {photo: row for row, photo in enumerate(photos)}
    picture_of = {row_of[photo]: row_of[group[0]] for group in copies for photo in group}
    news = [group for group in crops if len({picture_of.get(row, row) for row in group}) > 1]
    names = join([""] * len(photos), [[row_of[photo] for photo in group] for group in near] + news)
    groups = [[photos[row] for row in rows] for name, rows in members(names).items() if name]
    total = Counter(photo.split for photo in photos)
    return [
        *leak_findings(copies, total), *copy_findings(copies), *near_findings(groups, total),
        *(finding for finding in findings if finding.kind not in COPIES),
    ]  # fmt: skip


def known_groups(kind: FindingKind, findings: Iterable[Finding], photos: Iterable[Photo]) -> list[list[Photo]]:
    """The groups of the findings of a `kind`, with the labels and splits their photos have now, of those in `photos`."""
    groups: dict[int, list[Photo]] = defaultdict(list)
    known = next((finding for finding in findings if finding.kind == kind), None)
    if known:
        numbers = dict(zip(known.photos, known.group, strict=True))
        for photo in photos:
            if photo.key in numbers:
                groups[numbers[photo.key]].append(photo)
    return [group for group in groups.values() if len(group) > 1]


def _finding(text: Message, kind: FindingKind, groups: list[list[Photo]], severity: Severity) -> Finding:
    pairs = [(photo.key, number) for number, photos in enumerate(groups, 1) for photo in photos]
    return Finding(text, kind, [path for path, _ in pairs], [number for _, number in pairs], severity)
