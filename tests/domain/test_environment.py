"""What processes find in their environment; and a folder of photos that holds Python files, which nobody runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cnn_desktop.domain import environment, places
from cnn_desktop.domain.process import NOTHING, PIPE, own_command, start
from tests.conftest import lay_python_files

ROOT = str(Path(environment.__file__).parents[2])


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder this process stands in, of Python files that leave a note when they are run."""
    lay_python_files(tmp_path / "photos", tmp_path / "was run")
    monkeypatch.chdir(tmp_path / "photos")
    return tmp_path / "photos"


def shell_points_to(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE"):
        monkeypatch.setenv(name, folder)
    monkeypatch.setenv("PYTHONSTARTUP", "html.py")
    monkeypatch.setenv("PYTHONWARNINGS", "error::html.Warning")
    monkeypatch.setenv("PYTHONBREAKPOINT", "html.run")


def was_run(tmp_path: Path) -> str:
    file = tmp_path / "was run"
    return file.read_text() if file.exists() else ""


def test_a_child_runs_nothing_that_lies_in_the_persons_folder(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell_points_to(".", monkeypatch)
    with start(
        own_command("child", "--light", "--prepare"), stdin=NOTHING, stdout=PIPE, stderr=PIPE
    ) as child:  # its input ends at once
        told, errors = child.communicate(timeout=120)
    assert child.returncode == 0, errors.decode()
    assert b"ready" in told.lower()
    assert was_run(tmp_path) == ""


def test_a_child_stands_in_nobodys_folder(hostile: Path) -> None:
    code = "import os, sys; print(os.getcwd()); print([name for name in os.environ if name.startswith('PYTHON')])"
    with start([sys.executable, "-c", code], stdout=PIPE) as child:
        lines = child.communicate()[0].decode().splitlines()
    assert lines == [Path(sys.executable).anchor, "[]"]


def test_folders_that_were_named_from_where_the_person_stood_stay_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(places.HOME_VARIABLE, "mine")
    monkeypatch.setenv("TORCH_HOME", "weights")
    found = environment.child_environment()
    assert found[places.HOME_VARIABLE] == str(tmp_path / "mine")
    assert found["TORCH_HOME"] == str(tmp_path / "weights")
    assert places.cache_folder() == tmp_path / "mine" / "cache"


@pytest.mark.parametrize("name", [name for name in environment.FOLDERS if name != "TMPDIR"])
@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_a_folder_without_a_name_is_none(name: str, blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, blank)
    assert name not in environment.child_environment()


def test_a_home_is_found_though_no_shell_has_put_it_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv(places.HOME_VARIABLE, "~/mine")
    assert environment.child_environment()[places.HOME_VARIABLE] == str(tmp_path / "mine")


def test_settings_do_not_depend_on_where_the_person_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "config")
    monkeypatch.setenv("XDG_CACHE_HOME", "./cache")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    found = environment.child_environment()
    assert [name for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME") if name in found] == [
        "XDG_DATA_HOME"
    ]


def test_switches_of_the_libraries_developers_reach_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """With such values torch ends the process or cannot be imported."""
    wrong = {
        "ATEN_CPU_CAPABILITY",
        "PYTORCH_CUDA_ALLOC_CONF",
        "PYTORCH_ALLOC_CONF",
        "TORCH_LOGS",
        "TORCHDYNAMO_DISABLE",
        "TRITON_INTERPRET",
    }
    folders = {"TORCH_HOME", "TORCHINDUCTOR_CACHE_DIR", "TRITON_HOME", "PYTORCH_KERNEL_CACHE_PATH"}
    for name in wrong | folders:
        monkeypatch.setenv(name, "/nonsense")
    found = environment.child_environment()
    assert wrong & found.keys() == set()
    assert folders <= found.keys()


def test_telemetry_is_off_whatever_the_shell_says_and_compilers_keep_to_the_cache(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in environment.QUIET:
        monkeypatch.setenv(name, "0")
    monkeypatch.delenv("CUDA_CACHE_PATH", raising=False)
    monkeypatch.setenv("TRITON_HOME", "/elsewhere")
    found = environment.child_environment()
    assert {name: found[name] for name in environment.QUIET} == environment.QUIET
    assert Path(found["CUDA_CACHE_PATH"]).is_relative_to(home / "cache")
    assert found["TRITON_HOME"] == "/elsewhere", "the person's own choice"


def test_importing_any_part_of_the_program_turns_telemetry_off() -> None:
    code = "import os, sys; import cnn_desktop.dataset.split; print(os.environ['ORT_DISABLE_TELEMETRY'], 'onnxruntime' in sys.modules)"
    bare = {name: value for name, value in os.environ.items() if name not in environment.QUIET}
    done = subprocess.run([sys.executable, "-c", code], env=bare, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]


def test_a_program_that_is_not_installed_finds_itself_in_its_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", "/somewhere", ROOT]))
    assert environment.child_environment()["PYTHONPATH"] == ROOT


def test_a_folder_that_is_gone_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "PYTHONPATH" not in environment.child_environment()
    with start([sys.executable, "-c", "print(1)"], stdout=PIPE) as child:
        assert child.communicate()[0].strip() == b"1"


@pytest.mark.skipif(os.name == "nt", reason="Windows knows the home by itself")
@pytest.mark.parametrize("word", ["doctor", "--sample"])
def test_where_nobody_has_a_home_one_sentence_says_what_to_set(word: str) -> None:
    """A service, or a container with a user that it does not know."""
    code = (
        "import os, pwd, sys\n"
        "def nobody(number): raise KeyError(number)\n"
        "pwd.getpwuid = nobody\n"
        "from cnn_desktop.__main__ import main; sys.exit(main())"
    )
    without = {name: value for name, value in os.environ.items() if name not in (*environment.FOLDERS, "PYTHONPATH")}
    done = subprocess.run(
        [sys.executable, "-c", code, word], env=without, capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Your home folder could not be found. Set the environment variable CNN_DESKTOP_HOME")
    assert done.stderr.count("\n") == 1
