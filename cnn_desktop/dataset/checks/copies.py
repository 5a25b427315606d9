"""Photos that are there more than once: found by what of their files is picture, told with what it means for a training.

Equal is what has the same picture data: copies of a file, also with another name, time, EXIF data, comment or colour
profile (JPEG, PNG). Photos that were saved anew without loss, say as PNG, have the same pixels only: these are compared as
far as it takes but a moment, since reading a folder decodes no photos otherwise.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path

from cnn_desktop.dataset.reading.content import read_content, room_for
from cnn_desktop.dataset.reading.decode import JPEGS, PhotoHeader, UnreadablePhoto, open_photo
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Photo

_PROGRESS_SECONDS = 0.1
_MOST_PIXELS = 16_000_000
"""Decoded at most to compare pixels: a quarter of a second."""
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_SCAN, _COMMENT, _ADOBE = 0xDA, 0xFE, 0xEE
_PNG_PICTURE = (b"IHDR", b"PLTE", b"tRNS", b"IDAT")


class Candidates:
    """Photos that may be copies, by what their headers tell."""

    def __init__(self) -> None:
        self._first: dict[bytes, Photo] = {}
        self._alike: dict[bytes, list[Photo]] = {}
        self._by_size: dict[tuple[int, int], list[tuple[Photo, bool]]] = defaultdict(list)

    def add(self, photo: Photo, header: PhotoHeader) -> None:
        first = self._first.setdefault(header.sketch, photo)
        if first is not photo:
            self._alike.setdefault(header.sketch, [first]).append(photo)
        size = min(header.width, header.height), max(header.width, header.height)  # EXIF may turn one of them
        self._by_size[size].append((photo, header.format not in JPEGS))

    def alike(self) -> list[list[Photo]]:
        """Those that share a sketch, two or more each."""
        return list(self._alike.values())

    def of_one_size(self) -> list[list[Photo]]:
        """Those of the same width and height among which one may be another's loss-free copy; the smallest groups first."""
        pixels, groups = 0, []
        for (width, height), found in sorted(
            self._by_size.items(), key=lambda one: one[0][0] * one[0][1] * len(one[1])
        ):
            pixels += width * height * len(found)
            if pixels > _MOST_PIXELS:
                break
            if len(found) > 1 and any(is_lossless for _, is_lossless in found):
                groups.append([photo for photo, _ in found])
        return groups


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
    ways = ((candidates.alike(), _by_data), (candidates.of_one_size(), _by_pixels))
    total, done, told = sum(len(group) for groups, _ in ways for group in groups), 0, time.monotonic()
    group_of: dict[Photo, list[Photo]] = {}
    for groups, key in ways:
        for group in groups:
            same: dict[bytes, list[Photo]] = defaultdict(list)
            for photo in group:
                control.stop_if_asked()
                with contextlib.suppress(OSError, UnreadablePhoto):  # it is told when it is wanted
                    same[key(Path(roots[photo.root], photo.path))].append(photo)
                done += 1
                if time.monotonic() - told >= _PROGRESS_SECONDS:
                    told = time.monotonic()
                    yield Progress(doing=say("Looking for copies of photos"), done=done, total=total)
            for photos in same.values():
                if len(photos) < 2:
                    continue
                joined = list(dict.fromkeys(one for photo in photos for one in group_of.get(photo, [photo])))
                group_of |= dict.fromkeys(joined, joined)
    found = {id(photos): photos for photos in group_of.values()}.values()
    return sorted((sorted(photos, key=lambda photo: photo.path) for photos in found), key=lambda photos: photos[0].path)


def _by_data(file: Path) -> bytes:
    with room_for(file, decoded=False):
        return picture_sha256(read_content(file)[0])


def _by_pixels(file: Path) -> bytes:
    image = open_photo(file)
    return hashlib.sha256(f"{image.size}".encode() + image.tobytes()).digest()
