"""Builds the Windows setup on Linux: `python packaging/windows/build_setup.py [--work build/windows] [--out dist]`.

Needs root's rights and mmdebstrap (for the root with Wine), npm, and the project's .venv. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PACKAGING / name) for name in ("windows", "linux", "bundle", "release")]

import app_folder  # noqa: E402
import bundle  # noqa: E402
import facts  # noqa: E402
import finish  # noqa: E402
import listing  # noqa: E402
import pinned  # noqa: E402
import sign  # noqa: E402
from wine import WORK, Wine, tools  # noqa: E402

SETUP_LIMIT = 200_000_000
"""Bytes of the setup."""


def name_of(version: str) -> str:
    """Of the setup, without .exe."""
    return f"CNN-Desktop-{version}-windows-{app_folder.EDITION}-setup"


def compile_setup(wine: Wine, work: Path, app: Path, version: str, pack: str = "") -> Path:
    """Runs Inno Setup on the folder `app` below `work`. Returns the setup, below `work`. Raises CalledProcessError.

    `pack` is Inno Setup's Compression, where it is to be another than the usual one ("none": large, and made at once).
    """
    compiler = pinned.unpack_inno_setup(work / "downloads", work / "inno")
    script = work / "setup.iss"
    script.write_bytes((PACKAGING / "windows" / "setup.iss").read_bytes())
    drive = "Z:" + WORK.replace("/", "\\")
    given = {"Version": version, "App": f"{drive}\\{app.name}", "Out": f"{drive}\\out", "Name": name_of(version)}
    given["Pictures"] = f"{drive}\\launcher"
    given |= {"Pack": pack} if pack else {}
    inside = f"{drive}\\{compiler.relative_to(work)}".replace("/", "\\")
    words = [inside, "/Qp", *(f"/D{key}={value}" for key, value in given.items()), f"{drive}\\setup.iss"]
    # Wine hides what begins with a dot, and Inno Setup leaves out what is hidden; some wheels keep their libraries in such a folder
    wine.run(["reg", "add", r"HKCU\Software\Wine", "/v", "ShowDotFiles", "/d", "Y", "/f"], stdout=subprocess.DEVNULL)
    wine.run(words)
    return work / "out" / f"{name_of(version)}.exe"


def check(app: Path) -> None:
    """Raises ValueError when a large file is in `app` twice."""
    twice = bundle.duplicates(app)
    if twice:
        raise ValueError("These files are in it twice: " + "; ".join(", ".join(map(str, paths)) for paths in twice))


def main(words: list[str]) -> int:
    """Returns 0 when the setup is made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/windows"))
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument("--pack", default="", help="Inno Setup's Compression, for trying things out: lzma2/fast, none")
    options = parser.parse_args(words)
    work, out = options.work.resolve(), options.out.resolve()
    try:
        finish.ready(out, f"{name_of(facts.version())}.exe")
    except facts.ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    work.mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()

    def tell(what: str) -> None:
        print(f"{time.monotonic() - began:5.0f} s  {what}", flush=True)

    try:
        root = tools(work)
        tell("the root with Wine and MinGW is there")
        app = app_folder.make(root, work, Path(sys.executable))
        check(app)
        tell(f"the app's folder is made: {bundle.size(app) / 1e6:.0f} MB in {len(bundle.files(app))} files")
        if os.environ.get(sign.WINDOWS_SIGN):
            for name in app_folder.LAUNCHERS:
                sign.sign(app / name)
        version = facts.version()
        made = compile_setup(Wine(root, f"{WORK}/wine-build"), work, app, version, options.pack)
        listing.write_beside(app, app / app_folder.LIBS / "cnn_desktop" / "SBOM.json", out, name_of(version))
        setup = made.replace(out / made.name)
        size = setup.stat().st_size
        tell(f"{setup.name}: {size / 1e6:.0f} MB (allowed: {SETUP_LIMIT / 1e6:.0f} MB)")
        if size > SETUP_LIMIT and not options.pack:
            raise ValueError("The setup is too large.")
    except (ValueError, OSError, subprocess.CalledProcessError, facts.ReleaseError) as error:
        print(f"The Windows setup could not be made: {error}", file=sys.stderr)
        return 1
    return finish.main([str(out)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
