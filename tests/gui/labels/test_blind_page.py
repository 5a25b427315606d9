"""The page of the second opinion: keys, buttons, typing; it tells what the person wants and nothing of its own."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.decisions import EXCLUDE
from cnn_desktop.gui.kit.class_picker import ClassPicker
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.labels.blind_page import BlindPage
from cnn_desktop.gui.labels.blind_view import OTHER, UNSURE, Facts, View, view
from cnn_desktop.gui.state.blind import Opinions
from tests.gui.labels.test_blind_view import BOTH, facts, photos


def asked(*names: str, **changes: object) -> View:
    now = Facts(photos=photos(*names), checked=True, reviewer="Ben", reviewing=True, total=20, left=20)
    return view(msgspec.structs.replace(now, **changes))


class Shown:
    """The page, and what it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page = BlindPage()
        qtbot.addWidget(self.page)
        self.page.resize(776, 452)  # of a window of 1024 × 700
        self.told: list[tuple[object, ...]] = []
        for name in ("named", "begin_wanted", "given", "stepped", "leave_wanted", "apply_wanted", "check_wanted"):
            getattr(self.page, name).connect(lambda *what, name=name: self.told.append((name, *what)))
        self.page.show()

    def ask(self, *names: str) -> None:
        self.page.show_classes(names)
        self.page.show_view(asked(*names))
        QApplication.sendPostedEvents()  # what was asked of layouts

    def press(self, key: Qt.Key) -> list[tuple[object, ...]]:
        self.told.clear()
        QTest.keyClick(self.page, key)
        return self.told


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    yield Shown(qtbot)
    while popup := QApplication.activePopupWidget():
        popup.close()


def test_one_key_is_an_opinion(shown: Shown) -> None:
    shown.ask("glass", "metal")
    assert shown.press(Qt.Key.Key_2) == [("given", "metal")]
    assert shown.press(Qt.Key.Key_U) == [("given", UNSURE)]
    assert shown.press(Qt.Key.Key_X) == [("given", EXCLUDE)]
    assert shown.press(Qt.Key.Key_3) == [], "there is no third class"
    assert shown.press(Qt.Key.Key_Left) == [("stepped", -1)]
    assert shown.press(Qt.Key.Key_Right) == [("stepped", 1)]


def test_buttons_say_the_same(shown: Shown) -> None:
    shown.ask("glass", "metal")
    for label, button in list(shown.page.answers.items()):
        if label != OTHER:
            button.click()
    assert shown.told == [("given", "glass"), ("given", "metal"), ("given", UNSURE), ("given", EXCLUDE)]
    assert not any(button.isChecked() for button in shown.page.answers.values()), "the next photo has no opinion yet"
    shown.page.show_view(asked("glass", "metal", said=("metal",)))
    assert [label for label, button in shown.page.answers.items() if button.isChecked()] == ["metal"]
    for button in (shown.page.back, shown.page.next):
        button.click()
    assert shown.told[-2:] == [("stepped", -1), ("stepped", 1)]


@pytest.mark.parametrize(("key", "typed"), [(Qt.Key.Key_C, ""), (Qt.Key.Key_K, "k")])
def test_a_class_is_chosen_by_typing(qtbot: QtBot, shown: Shown, key: Qt.Key, typed: str) -> None:
    names = [f"k {n:02}" for n in range(100)]
    shown.ask(*names)
    assert len(shown.page.answers) == 3
    shown.press(key)
    picker = QApplication.activePopupWidget()
    assert isinstance(picker, ClassPicker)
    assert picker.field.text() == typed
    picker.field.setText("77")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert shown.told == [("given", "k 77")]


def test_a_photo_that_is_gone_gets_no_opinion(shown: Shown) -> None:
    shown.ask("glass", "metal")
    shown.page.show_view(asked("glass", "metal", missing=True))
    for key in (Qt.Key.Key_1, Qt.Key.Key_U, Qt.Key.Key_X, Qt.Key.Key_C):
        assert shown.press(key) == []
    assert QApplication.activePopupWidget() is None
    assert not shown.page.picture.isVisible()
    assert shown.press(Qt.Key.Key_Right) == [("stepped", 1)]


def test_nine_classes_with_long_names_have_room(theme: Theme, shown: Shown) -> None:
    names = [f"a species of beetle found in the northern forests number {n}" for n in range(9)]
    shown.ask(*names)
    (area,) = (one for one in shown.page.findChildren(QScrollArea) if one.isVisible())
    assert area.verticalScrollBar().maximum() == 0
    assert [button.accessibleName() for button in shown.page.answers.values()][:9] == names
    assert all(button.width() <= area.viewport().width() for button in shown.page.answers.values())
    assert shown.page.minimumSizeHint().width() <= 776


def test_the_primary_button_does_what_it_says(shown: Shown) -> None:
    page = shown.page
    for said, wanted in (
        (Facts(), None),
        (Facts(photos=photos("a")), "check_wanted"),
        (facts(Opinions("Ben", 9, 9)), "begin_wanted"),
        (facts(Opinions("Ben", 9, 9), ""), None),
        (facts(BOTH), "apply_wanted"),
        (facts(BOTH, read_only="No."), None),
    ):
        page.show_view(view(said))
        shown.told.clear()
        page.pressed.emit()
        assert shown.told == ([(wanted,)] if wanted else [])
    shown.ask("a", "b")
    page.pressed.emit()
    assert shown.told == [("leave_wanted",)]


def test_enter_in_the_name_begins(qtbot: QtBot, shown: Shown) -> None:
    page = shown.page
    page.show_view(view(facts(Opinions("Ben", 9, 9))))
    page.show_name("Ben")
    assert (page.first_focus(), shown.told) == (page.name, [])
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert shown.told == [("begin_wanted",)]
    page.name.setText("")
    page.show_view(view(facts(Opinions("Ben", 9, 9), "")))
    shown.told.clear()
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert shown.told == []


def test_the_result_is_shown_and_hidden_again(shown: Shown) -> None:
    page = shown.page
    page.show_view(view(facts(BOTH)))
    parts: list[QWidget] = [page.agreement, page.help, page.classes, page.lines]
    assert all(part.isVisible() for part in parts)
    assert page.classes.rows.rowCount() == 3
    assert page.classes.rows.headerData(1, Qt.Orientation.Horizontal) == "Anna"
    assert page.lines.rows.rowCount() == 1
    page.show_view(view(facts(Opinions("Cem", 53, 53, *msgspec.structs.astuple(BOTH)[3:]), "Cem")))
    assert not page.lines.isVisible()
    assert page.apply_button.isVisible()
    page.apply_button.click()
    shown.ask("a", "b")
    assert not any(part.isVisible() for part in parts)
    assert shown.told == [("apply_wanted",)]
