"""Bombs that are JPEG, PNG, GIF, WebP or BMP files."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterable

from PIL import Image, ImageCms

WIDE, HIGH = 10_900, 11_000
"""Nearly 120 megapixels."""
_QUANT = b"\xff\xdb" + struct.pack(">HB", 67, 0) + bytes([1] * 64)
_ONE_CODE = bytes([1] + [0] * 15) + b"\0"
"""A Huffman table with one code, of one bit, for 0."""
_TABLES = b"".join(b"\xff\xc4" + struct.pack(">HB", 20, kind) + _ONE_CODE for kind in (0x00, 0x10))


# JPEG -----------------------------------------------------------------------------------------------------------------


def _segment(mark: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content


def _frame(
    mark: int, width: int, height: int, bands: int, sampling: int = 0x11, first: int = 0, bits: int = 8
) -> bytes:
    parts = b"".join(bytes((band + 1, first if band == 0 and first else sampling, 0)) for band in range(bands))
    return _segment(mark, struct.pack(">BHHB", bits, height, width, bands) + parts)


def _scan(bands: Iterable[int], start: int = 0, end: int = 63, bits: int = 0, data: bytes = b"") -> bytes:
    of = list(bands)
    head = bytes([len(of)]) + b"".join(bytes((band + 1, 0)) for band in of) + bytes((start, end, bits))
    return _segment(0xDA, head) + data


def _jpeg(frame: bytes, scans: bytes, before: bytes = b"", end: bytes = b"\xff\xd9") -> bytes:
    return b"\xff\xd8" + before + _QUANT + frame + _TABLES + scans + end


def _progressive(bands: int, scans: int, width: int = WIDE, height: int = HIGH, mark: int = 0xC2) -> bytes:
    every = _scan(range(bands), 0, 0, 1) + b"".join(_scan([n % bands], 1, 63, 0) for n in range(scans))
    return _jpeg(_frame(mark, width, height, bands), every)


def _refining(scans: int = 12, width: int = WIDE, height: int = HIGH) -> bytes:
    """Each scan goes through every number of each block, for a few bytes: no block has anything to refine."""
    table = b"\xff\xc4" + struct.pack(">HB", 20, 0x10) + bytes([1] + [0] * 15) + b"\xe0"
    code = "0" + "1" * 14  # 32,767 blocks
    blocks = -(-width // 8) * -(-height // 8)
    bits = code * (blocks // 32_767)
    data = (
        int(bits.ljust(-(-len(bits) // 8) * 8, "1"), 2).to_bytes(-(-len(bits) // 8), "big").replace(b"\xff", b"\xff\0")
    )
    every = _scan([0], 0, 0, 1) + table + _scan([0], 1, 63, 0x01, data) + _scan([0], 1, 63, 0x10, data) * scans
    return _jpeg(_frame(0xC2, width, height, 1), every)


def _small_jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(out, "JPEG")
    return out.getvalue()


def _with_app(mark: int, *contents: bytes) -> bytes:
    plain = _small_jpeg()
    return plain[:2] + b"".join(_segment(mark, content) for content in contents) + plain[2:]


def _exif_loop() -> bytes:
    """Each table of tags leads back to itself."""
    tags = b"".join(struct.pack("<HHII", tag, 4, 1, 8) for tag in (0x8769, 0x8825, 0xA005, 0x014A))
    return _with_app(0xE1, b"Exif\0\0II*\0" + struct.pack("<IH", 8, 4) + tags + struct.pack("<I", 8))


def _mpf_loop() -> bytes:
    tags = struct.pack("<HHII", 0xB000, 7, 4, 0x30303130) + struct.pack("<HHII", 0xB001, 4, 1, 0xFFFFFFFF)
    tags += struct.pack("<HHII", 0xB002, 7, 0xFFFF, 8)
    return _with_app(0xE2, b"MPF\0II*\0" + struct.pack("<IH", 8, 3) + tags + struct.pack("<I", 8))


def _profile(extra: bytes, name: bytes = b"D2B1") -> bytes:
    """sRGB with one more tag."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (count,) = struct.unpack_from(">I", plain, 128)
    table = plain[132 : 132 + 12 * count]
    moved = b"".join(struct.pack(">4sII", tag, at + 12, size) for tag, at, size in struct.iter_unpack(">4sII", table))
    rest = plain[132 + 12 * count :].ljust((len(plain) - 132 - 12 * count + 3) // 4 * 4, b"\0")
    at = 132 + 12 * (count + 1) + len(rest)
    table = moved + struct.pack(">4sII", name, at, len(extra))
    whole = bytearray(plain[:128] + struct.pack(">I", count + 1) + table + rest + extra)
    whole[0:4], whole[8:12] = struct.pack(">I", len(whole)), b"\x04\x30\0\0"
    return bytes(whole)


def _many_elements() -> bytes:
    """A pipeline of thousands of matrices, each to be gone through for each colour of a table."""
    matrix = b"matf\0\0\0\0" + struct.pack(">HH", 3, 3)
    matrix += struct.pack(">12f", 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0)
    number = 20_000
    start = 16 + 8 * number
    places = b"".join(struct.pack(">II", start, len(matrix)) for _ in range(number))
    return b"mpet\0\0\0\0" + struct.pack(">HHI", 3, 3, number) + places + matrix


def _as_icc(profile: bytes) -> bytes:
    pieces = [profile[at : at + 65_000] for at in range(0, len(profile), 65_000)]
    contents = [b"ICC_PROFILE\0" + bytes((n + 1, len(pieces))) + piece for n, piece in enumerate(pieces)]
    return _with_app(0xE2, *contents)


def _jpegs() -> dict[str, Callable[[], bytes]]:
    few_rows = 65_500
    return {
        "scans of grey.jpg": lambda: _progressive(1, 500),
        "scans of colour.jpg": lambda: _progressive(3, 500),
        "scans of four bands.jpg": lambda: _progressive(4, 100),
        "scans, arithmetic.jpg": lambda: _progressive(3, 300, mark=0xCA),
        "scans, medium size.jpg": lambda: _progressive(3, 5000, 3000, 4000),
        "scans that refine.jpg": _refining,
        "scans that refine many times.jpg": lambda: _refining(60),
        "scans behind comments.jpg": lambda: _jpeg(
            _frame(0xC2, WIDE, HIGH, 1),
            _scan([0], 0, 0, 1) + _segment(0xFE, bytes(65_000)) * 80 + _scan([0], 1, 63) * 500,
        ),
        "scans, high and narrow.jpg": lambda: _progressive(1, 1500, 16, few_rows),
        "scans with restarts.jpg": lambda: _jpeg(
            _segment(0xDD, b"\0\1") + _frame(0xC2, WIDE, HIGH, 1), _scan([0], 0, 0, 1) + _scan([0], 1, 63) * 200
        ),
        "restarts.jpg": lambda: _jpeg(_segment(0xDD, b"\0\1") + _frame(0xC0, WIDE, HIGH, 3), _scan(range(3))),
        "restart marks.jpg": lambda: _jpeg(
            _segment(0xDD, b"\0\1") + _frame(0xC0, WIDE, HIGH, 3), _scan(range(3), data=b"\xff\xd3" * 1_000_000)
        ),
        "arithmetic.jpg": lambda: _jpeg(_frame(0xC9, WIDE, HIGH, 3), _scan(range(3), data=b"\x5a\xa5\x3c" * 700)),
        "bands one by one.jpg": lambda: _jpeg(_frame(0xC0, WIDE, HIGH, 3), b"".join(_scan([n]) for n in range(3))),
        "largest.jpg": lambda: _jpeg(_frame(0xC0, 65_500, 65_500, 3), _scan(range(3))),
        "largest grey.jpg": lambda: _jpeg(_frame(0xC0, 65_500, 65_500, 1), _scan([0])),
        "largest progressive.jpg": lambda: _progressive(3, 2, 65_500, 65_500),
        "480 megapixels.jpg": lambda: _jpeg(_frame(0xC0, 30_000, 16_000, 3), _scan(range(3))),
        "480 megapixels progressive.jpg": lambda: _progressive(3, 3, 30_000, 16_000),
        "119 megapixels progressive.jpg": lambda: _progressive(3, 3),
        "sampling.jpg": lambda: _jpeg(_frame(0xC0, WIDE, HIGH, 3, first=0x44), _scan(range(3))),
        "sampling upside down.jpg": lambda: _jpeg(_frame(0xC2, WIDE, HIGH, 3, 0x44, 0x11), _scan(range(3), 0, 0, 1)),
        "four bands.jpg": lambda: _jpeg(_frame(0xC0, WIDE, HIGH, 4), _scan(range(4))),
        "lossless.jpg": lambda: _jpeg(_frame(0xC3, WIDE, HIGH, 3), _scan(range(3), 1, 0)),
        "12 bits.jpg": lambda: _jpeg(_frame(0xC1, WIDE, HIGH, 3, bits=12), _scan(range(3))),
        "tables.jpg": lambda: _jpeg(_TABLES * 40_000 + _frame(0xC0, 64, 64, 1), _scan([0])),
        "tables between scans.jpg": lambda: _jpeg(
            _frame(0xC2, 2000, 2000, 1), _scan([0], 0, 0, 1) + (_TABLES + _scan([0], 1, 63)) * 20_000
        ),
        "comments.jpg": lambda: _with_app(0xFE, *[b""] * 900_000),
        "turned.jpg": lambda: _jpeg(
            _segment(0xE1, b"Exif\0\0II*\0" + struct.pack("<IHHHIII", 8, 1, 0x112, 3, 1, 6, 0))
            + _frame(0xC0, WIDE, HIGH, 3), _scan(range(3)),
        ),
        "exif loop.jpg": _exif_loop,
        "mpf loop.jpg": _mpf_loop,
        "profile of many elements.jpg": lambda: _as_icc(_profile(_many_elements())),
        "profile of 16 MB.jpg": lambda: _as_icc(_profile(bytes(16_000_000), b"Zzzz")),
        "no end.jpg": lambda: _jpeg(_frame(0xC0, WIDE, HIGH, 3), _scan(range(3)), end=b""),
    }  # fmt: skip


# PNG ------------------------------------------------------------------------------------------------------------------


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


_PIECE = 1 << 20


def zeros(count: int) -> bytes:
    """`count` zeros, compressed: one piece that stands on its own, over and over, so that it takes no time."""
    packer = zlib.compressobj(9, wbits=-15)
    piece = packer.compress(bytes(_PIECE)) + packer.flush(zlib.Z_FULL_FLUSH)
    rest = zlib.compressobj(9, wbits=-15)
    end = rest.compress(bytes(count % _PIECE)) + rest.flush()
    return b"\x78\x9c" + piece * (count // _PIECE) + end + struct.pack(">HH", count % 65_521, 1)


def _png(
    colour: int, bits: int, interlaced: bool = False, before: bytes = b"", behind: bytes = b"", wide: int = WIDE,
    high: int = HIGH, data: bytes | None = None,
) -> bytes:  # fmt: skip
    bands = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    head = struct.pack(">IIBBBBB", wide, high, bits, colour, 0, 0, int(interlaced))
    if data is None:
        data = zeros(high * (2 if interlaced else 1) + (wide * bands * bits // 8 + 9) * high)
    palette = _chunk(b"PLTE", bytes(768)) if colour == 3 else b""
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + palette + before + _chunk(b"IDAT", data) + behind
        + _chunk(b"IEND", b"")
    )  # fmt: skip


def _small(before: bytes = b"", behind: bytes = b"") -> bytes:
    return _png(2, 8, before=before, behind=behind, wide=64, high=64)


def _apng(frames: int) -> bytes:
    control = _chunk(b"acTL", struct.pack(">II", frames, 0))
    one = struct.pack(">IIIIIHHBB", 0, WIDE, HIGH, 0, 0, 1, 1, 0, 0)
    return _png(2, 8, before=control + _chunk(b"fcTL", one), behind=_chunk(b"fcTL", one) * frames)


def _in_pieces() -> bytes:
    data = zeros(64 * (64 * 3 + 1))
    whole = _png(2, 8, wide=64, high=64, data=data)
    head = whole[: whole.index(b"IDAT") - 4]
    pieces = b"".join(_chunk(b"IDAT", data[n : n + 1]) for n in range(len(data)))
    return head + _chunk(b"IDAT", b"") * 900_000 + pieces + _chunk(b"IEND", b"")


def _pngs() -> dict[str, Callable[[], bytes]]:
    text = b"a\0\0" + zeros(1_000_000)
    return {
        "16 bits and alpha.png": lambda: _png(6, 16),
        "16 bits.png": lambda: _png(2, 16),
        "16 bits of grey and alpha.png": lambda: _png(4, 16),
        "16 bits of grey.png": lambda: _png(0, 16),
        "16 bits interlaced.png": lambda: _png(2, 16, True),
        "16 bits interlaced and alpha.png": lambda: _png(6, 16, True),
        "alpha interlaced.png": lambda: _png(6, 8, True),
        "alpha.png": lambda: _png(6, 8),
        "grey and alpha.png": lambda: _png(4, 8),
        "one bit.png": lambda: _png(0, 1),
        "palette with alpha.png": lambda: _png(3, 8, before=_chunk(b"tRNS", bytes(256))),
        "one clear colour.png": lambda: _png(2, 8, before=_chunk(b"tRNS", bytes(6))),
        "gamma.png": lambda: _png(2, 8, before=_chunk(b"gAMA", struct.pack(">I", 100_000))),
        "profile that unpacks.png": lambda: _small(_chunk(b"iCCP", b"a\0\0" + zeros(400_000_000))),
        "texts.png": lambda: _small(_chunk(b"zTXt", text) * 500),
        "texts behind.png": lambda: _small(behind=_chunk(b"zTXt", text) * 5000),
        "text that unpacks.png": lambda: _small(_chunk(b"iTXt", b"a\0\1\0\0\0" + zeros(400_000_000))),
        "chunks.png": lambda: _small(_chunk(b"abCd", b"") * 900_000),
        "chunks behind.png": lambda: _small(behind=_chunk(b"abCd", b"") * 900_000),
        "pieces.png": _in_pieces,
        "frames.png": lambda: _apng(50_000),
        "largest.png": lambda: _png(6, 16, wide=2**31 - 1, high=2**31 - 1, data=zeros(1000)),
        "more than there is.png": lambda: _png(2, 8, wide=64, high=64, data=zeros(1_000_000_000)),
    }


# GIF, WebP, BMP -------------------------------------------------------------------------------------------------------


def _gif(width: int, height: int, before: bytes = b"", frames: int = 1, frame: tuple[int, int] | None = None) -> bytes:
    """Each picture breaks off at once, or is black."""
    of = frame or (width, height)
    picture = b"," + struct.pack("<HHHHB", 0, 0, *of, 0) + b"\x08" + b"\x04\0\x01\x04\x18\0"
    return (
        b"GIF89a" + struct.pack("<HHBBB", width, height, 0xF7, 0, 0) + bytes(768) + before + picture * frames + b";"
    )  # fmt: skip


def _full_gif() -> bytes:
    out = io.BytesIO()
    Image.new("P", (WIDE, HIGH)).save(out, "GIF")
    return out.getvalue()


def _webp(side: int, lossless: bool) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), "navy").save(out, "WEBP", lossless=lossless, quality=0, method=0)
    return out.getvalue()


def _animated_webp(side: int, frames: int) -> bytes:
    """A huge canvas and many small pictures on it."""
    one = _webp(16, True)[12:]
    head = struct.pack("<I", 2)[:1] + bytes(3) + struct.pack("<I", side - 1)[:3] * 2
    place = bytes(6) + struct.pack("<I", 15)[:3] * 2 + struct.pack("<I", 100)[:3] + b"\0"
    anmf = b"ANMF" + struct.pack("<I", len(place) + len(one)) + place + one
    chunks = b"VP8X" + struct.pack("<I", 10) + head + b"ANIM" + struct.pack("<IIH", 6, 0, 0) + anmf * frames
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks


def _bmp(width: int, height: int, bits: int, compression: int, content: bytes, colours: int = 256) -> bytes:
    palette = bytes(4 * colours) if bits <= 8 else b""
    masks = struct.pack("<4I", 0x7C00, 0x3E0, 0x1F, 0) if compression == 3 else b""
    place = 14 + 40 + len(palette) + len(masks)
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, len(content), 0, 0, 0, 0)
    return struct.pack("<2sIII", b"BM", place + len(content), 0, place) + info + masks + palette + content


def _others() -> dict[str, Callable[[], bytes]]:
    return {
        "largest.gif": lambda: _gif(65_535, 65_535),
        "black.gif": _full_gif,
        "comment.gif": lambda: _gif(64, 64, b"!\xfe" + (b"\xff" + b"x" * 255) * 80_000 + b"\0"),
        "comments.gif": lambda: _gif(64, 64, b"!\xfe\1x\0" * 900_000),
        "frames.gif": lambda: _gif(WIDE, HIGH, frames=60_000),
        "frame larger than the picture.gif": lambda: _gif(16, 16, frame=(65_535, 65_535)),
        "lossless.webp": lambda: _webp(9_000, True),
        "canvas.webp": lambda: _animated_webp(16_383, 2),
        "frames.webp": lambda: _animated_webp(8_000, 60_000),
        "runs of one.bmp": lambda: _bmp(WIDE, HIGH, 8, 1, b"\1\1" * 6_000_000),
        "ends of lines.bmp": lambda: _bmp(WIDE, HIGH, 8, 1, b"\1\1\0\0" * HIGH),
        "ends of lines, 4 bits.bmp": lambda: _bmp(WIDE, HIGH, 4, 2, b"\1\1\0\0" * HIGH, 16),
        "runs of 4 bits.bmp": lambda: _bmp(WIDE, HIGH, 4, 2, (b"\xff\x12" * 42 + b"\xbe\x12\0\0") * HIGH, 16),
        "jumps.bmp": lambda: _bmp(WIDE, HIGH, 8, 1, b"\0\2\0\0" * 900_000),
        "runs of nothing.bmp": lambda: _bmp(64, 64, 8, 1, b"\xff\1" * 6_000_000),
        "largest.bmp": lambda: _bmp(2**31 - 1, 2**31 - 1, 24, 0, bytes(1000)),
        "dib.bmp": lambda: _bmp(WIDE, HIGH, 8, 1, b"\1\1\0\0" * HIGH)[14:],
    }
