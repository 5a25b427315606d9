"""Where the built-in sample is kept."""

from __future__ import annotations

from pathlib import Path

from cnn_desktop.domain import places

VERSION = 5
"""Of what is drawn."""


def sample_folder() -> Path:
    """In the cache, as it can be drawn again."""
    return places.cache_folder() / f"{places.SAMPLE}{VERSION}" / "sample"
