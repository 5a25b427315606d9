"""Help: the guided tour, the self-test's dialog, About."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.frame.about import AboutDialog
from cnn_desktop.gui.frame.selftest_dialog import SelftestDialog
from cnn_desktop.gui.frame.tour import Tour
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring


def dialog(qtbot: QtBot, code: str) -> SelftestDialog:
    made = SelftestDialog(command=[sys.executable, "-c", code])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_self_test_tells_its_figures_in_words(qtbot: QtBot) -> None:
    figures = '{"ok": true, "window_s": 0.61, "stall_p99_ms": 9.5, "stall_max_ms": 40.2, "accuracy": 0.95}'
    shown = dialog(qtbot, f"print('busy'); print('{figures}')")
    qtbot.waitUntil(lambda: "works" in shown.verdict.text())
    assert not shown.details.isVisible()
    shown.done(0)


def test_what_fails_is_told_with_details(qtbot: QtBot) -> None:
    shown = dialog(qtbot, "import sys; sys.exit('no memory')")
    qtbot.waitUntil(lambda: "does not work" in shown.verdict.text())
    assert "no memory" in shown.details.toPlainText()
    shown.done(0)


def test_closing_the_dialog_ends_the_self_test(qtbot: QtBot) -> None:
    shown = dialog(qtbot, "import threading; threading.Event().wait(60)")
    process = shown._process
    qtbot.waitUntil(lambda: process.processId() > 0)
    shown.done(0)
    assert process.processId() == 0


def test_about_lists_the_licences(qtbot: QtBot) -> None:
    about = AboutDialog()
    qtbot.addWidget(about)
    about.show()
    model = about.findChild(QTableView).model()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert ["pyqtgraph", "MIT"] in [[row[0], row[2]] for row in rows]
    assert all(all(row) for row in rows)
    about.done(0)


def test_the_tour_walks_through_the_steps_and_waits_where_a_model_is_needed(
    qtbot: QtBot, qapp: QApplication, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]
) -> None:
    window = open_window(photo_folder(classes=2, each=8))
    tour = Tour.begin(window, Wiring.of(window).session)
    seen = []
    while tour.next.isEnabled():
        seen.append(window.step)
        qtbot.mouseClick(tour.next, Qt.MouseButton.LeftButton)
    assert seen == ["dataset", "model", "training"]
    assert "The tour waits" in tour.text.text()
    assert Tour.begin(window, Wiring.of(window).session) is not tour
    assert len([one for one in window.findChildren(Tour) if one.isVisible()]) == 1
    qtbot.keyClick(window.findChildren(Tour)[-1], Qt.Key.Key_Escape)
    assert [one for one in window.findChildren(Tour) if one.isVisible()] == []
