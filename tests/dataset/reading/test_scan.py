"""Reading folders: layouts people have, files that are no photos, and one sentence for what cannot be used."""

from __future__ import annotations

import os
import shutil
import time
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.dataset.reading.decode import open_photo
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.split import assign_splits
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.scan_files import load_scan, load_snapshot, save_scan, save_snapshot
from tests.conftest import draw_photo
from tests.dataset.helpers import finish, folder_for_anyone, one_sentence, without_root


def draw(folder: Path, *paths: str) -> Path:
    for path in paths:
        draw_photo(
            folder / path, 0, zlib.crc32(path.encode("utf-8", "surrogateescape"))
        )  # no photo is a copy of another
    return folder


def scan(folder: Path) -> Scan:
    return finish(read_data(folder, Control()))[1]


def refusal(folder: Path) -> str:
    with pytest.raises(DataError) as caught:
        finish(read_data(folder, Control()))
    return one_sentence(caught.value)


def findings(result: Scan) -> str:
    return "\n".join(str(finding.text) for finding in result.findings)


def left_out(result: Scan) -> dict[str, str]:
    return {file.path: str(file.reason) for file in result.left_out}


def test_class_folders(photo_folder: Callable[..., Path]) -> None:
    folder = photo_folder(classes=3, each=4)
    events, result = finish(read_data(folder, Control()))
    assert result.classes == ["class 0", "class 1", "class 2"]
    assert [photo.path for photo in result.photos] == sorted(
        f"class {c}/{n:03}.png" for c in range(3) for n in range(4)
    )
    assert all(photo.label == photo.path.split("/")[0] and photo.split is None for photo in result.photos)
    assert result.roots == {"1": str(folder)}
    assert all(result.file(photo).is_file() for photo in result.photos)
    assert (result.left_out, result.findings, result.has_splits) == ([], [], False)
    assert isinstance(events[-1], Progress)
    assert events[-1].done == events[-1].total == 12


def test_photos_at_any_depth_belong_to_their_class(tmp_path: Path) -> None:
    result = scan(draw(tmp_path, "cat/a.png", "cat/2020/may/b.png", "dog/home/c.png", "dog/d.PNG", "dog/e.png"))
    assert Counter(photo.label for photo in result.photos) == {"cat": 2, "dog": 3}


def test_a_relative_path_becomes_absolute(photo_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = photo_folder()
    monkeypatch.chdir(folder.parent)
    assert scan(Path(folder.name)).roots == {"1": str(folder)}


@pytest.mark.parametrize("name", ["val", "valid", "validation", "Validation", "VAL"])
def test_split_folders(tmp_path: Path, name: str) -> None:
    for part, n in (("Train", 5), (name, 3), ("test", 4)):
        draw(tmp_path, *(f"{part}/{label}/{k}.png" for label in ("cat", "dog") for k in range(n)))
    result = scan(tmp_path)
    assert result.has_splits
    assert result.classes == ["cat", "dog"]
    assert Counter(photo.split for photo in result.photos) == {"train": 10, "val": 6, "test": 8}
    assert all(photo.label in photo.path.split("/")[1] for photo in result.photos)
    assert assign_splits(result.photos) == result.photos
    assert result.findings == []


def test_unlabelled_test_photos_and_other_folders_are_left_out(tmp_path: Path) -> None:
    draw(tmp_path, *(f"train/{c}/{k}.png" for c in "ab" for k in range(5)), "test/1.png", "extra/a/1.png")
    result = scan(tmp_path)
    assert set(left_out(result)) == {"test/1.png", "extra"}
    assert "no test photos" in findings(result)


def test_classes_called_train_and_test_are_classes(tmp_path: Path) -> None:
    result = scan(draw(tmp_path, *(f"{c}/{k}.png" for c in ("train", "test", "bus") for k in range(3))))
    assert result.classes == ["bus", "test", "train"]
    assert not result.has_splits


def test_a_single_folder_around_the_classes_is_opened(tmp_path: Path) -> None:
    draw(tmp_path / "archive/photos-master", *(f"{c}/{k}.png" for c in "ab" for k in range(3)))
    (tmp_path / "archive/readme.txt").write_text("hello")
    result = scan(tmp_path / "archive")
    assert result.classes == ["a", "b"]
    assert result.roots["1"] == str(tmp_path / "archive/photos-master")
    assert "one level down, in" in findings(result)
    assert "photos-master" in findings(result)
    assert "further down, in" in findings(scan(tmp_path))
    assert all(result.file(photo).is_file() for photo in result.photos)


def test_folders_of_folders_of_folders_say_what_was_taken(tmp_path: Path) -> None:
    draw(tmp_path, *(f"{year}/{c}/{k}.png" for year in ("2019", "2020") for c in ("cat", "dog") for k in range(3)))
    result = scan(tmp_path)
    assert result.classes == ["2019", "2020"]
    assert [(level.number, level.names) for level in result.levels] == [(1, ["2019", "2020"]), (2, ["cat", "dog"])]


def test_litter_is_ignored_and_other_files_are_named(tmp_path: Path) -> None:
    draw(tmp_path, *(f"{c}/{k}.png" for c in "ab" for k in range(3)), "loose.png")
    for name in (".DS_Store", "a/Thumbs.db", "a/desktop.ini", "b/.hidden.png", "__MACOSX/a/1.png", ".git/x.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"junk")
    (tmp_path / "a/notes.txt").write_text("notes")
    (tmp_path / "a/movie.mp4").write_bytes(b"movie")
    result = scan(tmp_path)
    assert len(result.photos) == 6
    reasons = left_out(result)
    assert set(reasons) == {"loose.png", "a/notes.txt", "a/movie.mp4"}
    assert "not in a class folder" in reasons["loose.png"]
    assert "not a photo" in reasons["a/notes.txt"]


def test_refusals_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "is empty" in refusal(tmp_path / "empty")
    assert "does not exist" in refusal(tmp_path / "nowhere")
    (tmp_path / "file.txt").write_text("x")
    assert "neither a folder" in refusal(tmp_path / "file.txt")
    assert "not sorted into classes" in refusal(draw(tmp_path / "flat", "a.png", "b.png"))
    (tmp_path / "texts/a").mkdir(parents=True)
    (tmp_path / "texts/b").mkdir()
    (tmp_path / "texts/a/notes.txt").write_text("x")
    assert "No photos" in refusal(tmp_path / "texts")
    (tmp_path / "bad/a").mkdir(parents=True)
    (tmp_path / "bad/b").mkdir()
    for name in ("a/1.jpg", "b/2.jpg"):
        (tmp_path / "bad" / name).touch()
    assert "None of the 2 files" in refusal(tmp_path / "bad")
    draw(tmp_path / "only test", "train/a/.keep.png", *(f"test/{c}/1.png" for c in "ab"))
    assert "no training photos" in refusal(tmp_path / "only test")


def test_no_permission() -> None:
    with folder_for_anyone() as folder:
        draw(folder, *(f"{c}/{k}.png" for c in "abc" for k in range(3)))
        for place in folder.rglob("*"):
            place.chmod(0o755)
        (folder / "c").chmod(0)
        with without_root():
            result = scan(folder)
            assert result.classes == ["a", "b"]
            assert "permission to open" in left_out(result)["c"]
            assert "“c”" in findings(result)
        (folder / "c").chmod(0o444)  # its names may be read, nothing more
        with without_root():
            assert "permission to read" in left_out(scan(folder))["c/1.png"]
        (folder / "c").chmod(0o755)
        (folder / "c/1.png").chmod(0)
        with without_root():
            assert "permission to read" in left_out(scan(folder))["c/1.png"]
        folder.chmod(0)
        with without_root():
            text = refusal(folder)
            assert "permission to open" in text
        folder.chmod(0o755)


def test_names_with_everything_in_them(tmp_path: Path) -> None:
    long = "n" * 246 + ".png"
    names = [
        "🍄 emoji.png",
        "two  blanks .png",
        long,
        'a "quote", comma.png',
        "semi;colon.png",
        "عربى.png",
        "%20&<b>.png",
    ]
    draw(tmp_path, *(f"{c}/{name}" for c in ("ä 🐟", "b") for name in names))
    result = scan(tmp_path)
    assert len(result.photos) == 14
    assert result.classes == ["b", "ä 🐟"]
    for photo in result.photos:
        open_photo(result.file(photo))
    save_scan(result, tmp_path / "scan.json")
    assert load_scan(tmp_path / "scan.json") == result
    snapshot = msgspec.structs.replace(result, photos=assign_splits(result.photos))
    save_snapshot(snapshot, tmp_path / "run")
    assert load_snapshot(tmp_path / "run") == snapshot


def test_names_that_are_not_utf8_are_left_out(tmp_path: Path) -> None:
    draw(tmp_path, *(f"{c}/{k}.png" for c in "ab" for k in range(3)))
    bad = os.fsdecode(b"\xff\xfe.png")
    shutil.copy(tmp_path / "a/1.png", tmp_path / "a" / bad)
    shutil.copytree(tmp_path / "b", tmp_path / os.fsdecode(b"class \xff"))
    shutil.copytree(tmp_path / "b", tmp_path / "b" / os.fsdecode(b"inner \xff"))
    result = scan(tmp_path)
    assert len(result.photos) == 6
    assert len(result.left_out) == 3
    assert all("Rename" in str(file.reason) for file in result.left_out)
    save_scan(result, tmp_path / "scan.json")
    assert load_scan(tmp_path / "scan.json") == result
    with pytest.raises(DataError, match="Rename"):
        scan(tmp_path / os.fsdecode(b"class \xff"))


def test_decomposed_names_on_disk(tmp_path: Path) -> None:
    label = unicodedata.normalize("NFD", "grün")
    draw(tmp_path, *(f"{label}/{unicodedata.normalize('NFD', 'ö')}{k}.png" for k in range(3)), "b/1.png")
    result = scan(tmp_path)
    assert result.classes == ["b", unicodedata.normalize("NFC", "grün")]
    assert all(unicodedata.is_normalized("NFC", photo.path) for photo in result.photos)
    for photo in result.photos:
        open_photo(result.file(photo))
    assert result.photos == sorted(result.photos, key=lambda photo: photo.path)


def test_one_name_spelled_twice(tmp_path: Path) -> None:
    draw(tmp_path, *(f"{c}/{k}.png" for c in "ab" for k in range(3)))
    draw(tmp_path, "é/x.png", "é/y.png", "a/é.png")
    draw(tmp_path, *(unicodedata.normalize("NFD", name) for name in ("é/x.png", "é/z.png", "a/é.png")))
    result = scan(tmp_path)
    assert Counter(photo.label for photo in result.photos) == {"a": 4, "b": 3, "é": 2}
    assert set(left_out(result)) == {"é", "a/é.png"}
    assert all("Unicode" in why for why in left_out(result).values())


def test_links_that_go_round_do_not_hang(tmp_path: Path) -> None:
    draw(tmp_path, *(f"{c}/{k}.png" for c in "ab" for k in range(3)))
    (tmp_path / "a/self").symlink_to(tmp_path / "a")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "b/broken.png").symlink_to(tmp_path / "nowhere.png")
    (tmp_path / "b/loop").symlink_to(tmp_path / "b/loop")
    result = scan(tmp_path)
    assert Counter(photo.label for photo in result.photos) == {"a": 3, "b": 3}


def test_linked_class_folders_are_read(tmp_path: Path) -> None:
    draw(tmp_path, *(f"store/{c}/{k}.png" for c in "ab" for k in range(3)))
    (tmp_path / "view").mkdir()
    for c in "ab":
        (tmp_path / "view" / c).symlink_to(tmp_path / "store" / c)
    assert len(scan(tmp_path / "view").photos) == 6


def test_a_folder_with_the_suffix_of_a_table_is_a_folder(photo_folder: Callable[..., Path]) -> None:
    assert len(finish(read_data(photo_folder(name="photos.csv"), Control()))[1].photos) == 30


@pytest.mark.photos
def test_real_photos(trashnet: Path) -> None:
    finish(read_data(trashnet, Control()))  # warm
    began = time.perf_counter()
    events, result = finish(read_data(trashnet, Control()))
    seconds = time.perf_counter() - began
    assert len(result.photos) == 2527
    assert result.classes == ["cardboard", "glass", "metal", "paper", "plastic", "trash"]
    assert result.left_out == []
    two_labels, _ = result.findings
    assert (two_labels.kind, two_labels.group) == ("same_photo_two_labels", [1, 1, 2, 2, 3, 3])
    assert two_labels.photos == [
        "glass/glass115.jpg", "metal/metal91.jpg", "glass/glass176.jpg", "plastic/plastic152.jpg",
        "glass/glass389.jpg", "plastic/plastic332.jpg",
    ]  # fmt: skip
    progress = [event for event in events if isinstance(event, Progress)]
    assert len(progress) <= seconds * 10 + 2
