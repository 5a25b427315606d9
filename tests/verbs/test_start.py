"""How this program starts where something usual is missing: streams, the current folder. Real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.domain.process import own_command

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows gives no process such a start")
CLOSED = """
import os, subprocess, sys
from cnn_desktop import cli
from cnn_desktop.__main__ import main

def work(words):
    with open(words[1], "w") as note, open(words[2], "wb", buffering=0) as photo:
        photo.write(b"photo")
        for number in (0, 1, 2):  # as libraries do that know only C's streams
            os.write(number, b"noise")
        heard = subprocess.run([sys.executable, "-c", "import os; os.fstat(0); os.fstat(1); os.fstat(2)"]).returncode
        print([stream is None for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__)], heard, file=note)
    return 0

cli.main = work
sys.exit(main())
"""


def test_nothing_is_printed_into_files_where_the_standard_streams_are_closed(tmp_path: Path) -> None:
    note, photo = tmp_path / "note", tmp_path / "photo"
    command = [sys.executable, "-c", CLOSED, "demo", str(note), str(photo)]
    closed = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *command]
    assert subprocess.run(closed, check=False, timeout=120).returncode == 0
    assert photo.read_bytes() == b"photo"
    assert note.read_text().strip() == "[True, True, True] 0"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("doctor --window", 0, "ready"),
        ("check-data {photos}", 0, "12 photos"),
        ("doctor", 1, "The current folder no longer exists. Change to another folder, then try again."),
        ("check-data .", 1, "The current folder no longer exists. Change to another folder, then try again."),
        ("train photos --out run", 1, "The current folder no longer exists. Change to another folder, then try again."),
        ("--sample photos", 1, "The current folder no longer exists. Change to another folder, then try again."),
        ("photos", 2, "There is no folder or project “photos”"),
    ],
)
def test_the_current_folder_may_be_gone(
    words: str, code: int, said: str, tmp_path: Path, photo_folder: Callable[..., Path]
) -> None:
    photos = photo_folder(classes=2, each=6)
    (gone := tmp_path / "gone").mkdir()
    command = own_command(*words.format(photos=photos).split())
    within = ["sh", "-c", 'cd "$1" && rmdir "$1" && shift && exec "$@"', "sh", str(gone), *command]
    done = subprocess.run(within, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, said in done.stdout + done.stderr) == (code, True), done
    assert done.stderr.count("\n") == 1 or not code


LIMIT = """
import resource, sys
from cnn_desktop import cli
from cnn_desktop.__main__ import main

def work(words):
    print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    return 0

cli.main = work
sys.exit(main())
"""


@pytest.mark.parametrize(("limits", "left"), [("-Sn 100", 1024), ("-n 100", 100), ("-Sn 2000", 2000)])
def test_as_many_files_as_usual_may_be_open_where_the_system_lets_it(limits: str, left: int) -> None:
    limited = ["sh", "-c", f'ulimit {limits}; exec "$@"', "sh", sys.executable, "-c", LIMIT, "demo"]
    done = subprocess.run(limited, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout.strip()) == (0, str(left)), done.stderr


@pytest.mark.parametrize("words", [["doctor"], ["--new-window"]])
@pytest.mark.parametrize("limit", [16, 63])
def test_where_too_few_files_may_be_open_one_sentence_says_so(words: list[str], limit: int) -> None:
    limited = ["sh", "-c", f'ulimit -n {limit}; exec "$@"', "sh", *own_command(*words)]
    done = subprocess.run(limited, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"CNN Desktop needs 64 files open at once, and here it may open only {limit}.")
    assert done.stderr.count("\n") == 1
