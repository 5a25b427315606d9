"""Words that shorten themselves: what tells names apart stays, and the whole is in the tool tip."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.cards import SayingLabel
from cnn_desktop.gui.kit.names import short_saying
from cnn_desktop.gui.kit.theme import Theme

NAMES = tuple(f"Household waste from the eastern district, bottle number {n:03}" for n in (7, 8))


@pytest.fixture
def labels(qtbot: QtBot, theme: Theme) -> list[SayingLabel]:
    """One for each of two names."""
    made = [SayingLabel() for _ in NAMES]
    for label, name in zip(made, NAMES, strict=True):
        qtbot.addWidget(label)
        label.show_saying(f"Similar photos of “{name}”", name, NAMES)
    return made


def test_a_name_in_a_narrow_sentence_is_told_apart(labels: list[SayingLabel]) -> None:
    for label in labels:
        label.resize(240, 20)
        label.show()
    shown = [
        short_saying((label.text(),), name, NAMES, label.contentsRect().width(), label.font())
        for label, name in zip(labels, NAMES, strict=True)
    ]
    assert shown[0] != shown[1]
    assert all("00" in words and words.startswith("Similar photos of “") and words.endswith("”") for words in shown)
    assert all(
        QFontMetricsF(label.font()).horizontalAdvance(words) <= 240 for label, words in zip(labels, shown, strict=True)
    )
    assert [name in label.toolTip() for name, label in zip(NAMES, labels, strict=True)] == [True, True]


def test_the_tip_goes_once_there_is_room_and_one_of_its_own_stays(labels: list[SayingLabel]) -> None:
    label = labels[0]
    label.show()
    label.resize(240, 20)
    assert label.toolTip()
    label.resize(label.sizeHint().width() + 20, 20)
    assert not label.toolTip()
    label.show_saying(NAMES[0], NAMES[0], NAMES, "This looks like a bottle.")
    label.resize(100, 20)
    assert label.toolTip() == "This looks like a bottle."
