"""The one rule of which files are photos and which folders are entered."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from cnn_desktop.dataset.reading.files import is_photo, list_tree, no_data, photos_below
from cnn_desktop.dataset.reading.listing import list_folder
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Skipped
from tests.dataset.helpers import finish, folder_for_anyone, one_sentence, without_root

LITTER = (
    ".hidden.jpg", ".trash/a.jpg", ".git/a.jpg", ".thumbnails/a.jpg", ".ipynb_checkpoints/a.jpg", "._a.jpg", ".DS_Store",
    "__MACOSX/._a.jpg", "__MACOSX/a.jpg", "@eaDir/a.jpg", "#recycle/a.jpg", "$RECYCLE.BIN/a.jpg", "Thumbs.db", "THUMBS.DB",
    "desktop.ini", "lost+found/a.jpg", "System Volume Information/a.jpg",
)  # fmt: skip


def touch(folder: Path, *paths: str) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"x")
    return folder


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in photos_below(folder)[0]]


def why_not(folder: Path) -> dict[str, str]:
    return {Path(file.path).relative_to(folder).as_posix(): str(file.reason) for file in photos_below(folder)[1]}


@pytest.mark.parametrize("name", ["a.jpg", "a.JPG", "a.jfif", "a.JFIF", "a.jpe", "a.jif", "a.heic", "a.b.Png", "ü.tif"])
def test_names_of_photos(name: str) -> None:
    assert is_photo(name)


@pytest.mark.parametrize("name", ["a", "jpg", ".jpg", "a.jpg.bak", "a.jpg.txt", "a.cr2", "a.", "a.pdf", "a.svg"])
def test_names_of_other_files(name: str) -> None:
    assert not is_photo(name)


def test_litter_is_passed_over_at_any_depth(tmp_path: Path) -> None:
    touch(tmp_path, "x/1.jpg", *(f"{place}{name}" for place in ("", "x/", "x/y/") for name in LITTER))
    assert found(tmp_path) == ["x/1.jpg"]
    assert why_not(tmp_path) == {}
    assert found(touch(tmp_path / ".mine", "1.jpg")) == ["1.jpg"], "who opens it means it"


def test_other_files_have_their_reason(tmp_path: Path) -> None:
    touch(tmp_path, "1.jpg", "second", "movie.mp4", "notes.txt")
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere.jpg")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "s"))
        reasons = why_not(tmp_path)
    assert found(tmp_path) == ["1.jpg"]
    assert "no ending" in reasons.pop("second")
    assert "a pipe" in reasons.pop("pipe.jpg")
    assert "a pipe" in reasons.pop("s")
    assert "no longer there" in reasons.pop("gone.jpg")
    assert "no longer there" in reasons.pop("round")
    assert set(reasons) == {"movie.mp4", "notes.txt"}
    assert all("not a photo" in reason for reason in reasons.values())


def test_links_are_followed_and_each_folder_is_read_once(tmp_path: Path) -> None:
    data, elsewhere = touch(tmp_path / "data", "a/1.jpg", "b/2.jpg"), touch(tmp_path / "elsewhere", "3.jpg", "in/4.jpg")
    (data / "a/more").symlink_to(elsewhere)
    (data / "a/again").symlink_to(elsewhere / "in")
    (data / "a/b too").symlink_to(data / "b")
    (data / "a/up").symlink_to(tmp_path)
    (data / "z.jpg").symlink_to(elsewhere / "3.jpg")
    (elsewhere / "back").symlink_to(data)
    assert found(data) == ["a/1.jpg", "a/again/4.jpg", "a/more/3.jpg", "b/2.jpg", "z.jpg"]
    assert set(why_not(data)) == {"a/b too", "a/up", "a/more/back", "a/more/in"}
    assert "already used" in why_not(data)["a/up"]


def test_a_linked_folder_belongs_to_the_class_it_lies_in(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.jpg", "b/2.jpg")
    (tmp_path / "a/more").symlink_to(tmp_path / "b")
    photos = list_folder(tmp_path, Control()).photos
    assert [(photo.path, photo.label) for photo in photos] == [("a/1.jpg", "a"), ("b/2.jpg", "b")]


def test_closed_folders_are_named() -> None:
    with folder_for_anyone() as folder:
        touch(folder, "a/1.jpg", "b/2.jpg", "b/c/3.jpg")
        (folder / "b").chmod(0)
        with without_root():
            assert found(folder) == ["a/1.jpg"]
            assert "have permission to open" in why_not(folder)["b"]
            with pytest.raises(DataError, match="have permission to open"):
                photos_below(folder / "b")
        (folder / "b").chmod(0o444)  # its names may be read, nothing more
        with without_root():
            assert found(folder) == ["a/1.jpg", "b/2.jpg"]
            assert "have permission to open" in why_not(folder)["b/c"]
        (folder / "b").chmod(0o755)


def test_a_very_deep_folder(tmp_path: Path) -> None:
    places = [f"{tmp_path}{'/d' * depth}" for depth in range(1, 1200)]
    for place in places:
        Path(place).mkdir()
    photo = Path(places[-1], "1.jpg")
    photo.touch()
    try:
        assert photos_below(tmp_path) == ([photo], [])
        assert [found.label for found in list_folder(tmp_path, Control()).photos] == ["d"]
    finally:  # pytest's own way of deleting is not up to it
        photo.unlink()
        for place in reversed(places):
            Path(place).rmdir()


def test_a_listing_can_be_stopped(tmp_path: Path) -> None:
    control = Control()
    control.stop()
    with pytest.raises(StopRequested):
        list_tree(touch(tmp_path, "a/1.jpg"), control.stop_if_asked)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("photos.zip", "Unpack it"), ("photos.tar.gz", "Unpack it"), ("a.7z", "Unpack it"), ("A.RAR", "Unpack it"),
        ("list.xlsx", "Save it as CSV"), ("a.jpg", "single photo"), ("notes.txt", "neither"), ("notes", "neither"),
    ],
)  # fmt: skip
def test_files_that_are_no_data(tmp_path: Path, name: str, words: str) -> None:
    file = touch(tmp_path, name) / name
    assert words in one_sentence(no_data(file))
    with pytest.raises(DataError, match=words):
        finish(read_data(file, Control()))


def test_every_file_left_out_is_told(tmp_path: Path, photo_folder: object) -> None:
    folder = photo_folder(classes=2, each=3)  # type: ignore[operator]
    touch(
        folder,
        "loose.jpg",
        "class 0/notes.txt",
        "class 1/second",
        "glass/1.xyz",
        "glass/2.xyz",
        "glass/3.jpg",
        "hidden/.1.jpg",
    )
    events, scan = finish(read_data(folder, Control()))
    skipped = {event.path for event in events if isinstance(event, Skipped)}
    assert skipped == {file.path for file in scan.left_out}
    assert skipped == {"loose.jpg", "class 0/notes.txt", "class 1/second", "glass/1.xyz", "glass/2.xyz", "glass/3.jpg"}
    glass, hidden = (str(finding.text) for finding in scan.findings)
    assert glass.startswith(
        "The class “glass” is left out because none of its files can be used. glass/1.xyz, glass/2.xyz: "
    )
    assert "glass/3.jpg: its contents are not those of a photo" in glass
    assert "“hidden” contains no usable photo" in hidden
