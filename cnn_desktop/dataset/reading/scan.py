"""Reads a folder or a CSV file into a Scan: photos, classes, findings.

A folder holds one folder a class, at any depth below which all photos are of that class; or train, val and test
folders of class folders; or folders of these (see `dataset.reading.layout`). A CSV has the columns path, label (or
class) and, if you like, split and group, or others that say the same; paths are relative to the CSV. Several folders may be read as one (see `dataset.reading.together`).
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence
from pathlib import Path

from cnn_desktop.dataset.checks.classes import class_findings
from cnn_desktop.dataset.checks.copies import find_copies
from cnn_desktop.dataset.checks.copy_findings import copy_findings, with_split_findings
from cnn_desktop.dataset.checks.depth import find_tones
from cnn_desktop.dataset.checks.headers import (
    complete_splits,
    need_photos,
    read_headers,
    reduced_findings,
    split_findings,
)
from cnn_desktop.dataset.reading.decode import read_header
from cnn_desktop.dataset.reading.files import is_table
from cnn_desktop.dataset.reading.known_again import Known, read_files
from cnn_desktop.dataset.reading.listing import Listing, list_folder
from cnn_desktop.dataset.reading.table import list_table
from cnn_desktop.dataset.reading.together import list_together
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Event, Skipped, Warned
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Scan, Together
from cnn_desktop.domain.table_columns import Columns
from cnn_desktop.domain.text_out import as_text
from cnn_desktop.domain.tones import Tones


def read_data(
    data: Path,
    control: Control,
    *,
    tones: Tones | None = None,
    to_test: bool = False,
    class_level: int = 0,
    only: Collection[str] = (),
    also: Sequence[str] = (),
    together: Together = "",
    to_label: bool = False,
    columns: Columns | None = None,
    known: Known | None = None,
) -> Generator[Event, None, Scan]:
    """Lists the photos of a folder or a CSV file and checks each one's header; yields Progress, Skipped and Warned.

    Splits are set where it came with them. `tones`: how deep photos are read, where that is settled; else it is found
    out. `to_test`: a trained model is tested on it, so no photo needs to train, and nothing is said of what a training
    would lack. `class_level`: the classes are the folders so many levels below `data`; 0: find out. `only`: names of the
    folders in `data` that count; none: all. `also`: absolute folders that were opened together with `data`, and `together`:
    what they were taken for then (see `list_together`). `to_label`: photos without a label are listed too, for a person who
    labels them; else what has none is refused or left out. `columns`: of a table, as they were chosen; None: find out.
    `known`: what is remembered of the photos; each file is then read for its SHA-256 too, by which a project knows it again.
    Raises DataError (empty, no
    folder, not allowed, a photo with several
    labels…), UsageError (no such level) and StopRequested.
    """
    data = data.absolute()
    _need_text(str(data), *also)
    if is_table(data):
        if class_level:
            raise UsageError("A table already says which class each photo belongs to. Leave out the class level.")
        listing = list_table(data, columns, to_label)
    elif also:
        listing = list_together([data, *map(Path, also)], control, together, class_level)
    else:
        listing = list_folder(data, control, class_level, only, to_label=to_label)
    for file in listing.left_out:
        yield Skipped(path=file.path, reason=file.reason)
    checked = yield from read_headers(listing.photos, listing.roots, control, known.header if known else read_header)
    left_out = sorted(listing.left_out + checked.left_out, key=lambda file: file.path)
    need_photos(checked.photos, left_out, data)
    photos, findings = checked.photos, listing.findings
    if tones is None:
        tones, of_tones = yield from find_tones(checked.deep, listing.roots, control)
        findings += of_tones
    copies = yield from find_copies(checked.candidates, listing.roots, control)
    findings += copy_findings(copies)
    labelled = [photo for photo in photos if photo.label]
    if listing.has_splits and not to_test:
        unlabelled = [photo for photo in photos if not photo.label]
        found, labelled = labelled, complete_splits(labelled, str(data), findings)
        findings += split_findings(found, labelled)
        photos = sorted(labelled + unlabelled, key=lambda photo: photo.path) if unlabelled else labelled
    if not to_test:
        findings += class_findings(labelled, listing.folders, left_out)
    findings += reduced_findings(checked.reduced)
    classes = sorted({photo.label for photo in labelled})
    scan = Scan(
        listing.roots,
        classes,
        photos,
        left_out=left_out,
        findings=findings,
        has_splits=listing.has_splits,
        tones=tones,
        class_level=listing.class_level,
        levels=listing.levels,
        together=listing.together,
        files=(yield from read_files(photos, listing.roots, known, control)) if known else [],
    )
    if listing.has_splits and not to_test:
        scan = with_split_findings(scan)
    for finding in scan.findings:
        yield Warned(text=finding.text)
    if listing.levels and not class_level:
        yield Warned(text=_choice(listing))
    return scan


def _need_text(*names: str) -> None:
    """Raises DataError for a name that is no text."""
    for name in names:
        if (whole := as_text(name)) != name:
            raise DataError(
                "The name of {file} contains characters this computer cannot read. Rename it, then try again.",
                file=whole,
            )


def _choice(listing: Listing) -> Message:
    """Which level was taken, and which other one could be. In the window this is a question, so it is no finding."""
    levels = sorted(listing.levels, key=lambda level: level.number == listing.class_level)
    other, taken = levels[0], levels[-1]
    return say(
        "The folders at level {level} are used as the classes: {names}. If the classes are {others}, choose level "
        "{other} (--class-level {other}).",
        level=taken.number, names=_named(taken.names, taken.count),
        others=_named(other.names, other.count), other=other.number,
    )  # fmt: skip


def _named(names: list[str], count: int) -> str:
    return ", ".join(names) + (", …" if count > len(names) else "")
