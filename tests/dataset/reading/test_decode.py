"""Every format, colour mode and turn becomes the right RGB pixels."""

from __future__ import annotations

import threading
import unicodedata
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.reading.decode import open_photo, read_header
from tests import heic
from tests.dataset.reading.picture_files import H, W, scene


def grey() -> np.ndarray:
    return np.asarray(Image.fromarray(scene()).convert("L"))


def close(image: Image.Image, expected: np.ndarray, most: float) -> None:
    assert image.mode == "RGB"
    got = np.asarray(image).astype(int)
    assert got.shape == expected.shape
    assert np.abs(got - expected.astype(int)).max() <= most


@pytest.mark.parametrize(
    ("name", "options", "most"),
    [
        ("a.jpg", {"quality": 100, "subsampling": 0}, 4),
        ("a.JPEG", {"quality": 100, "subsampling": 0}, 4),
        ("a.png", {}, 0),
        ("a.bmp", {}, 0),
        ("a.webp", {"lossless": True}, 0),
        ("a.tif", {}, 0),
        ("a.tiff", {"compression": "tiff_lzw"}, 0),
        ("a.heic", {"quality": 100, "chroma": 444}, 6),
        ("a.heif", {"quality": 100, "chroma": 444}, 6),
        ("a.avif", {"quality": 100, "subsampling": "4:4:4"}, 6),
    ],
)
def test_formats(tmp_path: Path, name: str, options: dict, most: int) -> None:
    heic.can_be_written()
    file = tmp_path / name
    Image.fromarray(scene()).save(file, **options)
    close(open_photo(file), scene(), most)
    facts = read_header(file)
    assert (facts.width, facts.height, facts.reduced) == (W, H, False)


def test_wrong_suffix_is_read_by_content(tmp_path: Path) -> None:
    file = tmp_path / "really a png.jpg"
    Image.fromarray(scene()).save(file, "PNG")
    close(open_photo(file), scene(), 0)


def test_gif_and_animations_give_their_first_frame(tmp_path: Path) -> None:
    red, blue = Image.new("RGB", (9, 9), (255, 0, 0)), Image.new("RGB", (9, 9), (0, 0, 255))
    for name in ("a.gif", "a.webp", "a.png", "a.tif"):
        red.save(tmp_path / name, save_all=True, append_images=[blue], **({"lossless": True} if "webp" in name else {}))
        close(open_photo(tmp_path / name), np.full((9, 9, 3), (255, 0, 0)), 1)


def test_grey_one_bit_and_palette(tmp_path: Path) -> None:
    three = np.repeat(grey()[..., None], 3, 2)
    Image.fromarray(grey()).save(tmp_path / "l.png")
    close(open_photo(tmp_path / "l.png"), three, 0)
    Image.fromarray(grey()).convert("1").save(tmp_path / "1.png")
    assert set(np.unique(np.asarray(open_photo(tmp_path / "1.png")))) == {0, 255}
    palette = Image.fromarray(scene()).quantize(64)
    palette.save(tmp_path / "p.png")
    close(open_photo(tmp_path / "p.png"), np.asarray(palette.convert("RGB")), 0)


def test_alpha_is_laid_over_white(tmp_path: Path) -> None:
    alpha = np.tile(np.linspace(0, 255, W).round().astype(np.uint8), (H, 1))
    share = alpha[..., None] / 255
    Image.fromarray(np.dstack([scene(), alpha])).save(tmp_path / "rgba.png")
    close(open_photo(tmp_path / "rgba.png"), scene() * share + 255 * (1 - share), 1)
    Image.fromarray(np.dstack([grey(), alpha]), "LA").save(tmp_path / "la.png")
    close(open_photo(tmp_path / "la.png"), np.repeat(grey()[..., None], 3, 2) * share + 255 * (1 - share), 1)


@pytest.mark.parametrize("name", ["a.png", "a.gif"])
def test_palette_with_a_transparent_colour(tmp_path: Path, name: str) -> None:
    image = Image.new("P", (8, 8), 1)
    image.putpalette([0, 0, 0, 200, 10, 10])
    image.paste(0, (0, 0, 4, 8))
    image.save(tmp_path / name, transparency=0)
    got = np.asarray(open_photo(tmp_path / name))
    assert (got[:, :4] == 255).all()
    assert (got[:, 4:] == (200, 10, 10)).all()


def test_palette_with_a_transparency_for_each_colour(tmp_path: Path) -> None:
    image = Image.new("P", (8, 8), 1)
    image.putpalette([0, 0, 0, 200, 10, 10])
    image.save(tmp_path / "a.png", transparency=bytes([255, 0]))
    assert (np.asarray(open_photo(tmp_path / "a.png")) == 255).all()


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_one_transparent_colour(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (4, 4), 7 if mode == "L" else (7, 7, 7)).save(
        tmp_path / "a.png", transparency=7 if mode == "L" else (7, 7, 7)
    )
    assert (np.asarray(open_photo(tmp_path / "a.png")) == 255).all()


def test_sixteen_bits_are_divided_by_257(tmp_path: Path) -> None:
    values = (np.arange(W * H, dtype=np.uint32).reshape(H, W) * 68).astype(np.uint16)
    expected = np.repeat(np.rint(values / 257).astype(int)[..., None], 3, 2)
    Image.fromarray(values).save(tmp_path / "a.png")
    assert read_header(tmp_path / "a.png").mode.startswith("I")
    close(open_photo(tmp_path / "a.png"), expected, 0)
    Image.fromarray(values).save(tmp_path / "little.tif")
    close(open_photo(tmp_path / "little.tif"), expected, 0)
    Image.frombytes("I;16B", (W, H), values.astype(">u2").tobytes()).save(tmp_path / "big.tif")
    assert read_header(tmp_path / "big.tif").deep == "whole"
    close(open_photo(tmp_path / "big.tif"), expected, 0)
    Image.fromarray(values.astype(np.int32)).save(tmp_path / "thirty-two.tif")
    assert read_header(tmp_path / "thirty-two.tif").deep == "whole"
    close(open_photo(tmp_path / "thirty-two.tif"), expected, 0)


@pytest.mark.parametrize("scale", [1, 255, 65535])
def test_float_tiff(tmp_path: Path, scale: int) -> None:
    Image.fromarray((grey() / 255 * scale).astype(np.float32)).save(tmp_path / "f.tif")
    close(open_photo(tmp_path / "f.tif"), np.repeat(grey()[..., None], 3, 2), 1)


def test_float_tiff_of_nothing_but_nan(tmp_path: Path) -> None:
    Image.fromarray(np.full((4, 4), np.nan, np.float32)).save(tmp_path / "f.tif")
    assert (np.asarray(open_photo(tmp_path / "f.tif")) == 0).all()


def test_cmyk_plain_and_as_adobe_inverts_it(tmp_path: Path) -> None:
    cmyk = Image.fromarray(scene()).convert("CMYK")
    cmyk.save(tmp_path / "plain.tif")
    close(open_photo(tmp_path / "plain.tif"), scene(), 2)
    cmyk.save(tmp_path / "adobe.jpg", quality=100, subsampling=0)
    assert b"Adobe" in (tmp_path / "adobe.jpg").read_bytes()
    assert read_header(tmp_path / "adobe.jpg").mode == "CMYK"
    close(open_photo(tmp_path / "adobe.jpg"), scene(), 12)


TURNED: dict[int, Callable[[np.ndarray], np.ndarray]] = {
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.transpose(1, 0, 2),
    6: lambda a: np.rot90(a, -1),
    7: lambda a: a.transpose(1, 0, 2)[::-1, ::-1],
    8: np.rot90,
}


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif"])
def test_exif_turns(tmp_path: Path, orientation: int, name: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    lossless = {"a.webp": {"lossless": True}, "a.jpg": {"quality": 100, "subsampling": 0}}.get(name, {})
    Image.fromarray(scene()).save(tmp_path / name, exif=exif, **lossless)
    close(open_photo(tmp_path / name), TURNED[orientation](scene()), 4)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.heic", "a.avif"])
def test_turns_of_heic_and_avif(tmp_path: Path, orientation: int, name: str) -> None:
    heic.can_be_written()
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.fromarray(scene()).save(tmp_path / name, exif=exif.tobytes(), quality=100)
    close(open_photo(tmp_path / name), TURNED[orientation](scene()), 12)


def test_nonsense_orientation_is_ignored(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 77
    Image.fromarray(scene()).save(tmp_path / "a.png", exif=exif)
    close(open_photo(tmp_path / "a.png"), scene(), 0)


def test_broken_exif_does_not_matter(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Image.fromarray(scene()).save(tmp_path / "a.jpg", exif=b"Exif\0\0II*\0\xff\xff\xff\xff garbage", quality=100)
        assert open_photo(tmp_path / "a.jpg").size == (W, H)


def test_reduced_decoding_keeps_both_sides_large_enough(tmp_path: Path) -> None:
    Image.new("RGB", (1600, 900), "green").save(tmp_path / "a.jpg")
    assert open_photo(tmp_path / "a.jpg", side=224).size == (400, 225)
    assert open_photo(tmp_path / "a.jpg", side=2000).size == (1600, 900)
    assert open_photo(tmp_path / "a.jpg").size == (1600, 900)


def test_a_name_written_decomposed_on_disk_is_found(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Grüße é")
    (tmp_path / decomposed).mkdir()
    Image.fromarray(scene()).save(tmp_path / decomposed / f"{decomposed}.png")
    composed = unicodedata.normalize("NFC", decomposed)
    assert composed != decomposed
    close(open_photo(tmp_path / composed / f"{composed}.png"), scene(), 0)


def test_threads_read_the_same_pixels(tmp_path: Path) -> None:
    for number in range(8):
        Image.fromarray(np.roll(scene(), number, 1)).save(tmp_path / f"{number}.png")
    start = threading.Barrier(8)

    def read(number: int) -> np.ndarray:
        start.wait()
        return np.asarray(open_photo(tmp_path / f"{number}.png"))

    with ThreadPoolExecutor(8) as pool:
        for number, got in enumerate(pool.map(read, range(8))):
            assert (got == np.roll(scene(), number, 1)).all()


def test_reading_changes_no_file(tmp_path: Path) -> None:
    Image.fromarray(scene()).save(tmp_path / "a.jpg")
    before = (tmp_path / "a.jpg").read_bytes(), (tmp_path / "a.jpg").stat().st_mtime_ns
    open_photo(tmp_path / "a.jpg")
    read_header(tmp_path / "a.jpg")
    assert ((tmp_path / "a.jpg").read_bytes(), (tmp_path / "a.jpg").stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.jpg"]
