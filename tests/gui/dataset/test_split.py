"""The split in a real window: the wizard and its undo, the banner while something leaks, and sealed test photos."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import Photo, PhotoFacts
from cnn_desktop.gui.dataset.split_wizard.wizard import SplitWizard
from cnn_desktop.gui.dataset.tab import CHECKS, PHOTOS, DatasetTab
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.state.session import Session
from cnn_desktop.project.sealed import Look

Open = Callable[..., MainWindow]
Folder = Callable[..., Path]


class Shown:
    """A window with a project, and its Dataset tab."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.session: Session = Wiring.of(window).session
        tab = window.tab("dataset")
        assert isinstance(tab, DatasetTab)
        self.tab, self.page, self.grid = tab, tab.photos, tab.photos.grid
        self.wait()

    @property
    def facts(self) -> PhotoFacts:
        assert self.session.project.photos
        return self.session.project.photos

    def settle(self) -> None:
        """Until the background has done what it was asked for, and what that led to."""
        for _ in range(3):
            done: list[object] = []
            self.session.background.run(lambda: None, done.append)
            self.qtbot.waitUntil(lambda done=done: bool(done))

    def wait(self) -> None:
        """Until the grid shows what is chosen."""
        self.settle()
        self.grid.tiles.see(range(self.grid.tiles.rowCount()))
        self.settle()
        self.qtbot.waitUntil(lambda: bool(self.tiles) and all(tile.text for tile in self.tiles))

    @property
    def tiles(self) -> list[Tile]:
        return [self.grid.tiles.tile(row) for row in range(self.grid.tiles.rowCount())]

    def locked(self) -> int:
        return sum(tile.locked for tile in self.tiles)

    def splits(self) -> list[Photo]:
        assert self.session.project.opened
        return self.session.project.opened.photos.scan().photos

    def looks(self) -> list[Look]:
        assert self.session.project.opened
        return self.session.project.opened.photos.seal.looks()

    def wizard(self) -> SplitWizard:
        """The wizard, opened by its button, once it knows the counts."""
        self.page.split_button.click()
        self.page.split_button.click()
        self.qtbot.waitUntil(lambda: bool(self.tab.findChildren(SplitWizard)))
        self.settle()
        (wizard,) = self.tab.findChildren(SplitWizard)
        self.qtbot.waitUntil(wizard.primary.isEnabled)
        return wizard


def test_another_split_is_one_step_and_its_undo_brings_the_plan_back(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    shown = Shown(qtbot, open_window(photo_folder(classes=2, each=10)))
    before, note = shown.splits(), shown.page.split_note.text()
    assert note == "Chosen at random within each class. Adding photos later does not change it."
    shown.page.show_tests.click()
    shown.wait()
    assert shown.locked() == 0
    wizard = shown.wizard()
    wizard.pattern.textEdited.emit("(?)*.png")
    wizard.methods.button(2).click()
    wizard.shares.sliders[0].setValue(40)
    qtbot.waitUntil(wizard.primary.isEnabled)
    counts = list(wizard.counts.counts.rows)
    wizard.primary.click()
    shown.wait()
    assert shown.locked() == shown.facts.count("test"), "other photos test now"
    assert shown.facts.classes == counts, "the very counts the wizard has told"
    assert shown.splits() != before
    assert shown.session.undo.name == "Split photos"
    assert "photos whose names share a part stay together" in shown.page.split_note.text()
    shown.session.undo.undo()
    shown.settle()
    assert (shown.splits(), shown.page.split_note.text()) == (before, note)
    again = shown.wizard()
    assert (again.methods.current, again.shares.sliders[0].value()) == (0, 70)
    again.reject()


def two_splits(folder: Path) -> Path:
    """Train and test folders, of which one photo is in both."""
    data = folder.with_name("with splits")
    for place, file in enumerate(sorted(folder.rglob("*.png"))):
        to = data / ("test" if place % 3 == 0 else "train") / file.parent.name / file.name
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, to)
    shutil.copyfile(data / "test" / "class 0" / "000.png", data / "train" / "class 0" / "copy.png")
    return data


def geometries(shown: Shown) -> list[QRect]:
    """Where the parts of the page and its primary button are."""
    page, window = shown.page, shown.window
    parts = [page.grid, page.chart, page.split_bar, page.split_button, page.bar, shown.tab.pages, shown.tab.primary]
    return [QRect(part.mapTo(window, QPoint()), part.size()) for part in parts]


def test_while_photos_leak_a_banner_stands_below_them(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    shown = Shown(qtbot, open_window(two_splits(photo_folder(classes=2, each=9))))
    page, banner = shown.page, shown.page.leak
    assert page.split_note.text() == "This is the split that came with your photos."
    assert banner.isVisible()
    assert banner.words.text().startswith("1 pair of photos that belong together is on two sides of the split")
    assert "class 0/000.png" in banner.accessibleName()
    assert "class 0/000.png" in banner.toolTip()
    assert "also used to train" not in shown.tab.notes.accessibleName(), "it is said once"
    page.chart.choose("class 1")
    banner.show_button.click()
    shown.wait()
    assert page.chart.current is None
    qtbot.waitUntil(lambda: [Path(tile.path).name for tile in shown.tiles] in (["000.png", "copy.png"], ["copy.png", "000.png"]))  # fmt: skip
    assert [(look.photos, look.finding) for look in shown.looks()] == [(1, "same_photo_two_splits")]
    assert page.seal_note.text().startswith("Test photos were looked at on ")
    page.show_all.click()
    page.bar.clear()
    shown.wait()
    assert shown.locked() == shown.facts.count("test"), "those that nothing was found about, and among all: each"
    places = geometries(shown)
    banner.mend_button.click()
    shown.settle()
    assert not banner.isVisible()
    assert geometries(shown) == places, "nothing moves"
    assert {photo.split for photo in shown.splits() if photo.path.endswith(("copy.png", "0/000.png"))} == {"train"}
    shown.session.undo.undo()
    shown.settle()
    assert banner.isVisible()


def test_test_photos_are_sealed_until_somebody_asks_for_them(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    folder = photo_folder(classes=2, each=8)
    shown = Shown(qtbot, open_window(folder))
    page, grid, count = shown.page, shown.grid, shown.facts.count("test")
    hidden = {str(folder / photo.path) for photo in shown.splits() if photo.split == "test"}
    assert shown.locked() == count == len(hidden)
    assert {tile.path for tile in shown.tiles if not tile.locked}.isdisjoint(hidden)
    assert all(tile.text.endswith("hidden test photo") for tile in shown.tiles if tile.locked)
    assert page.seal_note.text() == f"{count} test photos are hidden."
    row = next(row for row, tile in enumerate(shown.tiles) if tile.locked)
    page.show_details(True)
    with qtbot.assertNotEmitted(shown.tab.photo_activated), qtbot.assertNotEmitted(page.photo_wanted, wait=200):
        grid.setCurrentIndex(grid.tiles.index(row))
        qtbot.keyClick(grid, Qt.Key.Key_Return)
        grid.doubleClicked.emit(grid.tiles.index(row))
    assert page.details.instead.text() == "This is a hidden test photo."
    assert page.show_tests.hasFocus()
    grid.tiles.see(range(grid.tiles.rowCount()))
    seen = next(tile.path for tile in shown.tiles if not tile.locked)
    qtbot.waitUntil(lambda: page.source.file(seen) != "", timeout=20_000)
    assert not any(page.source.file(path) for path in hidden)
    grid.setCurrentIndex(grid.tiles.index(0))
    shown.tab.photo_activated.emit(seen)
    qtbot.waitUntil(lambda: bool(shown.session.selection.paths))
    assert hidden.isdisjoint(shown.session.selection.paths), "nor in the viewer, going from photo to photo"
    shown.window.show_step("dataset")
    examples: list[str] = []
    for _ in range(16):
        page.find_next(examples[-1] if examples else "", examples.append)
        shown.settle()
    assert len(set(examples)) == 16 - count
    assert hidden.isdisjoint(examples)

    page.show_tests.click()
    shown.wait()
    assert shown.locked() == 0
    assert {tile.path for tile in shown.tiles} > hidden
    assert not page.show_tests.isVisible()
    assert page.seal_note.text().startswith("Test photos were looked at on ")
    assert [(look.photos, look.finding) for look in shown.looks()] == [(count, None)]
    assert page.details.instead.text() == ""


def test_what_can_be_done_with_a_hidden_photo(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    shown = Shown(qtbot, open_window(photo_folder(classes=2, each=6)))
    grid = shown.grid
    row = next(row for row, tile in enumerate(shown.tiles) if tile.locked)
    index: QModelIndex = grid.tiles.index(row)
    grid._ask_menu(index, grid.mapToGlobal(QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    words = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert words == ["Label as", "Exclude"], "nothing that shows it"
    menu.close()
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    shown.settle()
    assert shown.facts.excluded == 1
    shown.page.bar._tell(PhotoFilter(excluded=True), PhotoSort())
    shown.wait()
    assert shown.locked() == 1, "excluded, looked at, used again: that would be a way round"


def test_sealed_photos_come_last_in_the_mixed_order(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    shown = Shown(qtbot, open_window(two_splits(photo_folder(classes=3, each=9))))
    hidden = shown.facts.count("test")
    locked = [tile.locked for tile in shown.tiles]
    assert locked == [False] * (len(locked) - hidden) + [True] * hidden
    classes = [tile.text.split(", ")[1] for tile in shown.tiles]
    for part in (classes[:3], classes[-hidden:][:3]):
        assert sorted(part) == ["class 0", "class 1", "class 2"], "each class in its turn"


def test_three_rows_are_seen_in_a_small_window_whatever_is_said(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    shown = Shown(qtbot, open_window(two_splits(photo_folder(classes=3, each=30))))
    window, grid, tab = shown.window, shown.grid, shown.tab
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.size() == QSize(1024, 700) and tab.notes.isVisible())
    assert shown.page.leak.isVisible()

    def lines() -> int:
        whole = [grid.visualRect(grid.tiles.index(row)) for row in range(grid.tiles.rowCount())]
        return len({rect.top() for rect in whole if grid.viewport().rect().contains(rect)})

    qtbot.waitUntil(lambda: lines() >= 3)
    before = geometries(shown)
    tab.show_view(msgspec.structs.replace(tab._view, notes=[], leak=None, leak_short=None))
    for _ in range(5):
        QApplication.sendPostedEvents()
    assert not tab.notes.isVisible()
    assert not shown.page.leak.isVisible()
    assert geometries(shown) == before, "nothing moves"


def test_the_note_leads_to_the_checks_where_it_is_not_repeated(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    shown = Shown(qtbot, open_window(two_splits(photo_folder(classes=3, each=9))))
    tab = shown.tab
    qtbot.waitUntil(tab.notes.isVisible)
    tab.notes.more.click()
    assert tab.pages.current == CHECKS
    assert not tab.notes.isVisible()
    assert not shown.page.leak.isVisible()
    tab.pages.choose(PHOTOS)
    assert tab.notes.isVisible()
    assert shown.page.leak.isVisible()
