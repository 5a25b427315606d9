"""Which folders of a tree are the splits and which the classes, in the layouts that people have."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from cnn_desktop.dataset.reading.listing import Listing, list_folder
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Warned
from tests.dataset.helpers import finish
from tests.dataset.reading.test_files import touch


def listed(folder: Path, *folders: str, level: int = 0, only: tuple[str, ...] = ()) -> Listing:
    """Two photos in each of `folders`: their names are no two the same."""
    touch(folder, *(f"{name}/{number}{n}.jpg" for number, name in enumerate(folders) for n in "ab"))
    return list_folder(folder, Control(), level, only)


def classes(listing: Listing) -> set[str]:
    return {photo.label for photo in listing.photos}


def splits(listing: Listing) -> dict[str | None, int]:
    return dict(Counter(photo.split for photo in listing.photos))


def reasons(listing: Listing) -> dict[str, str]:
    return {file.path: str(file.reason) for file in listing.left_out}


def said(listing: Listing) -> str:
    return " ".join(str(finding.text) for finding in listing.findings)


@pytest.mark.parametrize(
    "pattern",
    [
        "{train}/{c} {test}/{c}", "Train/{c} TEST/{c}", "training/{c} testing/{c}", "{train}/{train}/{c} {test}/{test}/{c}",
        "seg_{train}/seg_{train}/{c} seg_{test}/seg_{test}/{c}", "{train}/{train}/{c} {test}/{c}", "x/y/{train}/{c} x/y/{test}/{c}",
        "data/images/{train}/{c} data/images/{test}/{c}", "{train}_data/{c} {test}_data/{c}", "{train}-set/{c} {test}-set/{c}",
        "trainset/{c} testset/{c}", "{train}2017/{c} {test}2017/{c}", "birds_{train}/{c} birds_{test}/{c}",
        "{train}/images/{c} {test}/images/{c}", "{train}/birds v2/{c} {test}/birds v2/{c}", "{train} 1/{c} {train} 2/{c} {test}/{c}",
    ],
)  # fmt: skip
def test_train_and_test_folders_under_any_roof(tmp_path: Path, pattern: str) -> None:
    folders = [
        part.format(train="train", test="test", c=c)
        for part in pattern.split(" ")
        if "{c}" in part
        for c in ("owl", "fox")
    ]
    if " v2" in pattern or "{train} 1" in pattern:  # names with blanks
        ways = pattern.replace("} 1", "}_1").replace("} 2", "}_2").replace("birds v2", "birds_v2").split(" ")
        folders = [
            way.format(train="train", test="test", c=c).replace("_", " ") for way in ways for c in ("owl", "fox")
        ]
    listing = listed(tmp_path, *folders)
    assert classes(listing) == {"owl", "fox"}
    trained = sum("train" in folder.lower() for folder in folders)
    assert splits(listing) == {"train": 2 * trained, "test": 4}
    assert listing.left_out == []


@pytest.mark.parametrize("val", ["val", "valid", "validation", "Val", "dev", "eval", "Evaluation"])
def test_validation_folders(tmp_path: Path, val: str) -> None:
    assert splits(listed(tmp_path, "train/a", "train/b", f"{val}/a", f"{val}/b")) == {"train": 4, "val": 4}


def test_an_empty_folder_beside_the_training_photos_is_no_class(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    assert classes(listed(tmp_path, "train/a", "train/b")) == {"a", "b"}


def test_photos_without_labels_beside_the_splits_are_left_out_and_counted(tmp_path: Path) -> None:
    listing = listed(
        tmp_path, "seg_train/seg_train/a", "seg_train/seg_train/b", "seg_test/seg_test/a", "seg_pred/seg_pred"
    )
    assert classes(listing) == {"a", "b"}
    assert set(reasons(listing)) == {"seg_pred"}
    assert "its 2 photos are not used" in reasons(listing)["seg_pred"]
    assert "seg_train/seg_train" in said(listing)


def test_a_train_folder_beside_photos_without_labels_alone(tmp_path: Path) -> None:
    listing = listed(tmp_path, "train/a", "train/b", "pred")
    assert (classes(listing), splits(listing), set(reasons(listing))) == ({"a", "b"}, {None: 4}, {"pred"})


def test_test_photos_without_labels_are_left_out(tmp_path: Path) -> None:
    listing = listed(tmp_path, "train/a", "train/b", "val/a", "test/test")
    assert splits(listing) == {"train": 4, "val": 2}
    assert set(reasons(listing)) == {"test/test/3a.jpg", "test/test/3b.jpg"}


@pytest.mark.parametrize(
    "folders",
    [
        ("train", "test", "bus"), ("bullet train", "steam train"), ("crash test", "train"), ("trainer", "tester"),
        ("cats_train", "cats_test", "dogs_train"), ("value", "valve"),
    ],
)  # fmt: skip
def test_classes_with_the_names_of_splits(tmp_path: Path, folders: tuple[str, ...]) -> None:
    listing = listed(tmp_path, *folders)
    assert classes(listing) == set(folders)
    assert not listing.has_splits


def test_one_folder_around_everything_with_texts_beside(tmp_path: Path) -> None:
    touch(tmp_path, "README.md", "labels/0a.txt", "labels/0b.txt")
    listing = listed(tmp_path, "images/a", "images/b")
    assert classes(listing) == {"a", "b"}
    assert listing.roots == {"1": str(tmp_path / "images")}
    assert set(reasons(listing)) == {"../README.md", "../labels"}
    assert reasons(listing)["../labels"] == "it contains no photos."


def test_photos_beside_class_folders_and_at_any_depth(tmp_path: Path) -> None:
    touch(tmp_path, "loose.jpg", "b/x/y/deep.jpg")
    listing = listed(tmp_path, "a", "b", "b/x")
    assert Counter(photo.label for photo in listing.photos) == {"a": 2, "b": 5}
    assert "not in a class folder" in reasons(listing)["loose.jpg"]
    assert listing.levels == []


def test_class_folders_with_one_folder_each_leave_no_choice(tmp_path: Path) -> None:
    assert listed(tmp_path / "same", "a/images", "b/images").levels == []
    assert listed(tmp_path / "own", "a/a1", "b/b1").levels == []


def test_a_class_that_holds_folders_beside_one_that_does_not_is_told(tmp_path: Path) -> None:
    listing = listed(tmp_path, "birds/owl", "birds/jay", *("cats" for _ in range(1)))
    assert classes(listing) == {"birds", "cats"}
    assert "The folder “birds” contains other folders (jay, owl)" in said(listing)


YEARS = [f"{year}/{trip}/{kind}" for year, trip in (("2023", "alps"), ("2024", "sea")) for kind in ("fox", "owl")]


def test_a_deep_tree_says_which_level_is_taken(tmp_path: Path) -> None:
    listing = listed(tmp_path, *YEARS)
    assert classes(listing) == {"2023", "2024"}
    assert listing.class_level == 1
    assert [(level.number, level.names, level.count) for level in listing.levels] == [
        (1, ["2023", "2024"], 2),
        (3, ["fox", "owl"], 2),
    ], "trips sort the photos as years do"


@pytest.mark.parametrize(("level", "names"), [(1, {"2023", "2024"}), (2, {"alps", "sea"}), (3, {"fox", "owl"})])
def test_the_level_that_is_chosen_is_the_classes(tmp_path: Path, level: int, names: set[str]) -> None:
    listing = listed(tmp_path, *YEARS, level=level)
    assert (classes(listing), listing.class_level, listing.left_out) == (names, level, [])
    assert [one.number for one in listing.levels] == [1 if level == 3 else level, 3]


def test_photos_above_the_class_folders_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "2023/alps/cover.jpg")
    assert set(reasons(listed(tmp_path, *YEARS, level=3))) == {"2023/alps/cover.jpg"}
    assert listed(tmp_path, *YEARS, level=1).left_out == []


def test_levels_are_counted_from_the_folder_that_was_opened(tmp_path: Path) -> None:
    wrapped = listed(tmp_path / "w", *(f"all/photos/{way}" for way in YEARS))
    assert [level.number for level in wrapped.levels] == [3, 5]
    assert classes(listed(tmp_path / "w", level=5)) == {"fox", "owl"}
    assert classes(listed(tmp_path / "w", level=2)) == {"photos"}
    split = listed(tmp_path / "s", *(f"{part}/{way}" for part in ("train", "test") for way in YEARS))
    assert (split.has_splits, [level.number for level in split.levels]) == (True, [2, 4])
    chosen = listed(tmp_path / "s", level=4)
    assert (classes(chosen), splits(chosen)) == ({"fox", "owl"}, {"train": 8, "test": 8})
    assert classes(listed(tmp_path / "s", level=1)) == {"train", "test"}


def test_a_level_without_photos_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"folders at level 4 .* from 1 to 3"):
        listed(tmp_path, *YEARS, level=4)


def test_without_a_level_the_choice_is_told_with_how_to_change_it(tmp_path: Path, photo_folder: object) -> None:
    source = photo_folder(classes=2, each=2)  # type: ignore[operator]
    for year in ("2023", "2024"):
        shutil.copytree(source, tmp_path / "tree" / year)
    events, scan = finish(read_data(tmp_path / "tree", Control()))
    warned = [str(event) for event in events if isinstance(event, Warned)]
    assert any("--class-level 2" in one and "class 0, class 1" in one and "2023, 2024" in one for one in warned)
    assert not any("--class-level" in str(finding.text) for finding in scan.findings), "the window asks instead"
    events, scan = finish(read_data(tmp_path / "tree", Control(), class_level=2))
    assert scan.classes == ["class 0", "class 1"]
    assert not any("--class-level" in str(event) for event in events)


def test_only_some_of_the_folders(tmp_path: Path) -> None:
    touch(tmp_path, "loose.jpg")
    listing = listed(tmp_path, "a", "b", "c", only=("a", "c"))
    assert (classes(listing), listing.left_out) == ({"a", "c"}, [])
    assert listing.roots == {"1": str(tmp_path)}
    parts = listed(tmp_path / "parts", "train/a", "train/b", "test/a", "other/x", only=("train", "test"))
    assert splits(parts) == {"train": 4, "test": 2}


def test_nothing_but_files_that_cannot_be_used_is_told_with_reasons(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"can be used\. a/0\.xyz, a/1\.xyz, a/2\.xyz and 7 more: it is not a photo"):
        list_folder(touch(tmp_path, *(f"a/{n}.xyz" for n in range(5)), *(f"b/{n}.xyz" for n in range(5))), Control())


def test_archives_among_the_classes_are_to_be_unpacked(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"cats\.zip, dogs\.tar\.gz: it is an archive, not a photo\. Unpack it"):
        list_folder(touch(tmp_path, "cats.zip", "dogs.tar.gz"), Control())
