"""What the Dataset tab shows for which facts. Without Qt."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoRow
from cnn_desktop.domain.photos import ClassCount, Finding, LeakCount, Level, PhotoFacts, SplitBy
from cnn_desktop.gui.dataset import details_view, seal_view
from cnn_desktop.gui.dataset.view import NO_PHOTOS, Facts, photo_text, view

BIRDS = PhotoFacts({"1": "/photos/birds"}, [ClassCount("jay", 7, 1, 2), ClassCount("owl", 14, 3, 3)])


def facts(**changes: object) -> Facts:
    return msgspec.structs.replace(Facts(name="Birds", photos=BIRDS), **changes)


def test_nothing_is_open() -> None:
    shown = view(Facts())
    assert shown.page == "empty"
    assert str(shown.empty.text) == "Drop a folder of photos here."
    assert str(shown.empty.button) == "&Open folder…"
    assert shown.photos is NO_PHOTOS
    assert (shown.title, shown.headline, shown.root, shown.notes, shown.split_note) == ("", None, "", [], None)
    assert not shown.ready


def test_photos_are_counted() -> None:
    shown = view(facts(config=TrainConfig(data="", augmentation=Augmentation(crop=True))))
    assert shown.page == "photos"
    assert (shown.title, shown.folder, str(shown.headline)) == ("Birds", "/photos/birds", "30 photos in 2 classes")
    assert shown.photos is BIRDS
    assert shown.augmentation.augmentation == Augmentation(crop=True)
    assert shown.ready
    assert shown.hint is None
    assert str(shown.split_note) == "Chosen at random within each class. Adding photos later does not change it."


def test_several_folders_are_counted() -> None:
    shown = view(facts(photos=msgspec.structs.replace(BIRDS, roots={"1": "/photos/2023", "2": "/usb/2024"})))
    assert str(shown.folders) == "/photos/2023 and 1 more folder"
    assert view(facts()).folders is None
    assert view(Facts()).folders is None


def test_a_folder_that_came_with_splits_says_so() -> None:
    shown = view(facts(photos=msgspec.structs.replace(BIRDS, has_splits=True, split_by="given")))
    assert str(shown.split_note).startswith("This is the split that came")


@pytest.mark.parametrize(
    ("split_by", "words"),
    [("folder", "in the same folder"), ("name", "whose names share a part"), ("column", "entry in the group column")],
)
def test_a_split_by_groups_says_by_which(split_by: SplitBy, words: str) -> None:
    note = str(view(facts(photos=msgspec.structs.replace(BIRDS, split_by=split_by))).split_note)
    assert words in note
    assert note.endswith("stay together. Adding photos later does not change it.")


def test_what_leaks_is_said_once_and_names_a_pair() -> None:
    finding = Finding(say("Leak."), "same_photo_two_splits", ["train/a/1.jpg", "test/a/1.jpg"], [1, 1], "error")
    leaking = msgspec.structs.replace(BIRDS, findings=[finding], leak=LeakCount(2, "train/a/1.jpg", "b/2.jpg"))
    shown = view(facts(photos=leaking))
    assert str(shown.leak) == (
        "2 pairs of photos that belong together are on two sides of the split, such as a/1.jpg and b/2.jpg. Results look "
        "better than they are."
    )
    assert "Leak." not in map(str, shown.notes)
    assert view(facts()).leak is None


def test_hidden_test_photos() -> None:
    looked = msgspec.structs.replace(BIRDS, looked="2026-11-26T12:00:00+00:00")
    none = PhotoFacts({}, [ClassCount("jay", 7)])
    everything, some, nothing = frozenset({None}), frozenset({"blurred"}), frozenset[None]()
    told = [
        (str(shown.note) if shown.note else "", shown.may_show)
        for shown in (
            seal_view.view(BIRDS, nothing), seal_view.view(looked, some), seal_view.view(looked, everything),
            seal_view.view(none, nothing),
        )
    ]  # fmt: skip
    day = "Test photos were looked at on 11/26/26."
    assert told == [("5 test photos are hidden.", True), (day, True), (day, False), ("", False)]
    tests, trains = PhotoRow("a.jpg", "jay", "test"), PhotoRow("b.jpg", "jay", "train")
    assert [seal_view.is_sealed(tests, "blurred", opened) for opened in (nothing, some, everything)] == [
        True,
        False,
        False,
    ]
    assert [seal_view.is_sealed(tests, finding, some) for finding in (None, "dark")] == [True, True]
    assert not seal_view.is_sealed(trains, None, nothing)
    assert seal_view.is_sealed(msgspec.structs.replace(tests, excluded=True), None, nothing)


def test_one_class_is_not_enough() -> None:
    shown = view(facts(photos=PhotoFacts({"1": "/photos"}, [ClassCount("jay", 3), ClassCount("owl")])))
    assert shown.page == "photos"
    assert not shown.ready
    assert str(shown.hint) == "A model needs training photos of at least two classes."


def test_what_is_not_labelled_is_counted_and_what_is_missing_is_said() -> None:
    flat = PhotoFacts({"1": "/photos"}, [], unlabelled=12)
    shown = view(facts(photos=flat))
    assert (shown.page, str(shown.headline), shown.split_note) == (
        "photos", "0 photos in 0 classes, 12 not labelled yet", None,
    )  # fmt: skip
    assert not shown.ready
    assert str(shown.hint).startswith("Label photos of at least two classes")
    some = msgspec.structs.replace(flat, classes=[ClassCount("jay", 2, 1, 1), ClassCount("owl", 1)])
    assert view(facts(photos=some)).ready
    assert view(facts(photos=some)).hint is None
    assert str(photo_text(PhotoRow("a/1.jpg", ""))) == "1.jpg, not labelled yet"
    assert str(photo_text(PhotoRow("a/1.jpg", "", "train", excluded=True))) == "1.jpg, not labelled yet, excluded"


@pytest.mark.parametrize("photos", [None, BIRDS])
def test_while_a_folder_is_read_no_model_can_be_chosen(photos: PhotoFacts | None) -> None:
    shown = view(facts(photos=photos, reading=True))
    assert shown.page == "busy"
    assert (shown.headline is None) == (photos is None)
    assert not shown.ready


@pytest.mark.parametrize("reading", [False, True])
def test_photos_that_are_gone_are_asked_for(reading: bool) -> None:
    shown = view(facts(gone=("/media/usb/photos", "2"), reading=reading))
    assert shown.page == "empty"
    assert str(shown.empty.text) == "The photos are no longer in /media/usb/photos."
    assert str(shown.empty.button) == "&Locate photos…"
    assert shown.empty.tone == "warn"
    assert shown.root == "2"
    assert shown.headline is None
    assert shown.photos is BIRDS  # so that they are as they were when the drive is back


@pytest.mark.parametrize(
    ("large", "small", "times"), [(40, 10, "4.0"), (35, 10, "3.5"), (1005, 10, "100"), (30, 10, ""), (30, 0, "")]
)
def test_imbalance_is_said_before_what_was_found(large: int, small: int, times: str) -> None:
    classes = [ClassCount("cat", large), ClassCount("dog", small), ClassCount("eel", 20)]
    shown = view(facts(photos=PhotoFacts({"1": "/p"}, classes, findings=[Finding(say("Two are alike."))])))
    notes = [str(note) for note in shown.notes]
    assert notes[-1] == "Two are alike."
    assert len(notes) == (2 if times else 1)
    if times:
        assert notes[0].startswith(f"“cat” has {times} times as many photos as “dog”")


def test_photos_in_words() -> None:
    assert str(photo_text(PhotoRow("jay/old/1.jpg", "jay", "train", told="jay"))) == "1.jpg, jay, training"
    assert str(photo_text(PhotoRow("jay/1.jpg", "owl", "val", told="jay"))) == "1.jpg, owl, validation, from folder jay"
    assert str(photo_text(PhotoRow("jay/1.jpg", "jay", "test", told="jay", excluded=True))) == "1.jpg, jay, excluded"
    assert str(photo_text(PhotoRow("2.jpg", "owl", "val"))) == "2.jpg, owl, validation"
    assert str(photo_text(PhotoRow("2.jpg", "owl"))) == "2.jpg, owl, unassigned"


def test_a_photo_that_was_tested_says_what_the_model_took_it_for_unless_it_is_hidden() -> None:
    row = PhotoRow("2.jpg", "owl", "test", predicted="jay", confidence=0.8249)
    assert str(photo_text(row)) == "2.jpg, owl, test, predicted jay, 0.82"
    assert str(photo_text(row, sealed=True)) == "2.jpg, owl, hidden test photo"
    excluded = msgspec.structs.replace(row, excluded=True)
    assert str(photo_text(excluded)) == "2.jpg, owl, excluded, predicted jay, 0.82"
    assert ("Predicted", "jay, 82\u202f%") in details_view.view(details_view.Facts(row, "/photos/2.jpg")).lines
    sealed = details_view.view(details_view.Facts(row, "/photos/2.jpg", sealed=True))
    assert sealed.lines == ()
    untested = PhotoRow("2.jpg", "owl", "test")
    assert "Predicted" not in dict(details_view.view(details_view.Facts(untested, "/photos/2.jpg")).lines)


def test_where_folders_lie_in_folders_it_asks_which_are_the_classes() -> None:
    levels = [Level(1, ["2023", "2024"], 2), Level(3, ["fox", "owl", "pine marten with a long name"], 4)]
    asked = view(facts(photos=msgspec.structs.replace(BIRDS, levels=levels, class_level=3))).levels
    assert asked
    assert [str(option) for option in asked.options] == ["2023, 2024 (2 classes)", "fox, owl, … (4 classes)"]
    assert (asked.numbers, asked.current) == ([1, 3], 1)
    assert view(facts(photos=BIRDS)).levels is None


def test_training_photos_of_two_classes_are_needed() -> None:
    rows = [ClassCount("jay", 3, 1), ClassCount("owl", 0, 0, 5)]
    assert not view(facts(photos=PhotoFacts({"1": "/photos"}, rows))).ready
