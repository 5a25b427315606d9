"""Several folders opened together: each is a class, or each a root with class folders; and photos without a label."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from cnn_desktop.dataset.reading.listing import Listing, list_folder
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.reading.table import list_table
from cnn_desktop.dataset.reading.together import list_together
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photos import Photo, place_of
from cnn_desktop.domain.scan_files import load_scan, save_scan
from tests.dataset.helpers import finish, one_sentence
from tests.dataset.reading.test_files import touch


def together(*folders: Path) -> Listing:
    return list_together(folders, Control())


def said(listing: Listing) -> str:
    return " ".join(str(finding.text) for finding in listing.findings)


def places(listing: Listing) -> list[str]:
    return [f"{photo.key} {photo.label} {photo.split or ''}".strip() for photo in listing.photos]


# Several folders


def test_folders_beside_each_other_are_classes(tmp_path: Path) -> None:
    touch(tmp_path, "owl/1.jpg", "owl/night/2.jpg", "fox/1.jpg", "crow/1.jpg")
    listing = together(tmp_path / "owl", tmp_path / "fox")
    assert places(listing) == ["fox/1.jpg fox", "owl/1.jpg owl", "owl/night/2.jpg owl"]
    assert (listing.roots, listing.together) == ({"1": str(tmp_path)}, "classes")
    assert "Each of them is used as a class: owl, fox." in said(listing)


def test_folders_in_different_places_are_classes(tmp_path: Path) -> None:
    touch(tmp_path, "a/owl/1.jpg", "b/fox/1.jpg", "c/owl/1.jpg", "c/owl/x.txt", "c/owl/y.jpg/z")
    listing = together(tmp_path / "a/owl", tmp_path / "b/fox", tmp_path / "c/owl")
    assert places(listing) == ["//2/fox/1.jpg fox", "owl/1.jpg owl", "//3/owl/1.jpg owl"]
    assert listing.roots == {number: str(tmp_path / name) for number, name in zip("123", "abc", strict=True)}
    assert {file.path for file in listing.left_out} == {str(tmp_path / "c/owl/x.txt"), str(tmp_path / "c/owl/y.jpg/z")}


def test_folders_of_class_folders_are_roots_whose_paths_never_mix(tmp_path: Path) -> None:
    touch(tmp_path, "2023/owl/1.jpg", "2023/fox/1.jpg", "usb/2024/owl/1.jpg", "usb/2024/crow/1.jpg")
    listing = together(tmp_path / "2023", tmp_path / "usb/2024")
    assert places(listing) == ["//2/crow/1.jpg crow", "fox/1.jpg fox", "owl/1.jpg owl", "//2/owl/1.jpg owl"]
    assert listing.roots == {"1": str(tmp_path / "2023"), "2": str(tmp_path / "usb/2024")}
    assert (listing.together, listing.class_level) == ("roots", 1)
    assert "The class folders in them are used; those with the same name are one class." in said(listing)
    beside = together(tmp_path / "2023", tmp_path / "usb")
    assert beside.roots == {"1": str(tmp_path / "2023"), "2": str(tmp_path / "usb/2024")}


def test_what_they_were_taken_for_they_stay(tmp_path: Path) -> None:
    touch(tmp_path, "owl/1.jpg", "fox/1.jpg")
    touch(tmp_path, "owl/a/1.jpg", "owl/b/1.jpg")
    (tmp_path / "owl/1.jpg").unlink()
    folders = [tmp_path / "owl", tmp_path / "fox"]
    assert together(*folders).together == "roots"
    assert {photo.label for photo in list_together(folders, Control(), "classes").photos} == {"owl", "fox"}


def test_train_and_test_folders_dropped_together_are_the_splits(tmp_path: Path) -> None:
    touch(tmp_path, "train/owl/1.jpg", "train/fox/2.jpg", "test/owl/3.jpg", "other/x/4.jpg")
    listing = together(tmp_path / "train", tmp_path / "test")
    assert listing.has_splits
    assert {(photo.label, photo.split) for photo in listing.photos} == {
        ("owl", "train"), ("fox", "train"), ("owl", "test"),
    }  # fmt: skip


def test_a_root_with_splits_beside_one_without_keeps_them(tmp_path: Path) -> None:
    touch(
        tmp_path, "one/train/owl/1.jpg", "one/train/fox/1.jpg", "one/test/owl/2.jpg", "two/owl/1.jpg", "two/fox/1.jpg"
    )
    listing = together(tmp_path / "one", tmp_path / "two")
    assert not listing.has_splits
    assert [(photo.root, photo.split) for photo in listing.photos if photo.label == "owl"] == [
        ("2", None), ("1", "test"), ("1", "train"),
    ]  # fmt: skip


def test_each_of_several_roots_may_leave_open_which_level_is_the_class(tmp_path: Path) -> None:
    touch(tmp_path, "a/2023/owl/1.jpg", "a/2023/fox/2.jpg", "a/2024/owl/3.jpg", "a/2024/fox/4.jpg")
    touch(tmp_path, "usb/b/owl/1.jpg", "usb/b/crow/1.jpg", "c/plain/1.jpg", "c/odd/1.jpg")
    folders = [tmp_path / "a", tmp_path / "usb/b", tmp_path / "c"]
    listing = together(*folders)
    assert [(level.number, level.count) for level in listing.levels] == [(1, 6), (2, 5)]
    assert listing.levels[1].names == ["crow", "fox", "odd"]
    assert listing.class_level == 1
    assert {photo.label for photo in listing.photos} == {"2023", "2024", "owl", "crow", "plain", "odd"}
    chosen = list_together(folders, Control(), "roots", 2)
    assert (chosen.levels, chosen.class_level) == (listing.levels, 2)
    assert {photo.label for photo in chosen.photos} == {"owl", "fox", "crow", "plain", "odd"}
    assert [photo.key for photo in chosen.photos] == [photo.key for photo in listing.photos]
    deeper = list_together(folders, Control(), "roots", 7)
    assert (deeper.class_level, deeper.photos) == (2, chosen.photos), "it was there once"


def test_roots_with_a_folder_around_the_classes_count_from_where_they_begin(tmp_path: Path) -> None:
    touch(tmp_path, "a/all/2023/owl/1.jpg", "a/all/2023/fox/2.jpg", "a/all/2024/owl/3.jpg", "a/all/2024/fox/4.jpg")
    touch(tmp_path, "b/x/owl/1.jpg", "b/x/fox/2.jpg", "b/y/owl/3.jpg", "b/y/fox/4.jpg")
    folders = [tmp_path / "a", tmp_path / "b"]
    labels = [
        sorted({photo.label for photo in list_together(folders, Control(), "roots", number).photos})
        for number in range(4)
    ]
    outermost = ["2023", "2024", "x", "y"]
    assert labels == [outermost, outermost, ["2023", "2024", "fox", "owl"], ["fox", "owl"]]


def test_without_a_choice_there_is_no_question(tmp_path: Path) -> None:
    touch(tmp_path, "a/owl/1.jpg", "a/fox/1.jpg", "b/owl/1.jpg", "b/fox/1.jpg")
    assert together(tmp_path / "a", tmp_path / "b").levels == []
    assert together(tmp_path / "a/owl", tmp_path / "a/fox").levels == []


def test_train_and_test_folders_may_leave_it_open_too(tmp_path: Path) -> None:
    for part in ("train", "test"):
        touch(tmp_path, *(f"{part}/{year}/{name}/1.jpg" for year in (2023, 2024) for name in ("owl", "fox")))
    folders = [tmp_path / "train", tmp_path / "test"]
    listing = together(*folders)
    assert [level.count for level in listing.levels] == [2, 2]
    chosen = list_together(folders, Control(), "classes", listing.levels[1].number)
    assert chosen.class_level == listing.levels[1].number
    assert {(photo.label, photo.split) for photo in chosen.photos} == {
        (name, split) for name in ("owl", "fox") for split in ("train", "test")
    }


def test_a_folder_inside_another_one_and_a_link_to_it_count_once(tmp_path: Path) -> None:
    touch(tmp_path, "all/owl/1.jpg", "all/fox/1.jpg", "more/crow/1.jpg", "more/duck/1.jpg")
    (tmp_path / "again").symlink_to(tmp_path / "all")
    listing = together(tmp_path / "all", tmp_path / "all/owl", tmp_path / "again", tmp_path / "more")
    assert [photo.label for photo in listing.photos] == ["crow", "duck", "fox", "owl"]


def test_a_flat_folder_beside_one_of_classes_is_to_be_labelled(tmp_path: Path) -> None:
    touch(tmp_path, "sorted/owl/1.jpg", "sorted/fox/1.jpg", "new/1.jpg")
    assert places(together(tmp_path / "new", tmp_path / "sorted")) == [
        "1.jpg",
        "//2/fox/1.jpg fox",
        "//2/owl/1.jpg owl",
    ]


@pytest.mark.parametrize("what", ["gone", "empty"])
def test_a_folder_that_is_gone_or_empty_is_told_and_nothing_is_listed(tmp_path: Path, what: str) -> None:
    touch(tmp_path, "owl/1.jpg", "fox/1.jpg")
    if what == "empty":
        (tmp_path / "usb").mkdir()
    with pytest.raises(DataError) as told:
        together(tmp_path / "owl", tmp_path / "fox", tmp_path / "usb")
    assert str(tmp_path / "usb") in one_sentence(told.value)


@pytest.mark.parametrize("name", ["nowhere", "a\0b", "loop/x", "owl/1.jpg", "x" * 300, "\udc80"])
def test_what_is_no_folder_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    touch(tmp_path, "owl/1.jpg", "fox/1.jpg")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(DataError) as told:
        finish(read_data(tmp_path / "owl", Control(), also=[str(tmp_path / "fox"), str(tmp_path / name)], only=[]))
    one_sentence(told.value)


def test_findings_of_one_root_are_not_those_of_the_other(photo_folder: Callable[..., Path]) -> None:
    one, other = (photo_folder(classes=2, each=4, name=name) for name in ("one", "other"))
    first, second = sorted((one / "class 0").iterdir())[:2]
    for file in other.rglob("*.png"):
        Image.open(file).transpose(Image.Transpose.ROTATE_180).save(file)
    second.write_bytes(first.read_bytes())
    scan = finish(read_data(one, Control(), also=[str(other)]))[1]
    (copies,) = [finding.photos for finding in scan.findings if finding.kind == "exact_duplicate"]
    assert set(copies) == {f"class 0/{first.name}", f"class 0/{second.name}"}
    assert len(scan.photos) == 16
    assert len({photo.key for photo in scan.photos}) == 16


# Photos without a label


def test_a_flat_folder_is_refused_unless_somebody_will_label_it(tmp_path: Path) -> None:
    touch(tmp_path, "b.jpg", "a.jpg", "notes.txt", "café.jpg")
    with pytest.raises(DataError, match="not sorted into classes"):
        list_folder(tmp_path, Control())
    listing = list_folder(tmp_path, Control(), to_label=True)
    assert places(listing) == ["a.jpg", "b.jpg", "café.jpg"]
    assert [file.path for file in listing.left_out] == ["notes.txt"]
    assert (listing.folders, listing.class_level, listing.levels) == ({}, 0, [])


def test_loose_photos_beside_class_folders_are_left_out_as_ever(tmp_path: Path) -> None:
    touch(tmp_path, "owl/1.jpg", "fox/1.jpg", "loose.jpg")
    listing = list_folder(tmp_path, Control(), to_label=True)
    assert (len(listing.photos), [file.path for file in listing.left_out]) == (2, ["loose.jpg"])


def test_an_empty_folder_is_still_an_empty_one(tmp_path: Path) -> None:
    for name in (".", "inside"):
        (tmp_path / name).mkdir(exist_ok=True)
        with pytest.raises(DataError):
            list_folder(tmp_path, Control(), to_label=True)


def test_a_table_with_labels_to_come(tmp_path: Path) -> None:
    touch(tmp_path, *(f"{name}.jpg" for name in "abcde"))
    table = tmp_path / "list.csv"
    table.write_text(
        "path,label,split\na.jpg,owl,\nb.jpg,,\nc.jpg,,test\nb.jpg,fox,\nd.jpg,owl,train\nd.jpg,,\ne.jpg,,\n"
    )
    assert places(list_table(table, to_label=True)) == [
        "a.jpg owl train",
        "b.jpg fox train",
        "c.jpg  test",
        "d.jpg owl train",
        "e.jpg",
    ]
    assert [file.path for file in list_table(table).left_out] == ["b.jpg", "c.jpg", "d.jpg", "e.jpg"]
    table.write_text("path,label\na.jpg,owl\na.jpg,\na.jpg,fox\n")
    with pytest.raises(DataError, match="several labels"):
        list_table(table, to_label=True)


def test_a_scan_of_unlabelled_photos_says_nothing_of_classes(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    folder = tmp_path / "flat"
    folder.mkdir()
    for number, file in enumerate(sorted(photo_folder(classes=2, each=3).rglob("*.png"))):
        file.rename(folder / f"{number}.png")
    (folder / "1.png").write_bytes((folder / "0.png").read_bytes())
    scan = finish(read_data(folder, Control(), to_label=True))[1]
    assert (len(scan.photos), scan.classes, scan.has_splits) == (6, [], False)
    assert {finding.kind for finding in scan.findings} == {"exact_duplicate"}
    save_scan(scan, tmp_path / "scan.json")
    assert load_scan(tmp_path / "scan.json") == scan


def test_keys() -> None:
    for photo in (Photo("a/1.jpg", "a"), Photo("a/1.jpg", "a", root="2"), Photo("1.jpg", "", root="10")):
        assert place_of(photo.key) == (photo.root, photo.path)
