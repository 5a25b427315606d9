"""Colours are what their profile says, in sRGB; sRGB itself, broken profiles and those of another kind change nothing."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from cnn_desktop.dataset.reading import profiles
from cnn_desktop.dataset.reading.decode import open_photo
from tests.dataset.reading.picture_files import write_png, write_tiff

H, W = 8, 12
# Colours of a space's red, green and blue, adapted to D50 (columns: X, Y, Z as rows), and its gamma.
SRGB = np.array([[0.4360, 0.3851, 0.1431], [0.2225, 0.7169, 0.0606], [0.0139, 0.0971, 0.7141]])
SPACES = {
    "Adobe RGB": (np.array([[0.6097, 0.2053, 0.1492], [0.3111, 0.6257, 0.0632], [0.0195, 0.0609, 0.7446]]), 2.19921875),
    "Display P3": (np.array([[0.5151, 0.2919, 0.1572], [0.2412, 0.6922, 0.0666], [-0.0011, 0.0419, 0.7841]]), 2.2),
    "ProPhoto RGB": (np.array([[0.7977, 0.1352, 0.0313], [0.2880, 0.7119, 0.0001], [0.0, 0.0, 0.8249]]), 1.8),
}
D50 = (0.9642, 1.0, 0.8249)


def number(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def profile(space: bytes, parts: list[tuple[bytes, bytes]], kind: bytes = b"mntr", pcs: bytes = b"XYZ ") -> bytes:
    """An ICC profile, version 2, of these tags."""
    words = b"a profile"
    text = b"desc" + bytes(4) + struct.pack(">I", len(words) + 1) + words + bytes(1 + 8 + 3 + 67)
    white = b"XYZ " + bytes(4) + b"".join(map(number, D50))
    every = [(b"desc", text), (b"wtpt", white), (b"cprt", b"text\0\0\0\0none\0"), *parts]
    table, body, place = b"", b"", 128 + 4 + 12 * len(every)
    for name, content in every:
        table += name + struct.pack(">II", place + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(
        ">I4sI4s4s4s12x4s4s20x", place + len(body), b"lcms", 0x02400000, kind, space, pcs, b"acsp", b"APPL"
    )
    head = (head + b"".join(map(number, D50))).ljust(128, b"\0")
    return head + struct.pack(">I", len(every)) + table + body


def curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)


def rgb_profile(name: str) -> bytes:
    matrix, gamma = SPACES[name]
    colours = [
        (tag, b"XYZ " + bytes(4) + b"".join(map(number, matrix[:, place])))
        for place, tag in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))
    ]
    return profile(b"RGB ", [*colours, *((tag, curve(gamma)) for tag in (b"rTRC", b"gTRC", b"bTRC"))])


def grey_profile(gamma: float) -> bytes:
    return profile(b"GRAY", [(b"kTRC", curve(gamma))])


def cmyk_profile() -> bytes:
    """Every ink makes it darker by the same: two levels of each, from white to black."""
    ramp = bytes(range(256))
    nodes = bytes(value for place in range(16) for value in (255 - 255 * place.bit_count() // 4, 128, 128))
    table = b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) + b"".join(map(number, (1, 0, 0, 0, 1, 0, 0, 0, 1)))
    return profile(b"CMYK", [(b"A2B0", table + 4 * ramp + nodes + 3 * ramp)], b"prtr", b"Lab ")


def encoded(linear: np.ndarray) -> np.ndarray:
    linear = np.clip(linear, 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055) * 255


def as_srgb(colours: np.ndarray, name: str) -> np.ndarray:
    matrix, gamma = SPACES[name]
    return encoded((colours / 255) ** gamma @ (np.linalg.inv(SRGB) @ matrix).T)


@pytest.fixture
def colours() -> np.ndarray:
    """uint8 [H, W, 3]: soft colours, which every space holds."""
    return np.random.default_rng(0).integers(90, 170, (H, W, 3)).astype(np.uint8)


def opened(file: Path) -> np.ndarray:
    return np.asarray(open_photo(file)).astype(float)


@pytest.mark.parametrize("name", SPACES)
@pytest.mark.parametrize("ending", ["png", "tif", "webp", "jpg"])
def test_wide_spaces_become_srgb(tmp_path: Path, colours: np.ndarray, name: str, ending: str) -> None:
    plain = np.repeat(np.repeat(colours[:2, :2], 8, 0), 8, 1)  # blocks that JPEG keeps
    options: dict[str, Any] = {"webp": {"lossless": True}, "jpg": {"quality": 100, "subsampling": 0}}.get(ending, {})
    Image.fromarray(plain).save(tmp_path / f"a.{ending}", icc_profile=rgb_profile(name), **options)
    expected = as_srgb(plain, name)
    assert np.abs(expected - plain).max() > 3
    assert np.abs(opened(tmp_path / f"a.{ending}") - expected).max() <= (3 if ending == "jpg" else 1.6)
    assert "icc_profile" not in open_photo(tmp_path / f"a.{ending}").info


def test_alpha_palettes_and_deep_pictures_have_profiles_too(tmp_path: Path, colours: np.ndarray) -> None:
    icc, expected = rgb_profile("Adobe RGB"), as_srgb(colours, "Adobe RGB")
    alpha = np.linspace(0, 255, H * W).reshape(H, W, 1).astype(np.uint8)
    Image.fromarray(np.dstack([colours, alpha])).save(tmp_path / "alpha.png", icc_profile=icc)
    over = expected * (alpha / 255) + 255 - alpha.astype(float)
    assert np.abs(opened(tmp_path / "alpha.png") - over).max() <= 2
    image = Image.fromarray(colours).quantize(200)
    image.save(tmp_path / "palette.png", icc_profile=icc)
    wanted = as_srgb(np.asarray(image.convert("RGB")), "Adobe RGB")
    assert np.abs(opened(tmp_path / "palette.png") - wanted).max() <= 1.6
    tags: Any = {34675: ("B", list(icc))}
    ranged = np.vstack([colours, np.full((1, W, 3), 255, np.uint8)]).astype(np.uint16) * 257
    write_tiff(tmp_path / "deep.tif", ranged, 2, tags=tags)
    assert np.abs(opened(tmp_path / "deep.tif")[:H] - expected).max() <= 1.6


def test_grey_profiles(tmp_path: Path) -> None:
    grey = np.arange(256, dtype=np.uint8).reshape(16, 16)
    expected = encoded((grey / 255) ** 1.8)
    Image.fromarray(grey).save(tmp_path / "a.png", icc_profile=grey_profile(1.8))
    got = opened(tmp_path / "a.png")
    assert np.abs(got - expected[..., None]).max() <= 1.6
    with_alpha = Image.merge("LA", (Image.fromarray(grey), Image.new("L", (16, 16), 255)))
    with_alpha.save(tmp_path / "b.png", icc_profile=grey_profile(1.8))
    assert (opened(tmp_path / "b.png") == got).all()
    Image.fromarray(grey).save(tmp_path / "c.jpg", icc_profile=rgb_profile("ProPhoto RGB"), quality=100)
    assert np.abs(opened(tmp_path / "c.jpg") - expected[..., None]).max() <= 3


def test_inks_are_mixed_as_their_profile_says(tmp_path: Path) -> None:
    one = np.zeros((H, W, 4), np.uint8)
    one[:, W // 2 :] = 255
    for name in ("a.tif", "a.jpg"):
        Image.fromarray(one, "CMYK").save(tmp_path / name, icc_profile=cmyk_profile(), quality=100)
        got = opened(tmp_path / name)
        assert got[:, 0].min() >= 250
        assert got[:, -1].max() <= 5
        half = np.zeros((H, W, 4), np.uint8)
        half[..., 2] = 255  # by rule of thumb that were yellow
        Image.fromarray(half, "CMYK").save(tmp_path / name, icc_profile=cmyk_profile(), quality=100)
        assert np.ptp(opened(tmp_path / name), axis=2).max() <= 3


@pytest.mark.parametrize("icc", [
    ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"", b"no profile", bytes(4000),
    rgb_profile("Adobe RGB")[:300], grey_profile(1.8), cmyk_profile(),
])  # fmt: skip
def test_what_changes_nothing(tmp_path: Path, colours: np.ndarray, icc: bytes) -> None:
    """sRGB, no profile, broken ones, and those of another kind of picture."""
    Image.fromarray(colours).save(tmp_path / "a.png", icc_profile=icc)
    assert (opened(tmp_path / "a.png") == colours).all()


def test_a_profile_is_read_once(tmp_path: Path, colours: np.ndarray) -> None:
    for number_ in range(5):
        Image.fromarray(colours + number_).save(tmp_path / f"{number_}.png", icc_profile=rgb_profile("Display P3"))
    before = profiles._transform.cache_info()
    for number_ in range(5):
        open_photo(tmp_path / f"{number_}.png")
    after = profiles._transform.cache_info()
    assert after.misses - before.misses <= 1
    assert after.hits - before.hits >= 4


def test_gamma_gives_way_to_a_profile(tmp_path: Path, colours: np.ndarray) -> None:
    icc = (b"iCCP", b"p\0\0" + zlib.compress(rgb_profile("Adobe RGB")))
    write_png(tmp_path / "a.png", colours, 2, 8, [(b"gAMA", struct.pack(">I", 100_000)), icc])
    assert np.abs(opened(tmp_path / "a.png") - as_srgb(colours, "Adobe RGB")).max() <= 1.6


def test_runs_of_before_do_without(tmp_path: Path, colours: np.ndarray) -> None:
    Image.fromarray(colours).save(tmp_path / "a.png", icc_profile=rgb_profile("Adobe RGB"))
    assert (np.asarray(open_photo(tmp_path / "a.png", tones=None)) == colours).all()
    stream = io.BytesIO((tmp_path / "a.png").read_bytes())
    assert (np.asarray(open_photo("a.png", content=stream.getvalue())) != colours).any()
