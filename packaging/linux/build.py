"""What `make package` does inside the Debian 12 root: an environment, the bundle, the packages. Run by `package.py`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

import bundle
import deb
import run_installer

sys.path.append(str(bundle.ROOT / "packaging" / "release"))
import facts
import listing

WORK = Path("/build")
PYTHON = WORK / "venv" / "bin" / "python"
LOCKS = (bundle.ROOT / "requirements.lock", bundle.ROOT / "packaging" / "bundle" / "requirements.lock")
WITH_CUDA = ("torch", "torchvision", "triton", "nvidia-", "cuda-")
"""Beginnings of the names that a CPU edition takes from elsewhere or does without."""


def environment(edition: str, pip_cache: str, torch_index: str) -> None:
    """A virtual environment with what is locked, and this program in it, not editable (that would be bundled twice)."""
    subprocess.run([sys.executable, "-m", "venv", str(WORK / "venv")], check=True)
    pip = [
        str(PYTHON),
        "-m",
        "pip",
        "--quiet",
        "--disable-pip-version-check",
        "--cache-dir",
        pip_cache,
        "install",
        "--no-compile",
    ]
    if edition == "nvidia":
        subprocess.run([*pip, "--require-hashes", *(word for lock in LOCKS for word in ("-r", str(lock)))], check=True)
    else:
        pinned = WORK / "requirements-cpu.lock"
        texts = [lock.read_text(encoding="utf-8") for lock in LOCKS]
        pinned.write_text("".join(map(without_cuda, texts)), encoding="utf-8")
        subprocess.run([*pip, "--require-hashes", "--no-deps", "-r", str(pinned)], check=True)
        networks = [f"{name}=={locked_version(texts[0], name)}" for name in ("torch", "torchvision")]
        subprocess.run([*pip, "--no-deps", "--index-url", torch_index, *networks], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", str(bundle.ROOT)], check=True)


def without_cuda(lock: str) -> str:
    """The lock file without CUDA's libraries and torch: their lines, and the hashes and comments that follow each."""
    kept, keep = [], True
    for line in lock.splitlines(keepends=True):
        if line.strip() and not line[0].isspace() and not line.startswith("#"):
            keep = not line.partition("==")[0].startswith(WITH_CUDA)
        kept += [line] if keep else []
    return "".join(kept)


def locked_version(lock: str, name: str) -> str:
    """The version of `name` in the lock file. Raises ValueError when it isn't there."""
    for line in lock.splitlines():
        if line.startswith(f"{name}=="):
            return line.partition("==")[2].split()[0]
    raise ValueError(f"{name} is not locked.")


def pack(edition: str, out: Path) -> None:
    """Bundle, papers, .deb and .run, each with its time and size, and what is told beside them."""
    version = facts.version()
    began = time.monotonic()
    made = bundle.make(PYTHON, edition, WORK)
    print(f"  in {time.monotonic() - began:.0f} s", flush=True)
    share = WORK / "share"
    subprocess.run([str(PYTHON), str(bundle.ROOT / "packaging/release/share.py"), "--out", str(share)], check=True)
    stems = []
    for maker in (deb.make, run_installer.make):
        began = time.monotonic()
        stems.append(maker(made, share, version, edition, out).stem)
        print(f"  in {time.monotonic() - began:.0f} s", flush=True)
    # last, as packing settles which files are programs
    listing.write_beside(made, made / "_internal" / "SBOM.json", out, *stems)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=["environment", "pack"])
    parser.add_argument("--edition", required=True)
    parser.add_argument("--pip-cache", default="")
    parser.add_argument("--torch-index", default="")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.step == "environment":
        environment(options.edition, options.pip_cache, options.torch_index)
    else:
        pack(options.edition, options.out)


if __name__ == "__main__":
    main()
