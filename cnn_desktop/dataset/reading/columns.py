"""Guesses which column of a table holds what: by its name, else by what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cnn_desktop.dataset.reading.files import is_photo
from cnn_desktop.dataset.reading.layout import split_named
from cnn_desktop.domain.table_columns import Columns

_PATHS = ("path", "file", "filename", "image")
_ALSO_PATHS = (
    "filepath", "imagepath", "imagefile", "imagename", "photo", "photopath", "picture", "img", "imgpath", "datei", "dateiname",
    "pfad", "bild", "foto",
)  # fmt: skip
_LABELS = ("label", "class")
_ALSO_LABELS = ("labels", "classname", "category", "target", "species", "klasse", "kategorie")
_SPLITS = ("split",)
_ALSO_SPLITS = ("subset", "partition", "set", "dataset", "fold", "phase")
_GROUPS = ("group", "groupid")
_ALSO_GROUPS = ("patient", "patientid", "subject", "subjectid", "gruppe")
"""Names without blanks, "_" and "-": the surest first, then those of which only one may be there."""
_ENOUGH = 0.6
"""Share of the rows in which a value must be a photo's name, or a split's, to tell what its column is."""


def column_names(header: Sequence[str], has_header: bool = True) -> list[str]:
    """What the columns of a table with this first line are called."""
    return [name.strip() if has_header else str(place) for place, name in enumerate(header, start=1)]


def guess_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """What the table's columns seem to be. `header`: its first line; `rows`: some of those below it.

    What cannot be told is "". Without a name it knows, a table whose first line holds a photo has no names at all.
    """
    by_name = _by_name(header, rows)
    if by_name.is_whole:
        return by_name
    if not by_name.path and any(is_photo(_last(cell)) for cell in header):
        return _by_content(Columns(has_header=False), [header, *rows], column_names(header, has_header=False))
    return _by_content(by_name, rows, column_names(header))


def _by_name(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    names = column_names(header)
    plain = [re.sub(r"[\s_-]", "", name.casefold()) for name in names]

    def named(surest: Iterable[str], others: Iterable[str]) -> str:
        found = [word for word in surest if word in plain][:1] or [word for word in others if word in plain]
        return names[plain.index(found[0])] if len(found) == 1 else ""

    split = named(_SPLITS, ())
    if not split and (other := named((), _ALSO_SPLITS)) and _are_splits(_values(rows, names.index(other))):
        split = other
    return Columns(named(_PATHS, _ALSO_PATHS), named(_LABELS, _ALSO_LABELS), split, named(_GROUPS, _ALSO_GROUPS))


def _by_content(known: Columns, rows: Sequence[Sequence[str]], names: list[str]) -> Columns:
    """`known`, with what the values in `rows` tell."""
    values = [_values(rows, place) for place in range(len(names))]
    photos = [name for name, told in zip(names, values, strict=True) if _are_photos(told)]
    splits = [name for name, told in zip(names, values, strict=True) if _are_splits(told)]
    path = known.path or (photos[0] if len(photos) == 1 else "")
    split = known.split or (splits[0] if len(splits) == 1 and len(names) > 2 else "")
    left = [name for name in names if name not in (path, split, known.group, "")]
    label = known.label or (left[0] if path in photos and len(left) == 1 else "")
    return Columns(path, label, split, known.group, known.has_header)


def _values(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place].strip() for row in rows if place < len(row) and row[place].strip()]


def _are_photos(values: list[str]) -> bool:
    return _most([is_photo(_last(value)) for value in values])


def _are_splits(values: list[str]) -> bool:
    return _most([split_named(value) is not None for value in values])


def _most(told: list[bool]) -> bool:
    return bool(told) and sum(told) >= _ENOUGH * len(told)


def _last(path: str) -> str:
    return path.strip().replace("\\", "/").rpartition("/")[2]
