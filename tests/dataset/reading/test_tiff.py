"""TIFFs of every layout show the right picture, or say which kind they are; polarity, planes and range are the file's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.reading.decode import UnreadablePhoto, open_photo, read_header
from tests.dataset.reading.picture_files import Tag, write_tiff

H, W = 24, 40
WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, CMYK, YCBCR, LAB = 0, 1, 2, 3, 5, 6, 8
Y, X = np.mgrid[0 : 1 : H * 1j, 0 : 1 : W * 1j]
GREY = (X + Y) / 2
COLOURS = np.stack([X, Y, (1 - X) * 0.75], 2)
ALPHA = np.clip(1.3 - X, 0, 1)


def as_kind(shares: np.ndarray, kind: str) -> np.ndarray:
    """0 to 1 as the whole range of a kind of number."""
    dtype = np.dtype(kind)
    if dtype.kind == "f":
        return shares.astype(dtype)
    info = np.iinfo(dtype)
    return (np.rint(shares * (info.max - info.min)) + info.min).astype(dtype)


def shows(file: Path, shares: np.ndarray, most: float = 1.5) -> None:
    """`file` gives `shares` (0 to 1) as sRGB; its header is fine too."""
    read_header(file)
    expected = (shares if shares.ndim == 3 else np.dstack([shares] * 3)) * 255
    got = np.asarray(open_photo(file)).astype(float)
    assert got.shape == expected.shape
    assert np.abs(got - expected).max() <= most


def over_white(shares: np.ndarray) -> np.ndarray:
    alpha = ALPHA if shares.ndim == 2 else ALPHA[..., None]
    return shares * alpha + 1 - alpha


LAYOUTS: list[dict[str, Any]] = [
    {}, {"order": ">"}, {"deflate": True}, {"deflate": True, "predictor": 2}, {"order": ">", "deflate": True, "predictor": 2},
    {"tile": 16}, {"tile": 16, "deflate": True, "predictor": 2, "order": ">"}, {"big": True}, {"big": True, "order": ">"},
    {"rows": 1}, {"rows": 999},
]  # fmt: skip


@pytest.mark.parametrize("kind", ["u1", "u2", "u4", "f2", "f4", "f8", "i1", "i2", "i4"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_layouts(tmp_path: Path, kind: str, layout: dict[str, Any]) -> None:
    write_tiff(tmp_path / "grey.tif", as_kind(GREY, kind), BLACK_IS_ZERO, **layout)
    write_tiff(tmp_path / "white.tif", as_kind(1 - GREY, kind), WHITE_IS_ZERO, **layout)
    write_tiff(tmp_path / "rgb.tif", as_kind(COLOURS, kind), RGB, **layout)
    write_tiff(tmp_path / "planes.tif", as_kind(COLOURS, kind), RGB, planar=True, **layout)
    if kind[0] != "i":  # signed numbers lie where the picture's own do
        shows(tmp_path / "white.tif", GREY)
        shows(tmp_path / "rgb.tif", COLOURS)
        shows(tmp_path / "planes.tif", COLOURS)
    shows(tmp_path / "grey.tif", GREY)


@pytest.mark.parametrize("kind", ["f2", "f4", "f8"])
@pytest.mark.parametrize("planar", [False, True])
@pytest.mark.parametrize("layout", [{}, {"order": ">"}, {"tile": 16}], ids=str)
def test_floating_point_predictor(tmp_path: Path, kind: str, planar: bool, layout: dict[str, Any]) -> None:
    facts = {"deflate": True, "predictor": 3, **layout}
    write_tiff(tmp_path / "rgb.tif", COLOURS.astype(kind), RGB, planar=planar, **facts)
    shows(tmp_path / "rgb.tif", COLOURS)


@pytest.mark.parametrize("kind", ["u1", "u2", "f4"])
@pytest.mark.parametrize("planar", [False, True])
def test_further_bands(tmp_path: Path, kind: str, planar: bool) -> None:
    def made(colours: np.ndarray, extra: list[int], photometric: int = RGB) -> Path:
        tags: dict[int, Tag] = {338: ("H", extra)} if extra else {}
        write_tiff(tmp_path / "a.tif", as_kind(colours, kind), photometric, planar=planar, tags=tags)
        return tmp_path / "a.tif"

    more = np.dstack([COLOURS, ALPHA])
    shows(made(more, [2]), over_white(COLOURS))
    shows(made(np.dstack([COLOURS * ALPHA[..., None], ALPHA]), [1]), over_white(COLOURS), 2)
    shows(made(more, [0]), COLOURS)
    shows(made(more, []), over_white(COLOURS))  # as everybody takes it, though the file does not say so
    shows(made(np.dstack([more, GREY]), [2, 0]), over_white(COLOURS))
    shows(made(np.dstack([more, GREY, GREY, GREY]), [0, 0, 0, 0]), COLOURS)
    shows(made(np.dstack([GREY, ALPHA]), [2], BLACK_IS_ZERO), over_white(GREY))
    shows(made(np.dstack([GREY * ALPHA, ALPHA]), [1], BLACK_IS_ZERO), over_white(GREY), 2)
    shows(made(np.dstack([GREY, ALPHA]), [0], BLACK_IS_ZERO), GREY)
    shows(made(np.dstack([GREY, ALPHA]), [], BLACK_IS_ZERO), GREY)
    if kind != "f4":
        shows(made(np.dstack([1 - COLOURS, np.zeros((H, W))]), [], CMYK), COLOURS, 2)


@pytest.mark.parametrize("bits", [8, 10, 12, 14])
@pytest.mark.parametrize("photometric", [BLACK_IS_ZERO, WHITE_IS_ZERO])
def test_fewer_bits_than_there_is_room_for(tmp_path: Path, bits: int, photometric: int) -> None:
    top = 2**bits - 1
    dark, colours = np.rint((1 - GREY if photometric == WHITE_IS_ZERO else GREY) * top), np.rint(COLOURS * top)
    write_tiff(tmp_path / "grey.tif", dark.astype("u2"), photometric)
    write_tiff(tmp_path / "rgb.tif", colours.astype("u2"), RGB, planar=photometric == WHITE_IS_ZERO)
    shows(tmp_path / "grey.tif", GREY)
    shows(tmp_path / "rgb.tif", COLOURS)


def test_a_range_that_the_file_tells(tmp_path: Path) -> None:
    """A dark photo of 12 bits that says so; the largest number there can be says nothing."""
    dark = np.rint(GREY * 800).astype("u2")
    for tags, top in (
        ({280: ("H", [0]), 281: ("H", [4095])}, 4095), ({340: ("H", [0]), 341: ("H", [4095])}, 4095),
        ({280: ("H", [0]), 281: ("H", [65535])}, 1023), ({}, 1023),
    ):  # fmt: skip
        write_tiff(tmp_path / "a.tif", dark, BLACK_IS_ZERO, tags=tags)
        shows(tmp_path / "a.tif", dark / top)


@pytest.mark.parametrize("scale", [1, 255, 4095, 65535])
def test_scales_of_float(tmp_path: Path, scale: int) -> None:
    write_tiff(tmp_path / "grey.tif", (GREY * scale).astype("f4"), BLACK_IS_ZERO)
    write_tiff(tmp_path / "rgb.tif", (COLOURS * scale).astype("f4"), RGB)
    shows(tmp_path / "grey.tif", GREY, 2)
    shows(tmp_path / "rgb.tif", COLOURS, 2)


def test_a_ramp_with_one_column_slightly_above_one(tmp_path: Path) -> None:
    """Case 13: the scale is that of the picture, not of its largest number."""
    ramp = np.tile(np.linspace(0, 1, 64, dtype=np.float32), (48, 1))
    for last in (1.0, 1.004, 1.4):
        ramp[:, 63] = last
        Image.fromarray(ramp).save(tmp_path / "a.tif")
        got = np.asarray(open_photo(tmp_path / "a.tif"))
        assert (got[0, 32].tolist(), got[0, 62].tolist(), got.mean().round(1)) == ([130] * 3, [251] * 3, 127.5)


def test_case_11(tmp_path: Path) -> None:
    """Grey from dark to light; red rising, green falling, blue half of red: however they are written."""
    ramp = np.tile(np.linspace(0, 1, 64), (48, 1))
    three = np.dstack([ramp, 1 - ramp, ramp / 2])
    for order in "<>":
        for deflate in (False, True):
            facts: dict[str, Any] = {"order": order, "deflate": deflate, "rows": 48}
            write_tiff(tmp_path / "a.tif", as_kind(1 - ramp, "u2"), WHITE_IS_ZERO, **facts)
            got = np.asarray(open_photo(tmp_path / "a.tif"))
            assert (got[24, 0].tolist(), got[24, 32].tolist(), got[24, 63].tolist()) == ([0] * 3, [130] * 3, [255] * 3)
            for planar in (False, True):
                write_tiff(tmp_path / "a.tif", as_kind(three, "u2"), RGB, planar=planar, **facts)
                got = np.asarray(open_photo(tmp_path / "a.tif"))
                assert (got[24, 32].tolist(), got[24, 63].tolist()) == ([130, 125, 65], [255, 0, 128])


def test_numbers_that_are_none_do_no_harm(tmp_path: Path) -> None:
    values = GREY.astype("f4")
    values[0, 0], values[0, 1], values[0, 2], values[0, 3], values[0, 4] = np.nan, np.inf, -np.inf, 900, -0.2
    write_tiff(tmp_path / "a.tif", values, BLACK_IS_ZERO)
    got = np.asarray(open_photo(tmp_path / "a.tif"))
    assert got[0, :5, 0].tolist() == [0, 255, 0, 255, 0]
    assert np.abs(got[1:, :, 0] - GREY[1:] * 255).max() <= 1


def test_negative_numbers_are_dark(tmp_path: Path) -> None:
    write_tiff(tmp_path / "minus-one.tif", (GREY * 2 - 1).astype("f4"), BLACK_IS_ZERO)
    shows(tmp_path / "minus-one.tif", GREY)
    write_tiff(tmp_path / "scanner.tif", np.rint(GREY * 4095 - 1024).astype("i2"), BLACK_IS_ZERO)
    shows(tmp_path / "scanner.tif", GREY)


@pytest.mark.parametrize("compression", ["tiff_lzw", "packbits", "zstd", "lzma", "tiff_deflate"])
def test_compressions(tmp_path: Path, compression: str) -> None:
    Image.fromarray(as_kind(GREY, "u2")).save(tmp_path / "grey.tif", compression=compression)
    shows(tmp_path / "grey.tif", GREY)
    Image.fromarray(GREY.astype("f4")).save(tmp_path / "float.tif", compression=compression)
    shows(tmp_path / "float.tif", GREY)
    Image.fromarray(as_kind(COLOURS, "u1")).save(tmp_path / "rgb.tif", compression=compression)
    shows(tmp_path / "rgb.tif", COLOURS)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["u1", "u2", "f4"])
def test_turns(tmp_path: Path, orientation: int, kind: str) -> None:
    tags: dict[int, Tag] = {274: ("H", [orientation])}
    write_tiff(tmp_path / "rgb.tif", as_kind(COLOURS, kind), RGB, tags=tags)
    write_tiff(tmp_path / "planes.tif", as_kind(COLOURS, kind), RGB, tags=tags, planar=True)
    turned = {
        1: COLOURS, 2: COLOURS[:, ::-1], 3: COLOURS[::-1, ::-1], 4: COLOURS[::-1], 5: COLOURS.transpose(1, 0, 2),
        6: np.rot90(COLOURS, -1), 7: COLOURS.transpose(1, 0, 2)[::-1, ::-1], 8: np.rot90(COLOURS),
    }[orientation]  # fmt: skip
    shows(tmp_path / "rgb.tif", turned)
    shows(tmp_path / "planes.tif", turned)


def test_cielab(tmp_path: Path) -> None:
    lab = np.dstack([as_kind(GREY, "u1"), np.zeros((H, W, 2), np.uint8)])
    write_tiff(tmp_path / "lab.tif", lab, LAB)
    got = np.asarray(open_photo(tmp_path / "lab.tif")).astype(int)
    assert np.ptp(got, axis=2).max() <= 2
    assert got[-1, -1].min() >= 253
    assert abs(int(got[H // 2, W // 2, 0]) - 119) <= 6


def reason(file: Path) -> str:
    with pytest.raises(UnreadablePhoto) as caught:
        open_photo(file)
    return str(caught.value.reason)


def test_what_cannot_be_read_says_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.tif"

    def said(values: np.ndarray, photometric: int, **facts: Any) -> str:
        write_tiff(file, values, photometric, **facts)
        text = reason(file)
        assert "damaged" not in text
        return text

    grey, colours = as_kind(GREY, "u2"), as_kind(COLOURS, "u2")
    for number, name in (
        (34887, "LERC"),
        (34934, "JPEG XR"),
        (34712, "JPEG 2000"),
        (50001, "WebP"),
        (50002, "JPEG XL"),
    ):
        assert name in said(grey, BLACK_IS_ZERO, tags={259: ("H", [number])})
    assert "complex numbers" in said(GREY.astype("c8"), BLACK_IS_ZERO)
    assert "3 channels" in said(colours, BLACK_IS_ZERO)
    assert "5 channels" in said(np.dstack([colours, colours[..., :2]]), BLACK_IS_ZERO, planar=True)
    assert "colour type 8" in said(colours, LAB)
    assert "colour type 3" in said(grey, PALETTE)
    assert "colour type 6" in said(as_kind(COLOURS, "u1"), YCBCR)
    assert "numbers of bits" in said(colours, RGB, tags={258: ("H", [5, 6, 5])})
    for tags in (
        {50706: ("B", [1, 4, 0, 0])}, {262: ("H", [32803])}, {259: ("H", [34713])},
        {254: ("I", [1]), 330: ("I", [8])},
    ):  # fmt: skip
        assert "RAW photo" in said(as_kind(COLOURS, "u1"), RGB, tags=tags)


def test_canons_raw_photo(tmp_path: Path) -> None:
    write_tiff(tmp_path / "a.tif", as_kind(COLOURS, "u1"), RGB)
    content = (tmp_path / "a.tif").read_bytes()
    (tmp_path / "a.tif").write_bytes(content[:8] + b"CR\2\0" + content[12:])
    assert "RAW photo" in reason(tmp_path / "a.tif")


@pytest.mark.parametrize("kind", ["u1", "u2", "f4"])
def test_cut_off(tmp_path: Path, kind: str) -> None:
    """The tags lie in front here, so only the pixels are missing."""
    write_tiff(tmp_path / "a.tif", as_kind(COLOURS, kind), RGB)
    content = (tmp_path / "a.tif").read_bytes()
    write_tiff(tmp_path / "a.tif", as_kind(COLOURS, kind), RGB, tags={273: ("I", [len(content) - 9] * 4)})
    for read in (open_photo, read_header):
        with pytest.raises(UnreadablePhoto, match="damaged or incomplete"):
            read(tmp_path / "a.tif")


def test_a_picture_that_promises_too_much_is_refused_at_once(tmp_path: Path) -> None:
    write_tiff(tmp_path / "a.tif", as_kind(COLOURS, "f8"), RGB, tags={256: ("I", [10_000]), 257: ("I", [9_000])})
    with pytest.raises(UnreadablePhoto):
        open_photo(tmp_path / "a.tif")
    write_tiff(tmp_path / "b.tif", as_kind(COLOURS, "f4"), RGB, tags={256: ("I", [40_000]), 257: ("I", [9_000])})
    assert "360 megapixels" in reason(tmp_path / "b.tif")
