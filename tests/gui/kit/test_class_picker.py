"""A class is found by a few letters among two hundred, or by one key; a new one is added unless it is there already."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.class_matches import MOST, Matches, alike, class_of_key, matches, tidy
from cnn_desktop.gui.kit.class_picker import ClassPicker
from cnn_desktop.gui.kit.theme import Theme

BIRDS = ["blue jay", "jay", "owl", "Snowy owl", "wood-pigeon"]


@pytest.mark.parametrize(
    ("typed", "names", "new", "taken"),
    [
        ("", BIRDS, "", ""),
        ("jay", ["jay", "blue jay"], "", "jay"),
        ("ow", ["owl", "Snowy owl"], "ow", ""),
        ("OWL ", ["owl", "Snowy owl"], "", "owl"),
        ("pig", ["wood-pigeon"], "pig", ""),
        ("igeo", ["wood-pigeon"], "igeo", ""),
        ("snowy_owl", [], "", "Snowy owl"),
        ("  great   tit ", [], "great tit", ""),
        ("   ", BIRDS, "", ""),
    ],
)
def test_what_is_meant_by_letters(typed: str, names: list[str], new: str, taken: str) -> None:
    assert matches(typed, BIRDS) == Matches(names, new, taken)


def test_only_what_may_be_is_offered() -> None:
    assert matches("owls", BIRDS, may_add=False) == Matches([])
    assert matches("ow", BIRDS, may_choose=False) == Matches([], "ow")


def test_names_are_tidied() -> None:
    assert tidy(" a\n\tb\0c \u202e") == "a b c"
    assert tidy("e\u0301") == "é"
    assert len(tidy("x" * 1000)) == MOST
    assert alike("Snowy owl") == alike("snowy_OWL ") != alike("snowy owls")


@pytest.mark.parametrize(
    ("key", "names", "name"),
    [
        ("1", BIRDS, "blue jay"), ("5", BIRDS, "wood-pigeon"), ("6", BIRDS, None), ("0", BIRDS, None), ("j", BIRDS, None),
        ("7", [str(n) for n in range(10)], "7"), ("0", [str(n) for n in range(10)], "0"), ("7", ["0", "1"], None),
        ("2", ["0", "10", "20"], None), ("2", ["3 eggs", "2"], "2"), ("b", ["a", "b"], "b"), ("²", BIRDS, None), ("1", [], None),
    ],
)  # fmt: skip
def test_what_one_key_stands_for(key: str, names: list[str], name: str | None) -> None:
    assert class_of_key(key, names) == name


class Asked:
    """Opens pickers, and keeps what they tell."""

    def __init__(self, qtbot: QtBot) -> None:
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.parent.show()
        self.taken: list[tuple[str, bool]] = []

    def open(self, names: list[str], typed: str, **may: bool) -> ClassPicker:
        picker = ClassPicker(
            "Label 2 photos as", names, lambda name, is_new: self.taken.append((name, is_new)), self.parent, **may
        )
        picker.open_at(QPoint(10, 10), typed)
        return picker


@pytest.fixture
def asked(qtbot: QtBot, theme: Theme) -> Asked:
    return Asked(qtbot)


def test_enter_takes_and_arrows_go_through_the_list(qtbot: QtBot, asked: Asked) -> None:
    names = [f"{'a very long class name ' * 5}{n:03}" for n in range(200)]
    picker = asked.open(names, "1")
    qtbot.keyClicks(picker.field, "7")
    assert picker.list.model().rowCount() == 13, "017, 117, 170 … 179, and the new one"
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    assert not picker.grab().isNull()
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert asked.taken == [(names[171], False)], "words that begin so come first"


def test_a_new_class_is_the_last_line(qtbot: QtBot, asked: Asked) -> None:
    picker = asked.open(BIRDS, "ow")
    last = picker.list.model().index(2, 0)
    assert last.data() == "Add class “ow”"
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=picker.list.visualRect(last).center())
    assert asked.taken == [("ow", True)]


def test_only_a_new_class_is_asked_for(qtbot: QtBot, asked: Asked) -> None:
    picker = asked.open(BIRDS, "JAY", may_choose=False)
    assert picker.note.text() == "There is a class “jay” already."
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert asked.taken == []
    qtbot.keyClicks(picker.field, "s")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert asked.taken == [("JAYs", True)]


def test_leaving_takes_nothing(qtbot: QtBot, asked: Asked) -> None:
    picker = asked.open(BIRDS, "zz", may_add=False)
    assert picker.note.text() == "No class has these letters."
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(picker.destroyed):
        qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
    assert asked.taken == []
