"""Builds `CNN Desktop.app` and a .dmg on a Mac with Apple silicon: `python packaging/macos/build_app.py`. NEVER RUN SO FAR: see README.md.

Everything is signed with CNN_DESKTOP_MACOS_IDENTITY ("Developer ID Application: …"), or with UNSIGNED=1 nothing; with
CNN_DESKTOP_MACOS_NOTARY (the name of a profile that `xcrun notarytool store-credentials` has kept) Apple notarises it as well.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "packaging" / "release")]

import facts  # noqa: E402
import finish  # noqa: E402
import listing  # noqa: E402
import sign as signatures  # noqa: E402

NOTARY = "CNN_DESKTOP_MACOS_NOTARY"
EDITION = "cpu"
"""There are no NVIDIA cards; Apple's own are used through torch's "mps" as far as the app does so."""
_FIRST_BYTES = frozenset((b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"))
"""Of programs and libraries: Mach-O with 64 bits, and those for several processors."""


def run(*words: str | Path, **variables: str) -> None:
    """Raises CalledProcessError."""
    subprocess.run([str(word) for word in words], check=True, env=os.environ | variables)


def environment(work: Path) -> Path:
    """A new environment with what is locked, and the app in it, not editable. Returns its Python."""
    run(sys.executable, "-m", "venv", "--clear", work / "venv")
    python = work / "venv" / "bin" / "python"
    locks = (ROOT / "requirements.lock", ROOT / "packaging" / "bundle" / "requirements.lock")
    pip = (python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install")
    run(*pip, "--require-hashes", *(word for lock in locks for word in ("-r", lock)))
    run(*pip, "--no-deps", "--no-build-isolation", ROOT)
    return python


def bundle(python: Path, work: Path) -> Path:
    """The app, unsigned, with its papers."""
    release = ROOT / "packaging" / "release"
    run(python, release / "share.py", "--icons", work / "icons")
    given = {"EDITION": EDITION, "VERSION": facts.version(), "ICON": str(work / "icons" / "cnn-desktop.icns")}
    places = (f"--distpath={work / 'dist'}", f"--workpath={work / 'build'}")
    run(python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *places, HERE / "cnn-desktop-app.spec", **given)
    app = work / "dist" / "CNN Desktop.app"
    site = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    told = (word for toc in sorted((work / "build").rglob("*.toc")) for word in ("--toc", toc))
    run(
        python,
        release / "collect.py",
        "--site",
        site,
        *told,
        "--folder",
        app,
        "--out",
        app / "Contents" / "Resources",
        "--edition",
        EDITION,
    )
    return app


def is_code(path: Path) -> bool:
    """Whether a file is a program or a library, which each needs a signature of its own."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) in _FIRST_BYTES


def sign(app: Path, identity: str) -> None:
    """From the inside out, under the hardened runtime; then looks whether it holds."""
    words = (
        "codesign",
        "--force",
        "--timestamp",
        "--options",
        "runtime",
        "--entitlements",
        HERE / "entitlements.plist",
    )
    inside = sorted(filter(is_code, app.rglob("*")), key=lambda path: (-len(path.parts), path))
    for path in (*inside, app):
        run(*words, "--sign", identity, path)
    run("codesign", "--verify", "--deep", "--strict", app)


def name_of(version: str) -> str:
    """Of the image, without .dmg."""
    return f"CNN-Desktop-{version}-macos-arm64"


def pack(app: Path, out: Path) -> Path:
    """The .dmg: the app, and a link to where it belongs; beside it what is in the app."""
    name = name_of(facts.version())
    listing.write_beside(app, app / "Contents" / "Resources" / "SBOM.json", out, name)
    folder = app.parent / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.move(app, folder / app.name)
    (folder / "Applications").symlink_to("/Applications")
    image = out / f"{name}.dmg"
    run("hdiutil", "create", "-volname", "CNN Desktop", "-srcfolder", folder, "-format", "ULMO", "-ov", image)
    return image


def notarise(image: Path, profile: str) -> None:
    """Has Apple look at it, and staples the answer to it, so that a Mac without a network believes it."""
    run("xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait")
    run("xcrun", "stapler", "staple", image)
    run("spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image)


def main(words: list[str]) -> int:
    """Returns 0 when the image is made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "macos")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    options = parser.parse_args(words)
    if sys.platform != "darwin" or platform.machine() != "arm64":
        print("This needs a Mac with Apple silicon: torch has no wheels for others.", file=sys.stderr)
        return 1
    work, out = options.work.resolve(), options.out.resolve()
    try:
        finish.ready(out, f"{name_of(facts.version())}.dmg")
    except facts.ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    identity = "" if finish.is_unsigned() else os.environ[signatures.MACOS_IDENTITY]
    profile = os.environ.get(NOTARY, "")
    for folder in (work, out):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        app = bundle(environment(work), work)
        if identity:
            sign(app, identity)
        image = pack(app, out)
        if identity:
            signatures.sign(image)
        if identity and profile:
            notarise(image, profile)
    except (OSError, subprocess.CalledProcessError, facts.ReleaseError) as error:
        print(f"The app could not be made: {error}", file=sys.stderr)
        return 1
    print(f"{image.name}: {image.stat().st_size / 1e6:.0f} MB, {'signed' if identity else 'NOT signed'}, "
          f"{'notarised' if identity and profile else 'NOT notarised'}")  # fmt: skip
    return finish.main([str(out)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
