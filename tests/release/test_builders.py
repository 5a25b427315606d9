"""What each builder says before it begins, and what it leaves: the real `main`, with stand-ins for what takes minutes and other systems."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from cnn_desktop import __version__
from tests.release.tools import PACKAGING, load, load_release_tool

facts, sign = load_release_tool("facts"), load_release_tool("sign")
ENVIRONMENT = {"UNSIGNED": "", "SOURCE_DATE_EPOCH": "1700000000", "PYTHONDONTWRITEBYTECODE": "1"}
KEYS = (sign.GPG_KEY, sign.WINDOWS_SIGN, sign.MACOS_IDENTITY)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder with a bill of materials wherever a builder has it."""
    folder = tmp_path / "app"
    for name in ("_internal", "libs/cnn_desktop", "Contents/Resources"):
        (folder / name).mkdir(parents=True)
        (folder / name / "SBOM.json").write_text("{}")
    return folder


def names(dist: Path) -> set[str]:
    return {file.name for file in dist.iterdir()}


def beside(stem: str, ending: str) -> set[str]:
    """What lies in a release's folder with one unsigned artefact."""
    return {f"{stem}-unsigned{one}" for one in (ending, ".files.txt", ".cdx.json")} | {"RELEASE-NOTES.md", "SHA256SUMS"}


@pytest.mark.parametrize("words", [["linux/package.py"], ["windows/build_setup.py"], ["check_wheel.py", "--quick"]])
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "does not say how to sign it. UNSIGNED=1 makes a release that says it is unsigned."),
        (dict.fromkeys(KEYS, "a key"), "CHANGELOG.md has no part"),
        ({"UNSIGNED": "1"}, "Not of version"),
    ],
    ids=["no key", "no heading", "another version"],
)
def test_what_stands_in_the_way_of_a_release_is_said_before_anything_is_built(
    tmp_path: Path, words: list[str], given: dict[str, str], said: str
) -> None:
    if given.keys() >= set(KEYS) and facts.read_changelog()[0].version != facts.UNRELEASED:
        pytest.skip("the changelog has a heading for this version")
    dist = tmp_path / "dist"
    if "UNSIGNED" in given:
        dist.mkdir()
        (dist / "cnn-desktop_0.0.1_nvidia_amd64.deb").touch()
    clean = {name: value for name, value in os.environ.items() if name not in KEYS}
    done = subprocess.run(
        [sys.executable, str(PACKAGING / words[0]), *words[1:], "--out", str(dist)],
        env=clean | ENVIRONMENT | given, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count("\n"), said in done.stderr) == (1, "", 1, True), done.stderr
    assert [path.name for path in tmp_path.iterdir()] == (["dist"] if dist.exists() else [])


def unsigned(patch: pytest.MonkeyPatch) -> None:
    for name, value in (ENVIRONMENT | {"UNSIGNED": "1"}).items():
        patch.setenv(name, value)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Linux")
def test_make_package_leaves_a_release(tmp_path: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, build, dist = load("package"), load("build"), tmp_path / "dist"
    unsigned(monkeypatch)

    class Bare(package.Root):
        def install(self, *names: str) -> None:
            pass

    def maker(module: ModuleType) -> Callable[..., Path]:
        def make(made: Path, share: Path, version: str, edition: str, out: Path) -> Path:
            (out / module.name_of(version, edition)).touch()
            return out / module.name_of(version, edition)

        return make

    def pack(root: object, edition: str, torch_index: str) -> None:
        build.pack(edition, dist)

    for module, name, value in (
        (package, "bare", lambda *words: Bare(tmp_path / "root")), (package, "copy_source", lambda folder: None),
        (package, "build", pack), (package.os, "getuid", lambda: 0), (package.shutil, "which", lambda name: name),
        (build.bundle, "make", lambda *words: bundle), (build.subprocess, "run", lambda *words, **options: None),
        (build.deb, "make", maker(build.deb)), (build.run_installer, "make", maker(build.run_installer)),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    words = ["package.py", "--out", str(dist), "--work", str(tmp_path / "work"), "--keep"]
    monkeypatch.setattr(sys, "argv", words)
    assert package.main() == 0
    wanted = beside(f"cnn-desktop_{__version__}_nvidia_amd64", ".deb")
    wanted |= beside(f"cnn-desktop-{__version__}-nvidia-linux-x86_64", ".run")
    assert names(dist) == wanted
    assert " _internal/SBOM.json\n" in (dist / f"cnn-desktop_{__version__}_nvidia_amd64-unsigned.files.txt").read_text()


def test_the_setup_for_windows_is_left_as_a_release(
    tmp_path: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what tries it finds it and its list under the name that it has then."""
    setup, dist = load("build_setup"), tmp_path / "dist"
    unsigned(monkeypatch)

    def compile_setup(wine: object, work: Path, app: Path, version: str, pack: str) -> Path:
        (work / f"{setup.name_of(version)}.exe").touch()
        return work / f"{setup.name_of(version)}.exe"

    monkeypatch.setattr(setup, "tools", lambda work: None)
    monkeypatch.setattr(setup.app_folder, "make", lambda *words: bundle)
    monkeypatch.setattr(setup, "compile_setup", compile_setup)
    words = ["--out", str(dist), "--work", str(tmp_path / "work")]
    assert setup.main(words) == 0
    assert names(dist) == beside(f"CNN-Desktop-{__version__}-windows-cpu-setup", ".exe")

    check, looked = load("check_setup"), []

    class Check:
        def __init__(self, work: Path, setup: Path, is_quick: bool) -> None:
            looked.append((setup.parent / f"{setup.stem}.files.txt").read_text(encoding="utf-8"))

        def all(self) -> list[str]:
            return []

    monkeypatch.setattr(check, "Check", Check)
    assert check.main(words) == 0
    assert " libs/cnn_desktop/SBOM.json\n" in looked[0]


def test_the_image_for_macos_is_left_as_a_release(
    tmp_path: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, dist, ran = load("build_app"), tmp_path / "dist", []
    unsigned(monkeypatch)

    def run(*words: object, **variables: str) -> None:
        ran.append([str(word) for word in words])
        if words[0] == "hdiutil":
            Path(str(words[-1])).touch()

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    monkeypatch.setattr(app, "environment", lambda work: Path(sys.executable))
    monkeypatch.setattr(app, "run", run)
    made = tmp_path / "work" / "dist" / "CNN Desktop.app"
    made.parent.mkdir(parents=True)
    bundle.rename(made)
    assert app.main(["--out", str(dist), "--work", str(tmp_path / "work")]) == 0
    assert names(dist) == beside(f"CNN-Desktop-{__version__}-macos-arm64", ".dmg")
    assert not [words for words in ran if words[0] == "codesign"]
    (collected,) = [words for words in ran if words[1].endswith("collect.py")]
    assert collected[collected.index("--folder") + 1] == str(made)  # so that every file in it must be somebody's


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Linux")
def test_without_packages_there_is_nothing_to_try(tmp_path: Path) -> None:
    """Those of another version are none."""
    (tmp_path / "cnn-desktop_9.0.0_nvidia_amd64.deb").touch()
    done = subprocess.run(
        [sys.executable, str(PACKAGING / "linux/package_test.py"), "--dist", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert f"holds neither cnn-desktop_{__version__}_nvidia_amd64.deb" in done.stderr
