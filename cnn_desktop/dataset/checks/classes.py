"""What the classes of a data set lack: photos, names that tell them apart, a fair share. From counts and names alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cnn_desktop.dataset.checks.left_out import reasons
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import ClassCount, Finding, LeftOut, Photo

FEWEST = 3
"""A photo to train, one to check the training and one to test: with less a class lacks one of them."""
FEW = 10
"""With less, shares of 70, 15 and 15 % leave a class one photo to test: it is right to 0 or to 100 %."""
IMBALANCE = 3
"""From this many times as many photos in the largest class as in the smallest: up to there, a training of photos at random
hardly favours the larger one; beyond, always answering with it begins to pay."""
_BETWEEN = re.compile(r"[\s_]+|(?<=[^\W_])[-\u2010-\u2015](?=[^\W_])")
"""What divides the words of a name; a minus before or behind one is a part of it ("A-", "-5")."""
_BLANK_IN_WORDS = re.compile(r"(?<!\d) | (?!\d)")
"""A blank that may be missing; between two digits it keeps numbers apart ("1 0" is not "10")."""


def class_findings(
    photos: Sequence[Photo], folders: Mapping[str, str], left_out: Sequence[LeftOut]
) -> Iterator[Finding]:
    """Classes that are empty, tiny, or have nearly the same name as another.

    `folders`: class folders, as their paths below the root, and what class each is.
    """
    count = Counter(photo.label for photo in photos)
    bad = _left_out_by_class({place: name for place, name in folders.items() if not count[name]}, left_out)
    names = sorted({*folders.values(), *count})
    for name in names:
        if bad.get(name):
            yield Finding(
                say(
                    "The class “{name}” is left out because none of its files can be used. {reasons}",
                    name=name,
                    reasons=reasons(bad[name]),
                )
            )
        elif not count[name]:
            yield Finding(
                say(
                    "The folder “{name}” contains no usable photos, so it is not used as a class. Add photos to it.",
                    name=name,
                ),
                "small_class",
            )
    yield from too_few(photos)
    yield from similar_names(names)


def too_few(photos: Sequence[Photo]) -> Iterator[Finding]:
    """Classes that lack photos to train, to check the training or to test."""
    for name, paths in _by_class(photos):
        if len(paths) < FEWEST:
            text = say(
                "The class “{name}” has only {n} {n:photo|photos}, too few for training, validation and test. "
                "Add more; 20 is a good start.",
                name=name, n=len(paths),
            )  # fmt: skip
            yield Finding(text, "small_class", paths)


def few_photos(photos: Sequence[Photo]) -> Iterator[Finding]:
    """Classes that can be learned and hardly be tested."""
    for name, paths in _by_class(photos):
        if FEWEST <= len(paths) < FEW:
            text = say(
                "The class “{name}” has only {n} photos, so one photo decides whether it passes its test. Add more; "
                "20 is a good start.",
                name=name, n=len(paths),
            )  # fmt: skip
            yield Finding(text, "small_class", paths, severity="info")


def similar_names(names: Sequence[str]) -> Iterator[Finding]:
    """Classes whose names differ only in what is easily mistyped. `names`: sorted."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[_plain(name)].append(name)
    for one, *others in alike.values():
        for other in others:
            yield Finding(_alike(one, other), "similar_class_names")


def imbalance(rows: Sequence[ClassCount]) -> list[Finding]:
    """One finding when the largest class has more than IMBALANCE times as many photos as the smallest."""
    used = sorted((row for row in rows if row.total), key=lambda row: row.total)
    if len(used) < 2 or used[-1].total <= IMBALANCE * used[0].total:
        return []
    small, large = used[0], used[-1]
    times = round(large.total / small.total, 1) if large.total < 10 * small.total else large.total // small.total
    return [
        Finding(
            say(
                "“{large}” has {times} times as many photos as “{small}”, so the model may favour it. Add more photos "
                "of “{small}” if you can.",
                large=large.name,
                small=small.name,
                times=times,
            ),
            "imbalance",
        )
    ]


def follows_from_classes(finding: Finding) -> bool:
    """True of what counts and names of the classes tell at any time, without a look at the folder."""
    return finding.kind in ("imbalance", "similar_class_names") or (
        finding.kind == "small_class" and bool(finding.photos)
    )


def _by_class(photos: Sequence[Photo]) -> list[tuple[str, list[str]]]:
    """Names of classes, sorted, each with the keys of its photos."""
    found: dict[str, list[str]] = defaultdict(list)
    for photo in photos:
        found[photo.label].append(photo.key)
    return sorted(found.items())


def _plain(name: str) -> str:
    """Equal for names that differ in case, in what divides their words, and in what cannot be seen."""
    seen = "".join(letter for letter in name if unicodedata.category(letter) != "Cf")
    words = _BETWEEN.sub(" ", seen).strip(" .").casefold()
    return _BLANK_IN_WORDS.sub("", words)


def _alike(one: str, other: str) -> Message:
    if one.casefold() == other.casefold():
        return say(
            "“{one}” and “{other}” count as two classes, although they differ only in upper and lower "
            "case. If they are the same class, move their photos into one folder.",
            one=one, other=other,
        )  # fmt: skip
    return say(
        "“{one}” and “{other}” count as two classes, although their names are nearly the same: they differ in spaces, "
        "underscores, hyphens or full stops. If they are the same class, move their photos into one folder.",
        one=one, other=other,
    )  # fmt: skip


def _left_out_by_class(folders: Mapping[str, str], left_out: Sequence[LeftOut]) -> dict[str, list[LeftOut]]:
    """What is left out in each of the class `folders`, and these themselves, by class."""
    found: dict[str, list[LeftOut]] = defaultdict(list)
    for file in left_out if folders else ():
        place = file.path
        while place and place not in folders:
            place = place.rpartition("/")[0]
        if place:
            found[folders[place]].append(file)
    return found
