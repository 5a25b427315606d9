"""`make screenshots` keeps working: the real script on a few photos, without a training."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.release.tools import PACKAGING

TOOL = PACKAGING / "screenshots.py"


@pytest.mark.timeout(240)
def test_pictures_of_tabs_in_both_themes(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    out = tmp_path / "pictures"
    words = ["--out", str(out), "--data", str(photo_folder(classes=3, each=8, name="shells"))]
    words += ["--states", "empty,sample", "--tabs", "start,dataset", "--sizes", "1024x700"]
    done = subprocess.run(
        [sys.executable, str(TOOL), *words],
        check=False,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    assert "4 pictures" in done.stdout
    names = {"start-empty-light", "start-empty-dark", "dataset-sample-light", "dataset-sample-dark"}
    assert {file.stem for file in out.iterdir()} == names
    for name in names:
        image = QImage(str(out / f"{name}.png"))
        assert (image.width(), image.height()) == (1024, 700)
        corner = image.pixelColor(1000, 300)
        assert (corner.lightness() < 90) == name.endswith("dark")
