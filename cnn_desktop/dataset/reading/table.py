"""Reads a CSV that lists photos with their label: path,label[,split]. One label a photo; anything else is refused."""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
import unicodedata
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.layout import split_named
from cnn_desktop.dataset.reading.listing import Listing
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_there, open_regular
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import LeftOut, Photo, Split

_PATH_COLUMNS = ("path", "file", "filename", "image")
_LABEL_COLUMNS = ("label", "class")
_DELIMITERS = ",;\t|"
_MOST_BYTES = 250_000_000
"""A million photos have about 100 MB."""
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
"""What a file in Unicode may begin with."""
_FOR_EXCEL = re.compile(r'"?sep=([^"\r\n])"?[;,\t ]*(?:\r\n|\r|\n)', re.IGNORECASE)
"""A first line that tells Excel what divides the values."""
_FIRST_LINE = re.compile(r"\A[^\r\n]*")


class Row(msgspec.Struct, frozen=True):
    """A row of the table, without blanks around its values."""

    line: int
    """Of the file, where it begins."""
    cells: dict[str, str]


def list_table(file: Path) -> Listing:
    """Reads `file` (absolute). Raises DataError naming the line at fault."""
    columns, rows = _read(file)
    path_column, label_column = _main_columns(file, columns)
    folder = Path(os.path.normpath(file.parent))
    found: dict[Path, Photo] = {}
    left_out = []
    for row in rows:
        name, label = row.cells.get(path_column, ""), unicodedata.normalize("NFC", row.cells.get(label_column, ""))
        if not name and not label:
            continue
        path = _place(folder, name)
        if not name:
            left_out.append(LeftOut(f"{file.name}:{row.line}", say("line {line} has no path. Add one.", line=row.line)))
        elif folder.is_relative_to(path):
            left_out.append(
                LeftOut(
                    f"{file.name}:{row.line}",
                    say("line {line} names a folder, not a photo. Correct that line.", line=row.line),
                )
            )
        elif not label:
            left_out.append(LeftOut(name, say("it has no label (line {line}). Add one.", line=row.line)))
        else:
            earlier = found.get(path)
            _need_one_label(file, row, label, earlier)
            split = _split(file, row, earlier)
            found[path] = Photo("", label, split)
    roots, paths = _below_roots(list(found), folder)
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


def _main_columns(file: Path, columns: list[str]) -> tuple[str, str]:
    """Those of the paths and of the labels. Raises DataError: one is missing, or one that is read is there twice."""
    path = next((name for name in _PATH_COLUMNS if name in columns), None)
    label = next((name for name in _LABEL_COLUMNS if name in columns), None)
    if path is None or label is None:
        raise DataError(
            "The first line of {file} must name the columns “path” and “label”. It has {columns}.",
            file=str(file), columns=", ".join(columns) or say("no columns"),
        )  # fmt: skip
    twice = next((name for name in (path, label, "split") if columns.count(name) > 1), None)
    if twice is not None:
        raise DataError("{file} has two columns called “{name}”. Keep one of them.", file=str(file), name=twice)
    return path, label


def _need_one_label(file: Path, row: Row, label: str, earlier: Photo | None) -> None:
    """`earlier`: the same photo in a line before. Raises DataError."""
    if any(mark in label for mark in ";|") or (earlier and earlier.label != label):
        raise DataError(
            "{file} gives a photo several labels (line {line}), but each photo can have only one. Keep the one "
            "that fits best.",
            file=str(file), line=str(row.line),
        )  # fmt: skip


def _split(file: Path, row: Row, earlier: Photo | None) -> Split | None:
    """The photo's split; where this line says none, that of an `earlier` line. Raises DataError."""
    word, before = row.cells.get("split", ""), earlier.split if earlier else None
    split = split_named(word)
    if word and split is None:
        raise DataError(
            "{file} contains the unknown split “{split}” (line {line}). Use train, val or test.",
            file=str(file), split=word, line=str(row.line),
        )  # fmt: skip
    if split and before and split != before:
        raise DataError(
            "{file} puts a photo into two splits, {split} and {other} (line {line}). Keep only one of them, so "
            "that no photo is used for both training and testing.",
            file=str(file), split=before, line=str(row.line), other=split,
        )  # fmt: skip
    return split or before


def _place(folder: Path, name: str) -> Path:
    """Where the photo `name` lies. A backslash divides folders as on Windows, unless a file is called just so."""
    if "\\" in name and os.sep == "/" and not is_there(folder / name):
        name = name.replace("\\", "/")
    return Path(os.path.normpath(folder / name))


def _read(file: Path) -> tuple[list[str], list[Row]]:
    """Column names in lower case, and the rows, without blanks around."""
    text, skipped, delimiter = _text(file), 0, ""
    if (written := _FOR_EXCEL.match(text)) is not None:
        text, skipped, delimiter = text[written.end() :], 1, written[1]
    delimiter = delimiter or max(_DELIMITERS, key=_FIRST_LINE.findall(text)[0].count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    rows, line, is_unclosed = [], skipped + 1, text.count('"') % 2
    try:
        columns = [name.strip().lower() for name in next(lines, [])]
        _main_columns(file, columns)  # told before what is wrong with the rows
        line = skipped + lines.line_num + 1
        for cells in lines:
            values = [cell.strip() for cell in cells]
            if any(values[len(columns) :]):
                raise DataError(
                    "{file} has more values than columns in line {line}. Put quotation marks around values that "
                    "contain “{mark}”.",
                    file=str(file), line=str(line), mark=delimiter,
                )  # fmt: skip
            if is_unclosed and any("\n" in cell or "\r" in cell for cell in values):
                raise DataError(
                    "{file} has a quotation mark in line {line} that is not closed. Correct that line.",
                    file=str(file), line=str(line),
                )  # fmt: skip
            rows.append(Row(line, dict(zip(columns, values, strict=False))))
            line = skipped + lines.line_num + 1
    except csv.Error as error:
        raise DataError(
            "{file} is not a valid CSV file (line {line}: {reason}). Correct that line.",
            file=str(file), line=str(line), reason=str(error),
        ) from error  # fmt: skip
    return columns, rows


def _text(file: Path) -> str:
    """What is written in `file`. Raises DataError."""
    try:
        with open_regular(file) as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > _MOST_BYTES:
                raise DataError(
                    "{file} is too large for a table of photos: it is {size} MB, and this app reads up to {most} MB. "
                    "Remove rows or columns that are not needed.",
                    file=str(file), size=round(size / 1e6), most=round(_MOST_BYTES / 1e6),
                )  # fmt: skip
            content = stream.read(size)
    except OSError as error:
        raise DataError(
            "{file} could not be read: {reason}. Choose another file.",
            file=str(file), reason=error.strerror or str(error),
        ) from error  # fmt: skip
    try:
        encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataError("{file} is not saved as UTF-8. Save it as “CSV UTF-8”.", file=str(file)) from error
    if "\0" in text:
        raise DataError("{file} is not a plain text table. Save it as “CSV UTF-8”.", file=str(file))
    return text


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
