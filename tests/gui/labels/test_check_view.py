"""What the page of the label check says, in every state."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.label_check import Confused, LabelCheck
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import ClassCount, PhotoFacts
from cnn_desktop.gui.labels.check_view import MOST, Facts, View, view
from cnn_desktop.project.suspects import CheckFacts, Progress
from tests.gui.labels.planted import a_check

PHOTOS = PhotoFacts({"1": "/photos"}, [ClassCount("glass", 20), ClassCount("metal", 20)])
FRESH = Progress(decided=0, left=12, judged=0, real_errors=0, last=0, last_errors=0, expected_left=11.0)
DONE = Progress(decided=12, left=0, judged=12, real_errors=9, last=12, last_errors=9, expected_left=2.0)


def shown(
    check: LabelCheck | None = None, progress: Progress = FRESH, is_older: bool = False, **changes: object
) -> View:
    found = CheckFacts(1, check, is_older, progress) if check else None
    facts = Facts(PHOTOS, check=found, seconds=(9.0, 65.0))
    return view(msgspec.structs.replace(facts, **changes))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"photos": None}, "Open a folder of photos first."),
        ({"gone": True}, "The photos were not found. Say where they are now in the Dataset step."),
        (
            {"photos": PhotoFacts({"1": "/x"}, [], unlabelled=9)},
            "None of these photos has a label yet. Label some in the Dataset step.",
        ),
        (
            {"photos": PhotoFacts({"1": "/x"}, [ClassCount("glass", 9)])},
            "All photos are of one class, so no label can be wrong. Add photos of a second class.",
        ),
    ],
)
def test_why_labels_cannot_be_checked(changes: dict[str, object], why: str) -> None:
    page = shown(**changes)
    assert (page.page, page.empty.caption, page.primary.enabled, page.primary.note) == ("empty", why, False, "")
    assert not page.may_check
    again = shown(a_check(12), **changes)
    assert again.page == "result"
    assert not again.may_check, "what was found stays, and no new check can begin"
    assert again.primary.enabled


def test_before_the_first_check_its_cost_is_told() -> None:
    page = shown()
    assert page.empty.text == "Which of your labels are probably wrong?"
    assert page.choices == ("&Quick, about 9 s", "Thoro&ugh, about 65 s", "")
    assert (page.primary.text, page.primary.enabled, page.begins) == ("&Check the labels", True, "check")


def test_while_it_runs() -> None:
    for check in (None, a_check(12)):
        page = shown(check, running=True)
        assert (page.page, page.primary.enabled, page.may_check) == ("busy", False, False)


def test_what_was_found_in_words() -> None:
    page = shown(a_check(12))
    assert page.headline == "About 11 labels are probably wrong"
    assert page.caption == "Between 6 and 18 (95 % sure). 12 photos are suspicious. 40 photos judged in 41 s."
    assert [(pair.text, pair.tip, pair.share) for pair in page.pairs] == [
        ("“metal” labelled as “glass”: about 6", "Between 4 and 12. Show these photos.", 1.0),
        ("“paper” labelled as “metal”: about 3", "Between 0 and 6. Show these photos.", 0.5),
    ]
    assert (page.primary.text, page.primary.note, page.begins) == ("Revie&w 12 photos", "", "review")
    assert page.again == "Check agai&n"
    assert page.notes == ()


def test_of_one() -> None:
    one = msgspec.structs.replace(FRESH, left=1, decided=11)
    page = shown(a_check(1, errors=1.0, low=0.0, high=2.0), msgspec.structs.replace(one, decided=0))
    assert page.headline == "About 1 label is probably wrong"
    assert "1 photo is suspicious." in page.caption
    assert (page.primary.text, page.primary.note) == ("Revie&w 1 photo", "")


@pytest.mark.parametrize(
    ("left", "blind", "said"),
    [
        (12, 0, "12 photos are suspicious. 40"),
        (12, 4, "12 photos are suspicious: 8 to review, 4 validation or test photos for the second opinion. 40"),
        (
            5,
            1,
            "12 photos are suspicious: 4 to review, 1 validation or test photo for the second opinion, 7 reviewed. 40",
        ),
        (0, 0, "12 photos are suspicious: 12 reviewed. 40"),
    ],
)
def test_it_says_why_fewer_are_to_be_reviewed_than_are_suspicious(left: int, blind: int, said: str) -> None:
    progress = msgspec.structs.replace(FRESH, left=left, decided=12 - left)
    assert said in shown(a_check(12), progress, blind_left=blind).caption
    progress = msgspec.structs.replace(progress, decided=0)
    if left < 12:
        assert f", {12 - left} changed or gone since." in f", {shown(a_check(12), progress).caption.split(': ')[1]}"


def test_a_wide_interval_says_why() -> None:
    assert "look alike" not in shown(a_check(12)).caption
    caption = shown(a_check(12, errors=5.6, low=1.2, high=60.0)).caption
    assert caption.startswith(
        "Between 1 and 60 (95 % sure): where classes look alike, wrong labels are hard to count. 12"
    )


def test_of_very_many_classes_only_the_most_frequent_mix_ups_are_told() -> None:
    pairs = tuple(Confused(f"{'x' * 60} {k}", f"class {k + 1}", 100 - k, 0, 200) for k in range(99))
    page = shown(a_check(900, confused=pairs))
    assert len(page.pairs) == MOST
    assert page.pairs[0].label == f"{'x' * 60} 0"


def test_nothing_is_suspicious() -> None:
    page = shown(a_check(0, verdict="nothing", errors=0.0), msgspec.structs.replace(FRESH, left=0))
    assert (page.headline, page.tone, page.icon) == ("Nothing suspicious", "good", "success")
    assert page.caption == "No label stands out as wrong. 40 photos judged in 41 s."
    assert page.pairs == ()
    assert (page.primary.text, page.begins, page.again) == ("Check the labels a&gain", "check", "")
    assert page.may_check, "the choice of quick or thorough is there"


def test_labels_that_cannot_be_learned() -> None:
    page = shown(a_check(0, verdict="cannot_learn", accuracy=0.36), msgspec.structs.replace(FRESH, left=0))
    assert (page.headline, page.tone) == ("The model cannot learn these labels", "warn")
    assert page.caption.startswith("It predicts 36\u202f% of the labels of photos it has not seen")
    assert (page.pairs, page.begins) == ((), "check")


def test_what_it_cannot_judge_and_that_it_is_older() -> None:
    too_few = say("“glass” has only {n} photos.", n=3)
    page = shown(a_check(12, cannot_judge=(too_few,)), is_older=True, read_only="It is open in another window.")
    assert page.notes == (
        "Photos or labels have changed since this check, so the list is older than they are.",
        "It is open in another window.",
        "“glass” has only 3 photos.",
    )
    assert page.begins == "review", "an older list can still be reviewed"
    assert page.may_check, "a project that is only read can be checked"


@pytest.mark.parametrize(
    ("progress", "changes", "begins", "enabled"),
    [
        (msgspec.structs.replace(DONE, left=5), {"blind_left": 2}, "review", True),
        (msgspec.structs.replace(DONE, left=2), {"blind_left": 2}, "blind", True),
        (DONE, {}, "train", True),
        (DONE, {"read_only": "No."}, "train", False),
        (DONE, {"is_older": True}, "check", True),
    ],
)
def test_the_primary_button_is_the_next_sensible_step(
    progress: Progress, changes: dict[str, object], begins: str, enabled: bool
) -> None:
    page = shown(a_check(12), progress, **changes)  # type: ignore[arg-type]
    assert (page.begins, page.primary.enabled) == (begins, enabled)
    if changes.get("read_only"):
        assert (page.primary.note, page.notes) == ("No.", ()), "it is said once"
    if begins == "review":
        assert page.primary.text == "Revie&w 3 photos", "those that are judged blind are not among them"
