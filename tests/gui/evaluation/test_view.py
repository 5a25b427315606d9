"""What the Evaluation tab shows, as pure functions: headline, buttons, empty states, which photos belong together."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.paired import Paired
from cnn_desktop.gui.evaluation.view import Facts, cell_text, looks_text, mix_ups, photos_of_cell, view, worst_photos
from tests.gui.tab_tools import report_of

REPORT = report_of(["glass", "metal", "paper"], [[18, 1, 1], [6, 12, 2], [0, 1, 19]])
TESTED = Facts(run="run", test_photos=60, looks=1, report=REPORT)


def test_before_a_training_it_says_what_to_do() -> None:
    shown = view(Facts())
    assert (shown.page, shown.empty.text, shown.empty.action) == ("empty", "There is no trained model yet.", "train")
    assert shown.primary == shown.note == ""


def test_before_the_test_the_button_names_the_photos() -> None:
    shown = view(Facts(run="run", test_photos=379))
    assert (shown.page, shown.primary, shown.may_test) == ("empty", "&Test on 379 photos", True)
    assert shown.empty.text == "379 photos are ready to test the model."
    assert shown.empty.button == ""
    none = view(Facts(run="run"))
    assert (none.may_test, none.empty.text) == (False, "This training run has no test photos.")


def test_the_headline_has_the_interval_and_says_the_photos_were_unseen() -> None:
    shown = view(TESTED)
    assert (shown.page, shown.title) == ("report", "81.7\u202f% right")
    interval, advice = shown.subtitle.split("\n")
    assert interval == "Between 70.1\u202f% and 89.4\u202f%, measured on 60 photos never used for training"
    assert advice == "Most common mistake: “metal” taken for “glass” (6 of 20 photos)."
    assert shown.note == "You have tested on these photos once."
    assert (shown.primary, shown.action, shown.again) == (
        "Classify &new photos",
        "classify",
        "&Test again on 60 photos",
    )


def test_what_cleaning_the_labels_brought_stands_below_the_interval() -> None:
    cleaned = Cleaned("before", "run", Paired(336, 3, 9, 23, 0.001, 0.04), 0)
    _, brought, advice = view(msgspec.structs.replace(TESTED, cleaned=cleaned)).subtitle.split("\n")
    assert brought == (
        "On 371 untouched test photos: 91.4\u202f% right before, 93.0\u202f% after: 1.6 points more "
        "(95 % between +0.1 and +4.0). The gain is larger than chance explains."
    )
    assert advice.startswith("Most common mistake")


def test_a_test_on_another_folder_does_not_claim_they_were_unseen() -> None:
    shown = view(Facts(run="run", report=msgspec.structs.replace(REPORT, data="/x")))
    assert "never used" not in shown.subtitle
    assert "/x" in shown.subtitle


def test_photos_that_trained_the_model_are_counted_and_not_called_unseen() -> None:
    for data, where in (("", "on 60 photos"), ("/x", "on 60 photos in /x")):
        report = msgspec.structs.replace(REPORT, data=data, seen=45)
        interval, caveat = view(Facts(run="run", report=report)).subtitle.split("\n")
        assert interval.endswith(f", measured {where}")
        assert caveat.startswith("45 of the 60 photos were used to train or check this model")


def test_a_result_that_may_be_guessing_says_what_to_do() -> None:
    worse = view(Facts(run="run", report=report_of(["a", "b"], [[8, 2], [3, 2]]))).subtitle
    assert "This is no better than guessing: always answering “a” would get 66.7\u202f% right." in worse
    maybe = view(Facts(run="run", report=report_of(["a", "b"], [[3, 0], [1, 2]]))).subtitle
    assert (
        "This may be no better than guessing: always answering “a” would get 50.0\u202f% right. Test on more photos"
        in maybe
    )
    for fine in ([[9, 1], [1, 9]], [[8, 2], [0, 0]]):
        assert "guessing" not in view(Facts(run="run", report=report_of(["a", "b"], fine))).subtitle


def test_a_perfect_result_has_no_mistakes_to_show() -> None:
    shown = view(Facts(run="run", report=report_of(["a", "b"], [[5, 0], [0, 5]])))
    assert (shown.title, shown.mix_ups) == ("100.0\u202f% right", [])
    assert "Most common" not in shown.subtitle


def test_while_it_is_tested_and_after_it_failed() -> None:
    testing = view(msgspec.structs.replace(TESTED, is_testing=True))
    assert (testing.page, testing.may_test, testing.title) == ("busy", False, "Evaluation")
    failed = view(msgspec.structs.replace(TESTED, failure="The folder is not there."))
    assert (failed.page, failed.may_test, failed.subtitle) == ("empty", True, "")
    assert (failed.empty.text, failed.empty.tone, failed.empty.action) == ("The folder is not there.", "bad", "test")


@pytest.mark.parametrize(
    ("looks", "said"),
    [(0, ""), (1, "on these photos once."), (3, "on these photos 3 times."), (9, "better than it is.")],
)
def test_many_looks_are_warned_of(looks: int, said: str) -> None:
    assert looks_text(looks).endswith(said)


def test_mix_ups_are_sorted_and_leave_out_what_is_right() -> None:
    pairs = mix_ups(REPORT)
    assert [(pair.name, pair.called, pair.count) for pair in pairs[:2]] == [
        ("metal", "glass", 6),
        ("metal", "paper", 2),
    ]
    assert all(pair.true != pair.predicted for pair in pairs)


def test_a_field_is_a_sentence_and_its_photos() -> None:
    assert cell_text(REPORT, 1, 0) == "6 of 20 photos of “metal” were classified as “glass”"
    photos = photos_of_cell(REPORT, 1, 0)
    assert [photo.path for photo in photos] == [f"/photos/1-0-{number}.png" for number in range(6)]


def test_worst_photos_come_first() -> None:
    worst = worst_photos(REPORT, 20)
    wrong = [photo.right for photo in worst].index(True)
    assert (wrong, len(worst)) == (11, 20)
    losses = [photo.loss for photo in worst[:wrong]]
    assert losses == sorted(losses, reverse=True)
