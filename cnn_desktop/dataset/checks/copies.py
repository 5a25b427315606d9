"""Photos that are there more than once: found by what of their files is picture, told with what it means for a training.

Equal is what has the same picture data: copies of a file, also with another name, time or EXIF data, comment or colour
profile (JPEG, PNG). A photo that was saved anew in another format has other data, and is not found here.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter, defaultdict
from collections.abc import Generator, Iterator
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.decode import on_disk
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Finding, FindingKind, Photo, Scan, Severity, Split

_PROGRESS_SECONDS = 0.1
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_SCAN, _COMMENT, _ADOBE = 0xDA, 0xFE, 0xEE
_PNG_PICTURE = (b"IHDR", b"PLTE", b"tRNS", b"IDAT")


class Candidates:
    """Photos by a sketch that equals that of their copies; keeps little of those that share theirs with none."""

    def __init__(self) -> None:
        self._first: dict[bytes, Photo] = {}
        self._groups: dict[bytes, list[Photo]] = {}

    def add(self, photo: Photo, sketch: bytes) -> None:
        first = self._first.setdefault(sketch, photo)
        if first is not photo:
            self._groups.setdefault(sketch, [first]).append(photo)

    def groups(self) -> list[list[Photo]]:
        """Those that share a sketch, two or more each."""
        return list(self._groups.values())


def picture_sha256(content: bytes) -> bytes:
    """SHA-256 of what of a photo's file is picture; of all of it where that is not known, or the file is damaged."""
    if content.startswith(_JPEG):
        parts = _jpeg_picture(content)
    elif content.startswith(_PNG):
        parts = _png_picture(content)
    else:
        parts = [content]
    digest = hashlib.sha256()
    for part in parts or [content]:
        digest.update(part)
    return digest.digest()


def _jpeg_picture(content: bytes) -> list[bytes | memoryview]:
    """All but EXIF and the like; empty when it is no JPEG after all."""
    parts: list[bytes | memoryview] = []
    place, view = 2, memoryview(content)
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker, end = content[place + 1], place + 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        if marker == _SCAN:
            return [*parts, view[place:]]
        if marker == _ADOBE or not (0xE0 <= marker <= 0xEF or marker == _COMMENT):
            parts.append(view[place:end])
        place = end
    return []


def _png_picture(content: bytes) -> list[bytes | memoryview]:
    """The chunks that make the picture, however its data is cut into pieces; empty when it breaks off."""
    parts: list[bytes | memoryview] = []
    place, view = len(_PNG), memoryview(content)
    while place + 12 <= len(content):
        length, name = int.from_bytes(content[place : place + 4], "big"), content[place + 4 : place + 8]
        if name in _PNG_PICTURE:
            parts.append(view[place + 8 : place + 8 + length])
        elif name == b"IEND":
            return parts
        place += 12 + length
    return []


def find_copies(
    candidates: Candidates, roots: dict[str, str], control: Control
) -> Generator[Event, None, list[list[Photo]]]:
    """Groups of photos that are one picture, in the order of their paths; reads the candidates. Raises StopRequested."""
    groups = candidates.groups()
    total, done, told = sum(map(len, groups)), 0, time.monotonic()
    found: list[list[Photo]] = []
    for group in groups:
        same: dict[bytes, list[Photo]] = defaultdict(list)
        for photo in group:
            control.stop_if_asked()
            try:
                content = on_disk(Path(roots[photo.root], photo.path)).read_bytes()
            except OSError:
                continue  # it is told when it is wanted
            same[picture_sha256(content)].append(photo)
            done += 1
            if time.monotonic() - told >= _PROGRESS_SECONDS:
                told = time.monotonic()
                yield Progress(doing=say("Comparing photos that look like copies"), done=done, total=total)
        found += [sorted(photos, key=lambda photo: photo.path) for photos in same.values() if len(photos) > 1]
    return sorted(found, key=lambda photos: photos[0].path)


def copy_findings(copies: list[list[Photo]]) -> Iterator[Finding]:
    """Of photos that are there more than once, and of those in two classes."""
    torn = [photos for photos in copies if len({photo.label for photo in photos}) > 1]
    if torn:
        one, other = torn[0][0], next(photo for photo in torn[0] if photo.label != torn[0][0].label)
        text = say(
            "{n} {n:photo is|photos are} in two classes, such as {one} and {other}. Keep each in its right class only.",
            n=len(torn), one=one.path, other=other.path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_labels", torn, "error")
    if copies:
        one, other, *_ = copies[0]
        text = say(
            "{n} {n:photo is|photos are} here more than once, such as {one} and {other}. Keep one copy of each.",
            n=len(copies), one=one.path, other=other.path,
        )  # fmt: skip
        yield _finding(text, "exact_duplicate", copies, "info")


def with_split_findings(scan: Scan) -> Scan:
    """`scan`, whose photos have their splits, with what its copies mean for them in place of what was said earlier."""
    others = [finding for finding in scan.findings if finding.kind != "same_photo_two_splits"]
    return msgspec.structs.replace(scan, findings=[*_split_findings(scan), *others])


def _split_findings(scan: Scan) -> Iterator[Finding]:
    """Of photos that test and train as well, or check the training and train."""
    copies = _known_copies(scan)
    total = Counter(photo.split for photo in scan.photos)
    if tested := _shared(copies, "test", {"train", "val"}):
        leaks = [photo for photos in tested for photo in photos if photo.split == "test"]
        text = say(
            "{n} of the {total} test {total:photo|photos} also {n:trains or checks|train or check} the model, such as {file}. "
            "Remove the copies: with them the test looks better than it is.",
            n=len(leaks), total=total["test"], file=leaks[0].path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_splits", tested, "error")
    if checked := _shared(copies, "val", {"train"}):
        leaks = [photo for photos in checked for photo in photos if photo.split == "val"]
        text = say(
            "{n} of the {total} validation {total:photo|photos} also {n:trains|train} the model, such as {file}. "
            "Remove the copies: with them the training looks better than it is.",
            n=len(leaks), total=total["val"], file=leaks[0].path,
        )  # fmt: skip
        yield _finding(text, "same_photo_two_splits", checked, "error")


def _shared(copies: list[list[Photo]], split: Split, others: set[Split]) -> list[list[Photo]]:
    """The groups with a photo in `split` and one in `others`."""
    splits = [{photo.split for photo in photos} for photos in copies]
    return [photos for photos, found in zip(copies, splits, strict=True) if split in found and found & others]


def _known_copies(scan: Scan) -> list[list[Photo]]:
    """The groups of `copy_findings`, with the splits their photos have now."""
    groups: dict[int, list[Photo]] = defaultdict(list)
    known = next((finding for finding in scan.findings if finding.kind == "exact_duplicate"), None)
    if known:
        numbers = dict(zip(known.photos, known.group, strict=True))
        for photo in scan.photos:
            if photo.path in numbers:
                groups[numbers[photo.path]].append(photo)
    return list(groups.values())


def _finding(text: Message, kind: FindingKind, groups: list[list[Photo]], severity: Severity) -> Finding:
    pairs = [(photo.path, number) for number, photos in enumerate(groups, 1) for photo in photos]
    return Finding(text, kind, [path for path, _ in pairs], [number for _, number in pairs], severity)
