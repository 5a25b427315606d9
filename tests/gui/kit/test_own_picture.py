"""The window decodes only small plain pictures that a child has written into the cache, wherever a path leads."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from cnn_desktop.domain.places import cache_folder
from cnn_desktop.gui.kit.own_picture import MOST_BYTES, cached_picture, own_picture
from tests.reliability.bombs_plain import _frame, _jpeg, _jpegs, _png, _pngs, _progressive, _scan


@pytest.fixture
def cache(home: Path) -> Path:
    folder = cache_folder() / "thumbnails"
    folder.mkdir(parents=True)
    return folder


def test_what_a_child_writes_is_shown(cache: Path) -> None:
    Image.new("RGB", (256, 192), "red").save(cache / "a.jpg", quality=85)
    Image.new("RGB", (224, 224), "blue").save(cache / "a.png", compress_level=1)
    assert own_picture(str(cache / "a.jpg")).pixelColor(9, 9).red() > 250
    assert cached_picture(str(cache / "a.png")).pixelColor(9, 9).blue() == 255


def test_all_else_is_not_decoded(cache: Path, tmp_path: Path) -> None:
    Image.new("RGB", (256, 192)).save(tmp_path / "elsewhere.jpg")
    Image.new("RGB", (1025, 9)).save(cache / "wide.jpg")
    Image.new("RGB", (9, 9)).save(cache / "progressive.jpg", progressive=True)
    Image.new("RGBA", (9, 9)).save(cache / "alpha.png")
    Image.new("RGB", (9, 9)).save(cache / "a.gif")
    Image.new("RGB", (9, 9)).save(cache / "a.bmp")
    (cache / "image.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
    plain = _jpeg(_frame(0xC0, 64, 64, 1), _scan([0]))
    (cache / "large.jpg").write_bytes(plain + bytes(MOST_BYTES))
    (cache / "empty.jpg").write_bytes(b"")
    (cache / "folder.jpg").mkdir()
    bombs = {
        "scans.jpg": _progressive(3, 5000, 1024, 1024),
        "largest.jpg": _jpegs()["largest grey.jpg"](),
        "restarts.jpg": _jpegs()["arithmetic.jpg"](),
        "deep.png": _png(6, 16, wide=1000, high=1000),
        "interlaced.png": _png(2, 8, True, wide=64, high=64),
        "largest.png": _pngs()["largest.png"](),
    }
    for name, content in bombs.items():
        (cache / name).write_bytes(content)
    if sys.platform != "win32":
        os.mkfifo(cache / "pipe.jpg")
    began = time.process_time()
    for file in cache.iterdir():
        assert own_picture(str(file)).isNull(), file.name
    for path in (
        str(tmp_path / "elsewhere.jpg"),
        f"{cache}/../../../{tmp_path.name}/elsewhere.jpg",
        "",
        "none.jpg",
        "\0",
        "//host/share/a.jpg",
    ):
        assert cached_picture(path).isNull()
    assert time.process_time() - began < 1
