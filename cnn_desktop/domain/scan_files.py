"""Scans as files: what a child has read, for the window (or the other way), and the snapshot a run keeps in its folder.

A project may have a million photos, so the window never holds them all: they come and go a few at a time (`Reading`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import msgspec

from cnn_desktop.domain.decoding import Count, Unreadable, as_kind, understood
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import replacing, write_bytes
from cnn_desktop.domain.own_files import LARGE, find_json, read_csv, read_head, read_json, read_json_parts
from cnn_desktop.domain.photos import NO_FILE, FileFacts, Photo, Scan, Split, may_be_path
from cnn_desktop.domain.text_out import as_json, csv_lines

DATASET, SPLIT = "dataset.json", "split.csv"
"""The snapshot's files."""
_AT_ONCE = 1000
"""Photos of a part."""
_Row = tuple[str, str, Split | Literal[""], str, str]
"""A line of `split.csv`: path, class, split, root, number."""
_COLUMNS = ("path", "class", "split", "root")
_NUMBER = "number"
"""A column of `split.csv`, of photos of a project; earlier versions did not write it."""
Name = Annotated[str, msgspec.Meta(max_length=1 << 16)]
Whole = Annotated[int, msgspec.Meta(ge=-(1 << 63), le=(1 << 63) - 1)]
"""These are checked where a value is read; SQLite takes no larger number."""


class PhotoLine(NamedTuple):
    """A photo and its file, as one line of a reading."""

    path: Name
    label: Name
    split: Split | None
    root: Name
    group: Name
    number: Count
    content: Annotated[bytes, msgspec.Meta(max_length=64)]
    """As the others: of `FileFacts`."""
    size: Whole
    changed: Whole

    @property
    def photo(self) -> Photo:
        return Photo(*self[:6])


def photo_line(photo: Photo, file: FileFacts = NO_FILE) -> PhotoLine:
    return PhotoLine(photo.path, photo.label, photo.split, photo.root, photo.group, photo.number, *file)


class Reading(NamedTuple):
    """A scan whose photos come a few at a time, as there may be a million: nobody has to hold them all."""

    facts: Scan
    """Without photos and files."""
    total: int
    parts: Callable[[], Iterable[Sequence[PhotoLine]]]
    """The photos, from the first on at each call. Raises DataError."""
    has_files: bool = False
    """Whether they come with facts of their files."""

    @staticmethod
    def of(scan: Scan | Reading) -> Reading:
        """`scan` itself."""
        if isinstance(scan, Reading):
            return scan
        has_files = bool(scan.photos) and len(scan.files) == len(scan.photos)

        def parts() -> Iterator[list[PhotoLine]]:
            for start in range(0, len(scan.photos), _AT_ONCE):
                photos = scan.photos[start : start + _AT_ONCE]
                files = scan.files[start : start + _AT_ONCE] if has_files else [NO_FILE] * len(photos)
                yield [photo_line(photo, file) for photo, file in zip(photos, files, strict=True)]

        return Reading(msgspec.structs.replace(scan, photos=[], files=[]), len(scan.photos), parts, has_files)

    def scan(self) -> Scan:
        """All of it at once."""
        photos, files = [], []
        for part in self.parts():
            photos += [line.photo for line in part]
            if self.has_files:
                files += [FileFacts(*line[6:]) for line in part]
        return msgspec.structs.replace(self.facts, photos=photos, files=files)


class _Head(msgspec.Struct, frozen=True):
    """First line of a reading's file."""

    facts: Scan
    photos: Count
    has_files: bool


def save_reading(reading: Reading, path: Path) -> None:
    """Writes JSON lines: one for all but the photos, one for each photo. Raises DataError."""
    with replacing(path, is_lasting=False) as temporary, temporary.open("r+b") as file:
        file.write(as_json(_Head(reading.facts, reading.total, reading.has_files)) + b"\n")
        for part in reading.parts():
            file.write(b"".join(as_json(line) + b"\n" for line in part))


def open_reading(path: Path) -> Reading:
    """`save_reading`'s file. Raises DataError now or while it is read: a file that is not whole is none of ours."""
    problem = DataError("{file} could not be read. Open the folder again.", file=str(path))
    try:
        head = read_head(path, _Head)
    except Unreadable as error:
        raise problem from error
    facts, labels = head.facts, {*head.facts.classes, ""}
    if facts.photos or facts.files or not _is_sound(facts, labels):
        raise problem

    def parts() -> Iterator[list[PhotoLine]]:
        count = 0
        try:
            for part in read_json_parts(path, PhotoLine):
                count += len(part)
                if not (count <= head.photos and _are_sound(part, facts.roots, labels)):
                    raise problem
                yield part
        except Unreadable as error:
            raise problem from error
        if count < head.photos:
            raise problem

    return Reading(facts, head.photos, parts, head.has_files)


def save_scan(scan: Scan, path: Path) -> None:
    """As `save_reading`."""
    save_reading(Reading.of(scan), path)


def load_scan(path: Path) -> Scan:
    """Reads `save_reading`'s file, all of it. Raises DataError."""
    return open_reading(path).scan()


def save_snapshot(scan: Scan | Reading, run: Path) -> None:
    """Writes the run's `dataset.json` (roots, classes) and `split.csv` (root,path,class,split; of a project also number)."""
    reading = Reading.of(scan)
    write_bytes(run / DATASET, msgspec.json.format(as_json(reading.facts)))
    has_numbers = any(line.number for part in reading.parts() for line in part)
    rows = (
        [line.root, line.path, line.label, line.split, *([line.number] if has_numbers else [])]
        for part in reading.parts()
        for line in part
    )
    columns = ["root", "path", "class", "split", *([_NUMBER] if has_numbers else [])]
    with replacing(run / SPLIT) as temporary, temporary.open("wb") as file:
        file.writelines(line.encode() for line in csv_lines(columns, rows))


def load_snapshot(run: Path) -> Scan:
    """Reads what `save_snapshot` wrote. Raises DataError naming the file at fault."""
    damaged = DataError("The list of photos in {folder} is damaged. Train again.", folder=str(run))
    file = run / DATASET
    try:
        facts = read_json(file, Scan, LARGE)
        file = run / SPLIT
        rows = as_kind(read_csv(file, _COLUMNS, [_NUMBER]), list[_Row])
        with understood():
            numbers = as_kind([int(row[-1] or 0) for row in rows], list[Count])
    except Unreadable as error:
        if error.problem is None:
            raise damaged from error
        raise DataError(
            "{file} is missing, so it is not known which photos belong to this training run. Train again.",
            file=str(file),
        ) from error
    scan = msgspec.structs.replace(
        facts,
        photos=[
            Photo(path, label, split or None, root, number=number)
            for (path, label, split, root, _), number in zip(rows, numbers, strict=True)
        ],
    )
    if not _is_sound(scan, set(scan.classes)):
        raise damaged
    return scan


def snapshot_roots(run: Path) -> dict[str, str]:
    """Root id → absolute folder, as `run` saw them; none where its snapshot cannot be read."""
    found = find_json(run / DATASET, Scan)
    return found.roots if found else {}


def _is_sound(scan: Scan, labels: set[str]) -> bool:
    """False for photos of a label or a root that is not there, and for names that no file can have."""
    return (
        len(set(scan.classes)) == len(scan.classes)
        and all(map(may_be_path, scan.roots.values()))
        and _are_sound(scan.photos, scan.roots, labels)
    )


def _are_sound(photos: Iterable[Photo | PhotoLine], roots: Mapping[str, str], labels: set[str]) -> bool:
    return all(photo.root in roots and photo.label in labels and may_be_path(photo.path) for photo in photos)
