"""What the app stands on, and under which licences."""

from __future__ import annotations

from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from cnn_desktop.domain import licences
from cnn_desktop.domain.licences import Licences, Piece


def package(folder: Path, name: str, metadata: str = "", files: dict[str, str] | None = None) -> PathDistribution:
    """An installed package; `metadata`: more lines of its METADATA."""
    about = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{metadata}", encoding="utf-8")
    for file, text in (files or {}).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    (about / "RECORD").write_text("".join(f"{file},,\n" for file in files or {}), encoding="utf-8")
    return PathDistribution(about)


def test_the_file_gives_back_what_was_written() -> None:
    pieces = [
        Piece("a", "1.0", "MIT", "first\n\ntext".__str__),
        Piece("b", "2", "Apache-2.0 AND MIT", f"{'=' * 200}\nheading".__str__),
        Piece("c", "3", "MIT", "first\n\ntext".__str__),
        Piece("d", "", "", "".__str__),
    ]
    written = licences.write(Licences(pieces, "What must be said.\n"))
    assert written.count("first") == 1
    found = licences.read(written)
    assert found.preface == "What must be said."
    assert [(one.name, one.version, one.licence) for one in found.pieces] == [
        (one.name, one.version, one.licence) for one in pieces
    ]
    assert [one.text() for one in found.pieces][::2] == ["first\n\ntext", "first\n\ntext"]
    assert found.pieces[1].text().endswith("=\nheading")
    assert licences.read("").pieces == licences.read("anything").pieces == []


@pytest.mark.parametrize(
    ("name", "metadata", "licence"),
    [
        ("a", "License-Expression: BSD-3-Clause\n AND MIT\nLicense: other\n", "BSD-3-Clause AND MIT"),
        ("a", "License: MIT\n", "MIT"),
        ("a", "License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License\n", "MIT"),
        ("a", "License: 3-Clause BSD License\n", "BSD-3-Clause"),
        (
            "a",
            f"License: {'the whole text ' * 20}\nClassifier: License :: OSI Approved :: BSD License\n",
            "BSD-3-Clause",
        ),
        ("a", "License: our own\n", "our own"),
        ("a", "", ""),
        ("Pillow_Heif", "License: BSD-3-Clause\n", "BSD-3-Clause AND LGPL-3.0-only AND GPL-2.0-only"),
    ],
)
def test_the_licence_is_what_a_package_says(tmp_path: Path, name: str, metadata: str, licence: str) -> None:
    assert licences.licence_of(package(tmp_path, name, metadata).metadata) == licence


def test_all_texts_of_a_package_are_found_once(tmp_path: Path) -> None:
    found = package(
        tmp_path,
        "a",
        files={
            "a-1.0.dist-info/licenses/LICENSE": "one",
            "a/vendored/COPYING.txt": "two",
            "a/other/LICENCE.md": "one",
            "a/maps/CC0 legal code - applies to viridis.txt": "three",
            "a/licence.py": "code",
            "a/LICENSE_missing": "gone",
        },
    )
    (tmp_path / "a/LICENSE_missing").unlink()
    assert licences.texts_of(found) == "one\n\ntwo\n\nthree"
    assert licences.texts_of(package(tmp_path / "b", "b")) == ""


def test_what_is_needed_is_followed_with_its_extras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(tmp_path, "top.one", "Requires-Dist: Mid_One[fast, odd]>=1 ; python_version > '3'\nRequires-Dist: gone\n")
    package(tmp_path, "mid-one", "Requires-Dist: quick; extra == 'fast'\nRequires-Dist: slow; extra == \"slow\"\n")
    for name in ("quick", "slow", "stranger"):
        package(tmp_path, name, "Requires-Dist: top-one\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert [piece.name for piece in licences.required("Top-One")] == ["mid-one", "quick", "top.one"]
    assert licences.required("not there") == []
