"""The photos that a run says its model was trained with. The run may be a stranger's, and so may be what it names."""

from __future__ import annotations

from pathlib import Path

from cnn_desktop.dataset.disks import on_other_computer
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.scan_files import load_snapshot


def load_own_photos(run: Path) -> Scan:
    """To be looked at though nobody has named them. Raises DataError; also where another computer would have to be asked
    for them, unless that is where the run itself lies."""
    scan = load_snapshot(run)
    home = run.absolute().anchor
    for place in (*scan.roots.values(), *(photo.path for photo in scan.photos)):  # the latter may lead anywhere, too
        if on_other_computer(place) and not (on_other_computer(home) and Path(place).anchor == home):
            raise DataError(
                "The photos this model was trained with are on another computer ({folder}), and the app does not open "
                "them from there.",
                folder=place,
            )
    return scan
