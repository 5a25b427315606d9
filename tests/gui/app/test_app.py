"""The program's start: options, errors nobody foresaw, signals, the picture, and what is installed with it."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop import __main__ as program
from cnn_desktop.domain import last_words, places
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.resources import resource
from cnn_desktop.gui.app import guard
from cnn_desktop.gui.app.app import Options, install_language, main, read_options
from cnn_desktop.gui.app.picture import Picture
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.words import tr
from tests.patience import PATIENCE

REPOSITORY = Path(__file__).parents[3]


def test_options_and_what_means_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert read_options([]) == Options()
    assert read_options(["--sample", "--screenshot", "a.png"]) == Options((), True, Path("a.png"))
    assert read_options(["--", "-x"]).paths == (Path("-x").absolute(),)
    assert read_options(["a", "b"]).paths == (Path("a").absolute(), Path("b").absolute())
    for words in (["--sample", "--nonsense"], [str(tmp_path), "--nonsense"]):
        assert program.main(words) == 2
        assert capsys.readouterr().err == "Unrecognized arguments: --nonsense. Type “cnn-desktop --help” for help.\n"


def test_the_window_s_process_never_imports_torch_and_pyqtgraph_and_numpy_only_later() -> None:
    code = (
        "import sys; from cnn_desktop.gui.app.app import boot; boot([]);"
        "print([name for name in ('torch', 'torchvision', 'timm', 'sklearn', 'pyqtgraph', 'numpy') if name in sys.modules]);"
        "print(sys.getswitchinterval() <= 0.0011)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["[]", "True"], "and it does not wait long for threads that compute"


@pytest.fixture
def watched(open_window: Callable[..., MainWindow], hooks: None) -> MainWindow:
    """A window with the process's hooks installed."""
    window = open_window()
    guard.watch(window)
    return window


def test_an_error_nobody_foresaw_reaches_the_message_bar_and_the_log(qtbot: QtBot, watched: MainWindow) -> None:
    try:
        raise ValueError("seven is not eight")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    row = watched.messages.rows[0]
    assert "ValueError" in row.notice.text
    assert "seven is not eight" in row.notice.details
    log = (places.data_folder() / "logs" / guard.LOG).read_text()
    assert "seven is not eight" in log
    assert "Traceback" in log


def test_so_does_one_in_a_thread(qtbot: QtBot, watched: MainWindow) -> None:
    def fail() -> None:
        raise DataError("{file} is gone.", file="x.jpg")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(watched.messages.rows))
    assert watched.messages.rows[0].notice.text == "x.jpg is gone."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_ctrl_c_closes_the_window(qtbot: QtBot, watched: MainWindow) -> None:
    with qtbot.waitSignal(watched.closed, timeout=8000):
        os.kill(os.getpid(), signal.SIGINT)
    assert not watched.isVisible()


def test_where_no_socket_may_be_made_the_window_opens_all_the_same(
    open_window: Callable[..., MainWindow], hooks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError(errno.ENETUNREACH, "as a guard of Windows does")

    monkeypatch.setattr("socket.socketpair", refuse)
    guard.watch(open_window())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_the_real_program_ends_on_sigterm_with_its_children(home: Path) -> None:
    with subprocess.Popen(own_command(), stderr=subprocess.DEVNULL) as program:
        try:
            children: list[psutil.Process] = []
            for _ in range(200):
                children = psutil.Process(program.pid).children(recursive=True)
                if children:
                    break
                with contextlib.suppress(subprocess.TimeoutExpired):
                    program.wait(0.1)
            assert children
            program.send_signal(signal.SIGTERM)
            assert program.wait(PATIENCE) == 0
            assert psutil.wait_procs(children, timeout=PATIENCE)[1] == []
        finally:
            program.kill()
    assert (home / "settings" / "settings.json").exists()


CRASH = """
import os, signal
from cnn_desktop.domain.crashes import watch
watch("window")
os.kill(os.getpid(), signal.SIGSEGV)
"""
SHOWN = """
import sys
from cnn_desktop.gui.app import app
from cnn_desktop.gui.frame.wiring import Wiring
plain = app.boot
def boot(words):
    application, window = plain(words)
    def close():
        print([row.notice.text for row in window.messages.rows])
        Wiring.of(window).close()
    window.first_painted.connect(close)
    return application, window
app.boot = boot
sys.exit(app.main([]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_the_start_after_a_crash_tells_of_it_once(home: Path) -> None:
    assert subprocess.run([sys.executable, "-c", CRASH], check=False).returncode == -signal.SIGSEGV
    for is_told in (True, False):
        shown = subprocess.check_output([sys.executable, "-c", SHOWN], text=True, timeout=PATIENCE)
        assert ("closed unexpectedly" in shown) is is_told


def test_a_screenshot_never_overwrites_a_file(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"precious")
    with pytest.raises(UsageError, match=r"photo\.png already exists"):
        main(["--screenshot", str(photo)])
    assert photo.read_bytes() == b"precious"


@pytest.mark.parametrize("is_unheard", [True, False])
def test_a_sentence_that_ends_the_program_is_shown_where_windows_gives_no_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], is_unheard: bool
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(last_words, "_show", shown.append)
    monkeypatch.setattr(last_words, "is_unheard", lambda: is_unheard)
    ends = []
    for words in (["--screenshot", str(tmp_path)], ["--sample", "--nonsense"], [str(tmp_path / "gone.cnnopen")]):
        ends.append(program.main(words))
    assert ends == [2, 2, 2]
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert shown == (said if is_unheard else [])


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("--screenshot {here}/a.jpg", 2, "The picture is saved as PNG. Choose a name that ends in .png"),
        ("--screenshot {here}", 2, "is a folder. Add a file name, such as picture.png."),
        ("--screenshot /dev/null/a.png", 1, "/dev/null/a.png could not be saved"),
        ("--screenshot {here}/a.png --tab nonsense", 2, "Argument --tab: invalid choice: 'nonsense'"),
    ],
)
def test_a_screenshot_that_cannot_be_taken_is_told_before_the_window_opens(
    words: str, code: int, said: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        own_command(*words.format(here=tmp_path).split()), capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (done.returncode, done.stderr.count("\n"), said in done.stderr) == (code, 1, True), done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_a_screenshot_that_is_lost_at_last_ends_with_one_sentence(tmp_path: Path) -> None:
    limited = ["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *own_command("--screenshot", str(tmp_path / "a.png"))]
    done = subprocess.run(limited, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "a.png could not be saved: " in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_screenshot_is_taken_into_a_new_folder_and_one_that_is_lost_is_told(
    qtbot: QtBot, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    taken = Picture(window, tmp_path / "new" / "a.png")
    with qtbot.waitSignal(window.closed, timeout=1000 * PATIENCE):
        pass
    assert taken.problem is None
    assert not QImage(str(tmp_path / "new" / "a.png")).isNull()
    (tmp_path / "file").touch()
    window = open_window()
    lost = Picture(window, tmp_path / "file" / "a.png")
    with qtbot.waitSignal(window.closed, timeout=1000 * PATIENCE):
        pass
    assert "a.png could not be saved" in str(lost.problem)


def test_the_language_follows_the_choice(qapp: QApplication) -> None:
    install_language(qapp, "de")
    assert QLocale().decimalPoint() == ","
    assert tr("{share:.1%}", share=0.913) == "91,3\u202f%"
    assert tr("{n} {n:photo|photos}", n=2527) == "2.527 Fotos"
    install_language(qapp, "en")
    assert tr("{n} {n:photo|photos}", n=2527) == "2,527 photos"


def test_resources_are_found_in_a_checkout_and_are_in_the_wheel(tmp_path: Path) -> None:
    assert resource("style.qss").is_file()
    source = tmp_path / "source"
    source.mkdir()
    for name in ("cnn_desktop", "resources"):
        shutil.copytree(REPOSITORY / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md"):
        shutil.copy(REPOSITORY / name, source)
    build = "from setuptools import build_meta; print(build_meta.build_wheel('.'))"
    done = subprocess.run([sys.executable, "-c", build], cwd=source, capture_output=True, text=True, check=True)
    names = set(zipfile.ZipFile(source / done.stdout.split()[-1]).namelist())
    wanted = {
        f"cnn_desktop/resources/{file.relative_to(REPOSITORY / 'resources').as_posix()}"
        for file in (REPOSITORY / "resources").rglob("*")
        if file.is_file()
    }
    assert wanted - names == set()
    modules = {file.relative_to(REPOSITORY).as_posix() for file in (REPOSITORY / "cnn_desktop").rglob("*.py")}
    assert modules - names == set()


def test_a_frozen_program_finds_its_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("style.qss") == tmp_path / "resources" / "style.qss"


def test_wiring_is_found_from_the_window(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    assert Wiring.of(window).window is window
