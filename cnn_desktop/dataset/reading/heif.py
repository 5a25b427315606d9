"""HEIF and AVIF files, by their boxes: how large the pictures are that must be decoded for the one that is shown."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from cnn_desktop.dataset.reading.cost import Cost, check_pixels, of_pixels, too_long

_MOST_META = 16 << 20
_MOST_BOXES = 20_000
_PICTURE_SECONDS = 2e-4
"""For each of the pictures that one is put together from."""


def heif_cost(stream: BinaryIO, size: int, brand: bytes) -> Cost | None:
    """Of the main picture; None where the boxes do not tell. Raises struct.error, TooCostly."""
    meta = _meta(stream, size)
    if meta is None:
        return None
    sizes, main, parts = _pictures(meta)
    areas = {item: wide * high for item, (wide, high) in sizes.items()}
    for wide, high in sizes.values():
        check_pixels(wide, high)
    largest = max(areas.values(), default=0)
    of_main = _parts_of(main, parts)
    decoded = max(largest, sum(areas.get(part, 0) for part in of_main))
    is_avif = brand in (b"avif", b"avis")
    told = of_pixels(largest, 12 if is_avif else 14, 40, besides=3 * size)
    return Cost(told.bytes, decoded * 38e-9 + len(of_main) * _PICTURE_SECONDS)


def _meta(stream: BinaryIO, size: int) -> bytes | None:
    """The content of the box that describes the pictures."""
    place = 0
    for _ in range(_MOST_BOXES):
        stream.seek(place)
        head = stream.read(16)
        if len(head) < 8:
            return None
        length, kind = struct.unpack_from(">I4s", head)
        start = 8
        if length == 1 and len(head) == 16:
            (length,), start = struct.unpack_from(">Q", head, 8), 16
        length = size - place if length == 0 else length
        if length < start:
            return None
        if kind == b"meta":
            if length > _MOST_META:
                raise too_long()
            stream.seek(place + start + 4)
            return stream.read(length - start - 4)
        place += length
    raise too_long()


def _pictures(meta: bytes) -> tuple[dict[int, tuple[int, int]], int, dict[int, tuple[int, ...]]]:
    """Item → its size; the main item; item → the items it is put together from."""
    main, parts = 0, {}
    properties: list[tuple[bytes, bytes]] = []
    of_items: list[tuple[int, int]] = []
    for kind, content in _boxes(meta):
        if kind == b"pitm":
            (main,) = struct.unpack_from(">H" if content[0] == 0 else ">I", content, 4)
        elif kind == b"iref":
            letter = "H" if content[0] == 0 else "I"
            for name, reference in _boxes(content[4:]):
                if name == b"dimg":
                    item, count = struct.unpack_from(f">{letter}H", reference)
                    parts[item] = struct.unpack_from(f">{count}{letter}", reference, struct.calcsize(f">{letter}H"))
        elif kind == b"iprp":
            for name, inside in _boxes(content):
                if name == b"ipco":
                    properties += _boxes(inside)
                elif name == b"ipma":
                    of_items += _associations(inside)
    sizes: dict[int, tuple[int, int]] = {}
    for item, place in of_items:
        if 0 < place <= len(properties) and properties[place - 1][0] == b"ispe":
            wide, high = struct.unpack_from(">II", properties[place - 1][1], 4)
            sizes[item] = wide, high
    return sizes, main, parts


def _parts_of(item: int, parts: dict[int, tuple[int, ...]]) -> list[int]:
    """All that are decoded for `item`, each as often as it is used. Raises TooCostly when they are without end."""
    found: list[int] = []
    waiting = [item]
    while waiting:
        inside = parts.get(waiting.pop(), ())
        found += inside
        waiting += inside
        if len(found) > _MOST_BOXES:
            raise too_long()
    return found


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 0
    for _ in range(_MOST_BOXES):
        if place + 8 > len(content):
            return
        length, kind = struct.unpack_from(">I4s", content, place)
        start = place + 8
        if length == 1:
            (length,), start = struct.unpack_from(">Q", content, place + 8), place + 16
        length = length or len(content) - place
        if length < start - place:
            return
        yield kind, content[start : place + length]
        place += length
    raise too_long()


def _associations(content: bytes) -> Iterator[tuple[int, int]]:
    """Item and place of a property it has, from 1."""
    version, flags = content[0], content[3]
    (count,) = struct.unpack_from(">I", content, 4)
    place = 8
    for _ in range(count):
        (item,) = struct.unpack_from(">H" if version < 1 else ">I", content, place)
        place += 2 if version < 1 else 4
        number = content[place]
        place += 1
        for _ in range(number):
            if flags & 1:
                yield item, struct.unpack_from(">H", content, place)[0] & 0x7FFF
                place += 2
            else:
                yield item, content[place] & 0x7F
                place += 1
