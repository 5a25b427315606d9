"""Settings and their undo: kept with the project they belong to, across restarts, and shown where they are changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.gui.state import settings as module
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.settings import TrainSettings
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.facts import Contents, ProjectInfo
from cnn_desktop.project.opened import Opened, open_existing
from tests.project.helpers import filled


class AProject(QObject):
    """In the place of `state.project.Project`."""

    came = Signal(object)
    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.opened: Opened | None = None
        self.info: ProjectInfo | None = None

    def open(self, folder: Path | None) -> None:
        before, contents = self.opened, None
        self.opened = self.info = None
        if folder:
            self.opened, contents = open_existing(folder)
            self.info = contents.info
        self.came.emit(contents)
        self.changed.emit(Changed(project=True))
        self.before = before


class Window:
    def __init__(self) -> None:
        self.background, self.project, self.undo = Background(), AProject(), Undo()
        self.settings = TrainSettings(self.project, self.undo, self.background)  # type: ignore[arg-type]
        self.told: list[object] = []
        self.settings.changed.connect(self.told.append)
        self.undo.changed.connect(self.told.append)
        self.undo.place_wanted.connect(self.told.append)

    def close(self) -> None:
        opened = self.project.opened
        self.project.open(None)
        if opened:
            self.background.run(opened.close)
        self.background.close()


@pytest.fixture
def start(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Window]]:
    monkeypatch.setattr(module, "SAVE_AFTER", 20)
    every: list[Window] = []

    def make() -> Window:
        every.append(Window())
        return every[-1]

    yield make
    for one in every:
        one.close()


@pytest.fixture
def window(start: Callable[[], Window]) -> Window:
    return start()


def kept(project: Path) -> Contents:
    opened, contents = open_existing(project)
    opened.close()
    return contents


@pytest.fixture
def project(tmp_path: Path) -> Path:
    filled(tmp_path / "Birds.cnnproj")
    return tmp_path / "Birds.cnnproj"


def test_a_change_is_told_checked_and_can_be_taken_back(window: Window) -> None:
    assert (window.undo.name, window.undo.redo_name) == ("", "")
    window.undo.undo()
    window.undo.redo()
    window.settings.set(image_size=8)
    window.settings.set(image_size=8)
    assert window.told == [Changed(undo=True), Changed(settings=True)]
    assert [problem.field for problem in window.settings.problems] == ["image_size"]
    window.settings.set(augmentation=Augmentation(crop=True), batch_size=4)
    assert window.undo.name == "Augmentation"
    window.told.clear()
    window.undo.undo()
    assert window.told == ["dataset", Changed(undo=True), Changed(settings=True)], "shown, then changed"
    assert window.settings.config == TrainConfig(data="", image_size=8)
    assert (window.undo.name, window.undo.redo_name) == ("Image size", "Augmentation")
    window.undo.redo()
    assert window.settings.config.augmentation == Augmentation(crop=True)
    assert window.told[3:] == ["dataset", Changed(undo=True), Changed(settings=True)]


def test_settings_and_undo_survive_a_restart(qtbot: QtBot, start: Callable[[], Window], project: Path) -> None:
    window = start()
    window.settings.set(seed=9)
    window.project.open(project)
    assert (window.settings.config, window.undo.name) == (TrainConfig(data=""), ""), "what was before is not its own"
    window.settings.set(lr=0.5)
    window.settings.set(model="resnet18")
    window.undo.undo()
    window.close()

    again = start()
    again.project.open(project)
    assert again.settings.config.lr == 0.5
    assert (again.undo.name, again.undo.redo_name) == ("Learning rate", "Model")
    again.undo.redo()
    assert again.settings.config.model == "resnet18"
    again.undo.undo()
    again.undo.undo()
    assert again.settings.config == TrainConfig(data="")
    again.settings.set(seed=1)
    assert again.undo.redo_name == ""


def test_it_is_kept_a_moment_after_the_last_change(
    qtbot: QtBot, start: Callable[[], Window], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    window.project.open(project)
    times: list[TrainConfig] = []
    assert window.project.opened
    monkeypatch.setattr(window.project.opened, "keep_settings", lambda config, steps: times.append(config))
    for size in (1, 2, 3):
        window.settings.set(batch_size=size)
    qtbot.waitUntil(lambda: bool(times))
    assert [config.batch_size for config in times] == [3]


def test_leaving_for_another_project_keeps_the_last_change_with_its_own(
    start: Callable[[], Window], project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Shells.cnnproj"
    filled(other)
    window = start()
    window.project.open(project)
    window.settings.set(batch_size=4)
    window.project.open(other)
    before = window.project.before
    assert before
    window.background.run(before.close)
    assert window.settings.config.batch_size == 32
    window.close()
    assert [settings and settings.batch_size for settings in (kept(project).settings, kept(other).settings)] == [
        4,
        None,
    ]


def test_a_window_that_only_looks_changes_its_own_settings_alone(start: Callable[[], Window], project: Path) -> None:
    first, second = start(), start()
    first.project.open(project)
    first.settings.set(batch_size=4)
    first.settings.keep()
    second.project.open(project)
    second.settings.set(batch_size=64)
    assert second.undo.name
    second.undo.undo()
    second.close()
    first.close()
    settings = kept(project).settings
    assert settings
    assert settings.batch_size == 4


def test_the_folder_of_the_photos_is_followed(window: Window, project: Path) -> None:
    window.project.open(project)
    window.project.info = ProjectInfo(str(project), "Birds", "/moved")
    window.told.clear()
    window.project.changed.emit(Changed(project=True))
    assert window.settings.config.data == "/moved"
    assert window.told == [Changed(settings=True)]
