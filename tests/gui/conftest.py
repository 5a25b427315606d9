"""Windows for tests: booted as the program boots them, in English, closed with their children afterwards."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.app import guard
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.app.garbage import Garbage
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.children.silence import Patience
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.words import LANGUAGE_VARIABLE
from cnn_desktop.gui.state.session import Session
from tests.patience import PATIENCE

PATIENCE_MS = int(1000 * PATIENCE)
FAKE = str(Path(__file__).parent / "children" / "fake_child.py")


class PatientBot(QtBot):
    """Waits for as long as `PATIENCE` says, also where a test asks for less: a busy computer takes its time."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = 0) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal: Any, *, timeout: int = 0, raising: bool = True, **how: Any) -> Any:
        """`raising` False: nothing is to come within `timeout`, so that is all the time it takes."""
        wait = max(timeout, PATIENCE_MS) if raising else timeout
        return super().waitSignal(signal, timeout=wait, raising=raising, **how)

    def waitSignals(self, signals: Any, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=PATIENCE_MS, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Of pytest-qt, with patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True, scope="session")
def garbage(qapp: QApplication) -> None:
    """Cycles are collected as in the program: in the window's thread."""
    Garbage.on(qapp)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "en")
    QLocale.setDefault(QLocale("en"))


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Ends what was left to be deleted later, which Qt does in an event loop only: every other style sheet would be laid on it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The application's theme, light."""
    theme = Theme.on(qapp)
    _light(theme)
    yield theme
    _light(theme)


def _light(theme: Theme) -> None:
    """Laying on a style sheet takes its time, so not for nothing."""
    if theme.choice != "light":
        theme.choose("light")


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., MainWindow]]:
    """`open_window(folder, how="long")`: a window, in torch's place a small child that behaves as `how` says,
    the one that answers questions as `shared` says; `real`: torch itself."""
    windows: list[MainWindow] = []

    def make(
        folder: Path | None = None,
        how: str = "",
        words: list[str] | None = None,
        patience: Patience | None = None,
        shared: str | None = None,
        real: bool = False,
    ) -> MainWindow:
        fake, full = [sys.executable, FAKE, how], [sys.executable, FAKE, how if shared is None else shared]
        programs = Programs() if real else Programs(full=full, job=fake)
        _, window = boot(words or [], Session(programs, patience=patience or Patience()))
        windows.append(window)
        qtbot.waitUntil(window.isVisible)
        if folder is not None:
            session = Wiring.of(window).session
            session.project.open_folder(folder)
            qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
        return window

    yield make
    for window in windows:
        close(qtbot, window)


@pytest.fixture
def hooks() -> Iterator[None]:
    """Takes out again what `guard.watch` installs in this process."""
    before = sys.excepthook, threading.excepthook
    handlers = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM)}
    yield
    sys.excepthook, threading.excepthook = before
    for name, handler in handlers.items():
        signal.signal(name, handler)
    signal.set_wakeup_fd(-1)
    for logged in list(guard.open_log().handlers):
        guard.open_log().removeHandler(logged)
        logged.close()


def close(qtbot: QtBot, window: MainWindow) -> None:
    """Closes `window` without a question and takes it apart."""
    if window.isVisible():
        with qtbot.waitSignal(window.closed, timeout=10_000):
            Wiring.of(window).close()
    window.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(window))
