"""What a bundle holds that is no Python package: Python, PyInstaller's starter, Debian's libraries, and what a recipe declares.

Every file that belongs to none of them, nor to a package, ends the build (`claim`, `claim_frozen`, `not_told`).
"""

from __future__ import annotations

import dataclasses
import importlib.metadata
import json
import platform
import subprocess
import sys
import sysconfig
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import quote

import facts
import licence_rules

sys.path.append(str(facts.ROOT))
from cnn_desktop.domain import licences
from cnn_desktop.domain.licences import Piece

_OF_AN_APP = frozenset(("Contents/Info.plist", "cnn-desktop.icns"))
"""What PyInstaller adds to an app for macOS: ours, and in none of its tables."""
_LISTED = 8


@dataclass(frozen=True)
class Component:
    """A piece of the bundle as the bill of materials names it."""

    piece: Piece
    address: str
    """Package URL."""
    sha256: str = ""
    """Of a Python package: of its files' names and hashes as its wheel lists them."""
    where: tuple[str, ...] = ()
    """Of all else: its files, or in words where it is."""


@dataclass(frozen=True)
class Part:
    """Something that is no Python package, as the recipe of a bundle declares it."""

    name: str
    version: str
    licence: str
    """An SPDX expression."""
    address: str
    """Package URL."""
    texts: tuple[str, ...]
    """Files with its licence."""
    where: tuple[str, ...]
    """Patterns of its files in the bundle, each for one folder; where it is no file of its own: in words, where it is."""

    def component(self) -> Component:
        """Raises OSError when a text cannot be read."""
        text = "\n\n".join(Path(file).read_text(encoding="utf-8", errors="replace").strip() for file in self.texts)
        return Component(Piece(self.name, self.version, self.licence, lambda: text), self.address, where=self.where)


def write(parts: Iterable[Part], file: Path) -> None:
    """For `collect.py --parts FILE`."""
    file.write_text(json.dumps([dataclasses.asdict(part) for part in parts], indent=1), encoding="utf-8")


def read(file: Path) -> list[Part]:
    """What `write` has written."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    return [Part(**{**row, "texts": tuple(row["texts"]), "where": tuple(row["where"])}) for row in rows]


def claim(inside: set[Path], folder: Path, declared: Iterable[Part]) -> None:
    """Raises ReleaseError when one of the files `inside`, which are no package's, belongs to nothing that is declared."""
    patterns = [pattern for part in declared for pattern in part.where]
    names = {file.relative_to(folder).as_posix() for file in inside}
    refuse(name for name in names if not any(_fits(name, pattern) for pattern in patterns))


def _fits(name: str, pattern: str) -> bool:
    return name.count("/") == pattern.count("/") and fnmatch(name, pattern)


def claim_frozen(inside: set[Path]) -> list[Component]:
    """PyInstaller's starter, and the Debian packages of files `inside`, which are no package's. Raises ReleaseError."""
    strange = {file for file in inside if not file.is_relative_to(facts.ROOT) and not _is_pythons(file)}
    owners = debian_owners(strange)
    refuse(map(str, strange - owners.keys()))
    files = defaultdict(set)
    for file, owner in owners.items():
        files[owner].add(file.name)
    return [_starter(), *(of_debian(name, *sorted(files[name])) for name in sorted(files))]


def not_told(folder: Path, out: Path, told: set[str]) -> None:
    """Raises ReleaseError when a file of the frozen `folder` is in none of PyInstaller's tables, which tell paths below `out`.

    Of an app for macOS, below some more folders of it, where a dot in a folder's name is written otherwise.
    """
    inside = folder / "Contents"
    places = [out, inside / "Frameworks", inside / "MacOS", folder]
    if inside.is_dir():
        told = told | _OF_AN_APP
    found = []
    for file in files_in(folder):
        place = next(place for place in places if file.is_relative_to(place))
        found.append(file.relative_to(place).as_posix().replace("__dot__", "."))
    refuse(name for name in found if name not in told)


def refuse(strange: Iterable[str]) -> None:
    """Raises ReleaseError when there is a strange file."""
    names = sorted(strange)
    if names:
        some = "; ".join(names[:_LISTED])
        raise facts.ReleaseError(
            f"No package owns {len(names)} files of the bundle, so their licence is not known: {some}"
        )


def files_in(folder: Path) -> set[Path]:
    """The files below `folder` but links and byte code, which is made of files that are there or in a package."""
    return {
        file
        for file in folder.rglob("*")
        if file.is_file() and not file.is_symlink() and file.parent.name != "__pycache__"
    }


def python_itself() -> Component:
    """The Python that runs this, which a frozen bundle holds."""
    version = platform.python_version()
    text = (licence_rules.TEXTS / "PSF-2.0.txt").read_text(encoding="utf-8")
    return Component(Piece("Python", version, "PSF-2.0", lambda: text), f"pkg:generic/cpython@{version}")


def _is_pythons(file: Path) -> bool:
    roots = {Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("platstdlib"))}
    if sys.base_prefix not in ("/usr", "/usr/local"):
        roots.add(Path(sys.base_prefix))
    return file.name == "base_library.zip" or any(file.is_relative_to(root) for root in roots)


def _starter() -> Component:
    try:
        package = importlib.metadata.distribution("pyinstaller")
    except importlib.metadata.PackageNotFoundError:
        raise facts.ReleaseError(
            "PyInstaller is not installed beside the Python that runs this; run it with the one that built."
        ) from None
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    piece = Piece("PyInstaller bootloader", package.version, licence, lambda: licences.texts_of(package))
    return Component(piece, f"pkg:pypi/pyinstaller@{package.version}", where=("cnn-desktop",))


def debian_owners(files: set[Path]) -> dict[Path, str]:
    """The Debian package of each file of the system that belongs to one. A bundle's files may have been links' names."""
    names = {file: file.resolve().name for file in files if file.is_relative_to("/usr") or file.is_relative_to("/lib")}
    if not names:
        return {}
    owners = {}
    for line in _ask("dpkg-query", "-S", *sorted({f"*/{name}" for name in names.values()})).splitlines():
        packages_told, _, path = line.rpartition(": ")
        if not line.startswith("diversion "):
            owners[Path(path).name] = packages_told.split(",")[0].split(":")[0]
    return {file: owners[name] for file, name in names.items() if name in owners}


def of_debian(package: str, *where: str) -> Component:
    """An installed package of Debian's, of which something is at `where`. Raises ReleaseError when it is not installed."""
    version = _ask("dpkg-query", "-W", "-f", "${Version}", package)
    if not version:
        raise facts.ReleaseError(f"Debian's package {package} is not installed, so nothing tells its licence.")
    copyright_file = Path("/usr/share/doc", package, "copyright")
    text = copyright_file.read_text(encoding="utf-8", errors="replace") if copyright_file.is_file() else ""
    piece = Piece(package, version, licence_rules.of_debian(package), lambda: text)
    return Component(piece, f"pkg:deb/debian/{package}@{quote(version, safe=':')}", where=where)


def _ask(*words: str) -> str:
    try:
        return subprocess.run(words, capture_output=True, check=False, text=True).stdout
    except FileNotFoundError:
        return ""
