"""The self-extracting installer and what lies outside it: a second start, a removal that is cut off, disks, a window that lacks something."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.release.test_run_installer import made, pytestmark, start

__all__ = ["pytestmark"]

LACKS = "The window cannot be opened because libEGL.so.1 is missing."
PROGRAM = f"""#!/bin/sh
[ "$*" != "doctor --window" ] || {{{{ echo "{LACKS}"; exit 1; }}}}
echo {{version}}
"""


@pytest.fixture(scope="module")
def installer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("dist"), "1.0", PROGRAM)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def path_with(folder: Path, name: str, script: str) -> str:
    """A PATH on which the program `name` is `script`, which knows the real one as $real."""
    tools = folder / "tools"
    tools.mkdir()
    (tools / name).write_text(f"#!/bin/sh\nreal='{shutil.which(name)}'\n{script}")
    (tools / name).chmod(0o755)
    return f"{tools}:{os.environ['PATH']}"


def test_what_the_window_lacks_is_said_at_the_end(installer: Path, home: Path) -> None:
    done = start(installer, home)
    assert (done.returncode, done.stderr) == (0, "")
    assert LACKS in done.stdout.splitlines()


@pytest.mark.skipif(shutil.which("flock") is None, reason="flock is not installed")
def test_a_first_installation_is_not_disturbed_by_a_second_one(installer: Path, home: Path, tmp_path: Path) -> None:
    """While it unpacks, into a folder that was not there when it began."""
    said = tmp_path / "said"
    second = f"PATH='{os.environ['PATH']}' sh '{installer}' </dev/null >'{said}' 2>&1"
    done = start(installer, home, path=path_with(tmp_path, "tar", f'{second}\nexec "$real" "$@"\n'))
    assert (done.returncode, done.stderr) == (0, "")
    assert said.read_text().startswith("CNN Desktop is already being installed or removed")


def test_what_a_removal_that_was_cut_off_has_left_does_not_come_back(
    installer: Path, home: Path, tmp_path: Path
) -> None:
    start(installer, home)
    cut_off = """
        if [ "$1" = -rf ] && [ -d "$2" ]; then
            "$real" -r "$2/_internal"
            kill -KILL "$PPID"
        else
            exec "$real" "$@"
        fi
    """
    done = start(installer, home, "--remove", path=path_with(tmp_path, "rm", cut_off))
    assert done.returncode < 0
    assert len(list((home / ".local/opt").iterdir())) == 1
    done = start(installer, home, "--remove")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("CNN Desktop is not installed in ")
    assert list((home / ".local/opt").iterdir()) == []


@pytest.mark.parametrize("told", ["", "Filesystem\ndisk - - - - /"])
def test_a_disk_that_does_not_tell_what_is_free_is_tried(
    installer: Path, home: Path, tmp_path: Path, told: str
) -> None:
    done = start(installer, home, path=path_with(tmp_path, "df", f"printf '%s\\n' '{told}'\n"))
    assert (done.returncode, done.stderr) == (0, "")


def test_as_much_space_is_asked_for_as_is_taken(installer: Path, home: Path) -> None:
    asked = re.search(rb"needed_kb=(\d+)", installer.read_bytes())
    assert asked is not None
    start(installer, home)
    (home / ".local/opt/cnn-desktop/uninstall.sh").unlink()  # 15 kB, which are little of a real bundle
    taken = sum(path.stat().st_size for path in (home / ".local/opt").rglob("*") if path.is_file())
    assert taken <= 1024 * int(asked[1]) <= 1.1 * taken
