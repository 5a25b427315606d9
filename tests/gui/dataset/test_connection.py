"""The Dataset step in a real window, with a real child for thumbnails and examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import PRESETS, Augmentation
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.photo_filter import SORT_KEYS, PhotoFilter, PhotoSort
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.gui.dataset.tab import AUGMENTATION, DatasetTab
from cnn_desktop.gui.evaluation.tab import EvaluationTab
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.state.job_state import JobState

Open = Callable[..., MainWindow]
Folder = Callable[..., Path]


def dataset(qtbot: QtBot, window: MainWindow) -> DatasetTab:
    """The tab once it knows its first photos; those for testing are shown, too."""
    tab = window.tab("dataset")
    assert isinstance(tab, DatasetTab)
    Wiring.of(window).session.seal.show()
    tiles = tab.photos.grid.tiles
    qtbot.waitUntil(lambda: tiles.rowCount() > 0 and tiles.tile(0).path != "")
    return tab


def test_an_example_of_an_augmentation_never_becomes_a_thumbnail(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=4), real=True)
    session, tab, evaluation = Wiring.of(window).session, dataset(qtbot, window), window.tab("evaluation")
    assert isinstance(evaluation, EvaluationTab)
    sources, examples = (tab.photos.source, evaluation.source), tab.augmentation.pictures
    path = tab.photos.grid.tiles.tile(0).path
    qtbot.waitUntil(lambda: tab.photos.source.file(path) != "", timeout=20_000)
    tab.pages.choose(AUGMENTATION)
    evaluation.source.want([path])  # the same photo at the same time
    qtbot.waitUntil(lambda: examples.count == 9 and evaluation.source.file(path) != "", timeout=60_000)
    tab.augmentation.switches["crop"].click()
    assert examples.count == 0
    qtbot.waitUntil(lambda: examples.count == 9, timeout=20_000)
    assert session.settings.config.augmentation == Augmentation(crop=True)
    for source in sources:
        assert Path(source.file(path)).is_relative_to(cache_folder() / "thumbnails")
    assert len(list((cache_folder() / "previews").iterdir())) == 18


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("damaged photos", "00.png cannot be shown. It is damaged."),
        ("exception", "The photo box is empty."),
        ("segfault", "SIGSEGV"),
    ],
)
def test_examples_that_cannot_be_made_say_why(
    qtbot: QtBot, open_window: Open, photo_folder: Folder, how: str, words: str
) -> None:
    tab = dataset(qtbot, open_window(photo_folder(classes=2, each=4), shared=how))
    tab.pages.choose(AUGMENTATION)
    qtbot.waitUntil(lambda: words in tab.augmentation._name.text())
    assert tab.augmentation.pictures.count == 0


def test_presets_are_steps_of_undo(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    window = open_window(photo_folder(classes=2, each=4))
    session, tab = Wiring.of(window).session, dataset(qtbot, window)
    panel = tab.augmentation
    for place, preset in enumerate(PRESETS.values()):
        if preset != session.settings.config.augmentation:
            panel.presets.button(place).click()
        assert session.settings.config.augmentation == preset
    assert session.undo.name == "Augmentation"
    for place in (3, 2, 1, 0):
        session.undo.undo()
        assert (panel.presets.current, session.settings.config.augmentation) == (place, list(PRESETS.values())[place])
    session.undo.redo()
    assert panel.presets.current == 1


def test_a_photo_is_opened_among_its_neighbours(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    folder = photo_folder(classes=2, each=4)
    window = open_window(folder)
    session, tab = Wiring.of(window).session, dataset(qtbot, window)
    tab.photos.chart.choose("class 1")
    tab.photos.bar._choose_sort(SORT_KEYS.index("name"))
    expected = [str(file) for file in sorted((folder / "class 1").iterdir())]
    qtbot.waitUntil(lambda: tab.photos.grid.tiles.tile(2).path == expected[2])
    for _ in range(2):  # the second time it is the viewer's photo already
        window.show_step("dataset")
        tab.photo_activated.emit(expected[2])
        qtbot.waitUntil(lambda: window.step == "viewer")
    assert session.selection.paths == expected
    assert session.selection.current == expected[2]


def test_progress_moves_the_figures_and_nothing_else(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    window = open_window(photo_folder(classes=2, each=4))
    session, tab = Wiring.of(window).session, dataset(qtbot, window)
    views: list[object] = []
    tab.show_view = views.append  # type: ignore[method-assign]
    session.jobs.now = JobState(kind=ScanFolder, done=3, total=8, rate=2.0)
    session.jobs.progressed.emit()
    assert tab.busy.figures.text() == "3 of 8 · 2 per second"
    assert views == []
    session.jobs.now = JobState()


def test_a_thumbnail_stands_for_the_project_on_the_start_page(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=4))
    memory = Wiring.of(window).memory
    qtbot.waitUntil(lambda: bool(memory.recent) and memory.recent[0].picture != "", timeout=20_000)
    assert Path(memory.recent[0].picture).is_relative_to(cache_folder() / "thumbnails")


def test_photos_that_were_moved_are_found_again(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    folder = photo_folder(classes=2, each=4)
    window = open_window(folder)
    session, tab = Wiring.of(window).session, dataset(qtbot, window)
    moved = folder.rename(folder.with_name("moved"))
    info = session.project.info
    assert info
    session.project.leave()
    session.project.open_project(Path(info.path))
    qtbot.waitUntil(lambda: session.project.gone[0] != "" and not session.jobs.now.running, timeout=20_000)
    assert tab.stack.currentWidget() is tab.empty
    tab.relink_requested.emit(session.project.gone[1], str(moved))
    qtbot.waitUntil(lambda: session.project.gone[0] == "" and not session.jobs.now.running, timeout=20_000)
    assert tab.stack.currentWidget() is tab.main
    qtbot.waitUntil(lambda: Path(tab.photos.grid.tiles.tile(0).path).is_relative_to(moved))


def test_test_photos_keep_their_labels_however_they_are_relabelled(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=10))
    session, page, told = Wiring.of(window).session, dataset(qtbot, window).photos, list[str]()
    opened, photos, grid = session.project.opened, session.project.photos, page.grid
    assert opened
    assert photos
    session.notice.connect(lambda notice: told.append(notice.text))
    page.splits.choose(["", "train", "val", "test"].index("test"))
    qtbot.waitUntil(lambda: grid.tiles.rowCount() == photos.count("test"))
    menu = QMenu()

    def choose_in_menu() -> None:
        page.labelling._fill_menu(menu)
        (labels,) = (action.menu() for action in menu.actions() if action.text() == "&Label as")
        next(action for action in labels.actions() if action.text().startswith("class 1")).trigger()

    ways: list[Callable[[], object]] = [
        lambda: qtbot.keyClick(grid, Qt.Key.Key_1),
        lambda: page.chart.dropped.emit("class 0"),
        choose_in_menu,
        lambda: page.labelling._relabel("a new class", True),
    ]
    for place, act in enumerate(ways):
        grid.selectAll()
        act()
        qtbot.waitUntil(lambda place=place: len(told) == place + 1)
        assert "Open “Second opinion” in the Labels step" in told[-1]
    page.splits.choose(0)
    qtbot.waitUntil(lambda: grid.tiles.rowCount() == photos.count())
    grid.selectAll()
    qtbot.keyClick(grid, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(told) == len(ways) + 1)
    assert "open “Second opinion” in the Labels step" in told[-1]
    labels = {
        (row.split == "test", row.label)
        for row in opened.photos.rows(opened.photos.find(PhotoFilter(), PhotoSort("name")))
    }
    assert labels == {(True, "class 0"), (True, "class 1"), (False, "class 0")}
