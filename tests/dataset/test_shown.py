"""One photo for the Viewer: all its pixels, or as few as fill the room there is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.shown import show_photo
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.show_photo import BARS, PhotoShown, ShowPhoto
from cnn_desktop.domain.pixel_file import PhotoHead, open_pixels

WIDE, HIGH = 1203, 801


@pytest.fixture(params=["jpg", "png"])
def photo(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / f"photo.{request.param}"
    pixels = np.full((HIGH, WIDE, 3), (200, 100, 50), np.uint8)
    pixels[:, WIDE // 2 :] = (10, 20, 30)
    Image.fromarray(pixels).save(file, quality=95)
    return file


def shown(photo: Path, tmp_path: Path, room: tuple[int, int] | None) -> tuple[PhotoShown, PhotoHead, np.ndarray]:
    """What is told, the head, and the largest size: [H, W, (blue, green, red, 255)]."""
    (event,) = show_photo(ShowPhoto(str(photo), str(tmp_path / "shown"), room=room), Control())
    assert isinstance(event, PhotoShown)
    head, stream = open_pixels(Path(event.file), PhotoHead)
    with stream:
        pixels = np.frombuffer(stream.read(4 * head.width * head.height), np.uint8)
    return event, head, pixels.reshape(head.height, head.width, 4)


@pytest.mark.parametrize(
    ("room", "less"),
    [(None, 1), ((5000, 5000), 1), ((1024, 768), 1), ((602, 402), 1), ((601, 400), 2), ((256, 256), 4), ((1, 1), 8), ((0, 0), 8)],
)  # fmt: skip
def test_there_are_enough_pixels_for_the_room_and_not_many_more(
    photo: Path, tmp_path: Path, room: tuple[int, int] | None, less: int
) -> None:
    event, head, pixels = shown(photo, tmp_path, room)
    assert (head.width, head.height) == (-(-WIDE // less), -(-HIGH // less))
    assert (event.photo.width, event.photo.height) == (head.own_width, head.own_height) == (WIDE, HIGH)
    assert pixels[..., 3].min() == 255
    assert np.abs(pixels[5, 5].astype(int) - (50, 100, 200, 255)).max() <= 2
    assert np.abs(pixels[-5, -5].astype(int) - (30, 20, 10, 255)).max() <= 2


def test_a_turned_photo_fills_the_room_as_it_will_stand(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (1200, 800)).save(tmp_path / "turned.jpg", exif=exif)
    event, head, _ = shown(tmp_path / "turned.jpg", tmp_path, (400, 600))
    assert (head.width, head.height, event.photo.width, event.photo.height) == (400, 600, 800, 1200)


def test_each_scale_is_found_again(photo: Path, tmp_path: Path) -> None:
    files = [shown(photo, tmp_path, room)[0].file for room in (None, (256, 256), None, (250, 250))]
    assert files[0] == files[2] != files[1] == files[3]
    assert len(list((tmp_path / "shown").iterdir())) == 2


def test_a_histogram_counts_the_pixels_of_each_colour_also_of_what_is_in_the_cache(photo: Path, tmp_path: Path) -> None:
    job = ShowPhoto(str(photo), str(tmp_path / "shown"), histogram=True)
    for _ in range(2):
        (event,) = show_photo(job, Control())
        assert isinstance(event, PhotoShown)
        assert event.histogram is not None
        for counts, light, dark in zip(
            (event.histogram.red, event.histogram.green, event.histogram.blue),
            (200, 100, 50),
            (10, 20, 30),
            strict=True,
        ):
            assert (len(counts), sum(counts)) == (BARS, WIDE * HIGH)
            near = counts[light // 4 - 1 : light // 4 + 2]
            assert sum(near) == pytest.approx(HIGH * (WIDE // 2), rel=0.02)
            assert sum(counts[max(0, dark // 4 - 1) : dark // 4 + 2]) == pytest.approx(HIGH * (WIDE // 2 + 1), rel=0.02)
    assert shown(photo, tmp_path, None)[0].histogram is None, "nobody asked"
