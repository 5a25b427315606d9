"""Reads photo files into RGB pixels, whatever their format, colour mode and turn; a bad file becomes one sentence."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import stat
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec
from PIL import Image, ImageFile, UnidentifiedImageError

from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.reading import formats, old_rule
from cnn_desktop.dataset.reading.bmp import Bmp
from cnn_desktop.dataset.reading.deep import Samples, eight_bits
from cnn_desktop.dataset.reading.picture import is_deep, samples_of, to_rgb
from cnn_desktop.dataset.reading.tiff import Tiff, Unsupported
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.tones import OWN, Tones

MAX_PIXELS = 120_000_000
"""Photos that decode to more are not read: 120 megapixels are 360 MB as RGB."""

JPEGS = ("JPEG", "MPO")
"""What Pillow calls a JPEG, and one with more pictures behind it, as some cameras make them."""
# Only these decoders ever see a file: Pillow knows others that start programs (EPS) or have no place here.
_FORMATS = ("JPEG", "PNG", "BMP", "DIB", "GIF", "WEBP", "TIFF", "HEIF", "AVIF")
_END = 64
"""Bytes at the end of a file that are looked at."""
_EXIF_ORIENTATION = 0x0112
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
        message = say("{file} cannot be read: {reason}", file=str(path), reason=reason)
        super().__init__(message.text, **message.values)
        self.reason = reason


Deep = Literal["", "whole", "decimal"]
"""8 bits a number; whole numbers of more; float."""


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
    deep: Deep = ""
    """Whether its numbers have more than 8 bits."""


def open_photo(
    path: Path | str, side: int | None = None, content: bytes | None = None, tones: Tones | None = OWN
) -> Image.Image:
    """The photo as sRGB: fully decoded, EXIF-turned, alpha over white, deep pictures as `tones` say, grey and CMYK to RGB.

    With `side`, a JPEG may be decoded at 1/2, 1/4 or 1/8 of its size, both its sides staying at least `side` pixels:
    much quicker, for thumbnails and training only. `content`: the file's bytes, where they were read already (then
    `path` only names it). `tones` None: as a run from before there were any. Raises UnreadablePhoto.
    """
    path = Path(path)
    with _opened(path, content, by_tags=tones is not None) as opened:
        rgb = _rgb(path, opened, side, tones)
        rgb.info.pop("icc_profile", None)
        turn = _TURNS.get(opened.orientation)
        return rgb if turn is None else rgb.transpose(turn)


def read_samples(path: Path) -> Samples | None:
    """The numbers of a deep photo as its file holds them; None for one of 8 bits. Raises UnreadablePhoto."""
    with _opened(path) as opened:
        return opened.samples()


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
    with _opened(path) as opened:
        image, own, stream = opened.image, opened.own, opened.stream
        if image is not None:
            width, height, kind, mode = image.width, image.height, image.format or "", image.mode
            _reduce(path, image)
        else:
            assert own is not None
            width, height, kind, mode = own.width, own.height, type(own).__name__.upper(), own.mode
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _END))
        end = stream.read()
        # Of a JPEG, the end is picture, whatever stands in its head.
        sketch = f"{kind} {width} {height} {0 if kind in JPEGS else size} ".encode() + end
        facts = PhotoHeader(width, height, mode, kind, width * height > MAX_PIXELS, sketch, opened.deep)
        looks_whole = not own.is_cut if own else _ends_well(stream, kind, size, end)
    if not looks_whole:
        open_photo(path)
    return facts


@functools.cache
def _prepare() -> None:
    """Once a process: HEIF support; our own size limit and sentences in place of Pillow's errors and warnings."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    Image.init()
    Image.MAX_IMAGE_PIXELS = None
    warnings.filterwarnings("ignore", module=r"PIL\.")  # such as "Corrupt EXIF data", printed for each photo


@dataclass
class _Opened:
    """A photo whose header is read."""

    stream: BinaryIO
    image: Image.Image | None
    """By Pillow; None: read by `own` alone."""
    own: Tiff | Bmp | None
    """What we know of the file ourselves."""

    @property
    def info(self) -> Mapping[Any, Any]:
        if self.image is not None:
            return self.image.info
        return {"icc_profile": self.own.profile if self.own else None}

    @property
    def orientation(self) -> int:
        """The turn that is still to be made, once the picture is decoded."""
        if self.image is None:
            return self.own.orientation if self.own else 1
        return _orientation(self.image)

    @property
    def deep(self) -> Deep:
        if self.own is not None:
            return "decimal" if self.own.is_decimal else "whole" if self.own.is_deep else ""
        return "whole" if self.image is not None and is_deep(self.image) else ""

    def samples(self) -> Samples | None:
        """Decodes what is not left to Pillow; None where all is. Raises Unsupported, MemoryError, OSError and _BROKEN."""
        if self.image is not None:
            return samples_of(self.image, self.own if isinstance(self.own, Tiff) else None, self._again)
        assert self.own is not None
        return self.own.read(self.stream)

    def _again(self) -> ImageFile.ImageFile:
        self.stream.seek(0)
        return Image.open(self.stream, formats=_FORMATS)


@contextlib.contextmanager
def _opened(path: Path, content: bytes | None = None, by_tags: bool = True) -> Iterator[_Opened]:
    """The photo with its header read; every failure within the block becomes an UnreadablePhoto.

    `by_tags` False: a TIFF is what Pillow takes it for.
    """
    _prepare()
    try:
        with _stream(path) if content is None else io.BytesIO(content) as stream:
            if stream.seek(0, os.SEEK_END) == 0:
                raise UnreadablePhoto(path, say("it is empty. Copy the original again, or delete it."))
            stream.seek(0)
            try:
                with _identified(path, stream, by_tags) as opened:
                    yield opened
            except Unsupported as error:
                raise UnreadablePhoto(path, error.reason) from error
            except OSError as error:
                reason = why_unreadable(error) if error.errno is not None else formats.why_not(stream)
                raise UnreadablePhoto(path, reason) from error
            except _BROKEN as error:
                raise UnreadablePhoto(path, formats.why_not(stream)) from error
    except MemoryError as error:
        raise UnreadablePhoto(
            path, say("there is not enough memory to read it. Save it at a smaller size, or close other programs.")
        ) from error
    except OSError as error:
        raise UnreadablePhoto(path, why_unreadable(error)) from error


@contextlib.contextmanager
def _identified(path: Path, stream: BinaryIO, by_tags: bool) -> Iterator[_Opened]:
    own = _known(stream) if by_tags else None
    if own is not None:
        _check_size(path, own.width, own.height)
    stream.seek(0)
    if own is not None and own.is_ours:
        yield _Opened(stream, None, own)
        return
    try:
        image = Image.open(stream, formats=_FORMATS)
    except UnidentifiedImageError:
        if own is None or own.is_cut:
            raise
        yield _Opened(stream, None, own)  # `read` says what kind it is
        return
    with image:
        yield _Opened(stream, image, own)


def _known(stream: BinaryIO) -> Tiff | Bmp | None:
    """What is known of the file by its own header or tags. Raises Unsupported and _BROKEN."""
    start = stream.read(4)
    stream.seek(0)
    if Tiff.is_tiff(start):
        tiff = Tiff(stream)
        if tiff.refusal is not None:
            raise Unsupported(tiff.refusal)
        return tiff
    if start.startswith(b"BM"):
        with contextlib.suppress(ValueError, struct.error):
            bmp = Bmp(stream)
            return bmp if bmp.is_ours else None
    return None


def _stream(path: Path) -> BinaryIO:
    found = on_disk(path)
    # A pipe or a device called photo.jpg would block for ever.
    if not stat.S_ISREG(found.stat().st_mode):
        raise UnreadablePhoto(path, say("it is not a file. Delete it, or choose a photo."))
    return open(found, "rb")


def why_unreadable(error: OSError) -> Message:
    """What kept a file from being read, in words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return say("it is no longer there. Put it back, or open the folder again.")
    if isinstance(error, PermissionError):
        return say("you do not have permission to read it. Change its permissions, or copy it to a folder of your own.")
    if error.errno is not None:
        return say(
            "the disk reports “{reason}”. Check the disk, or copy the photo again.", reason=error.strerror or "?"
        )
    return formats.DAMAGED


def _rgb(path: Path, opened: _Opened, side: int | None, tones: Tones | None) -> Image.Image:
    """Decoded, not turned."""
    image = opened.image
    if image is not None:
        _reduce(path, image, side)
    if tones is None:
        assert image is not None
        image.load()
        return old_rule.to_rgb(image)
    samples = opened.samples()
    if samples is not None:
        return to_rgb(eight_bits(samples, tones), opened.info)
    assert image is not None
    image.load()
    return to_rgb(image)


def _reduce(path: Path, image: Image.Image, side: int | None = None) -> None:
    """Has a JPEG decoded smaller: down to `side`, and in any case below the pixel limit if 1/8 is enough.

    Raises UnreadablePhoto when it stays above that limit.
    """
    width, height = image.size
    is_jpeg = image.format in JPEGS
    if is_jpeg and side is not None:
        image.draft(None, (max(1, min(width, side)), max(1, min(height, side))))
    for scale in (2, 4, 8):
        if is_jpeg and image.width * image.height > MAX_PIXELS:
            image.draft(None, (max(1, width // scale), max(1, height // scale)))
    _check_size(path, *image.size)


def _check_size(path: Path, width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise UnreadablePhoto(
            path,
            say(
                "it has {size:.0f} megapixels, more than the {most:.0f} this app can read. Save it at a smaller size.",
                size=width * height / 1e6,
                most=MAX_PIXELS / 1e6,
            ),
        )


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_EXIF_ORIENTATION, 1))
    except (OSError, *_BROKEN):
        return 1  # broken EXIF says nothing about the pixels


def _ends_well(stream: BinaryIO, kind: str, size: int, end: bytes) -> bool:
    """False when the last bytes of the file, `end` of its `size`, are not what its format ends with. No mark: True."""
    marks = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b";"}
    if kind == "WEBP":
        stream.seek(4)
        return int.from_bytes(stream.read(4), "little") + 8 <= size
    return kind not in marks or end.rstrip(b"\0").endswith(marks[kind])
