"""What stands beside the grid of one photo, as a pure function of the facts: its class and split, what its file tells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import msgspec

from cnn_desktop.domain.jobs.show_photo import PhotoFile
from cnn_desktop.domain.photo_filter import PhotoRow
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.dataset.view import SPLIT_NAMES
from cnn_desktop.gui.kit.photo_facts import fact_rows
from cnn_desktop.gui.kit.words import QT_WORDS, tr


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    row: PhotoRow | None = None
    """The photo; None: none is chosen, or it is not known yet."""
    path: str = ""
    """Where its file is."""
    file: PhotoFile | None = None
    """What that tells, once it is read."""
    fault: str = ""
    """Why it cannot be shown."""
    sealed: bool = False
    """It is a test photo that is not to be seen."""


class View(msgspec.Struct, frozen=True):
    """Everything the panel shows, but for the picture and its histogram."""

    instead: str
    """In place of everything; "" where there is a photo."""
    name: str
    folder: str
    lines: Sequence[tuple[str, str]]
    """Name and value."""
    fault: str


def view(facts: Facts) -> View:
    """The panel for `facts`."""
    row, path = facts.row, PurePath(as_shown(facts.path))
    if facts.sealed:
        return View(tr("This is a hidden test photo."), "", "", (), "")
    if row is None:
        return View(tr("Choose a photo to see its details."), "", "", (), "")
    split = SPLIT_NAMES[row.split].render(QT_WORDS) if row.label else ""
    lines = [
        (tr("Class"), row.label or tr("not labelled yet")),
        (tr("From folder"), row.told if row.corrected else ""),
        (tr("Split"), tr("excluded") if row.excluded else split),
        (tr("Predicted"), tr("{name}, {p:.0%}", name=row.predicted, p=row.confidence) if row.predicted else ""),
    ]
    known = fact_rows(facts.file) if facts.file and not facts.fault else []
    fault = facts.fault[:1].upper() + facts.fault[1:]
    return View("", path.name, str(path.parent), [line for line in lines if line[1]] + known, fault)
