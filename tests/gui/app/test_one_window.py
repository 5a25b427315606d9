"""Several starts: one window, which opens what any of them was asked for; and never a start that comes to nothing."""

from __future__ import annotations

import contextlib
import errno
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
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.app import app, claim, one_window
from cnn_desktop.gui.app.claim import Claim
from cnn_desktop.gui.app.front import bring_to_front
from cnn_desktop.gui.app.one_window import Asked, FrontDoor, hand_over
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from tests.patience import PATIENCE


@pytest.fixture(autouse=True)
def no_runtime_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a test lies where the person's own windows meet."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)


@pytest.fixture
def door(qtbot: QtBot, home: Path) -> Iterator[FrontDoor]:
    mine = Claim()
    assert mine.take()
    door = FrontDoor(mine, lambda: False)
    yield door
    door.shut()
    door.deleteLater()


PATIENT = f"import sys; from cnn_desktop.gui.app import one_window as w; w.ANSWER = w.COMING_UP = {PATIENCE}\n"
"""However busy the computer is."""
HAND_OVER = PATIENT + (
    "from cnn_desktop.gui.app.claim import Claim; claim = Claim()\n"
    "print(w.hand_over(w.Asked(tuple(sys.argv[1:])), claim), claim.take())"
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
def test_what_was_asked_for_comes_to_the_first_window(qtbot: QtBot, door: FrontDoor, name: str) -> None:
    path = f"/photos/{name}"
    with qtbot.waitSignal(door.asked) as came:
        start = OtherStart(path)
    assert came.args == [Asked((path,), token="a token")]
    assert start.result() == ["True", "False"]


def test_a_claim_is_held_by_one_and_ends_with_it(home: Path) -> None:
    first, second = Claim(), Claim()
    assert first.take()
    assert first.take(), "it has it already"
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_a_claim_is_of_one_home_and_one_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {Claim().address}
    for name, value in (("DISPLAY", ":7"), ("CNN_DESKTOP_HOME", str(tmp_path / "other"))):
        monkeypatch.setenv(name, value)
        found.add(Claim().address)
    assert len(found) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sockets in folders")
def test_what_a_killed_window_has_left_is_in_nobodys_way(qtbot: QtBot, home: Path) -> None:
    mine = Claim()
    with socket.socket(socket.AF_UNIX) as old:
        old.bind(mine.address)
    assert not hand_over(Asked(), mine), "nobody is there"
    assert mine.take()
    door = FrontDoor(mine, lambda: False)
    assert door.may_come()
    door.shut()
    assert not Path(mine.address).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="folders of Linux and macOS")
def test_where_nothing_can_be_written_each_start_has_its_window(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "settings").write_text("a file in place of the folder")
    monkeypatch.setattr(claim.tempfile, "gettempdir", lambda: str(home / "settings"))
    mine = Claim()
    assert (mine.take(), mine.address, hand_over(Asked(), mine)) == (False, "", False)


@pytest.mark.skipif(sys.platform == "win32", reason="flock of Linux and macOS")
@pytest.mark.parametrize("error", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSPC])
def test_where_there_are_no_locks_each_start_has_its_window_at_once(
    home: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(error, "no locks here")

    monkeypatch.setattr("fcntl.flock", refuse)
    mine = Claim()
    assert mine.address
    assert (mine.take(), mine.address, hand_over(Asked(), mine)) == (False, "", False)


@pytest.mark.skipif(sys.platform == "win32", reason="folders of Linux and macOS")
def test_a_home_with_an_endless_name_and_one_that_others_may_write_to(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim.tempfile, "gettempdir", lambda: "/tmp")
    monkeypatch.setenv("CNN_DESKTOP_HOME", str(tmp_path / ("long " * 30)))
    assert Claim().address.startswith(f"/tmp/cnn-desktop-{os.getuid()}/")
    monkeypatch.setenv("CNN_DESKTOP_HOME", str(home))
    for_all = home / "runtime"
    for_all.mkdir(mode=0o777)
    for_all.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(for_all))
    assert Claim().address.startswith(str(home / "settings"))


@pytest.mark.parametrize(
    "said", [b"\n", b"{}\nno\n", b"[1]\n", b'{"paths": 7}\n', b"\xff" * 70_000, b"x" * 70_000 + b"\n", b'{"paths":["/p"]}\n']
)  # fmt: skip
def test_whoever_says_something_else_opens_nothing(
    qtbot: QtBot, door: FrontDoor, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(one_window, "_LONGEST", 1 << 16)
    came = []
    door.asked.connect(came.append)
    visitor = QLocalSocket()
    visitor.connectToServer(door._claim.address)
    assert visitor.waitForConnected(5000)
    visitor.write(said)
    visitor.flush()
    if said.endswith(b'"]}\n'):  # a request, but whoever made it had no patience: its "go" never comes
        qtbot.waitUntil(visitor.canReadLine)
        visitor.disconnectFromServer()
    qtbot.waitUntil(lambda: visitor.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    qtbot.wait(1)  # whatever is on its way
    assert came == []
    assert door.may_come()


@pytest.mark.parametrize("said", [b"", b'{"paths":', b'{"paths":["/p"]}\n'])
def test_whoever_comes_and_says_no_more_does_not_stay(
    qtbot: QtBot, door: FrontDoor, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(one_window, "_PATIENCE_MS", 20)
    came = []
    door.asked.connect(came.append)
    visitor = QLocalSocket()
    visitor.connectToServer(door._claim.address)
    assert visitor.waitForConnected(5000)
    visitor.write(said)
    visitor.flush()
    qtbot.waitUntil(lambda: visitor.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert came == []


def test_a_window_that_does_not_answer_is_not_waited_for(door: FrontDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    """This thread has the door and does not come to its event loop."""
    monkeypatch.setattr(one_window, "ANSWER", 0.05)
    assert not hand_over(Asked(), Claim())


def test_a_window_that_closes_lets_the_next_start_be_the_first(qtbot: QtBot, home: Path) -> None:
    mine = Claim()
    assert mine.take()
    door = FrontDoor(mine, lambda: True)
    start = OtherStart()
    qtbot.waitUntil(start.is_over)
    assert start.result() == ["False", "True"]
    door.deleteLater()


def test_a_dialog_is_answered_first(qtbot: QtBot, door: FrontDoor) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = QMessageBox(parent)
    box.open()
    came, seen = [], []
    door.asked.connect(came.append)
    door.came.connect(seen.append)
    start = OtherStart("/p")
    qtbot.waitUntil(start.is_over)
    assert (start.result(), came) == (["True", "False"], [])
    assert seen == ["a token"], "whoever clicks sees at once where the dialog is"
    with qtbot.waitSignal(door.asked):
        box.close()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.timeout(30)
def test_a_lock_that_cannot_be_one_is_not_waited_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "COMING_UP", float("inf"))
    lock = Path(Claim().address).with_suffix(".lock")
    lock.symlink_to("nowhere")
    assert not hand_over(Asked(), Claim())
    assert lock.is_symlink()


def test_as_many_photos_as_one_command_may_name(qtbot: QtBot, door: FrontDoor) -> None:
    paths = [f"/photos/{number:05} ä.jpg" for number in range(5000)]
    with qtbot.waitSignal(door.asked) as came:
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
    app._open_door(mine, window)
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_of_starts_at_the_same_time_one_has_a_window(
    qtbot: QtBot, photo_folder: Callable[..., Path], home: Path
) -> None:
    """Three real programs; two end at once, and the third has opened what they were for."""
    folder = photo_folder(classes=2, each=4, name="shells")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with contextlib.ExitStack() as held:

        def start(*words: str) -> subprocess.Popen[bytes]:
            program = held.enter_context(subprocess.Popen([sys.executable, "-c", WINDOW, *words], **quiet))  # type: ignore[call-overload]
            held.callback(program.kill)
            return program

        racing = [start(), start(str(folder)), start()]
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
