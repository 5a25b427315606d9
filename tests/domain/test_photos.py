"""Photos as plain values, and what is counted of them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import ClassCount, Finding, LeftOut, Photo, PhotoFacts, Scan

NAMES = ["a.jpg", "two  blanks.jpg", 'quote".jpg', "comma, semi;.jpg", "line\nbreak.jpg", "back\\slash.jpg", "🐟.jpg", "-.jpg", "return\r.jpg"]  # fmt: skip
SCAN = Scan(
    roots={"1": "/photos", "2": "/more photos"},
    classes=["a, b", "ü"],
    photos=[Photo(f"ü/{name}", "ü", ("train", "val", "test", None)[k % 4]) for k, name in enumerate(NAMES)]
    + [Photo("x.jpg", "a, b", "train", "2")],
    left_out=[LeftOut("a.txt", say("it is {n}.", n=3))],
    findings=[Finding(say("Few."))],
    has_splits=True,
)


def test_files_and_splits() -> None:
    assert SCAN.file(SCAN.photos[-1]) == Path("/more photos/x.jpg")
    assert [photo.split for photo in SCAN.of_split("val")] == ["val", "val"]
    assert sum(len(SCAN.of_split(split)) for split in ("train", "val", "test")) == 8


def test_photos_are_plain_values() -> None:
    assert Photo("a", "b") == Photo("a", "b")
    with pytest.raises(AttributeError):
        Photo("a", "b").label = "c"  # type: ignore[misc]
    assert msgspec.structs.replace(Photo("a", "b"), split="val").split == "val"


def test_the_facts_of_a_scan_are_counts() -> None:
    assigned = [msgspec.structs.replace(photo, split=photo.split or "train") for photo in SCAN.photos]
    facts = PhotoFacts.of(msgspec.structs.replace(SCAN, photos=assigned))
    assert facts.classes == [ClassCount("a, b", 1), ClassCount("ü", 5, 2, 2)]
    assert facts.names == SCAN.classes
    assert [facts.count(split) for split in (None, "train", "val", "test")] == [10, 6, 2, 2]
    assert [facts.classes[1].of(split) for split in (None, "train", "val")] == [9, 5, 2]
    assert (facts.roots, facts.left_out, facts.findings, facts.has_splits) == (
        SCAN.roots, SCAN.left_out, SCAN.findings, True,
    )  # fmt: skip
    assert facts.file(SCAN.photos[-1]) == SCAN.file(SCAN.photos[-1])
