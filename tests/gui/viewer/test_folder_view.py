"""What the page of a folder says, as a function of the facts."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.answered import AnswerCounts, AnsweredPhoto
from cnn_desktop.domain.message import say
from cnn_desktop.gui.state.folder import FolderState
from cnn_desktop.gui.state.viewed_model import ViewedModel
from cnn_desktop.gui.viewer.folder_view import CLASS, LABEL, PHOTO, RIGHT, UNKNOWN, Facts, cell, spoken, tile, tip, view

MODEL = ViewedModel(Path("run"), 1.0)
STATE = FolderState(
    ("/photos/beach",), ("/photos/beach",), MODEL, is_whole=True, listed=10, classes=("cat", "dog"), counts=AnswerCounts(10, 9, 2, 1)
)  # fmt: skip
FACTS = Facts(STATE, shown=10, has_model=True)
PHOTO_ = AnsweredPhoto("/photos/beach/a/1.jpg", "a/1.jpg", "cat", 0.97312)


def facts(**state: object) -> Facts:
    return msgspec.structs.replace(FACTS, state=msgspec.structs.replace(STATE, **state))


def test_nothing_is_open() -> None:
    shown = view(Facts(has_model=True))
    assert shown.page == "empty"
    assert shown.primary.text == ""


def test_all_are_classified() -> None:
    shown = view(FACTS)
    assert shown.page == "photos"
    assert shown.heading.title == "beach"
    assert shown.heading.subtitle == "/photos/beach · 9 photos classified · 2 unknown · 1 could not be read"
    assert (shown.begins, shown.primary.enabled, shown.may_save, shown.may_watch) == ("copy", True, True, True)
    assert shown.has_unknown
    assert not shown.has_labels


@pytest.mark.parametrize(
    ("now", "begins", "note"),
    [
        (facts(is_whole=False, listed=30), "go on", "20 photos are not classified yet."),
        (facts(is_whole=False, listed=0), "go on", "There may be more photos."),
        (msgspec.structs.replace(FACTS, is_outdated=True), "go on", "These answers are from an earlier model."),
        (msgspec.structs.replace(FACTS, busy="Wait."), "copy", "Wait."),
        (msgspec.structs.replace(facts(model=None), has_model=False), "", "Train a model to see here what it makes of your photos."),
    ],
)  # fmt: skip
def test_the_primary_button_is_the_next_sensible_step(now: Facts, begins: str, note: str) -> None:
    shown = view(now)
    assert (shown.begins, shown.primary.note) == (begins, note)
    assert shown.primary.enabled != bool(now.busy)


def test_many_dropped_photos_cannot_be_watched() -> None:
    shown = view(facts(paths=("/a/1.jpg", "/a/2.jpg"), folders=(), listed=2))
    assert not shown.may_watch
    assert shown.heading.title == "2 photos"


def test_before_the_first_answer_and_when_there_was_none() -> None:
    assert view(facts(counts=AnswerCounts(), is_running=True)).page == "busy"
    shown = view(facts(counts=AnswerCounts(), problem="It is gone."))
    assert (shown.page, shown.empty) == ("empty", "It is gone.")


def test_one_photo_in_words() -> None:
    assert [cell(PHOTO_, column) for column in (PHOTO, CLASS, UNKNOWN, LABEL, RIGHT)] == ["1.jpg", "cat", "", "", ""]
    assert tip(PHOTO_, PHOTO) == "/photos/beach/a/1.jpg"
    wrong = msgspec.structs.replace(PHOTO_, label="dog", right=False, unknown=True)
    assert spoken(wrong) == "1.jpg, cat, 97.3\u202f%, Unknown, labelled dog"
    assert (tile(wrong).sign, tile(wrong).caption) == ("error", "Unknown")
    assert tile(wrong).detail == "nearest: cat, 97\u202f% · labelled dog"
    assert tile(PHOTO_).caption == "cat"
    sealed = msgspec.structs.replace(PHOTO_, sealed=True)
    assert cell(sealed, LABEL) == "Hidden"
    assert "test photo" in tip(sealed, LABEL)
    assert spoken(sealed).endswith("test photo, its label is hidden")
    new = msgspec.structs.replace(PHOTO_, is_new=True)
    assert spoken(new).startswith("1.jpg, new, cat")
    assert tile(new).detail.startswith("new · 97")
    broken = AnsweredPhoto("/a.jpg", "a.jpg", reason=say("it is empty. Copy it again."))
    assert cell(broken, CLASS) == "It is empty. Copy it again."
    assert tile(broken).caption == "a.jpg"
    assert cell(AnsweredPhoto("/a.jpg", "a.jpg"), CLASS) == "Not classified yet"


def test_what_was_dropped_is_called_what_it_is() -> None:
    paths = ("/a/1.jpg", "/b/2.jpg", "/b/notes.txt")
    assert view(facts(paths=paths, folders=(), listed=2, left_out=1)).heading.title == "2 photos"
    assert view(facts(paths=paths, folders=("/b",))).heading.title == "3 photos and folders"


def test_a_folder_is_not_watched_by_another_model() -> None:
    assert not view(msgspec.structs.replace(FACTS, is_outdated=True)).may_watch
