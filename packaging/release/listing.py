"""What lies in a folder, line by line, the same on every computer: `python packaging/release/listing.py FOLDER > FILE`.

A line is SHA-256, size in bytes, x (may be run) or -, path; of a link: its target. Two builds are alike when `diff` of their
lists is empty.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

FILES, BILL = ".files.txt", ".cdx.json"
BESIDE = (FILES, BILL)
"""In the place of an artefact's ending: what is told beside it."""


def write_beside(folder: Path, bill: Path, out: Path, *stems: str) -> None:
    """Tells in `out` of the artefacts STEM.… what they install: the list of `folder`, and a copy of its `bill` of materials."""
    text = "".join(f"{line}\n" for line in lines(folder))
    for stem in stems:
        (out / f"{stem}{FILES}").write_text(text, encoding="utf-8", errors="surrogateescape", newline="\n")
        shutil.copyfile(bill, out / f"{stem}{BILL}")


def lines(folder: Path) -> Iterator[str]:
    """The lines, sorted by path. Folders are named only by what lies in them."""
    found = [Path(place, name) for place, folders, files in os.walk(folder) for name in folders + files]
    for file in sorted(found, key=lambda file: file.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")):
        name = file.relative_to(folder).as_posix()
        if file.is_symlink():
            yield f"{'link':64} {0:12} - {name} -> {file.readlink()}"
        elif file.is_file():
            told = file.stat()
            yield f"{sha256(file)} {told.st_size:12} {'x' if told.st_mode & 0o100 else '-'} {name}"


def sha256(file: Path) -> str:
    """The hash of a file's content, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main(words: list[str]) -> int:
    """Prints the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(words).folder
    if not folder.is_dir():
        print(f"{folder} is no folder.", file=sys.stderr)
        return 1
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    for line in lines(folder):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
