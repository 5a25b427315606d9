"""Broken files are kept beside their place: none twice, not too many, and the first for ever."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.domain.kept_aside import MOST, copy_aside, move_aside


def kept(file: Path) -> set[str]:
    return {one.read_text() for one in file.parent.glob(f"{file.name}.broken*")}


@pytest.mark.parametrize("aside", [move_aside, copy_aside])
def test_the_first_and_the_newest_are_kept(tmp_path: Path, aside: Callable[[Path], Path | None]) -> None:
    file = tmp_path / "settings.json"
    for number in range(2 * MOST):
        file.write_text(str(number))
        place = aside(file)
        assert place is not None
        assert place.read_text() == str(number)
        os.utime(place, (number, number))  # of a disk with coarse times too
        assert file.exists() == (aside is copy_aside)
    assert kept(file) == {"0", *(str(number) for number in range(MOST + 1, 2 * MOST))}


@pytest.mark.parametrize("aside", [move_aside, copy_aside])
def test_the_same_is_kept_once(tmp_path: Path, aside: Callable[[Path], Path | None]) -> None:
    file = tmp_path / "settings.json"
    places = []
    for content in ("a", "b", "b", "a"):
        file.write_text(content)
        places.append(aside(file))
    assert [place.name.rpartition(".")[2] for place in places if place] == ["broken", "broken-2", "broken-2", "broken"]
    assert kept(file) == {"a", "b"}


def test_the_only_copy_is_found_where_nothing_can_be_written_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.json"
    file.write_text("a")
    place = copy_aside(file)

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("cnn_desktop.domain.kept_aside.write_bytes", refuse)
    assert copy_aside(file) == place
    file.write_text("b")
    assert copy_aside(file) is None
    assert file.read_text() == "b"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_what_is_no_file_goes_aside_too(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    (tmp_path / "settings.json.broken").symlink_to("nowhere")
    file.mkdir()
    assert copy_aside(file) is None
    assert move_aside(file) == tmp_path / "settings.json.broken-2"
    assert (tmp_path / "settings.json.broken").is_symlink()
    assert move_aside(file) is None, "nothing is there any more"
