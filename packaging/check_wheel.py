"""Builds the wheel, installs it into a fresh environment as pip does, and uses it there: versions, a picture, the self-test.

Run: python packaging/check_wheel.py [--wheel FILE] [--quick] [--out dist]. The libraries it needs are those of the Python that runs
this; nothing is downloaded. Prints what was done and how long it took; ends with 1 when something of it fails. With --out, a wheel that
works is put there, and packaging/release/finish.py signs it, or with UNSIGNED=1 lists it as unsigned.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "packaging" / "release"))
import facts  # noqa: E402 - a neighbour, and no package
import finish  # noqa: E402

PARTS = ("cnn_desktop", "resources", "pyproject.toml", "setup.py", "README.md", "LICENSE")
SCRIPTS = ("cnn-desktop", "cnn-desktop-window")


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, help="check this one instead of building it")
    parser.add_argument("--quick", action="store_true", help="without the self-test, which trains")
    parser.add_argument("--out", type=Path, help="put it there when it works: a release's folder")
    options = parser.parse_args()
    if options.out:
        try:
            finish.ready(options.out, f"cnn_desktop-{facts.version()}-py3-none-any.whl")
            os.environ["SOURCE_DATE_EPOCH"] = str(facts.source_date())  # the same wheel each time
        except facts.ReleaseError as error:
            print(error, file=sys.stderr)
            return 1
    with tempfile.TemporaryDirectory(prefix="cnn-desktop wheel ä ") as name:
        place = Path(name)
        wheel = options.wheel.absolute() if options.wheel else timed("build", lambda: build(place / "source"))
        check_contents(wheel)
        python = timed("install", lambda: install(wheel, place / "env"))
        use(python, place, quick=options.quick)
        print("The wheel works.")
        if not options.out:
            return 0
        try:
            options.out.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(wheel, options.out / wheel.name)
        except OSError as error:  # as after `sudo make package`, whose folder it is then
            print(error, file=sys.stderr)
            return 1
    return finish.main([str(options.out)])


def timed(what: str, work: Callable[[], T]) -> T:
    """Does `work`, and prints how long it took."""
    began = time.monotonic()
    result = work()
    print(f"{what:<10} {time.monotonic() - began:6.1f} s", flush=True)
    return result


def build(source: Path) -> Path:
    """The wheel of a copy of this repository's files."""
    source.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / part).exists():
            shutil.copy(ROOT / part, source)
    code = "from setuptools import build_meta; print(build_meta.build_wheel('.'))"
    told = run([sys.executable, "-c", code], cwd=source)
    return source / told.split()[-1]


def check_contents(wheel: Path) -> None:
    """Resources lie in it, and no tests."""
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("cnn_desktop/resources/style.qss", "cnn_desktop/__main__.py"):
        assert name in names, f"{name} is not in {wheel.name}"
    strange = [name for name in names if not name.startswith(("cnn_desktop/", "cnn_desktop-"))]
    assert not strange, f"{wheel.name} holds {strange[:3]}"
    print(f"{wheel.name}: {len(names)} files, {wheel.stat().st_size / 1e6:.1f} MB")


def install(wheel: Path, folder: Path) -> Path:
    """The Python of a new environment that has the wheel, and this one's libraries without this one's editable install."""
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = Path(run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip())
    # a line of a .pth: the .pth files that lie there, such as an editable install's, are not read
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    words = [
        "--quiet",
        "--disable-pip-version-check",
        "install",
        "--no-deps",
        "--no-index",
        "--force-reinstall",
        str(wheel),
    ]
    run([sys.executable, "-m", "pip", "--python", str(python), *words])
    return python


def use(python: Path, place: Path, quick: bool) -> None:
    """As a person does who has installed it: from a folder of their own, with a shell that points elsewhere."""
    home = place / "home of Jörg"
    home.mkdir()
    kept = {"PATH", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP"}
    environment = {name: value for name, value in os.environ.items() if name in kept}
    environment |= {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(home),
    }
    command, window = (str(python.with_name(name)) for name in SCRIPTS)

    def told(what: str, *words: str) -> str:
        return timed(what, lambda: run(list(words), cwd=home, environment=environment))

    where = told("import", str(python), "-c", "import cnn_desktop; print(cnn_desktop.__file__)").strip()
    assert where.startswith(str(place)), f"it is not the wheel that is used, but {where}"
    doctor = json.loads(told("doctor", command, "doctor", "--json").splitlines()[-1])
    print(f"version {doctor['version']}, device {doctor['device']}: {doctor['reason']}")
    picture = home / "window.png"
    told("window", window, "--screenshot", str(picture))
    assert picture.stat().st_size > 10_000, "the window's picture is empty"
    if not quick:
        figures = json.loads(told("self-test", command, "selftest", "--json").splitlines()[-1])
        assert figures["ok"], figures
        print(f"window after {figures['window_s']:.2f} s, accuracy {figures['accuracy']:.0%}")


def run(command: list[str], cwd: Path | None = None, environment: dict[str, str] | None = None) -> str:
    """What it wrote; ends this program with what it said when it fails."""
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=900
    )
    if done.returncode:
        sys.exit(f"{command[0]} {' '.join(command[1:4])} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
