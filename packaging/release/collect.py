"""What a bundle holds: `python packaging/release/collect.py --site SITE_PACKAGES --out FOLDER` writes LICENCES.txt and SBOM.json.

It names the Python packages of which a file is in the bundle, and all else (`parts.py`). What is in the bundle: with PyInstaller's
tables (`--toc build/…/PYZ-00.toc --toc build/…/COLLECT-00.toc`) what they tell, on a Debian; without, the files that lie in
`--folder`. A licence text that is missing, a licence that an MIT app cannot bring along, or a file nobody owns ends it with exit code 1.
"""

from __future__ import annotations

import argparse
import ast
import datetime
import hashlib
import importlib.metadata
import json
import re
import sys
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import Distribution
from pathlib import Path

import facts
import inside_wheels
import licence_rules
import parts
from parts import Component

sys.path.append(str(facts.ROOT))
from cnn_desktop.domain import licences
from cnn_desktop.domain.licences import Licences, Piece

_NOT_OF_THE_WHEEL = re.compile(r"(/RECORD|/INSTALLER|/REQUESTED|/direct_url\.json|/uv_cache\.json|\.pyc)$|^\.\./")
_BUILDERS = ("pyinstaller", "pyinstaller-hooks-contrib")
"""What a bundle holds of them is told as the bootloader."""


def sources(tables: Iterable[Path]) -> set[Path]:
    """The files that PyInstaller took along, from its tables (`*.toc`: Python literals with rows of name, file, kind)."""
    found: set[Path] = set()
    for table in tables:
        rows = _rows(ast.literal_eval(table.read_text(encoding="utf-8")))
        files = {Path(source) for _, source, kind in rows if kind != "SYMLINK" and source not in ("", "-")}
        found |= {file for file in files if not file.is_relative_to(table.parent)}  # the build itself made those
    return found


def destinations(tables: Iterable[Path]) -> set[str]:
    """The paths in the bundle of those files, and of what the build itself made. Modules' names are among them."""
    return {name for table in tables for name, _, _ in _rows(ast.literal_eval(table.read_text(encoding="utf-8")))}


def _rows(value: object) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, tuple) and len(value) == 3 and all(isinstance(part, str) for part in value):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _rows(part)


def packages(site: Path, inside: set[Path]) -> tuple[list[Component], list[inside_wheels.Library]]:
    """The Python packages of a bundle: those of `site` with a file `inside`; then others' libraries in them, without texts.

    Takes their files out of `inside`.

    Raises ReleaseError when one holds a library that is known to be under the GPL.
    """
    found, others = {}, []
    for package in importlib.metadata.distributions(path=[str(site)]):
        files = {Path(str(package.locate_file(file))) for file in package.files or ()}
        own = files & inside
        inside -= files
        is_app = licences.key_of(package.name) == licences.APP  # whose modules may come from the checkout
        if not is_app and all(_is_about(file) for file in own):
            continue
        if licences.key_of(package.name) in _BUILDERS:
            continue
        piece = licences.piece_of(package, package.metadata)
        gpl = sorted(file.name for file in files if licence_rules.is_known_gpl(file.name))
        if gpl:
            raise facts.ReleaseError(f"{piece.name} holds libraries under the GPL, whatever it says: {', '.join(gpl)}.")
        key = licences.key_of(piece.name)
        found[key] = Component(piece, f"pkg:pypi/{key}@{piece.version}", record_hash(package))
        others += inside_wheels.libraries(piece, own)
    return [found[key] for key in sorted(found)], sorted(others, key=lambda one: one.component.address)


def _is_about(file: Path) -> bool:
    return "licenses" in file.parts or any(part.endswith(".dist-info") for part in file.parts)


def record_hash(package: Distribution) -> str:
    """The same for every installation of one wheel, as what an installer adds is left out."""
    lines = (package.read_text("RECORD") or "").splitlines()
    own = sorted(line for line in lines if not _NOT_OF_THE_WHEEL.search(line.split(",")[0]))
    return hashlib.sha256("\n".join(own).encode()).hexdigest()


def checked(found: list[Component]) -> list[Component]:
    """The components with their whole licence texts. Raises ReleaseError when one has none, or may not be brought along."""
    whole, wrong = [], []
    for one in found:
        piece = one.piece
        name = f"{piece.name} {piece.version}".strip()
        text = licence_rules.whole_text(licences.key_of(piece.name), piece.licence, piece.text())
        if not piece.licence:
            wrong.append(f"{name} does not say its licence")
        elif not licence_rules.is_allowed(piece.licence):
            wrong.append(f"{name} is under {piece.licence}, which an MIT app cannot bring along")
        elif not text:
            wrong.append(f"{name} brings no licence text")
        told = Piece(piece.name, piece.version, piece.licence, text.__str__)
        whole.append(replace(one, piece=told))
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
        **({"version": piece.version} if piece.version else {}),
        "purl": one.address,
        "licenses": [{"expression": piece.licence}],
    }
    if one.where:
        told["evidence"] = {"occurrences": [{"location": place} for place in one.where]}
    if one.sha256:
        told["hashes"] = [{"alg": "SHA-256", "content": one.sha256}]
        told["properties"] = [{"name": "cnn-desktop:hash-of", "value": "sorted lines of the wheel's RECORD"}]
    return told


def everything(options: argparse.Namespace) -> list[Component]:
    """Packages, then Python, then the rest. Raises ReleaseError when the bundle holds a file of nobody's."""
    site, folder, tables = options.site.absolute(), (options.folder or options.site).absolute(), options.toc
    if tables and options.folder:
        parts.not_told(folder, options.out.absolute(), destinations(tables))
    inside = sources(tables) if tables else parts.files_in(folder)
    found, libraries = packages(site, inside)
    declared = parts.read(options.parts) if options.parts else []
    if not any(part.name == "Python" for part in declared):
        found.append(parts.python_itself())
    found += [part.component() for part in declared]
    if tables:
        found += parts.claim_frozen(inside)
    else:
        parts.claim(inside, folder, declared)
    found += [parts.of_debian(*words) for words in options.debian]
    return found + inside_wheels.completed(libraries, found)


def main(words: list[str]) -> int:
    """Returns 0 when the files are written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, required=True, help="the site-packages that the bundle is made of")
    parser.add_argument("--toc", type=Path, action="append", help="PyInstaller's tables of what it took along")
    parser.add_argument("--out", type=Path, required=True, help="the bundle's folder that holds `resources`")
    parser.add_argument("--folder", type=Path, help="all that is given to others (default: SITE_PACKAGES)")
    parser.add_argument("--parts", type=Path, help="what the recipe declares of it, as `parts.py` writes it")
    parser.add_argument(
        "--debian", nargs=2, action="append", default=[], metavar=("PACKAGE", "WHERE"),
        help="a program of Debian's that goes along outside the folder",
    )  # fmt: skip
    parser.add_argument("--edition", choices=["nvidia", "cpu"], help="write EDITION as well")
    options = parser.parse_args(words)
    try:
        found = checked(everything(options))
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
