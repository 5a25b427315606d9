"""Dialogs begin where the last one of their kind ended, never among the classes or in the cache, and propose names."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.gui.kit.file_dialogs import FileDialogs, Kind, OpenProject
from tests.gui.tab_tools import choose

PACKAGE = Path(__file__).parents[3] / "cnn_desktop"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def ended(parent: QWidget, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))


def test_each_purpose_has_a_place_of_its_own(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    kept: dict[str, str] = {}
    told: list[object] = []
    dialogs = FileDialogs(kept, lambda: told.append("kept"))
    (tmp_path / "photos/birds").mkdir(parents=True)
    (tmp_path / "a.jpg").touch()
    dialogs.ask_folder(parent, "Open", "data", told.append)
    choose(parent, tmp_path / "photos/birds")
    ended(parent, qtbot)
    dialogs.ask_files(parent, "Open", "photos", "Photos (*.jpg)", told.append)
    choose(parent, tmp_path / "a.jpg")
    ended(parent, qtbot)
    assert told == ["kept", str(tmp_path / "photos/birds"), "kept", [str(tmp_path / "a.jpg")]]
    assert kept == {"data": str(tmp_path / "photos"), "photos": str(tmp_path)}
    again = FileDialogs(kept)
    assert [again.begin_at("data"), again.begin_at("photos")] == [str(tmp_path / "photos"), str(tmp_path)]
    asked = again.ask_folder(parent, "Open", "data", told.append)
    assert asked.directory().path() == str(tmp_path / "photos")
    asked.reject()
    assert len(told) == 4, "who does not choose is told nothing"


def test_never_among_the_classes_nor_in_the_cache_nor_where_nothing_is(home: Path, tmp_path: Path) -> None:
    root = tmp_path / "birds"
    (root / "owl/old").mkdir(parents=True)
    kept = {"photos": str(root / "owl/old"), "results": str(root / "owl"), "weights": str(tmp_path / "gone")}
    dialogs = FileDialogs(kept, project=lambda: OpenProject("birds", (str(root),)))
    assert [dialogs.begin_at("photos"), dialogs.begin_at("results")] == [str(root), str(root)]
    assert Path(dialogs.begin_at("weights")).is_dir()
    pasted = places.cache_folder() / "pasted"
    pasted.mkdir(parents=True)
    dialogs.used("photos", pasted)
    assert not Path(dialogs.begin_at("photos")).is_relative_to(places.cache_folder())
    places.projects_folder().mkdir()
    assert dialogs.begin_at("project") == str(places.projects_folder())


def test_a_name_is_proposed_and_follows_the_kind(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    saved: list[str] = []
    dialogs = FileDialogs({"results": str(tmp_path)})
    kinds = [Kind("Report (*.html)", "birds test report.html"), Kind("Matrix (*.png)", "birds matrix.png")]
    asked = dialogs.save_file(parent, "Save", kinds, saved.append)
    assert asked.selectedFiles() == [str(tmp_path / "birds test report.html")]
    asked.selectNameFilter(kinds[1].words)
    asked.filterSelected.emit(kinds[1].words)
    assert asked.selectedFiles() == [str(tmp_path / "birds matrix.png")]
    asked.accept()
    ended(parent, qtbot)
    dialogs.save_file(parent, "Save", kinds, saved.append)
    choose(parent, tmp_path / "mine")
    assert saved == [str(tmp_path / "birds matrix.png"), str(tmp_path / "mine.html")]


def test_no_other_place_opens_a_dialog_for_files() -> None:
    users = {file.name for file in PACKAGE.rglob("*.py") if "QFileDialog" in file.read_text(encoding="utf-8")}
    assert users == {"file_dialogs.py"}
