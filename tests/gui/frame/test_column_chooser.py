"""The columns of a table that does not name them: what is shown, and a table opened through the dialog."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.table_columns import Columns
from cnn_desktop.gui.frame.column_chooser import ColumnChooser, Facts, view
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from tests.gui.frame.window_tools import drop

FACTS = Facts(
    "list.csv", ("id", "scan", "finding"), (("1", "a.png", "cat"), ("2", "b\u202e.png", "dog"), ("3",)), Columns()
)


def test_what_is_missing_is_said_until_it_can_be_opened() -> None:
    def problem(**chosen: str) -> str:
        return view(dataclasses.replace(FACTS, columns=Columns(**chosen))).problem

    assert problem() == "Choose the column with the file names of the photos."
    assert problem(path="scan") == "Choose the column with the classes."
    assert problem(path="scan", label="scan") == "A column can be used only once."
    assert problem(path="scan", label="finding", group="finding") == "A column can be used only once."
    assert problem(path="scan", label="finding", group="id") == ""


def test_columns_are_shown_with_their_use() -> None:
    shown = view(dataclasses.replace(FACTS, columns=Columns("scan", "finding")))
    assert shown.headings == ("id", "scan (Photo)", "finding (Class)")
    assert shown.rows == (("1", "a.png", "cat"), ("2", "b\\u202e.png", "dog"), ("3", "", ""))
    bare = view(dataclasses.replace(FACTS, columns=Columns("2", "3", has_header=False)))
    assert bare.headings == ("Column 1", "Column 2 (Photo)", "Column 3 (Class)")
    assert bare.rows[0] == ("id", "scan", "finding")


def test_the_dialog_tells_what_was_chosen(qtbot: QtBot) -> None:
    dialog = ColumnChooser(dataclasses.replace(FACTS, columns=Columns("scan")))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.lists["path"].currentText() == "scan"
    assert not dialog.open_button.isEnabled()
    label = dialog.lists["label"]
    label.setFocus()
    for _ in range(3):
        qtbot.keyClick(label, Qt.Key.Key_Down)
    assert dialog.open_button.isEnabled()
    dialog.names.click()
    assert dialog.lists["path"].currentText() == "Column 2"
    assert dialog.table.horizontalHeaderItem(2).text() == "Column 3 (Class)"
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.open_button.click()
    assert told.args == [Columns("2", "3", has_header=False)]


def test_a_dropped_table_with_unknown_columns_is_opened_once_they_are_chosen(
    qtbot: QtBot, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=4)
    rows = [f"{k},class {c}/{k:03}.png,{'ab'[c]}" for c in range(2) for k in range(4)]
    (folder / "list.csv").write_text("\n".join(["id,scan,finding", *rows, ""]))
    window = open_window()
    session = Wiring.of(window).session
    drop(window, folder / "list.csv")
    qtbot.waitUntil(lambda: window.findChild(ColumnChooser) is not None, timeout=20_000)
    dialog = window.findChild(ColumnChooser)
    assert dialog
    assert not window.messages.rows, "it is asked, and no error"
    assert not session.jobs.now.running
    box = dialog.lists["label"]
    box.setCurrentIndex(box.findData("finding"))
    box.activated.emit(box.currentIndex())
    dialog.open_button.click()
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
    assert session.project.photos
    assert session.project.photos.names == ["a", "b"]
    session.project.rescan()
    qtbot.waitUntil(lambda: not session.jobs.now.running, timeout=20_000)
    assert window.findChild(ColumnChooser) is None or not window.findChild(ColumnChooser).isVisible()
    path = session.project.info.path if session.project.info else ""
    session.project.leave()
    session.project.open_project(Path(path))
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
    assert session.project.info
    assert session.project.info.columns == Columns("scan", "finding")
    assert not window.messages.rows
