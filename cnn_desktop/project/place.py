"""Where projects lie: what one is called, and which one a folder of photos belongs to."""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cnn_desktop import __version__
from cnn_desktop.domain import places
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import files_in, is_there, replacing
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.data import Data, kept_data
from cnn_desktop.project.database import MOST, Database
from cnn_desktop.project.schema import DATABASE

SUFFIX = ".cnnproj"
"""Of a project's folder."""
OPENER = "Open in CNN Desktop.cnnopen"
"""Inside a project: a file that can be double-clicked, as a folder only shows what lies in it. What it says is for people."""
_OPENER_SUFFIX = ".cnnopen"


def numbered(name: str) -> Iterator[str]:
    """Names to try one after the other: NAME, NAME 2, NAME 3, …"""
    return (name if number == 1 else f"{name} {number}" for number in itertools.count(1))


def is_project(path: Path) -> bool:
    """True when `path` is called like a project, whether it is there or not."""
    return path.name.lower().endswith(SUFFIX)


def leave_opener(project: Path) -> None:
    """Puts `OPENER` into the folder `project`, unless something is called so there. Where it cannot be, it does without."""
    file, says = project / OPENER, "Double-click this file to open the project in the folder around it."
    if not os.path.lexists(file):
        with contextlib.suppress(DataError), replacing(file, is_lasting=False) as new:
            new.write_bytes(msgspec.json.format(as_json({"app": places.APP, "version": __version__, "note": says})))


def is_opener(path: Path) -> bool:
    """True when `path` is called like a file that opens what lies around it."""
    return path.name.lower().endswith(_OPENER_SUFFIX)  # also when it has no other name


def around(opener: Path) -> Path:
    """The folder that `opener` opens: the one it lies in, also where it is named by a link. Never raises."""
    return Path(os.path.realpath(opener)).parent


def holds_project(folder: Path) -> bool:
    """True when there is a project in `folder`, whatever it is called."""
    return is_there(folder / DATABASE)


def is_renamed(folder: Path) -> bool:
    """True when `folder` is a project though it is not called so; a `DATABASE` alone may be another program's. Never raises."""
    return holds_project(folder) and any(map(is_opener, files_in(folder)))


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
