"""What a file may cost is bounded before it is decoded: bombs are refused or cheap, ordinary photos are read as before."""

from __future__ import annotations

import io
import os
import struct
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.reading import bands, cost, decode
from cnn_desktop.dataset.reading.content import read_content, room_for
from cnn_desktop.dataset.reading.cost import Bounded, Room, TooCostly, is_modest_exif
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, decoded, open_photo, read_header
from cnn_desktop.dataset.reading.jpeg import Jpeg
from tests.dataset.helpers import one_sentence
from tests.dataset.reading.measured import MOST_BYTES, MOST_SECONDS, measure
from tests.dataset.reading.picture_files import write_bmp, write_png, write_tiff
from tests.patience import PATIENCE
from tests.reliability import bombs, bombs_plain, bombs_tiff

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measured by the system's own figures")

_READ = {
    "480 megapixels.jpg", "exif loop.jpg", "mpf loop.jpg", "profile of many elements.jpg", "scans, high and narrow.jpg",
    "more than there is.png", "more than there is.tif", "tiny tiles.tif",
}  # fmt: skip
"""Of those below, what can be read all the same."""
_BOMBS = (
    *_READ, "scans of grey.jpg", "scans that refine many times.jpg", "scans, medium size.jpg", "scans behind comments.jpg",
    "largest progressive.jpg", "comments.jpg", "arithmetic.jpg", "16 bits and alpha.png", "16 bits interlaced.png",
    "profile that unpacks.png", "text that unpacks.png", "pieces.png", "largest.png", "largest.gif", "comments.gif",
    "canvas.webp", "dib.bmp", "largest.bmp", "64 bits.tif", "huge tile.tif", "65535 bands.tif",
    "packbits.tif", "tags to the whole file.tif", "strips without number.tif", "layers.tif", "60000.avif", "2 GB.jpg", "3 GB.png", "3 GB.tif",
)  # fmt: skip


def test_bombs_are_refused_in_a_sentence_or_cost_little(tmp_path: Path) -> None:
    makers = (
        bombs_plain._jpegs() | bombs_plain._pngs() | bombs_plain._others() | bombs_tiff._tiffs() | bombs_tiff._heifs()
    )
    holes = bombs._holes()
    for name in _BOMBS:
        with open(tmp_path / name, "wb") as file:
            file.write(holes[name][0] if name in holes else makers[name]())
            file.truncate(holes[name][1] if name in holes else None)
    for one in measure([tmp_path / name for name in _BOMBS]):
        name = Path(one.file).name
        assert one.seconds < MOST_SECONDS, one
        assert one.bytes < MOST_BYTES, one
        assert (one.result == "read") == (name in _READ), one
        if one.result != "read":
            assert one.bytes < MOST_BYTES // 4, one
            assert one.result.endswith("."), one


def test_a_jpeg_above_480_megapixels_is_read_at_an_eighth(tmp_path: Path) -> None:
    """Pillow listens to the first `draft` only, so that it must ask for the right size at once."""
    grey = bombs_plain._jpeg(bombs_plain._frame(0xC0, 22_000, 22_400, 1), bombs_plain._scan([0]))
    (tmp_path / "large.jpg").write_bytes(grey)
    header = read_header(tmp_path / "large.jpg")
    assert (header.width, header.height, header.reduced) == (22_000, 22_400, True)
    assert open_photo(tmp_path / "large.jpg").size == (5500, 5600)
    assert open_photo(tmp_path / "large.jpg", side=2000).size == (2750, 2800)
    (tmp_path / "larger.jpg").write_bytes(
        bombs_plain._jpeg(bombs_plain._frame(0xC0, 50_000, 22_000, 1), bombs_plain._scan([0]))
    )
    assert open_photo(tmp_path / "larger.jpg").size == (12_500, 5500)


@pytest.mark.parametrize(
    ("side", "size"), [(None, (800, 600)), (300, (400, 300)), (301, (800, 600)), (75, (100, 75)), (1, (100, 75))]
)
def test_the_scale_fits_the_side(tmp_path: Path, side: int | None, size: tuple[int, int]) -> None:
    Image.new("RGB", (800, 600), "red").save(tmp_path / "a.jpg")
    assert open_photo(tmp_path / "a.jpg", side).size == size


def test_a_progressive_jpeg_is_read_smaller_when_its_numbers_take_too_much_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (800, 600), "red").save(tmp_path / "a.jpg", progressive=True, subsampling=0)
    Image.new("RGB", (800, 600), "red").save(tmp_path / "b.jpg")
    monkeypatch.setattr("cnn_desktop.dataset.reading.jpeg.MOST_BYTES", cost.SMALL + 800 * 600 * 9)
    assert open_photo(tmp_path / "a.jpg").size == (400, 300)
    assert read_header(tmp_path / "a.jpg").reduced
    assert open_photo(tmp_path / "b.jpg").size == (800, 600)


@pytest.mark.parametrize("pixels", [12_000_000, 24_000_000, 50_000_000, 100_000_000])
def test_ordinary_photos_are_within_the_limits(pixels: int) -> None:
    side = int(pixels**0.5)
    head = bombs_plain._progressive(3, 12, side, side)
    assert Jpeg(io.BytesIO(head), pixels // 2, 1 << 20).plan(None).scale == 1
    for colour, bits in ((2, 8), (6, 8), (0, 16)):
        start = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">IIBBBBB", side, side, bits, colour, 0, 0, 0)
        cost.png_cost(start, pixels).check()
    if pixels <= 50_000_000:
        start = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">IIBBBBB", side, side, 16, 2, 0, 0, 0)
        cost.png_cost(start, pixels).check()


def test_a_tiff_of_16_bits_and_50_megapixels_is_within_the_limits(tmp_path: Path) -> None:
    for name, content in {
        "strips.tif": bombs_tiff._picture(16, 3, 8, bombs_plain.zeros(6 * 8000 * 100), rows=100, wide=8000, high=6250),
        "one strip.tif": bombs_tiff._picture(
            16, 3, 8, bombs_plain.zeros(6 * 8000 * 6250), wide=8000, high=6250, rows=6250
        ),
        "plain.tif": bombs_tiff._picture(16, 3, 1, b"", wide=8000, high=6250, rows=6250),
        "8 bits.tif": bombs_tiff._picture(8, 3, 8, bombs_plain.zeros(3 * 8000 * 100), rows=100, wide=8000, high=12_500),
    }.items():
        (tmp_path / name).write_bytes(content)
        with decode._opened(tmp_path / name) as opened:
            opened.cost.check()


def _every_kind(folder: Path) -> list[Path]:
    rng = np.random.default_rng(3)
    plain, deep = rng.integers(0, 256, (90, 70, 4)), rng.integers(0, 65536, (90, 70, 4))
    for colour, count in ((0, 1), (2, 3), (4, 2), (6, 4)):
        write_png(folder / f"8 {colour}.png", plain[..., :count], colour, 8)
        write_png(folder / f"16 {colour}.png", deep[..., :count], colour, 16)
        write_png(folder / f"g {colour}.png", plain[..., :count], colour, 8, [(b"gAMA", (80_000).to_bytes(4, "big"))])
    write_png(folder / "key.png", deep[..., :3], 2, 16, [(b"tRNS", deep[5, 5, :3].astype(">u2").tobytes())])
    write_tiff(folder / "strips.tif", deep[..., :3].astype(np.uint16), 2, deflate=True, predictor=2)
    write_tiff(folder / "plain.tif", deep[..., :3].astype(np.uint16), 2, rows=90)
    write_tiff(folder / "tiles.tif", deep.astype(np.uint16), 2, deflate=True, tile=16, tags={338: ("H", [2])})
    write_tiff(folder / "planes.tif", plain[..., :3].astype(np.uint8), 2, planar=True, deflate=True)
    write_tiff(folder / "float.tif", rng.random((90, 70)).astype(np.float32), 1, deflate=True, predictor=3)
    rows = [bytes(row) for row in plain[..., 0].astype(np.uint8)]
    write_bmp(folder / "palette.bmp", rows, 70, 8, palette=bytes(range(256)) * 4)
    write_bmp(folder / "masks.bmp", [row.astype("<u2").tobytes() for row in deep[..., 0]], 70, 16, compression=3, masks=(0x7C00, 0x3E0, 0x1F))  # fmt: skip
    image = Image.fromarray(plain.astype(np.uint8), "RGBA")
    for mode, name in (("CMYK", "a.jpg"), ("P", "a.gif"), ("L", "b.jpg"), ("RGBA", "a.webp")):
        image.convert("RGB").convert(mode).save(folder / name, **({"lossless": True} if name == "a.webp" else {}))
    return sorted(folder.iterdir())


def test_in_parts_a_picture_is_what_it_is_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = _every_kind(tmp_path)
    whole = [
        np.asarray(open_photo(file, tones=tones))
        for file in files
        for tones in (decode.OWN, None)
        if tones or file.suffix != ".tif"
    ]
    monkeypatch.setattr(bands, "AT_A_TIME", 500)
    monkeypatch.setattr(bands.spans, "__defaults__", (500,))
    monkeypatch.setattr("cnn_desktop.dataset.reading.deep._ROWS", 300)
    monkeypatch.setattr("cnn_desktop.dataset.reading.tiff_pixels._AT_A_TIME", 5000)
    parts = [
        np.asarray(open_photo(file, tones=tones))
        for file in files
        for tones in (decode.OWN, None)
        if tones or file.suffix != ".tif"
    ]
    for one, other in zip(whole, parts, strict=True):
        np.testing.assert_array_equal(one, other)


def test_runs_of_a_bmp_are_read(tmp_path: Path) -> None:
    palette = b"".join(bytes((n, 2 * n % 256, 255 - n, 0)) for n in range(256))
    content = b"\x03\x05\x02\x07\0\0" + b"\0\x03\x01\x02\x03\0" + b"\x02\x09\0\0" + b"\0\x02\x01\x01\x04\x06\0\x01"
    write_bmp(tmp_path / "runs.bmp", [bytes(5)] * 4, 5, 8, compression=1, palette=palette, content=content)
    numbers = np.array([[0, 6, 6, 6, 6], [0] * 5, [1, 2, 3, 9, 9], [5, 5, 5, 7, 7]])
    colours = np.frombuffer(palette, np.uint8).reshape(-1, 4)[:, 2::-1]
    np.testing.assert_array_equal(np.asarray(open_photo(tmp_path / "runs.bmp")), colours[numbers])
    four = b"\x05\x12\0\0" + b"\0\x05\x34\x56\x70\0\0\0" + b"\0\x01"
    write_bmp(tmp_path / "four.bmp", [bytes(3)] * 2, 5, 4, compression=2, palette=palette[:64], content=four)
    np.testing.assert_array_equal(
        np.asarray(open_photo(tmp_path / "four.bmp")), colours[np.array([[3, 4, 5, 6, 7], [1, 2, 1, 2, 1]])]
    )
    write_bmp(tmp_path / "cut.bmp", [bytes(5)] * 4, 5, 8, compression=1, palette=palette, content=content[:9])
    with pytest.raises(UnreadablePhoto):
        open_photo(tmp_path / "cut.bmp")


def test_only_files_are_read_and_only_of_a_sensible_size(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "folder.jpg").mkdir()
    with open(tmp_path / "hole.jpg", "wb") as hole:
        hole.truncate(2 << 30)
    for name in ("pipe.jpg", "folder.jpg", "hole.jpg"):
        for read in (read_header, open_photo, read_content):
            with pytest.raises(UnreadablePhoto) as raised:
                read(tmp_path / name)
            one_sentence(str(raised.value))


def _read_over_and_over(size: int, count: int) -> None:
    stream = Bounded(io.BytesIO(bytes(size)))
    for _ in range(1_000_000):
        stream.seek(0)
        stream.read(count)


@pytest.mark.parametrize(("size", "count"), [(10, 1), (10_000_000, -1)])
def test_what_is_read_of_a_file_ends(size: int, count: int) -> None:
    with pytest.raises(TooCostly):
        _read_over_and_over(size, count)


def test_tags_that_share_their_values_are_not_gone_through() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Canon"
    exif.get_ifd(0x8769)[0x9003] = "2024:05:01 12:30:00"
    assert is_modest_exif(exif.tobytes())
    tags = b"".join(struct.pack("<HHII", tag, 7, 60_000, 8) for tag in range(4000))
    assert not is_modest_exif(b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 4000) + tags + bytes(9000))
    assert is_modest_exif(b"")


def test_large_photos_wait_for_each_other_and_none_for_ever() -> None:
    room, together, most = Room(10), 0, 0
    lock = threading.Lock()

    def work(count: int) -> None:
        nonlocal together, most
        for _ in range(30):
            with room.taken(count):
                with lock:
                    together += count
                    most = max(most, together if count <= 10 else 0)
                with lock:
                    together -= count

    threads = [threading.Thread(target=work, args=(count,)) for count in (1, 2, 3, 6, 10, 50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()
    assert 0 < most <= 10
    with pytest.raises(ValueError, match="x"), room.taken(10):
        raise ValueError("x")
    with room.taken(10):
        pass


def test_who_has_room_never_waits_for_more() -> None:
    """Two threads that each hold a file and want to decode it."""
    room, both = Room(10), threading.Barrier(2, timeout=PATIENCE)

    def work() -> None:
        with room.taken(5):
            both.wait()
            with room.taken(4):
                pass
            with room.taken(9):
                both.wait()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()
    with room.taken(10):
        pass


@pytest.mark.parametrize("size", [1 << 10, 64 << 20])
def test_the_bytes_of_a_file_that_is_held_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, size: int) -> None:
    file, room = tmp_path / "a.png", Room(1 << 30)
    Image.new("RGB", (64, 64)).save(file)
    with open(file, "ab") as more:
        more.truncate(size)
    for module in ("content", "decode"):
        monkeypatch.setattr(f"cnn_desktop.dataset.reading.{module}.ROOM", room)
    with room_for(file):
        content, _, _ = read_content(file)
        with decoded(file, content=content) as photo:
            assert photo.size == (64, 64)
            assert room._used >= size
    assert room._used == 0
