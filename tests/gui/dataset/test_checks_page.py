"""The page of the checks: buttons and keyboard on their own, and in a real window from the check to the undone remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter
from cnn_desktop.domain.photos import ClassCount, Finding, FindingKind, PhotoFacts
from cnn_desktop.gui.dataset.checks_page import ChecksPage
from cnn_desktop.gui.dataset.checks_view import Facts, view
from cnn_desktop.gui.dataset.tab import CHECKS, LEFT_OUT, PHOTOS, DatasetTab
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.theme import Theme

Open = Callable[..., MainWindow]
KINDS: tuple[FindingKind, ...] = ("dark", "bright", "tiny", "uniform")


def facts(*kinds: FindingKind, long: str = "") -> Facts:
    found = [
        Finding(say("{name} is {kind}.", name=long or "a.jpg", kind=kind), kind, [f"a/{kind}.jpg"]) for kind in kinds
    ]
    return Facts(PhotoFacts({"1": "/p"}, [ClassCount("a", 9), ClassCount("b", 9)], findings=found, checked="checked"))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[ChecksPage]:
    page = ChecksPage()
    page.resize(744, 400)
    page.show_view(view(facts(*KINDS)))
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.close()
    page.deleteLater()


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_buttons_tell_what_is_wanted(qtbot: QtBot, page: ChecksPage) -> None:
    show, exclude = page.rows[1].buttons
    with qtbot.waitSignal(page.photos_wanted) as shown:
        press(qtbot, show)
    assert shown.args == [PhotoFilter(finding="bright", excluded=None)]
    with qtbot.waitSignal(page.remedy_wanted) as wanted:
        press(qtbot, exclude)
    finding, remedy = wanted.args
    assert (finding.kind, remedy.kind, remedy.exclude) == ("bright", "exclude", ("a/bright.jpg",))
    assert show.accessibleName() == "Show photos: a.jpg is bright."


def test_the_keyboard_goes_to_what_took_the_place_of_what_is_mended(page: ChecksPage) -> None:
    page.rows[1].buttons[1].setFocus()
    page.show_view(view(facts("dark", "tiny", "uniform")))
    assert QApplication.focusWidget() is page.rows[1].buttons[0]
    page.rows[2].buttons[1].setFocus()
    page.show_view(view(facts("dark", "tiny")))
    assert QApplication.focusWidget() is page.rows[1].buttons[0]
    page.show_view(view(facts()))
    assert QApplication.focusWidget() is page.button


def test_rows_that_stay_the_same_are_left_alone(page: ChecksPage) -> None:
    before = list(page.rows)
    page.show_view(view(facts(*KINDS)))
    assert page.rows == before


def test_what_was_scrolled_to_stays(qtbot: QtBot, page: ChecksPage) -> None:
    page.resize(744, 220)
    bar = page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 60)
    bar.setValue(60)
    page.show_view(view(facts("bright", "tiny", "uniform")))
    first = page.rows[0]
    qtbot.waitUntil(lambda: first.y() == 0)
    assert bar.value() == 60


@pytest.mark.parametrize("long", ["x" * 250 + ".jpg", "bottle cap " * 25, "<b>&amp;", "a\u202eb.jpg"])
def test_no_name_widens_the_page(page: ChecksPage, long: str) -> None:
    width = page.minimumSizeHint().width()
    page.show_view(view(facts(*KINDS, long=long)))
    assert page.minimumSizeHint().width() <= width
    assert page.rows[0].words.textFormat() == Qt.TextFormat.PlainText


def test_the_choice_is_shown_without_telling(qtbot: QtBot, page: ChecksPage) -> None:
    told: list[bool] = []
    page.crops_toggled.connect(told.append)
    page.show_crops(True)
    assert (page.crops.isChecked(), told) == (True, [])
    page.crops.click()
    assert told == [False]


def test_from_the_check_to_the_undone_remedy(
    qtbot: QtBot, open_window: Open, photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=14)
    Image.new("RGB", (48, 40)).save(folder / "class 0" / "003.png")
    shutil.copy(folder / "class 0" / "004.png", folder / "class 1" / "copy.png")
    shutil.copy(folder / "class 0" / "005.png", folder / "class 0" / "copy.png")
    (folder / "class 1" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    window = open_window(folder)
    wiring, tab = Wiring.of(window), window.tab("dataset")
    assert isinstance(tab, DatasetTab)
    session, page = wiring.session, tab.checks

    def kinds() -> list[str]:
        return [row.row.finding.kind for row in page.rows]

    def press_in(kind: str, words: str) -> None:
        row = next(row for row in page.rows if row.row.finding.kind == kind)
        press(qtbot, next(button for button in row.buttons if button.text().startswith(words)))

    tab.pages.choose(CHECKS)
    qtbot.waitUntil(lambda: "same_photo_two_labels" in kinds())
    assert "uniform" not in kinds(), "only reading the folder has found anything yet"
    press(qtbot, page.button)
    assert not page.button.isEnabled()
    assert tab.stack.currentWidget() is tab.main
    assert window.strip.job.isVisible()
    assert window.strip.job.button.isEnabled()
    qtbot.waitUntil(lambda: "uniform" in kinds() and not session.jobs.now.running, timeout=20_000)
    assert page.button.isEnabled()
    count = len(page.rows)
    assert f"({sum(kind != 'note' for kind in kinds())})" in tab.pages.button(CHECKS).text()

    press_in("uniform", "Show photos")
    assert tab.pages.current == PHOTOS
    qtbot.waitUntil(lambda: tab.photos.grid.tiles.rowCount() == 1)
    qtbot.waitUntil(lambda: tab.photos.grid.tiles.tile(0).path == str(folder / "class 0" / "003.png"))
    tab.pages.choose(CHECKS)
    press_in("uniform", "Exclude")
    qtbot.waitUntil(lambda: "uniform" not in kinds())
    assert session.project.photos
    assert (len(page.rows), session.project.photos.excluded) == (count - 1, 1)
    assert session.undo.name == "Exclude photos"
    session.undo.undo()
    qtbot.waitUntil(lambda: "uniform" in kinds())
    assert session.project.photos.excluded == 0
    session.undo.redo()
    qtbot.waitUntil(lambda: "uniform" not in kinds())

    press_in("same_photo_two_labels", "Choose")
    assert tab.pages.current == PHOTOS
    qtbot.waitUntil(lambda: tab.photos.grid.tiles.rowCount() == 2)
    tab.pages.choose(CHECKS)
    press_in("truncated", "Show photos")
    assert tab.pages.current == LEFT_OUT
    tab.pages.choose(CHECKS)
    press_in("exact_duplicate", "Keep one")
    qtbot.waitUntil(lambda: session.project.photos is not None and session.project.photos.excluded == 2)
    assert "same_photo_two_labels" in kinds(), "which label is right only the person knows"
    press_in("exact_duplicate", "Choose")
    tab.pages.choose(CHECKS)

    action = next(action for action in window.menus.jobs if "Check" in action.text())
    assert action.isEnabled()
    action.trigger()
    assert session.checks.running
    qtbot.waitUntil(lambda: not session.jobs.now.running, timeout=20_000)
    assert "uniform" not in kinds(), "excluded photos are not checked"


def test_the_choice_of_crops_is_remembered(open_window: Open, photo_folder: Callable[..., Path]) -> None:
    window = open_window(photo_folder(classes=2, each=4))
    wiring, tab = Wiring.of(window), window.tab("dataset")
    assert isinstance(tab, DatasetTab)
    assert (tab.checks.crops.isChecked(), wiring.session.checks.crops) == (False, False)
    tab.checks.crops.click()
    assert wiring.session.checks.crops
    assert wiring.memory.preferences.choices["check_crops"]
