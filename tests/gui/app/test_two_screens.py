"""The window dragged to a screen of another scaling and back: all is painted anew, as finely as the screen is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.gui.frame.rail_view import STEPS

SCREENS = [
    {"name": "usual", "x": 0, "y": 0, "width": 2048, "height": 1400, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    {"name": "fine", "x": 2048, "y": 0, "width": 4096, "height": 2800, "logicalDpi": 192, "logicalBaseDpi": 96, "dpr": 1},
]  # fmt: skip


def detail(picture: Image.Image) -> float:
    """How much neighbouring pixels differ, squared: the edges of what was enlarged are less steep."""
    grey = np.asarray(picture.convert("L"), np.float64)
    return float((np.diff(grey, axis=0) ** 2).mean() + (np.diff(grey, axis=1) ** 2).mean())


def read(file: Path | str) -> Image.Image:
    with Image.open(file) as picture:
        return picture.convert("RGB")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Photos with details of one pixel, so that a soft picture can be told from a sharp one."""
    noise = np.random.default_rng(0)
    for name in ("cat", "dog"):
        (tmp_path / "pets" / name).mkdir(parents=True)
        for number in range(6):
            grain = noise.integers(0, 256, (480, 640, 1), np.uint8).repeat(3, axis=2)
            Image.fromarray(grain).save(tmp_path / "pets" / name / f"{number}.jpg", quality=95)
    return tmp_path / "pets"


@pytest.mark.timeout(180)
def test_a_window_dragged_between_screens_is_as_sharp_as_each(photos: Path, tmp_path: Path) -> None:
    config, out = tmp_path / "screens.json", tmp_path / "pictures"
    config.write_text(json.dumps({"screens": SCREENS}))
    out.mkdir()
    program = str(Path(__file__).with_name("two_screens.py"))
    done = subprocess.run(
        [sys.executable, program, str(photos), str(out), str(config)],
        check=False, capture_output=True, text=True, timeout=150,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    usual, fine, back = (json.loads(line) for line in done.stdout.splitlines())

    assert [seen["ratio"] for seen in (usual, fine, back)] == [1.0, 2.0, 1.0]
    assert usual["window"] == fine["window"] == back["window"] == [1024, 700]
    assert usual["pen"] == back["pen"] == [2.0, 2.0]
    assert fine["pen"] == [4.0, 4.0]
    assert fine["zoom"] == pytest.approx(2 * usual["zoom"])
    assert back["zoom"] == pytest.approx(usual["zoom"])
    sides = [{max(read(file).size) for file in seen["files"]} for seen in (usual, fine)]
    assert sides == [{256}, {512}]

    for step in STEPS:
        pictures = [read(out / f"{step}-{number}.png") for number in range(3)]
        assert [picture.size for picture in pictures] == [(1024, 700), (2048, 1400), (1024, 700)]
        first, second, third = pictures
        shrunk = np.asarray(second.resize(first.size, Image.Resampling.BOX), np.float64)
        assert np.abs(shrunk - np.asarray(first, np.float64)).mean() < 12, f"{step} looks different on the fine screen"
        assert np.abs(np.asarray(first, np.float64) - np.asarray(third, np.float64)).mean() < 1, (
            f"{step} changed for good"
        )
        enlarged = first.crop((20, 50, 52, 330)).resize((64, 560), Image.Resampling.BILINEAR)
        assert detail(second.crop((40, 100, 104, 660))) > 1.5 * detail(enlarged), f"icons beside {step}"
