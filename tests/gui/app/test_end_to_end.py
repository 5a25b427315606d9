"""The whole path as a person walks it: drop a folder, train, test, drop a photo, read its class.

The real `main()` with its event loop and hooks, real children, real torch.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.__main__ import main
from cnn_desktop.domain.events import Ended
from cnn_desktop.gui.evaluation.tab import EvaluationTab
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.viewer.tab import ViewerTab
from tests.conftest import draw_photo
from tests.gui.conftest import close


class Person:
    """Uses the window with mouse and drops only, and counts the clicks."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.clicks = 0

    def click(self, button: QWidget) -> None:
        """Clicks `button` as soon as it is there to be clicked."""
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled(), timeout=10_000)
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


Walk = Callable[[Person], None]


@pytest.fixture
def in_the_program(qtbot: QtBot, theme: Theme, hooks: None) -> Callable[[Walk], None]:
    """Runs the program as `cnn-desktop` without words does, walks through it, and closes its window."""

    def run(walk: Walk) -> None:
        stumbled: list[BaseException] = []
        windows: list[MainWindow] = []

        def begin() -> None:
            windows.extend(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
            try:
                walk(Person(qtbot, windows[0]))
            except BaseException as error:  # noqa: BLE001 - raised again outside the loop: a slot would swallow it
                stumbled.append(error)
            finally:
                Wiring.of(windows[0]).close()

        QTimer.singleShot(0, begin)
        code = main([])
        close(qtbot, windows[0])
        if stumbled:
            raise stumbled[0]
        assert code == 0
        assert not psutil.Process().children(recursive=True)

    return run


@pytest.mark.timeout(300)
def test_from_a_dropped_folder_to_the_class_of_a_dropped_photo(
    in_the_program: Callable[[Walk], None], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder, photo = photo_folder(classes=3, each=14, name="colours"), draw_photo(tmp_path / "unseen.png", 1, 999)
    in_the_program(lambda person: _walk(person, folder, photo))
    assert "torch" not in sys.modules


def _walk(person: Person, folder: Path, photo: Path) -> None:
    qtbot, window = person.qtbot, person.window
    session = Wiring.of(window).session
    ended: list[Ended] = []
    session.jobs.came.connect(lambda event: ended.append(event) if isinstance(event, Ended) else None)

    person.drop(folder)
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=30_000)
    session.settings.set(head_epochs=2, epochs=0, image_size=64, batch_size=8)  # so that it is over soon

    person.click(person.primary())
    assert window.step == "model"
    person.click(person.primary())
    assert window.step == "training"
    person.click(person.primary())
    assert session.jobs.now.step == "training"
    assert person.clicks == 3

    qtbot.waitUntil(lambda: bool(ended) and not session.jobs.now.running, timeout=180_000)
    assert [one.outcome for one in ended] == ["finished"], ended
    assert session.runs.all[0].val_accuracy is not None
    assert window.rail.buttons["evaluation"].isEnabled()

    person.click(window.rail.buttons["evaluation"])
    person.click(person.primary())
    qtbot.waitUntil(lambda: session.runs.report is not None and not session.jobs.now.running, timeout=120_000)
    tab = window.tab("evaluation")
    assert isinstance(tab, EvaluationTab)
    assert session.runs.report is not None
    assert session.runs.report.n == session.project.photos.count("test")  # type: ignore[union-attr]
    assert f"{100 * session.runs.report.accuracy:.1f}" in tab.title.text()

    assert person.primary().text() == "Classify &new photos"
    person.click(person.primary())
    assert window.step == "viewer"
    person.drop(photo)
    viewer = window.tab("viewer")
    assert isinstance(viewer, ViewerTab)
    qtbot.waitUntil(
        lambda: session.selection.current == str(photo) and "class 1" in viewer.answer.verdict.text(), timeout=120_000
    )
