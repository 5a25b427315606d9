"""Help: the guided tour, the self-test's dialog, About."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.licences import Licences, Piece
from cnn_desktop.domain.process import own_command
from cnn_desktop.gui.frame.about import AboutDialog, view
from cnn_desktop.gui.frame.selftest_dialog import SelftestDialog, judge
from cnn_desktop.gui.frame.tour import Tour
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring


def test_the_self_test_is_the_verb_asked_for_figures_and_closing_the_dialog_ends_it(
    qtbot: QtBot, open_window: Callable[..., MainWindow], home: Path
) -> None:
    window = open_window()
    window.menus.selftest.trigger()
    shown = window.findChild(SelftestDialog)
    assert shown
    process = shown._process
    assert [process.program(), *process.arguments()] == own_command("selftest", "--json")
    qtbot.waitUntil(lambda: process.processId() > 0)
    shown.done(0)
    assert process.processId() == 0


def test_a_self_test_that_cannot_begin_shows_what_it_said(qtbot: QtBot) -> None:
    shown = SelftestDialog(more=["--what"])
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: "does not work" in shown.verdict.text(), timeout=20_000)
    assert "--what" in shown.details.toPlainText()
    assert shown.details.isVisible()
    shown.done(0)


def test_the_verdict_says_what_does_not_work() -> None:
    good = judge(0, 'busy\n{"ok": true, "window_s": 0.61}\n', "a plugin grumbles")
    assert (good.tone, good.details, good.figures["window_s"]) == ("good", "", 0.61)
    bad = judge(1, 'busy\n{"ok": false, "problem": "The training did not start."}\n', "")
    assert (bad.tone, bad.details) == ("bad", "The training did not start.")
    assert judge(1, '{"problem": "No."}', "and why\n").details == "No.\n\nand why"
    assert judge(-9, "half of", "").details == "half of"


def test_about_lists_the_licences_and_shows_the_chosen_text(qtbot: QtBot) -> None:
    about = AboutDialog()
    qtbot.addWidget(about)
    about.show()
    model = about.table.model()
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert all(all(row) for row in rows)
    names = [row[0] for row in rows]
    assert {"pyqtgraph", "torch", "PySide6_Essentials", "cnn-desktop"} <= set(names)
    assert about.text.toPlainText()  # the first is chosen
    about.table.setCurrentCell(names.index("cnn-desktop"), 0)
    assert "The CNN Desktop developers" in about.text.toPlainText()
    qtbot.keyClick(about.table, Qt.Key.Key_Up)
    assert "The CNN Desktop developers" not in about.text.toPlainText()
    about.done(0)


def test_about_begins_with_the_notice_of_a_built_app() -> None:
    pieces = [
        Piece("torch", "2", "MIT AND ISC", "Redistribution …".__str__),
        Piece("nvidia-cublas", "13", "LicenseRef-NVIDIA-Proprietary", "Terms".__str__),
        Piece("odd", "1", "", "".__str__),
        Piece("Microsoft Visual C++ runtime", "14", "LicenseRef-Microsoft-Redistributable", "Terms".__str__),
        Piece("Intel OpenMP runtime in torch", "", "LicenseRef-Intel-Developer-Tools", "Terms".__str__),
        Piece("MinGW-w64 runtime", "12", "ZPL-2.1 AND LicenseRef-public-domain", "Terms".__str__),
    ]
    rows = view(Licences(pieces, "Qt may be exchanged."))
    assert [row.text() for row in rows[:2]] == ["Qt may be exchanged.", "Redistribution …"]
    assert [row.licence for row in rows[2:]] == [
        "NVIDIA’s own terms",
        "not stated",
        "Microsoft’s own terms",
        "Intel’s own terms",
        "ZPL-2.1 AND public domain",
    ]
    assert rows[5].version == "–"
    assert rows[3].text() == "This package includes no licence text."
    assert view(Licences([])) == []


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
    assert "the tour waits" in tour.text.text()
    assert Tour.begin(window, Wiring.of(window).session) is not tour
    assert len([one for one in window.findChildren(Tour) if one.isVisible()]) == 1
    qtbot.keyClick(window.findChildren(Tour)[-1], Qt.Key.Key_Escape)
    assert [one for one in window.findChildren(Tour) if one.isVisible()] == []


def test_f1_helps_with_the_page_that_is_shown_and_leaves_the_project_alone(
    qtbot: QtBot, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]
) -> None:
    window = open_window(photo_folder(classes=2, each=8))
    session = Wiring.of(window).session
    opened = session.project.opened
    window.show_step("model")
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    tour = window.findChild(Tour)
    assert tour
    assert tour.isVisible()
    assert (tour.title.text(), window.step) == ("The model", "model")
    assert not tour.sample.isVisible()
    assert session.project.opened is opened
    assert not session.jobs.now.running


def test_with_nothing_open_the_tour_offers_the_sample_and_goes_on_with_it(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    photo_folder: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window()
    session = Wiring.of(window).session
    window.menus.tour.trigger()
    tour = window.findChild(Tour)
    assert tour
    assert "Nothing is open yet" in tour.text.text()
    assert not session.jobs.now.running
    assert (tour.sample.isVisible(), tour.next.isVisible()) == (True, False)
    assert tour.sample.width() >= tour.sample.sizeHint().width()
    opened = []
    monkeypatch.setattr(session.project, "open_sample", lambda: opened.append(session.project.open_folder(photos)))
    photos = photo_folder(classes=2, each=8)
    qtbot.mouseClick(tour.sample, Qt.MouseButton.LeftButton)
    assert opened
    assert "being read" in tour.text.text()
    qtbot.waitUntil(lambda: tour.next.isVisible() and tour.next.isEnabled(), timeout=20_000)
    assert (window.step, "class" in tour.text.text()) == ("dataset", True)
