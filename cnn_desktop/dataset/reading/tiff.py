"""TIFF files: what their tags say, and the numbers of those that Pillow would read wrongly or not at all."""

from __future__ import annotations

import functools
import os
import struct
from collections.abc import Iterator
from typing import BinaryIO, Literal

import numpy as np

from cnn_desktop.dataset.reading.cost import RGB, SMALL, Cost, check_pixels, of_pixels
from cnn_desktop.dataset.reading.deep import Colours, Samples
from cnn_desktop.dataset.reading.jpeg import BLOCK, VISIT, count_scans
from cnn_desktop.dataset.reading.tiff_pixels import BY_THE_BYTE, Form
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.tones import Range

_STARTS: dict[bytes, Literal["<", ">"]] = {b"II*\0": "<", b"MM\0*": ">", b"II+\0": "<", b"MM\0+": ">"}
_MOST_TAGS, _MOST_TAG_BYTES = 1000, 16 << 20
_MOST_NUMBERS = 2_000_000
"""In all tags that are looked at: two for each strip or tile."""
_TYPES = {1: "B", 2: "s", 3: "H", 4: "I", 6: "b", 7: "s", 8: "h", 9: "i", 11: "f", 12: "d", 16: "Q", 17: "q", 18: "Q"}

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _FILL_ORDER = 256, 257, 258, 259, 262, 266
_ORIENTATION, _SAMPLES, _ROWS, _PLANAR, _PREDICTOR, _EXTRA, _FORMAT = 274, 277, 278, 284, 317, 338, 339
_STRIPS, _STRIP_BYTES, _TILES, _TILE_BYTES, _TILE_WIDTH, _TILE_HEIGHT = 273, 279, 324, 325, 322, 323
_SUBSAMPLING, _SUBFILE, _SUB_IFDS, _ICC, _DNG, _MIN, _MAX, _S_MIN, _S_MAX = (
    530,
    254,
    330,
    34675,
    50706,
    280,
    281,
    340,
    341,
)
_USED = frozenset(
    (
        _WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _FILL_ORDER, _ORIENTATION, _SAMPLES, _ROWS, _PLANAR, _PREDICTOR,
        _EXTRA, _FORMAT, _STRIPS, _STRIP_BYTES, _TILES, _TILE_BYTES, _TILE_WIDTH, _TILE_HEIGHT, _SUBSAMPLING, _SUBFILE, _SUB_IFDS,
        _ICC, _DNG, _MIN, _MAX, _S_MIN, _S_MAX,
    )
)  # fmt: skip
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _CMYK, _YCBCR, _CFA, _LINEAR_RAW = 0, 1, 2, 5, 6, 32803, 34892
_RAW_COMPRESSIONS = (34713, 32769, 32767, 65000, 65535, 34892)
"""Nikon, Sony, Kodak, Pentax, lossy DNG."""
_JPEGS = (6, 7)
_KNOWN_COMPRESSIONS = (1, 2, 3, 4, 5, 6, 7, 8, 32771, 32773, 32809, 32946, 34676, 34677, 34925, 50000)
"""That Pillow reads."""
_COLOURS: dict[int, Colours] = {_WHITE_IS_ZERO: "L", _BLACK_IS_ZERO: "L", _RGB: "RGB", _CMYK: "CMYK"}
_NEEDED: dict[Colours, int] = {"L": 1, "RGB": 3, "CMYK": 4}
"""Bands of colour."""
_NAMES = {
    5: "LZW", 7: "JPEG", 32773: "PackBits", 34925: "LZMA", 50000: "Zstandard", 50001: "WebP", 34887: "LERC",
    34712: "JPEG 2000", 33003: "JPEG 2000", 33004: "JPEG 2000", 33005: "JPEG 2000", 22610: "JPEG XR",
    34933: "PNG", 34934: "JPEG XR", 50002: "JPEG XL", 52546: "JPEG XL", 34661: "JBIG", 32908: "PixarFilm", 32909: "PixarLog",
    34676: "LogLuv", 34677: "LogLuv", 32809: "ThunderScan",
}  # fmt: skip

RAW_PHOTO = say("it is a RAW photo from a camera. Export it as JPEG with the camera's software, and use that.")


class Unsupported(Exception):
    """`reason` says which kind of file it is that cannot be read."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Tiff:
    """The first picture of a TIFF file, by its tags."""

    def __init__(self, stream: BinaryIO) -> None:
        """Raises ValueError, struct.error or OSError when the tags cannot be read."""
        start = stream.read(16)
        self.order: Literal["<", ">"] = _STARTS[start[:4]]
        self._is_canon, self._is_big_endian_big = start[8:10] == b"CR", start[:4] == b"MM\0+"
        self.size = stream.seek(0, os.SEEK_END)
        self._tags = dict(_tags(stream, start, self.order, self.size))
        self.width, self.height = self._number(_WIDTH), self._number(_HEIGHT)
        if self.width < 1 or self.height < 1:
            raise ValueError("a TIFF without a size")
        self._scans = 0
        """Of the JPEGs in it; a scan goes through all of one, however little it says."""
        if self._number(_COMPRESSION, 1) in _JPEGS:
            stream.seek(0)
            self._scans = count_scans(stream, self.size)

    @staticmethod
    def is_tiff(start: bytes) -> bool:
        return start[:4] in _STARTS

    def _all(self, tag: int, default: tuple[int, ...] = ()) -> tuple[int, ...]:
        return self._tags.get(tag, default)

    def _number(self, tag: int, default: int = 0) -> int:
        return int((self._tags.get(tag) or (default,))[0])

    @functools.cached_property
    def bands(self) -> int:
        return self._number(_SAMPLES, 1)

    @functools.cached_property
    def bits(self) -> tuple[int, ...]:
        """Of each band."""
        bits = self._all(_BITS, (1,))
        return bits * self.bands if len(bits) == 1 else bits[: self.bands]

    @functools.cached_property
    def kind(self) -> str:
        """u: unsigned, i: signed, f: float, c: complex numbers; "?": not the same in each band."""
        kinds = {{1: "u", 2: "i", 3: "f", 4: "u", 5: "c", 6: "c"}.get(one, "?") for one in self._all(_FORMAT, (1,))}
        return kinds.pop() if len(kinds) == 1 else "?"

    @property
    def is_inverted(self) -> bool:
        return self._number(_PHOTOMETRIC) == _WHITE_IS_ZERO

    @property
    def orientation(self) -> int:
        return self._number(_ORIENTATION, 1)

    @property
    def profile(self) -> bytes | None:
        found = self._tags.get(_ICC, ())
        if found and isinstance(found[0], int) and all(0 <= one < 256 for one in found):  # written as numbers
            return bytes(found)
        return found[0] if found and isinstance(found[0], bytes) else None

    @property
    def mode(self) -> str:
        """Pillow's name for it."""
        if self._number(_PHOTOMETRIC) in (_RGB, _CMYK):
            return "RGB" if self._number(_PHOTOMETRIC) == _RGB else "CMYK"
        return "F" if self.kind == "f" else {8: "L", 16: "I;16"}.get(self.bits[0], "I")

    @property
    def is_deep(self) -> bool:
        return max(self.bits) > 8 or self.kind != "u"

    @property
    def is_decimal(self) -> bool:
        return self.kind == "f"

    @property
    def fixed(self) -> Range | None:
        """Of numbers that are packed without room to spare."""
        bits = self.bits[0]
        return Range(0, 2**bits - 1) if self.kind == "u" and bits not in (8, 16, 32, 64) else None

    @property
    def declared(self) -> tuple[float, float] | None:
        """Smallest and largest number, when the file tells both."""
        low = self._tags.get(_S_MIN) or self._tags.get(_MIN)
        high = self._tags.get(_S_MAX) or self._tags.get(_MAX)
        if not low or not high or isinstance(low[0], bytes) or isinstance(high[0], bytes):
            return None
        return float(min(low)), float(max(high))

    @property
    def is_cut(self) -> bool:
        """True when pixels are said to lie behind the end of the file."""
        offsets, counts = self._parts
        return any(start + count > self.size for start, count in zip(offsets, counts, strict=False))

    @property
    def _parts(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where strips or tiles begin, and their bytes."""
        offsets = self._all(_TILES) or self._all(_STRIPS)
        return offsets, self._all(_TILE_BYTES) or self._all(_STRIP_BYTES)

    @property
    def refusal(self) -> Message | None:
        """What kind of file it is, when neither Pillow nor `read` can do anything with it."""
        photometric, compression = self._number(_PHOTOMETRIC), self._number(_COMPRESSION, 1)
        is_preview = self._number(_SUBFILE) & 1 and _SUB_IFDS in self._tags
        is_raw = photometric in (_CFA, _LINEAR_RAW) or compression in _RAW_COMPRESSIONS
        if self._is_canon or _DNG in self._tags or is_preview or is_raw:
            return RAW_PHOTO
        if compression not in _KNOWN_COMPRESSIONS:
            return _compressed(compression)
        if self.kind == "c":
            return _unknown(say("complex numbers"))
        if self.kind == "?" or len(set(self.bits)) > 1:
            return _unknown(say("channels with different numbers of bits"))
        if photometric == _YCBCR and compression == 1 and self._all(_SUBSAMPLING, (2, 2)) != (1, 1):
            return _unknown(say("colour type {n}", n=photometric))
        return None

    @property
    def is_ours(self) -> bool:
        """True for what Pillow does not read, or reads wrongly or with 8 bits only."""
        if self.kind != "u" or self.bits[0] in (16, 32, 64) or self._is_big_endian_big:
            return True
        several = self.bands == 2 or self.bands > 4 or (self.bands > 2 and self._number(_PLANAR, 1) == 2)
        by_the_byte = self._number(_COMPRESSION, 1) in BY_THE_BYTE
        return several and by_the_byte and self.bits[0] == 8 and self._number(_PHOTOMETRIC) in _COLOURS

    def read(self, stream: BinaryIO) -> Samples:
        """Its numbers. Raises Unsupported, MemoryError; ValueError, OSError and what else Pillow raises when they are damaged."""
        colours, alpha, is_premultiplied = self._layout()
        bits, form = self.bits[0], self.form
        if form.compression not in BY_THE_BYTE:
            raise Unsupported(_compressed(form.compression))
        if bits not in (8, 16, 32, 64) or (self.kind == "f" and bits == 8) or self._number(_FILL_ORDER, 1) != 1:
            raise Unsupported(_unknown(say("{n} {n:bit|bits}", n=bits)))
        if form.predictor not in (1, 2, 3) or (form.predictor == 3 and self.kind != "f"):
            raise Unsupported(_unknown(say("predictor {n}", n=form.predictor)))
        dtype = np.dtype(f"{self.order}{self.kind}{bits // 8}")
        values, transparency = form.read(stream, self.size, dtype, _NEEDED[colours], alpha)
        return Samples(
            values[..., 0] if colours == "L" else values, colours, transparency,
            is_premultiplied, self.is_inverted, Range(0, 255) if self.kind == "u" and bits == 8 else None, self.declared,
        )  # fmt: skip

    @functools.cached_property
    def form(self) -> Form:
        """How its numbers lie in the file."""
        offsets, counts = self._parts
        is_tiled = bool(self._all(_TILES))
        rows = min(self._number(_ROWS, self.height) or self.height, self.height)
        return Form(
            self.width, self.height, self.bands, self._number(_PLANAR, 1) == 2, is_tiled,
            self._number(_TILE_WIDTH) if is_tiled else self.width, self._number(_TILE_HEIGHT) if is_tiled else rows,
            offsets, counts, self._number(_COMPRESSION, 1), self._number(_PREDICTOR, 1),
        )  # fmt: skip

    @property
    def cost(self) -> Cost:
        """Of decoding it and making sRGB of it. Raises TooCostly."""
        check_pixels(self.width, self.height)
        pixels, form, bits = self.width * self.height, self.form, max(self.bits)
        part = form.wide * form.high * (1 if form.is_planar else self.bands) * bits // 8
        packed = 2 * min(max(form.counts, default=0), self.size)
        if self.is_ours:
            used = _NEEDED.get(_COLOURS.get(self._number(_PHOTOMETRIC), "RGB"), 3) + bool(self._all(_EXTRA))
            kept = min(used, self.bands) * bits / 8
            one = 0 if form.compression == 1 else part
            told = of_pixels(pixels, kept, 6 + kept * (8 if self.kind == "f" or bits > 16 else 5), kept, packed)
            most = max(2 * one, int(pixels * kept) + one, told.bytes - packed - SMALL)
            read = pixels * self.bands * bits / 8 * 2e-9
            return Cost(most + packed + SMALL, told.seconds + read + len(form.offsets) * 3e-6)
        kept = 1 if self.bands == 1 and bits <= 8 else RGB
        told = of_pixels(pixels, kept, 45 if form.compression in _JPEGS else 16, kept, packed)
        read = form.parts * part * 3e-9
        # Strips and tiles may all be the same bytes of the file. One scan of each band is usual.
        scans = self._scans * max(1.0, sum(form.counts[: form.parts]) / self.size) - form.parts * self.bands
        read += max(0.0, scans) * min(form.wide * form.high, pixels) / BLOCK * VISIT
        return Cost(max(told.bytes, int(pixels * kept) + 2 * part + packed), told.seconds + read)

    def _layout(self) -> tuple[Colours, int | None, bool]:
        """Colours, place of the alpha band, whether colours are weighted with it. Raises Unsupported."""
        photometric, extra, bands = self._number(_PHOTOMETRIC), self._all(_EXTRA), self.bands
        if photometric not in _COLOURS:
            raise Unsupported(_unknown(say("colour type {n}", n=photometric)))
        colours = _COLOURS[photometric]
        needed = _NEEDED[colours]
        if bands < needed or (colours == "L" and bands > 2):
            raise Unsupported(
                say(
                    "it has {n} {n:channel|channels} but does not say which are red, green and blue. Save it as an "
                    "RGB picture.",
                    n=bands,
                )
            )
        if colours == "RGB" and bands == 4 and not extra:  # as Pillow does with 8 bits
            return colours, 3, False
        alpha = next((needed + place for place, one in enumerate(extra) if one in (1, 2)), None)
        alpha = alpha if alpha is not None and alpha < bands else None
        return colours, alpha, alpha is not None and extra[alpha - needed] == 1


def _tags(stream: BinaryIO, start: bytes, order: str, size: int) -> Iterator[tuple[int, tuple]]:
    """The tags of the first picture with their values. Raises ValueError or struct.error."""
    is_big = b"+" in start[:4]
    place, entry, room, offset = ("Q", 20, 8, 8) if is_big else ("I", 12, 4, 4)
    (first,) = struct.unpack_from(order + place, start, offset)
    stream.seek(first)
    head = stream.read(8 if is_big else 2)
    (count,) = struct.unpack(order + ("Q" if is_big else "H"), head)
    if count > _MOST_TAGS:
        raise ValueError("too many tags")
    table = stream.read(count * entry)
    left = _MOST_NUMBERS
    for at in range(0, count * entry, entry):
        tag, kind, number = struct.unpack_from(f"{order}HH{place}", table, at)
        letter = _TYPES.get(kind)
        if letter is None or tag not in _USED:
            continue
        left -= 0 if letter == "s" else number
        if left < 0:
            raise ValueError("too many numbers in the tags")
        length = number * struct.calcsize(order + letter)
        content = table[at + entry - room : at + entry]
        if length > min(size, _MOST_TAG_BYTES):
            continue
        if length > room:
            stream.seek(struct.unpack(order + place, content)[0])
            content = stream.read(length)
        if len(content) >= length:
            yield tag, (content[:length],) if letter == "s" else struct.unpack_from(f"{order}{number}{letter}", content)


def _compressed(compression: int) -> Message:
    name = _NAMES.get(compression, str(compression))
    return say("it is a TIFF compressed with {name}, which this app cannot read. Save it as JPEG or PNG.", name=name)


def _unknown(detail: Message) -> Message:
    return say("it is a kind of TIFF that this app cannot read ({detail}). Save it as JPEG or PNG.", detail=detail)
