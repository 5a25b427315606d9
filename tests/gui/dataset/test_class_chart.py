"""The chart tells which class is chosen only when that is another one: each time the photos are looked up."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cnn_desktop.domain.photos import ClassCount
from cnn_desktop.gui.dataset.class_chart import ClassChart


def test_other_counts_are_no_other_choice(qtbot: QtBot) -> None:
    chart, told = ClassChart(), list[str | None]()
    qtbot.addWidget(chart)
    chart.chosen.connect(told.append)
    chart.show_rows([ClassCount("a", 1), ClassCount("b", 2)])
    assert told == []
    chart.choose("b")
    chart.show_rows([ClassCount("a", 1), ClassCount("b", 3), ClassCount("z", 1)])
    assert (chart.current, told) == ("b", ["b"])
    chart.show_rows([ClassCount("a", 1)])
    assert (chart.current, told) == (None, ["b", None]), "it is gone"
