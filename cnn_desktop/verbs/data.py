"""DATA as it is typed: a folder, a CSV or a project, and which level of a deep tree is the class.

Learning itself opens no project: it gets a Scan.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.photos import Scan
from cnn_desktop.project.database import RUNS, Database
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.place import is_project
from cnn_desktop.project.runs import Runs


def add_class_level(parser: argparse.ArgumentParser) -> None:
    """The option that goes with DATA."""
    words = "the class is the Nth folder below DATA, where folders lie in folders (default: the outermost; told)"
    parser.add_argument("--class-level", metavar="N", type=_level, default=0, help=words)


def _level(word: str) -> int:
    if not word.isdecimal() or not int(word):
        raise UsageError("--class-level must be a whole number of 1 or more, not {value}.", value=word)
    return int(word)


def scan_of(data: Path, level: int = 0) -> Scan | None:
    """The photos of the project `data` with the splits it remembers; None when `data` is a folder or a CSV.

    Raises DataError, and UsageError when a `level` was typed, which a project says itself.
    """
    if not is_project(data):
        return None
    if level:
        raise UsageError("A project already knows which folders are its classes. Leave out --class-level.")
    with Database.open(data, read_only=True) as database:
        return PhotoTable(database).scan()


def scan_of_run(run: Path) -> Scan | None:
    """The photos of a project's run as that project knows them now; None: as the run saw them."""
    folder = run.absolute()
    if not (folder.parent.name == RUNS and is_project(folder.parent.parent)):
        return None
    try:
        with Database.open(folder.parent.parent, read_only=True) as database:
            return Runs(database, PhotoTable(database)).photos_now(folder.name)
    except DataError:  # the run is whole without its project
        return None
