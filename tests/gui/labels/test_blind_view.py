"""What the second opinion shows, from plain facts: its states, its sentences, and what it keeps to itself."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.agreement import ENOUGH, cohens_kappa
from cnn_desktop.domain.decisions import EXCLUDE
from cnn_desktop.domain.photos import ClassCount, PhotoFacts
from cnn_desktop.gui.labels.blind_view import OTHER, UNSURE, ClassRow, Facts, PhotoLine, strength, view
from cnn_desktop.gui.state.blind import Opinions
from cnn_desktop.project.blind import AgreedChange, Agreement, Disputed


def photos(*names: str) -> PhotoFacts:
    return PhotoFacts({"1": "/photos"}, [ClassCount(name, 3) for name in names])


TWO = photos("glass", "metal")
PAIRS = [("glass", "glass")] * 30 + [("metal", "metal")] * 16 + [("glass", "metal")] * 4 + [("metal", "")] * 2
AGREEMENT = Agreement("Anna", "Ben", cohens_kappa(PAIRS), 1)
BOTH = Opinions(
    "Ben", 0, 53, ("Anna", "Ben"), AGREEMENT, 3, 0,
    (Disputed(7, "glass/1.jpg", "glass", (("Anna", "metal"), ("Ben", None))),),
)  # fmt: skip


def facts(opinions: Opinions, reviewer: str = "Ben", **changes: object) -> Facts:
    return Facts(photos=TWO, checked=True, reviewer=reviewer, opinions=opinions, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "said", "button"),
    [
        (Facts(), "Open a folder", "Go to the &check"),
        (Facts(photos=TWO), "labels checked first", "Go to the &check"),
        (Facts(photos=TWO, checked=True, reviewer="Ben", opinions=Opinions("Ben")), "nothing to ask", ""),
    ],
)
def test_nothing_to_ask_says_why(wrong: Facts, said: str, button: str) -> None:
    shown = view(wrong)
    assert (shown.page, shown.asks_name, shown.primary.text) == ("empty", False, button)
    assert said in shown.caption
    assert shown.primary.enabled == (wrong.photos is not None)


def test_the_start_tells_what_it_is_and_how_many_wait() -> None:
    shown = view(facts(Opinions("Ben", 53, 53)))
    assert (shown.page, shown.begins) == ("empty", "begin")
    assert shown.caption.count(". ") == 1, "two sentences"
    assert shown.name_note == "53 photos wait for Ben."
    assert shown.primary.text == "&Give an opinion on 53 photos"
    assert "notes that test photos are shown" in shown.primary.note
    shown = view(facts(Opinions("Ben", 53, 53), read_only="“birds” is read-only."))
    assert (shown.primary.enabled, shown.primary.note) == (False, "“birds” is read-only.")


def test_a_name_that_is_none_or_is_being_looked_up_begins_nothing() -> None:
    for name in ("", "  ", "x" * 101):
        shown = view(facts(Opinions("Ben", 53, 53), name))
        assert (shown.name_wrong, shown.primary.enabled) == (True, False)
        assert "Type the name" in shown.name_note
    shown = view(facts(Opinions("Ben", 53, 53), "Anna"))
    assert (shown.name_note, shown.primary.enabled) == ("", False)


def test_agreement_in_words() -> None:
    shown = view(facts(BOTH))
    assert shown.headline == "Anna and Ben agree on 46 of 52 photos: κ = 0.76 (0.60–0.93), good"
    assert shown.notes == ("1 photo is not counted, as one of them was unsure.",)
    assert shown.names == ("Anna", "Ben")
    assert shown.classes == (
        ClassRow("metal", 18, 20, 16), ClassRow("glass", 34, 30, 30), ClassRow("excluded", 0, 2, 0),
    )  # fmt: skip
    assert (shown.primary.text, shown.begins, shown.apply) == ("&Apply 3 agreed changes", "apply", "")
    assert shown.primary.note == ""
    shown = view(facts(msgspec.structs.replace(BOTH, alone=2)))
    assert shown.notes[-1].startswith(
        "2 photos that one person alone has seen keep their labels: now that several people"
    )


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([], "no opinion on the same photos"),
        ([("a", "a")] * 12, "on 12 of 12 photos / All are of one class"),
        ([("a", "a")] * 3, "on 3 of 3 photos / Too few photos seen by both to say how well they agree (κ): 7 more are needed."),
        ([("a", "a")] * 8 + [("b", "b")], "on 9 of 9 photos / Too few photos seen by both to say how well they agree (κ): 1 more is needed."),
        ([("a", "a")] * 5 + [("b", "b")] * 5, "on 10 of 10 photos: κ = 1.00, very good"),
    ],
)  # fmt: skip
def test_agreement_that_has_no_interval(pairs: list[tuple[str, str]], said: str) -> None:
    opinions = Opinions("Ben", 0, 9, ("Anna", "Ben", "Cem"), Agreement("Anna", "Ben", cohens_kappa(pairs), 0))
    shown = view(facts(opinions))
    assert said in " / ".join((shown.headline, *shown.notes))
    assert ("κ =" in shown.headline) == (len(pairs) >= ENOUGH and len(set(pairs)) > 1)
    assert "Of 3 people" in shown.notes[-1]
    assert (shown.classes, shown.primary.text) == ((), "")


def test_strength_of_agreement() -> None:
    words = [strength(kappa) for kappa in (-0.4, 0.2, 0.21, 0.5, 0.8, 0.81, 1.0)]
    assert words == ["poor", "poor", "fair", "moderate", "good", "very good", "very good"]


def test_one_person_is_told_that_two_are_safer() -> None:
    shown = view(facts(Opinions("Anna", 0, 9, ("Anna",), None, 2), "Anna"))
    assert (shown.page, shown.primary.text) == ("empty", "&Apply 2 agreed changes")
    assert "A second person makes it safer" in shown.caption
    assert shown.primary.note == "So far one person says so."
    shown = view(facts(Opinions("Ben", 9, 9, ("Anna",), None, 2)))
    assert "nobody sees their label" in shown.caption, "the second person has not read it yet"
    assert (shown.primary.text, shown.apply, shown.may_apply) == (
        "&Give an opinion on 9 photos", "&Apply 2 agreed changes", True,
    )  # fmt: skip


def test_single_photos_are_told_only_when_none_waits() -> None:
    shown = view(facts(BOTH))
    assert shown.lines == (PhotoLine("glass/1.jpg", "glass", "glass", "Anna: metal · Ben: unsure"),)
    waits = Opinions("Cem", 53, 53, ("Anna", "Ben"), AGREEMENT, 3, 0, BOTH.disputed)
    changed = (AgreedChange(1, "metal/2.jpg", "metal", "", ("Anna", "Ben")),)
    shown = view(facts(waits, "Cem", applied=changed))
    assert (shown.lines, shown.lines_title) == ((), "")
    assert "listed once no photo waits" in shown.notes[-1]
    shown = view(facts(BOTH, applied=changed))
    assert shown.lines[0] == PhotoLine("metal/2.jpg", "metal", "excluded", "Anna, Ben")
    assert shown.lines_title.startswith("1 label was changed. 1 photo keeps its label")


def test_a_photo_is_asked_about_with_a_button_a_class() -> None:
    shown = view(facts(Opinions(), reviewing=True, place=3, total=20, left=17, said=("metal",)))
    assert (shown.page, shown.detail, shown.progress, shown.begins) == (
        "photo", "Photo 4 of 20", "Ben: 3 of 20", "leave",
    )  # fmt: skip
    assert [(one.label, one.key, one.chosen) for one in shown.answers] == [
        ("glass", "1", False), ("metal", "2", True), (OTHER, "C", False), (UNSURE, "U", False), (EXCLUDE, "X", False),
    ]  # fmt: skip
    for said, chosen in ((None, UNSURE), ("", EXCLUDE), ("wood", OTHER)):
        shown = view(facts(Opinions(), reviewing=True, total=20, said=(said,)))
        assert [one.label for one in shown.answers if one.chosen] == [chosen]
    shown = view(facts(Opinions(), reviewing=True, total=20, missing=True))
    assert not any(one.enabled for one in shown.answers)
    assert "Go on with the next one" in shown.missing


def test_more_than_nine_classes_are_typed() -> None:
    names = [f"class {n}" for n in range(10)]
    shown = view(Facts(photos=photos(*names), checked=True, reviewing=True, total=1))
    assert [one.text for one in shown.answers] == ["Choose the class…", "Unsure", "Exclude"]
    shown = view(Facts(photos=photos("3", "7"), checked=True, reviewing=True, total=1))
    assert [(one.label, one.key) for one in shown.answers[:4]] == [("3", "3"), ("7", "7"), (OTHER, "C"), (UNSURE, "U")]
