"""Where things are kept on this computer. `CNN_DESKTOP_HOME` moves all of it below one folder (tests, portable use)."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import platformdirs

APP = "CNN Desktop"
HOME_VARIABLE = "CNN_DESKTOP_HOME"
SETTINGS = "settings.json"
"""The window's, in its settings folder."""
CACHE_PARTS = ("features", "pixels", "trunks", "engines", "compiled", "thumbnails", "previews")
"""What of the cache folder is made again when it is missing. The drawn sample is not: a project may stand on it."""
USUAL_CACHE_GB = 10


class _Chosen(msgspec.Struct):
    """What this file wants to know of the window's settings."""

    cache_gb: float = USUAL_CACHE_GB


def _home() -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else None


def settings_folder() -> Path:
    """Window settings, recent projects."""
    home = _home()
    return home / "settings" if home else Path(platformdirs.user_config_dir(APP, appauthor=False))


def data_folder() -> Path:
    """What must survive: imported weights, logs."""
    home = _home()
    return home / "data" if home else Path(platformdirs.user_data_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """What may be deleted at any time: thumbnails, feature caches, the drawn sample."""
    home = _home()
    return home / "cache" if home else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def cache_limit() -> int:
    """Bytes that the cache may take, as chosen in the window's settings."""
    try:
        chosen = msgspec.json.decode((settings_folder() / SETTINGS).read_bytes(), type=_Chosen)
    except (OSError, msgspec.DecodeError):
        chosen = _Chosen()
    return int(chosen.cache_gb * 1e9)


def projects_folder() -> Path:
    """Where a dropped folder's project is created."""
    home = _home()
    return home / "projects" if home else Path(platformdirs.user_documents_dir()) / APP


def weights_folder() -> Path:
    """Imported and downloaded pretrained weights: NAME.safetensors with a sidecar NAME.json."""
    return data_folder() / "weights"
