"""DATA as it is typed: a folder, a CSV or a project, and which level of a deep tree is the class.

Learning itself opens no project: it gets a Scan.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.photos import Scan
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.place import is_project


def add_class_level(parser: argparse.ArgumentParser) -> None:
    """The option that goes with DATA."""
    words = "the class is the Nth folder below DATA, where folders lie in folders (default: the outermost; told)"
    parser.add_argument("--class-level", metavar="N", type=_level, default=0, help=words)


def _level(word: str) -> int:
    if not word.isdecimal() or not int(word):
        raise UsageError("--class-level must be a whole number of 1 or more, not {value}.", value=word)
    return int(word)


def scan_of(data: Path, level: int = 0, *, to_check: bool = False) -> Scan | None:
    """The photos of the project `data` with the splits it remembers; None when `data` is a folder or a CSV.

    `to_check`: also what is not labelled yet; of near copies it tells only those that a check without crops cannot find.
    Raises DataError, and UsageError when a `level` was typed, which a project says itself.
    """
    if not is_project(data):
        return None
    if level:
        raise UsageError("A project already knows which folders are its classes. Leave out --class-level.")
    with Database.open(data, read_only=True) as database:
        photos = PhotoTable(database)
        return photos.scan_to_check() if to_check else photos.scan()
