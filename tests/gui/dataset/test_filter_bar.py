"""The bar above the photos: what it offers for the facts, and what it tells when somebody searches, chooses or sorts."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import SORT_KEYS, Answer, PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import Finding, FindingKind
from cnn_desktop.gui.dataset.filter_bar import FilterBar
from cnn_desktop.gui.dataset.filter_view import (
    ANSWER_NAMES,
    FINDING_NAMES,
    SORT_NAMES,
    AnsweredBy,
    Facts,
    found_in,
    showing,
    shown_by,
    sorting,
    view,
)
from cnn_desktop.gui.kit.theme import Theme


def test_every_kind_of_finding_and_every_order_has_words_of_its_own() -> None:
    assert set(FINDING_NAMES) == set(get_args(FindingKind))
    assert len(set(map(str, FINDING_NAMES.values()))) == len(FINDING_NAMES)
    assert tuple(SORT_NAMES) == SORT_KEYS


def test_what_is_found_is_offered_with_counts() -> None:
    text = say("Two are alike.")
    findings = [
        Finding(text, "blurred", ["a.jpg", "b.jpg"]),
        Finding(text, "blurred", ["b.jpg", "c.jpg"]),
        Finding(text, "imbalance"),
        Finding(text, "dark", ["d.jpg"]),
    ]
    found = found_in(findings)
    assert found == {"blurred": 3, "dark": 1}
    shown = view(Facts(found=found))
    assert [str(choice.text) for choice in shown.show] == [
        "All photos", "Labels changed", "Excluded", "Very dark (1)", "Blurred (3)",
    ]  # fmt: skip
    gone = view(Facts(PhotoFilter(finding="grey"), found=found))
    assert str(gone.show[gone.shown].text) == "Grey among colour (0)", "what is chosen stays until another is"


TESTED = AnsweredBy("run 1", "2026-01-02T00:00:00Z", "ResNet-18", "1 Jan 2026")


def test_answers_are_offered_only_where_a_model_was_tested_and_it_is_said_which() -> None:
    assert set(ANSWER_NAMES) == set(get_args(Answer))
    none, shown = view(Facts()), view(Facts(tested=TESTED))
    answers = [choice.key for choice in shown.show if choice not in none.show]
    assert answers == ["wrong", "right", "untested"]
    assert [choice.key for choice in shown.sorts if choice not in none.sorts] == ["confidence"]
    assert none.tip is None
    assert str(shown.tip) == (
        "Right, wrong and confidence are the answers of the model in use, ResNet-18 trained on 1 Jan 2026, to its test photos."
    )
    gone = view(Facts(PhotoFilter(answer="wrong"), PhotoSort("confidence", True)))
    assert (gone.show[gone.shown].key, gone.sorts[gone.sort].key) == ("wrong", "confidence"), "until another is chosen"
    assert str(gone.direction) == "Most confident first"


def test_the_bar_finds_the_wrong_ones_and_sorts_them(bar: FilterBar) -> None:
    told: list[tuple[PhotoFilter, PhotoSort]] = []
    bar.changed.connect(lambda *chosen: told.append(chosen))
    bar.show_facts(Facts(tested=TESTED))
    assert "ResNet-18" in bar.show_box.toolTip()
    for box, key in ((bar.show_box, "wrong"), (bar.sort_box, "confidence")):
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
    assert told[-1] == (PhotoFilter(answer="wrong"), PhotoSort("confidence"))
    bar.show_facts(Facts())
    assert bar.show_box.findData("wrong") == bar.sort_box.findData("confidence") == -1
    assert bar.show_box.toolTip() == "Filter"


@pytest.mark.parametrize("show", ["used", "corrected", "excluded", *get_args(Answer), *get_args(FindingKind)])
def test_what_is_shown_is_one_choice_and_keeps_the_rest(show: str) -> None:
    before = PhotoFilter(label="a", split="val", name="x", corrected=True)
    wanted = showing(before, show)
    assert shown_by(wanted) == show
    assert (wanted.label, wanted.split, wanted.name) == ("a", "val", "x")
    assert showing(wanted, "used") == PhotoFilter("a", "val", name="x")


def test_a_photo_without_another_label_than_told_is_not_corrected() -> None:
    assert not any((PhotoRow("a", "b").corrected, PhotoRow("a", "b", told="b").corrected))


def test_orders_begin_with_what_is_looked_for() -> None:
    name = PhotoSort("name", descending=True)
    assert sorting(name, "name") is name
    assert sorting(name, "date") == PhotoSort("date", descending=True)
    assert sorting(name, "label") == PhotoSort("label")
    assert (str(view(Facts(sort=name)).direction), view(Facts()).has_direction) == ("Z to A", False)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> FilterBar:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.resize(420, 40)
    bar.show()
    return bar


def test_typing_searches_after_a_moment_and_enter_at_once(qtbot: QtBot, bar: FilterBar) -> None:
    told: list[tuple[PhotoFilter, PhotoSort]] = []
    bar.changed.connect(lambda *change: told.append(change))
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClicks(bar.search, "IMG_7")
    assert told == [(PhotoFilter(name="IMG_7"), PhotoSort())], "once, not for every letter"
    qtbot.keyClicks(bar.search, "3")
    bar.show_facts(bar.facts)
    assert bar.search.text() == "IMG_73", "showing something does not take letters away"
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    assert [wanted.name for wanted, _ in told] == ["IMG_7", "IMG_73"]
    bar.clear()
    assert bar.search.text() == ""
    assert told[-1] == (PhotoFilter(), PhotoSort())


def test_choosing_and_sorting_are_told_and_showing_is_not(qtbot: QtBot, bar: FilterBar) -> None:
    with qtbot.assertNotEmitted(bar.changed):
        bar.show_facts(Facts(PhotoFilter(name="a"), PhotoSort("size"), {"blurred": 7}))
    assert (bar.search.text(), bar.sort_box.currentText()) == ("a", "File size")
    assert bar.direction.accessibleName() == "Smallest first"
    for act, told in (
        (bar.direction.click, (PhotoFilter(name="a"), PhotoSort("size", descending=True))),
        (lambda: bar.show_box.activated.emit(3), (PhotoFilter(name="a", finding="blurred", excluded=None), PhotoSort("size", descending=True))),
        (lambda: bar.sort_box.activated.emit(1), (PhotoFilter(name="a", finding="blurred", excluded=None), PhotoSort("name"))),
    ):  # fmt: skip
        with qtbot.waitSignal(bar.changed) as changed:
            act()
        assert tuple(changed.args) == told
    bar.sort_box.activated.emit(0)
    assert not bar.direction.isEnabled()
