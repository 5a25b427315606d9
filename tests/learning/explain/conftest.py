"""A transformer's run, for what it does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.learning.explain.helpers import draw, lay_run


@pytest.fixture(scope="session")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the run "run" and a photo, "photo.png"."""
    folder = tmp_path_factory.mktemp("transformer")
    lay_run(folder / "run", "timm:vit_tiny_patch16_224", 64)
    draw(folder / "photo.png")
    return folder
