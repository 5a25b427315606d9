"""Where projects lie: what one is called, and which one a folder of photos belongs to."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from cnn_desktop.domain import places
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_there
from cnn_desktop.project.data import Data, kept_data
from cnn_desktop.project.database import MOST, Database
from cnn_desktop.project.schema import DATABASE

SUFFIX = ".cnnproj"
"""Of a project's folder."""


def numbered(name: str) -> Iterator[str]:
    """Names to try one after the other: NAME, NAME 2, NAME 3, …"""
    return (name if number == 1 else f"{name} {number}" for number in itertools.count(1))


def is_project(path: Path) -> bool:
    """True when `path` is called like a project, whether it is there or not."""
    return path.suffix.lower() == SUFFIX


def find_project(data: Data, control: Control | None = None) -> Path | None:
    """The project that holds `data` already; None when it is new. Stopping `control` gives that up: StopRequested."""
    folder = project_folder_for(data, control)
    return folder if is_there(folder / DATABASE) else None


def project_folder_for(data: Data, control: Control | None = None) -> Path:
    """Where the project of `data` belongs: the one that holds it already, else a new name in Documents."""
    folders = (places.projects_folder() / f"{name}{SUFFIX}" for name in numbered(data.name))
    return next(folder for folder in folders if not is_there(folder / DATABASE) or _is_of(folder, data, control))


def _is_of(project: Path, data: Data, control: Control | None) -> bool:
    """True when `project` is of that table, or its photos lie in that folder (or in one within, which the scan went down to).

    Also when it holds nothing yet.
    """
    try:
        with Database.open(project, True, control) as database:
            rows = database.rows("SELECT folder FROM roots LIMIT ?", tuple[str], (MOST,))
            roots = [Path(folder) for (folder,) in rows]
            kept = kept_data(database)
    except DataError:
        return False
    if not (kept.place or roots):
        return True
    if data.also or kept.also:
        return set(kept.places) == set(data.places)
    if data.is_table or kept.is_table or kept.only != data.only:
        return kept.place == data.place and kept.only == data.only
    return not roots or any(root.is_relative_to(data.path) for root in roots)
