"""What a release says of itself: `python packaging/release/facts.py version`, or `epoch`, or `notes` (cut from CHANGELOG.md).

The version is that of cnn_desktop/__init__.py, and nowhere else.
"""

from __future__ import annotations

import argparse
import ast
import datetime
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSION_FILE = "cnn_desktop/__init__.py"
OR_UNSIGNED = "UNSIGNED=1 makes a release that says it is unsigned."
UNRELEASED = "Unreleased"
_VERSION = re.compile(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", re.ASCII)
_HEADING = re.compile(r"^## (?P<version>\S+)(?: \((?P<date>\d{4}-\d\d-\d\d)\))?$", re.MULTILINE)


class ReleaseError(Exception):
    """Why no release can be made: one sentence that says what to do."""


@dataclass(frozen=True)
class Section:
    """One version's part of the changelog."""

    version: str
    date: datetime.date | None
    """None: not released yet."""
    text: str


def version() -> str:
    """The version of everything that is built: read, so that nothing is imported.

    Raises ReleaseError when it is none that every system's packages can bear: .deb and the setup for Windows have other words
    than Python for what comes before a release.
    """
    tree = ast.parse((ROOT / VERSION_FILE).read_text(encoding="utf-8"))
    told = [
        node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) == "__version__"
        and isinstance(node.value, ast.Constant)
    ]
    text = str(told[0]) if len(told) == 1 else ""
    if not _VERSION.fullmatch(text):
        raise ReleaseError(f"The version in {VERSION_FILE} is “{text}”, but it must be three numbers, such as 0.2.0.")
    return text


def source_date() -> int:
    """Seconds since 1970 that files and releases are dated with: SOURCE_DATE_EPOCH, or else that of the newest commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        if not told.isdecimal():
            raise ReleaseError(f"SOURCE_DATE_EPOCH is “{told}”, but it must be a number of seconds since 1970.")
        return int(told)
    words = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        return int(subprocess.run(words, capture_output=True, check=True, text=True).stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        raise ReleaseError(
            "This is no git checkout, so nothing says how old the sources are: set SOURCE_DATE_EPOCH."
        ) from None


def sections(changelog: str) -> list[Section]:
    """The changelog's parts, newest first: those under `## VERSION (YYYY-MM-DD)`, and one that may be `## Unreleased`."""
    headings = list(_HEADING.finditer(changelog))
    ends = [heading.start() for heading in headings[1:]] + [len(changelog)]
    return [
        Section(
            heading["version"],
            datetime.date.fromisoformat(heading["date"]) if heading["date"] else None,
            changelog[heading.end() : end].strip() + "\n",
        )
        for heading, end in zip(headings, ends, strict=True)
    ]


def read_changelog() -> list[Section]:
    """The parts of CHANGELOG.md."""
    return sections((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))


def notes(parts: list[Section], of: str, *, is_draft: bool) -> str:
    """What is new in the version `of`. Raises ReleaseError when the changelog does not say.

    A draft may stand under `## Unreleased`, a release has its own dated heading.
    """
    for part in parts:
        if part.version == of and part.date:
            return part.text
        if part.version == UNRELEASED and is_draft:
            return part.text
    hint = "" if is_draft else f" {OR_UNSIGNED}"
    raise ReleaseError(
        f"CHANGELOG.md has no part “## {of} (YYYY-MM-DD)”: give its newest heading that name and day.{hint}"
    )


def main(words: list[str]) -> int:
    """Prints one fact."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fact", choices=["version", "epoch", "notes"])
    parser.add_argument("--draft", action="store_true", help="notes may stand under “Unreleased”")
    options = parser.parse_args(words)
    try:
        if options.fact == "version":
            print(version())
        elif options.fact == "epoch":
            print(source_date())
        else:
            print(notes(read_changelog(), version(), is_draft=options.draft), end="")
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
