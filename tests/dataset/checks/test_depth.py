"""A data set's deep photos are read with one range, which is told; each photo by itself does not decide."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.checks import depth
from cnn_desktop.dataset.checks.depth import find_missing_tones
from cnn_desktop.dataset.reading.decode import open_photo
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Progress, Warned
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.tones import Range, Tones
from tests.dataset.helpers import finish
from tests.dataset.reading.picture_files import write_tiff

RAMP = np.tile(np.linspace(0, 1, 32), (8, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "ab":
        (tmp_path / "photos" / name).mkdir(parents=True)
    return tmp_path / "photos"


def put(folder: Path, *pictures: np.ndarray, photometric: int = 1) -> None:
    for number, picture in enumerate(pictures):
        write_tiff(folder / "ab"[number % 2] / f"{number:03}.tif", picture, photometric)


def place(scan: Scan, number: int) -> Path:
    return next(scan.file(photo) for photo in scan.photos if photo.path.endswith(f"{number:03}.tif"))


def read(folder: Path) -> tuple[Scan, list[str]]:
    events, scan = finish(read_data(folder, Control()))
    others = {str(finding.text) for finding in scan.findings if finding.kind not in ("note", "shallow", "dark")}
    return scan, [str(event.text) for event in events if isinstance(event, Warned) and str(event.text) not in others]


def whole(top: float) -> np.ndarray:
    return np.rint(RAMP * top).astype(np.uint16)


def test_twelve_bits_in_sixteen(folder: Path) -> None:
    """The darkest photo stays the darkest: all are read with the range of the brightest."""
    tops = [4000, 2000, 900, 300, 90, 4095]
    put(folder, *map(whole, tops))
    scan, said = read(folder)
    assert scan.tones == Tones(Range(0, 4095))
    assert said == [
        "6 photos use only 12 bits of files made for more. They are read with black at 0 and white at 4095."
    ]
    assert said[0] in [str(finding.text) for finding in scan.findings]
    shown = [int(np.asarray(open_photo(place(scan, number), tones=scan.tones)).max()) for number in range(6)]
    assert shown == [round(top * 255 / 4095) for top in tops]


def test_one_photo_alone_in_its_words(folder: Path) -> None:
    put(folder, whole(1023))
    for name in "ab":
        Image.new("RGB", (8, 8), "red").save(folder / name / "plain.png")
    _, said = read(folder)
    assert said == ["1 photo uses only 10 bits of a file made for more. It is read with black at 0 and white at 1023."]


def test_sixteen_bits(folder: Path) -> None:
    put(folder, *[whole(65535)] * 6)
    scan, said = read(folder)
    assert scan.tones == Tones(Range(0, 65535))
    assert said == ["6 photos with more than 8 bits are read with black at 0 and white at 65535."]


def test_twelve_bits_among_sixteen_are_named(folder: Path) -> None:
    put(folder, *[whole(65535)] * 5, whole(4095))
    scan, said = read(folder)
    assert scan.tones == Tones(Range(0, 65535))
    assert said[1] == (
        "1 photo looks nearly black next to the others: the highest value is 4095, but white is 65535. "
        "Save it with the full range of brightness: b/005.tif."
    )


def test_min_is_white_within_the_range(folder: Path) -> None:
    put(folder, *[4095 - whole(4095)] * 6, photometric=0)
    scan, _ = read(folder)
    got = np.asarray(open_photo(place(scan, 0), tones=scan.tones))
    assert np.abs(got[..., 0] - RAMP * 255).max() <= 1


@pytest.mark.parametrize(("top", "white"), [(1, 1), (1.004, 1), (255, 255), (267, 255), (65535, 65535)])
def test_floats_have_one_scale(folder: Path, top: float, white: float) -> None:
    """A dark photo of a scale to 255 has no number above 1, and stays dark."""
    put(folder, (RAMP * top).astype("f4"), *[(RAMP * top / 300).astype("f4")] * 5)
    scan, said = read(folder)
    assert scan.tones == Tones(None, Range(0, white))
    assert said == [f"6 photos with decimal numbers are read with black at 0 and white at {white}."]
    assert np.asarray(open_photo(place(scan, 1), tones=scan.tones)).max() <= 1


def test_negative_numbers(folder: Path) -> None:
    put(folder, *[np.rint(RAMP * 3000 - 1000).astype(np.int16)] * 6)
    scan, said = read(folder)
    assert scan.tones == Tones(Range(-1000, 2000))
    assert said == ["6 photos with more than 8 bits are read with black at -1000 and white at 2000."]


def test_nothing_is_read_or_said_of_ordinary_photos(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        Image.new("RGB", (8, 8), "red").save(folder / "ab"[number % 2] / f"{number}.png")
    monkeypatch.setattr(depth, "read_samples", lambda file: pytest.fail("read"))
    scan, said = read(folder)
    assert (scan.tones, said) == (Tones(), [])


def test_of_many_some_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, *[whole(4095)] * 20)
    for most, pixels, wanted in ((8, depth.MOST_PIXELS, 8), (64, 3 * RAMP.size, 3)):
        monkeypatch.setattr(depth, "MOST_PHOTOS", most)
        monkeypatch.setattr(depth, "MOST_PIXELS", pixels)
        events, scan = finish(read_data(folder, Control()))
        looked = [event for event in events if isinstance(event, Progress) and "brightness" in str(event.doing)]
        assert looked[-1].total == wanted
        assert scan.tones == Tones(Range(0, 4095))


def test_a_photo_that_cannot_be_read_does_not_matter(folder: Path) -> None:
    put(folder, *[whole(4095)] * 6)
    content = bytearray((folder / "a" / "000.tif").read_bytes())
    content[4:8] = b"\xff\xff\xff\x7f"
    (folder / "a" / "000.tif").write_bytes(content)
    scan, said = read(folder)
    assert scan.tones == Tones(Range(0, 4095))
    assert said[0].startswith("5 photos use only 12 bits")


def test_photos_that_were_listed_before_tones_were_kept(folder: Path) -> None:
    put(folder, *[whole(4095)] * 6)
    scan, said = read(folder)
    events, tones = finish(find_missing_tones(msgspec.structs.replace(scan, tones=None), Control()))
    assert tones == scan.tones
    assert [str(event.text) for event in events if isinstance(event, Warned)] == said
