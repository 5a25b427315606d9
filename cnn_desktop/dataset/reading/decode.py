"""Reads photo files into RGB pixels, whatever their format, colour mode and turn; a bad file becomes one sentence."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import stat
import struct
import unicodedata
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np
from PIL import Image, UnidentifiedImageError

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message, say

MAX_PIXELS = 120_000_000
"""Photos that decode to more are not read: 120 megapixels are 360 MB as RGB."""

PHOTO_SUFFIXES = frozenset(
    (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif")
)
# Only these decoders ever see a file: Pillow knows others that start programs (EPS) or have no place here.
_FORMATS = ("JPEG", "PNG", "BMP", "DIB", "GIF", "WEBP", "TIFF", "HEIF", "AVIF")
_MAGIC = (b"\xff\xd8\xff", b"\x89PNG", b"BM", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
_END = 64
"""Bytes at the end of a file that are looked at."""
_EXIF_ORIENTATION = 0x0112
_DAMAGED = say("it is damaged or cut off. Copy it again from where it came from.")
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# What Pillow's and libheif's readers raise on broken data, besides OSError.
_BROKEN = (
    SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError,
    RuntimeError, struct.error, zlib.error, Warning,
)  # fmt: skip


class UnreadablePhoto(DataError):
    """A photo that cannot be used. `reason` is the sentence without the file's name, as `Skipped` wants it."""

    def __init__(self, path: Path, reason: Message) -> None:
        message = say("{file} cannot be read: {reason}", file=printable(path), reason=reason)
        super().__init__(message.text, **message.values)
        self.reason = reason


class PhotoHeader(msgspec.Struct, frozen=True):
    """What a photo's header tells. Width and height are in pixels, before the EXIF turn."""

    width: int
    height: int
    mode: str
    """Pillow's name of the colour mode, e.g. "RGB" or "I;16"."""
    format: str
    reduced: bool
    """True for a JPEG above the limit, which is read at 1/2, 1/4 or 1/8 of its size."""
    sketch: bytes
    """Equal for two copies of a photo, and hardly ever for two photos."""


def open_photo(path: Path | str, side: int | None = None, content: bytes | None = None) -> Image.Image:
    """The photo as RGB: fully decoded, EXIF-turned, alpha over white, 16-bit ÷ 257, grey and CMYK to RGB.

    With `side`, a JPEG may be decoded at 1/2, 1/4 or 1/8 of its size, both its sides staying at least `side` pixels:
    much quicker, for thumbnails and training only. `content`: the file's bytes, where they were read already (then
    `path` only names it). Raises UnreadablePhoto.
    """
    path = Path(path)
    with _opened(path, content) as (image, _):
        _reduce(path, image, side)
        image.load()
        turn = _TURNS.get(_orientation(image))
        rgb = to_rgb(image)
        return rgb if turn is None else rgb.transpose(turn)


def read_content(path: Path) -> tuple[bytes, os.stat_result, bool]:
    """(the file's bytes, size and times before they were read, True when these were still the same after it).

    Raises UnreadablePhoto.
    """
    try:
        with _stream(path) as stream:
            before = os.fstat(stream.fileno())
            content = stream.read()
            after = os.fstat(stream.fileno())
    except OSError as error:
        raise UnreadablePhoto(path, why_unreadable(error)) from error
    same = len({(found.st_size, found.st_mtime_ns, found.st_ctime_ns) for found in (before, after)}) == 1
    return content, before, same and len(content) == before.st_size


def read_header(path: Path | str) -> PhotoHeader:
    """Size and mode from the header, with a full decode only if the file's end looks cut off.

    So it is quick, and finds truncated photos all the same. Raises UnreadablePhoto, also for a photo too large.
    """
    path = Path(path)
    with _opened(path) as (image, stream):
        width, height, kind = image.width, image.height, image.format or ""
        _reduce(path, image)
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _END))
        end = stream.read()
        # Of a JPEG, the end is picture, whatever stands in its head.
        sketch = f"{kind} {width} {height} {0 if kind == 'JPEG' else size} ".encode() + end
        facts = PhotoHeader(width, height, image.mode, kind, width * height > MAX_PIXELS, sketch)
        looks_whole = _ends_well(stream, kind, size, end)
    if not looks_whole:
        open_photo(path)
    return facts


def to_rgb(image: Image.Image) -> Image.Image:
    """Any Pillow image as RGB, by the rules of `open_photo` (without turning it)."""
    if image.mode == "RGB" and "transparency" not in image.info:
        return image if type(image) is Image.Image else image.copy()  # one that is still tied to its file
    if image.mode.startswith("I") or image.mode == "F":
        return Image.fromarray(_to_eight_bits(image)).convert("RGB")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image.convert("RGB")


def on_disk(path: Path) -> Path:
    """`path` as the disk spells it: names are kept in Unicode NFC, some disks hold them decomposed (NFD).

    Returns `path` itself when there is no such file either way.
    """
    if path.exists() or path.as_posix().isascii():
        return path
    found = Path(path.anchor)
    for part in path.parts[1:] if path.anchor else path.parts:
        step = found / part
        if not step.exists():
            wanted = unicodedata.normalize("NFC", part)
            with contextlib.suppress(OSError):
                step = next((one for one in found.iterdir() if unicodedata.normalize("NFC", one.name) == wanted), step)
        found = step
    return found if found.exists() else path


def printable(path: Path | str) -> str:
    """A path fit for sentences and JSON: bytes that are not UTF-8 become "�"."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@functools.cache
def _prepare() -> None:
    """Once a process: HEIF support; our own size limit and sentences in place of Pillow's errors and warnings."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    Image.init()
    Image.MAX_IMAGE_PIXELS = None
    warnings.filterwarnings("ignore", module=r"PIL\.")  # such as "Corrupt EXIF data", printed for each photo


@contextlib.contextmanager
def _opened(path: Path, content: bytes | None = None) -> Iterator[tuple[Image.Image, BinaryIO]]:
    """The photo with its header read, and its file; every failure within the block becomes an UnreadablePhoto."""
    _prepare()
    try:
        with _stream(path) if content is None else io.BytesIO(content) as stream:
            if stream.seek(0, os.SEEK_END) == 0:
                raise UnreadablePhoto(path, say("the file is empty. Copy it here again, or delete it."))
            stream.seek(0)
            try:
                with Image.open(stream, formats=_FORMATS) as image:
                    yield image, stream
            except UnidentifiedImageError as error:
                raise UnreadablePhoto(path, _unidentified(stream)) from error
    except UnreadablePhoto:
        raise
    except MemoryError as error:
        raise UnreadablePhoto(
            path, say("there is not enough memory for it. Save it in a smaller size, or close other programs.")
        ) from error
    except OSError as error:
        raise UnreadablePhoto(path, why_unreadable(error)) from error
    except _BROKEN as error:
        raise UnreadablePhoto(path, _DAMAGED) from error


def _stream(path: Path) -> BinaryIO:
    found = on_disk(path)
    # A pipe or a device called photo.jpg would block for ever.
    if not stat.S_ISREG(found.stat().st_mode):
        raise UnreadablePhoto(path, say("it is not a file. Delete it, or choose a photo."))
    return open(found, "rb")


def _unidentified(stream: BinaryIO) -> Message:
    stream.seek(0)
    start = stream.read(12)
    if start.startswith(_MAGIC) or start[4:8] == b"ftyp":
        return _DAMAGED
    return say("it is not a photo, though its name says so. Delete it, or save it as JPEG or PNG.")


def why_unreadable(error: OSError) -> Message:
    """What kept a file from being read, in words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return say("it is no longer there. Put it back, or open the folder again.")
    if isinstance(error, PermissionError):
        return say("you may not read it. Change its permissions, or copy it to a folder of your own.")
    if error.errno is not None:
        return say(
            "the disk reports “{reason}”. Check the disk, or copy the photo again.", reason=error.strerror or "?"
        )
    return _DAMAGED


def _reduce(path: Path, image: Image.Image, side: int | None = None) -> None:
    """Has a JPEG decoded smaller: down to `side`, and in any case below the pixel limit if 1/8 is enough.

    Raises UnreadablePhoto when it stays above that limit.
    """
    width, height = image.size
    is_jpeg = image.format in ("JPEG", "MPO")
    if is_jpeg and side is not None:
        image.draft(None, (max(1, min(width, side)), max(1, min(height, side))))
    for scale in (2, 4, 8):
        if is_jpeg and image.width * image.height > MAX_PIXELS:
            image.draft(None, (max(1, width // scale), max(1, height // scale)))
    if image.width * image.height > MAX_PIXELS:
        raise UnreadablePhoto(
            path,
            say(
                "it has {size:.0f} megapixels, more than the {most:.0f} this app reads. Save it in a smaller size.",
                size=image.width * image.height / 1e6,
                most=MAX_PIXELS / 1e6,
            ),
        )


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_EXIF_ORIENTATION, 1))
    except (OSError, *_BROKEN):
        return 1  # broken EXIF says nothing about the pixels


def _to_eight_bits(image: Image.Image) -> np.ndarray:
    """uint8 [H, W] from 16-bit (÷ 257), 32-bit (taken as 16-bit) or float (0..1, 0..255 or 0..65535) grey."""
    values = np.asarray(image).astype(np.float64)
    if image.mode == "F":
        values = np.nan_to_num(values)
        top = values.max()
        values = values * 65535 if top <= 1 else values * 257 if top <= 255 else values
    return np.rint(np.clip(values, 0, 65535) / 257).astype(np.uint8)


def _ends_well(stream: BinaryIO, kind: str, size: int, end: bytes) -> bool:
    """False when the last bytes of the file, `end` of its `size`, are not what its format ends with. No mark: True."""
    marks = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b";"}
    if kind == "WEBP":
        stream.seek(4)
        return int.from_bytes(stream.read(4), "little") + 8 <= size
    return kind not in marks or end.rstrip(b"\0").endswith(marks[kind])
