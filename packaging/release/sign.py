"""Signs what is given to others: `python packaging/release/sign.py FILE…`. Which keys are used is told by variables:

CNN_DESKTOP_GPG_KEY        name or fingerprint of the key with which gpg writes FILE.asc (Linux, wheels, check sums)
CNN_DESKTOP_WINDOWS_SIGN   a command line with {file}, which signs an .exe in place, such as
                           signtool sign /fd SHA256 /tr http://timestamp.example /td SHA256 /n "Our name" {file}
CNN_DESKTOP_MACOS_IDENTITY the whole name of the certificate with which codesign signs a .dmg: Developer ID Application: NAME (TEAM)

Only a signature made with that key counts: a good one is left alone, anybody else's is replaced. Whose signature an .exe bears, only
Windows could tell, so it is taken off first. Whether a file is signed is looked at afterwards: the commands' word is not enough.
"""

from __future__ import annotations

import argparse
import os
import shlex
import struct
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import facts

GPG_KEY, WINDOWS_SIGN, MACOS_IDENTITY = "CNN_DESKTOP_GPG_KEY", "CNN_DESKTOP_WINDOWS_SIGN", "CNN_DESKTOP_MACOS_IDENTITY"
_SECURITY = 4  # the place of signatures among a PE file's data directories


def sign(file: Path) -> None:
    """Signs one file, by its ending. Raises ReleaseError when no key is configured for it, or it is unsigned afterwards."""
    key = key_for(file)
    variable = _variable(file)
    if variable == WINDOWS_SIGN:
        _take_off(file)
        command = [word.replace("{file}", str(file)) for word in shlex.split(key)]
    elif is_signed(file):
        return
    elif variable == MACOS_IDENTITY:
        command = ["codesign", "--force", "--sign", key, "--timestamp", str(file)]
    else:
        signature_of(file).unlink(missing_ok=True)
        command = ["gpg", "--batch", "--yes", "--local-user", key, "--armor", "--detach-sign", str(file)]
    try:
        done = _run(*command)
    except OSError as error:
        raise facts.ReleaseError(
            f"{file.name} is not signed: {command[0]} cannot be started ({error.strerror})."
        ) from None
    if done.returncode or not is_signed(file):
        why = (done.stderr or done.stdout).strip() or f"{command[0]} ended with {done.returncode}"
        raise facts.ReleaseError(f"{file.name} is not signed: {why}")


def key_for(file: Path) -> str:
    """What the variable for such a file says. Raises ReleaseError when it says nothing."""
    variable = _variable(file)
    told = os.environ.get(variable, "").strip()
    if not told:
        raise facts.ReleaseError(
            f"{file.name} is not signed, and {variable} does not say how to sign it. {facts.OR_UNSIGNED}"
        )
    return told


def is_signed(file: Path) -> bool:
    """Whether a file has a good signature of the configured key, beside it or in it. Of an .exe: whether it bears any.

    Raises ReleaseError when no key is configured for it.
    """
    key, variable = key_for(file), _variable(file)
    if variable == WINDOWS_SIGN:
        return _authenticode(file) is not None
    try:
        return _is_of_apples(file, key) if variable == MACOS_IDENTITY else _is_of_gpg(file, key)
    except OSError:  # no such program here
        return False


def signature_of(file: Path) -> Path:
    """Where the signature of a file lies that cannot hold it itself."""
    return file.with_name(f"{file.name}.asc")


def _variable(file: Path) -> str:
    return {".exe": WINDOWS_SIGN, ".msi": WINDOWS_SIGN, ".dmg": MACOS_IDENTITY, ".pkg": MACOS_IDENTITY}.get(
        file.suffix, GPG_KEY
    )


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, check=False, text=True, errors="replace")


def _is_of_gpg(file: Path, key: str) -> bool:
    """Whether every signature in the file beside is good and of the key: what gpg says in its status lines, not that it ends with 0."""
    if not signature_of(file).is_file():
        return False
    done = _run("gpg", "--batch", "--status-fd", "1", "--verify", str(signature_of(file)), str(file))
    told = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("[GNUPG:] ")]
    signers = {words[-1] for words in told if words[0] == "VALIDSIG"}  # the primary keys' fingerprints
    is_good = done.returncode == 0 and any(words[0] == "GOODSIG" for words in told)  # not of an expired or revoked key
    return is_good and signers == {_fingerprint(key)}


def _fingerprint(key: str) -> str:
    """Of the one secret primary key that `key` names; "" when there is none. Raises ReleaseError when there are several."""
    lines = _run("gpg", "--batch", "--with-colons", "--list-secret-keys", "--", key).stdout.splitlines()
    found = [after.split(":")[9] for line, after in pairwise(lines) if line.startswith("sec:")]
    if len(found) > 1:
        raise facts.ReleaseError(f"{len(found)} keys are called “{key}”: give {GPG_KEY} a fingerprint.")
    return found[0] if found else ""


def _is_of_apples(file: Path, identity: str) -> bool:
    """Whether codesign finds the signature good, and the certificate it was made with has the name `identity`."""
    if _run("codesign", "--verify", "--strict", str(file)).returncode:
        return False
    told = _run("codesign", "--display", "--verbose=2", str(file)).stderr.splitlines()
    return next((line for line in told if line.startswith("Authority=")), "") == f"Authority={identity}"


def _authenticode(file: Path) -> tuple[int, int] | None:
    """Where a Windows program tells of its signatures, and where these begin, which end the file (PE format, "Certificate Table")."""
    with file.open("rb") as stream:
        head = stream.read(4096)
    try:
        (start,) = struct.unpack_from("<I", head, 0x3C)
        (kind,) = struct.unpack_from("<H", head, start + 24)
        entry = start + 24 + (112 if kind == 0x20B else 96) + 8 * _SECURITY
        at, size = struct.unpack_from("<II", head, entry)
    except struct.error:
        return None
    is_there = head[start : start + 4] == b"PE\0\0" and at > 0 and size > 0 and at + size == file.stat().st_size
    return (entry, at) if is_there else None


def _take_off(file: Path) -> None:
    """Takes the signatures off a Windows program."""
    there = _authenticode(file)
    if there:
        entry, at = there
        with file.open("r+b") as stream:
            stream.seek(entry)
            stream.write(bytes(8))
            stream.truncate(at)


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
