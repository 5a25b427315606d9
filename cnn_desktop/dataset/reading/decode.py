"""Reads photo files into RGB pixels, whatever their format, colour mode and turn; a bad file becomes one sentence."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

import msgspec
from PIL import Image, ImageFile, UnidentifiedImageError

from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.reading import cost, formats, old_rule
from cnn_desktop.dataset.reading.bmp import DIB_HEADS, Bmp, dib_cost
from cnn_desktop.dataset.reading.cost import ROOM, Bounded, Cost, TooCostly, check_file, is_modest_exif, other_cost
from cnn_desktop.dataset.reading.deep import Samples
from cnn_desktop.dataset.reading.heif import heif_cost
from cnn_desktop.dataset.reading.jpeg import Jpeg
from cnn_desktop.dataset.reading.picture import deep_to_rgb, is_deep, samples_of, to_rgb
from cnn_desktop.dataset.reading.tiff import Tiff, Unsupported
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import NotAFile, open_regular
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.tones import OWN, Tones

JPEGS = ("JPEG", "MPO")
"""What Pillow calls a JPEG, and one with more pictures behind it, as some cameras make them."""
# Only these decoders ever see a file: Pillow knows others that start programs (EPS) or have no place here.
_FORMATS = ("JPEG", "PNG", "BMP", "DIB", "GIF", "WEBP", "TIFF", "HEIF", "AVIF")
_START, _END = 64, 64
"""Bytes at the start and the end of a file that are looked at."""
_LOOKED = 1 << 18
"""Bytes of a JPEG that are searched for scans while only its header is wanted."""
_EXIF_ORIENTATION, _EXIF_DETAILS = 0x0112, 0x8769
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
    with decoded(path, side, content, tones) as photo:
        return photo


@contextlib.contextmanager
def decoded(
    path: Path | str, side: int | None = None, content: bytes | None = None, tones: Tones | None = OWN
) -> Iterator[Image.Image]:
    """`open_photo`, the process's memory for photos being kept for it inside: where something small is made of it."""
    with contextlib.ExitStack() as room:
        held = 0 if content is None else len(content)
        with _opened(Path(path), content, side, by_tags=tones is not None) as opened:
            room.enter_context(ROOM.taken(opened.cost.bytes + held))
            rgb = _rgb(opened, tones)
            rgb.info.pop("icc_profile", None)
            turn = _TURNS.get(opened.orientation)
            opened.close()  # so that a large picture is not there three times
            rgb = rgb if turn is None else rgb.transpose(turn)
        yield rgb


def read_samples(path: Path) -> Samples | None:
    """The numbers of a deep photo as its file holds them; None for one of 8 bits. Raises UnreadablePhoto."""
    with _opened(path) as opened, ROOM.taken(opened.cost.bytes):
        return opened.samples()


def cost_of(path: Path, side: int | None = None, tones: Tones | None = OWN) -> int:
    """Bytes that `open_photo` takes, without decoding. Raises UnreadablePhoto."""
    with _opened(path, side=side, by_tags=tones is not None) as opened:
        return opened.cost.bytes


def read_header(path: Path | str, content: bytes | None = None) -> PhotoHeader:
    """Size and mode from the header, with a full decode only if the file's end looks cut off.

    So it is quick, and finds truncated photos all the same. `content`: as of `open_photo`. Raises UnreadablePhoto, also for
    a photo too large.
    """
    path = path if isinstance(path, Path) else Path(path)
    with _opened(path, content, looked=_LOOKED) as opened:
        image, own, stream = opened.image, opened.own, opened.stream
        if image is not None:
            width, height, kind, mode = image.width, image.height, image.format or "", image.mode
        else:
            assert own is not None
            width, height, kind, mode = own.width, own.height, type(own).__name__.upper(), own.mode
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _END))
        end = stream.read()
        # Of a JPEG, the end is picture, whatever stands in its head.
        sketch = f"{kind} {width} {height} {0 if kind in JPEGS else size} ".encode() + end
        facts = PhotoHeader(width, height, mode, kind, opened.cost.scale > 1, sketch, opened.deep)
        looks_whole = not own.is_cut if own else _ends_well(stream, kind, size, end)
    if not looks_whole:
        open_photo(path, 1, content)  # a JPEG at 1/8: what is missing shows there, too
    return facts


def read_tags(path: Path) -> tuple[str, int, int, dict[int, object], dict[int, object]]:
    """(format, width, height, EXIF's tags of the picture and of its taking), without decoding. Raises UnreadablePhoto."""
    with _opened(path, looked=_LOOKED) as opened:
        image, own = opened.image, opened.own
        if image is None:
            assert own is not None
            return type(own).__name__.upper(), own.width, own.height, {}, {}
        tags: dict[int, object] = {}
        details: dict[int, object] = {}
        with contextlib.suppress(OSError, *_BROKEN):
            exif = _exif(image)
            tags = dict(exif)
            details = dict(exif.get_ifd(_EXIF_DETAILS))
        return image.format or "", image.width, image.height, tags, details


@functools.cache
def _prepare() -> None:
    """Once a process: HEIF support; our own size limit and sentences in place of Pillow's errors and warnings."""
    import pi_heif

    pi_heif.register_heif_opener()
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
    cost: Cost
    """Of decoding it."""

    def close(self) -> None:
        """Lets go of what was decoded, unless somebody else has it."""
        if self.image is not None:
            self.image.close()

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
def _opened(
    path: Path,
    content: bytes | None = None,
    side: int | None = None,
    by_tags: bool = True,
    looked: int = cost.MOST_FILE_BYTES,
) -> Iterator[_Opened]:
    """The photo with its header read; every failure within the block becomes an UnreadablePhoto.

    `by_tags` False: a TIFF is what Pillow takes it for. `looked`: bytes of a JPEG that are searched for scans.
    """
    _prepare()
    try:
        with open_regular(on_disk(path)) if content is None else io.BytesIO(content) as file:
            stream = cast(BinaryIO, Bounded(file))
            try:
                with _identified(stream, _Wanted(side, by_tags, looked)) as opened:
                    yield opened
            except (Unsupported, TooCostly) as error:
                raise UnreadablePhoto(path, error.reason) from error
            except OSError as error:
                reason = why_unreadable(error) if error.errno is not None else formats.why_not(file)
                raise UnreadablePhoto(path, reason) from error
            except _BROKEN as error:
                raise UnreadablePhoto(path, formats.why_not(file)) from error
    except MemoryError as error:
        raise UnreadablePhoto(
            path, say("there is not enough memory to read it. Save it at a smaller size, or close other programs.")
        ) from error
    except OSError as error:
        raise UnreadablePhoto(path, why_unreadable(error)) from error


@dataclass(frozen=True)
class _Wanted:
    """How a photo is to be read; see `_opened`."""

    side: int | None
    by_tags: bool
    looked: int


@contextlib.contextmanager
def _identified(stream: BinaryIO, wanted: _Wanted) -> Iterator[_Opened]:
    size = stream.seek(0, os.SEEK_END)
    if size == 0:
        raise Unsupported(say("it is empty. Copy the original again, or delete it."))
    check_file(size)
    stream.seek(0)
    start = stream.read(_START)
    own = _known(stream, start, wanted.by_tags)
    told = _cost(stream, start, size, wanted, own)
    if told is not None:
        told.check()
    own = own if wanted.by_tags else None
    stream.seek(0)
    if own is not None and own.is_ours:
        assert told is not None
        yield _Opened(stream, None, own, told)
        return
    try:
        image = Image.open(stream, formats=_FORMATS)
    except UnidentifiedImageError:
        if own is None or own.is_cut:
            raise
        assert told is not None
        yield _Opened(stream, None, own, told)  # `read` says what kind it is
        return
    with image:
        if told is None or image.width * image.height > cost.MAX_PIXELS * told.scale**2:
            told = other_cost(image.width, image.height, size).check()
        yield _Opened(stream, image, own, told)


def _known(stream: BinaryIO, start: bytes, by_tags: bool) -> Tiff | Bmp | None:
    """What is known of the file by its own header or tags. Raises Unsupported and _BROKEN."""
    stream.seek(0)
    if Tiff.is_tiff(start):
        tiff = Tiff(stream)
        if by_tags and tiff.refusal is not None:
            raise Unsupported(tiff.refusal)
        return tiff
    if by_tags and start.startswith(b"BM"):
        with contextlib.suppress(ValueError, struct.error):
            bmp = Bmp(stream)
            return bmp if bmp.is_ours else None
    return None


def _cost(stream: BinaryIO, start: bytes, size: int, wanted: _Wanted, own: Tiff | Bmp | None) -> Cost | None:
    """Of decoding the photo; None where its first bytes do not tell. Raises TooCostly and _BROKEN."""
    if own is not None:
        return own.cost
    (number,) = struct.unpack("<I", start[:4].ljust(4, b"\0"))
    ways: tuple[tuple[bool, Callable[[], Cost | None]], ...] = (
        (start.startswith(b"\xff\xd8\xff"), lambda: Jpeg(stream, size, wanted.looked).plan(wanted.side)),
        (start.startswith(b"\x89PNG"), lambda: cost.png_cost(start, size)),
        (start.startswith(b"RIFF") and start[8:12] == b"WEBP", lambda: cost.webp_cost(start, size)),
        (start[4:8] == b"ftyp", lambda: heif_cost(stream, size, start[8:12])),
        (start.startswith(b"BM"), lambda: dib_cost(start[14:], size)),
        (number in DIB_HEADS, lambda: dib_cost(start, size)),
    )
    return next((told() for is_one, told in ways if is_one), None)


def why_unreadable(error: OSError) -> Message:
    """What kept a file from being read, in words."""
    if isinstance(error, NotAFile):
        return say("it is a folder or a device, not a photo. Choose a photo instead.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return say("it is no longer there. Put it back, or open the folder again.")
    if isinstance(error, PermissionError):
        return say("you do not have permission to read it. Change its permissions, or copy it to a folder of your own.")
    if error.errno is not None:
        return say(
            "the disk reports “{reason}”. Check the disk, or copy the photo again.", reason=error.strerror or "?"
        )
    return formats.DAMAGED


def _rgb(opened: _Opened, tones: Tones | None) -> Image.Image:
    """Decoded, not turned."""
    image, scale = opened.image, opened.cost.scale
    if image is not None and scale > 1:  # once: Pillow ignores a second `draft`
        image.draft(None, (max(1, image.width // scale), max(1, image.height // scale)))
    if tones is None:
        assert image is not None
        image.load()
        return old_rule.to_rgb(image)
    samples = opened.samples()
    if samples is not None:
        return deep_to_rgb(samples, tones, opened.info)
    assert image is not None
    image.load()
    return to_rgb(image)


def _orientation(image: Image.Image) -> int:
    try:
        return int(_exif(image).get(_EXIF_ORIENTATION, 1))
    except (OSError, *_BROKEN):
        return 1  # broken EXIF says nothing about the pixels


def _exif(image: Image.Image) -> Image.Exif:
    """Raises OSError and _BROKEN."""
    content = image.info.get("exif")
    if isinstance(content, bytes) and not is_modest_exif(content):
        raise ValueError("tags that say they are larger than all of them together")
    return image.getexif()


def _ends_well(stream: BinaryIO, kind: str, size: int, end: bytes) -> bool:
    """False when the last bytes of the file, `end` of its `size`, are not what its format ends with. No mark: True."""
    marks = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b";"}
    if kind == "WEBP":
        stream.seek(4)
        return int.from_bytes(stream.read(4), "little") + 8 <= size
    return kind not in marks or end.rstrip(b"\0").endswith(marks[kind])
