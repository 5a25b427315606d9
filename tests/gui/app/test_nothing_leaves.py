"""Nothing leaves the computer, and nothing lies outside the app's own folders: the real window, self-test and verbs, watched."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from cnn_desktop.domain.places import APP
from tests.conftest import draw_photo, lay_python_files

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the home folder is laid out for Linux")

REPOSITORY = Path(__file__).parents[3]
OWN = (f".config/{APP}", f".cache/{APP}", f".local/share/{APP}", f"Documents/{APP}")
"""Where this app may write in the home folder."""
SYSTEMS = (".cache/fontconfig",)
"""What the system keeps for all programs."""


class Watched(NamedTuple):
    home: Path
    photos: Path
    run: Path
    dialog: dict[str, object]
    """What the self-test's dialog said."""
    trace: str
    """Every call that reaches out of a process; "" without strace."""


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """The window with its self-test, a training with its test, a prediction: as a person who never used the app before."""
    place = tmp_path_factory.mktemp("person")
    home, photos, run, log = place / "home", place / "photos", place / "run", place / "trace"
    home.mkdir()
    for label in range(2):
        for number in range(12):
            draw_photo(photos / f"class {label}" / f"{number:02}.png", label, number)
    lay_python_files(photos, place / "was run")
    kept = {"PATH", "LANG", "LD_LIBRARY_PATH", "VIRTUAL_ENV"}
    environment = {name: value for name, value in os.environ.items() if name in kept}
    environment |= {"HOME": str(home), "TMPDIR": str(home / "tmp"), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"CNN_DESKTOP_LANGUAGE": "en", "PYTHONDONTWRITEBYTECODE": "1"}
    (home / "tmp").mkdir()

    tracing = ["strace", "-f", "--seccomp-bpf", "-A", "-o", str(log), "-e", "trace=connect,sendto,sendmsg,sendmmsg"]
    if not shutil.which("strace") or subprocess.run([*tracing, "true"], capture_output=True, check=False).returncode:
        tracing = []
        log.unlink(missing_ok=True)

    def watch(*words: str, folder: Path) -> str:
        command = [*tracing, sys.executable, *words]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    script = f"import sys; sys.path.append({str(REPOSITORY)!r}); import runpy; runpy.run_module('tests.gui.app.whole_program', run_name='__main__', alter_sys=True)"
    told = watch("-P", "-c", script, str(photos), folder=photos)
    entry = str(Path(sys.executable).with_name("cnn-desktop"))
    watch(
        entry,
        "train",
        ".",
        "--out",
        str(run),
        "--head-epochs",
        "1",
        "--epochs",
        "1",
        "--image-size",
        "64",
        "--test",
        folder=photos,
    )
    watch("-m", "cnn_desktop", "predict", "../run", "class 0", folder=photos)
    return Watched(home, photos, run, json.loads(told.splitlines()[-1]), log.read_text() if log.exists() else "")


def test_the_self_test_of_the_help_menu_works_and_says_so(watched: Watched) -> None:
    said = watched.dialog
    assert (said["tone"], said["verdict"]) == ("good", "Everything works on this computer."), said
    figures = said["figures"]
    assert isinstance(figures, dict)
    assert figures["ok"]
    assert figures["torch_in_window"] is False
    assert figures["predicted"].startswith("class ")
    assert figures["accuracy"] >= 0.5
    assert 0 < figures["window_s"] < 30
    assert figures["stall_max_ms"] >= figures["stall_p99_ms"] >= 0


def test_nothing_lies_outside_the_apps_own_folders(watched: Watched) -> None:
    files = [path.relative_to(watched.home).as_posix() for path in watched.home.rglob("*") if not path.is_dir()]
    assert [file for file in files if not file.startswith((*OWN, *SYSTEMS))] == []
    assert any(file.startswith(f".cache/{APP}/pasted/") for file in files)
    assert not list((watched.home / "tmp").iterdir())
    assert not list((watched.home / f".cache/{APP}/selftest").iterdir())


def test_the_persons_folder_is_as_it_was_and_its_python_files_were_not_run(watched: Watched) -> None:
    assert {path.suffix for path in watched.photos.rglob("*") if path.is_file()} == {".png", ".py"}
    assert not (watched.photos.parent / "was run").exists()
    assert (watched.run / "report.json").exists()


def test_no_process_speaks_to_another_computer_or_looks_up_a_name(watched: Watched) -> None:
    if not watched.trace:
        pytest.skip("strace is not installed, or not allowed here: nobody can tell what is sent")
    assert "exited with 0" in watched.trace
    reached = [line for line in watched.trace.splitlines() if re.search(r"AF_INET|sin6?_addr|nscd|resolve|avahi", line)]
    assert reached == []
