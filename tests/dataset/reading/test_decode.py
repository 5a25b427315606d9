"""Every format, colour mode and turn becomes the right RGB pixels; every bad file one sentence."""

from __future__ import annotations

import io
import os
import struct
import tempfile
import threading
import unicodedata
import warnings
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from cnn_desktop.dataset.reading import cost, decode
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, open_photo, read_header
from tests.dataset.helpers import folder_for_anyone, one_sentence, without_root
from tests.dataset.reading.picture_files import write_bmp, write_png, write_tiff

W, H = 40, 24


def scene() -> np.ndarray:
    """uint8 [H, W, 3]: four corners of different colours, smooth between, so that JPEG keeps it."""
    y, x = np.mgrid[0 : 1 : H * 1j, 0 : 1 : W * 1j]
    return np.stack([x * 255, y * 255, (1 - x) * 200], 2).round().astype(np.uint8)


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
    decode._prepare()
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
    decode._prepare()
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


def sized_png(width: int, height: int) -> bytes:
    """A tiny PNG whose header promises width × height pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def test_400_megapixels_are_refused_from_the_header(tmp_path: Path) -> None:
    file = tmp_path / "huge.png"
    file.write_bytes(sized_png(20_000, 20_000))
    for read in (open_photo, read_header):
        with pytest.raises(UnreadablePhoto) as caught:
            read(file)
        text = one_sentence(caught.value)
        assert "400 megapixels" in text
        assert "huge.png" in text
        assert "huge.png" not in str(caught.value.reason)


def test_a_jpeg_above_the_limit_is_read_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGB", (800, 600), (10, 200, 30)).save(tmp_path / "big.jpg")
    monkeypatch.setattr(cost, "MAX_PIXELS", 300 * 400)
    assert read_header(tmp_path / "big.jpg").reduced
    assert open_photo(tmp_path / "big.jpg").size == (400, 300)
    monkeypatch.setattr(cost, "MAX_PIXELS", 100)
    with pytest.raises(UnreadablePhoto, match="megapixels"):
        open_photo(tmp_path / "big.jpg")


def reason(file: Path, read: Callable = open_photo) -> str:
    with pytest.raises(UnreadablePhoto) as caught:
        read(file)
    assert file.name in one_sentence(caught.value)
    return str(caught.value.reason)


def test_bad_files_say_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    assert "is empty" in reason(tmp_path / "empty.jpg")
    (tmp_path / "text.jpg").write_text("Dear diary, this is not a photo.")
    assert "not a photo" in reason(tmp_path / "text.jpg")
    assert "no longer there" in reason(tmp_path / "vanished.jpg")
    (tmp_path / "folder.jpg").mkdir()
    assert "is a folder or a device" in reason(tmp_path / "folder.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    assert "is a folder or a device" in reason(tmp_path / "pipe.jpg")
    (tmp_path / "start.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    assert "damaged" in reason(tmp_path / "start.jpg")


def test_no_permission() -> None:
    with folder_for_anyone() as folder:
        Image.fromarray(scene()).save(folder / "secret.png")
        (folder / "secret.png").chmod(0)
        with without_root():
            assert "permission to read" in reason(folder / "secret.png")


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif", "a.webp", "a.bmp", "a.tif", "a.heic", "a.avif"])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_truncated_files_are_found(tmp_path: Path, name: str, share: float) -> None:
    decode._prepare()
    noise = np.random.default_rng(0).integers(0, 255, (90, 120, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: int(len(whole) * share)])
    assert "damaged" in reason(tmp_path / name)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif", "a.webp"])
def test_the_quick_check_finds_truncated_files(tmp_path: Path, name: str) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (90, 120, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / name)
    assert read_header(tmp_path / name).width == 120
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: int(len(whole) * 0.6)])
    assert "damaged" in reason(tmp_path / name, read_header)


def test_bytes_after_the_photo_do_no_harm(tmp_path: Path) -> None:
    Image.fromarray(scene()).save(tmp_path / "a.jpg")
    with (tmp_path / "a.jpg").open("ab") as stream:
        stream.write(b"a camera's own notes")
    assert read_header(tmp_path / "a.jpg").width == W


def test_pillows_switch_for_truncated_images_stays_off() -> None:
    decode._prepare()
    assert not ImageFile.LOAD_TRUNCATED_IMAGES


def _examples() -> list[bytes]:
    decode._prepare()
    files = []
    for kind in ("JPEG", "PNG", "GIF", "BMP", "WEBP", "TIFF", "HEIF", "AVIF"):
        stream = io.BytesIO()
        Image.fromarray(scene()).save(stream, kind)
        files.append(stream.getvalue())
    with tempfile.TemporaryDirectory() as name:
        file, deep = Path(name, "a"), scene().astype(np.uint16) * 257
        for planar, facts in ((True, {"deflate": True, "predictor": 2}), (False, {"tile": 16, "big": True})):
            write_tiff(file, deep, 2, planar=planar, **facts)
            files.append(file.read_bytes())
        write_png(file, deep, 2, 16)
        files.append(file.read_bytes())
        rows = [row.astype("<u2").tobytes() for row in deep[..., 0]]
        write_bmp(file, rows, W, 16, compression=3, masks=(0xF00, 0xF0, 0xF))
        files.append(file.read_bytes())
    return files


EXAMPLES = _examples()


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    which=st.integers(0, len(EXAMPLES) - 1),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12),
    cut=st.floats(0.05, 1),
)
def test_damaged_bytes_give_a_photo_or_one_sentence(
    tmp_path: Path, which: int, changes: list[tuple[float, int]], cut: float
) -> None:
    data = bytearray(EXAMPLES[which])
    for place, value in changes:
        data[int(place**2 * len(data))] = value
    file = tmp_path / "fuzzed"
    file.write_bytes(data[: int(len(data) * cut)])
    for read in (open_photo, read_header):
        try:
            came = read(file)
        except UnreadablePhoto as error:
            one_sentence(error)
        else:
            assert came.mode == "RGB" if read is open_photo else came.width > 0


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


@pytest.mark.parametrize(
    ("kind", "options"), [("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("TIFF", {})]
)
def test_a_header_is_the_same_whether_the_file_is_held_or_opened(
    tmp_path: Path, kind: str, options: dict[str, bool]
) -> None:
    buffer, rng = io.BytesIO(), np.random.default_rng(0)
    Image.fromarray(scene()).save(buffer, kind, **options)
    whole, said = buffer.getvalue(), set()
    for number in range(60):  # whole, cut off, or with a few bytes that are not what they were
        spoilt = bytearray(whole[: rng.integers(len(whole))] if number % 3 == 1 else whole)
        for place in rng.integers(0, min(len(spoilt), 700), 3) if number % 3 == 2 else ():
            spoilt[place] = rng.choice([0, 0xFF, 0xD8, 0xDA, 0xC0, rng.integers(256)])
        (tmp_path / "a.jpg").write_bytes(spoilt)
        told = [_told(tmp_path / "a.jpg", content) for content in (None, bytes(spoilt))]
        assert told[0] == told[1]
        said.add(str(told[0]))
    assert len(said) > 2


def _told(file: Path, content: bytes | None) -> object:
    try:
        return read_header(file, content)
    except UnreadablePhoto as error:
        return error.reason


def test_what_stands_between_the_parts_of_a_jpeg_is_passed_over(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.fromarray(scene()).save(buffer, "JPEG")
    content = buffer.getvalue()
    at = content.index(b"\xff\xdb")
    for between in (b"\0\0", b"\xff\xff", b"\xff\0", b"\xff\xd0", b"garbage"):
        (tmp_path / "a.jpg").write_bytes(content[:at] + between + content[at:])
        assert read_header(tmp_path / "a.jpg").width == W
    (tmp_path / "a.jpg").write_bytes(content[:at] + b"\xff\xd9" + content[at:])
    with pytest.raises(UnreadablePhoto):
        read_header(tmp_path / "a.jpg")
