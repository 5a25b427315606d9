"""Reads a folder or a CSV file into a Scan: photos, classes, findings.

A folder holds one folder a class, at any depth below which all photos are of that class; or train, val and test
folders of class folders. A folder that holds nothing but one folder of folders is opened one level down, as a
downloaded archive usually unpacks to that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from pathlib import Path

from cnn_desktop.dataset.checks.headers import (
    read_headers,
    class_findings,
    complete_splits,
    need_two_classes,
    reduced_findings,
)  # fmt: skip
from cnn_desktop.dataset.reading.decode import PHOTO_SUFFIXES, printable
from cnn_desktop.dataset.reading.listing import Listing, list_folder
from cnn_desktop.dataset.reading.table import TABLE_SUFFIXES, list_table
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Warned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding, Photo, Scan


def read_data(data: Path, control: Control | None = None) -> Generator[Event, None, Scan]:
    """Reads a folder or a CSV file; splits are set where it came with them. Raises DataError, StopRequested."""
    if data.suffix.lower() in TABLE_SUFFIXES and data.is_file():
        return (yield from scan_table(data, control))
    return (yield from scan_folder(data, control))


def scan_folder(data: Path, control: Control | None = None) -> Generator[Event, None, Scan]:
    """Lists the class folders of `data` and checks each photo's header; yields Progress, Skipped and Warned.

    Raises DataError (empty, one class only, no folder, not allowed…) and StopRequested.
    """
    data = _folder(data)
    listing = list_folder(data, control)
    if not listing.photos:
        _nothing_found(data, listing)
    roots = {"1": str(listing.root)}
    checked = yield from read_headers(listing.photos, roots, control)
    left_out = sorted(listing.left_out + checked.left_out, key=lambda file: file.path)
    need_two_classes(checked.photos, left_out, data)
    findings = _layout_findings(data, listing)
    photos = checked.photos
    if listing.has_splits:
        photos, more = complete_splits(photos, str(data))
        findings += more
        findings += _classes_not_trained(photos)
    findings += class_findings(photos, list(listing.folders.values())) + reduced_findings(checked.reduced)
    for finding in findings:
        yield Warned(text=finding.text)
    classes = sorted({photo.label for photo in photos})
    return Scan(roots, classes, photos, left_out, findings, listing.has_splits)


def scan_table(data: Path, control: Control | None = None) -> Generator[Event, None, Scan]:
    """Reads a CSV with the columns path, label (or class) and, if you like, split; paths are relative to the CSV.

    Raises DataError, also for a photo with several labels, and StopRequested.
    """
    table = list_table(data.absolute())
    checked = yield from read_headers(table.photos, table.roots, control)
    left_out = sorted(table.left_out + checked.left_out, key=lambda file: file.path)
    need_two_classes(checked.photos, left_out, data)
    photos, findings = checked.photos, list[Finding]()
    if table.has_splits:
        photos, findings = complete_splits(photos, str(data))
        findings += _classes_not_trained(photos)
    findings += class_findings(photos, []) + reduced_findings(checked.reduced)
    for finding in findings:
        yield Warned(text=finding.text)
    classes = sorted({photo.label for photo in photos})
    return Scan(table.roots, classes, photos, left_out, findings, table.has_splits)


def _folder(data: Path) -> Path:
    """`data` as an absolute folder. Raises DataError when it is none."""
    name = printable(data)
    if name != str(data):
        raise DataError("The name of the folder {folder} holds bytes that are no letters. Rename it.", folder=name)
    try:
        exists, is_folder = data.exists(), data.is_dir()
    except OSError as error:
        raise DataError(
            "The folder {folder} could not be read: {reason}. Check the disk, then open it again.",
            folder=name, reason=error.strerror or str(error),
        ) from error  # fmt: skip
    if not exists:
        raise DataError("There is no folder {folder}. Check its name, or choose another.", folder=name)
    if not is_folder:
        raise DataError(
            "{file} is not a folder. Choose the folder that holds one folder of photos for each class.", file=name
        )
    return data.absolute()


def _nothing_found(data: Path, listing: Listing) -> None:
    """Raises the DataError that fits a folder without any photo in a class folder."""
    loose = [file for file in listing.left_out if Path(file.path).suffix.lower() in PHOTO_SUFFIXES]
    if loose:
        raise DataError(
            "The photos lie directly in {folder}. Put them into one folder for each class, named after the class.",
            folder=str(data),
        )
    if not listing.left_out and not listing.folders:
        raise DataError(
            "The folder {folder} is empty. Choose one that holds one folder of photos for each class.", folder=str(data)
        )
    closed = next((file for file in listing.left_out if file.path in listing.folders), None)
    if closed:
        raise DataError("There are no photos to read in {folder}: {reason}", folder=str(data), reason=closed.reason)
    raise DataError(
        "There are no photos in {folder}. Choose a folder that holds one folder of photos for each class.",
        folder=str(data),
    )


def _layout_findings(data: Path, listing: Listing) -> list[Finding]:
    findings = []
    if listing.root != data:
        findings.append(
            Finding(say("The class folders were found one level down, in {folder}.", folder=str(listing.root)))
        )
    inner = list(listing.inner_names.values())
    shared = set.intersection(*inner) if len(inner) > 1 else set()
    if len(inner) == len(set(listing.folders.values())) and len(shared) > 1 and not listing.has_splits:
        findings.append(
            Finding(
                say(
                    "The outer folders, such as “{outer}”, are taken as the classes. If the classes are the folders "
                    "inside them, such as “{inner}”, open {folder} instead.",
                    outer=min(listing.inner_names),
                    inner=min(shared),
                    folder=str(listing.root / min(listing.inner_names)),
                )
            )
        )
    return findings


def _classes_not_trained(photos: list[Photo]) -> list[Finding]:
    """Classes that appear among validation or test photos only: no model can learn them."""
    trained = {photo.label for photo in photos if photo.split == "train"}
    count = Counter(photo.label for photo in photos if photo.label not in trained)
    return [
        Finding(
            say(
                "The class “{name}” has no training photos, so the model cannot learn it. Add some to its train folder.",
                name=name,
            )
        )
        for name in sorted(count)
    ]
