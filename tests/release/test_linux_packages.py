"""What `make package` asserts of a bundle, how the .deb is laid out, and how traces are read: with bundles of a few bytes."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cnn_desktop.domain import window_needs
from cnn_desktop.verbs import doctor
from tests.release.tools import PACKAGING, load_release_tool

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Linux")
sys.path += [str(PACKAGING / "linux"), str(PACKAGING / "bundle")]  # they are no package, and import one another by name

import bundle  # noqa: E402
import contents  # noqa: E402
import deb  # noqa: E402
import installed  # noqa: E402
import package  # noqa: E402
import session  # noqa: E402
from build import locked_version, without_cuda  # noqa: E402
from root import Root  # noqa: E402

facts = load_release_tool("facts")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A bundle that holds every file it must have."""
    folder = tmp_path / "dist" / "cnn-desktop"
    for name in bundle.MUST_HAVE:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("#!/bin/sh\n" if name == "cnn-desktop" else "a file")
    return folder


def test_second_copies_become_links_and_the_check_finds_those_that_are_none(made: Path) -> None:
    content = os.urandom(bundle.LARGE)
    (made / "_internal" / "one.so").write_bytes(content)
    (made / "_internal" / "two").mkdir()
    (made / "_internal" / "two" / "one.so").write_bytes(content)
    with pytest.raises(ValueError, match=r"twice in it: .*one\.so, .*one\.so"):
        bundle.check(made, "nvidia")
    assert bundle.link_duplicates(made) == bundle.LARGE
    bundle.check(made, "nvidia")
    assert (made / "_internal" / "two" / "one.so").read_bytes() == content
    assert bundle.size(made) < bundle.LARGE + 1000


def test_the_check_names_all_that_is_wrong(made: Path) -> None:
    (made / "_internal" / "EDITION").unlink()
    (made / "_internal" / "pytest").mkdir()
    (made / "_internal" / "lost.so").symlink_to("nowhere.so")
    with pytest.raises(ValueError, match="not as it should be") as failure:
        bundle.check(made, "cpu")
    told = str(failure.value)
    for words in ("_internal/EDITION is missing", "pytest is in it", "a link leads nowhere", "lost.so"):
        assert words in told


@pytest.mark.parametrize(
    ("destination", "out"),
    [
        ("nvidia/cu13/lib/libcublas.so.13", False),
        ("nvidia/cu13/lib/libcusolverMg.so.12", True),
        ("torch/lib/libtorch_cuda.so", False),
        ("torch/include/ATen/ATen.h", True),
        ("libstdc++.so.6", True),
        ("libxcb-cursor.so.0", False),
        ("numpy.libs/libgfortran-8f1e9814.so.5.0.0", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", True),
        ("scipy/io/tests/test_fortran.py", True),
        ("resources/style.qss", False),
    ],
)
def test_what_is_left_out(destination: str, out: bool) -> None:
    assert contents.is_left_out(destination) is out


def test_the_versions_that_the_program_asks_for_come_with_it() -> None:
    assert {*doctor.LIBRARIES, "cnn-desktop", "onnx", "onnxruntime"} == set(contents.METADATA)


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="no Debian")
def test_the_deb_holds_the_folder_the_link_and_the_share(made: Path, tmp_path: Path) -> None:
    share = tmp_path / "share" / "applications"
    share.mkdir(parents=True)
    (share / "cnn-desktop.desktop").write_text("[Desktop Entry]\n")
    package = deb.make(made, share.parent, "1.2", "cpu", tmp_path, level=1)
    listed = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True, text=True).stdout
    assert "./usr/bin/cnn-desktop -> /opt/cnn-desktop/cnn-desktop" in listed
    assert "./usr/share/applications/cnn-desktop.desktop" in listed
    rights = {line.split()[-1]: line.split()[0] for line in listed.splitlines()}
    assert rights["./opt/cnn-desktop/cnn-desktop"] == "-rwxr-xr-x"
    assert rights["./opt/cnn-desktop/_internal/EDITION"] == "-rw-r--r--"
    assert all(line.split()[1] == "root/root" for line in listed.splitlines())
    subprocess.run(["dpkg-deb", "-R", package, tmp_path / "raw"], check=True)
    summed = (tmp_path / "raw/DEBIAN/md5sums").read_text(encoding="utf-8")
    files = [path for path in bundle.files(tmp_path / "raw") if "DEBIAN" not in path.parts]
    assert [line.split("  ")[1] for line in summed.splitlines()] == [
        path.relative_to(tmp_path / "raw").as_posix() for path in files
    ]
    subprocess.run(["md5sum", "--quiet", "--check", "DEBIAN/md5sums"], cwd=tmp_path / "raw", check=True)
    told = subprocess.run(["dpkg-deb", "-f", package], check=True, capture_output=True, text=True).stdout
    assert "Version: 1.2\n" in told
    assert "libglib2.0-0t64 | libglib2.0-0" in told


def names(packages: Iterable[str]) -> set[str]:
    """Of Debian's packages, without versions: the last of alternatives, which is the older name."""
    return {one.rpartition("|")[2].strip().partition(" ")[0] for one in packages}


def test_what_windows_need_of_the_system_stands_in_all_lists() -> None:
    """For the person, for whoever builds, and for whoever runs the tests, which open no window on Wayland."""
    script = (PACKAGING / "system-packages.sh").read_text(encoding="utf-8")
    tested_with = re.search(r'^packages="([^"]*)"', script, re.MULTILINE)
    assert tested_with is not None
    built_with = names(package.LIBRARIES)
    assert set(window_needs.LIBRARIES.values()) | built_with <= names(deb.DEPENDS)
    assert {one for one in built_with if "wayland" not in one} <= set(tested_with[1].replace("\\\n", " ").split())


def test_the_lock_file_of_the_cpu_edition_has_no_cuda() -> None:
    lock = (PACKAGING.parent / "requirements.lock").read_text(encoding="utf-8")
    kept = {line.partition("==")[0] for line in without_cuda(lock).splitlines() if "==" in line and line[0].isalpha()}
    assert not [name for name in kept if name.startswith(("nvidia", "cuda", "triton", "torch"))]
    assert {"numpy", "timm", "pyside6-essentials", "tqdm"} <= kept
    assert locked_version(lock, "torch")[0].isdigit()


def test_what_a_watched_program_does_is_judged_as_seen_in_the_root(tmp_path: Path) -> None:
    """Refused writes count, and so do those that are named relative to a folder, which strace tells from outside."""
    log, root, home = tmp_path / "train", tmp_path / "debian", installed.HOME
    (tmp_path / "train.7").write_text(
        'connect(3<socket:[1]>, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X0"}, 20) = 0\n'
        'connect(3, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = -1 ENOENT (x)\n'
        "connect(3<socket:[2]>, {sa_family=AF_INET, sin_port=htons(443)}, 16) = -1 ENETUNREACH (x)\n"
        f'openat(AT_FDCWD<{root}>, "{home}/run/weights.pt", O_WRONLY|O_CREAT, 0666) = 3</x>\n'
        f'openat(AT_FDCWD<{root}>, "/opt/cnn-desktop/a.pyc", O_WRONLY|O_CREAT, 0666) = -1 EROFS (Read-only file system)\n'
        f'openat(AT_FDCWD<{root}>, "/opt/cnn-desktop/read", O_RDONLY|O_CLOEXEC) = 3</x>\n'
    )
    (tmp_path / "train.8").write_text(
        f'unlinkat(5<{root}/opt/cnn-desktop/_internal>, "b", 0) = -1 EROFS (Read-only file system)\n'
        f'mkdirat(6<{root}{home}>, ".cache", 0777) = 0\n'
        f'mkdirat(6<{root}{home}/.cache>, "other", 0777) = 0\n'
        'mkdir("/opt/no", 0777) = -1 EEXIST (File exists)\n'
        'openat(AT_FDCWD, "etc/x", O_RDWR) = -1 EACCES (Permission denied)\n'
        'openat(AT_FDCWD, "/dev/null", O_RDWR) = 3</dev/null>\n'
        'creat("/opt/cnn-desktop-other", 0666) = 3\n'
        'creat("/tmp/x", 0666) = 3\n'
    )
    (tmp_path / "training.9").write_text('creat("/another/log", 0666) = 3\n')
    figures, written = session.watched(session.trace(log), root, "/opt/cnn-desktop")
    assert figures == {
        "calls to the network": [
            "connect(3<socket:[2]>, {sa_family=AF_INET, sin_port=htons(443)}, 16) (1 times)",
            "AF_UNIX /run/systemd/resolve/io.systemd.Resolve (1 times)",
        ],
        "writes under the install folder": ["/opt/cnn-desktop/_internal/b", "/opt/cnn-desktop/a.pyc"],
        "writes outside the app's own folders": ["/etc/x", f"{home}/.cache/other", "/opt/cnn-desktop-other"],
    }
    assert len(written) == 9
    assert "/tmp/x" in written


@dataclass(frozen=True)
class Bare(Root):
    """A bare system that holds the paths `listed`, and where whatever is started ends with 1 and says `said`."""

    listed: Iterable[str] = ()
    said: str = ""

    def run(self, words: Sequence[str], **_: Any) -> subprocess.CompletedProcess[str]:
        found = "".join(f"{path}\tf 1 0 \n" for path in self.listed)
        return subprocess.CompletedProcess(words, 1, found if words[0] == "find" else "", self.said)


def test_what_a_removal_leaves_is_found(tmp_path: Path) -> None:
    home, before = installed.HOME, {"/etc": "d", "/etc/passwd": "f"}
    theirs = [f"{home}/Documents/CNN Desktop/a.cnnproj", f"{home}/Documents", f"{home}/run/x", "/var/lib/dpkg/status"]

    def left(*paths: str) -> str:
        return session.nothing_left(installed.Machine(Bare(tmp_path, listed=[*before, *theirs, *paths])), before)

    assert left() == "0 files and folders left []"
    for path in ("/opt/cnn-desktop", "/usr/share/applications/x", f"{home}/.local/bin", f"{home}/.local/share/mime"):
        with pytest.raises(installed.Failed, match=re.escape(path)):
            left(path)


def test_an_installer_is_to_fail_for_the_reason_that_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installer = tmp_path / "one.run"
    installer.write_bytes(b"whole")
    monkeypatch.setattr(session, "small_disk", nullcontext)  # a real one needs root's rights
    monkeypatch.setattr(session.os, "chown", lambda *_: None)
    for check, sentence in (
        (session.half_copied, "This file is incomplete: only 50 of 700 MB are here."),
        (session.full_disk_run, "Not enough free space in /home: CNN Desktop needs 4000 MB."),
    ):
        assert check(installed.Machine(Bare(tmp_path / "root", said=sentence)), installer) == f"1 {sentence}"
        with pytest.raises(installed.Failed, match=r"tar was not found"):
            check(installed.Machine(Bare(tmp_path / "root", said="The program tar was not found.")), installer)


def test_without_git_and_a_date_make_package_says_so(tmp_path: Path) -> None:
    """It asks `facts.py`, like everything else of a release."""
    linux, release = ("package", "root", "deb", "bundle", "run_installer"), ("facts", "finish", "sign", "listing")
    names = [*(f"linux/{name}.py" for name in linux), *(f"release/{name}.py" for name in release), "bundle/contents.py"]
    (tmp_path / "cnn_desktop").mkdir()
    shutil.copyfile(facts.ROOT / facts.VERSION_FILE, tmp_path / facts.VERSION_FILE)
    for name in names:
        (tmp_path / "packaging" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PACKAGING / name, tmp_path / "packaging" / name)
    environment = {"PATH": os.environ["PATH"], "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    for dated, said in (
        ({}, "This is no git checkout"),
        ({"SOURCE_DATE_EPOCH": "today"}, "SOURCE_DATE_EPOCH is “today”"),
    ):
        done = subprocess.run(
            [sys.executable, "packaging/linux/package.py"],
            env=environment | dated, cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr.startswith(said), done.stderr.count("\n")) == (1, True, 1)


WORKFLOW = (PACKAGING.parent / ".github/workflows/package.yml").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_workflow_builds_as_unsigned_only_what_has_no_tag() -> None:
    """Its variable reaches what `make package` starts, and with it `finish.py`."""
    assert "UNSIGNED: ${{ startsWith(github.ref, 'refs/tags/') && '0' || '1' }}\n" in WORKFLOW
    assert "UNSIGNED=1" not in WORKFLOW
    builders = re.findall(r"run: (sudo .*make package(?:-wheel|-windows)?)(?: |$)", WORKFLOW, re.MULTILINE)
    assert len(builders) == 3
    assert all(command.startswith("sudo -E ") for command in builders)  # the variables go with it
    (command,) = re.findall(r"run: sudo -E (make package .*)", WORKFLOW)
    clean = {name: value for name, value in os.environ.items() if name not in ("UNSIGNED", "MAKEFLAGS", "MAKELEVEL")}
    done = subprocess.run(
        [*shlex.split(re.sub(r"\$\{\{.*?\}\}", "x", command)), "--silent", "PYTHON=sh -c 'printenv UNSIGNED'"],
        env=clean | {"UNSIGNED": "1"}, cwd=PACKAGING.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "1\n")


def test_the_workflow_keeps_what_it_has_built_before_it_tries_it() -> None:
    """A figure of speed that a shared machine misses must not lose the packages. Ubuntu knows Debian's keys only when told."""
    jobs = re.split(r"^  (?=\S)", WORKFLOW.partition("\njobs:\n")[2], flags=re.MULTILINE)[1:]
    builders = [job for job in jobs if "upload-artifact" in job]
    assert len(builders) == 3
    for job in builders:
        tried = re.search(r"make package\S*-test|selftest", job)
        assert tried is not None
        assert job.index("upload-artifact") < tried.start()
        assert "mmdebstrap" not in job or "mmdebstrap debian-archive-keyring" in job
