"""The Viewer with its session, and a folder to look at in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.viewer.connection import connect
from tests.gui.connected import Connected


@pytest.fixture
def it(theme: Theme, tmp_path: Path) -> Iterator[Connected]:
    """A trained model, and no project."""
    it = Connected(connect)
    it.open(tmp_path / "runs", None, "run 1")
    yield it
    it.close()


@pytest.fixture
def folder(photo_folder: Callable[..., Path]) -> Path:
    """Five photos."""
    return photo_folder(classes=1, each=5)
