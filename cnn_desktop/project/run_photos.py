"""A run's photos as its project knows them now: where they lie, and what they are labelled. Their split stays the run's own.

A run knows its photos by their numbers, so wherever a person has moved them; one of before there were numbers by where they lay.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from cnn_desktop.domain.photos import Photo, PhotoFacts, Scan, may_be_path
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database
from cnn_desktop.project.taking import whole


class Known(NamedTuple):
    """A photo of the project."""

    number: int
    root: str
    path: str
    label: str
    excluded: int


class RunPhotos:
    """Methods raise DataError when the disk fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def to_test(self, scan: Scan, facts: PhotoFacts) -> Scan:
        """The photos `scan` that a run saw, as they are labelled now, where they lie now; without those that are excluded
        or not labelled any more."""
        pairs = zip(scan.photos, self.known(scan, facts), strict=True)
        photos = [
            _placed(photo, known, scan, known.label if known else photo.label)
            for photo, known in pairs
            if not (known and (known.excluded or not known.label))
        ]
        classes = sorted({photo.label for photo in photos})
        return _with(scan, photos, facts, classes=classes, revision=facts.revision)

    def to_go_on(self, scan: Scan, facts: PhotoFacts) -> Scan:
        """The photos `scan` of a training that was cut off, as it saw them, where they lie now."""
        pairs = zip(scan.photos, self.known(scan, facts), strict=True)
        return _with(scan, [_placed(photo, known, scan, photo.label) for photo, known in pairs], facts)

    def followed(self, report: Report) -> Report:
        """`report` with its photos where they lie now."""
        places = self._places(photo.number for photo in report.photos if photo.number)
        if all(places.get(photo.number, photo.path) == photo.path for photo in report.photos):
            return report
        photos = [msgspec.structs.replace(one, path=places.get(one.number, one.path)) for one in report.photos]
        return msgspec.structs.replace(report, photos=photos)

    def _places(self, numbers: Iterable[int]) -> dict[int, str]:
        """Number of each of these photos, as far as it is known → where its file lies now."""
        query = (
            "SELECT photos.id, coalesce(folder, root), path FROM photos LEFT JOIN roots ON roots.id = root "
            "WHERE photos.id IN (SELECT value FROM json_each(?))"
        )
        rows = self._database.rows(query, tuple[int, str, str], (as_json(list(numbers)).decode(),))
        return {number: str(Path(folder, path)) for number, folder, path in rows if may_be_path(folder + path)}

    def known(self, scan: Scan, facts: PhotoFacts) -> list[Known | None]:
        """For each photo of `scan`, which a run saw, what the project knows of it; None where it knows nothing."""
        query = "SELECT id, root, path, label, excluded FROM photos"
        rows = self._database.rows(query, tuple[int, str, str, str, int])
        known = [Known(*row) for row in rows if may_be_path(row[1] + row[2])]
        of_number = {one.number: one for one in known}
        if all(photo.number for photo in scan.photos):
            return [of_number.get(photo.number) for photo in scan.photos]
        tops = {root: whole(folder) for root, folder in facts.roots.items()}
        of_file = {f"{tops[one.root] if one.root in tops else whole(one.root)}/{one.path}": one for one in known}
        of_place = {(one.root, one.path): one for one in known}
        were = {root: whole(folder) for root, folder in scan.roots.items()}
        return [
            of_number.get(photo.number)
            or of_file.get(f"{were[photo.root]}/{photo.path}")
            or of_place.get((photo.root, photo.path))
            for photo in scan.photos
        ]


def _placed(photo: Photo, known: Known | None, scan: Scan, label: str) -> Photo:
    """Of the class `label`, where it lies now; one that the project does not know stays where it was."""
    if known is None:
        return msgspec.structs.replace(photo, root=scan.roots[photo.root], number=0)
    return msgspec.structs.replace(photo, root=known.root, path=known.path, label=label, number=known.number)


def _with(scan: Scan, photos: list[Photo], facts: PhotoFacts, **changes: object) -> Scan:
    """`scan` with other photos; a root that the project has no more is called as its folder (`taking.moved_places`)."""
    roots = facts.roots | {one.root: one.root for one in photos if one.root not in facts.roots}
    return msgspec.structs.replace(scan, photos=photos, roots=roots, **changes)
