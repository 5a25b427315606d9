"""Makes the self-extracting installer for one person (`.run`): a shell script, zstd, and the packed bundle behind them.

gzip, which every system has, packs too little, and zstd is not everywhere, so it comes along. makeself is not used: what it makes
unpacks into /tmp (memory, on Debian 13) and refuses a damaged file or a full disk without saying what to do.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bundle import LEVEL, check_packed, size

HERE = Path(__file__).resolve().parent
SPARE = 1.02
"""Free space asked for, over the bundle's size."""


def name_of(version: str, edition: str) -> str:
    """Of the installer's file."""
    return f"cnn-desktop-{version}-{edition}-linux-x86_64.run"


def make(bundle: Path, share: Path, version: str, edition: str, out: Path) -> Path:
    """The installer's file in the folder `out`. Raises CalledProcessError, OSError, ValueError."""
    zstd = shutil.which("zstd")
    if zstd is None:
        raise OSError("zstd is not installed.")
    tool = Path(zstd).read_bytes()
    tree, parts = bundle.parent / "run", out / "run.parts"
    if tree.exists():
        shutil.rmtree(tree)
    subprocess.run(["cp", "-al", str(bundle), str(tree)], check=True)
    shutil.copytree(share, tree / "share")
    dated = os.environ.get("SOURCE_DATE_EPOCH")
    same = [*([f"--mtime=@{dated}"] if dated else []), "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]
    with parts.open("wb") as file:
        file.write(tool)
        file.flush()
        tar = subprocess.Popen(["tar", "-C", str(tree), *same, "-cf", "-", "."], stdout=subprocess.PIPE)
        subprocess.run([zstd, "-q", "-T0", f"-{LEVEL}"], stdin=tar.stdout, stdout=file, check=True)
        if tar.wait():
            raise OSError("The bundle could not be packed.")
    with parts.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    facts = {
        "VERSION": version,
        "TOOL": len(tool),
        "PACKED": parts.stat().st_size - len(tool),
        "SHA256": sha256,
        "NEEDED_KB": int(size(tree) * SPARE) // 1024,
    }
    shutil.rmtree(tree)
    installer = out / name_of(version, edition)
    with installer.open("wb") as whole, parts.open("rb") as file:
        whole.write(header(facts))
        shutil.copyfileobj(file, whole, 1 << 20)
    parts.unlink()
    installer.chmod(0o755)
    check_packed(installer, edition)
    return installer


def header(facts: dict[str, object]) -> bytes:
    """The script in front, which knows its own length."""
    text = (HERE / "install.sh").read_text(encoding="utf-8")
    for name, value in facts.items():
        text = text.replace(f"@{name}@", str(value))
    digits = 6
    length = len(text.replace("@HEADER@", "0" * digits).encode())
    # a number with leading zeros would be octal, so spaces after it fill up
    return text.replace("@HEADER@", str(length).ljust(digits)).encode()


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4], Path(sys.argv[5]))
