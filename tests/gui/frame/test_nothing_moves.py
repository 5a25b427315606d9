"""Nothing moves or is hidden while one works: messages lie over the page, a job has one bar, a drag has a sign."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QProgressBar, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.frame.drop_sign import DropSign, drop_words
from cnn_desktop.gui.frame.message_place import controls, is_free, lowest_free
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.tour import Tour
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.cards import Page
from cnn_desktop.gui.state.job_state import Notice

Open = Callable[..., MainWindow]
Folder = Callable[..., Path]
LONG = "The weights could not be downloaded: there is no connection. " * 4


def in_window(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def settle(qapp: QApplication) -> None:
    """Lets layouts that wait for others follow them."""
    for _ in range(5):
        qapp.sendPostedEvents()


def page_of(window: MainWindow) -> Page:
    page = window.tab(window.step)
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize("size", [(1280, 820), (960, 560)])
def test_messages_push_nothing_and_leave_the_buttons_free(
    qapp: QApplication, open_window: Open, photo_folder: Folder, size: tuple[int, int]
) -> None:
    window = open_window(photo_folder(classes=2, each=6))
    window.resize(*size)
    for step in STEPS:
        window.show_step(step)
        settle(qapp)
        page = page_of(window)
        before = {id(part): in_window(part, window) for part in page.findChildren(QWidget) if part.isVisible()}
        for number in range(3):
            window.show_notice(Notice("error", f"{number} {LONG}", "details"))
        window.messages.rows[0].details.open.setChecked(True)
        settle(qapp)
        after = {id(part): in_window(part, window) for part in page.findChildren(QWidget) if part.isVisible()}
        assert after == before
        bar = in_window(window.messages, window)
        assert window.messages.isVisible()
        assert in_window(page, window).contains(bar)
        if page.primary.isVisible():
            assert not bar.intersects(in_window(page.primary, window))
        window.messages.settle("")


def test_a_message_lies_where_no_control_does_and_stays_there(
    qtbot: QtBot, qapp: QApplication, open_window: Open, photo_folder: Folder
) -> None:
    window = open_window(photo_folder(classes=2, each=6))
    window.resize(1280, 800)
    bar = window.messages
    for step in STEPS:
        window.show_step(step)
        settle(qapp)
        page = page_of(window)
        buttons = [part for part in page.findChildren(QAbstractButton) if not part.visibleRegion().isEmpty()]
        assert buttons, step
        for words in ("The weights could not be downloaded.", "Something else."):
            window.show_notice(Notice("error", words))
            settle(qapp)
            where = in_window(bar, window)
            assert in_window(page, window).contains(where), step
            covered = [part.text() for part in buttons if where.intersects(in_window(part, window))]
            assert covered == [], step
        qtbot.mouseClick(bar.rows[0].close_button, Qt.MouseButton.LeftButton)
        settle(qapp)
        assert in_window(bar, window).bottom() == where.bottom(), "the one that is left stays"
        bar.settle("")


def test_the_lowest_place_that_is_free() -> None:
    size, foot = QSize(700, 40), QRect(600, 660, 200, 32)
    assert lowest_free(size, 24, 700, []) == 652
    assert lowest_free(size, 24, 700, [foot]) == 612, "above the button"
    assert lowest_free(QSize(500, 40), 24, 700, [foot]) == 652, "beside it"
    assert lowest_free(size, 24, 700, [foot, QRect(30, 600, 100, 32)]) == 552, "not between two without room"
    assert lowest_free(size, 24, 700, [QRect(0, 0, 800, 700)]) is None
    assert not is_free(QRect(0, 650, 700, 40), [foot])


def test_a_control_that_is_scrolled_away_takes_no_room(qtbot: QtBot) -> None:
    inside = QWidget()
    inside.setFixedSize(100, 1000)
    near, far = QPushButton("near", inside), QPushButton("far", inside)
    near.setGeometry(0, 10, 80, 20)
    far.setGeometry(0, 900, 80, 20)
    page = QScrollArea()
    page.setWidget(inside)
    qtbot.addWidget(page)
    page.resize(200, 200)
    page.show()
    assert [one.size() for one in controls(page)] == [near.size()]
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    near.hide()
    assert len(controls(page)) == 1


def bars(window: MainWindow) -> list[str]:
    """The progress bars that are seen."""
    return [bar.accessibleName() for bar in window.findChildren(QProgressBar) if bar.isVisible()]


def test_a_training_has_one_bar_on_every_step(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    window = open_window(photo_folder(classes=2, each=10), how="long")
    session = Wiring.of(window).session
    assert session.runs.train()
    qtbot.waitUntil(lambda: session.jobs.now.fraction is not None, timeout=15_000)
    for step in STEPS:
        window.show_step(step)
        assert len(bars(window)) == 1, step


def test_a_folder_being_read_has_one_bar(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> None:
    window = open_window()
    session = Wiring.of(window).session
    seen: list[int] = []
    session.jobs.progressed.connect(lambda: seen.append(len(bars(window))))
    session.project.open_folder(photo_folder(classes=2, each=40))
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
    assert seen
    assert max(seen) == 1


def dragged(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def enter(window: MainWindow, data: QMimeData) -> None:
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    event = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(event)
    assert event.isAccepted()


def test_over_an_open_project_a_sign_says_what_letting_go_does(open_window: Open, photo_folder: Folder) -> None:
    window = open_window(photo_folder(classes=2, each=6))
    sign = window.findChild(DropSign)
    assert sign is not None
    for step in ("dataset", "model", "training", "viewer"):
        window.show_step(step)
        before = window.grab().toImage()
        enter(window, dragged("/photos/birds"))
        assert sign.isVisible()
        assert window.grab().toImage() != before
        window.dragLeaveEvent(QDragLeaveEvent())
        assert not sign.isVisible()


def test_the_start_page_lights_its_own_zone_instead(open_window: Open) -> None:
    window = open_window()
    sign = window.findChild(DropSign)
    assert sign is not None
    before = window.start.zone.grab().toImage()
    enter(window, dragged("/photos/birds"))
    assert not sign.isVisible()
    assert window.start.zone.grab().toImage() != before


@pytest.mark.parametrize(
    ("names", "step", "words"),
    [
        (["/photos/birds"], "dataset", "Drop here to open “birds”"),
        (["/photos/birds", "/photos/bees"], "model", "Drop here to open 2 files or folders"),
        (["/photos/owl.jpg"], "viewer", "Drop here to classify this photo"),
        (["/photos/owl.jpg", "/photos/bee.jpg"], "viewer", "Drop here to classify these photos"),
        (["/photos/birds"], "viewer", "Drop here to classify “birds”"),
        (["/photos/birds", "/photos/bees"], "viewer", "Drop here to classify these photos"),
        (["/photos/birds.CSV"], "viewer", "Drop here to open “birds.CSV”"),
        (["/a/Birds.cnnproj"], "viewer", "Drop here to open “Birds.cnnproj”"),
        (["/a/Birds.cnnproj/runs/2026-11-25 22-21-40"], "viewer", "Drop here to open this model"),
        (["/a/Birds.cnnproj/runs/2026-11-25 22-21-40"], "dataset", "Drop here to open this model"),
        ([], "dataset", "Drop here to view this picture"),
        ([], "viewer", "Drop here to classify this photo"),
    ],
)
def test_the_words_of_the_sign(names: list[str], step: str, words: str) -> None:
    assert drop_words(dragged(*names), step) == words


@pytest.mark.parametrize("size", [(1280, 820), (1024, 700)])
def test_the_tour_covers_neither_the_page_nor_the_steps(
    qapp: QApplication, open_window: Open, photo_folder: Folder, size: tuple[int, int]
) -> None:
    window = open_window(photo_folder(classes=2, each=6))
    window.resize(*size)
    tour = Tour.begin(window, Wiring.of(window).session)
    for place in range(6):
        tour.go(place)
        settle(qapp)
        card = in_window(tour, window)
        assert not card.intersects(in_window(page_of(window), window))
        for button in window.rail.buttons.values():
            assert not card.intersects(in_window(button, window))
