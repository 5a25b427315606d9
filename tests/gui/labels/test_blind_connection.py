"""The second opinion in a real window: nothing in it tells what a photo is said to be while somebody is asked about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.fitted_picture import FittedPicture
from cnn_desktop.gui.labels.tab import BLIND, LabelsTab
from cnn_desktop.gui.state.session import Session
from tests.project.review_helpers import write_check

Open = Callable[..., MainWindow]
_WORDS = (
    "text",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
    "windowTitle",
    "statusTip",
    "whatsThis",
    "title",
)


def said(widget: QWidget) -> list[str]:
    """All that `widget` and what is in it can be heard to say, also what is hidden; numbers that count are left out."""
    found = []
    for one in (widget, *widget.findChildren(QWidget)):
        asked = (getattr(one, name, None) for name in _WORDS)
        found += [words for ask in asked if callable(ask) and isinstance(words := ask(), str)]
    return [re.sub(r"\d+ of \d+", "", words) for words in found]


@pytest.fixture
def asked(qtbot: QtBot, open_window: Open, photo_folder: Callable[..., Path], tmp_path: Path) -> MainWindow:
    """A window with the page of the second opinion in front, where photos wait."""
    window = open_window(photo_folder(classes=3, each=10))
    session, tab = Wiring.of(window).session, window.tab("labels")
    assert isinstance(tab, LabelsTab)
    opened = session.project.opened
    assert opened
    measuring = [photo for photo in opened.photos.scan().photos if photo.split != "train"]
    labels = ("class 0", "class 1", "class 2")
    suspicious = [next(photo for photo in measuring if photo.label == label) for label in labels]
    session.background.run(lambda: opened.suspects.take(write_check(tmp_path / "result", suspicious)))
    session.label_checks.look()
    window.show_step("labels")
    tab.show_page(BLIND)
    qtbot.waitUntil(lambda: session.blind.opinions.waiting == 6)
    return window


def session_of(window: MainWindow) -> tuple[Session, LabelsTab]:
    tab = window.tab("labels")
    assert isinstance(tab, LabelsTab)
    return Wiring.of(window).session, tab


def test_nothing_in_the_window_tells_label_or_suggestion(qtbot: QtBot, asked: MainWindow) -> None:
    session, tab = session_of(asked)
    blind, page = session.blind, tab.blind
    page.name.setText("Ann")
    qtbot.waitUntil(lambda: tab.primary.isEnabled() and blind.opinions.reviewer == "Ann")
    qtbot.waitUntil(lambda: set(asked.built) == set(STEPS))  # each tab says something of its own
    before = set(said(asked))
    tab.primary.click()
    qtbot.waitUntil(lambda: blind.reviewing)
    seen: dict[str, list[str]] = {}
    assert session.project.opened
    label_of = {row.id: row.label for row in session.project.opened.photos.rows(blind.ids)}
    for place, photo in enumerate(blind.ids):
        blind.go(place - blind.place)
        qtbot.waitUntil(lambda: bool(page.picture._levels))
        seen[label_of[photo]] = said(tab.blind)
        beside = {*said(asked)} - {*before, *seen[label_of[photo]]}
        assert not [words for words in beside if "class" in words or ".png" in words]
    assert seen.keys() == {"class 0", "class 1", "class 2"}
    assert seen["class 0"] == seen["class 1"] == seen["class 2"]
    here = " ".join(said(page))
    assert ".png" not in here
    assert str(Path(blind.path).parent) not in here
    assert all(one.contextMenuPolicy() != Qt.ContextMenuPolicy.CustomContextMenu for one in page.findChildren(QWidget))
    assert not any(one.actions() for one in page.findChildren(FittedPicture))
    blind.go(-blind.place)
    rail = said(asked.rail.buttons["labels"])
    assert any("suspicious" in words for words in rail)
    for _ in range(5):
        QTest.keyClick(page, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(session.undo.steps.done) == 5)
    assert said(asked.rail.buttons["labels"]) == rail, "how many suspects are left would tell which photo was one"


def test_opinions_by_keys_and_ctrl_z(qtbot: QtBot, asked: MainWindow) -> None:
    session, tab = session_of(asked)
    assert session.project.opened
    blind, page = session.blind, tab.blind
    page.name.setText("Ann")
    qtbot.waitUntil(lambda: tab.primary.isEnabled() and blind.opinions.reviewer == "Ann")
    gone = session.project.opened.blind.order("Ann")[5]
    (row,) = session.project.opened.photos.rows([gone])
    Path(session.project.folder, row.path).unlink()
    tab.primary.click()
    qtbot.waitUntil(lambda: blind.reviewing)
    assert Wiring.of(asked).shell.memory.preferences.reviewer == "Ann"
    for key in (Qt.Key.Key_1, Qt.Key.Key_U, Qt.Key.Key_X):
        QTest.keyClick(page, key)
    qtbot.waitUntil(lambda: len(session.undo.steps.done) == 3)
    assert (blind.place, page.progress.text()) == (3, "Ann: 3 of 6")
    for left in (4, 5):
        session.undo.undo()
        qtbot.waitUntil(lambda left=left: blind.left == left)
    assert (blind.place, page.detail.text()) == (1, "Photo 2 of 6")
    assert [look.who for look in session.project.opened.photos.seal.looks()] == ["Ann"]
    blind.go(4)
    qtbot.waitUntil(lambda: page.missing.text() != "")
    assert ".png" not in " ".join(said(page)), "a photo that is gone is not named"
    tab.primary.click()
    qtbot.waitUntil(lambda: page.name.isVisible() and blind.opinions.waiting == 5)
    assert QApplication.activePopupWidget() is None
