"""HEIC files for tests: the app itself only reads them."""

from __future__ import annotations

import functools

from PIL import Image

from cnn_desktop.dataset.reading import decode


@functools.cache
def can_be_written() -> None:
    """Pillow saves HEIC files from now on, and reads them as the app does."""
    from pillow_heif import as_plugin

    decode._prepare()
    Image.register_save("HEIF", as_plugin._save_heif)
