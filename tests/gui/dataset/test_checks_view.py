"""What the page of the checks shows, from facts alone."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.dataset.checks.classes import too_few
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter
from cnn_desktop.domain.photos import ClassCount, Finding, LeftOut, Photo, PhotoFacts
from cnn_desktop.gui.dataset.checks_view import MOST, Facts, View, view

EVEN = [ClassCount("a", 20, 4, 4), ClassCount("b", 20, 4, 4)]
DARK = Finding(say("Dark."), "dark", ["a/1", "a/2", "b/3"])
PAIRS = ["a/1", "b/1", "a/2", "b/2"]
NOTE = Finding(say("One level down."))


def shown(*findings: Finding, running: bool = False, read_only: bool = False, weighs: bool | None = None, **facts: object) -> View:  # fmt: skip
    photos = PhotoFacts({"1": "/p"}, EVEN, findings=list(findings))
    return view(Facts(msgspec.structs.replace(photos, **facts), running, read_only, weighs))


def buttons(of: View, place: int = 0) -> list[str]:
    return [str(action.text) for action in of.rows[place].actions]


@pytest.mark.parametrize(
    ("findings", "facts", "state", "empty"),
    [
        ((), {}, "have not been checked yet", "Find what would spoil the training"),
        ((DARK,), {}, "Found when the folder was read", None),
        ((), {"running": True}, "are being checked", "Looking at the photos"),
        ((DARK,), {"running": True, "checked": "outdated"}, "are being checked", None),
        ((), {"read_only": True}, "read-only here", "Find what would spoil the training"),
        ((DARK,), {"checked": "outdated"}, "have changed since the last check", None),
        ((DARK, NOTE), {"checked": "checked"}, "checked: 1 thing to look at", None),
        ((NOTE,), {"checked": "checked"}, "The photos are checked.", None),
        ((), {"checked": "checked"}, "The photos are checked.", "Nothing to mend"),
        ((), {"checked": "outdated"}, "have changed since", "Find what would spoil the training"),
    ],
)
def test_each_state_has_its_words(
    findings: tuple[Finding, ...], facts: dict[str, object], state: str, empty: str | None
) -> None:
    now = shown(*findings, **facts)  # type: ignore[arg-type]
    assert state in str(now.state)
    assert (str(now.empty[2]) if now.empty else None) == empty
    assert now.may_check is not (facts.get("running") or facts.get("read_only") or False)


def test_the_gravest_comes_first_and_notes_do_not_count() -> None:
    error = Finding(say("Two labels."), "same_photo_two_labels", PAIRS, [1, 1, 2, 2], "error")
    now = shown(NOTE, Finding(say("Blurred."), "blurred", ["a/9"], severity="info"), DARK, error)
    assert [row.finding.kind for row in now.rows] == ["same_photo_two_labels", "dark", "note", "blurred"]
    assert [row.icon for row in now.rows] == ["error", "warning", "warning", "info"]
    assert now.count == 3
    assert (now.rows[2].count, now.rows[2].show, now.rows[2].actions) == (None, None, [])


def test_a_finding_shows_its_photos_and_offers_its_remedies() -> None:
    now = shown(DARK)
    assert now.rows[0].show == PhotoFilter(finding="dark", excluded=None)
    assert buttons(now) == ["Show photos", "Exclude these 3 photos"]
    assert str(now.rows[0].count) == "3 photos"


def test_which_photo_is_right_the_person_says_so_that_button_leads_to_the_photos() -> None:
    now = shown(Finding(say("."), "near_duplicate", PAIRS, [1, 1, 2, 2]))
    assert buttons(now) == ["Show photos", "Choose which to keep…", "Keep on one side"]
    assert [bool(action.remedy) for action in now.rows[0].actions] == [False, False, True]


def test_what_is_excluded_already_is_not_counted_twice() -> None:
    now = shown(DARK, set_aside=frozenset(["a/1"]))
    assert str(now.rows[0].count) == "2 of 3 photos in use"
    assert buttons(now)[1] == "Exclude these 2 photos"
    assert now.rows[0].finding.photos == ["a/2", "b/3"]
    assert shown(DARK, set_aside=frozenset(DARK.photos), checked="checked").rows == []


def test_files_that_were_left_out_are_shown_where_they_are() -> None:
    bad = Finding(say("Cannot be read."), "unreadable", ["a/bad.jpg"])
    left_out = [LeftOut("a/bad.jpg", say("it is empty."))]
    now = shown(bad, set_aside=frozenset(["a/bad.jpg"]), left_out=left_out)
    assert (now.rows[0].show, now.rows[0].in_left_out, buttons(now)) == (None, True, ["Show photos"])


@pytest.mark.parametrize(("weighs", "offered"), [(None, []), (True, []), (False, ["Weigh small classes more"])])
def test_class_weights_are_offered_where_there_is_such_a_setting(weighs: bool | None, offered: list[str]) -> None:
    uneven = [ClassCount("a", 100), ClassCount("b", 20)]
    now = shown(Finding(say("Old words."), "imbalance"), classes=uneven, weighs=weighs)
    assert [row.finding.kind for row in now.rows] == ["imbalance"]
    assert "5" in str(now.rows[0].finding.text), "as the counts are now"
    assert buttons(now) == offered


def test_a_read_only_project_is_looked_at() -> None:
    now = shown(DARK, read_only=True)
    assert buttons(now) == ["Show photos"]
    assert now.why_not


def test_a_thousand_small_classes_do_not_hide_the_rest() -> None:
    small = list(too_few([Photo(f"{n:04}/1.jpg", f"{n:04}") for n in range(1000)]))
    now = shown(*small, DARK)
    assert len(now.rows) == MOST + 1
    assert str(now.more) == "And 994 more findings of the same kinds."
