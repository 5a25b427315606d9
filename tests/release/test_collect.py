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

collect, facts, parts = (load_release_tool(name) for name in ("collect", "facts", "parts"))


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


@pytest.fixture
def declared(tmp_path: Path) -> Path:
    """What a recipe declares beside the packages: Python, of two files and with two texts, and something outside the folder."""
    for name in ("LICENSE.txt", "incorporated.txt"):
        (tmp_path / name).write_text(f"Text of {name}", encoding="utf-8")
    texts = (str(tmp_path / "LICENSE.txt"), str(tmp_path / "incorporated.txt"))
    python = parts.Part("Python", "3.12.9", "PSF-2.0", "pkg:generic/cpython@3.12.9", texts, ("*.pyd", "python3*.dll"))
    stub = parts.Part("Stub", "6", "InnoSetup", "pkg:npm/stub@6", texts[:1], ("the setup itself",))
    parts.write([python, stub], tmp_path / "parts.json")
    return tmp_path / "parts.json"


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A folder as the Windows setup installs it: Python's files, and packages in `libs`."""
    install(tmp_path / "app/libs", "cnn_desktop")
    install(tmp_path / "app/libs", "shells", "BSD-3-Clause AND 0BSD", "Redistribution and use of shells")
    for name in ("python313.dll", "_ssl.pyd"):
        (tmp_path / "app" / name).write_bytes(b"")
    return tmp_path / "app"


def words_of(app: Path, declared: Path) -> list[object]:
    return ["--folder", app, "--site", app / "libs", "--parts", declared, "--out", app / "libs/cnn_desktop"]


def test_everything_in_a_folder_is_told(app: Path, declared: Path) -> None:
    pruned = install(app / "libs", "pruned", "GPL-2.0-only", None)
    (pruned.parent / "pruned-1.0.dist-info/sboms").mkdir()
    (pruned.parent / "pruned-1.0.dist-info/sboms/auditwheel.cdx.json").write_text("{}")
    with (pruned.parent / "pruned-1.0.dist-info/RECORD").open("a", encoding="utf-8") as record:
        record.write("pruned-1.0.dist-info/sboms/auditwheel.cdx.json,,\n")
    pruned.unlink()  # of it only its description is given to others
    done = run_release_tool("collect", *words_of(app, declared), "--edition", "cpu")
    assert done.returncode == 0, done.stderr
    out = app / "libs/cnn_desktop"
    assert (out / "EDITION").read_text() == "cpu\n"
    found = licences.read((out / "LICENCES.txt").read_text(encoding="utf-8"))
    assert f"inside CNN Desktop {__version__}" in found.preface
    assert "exchange them" in found.preface  # LGPL
    assert [(one.name, one.version, one.licence) for one in found.pieces] == [
        ("cnn_desktop", "1.0", "MIT"),
        ("shells", "1.0", "BSD-3-Clause AND 0BSD"),
        ("Python", "3.12.9", "PSF-2.0"),
        ("Stub", "6", "InnoSetup"),
    ]
    assert found.pieces[1].text() == "Redistribution and use of shells"
    assert found.pieces[2].text() == "Text of LICENSE.txt\n\nText of incorporated.txt"
    places = {part["name"]: part.get("evidence") for part in told(out)["components"]}
    assert places["Stub"] == {"occurrences": [{"location": "the setup itself"}]}
    assert places["Python"] == {"occurrences": [{"location": "*.pyd"}, {"location": "python3*.dll"}]}


@pytest.mark.parametrize("name", ["zlib1.dll", "libs/fonts/Nice.ttf", "libs/shells_odd.pyd", "libs/loose.py"])
def test_a_file_of_the_folder_that_is_nobodys_ends_the_build(app: Path, declared: Path, name: str) -> None:
    """A pattern is of one folder: Python's *.pyd claims none that lie deeper."""
    (app / name).parent.mkdir(exist_ok=True)
    (app / name).write_bytes(b"x")
    done = run_release_tool("collect", *words_of(app, declared))
    assert (done.returncode, f"No package owns 1 files of the bundle, so their licence is not known: {name}\n") == (
        1,
        done.stderr,
    )
    assert not (app / "libs/cnn_desktop/SBOM.json").exists()


def test_a_part_that_says_no_licence_that_may_be_brought_along_ends_the_build(app: Path, declared: Path) -> None:
    declared.write_text(declared.read_text().replace("InnoSetup", "LicenseRef-unknown"))
    done = run_release_tool("collect", *words_of(app, declared))
    assert (done.returncode, "Stub 6 is under LicenseRef-unknown" in done.stderr) == (1, True)


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


def add_library(site: Path, package: str, name: str) -> None:
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_bytes(b"")
    with (site / f"{package}-1.0.dist-info/RECORD").open("a", encoding="utf-8") as record:
        record.write(f"{name},sha256=x,0\n")


def test_libraries_of_others_inside_packages_are_told(site: Path, tmp_path: Path) -> None:
    install(site, "numpy", "BSD-3-Clause", "Text of numpy, with the GCC Runtime Library Exception")
    for name in (
        "shells.libs/libgomp-e985bcbb.so.1.0.0",
        "shells.libs/libicudata.so.73",
        "shells.libs/libscipy_openblas64_-32a4b2a6.so",
        "shells.libs/libscipy_openblas-6cdc3b4a.so",
        "shells.libs/.load-order",
        "libown.so",
    ):
        add_library(site, "shells", name)
    (site / "shells.libs/libtiff-20b7e810.so.6.3.0").write_bytes(b"")  # not one of the package's, so nobody's
    done = run_release_tool("collect", "--site", site, "--out", tmp_path / "out")
    assert (done.returncode, done.stderr.endswith(": shells.libs/libtiff-20b7e810.so.6.3.0\n")) == (1, True)
    (site / "shells.libs/libtiff-20b7e810.so.6.3.0").unlink()
    assert run_release_tool("collect", "--site", site, "--out", tmp_path / "out").returncode == 0
    inside = {part["name"]: part for part in told(tmp_path / "out")["components"] if " in " in part["name"]}
    assert list(inside) == ["ICU in shells", "libgomp in shells", "OpenBLAS in shells"]
    assert "version" not in inside["ICU in shells"]
    assert inside["OpenBLAS in shells"]["purl"] == "pkg:generic/openblas?package=shells"
    assert [place["location"] for place in inside["OpenBLAS in shells"]["evidence"]["occurrences"]] == [
        "libscipy_openblas-6cdc3b4a.so",
        "libscipy_openblas64_-32a4b2a6.so",
    ]
    pieces = licences.read((tmp_path / "out/LICENCES.txt").read_text(encoding="utf-8")).pieces
    texts = {piece.name: piece.text() for piece in pieces}
    assert "Unicode, Inc." in texts["ICU in shells"]
    assert texts["libgomp in shells"].startswith("Text of numpy")
    assert "free, copyleft license for" in texts["libgomp in shells"]  # the GPL, which that text only names
    assert texts["OpenBLAS in shells"] == texts["shells"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("shells.libs/libnew-e985bcbb.so.1", "shells holds libnew-e985bcbb.so.1, and nothing says what that is"),
        ("libnew-aa0625e0aec56a9d4310a2447674dd8a.dll", "shells holds libnew-aa0625e0"),
        ("shells.libs/libpng16-1d1ba958.so.16", "libpng in shells brings no licence text"),  # pillow has it, not here
    ],
)
def test_a_library_that_nobody_knows_ends_the_build(site: Path, tmp_path: Path, name: str, why: str) -> None:
    add_library(site, "shells", name)
    done = run_release_tool("collect", "--site", site, "--out", tmp_path / "out")
    assert (done.returncode, why in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("content", "is_told"), [(b"\x7fELF oneAPI Math Kernel Library", True), (b"\x7fELF", False), (b"", False)]
)
def test_what_is_linked_into_a_package_is_told(site: Path, tmp_path: Path, content: bytes, is_told: bool) -> None:
    add_library(site, "shells", "libtorch_cpu.so")
    (site / "libtorch_cpu.so").write_bytes(content)
    assert run_release_tool("collect", "--site", site, "--out", tmp_path / "out").returncode == 0
    names = [part["name"] for part in told(tmp_path / "out")["components"]]
    assert ("oneMKL in shells" in names) is is_told
    assert ("Intel Simplified Software License" in (tmp_path / "out/LICENCES.txt").read_text("utf-8")) is is_told


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
    found, _ = collect.packages(site, inside)
    assert [one.piece.name for one in found] == ["cnn_desktop"]  # of shells only its description is inside

    bundle = tmp_path / "dist"
    internal = bundle / "_internal"
    for name, *_ in files:
        (internal / name).parent.mkdir(parents=True, exist_ok=True)
        (internal / name).write_text("x")
    (internal / "another link").symlink_to("EDITION")
    parts.not_told(bundle, internal, collect.destinations([pure, rest]))
    (internal / "resources/Nice.ttf").write_text("x")
    (bundle / "extra").write_text("x")
    with pytest.raises(
        facts.ReleaseError, match=r"No package owns 2 files of the bundle.*: extra; resources/Nice\.ttf"
    ):
        parts.not_told(bundle, internal, collect.destinations([pure, rest]))


def test_a_stranger_in_an_app_for_macos_is_found(tmp_path: Path) -> None:
    """Its files lie in several folders, some under other names."""
    app = tmp_path / "CNN Desktop.app"
    names = ("Info.plist", "MacOS/cnn-desktop", "Frameworks/PIL/__dot__dylibs/a.dylib", "Resources/resources/style.qss")
    for name in (*names, "Resources/cnn-desktop.icns"):
        (app / "Contents" / name).parent.mkdir(parents=True, exist_ok=True)
        (app / "Contents" / name).touch()
    told = {"cnn-desktop", "PIL/.dylibs/a.dylib", "resources/style.qss"}
    parts.not_told(app, app / "Contents/Resources", told)
    (app / "Contents/Frameworks/stranger.dylib").touch()
    with pytest.raises(facts.ReleaseError, match=r"No package owns 1 files of the bundle.*: stranger\.dylib"):
        parts.not_told(app, app / "Contents/Resources", told)


def test_a_file_that_nobody_owns_ends_the_build(tmp_path: Path) -> None:
    stranger = tmp_path / "libstranger.so"
    with pytest.raises(facts.ReleaseError, match=r"No package owns 1 files of the bundle.*libstranger\.so"):
        parts.claim_frozen({stranger, Path(json.__file__), facts.ROOT / "resources/style.qss"})


def test_libraries_of_the_system_are_told_by_their_package() -> None:
    if not shutil.which("dpkg-query"):
        pytest.skip("this is no Debian")
    files = {Path("/usr/bin/dpkg"), Path("/usr/lib/nobody knows.so"), Path("/opt/dpkg")}
    assert parts.debian_owners(files) == {Path("/usr/bin/dpkg"): "dpkg"}
    assert parts.debian_owners(set()) == {}


def test_what_goes_in_front_of_the_bundle_is_told(site: Path, tmp_path: Path) -> None:
    """As zstd does in the `.run`; here a library of Debian's that is on every Debian."""
    if not shutil.which("dpkg-query"):
        pytest.skip("this is no Debian")
    words = ["--site", site, "--out", tmp_path / "out", "--debian"]
    assert run_release_tool("collect", *words, "zlib1g", "the .run").returncode == 0
    (zlib,) = (part for part in told(tmp_path / "out")["components"] if part["name"] == "zlib1g")
    assert zlib["purl"].startswith("pkg:deb/debian/zlib1g@")
    assert zlib["evidence"] == {"occurrences": [{"location": "the .run"}]}
    assert "Jean-loup Gailly" in (tmp_path / "out/LICENCES.txt").read_text(encoding="utf-8")
    done = run_release_tool("collect", *words, "no-such-package", "the .run")
    assert (done.returncode, "no-such-package is not installed" in done.stderr) == (1, True)


def test_the_files_are_found_by_the_app(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = tmp_path / "_internal"
    (bundle / "resources").mkdir(parents=True)
    assert run_release_tool("collect", "--site", site, "--out", bundle).returncode == 0
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    assert [piece.name for piece in licences.of_this_app().pieces] == ["cnn_desktop", "shells", "Python"]
