"""Public data sets and labels out, by the menus of a real window with real children."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.get_dataset import GetDataset
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.public_datasets import PUBLIC_DATASETS
from cnn_desktop.gui.frame.public_datasets import PublicDatasetsDialog, here, view
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring


def test_each_says_what_it_is_and_what_is_downloaded() -> None:
    shown = view(["CIFAR10"], Path("/docs"))
    rows = {row.key: row for row in shown.rows}
    assert rows["MNIST"].button == "Download (12 MB)"
    assert rows["OxfordIIITPet"].button == "Download (811 MB)"
    assert rows["MNIST"].detail == "handwritten digits, grey, 28 × 28 pixels · 70,000 photos in 10 classes"
    assert rows["CIFAR10"].button == "Open"
    assert "/docs" in shown.note


def test_nothing_is_asked_of_a_child_before_a_button_says_download(
    qtbot: QtBot, open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    session = Wiring.of(window).session
    asked: list[object] = []
    monkeypatch.setattr(session.jobs, "hand_over", lambda job, *_: asked.append(job) or session.jobs.end())
    window.start.zone.public_button.click()
    qtbot.waitUntil(lambda: window.findChild(PublicDatasetsDialog) is not None)
    dialog = window.findChild(PublicDatasetsDialog)
    assert dialog
    assert not asked
    dialog.buttons["MNIST"].click()
    (row,) = (row for row in PUBLIC_DATASETS if row.key == "MNIST")
    assert asked == [GetDataset("MNIST", str(row.folder))]
    row.folder.mkdir(parents=True)
    assert here() == {"MNIST"}


def choose(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Answers the dialog for files that is open."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)))
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    dialog.selectFile(str(path))
    dialog.accepted.emit()
    dialog.close()


def test_labels_are_saved_by_the_menu(
    qtbot: QtBot, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    window = open_window()
    assert not window.menus.save_table.isEnabled()
    assert not window.menus.save_folders.isEnabled()
    session = Wiring.of(window).session
    session.project.open_folder(photo_folder(classes=2, each=4, name="birds"))
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
    out = tmp_path / "out"
    out.mkdir()

    window.menus.save_table.trigger()
    choose(qtbot, window, out / "labels.csv")
    qtbot.waitUntil(lambda: (out / "labels.csv").exists() and not session.jobs.now.running, timeout=20_000)
    with (out / "labels.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 8
    assert {row["label"] for row in rows} == {"class 0", "class 1"}
    assert {row["split"] for row in rows} <= {"train", "val", "test"}

    window.menus.save_folders.trigger()
    choose(qtbot, window, out)
    qtbot.waitUntil(lambda: (out / "birds classes").exists() and not session.jobs.now.running, timeout=20_000)
    assert len(list((out / "birds classes").rglob("*.png"))) == 8
    assert any("8 photos in 2 classes" in row.text.text() for row in window.messages.rows)
    window.menus.save_splits.trigger()
    choose(qtbot, window, out)
    qtbot.waitUntil(lambda: (out / "birds classes 2").exists() and not session.jobs.now.running, timeout=20_000)
    copies = [file.relative_to(out / "birds classes 2") for file in (out / "birds classes 2").rglob("*.png")]
    assert sorted((file.parts[0], file.parts[1]) for file in copies) == sorted(
        (row["split"], row["label"]) for row in rows
    )
    qtbot.waitUntil(lambda: not list((cache_folder() / "scans").glob("*labels.json")))
