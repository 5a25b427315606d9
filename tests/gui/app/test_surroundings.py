"""What a person's shell may say does not disturb the program; and the programs it opens find what the shell has said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from cnn_desktop.domain.process import own_command
from tests.patience import PATIENCE

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="laid out for Linux")


@pytest.fixture
def hostile(tmp_path: Path) -> dict[str, str]:
    """An environment that points everywhere else; its folder of modules leaves a note when one of them is run."""
    wrong = tmp_path / "wrong"
    for name in ("PySide6", "numpy", "msgspec", "pyqtgraph", "colorsys", "platformdirs"):
        (wrong / name).mkdir(parents=True)
        (wrong / name / "__init__.py").write_text(f"open({str(tmp_path / 'was run')!r}, 'a').write(__name__)\n")
    for name in ("platforms", "platformthemes", "styles"):
        (wrong / name).mkdir()
        (wrong / name / f"libq{name}.so").write_bytes(b"no library")
    (wrong / "platforms" / "libqoffscreen.so").write_bytes(b"no library")
    folders = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML2_IMPORT_PATH", "QML_IMPORT_PATH", "PYTHONPATH")
    return {name: str(wrong) for name in folders} | {
        "PYTHONSTARTUP": str(wrong / "numpy" / "__init__.py"), "PYTHONHASHSEED": "7", "PYTHONBREAKPOINT": "wrong.run",
        "QT_STYLE_OVERRIDE": "no-such-style", "QT_QPA_PLATFORMTHEME": "no-such-theme", "QT_FATAL_WARNINGS": "1",
        "QT_QPA_GENERIC_PLUGINS": "no-such-plugin", "PYQTGRAPH_QT_LIB": "PyQt5", "QT_API": "pyqt5",
        "QT_LOGGING_CONF": "/nowhere", "QT_IM_MODULE": "no-such-method", "LD_LIBRARY_PATH": str(wrong),
        "XDG_ACTIVATION_TOKEN": "", "QT_SCALE_FACTOR": "no number", "LC_ALL": "xx_XX.UTF-8",
        "PYTORCH_CUDA_ALLOC_CONF": "nonsense", "TORCH_LOGS": "nonsense",
    }  # fmt: skip


def test_a_hostile_shell_disturbs_neither_the_window_nor_its_children(
    hostile: dict[str, str], tmp_path: Path, photo_folder: Callable[..., Path]
) -> None:
    file, folder = tmp_path / "window.png", photo_folder(classes=2, each=4, name="shells")
    done = subprocess.run(
        own_command(str(folder), "--screenshot", str(file)), env=os.environ | hostile, capture_output=True, text=True,
        timeout=2 * PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "was run").exists()
    image = QImage(str(file))
    assert image.width() >= 960
    # photos are on it, which a child has read: more colours than a plain window has
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 200


SCRIPT = """
import json, os, sys
from cnn_desktop.domain import environment
environment.settle()
from cnn_desktop.domain.process import PIPE, start, start_other
tell = [sys.executable, "-c", "import os, json; print(json.dumps(dict(os.environ)))"]
own, other = (begin(tell, stdout=PIPE).communicate()[0].decode() for begin in (start, start_other))
print(json.dumps([json.loads(own), json.loads(other), sys.path]))
"""


def told(script: str, environment: dict[str, str]) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """The environment of a child, that of a program of others, and where modules are looked for."""
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd="/", capture_output=True, text=True, check=True,
        timeout=PATIENCE,
    )  # fmt: skip
    own, other, path = json.loads(done.stdout)
    return own, other, path


def test_a_program_of_others_finds_what_the_shell_has_said_and_a_child_does_not(hostile: dict[str, str]) -> None:
    del hostile["LC_ALL"]  # of which Python makes another one
    own, other, path = told(SCRIPT, os.environ | hostile)
    assert {name: other.get(name) for name in hostile} == hostile
    assert [name for name in other if name not in {*os.environ, *hostile, "LC_CTYPE", "__CF_USER_TEXT_ENCODING"}] == []
    kept = {"LD_LIBRARY_PATH", "QT_QPA_PLATFORMTHEME", "QT_IM_MODULE", "QT_SCALE_FACTOR", "XDG_ACTIVATION_TOKEN"}
    assert {name for name in hostile if name in own} == kept, "which Python or a person may need, and which do no harm"
    assert hostile["PYTHONPATH"] not in path


FROZEN = "import sys; sys.frozen, sys._MEIPASS = True, '/opt/app/_internal'" + SCRIPT


@pytest.mark.parametrize(
    ("launched", "shell"),
    [
        ({"LD_LIBRARY_PATH": "/opt/app/_internal:/mine", "LD_LIBRARY_PATH_ORIG": "/mine"}, "/mine"),
        ({"LD_LIBRARY_PATH": "/opt/app/_internal"}, None),
        ({"LD_LIBRARY_PATH": "/mine"}, "/mine"),
        ({}, None),
    ],
)
def test_a_frozen_program_hands_its_launchers_libraries_to_nobody(launched: dict[str, str], shell: str | None) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("LD_")}
    own, other, _ = told(FROZEN, plain | launched | {"_PYI_PARENT_PROCESS_LEVEL": "1"})
    for found in (own, other):
        assert found.get("LD_LIBRARY_PATH") == shell
        assert not [name for name in found if name.startswith("_PYI") or name.endswith("_ORIG")]


@pytest.mark.parametrize(("platform", "is_left"), [("no-such-platform", False), ("no-such-one;offscreen", True)])
def test_a_platform_that_did_not_come_with_the_program_is_not_asked_for(platform: str, is_left: bool) -> None:
    script = (
        "import os; from cnn_desktop.gui.app.app import settle_platform; settle_platform();"
        "print(os.environ.get('QT_QPA_PLATFORM'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | {"QT_QPA_PLATFORM": platform}, capture_output=True, text=True,
        check=True, timeout=PATIENCE,
    )  # fmt: skip
    assert done.stdout.strip() == ("offscreen" if is_left else "None")


@pytest.mark.parametrize("place", ["file", "link", "pipe"])
def test_an_error_before_the_window_is_there_is_one_sentence_and_stands_in_the_log(tmp_path: Path, place: str) -> None:
    """But where the log cannot be: nothing is written through a link, and no pipe is waited for."""
    if place != "file" and sys.platform == "win32":
        pytest.skip("neither is made there without rights")
    log, other = tmp_path / "data" / "logs" / "cnn-desktop.log", tmp_path / "other"
    log.parent.mkdir(parents=True)
    other.touch()
    if place == "link":
        log.symlink_to(other)
    elif place == "pipe":
        os.mkfifo(log)
    code = (
        "import sys; from cnn_desktop.gui.app import app; from cnn_desktop.__main__ import main\n"
        "def boot(words): raise LookupError('nobody foresaw it')\n"
        "app.boot = boot; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--new-window"], env=os.environ | {"CNN_DESKTOP_HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert done.stderr.startswith("Something went wrong (LookupError: nobody foresaw it).")
    if place == "file":
        assert "Traceback" in log.read_text()
    assert other.read_bytes() == b""


@pytest.mark.parametrize("platform", ["xcb", "no-such-platform"])
def test_without_a_screen_one_sentence_is_all(tmp_path: Path, platform: str) -> None:
    home = {"CNN_DESKTOP_HOME": str(tmp_path), "QT_QPA_PLATFORM": platform, "DISPLAY": ":98765"}
    environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"} | home
    done = subprocess.run(
        own_command(), env=environment, capture_output=True, text=True, timeout=2 * PATIENCE, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The window cannot be opened")
    assert done.stderr.count("\n") == 1
    assert "no-such-platform" not in done.stderr, "another one was chosen in its place"
