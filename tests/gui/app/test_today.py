"""A project made by an earlier version opens, is told where its photos are, is tested and gone on with.

Real children. No torch in this process.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Ended
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.session import Session
from tests.fixtures.today import expected, unpack
from tests.gui.conftest import close


@pytest.fixture
def today(tmp_path: Path) -> Path:
    return unpack(tmp_path)


@pytest.fixture
def start(qtbot: QtBot, theme: Theme) -> Iterator[Callable[[list[str]], MainWindow]]:
    windows: list[MainWindow] = []

    def make(words: list[str]) -> MainWindow:
        windows.append(boot(words)[1])
        return windows[-1]

    yield make
    for window in windows:
        close(qtbot, window)


def quiet(session: Session) -> bool:
    return session.project.photos is not None and not session.jobs.now.running


@pytest.mark.timeout(300)
def test_it_opens_is_relinked_tested_and_gone_on_with(
    start: Callable[[list[str]], MainWindow], qtbot: QtBot, today: Path
) -> None:
    wanted = expected(today)["project"]
    window = start([str(today / "Shapes.cnnproj")])
    session = Wiring.of(window).session
    ended: list[Ended] = []
    session.jobs.came.connect(lambda event: ended.append(event) if isinstance(event, Ended) else None)
    qtbot.waitUntil(lambda: quiet(session), timeout=30_000)

    assert session.project.info is not None
    assert session.project.info.name == "Shapes"
    assert session.settings.config == msgspec.convert(wanted["config"], TrainConfig)
    assert [run.id for run in session.runs.all] == [run["id"] for run in wanted["runs"]]
    assert session.runs.resumable is not None
    assert session.runs.resumable.id == wanted["stopped"]["id"]
    assert session.runs.report is not None
    assert session.runs.report.accuracy == pytest.approx(wanted["finished"]["test"]["accuracy"])

    session.project.relink("1", today / "photos")
    qtbot.waitUntil(lambda: quiet(session) and session.settings.config.data == str(today / "photos"), timeout=30_000)
    assert session.project.photos is not None
    assert session.project.photos.count() == len(wanted["splits"])

    session.runs.evaluate()
    qtbot.waitUntil(lambda: len(ended) == 1 and not session.jobs.now.running, timeout=120_000)
    assert session.runs.report.accuracy == pytest.approx(wanted["finished"]["test"]["accuracy"])

    session.runs.train(resume=True)
    qtbot.waitUntil(lambda: len(ended) == 2 and not session.jobs.now.running, timeout=120_000)
    assert [one.outcome for one in ended] == ["finished", "finished"], ended
    assert session.runs.all[0].id == wanted["stopped"]["id"]
    assert session.runs.all[0].val_accuracy == pytest.approx(wanted["stopped"]["resumed"]["val_accuracy"])


def test_the_settings_folder_is_read(start: Callable[[list[str]], MainWindow], today: Path, home: Path) -> None:
    shutil.copytree(today / "home" / "settings", home / "settings")
    memory = Wiring.of(start([])).memory
    assert memory.problems == []
    assert (memory.preferences.theme, memory.preferences.language, memory.preferences.cache_gb) == ("dark", "en", 7)
    assert memory.preferences.choices["training.advanced"]
    assert memory.preferences.steps[str(today / "Shapes.cnnproj")] == "evaluation"
    assert [one.name for one in memory.recent] == ["Shapes", "photos"]
    assert memory.recent[0].tested
