"""What a bundle holds is told completely, or the build ends: the real script on small environments."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from cnn_desktop import __version__
from cnn_desktop.domain import licences
from tests.release.tools import load_release_tool, run_release_tool

collect, facts = load_release_tool("collect"), load_release_tool("facts")


def install(site: Path, name: str, licence: str = "MIT", text: str | None = "Permission is granted.") -> Path:
    """Puts a package of one module into `site`, as an installer does; returns the module."""
    about = site / f"{name}-1.0.dist-info"
    about.mkdir(parents=True)
    module = site / f"{name}.py"
    module.write_text(f"# {name}\n", encoding="utf-8")
    metadata = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\nLicense-Expression: {licence}\n"
    (about / "METADATA").write_text(metadata, encoding="utf-8")
    record = f"{name}.py,sha256=abc,5\n{about.name}/METADATA,sha256=def,9\n{about.name}/RECORD,,\n"
    if text is not None:
        (about / "LICENSE").write_text(text, encoding="utf-8")
        record += f"{about.name}/LICENSE,sha256=ghi,7\n"
    (about / "RECORD").write_text(record, encoding="utf-8")
    return module


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site-packages"
    install(folder, "cnn_desktop")
    install(folder, "shells", "BSD-3-Clause AND 0BSD", "Redistribution and use of shells")
    return folder


def told(out: Path) -> dict[str, Any]:
    return json.loads((out / "SBOM.json").read_text(encoding="utf-8"))


def test_everything_in_a_folder_is_told(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "bundle"
    licence = tmp_path / "LICENSE.txt"
    licence.write_text("PYTHON SOFTWARE FOUNDATION LICENSE of the bundle", encoding="utf-8")
    words = [
        "--site",
        site,
        "--out",
        out,
        "--edition",
        "cpu",
        "--python-version",
        "3.12.9",
        "--python-licence",
        licence,
    ]
    done = run_release_tool("collect", *words)
    assert done.returncode == 0, done.stderr
    assert (out / "EDITION").read_text() == "cpu\n"
    found = licences.read((out / "LICENCES.txt").read_text(encoding="utf-8"))
    assert f"inside CNN Desktop {__version__}" in found.preface
    assert "exchange them" in found.preface  # LGPL
    assert [(one.name, one.version, one.licence) for one in found.pieces] == [
        ("cnn_desktop", "1.0", "MIT"),
        ("shells", "1.0", "BSD-3-Clause AND 0BSD"),
        ("Python", "3.12.9", "PSF-2.0"),
    ]
    assert found.pieces[1].text() == "Redistribution and use of shells"
    assert found.pieces[2].text().endswith("of the bundle")


def test_the_bill_of_materials_has_what_cyclonedx_asks_for(site: Path, tmp_path: Path) -> None:
    assert run_release_tool("collect", "--site", site, "--out", tmp_path).returncode == 0
    bill = told(tmp_path)
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    assert bill["metadata"]["component"]["type"] == "application"
    assert bill["metadata"]["component"]["purl"] == "pkg:pypi/cnn-desktop@1.0"
    parts = [bill["metadata"]["component"], *bill["components"]]
    for part in parts:
        assert part.keys() >= {"type", "bom-ref", "name", "version", "purl", "licenses"}
        assert part["licenses"][0]["expression"]
    shells = next(part for part in parts if part["name"] == "shells")
    assert shells["hashes"][0]["alg"] == "SHA-256"
    assert re.fullmatch(r"[0-9a-f]{64}", shells["hashes"][0]["content"])
    references = {part["bom-ref"] for part in parts}
    assert len(references) == len(parts)
    (depends,) = bill["dependencies"]
    assert {depends["ref"], *depends["dependsOn"]} == references


def test_two_bills_of_one_bundle_are_equal(tmp_path: Path) -> None:
    for name in ("a", "b"):
        install(tmp_path / name, "cnn_desktop")
    record = tmp_path / "b/cnn_desktop-1.0.dist-info/RECORD"
    lines = record.read_text().splitlines()
    lines += ["cnn_desktop-1.0.dist-info/INSTALLER,sha256=x,2", "__pycache__/cnn_desktop.cpython-311.pyc,,"]
    record.write_text("\n".join(reversed([*lines, "../../../bin/cnn-desktop,sha256=y,200"])) + "\n")
    for name in ("a", "b"):
        assert run_release_tool("collect", "--site", tmp_path / name, "--out", tmp_path / f"of {name}").returncode == 0
    for file in ("SBOM.json", "LICENCES.txt"):
        assert (tmp_path / "of a" / file).read_bytes() == (tmp_path / "of b" / file).read_bytes()


@pytest.mark.parametrize(
    ("licence", "text", "why"),
    [
        ("GPL-3.0-only", "x", "shells2 1.0 is under GPL-3.0-only, which an MIT app cannot bring along"),
        ("MIT", None, "shells2 1.0 brings no licence text"),
        ("", "x", "shells2 1.0 does not say its licence"),
    ],
)
def test_a_package_that_cannot_be_passed_on_ends_the_build(
    site: Path, tmp_path: Path, licence: str, text: str | None, why: str
) -> None:
    install(site, "shells2", licence, text)
    done = run_release_tool("collect", "--site", site, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert why in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_a_package_does_not_say_is_found(site: Path, tmp_path: Path) -> None:
    install(site, "shells2")
    (site / "shells2.libs").mkdir()
    (site / "shells2.libs/libx265-4883ecb5.so.217").write_bytes(b"")
    with (site / "shells2-1.0.dist-info/RECORD").open("a", encoding="utf-8") as record:
        record.write("shells2.libs/libx265-4883ecb5.so.217,sha256=x,0\n")
    done = run_release_tool("collect", "--site", site, "--out", tmp_path / "out")
    assert (done.returncode, "shells2 holds libraries under the GPL" in done.stderr) == (1, True)


def test_an_environment_without_the_app_is_told(tmp_path: Path) -> None:
    install(tmp_path / "site", "shells")
    done = run_release_tool("collect", "--site", tmp_path / "site", "--out", tmp_path / "out")
    assert (done.returncode, "does not hold cnn-desktop" in done.stderr) == (1, True)


def test_of_a_frozen_app_only_what_is_inside_is_told(site: Path, tmp_path: Path) -> None:
    install(site, "left_out", "GPL-2.0-only", None)
    modules = [("cnn_desktop", str(site / "cnn_desktop.py"), "PYMODULE"), ("json", json.__file__, "PYMODULE")]
    files = [
        ("shells-1.0.dist-info/METADATA", str(site / "shells-1.0.dist-info/METADATA"), "DATA"),
        ("link", "target", "SYMLINK"),
        ("resources/style.qss", str(facts.ROOT / "resources/style.qss"), "DATA"),
    ]
    build = tmp_path / "build"
    build.mkdir()
    files.append(("EDITION", str(build / "EDITION"), "DATA"))  # the build has made it
    pure, rest = build / "PYZ-00.toc", build / "COLLECT-00.toc"
    pure.write_text(repr(("PYZ-00.pyz", modules)), encoding="utf-8")
    rest.write_text(repr(([files], None, True)), encoding="utf-8")
    inside = collect.sources([pure, rest])
    assert len(inside) == 4
    environment = collect.Environment(site, "3.11.7", tmp_path)
    found = collect.packages(environment, inside)
    assert [one.piece.name for one in found] == ["cnn_desktop"]  # of shells only its description is inside


def test_a_file_that_nobody_owns_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collect, "_starter", lambda: None)  # PyInstaller is not among the tools of tests
    stranger = tmp_path / "libstranger.so"
    licence = tmp_path / "LICENSE.txt"
    licence.write_text("x", encoding="utf-8")
    environment = collect.Environment(tmp_path, "3.11.7", licence)
    with pytest.raises(facts.ReleaseError, match=r"No package owns 1 files of the bundle.*libstranger\.so"):
        collect.around(environment, {stranger, Path(json.__file__), facts.ROOT / "resources/style.qss"})


def test_libraries_of_the_system_are_told_by_their_package() -> None:
    if not shutil.which("dpkg-query"):
        pytest.skip("this is no Debian")
    files = {Path("/usr/bin/dpkg"), Path("/usr/lib/nobody knows.so"), Path("/opt/dpkg")}
    assert collect.debian_owners(files) == {Path("/usr/bin/dpkg"): "dpkg"}
    assert collect.debian_owners(set()) == {}


def test_the_files_are_found_by_the_app(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = tmp_path / "_internal"
    (bundle / "resources").mkdir(parents=True)
    assert run_release_tool("collect", "--site", site, "--out", bundle).returncode == 0
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    assert [piece.name for piece in licences.of_this_app().pieces] == ["cnn_desktop", "shells", "Python"]
