"""Edit › Settings in a real window, with a real cache folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.gui.frame.drops import paths_in
from cnn_desktop.gui.frame.preferences import PreferencesDialog, in_words
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.theme import DARK, colours
from cnn_desktop.gui.state.changed import EVERYTHING


@pytest.fixture
def settings(
    qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> Callable[..., tuple[MainWindow, PreferencesDialog]]:
    """`settings(folder, how)`: a window with its settings open."""

    def make(folder: Path | None = None, how: str = "") -> tuple[MainWindow, PreferencesDialog]:
        window = open_window(folder, how)
        return window, show(qtbot, window)

    return make


def show(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    window.menus.settings.trigger()
    dialog = window.findChild(PreferencesDialog)
    assert dialog
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def fill(size: int) -> Path:
    file = places.cache_folder() / "trunks" / f"{'1' * 24}.onnx"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    os.truncate(file, size)  # a hole: it takes no room
    return file


def test_the_theme_changes_at_once_and_the_menu_knows(
    qtbot: QtBot, settings: Callable[..., tuple[MainWindow, PreferencesDialog]], qapp: QApplication
) -> None:
    window, dialog = settings()
    dialog.themes.choose(2)
    assert colours() == DARK
    assert window.menus.themes["dark"].isChecked()
    assert Wiring.of(window).memory.preferences.theme == "dark"


def test_the_language_is_remembered_for_the_next_start(
    qtbot: QtBot, settings: Callable[..., tuple[MainWindow, PreferencesDialog]]
) -> None:
    window, dialog = settings()
    assert any("the next time you start" in label.text() for label in dialog.findChildren(QLabel))
    dialog.languages.setFocus()
    qtbot.keyClick(dialog.languages, Qt.Key.Key_End)
    assert Wiring.of(window).memory.preferences.language == "de"
    assert window.menus.languages["de"].isChecked()


def test_the_helper_is_switched_off_and_stays_off(
    qtbot: QtBot, settings: Callable[..., tuple[MainWindow, PreferencesDialog]], open_window: Callable[..., MainWindow]
) -> None:
    window, dialog = settings()
    session = Wiring.of(window).session
    session.warm_up()
    qtbot.waitUntil(lambda: session.processes.spare.ready, timeout=15_000)
    dialog.spare.click()
    assert session.processes.spare.pid is None
    with qtbot.waitSignal(window.closed):
        Wiring.of(window).close()
    again = open_window()
    session = Wiring.of(again).session
    session.processes.spare.keep()
    qtbot.wait(100)
    assert session.processes.spare.pid is None
    assert not show(qtbot, again).spare.isChecked()


def test_the_cache_is_shown_and_cleared(
    qtbot: QtBot, settings: Callable[..., tuple[MainWindow, PreferencesDialog]]
) -> None:
    file = fill(212_000_000)
    _, dialog = settings()
    qtbot.waitUntil(lambda: dialog.amount.text() == "212 MB in the cache")
    dialog.clear.click()
    qtbot.waitUntil(lambda: dialog.told.text() == "212 MB freed.")
    assert not file.exists()
    qtbot.waitUntil(dialog.clear.isEnabled)
    assert dialog.amount.text() == "0 bytes in the cache"


def test_pasted_pictures_are_part_of_it(
    qtbot: QtBot, settings: Callable[..., tuple[MainWindow, PreferencesDialog]]
) -> None:
    picture, data = QImage(300, 300, QImage.Format.Format_RGB32), QMimeData()
    picture.fill(0xFF336699)
    data.setImageData(picture)
    (pasted,) = paths_in(data)
    size = in_words(pasted.stat().st_size)
    _, dialog = settings()
    qtbot.waitUntil(lambda: dialog.amount.text() == f"{size} in the cache")
    dialog.clear.click()
    qtbot.waitUntil(lambda: dialog.told.text() == f"{size} freed.")
    assert not pasted.exists()


def test_a_smaller_bound_is_kept_at_once_and_children_read_it(
    qtbot: QtBot, settings: Callable[..., tuple[MainWindow, PreferencesDialog]]
) -> None:
    file = fill(1_200_000_000)
    window, dialog = settings()
    dialog.limit.setValue(1)
    qtbot.waitUntil(lambda: dialog.told.text() == "1.2 GB freed.")
    assert not file.exists()
    Wiring.of(window).memory.close()
    assert places.cache_limit() == 1_000_000_000


def test_while_a_training_runs_the_cache_is_left_alone(
    qtbot: QtBot, settings: Callable[..., tuple[MainWindow, PreferencesDialog]], photo_folder: Callable[..., Path]
) -> None:
    window, dialog = settings(photo_folder(classes=2, each=6), "long")
    session = Wiring.of(window).session
    qtbot.waitUntil(dialog.clear.isEnabled)
    session.runs.train()
    assert not dialog.clear.isEnabled()
    assert "Wait until it has finished" in dialog.clear.toolTip()
    session.jobs.stop()
    qtbot.waitUntil(dialog.clear.isEnabled, timeout=10_000)


def test_closing_it_while_it_counts_is_no_trouble(
    qtbot: QtBot, settings: Callable[..., tuple[MainWindow, PreferencesDialog]]
) -> None:
    window, dialog = settings()
    dialog.clear.setEnabled(True)
    dialog.clear.click()
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    button.click()
    qtbot.waitUntil(lambda: window.findChild(PreferencesDialog) is None)
    Wiring.of(window).session.jobs.changed.emit(EVERYTHING)
    again = show(qtbot, window)
    qtbot.waitUntil(lambda: again.amount.text() == "0 bytes in the cache")


def test_sizes_are_written_as_people_do() -> None:
    QLocale.setDefault(QLocale("de"))
    assert in_words(1_250_000_000) == "1,3 GB"
    assert in_words(212_345_678) == "212 MB"
