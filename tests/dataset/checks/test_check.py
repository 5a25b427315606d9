"""All checks together, on real files: what is found, told once, kept in the cache; stopped and gone on with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.cache import clear_cache
from cnn_desktop.dataset.checks import looks as looking
from cnn_desktop.dataset.checks.check import Checked, check_photos
from cnn_desktop.dataset.checks.look import Look, look_at
from cnn_desktop.dataset.checks.pixel_copies import joined
from cnn_desktop.dataset.checks.table import rows
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.photos import Finding, Scan
from tests.conftest import draw_photo
from tests.dataset.checks.test_quality import ordinary
from tests.dataset.helpers import finish

Make = Callable[..., Path]


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that were looked at, apart from what the cache knew."""
    names: list[str] = []

    def note(file: Path, *rest: object) -> Look:
        names.append(file.name)
        return look_at(file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(looking, "look_at", note)
    monkeypatch.setattr(looking, "is_settled", lambda found: True)  # these files were written just now
    return names


def scanned(folder: Path) -> Scan:
    return finish(read_data(folder, Control()))[1]


def checked(folder: Path, **options: bool) -> Checked:
    return finish(check_photos(scanned(folder), Control(), **options))[1]


def kinds(result: Checked) -> list[str]:
    return [finding.kind for finding in result.findings]


def of(result: Checked, kind: str) -> Finding:
    [finding] = [one for one in result.findings if one.kind == kind]
    return finding


def textured(folder: Path, classes: int = 2, each: int = 12) -> Path:
    for label in range(classes):
        for number in range(each):
            file = folder / f"class {label}" / f"{number:03}.jpg"
            file.parent.mkdir(parents=True, exist_ok=True)
            ordinary(100 * label + number, (120, 90)).save(file, quality=90)
    return folder


def test_ordinary_photos_have_nothing_to_mend(tmp_path: Path) -> None:
    events, result = finish(check_photos(scanned(textured(tmp_path)), Control()))
    assert result.findings == []
    last = [event for event in events if isinstance(event, Progress)][-1]
    assert (last.done, last.total) == (24, 24)
    assert last.per_second > 0


def test_what_is_wrong_is_named_once(tmp_path: Path) -> None:
    folder = textured(tmp_path)
    (folder / "class 0/000.jpg").write_bytes(b"")
    whole = (folder / "class 0/001.jpg").read_bytes()
    (folder / "class 0/001.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "class 0/notes.txt").write_text("no photo, and none that cannot be read")
    Image.new("RGB", (120, 90), "white").save(folder / "class 1/002.jpg")
    with Image.open(folder / "class 0/005.jpg") as photo:
        photo.save(folder / "class 1/anew.png")
        photo.save(folder / "class 1/anew.webp", lossless=True)
    result = checked(folder)
    assert kinds(result)[0] == "same_photo_two_labels"  # the gravest first
    assert sorted(kinds(result)) == ["exact_duplicate", "same_photo_two_labels", "truncated", "uniform", "unreadable"]
    assert of(result, "unreadable").photos == ["class 0/000.jpg"]
    assert of(result, "truncated").photos == ["class 0/001.jpg"]
    assert of(result, "exact_duplicate").photos == ["class 0/005.jpg", "class 1/anew.png", "class 1/anew.webp"]
    table = list(rows(result, scanned(folder).photos))
    assert ("class 0/000.jpg", "unreadable", "it is empty. Copy the original again, or delete it.", None) in table
    assert ("class 1/anew.png", "same_photo_two_labels", "class 1", 1) in table
    assert ("class 1/anew.png", "exact_duplicate", "class 1", 2) in table
    assert ("class 1/002.jpg", "uniform", "brightness 255 to 255 of 255", None) in table


def test_large_photos_are_decoded_in_full_only_where_they_may_be_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for label in range(2):
        for number in range(12):
            file = tmp_path / f"{label}" / f"{number}.jpg"
            file.parent.mkdir(exist_ok=True)
            ordinary(100 * label + number, (560, 520)).save(file, quality=80)
    with Image.open(tmp_path / "0/3.jpg") as photo:
        photo.save(tmp_path / "1/saved.png", compress_level=1)
    in_full: list[str] = []
    real = looking.pixels_sha256
    monkeypatch.setattr(looking, "pixels_sha256", lambda file, tones: in_full.append(file.name) or real(file, tones))
    result = checked(tmp_path)
    assert of(result, "exact_duplicate").photos == ["0/3.jpg", "1/saved.png"]
    assert in_full == ["3.jpg"]


def test_a_photo_that_breaks_off_in_its_middle_is_named_though_its_header_is_well(tmp_path: Path) -> None:
    folder = textured(tmp_path)
    pixels = np.random.default_rng(0).integers(0, 255, (90, 120, 3), np.uint8)
    Image.fromarray(pixels).save(folder / "class 0/000.png")
    content = bytearray((folder / "class 0/000.png").read_bytes())
    middle = len(content) // 2
    content[middle : middle + 40] = bytes(40)
    (folder / "class 0/000.png").write_bytes(content)
    scan = scanned(folder)
    assert not scan.left_out
    assert of(checked(folder), "truncated").photos == ["class 0/000.png"]


def test_it_is_looked_at_again_only_when_it_changed(photo_folder: Make, looked: list[str]) -> None:
    folder = photo_folder(2, 10)
    first = checked(folder)
    assert len(looked) == 20
    looked.clear()
    assert checked(folder).findings == first.findings
    assert looked == []
    draw_photo(folder / "class 0/004.png", 0, 77)
    checked(folder)
    assert looked == ["004.png"]


def test_stopped_it_goes_on_where_it_was(
    photo_folder: Make, looked: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = photo_folder(2, 60)
    control, look = Control(), looking.look_at

    def stopped_soon(file: Path, *rest: object) -> Look:
        if len(looked) == 20:
            control.stop()
        return look(file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(looking, "look_at", stopped_soon)
    monkeypatch.setattr(looking.os, "cpu_count", lambda: 2)  # of more threads each has some photos in hand
    with pytest.raises(StopRequested):
        list(check_photos(scanned(folder), control))
    before = len(looked)
    assert before < 120
    checked(folder)
    assert len(looked) == 120
    [kept] = (home / "cache/looks").iterdir()
    kept.write_bytes(b"\xffdamaged")
    looked.clear()
    checked(folder)
    assert len(looked) == 120
    assert kept.exists()
    clear_cache()
    assert not kept.exists()


def test_copies_on_two_sides_are_told(photo_folder: Make) -> None:
    folder = photo_folder(2, 10)
    shutil.copy(folder / "class 0/000.png", folder / "class 0/copy.png")
    scan = scanned(folder)
    photos = [
        msgspec.structs.replace(photo, split="test" if photo.path == "class 0/copy.png" else "train")
        for photo in scan.photos
    ]
    result = finish(check_photos(msgspec.structs.replace(scan, photos=photos), Control()))[1]
    leak = of(result, "same_photo_two_splits")
    assert (leak.severity, leak.photos) == ("error", ["class 0/000.png", "class 0/copy.png"])
    assert ("class 0/copy.png", "same_photo_two_splits", "test", 1) in list(rows(result, photos))


def test_photos_that_are_only_alike_are_a_warning(tmp_path: Path) -> None:
    folder = textured(tmp_path)
    with Image.open(folder / "class 0/005.jpg") as photo:
        photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(folder / "class 1/mirrored.png")
    result = checked(folder)
    assert of(result, "near_duplicate").photos == ["class 0/005.jpg", "class 1/mirrored.png"]
    assert of(result, "same_photo_two_labels").severity == "warning"
    assert kinds(checked(folder, near=False)) == []


def test_a_drive_that_is_gone_is_one_sentence_and_a_photo_that_is_gone_a_finding(
    photo_folder: Make, tmp_path: Path
) -> None:
    folder = photo_folder(2, 10)
    scan = scanned(folder)
    (folder / "class 0/003.png").unlink()
    result = finish(check_photos(scan, Control()))[1]
    assert of(result, "unreadable").photos == ["class 0/003.png"]
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(DataError, match="The photos are no longer in"):
        finish(check_photos(scan, Control()))


def test_groups_that_share_a_member_are_one() -> None:
    assert joined([[1, 2], [3, 4], [2, 4], [5, 6], []]) == [[1, 2, 3, 4], [5, 6]]


def test_twelve_bits_in_sixteen_are_named(tmp_path: Path) -> None:
    for label in "ab":
        (tmp_path / label).mkdir()
        for number in range(10):
            pixels = np.random.default_rng(ord(label) + number).integers(0, 4096, (40, 40)).astype(np.uint16)
            Image.fromarray(pixels).save(tmp_path / label / f"{number}.png")
    assert len(of(checked(tmp_path), "shallow").photos) == 20
