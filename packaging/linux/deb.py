"""Packs the bundle as a Debian package: /opt/cnn-desktop, a link in /usr/bin, and what makes a desktop show it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from bundle import LEVEL, check_packed, files, size

HERE = Path(__file__).resolve().parent
DEPENDS = (
    "libc6 (>= 2.36)", "libstdc++6", "libgcc-s1", "libgl1", "libegl1", "libfontconfig1", "libfreetype6",
    "libxkbcommon0", "libxkbcommon-x11-0", "libdbus-1-3", "libglib2.0-0t64 | libglib2.0-0", "libgssapi-krb5-2",
    "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-util1", "libxcb-xkb1", "libwayland-client0",
    "libwayland-cursor0", "libwayland-egl1", "fonts-dejavu-core",
)  # fmt: skip
SUGGESTS = ("xdg-utils", "shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")
"""Every desktop has them. Not recommended: apt would fetch them, and this package is installed without a network."""
CONTROL = """\
Package: cnn-desktop
Version: {version}
Section: science
Priority: optional
Architecture: amd64
Maintainer: CNN Desktop <cnn-desktop@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Suggests: {suggests}
Description: Train an image classifier on your own photos ({edition} edition)
 Drop a folder of photos on the window, one folder for each class. Minutes
 later you have an image classifier, with an honest report of how often it is
 right.
 .
 It finds labels that are probably wrong, shows where the model looks, and
 explains on the way what a convolutional neural network does. It works without
 the internet: your photos and models never leave your computer.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: CNN Desktop

Files: *
Copyright: the authors of CNN Desktop and of the libraries it comes with
License: MIT and others
 What is bundled, and under which licences: /opt/cnn-desktop/_internal/LICENCES.txt
 .
"""


def name_of(version: str, edition: str) -> str:
    """Of the package's file."""
    return f"cnn-desktop_{version}_{edition}_amd64.deb"


def make(bundle: Path, share: Path, version: str, edition: str, out: Path, level: int = LEVEL) -> Path:
    """The package's file in the folder `out`. `bundle` is linked, not copied. Raises CalledProcessError, ValueError."""
    tree = bundle.parent / "deb"
    if tree.exists():
        shutil.rmtree(tree)
    (tree / "opt").mkdir(parents=True)
    subprocess.run(["cp", "-al", str(bundle), str(tree / "opt" / "cnn-desktop")], check=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/cnn-desktop").symlink_to("/opt/cnn-desktop/cnn-desktop")
    shutil.copytree(share, tree / "usr/share")
    papers = tree / "usr/share/doc/cnn-desktop"
    papers.mkdir(parents=True, exist_ok=True)
    licence = "".join(
        f" {line or '.'}\n" for line in (HERE.parents[1] / "LICENSE").read_text(encoding="utf-8").splitlines()
    )
    (papers / "copyright").write_text(COPYRIGHT + licence, encoding="utf-8")
    _plain_rights(tree)
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.parent.chmod(0o755)
    facts = {"version": version, "kilobytes": size(tree) // 1024 + len(files(tree)), "edition": edition.upper()}
    control.write_text(
        CONTROL.format(**facts, depends=", ".join(DEPENDS), suggests=", ".join(SUGGESTS)), encoding="utf-8"
    )
    (control.parent / "md5sums").write_text(md5sums(tree), encoding="utf-8")
    package = out / name_of(version, edition)
    pack = ["dpkg-deb", "--root-owner-group", "-Zzstd", f"-z{level}", "--build", str(tree), str(package)]
    subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    check_packed(package, edition)
    return package


def md5sums(tree: Path) -> str:
    """What `dpkg --verify` compares the installed files with."""
    lines = []
    for path in files(tree):
        name = path.relative_to(tree).as_posix()
        if not name.startswith("DEBIAN/"):
            with path.open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'md5').hexdigest()}  {name}\n")
    return "".join(lines)


def _plain_rights(tree: Path) -> None:
    """Folders and programs 755, files 644: whatever the umask of whoever builds. Changes the bundle too, as its files are the same."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)


def _is_program(path: Path) -> bool:
    """Whether a file is started by itself: a script or a program, no shared library."""
    with path.open("rb") as file:
        return ".so" not in path.name and file.read(2) in (b"#!", b"\x7fE")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4], Path(sys.argv[5]))
