"""DATA that is a project: what learning reads of it. Learning itself opens none: it gets a Scan."""

from __future__ import annotations

from pathlib import Path

from cnn_desktop.domain.photos import Scan
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.place import is_project


def scan_of(data: Path) -> Scan | None:
    """The photos of the project `data` with the splits it remembers; None when `data` is a folder or a CSV. Raises DataError."""
    if not is_project(data):
        return None
    with Database.open(data, read_only=True) as database:
        return PhotoTable(database).scan()
