"""Numbers stand as far from the edge of their field as other words do."""

from __future__ import annotations

import re
from pathlib import Path

from pytestqt.qtbot import QtBot

import cnn_desktop
from cnn_desktop.gui.kit.number_box import NumberBox
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.training.count_box import CountBox

GUI = Path(cnn_desktop.__file__).parent / "gui"


def test_the_number_keeps_off_the_edge(qtbot: QtBot, theme: Theme) -> None:
    for box in (NumberBox(minimum=1, maximum=99), CountBox()):
        qtbot.addWidget(box)
        margins = box.lineEdit().textMargins()
        assert min(margins.left(), margins.right()) >= 6


def test_nobody_makes_a_field_of_another_kind() -> None:
    made = [file.name for file in GUI.rglob("*.py") if re.search(r"Q(Double)?SpinBox\(", file.read_text("utf-8"))]
    assert not made, "made by `NumberBox`, or given to `inset`"
