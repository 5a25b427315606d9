"""What the review asks, which answers there are, when it is worth going on; and the same of many photos at once."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.decisions import Decision, Kind
from cnn_desktop.domain.photos import Split
from cnn_desktop.gui.labels import many_view
from cnn_desktop.gui.labels.review_view import LONGEST, Facts, View, file_name, stop_rule, view
from cnn_desktop.gui.state.in_question import InQuestion
from cnn_desktop.project.suspects import Progress, SuspectRow

ROW = SuspectRow(7, 1, "glass/a.jpg", "1", "glass", "glass", "metal", 0.99, 0.934, 0.02, "train")
NONE = Progress(0, 29, 0, 0, 0, 0, 20.0)
FACTS = Facts(True, InQuestion(ROW, "/photos/glass/a.jpg"), place=2, total=30, left=28, progress=NONE)


def shown(**changes: object) -> View:
    return view(msgspec.structs.replace(FACTS, **changes))


def asked(**changes: object) -> InQuestion:
    return InQuestion(msgspec.structs.replace(ROW, **changes), "/photos/glass/a.jpg")


def decided(kind: Kind, new: str, blind: bool = False) -> Decision:
    return Decision(1, "", "me", 1, 7, kind, "glass", new, blind=blind)


def test_a_question_with_its_answers() -> None:
    page = shown()
    assert page.page == "photo"
    assert page.question == "Labelled “glass”, but probably “metal” (93\u202f%). What is it?"
    assert page.detail == "a.jpg · photo 3 of 30"
    assert [(one.kind, one.text, one.enabled, one.chosen) for one in page.answers] == [
        ("keep", "Keep “glass”", True, False),
        ("suggested", "It is “metal”", True, False),
        ("other", "Another class…", True, False),
        ("unsure", "Unsure", True, False),
        ("exclude", "Exclude", True, False),
    ]
    assert page.answers[0].tip == "The label is right. Key: K"
    assert (page.label, page.suggested) == ("glass", "metal")
    assert (page.progress, page.fraction) == ("2 reviewed, 28 to do", pytest.approx(2 / 30))
    assert page.other_way == "&Many at once"


def test_what_was_decided_before_is_marked() -> None:
    assert [one.kind for one in shown(said="unsure").answers if one.chosen] == ["unsure"]


def test_long_names_are_cut_on_buttons_only() -> None:
    name = "trash that nobody could sort into one of the other five bins"
    answer = shown(question=asked(label=name)).answers[0]
    assert answer.text == f"Keep “{name}”"
    assert len(answer.brief) <= len("Keep “”") + LONGEST
    assert answer.brief.startswith("Keep “trash")
    keep, suggested = shown(
        question=asked(label="class number 097 of many", suggested="class number 070 of many")
    ).answers[:2]
    assert "097" in keep.brief, "what tells them apart stays"
    assert "070" in suggested.brief


def test_keep_means_the_label_there_is_or_the_one_before_this_review() -> None:
    def kept(row: InQuestion) -> str:
        return shown(question=row).answers[0].text

    assert kept(asked(label="paper")) == "Keep “paper”", "it was changed elsewhere"
    assert kept(asked(label="metal", decision=decided("suggested", "metal"))) == "Keep “glass”"
    assert kept(asked(label="paper", decision=decided("other", "paper"))) == "Keep “glass”"
    assert kept(asked(label="paper", decision=decided("agreed", "paper", blind=True))) == "Keep “paper”"


@pytest.mark.parametrize(
    ("split", "refused"),
    [("train", []), ("val", ["suggested", "exclude"]), ("test", ["suggested", "other", "exclude"])],
)
def test_what_the_brake_refuses_says_why(split: Split, refused: list[str]) -> None:
    answers = shown(question=asked(split=split)).answers
    assert [one.kind for one in answers if not one.enabled] == refused
    assert all("Key:" not in one.tip and one.tip for one in answers if not one.enabled)


def test_a_project_that_is_only_read_says_why_nothing_can_be_decided() -> None:
    page = shown(read_only="It is open in another window.")
    assert {(one.enabled, one.tip) for one in page.answers} == {(False, "It is open in another window.")}
    assert (page.primary.enabled, page.primary.note) == (False, "It is open in another window.")


def test_a_photo_that_is_missing_can_be_decided_about() -> None:
    page = shown(missing="it is no longer there. Put it back, or open the folder again.")
    assert page.missing == "a.jpg cannot be shown. It is no longer there. Put it back, or open the folder again."
    assert all(one.enabled for one in page.answers)


def test_before_a_photo_is_known_there_are_no_answers() -> None:
    page = shown(question=None)
    assert (page.page, page.question, page.answers) == ("photo", "", ())


def test_before_the_first_check() -> None:
    for facts in (Facts(), Facts(checked=True)):
        page = view(facts)
        assert (page.page, page.begins, page.primary.text) == ("empty", "check", "Go to the &check")
        assert not page.progress


@pytest.mark.parametrize(
    ("progress", "rule"),
    [
        (NONE, ""),
        (Progress(3, 26, 1, 1, 1, 1, 19.0), "1 of 1 was a real error so far."),
        (Progress(3, 26, 3, 0, 3, 0, 19.0), "0 of 3 were real errors so far."),
        (Progress(30, 9, 30, 20, 20, 11, 9.0), "11 of the last 20 were real errors: keep going."),
        (Progress(30, 9, 30, 20, 20, 3, 9.0), "3 of the last 20 were real errors: keep going."),
        (Progress(30, 9, 30, 20, 20, 2, 9.0), "Only 2 of the last 20 were real errors: you can stop here."),
        (Progress(30, 9, 30, 20, 20, 1, 9.0), "Only 1 of the last 20 was a real error: you can stop here."),
        (Progress(30, 9, 30, 20, 20, 0, 9.0), "Only 0 of the last 20 were real errors: you can stop here."),
    ],
)
def test_the_stop_rule(progress: Progress, rule: str) -> None:
    assert stop_rule(progress) == rule
    assert shown(progress=progress).rule == rule
    assert shown(progress=progress, left=0).rule == "", "nothing is left to go on with"


def test_only_one_pair_of_classes() -> None:
    words = "Only photos labelled “glass” that are probably “metal”"
    assert shown(pair=("glass", "metal")).filter == words
    end = shown(pair=("glass", "metal"), total=0, place=0, left=0)
    assert (end.empty, end.filter) == ("No such photo is left", words)


def test_at_the_end() -> None:
    after = Progress(30, 0, 30, 21, 20, 11, 0.0)
    page = shown(place=30, left=0, progress=after)
    assert (page.page, page.tone) == ("empty", "good")
    assert page.empty == "All suspicious training photos are reviewed"
    assert page.caption == "21 of 30 were real errors."
    assert (page.begins, page.primary.enabled, page.may_go_back) == ("train", True, True)
    blind = shown(place=30, left=0, progress=after, blind_left=1)
    assert blind.caption.endswith(
        "1 validation and test photo is suspicious, too. They measure the model, so they wait for a second opinion."
    )
    assert (blind.begins, blind.primary.text) == ("blind", "&Give a second opinion")
    nothing = shown(place=0, total=0, left=0)
    assert (nothing.empty, nothing.caption, nothing.may_go_back) == ("No training photo is suspicious", "", False)
    assert (nothing.begins, nothing.progress) == ("check", "")
    untouched = shown(place=30, left=0).primary
    assert (untouched.enabled, untouched.note) == (False, "No label has been changed yet.")


def test_many_at_once_until_none_is_open() -> None:
    page = shown(together=True)
    assert (page.page, page.other_way) == ("many", "One &by one")
    assert shown(together=True, left=0, place=30).page == "empty"
    assert shown(place=30, left=0).other_way == ""


def test_answers_for_many() -> None:
    nothing = many_view.view(many_view.Facts(27))
    assert [(one.text, one.enabled) for one in nothing.answers] == [
        ("Take the suggestion", False), ("Keep the label", False), ("Exclude", False),
    ]  # fmt: skip
    assert nothing.hint.startswith("Pick photos:")
    one = many_view.view(many_view.Facts(27, 1))
    assert [answer.text for answer in one.answers] == [
        "Take the suggestion for 1 photo", "Keep 1 label", "Exclude 1 photo",
    ]  # fmt: skip
    many = many_view.view(many_view.Facts(100_000, 100_000))
    assert many.hint == "100,000 of 100,000 photos picked"
    assert many.answers[0].text == "Take the suggestion for 100,000 photos"
    assert all(answer.enabled for answer in many.answers)
    assert (nothing.may_pick, many.may_pick) == (True, False)
    closed = many_view.view(many_view.Facts(27, 5, "It is open in another window."))
    assert closed.hint == "", "that stands beside the primary button"
    assert {(answer.enabled, answer.tip) for answer in closed.answers} == {(False, "It is open in another window.")}


def test_a_tile_says_label_and_suggestion() -> None:
    tile = many_view.tile(asked(label="glass"))
    assert (tile.path, tile.caption, tile.detail, tile.named) == (
        "/photos/glass/a.jpg",
        "glass",
        "→ metal",
        "metal",
    )
    assert tile.text == "a.jpg, labelled “glass”, probably “metal” (93\u202f%)"


def test_a_name_that_is_no_text_can_be_shown() -> None:
    name = file_name(asked(path="glass/b\udcff.jpg"))
    assert name.encode()


def test_once_all_are_decided_about_an_earlier_photo_offers_the_next_step_too() -> None:
    """Many at once, or redo, may leave one at a photo before the end."""
    back = shown(place=3, left=0, blind_left=2)
    assert (back.page, back.begins) == ("photo", "blind")


def test_without_a_model_nothing_is_trained_again() -> None:
    assert shown(trained=False).primary.text == "&Train on the cleaned labels"
    assert shown().primary.text == "&Train again on the cleaned labels"
