"""PNGs and BMPs of every depth, palette and layout show the right picture."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from cnn_desktop.dataset.reading.decode import UnreadablePhoto, open_photo, read_header
from tests.dataset.reading.picture_files import write_bmp, write_png

H, W = 11, 13
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def shows(file: Path, bytes_: np.ndarray, most: float = 0) -> None:
    read_header(file)
    expected = np.rint(bytes_ if bytes_.ndim == 3 else np.dstack([bytes_] * 3))
    got = np.asarray(open_photo(file)).astype(int)
    assert got.shape == expected.shape
    assert np.abs(got - expected).max() <= most


@pytest.mark.parametrize("adam7", [False, True])
@pytest.mark.parametrize("bits", [1, 2, 4, 8, 16])
def test_grey_png(tmp_path: Path, rng: np.random.Generator, bits: int, adam7: bool) -> None:
    top = 2**bits - 1
    values = rng.integers(0, top + 1, (H, W, 1))
    values[0, 0], values[3, 3] = top, max(1, top - 2)
    plain = values[..., 0] * 255 / top
    write_png(tmp_path / "a.png", values, GREY, bits, adam7=adam7)
    shows(tmp_path / "a.png", plain)
    key = int(values[3, 3, 0])
    write_png(tmp_path / "a.png", values, GREY, bits, [(b"tRNS", struct.pack(">H", key))], adam7)
    shows(tmp_path / "a.png", np.where(values[..., 0] == key, 255, plain))


@pytest.mark.parametrize("adam7", [False, True])
@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_palette_png(tmp_path: Path, rng: np.random.Generator, bits: int, adam7: bool) -> None:
    values, palette = rng.integers(0, 2**bits, (H, W, 1)), rng.integers(0, 256, (2**bits, 3), np.uint8)
    alpha = rng.integers(0, 256, 2**bits, np.uint8)
    colours, share = palette[values[..., 0]], alpha[values] / 255
    write_png(tmp_path / "a.png", values, PALETTE, bits, [(b"PLTE", palette.tobytes())], adam7)
    shows(tmp_path / "a.png", colours)
    write_png(
        tmp_path / "a.png", values, PALETTE, bits, [(b"PLTE", palette.tobytes()), (b"tRNS", alpha.tobytes())], adam7
    )
    shows(tmp_path / "a.png", colours * share + 255 * (1 - share), 1)


@pytest.mark.parametrize("adam7", [False, True])
@pytest.mark.parametrize("bits", [8, 10, 12, 14, 16])
def test_colours_and_alpha_in_png(tmp_path: Path, rng: np.random.Generator, bits: int, adam7: bool) -> None:
    """Of fewer bits than 16 in 16, too."""
    top, room = 2**bits - 1, max(8, 16 if bits > 8 else 8)
    colours, alpha = rng.integers(0, top + 1, (H, W, 3)), rng.integers(0, top + 1, (H, W, 1))
    colours[0, 0], alpha[0, 0] = top, top
    share = alpha / top
    write_png(tmp_path / "a.png", colours, RGB, room, adam7=adam7)
    shows(tmp_path / "a.png", colours * 255 / top)
    write_png(tmp_path / "a.png", np.dstack([colours, alpha]), RGBA, room, adam7=adam7)
    shows(tmp_path / "a.png", (colours * share + top * (1 - share)) * 255 / top, 1)
    write_png(tmp_path / "a.png", np.dstack([colours, np.full((H, W), 2**room - 1)]), RGBA, room, adam7=adam7)
    shows(tmp_path / "a.png", colours * 255 / top)
    write_png(tmp_path / "a.png", np.dstack([colours[..., :1], alpha]), GREY_ALPHA, room, adam7=adam7)
    shows(tmp_path / "a.png", (colours[..., 0] * share[..., 0] + top * (1 - share[..., 0])) * 255 / top, 1)
    key = struct.pack(">3H", *map(int, colours[2, 2]))
    write_png(tmp_path / "a.png", colours, RGB, room, [(b"tRNS", key)], adam7)
    expected = colours * 255 / top
    expected[2, 2] = 255
    shows(tmp_path / "a.png", expected)


def test_significant_bits_do_not_change_numbers_that_are_scaled_already(
    tmp_path: Path, rng: np.random.Generator
) -> None:
    values = rng.integers(0, 4096, (H, W, 1))
    values[0, 0] = 4095
    write_png(tmp_path / "a.png", values << 4, GREY, 16, [(b"sBIT", b"\x0c")])
    shows(tmp_path / "a.png", (values[..., 0] << 4) / 257)
    write_png(tmp_path / "a.png", values, GREY, 16, [(b"sBIT", b"\x0c")])
    shows(tmp_path / "a.png", values[..., 0] * 255 / 4095)


@pytest.mark.parametrize("gamma", [22222, 45455, 55556, 100_000])
def test_gamma_of_png(tmp_path: Path, rng: np.random.Generator, gamma: int) -> None:
    values = rng.integers(0, 256, (H, W, 4))
    values[..., 3] = 255
    told, srgb = (b"gAMA", struct.pack(">I", gamma)), (b"sRGB", b"\0")
    exponent = 1.0 if gamma == 45455 else 45455 / gamma
    expected = (values / 255) ** exponent * 255
    for colour, bands in ((GREY, 1), (RGB, 3), (RGBA, 4)):
        wanted = expected[..., 0] if bands == 1 else expected[..., :3]
        write_png(tmp_path / "a.png", values[..., :bands], colour, 8, [told])
        shows(tmp_path / "a.png", wanted, 1)
        write_png(tmp_path / "a.png", values[..., :bands], colour, 8, [told, srgb])
        shows(tmp_path / "a.png", values[..., 0] if bands == 1 else values[..., :3])
    write_png(tmp_path / "a.png", values[..., :3] * 257, RGB, 16, [told])
    shows(tmp_path / "a.png", expected[..., :3], 1)


def _packed(values: np.ndarray, bits: int) -> list[bytes]:
    every = [np.unpackbits(row.astype(np.uint8)[:, None], axis=1)[:, 8 - bits :] for row in values]
    return [np.packbits(row.reshape(-1)).tobytes() for row in every]


@pytest.mark.parametrize("head", [40, 108, 124])
@pytest.mark.parametrize("top_down", [False, True])
@pytest.mark.parametrize(
    ("bits", "masks"),
    [
        (16, (0xF800, 0x7E0, 0x1F)), (16, (0x7C00, 0x3E0, 0x1F)), (16, (0x1F, 0x7E0, 0xF800)), (16, (0xF00, 0xF0, 0xF)),
        (32, (0xFF0000, 0xFF00, 0xFF)), (32, (0x3FF00000, 0xFFC00, 0x3FF)), (32, (0xFF00, 0xFF, 0xFF0000)),
    ],
)  # fmt: skip
def test_masks_of_bmp(
    tmp_path: Path, rng: np.random.Generator, head: int, top_down: bool, bits: int, masks: tuple[int, int, int]
) -> None:
    pixels, expected = np.zeros((H, W), np.uint32), np.zeros((H, W, 3))
    for band, mask in enumerate(masks):
        shift = (mask & -mask).bit_length() - 1
        values = rng.integers(0, (mask >> shift) + 1, (H, W)).astype(np.uint32)
        pixels |= values << shift
        expected[..., band] = values * 255 / (mask >> shift)
    rows = [row.astype(f"<u{bits // 8}").tobytes() for row in pixels]
    more = masks if head == 40 else (*masks, 0)
    write_bmp(tmp_path / "a.bmp", rows, W, bits, compression=3, masks=more, head=head, top_down=top_down)
    shows(tmp_path / "a.bmp", expected)


@pytest.mark.parametrize("alpha", [0, 255])
def test_alpha_of_bmp_that_is_zero_everywhere_means_nothing(
    tmp_path: Path, rng: np.random.Generator, alpha: int
) -> None:
    colours = rng.integers(0, 256, (H, W, 3), np.uint8)
    rows = [row.tobytes() for row in np.dstack([colours[..., ::-1], np.full((H, W), alpha, np.uint8)])]
    masks = (0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    write_bmp(tmp_path / "a.bmp", rows, W, 32, compression=3, masks=masks, head=124)
    shows(tmp_path / "a.bmp", colours)
    write_bmp(tmp_path / "a.bmp", rows, W, 32)
    shows(tmp_path / "a.bmp", colours)


def test_alpha_of_bmp(tmp_path: Path, rng: np.random.Generator) -> None:
    colours, alpha = rng.integers(0, 256, (H, W, 3), np.uint8), rng.integers(0, 256, (H, W, 1), np.uint8)
    rows = [row.tobytes() for row in np.dstack([colours[..., ::-1], alpha])]
    write_bmp(tmp_path / "a.bmp", rows, W, 32, compression=3, masks=(0xFF0000, 0xFF00, 0xFF, 0xFF000000), head=124)
    shows(tmp_path / "a.bmp", colours * (alpha / 255) + 255 - alpha, 1)


@pytest.mark.parametrize("bits", [1, 4, 8])
@pytest.mark.parametrize("kind", ["colours", "grey", "its own number", "black and white", "few"])
def test_palettes_of_bmp(tmp_path: Path, rng: np.random.Generator, bits: int, kind: str) -> None:
    many = 2**bits
    ramp = np.arange(many)
    palette = {
        "colours": rng.integers(0, 256, (many, 3)), "grey": np.repeat((ramp * 255 // (many - 1))[:, None], 3, 1),
        "its own number": np.repeat(ramp[:, None], 3, 1), "black and white": np.array([[0] * 3, [255] * 3]),
        "few": rng.integers(0, 256, (min(many, 5), 3)),
    }[kind].astype(np.uint8)  # fmt: skip
    places = rng.integers(0, len(palette), (H, W))
    four = b"".join(bytes([b, g, r, 0]) for r, g, b in palette.tolist())
    rows = _packed(places, bits)
    write_bmp(tmp_path / "a.bmp", rows, W, bits, palette=four, used=len(palette))
    shows(tmp_path / "a.bmp", palette[places])
    write_bmp(tmp_path / "a.bmp", rows, W, bits, palette=four, used=len(palette), top_down=True)
    shows(tmp_path / "a.bmp", palette[places])
    if len(palette) == many:
        write_bmp(tmp_path / "a.bmp", rows, W, bits, palette=palette[:, ::-1].tobytes(), head=12)
        shows(tmp_path / "a.bmp", palette[places])
    if bits > 1:
        runs = b"".join(
            b"".join(bytes([1, one << (8 - bits)]) for one in row) + b"\0\0" for row in places[::-1].tolist()
        )
        write_bmp(
            tmp_path / "a.bmp", rows, W, bits, palette=four, used=len(palette),
            compression=2 if bits == 4 else 1, content=runs + b"\0\1",
        )  # fmt: skip
        shows(tmp_path / "a.bmp", palette[places])


@pytest.mark.parametrize("head", [12, 40, 64])
def test_plain_bmp(tmp_path: Path, rng: np.random.Generator, head: int) -> None:
    colours = rng.integers(0, 256, (H, W, 3), np.uint8)
    write_bmp(tmp_path / "a.bmp", [row[:, ::-1].tobytes() for row in colours], W, 24, head=head)
    shows(tmp_path / "a.bmp", colours)


def test_a_bmp_of_an_unknown_kind_and_one_that_is_cut_off(tmp_path: Path, rng: np.random.Generator) -> None:
    rows = [bytes(4 * W)] * H
    write_bmp(tmp_path / "jpeg.bmp", rows, W, 24, compression=4)
    with pytest.raises(UnreadablePhoto, match="this kind of BMP"):
        open_photo(tmp_path / "jpeg.bmp")
    for bits, facts in ((32, {"compression": 3, "masks": (255, 255 << 8, 255 << 16)}), (24, {})):
        write_bmp(tmp_path / "a.bmp", rows, W, bits, **facts)  # type: ignore[arg-type]
        content = (tmp_path / "a.bmp").read_bytes()
        (tmp_path / "a.bmp").write_bytes(content[: len(content) // 2])
        with pytest.raises(UnreadablePhoto, match="damaged or incomplete"):
            open_photo(tmp_path / "a.bmp")
