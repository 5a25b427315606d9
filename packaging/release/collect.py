"""What a bundle holds: `python packaging/release/collect.py --site SITE_PACKAGES --out FOLDER` writes LICENCES.txt and SBOM.json.

With PyInstaller's tables (`--toc build/…/PYZ-00.toc --toc build/…/COLLECT-00.toc`) it lists the packages of which a file is
inside, and the libraries that came from the system, which must be a Debian then; without, all packages in SITE_PACKAGES. A
licence text that is missing, a licence that an MIT app cannot bring along, or a file nobody knows ends it with exit code 1.
"""

from __future__ import annotations

import argparse
import ast
import datetime
import hashlib
import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import sysconfig
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path
from urllib.parse import quote

import facts
import licence_rules

sys.path.append(str(facts.ROOT))
from cnn_desktop.domain import licences
from cnn_desktop.domain.licences import Licences, Piece

_NOT_OF_THE_WHEEL = re.compile(r"(/RECORD|/INSTALLER|/REQUESTED|/direct_url\.json|/uv_cache\.json|\.pyc)$|^\.\./")
_BUILDERS = ("pyinstaller", "pyinstaller-hooks-contrib")
"""What a bundle holds of them is told as the bootloader."""
_LISTED = 8


@dataclass(frozen=True)
class Component:
    """A piece of the bundle as the bill of materials names it."""

    piece: Piece
    address: str
    """Package URL."""
    sha256: str = ""
    """Of a Python package: of its files' names and hashes as its wheel lists them."""


@dataclass(frozen=True)
class Environment:
    """Where a bundle's parts came from."""

    site: Path
    python_version: str
    python_licence: Path


def sources(tables: Iterable[Path]) -> set[Path]:
    """The files that PyInstaller took along, from its tables (`*.toc`: Python literals with rows of name, file, kind)."""
    found: set[Path] = set()
    for table in tables:
        files = {Path(text) for text in _rows(ast.literal_eval(table.read_text(encoding="utf-8")))}
        found |= {file for file in files if not file.is_relative_to(table.parent)}  # the build itself made those
    return found


def _rows(value: object) -> Iterator[str]:
    if isinstance(value, tuple) and len(value) == 3 and all(isinstance(part, str) for part in value):
        _, source, kind = value
        if kind != "SYMLINK" and source not in ("", "-"):
            yield source
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _rows(part)


def packages(environment: Environment, inside: set[Path] | None) -> list[Component]:
    """The Python packages of a bundle: those with a file `inside`, or all that are installed. Takes their files out of `inside`.

    Raises ReleaseError when one holds a library that is known to be under the GPL.
    """
    found = {}
    for package in importlib.metadata.distributions(path=[str(environment.site)]):
        files = {Path(str(package.locate_file(file))) for file in package.files or ()}
        if inside is not None:
            own = files & inside
            is_app = licences.key_of(package.name) == licences.APP  # whose modules may come from the checkout
            if not is_app and all(_is_about(file) for file in own):
                continue
            inside -= files
        if licences.key_of(package.name) in _BUILDERS:
            continue
        piece = licences.piece_of(package, package.metadata)
        gpl = sorted(file.name for file in files if licence_rules.is_known_gpl(file.name))
        if gpl:
            raise facts.ReleaseError(f"{piece.name} holds libraries under the GPL, whatever it says: {', '.join(gpl)}.")
        key = licences.key_of(piece.name)
        found[key] = Component(piece, f"pkg:pypi/{key}@{piece.version}", record_hash(package))
    return [found[key] for key in sorted(found)]


def _is_about(file: Path) -> bool:
    return file.parent.name.endswith(".dist-info") or "licenses" in file.parts


def record_hash(package: Distribution) -> str:
    """The same for every installation of one wheel, as what an installer adds is left out."""
    lines = (package.read_text("RECORD") or "").splitlines()
    own = sorted(line for line in lines if not _NOT_OF_THE_WHEEL.search(line.split(",")[0]))
    return hashlib.sha256("\n".join(own).encode()).hexdigest()


def around(environment: Environment, inside: set[Path] | None) -> list[Component]:
    """What is no Python package: Python, Qt, PyInstaller's starter, and libraries of the system. Raises ReleaseError."""
    version = environment.python_version
    text = environment.python_licence.read_text(encoding="utf-8")
    python = Piece("Python", version, "PSF-2.0", lambda: text)
    found = [Component(python, f"pkg:generic/cpython@{version}")]
    if inside is None:
        return found
    found.append(_starter())
    inside = {file for file in inside if not file.is_relative_to(facts.ROOT) and not _is_pythons(file)}
    owners = debian_owners(inside)
    unknown = sorted(map(str, inside - owners.keys()))
    if unknown:
        some = "; ".join(unknown[:_LISTED])
        raise facts.ReleaseError(
            f"No package owns {len(unknown)} files of the bundle, so their licence is not known: {some}"
        )
    names = sorted({name for name in owners.values() if not re.match(r"(lib)?python3", name)})
    return found + [_of_debian(name, version) for name, version in zip(names, _debian_versions(names), strict=True)]


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
    return Component(piece, f"pkg:pypi/pyinstaller@{package.version}")


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


def _debian_versions(names: list[str]) -> list[str]:
    told = _ask("dpkg-query", "-W", "-f", "${Package}\t${Version}\n", *names) if names else ""
    versions = dict(line.split("\t") for line in told.splitlines())
    return [versions[name] for name in names]


def _ask(*words: str) -> str:
    try:
        return subprocess.run(words, capture_output=True, check=False, text=True).stdout
    except FileNotFoundError:
        return ""


def _of_debian(package: str, version: str) -> Component:
    copyright_file = Path("/usr/share/doc", package, "copyright")
    text = copyright_file.read_text(encoding="utf-8", errors="replace") if copyright_file.is_file() else ""
    piece = Piece(package, version, licence_rules.of_debian(package), lambda: text)
    return Component(piece, f"pkg:deb/debian/{package}@{quote(version, safe=':')}")


def checked(found: list[Component]) -> list[Component]:
    """The components with their whole licence texts. Raises ReleaseError when one has none, or may not be brought along."""
    whole, wrong = [], []
    for one in found:
        piece = one.piece
        name = f"{piece.name} {piece.version}"
        text = licence_rules.whole_text(licences.key_of(piece.name), piece.licence, piece.text())
        if not piece.licence:
            wrong.append(f"{name} does not say its licence")
        elif not licence_rules.is_allowed(piece.licence):
            wrong.append(f"{name} is under {piece.licence}, which an MIT app cannot bring along")
        elif not text:
            wrong.append(f"{name} brings no licence text")
        told = Piece(piece.name, piece.version, piece.licence, text.__str__)
        whole.append(Component(told, one.address, one.sha256))
    if wrong:
        raise facts.ReleaseError(
            "The bundle cannot be given to others: " + "; ".join(wrong) + ". See packaging/release/licence_rules.py."
        )
    return whole


def bill(found: list[Component], when: datetime.datetime) -> dict[str, object]:
    """The bill of materials: CycloneDX 1.6 (ECMA-424), the same for the same bundle."""
    version = facts.version()
    app, *others = sorted(found, key=lambda one: licences.key_of(one.piece.name) != licences.APP)
    components = [_told(one) for one in others]
    identity = "\n".join(f"{one.address} {one.sha256}" for one in found)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}",
        "version": 1,
        "metadata": {
            "timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "tools": {
                "components": [{"type": "application", "name": "packaging/release/collect.py", "version": version}]
            },
            "component": _told(app) | {"type": "application"},
        },
        "components": components,
        "dependencies": [{"ref": app.address, "dependsOn": [one.address for one in others]}],
    }


def _told(one: Component) -> dict[str, object]:
    piece = one.piece
    told: dict[str, object] = {
        "type": "library",
        "bom-ref": one.address,
        "name": piece.name,
        "version": piece.version,
        "purl": one.address,
        "licenses": [{"expression": piece.licence}],
    }
    if one.sha256:
        told["hashes"] = [{"alg": "SHA-256", "content": one.sha256}]
        told["properties"] = [{"name": "cnn-desktop:hash-of", "value": "sorted lines of the wheel's RECORD"}]
    return told


def main(words: list[str]) -> int:
    """Returns 0 when the files are written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, required=True, help="the site-packages that the bundle is made of")
    parser.add_argument("--toc", type=Path, action="append", help="PyInstaller's tables of what it took along")
    parser.add_argument("--out", type=Path, required=True, help="the bundle's folder that holds `resources`")
    parser.add_argument("--python-version", default=platform.python_version(), help="of the bundled Python")
    parser.add_argument("--python-licence", type=Path, default=licence_rules.TEXTS / "PSF-2.0.txt")
    parser.add_argument("--edition", choices=["nvidia", "cpu"], help="write EDITION as well")
    options = parser.parse_args(words)
    try:
        environment = Environment(options.site.absolute(), options.python_version, options.python_licence)
        inside = sources(options.toc) if options.toc else None
        found = checked(packages(environment, inside) + around(environment, inside))
        if not any(licences.key_of(one.piece.name) == licences.APP for one in found):
            raise facts.ReleaseError(f"{options.site} does not hold {licences.APP}: install it there first.")
        when = datetime.datetime.fromtimestamp(facts.source_date(), datetime.UTC)
        preface = (licence_rules.TEXTS / "preface.txt").read_text(encoding="utf-8").format(version=facts.version())
        options.out.mkdir(parents=True, exist_ok=True)
        licences_file, bill_file = options.out / licences.FILE, options.out / "SBOM.json"
        licences_file.write_text(
            licences.write(Licences([one.piece for one in found], preface)), encoding="utf-8", newline="\n"
        )
        bill_file.write_text(json.dumps(bill(found, when), indent=1) + "\n", encoding="utf-8", newline="\n")
        if options.edition:
            (options.out / "EDITION").write_text(f"{options.edition}\n", encoding="ascii", newline="\n")
    except (facts.ReleaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(found)} components are in {licences_file} and {bill_file}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
