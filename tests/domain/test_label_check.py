"""A label check comes back as it was written, a page at a time; whatever has become of its files is one sentence."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.label_check import (
    OWN,
    PAGE,
    SUMMARY,
    Confused,
    LabelCheck,
    Suspect,
    pages,
    read_label_check,
    read_suspects,
    write_label_check,
)
from cnn_desktop.domain.message import say
from tests.dataset.helpers import one_sentence

COUNT = PAGE + 3
CHECK = LabelCheck(
    photos=COUNT + 5, suspects=2, listed=COUNT, errors=14.2, low=3, high=21, accuracy=0.9, verdict="suspicious",
    confused=(Confused("metal", "glass", 14.2, 3, 21),), cannot_judge=(say("“{name}” is small.", name="x"),), revision=7,
    backbones=("efficientnet_lite0",), seconds=1.5, when="2026-01-01T00:00:00+00:00",
)  # fmt: skip


def suspect(rank: int) -> Suspect:
    name = f"metal/{rank}.jpg"
    return Suspect(name, name, "metal", "glass", 1 - rank / 2000, 0.9, 0.05, ("metal/a.jpg",), (), rank, "train")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_label_check(tmp_path, CHECK, (suspect(rank) for rank in range(1, COUNT + 1)))
    return tmp_path


def test_it_comes_back_page_by_page(folder: Path) -> None:
    assert read_label_check(folder) == CHECK
    assert pages(CHECK) == 2
    found = [one for page in range(2) for one in read_suspects(folder, CHECK, page)]
    assert found == [suspect(rank) for rank in range(1, COUNT + 1)]
    assert all(OWN.fullmatch(file.name) for file in folder.iterdir())


def test_names_that_are_no_text_can_be_written(tmp_path: Path) -> None:
    odd = msgspec.structs.replace(suspect(1), photo="b\udce9.jpg", path="b\udce9.jpg")
    check = msgspec.structs.replace(CHECK, listed=1, suspects=1)
    write_label_check(tmp_path, check, [odd])
    [again] = read_suspects(tmp_path, check, 0)
    assert again.photo == "b\\xe9.jpg"


@pytest.mark.skipif(os.name != "posix", reason="no limit on the size of files")
def test_a_disk_that_fills_up_keeps_nothing_half(folder: Path) -> None:
    """The second page does not fit; what was there before counts for nothing any more."""
    import resource

    def suspects() -> Iterator[Suspect]:
        for rank in range(1, COUNT + 1):
            yield msgspec.structs.replace(suspect(rank), path="x" * (300 if rank <= PAGE else 400_000))

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, usual[1]))
    try:
        with pytest.raises(DataError, match=r"suspects-0001\.msgpack could not be saved") as error:
            write_label_check(folder, CHECK, suspects())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    one_sentence(error.value)
    assert list(folder.iterdir()) == []


def test_what_it_says() -> None:
    said = "1,008 labels checked: about 14 are probably wrong (between 3 and 21)."
    assert str(CHECK.message()) == said
    assert str(CHECK.confused[0].message()) == "glass labelled as metal: about 14"
    nothing = msgspec.structs.replace(CHECK, verdict="nothing", suspects=0)
    assert str(nothing.message()) == "1,008 labels checked: nothing suspicious."
    random = msgspec.structs.replace(CHECK, verdict="cannot_learn", suspects=0)
    assert str(random.message()).startswith("The model cannot learn these labels")


CHANGES: list[dict[str, Any]] = [
    {"listed": 5000}, {"suspects": 5000}, {"suspects": 0}, {"low": 20.0}, {"high": 1.0}, {"photos": -1}, {"verdict": "x"},
    {"accuracy": 3.0}, {"errors": float("inf")}, {"confused": [["a", "a", 1, 0, 2]]}, {"listed": 10**9}, {"when": None},
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_hostile_summary_is_one_sentence(folder: Path, change: dict[str, Any]) -> None:
    facts = msgspec.json.decode((folder / SUMMARY).read_bytes()) | change
    (folder / SUMMARY).write_bytes(msgspec.json.encode(facts))
    refused(lambda: read_label_check(folder), SUMMARY)


def page_of(**change: object) -> bytes:
    """The second page, whose first photo has `change`."""
    found = [suspect(rank) for rank in range(PAGE + 1, COUNT + 1)]
    return msgspec.msgpack.encode([msgspec.to_builtins(found[0]) | change, *found[1:]])


PAGES = [
    b"", b"\xc1", b"\x80", msgspec.msgpack.encode([]), page_of(rank=1), page_of(score=2.0), page_of(score=0.0),
    page_of(photo="a\0b"), page_of(near_label=["a\0b"]), page_of(suggested="metal"), page_of(near_suggested=7),
]  # fmt: skip


@pytest.mark.parametrize("content", PAGES, ids=range(len(PAGES)))
def test_a_hostile_page_is_one_sentence(folder: Path, content: bytes) -> None:
    (folder / "suspects-0001.msgpack").write_bytes(content)
    read_suspects(folder, CHECK, 0)
    refused(lambda: read_suspects(folder, CHECK, 1), "suspects-0001.msgpack")


def test_what_is_missing_is_one_sentence(tmp_path: Path) -> None:
    refused(lambda: read_label_check(tmp_path), SUMMARY)
    refused(lambda: read_suspects(tmp_path, CHECK, 0), "suspects-0000.msgpack")


def refused(read: Callable[[], object], name: str) -> None:
    with pytest.raises(DataError) as error:
        read()
    assert one_sentence(error.value).endswith(f"{name} could not be read. Check the labels again.")
