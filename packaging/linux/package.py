"""`make package`: a .deb and a .run from a clean environment with the locked dependencies, inside a bare Debian 12 root.

Needs root's rights and mmdebstrap, and a network (Debian's mirrors and Python's packages). What is made lies in `dist`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from root import Bind, Root, bare, remove

sys.path.append(str(Path(__file__).resolve().parents[1] / "release"))
import deb
import facts
import finish
import run_installer

REPOSITORY = Path(__file__).resolve().parents[2]
TOOLS = ("python3", "python3-venv", "libpython3.11", "binutils", "zstd", "ca-certificates")
LIBRARIES = (
    "libgl1", "libegl1", "libfontconfig1", "libxkbcommon0", "libdbus-1-3", "libglib2.0-0", "libx11-xcb1",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0",
    "libxcb-shape0", "libxcb-util1", "libxcb-xkb1", "libxkbcommon-x11-0", "libwayland-client0", "libwayland-cursor0",
    "libwayland-egl1",
)  # fmt: skip
"""What Qt's plugins are linked to: PyInstaller looks there which libraries to bundle."""
SOURCE, OUT, PIP = "/build/source", "/build/out", "/build/pip"


def main() -> int:
    """Returns 0 when every artefact is in its place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", choices=["nvidia", "cpu"], default="nvidia")
    parser.add_argument(
        "--torch-index", default="", help="address of an index with CPU builds of torch and torchvision"
    )
    parser.add_argument("--work", type=Path, default=REPOSITORY / "build" / "package", help="for roots and downloads")
    parser.add_argument("--roots", type=Path, help="where packed bare roots are kept (default: in --work)")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "dist")
    parser.add_argument(
        "--keep", action="store_true", help="keep the build root, with the environment and the bundle in it"
    )
    options = parser.parse_args()
    if options.edition == "cpu" and not options.torch_index:
        print(
            "The CPU edition needs an index with CPU builds: make package EDITION=cpu TORCH_INDEX=ADDRESS",
            file=sys.stderr,
        )
        return 2
    out = options.out.resolve()
    try:
        version = facts.version()
        finish.ready(out, deb.name_of(version, options.edition), run_installer.name_of(version, options.edition))
        dated = {"SOURCE_DATE_EPOCH": str(facts.source_date()), "PYTHONHASHSEED": "0"}  # the same files each time
    except facts.ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    if os.getuid() or not shutil.which("mmdebstrap"):
        print("make package needs mmdebstrap and root's rights: sudo make package", file=sys.stderr)
        return 1
    work, began = options.work.resolve(), time.monotonic()
    for folder in (out, work / "pip"):
        folder.mkdir(parents=True, exist_ok=True)
    root = bare("12", work / "root", options.roots or work)
    print(f"A bare Debian 12 after {time.monotonic() - began:.0f} s", flush=True)
    root.install(*TOOLS, *LIBRARIES)
    copy_source(root.folder / SOURCE.lstrip("/"))
    root = replace(root, binds=(Bind(out, OUT), Bind(work / "pip", PIP)), environment=dated)
    print(f"Debian's tools and libraries after {time.monotonic() - began:.0f} s", flush=True)
    build(root, options.edition, options.torch_index)
    if not options.keep:
        remove(root.folder)
    ended = finish.main([str(out)])  # signs, or with UNSIGNED=1 marks as unsigned; check sums
    print(f"make package: {(time.monotonic() - began) / 60:.1f} minutes")
    return ended


def copy_source(folder: Path) -> None:
    """The files that git knows or would add, as they are now."""
    listed = subprocess.run(
        ["git", "-C", str(REPOSITORY), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (REPOSITORY / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, folder / name)


def build(root: Root, edition: str, torch_index: str) -> None:
    """Runs `build.py` inside; its process has a network only while it installs."""
    inside = ["python3", f"{SOURCE}/packaging/linux/build.py"]
    root.run(
        [*inside, "environment", "--edition", edition, "--pip-cache", PIP, "--torch-index", torch_index], network=True
    )
    root.run([*inside, "pack", "--edition", edition, "--out", OUT])


if __name__ == "__main__":
    sys.exit(main())
