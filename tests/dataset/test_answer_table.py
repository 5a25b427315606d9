"""The table of answers: found in any order by any filter, gone on with, odd names kept, and one sentence when it is gone."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from pathlib import Path

import pytest

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.domain.answer_filter import ANSWER_SORT_KEYS, AnswerFilter, AnswerSort
from cnn_desktop.domain.answered import Answer, AnswerCounts, KnownPhoto
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.unknown import UnknownSetting
from tests.dataset.helpers import one_sentence

CLASSES = ["cat", "Dog", "émeu"]
ANSWERS = [
    Answer("/p/b/10%.jpg", [0.9, 0.1, 0.0], False),
    Answer("/p/b/10_.jpg", [0.2, 0.6, 0.2], True, say("it is far from all photos.")),
    Answer("/p/a/Äpfel.jpg", [0.1, 0.1, 0.8]),
    Answer("/p/a/broken.jpg", [], reason=say("it is damaged.")),
    Answer("/p/c.jpg", [0.45, 0.55, 0.0], False),
]


def below(path: str) -> str:
    return path.removeprefix("/p/")


@pytest.fixture
def table(tmp_path: Path) -> AnswerTable:
    table = AnswerTable.begin(tmp_path / "deep" / "a.sqlite", CLASSES)
    table.keep(ANSWERS, {one.path: below(one.path) for one in ANSWERS})
    return table


def names(table: AnswerTable, wanted: AnswerFilter | None = None, order: AnswerSort | None = None) -> list[str]:
    ids = table.find(wanted or AnswerFilter(), order or AnswerSort())
    return [row.below for row in table.rows(ids)]


def test_rows_say_what_was_kept(table: AnswerTable) -> None:
    rows = table.rows(table.find(AnswerFilter(), AnswerSort()))
    assert [row.path for row in rows] == [one.path for one in ANSWERS]
    assert [row.predicted for row in rows] == ["cat", "Dog", "émeu", "", "Dog"]
    assert [row.unknown for row in rows] == [False, True, None, None, False]
    assert [str(row.reason) for row in rows] == ["None", "it is far from all photos.", "None", "it is damaged.", "None"]
    assert table.paths([3, 1, 99]) == ["/p/a/Äpfel.jpg", "/p/b/10%.jpg"]
    kept = list(table.answers([5, 4, 1]))
    assert [one.path for one in kept] == ["/p/c.jpg", "/p/b/10%.jpg"]
    assert kept[0].shares == pytest.approx([0.45, 0.55, 0.0], abs=1e-7)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (AnswerFilter(label="Dog"), ["b/10_.jpg", "c.jpg"]),
        (AnswerFilter(show="unknown"), ["b/10_.jpg"]),
        (AnswerFilter(show="sure"), ["b/10%.jpg", "a/Äpfel.jpg", "c.jpg"]),
        (AnswerFilter(show="unread"), ["a/broken.jpg"]),
        (AnswerFilter(below=0.6), ["c.jpg"]),
        (AnswerFilter(below=1.0, label="cat"), ["b/10%.jpg"]),
        (AnswerFilter(name="0%"), ["b/10%.jpg"]),
        (AnswerFilter(name="0_"), ["b/10_.jpg"]),
        (AnswerFilter(name="äpf"), ["a/Äpfel.jpg"]),
        (AnswerFilter(name="A/B"), ["a/broken.jpg"]),
        (AnswerFilter(name="no such"), []),
        (AnswerFilter(show="right"), []),
    ],
)
def test_filters(table: AnswerTable, wanted: AnswerFilter, found: list[str]) -> None:
    assert names(table, wanted) == found


def test_every_order_both_ways_with_what_has_no_value_last(table: AnswerTable) -> None:
    table.know({1: KnownPhoto("cat", "train"), 2: KnownPhoto("cat", "val")}, hide_tests=True)
    expected = {
        "found": ["b/10%.jpg", "b/10_.jpg", "a/Äpfel.jpg", "a/broken.jpg", "c.jpg"],
        "name": ["a/broken.jpg", "a/Äpfel.jpg", "b/10%.jpg", "b/10_.jpg", "c.jpg"],
        "class": ["b/10%.jpg", "b/10_.jpg", "c.jpg", "a/Äpfel.jpg", "a/broken.jpg"],
        "confidence": ["c.jpg", "b/10_.jpg", "a/Äpfel.jpg", "b/10%.jpg", "a/broken.jpg"],
        "unknown": ["b/10%.jpg", "c.jpg", "b/10_.jpg", "a/Äpfel.jpg", "a/broken.jpg"],
        "label": ["b/10%.jpg", "b/10_.jpg", "a/Äpfel.jpg", "a/broken.jpg", "c.jpg"],
        "right": ["b/10_.jpg", "b/10%.jpg", "a/Äpfel.jpg", "a/broken.jpg", "c.jpg"],
    }
    assert set(expected) == set(ANSWER_SORT_KEYS)
    for key in ANSWER_SORT_KEYS:
        assert names(table, order=AnswerSort(key)) == expected[key], key
        assert sorted(names(table, order=AnswerSort(key, descending=True))) == sorted(expected[key]), key
    assert names(table, order=AnswerSort("confidence", descending=True))[0] == "b/10%.jpg"
    assert names(table, order=AnswerSort("confidence", descending=True))[-1] == "a/broken.jpg"


def test_known_labels_and_sealed_test_photos(table: AnswerTable) -> None:
    known = {1: KnownPhoto("cat", "train"), 2: KnownPhoto("cat", "test"), 4: KnownPhoto("cat", "train"), 5: None}
    table.know(known, hide_tests=True)
    rows = table.rows([1, 2, 4, 5])
    assert [(row.label, row.right, row.sealed) for row in rows] == [
        ("cat", True, False), (None, None, True), ("cat", None, False), (None, None, False),
    ]  # fmt: skip
    assert table.counts() == AnswerCounts(5, 4, 1, 1, known=1, right=1, trained=1, sealed=1)
    assert names(table, AnswerFilter(show="wrong")) == [], "it would tell of a sealed photo"
    table.know(known, hide_tests=False)
    assert names(table, AnswerFilter(show="wrong")) == ["b/10_.jpg"]
    assert table.counts() == AnswerCounts(5, 4, 1, 1, known=2, right=1, trained=1)


def test_a_class_that_was_renamed_in_the_project_is_right(table: AnswerTable) -> None:
    table.know({1: KnownPhoto("kitten", "train")}, hide_tests=True)
    assert table.rows([1])[0].right is False
    table.rename({"cat": "kitten"}, ["kitten", "Dog"])
    row = table.rows([1])[0]
    assert (row.predicted, row.right) == ("kitten", True)
    assert names(table, AnswerFilter(label="kitten")) == ["b/10%.jpg"]
    assert table.names() == ("kitten", "Dog", "émeu")
    assert table.classes == CLASSES, "answers come by the model's own names"


def test_a_later_answer_takes_the_place_of_the_earlier_one(table: AnswerTable) -> None:
    table.keep([Answer("/p/a/broken.jpg", [0.0, 1.0, 0.0])], {"/p/a/broken.jpg": "a/broken.jpg"})
    table.keep([Answer("/p/c.jpg", [], reason=say("it is gone."))], {"/p/c.jpg": "c.jpg"})
    assert table.counts() == AnswerCounts(5, 4, 1, 1)
    assert [one.path for one in table.answers([4, 5])] == ["/p/a/broken.jpg"]


def test_it_is_gone_on_with_only_for_the_same_classes(table: AnswerTable, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "a.sqlite"
    table.close()
    with AnswerTable.begin(file, CLASSES) as same:
        assert [path for _, path in same.files("seen")] == [one.path for one in ANSWERS]
        assert [path for _, path in same.files("answered", after=1)] == ["/p/b/10_.jpg", "/p/a/Äpfel.jpg", "/p/c.jpg"]
        assert same.files(after=2, most=1) == [(3, "/p/a/Äpfel.jpg")]
    with AnswerTable.begin(file, ["cat"]) as other:
        assert other.counts() == AnswerCounts()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names that are no UTF-8")
def test_names_that_are_no_text_come_back(table: AnswerTable) -> None:
    path = os.fsdecode(b"/p/caf\xe9\n.jpg")
    table.keep([Answer(path, [1.0, 0.0, 0.0])], {path: below(path)})
    (row,) = table.rows(table.find(AnswerFilter(name="caf"), AnswerSort()))
    assert row.path == path
    assert row.below.encode() == b"caf\\xe9\n.jpg"


@pytest.mark.parametrize("damage", ["gone", "empty", "text"])
def test_a_table_that_is_gone_or_damaged_is_one_sentence(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "a.sqlite"
    if damage != "gone":
        file.write_text("" if damage == "empty" else "no database " * 1000)
    with pytest.raises(DataError, match="Classify the photos again") as caught:
        AnswerTable(file)
    one_sentence(caught.value)
    with AnswerTable.begin(file, CLASSES) as table:
        assert table.counts() == AnswerCounts()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE photos SET confidence = 'much'",
        "UPDATE photos SET confidence = 7.0",
        "UPDATE photos SET below = x'00'",
        "UPDATE photos SET unknown = 'perhaps'",
        "UPDATE photos SET file = 5 WHERE id = 1",
        "UPDATE photos SET reason = '[]'",
        "UPDATE classes SET now = x'ff'",
        "UPDATE shares SET shares = x'0000803f'",
        "UPDATE shares SET shares = x'00'",
        "UPDATE shares SET shares = 'text'",
    ],
)
def test_values_of_other_kinds_are_one_sentence(table: AnswerTable, tmp_path: Path, damage: str) -> None:
    table.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "deep" / "a.sqlite")) as db, db:
        db.execute(damage)
    with pytest.raises(DataError, match="Classify the photos again") as caught:
        read_all(tmp_path / "deep" / "a.sqlite")
    one_sentence(caught.value)


def read_all(file: Path) -> None:
    with AnswerTable(file) as table:
        ids = table.find(AnswerFilter(), AnswerSort())
        assert table.rows(ids)
        assert list(table.answers(ids))


def test_another_setting_of_unknown_judges_the_answers_that_are_kept(table: AnswerTable) -> None:
    table.keep(
        [Answer("/p/near.jpg", [0.9, 0.1, 0.0], familiar=0.5, checked=99), Answer("/p/far.jpg", [1.0, 0.0, 0.0], familiar=0.03, checked=99)],
        {"/p/near.jpg": "near.jpg", "/p/far.jpg": "far.jpg"},
    )  # fmt: skip
    assert table.judge(UnknownSetting(0.05), after=5) == 7
    assert [row.unknown for row in table.rows([2, 6, 7])] == [True, False, True]
    assert str(table.rows([7])[0].reason) == "It is unlike the photos the model was trained on."
    assert table.judge(UnknownSetting(0.02, min_confidence=0.7)) == 7
    assert [row.unknown for row in table.rows(range(1, 8))] == [False, True, False, None, True, False, False]
    assert [str(row.reason) for row in table.rows([2, 4, 7])] == [
        "The model is less sure than you ask for.", "it is damaged.", "None",
    ]  # fmt: skip
    assert table.judge(UnknownSetting(0, 0)) == 7
    assert {row.unknown for row in table.rows(range(1, 8))} == {None}
