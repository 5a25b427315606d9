"""What the history shows, from the facts alone: what cleaning brought, the next step, each change in words."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.paired import Paired
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit.tab_page import Primary
from cnn_desktop.gui.kit.words import time_text
from cnn_desktop.gui.labels.history_view import (
    NAME,
    PHOTOS,
    TRAININGS,
    WHAT,
    WHEN,
    WHO,
    Facts,
    cell,
    spoken,
    tip,
    view,
    what,
    why_not_named,
    why_not_restored,
)
from cnn_desktop.project.cleaned import Brought, Pair, Standing
from cnn_desktop.project.restoring import HistoryRow

BEFORE, AFTER = (
    RunRecord(name, "efficientnet_lite0", "finished", f"2026-01-0{day}T03:04:05+00:00")
    for day, name in ((1, "run 1"), (2, "run 2"))
)
PAIR = Pair(BEFORE, AFTER, 37, True)
FACTS = Facts(is_open=True, changes=1, models=2)
ROW = HistoryRow(3, "2026-01-02T03:04:05+00:00", "Ann", say("Label as “{label}”", label="b"), "", "", None, 12, "", ())


def result(low: float, high: float, touched: int = 0) -> Brought:
    return Brought(PAIR, 371, cleaned=Cleaned("run 1", "run 2", Paired(336, 3, 9, 23, low, high), touched))


def facts(brought: Brought | None = None, changed: int = 0, **more: object) -> Facts:
    return msgspec.structs.replace(FACTS, standing=Standing(changed, brought), **more)


def test_without_a_project_and_without_a_change() -> None:
    shown = view(Facts())
    assert (shown.page, shown.empty, shown.primary.enabled) == ("empty", "Open a folder of photos first.", False)
    shown = view(Facts(is_open=True))
    assert (shown.page, shown.empty) == ("empty", "No label has been changed yet")
    assert (shown.primary, shown.begins) == (Primary("Go to the &check"), "check")
    assert view(Facts(is_open=True, has_decisions=True)).page == "history", "what was kept can be exported"


@pytest.mark.parametrize(
    ("given", "headline", "primary", "begins"),
    [
        (facts(changed=1, models=0), "1 photo was relabelled or excluded", "&Train on the cleaned labels", "train"),
        (
            facts(changed=37), "37 photos were relabelled or excluded since the last training",
            "&Train again on the cleaned labels", "train",
        ),
        (facts(models=1), "What the changes brought cannot be measured", "&Go to Evaluation", "evaluation"),
        (facts(models=0), "No model is trained yet", "Go to the &check", "check"),
        (
            facts(Brought(PAIR, 371, ("run 1", "run 2"))),
            "The newest model was trained after 37 photos were relabelled or excluded",
            "&Test both models on the 371 untouched test photos", "test",
        ),
        (
            facts(Brought(PAIR, 1, ("run 1",))),
            "The newest model was trained after 37 photos were relabelled or excluded",
            "&Test the other model on the 1 untouched test photo", "test",
        ),
        (facts(result(-0.004, 0.04)), "No clear difference", "Classify &new photos", "viewer"),
        (facts(result(0.001, 0.04)), "The model has become better", "Classify &new photos", "viewer"),
        (facts(result(-0.04, -0.001)), "The model has become worse", "Classify &new photos", "viewer"),
        (facts(result(0.001, 0.04), 5), "The model has become better", "&Train again on the cleaned labels", "train"),
        (facts(Brought(PAIR, problem=say("They differ."))), "They differ.", "&Go to Evaluation", "evaluation"),
    ],
)  # fmt: skip
def test_what_it_says_and_the_next_step(given: Facts, headline: str, primary: str, begins: str) -> None:
    shown = view(given)
    assert (shown.page, shown.headline, shown.primary.text, shown.begins) == ("history", headline, primary, begins)
    assert shown.primary.enabled


def test_both_trainings_and_all_that_weakens_the_comparison_are_told() -> None:
    which = (
        f"Before: {time_text(BEFORE.started)} EfficientNet-Lite0. After: {time_text(AFTER.started)} EfficientNet-Lite0."
    )
    assert view(facts(result(-0.004, 0.04))).lines == (
        "On 371 untouched test photos: 91.4\u202f% right before, 93.0\u202f% after: 1.6 points more "
        "(95 % between −0.4 and +4.0).",
        "This difference may be chance. More test photos would make it clearer.",
        which,
    )
    unlike = msgspec.structs.replace(result(0.001, 0.04, 2), pair=msgspec.structs.replace(PAIR, alike=False))
    assert view(facts(unlike, 1)).lines[1:] == (
        "The gain is larger than chance explains. 2 test photos do not count, because their labels have changed since.",
        which,
        "The two trainings differ in their settings or in how far they came, too, so the labels may not explain all of it.",
        "Since the newest training, the label of 1 photo has changed again.",
    )


@pytest.mark.parametrize("given", [facts(changed=3), facts(Brought(PAIR, 9, ("run 1",)))])
def test_read_only_or_busy_nothing_begins_and_the_reason_stands_beside_it(given: Facts) -> None:
    closed = view(msgspec.structs.replace(given, read_only="It is read-only.", has_decisions=True))
    assert (closed.primary.enabled, closed.primary.note, closed.note) == (False, "It is read-only.", "It is read-only.")
    assert closed.may_export, "reading is no change"
    busy = view(msgspec.structs.replace(given, busy="A test is running."))
    assert (busy.primary.enabled, busy.primary.note, busy.note) == (False, "A test is running.", "")


def test_what_can_be_done_with_a_row() -> None:
    assert (why_not_restored(None, 3, ""), why_not_named(None, "")) == ("Choose a row first.",) * 2
    assert (why_not_restored(ROW, 4, ""), why_not_named(ROW, "")) == ("", "")
    assert why_not_restored(ROW, 3, "") == "These are the labels as they are now."
    assert (why_not_restored(ROW, 4, "No."), why_not_named(ROW, "No.")) == ("No.", "No.")


def test_a_change_in_words() -> None:
    full = msgspec.structs.replace(ROW, called="Cleaned labels", runs=("run 1", "gone"), photos=1234)
    when = time_text(ROW.at)
    assert [cell(full, column) for column in (WHAT, PHOTOS, NAME, TRAININGS, WHO, WHEN)] == [
        "Label as “b”", "1,234", "Cleaned labels", "2", "Ann", when,
    ]  # fmt: skip
    assert spoken(full) == f"Label as “b”, 1,234 photos, Cleaned labels, Ann, {when}"
    assert tip(full, TRAININGS, {"run 1": BEFORE}) == f"Used by:\n{time_text(BEFORE.started)} EfficientNet-Lite0"
    assert tip(ROW, TRAININGS, {}) == "No training has used exactly these labels."
    assert tip(msgspec.structs.replace(ROW, why="seen"), WHAT, {}) == "Label as “b”. Reason: seen"
    assert what(msgspec.structs.replace(ROW, reverts=2)) == "Undone: Label as “b”"
    beginning = HistoryRow(0, "", "", say("Labels as the folders say"), "", "", None, 0)
    assert [cell(beginning, column) for column in range(6)] == ["Labels as the folders say", "", "", "", "", ""]
    assert spoken(beginning) == "Labels as the folders say"
