"""Makes a release of what lies in a folder: `python packaging/release/finish.py dist`.

Signs every installer and wheel there (see sign.py), writes RELEASE-NOTES.md from CHANGELOG.md, then SHA256SUMS, and signs that. It
ends with exit code 1 at anything unsigned. With UNSIGNED=1 in the environment nothing is signed: the files are renamed to
NAME-unsigned.ENDING, and the notes say so.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import facts
from listing import sha256
from sign import sign, signature_of

ENDINGS = (".deb", ".run", ".exe", ".msi", ".dmg", ".pkg", ".whl", ".tar.gz", ".zip")
UNSIGNED = "-unsigned"
NOTES, SUMS = "RELEASE-NOTES.md", "SHA256SUMS"
WARNING = (
    "**These files are not signed.** They were built for trying the app out: nothing proves that they come from its makers. "
    "Compare their check sums with those you were told.\n\n"
)


def artefacts(folder: Path) -> list[Path]:
    """What is given to others, by name."""
    return sorted(file for file in folder.iterdir() if file.is_file() and file.name.endswith(ENDINGS))


def mark(file: Path) -> Path:
    """The file under a name that says that it is unsigned. A version's dots are no ending."""
    ending = next(ending for ending in ENDINGS if file.name.endswith(ending))
    stem = file.name.removesuffix(ending)
    return file if stem.endswith(UNSIGNED) else file.replace(file.with_name(f"{stem}{UNSIGNED}{ending}"))


def finish(folder: Path, *, unsigned: bool) -> list[Path]:
    """Returns the files of the release. Raises ReleaseError when there are none, or one cannot be signed."""
    notes = f"# CNN Desktop {facts.version()}\n\n" + (WARNING if unsigned else "")
    notes += facts.notes(facts.read_changelog(), facts.version(), is_draft=unsigned)
    found = artefacts(folder)
    if not found:
        raise facts.ReleaseError(f"{folder} holds nothing that could be released: run make package first.")
    strangers = [file.name for file in found if facts.version() not in file.name]
    if strangers:
        raise facts.ReleaseError(
            f"Not of version {facts.version()}: {', '.join(strangers)}. Delete them from {folder}."
        )
    if unsigned:
        found = sorted(mark(file) for file in found)
    else:
        marked = [file.name for file in found if UNSIGNED in file.name]
        if marked:
            raise facts.ReleaseError(
                f"Built as unsigned: {', '.join(marked)}. Delete them from {folder} and build again."
            )
        for file in found:
            sign(file)
    (folder / NOTES).write_text(notes, encoding="utf-8", newline="\n")
    told = sorted([*found, *(signature_of(file) for file in found if signature_of(file).is_file()), folder / NOTES])
    sums = folder / SUMS
    signature_of(sums).unlink(missing_ok=True)
    lines = [f"{sha256(file)}  {file.name}\n" for file in told]
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    if not unsigned:
        sign(sums)
    return [*told, sums]


def main(words: list[str]) -> int:
    """Returns 0 when the release is complete."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(words).folder
    unsigned = os.environ.get("UNSIGNED") == "1"
    try:
        found = finish(folder, unsigned=unsigned)
    except facts.ReleaseError as error:
        print(f"{error}\nThere is no release. UNSIGNED=1 makes one that says it is unsigned.", file=sys.stderr)
        return 1
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(found)} files of {'an UNSIGNED' if unsigned else 'the'} release {facts.version()} are in {folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
