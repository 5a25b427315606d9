"""Maps from a child of ours become pictures; all else that lies in the cache, or elsewhere, is not read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from cnn_desktop.domain.pixel_file import MapsHead, packed, pixel_folder
from cnn_desktop.gui.kit.map_reader import (
    EVEN,
    GREY,
    TINTS,
    Maps,
    in_colour,
    picture,
    read_maps,
    side_by_side,
    signed_ramp,
)


@pytest.fixture
def folder(home: Path) -> Path:
    folder = pixel_folder(MapsHead) / "network"
    folder.mkdir(parents=True)
    return folder


def write(file: Path, maps: int, height: int, width: int, pixels: bytes) -> str:
    file.write_bytes(packed(MapsHead(maps, height, width)) + pixels)
    return str(file)


def test_maps_are_read_and_coloured(folder: Path) -> None:
    maps = read_maps(write(folder / "a.maps", 2, 2, 3, bytes([0, 1, 2, 3, 4, 255, 10, 11, 12, 13, 14, 15])))
    assert maps is not None
    assert (maps.maps, maps.height, maps.width) == (2, 2, 3)
    assert maps.at(0, 1, 2) == 255
    assert maps.at(1, 0, 0) == 10
    first = picture(maps, 0, GREY)
    assert (first.width(), first.height()) == (3, 2)
    assert first.pixelColor(2, 1) == QColor(255, 255, 255)
    assert picture(maps, 1, GREY).pixelColor(1, 0) == QColor(11, 11, 11)
    assert picture(maps, 0, TINTS[1]).pixelColor(2, 1) == QColor(0, 255, 0)
    assert picture(maps, 0, EVEN).pixelColor(2, 1).rgb() == EVEN[255]


def test_kernels_have_white_where_they_are_0_and_two_colours_around_it() -> None:
    signed = signed_ramp()
    assert QColor(signed[128]) == QColor("white")
    assert QColor(signed[255]).red() > QColor(signed[255]).blue()
    assert QColor(signed[1]).blue() > QColor(signed[1]).red()


def test_three_maps_are_one_picture_in_colour_and_any_number_lie_beside_each_other() -> None:
    maps = Maps(3, 1, 2, bytes([200, 1, 100, 2, 50, 3]))
    assert in_colour(maps, 0).pixelColor(0, 0) == QColor(200, 100, 50)
    assert in_colour(maps, 0).pixelColor(1, 0) == QColor(1, 2, 3)
    row = side_by_side(maps, 1, 2)
    assert (row.maps, row.height, row.width, row.pixels) == (1, 1, 4, bytes([100, 2, 50, 3]))
    assert side_by_side(Maps(2, 2, 1, b"abcd"), 0, 2).pixels == b"acbd"
    assert side_by_side(Maps(2, 2, 1, b"abcd"), 1, 1).pixels == b"cd"


def test_all_else_is_not_read(folder: Path, tmp_path: Path) -> None:
    good = packed(MapsHead(1, 2, 2)) + b"abcd"
    for name, content in {
        "short": b"CNNMAPS1",
        "other": b"x" * 40,
        "less than it says": good[:-1],
        "more than it says": good + b"e",
        "none": packed(MapsHead(0, 2, 2)),
        "too many": packed(MapsHead(2**31, 2**31, 1)),
        "empty": b"",
    }.items():
        (folder / name).write_bytes(content)
        assert read_maps(str(folder / name)) is None, name
    (folder / "folder").mkdir()
    (tmp_path / "elsewhere").write_bytes(good)
    for path in (
        folder / "folder",
        folder / "gone",
        tmp_path / "elsewhere",
        folder / "a\0b",
        Path(),
        folder / ".." / "x",
    ):
        assert read_maps(str(path)) is None
    if sys.platform != "win32":
        os.mkfifo(folder / "pipe")
        (folder / "link").symlink_to(tmp_path / "elsewhere")
        assert read_maps(str(folder / "pipe")) is None
        assert read_maps(str(folder / "link")) is None, "it leads out of the cache"
