"""Damage of every kind done to files that this app has written; and what must come of it: a result or a sentence.

`files_of` finds the files, `flip` damages one by a single bit, `DAMAGES` in the ways a disk, an editor or a stranger does.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from cnn_desktop.domain.errors import UserError

DEEP, LONG = 100_000, 1 << 20
_OPEN_FOREVER = b"["


def files_of(home: Path, project: Path, run: Path) -> list[Path]:
    """All that the app has written into its home (settings, data, cache), a project's folder and a run's; sorted, each once.

    The drawn sample's photos are nobody's records, so they are left out.
    """
    found = {
        file
        for folder in (home, project, run)
        for file in folder.rglob("*")
        if file.is_file() and not file.is_symlink() and not any(part.startswith("sample ") for part in file.parts)
    }
    return sorted(found)


def bits_of(path: Path) -> int:
    return 8 * path.stat().st_size


def flip(path: Path, bit: int) -> None:
    """Turns the bit number `bit` of the file over, in place: a second time undoes it."""
    with path.open("r+b") as file:
        file.seek(bit // 8)
        (byte,) = file.read(1)
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def flips(paths: list[Path], each: int, seed: int = 0) -> Iterator[tuple[Path, int]]:
    """Damages one file after the other by `each` bits, one at a time; yields (file, bit) while it is damaged."""
    chance = random.Random(seed)
    for path in paths:
        whole = path.read_bytes()
        for bit in sorted(chance.sample(range(8 * len(whole)), min(each, 8 * len(whole)))):
            flip(path, bit)
            yield path, bit
            path.write_bytes(whole)


def ends_well(work: Callable[[], object]) -> str:
    """ "" when `work` gives a result, else the one sentence it gives instead. Any other error comes through."""
    try:
        work()
    except UserError as error:
        said = str(error)
        assert said[-1] == ".", said[-200:]
        assert len(said) < 900, f"{said[:900]} …"
        assert "Traceback" not in said
        return said
    return ""


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _half(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def _no_utf8(file: Path) -> None:
    content = file.read_bytes()
    place = content.find(b'"') + 1 or len(content) // 2
    file.write_bytes(content[:place] + b"\xff\xfe" + content[place:])


def _zeros(file: Path) -> None:
    file.write_bytes(bytes(len(file.read_bytes())))


def _deep(file: Path) -> None:
    start = b"seed = " if file.suffix == ".toml" else b'{"classes":' if file.suffix == ".json" else b""
    file.write_bytes(start + _OPEN_FOREVER * DEEP)


def _deep_and_unknown(file: Path) -> None:
    file.write_bytes(b'{"unknown":' + _OPEN_FOREVER * DEEP + b"]" * DEEP + b"}")


def _long(file: Path) -> None:
    with file.open("ab") as more:
        more.write(b"x" * LONG + b"\n")


def _huge_number(file: Path) -> None:
    file.write_bytes(b"seed = " + b"9" * 10_000 if file.suffix == ".toml" else b"9" * 10_000)


def _unknown(file: Path) -> None:
    file.write_bytes(b"colour = 'red'" if file.suffix == ".toml" else b'{"colour": "red", "2": {"b": [null]}}')


def _wrong(file: Path) -> None:
    file.write_bytes(b"seed = []" if file.suffix == ".toml" else b'[{"classes": 3}, null, "text", 1e308]')


def _mark(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "theirs.txt").touch()


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _loop(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def _device(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/zero")


def _giant(file: Path) -> None:
    """Of holes: takes no room on the disk."""
    with file.open("r+b") as out:
        out.truncate(1 << 34)


def _closed(file: Path) -> None:
    file.chmod(0)


DAMAGES: dict[str, Callable[[Path], None]] = {
    "gone": Path.unlink, "empty": _empty, "half": _half, "no UTF-8": _no_utf8, "zeros": _zeros, "deep": _deep,
    "deep in an unknown field": _deep_and_unknown, "a long field": _long, "a huge number": _huge_number,
    "unknown fields": _unknown, "wrong types": _wrong, "a byte order mark": _mark, "a folder": _folder,
}  # fmt: skip
"""Name → what does the damage. A file may be as good as before, for those that read it so."""
if os.name == "posix":
    DAMAGES |= {"a pipe": _pipe, "a loop of links": _loop, "a device": _device, "a giant": _giant}
    if os.geteuid() != 0:
        DAMAGES["closed"] = _closed
