"""The whole path as a person walks it: drop a folder, train, test, drop a photo, read its class. Real children, real torch."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Ended
from cnn_desktop.gui.app import boot
from cnn_desktop.gui.tabs.evaluation import EvaluationTab
from cnn_desktop.gui.tabs.viewer import ViewerTab
from cnn_desktop.gui.theme import Theme
from cnn_desktop.gui.window import MainWindow
from cnn_desktop.gui.wiring import Wiring
from tests.conftest import draw_photo
from tests.gui.conftest import close


class Person:
    """Uses the window with mouse and drops only, and counts the clicks."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.clicks = 0

    def click(self, button: QWidget) -> None:
        assert button.isVisible(), button
        assert button.isEnabled(), button
        self.clicks += 1
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def primary(self) -> QPushButton:
        """The one primary button of the page that is shown."""
        return self.window.tab(self.window.step).primary  # type: ignore[attr-defined,no-any-return]

    def drop(self, path: Path) -> None:
        target = self.window.childAt(self.window.width() // 2, self.window.height() // 2) or self.window
        while not target.acceptDrops():
            target = target.parentWidget()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        nothing, left, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
        QApplication.sendEvent(target, QDragEnterEvent(QPoint(9, 9), copy, data, left, nothing))
        QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), copy, data, left, nothing))


@pytest.fixture
def person(qtbot: QtBot, theme: Theme) -> Iterator[Person]:
    _, window = boot([])
    yield Person(qtbot, window)
    close(qtbot, window)
    assert not psutil.Process().children(recursive=True)


@pytest.mark.timeout(300)
def test_from_a_dropped_folder_to_the_class_of_a_dropped_photo(
    person: Person, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    qtbot, window = person.qtbot, person.window
    session = Wiring.of(window).session
    ended: list[Ended] = []
    session.job_event.connect(lambda event: ended.append(event) if isinstance(event, Ended) else None)

    person.drop(photo_folder(classes=3, each=14, name="colours"))
    qtbot.waitUntil(lambda: session.scan is not None and not session.job.running, timeout=30_000)
    session.set_config(head_epochs=2, epochs=0, image_size=64, batch_size=8)  # so that it is over soon

    person.click(person.primary())
    assert window.step == "model"
    person.click(person.primary())
    assert window.step == "training"
    person.click(person.primary())
    assert session.job.kind == "train"
    assert person.clicks == 3

    qtbot.waitUntil(lambda: bool(ended) and not session.job.running, timeout=180_000)
    assert [one.outcome for one in ended] == ["finished"], ended
    assert session.runs[0].val_accuracy is not None
    assert window.rail.buttons["evaluation"].isEnabled()

    person.click(window.rail.buttons["evaluation"])
    person.click(person.primary())
    qtbot.waitUntil(lambda: session.report is not None and not session.job.running, timeout=120_000)
    tab = window.tab("evaluation")
    assert isinstance(tab, EvaluationTab)
    assert session.report is not None
    assert session.report.n == len(session.scan.of_split("test"))  # type: ignore[union-attr]
    assert f"{100 * session.report.accuracy:.1f}" in tab.title.text()

    person.click(window.rail.buttons["viewer"])
    photo = draw_photo(tmp_path / "unseen.png", 1, 999)
    person.drop(photo)
    viewer = window.tab("viewer")
    assert isinstance(viewer, ViewerTab)
    qtbot.waitUntil(lambda: viewer.current == str(photo) and "class 1" in viewer.verdict.text(), timeout=120_000)
    assert "torch" not in sys.modules
