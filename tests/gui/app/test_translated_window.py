"""The window in other words: longer ones than the English find room, and German ones are shown."""

from __future__ import annotations

import string
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.train import Trained
from cnn_desktop.gui.frame.about import AboutDialog
from cnn_desktop.gui.frame.rail import StepButton
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.recent_card import RecentButton
from cnn_desktop.gui.frame.selftest_dialog import SelftestDialog
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.kit.cards import ShortLabel
from cnn_desktop.gui.kit.words import CONTEXT, LANGUAGE_VARIABLE, QT_WORDS, tr
from tests.gui.frame.test_accessibility import controls
from tests.gui.frame.test_mnemonics import clashes


class Longer(QTranslator):
    """Makes every sentence 40 % longer, its {values} and mnemonic left as they are."""

    def translate(self, context: str, text: str, comment: str | None = None, number: int = -1) -> str:
        if context != CONTEXT or not text:
            return ""
        letters = sum(len(part[0]) for part in string.Formatter().parse(text))
        more = max(1, round(0.4 * letters))
        if " " not in text:
            return text + "~" * more
        return text + (" ~~~~~~~" * more)[:more]


@pytest.fixture
def longer(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    translator = Longer()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def cut_off(root: QWidget) -> list[str]:
    """Texts that do not have the room they need. What shortens itself with "…" and a tool tip is fine."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ShortLabel | StepButton | RecentButton):
            continue
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.minimumSizeHint().height()
            wide = 0 if widget.wordWrap() else widget.minimumSizeHint().width()
            if widget.width() < wide or widget.height() < needed:
                found.append(f"label “{widget.text()}” {widget.width()}×{widget.height()}, needs {wide}×{needed}")
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed = min(widget.sizeHint().width(), widget.minimumSizeHint().width() or widget.sizeHint().width())
            if widget.width() < needed:
                found.append(f"button “{widget.text()}” {widget.width()}, needs {needed}")
        outside = widget.mapTo(root.window(), widget.rect().topRight()).x() - root.window().width()
        if outside > 0 and isinstance(widget, QLabel | QAbstractButton):
            found.append(f"{type(widget).__name__} reaches {outside} pixels out of the window")
    return found


@pytest.mark.usefixtures("longer")
def test_the_tabs_have_room_for_longer_words(
    qtbot: QtBot, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]
) -> None:
    window = open_window(photo_folder(classes=3, each=8))
    window.setMinimumSize(0, 0)
    window.resize(1024, 700)
    for key in STEPS:
        window.show_step(key)
        settle(qtbot, window)
        assert window.width() == 1024, f"{key} makes the window wider than 1024 pixels"
        assert cut_off(window.tab(window.step)) == [], key
    window.menus.leave.trigger()
    settle(qtbot, window)
    assert cut_off(window.start) == []


@pytest.mark.usefixtures("longer")
def test_dialogs_have_room_for_longer_words(qtbot: QtBot, open_window: Callable[..., MainWindow]) -> None:
    for dialog in (AboutDialog(), SelftestDialog(more=["--what"])):
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qtbot, dialog)
        assert cut_off(dialog) == []
        dialog.done(0)
    window = open_window()
    box = window.ask_about_training(lambda: None, tr("&Stop and keep the best model"), lambda: None)
    settle(qtbot, box)
    assert cut_off(box) == []
    box.close()


def settle(qtbot: QtBot, widget: QWidget) -> None:
    """Waits until layouts have had their turn."""
    began = time.monotonic()
    qtbot.waitUntil(lambda: widget.isVisible() and time.monotonic() - began > 0.15)


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))


@pytest.mark.usefixtures("german")
def test_the_window_speaks_german(
    qtbot: QtBot, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]
) -> None:
    window = open_window(photo_folder(classes=2, each=10))
    assert window.rail.buttons["dataset"].accessibleName() == "Datensatz, 20 Fotos · 2 Klassen"
    event = Trained("r", "m", "cpu", 3, 2, 0.913, 0.1, 130.0, 10.0)
    assert event.sentence(QT_WORDS) == "Fertig nach 2 min: 91,3\u202f% der Validierungsfotos richtig (Epoche 2)."
    window.setMinimumSize(0, 0)
    window.resize(1024, 700)
    for key in STEPS:
        window.show_step(key)
        settle(qtbot, window)
        assert cut_off(window.tab(window.step)) == [], key
        assert clashes(window) == []
    assert list(controls(window))
