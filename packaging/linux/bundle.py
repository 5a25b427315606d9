"""Makes the bundle (a folder with the program and all it needs) with PyInstaller and asserts what it holds. Run inside the build root."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging" / "bundle"))
import contents  # noqa: E402 - a neighbour, and no package

LARGE = 1_000_000
"""Bytes from which on no file may lie in the bundle twice."""
LEVEL = 9
"""Of zstd, which packs it; see packaging/README.md for the times and sizes that chose it."""
INSTALLED_LIMIT = {"nvidia": 4_300_000_000, "cpu": 1_500_000_000}
PACKED_LIMIT = {"nvidia": 2_600_000_000, "cpu": 700_000_000}
MUST_HAVE = (
    "cnn-desktop",
    "_internal/EDITION",
    "_internal/LICENCES.txt",
    "_internal/SBOM.json",
    "_internal/resources/style.qss",
    "_internal/torch/bin/torch_shm_manager",
    "_internal/torch/lib/libtorch_cpu.so",
    "_internal/torchvision/_C_stable.so",
    "_internal/torchvision/image_stable.so",
    "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
    "_internal/PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "_internal/PySide6/Qt/plugins/platforms/libqwayland.so",
    "_internal/PySide6/Qt/translations/qtbase_de.qm",
)
MUST_NOT_HAVE = (
    "pillow_heif.libs", "triton", "pytest", "_pytest", "hypothesis", "mypy", "ruff", "setuptools", "pip", "uv",
    "PyInstaller",
)  # fmt: skip


def make(python: Path, edition: str, work: Path) -> Path:
    """Runs PyInstaller of the environment of `python`. Returns the bundle's folder. Raises CalledProcessError, ValueError."""
    spec = ROOT / "packaging" / "bundle" / "cnn-desktop.spec"
    words = [
        "--noconfirm",
        "--log-level=WARN",
        f"--distpath={work / 'dist'}",
        f"--workpath={work / 'build'}",
        str(spec),
    ]
    subprocess.run([str(python), "-m", "PyInstaller", *words], check=True, env={**os.environ, "EDITION": edition})
    bundle, tables = work / "dist" / "cnn-desktop", work / "build" / "cnn-desktop"
    write_papers(python, tables, bundle)
    shutil.rmtree(work / "build")
    strip(bundle)
    saved = link_duplicates(bundle)
    check(bundle, edition)
    print(
        f"Bundle ({edition}): {size(bundle) / 1e9:.2f} GB in {len(files(bundle))} files; {saved / 1e6:.0f} MB of copies are links"
    )
    return bundle


def write_papers(python: Path, tables: Path, bundle: Path) -> None:
    """LICENCES.txt and SBOM.json of what PyInstaller took along, by its tables, and of what `run_installer.py` adds."""
    collect = ROOT / "packaging" / "release" / "collect.py"
    site = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    took = [word for name in ("PYZ-00.toc", "COLLECT-00.toc") for word in ("--toc", str(tables / name))]
    words = ["--site", site, *took, "--folder", str(bundle), "--out", str(bundle / "_internal")]
    words += ["--debian", "zstd", "the .run, in front of the packed folder"]
    subprocess.run([str(python), str(collect), *words], check=True)


def strip(bundle: Path) -> None:
    """Takes off what only debuggers read."""
    for path in files(bundle):
        if path.name in contents.STRIPPED:
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def files(folder: Path) -> list[Path]:
    """Every file below `folder`, links left out, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def size(folder: Path) -> int:
    """Bytes of all files below `folder`."""
    return sum(path.stat().st_size for path in files(folder))


def duplicates(folder: Path) -> list[list[Path]]:
    """The files of more than a megabyte that have the same content, each group in order."""
    by_size: dict[int, list[Path]] = defaultdict(list)
    for path in files(folder):
        by_size[path.stat().st_size].append(path)
    by_content: dict[bytes, list[Path]] = defaultdict(list)
    for length, paths in by_size.items():
        if length >= LARGE and len(paths) > 1:
            for path in paths:
                with path.open("rb") as file:
                    by_content[hashlib.file_digest(file, "sha256").digest()].append(path)
    return [paths for paths in by_content.values() if len(paths) > 1]


def link_duplicates(folder: Path) -> int:
    """Puts links in the place of second copies. Returns the bytes saved."""
    saved = 0
    for first, *others in duplicates(folder):
        for other in others:
            saved += other.stat().st_size
            other.unlink()
            other.symlink_to(os.path.relpath(first, other.parent))
    return saved


def check(bundle: Path, edition: str) -> None:
    """Raises ValueError, naming everything that is wrong with the bundle."""
    wrong = [f"{name} is missing" for name in MUST_HAVE if not (bundle / name).exists()]
    wrong += [f"{name} is in it" for name in MUST_NOT_HAVE if (bundle / "_internal" / name).exists()]
    wrong += [f"a link leads nowhere: {path}" for path in bundle.rglob("*") if path.is_symlink() and not path.exists()]
    wrong += ["twice in it: " + ", ".join(map(str, paths)) for paths in duplicates(bundle)]
    if size(bundle) > INSTALLED_LIMIT[edition]:
        wrong.append(f"it has {size(bundle) / 1e9:.2f} GB, allowed are {INSTALLED_LIMIT[edition] / 1e9:.2f} GB")
    if wrong:
        raise ValueError(f"The bundle {bundle} is not as it should be:\n  " + "\n  ".join(wrong))


def check_packed(package: Path, edition: str) -> None:
    """Prints the size of a finished package; raises ValueError when it is too large."""
    packed = package.stat().st_size
    print(f"{package.name}: {packed / 1e9:.2f} GB (allowed: {PACKED_LIMIT[edition] / 1e9:.2f} GB)")
    if packed > PACKED_LIMIT[edition]:
        raise ValueError(f"{package.name} is too large.")


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
