"""Several windows on one project, each a process: one writes, the others look; also while it is being made."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cnn_desktop.domain import places
from cnn_desktop.project.opened import open_existing
from tests.project.helpers import filled

WINDOW = """
import json, sys, time
from pathlib import Path
from cnn_desktop.domain.errors import UserError
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import create_project, open_existing
from cnn_desktop.project.place import find_project
from tests.project.helpers import a_scan
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
data = Data(sys.argv[1])
try:
    found = find_project(data)
    opened, contents = open_existing(found) if found else create_project(data, a_scan(2000, sys.argv[1]))
except UserError as error:
    print(json.dumps(str(error)), flush=True)
    sys.exit()
told = [contents.info.name, contents.info.read_only, contents.photos.count() if contents.photos else None]
print(json.dumps(told), flush=True)
sys.stdin.readline()
opened.close()
"""


def windows(folders: list[str]) -> list[object]:
    """Opens one on each at the same moment; what each tells. All are open until the last is."""
    with contextlib.ExitStack() as open_ones:
        every = [
            open_ones.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", WINDOW, folder],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
                )
            )
            for folder in folders
        ]
        for line in ("ready\n", None):
            for one in every:
                assert one.stdout
                if line:
                    assert one.stdout.readline() == line
            for one in every:
                assert one.stdin
                if line:
                    one.stdin.write("\n")
                    one.stdin.flush()
        told = [json.loads(one.stdout.readline()) for one in every if one.stdout]
        for one in every:
            one.communicate("\n")
        assert all(one.returncode == 0 for one in every), told
        return told


def test_three_windows_make_a_project_of_one_folder_at_once() -> None:
    told = windows(["/some/birds"] * 3)
    assert sorted(told, key=str) == [["birds", False, 2000], ["birds", True, 2000], ["birds", True, 2000]]
    assert [folder.name for folder in places.projects_folder().iterdir()] == ["birds.cnnproj"]


def test_folders_of_the_same_name_get_projects_of_their_own() -> None:
    told = windows(["/some/birds", "/other/birds", "/third/birds"])
    assert sorted(told, key=str) == [["birds 2", False, 2000], ["birds 3", False, 2000], ["birds", False, 2000]]


def test_the_second_may_write_once_the_first_is_gone(project: Path) -> None:
    filled(project)
    code = (
        "import sys; from pathlib import Path; from cnn_desktop.project.opened import open_existing\n"
        f"opened, contents = open_existing(Path({str(project)!r})); print(contents.info.read_only, flush=True)\n"
        "sys.stdin.read(); opened.close()"
    )
    for end in ("closed", "killed"):
        with subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1, text=True) as first:
            assert first.stdout
            assert first.stdout.readline() == "False\n"
            second, contents = open_existing(project)
            assert contents.info.read_only
            if end == "closed":
                first.communicate("")
            else:
                first.kill()
                first.wait()
        third, contents = open_existing(project)
        second.close()
        assert not contents.info.read_only
        third.runs.choose("r")
        third.close()


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_another_spelling_is_the_same_project(project: Path) -> None:
    filled(project)
    other = project.with_name("other.cnnproj")
    other.symlink_to(project, target_is_directory=True)
    first, _ = open_existing(project)
    second, contents = open_existing(other)
    assert contents.info.read_only
    for one in (first, second):
        one.close()
