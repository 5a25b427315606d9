"""Help › Save a report…: all that is saved was seen before, and tells nothing of a person's files; a crash is told once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.places import logs_folder
from cnn_desktop.gui.app.app import tell_of_crash
from cnn_desktop.gui.frame import report_connection
from cnn_desktop.gui.frame.report import MOST_OF_A_LOG, Open, compose
from cnn_desktop.gui.frame.report_dialog import ReportDialog
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.state.preferences import Preferences

DOCTOR = '{"version": "0.1.0", "device": "cpu", "reason": "No card.", "libraries": {"torch": "2.11.0"}, "folders": {"data": "/home/ann/x"}}'
SECRET = "Geheimnis"


@pytest.fixture
def logs(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log and a trace of somebody with secrets."""
    monkeypatch.setenv("HOME", f"/home/{SECRET}")
    logs_folder().mkdir(parents=True)
    path = f"/home/{SECRET}/My photos/{SECRET} 1.jpg"
    (logs_folder() / "cnn-desktop.log").write_text(
        "earlier\n" * (MOST_OF_A_LOG // 7)
        + "x." * 9000
        + f"\n2026-11-26 ERROR unexpected error\n  File \"/x.py\", line 3, in f\nFileNotFoundError: [Errno 2] gone: '{path}'\n{SECRET} two.png is gone\n2026-11-26 INFO unexpected error\n"
    )
    (logs_folder() / "crash-window 2026-11-26 10-00-00.txt").write_text(
        f'Fatal Python error: Segmentation fault\n\n  File "{report_connection.__file__}", line 3 in work\n'
    )
    return logs_folder()


def test_what_is_in_it_and_what_is_not(logs: Path) -> None:
    preferences = Preferences(
        theme="dark", folders={"data": f"/home/{SECRET}"}, steps={f"/p/{SECRET}.cnnproj": "model"}, reviewer=SECRET
    )
    what = Open(7, 2, 1, "Train", words=(f"{SECRET} birds", "birds"))
    text = compose(DOCTOR, preferences, what)
    for part in (
        "version: 0.1.0", "reason: No card.", "libraries: torch 2.11.0\n", "theme: dark", "folders: 1", "7 photos, 2 classes, 1 trainings; running: Train",
        "Segmentation fault", "<app>/cnn_desktop/gui/frame/report_connection.py", "FileNotFoundError", "2026-11-26 INFO unexpected error",
    ):  # fmt: skip
        assert part in text
    assert SECRET not in text
    assert len(text) < MOST_OF_A_LOG + 5000


@pytest.mark.parametrize("lost", range(0, 90, 7))
def test_a_log_that_is_cut_within_a_line_or_a_message_tells_no_part_of_it(home: Path, lost: int) -> None:
    """A path without its beginning looks like none."""
    logs_folder().mkdir(parents=True)
    said = f"2026-11-26 ERROR unexpected error\nValueError: /media/{SECRET} {SECRET}\n{SECRET} {SECRET}\n2026-11-26 INFO the end\n"
    rest = "2026-11-25 INFO unexpected error\n"
    rest += "." * (MOST_OF_A_LOG - len(said) + lost - len(rest) - 1) + "\n"
    (logs_folder() / "cnn-desktop.log").write_text(said + rest)
    text = compose(DOCTOR, Preferences(), Open())
    assert "2026-11-25 INFO unexpected error" in text
    assert SECRET not in text


@pytest.mark.parametrize("doctor", ["", "no JSON", "no answer within 120 s", "[1]", "Traceback\nOSError: '/home/x/y'"])
def test_a_doctor_that_says_something_else(home: Path, doctor: str) -> None:
    text = compose(doctor, Preferences(), Open())
    assert "== Settings" in text
    assert "/home/x" not in text


def test_it_is_shown_then_saved_as_it_was_shown(
    qtbot: QtBot, logs: Path, tmp_path: Path, open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_connection, "_doctor", lambda: DOCTOR)
    window = open_window()
    window.menus.report.trigger()
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.save.isEnabled)
    text = dialog.text.toPlainText()
    assert "device: cpu" in text
    assert SECRET not in text
    dialog.save.click()
    asking = window.findChild(QFileDialog)
    assert asking is not None
    file = tmp_path / "report.txt"
    asking.selectFile(str(file))
    asking.accept()
    qtbot.waitUntil(lambda: bool(window.messages.rows))
    assert str(file) in window.messages.rows[0].notice.text
    assert file.read_text(encoding="utf-8") == text
    dialog.close()


def test_a_crash_is_told_quietly(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    tell_of_crash(window)
    (row,) = window.messages.rows
    assert row.notice.kind == "warning"
    assert "Save a report…" in row.notice.text
    assert "Save a report…" in window.menus.report.text().replace("&", "")
