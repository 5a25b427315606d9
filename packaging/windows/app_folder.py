"""The folder that the setup installs: two launchers, CPython, and `libs` with the app and the wheels of requirements.lock."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import carried
import facts
import left_out
import parts
import pinned
import signatures
from root import Root
from wine import WORK

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
LIBS = "libs"
EDITION = "cpu"
"""PyPI's torch for Windows computes on the CPU only."""
LAUNCHERS = {"CNN Desktop.exe": True, "cnn-desktop.exe": False}
"""Name → whether it is one without a console."""
_PLATFORM = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13")
_NOT_SHIPPED = ("python.exe", "pythonw.exe", "python.cat", "vcruntime140.dll", "vcruntime140_1.dll")
_CPP_NOT_SHIPPED = ("vcamp140.dll", "vccorlib140.dll", "vcomp140.dll")
"""Nothing in the bundle is linked to them, or it brings along its own."""
_SIGNED = (".exe", ".dll", ".pyd")
_WITH_SOURCES = (("torch",), ("torchvision",), ("timm",), ("cnn_desktop",))
"""Packages whose sources are read at run time: TorchScript compiles from them, and a report of a fault shows ours."""
_BLOCK = re.compile(
    r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[^\s;\\]+)[^\n]*(?:\n[ \t]+[^\n]*)*\n?", re.MULTILINE
)
"""A package of a lock file, with its hashes."""


def make(root: Root, work: Path, python: Path) -> Path:
    """Makes the folder below `work` anew, with the environment that has `python` and uv. Raises ValueError, CalledProcessError."""
    app, downloads = work / "app", work / "downloads"
    shutil.rmtree(app, ignore_errors=True)
    add_python(root, work, app, downloads)
    libs = app / LIBS
    add_wheels(libs, work, python)
    add_own_package(libs, work, python)
    add_launchers(root, work, app, python)
    prune(libs)
    add_papers(root, work, app, python)
    compile_all(root, app)
    leave_sources_out(libs)
    settle_times(app)
    return app


def add_python(root: Root, work: Path, app: Path, downloads: Path) -> None:
    """CPython, the path of its modules, and Microsoft's C++ libraries, all with signatures that hold."""
    pinned.unpack_python(downloads, app)
    cpp = work / "cpp"
    shutil.rmtree(cpp, ignore_errors=True)
    pinned.unpack_cpp_libraries(downloads, cpp)
    roots = pinned.root_certificates(downloads)
    own = [path for path in sorted(app.iterdir()) if path.suffix in _SIGNED and path.name not in _NOT_SHIPPED[-2:]]
    theirs = sorted(cpp.glob("*.dll"))
    for files, signer in ((own, "Python Software Foundation"), (theirs, "Microsoft Corporation")):
        pairs = [(path, f"{WORK}/{path.relative_to(work)}") for path in files]
        print(f"{signatures.check(root, pairs, signer, WORK, roots)} files are signed by the {signer}.", flush=True)
    for name in _NOT_SHIPPED:
        (app / name).unlink()
    for path in theirs:
        if path.name not in _CPP_NOT_SHIPPED:
            shutil.move(path, app / path.name)
    (app / "LICENSE.txt").rename(app / carried.PYTHON_LICENCE)
    (cpp / "LICENSE").rename(app / carried.CPP_LICENCE)
    shutil.rmtree(cpp)
    # with this file Python finds its modules here only, whatever the environment says
    (app / f"python{pinned.PYTHON_TAG}._pth").write_text(
        f"python{pinned.PYTHON_TAG}.zip\n.\n{LIBS}\n", encoding="ascii"
    )


def add_wheels(libs: Path, work: Path, python: Path) -> None:
    """The wheels for Windows of requirements.lock that the app itself needs, each with a hash of that file."""
    uv = [str(python.with_name("uv")), "pip"]
    lock = ROOT / "requirements.lock"
    words = ["--quiet", *_PLATFORM, "--no-annotate", "--no-header", "--no-emit-index-url", "--constraint", str(lock)]
    wanted = subprocess.run(
        [*uv, "compile", *words, str(ROOT / "pyproject.toml")], check=True, text=True, stdout=subprocess.PIPE
    )
    part = work / "requirements.lock"
    part.write_text(part_of_lock(lock.read_text(encoding="utf-8"), wanted.stdout), encoding="utf-8")
    words = ["--quiet", *_PLATFORM, "--only-binary", ":all:", "--no-deps", "--require-hashes", "--link-mode", "copy"]
    subprocess.run([*uv, "install", *words, "--target", str(libs), "--requirement", str(part)], check=True)


def part_of_lock(lock: str, wanted: str) -> str:
    """Those blocks of a lock file that name the packages and versions of `wanted` (lines NAME==VERSION).

    Raises ValueError when the lock has no such block.
    """
    blocks = {(block["name"], block["version"]): block[0] for block in _BLOCK.finditer(lock)}
    pairs = [(block["name"], block["version"]) for block in _BLOCK.finditer(wanted)]
    missing = [f"{name} {version}" for name, version in pairs if (name, version) not in blocks]
    if missing or not pairs:
        raise ValueError(f"requirements.lock does not hold {', '.join(missing) or 'anything'}: run `make lock`.")
    return "".join(blocks[pair] for pair in pairs)


def add_own_package(libs: Path, work: Path, python: Path) -> None:
    """The app, as a wheel has it; made from a copy, so that no older build is taken along."""
    source, wheels = work / "source", work / "wheels"
    for folder in (source, wheels):
        shutil.rmtree(folder, ignore_errors=True)
    for name in ("cnn_desktop", "resources"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, source / name)
    words = [
        "wheel",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(wheels),
    ]
    subprocess.run([str(python), "-m", "pip", *words, str(source)], check=True)
    with zipfile.ZipFile(next(wheels.glob("cnn_desktop-*.whl"))) as wheel:
        wheel.extractall(libs)
    for folder in (source, wheels):
        shutil.rmtree(folder)


def add_papers(root: Root, work: Path, app: Path, python: Path) -> None:
    """EDITION, LICENCES.txt and SBOM.json beside the app's resources; every file of the folder must be somebody's by then."""
    tool, declared, libs = ROOT / "packaging" / "release" / "collect.py", work / "parts.json", app / LIBS
    parts.write(carried.parts(root, work, app, LAUNCHERS), declared)
    words = ["--folder", str(app), "--site", str(libs), "--parts", str(declared), "--edition", EDITION]
    subprocess.run([str(python), str(tool), *words, "--out", str(libs / "cnn_desktop")], check=True)
    for path in sorted(libs.glob("*.dist-info/*")):
        if left_out.is_of_installer(path.name):  # they have told whose the files are
            path.unlink()


def prune(libs: Path) -> None:
    """Deletes what the installed program does not need, and the folders that are empty then."""
    for path in sorted(libs.rglob("*"), reverse=True):
        if path.is_dir():
            if path.name == "__pycache__":
                shutil.rmtree(path)
            elif not any(path.iterdir()):
                path.rmdir()
        elif left_out.is_left_out(path.relative_to(libs).as_posix()):
            path.unlink()


def compile_all(root: Root, app: Path) -> None:
    """Byte code beside every module, so that nothing is ever written here; by a Python whose byte code is that of the setup."""
    with zipfile.ZipFile(app / f"python{pinned.PYTHON_TAG}.zip") as library, library.open("abc.pyc") as module:
        wanted = module.read(4).hex()
    script = "import importlib.util; print(importlib.util.MAGIC_NUMBER.hex())"
    found = root.run(["python3", "-c", script], capture_output=True).stdout.strip()
    if found != wanted:
        raise ValueError(f"The Python of the root writes byte code {found}, that of the setup reads {wanted}.")
    place = f"{WORK}/{app.name}/{LIBS}"
    words = ["-q", "-q", "-j", "2", "--invalidation-mode", "unchecked-hash", "-s", place, "-p", LIBS, place]
    root.run(["python3", "-m", "compileall", *words], check=False)  # some files are templates, not modules


def leave_sources_out(libs: Path) -> None:
    """Byte code takes the place of the sources of all packages that never read theirs: 71 MB less, 11 of the setup."""
    for byte_code in sorted(libs.rglob("__pycache__/*.pyc")):
        folder = byte_code.parents[1]
        name = byte_code.name.partition(".")[0]
        source = folder / f"{name}.py"
        if source.is_file() and folder.relative_to(libs).parts[:1] not in _WITH_SOURCES:
            byte_code.rename(folder / f"{name}.pyc")
            source.unlink()
    for folder in sorted(libs.rglob("__pycache__")):
        if not any(folder.iterdir()):
            folder.rmdir()


def add_launchers(root: Root, work: Path, app: Path, python: Path) -> None:
    """Compiles both launchers, with icon, version and manifest."""
    build = work / "launcher"
    shutil.rmtree(build, ignore_errors=True)
    build.mkdir()
    for name in ("launcher.c", "launcher.rc", "launcher.manifest"):
        shutil.copyfile(HERE / name, build / name)
    subprocess.run([str(python), str(ROOT / "packaging/release/share.py"), "--icons", str(build)], check=True)
    version = facts.version()
    numbers = ",".join((re.findall(r"\d+", version) + ["0"] * 4)[:4])
    for name, has_window in LAUNCHERS.items():
        values = {"NUMBERS": numbers, "VERSION": f'\\"{version}\\"', "NAME": f'\\"{name}\\"'}
        resource = [f"-D{key}={value}" for key, value in values.items()]
        compiler = ["-O2", "-s", "-municode", "-Wall", "-Werror", f'-DLIBRARY=L"python{pinned.PYTHON_TAG}.dll"']
        compiler += ["-DWINDOW", "-mwindows"] if has_window else []
        for words in (
            ["x86_64-w64-mingw32-windres", *resource, "launcher.rc", "-O", "coff", "-o", "launcher.res"],
            ["x86_64-w64-mingw32-gcc", *compiler, "launcher.c", "launcher.res", "-o", f"{WORK}/{app.name}/{name}"],
        ):
            root.run(["env", "-C", f"{WORK}/{build.name}", *words])


def settle_times(app: Path) -> None:
    """Every file is as old as the sources, so that two builds of one commit differ in nothing."""
    when = facts.source_date()
    for path in app.rglob("*"):
        os.utime(path, (when, when))


if __name__ == "__main__":
    from wine import tools

    place = Path(sys.argv[1]).resolve()
    make(tools(place), place, Path(sys.executable))
