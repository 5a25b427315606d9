"""Tries the Windows setup under Wine, as far as that goes: `python packaging/windows/check_setup.py [--work build/windows] [--out dist]`.

Upgrades an older version, looks at every file and at the registry, starts the app in a folder with blanks and letters of many
alphabets, and uninstalls. Prints what it has found; exit code 1 when something is not as it should be. Run after build_setup.py.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PACKAGING = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PACKAGING / name) for name in ("windows", "linux", "bundle", "release")]

import app_folder  # noqa: E402
import build_setup  # noqa: E402
import bundle  # noqa: E402
import facts  # noqa: E402
import finish  # noqa: E402
import linked  # noqa: E402
import listing  # noqa: E402
import pinned  # noqa: E402
import portable_exe  # noqa: E402
import wine_gaps  # noqa: E402
from wine import WORK, Wine, tools  # noqa: E402

OLDER = "0.0.1"
SILENT = ("/VERYSILENT", "/CURRENTUSER", "/SUPPRESSMSGBOXES", "/NORESTART")
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\{6D1C2B0F-5E0B-4B6C-9B39-5A4D8E7C3F21}_is1"
CLASSES = r"Software\Classes"
MENU = r"AppData\Roaming\Microsoft\Windows\Start Menu\Programs\CNN Desktop.lnk"
ACCURATE = 0.9
"""Of the sample's test photos, at least."""
ELSEWHERE = "C:\\Größe ß 漢字\\CNN Desktop"
HOSTILE = {
    "PYTHONHOME": r"C:\nowhere",
    "PYTHONPATH": r"C:\nowhere",
    "PYTHONSTARTUP": r"C:\nowhere\a.py",
    "QT_PLUGIN_PATH": r"C:\nowhere",
}
_IMPORT_ALL = """
import importlib, pkgutil, sys
import cnn_desktop
bad = []
for module in pkgutil.walk_packages(cnn_desktop.__path__, "cnn_desktop."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except Exception as error:
            bad.append(f"{module.name}: {error!r}")
print("; ".join(bad))
sys.exit(len(bad) > 0)
"""
_SECTION = re.compile(r"^\[(?P<name>[^\]]*)\][^\n]*\n(?P<body>(?:(?!\[).*\n)*)", re.MULTILINE)
_VALUE = re.compile(r'^(?:@|"(?P<name>(?:[^"\\]|\\.)*)")="(?P<text>(?:[^"\\]|\\.)*)"$', re.MULTILINE)


@dataclass
class Findings:
    """What was looked at, and what was wrong."""

    began: float = field(default_factory=time.monotonic)
    wrong: list[str] = field(default_factory=list)

    def hold(self, what: str, is_so: object, why: str = "") -> None:
        """`what` must be so; `why` says more when it is not."""
        self.tell(f"{'yes' if is_so else 'NO '} {what}{'' if is_so or not why else f': {why}'}")
        if not is_so:
            self.wrong.append(what)

    def tell(self, what: str) -> None:
        print(f"{time.monotonic() - self.began:5.0f} s  {what}", flush=True)


def registry(text: str) -> dict[str, dict[str, str]]:
    """Wine's user.reg: key → name of a value ("" for the key's own) → text."""
    found: dict[str, dict[str, str]] = {}
    for section in _SECTION.finditer(text):
        values = {_plain(value["name"] or ""): _plain(value["text"]) for value in _VALUE.finditer(section["body"])}
        found[_plain(section["name"])] = values
    return found


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


class Check:
    """One Windows, from the first installation to the last file gone."""

    def __init__(self, work: Path, setup: Path, is_quick: bool) -> None:
        self.work, self.setup, self.is_quick, self.found = work, setup, is_quick, Findings()
        self.wine = Wine(tools(work), f"{WORK}/wine-check")
        shutil.rmtree(work / "wine-check", ignore_errors=True)
        (work / "try").mkdir(exist_ok=True)

    @property
    def home(self) -> Path:
        return next(path for path in self.wine.here("C:\\users").iterdir() if path.name != "Public")

    @property
    def app(self) -> Path:
        """Where it is installed, or was."""
        return self.home / r"AppData/Local/Programs/CNN Desktop"

    def read_registry(self) -> dict[str, dict[str, str]]:
        return registry((self.work / "wine-check" / "user.reg").read_text(encoding="utf-8"))

    def install(self, setup: Path) -> float:
        """Returns the seconds it took."""
        began = time.monotonic()
        place = self.work / "try" / setup.name
        place.unlink(missing_ok=True)
        shutil.copyfile(setup, place)
        self.wine.run([f"Z:{WORK}/try/{setup.name}".replace("/", "\\"), *SILENT], stdout=subprocess.DEVNULL)
        place.unlink()
        return time.monotonic() - began

    def older(self) -> Path:
        """A setup of an older version, with a module that the new one no longer has."""
        folder = self.work / "older"
        (folder / "libs").mkdir(parents=True, exist_ok=True)
        (folder / "libs" / "gone.py").write_text("", encoding="utf-8")
        shutil.copyfile(self.work / "app" / "CNN Desktop.exe", folder / "CNN Desktop.exe")
        return build_setup.compile_setup(self.wine, self.work, folder, OLDER)

    def run(
        self,
        program: str,
        *words: str,
        folder: Path | None = None,
        limit: int = 300,
        variables: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """A program of the installed app, with what Wine lacks filled in. Exit code 124: it has taken more than `limit` seconds."""
        place = folder or self.app
        inside = f"{WORK}/{place.relative_to(self.work).as_posix()}"
        told = wine_gaps.OVERRIDES | {"QT_QPA_PLATFORM": "offscreen"} | dict(variables or {})
        return self.wine.run(
            [program, *words], limit=limit, variables=told, folder=inside, check=False, capture_output=True
        )

    def all(self) -> list[str]:
        """What is wrong."""
        found = self.found
        found.tell(f"older version installed in {self.install(self.older()):.0f} s")
        (self.home / "Documents").mkdir(exist_ok=True)
        kept = self.home / "Documents" / "mine.cnnopen"
        kept.write_text("mine\n", encoding="utf-8")
        wine_gaps.fill(self.wine, self.work)
        found.tell(
            f"setup of {self.setup.stat().st_size / 1e6:.0f} MB installed over it in {self.install(self.setup):.0f} s"
        )
        self.look_at_files()
        self.look_at_registry()
        self.look_at_libraries()
        self.start()
        self.look_at_files()
        self.uninstall()
        found.hold("the person's own files are left alone", kept.is_file())
        return found.wrong

    def look_at_files(self) -> None:
        wanted = (self.setup.parent / f"{self.setup.stem}{listing.FILES}").read_text(encoding="utf-8").splitlines()
        there = [line for line in listing.lines(self.app) if not re.search(r" unins000\.(exe|dat|msg)$", line)]
        odd = sorted(
            {line.split(None, 3)[3] for line in {_unmarked(one) for one in wanted} ^ {_unmarked(one) for one in there}}
        )
        self.found.hold(
            f"{len(there)} installed files ({bundle.size(self.app) / 1e6:.0f} MB) are those built, and no others",
            not odd,
            str(odd[:5]),
        )

    def look_at_registry(self) -> None:
        values = self.read_registry()
        entry = values.get(UNINSTALL, {})
        keys = [key for key in values if key.startswith(UNINSTALL.rpartition("\\")[0] + "\\")]
        self.found.hold(
            "one entry among the programs, of this version",
            len(keys) == 1 and entry.get("DisplayVersion") == facts.version(),
            str(entry),
        )
        kind = values.get(rf"{CLASSES}\.cnnopen", {}).get("", "")
        command = values.get(rf"{CLASSES}\{kind}\shell\open\command", {}).get("", "")
        self.found.hold(
            "files .cnnopen are opened with it", re.fullmatch(r'"C:\\.*\\CNN Desktop\.exe" "%1"', command), command
        )
        self.found.hold("it is in the Start menu", (self.home / MENU.replace("\\", "/")).is_file())

    def look_at_libraries(self) -> None:
        missing = linked.missing(self.app)
        self.found.hold("every library that a file is linked to is there or Windows' own", not missing, str(missing))
        programs = {path.relative_to(self.app).as_posix() for path in self.app.rglob("*.exe")} - {"unins000.exe"}
        self.found.hold("there are two programs and no others", programs == set(app_folder.LAUNCHERS), str(programs))
        for name, has_window in app_folder.LAUNCHERS.items():
            told = portable_exe.read(self.app / name)
            numbers = tuple(int(part) for part in facts.version().split("."))
            is_right = told.has_console is not has_window and told.version[: len(numbers)] == numbers
            self.found.hold(
                f"{name} is of this version, and {'without' if has_window else 'with'} a console",
                is_right,
                str(told.version),
            )

    def start(self) -> None:
        told = self.run("cnn-desktop.exe", "--version", variables=HOSTILE)
        self.found.hold(
            "cnn-desktop.exe starts, whatever PYTHON… says",
            told.stdout.split()[-1:] == [facts.version()],
            told.stdout[-300:] + told.stderr[-300:],
        )
        told = self.run("CNN Desktop.exe", "--version")
        self.found.hold("CNN Desktop.exe starts", told.returncode == 0, f"exit code {told.returncode}")
        place = self.wine.here(ELSEWHERE)
        shutil.copytree(self.app, place, copy_function=os.link)
        if not self.is_quick:
            self.import_all(place)
        told = self.run("cnn-desktop.exe", "doctor", "--json", folder=place)
        self.found.hold(
            "doctor runs from a folder with blanks and letters of many alphabets",
            told.returncode == 0,
            told.stderr[-500:],
        )
        shutil.rmtree(place.parent)
        if self.is_quick:
            return
        figures = self.json("selftest")
        self.found.hold(f"selftest: {figures}", figures.get("ok"))
        figures = self.json("demo", "--out", r"C:\Größe ß 漢字\demo")
        self.found.hold(
            f"demo: accuracy {figures.get('accuracy')}", figures.get("accuracy", 0) > ACCURATE, str(figures)
        )

    def json(self, *words: str) -> dict[str, Any]:
        """What a verb prints last, with --json; "failed" with what it said, when that is no JSON."""
        told = self.run("cnn-desktop.exe", *words, "--json", limit=900)
        last = (told.stdout.strip().splitlines()[-1:] or [""])[0]
        return json.loads(last) if last.startswith("{") else {"failed": (told.returncode, told.stderr[-500:])}

    def import_all(self, place: Path) -> None:
        """With CPython's own python.exe, which is not in the setup, beside a copy of the app at `place`."""
        python = self.work / "python"
        pinned.unpack_python(self.work / "downloads", python)
        shutil.copyfile(python / "python.exe", place / "python.exe")
        shutil.rmtree(python)
        (self.work / "try" / "import_all.py").write_text(_IMPORT_ALL, encoding="utf-8")
        words = ("-I", "-B", "-X", "utf8", f"Z:{WORK}/try/import_all.py".replace("/", "\\"))
        told = self.run("python.exe", *words, folder=place, limit=1800)
        last = told.stdout.strip().splitlines()[-1:] or [told.stderr[-500:]]
        self.found.hold("every module of the app can be imported", told.returncode == 0, last[0])

    def uninstall(self) -> None:
        place = self.app.relative_to(self.work).as_posix()
        self.wine.run(
            [f"Z:{WORK}/{place}/unins000.exe".replace("/", "\\"), *SILENT[:1], *SILENT[2:]], stdout=subprocess.DEVNULL
        )
        left = [path.name for path in self.app.rglob("*")] if self.app.exists() else []
        self.found.hold("its folder is gone", not self.app.exists(), str(left[:5]))
        keys = [
            key
            for key in self.read_registry()
            if "cnnopen" in key.lower() or "cnndesktop" in key.lower() or key == UNINSTALL
        ]
        self.found.hold("nothing of it is in the registry", not keys, str(keys))
        self.found.hold("it is no longer in the Start menu", not (self.home / MENU.replace("\\", "/")).exists())


def _unmarked(line: str) -> str:
    """A line of a list without the mark of what may be run, which Windows does not have."""
    return re.sub(r"^(\S+ +\d+) [x-] ", r"\1 - ", line)


def main(words: list[str]) -> int:
    """Returns 0 when all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/windows"))
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument(
        "--quick", action="store_true", help="without importing every module, and without the self-test"
    )
    options = parser.parse_args(words)
    try:
        setup = finish.find(options.out.resolve(), f"{build_setup.name_of(facts.version())}.exe")
    except facts.ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    check = Check(options.work.resolve(), setup, options.quick)
    try:
        wrong = check.all()
    except subprocess.CalledProcessError as error:
        wrong = [str(error)]
    print(f"Wrong: {'; '.join(wrong)}" if wrong else "All is well, as far as Wine goes.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
