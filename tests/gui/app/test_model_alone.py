"""A trained model opens the Viewer by itself: with or without its project, and when its photos are gone. Real children."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.run import BEST
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.frame.window import START, MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.training.run_list import RunList
from cnn_desktop.gui.training.run_list_view import PHOTOS, SIZE
from cnn_desktop.gui.training.tab import TrainingTab
from cnn_desktop.gui.viewer.tab import ViewerTab
from tests.fixtures.today import unpack
from tests.gui.conftest import close
from tests.gui.frame.window_tools import drop

Start = Callable[..., MainWindow]
RUN = "2026-11-25 22-21-40"


@pytest.fixture
def today(tmp_path: Path) -> Path:
    return unpack(tmp_path)


@pytest.fixture
def run(today: Path) -> Path:
    """A training run in no project, all by itself."""
    return Path(shutil.copytree(today / "Shapes.cnnproj" / "runs" / RUN, today / "my model"))


@pytest.fixture
def start(qtbot: QtBot, theme: Theme) -> Iterator[Start]:
    windows: list[MainWindow] = []

    def make(*words: Path) -> MainWindow:
        windows.append(boot([str(word) for word in words])[1])
        return windows[-1]

    yield make
    for window in windows:
        close(qtbot, window)


def viewer(window: MainWindow) -> ViewerTab:
    tab = window.tab("viewer")
    assert isinstance(tab, ViewerTab)
    return tab


@pytest.mark.timeout(180)
def test_a_model_without_a_project_answers(start: Start, qtbot: QtBot, today: Path, run: Path) -> None:
    window = start(run)
    qtbot.waitUntil(lambda: window.step == "viewer", timeout=30_000)
    assert window.windowTitle() == "my model – CNN Desktop"
    assert window.menus.leave.text() == "&Close model"
    assert viewer(window).subtitle.text() == "test_efficientnet tells apart: circle, square, triangle"
    assert [key for key, button in window.rail.buttons.items() if button.isEnabled()] == ["dataset", "viewer"]
    drop(window, today / "photos" / "circle" / "circle 00.jpg")
    answered = ("circle", "square", "triangle")
    qtbot.waitUntil(lambda: any(name in viewer(window).answer.verdict.text() for name in answered), timeout=60_000)

    window.menus.leave.trigger()
    qtbot.waitUntil(lambda: window.step == START)
    assert window.windowTitle() == "CNN Desktop"
    assert Wiring.of(window).session.models.now is None


def test_a_run_opens_its_project_whose_photos_are_gone(start: Start, qtbot: QtBot, today: Path) -> None:
    shutil.rmtree(today / "photos")
    window = start(today / "Shapes.cnnproj" / "runs" / RUN)
    session = Wiring.of(window).session
    qtbot.waitUntil(lambda: window.step == "viewer" and not session.jobs.now.running, timeout=30_000)
    qtbot.waitUntil(lambda: session.runs.chosen is not None and session.runs.chosen.id == RUN)
    assert session.project.info is not None
    assert session.models.now is not None
    assert session.models.now.folder == session.runs.folder(RUN)
    assert session.models.alone is None


def test_a_project_takes_the_place_of_a_model(start: Start, qtbot: QtBot, today: Path, run: Path) -> None:
    window = start(run)
    session = Wiring.of(window).session
    qtbot.waitUntil(lambda: session.models.alone is not None, timeout=30_000)
    drop(window, today / "Shapes.cnnproj")
    qtbot.waitUntil(lambda: session.project.info is not None and not session.jobs.now.running, timeout=30_000)
    assert session.models.alone is None
    assert "Shapes" in window.windowTitle()
    assert window.menus.leave.text() == "&Close project"
    session.models.open(run)
    qtbot.waitUntil(lambda: session.models.alone is not None and session.project.info is None, timeout=30_000)
    assert window.step == "viewer"


def test_a_damaged_model_is_told_and_nothing_changes(start: Start, qtbot: QtBot, run: Path) -> None:
    (run / BEST).write_bytes(b"no model")
    window = start(run)
    qtbot.waitUntil(lambda: bool(window.messages.rows), timeout=30_000)
    assert BEST in window.messages.rows[0].text.text()
    assert window.step == START
    assert Wiring.of(window).session.models.now is None


def test_classify_photos_on_the_start_page(start: Start, qtbot: QtBot, today: Path) -> None:
    window = start(today / "Shapes.cnnproj")
    session = Wiring.of(window).session
    qtbot.waitUntil(lambda: session.runs.predictor is not None and not session.jobs.now.running, timeout=30_000)
    window.menus.leave.trigger()
    qtbot.waitUntil(lambda: window.step == START and bool(window.start.cards) and window.start.cards[0].card.trained)
    assert window.start.classify.isVisible()
    window.start.classify.click()
    qtbot.waitUntil(lambda: window.step == "viewer" and session.project.info is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not session.jobs.now.running, timeout=30_000)
    window.show_step("training")
    drop(window, today / "Shapes.cnnproj" / "runs" / RUN)
    assert window.step == "viewer"
    qtbot.waitUntil(lambda: session.runs.chosen is not None and session.runs.chosen.id == RUN)


def test_a_run_in_the_list_of_runs_opens_the_viewer(start: Start, qtbot: QtBot, today: Path) -> None:
    window = start(today / "Shapes.cnnproj")
    session = Wiring.of(window).session
    qtbot.waitUntil(lambda: session.runs.predictor is not None and not session.jobs.now.running, timeout=30_000)
    window.show_step("training")
    tab = window.tab("training")
    assert isinstance(tab, TrainingTab)
    tab.all_runs.click()
    (listed,) = tab.findChildren(RunList)
    assert [row.id for row in listed.table.runs.rows] == [run.id for run in session.runs.models]
    qtbot.waitUntil(lambda: listed.table.runs.rows[-1].words[SIZE].endswith("B"), timeout=30_000)
    assert listed.table.runs.rows[-1].words[PHOTOS].isdigit()
    place = next(at for at, run in enumerate(session.runs.models) if run.id == RUN)
    listed.table.setCurrentIndex(listed.table.sorted.index(place, 0))
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.step == "viewer", timeout=30_000)
    qtbot.waitUntil(lambda: session.runs.predictor is not None and session.runs.predictor.id == RUN, timeout=30_000)
