"""A crash leaves a trace, which the next window is told of once; what runs well leaves nothing to tell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cnn_desktop.domain.crashes import KEPT, traces
from cnn_desktop.domain.places import logs_folder
from tests.patience import PATIENCE

CODE = "import sys, os, signal; from cnn_desktop.domain.crashes import watch; print(watch(sys.argv[1]), flush=True)\n"
DEAD = 2**22 + 1
"""More than Linux gives as the number of a process."""
CRASH = CODE + "os.kill(os.getpid(), signal.SIGSEGV)"


def run(code: str, *words: str) -> tuple[str, int]:
    """What it was told, and how it ended."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    return done.stdout.strip(), done.returncode


def test_the_next_window_is_told_once() -> None:
    assert run(CODE, "window") == ("False", 0)
    assert traces() == []
    assert run(CRASH, "child")[0] == "False"
    assert run(CRASH, "window")[0] == "False", "a child's was told when it came"
    assert run(CODE, "window") == ("True", 0)
    assert run(CODE, "window") == ("False", 0)
    found = traces()
    assert sorted(file.name.split()[0] for file in found) == ["crash-child", "crash-window"]
    assert all("Current thread" in file.read_text() for file in found)


def test_a_process_that_went_on_has_not_crashed(home: object) -> None:
    survived = CODE + (
        "import faulthandler; file = os.path.join(sys.argv[2], f'crash-{sys.argv[1]}-{os.getpid()}.txt')\n"
        "faulthandler.dump_traceback(os.open(file, os.O_APPEND | os.O_WRONLY))"
    )
    assert run(survived, "window", str(logs_folder())) == ("False", 0)
    assert run(CODE, "window") == ("False", 0)
    assert ["Current thread" in file.read_text() for file in traces()] == [True], "the report tells of it all the same"


class Running:
    """A process that lives until it is asked to end, well or by a crash; "window" or "child"."""

    def __init__(self, who: str) -> None:
        code = CODE + "if input(): os.kill(os.getpid(), signal.SIGSEGV)"
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([sys.executable, "-c", code, who], stdin=pipe, stdout=pipe, text=True)
        assert self.process.stdout
        self.told = self.process.stdout.readline().strip()

    def end(self, crash: bool = False) -> None:
        self.process.communicate("crash\n" if crash else "\n", timeout=PATIENCE)
        assert bool(self.process.returncode) is crash


def test_the_crash_of_one_window_is_told_though_another_ends_well_after_it(home: object) -> None:
    first, second = Running("window"), Running("window")
    second.end(crash=True)
    first.end()
    assert run(CODE, "window") == ("True", 0)
    assert run(CODE, "window") == ("False", 0)
    assert len(traces()) == 1


def test_a_window_that_is_opened_beside_others_looks_at_those_that_are_dead_only(home: object) -> None:
    first = Running("window")
    Running("child").end(crash=True)
    Running("window").end(crash=True)
    third = Running("window")
    assert (first.told, third.told) == ("False", "True")
    first.end(crash=True)  # whose trace was left where it writes it
    third.end()
    assert run(CODE, "window")[0] == "True"
    assert sorted(file.name.split()[0] for file in traces()) == ["crash-child", "crash-window", "crash-window"]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_processes_that_leave_no_trace_leave_no_file(home: object) -> None:
    for who in ("window", "child"):
        killed = Running(who)
        killed.process.kill()
        killed.process.communicate()
    Running("child").end()
    assert len(list(logs_folder().iterdir())) == 2
    living = [Running("window"), Running("child")]
    assert living[0].told == "False"
    names = {f"crash-window-{living[0].process.pid}.txt", f"crash-child-{living[1].process.pid}.txt"}
    assert {file.name for file in logs_folder().iterdir()} == names
    for one in living:
        one.end()


def test_two_that_crashed_within_a_second_are_both_kept(home: object) -> None:
    logs_folder().mkdir(parents=True)
    for number in (1, 2):
        (logs_folder() / f"crash-window-{DEAD + number}.txt").write_text(str(number))
        os.utime(logs_folder() / f"crash-window-{DEAD + number}.txt", (1e9, 1e9))
    assert run(CODE, "window")[0] == "True"
    assert {file.read_text() for file in traces()} == {"1", "2"}


def test_the_trace_of_an_earlier_process_of_the_same_number_is_told(home: object) -> None:
    logs_folder().mkdir(parents=True)
    code = f"import os, pathlib; pathlib.Path({str(logs_folder())!r}, f'crash-window-{{os.getpid()}}.txt').write_text('old')\n"
    assert run(code + CODE, "window") == ("True", 0)
    assert [file.read_text() for file in traces()] == ["old"]


def test_traces_do_not_pile_up(home: object) -> None:
    logs_folder().mkdir(parents=True)
    for number in range(KEPT + 3):
        (logs_folder() / f"crash-window 2026-01-0{number + 1} 10-00-00.txt").write_text("old")
    (logs_folder() / f"crash-window-{DEAD}.txt").write_text("new")
    assert run(CODE, "window")[0] == "True"
    assert len(traces()) == KEPT
    assert "new" in {file.read_text() for file in traces()}


def test_without_a_folder_for_it_all_goes_on(home: object) -> None:
    logs_folder().parent.mkdir(parents=True)
    logs_folder().write_text("a file in place of the folder")
    assert run(CODE, "window") == ("False", 0)


def test_what_is_not_ours_in_the_folder_is_neither_told_nor_deleted(home: object) -> None:
    logs_folder().mkdir(parents=True)
    for number in range(KEPT + 3):
        (logs_folder() / f"crash-window test {number}.txt").write_text("mine")
    (logs_folder() / f"crash-child-{DEAD}.txt").symlink_to("nowhere")
    (logs_folder() / "crash-child 2026-01-01 10-00-00.txt").mkdir()
    (logs_folder() / f"crash-window-{DEAD}.txt").write_text("new")
    assert run(CODE, "window")[0] == "True"
    assert [file.read_text() for file in traces()] == ["new"]
    assert len(list(logs_folder().glob("crash-window test *.txt"))) == KEPT + 3


@pytest.mark.skipif(os.name == "nt", reason="pipes with a name")
def test_a_pipe_in_place_of_a_trace_is_not_waited_for(home: object) -> None:
    logs_folder().mkdir(parents=True)
    os.mkfifo(logs_folder() / f"crash-window-{DEAD}.txt")
    code = f"import os; os.mkfifo(os.path.join({str(logs_folder())!r}, f'crash-window-{{os.getpid()}}.txt'))\n"
    assert run(code + CODE, "window") == ("False", 0)


LINKED = """
import os, signal, sys
from cnn_desktop.domain.crashes import watch
plain = os.open
def late(path, *how):  # somebody lays a link there just before
    os.symlink(sys.argv[1], path)
    return plain(path, *how)
os.open = late
watch("window")
os.open = plain
os.kill(os.getpid(), signal.SIGSEGV)
"""


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_trace_is_written_through_no_link(home: Path) -> None:
    theirs = home / "theirs.txt"
    theirs.write_text("mine")
    assert run(LINKED, str(theirs))[1] != 0
    assert [file.readlink() for file in logs_folder().iterdir()] == [theirs]
    assert theirs.read_text() == "mine"


def test_a_trace_of_a_year_that_no_calendar_has(home: object) -> None:
    logs_folder().mkdir(parents=True)
    (logs_folder() / f"crash-window-{DEAD}.txt").write_text("new")
    os.utime(logs_folder() / f"crash-window-{DEAD}.txt", (1e13, 1e13))
    assert run(CODE, "window")[1] == 0
