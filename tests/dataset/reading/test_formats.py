"""A file that cannot be read is called what it is; "damaged or cut off" is kept for files that are."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.reading.decode import UnreadablePhoto, _prepare, open_photo
from tests import heic
from tests.dataset.helpers import one_sentence


def reason(file: Path) -> str:
    with pytest.raises(UnreadablePhoto) as caught:
        open_photo(file)
    one_sentence(caught.value)
    return str(caught.value.reason)


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (b"8BPS\0\1", "PSD"), (b"%PDF-1.7", "PDF"), (b"%!PS-Adobe-3.0", "PostScript"), (b"gimp xcf v011", "GIMP"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"), (b"\xff\x4f\xff\x51\0\x2f", "JPEG 2000"), (b"\xff\x0a\xfa\x1f", "JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"), (b"II\xbc\1\x08\0\0\0", "JPEG XR"), (bytes(128) + b"DICM", "DICOM"),
        (b"\x76\x2f\x31\x01", "OpenEXR"), (b"SIMPLE  =    T", "FITS"), (b"\x93NUMPY\1\0", "NumPy"), (b"\0\0\1\0\1\0", "ICO"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "SVG"), (b'<?xml version="1.0"?>\n<!-- a --><svg>', "SVG"),
        (b"P6\n4 4\n255\n", "PGM/PPM"), (b"P5 4 4 1000\n", "PGM/PPM"), (b"qoif\0\0", "QOI"),
        (b"IIRO\x08\0\0\0", "RAW photo"), (b"IIU\0\x18\0\0\0", "RAW photo"), (b"FUJIFILMCCD-RAW 0201", "RAW photo"),
        (b"FOVb\0\0", "RAW photo"), (box(b"ftyp", b"crx \0\0\0\1crx isom"), "RAW photo"),
        (b"<!DOCTYPE html><html>", "web page"), (b"\xef\xbb\xbf\n<html lang='de'>", "web page"), (b"PK\3\4\x14\0", "Unpack"),
        (b"Rar!\x1a\7", "Unpack"), (box(b"ftyp", b"isom\0\0\2\0isomiso2mp41"), "video"), (b"\x1aE\xdf\xa3\1", "video"),
        (b"RIFF\x10\0\0\0AVI LIST", "video"), (box(b"ftyp", b"qt  \0\0\0\0qt  "), "video"), (bytes(3000), "zeros"),
        (b"\0\5\x16\7\0\2\0\0Mac OS X", "Mac's notes"), (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        (b"Dear diary,", "text file, not a photo"), (b"{\"a\": 1}", "text file, not a photo"), ("Größe".encode(), "text file"),
        (b"{\\rtf1", "a document"), (b"PK\3\4\x14\0\x06\0" + bytes(22) + b"[Content_Types].xml", "a document"),
        (b"\xd0\xcf\x11\xe0\xa1", "a document"), (b"ID3\4\0", "a sound"), (b"RIFF\x10\0\0\0WAVEfmt ", "a sound"),
        (b"\x7fELF\2\1", "a program"), (bytes(range(256)), "contents are not those of a photo"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.jpg", "b.png", "c.tif"])
def test_files_that_are_no_photos(tmp_path: Path, start: bytes, said: str, name: str) -> None:
    (tmp_path / name).write_bytes(start + bytes(400) if said != "zeros" else start)
    text = reason(tmp_path / name)
    assert said in text
    assert "damaged" not in text


def jpeg_with(mark: int, bits: int = 8) -> bytes:
    frame = struct.pack(">BHHBBBB", bits, 8, 8, 1, 1, 0x11, 0)
    scan = b"\xff\xda" + struct.pack(">H", 8) + bytes([1, 1, 0, 0, 63, 0]) + bytes(50)
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0"
    return b"\xff\xd8" + app + b"\xff" + bytes([mark]) + struct.pack(">H", 2 + len(frame)) + frame + scan + b"\xff\xd9"


@pytest.mark.parametrize(
    ("mark", "bits", "said"),
    [
        (0xC1, 12, "12 bits"),
        (0xC5, 8, "hierarchical"),
        (0xC3, 16, "lossless"),
        (0xF7, 8, "lossless"),
        (0xC9, 8, "arithmetic"),
    ],
)
def test_rare_jpegs(tmp_path: Path, mark: int, bits: int, said: str) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg_with(mark, bits))
    text = reason(tmp_path / "a.jpg")
    assert said in text
    assert "ordinary JPEG" in text


@pytest.mark.parametrize("ending", ["heic", "avif"])
def test_heif_is_damaged_only_when_its_boxes_are_cut(tmp_path: Path, ending: str) -> None:
    heic.can_be_written()
    file = tmp_path / f"a.{ending}"
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)).save(file)
    whole = file.read_bytes()
    file.write_bytes(whole[:-40])
    assert "damaged" in reason(file)
    file.write_bytes(box(b"ftyp", whole[8:12] + b"\0\0\0\0mif1") + box(b"meta", bytes(40)))
    assert "this kind of HEIF" in reason(file)


def test_photos_called_otherwise_are_read_all_the_same(tmp_path: Path) -> None:
    picture = Image.new("RGB", (8, 8), (10, 200, 30))
    for kind in ("PNG", "BMP", "WEBP", "TIFF", "GIF", "AVIF"):
        _prepare()
        picture.save(tmp_path / "a.jpg", kind)
        assert open_photo(tmp_path / "a.jpg").size == (8, 8)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_moving_pictures_the_first_is_read(tmp_path: Path, kind: str) -> None:
    first, then = Image.new("RGB", (8, 8), (255, 0, 0)), Image.new("RGB", (8, 8), (0, 0, 255))
    options = {"lossless": True} if kind == "WEBP" else {}
    first.save(tmp_path / "a", kind, save_all=True, append_images=[then], **options)
    assert (np.asarray(open_photo(tmp_path / "a")) == (255, 0, 0)).all()
