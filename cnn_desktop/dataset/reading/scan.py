"""Reads a folder or a CSV file into a Scan: photos, classes, findings.

A folder holds one folder a class, at any depth below which all photos are of that class; or train, val and test
folders of class folders. A folder that holds nothing but one folder of folders is opened one level down, as a
downloaded archive usually unpacks to that. A CSV has the columns path, label (or class) and, if you like, split; paths
are relative to the CSV.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from cnn_desktop.dataset.checks.copies import copy_findings, find_copies, with_split_findings
from cnn_desktop.dataset.checks.depth import find_tones
from cnn_desktop.dataset.checks.headers import (
    class_findings,
    complete_splits,
    need_classes,
    read_headers,
    reduced_findings,
    split_findings,
)
from cnn_desktop.dataset.reading.listing import list_folder
from cnn_desktop.dataset.reading.table import TABLE_SUFFIXES, list_table
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Warned
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.text_out import as_text
from cnn_desktop.domain.tones import Tones


def read_data(
    data: Path, control: Control, tones: Tones | None = None, to_test: bool = False
) -> Generator[Event, None, Scan]:
    """Lists the photos of a folder or a CSV file and checks each one's header; yields Progress, Skipped and Warned.

    Splits are set where it came with them. `tones`: how deep photos are read, where that is settled; else it is found
    out. `to_test`: a trained model is tested on it, so one class is enough, no photo needs to train, and nothing is said
    of what a training would lack. Raises DataError (empty, one class only, no folder, not allowed, a photo with several
    labels…) and StopRequested.
    """
    whole = as_text(str(data.absolute()))
    if whole != str(data.absolute()):
        raise DataError("The name of {file} holds bytes that are not text. Rename it, then try again.", file=whole)
    if data.suffix.lower() in TABLE_SUFFIXES and data.is_file():
        listing = list_table(data.absolute())
    else:
        data = data.absolute()
        listing = list_folder(data, control)
    checked = yield from read_headers(listing.photos, listing.roots, control)
    left_out = sorted(listing.left_out + checked.left_out, key=lambda file: file.path)
    need_classes(checked.photos, left_out, data, 1 if to_test else 2)
    photos, findings = checked.photos, listing.findings
    if tones is None:
        tones, of_tones = yield from find_tones(checked.deep, listing.roots, control)
        findings += of_tones
    copies = yield from find_copies(checked.candidates, listing.roots, control)
    findings += copy_findings(copies)
    if listing.has_splits and not to_test:
        photos = complete_splits(checked.photos, str(data))
        findings += split_findings(checked.photos, photos)
    if not to_test:
        findings += class_findings(photos, listing.folders.values())
    findings += reduced_findings(checked.reduced)
    classes = sorted({photo.label for photo in photos})
    scan = Scan(listing.roots, classes, photos, left_out, findings, listing.has_splits, tones)
    if listing.has_splits and not to_test:
        scan = with_split_findings(scan)
    for finding in scan.findings:
        yield Warned(text=finding.text)
    return scan
