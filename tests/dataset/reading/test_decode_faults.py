"""Every bad file is one sentence, from its header or its bytes, and what stands around a photo does no harm."""

from __future__ import annotations

import io
import os
import struct
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from cnn_desktop.dataset.reading import cost
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, open_photo, read_header
from tests import heic
from tests.dataset.helpers import folder_for_anyone, one_sentence, without_root
from tests.dataset.reading.picture_files import W, scene, write_bmp, write_png, write_tiff


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
    heic.can_be_written()
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
    heic.can_be_written()
    assert not ImageFile.LOAD_TRUNCATED_IMAGES


def _examples() -> list[bytes]:
    heic.can_be_written()
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


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
