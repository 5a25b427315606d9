"""What the Windows setup brings along that is no Python package, with its licences: for `packaging/release/collect.py --parts`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import pinned
from parts import Part
from root import Root

PYTHON_LICENCE, CPP_LICENCE = "LICENSE-Python.txt", "LICENSE-Microsoft.txt"
"""Beside the launchers."""
RUNTIME, LIBGCC, PYTHON = "mingw-w64-x86-64-dev", "gcc-mingw-w64-x86-64-win32", "python3.13"
"""Debian's packages in the root with Wine: the first two are linked into the launchers; the last tells what Python's sources contain."""
_IN_PYTHON: tuple[tuple[str, str, str, str, tuple[str, ...], bytes], ...] = (
    ("OpenSSL", "3.0.15", "Apache-2.0", "libssl3t64", ("libcrypto-3.dll", "libssl-3.dll"), b"OpenSSL 3.0.15 "),
    ("SQLite", "3.45.3", "blessing", "libsqlite3-0", ("sqlite3.dll",), b"2024-04-15 13:34:05 8653b758"),
    ("libffi", "3.4.4", "MIT", "libffi8", ("libffi-8.dll",), "3.4.4".encode("utf-16-le")),
    ("Expat", "2.6.4", "MIT", "libexpat1", ("pyexpat.pyd",), b"expat_2.6.4"),
    ("mpdecimal", "4.0.0", "BSD-2-Clause", PYTHON, ("_decimal.pyd",), b"4.0.0"),
    ("bzip2", "1.0.8", "bzip2-1.0.6", "libbz2-1.0", ("_bz2.pyd",), b"1.0.8"),
    ("XZ Utils", "5.2.5", "LicenseRef-public-domain", "liblzma5", ("_lzma.pyd",), b""),
    ("zlib", "1.3.1", "Zlib", "zlib1g", (f"python{pinned.PYTHON_TAG}.dll",), b"1.3.1"),
)
"""Of the pinned CPython: name, version, licence, Debian's package with its text, its files, and what these say their version is.

XZ Utils says nothing: its version is that of CPython's own bill of materials (Misc/externals.spdx.json).
"""


def parts(root: Root, work: Path, app: Path, launchers: Iterable[str]) -> list[Part]:
    """All of them, with texts that lie in `app`, in `root` or below `work`. Raises ValueError when CPython holds other versions."""

    def text_of(package: str) -> str:
        return str(root.folder / "usr/share/doc" / package / "copyright")

    python_texts = (str(app / PYTHON_LICENCE), text_of(PYTHON))
    of_python = ("python3*.dll", "python3*.zip", "python3*._pth", "*.pyd", PYTHON_LICENCE)
    address = f"pkg:generic/cpython@{pinned.PYTHON}"
    found = [Part("Python", pinned.PYTHON, "PSF-2.0", address, python_texts, of_python)]
    for name, version, licence, package, files, says in _IN_PYTHON:
        if says not in (app / files[0]).read_bytes():
            raise ValueError(f"{files[0]} does not hold {name} {version}: correct packaging/windows/carried.py.")
        address = f"pkg:generic/{name.lower().replace(' ', '-')}@{version}"
        found.append(Part(name, version, licence, address, (text_of(package),), files))
    name, _, version = pinned.CPP_LIBRARIES.package.partition("==")
    runtime = ("msvcp140*.dll", "vcruntime140*.dll", "concrt140.dll", CPP_LICENCE)
    licence, texts = "LicenseRef-Microsoft-Redistributable", (str(app / CPP_LICENCE),)
    found.append(Part("Microsoft Visual C++ runtime", version, licence, f"pkg:pypi/{name}@{version}", texts, runtime))
    for name, package, licence in (
        ("MinGW-w64 runtime", RUNTIME, "ZPL-2.1 AND LicenseRef-public-domain"),
        ("libgcc", LIBGCC, "GPL-3.0-or-later WITH GCC-exception-3.1"),
    ):
        version = root.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True).stdout
        address = f"pkg:deb/debian/{package}@{quote(version, safe=':')}"
        found.append(Part(name, version, licence, address, (text_of(package),), tuple(launchers)))
    compiler = pinned.unpack_inno_setup(work / "downloads", work / "inno")
    name, _, version = pinned.INNO_SETUP.package.partition("@")
    texts, places = (str(compiler.with_name("license.txt")),), ("the setup itself", "unins000.exe, which it installs")
    return [*found, Part("Inno Setup", version, "InnoSetup", f"pkg:npm/{name}@{version}", texts, places)]
