"""Which licences an MIT app may bring along, and what must be said with them. Where this list ends, the build ends too."""

from __future__ import annotations

import re
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"

PERMISSIVE = frozenset(
    [
        "0BSD",
        "AFL-2.1",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "CC-BY-4.0",
        "CC0-1.0",
        "FTL",
        "HPND",
        "IJG",
        "LicenseRef-public-domain",
        "ISC",
        "InnoSetup",
        "MIT",
        "MIT-CMU",
        "PSF-2.0",
        "Unicode-3.0",
        "Unicode-DFS-2016",
        "X11",
        "ZPL-2.1",
        "Zlib",
        "blessing",
        "bzip2-1.0.6",
        "libpng-2.0",
        "libtiff",
    ]
)
OF_LIBRARIES = frozenset(
    (
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "MPL-2.0",
        "LicenseRef-Intel-Developer-Tools",
        "LicenseRef-Intel-Simplified",
        "LicenseRef-Microsoft-Redistributable",
        "LicenseRef-NVIDIA-Proprietary",
    )
)
"""They bind the library and not the app: LGPL ones lie in files of their own, which can be exchanged."""
EXCEPTIONS = frozenset(
    (
        "Apache-2.0 WITH LLVM-exception",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
    )
)
ALLOWED = PERMISSIVE | OF_LIBRARIES | EXCEPTIONS

# Whole texts that licences ask for, each with words that stand only in it; packages often just name them.
_WHOLE = {
    "LGPL-3.0": ("LGPL-3.0", "GPL-3.0"),
    "LGPL-2.1": ("LGPL-2.1",),
    "GPL-3.0": ("GPL-3.0",),
    "GPL-2.0": ("GPL-2.0",),
    "Apache-2.0": ("Apache-2.0",),
    "MPL-2.0": ("MPL-2.0",),
}
_ONLY_IN = {
    "LGPL-3.0": "This version of the GNU Lesser General Public License incorporates",
    "LGPL-2.1": "This is the first released version of the Lesser GPL",
    "GPL-3.0": "The GNU General Public License is a free, copyleft license for",
    "GPL-2.0": "Version 2, June 1991",
    "Apache-2.0": "TERMS AND CONDITIONS FOR USE, REPRODUCTION",
    "MPL-2.0": "means each individual or legal entity that creates",
}

NO_TEXT = {
    "cuda-toolkit": "This package is empty: it only names the NVIDIA packages beside it, whose terms are theirs.",
    "flatbuffers": "Copyright Google Inc. The package brings no copy of its licence; it is Apache-2.0.",
    "pyside6-essentials": "Copyright (C) The Qt Company Ltd. and other contributors. See the notice at the top of this file.",
    "shiboken6": "Copyright (C) The Qt Company Ltd. and other contributors. See the notice at the top of this file.",
}
"""Packages that bring no licence text, and what is said instead, before the whole text of their licence."""

OF_DEBIAN = {
    "libatk1.0-0": "LGPL-2.1-or-later",
    "libblkid1": "LGPL-2.1-or-later",
    "libbrotli1": "MIT",
    "libbsd0": "BSD-3-Clause",
    "libbz2-1.0": "bzip2-1.0.6",
    "libc6": "LGPL-2.1-or-later",
    "libcairo-gobject2": "LGPL-2.1-only",
    "libcairo2": "LGPL-2.1-only",
    "libcap2": "BSD-3-Clause",
    "libcom-err2": "MIT",
    "libdatrie1": "LGPL-2.1-or-later",
    "libdbus-1-3": "AFL-2.1",
    "libexpat1": "MIT",
    "libffi8": "MIT",
    "libfontconfig1": "MIT",
    "libfreetype6": "FTL",
    "libfribidi0": "LGPL-2.1-or-later",
    "libgcc-s1": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libgcrypt20": "LGPL-2.1-or-later",
    "libgdk-pixbuf-2.0-0": "LGPL-2.1-or-later",
    "libglib2.0-0": "LGPL-2.1-or-later",
    "libgomp1": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libgpg-error0": "LGPL-2.1-or-later",
    "libgraphite2-3": "LGPL-2.1-or-later",
    "libgssapi-krb5-2": "MIT",
    "libharfbuzz0b": "MIT",
    "libjpeg62-turbo": "IJG AND BSD-3-Clause AND Zlib",
    "libk5crypto3": "MIT",
    "libkeyutils1": "LGPL-2.1-or-later",
    "libkrb5-3": "MIT",
    "libkrb5support0": "MIT",
    "liblz4-1": "BSD-2-Clause",
    "liblzma5": "0BSD",
    "libmd0": "BSD-3-Clause",
    "libmount1": "LGPL-2.1-or-later",
    "libmpdec3": "BSD-2-Clause",
    "libncursesw6": "X11",
    "libnsl2": "LGPL-2.1-or-later",
    "libpango-1.0-0": "LGPL-2.1-or-later",
    "libpangocairo-1.0-0": "LGPL-2.1-or-later",
    "libpangoft2-1.0-0": "LGPL-2.1-or-later",
    "libpcre2-8-0": "BSD-3-Clause",
    "libpixman-1-0": "MIT",
    "libpng16-16": "libpng-2.0",
    "libquadmath0": "LGPL-2.1-or-later",
    "libselinux1": "LicenseRef-public-domain",
    "libsqlite3-0": "blessing",
    "libssl3": "Apache-2.0",
    "libstdc++6": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libsystemd0": "LGPL-2.1-or-later",
    "libthai0": "LGPL-2.1-or-later",
    "libtinfo6": "X11",
    "libtirpc3": "BSD-3-Clause",
    "libuuid1": "BSD-3-Clause",
    "libwayland-client0": "MIT",
    "libwayland-cursor0": "MIT",
    "libwayland-egl1": "MIT",
    "libzstd1": "BSD-3-Clause",
    "zlib1g": "Zlib",
    "zstd": "BSD-3-Clause",
}
"""What of Debian 12 an installer takes along. The libraries of X11 (libx…) are all MIT."""
_OF_X11 = re.compile(
    r"lib(x11|xau|xcb|xdmcp|xext|xfixes|xi|xinerama|xkb|xrender|ice|sm|egl|gl|glx|glvnd|opengl|gbm|drm)[a-z0-9.-]*"
)
_OF_PYTHON = re.compile(r"(lib)?python3[\d.]*(-minimal|-stdlib)?")
_GPL = re.compile(r"(lib)?(x26[45]|readline|fftw3f?|gsl|xvidcore|postproc|a52)[-.\d].*(so[.\d]*|dll|dylib|pyd)")
"""Libraries that wheels bring along unsaid, such as the encoder in those of pillow-heif."""


def is_known_gpl(file_name: str) -> bool:
    """Whether a library of this name is under the GPL."""
    return _GPL.fullmatch(file_name) is not None


def of_debian(package: str) -> str:
    """The licence of a library of Debian's; "" when this file does not know it."""
    if _OF_PYTHON.fullmatch(package):
        return "PSF-2.0"
    return OF_DEBIAN.get(package) or ("MIT" if _OF_X11.fullmatch(package) else "")


def is_allowed(expression: str) -> bool:
    """Whether an MIT app may bring along what stands under this SPDX expression; of an OR, one side is enough."""
    words = re.findall(r"[()]|[^\s()]+", expression)
    found = _either(words)
    return found and not words


def _either(words: list[str]) -> bool:
    found = _both(words)
    while words[:1] == ["OR"]:
        del words[0]
        found = _both(words) or found
    return found


def _both(words: list[str]) -> bool:
    found = _one(words)
    while words[:1] == ["AND"]:
        del words[0]
        found = _one(words) and found
    return found


def _one(words: list[str]) -> bool:
    if not words:
        return False
    word = words.pop(0)
    if word == "(":
        found = _either(words)
        return words[:1] == [")"] and words.pop(0) == ")" and found
    if words[:1] == ["WITH"]:
        word = " ".join([word, words.pop(0), *words[:1]])
        del words[:1]
    return word in ALLOWED


def whole_text(package: str, expression: str, text: str) -> str:
    """The text of a licence, with all that it only names: the texts of the GNU, Apache and Mozilla licences.

    "" when there is no text and `NO_TEXT` has nothing to say instead.
    """
    text = text or NO_TEXT.get(package, "")
    if not text:
        return ""
    chosen = " ".join(name for name in re.split(r"[\s()]+", expression) if not is_choice_left_out(name, expression))
    for name, files in _WHOLE.items():
        if re.search(rf"(?<![A-Za-z]){re.escape(name)}", chosen):
            missing = [file for file in files if _ONLY_IN[file].lower() not in text.lower()]
            text = "\n\n".join(
                [text, *((TEXTS / f"{file}.txt").read_text(encoding="utf-8").strip() for file in missing)]
            )
    return text


def is_choice_left_out(name: str, expression: str) -> bool:
    """Of "LGPL-3.0-only OR GPL-2.0-only", the latter is not made use of."""
    return " OR " in expression and name.startswith("GPL")
