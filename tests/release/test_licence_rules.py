"""What an MIT app may bring along."""

from __future__ import annotations

import importlib.metadata
import sys
from pathlib import Path

import pytest

from cnn_desktop.domain import licences
from tests.release.tools import load_release_tool

rules = load_release_tool("licence_rules")


@pytest.mark.parametrize(
    ("expression", "is_allowed"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND 0BSD AND Zlib", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("(MIT OR GPL-2.0-only) AND ISC", True),
        ("LicenseRef-NVIDIA-Proprietary", True),
        ("GPL-2.0-only", False),
        ("GPL-3.0-or-later WITH Classpath-exception-2.0", False),
        ("AGPL-3.0-only", False),
        ("BSD-3-Clause AND LGPL-3.0-only AND GPL-2.0-only", False),
        ("(MIT OR ISC) AND GPL-2.0-only", False),
        ("MIT OR", True),
        ("MIT AND", False),
        ("(MIT", False),
        ("MIT)", False),
        ("MIT GPL-2.0-only", False),
        ("my own", False),
        ("", False),
    ],
)
def test_what_may_be_brought_along(expression: str, is_allowed: bool) -> None:
    assert rules.is_allowed(expression) == is_allowed


def test_everything_the_app_stands_on_may_be_brought_along() -> None:
    """When this fails: another package, or the package's reason and licence into packaging/release/licence_rules.py."""
    found = licences.required(licences.APP)
    assert {"cnn-desktop", "torch", "PySide6_Essentials", "pi_heif", "numpy"} <= {piece.name for piece in found}
    assert {piece.name: piece.licence for piece in found if not rules.is_allowed(piece.licence)} == {}
    texts = {piece.name: rules.whole_text(licences.key_of(piece.name), piece.licence, piece.text()) for piece in found}
    assert [name for name, text in texts.items() if len(text) < 300 and name != "cuda-toolkit"] == []


def test_libraries_inside_wheels_may_be_brought_along_and_have_texts() -> None:
    """Of every one that is known, also those of other systems' wheels."""
    tool = load_release_tool("inside_wheels")
    known = [*tool.KNOWN, *((pattern, *rest) for pattern, _, *rest in tool.LINKED)]
    assert [name for _, name, licence, _ in known if not rules.is_allowed(licence)] == []
    files = [source for *_, source in known if source.endswith(".txt")]
    assert [name for name in files if not (rules.TEXTS / name).is_file()] == []


@pytest.mark.skipif(sys.platform == "darwin", reason="the wheels of macOS were never looked through")
def test_every_library_inside_the_packages_here_is_known() -> None:
    """When this fails: the new library into packaging/release/inside_wheels.py."""
    libraries = load_release_tool("inside_wheels").libraries
    found = []
    for piece in licences.required(licences.APP):
        package = importlib.metadata.distribution(piece.name)
        found += [
            one.component.piece.name for one in libraries(piece, [Path(str(file)) for file in package.files or ()])
        ]
    assert "zlib in torchvision" in found or "libjpeg-turbo in pillow" in found


def test_texts_that_are_only_named_are_added() -> None:
    heif = rules.whole_text("pi-heif", "BSD-3-Clause AND LGPL-3.0-only", "Redistribution …")
    assert "incorporates" in heif
    assert "free, copyleft license for" in heif  # LGPL 3 stands on GPL 3
    qt = rules.whole_text("shiboken6", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "")
    assert "The Qt Company" in qt
    assert "Version 2, June 1991" not in qt
    assert rules.whole_text("a", "MIT", "Permission …") == "Permission …"
    assert rules.whole_text("a", "MIT", "") == ""


def test_libraries_of_debian_are_known() -> None:
    assert rules.of_debian("zlib1g") == "Zlib"
    assert rules.of_debian("libx11-6") == rules.of_debian("libxcb-render-util0") == "MIT"
    assert rules.of_debian("libreadline8") == rules.of_debian("python3-apt") == ""
    assert rules.of_debian("libpython3.11") == rules.of_debian("libpython3.11-stdlib") == "PSF-2.0"
    assert rules.of_debian("zstd") == "BSD-3-Clause"
    assert all(rules.is_allowed(licence) for licence in rules.OF_DEBIAN.values())


@pytest.mark.parametrize(
    ("file", "is_gpl"),
    [
        ("libx265-4883ecb5.so.217", True),
        ("x265.dll", True),
        ("libreadline.so.8.2", True),
        ("libheif-7a3e919c.so.1", False),
        ("libgslcblas-fake.so", False),
        ("readline.cpython-311-x86_64-linux-gnu.so", True),  # it cannot do without the library
    ],
)
def test_libraries_under_the_gpl_are_known_by_name(file: str, is_gpl: bool) -> None:
    assert rules.is_known_gpl(file) == is_gpl
