"""Signs what is given to others: `python packaging/release/sign.py FILE…`. Which keys are used is told by variables:

CNN_DESKTOP_GPG_KEY      name of the key with which gpg writes FILE.asc (Linux, wheels, check sums)
CNN_DESKTOP_WINDOWS_SIGN a command line with {file}, which signs an .exe in place, such as
                         signtool sign /fd SHA256 /tr http://timestamp.example /td SHA256 /n "Our name" {file}
CNN_DESKTOP_MACOS_SIGN   the same for a .dmg or .pkg, such as: codesign --sign "Developer ID Application: …" --timestamp {file}

What is signed already is left alone. Whether a file is signed is looked at afterwards: the commands' word is not enough.
"""

from __future__ import annotations

import argparse
import os
import shlex
import struct
import subprocess
import sys
from pathlib import Path

import facts

GPG_KEY, WINDOWS_SIGN, MACOS_SIGN = "CNN_DESKTOP_GPG_KEY", "CNN_DESKTOP_WINDOWS_SIGN", "CNN_DESKTOP_MACOS_SIGN"
_SECURITY = 4  # the place of signatures among a PE file's data directories


def sign(file: Path) -> None:
    """Signs one file, by its ending. Raises ReleaseError when it is unsigned afterwards."""
    if is_signed(file):
        return
    variable = _variable(file)
    told = os.environ.get(variable, "").strip()
    if not told:
        raise facts.ReleaseError(f"{file.name} is not signed, and {variable} does not say how to sign it.")
    if variable == GPG_KEY:
        command = ["gpg", "--batch", "--yes", "--local-user", told, "--armor", "--detach-sign", str(file)]
    else:
        command = [word.replace("{file}", str(file)) for word in shlex.split(told)]
    try:
        done = subprocess.run(command, capture_output=True, check=False, text=True, errors="replace")
    except OSError as error:
        raise facts.ReleaseError(
            f"{file.name} is not signed: {command[0]} cannot be started ({error.strerror})."
        ) from None
    if done.returncode or not is_signed(file):
        why = (done.stderr or done.stdout).strip() or f"{command[0]} ended with {done.returncode}"
        raise facts.ReleaseError(f"{file.name} is not signed: {why}")


def is_signed(file: Path) -> bool:
    """Whether a file carries its signature, or has a good one beside it."""
    variable = _variable(file)
    if variable == WINDOWS_SIGN:
        return _has_authenticode(file)
    if variable == MACOS_SIGN:
        return _succeeds("codesign", "--verify", "--strict", str(file))
    beside = signature_of(file)
    return beside.is_file() and _succeeds("gpg", "--batch", "--verify", str(beside), str(file))


def signature_of(file: Path) -> Path:
    """Where the signature of a file lies that cannot hold it itself."""
    return file.with_name(f"{file.name}.asc")


def _variable(file: Path) -> str:
    return {".exe": WINDOWS_SIGN, ".msi": WINDOWS_SIGN, ".dmg": MACOS_SIGN, ".pkg": MACOS_SIGN}.get(
        file.suffix, GPG_KEY
    )


def _succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _has_authenticode(file: Path) -> bool:
    """Whether a Windows program has signatures in it (PE format, "Certificate Table"). Their worth Windows judges."""
    with file.open("rb") as stream:
        head = stream.read(4096)
    try:
        (start,) = struct.unpack_from("<I", head, 0x3C)
        (kind,) = struct.unpack_from("<H", head, start + 24)
        tables = start + 24 + (112 if kind == 0x20B else 96)
        at, size = struct.unpack_from("<II", head, tables + 8 * _SECURITY)
    except struct.error:
        return False
    return head[start : start + 4] == b"PE\0\0" and 0 < at <= file.stat().st_size - size and size > 0


def main(words: list[str]) -> int:
    """Signs each file; 1 at the first that is not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    try:
        for file in parser.parse_args(words).files:
            sign(file)
            print(f"{file.name} is signed.")
    except (facts.ReleaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
