"""Copies of a photo are found whatever their names, times and EXIF data, and told with counts; a lookalike is no copy."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from cnn_desktop.dataset.checks import copies
from cnn_desktop.dataset.checks.copies import picture_sha256
from cnn_desktop.dataset.checks.copy_findings import with_split_findings
from cnn_desktop.dataset.reading.decode import open_photo
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.split import assign_splits
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Warned
from cnn_desktop.domain.photos import Finding, Scan
from tests.conftest import draw_photo
from tests.dataset.helpers import finish

Make = Callable[..., Path]


def scan(folder: Path) -> Scan:
    return finish(read_data(folder, Control()))[1]


def of_kind(scan: Scan, kind: str) -> list[Finding]:
    return [finding for finding in scan.findings if finding.kind == kind]


def test_nothing_is_said_where_there_are_no_copies(photo_folder: Make) -> None:
    assert scan(photo_folder(2, 10)).findings == []


def test_copies_in_two_classes_and_in_one(photo_folder: Make) -> None:
    folder = photo_folder(3, 6)
    shutil.copy(folder / "class 0/000.png", folder / "class 1/another name.png")
    shutil.copy2(folder / "class 0/000.png", folder / "class 2/third.png")
    shutil.copy(folder / "class 1/003.png", folder / "class 1/again.png")
    events, result = finish(read_data(folder, Control()))
    torn, again = result.findings
    assert (torn.kind, torn.severity, torn.group) == ("same_photo_two_labels", "error", [1, 1, 1])
    assert torn.photos == ["class 0/000.png", "class 1/another name.png", "class 2/third.png"]
    assert str(torn.text).startswith("1 photo is in two classes, such as class 0/000.png and class 1/another name.png.")
    assert (again.kind, again.group) == ("exact_duplicate", [1, 1, 1, 2, 2])
    assert again.photos[3:] == ["class 1/003.png", "class 1/again.png"]
    assert str(again.text).startswith("2 photos are here more than once")
    assert [event.text for event in events if isinstance(event, Warned)] == [torn.text, again.text]


def draw_jpeg(file: Path, number: int) -> Image.Image:
    image = Image.open(draw_photo(file.with_suffix(".png"), 0, number, (120, 90)))
    image.load()
    file.with_suffix(".png").unlink()
    image.save(file, "JPEG", quality=90)
    return image


def test_a_jpeg_with_other_exif_data_is_a_copy(photo_folder: Make) -> None:
    folder = photo_folder(2, 4)
    image = draw_jpeg(folder / "class 0/a.jpg", 100)
    exif = Image.Exif()
    exif[0x010E] = "a long description of what there is to be seen" * 20
    image.save(folder / "class 1/b.jpg", "JPEG", quality=90, exif=exif, comment=b"and a comment", dpi=(300, 300))
    draw_jpeg(folder / "class 1/c.jpg", 101)
    [torn] = of_kind(scan(folder), "same_photo_two_labels")
    assert torn.photos == ["class 0/a.jpg", "class 1/b.jpg"]


def test_a_photo_saved_anew_without_loss_is_a_copy(tmp_path: Path) -> None:
    for label in ("a", "b"):
        for number in range(4):
            draw_jpeg(tmp_path / label / f"{number}.jpg", 10 * ord(label) + number)
    with Image.open(tmp_path / "a/0.jpg") as image:
        image.save(tmp_path / "b/saved.png")
        image.save(tmp_path / "b/again.bmp")
        image.rotate(180).save(tmp_path / "b/turned.png")
    shutil.copy(tmp_path / "a/0.jpg", tmp_path / "a/copy.jpg")
    [torn] = of_kind(scan(tmp_path), "same_photo_two_labels")
    assert torn.photos == ["a/0.jpg", "a/copy.jpg", "b/again.bmp", "b/saved.png"]


def test_large_folders_are_not_decoded(photo_folder: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[Path] = []
    monkeypatch.setattr(copies, "open_photo", lambda file: decoded.append(file) or open_photo(file))
    folder = photo_folder(2, 5)
    scan(folder)
    assert len(decoded) == 10
    monkeypatch.setattr(copies, "_MOST_PIXELS", 10 * 48 * 40 - 1)
    scan(folder)
    assert len(decoded) == 10


def test_photos_that_end_alike_are_compared_to_the_last_byte(tmp_path: Path) -> None:
    pixels = np.zeros((40, 40, 3), np.uint8)
    for number in range(6):
        pixels[20, 20] = number
        (tmp_path / "ab"[number % 2]).mkdir(exist_ok=True)
        Image.fromarray(pixels).save(tmp_path / "ab"[number % 2] / f"{number}.bmp")
    assert scan(tmp_path).findings == []
    shutil.copy(tmp_path / "a/0.bmp", tmp_path / "b/7.bmp")
    assert of_kind(scan(tmp_path), "exact_duplicate")[0].photos == ["a/0.bmp", "b/7.bmp"]


def test_what_of_a_file_is_picture(tmp_path: Path) -> None:
    image = Image.effect_noise((60, 50), 80).convert("RGB")
    text = PngImagePlugin.PngInfo()
    text.add_text("Title", "other words")
    image.save(tmp_path / "plain.png")
    image.save(tmp_path / "told.png", pnginfo=text, dpi=(72, 72))
    image.save(tmp_path / "rgb.jpg", quality=95)
    image.convert("CMYK").save(tmp_path / "cmyk.jpg", quality=95)
    shas = {file.name: picture_sha256(file.read_bytes()) for file in tmp_path.iterdir()}
    assert shas["plain.png"] == shas["told.png"]
    assert len(set(shas.values())) == 3
    content = (tmp_path / "rgb.jpg").read_bytes()
    for end in (2, 3, 5, 30, len(content) // 2):  # cut off anywhere, it is still told apart from the whole
        assert picture_sha256(content[:end]) != shas["rgb.jpg"]
    assert picture_sha256(b"") == hashlib.sha256(b"").digest()


@pytest.mark.parametrize("layout", ["split folders", "split by the app"])
def test_copies_across_the_split_are_counted(photo_folder: Make, tmp_path: Path, layout: str) -> None:
    folder = photo_folder(2, 20)
    if layout == "split folders":
        for number in range(20):
            part = ("train", "val", "test")[max(0, number - 17)]
            for name in ("class 0", "class 1"):
                (tmp_path / "parts" / part / name).mkdir(parents=True, exist_ok=True)
                (folder / f"{name}/{number:03}.png").rename(tmp_path / f"parts/{part}/{name}/{number:03}.png")
        folder = tmp_path / "parts"
        shutil.copy(folder / "train/class 0/000.png", folder / "test/class 0/copy.png")
        shutil.copy(folder / "train/class 1/001.png", folder / "val/class 1/copy.png")
        result = scan(folder)
        tested, checked = of_kind(result, "same_photo_two_splits")
        assert str(tested.text).startswith(
            "1 of 3 test photos is also used to train or check the model, such as test/class 0/copy.png."
        )
        assert str(checked.text).startswith(
            "1 of 3 validation photos is also used to train the model, such as val/class 1/copy.png."
        )
        assert tested.photos == ["test/class 0/copy.png", "train/class 0/000.png"]
        return
    result = scan(folder)
    photos = {photo.path: photo.split for photo in assign_splits(result.photos)}
    leak = next(path for path, split in photos.items() if split == "train")
    for number in range(12):  # some of them test
        shutil.copy(folder / leak, folder / Path(leak).with_name(f"copy {number}.png"))
    result = scan(folder)
    assert not of_kind(result, "same_photo_two_splits"), "no photo has a split yet"
    divided = with_split_findings(
        Scan(result.roots, result.classes, assign_splits(result.photos), findings=result.findings)
    )
    leaks = [p for p in divided.photos if p.split == "test" and (p.path == leak or "copy" in p.path)]
    assert leaks
    found = of_kind(divided, "same_photo_two_splits")
    assert str(found[0].text).startswith(f"{len(leaks)} of ")
    assert with_split_findings(divided) == divided, "what was said earlier is replaced"
