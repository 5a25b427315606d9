"""Makes a release of what lies in a folder: `python packaging/release/finish.py dist`. Every builder ends with it.

Signs every installer and wheel there (see sign.py), writes RELEASE-NOTES.md from CHANGELOG.md, then SHA256SUMS, and signs that. It
ends with exit code 1 at anything unsigned. With UNSIGNED=1 in the environment nothing is signed: the installers are renamed to
NAME-unsigned.ENDING, with the list of files and the bill of materials beside each, and the notes say so. A wheel keeps its name, as
pip takes it under no other.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

import facts
from listing import BESIDE, sha256
from sign import key_for, sign, signature_of

ENDINGS = (".deb", ".run", ".exe", ".msi", ".dmg", ".pkg", ".whl", ".tar.gz", ".zip")
UNSIGNED = "-unsigned"
NOTES, SUMS = "RELEASE-NOTES.md", "SHA256SUMS"
WARNING = (
    "**These files are not signed**, whether their names say so or not. They were built for trying the app out: nothing proves that they come from its makers. "
    "Compare their check sums with those you were told.\n\n"
)


def is_unsigned() -> bool:
    """Whether the environment asks for an unsigned release."""
    return os.environ.get("UNSIGNED") == "1"


def artefacts(folder: Path) -> list[Path]:
    """What is given to others, by name; what is told beside it (`beside`) is not among them."""
    return sorted(file for file in folder.iterdir() if file.is_file() and file.name.endswith(ENDINGS))


def ending_of(file: Path) -> str:
    """A version's dots are no ending."""
    return next(ending for ending in ENDINGS if file.name.endswith(ending))


def beside(file: Path) -> list[Path]:
    """What its builder has told of an artefact: the files in it, and the bill of materials."""
    stem = file.name.removesuffix(ending_of(file))
    return [told for ending in BESIDE if (told := file.with_name(stem + ending)).is_file()]


def mark(file: Path) -> Path:
    """The file under a name that says that it is unsigned, and what is told beside it likewise. A wheel stays as it is."""
    ending = ending_of(file)
    stem = file.name.removesuffix(ending)
    if stem.endswith(UNSIGNED) or ending == ".whl":
        return file
    for told in beside(file):
        told.replace(file.with_name(f"{stem}{UNSIGNED}{told.name.removeprefix(stem)}"))
    return file.replace(file.with_name(f"{stem}{UNSIGNED}{ending}"))


def find(folder: Path, name: str) -> Path:
    """The artefact `name`, or the one that was marked as unsigned. Raises ReleaseError when neither is there."""
    ending = ending_of(folder / name)
    marked = f"{name.removesuffix(ending)}{UNSIGNED}{ending}"
    for file in (folder / name, folder / marked):
        if file.is_file():
            return file
    raise facts.ReleaseError(f"{folder} holds neither {name} nor {marked}: build it first.")


def ready(folder: Path, *names: str) -> None:
    """Raises ReleaseError before anything is built that `finish` would refuse. `names` are to be built in `folder`."""
    facts.source_date()
    if not is_unsigned():
        for name in (*names, SUMS):
            key_for(folder / name)
    looked_over(folder, unsigned=is_unsigned())


def looked_over(folder: Path, *, unsigned: bool) -> tuple[list[Path], str]:
    """The artefacts, and the release's notes. Raises ReleaseError when the notes, or files of another release, are in the way."""
    version = facts.version()
    notes = facts.notes(facts.read_changelog(), version, is_draft=unsigned)
    found = artefacts(folder) if folder.is_dir() else []
    own = re.compile(rf"(?<![\d.]){re.escape(version)}(?!\.?\d)")
    strangers = [file.name for file in found if not own.search(file.name)]
    if strangers:
        raise facts.ReleaseError(f"Not of version {version}: {', '.join(strangers)}. Delete them from {folder}.")
    marked = [] if unsigned else [file.name for file in found if UNSIGNED in file.name]
    if marked:
        raise facts.ReleaseError(f"Built as unsigned: {', '.join(marked)}. Delete them from {folder} and build again.")
    return found, f"# CNN Desktop {version}\n\n{WARNING if unsigned else ''}{notes}"


def finish(folder: Path, *, unsigned: bool) -> list[Path]:
    """Returns the files of the release. Raises ReleaseError when there are none, or one cannot be signed."""
    found, notes = looked_over(folder, unsigned=unsigned)
    if not found:
        raise facts.ReleaseError(f"{folder} holds nothing that could be released: run make package first.")
    signatures = [signature_of(file) for file in found]
    if unsigned:
        for signature in signatures:  # of a release that was signed
            signature.unlink(missing_ok=True)
        found = sorted({mark(file) for file in found})  # one that was marked before is replaced by the new one
    else:
        for file in found:
            sign(file)
    (folder / NOTES).write_text(notes, encoding="utf-8", newline="\n")
    papers = [paper for file in found for paper in beside(file)]
    files = sorted([*found, *papers, *(signature for signature in signatures if signature.is_file()), folder / NOTES])
    sums = folder / SUMS
    signature_of(sums).unlink(missing_ok=True)
    lines = [f"{sha256(file)}  {file.name}\n" for file in files]
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    if not unsigned:
        sign(sums)
    return [*files, sums]


def main(words: list[str]) -> int:
    """Returns 0 when the release is complete."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(words).folder
    unsigned = is_unsigned()
    try:
        found = finish(folder, unsigned=unsigned)
    except (facts.ReleaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(found)} files of {'an UNSIGNED' if unsigned else 'the'} release {facts.version()} are in {folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
