"""The tools that damage files do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnn_desktop.domain.errors import DataError
from tests.reliability.flips import bits_of, ends_well, files_of, flip, flips


def test_a_bit_is_turned_over_and_back(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"ab\x00")
    flip(file, 8 * 2 + 7)
    assert file.read_bytes() == b"ab\x80"
    flip(file, 8 * 2 + 7)
    assert file.read_bytes() == b"ab\x00"
    damaged = [(bit, file.read_bytes()) for _, bit in flips([file], 24)]
    assert len({content for _, content in damaged}) == bits_of(file) == 24
    assert file.read_bytes() == b"ab\x00"


def test_the_files_of_all_three_are_found(tmp_path: Path) -> None:
    for name in (
        "home/settings/recent.json",
        "p.cnnproj/project.sqlite",
        "p.cnnproj/runs/1/model.json",
        "home/cache/sample 1/a.png",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = files_of(tmp_path / "home", tmp_path / "p.cnnproj", tmp_path / "p.cnnproj" / "runs" / "1")
    assert [file.name for file in found] == ["recent.json", "project.sqlite", "model.json"]


def test_only_a_sentence_is_a_good_end() -> None:
    def fail() -> None:
        raise DataError("{file} is damaged.", file="a")

    assert ends_well(lambda: 1) == ""
    assert ends_well(fail) == "a is damaged."
    with pytest.raises(ZeroDivisionError):
        ends_well(lambda: 1 // 0)
