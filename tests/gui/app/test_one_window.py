"""Several starts: one window, which opens what any of them was asked for; and never a start that comes to nothing."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.app import app, one_window
from cnn_desktop.gui.app.claim import Claim
from cnn_desktop.gui.app.front import bring_to_front
from cnn_desktop.gui.app.one_window import FrontDoor, hand_over
from cnn_desktop.gui.app.requests import Asked, Requests
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from tests.patience import PATIENCE

pytestmark = pytest.mark.usefixtures("nowhere_else")


@pytest.fixture
def requests(qapp: QApplication) -> Iterator[Requests]:
    requests = Requests()
    yield requests
    requests.deleteLater()


@pytest.fixture
def door(qtbot: QtBot, home: Path, requests: Requests) -> Iterator[FrontDoor]:
    mine = Claim()
    assert mine.take()
    door = FrontDoor(mine, lambda: False, requests)
    yield door
    door.shut()
    door.deleteLater()


PATIENT = f"import sys; from cnn_desktop.gui.app import one_window as w; w.ANSWER = w.COMING_UP = {PATIENCE}\n"
"""However busy the computer is."""
HAND_OVER = PATIENT + (
    "from cnn_desktop.gui.app.claim import Claim; from cnn_desktop.gui.app.requests import Asked; claim = Claim()\n"
    "print(w.hand_over(Asked(tuple(sys.argv[1:])), claim), claim.take())"
)
WINDOW = PATIENT + "from cnn_desktop.__main__ import main; sys.exit(main(sys.argv[1:]))"


class OtherStart:
    """Another process that hands over what it was asked for; its Qt waits with Python held, so no thread of this one can."""

    def __init__(self, *paths: str) -> None:
        environment = os.environ | {"XDG_ACTIVATION_TOKEN": "a token"}
        self._process = subprocess.Popen(
            [sys.executable, "-c", HAND_OVER, *paths], stdout=subprocess.PIPE, env=environment, text=True
        )

    def is_over(self) -> bool:
        return self._process.poll() is not None

    def result(self) -> list[str]:
        """Whether it was taken, and whether it has the claim now."""
        return self._process.communicate(timeout=PATIENCE)[0].split()


@pytest.mark.parametrize("name", ["folder with ä and 写真", "bytes that are no text \udcff\udc80", "line\nfeed"])
def test_what_was_asked_for_comes_to_the_first_window(
    qtbot: QtBot, door: FrontDoor, requests: Requests, name: str
) -> None:
    path = f"/photos/{name}"
    with qtbot.waitSignal(requests.asked) as came:
        start = OtherStart(path)
    assert came.args == [Asked((path,), token="a token")]
    assert start.result() == ["True", "False"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sockets in folders")
def test_what_a_killed_window_has_left_is_in_nobodys_way(qtbot: QtBot, home: Path, requests: Requests) -> None:
    mine = Claim()
    (home / "settings").mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as old:
        old.bind(mine.addresses[0])
    assert not hand_over(Asked(), mine), "nobody is there"
    assert mine.take()
    door = FrontDoor(mine, lambda: False, requests)
    assert door.may_come()
    door.shut()
    assert list((home / "settings").iterdir()) == []


def visit(door: FrontDoor, said: bytes) -> QLocalSocket:
    """Somebody who comes and says something."""
    visitor = QLocalSocket()
    visitor.connectToServer(door._claim.addresses[0])
    assert visitor.waitForConnected(5000)
    visitor.write(said)
    visitor.flush()
    return visitor


@pytest.mark.parametrize(
    "said", [b"\n", b"{}\nno\n", b"[1]\n", b'{"paths": 7}\n', b"\xff" * 70_000, b"x" * 70_000 + b"\n", b'{"paths":["/p"]}\n']
)  # fmt: skip
def test_whoever_says_something_else_opens_nothing(
    qtbot: QtBot, door: FrontDoor, requests: Requests, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(one_window, "_LONGEST", 1 << 16)
    came = []
    requests.asked.connect(came.append)
    visitor = visit(door, said)
    if said.endswith(b'"]}\n'):  # a request, but whoever made it had no patience: its "go" never comes
        qtbot.waitUntil(visitor.canReadLine)
        visitor.disconnectFromServer()
    qtbot.waitUntil(lambda: visitor.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    qtbot.wait(1)  # whatever is on its way
    assert came == []
    assert door.may_come()


@pytest.mark.parametrize("said", [b"", b'{"paths":', b'{"paths":["/p"]}\n'])
def test_whoever_comes_and_says_no_more_does_not_stay(
    qtbot: QtBot, door: FrontDoor, requests: Requests, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(one_window, "_PATIENCE_MS", 20)
    came: list[object] = []
    requests.asked.connect(came.append)
    visitor = visit(door, said)
    qtbot.waitUntil(lambda: visitor.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert came == []


def test_a_window_that_does_not_answer_is_not_waited_for(door: FrontDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    """This thread has the door and does not come to its event loop."""
    monkeypatch.setattr(one_window, "ANSWER", 0.05)
    assert not hand_over(Asked(), Claim())


def test_a_window_that_closes_lets_the_next_start_be_the_first(qtbot: QtBot, home: Path, requests: Requests) -> None:
    mine = Claim()
    assert mine.take()
    door = FrontDoor(mine, lambda: True, requests)
    start = OtherStart()
    qtbot.waitUntil(start.is_over)
    assert start.result() == ["False", "True"]
    door.deleteLater()


def test_a_dialog_is_answered_first(qtbot: QtBot, door: FrontDoor, requests: Requests) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = QMessageBox(parent)
    box.open()
    came, seen = [], []
    requests.asked.connect(came.append)
    requests.came.connect(seen.append)
    start = OtherStart("/p")
    qtbot.waitUntil(start.is_over)
    assert (start.result(), came) == (["True", "False"], [])
    assert seen == ["a token"], "whoever clicks sees at once where the dialog is"
    with qtbot.waitSignal(requests.asked):
        box.close()


def test_as_many_photos_as_one_command_may_name(qtbot: QtBot, door: FrontDoor, requests: Requests) -> None:
    paths = [f"/photos/{number:05} ä.jpg" for number in range(5000)]
    with qtbot.waitSignal(requests.asked) as came:
        start = OtherStart(*paths)
    assert came.args == [Asked(tuple(paths), token="a token")]
    assert start.result() == ["True", "False"]


@pytest.mark.parametrize("token", ["a\0b", "\ud800", "a\nb", "ä"])
def test_a_token_that_is_none_changes_nothing(qtbot: QtBot, token: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bring_to_front(window, token)
    assert window.isVisible()


def test_the_first_window_opens_it_and_comes_to_the_front(
    qtbot: QtBot, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]
) -> None:
    window = open_window()
    folder = photo_folder(classes=2, each=4)
    window.showMinimized()
    mine = Claim()
    app._open_door(mine, window, app.listen(QApplication.instance(), window))
    start = OtherStart(str(folder))
    project = Wiring.of(window).session.project
    qtbot.waitUntil(lambda: project.info is not None)
    assert start.result() == ["True", "False"]
    assert not window.isMinimized()
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    Wiring.of(window).close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert mine.take(), "the next start has the first window"
    mine.release()


def test_what_is_asked_for_while_a_folder_is_read_is_opened_after_it(
    qtbot: QtBot, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]
) -> None:
    window = open_window()
    wiring = Wiring.of(window)
    requests = app.listen(QApplication.instance(), window)
    first, second, third = (photo_folder(classes=2, each=4, name=name) for name in ("first", "second", "third"))
    read: list[str] = []

    def settled() -> None:
        info = wiring.session.project.info
        if info is not None and (not read or read[-1] != info.name):
            read.append(info.name)

    wiring.session.changed.connect(lambda _: settled())
    for folder in (first, second, third):
        requests.take(Asked((str(folder),)))
    qtbot.waitUntil(lambda: len(read) == 3)
    assert read == ["first", "second", "third"]
    assert window.messages.rows == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_of_starts_at_the_same_time_one_has_a_window(
    qtbot: QtBot, photo_folder: Callable[..., Path], home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Three real programs, from a menu and over ssh; two end at once, and the third has opened what they were for."""
    folder = photo_folder(classes=2, each=4, name="shells")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with contextlib.ExitStack() as held:

        def start(*words: str, **variables: str) -> subprocess.Popen[bytes]:
            command, environment = [sys.executable, "-c", WINDOW, *words], os.environ | variables
            program = held.enter_context(subprocess.Popen(command, env=environment, **quiet))  # type: ignore[call-overload]
            held.callback(program.kill)
            return program

        runtime = str(tmp_path_factory.mktemp("r"))
        racing = [start(XDG_RUNTIME_DIR=runtime), start(str(folder)), start(QT_QPA_PLATFORM="offscreen;xcb")]
        ended = [racing.pop(_first_ended(racing)) for _ in range(2)]
        assert [program.returncode for program in ended] == [0, 0]
        assert racing[0].poll() is None
        qtbot.waitUntil((home / "projects" / "shells.cnnproj" / "project.sqlite").exists)
        racing[0].send_signal(signal.SIGTERM)
        assert racing[0].wait(PATIENCE) == 0
    assert [one.name for one in (home / "projects").iterdir()] == ["shells.cnnproj"]


def _first_ended(programs: list[subprocess.Popen[bytes]]) -> int:
    """The place of one that has ended; they are waited for in turn."""
    for place in itertools.cycle(range(len(programs))):
        with contextlib.suppress(subprocess.TimeoutExpired):
            programs[place].wait(0.1)
            return place
    raise AssertionError
