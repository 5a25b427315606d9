"""What was dropped on the window: a folder or project to open, or photos for the viewer."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from PySide6.QtCore import QMimeData

PROJECT_SUFFIX = ".cnnproj"


@dataclasses.dataclass(frozen=True)
class Dropped:
    """Local paths by kind, in the order they came."""

    folders: tuple[Path, ...] = ()
    projects: tuple[Path, ...] = ()
    photos: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.folders or self.projects or self.photos or self.others)


def local_paths(data: QMimeData) -> list[Path]:
    """Paths on this computer's disks; web addresses are left out."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def sort_out(paths: list[Path]) -> Dropped:
    """Looks at each path once."""
    from cnn_desktop.dataset.reading.decode import PHOTO_SUFFIXES

    folders, projects, photos, others = [], [], [], []
    for path in paths:
        if path.suffix == PROJECT_SUFFIX:
            projects.append(path)
        elif path.is_dir():
            folders.append(path)
        elif path.suffix.lower() in PHOTO_SUFFIXES:
            photos.append(path)
        else:
            others.append(path)
    return Dropped(tuple(folders), tuple(projects), tuple(photos), tuple(others))
