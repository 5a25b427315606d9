"""Starts the window. Imports as little as it can before the first paint, and never torch."""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from cnn_desktop import __version__
from cnn_desktop.domain import crashes, places
from cnn_desktop.domain.files import check_new_picture, files_in
from cnn_desktop.domain.jobs.base import Step
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.resources import resource
from cnn_desktop.domain.typed import Parser
from cnn_desktop.gui.app.claim import Claim
from cnn_desktop.gui.app.file_events import FileEvents
from cnn_desktop.gui.app.front import bring_to_front
from cnn_desktop.gui.app.garbage import Garbage
from cnn_desktop.gui.app.keep_awake import KeepAwake
from cnn_desktop.gui.app.notify import Notifier
from cnn_desktop.gui.app.requests import Asked, Requests
from cnn_desktop.gui.app.screen import screen_wanted
from cnn_desktop.gui.frame import drops
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.icons import app_icon
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.words import LANGUAGE_VARIABLE, tr
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.preferences import Memory
from cnn_desktop.gui.state.session import Session

PLATFORM_VARIABLE = "QT_QPA_PLATFORM"
TURN_SECONDS = 0.001
"""So long the window waits for a thread that computes in Python, each time it needs Python itself; usually it is 5 ms, and a
few dozen of them are a stall."""


@dataclasses.dataclass(frozen=True)
class Options:
    """The words after `cnn-desktop` when they open the window."""

    paths: tuple[Path, ...] = ()
    """Absolute."""
    sample: bool = False
    screenshot: Path | None = None
    """Draw the window off screen into this new file, and end."""
    tab: str = ""
    new_window: bool = False
    """Also when there is a window already."""


def read_options(words: list[str]) -> Options:
    """Raises UsageError on words that mean nothing."""
    parser = Parser(prog="cnn-desktop", add_help=False)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--screenshot", type=Path)
    parser.add_argument("--tab", default="", choices=get_args(Step))
    parser.add_argument("--new-window", action="store_true")
    found = parser.parse_args(words)
    paths = tuple(path.absolute() for path in found.paths)
    return Options(paths, found.sample, found.screenshot, found.tab, found.new_window)


def main(words: list[str]) -> int:
    """Opens the window and stays until it is closed; or has a window that is open already do so, and ends. Returns the exit code.

    Raises UserError where a picture that was asked for cannot be saved.
    """
    options = read_options(words)
    if options.screenshot is not None:
        check_new_picture(options.screenshot)
        os.environ[PLATFORM_VARIABLE] = "offscreen"
    settle_platform()
    claim = Claim()
    if options.screenshot is None and not claim.take() and not options.new_window:
        from cnn_desktop.gui.app.one_window import hand_over

        if hand_over(Asked(tuple(map(str, options.paths)), options.sample), claim):
            return 0
    has_crashed = options.screenshot is None and crashes.watch("window")
    app, window = boot(words)
    from cnn_desktop.gui.app import guard

    guard.watch(window)
    if options.screenshot is None:
        if has_crashed:
            tell_of_crash(window)
        requests = listen(app, window)
        window.first_painted.connect(lambda: _open_door(claim, window, requests))
        return app.exec()
    from cnn_desktop.gui.app.picture import Picture

    picture = Picture(window, options.screenshot, options.tab)
    code = app.exec()
    if picture.problem is not None:
        raise picture.problem
    return code


def boot(words: list[str], session: Session | None = None) -> tuple[QApplication, MainWindow]:
    """Application and window, shown; the event loop is the caller's. For tests and the self-test too.

    Tests pass a `session` whose children are small programs.
    """
    options = read_options(words)
    with screen_wanted():
        app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    QCoreApplication.setOrganizationName(places.APP)
    QCoreApplication.setApplicationName(places.APP)
    QCoreApplication.setApplicationVersion(__version__)
    app.setDesktopFileName("cnn-desktop")
    app.setWindowIcon(app_icon())
    # Qt's own file dialogs remember the last folders in a file of theirs: in this app's folder too
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(places.settings_folder()))
    Garbage.on(app)
    sys.setswitchinterval(TURN_SECONDS)
    memory = Memory()
    install_language(app, os.environ.get(LANGUAGE_VARIABLE) or memory.preferences.language)
    theme = Theme.on(app)
    theme.choose(memory.preferences.theme)
    wiring = Wiring(session or Session(), memory, theme)
    Notifier(wiring.window, wiring.session.jobs)
    KeepAwake(wiring.session.jobs, wiring.window)
    wiring.begin()
    _open(wiring, options.paths, options.sample)
    return app, wiring.window


def _open(wiring: Wiring, paths: Iterable[Path], sample: bool) -> None:
    """What a start was asked for."""
    if sample:
        wiring.open_sample()
    elif found := list(paths):
        wiring.open_dropped(drops.sort_out(found))


def tell_of_crash(window: MainWindow) -> None:
    """Once, at the next start."""
    words = tr(
        "The app closed unexpectedly last time. Everything that was saved is still there. To help find the cause, choose "
        "“Save a report…” in the Help menu."
    )
    window.show_notice(Notice("warning", words))


def listen(app: QApplication, window: MainWindow, system: str = sys.platform) -> Requests:
    """What it is given, `window` opens, and comes to the front."""
    wiring = Wiring.of(window)
    requests = Requests(window, lambda: wiring.session.jobs.now.kind in (ScanFolder, DrawSample))

    def take(asked: Asked) -> None:
        if not wiring.is_closing:
            _open(wiring, map(Path, asked.paths), asked.sample)

    requests.came.connect(lambda token: bring_to_front(window, token))
    requests.asked.connect(take)
    if system == "darwin":
        events = FileEvents(app, requests.take)
        window.closed.connect(events.deleteLater)
    return requests


def _open_door(claim: Claim, window: MainWindow, requests: Requests) -> None:
    """From now on other starts come to `window`; not before it is on the screen, which it would delay."""
    if not claim.take():
        return
    from cnn_desktop.gui.app.one_window import FrontDoor

    wiring = Wiring.of(window)
    door = FrontDoor(claim, lambda: wiring.is_closing, requests, window)
    window.closed.connect(door.shut)


def settle_platform() -> None:
    """Qt ends the program when the shell names a platform plugin that did not come with it: then Qt chooses."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    told = os.environ.get(PLATFORM_VARIABLE, "")
    there = [one for one in told.split(";") if files_in(plugins, f"*q{one.partition(':')[0]}.*")]
    if told and there != told.split(";"):
        os.environ[PLATFORM_VARIABLE] = ";".join(there)
        if not there:
            del os.environ[PLATFORM_VARIABLE]


def install_language(app: QApplication, language: str) -> None:
    """Installs the app's and Qt's own translations for `language`, or for the system's when it is "system"."""
    locale = QLocale.system() if language == "system" else QLocale(language)
    if locale.language() == QLocale.Language.C:
        locale = QLocale("en")  # no locale set: numbers in English rather than without separators
    QLocale.setDefault(locale)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    own = str(resource("translations"))
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("cnn_desktop", own),
    ):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
        else:
            translator.deleteLater()
