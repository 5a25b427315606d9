"""Reads a CSV that lists photos with their label: path,label[,split][,group]. One label a photo; contradictions are refused.

Which column is which is chosen by the person or guessed. A row that cannot be used is left out, named by its line.
"""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.columns import column_names, guess_columns
from cnn_desktop.dataset.reading.layout import split_named
from cnn_desktop.dataset.reading.listing import Listing
from cnn_desktop.dataset.reading.table_text import TableText
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_there
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Finding, LeftOut, Photo, Split
from cnn_desktop.domain.table_columns import Columns

_NAMED = 5
"""Lines that are named for one defect."""


class UnclearColumns(DataError):
    """It is not known which columns hold the photos and their labels."""

    def __init__(self, file: Path, header: list[str], sample: list[list[str]], guess: Columns) -> None:
        """`header`, `sample`: the table's first line and some rows below it."""
        super().__init__(
            "The first line of {file} must name the columns “path” and “label”. It has {columns}. Rename them, or say "
            "which they are with --columns path=NAME,label=NAME.",
            file=str(file), columns=", ".join(name for name in header if name) or say("no columns"),
        )  # fmt: skip
        self.header, self.sample, self.guess = header, sample, guess


class _Listed(msgspec.Struct):
    """What a photo's rows say of it."""

    label: str
    split: Split | None
    group: str


def list_table(file: Path, columns: Columns | None = None, to_label: bool = False) -> Listing:
    """Reads `file` (absolute), with the chosen `columns` or those it seems to have.

    `to_label`: photos without a label are listed, too. Raises UnclearColumns, and DataError naming the line at fault.
    """
    table = TableText(file)
    chosen = _chosen(file, table, columns)
    reader = _Reader(file, table, chosen, to_label)
    for line, cells in table.rows():
        reader.take(line, cells)
    reader.refuse_contradictions()
    found = reader.found
    roots, paths = _below_roots(list(found), reader.folder)
    photos = sorted(
        (
            Photo(below, told.label, told.split, root, told.group)
            for told, (root, below) in zip(found.values(), paths, strict=True)
        ),
        key=lambda photo: (photo.path, photo.root),
    )
    has_splits = any(photo.split and photo.label for photo in photos)
    if has_splits:
        photos = [
            photo if photo.split or not photo.label else msgspec.structs.replace(photo, split="train")
            for photo in photos
        ]
    findings = [*table.findings, *reader.findings()]
    return Listing(roots, photos, reader.left_out, has_splits=has_splits, findings=findings)


def _chosen(file: Path, table: TableText, columns: Columns | None) -> Columns:
    """The columns to read. Raises UnclearColumns, or DataError when one of them is there twice."""
    guess = guess_columns(table.header, table.sample)
    chosen = columns or guess
    names = column_names(table.header, chosen.has_header)
    if not (chosen.is_whole and set(chosen.used()) <= set(names)):
        raise UnclearColumns(file, table.header, table.sample, guess)
    plain = [name.casefold() for name in names]
    twice = next((name for name in chosen.used() if plain.count(name.casefold()) > 1), None)
    if twice is not None:
        raise DataError("{file} has two columns called “{name}”. Keep one of them.", file=str(file), name=twice)
    return chosen


class _Reader:
    """Takes the rows of `file` one after the other."""

    def __init__(self, file: Path, table: TableText, columns: Columns, to_label: bool) -> None:
        self._to_label = to_label
        self._file, self._mark, self._width = file, table.mark, len(table.header)
        self.folder = Path(os.path.normpath(file.parent))
        names = column_names(table.header, columns.has_header)
        self._path, self._label = names.index(columns.path), names.index(columns.label)
        self._split = names.index(columns.split) if columns.split else -1
        self._group = names.index(columns.group) if columns.group else -1
        self._waits_for_header = columns.has_header
        self.found: dict[Path, _Listed] = {}
        self.left_out: list[LeftOut] = []
        self._again: list[int] = []
        """Lines that say once more what an earlier one has said."""
        self._labels: list[int] = []
        self._splits: list[tuple[int, Split, Split]] = []
        self._groups: list[tuple[int, str, str]] = []
        """Lines that contradict an earlier one, and what these say."""
        self._unknown: list[tuple[int, str]] = []
        """Lines whose split is none."""

    def take(self, line: int, cells: list[str]) -> None:
        """The row that begins in `line` of the file."""
        if self._waits_for_header:
            self._waits_for_header = False
            return
        written, label = _cell(cells, self._path), unicodedata.normalize("NFC", _cell(cells, self._label).strip())
        name = written.strip()
        if any(cell.strip() for cell in cells[self._width :]):
            reason = say(
                "this line has more values than there are columns. Put quotation marks around values that contain “{mark}”.",
                mark=self._mark,
            )
            self._leave_out(line, reason)
        elif not name and not label:
            return
        elif not name:
            self._leave_out(line, say("line {line} has no path. Add one.", line=line))
        elif self.folder.is_relative_to(path := _place(self.folder, written)):
            self._leave_out(line, say("line {line} names a folder, not a photo. Correct that line.", line=line))
        elif not label and not self._to_label:
            self.left_out.append(LeftOut(name, say("it has no label (line {line}). Add one.", line=line)))
        else:
            self._take_photo(line, cells, path, label)

    def _take_photo(self, line: int, cells: list[str], path: Path, label: str) -> None:
        earlier = self.found.get(path)
        if any(mark in label for mark in ";|") or (earlier and earlier.label and label and earlier.label != label):
            self._labels.append(line)
            return
        word, group = _cell(cells, self._split).strip(), _cell(cells, self._group).strip()
        split = split_named(word)
        if word and split is None:
            self._unknown.append((line, word))
        elif earlier is None:
            self.found[path] = _Listed(label, split, unicodedata.normalize("NFC", group))
        elif split and earlier.split and split != earlier.split:
            self._splits.append((line, earlier.split, split))
        elif group and earlier.group and unicodedata.normalize("NFC", group) != earlier.group:
            self._groups.append((line, earlier.group, group))
        else:
            self._again.append(line)
            earlier.label = earlier.label or label
            earlier.split, earlier.group = earlier.split or split, earlier.group or unicodedata.normalize("NFC", group)

    def _leave_out(self, line: int, reason: Message) -> None:
        self.left_out.append(LeftOut(f"{self._file.name}:{line}", reason))

    def refuse_contradictions(self) -> None:
        """Raises DataError when rows say of a photo what cannot both be true."""
        file = str(self._file)
        if self._labels:
            text = say(
                "{file} gives a photo several labels (line {line}), but each photo can have only one. Keep the one "
                "that fits best.",
                file=file, line=str(self._labels[0]),
            )  # fmt: skip
            raise _with_others(text, self._labels)
        if self._unknown:
            line, word = self._unknown[0]
            text = say(
                "{file} contains the unknown split “{split}” (line {line}). Use train, val or test.",
                file=file, split=word, line=str(line),
            )  # fmt: skip
            raise _with_others(text, [line for line, _ in self._unknown])
        if self._splits:
            line, one, other = self._splits[0]
            text = say(
                "{file} puts a photo into two splits, {split} and {other} (line {line}). Keep only one of them, so "
                "that no photo is used for both training and testing.",
                file=file, split=one, line=str(line), other=other,
            )  # fmt: skip
            raise _with_others(text, [line for line, *_ in self._splits])
        if self._groups:
            line, first, second = self._groups[0]
            text = say(
                "{file} puts a photo into two groups, “{group}” and “{other}” (line {line}). Keep only one of them.",
                file=file, group=first, line=str(line), other=second,
            )  # fmt: skip
            raise _with_others(text, [line for line, *_ in self._groups])

    def findings(self) -> list[Finding]:
        """What is odd, though all of it can be used."""
        if not self._again:
            return []
        text = say(
            "{file} lists photos more than once ({n:line|lines} {lines}). Each photo is used only once.",
            file=self._file.name, n=len(self._again), lines=_lines(self._again),
        )  # fmt: skip
        return [Finding(text, severity="info")]


def _with_others(text: Message, lines: list[int]) -> DataError:
    """`text` says what is wrong in the first of `lines`."""
    if len(lines) == 1:
        return DataError(text.text, **text.values)
    return DataError(
        "{text} The same is true of {n} more {n:line|lines}: {lines}.",
        text=text, n=len(lines) - 1, lines=_lines(lines[1:]),
    )  # fmt: skip


def _lines(lines: list[int]) -> str:
    return ", ".join(map(str, lines[:_NAMED])) + (", …" if len(lines) > _NAMED else "")


def _cell(cells: list[str], place: int) -> str:
    """ "" for a value that is missing, and for a column that is not read (-1)."""
    return cells[place] if 0 <= place < len(cells) else ""


def _place(folder: Path, written: str) -> Path:
    """Where the photo lies that the table calls `written`.

    Blanks around a name do not count, and a backslash divides folders as on Windows, unless a file is called just so.
    """
    name = written.strip()
    if name != written and is_there(folder / written):
        name = written
    if "\\" in name and os.sep == "/" and not is_there(folder / name):
        name = name.replace("\\", "/")
    return Path(os.path.normpath(folder / name))


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
