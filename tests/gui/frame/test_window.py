"""The window as a whole: steps, drops, messages, the strip, and what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.gui.dataset.tab import LEFT_OUT, PHOTOS, DatasetTab
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit import theme as look
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.preferences import Memory
from cnn_desktop.gui.viewer.tab import ViewerTab
from tests.conftest import draw_photo
from tests.gui.frame.window_tools import drop, train

Open = Callable[..., MainWindow]
Folder = Callable[..., Path]


def test_it_begins_on_the_start_page_with_only_one_step_possible(open_window: Open) -> None:
    window = open_window()
    assert window.step == "start"
    assert window.windowTitle() == "CNN Desktop"
    assert [key for key, button in window.rail.buttons.items() if button.isEnabled()] == ["dataset"]
    assert not window.menus.leave.isEnabled()


def test_a_dropped_folder_becomes_the_project_and_its_steps(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window()
    drop(window, photo_folder(classes=3, each=4, name="shells"))
    session = Wiring.of(window).session
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
    assert window.step == "dataset"
    assert window.windowTitle() == "shells – CNN Desktop"
    assert window.rail.buttons["dataset"].accessibleName() == "Dataset, 12 photos · 3 classes"
    assert [one.name for one in Wiring.of(window).memory.recent] == ["shells"]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for number, key in enumerate(("dataset", "model", "training"), start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.step == key
    window.menus.leave.trigger()
    assert window.step == "start"
    qtbot.waitUntil(lambda: [card.text() for card in window.start.cards] == ["shells"])


def test_what_cannot_be_opened_is_said(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    text = tmp_path / "notes.docx"
    text.write_text("no photo")
    drop(window, text)
    assert "notes.docx" in window.messages.rows[0].notice.text
    drop(window, draw_photo(tmp_path / "one.png", 0, 0))
    assert "Drop a folder of photos first" in window.messages.rows[0].notice.text


def test_the_step_theme_and_place_are_remembered(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    folder = photo_folder(classes=2, each=4)
    window = open_window(folder)
    window.show_step("model")
    window.menus.themes["dark"].trigger()
    assert look.colours() is look.DARK
    window.resize(1111, 777)
    with qtbot.waitSignal(window.closed):
        window.close()
    again = open_window(folder)
    assert again.step == "model"
    assert again.menus.themes["dark"].isChecked()
    assert again.width() == min(1111, QGuiApplication.primaryScreen().availableSize().width())


def test_failures_stay_until_dismissed_and_can_be_copied(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.show_notice(Notice("error", "It broke.", "Traceback: here"))
    window.show_notice(Notice("error", "It broke.", "Traceback: here"))
    for number in range(4):
        window.show_notice(Notice("info", f"note {number}"))
    texts = [row.notice.text for row in window.messages.rows]
    assert texts == ["note 3", "note 2", "It broke."]
    row = window.messages.rows[-1]
    assert not row.details.box.isVisible()
    qtbot.mouseClick(row.details.open, Qt.MouseButton.LeftButton)
    assert row.details.box.isVisible()
    qtbot.mouseClick(row.details.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "It broke.\n\nTraceback: here"
    qtbot.mouseClick(row.close_button, Qt.MouseButton.LeftButton)
    assert [row.notice.text for row in window.messages.rows] == ["note 3", "note 2"]
    window.messages.settle("")
    assert not window.messages.isVisible()


def test_a_folder_that_opens_clears_what_was_said_about_others(
    qtbot: QtBot, open_window: Open, photo_folder: Folder, tmp_path: Path
) -> None:
    window = open_window()
    session = Wiring.of(window).session
    for name in ("nothing here", "nothing there"):
        (tmp_path / name).mkdir()
        drop(window, tmp_path / name)
        qtbot.waitUntil(lambda name=name: any(name in row.notice.text for row in window.messages.rows), timeout=20_000)
    window.show_notice(Notice("error", "The training broke off."))
    drop(window, photo_folder(classes=2, each=4))
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
    assert [row.notice.text for row in window.messages.rows] == ["The training broke off."]


def test_another_project_leaves_nothing_of_the_one_before(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    first = photo_folder(classes=2, each=4, name="first")
    window = open_window(first)
    session = Wiring.of(window).session
    dataset, viewer = window.tab("dataset"), window.tab("viewer")
    assert isinstance(dataset, DatasetTab)
    assert isinstance(viewer, ViewerTab)
    tiles = dataset.photos.grid.tiles
    session.seal.show()
    dataset.photos.chart.choose("class 1")
    qtbot.waitUntil(lambda: tiles.rowCount() == 4 and all("class 1" in tiles.tile(row).path for row in range(4)))
    dataset.photo_activated.emit(tiles.tile(1).path)
    qtbot.waitUntil(lambda: window.step == "viewer")
    assert viewer.counter.text() == "2 of 4"
    assert "class 1" in session.selection.current
    session.project.rescan()
    qtbot.waitUntil(lambda: not session.jobs.now.running, timeout=20_000)
    assert session.selection.current
    dataset.pages.choose(LEFT_OUT)
    session.project.open_folder(photo_folder(classes=2, each=5, name="second"))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("second") and not session.jobs.now.running, timeout=20_000)
    assert session.selection.current == ""
    assert dataset.pages.current == PHOTOS


def test_photos_dropped_while_the_viewer_is_shown_are_looked_through_there_and_a_project_is_opened(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=4, name="first"))
    session = Wiring.of(window).session
    assert session.project.info
    first = Path(session.project.info.path)
    window.show_step("viewer")
    unseen = photo_folder(classes=1, each=3, name="unseen")
    drop(window, unseen)
    assert session.folder.state.paths == (str(unseen),)
    viewer = window.tab("viewer")
    assert isinstance(viewer, ViewerTab)
    assert viewer.page is viewer.folder
    assert window.step == "viewer"
    qtbot.waitUntil(lambda: not session.jobs.now.running, timeout=20_000)
    drop(window, *sorted(unseen.rglob("*.png")))
    assert len(session.selection.paths) == 3
    assert viewer.page is None
    assert session.project.info.path == str(first)
    window.show_step("dataset")
    drop(window, unseen / "class 0" / "000.png")
    qtbot.waitUntil(lambda: window.step == "viewer")
    assert session.selection.current.endswith("000.png")
    drop(window, photo_folder(classes=2, each=3, name="second"), first)
    qtbot.waitUntil(lambda: not session.jobs.now.running, timeout=20_000)
    assert session.project.info.path == str(first), "a project goes before a folder"
    assert not list(first.parent.glob("*.cnnproj.cnnproj"))


def test_an_info_goes_by_itself(qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnn_desktop.gui.frame.message_bar._SECONDS", {"info": 0.05, "warning": 30})
    window = open_window()
    window.show_notice(Notice("info", "Saved."))
    window.show_notice(Notice("warning", "Low on space."))
    qtbot.waitUntil(lambda: [row.notice.text for row in window.messages.rows] == ["Low on space."])


def test_a_broken_settings_file_is_said_once_the_window_is_there(qtbot: QtBot, open_window: Open) -> None:
    places.settings_folder().mkdir(parents=True)
    (places.settings_folder() / "settings.json").write_text("{")
    window = open_window()
    qtbot.waitUntil(lambda: bool(window.messages.rows))
    assert "settings.json.broken" in window.messages.rows[0].notice.text


def test_the_strip_shows_the_job_and_cancel_ends_it(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    window = open_window(photo_folder(classes=2, each=10), how="long")
    train(qtbot, window)
    bar = window.strip.job
    assert bar.isVisible()
    assert bar.sentence.text() == "Training the new last layer, epoch 1 of 2"
    assert bar.figures.text() == "100.0 photos/s · 3 s left"
    assert bar.button.accessibleName() == "Stop the training"
    window.show_step("training")
    assert not bar.isVisible()  # the tab has its own
    window.show_step("model")
    assert bar.isVisible()
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=8000)


def test_the_window_is_shown_before_any_tab_is_made(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnn_desktop.gui.frame.wiring._BETWEEN_TABS_MS", 3_600_000)
    assert open_window().built == {}


def test_tabs_are_made_without_being_asked_for(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: len(window.built) == len(STEPS), timeout=15_000)


def test_memory_is_written_when_the_window_closes(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    window = open_window(photo_folder(classes=2, each=4, name="kept"))
    with qtbot.waitSignal(window.closed):
        window.close()
    assert [one.name for one in Memory().recent] == ["kept"]
    assert Memory().preferences.geometry
