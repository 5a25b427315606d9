"""Pictures, crafted ones and those of Pillow's own tests: each is read within bounds of time and memory, or refused."""

from __future__ import annotations

import functools
import importlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.reliability.forks import Ask, Case, Verdict, fresh, play
from tests.reliability.ground import Ground, draw_photos

MOST_SECONDS, MOST_BYTES = 5.0, 10**9
"""That a picture may cost."""
QUICK_BOMBS = 24
_HANGS = 20.0


def pictures(ground: Ground, folders: tuple[Path, ...] = ()) -> Iterator[Verdict]:
    """The bombs, then every file below `folders`."""
    bombs = _bombs(fresh(ground.part("bombs")))
    files = sorted(bombs)
    if ground.quick:
        files = files[:: max(1, len(files) // QUICK_BOMBS)]
    for folder in folders:
        files += sorted(file for file in folder.rglob("*") if not file.is_dir())
    cases = (_case(ground, number, file) for number, file in enumerate(files) if ground.wants(number))
    yield from play(cases, ground.lanes)


def bomb_folder(ground: Ground) -> Path:
    """A data set of two classes with all bombs among its photos."""
    data = ground.part("bombs as data") / "data"
    if not data.exists():
        _bombs(data / "class 0")
        draw_photos(data, each=4)
    return data


def _bombs(folder: Path) -> list[Path]:
    """What tests/reliability/bombs.py makes."""
    made: list[Path] = importlib.import_module("tests.reliability.bombs").make_bombs(folder)
    return made


def _case(ground: Ground, number: int, file: Path) -> Case:
    place = fresh(ground.part("pictures") / str(number))
    ended = yield Ask(functools.partial(read, file), place / "home", _HANGS, before=ground.broken)
    problems = ended.trouble()
    told = ended.result or {}
    if not problems and not (told.get("size") or told.get("refused")):
        problems = ["neither read nor refused"]
    if ended.cpu > MOST_SECONDS:
        problems.append(f"took {ended.cpu:.1f} s")
    if ended.peak > MOST_BYTES:
        problems.append(f"took {ended.peak / 1e9:.2f} GB")
    shutil.rmtree(place, ignore_errors=True)
    facts: dict[str, Any] = {"seconds": ended.cpu, "gigabytes": ended.peak / 1e9}
    facts |= {"refused": 1} if told.get("refused") else {}
    end = told.get("refused") or "×".join(map(str, told.get("size") or ()))
    return Verdict(
        f"{number} {file.name}", problems, [f"{ended.cpu:.2f} s, {ended.peak / 1e6:.0f} MB; {end}"[:160]], facts
    )


def read(file: Path) -> dict[str, Any]:
    """Its header, then all of it, as a scan and a training do."""
    from cnn_desktop.dataset.reading.decode import open_photo, read_header
    from cnn_desktop.domain.errors import UserError

    try:
        read_header(file)
        return {"size": open_photo(file).size}
    except UserError as error:
        print(error, file=sys.stderr)
        return {"refused": str(error)}
