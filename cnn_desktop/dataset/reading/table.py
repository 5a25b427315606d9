"""Reads a CSV that lists photos with their label: path,label[,split]. One label a photo; anything else is refused."""

from __future__ import annotations

import csv
import os
import unicodedata
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.listing import SPLIT_FOLDERS, Listing
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import LeftOut, Photo

TABLE_SUFFIXES = (".csv", ".tsv")
_PATH_COLUMNS = ("path", "file", "filename", "image")
_LABEL_COLUMNS = ("label", "class")


def list_table(file: Path) -> Listing:
    """Reads `file` (absolute). Raises DataError naming the line at fault."""
    columns, rows = _read(file)
    path_column = next((name for name in _PATH_COLUMNS if name in columns), None)
    label_column = next((name for name in _LABEL_COLUMNS if name in columns), None)
    if path_column is None or label_column is None:
        raise DataError(
            "{file} must have the columns path and label in its first line; it has {columns}.",
            file=str(file), columns=", ".join(columns) or "none",
        )  # fmt: skip
    found: dict[Path, Photo] = {}
    left_out = []
    for line, row in enumerate(rows, start=2):
        name, label = row.get(path_column, ""), unicodedata.normalize("NFC", row.get(label_column, ""))
        if not name and not label:
            continue
        if not label:
            left_out.append(LeftOut(name, say("it has no label in line {line}. Add one.", line=line)))
            continue
        path = Path(os.path.normpath(file.parent / name))
        if any(mark in label for mark in ";|") or found.get(path, Photo("", label)).label != label:
            raise DataError(
                "{file} gives several labels to one photo in line {line}; this app takes one label a photo. Keep the one that fits best.",
                file=str(file), line=str(line),
            )  # fmt: skip
        split = row.get("split", "")
        if split and split.lower() not in SPLIT_FOLDERS:
            raise DataError(
                "{file} has the split “{split}” in line {line}. Write train, val or test.",
                file=str(file), split=split, line=str(line),
            )  # fmt: skip
        found.setdefault(path, Photo("", label, SPLIT_FOLDERS.get(split.lower())))
    roots, paths = _below_roots(list(found), file.parent)
    photos = sorted(
        (
            msgspec.structs.replace(photo, path=below, root=root)
            for photo, (root, below) in zip(found.values(), paths, strict=True)
        ),
        key=lambda photo: (photo.path, photo.root),
    )
    has_splits = any(photo.split for photo in photos)
    if has_splits:
        photos = [photo if photo.split else msgspec.structs.replace(photo, split="train") for photo in photos]
    return Listing(roots, photos, left_out, has_splits=has_splits)


def _read(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    """Column names in lower case, and the rows, without blanks around."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError("{file} is not written in UTF-8. Save it as “CSV UTF-8”.", file=str(file)) from error
    except OSError as error:
        raise DataError(
            "{file} could not be read: {reason}. Choose another file.",
            file=str(file), reason=error.strerror or str(error),
        ) from error  # fmt: skip
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        columns = [name.strip().lower() for name in next(lines, [])]
        rows = [dict(zip(columns, (cell.strip() for cell in line), strict=False)) for line in lines]
    except csv.Error as error:
        raise DataError(
            "{file} is no proper CSV in line {line}: {reason}. Mend that line.",
            file=str(file), line=str(lines.line_num), reason=str(error),
        ) from error  # fmt: skip
    return columns, rows


def _below_roots(files: list[Path], folder: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Root 1 is the CSV's folder; files elsewhere get one root a disk, the deepest folder that holds them all."""
    outside: dict[str, list[str]] = {}
    for file in files:
        if not file.is_relative_to(folder):
            outside.setdefault(file.anchor, []).append(str(file.parent))
    roots = {"1": str(folder)}
    root_of: dict[str, str] = {}
    for number, (anchor, parents) in enumerate(sorted(outside.items()), start=2):
        roots[str(number)], root_of[anchor] = os.path.commonpath(parents), str(number)
    paths = []
    for file in files:
        root = "1" if file.is_relative_to(folder) else root_of[file.anchor]
        paths.append((root, unicodedata.normalize("NFC", file.relative_to(roots[root]).as_posix())))
    return roots, paths
