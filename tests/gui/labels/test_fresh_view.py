"""What the page of photos without a label says: each state, the rows, when to stop."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from cnn_desktop.domain.label_suggestions import BATCH, CurvePoint, LabelSuggestions
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import ClassCount, PhotoFacts
from cnn_desktop.gui.labels.fresh_view import Facts, stop_rule, view
from cnn_desktop.project.fresh import FreshRow

PHOTOS = PhotoFacts({"1": "/p"}, [ClassCount("glass", 10, 2, 3), ClassCount("metal", 8, 1, 1)], unlabelled=300)
BATCH_ROWS = (
    FreshRow(1, "a/1.jpg", "1", "metal", 0.5),
    FreshRow(2, "a/2.jpg", "1", "glass", 0.6),
    FreshRow(3, "a/3.jpg", "1", "metal", 0.7),
)
FACTS = Facts(photos=PHOTOS, seconds=70)
SUMMARY = LabelSuggestions(suggestions=(), point=CurvePoint(25, 20, 10), unlabelled=300, expected=0.6)


@dataclass(frozen=True)
class Case:
    facts: Facts
    begins: str
    words: str


@pytest.mark.parametrize(
    "case",
    [
        Case(Facts(), "", "No photos"),
        Case(replace(FACTS, gone=True), "", "not where they were"),
        Case(replace(FACTS, photos=replace(PHOTOS, unlabelled=0)), "train", "Every photo has a label"),
        Case(replace(FACTS, photos=replace(PHOTOS, classes=[])), "dataset", "at least two classes"),
        Case(replace(FACTS, photos=replace(PHOTOS, classes=PHOTOS.classes[:1])), "dataset", "at least two classes"),
        Case(replace(FACTS, photos=replace(PHOTOS, classes=[ClassCount("a", 9), ClassCount("b", 1, 0, 5)])), "dataset", "by hand"),
        Case(FACTS, "suggest", "300 photos have no label"),
        Case(replace(FACTS, summary=SUMMARY, held=300), "dataset", "belong together with test"),
    ],
)  # fmt: skip
def test_without_suggestions_it_says_what_to_do(case: Case) -> None:
    shown = view(case.facts)
    assert shown.page == "empty"
    assert shown.begins == case.begins
    assert case.words in f"{shown.empty.text} {shown.empty.caption}"
    assert bool(shown.primary.text) == bool(case.begins)


def test_the_cost_is_told_before_the_click() -> None:
    assert "70 s" in view(FACTS).primary.note
    assert not view(replace(FACTS, summary=SUMMARY)).primary.note, "it was looked at before"


def test_each_class_is_a_row_the_largest_first() -> None:
    shown = view(replace(FACTS, batch=BATCH_ROWS, said={3: "glass"}))
    assert [row.label for row in shown.rows] == ["metal", "glass"]
    metal, glass = shown.rows
    assert [photo.state for photo in metal.photos] == ["open", "labelled"]
    assert [photo.text for photo in metal.photos] == ["1.jpg, probably metal, 50\u202f%", "3.jpg, labelled glass"]
    assert (metal.left, metal.confirm) == (1, "Confirm 1")
    assert glass.name == "Confirm 1 photo as “glass”"
    assert (shown.begins, shown.primary.text) == ("confirm", "&Confirm all 2")
    assert shown.progress == "25 labelled, 300 to go"
    assert "training only" in shown.notes[0]


def test_skipped_and_labelled_elsewhere() -> None:
    shown = view(replace(FACTS, batch=BATCH_ROWS, said={1: "", 2: None, 3: "metal"}))
    states = {one.row.id: one.state for row in shown.rows for one in row.photos}
    assert states == {1: "skipped", 2: "labelled", 3: "labelled"}
    assert shown.begins == "suggest"
    assert view(replace(FACTS, batch=BATCH_ROWS, said={1: "", 2: "", 3: ""}, more=True)).begins == "next"


def test_where_nothing_can_be_changed_the_reason_is_said() -> None:
    shown = view(replace(FACTS, batch=BATCH_ROWS, read_only="It is read-only."))
    assert not shown.may_label
    assert (shown.primary.enabled, shown.primary.note) == (False, "It is read-only.")


def test_what_is_held_back_and_could_not_be_read_is_said() -> None:
    summary = replace(SUMMARY, notes=(say("{n} photos could not be read.", n=2),))
    notes = view(replace(FACTS, batch=BATCH_ROWS, held=1, summary=summary)).notes
    assert "1 photo is not suggested, because it belongs together" in notes[1]
    assert notes[2] == "2 photos could not be read."


def test_when_to_stop() -> None:
    assert stop_rule(0, 0) == ""
    assert stop_rule(1, 1) == "1 of 1 suggestion was right so far."
    assert "keep going" in stop_rule(15, BATCH)
    assert "you can stop here" in stop_rule(BATCH - 1, BATCH)


def test_the_curve_says_on_what_it_was_measured() -> None:
    shown = view(replace(FACTS, curve=(CurvePoint(25, 20, 10), CurvePoint(49, 20, 15))))
    assert shown.curve_words.startswith("75\u202f% right now (")
    assert "20 photos" in shown.curve_words
    assert "Label some photos by hand" in view(replace(FACTS, curve=(CurvePoint(25, 0, 0),))).curve_words


def test_while_the_model_learns_the_curve_stays() -> None:
    shown = view(replace(FACTS, running=True, curve=(SUMMARY.point,), batch=BATCH_ROWS))
    assert (shown.page, len(shown.curve)) == ("busy", 1)
    assert shown.progress
