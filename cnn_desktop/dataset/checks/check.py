"""All checks of a data set that need its photos decoded: when a person asks for them, in a child or from a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from cnn_desktop.dataset.checks.classes import class_findings, few_photos, follows_from_classes, imbalance
from cnn_desktop.dataset.checks.copy_findings import (
    COPIES,
    Totals,
    copy_findings,
    known_groups,
    leak_findings,
    near_findings,
)
from cnn_desktop.dataset.checks.left_out import reasons
from cnn_desktop.dataset.checks.look import Look
from cnn_desktop.dataset.checks.looks import Looks, over_all
from cnn_desktop.dataset.checks.near import near_groups
from cnn_desktop.dataset.checks.pixel_copies import joined, pixel_copies
from cnn_desktop.dataset.checks.quality import is_of_quality, is_uniform, quality_findings
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, read_header
from cnn_desktop.dataset.reading.files import is_photo
from cnn_desktop.dataset.reading.formats import DAMAGED
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.files import is_folder
from cnn_desktop.domain.jobs.check_data import CheckData, DataChecked, save_findings
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding, LeftOut, Photo, PhotoFacts, Scan
from cnn_desktop.domain.scan_files import load_scan
from cnn_desktop.domain.tones import OWN

_ANEW = (*COPIES, "unreadable", "truncated")
"""Kinds of which all that was found earlier is found again."""
_WEIGHT = {"error": 0, "warning": 1, "info": 2}


class Checked(msgspec.Struct, frozen=True):
    """What was found, the gravest first, and what was seen of each photo that can be read."""

    findings: list[Finding]
    seen: list[tuple[Photo, Look]]
    bad: list[LeftOut]
    """Photos that cannot be read, whether the scan has left them out or not."""


def check_data(job: CheckData, control: Control) -> Iterator[Event]:
    """Raises DataError, StopRequested."""
    scan = load_scan(Path(job.snapshot))
    checked = yield from check_photos(scan, control, near=job.near)
    save_findings(checked.findings, Path(job.result))
    count = sum(finding.kind != "note" for finding in checked.findings)
    yield DataChecked(job.result, photos=len(scan.photos), findings=count)


def check_photos(scan: Scan, control: Control, *, near: bool = True) -> Generator[Event, None, Checked]:
    """All that is found in the photos of `scan`, also in those without a label; with what reading the folder has found.

    Yields Progress. `near`: also photos that look nearly the same. Raises DataError when the photos are gone, StopRequested.
    """
    _need_roots(scan)
    looks = Looks(scan.roots, scan.tones or OWN)
    files = [scan.file(photo) for photo in scan.photos]
    results = yield from over_all(looks.of, files, say("Looking at the photos"), looks, control)
    _need_roots(scan)  # still
    places = [place for place, result in enumerate(results) if isinstance(result, Look)]
    seen = [(scan.photos[place], result) for place, result in enumerate(results) if isinstance(result, Look)]
    bad = [
        *_left_out(scan),
        *(
            LeftOut(photo.told_path(scan.roots), result)
            for photo, result in zip(scan.photos, results, strict=True)
            if not isinstance(result, Look)
        ),
    ]
    same = yield from pixel_copies([files[place] for place in places], [look for _, look in seen], looks, control)
    numbers = {photo: number for number, (photo, _) in enumerate(seen)}
    earlier = [
        [numbers[photo] for photo in group if photo in numbers]
        for group in known_groups("exact_duplicate", scan.findings, scan.photos)
    ]
    copies, total = joined([*same, *earlier]), Counter(photo.split for photo in scan.photos)
    labelled = [photo for photo in scan.photos if photo.label]
    found = [
        *_unreadable(bad),
        *_of_groups(seen, copies, total),
        *(_near(seen, copies, total) if near else ()),
        *quality_findings(seen),
        *class_findings(labelled, {}, []),
        *few_photos(labelled),
        *imbalance(PhotoFacts.of(scan).classes),
    ]
    return Checked(by_weight(_with_earlier(found, scan.findings)), seen, bad)


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """The gravest first."""
    return sorted(findings, key=lambda finding: _WEIGHT[finding.severity])


def _need_roots(scan: Scan) -> None:
    """Raises DataError: of a drive that is not there, not each photo is to be told."""
    for folder in scan.roots.values():
        if not is_folder(folder):
            raise DataError(
                "The photos are no longer in {folder}. If they are on an external drive, connect it, then check again.",
                folder=folder,
            )


def _of_groups(seen: list[tuple[Photo, Look]], copies: list[list[int]], total: Totals) -> Iterator[Finding]:
    groups = [_by_path(seen, group) for group in copies if len(group) > 1]
    groups.sort(key=lambda group: group[0].path)
    yield from leak_findings(groups, total)
    yield from copy_findings(groups)


def _near(seen: list[tuple[Photo, Look]], copies: list[list[int]], total: Totals) -> Iterator[Finding]:
    """Of each picture one copy is compared; photos of nothing all look the same, and are told as such."""
    others = {group[0]: group for group in copies if group}
    repeated = {place for group in copies for place in group[1:]}
    places = [place for place, (_, look) in enumerate(seen) if place not in repeated and not is_uniform(look)]
    hashes = np.array([(seen[place][1].hash, seen[place][1].mirrored) for place in places], np.uint64).reshape(-1, 2)
    groups = [
        _by_path(seen, [one for row in rows for one in others.get(places[row], [places[row]])])
        for rows in near_groups(hashes)
    ]
    yield from near_findings(sorted(groups, key=lambda group: group[0].path), total)


def _by_path(seen: list[tuple[Photo, Look]], places: Iterable[int]) -> list[Photo]:
    return sorted((seen[place][0] for place in places), key=lambda photo: (photo.path, photo.root))


def _left_out(scan: Scan) -> Iterator[LeftOut]:
    """What the scan has left out for want of a photo that can be read; not what has no label, say."""
    root = next(iter(scan.roots.values()), "")
    for file in scan.left_out:
        if is_photo(file.path):
            try:
                read_header(Path(root, file.path))
            except UnreadablePhoto:
                yield file


def _unreadable(bad: Sequence[LeftOut]) -> Iterator[Finding]:
    """A file that begins like a photo and breaks off is one that was cut off while it was copied, more often than not."""
    if cut := [file for file in bad if file.reason.text == DAMAGED.text]:
        text = say(
            "{n} {n:photo is|photos are} damaged or incomplete, so {n:it|they} cannot be used. {reasons}",
            n=len(cut), reasons=reasons(cut),
        )  # fmt: skip
        yield Finding(text, "truncated", [file.path for file in cut])
    if others := [file for file in bad if file.reason.text != DAMAGED.text]:
        text = say(
            "{n} {n:photo|photos} cannot be read, so {n:it|they} cannot be used. {reasons}",
            n=len(others), reasons=reasons(others),
        )  # fmt: skip
        yield Finding(text, "unreadable", [file.path for file in others])


def _with_earlier(found: list[Finding], earlier: Sequence[Finding]) -> list[Finding]:
    """With what reading the folder has found and these checks have not found anew."""
    told = {(finding.kind, str(finding.text)) for finding in found}
    return found + [
        finding
        for finding in earlier
        if finding.kind not in _ANEW
        and not (is_of_quality(finding) or follows_from_classes(finding))
        and (finding.kind, str(finding.text)) not in told
    ]
