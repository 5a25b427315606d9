"""Photos as plain values, what is counted of them, and the snapshot of them that a run keeps."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import ClassCount, Finding, LeftOut, Photo, PhotoFacts, Scan
from cnn_desktop.domain.scan_files import load_scan, load_snapshot, save_scan, save_snapshot

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


def test_a_scan_comes_back(tmp_path: Path) -> None:
    save_scan(SCAN, tmp_path / "scan.json")
    assert load_scan(tmp_path / "scan.json") == SCAN


def test_a_snapshot_comes_back(tmp_path: Path) -> None:
    save_snapshot(SCAN, tmp_path / "run")
    assert load_snapshot(tmp_path / "run") == SCAN
    assert (tmp_path / "run/split.csv").read_bytes().startswith(b"root,path,class,split\n")


def test_a_snapshot_that_a_spreadsheet_saved_again_comes_back(tmp_path: Path) -> None:
    save_snapshot(SCAN, tmp_path)
    text = (tmp_path / "split.csv").read_text(encoding="utf-8")
    (tmp_path / "split.csv").write_text(text, encoding="utf-8-sig")
    assert len(load_snapshot(tmp_path).photos) == len(SCAN.photos)


def test_files_and_splits() -> None:
    assert SCAN.file(SCAN.photos[-1]) == Path("/more photos/x.jpg")
    assert [photo.split for photo in SCAN.of_split("val")] == ["val", "val"]
    assert sum(len(SCAN.of_split(split)) for split in ("train", "val", "test")) == 8


def test_damaged_snapshots_name_the_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"dataset\.json is missing"):
        load_snapshot(tmp_path)
    save_snapshot(SCAN, tmp_path)
    (tmp_path / "split.csv").unlink()
    with pytest.raises(DataError, match=r"split\.csv is missing"):
        load_snapshot(tmp_path)
    head = "root,path,class,split\n"
    for text in (
        "root,path\n1,a.jpg\n",
        f"{head}1,a.jpg,a,holdout\n",
        f"{head}9,a.jpg,a,train\n",
        f"{head}1,a.jpg,no,val\n",
    ):
        (tmp_path / "split.csv").write_text(text)
        with pytest.raises(DataError, match="damaged"):
            load_snapshot(tmp_path)
    whole = f"{head}1,grün.jpg,ü,train\n1,nul\0.jpg,ü,train\n"
    for encoding in ("cp1252", "utf-16", "utf-32", "utf-8"):
        (tmp_path / "split.csv").write_text(whole, encoding=encoding, newline="")
        with pytest.raises(DataError, match="damaged"):
            load_snapshot(tmp_path)
    save_snapshot(msgspec.structs.replace(SCAN, roots={**SCAN.roots, "1": "/nul\0"}), tmp_path)
    with pytest.raises(DataError, match="damaged"):
        load_snapshot(tmp_path)
    (tmp_path / "dataset.json").write_text("{")
    with pytest.raises(DataError, match="damaged"):
        load_snapshot(tmp_path)
    with pytest.raises(DataError, match="Open the folder again"):
        load_scan(tmp_path / "dataset.json")


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
