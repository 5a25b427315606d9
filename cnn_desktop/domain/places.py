"""Where things are kept on this computer. `CNN_DESKTOP_HOME` moves all of it below one folder (tests, portable use)."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec
import platformdirs

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_file, is_there
from cnn_desktop.domain.own_files import find_json

APP = "CNN Desktop"
HOME_VARIABLE = "CNN_DESKTOP_HOME"
SETTINGS = "settings.json"
"""The window's, in its settings folder."""
SAMPLE = "sample "
"""Folders of the cache whose names begin so hold the drawn sample, which is never cleared: a project may stand on it."""
USUAL_CACHE_GB = 10
LEAST_CACHE_GB, MOST_CACHE_GB = 1, 999


class _Chosen(msgspec.Struct):
    """What this file wants to know of the window's settings."""

    cache_gb: Annotated[float, msgspec.Meta(ge=LEAST_CACHE_GB, le=MOST_CACHE_GB)] = USUAL_CACHE_GB


def _folder(name: str, usual: Callable[[], Path]) -> Path:
    """Raises DataError where a person has no home folder, such as a user in a container whom the system does not know."""
    home = os.environ.get(HOME_VARIABLE)
    try:
        return Path(home, name).absolute() if home else usual()
    except RuntimeError as error:
        raise DataError(
            "Your home folder could not be found. Set the environment variable {name} to a folder you can write to, then try again.",
            name=HOME_VARIABLE,
        ) from error


def home_folder() -> Path:
    """The person's; where there is none, what stands in for it. Raises DataError."""
    try:
        return Path.home()
    except RuntimeError:
        return _folder("", Path.home)


def settings_folder() -> Path:
    """Window settings, recent projects."""
    return _folder("settings", lambda: platformdirs.user_config_path(APP, appauthor=False))


def data_folder() -> Path:
    """What must survive: imported weights, logs."""
    return _folder("data", lambda: platformdirs.user_data_path(APP, appauthor=False))


def logs_folder() -> Path:
    """What went wrong: errors nobody foresaw, and crashes."""
    return data_folder() / "logs"


def cache_folder() -> Path:
    """What may be deleted at any time: thumbnails, features, pasted pictures; and the drawn sample."""
    return _folder("cache", lambda: platformdirs.user_cache_path(APP, appauthor=False))


def cache_limit() -> int:
    """Bytes that the cache may take, as chosen in the window's settings."""
    chosen = find_json(settings_folder() / SETTINGS, _Chosen) or _Chosen()
    return int(chosen.cache_gb * 1e9)


def projects_folder() -> Path:
    """Where a dropped folder's project is created."""
    return _folder("projects", lambda: _documents() / APP)


def _documents() -> Path:
    """Raises RuntimeError where there is no home. The list in which Linux keeps such folders is read if it is a file; a pipe in its
    place would never answer."""
    told = platformdirs.user_config_path() / "user-dirs.dirs"
    return Path.home() / "Documents" if is_there(told) and not is_file(told) else platformdirs.user_documents_path()


def datasets_folder() -> Path:
    """Public data sets that were downloaded: a folder each, which is the person's own from then on."""
    return projects_folder() / "Datasets"


def weights_folder() -> Path:
    """Imported and downloaded pretrained weights: NAME.safetensors with a sidecar NAME.json."""
    return data_folder() / "weights"
