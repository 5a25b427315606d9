"""The self-extracting installer for one person, with a bundle of a few bytes: installs, switches, refuses, removes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a shell script for Linux"),
    pytest.mark.skipif(shutil.which("zstd") is None, reason="zstd, which packs it, is not installed"),
]

PROGRAM = "#!/bin/sh\necho {version}\n"
DESKTOP = "[Desktop Entry]\nName=CNN Desktop\nExec=cnn-desktop %f\nTryExec=cnn-desktop\n"


def made(place: Path, version: str, program: str = PROGRAM) -> Path:
    """An installer as `make package` makes it."""
    bundle, share = place / version / "dist" / "cnn-desktop", place / version / "share"
    (share / "applications").mkdir(parents=True)
    (share / "applications" / "cnn-desktop.desktop").write_text(DESKTOP)
    (share / "mime" / "packages").mkdir(parents=True)
    for file in (REPOSITORY / "packaging" / "linux" / "share").rglob("mime/packages/*.xml"):
        shutil.copy(file, share / "mime" / "packages")
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "_internal" / "data").write_bytes(os.urandom(200_000))
    (bundle / "cnn-desktop").write_text(program.format(version=version))
    (bundle / "cnn-desktop").chmod(0o755)
    script = REPOSITORY / "packaging" / "linux" / "run_installer.py"
    subprocess.run(
        [sys.executable, str(script), str(bundle), str(share), version, "cpu", str(place)],
        check=True,
        capture_output=True,
    )
    return next(place.glob(f"*{version}*.run"))


@pytest.fixture(scope="module")
def installers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    place = tmp_path_factory.mktemp("dist")
    return made(place, "1.0"), made(place, "2.0")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / 'Jörg "J" Müller $5 & 100 % \\o'
    folder.mkdir()
    return folder


def start(
    installer: Path | str, home: Path, *words: str, path: str = os.environ["PATH"], **more: str
) -> subprocess.CompletedProcess[str]:
    """`more`: of the environment."""
    environment = {"HOME": str(home), "PATH": path, **more}
    return subprocess.run(
        ["sh", "--", str(installer), *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=home.parent,
    )


def answer(home: Path) -> str:
    return subprocess.run(
        [str(home / ".local/bin/cnn-desktop")], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_it_installs_switches_to_another_version_and_removes(installers: tuple[Path, Path], home: Path) -> None:
    for installer, version in zip(installers, ("1.0", "2.0"), strict=True):
        done = start(installer, home)
        assert (done.returncode, done.stderr) == (0, "")
        assert answer(home) == version
    entry = (home / ".local/share/applications/cnn-desktop.desktop").read_text()
    folder = str(home / ".local/opt/cnn-desktop/cnn-desktop")
    # what is quoted takes a backslash, and the file each backslash twice
    for plain, escaped in (("\\", "\\" * 4), ('"', '\\\\"'), ("$", "\\\\$"), ("%", "%%")):
        folder = folder.replace(plain, escaped)
    assert f'Exec="{folder}" %f' in entry
    assert "TryExec" not in entry
    assert [path.name for path in (home / ".local/opt").iterdir()] == ["cnn-desktop"]

    (home / "photo.png").write_bytes(b"mine")
    done = start(home / ".local/opt/cnn-desktop/uninstall.sh", home, "--remove")
    assert done.stdout == "CNN Desktop has been removed. Your projects and settings were kept.\n"
    assert [path.name for path in home.rglob("*") if not path.is_dir()] == ["photo.png"]
    assert not (home / ".local/share/mime").exists()


def test_a_file_that_is_not_whole_is_refused_and_what_was_there_stays(
    installers: tuple[Path, Path], home: Path, tmp_path: Path
) -> None:
    start(installers[0], home)
    half, bent = tmp_path / "half.run", tmp_path / "bent.run"
    whole = installers[1].read_bytes()
    half.write_bytes(whole[: len(whole) // 2])
    bent.write_bytes(whole[:-5000] + bytes([whole[-5000] ^ 1]) + whole[-4999:])
    for file, words in (
        (half, "This file is incomplete: only "),
        (bent, "This file is damaged. Copy or download it again."),
    ):
        done = start(file, home)
        assert done.returncode == 1
        assert done.stderr.startswith(words)
        assert done.stderr.count("\n") == 1
    assert answer(home) == "1.0"
    assert [path.name for path in (home / ".local/opt").iterdir()] == ["cnn-desktop"]


def test_it_waits_until_the_program_is_closed(installers: tuple[Path, Path], home: Path) -> None:
    start(installers[0], home)
    program = home / ".local/opt/cnn-desktop/cnn-desktop"
    shutil.copy(shutil.which("sleep") or "", program)
    with subprocess.Popen([program, "100"]) as running:
        try:
            for words in ((), ("--remove",)):
                done = start(installers[1], home, *words)
                assert (done.returncode, done.stderr) == (1, "CNN Desktop is running. Close it, then try again.\n")
        finally:
            running.kill()
    assert program.is_file()


def test_another_program_of_that_name_stays(installers: tuple[Path, Path], home: Path) -> None:
    other = home / ".local/bin/cnn-desktop"
    other.parent.mkdir(parents=True)
    other.write_text("mine")
    assert "belongs to another program and was left unchanged." in start(installers[0], home).stdout
    start(installers[0], home, "--remove")
    assert other.read_text() == "mine"


@pytest.mark.parametrize("words", [(), ("--remove",)])
@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_something_else_in_its_place_stays(
    installers: tuple[Path, Path], home: Path, words: tuple[str, ...], kind: str
) -> None:
    place, mine = home / ".local/opt/cnn-desktop", home / "mine"
    place.parent.mkdir(parents=True)
    if kind == "folder":
        mine = place / "cnn-desktop"  # their own checkout, say, with a program of that name
        place.mkdir()
    if kind == "link":
        place.symlink_to("nowhere")
    else:
        (place if kind == "file" else mine).write_text("mine")
    before = sorted(home.rglob("*"))
    done = start(installers[0], home, *words)
    assert (done.returncode, done.stderr) == (
        1,
        f"{place} exists but is not CNN Desktop. Move it somewhere else, then try again. Nothing was changed.\n",
    )
    assert sorted(home.rglob("*")) == before
    assert kind == "link" or (place if kind == "file" else mine).read_text() == "mine"


def test_a_link_that_leads_nowhere_stays(installers: tuple[Path, Path], home: Path) -> None:
    other = home / ".local/bin/cnn-desktop"
    other.parent.mkdir(parents=True)
    other.symlink_to("/a disk that is not plugged in/cnn-desktop")
    assert "belongs to another program and was left unchanged." in start(installers[0], home).stdout
    assert other.readlink() == Path("/a disk that is not plugged in/cnn-desktop")


def cut_off(home: Path) -> Path:
    """Leaves what interrupted installations leave, all but the installed version itself; returns the folder."""
    opt = home / ".local/opt"
    for name in (".cnn-desktop.new.71", ".cnn-desktop.old.72"):
        (opt / name).mkdir(parents=True)
        (opt / name / "large").write_text("part of a version")
    (opt / ".cnn-desktop.new.73.txt").write_text("tar: no")
    return opt


@pytest.mark.parametrize("words", [(), ("--remove",)])
def test_leftovers_of_interrupted_installations_go(
    installers: tuple[Path, Path], home: Path, words: tuple[str, ...]
) -> None:
    start(installers[0], home)
    opt = cut_off(home)
    (opt / ".cnn-desktop.notes").write_text("mine")
    assert start(installers[1], home, *words).returncode == 0
    assert {path.name for path in opt.iterdir()} == {".cnn-desktop.notes", *(["cnn-desktop"] if not words else [])}


def test_the_old_version_comes_back_when_the_new_one_had_not_taken_its_place(
    installers: tuple[Path, Path], home: Path, tmp_path: Path
) -> None:
    start(installers[0], home)
    opt = cut_off(home)
    (opt / "cnn-desktop").rename(opt / ".cnn-desktop.old.99")
    bent = tmp_path / "bent.run"
    whole = installers[1].read_bytes()
    bent.write_bytes(whole[:-5000] + bytes([whole[-5000] ^ 1]) + whole[-4999:])
    assert start(bent, home).returncode == 1
    assert answer(home) == "1.0"
    assert [path.name for path in opt.iterdir()] == ["cnn-desktop"]

    (opt / "cnn-desktop").rename(opt / ".cnn-desktop.old.99")
    done = start(installers[1], home, "--remove")
    assert done.stdout == "CNN Desktop has been removed. Your projects and settings were kept.\n"
    assert not [path for path in home.rglob("*") if not path.is_dir()]


def test_what_cannot_be_unpacked_leaves_nothing(installers: tuple[Path, Path], home: Path, tmp_path: Path) -> None:
    start(installers[0], home)
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "tar").write_text("#!/bin/sh\necho no room >&2\nexit 1\n")
    (tools / "tar").chmod(0o755)
    done = start(installers[1], home, path=f"{tools}:{os.environ['PATH']}")
    assert done.returncode == 1
    assert done.stderr.startswith("CNN Desktop could not be unpacked (")
    assert answer(home) == "1.0"
    assert [path.name for path in (home / ".local/opt").iterdir()] == ["cnn-desktop"]


@pytest.mark.skipif(shutil.which("flock") is None, reason="flock is not installed")
@pytest.mark.parametrize("words", [(), ("--remove",)])
def test_one_at_a_time(installers: tuple[Path, Path], home: Path, words: tuple[str, ...]) -> None:
    import fcntl  # not on Windows, where nothing here runs

    start(installers[0], home)
    opt = cut_off(home)
    before = sorted(opt.rglob("*"))
    held = os.open(opt, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = start(installers[1], home, *words)
    finally:
        os.close(held)
    assert (done.returncode, done.stderr) == (
        1,
        "CNN Desktop is already being installed or removed. Wait until that has finished, then try again.\n",
    )
    assert sorted(opt.rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--remove",), 1, "CNN Desktop is not installed in "),
        (("--fast",), 2, "Unknown option “--fast”. The only option is --remove."),
    ],
)
def test_what_cannot_be_done_is_said(
    installers: tuple[Path, Path], home: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = start(installers[0], home, *words)
    assert (done.returncode, done.stderr.startswith(said)) == (code, True)
    assert not list(home.iterdir())


def test_a_home_that_cannot_be_written_is_named(installers: tuple[Path, Path], home: Path) -> None:
    (home / ".local").write_text("a file where a folder belongs")
    done = start(installers[0], home)
    assert done.returncode == 1
    assert done.stderr.startswith(f"CNN Desktop was not installed because {home}/.local/opt is not writable")


def test_too_little_space_is_said_before_anything_is_unpacked(
    installers: tuple[Path, Path], home: Path, tmp_path: Path
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "df").write_text(
        "#!/bin/sh\necho Filesystem\necho disk 1000 990 10 99% /\n"
    )  # a full disk needs root's rights
    (tools / "df").chmod(0o755)
    done = start(installers[0], home, path=f"{tools}:{os.environ['PATH']}")
    assert done.returncode == 1
    assert done.stderr.startswith(f"Not enough free space in {home}/.local/opt: CNN Desktop needs ")
    assert not [path for path in home.rglob("*") if not path.is_dir()]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("a\nb", "contains a line break"),
        ("a", "could not be found"),
        ("/nowhere", "could not be found"),
        ("", "could not be found"),
    ],
)
def test_a_home_that_nothing_can_be_installed_to(
    installers: tuple[Path, Path], tmp_path: Path, home: Path, told: str, said: str
) -> None:
    broken = str(tmp_path / told) if "\n" in told else told
    for name in ("a", "a\nb"):
        (tmp_path / name).mkdir()
    for words in ((), ("--remove",)):
        done = start(installers[0], home, *words, HOME=broken)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert said in done.stderr
    assert not [path for path in tmp_path.rglob("*") if not path.is_dir()]


@pytest.mark.parametrize("name", [".local/opt", ".local/bin", "data"])
def test_the_folder_that_cannot_be_written_is_the_one_that_is_named(
    installers: tuple[Path, Path], home: Path, name: str
) -> None:
    (home / name).parent.mkdir(exist_ok=True)
    (home / name).write_text("a file where a folder belongs")
    done = start(installers[0], home, XDG_DATA_HOME=str(home / "data"))
    assert done.returncode == 1
    assert done.stderr.startswith(f"CNN Desktop was not installed because {home / name} is not writable")


def test_where_the_person_stands_makes_no_difference(installers: tuple[Path, Path], home: Path) -> None:
    """Nor does an installer whose name looks like an option."""
    shutil.copy(installers[0], home.parent / "-n")
    assert start("-n", home, XDG_DATA_HOME="data").returncode == 0
    assert (home / ".local/share/applications/cnn-desktop.desktop").is_file()
    assert not (home.parent / "data").exists()


def test_what_is_no_installer_says_what_to_type(installers: tuple[Path, Path], home: Path) -> None:
    start(installers[0], home)
    remover = home / ".local/opt/cnn-desktop/uninstall.sh"
    done = start(remover, home)
    assert done.returncode == 1
    assert done.stderr.startswith("This file uninstalls CNN Desktop. To do so, type:  sh ")
    typed = done.stderr.partition("type:  ")[2]
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    assert "has been removed" in subprocess.check_output(["sh", "-c", typed], env=environment, text=True)
    with installers[0].open("rb") as piped:
        done = subprocess.run(
            ["sh"], stdin=piped, env=environment, cwd="/", capture_output=True, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (
        1, "The installer must be run from a file. Save it first, then type:  sh FILE\n",
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["link", "folder", "file"])
def test_what_lies_where_the_entry_of_the_menu_belongs(installers: tuple[Path, Path], home: Path, kind: str) -> None:
    entry, mine = home / ".local/share/applications/cnn-desktop.desktop", home / "mine"
    entry.parent.mkdir(parents=True)
    mine.write_text("mine")
    if kind == "link":
        entry.symlink_to(mine)
    elif kind == "folder":
        entry.mkdir()
    else:
        entry.write_text("of an earlier version")
        entry.chmod(0o400)
    for installer in installers:
        done = start(installer, home)
        assert (done.returncode, done.stderr) == (0, "")
        assert ("may not appear among your applications" in done.stdout) == (kind == "folder")
        assert kind == "folder" or "Exec=" in entry.read_text()
    assert start(installers[1], home, "--remove").returncode == 0
    assert mine.read_text() == "mine"
    assert entry.exists() == (kind == "folder")


def test_nobody_else_may_change_what_is_installed(installers: tuple[Path, Path], home: Path) -> None:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    subprocess.run(
        ["sh", "-c", 'umask 000; sh "$0"', str(installers[0])], env=environment, check=True, capture_output=True
    )
    open_to_all = [path for path in home.rglob("*") if not path.is_symlink() and path.stat().st_mode & 0o022]
    assert open_to_all == []


def test_a_program_that_is_missing_is_named(installers: tuple[Path, Path], home: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in (
        "sh",
        "awk",
        "cat",
        "cut",
        "df",
        "dirname",
        "find",
        "head",
        "ln",
        "ls",
        "mkdir",
        "mv",
        "readlink",
        "rm",
    ):
        (tools / name).symlink_to(shutil.which(name) or "")
    done = start(installers[0], home, path=str(tools))
    assert (done.returncode, done.stderr) == (
        1, "The program rmdir was not found. Install it, then try again. Nothing was changed.\n",
    )  # fmt: skip
    assert not list(home.iterdir())
