"""What kind of file it is, told from its first bytes: in words, for files that cannot be read."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

from cnn_desktop.dataset.reading.no_photos import WEB_PAGE, by_start
from cnn_desktop.dataset.reading.tiff import RAW_PHOTO, Tiff
from cnn_desktop.domain.message import Message, say

DAMAGED = say("it is damaged or incomplete. Copy the original again.")
_START = 4096
"""Bytes that are looked at."""
_STRANGERS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"8BPS", "PSD"), (0, b"%PDF", "PDF"), (0, b"%!PS", "PostScript"), (0, b"\xc5\xd0\xd3\xc6", "EPS"),
    (0, b"\0\0\0\x0cjP  ", "JPEG 2000"), (0, b"\xff\x4f\xff\x51", "JPEG 2000"), (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cJXL ", "JPEG XL"), (0, b"II\xbc", "JPEG XR"), (0, b"\x97JB2", "JBIG2"),
    (128, b"DICM", "DICOM"), (0, b"\x76\x2f\x31\x01", "OpenEXR"), (0, b"#?RADIANCE", "Radiance HDR"), (0, b"#?RGBE", "Radiance HDR"),
    (0, b"SIMPLE  =", "FITS"), (0, b"\x93NUMPY", "NumPy"), (0, b"\x89HDF", "HDF5"), (0, b"CDF", "NetCDF"), (344, b"n+1\0", "NIfTI"),
    (0, b"gimp xcf", "GIMP XCF"), (0, b"\0\0\1\0", "ICO"), (0, b"\0\0\2\0", "CUR"), (0, b"icns", "ICNS"), (0, b"DDS ", "DDS"),
    (0, b"qoif", "QOI"), (0, b"BPG\xfb", "BPG"), (0, b"FLIF", "FLIF"), (0, b"AT&TFORM", "DjVu"), (0, b"\x8aMNG", "MNG"),
    (0, b"\xd7\xcd\xc6\x9a", "WMF"), (40, b" EMF", "EMF"), (0, b"\xab\x4b\x54\x58", "KTX"), (0, b"\x01\xda", "SGI"), (0, b"Y\xa6j\x95", "Sun raster"),
)  # fmt: skip
"""Place, bytes there, name of the format."""
_RAW = (
    (0, b"IIRO"),
    (0, b"IIRS"),
    (0, b"MMOR"),
    (0, b"IIU\0"),
    (0, b"FUJIFILMCCD-RAW"),
    (0, b"FOVb"),
    (0, b"\0MRM"),
    (4, b"ftypcrx"),
)
_PICTURE_BRANDS = (
    b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"mif2", b"msf1", b"avif", b"avis", b"miaf", b"1pic", b"jpeg", b"jpgs",
)  # fmt: skip
_JPEG_KINDS = {
    0xC3: say("lossless"),
    **dict.fromkeys((0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF), say("hierarchical")),
    0xCB: say("lossless"),
    0xF7: say("lossless"),
    0xC9: say("arithmetic coding"),
    0xCA: say("arithmetic coding"),
}
_BMP_BITS, _BMP_COMPRESSIONS = (1, 4, 8, 16, 24, 32), (0, 1, 2, 3)
_NO_PHOTO = say("its contents are not those of a photo. Copy the original again, or choose another file.")
_STAND_IN = say("it is a placeholder for a photo that Git LFS stores elsewhere. Fetch the photo with “git lfs pull”.")
_NOTES = say("it contains a Mac's notes about a photo, not the photo itself. You can delete it.")
_ZEROS = say("it contains nothing but zeros, as after a failed copy. Copy the original again.")


def why_not(stream: BinaryIO) -> Message:
    """Why the file could not be decoded: what else it is, a kind that cannot be read, or damaged."""
    stream.seek(0)
    start = stream.read(_START)
    size = stream.seek(0, os.SEEK_END)
    if start[4:8] == b"ftyp" and start[8:12] in _PICTURE_BRANDS:
        kind = None if _boxes_are_cut(stream, size) else _unknown_kind("HEIF")
    elif start.startswith(b"\xff\xd8\xff"):
        kind = _jpeg(stream)
    elif start.startswith(b"BM"):
        kind = _bmp(start, size)
    elif Tiff.is_tiff(start):
        kind = _tiff(stream)
    elif start.startswith((b"\x89PNG", b"GIF8")) or (start.startswith(b"RIFF") and start[8:12] in (b"WEBP", b"")):
        kind = None
    else:
        kind = _stranger(start) or _NO_PHOTO
    return kind or DAMAGED


def _unknown_kind(name: str) -> Message:
    return say("this app cannot read this kind of {format} file. Save it as JPEG or PNG.", format=name)


def _stranger(start: bytes) -> Message | None:
    """What a file that is no photo is, as far as it is known."""
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    name = next((name for place, mark, name in _STRANGERS if start[place:].startswith(mark)), "")
    if text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!--", b"<!doctype svg")) and b"<svg" in text):
        name = "SVG"
    elif (
        start[:1] == b"P"
        and start[1:2] in (b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"f", b"F")
        and start[2:3].isspace()
    ):
        name = "PGM/PPM"
    kinds = (
        (any(start[place:].startswith(mark) for place, mark in _RAW), RAW_PHOTO),
        (name, say("its format is {format}, which this app cannot read. Save it as JPEG or PNG.", format=name)),
        (b"<html" in text or text.startswith((b"<!doctype html", b"<head", b"<script")), WEB_PAGE),
        (start.startswith(b"version https://git-lfs"), _STAND_IN),
        (start.startswith((b"\0\5\x16\7", b"\0\5\x16\0")), _NOTES),
        (start and not start.strip(b"\0"), _ZEROS),
    )
    return next((message for is_it, message in kinds if is_it), None) or by_start(start)


def _jpeg(stream: BinaryIO) -> Message | None:
    """Of a JPEG that is coded in a way few programs read."""
    stream.seek(2)
    try:
        while True:
            (mark,) = struct.unpack(">B", stream.read(1))
            if mark != 0xFF:
                return None
            while mark == 0xFF:
                (mark,) = struct.unpack(">B", stream.read(1))
            if mark in (0xD9, 0xDA):
                return None
            (length,) = struct.unpack(">H", stream.read(2))
            if mark == 0xF7 or (0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC)):
                (bits,) = struct.unpack(">B", stream.read(1))
                kind = _JPEG_KINDS.get(mark) or (say("{n} {n:bit|bits}", n=bits) if bits != 8 else None)
                return kind and say(
                    "it is a rare kind of JPEG ({kind}) that this app cannot read. Save it as an ordinary JPEG.",
                    kind=kind,
                )
            stream.seek(length - 2, os.SEEK_CUR)
    except struct.error:
        return None


def _bmp(start: bytes, size: int) -> Message | None:
    """Of a BMP of a kind that is not known, and of what only begins like one."""
    told, head = struct.unpack_from("<I8xI", start.ljust(18, b"\0"), 2)
    if head in (40, 52, 56, 64, 108, 124) and len(start) >= 34:
        bits, compression = struct.unpack_from("<HI", start, 28)
        return None if bits in _BMP_BITS and compression in _BMP_COMPRESSIONS else _unknown_kind("BMP")
    return None if head == 12 or size <= 26 or told > size else _NO_PHOTO


def _tiff(stream: BinaryIO) -> Message | None:
    stream.seek(0)
    try:
        return Tiff(stream).refusal
    except (ValueError, ArithmeticError, struct.error, OSError, KeyError):
        return None


def _boxes_are_cut(stream: BinaryIO, size: int) -> bool:
    """True when the boxes of a HEIF or AVIF file reach beyond its end."""
    place = 0
    while place + 8 <= size:
        stream.seek(place)
        head = stream.read(16).ljust(16, b"\0")
        (length,) = struct.unpack_from(">I", head)
        if length == 1:
            (length,) = struct.unpack_from(">Q", head, 8)
        elif length == 0:
            return False  # to the end
        if length < 8:
            return True
        place += length
    return place != size
