"""Libraries of others that wheels bring along, such as those in the folders NAME.libs: each is told by itself, with its licence.

Their versions are not told: a file's name has only that of its interface. One that `KNOWN` does not hold ends the build.
"""

from __future__ import annotations

import mmap
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import facts
import licence_rules
from parts import Component

from cnn_desktop.domain import licences
from cnn_desktop.domain.licences import Piece

OWN = ""
GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"
CPP, MINGW = "Microsoft Visual C++ runtime", "MinGW-w64 runtime"
KNOWN = (
    ("libgomp", "libgomp", GCC, "numpy"),
    ("libgfortran", "libgfortran", GCC, "numpy"),
    ("libgcc_s", "libgcc", GCC, "numpy"),
    (r"libstdc\+\+", "libstdc++", GCC, "numpy"),
    ("libquadmath", "libquadmath", "LGPL-2.1-or-later", "numpy"),
    ("libwinpthread", "winpthreads", "MIT AND BSD-3-Clause", MINGW),
    ("libscipy_openblas", "OpenBLAS", "BSD-3-Clause", OWN),
    ("libheif", "libheif", "LGPL-3.0-only", OWN),
    ("libde265", "libde265", "LGPL-3.0-only", OWN),
    ("libicu(data|i18n|uc)", "ICU", "Unicode-DFS-2016", "ICU.txt"),
    ("(lib)?jpeg8?", "libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", "pillow"),
    ("libpng16", "libpng", "libpng-2.0", "pillow"),
    ("lib(webp|sharpyuv)", "libwebp", "BSD-3-Clause", "pillow"),
    (r"(libz|zlib)[-.]", "zlib", "Zlib", "pillow"),
    ("libavif", "libavif", "BSD-2-Clause", "pillow"),
    ("libbrotli", "Brotli", "MIT", "pillow"),
    ("libfreetype", "FreeType", "FTL", "pillow"),
    ("libharfbuzz", "HarfBuzz", "MIT", "pillow"),
    ("liblcms2", "Little CMS", "MIT", "pillow"),
    ("liblzma", "XZ Utils", "0BSD", "pillow"),
    ("libopenjp2", "OpenJPEG", "BSD-2-Clause", "pillow"),
    ("libtiff", "libtiff", "libtiff", "pillow"),
    ("libXau", "libXau", "MIT", "pillow"),
    ("libxcb", "libxcb", "MIT", "pillow"),
    ("libzstd", "Zstandard", "BSD-3-Clause", "pillow"),
    (r"libcudart[-.][0-9a-f]{8}", "CUDA runtime", "LicenseRef-NVIDIA-Proprietary", "nvidia-cuda-runtime"),
    (r"libnvjpeg[-.][0-9a-f]{8}", "nvJPEG", "LicenseRef-NVIDIA-Proprietary", "nvidia-cuda-runtime"),
    ("(msvcp|vcruntime|vcomp|concrt)140", CPP, "LicenseRef-Microsoft-Redistributable", CPP),
    ("libiomp(stubs)?5", "Intel OpenMP runtime", "LicenseRef-Intel-Developer-Tools", "Intel-OpenMP.txt"),
    (r"uv\.dll", "libuv", "MIT", OWN),
)
"""Beginning of a library's file name; its name; its licence; where its text stands.

That is the wheel it lies in (OWN), another piece of the bundle, or a file of `texts`.
"""
LINKED = (
    ("(lib)?torch_cpu", b"oneAPI Math Kernel Library", "oneMKL", "LicenseRef-Intel-Simplified", "Intel-oneMKL.txt"),
)
"""What has become part of a wheel's own library: beginning of this one's file name, words in it, and as in `KNOWN`."""
_LIBRARY = re.compile(r".+\.(so(\.[\d.]+)?|dll|dylib)")
_COPIED = re.compile(r"[-.][0-9a-f]{8}\.so|-[0-9a-f]{32}\.dll")
"""In the names that auditwheel and delvewheel give to copies."""


class Library(NamedTuple):
    """One that a wheel brings along."""

    component: Component
    """Without its text as yet."""
    source: str
    """Where its text stands: the name of a piece of the bundle, or of a file of `texts`."""


def libraries(package: Piece, files: Iterable[Path]) -> list[Library]:
    """Those among the `files` of a wheel that are in the bundle; their texts are still to be `completed`.

    Raises ReleaseError when one is not known.
    """
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for file in sorted(file for file in files if _LIBRARY.fullmatch(file.name)):
        known = next((row[1:] for row in KNOWN if re.match(row[0], file.name)), None)
        if known:
            found[known].append(file.name)
        elif file.parent.name.endswith((".libs", ".dylibs")) or _COPIED.search(file.name):
            raise facts.ReleaseError(
                f"{package.name} holds {file.name}, and nothing says what that is: see packaging/release/inside_wheels.py."
            )
        for pattern, words, *linked in LINKED:
            if re.match(pattern, file.name) and _holds(file, words):
                name, licence, source = linked
                found[name, licence, source].append(file.name)
    key = licences.key_of(package.name)
    told = []
    for (name, licence, source), names in found.items():
        piece = Piece(f"{name} in {package.name}", "", licence, str)
        address = f"pkg:generic/{quote(name.lower().replace(' ', '-'))}?package={key}"
        told.append(Library(Component(piece, address, where=tuple(names)), source or package.name))
    return told


def _holds(file: Path, words: bytes) -> bool:
    if not file.is_file() or not file.stat().st_size:
        return False
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(words) >= 0


def completed(inside: Iterable[Library], rest: Iterable[Component]) -> list[Component]:
    """What `libraries` has found, with texts: those of the `rest` of the bundle, or of files; "" when that is not in the bundle."""
    texts = {licences.key_of(one.piece.name): one.piece.text for one in rest}
    told = []
    for component, source in inside:
        file = licence_rules.TEXTS / source
        text = file.read_text(encoding="utf-8").__str__ if file.is_file() else texts.get(licences.key_of(source), str)
        told.append(replace(component, piece=replace(component.piece, text=text)))
    return told
