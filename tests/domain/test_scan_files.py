"""Scans as files: they come back as they were, some photos at a time; what is not whole is told in one sentence."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photos import FileFacts, Photo, Scan
from cnn_desktop.domain.scan_files import (
    PhotoLine,
    Reading,
    load_scan,
    load_snapshot,
    open_reading,
    photo_line,
    save_reading,
    save_scan,
    save_snapshot,
)
from tests.dataset.helpers import one_sentence
from tests.domain.test_photos import SCAN

MANY = 12_000


def many(count: int = MANY) -> Reading:
    """Photos that nobody holds."""

    def parts() -> Iterator[list[PhotoLine]]:
        for start in range(0, count, 500):
            yield [
                photo_line(Photo(f"a/{k:07}.jpg", "a", "train"), FileFacts(k.to_bytes(32), k, k))
                for k in range(start, min(count, start + 500))
            ]

    return Reading(Scan({"1": "/photos"}, ["a"], []), count, parts, True)


def test_a_scan_comes_back(tmp_path: Path) -> None:
    save_scan(SCAN, tmp_path / "scan.json")
    assert load_scan(tmp_path / "scan.json") == SCAN


def test_a_snapshot_comes_back(tmp_path: Path) -> None:
    save_snapshot(SCAN, tmp_path / "run")
    assert load_snapshot(tmp_path / "run") == SCAN
    assert (tmp_path / "run/split.csv").read_bytes().startswith(b"root,path,class,split\n")


def test_a_projects_numbers_come_back(tmp_path: Path) -> None:
    photos = [msgspec.structs.replace(photo, number=k * 7) for k, photo in enumerate(SCAN.photos)]
    of_project = msgspec.structs.replace(SCAN, photos=photos)
    save_scan(of_project, tmp_path / "scan.json")
    assert load_scan(tmp_path / "scan.json") == of_project
    save_snapshot(open_reading(tmp_path / "scan.json"), tmp_path)
    assert (tmp_path / "split.csv").read_bytes().startswith(b"root,path,class,split,number\n")
    assert load_snapshot(tmp_path) == of_project
    text = (tmp_path / "split.csv").read_text(encoding="utf-8")
    for number in ("x", "-1", "1.5", "9" * 30):
        (tmp_path / "split.csv").write_text(text.replace(",7\n", f",{number}\n"), encoding="utf-8")
        with pytest.raises(DataError, match="damaged"):
            load_snapshot(tmp_path)


def test_a_snapshot_that_a_spreadsheet_saved_again_comes_back(tmp_path: Path) -> None:
    save_snapshot(SCAN, tmp_path)
    text = (tmp_path / "split.csv").read_text(encoding="utf-8")
    (tmp_path / "split.csv").write_text(text, encoding="utf-8-sig")
    assert len(load_snapshot(tmp_path).photos) == len(SCAN.photos)


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


def test_files_come_back_with_their_photos(tmp_path: Path) -> None:
    whole = msgspec.structs.replace(SCAN, files=[FileFacts(bytes([k] * 32), k, -k) for k in range(len(SCAN.photos))])
    save_scan(whole, tmp_path / "scan.json")
    assert load_scan(tmp_path / "scan.json") == whole
    reading = open_reading(tmp_path / "scan.json")
    assert (reading.total, reading.has_files) == (len(SCAN.photos), True)
    assert [list(part) for part in reading.parts()] == [list(part) for part in reading.parts()], (
        "from the first on again"
    )
    assert Reading.of(whole).scan() == whole


@pytest.mark.parametrize("empty", [Scan({"1": "/photos"}, [], []), Scan({}, [], [])])
def test_a_scan_without_photos_comes_back(tmp_path: Path, empty: Scan) -> None:
    save_scan(empty, tmp_path / "scan.json")
    assert load_scan(tmp_path / "scan.json") == empty


_LINE = b'["a/1.jpg","a","train","1","",0,"",0,0]\n'
_HEAD = b'{"facts":{"roots":{"1":"/p"},"classes":["a"],"photos":[]},"photos":1,"has_files":false}\n'


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\n", _HEAD, _HEAD[:-1], _HEAD + _LINE[:-1], _HEAD + _LINE[:-9], _HEAD + _LINE * 2, _LINE + _HEAD, _HEAD * 2,
        _HEAD + b"\xff" + _LINE, _HEAD + b"[" * 100_000, _HEAD + b"0" * (3 << 20), _HEAD + b" " * (3 << 20) + _LINE,
        _HEAD + _LINE.replace(b'"1"', b'"2"'), _HEAD + _LINE.replace(b'"a"', b'"b"'), _HEAD + _LINE.replace(b"a/1", b"a/\\u0000"),
        _HEAD + _LINE.replace(b"train", b"trial"), _HEAD + _LINE.replace(b"0,0", b"0,1e3"), _HEAD + _LINE.replace(b"0,0", b"0,%d" % 2**64),
        _HEAD + _LINE.replace(b'"",0', b'"%s",0' % (b"A" * 120)), _HEAD + _LINE.replace(b"a/1", b"a/" + b"1" * 70_000),
        _HEAD + _LINE.replace(b",0,0", b""), _HEAD.replace(b":1,", b":-1,"), _HEAD.replace(b'"photos":[]', b'"photos":[{"path":"x","label":"a"}]'),
        _HEAD.replace(b'["a"]', b'["a","a"]') + _LINE, _HEAD.replace(b"/p", b"/\\u0000") + _LINE,
    ],
)  # fmt: skip
def test_what_is_not_whole_or_not_ours_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "scan.json").write_bytes(content)
    with pytest.raises(DataError) as told:
        list(open_reading(tmp_path / "scan.json").parts())
    assert "scan.json could not be read. Open the folder again." in one_sentence(told.value)


def test_the_same_line_whole_is_read(tmp_path: Path) -> None:
    (tmp_path / "scan.json").write_bytes(_HEAD + _LINE)
    assert load_scan(tmp_path / "scan.json").photos == [Photo("a/1.jpg", "a", "train")]


def test_a_file_that_goes_away_half_way_is_told(tmp_path: Path) -> None:
    save_reading(many(), tmp_path / "scan.json")
    reading = open_reading(tmp_path / "scan.json")
    (tmp_path / "scan.json").unlink()
    with pytest.raises(DataError, match="Open the folder again"):
        list(reading.parts())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "work",
    [
        lambda folder: save_reading(many(), folder / "scan.json"),
        lambda folder: sum(map(len, open_reading(folder / "scan.json").parts())),
        lambda folder: save_snapshot(open_reading(folder / "scan.json"), folder / "run"),
    ],
    ids=["written", "read", "as a snapshot"],
)
def test_many_photos_are_never_held(tmp_path: Path, work: Callable[[Path], object]) -> None:
    save_reading(many(), tmp_path / "scan.json")
    tracemalloc.start()
    try:
        work(tmp_path)
        assert tracemalloc.get_traced_memory()[1] < 6 << 20, "as a list they are twice that"
    finally:
        tracemalloc.stop()
