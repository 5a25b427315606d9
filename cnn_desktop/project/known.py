"""What a project knows of photos that are named by where they lie."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from cnn_desktop.domain.answered import KnownPhoto
from cnn_desktop.domain.photos import Split
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database
from cnn_desktop.project.query import AMONG
from cnn_desktop.project.splitting import SPLIT_NOW

_AT_ONCE = 500
"""Photos asked for together."""


def known_photos(database: Database, roots: Mapping[str, str], paths: Iterable[str]) -> dict[str, KnownPhoto]:
    """Of the absolute `paths` those of photos that have a label. `roots`: root id → its folder. Raises DataError."""
    starts = sorted(
        ((str(PurePath(os.path.normpath(folder), "_"))[:-1], root) for root, folder in roots.items()),
        key=lambda one: -len(one[0]),  # a root may lie within another
    )
    places = [(path, place) for path in paths for place in _places(path, starts)]
    found: dict[str, KnownPhoto] = {}
    query = f"SELECT path, root, label, {SPLIT_NOW} FROM photos WHERE here = 1 AND label <> '' AND {AMONG}"
    for start in range(0, len(places), _AT_ONCE):
        part = places[start : start + _AT_ONCE]
        named = as_json([place for _, place in part]).decode()
        with database.reading():
            rows = database.rows(query, tuple[str, str, str, Split | None], (named,))
            known = {(path, root): KnownPhoto(label, split) for path, root, label, split in rows}
        for path, place in part:
            if place in known:
                found.setdefault(path, known[place])
    return found


def _places(path: str, starts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Path below each root that holds it, and that root; the innermost first."""
    plain = os.path.normpath(path)
    return [
        (unicodedata.normalize("NFC", plain[len(start) :].replace(os.sep, "/")), root)
        for start, root in starts
        if plain.startswith(start)
    ]
