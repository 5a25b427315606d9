"""The text of a person's CSV file: how it is encoded, what divides its values, and its lines."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import os
import re
from collections.abc import Iterator
from pathlib import Path

from cnn_desktop.dataset.reading.columns import guess_columns
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding

_DELIMITERS = ",;\t|"
_MOST_BYTES = 250_000_000
"""A million photos have about 100 MB."""
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
"""What a file in Unicode may begin with."""
_OLD = "cp1252"
"""What programs in western Europe write that do not write Unicode; Latin-1, and the letters Windows has besides."""
_FOR_EXCEL = re.compile(r'"?sep=([^"\r\n])"?[;,\t ]*(?:\r\n|\r|\n)', re.IGNORECASE)
"""A first line that tells Excel what divides the values."""
_ODD_WORD = re.compile(r"[^\s,;|\"/\\]*[^\x00-\x7f][^\s,;|\"/\\]*")
SAMPLE_ROWS = 20
"""Rows that are looked at to find out what is in which column."""
_SAMPLE = 1 << 16


class TableText:
    """A table as it is written. `header`: its first line; `sample`: the first rows below that."""

    def __init__(self, file: Path) -> None:
        """Raises DataError when `file` is no text."""
        self._file = file
        self._text, self.findings = _text(file)
        self._skipped, mark = 0, ""
        if (written := _FOR_EXCEL.match(self._text)) is not None:
            self._text, self._skipped, mark = self._text[written.end() :], 1, written[1]
        start = self._text[:_SAMPLE]
        self.mark = mark or max(_DELIMITERS, key=lambda each: _fitness(start, each))
        first, *self.sample = _first_rows(start, self.mark) or [[]]
        self.header = first

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row, the first included, with the line of the file where it begins. Raises DataError naming the line at fault."""
        lines = csv.reader(io.StringIO(self._text, newline=""), delimiter=self.mark, skipinitialspace=True)
        line, is_unclosed = self._skipped + 1, self._text.count('"') % 2
        try:
            for cells in lines:
                if is_unclosed and any("\n" in cell or "\r" in cell for cell in cells):
                    raise DataError(
                        "{file} has a quotation mark in line {line} that is not closed. Correct that line.",
                        file=str(self._file), line=str(line),
                    )  # fmt: skip
                yield line, cells
                line = self._skipped + lines.line_num + 1
        except csv.Error as error:
            raise DataError(
                "{file} is not a valid CSV file (line {line}: {reason}). Correct that line.",
                file=str(self._file), line=str(line), reason=str(error),
            ) from error  # fmt: skip


def _first_rows(start: str, mark: str) -> list[list[str]]:
    lines = csv.reader(io.StringIO(start, newline=""), delimiter=mark, skipinitialspace=True)
    try:
        return list(itertools.islice(lines, SAMPLE_ROWS + 1))
    except csv.Error:  # told when the rows are read
        return []


def _fitness(start: str, mark: str) -> tuple[bool, int]:
    """How well `mark` divides a table that begins with `start`."""
    rows = _first_rows(start, mark)
    return (guess_columns(rows[0], rows[1:]).is_whole, len(rows[0])) if rows else (False, 0)


def _text(file: Path) -> tuple[str, list[Finding]]:
    """What is written in `file`, and what must be said of how it was read. Raises DataError."""
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
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    findings = []
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        text = _in_old_letters(content, encoding)
        if not text:
            raise DataError("{file} is not saved as UTF-8. Save it as “CSV UTF-8”.", file=str(file)) from error
        word = next(iter(_ODD_WORD.findall(text)), "")
        findings.append(
            Finding(
                say(
                    "{file} is not saved as UTF-8, so its special characters were guessed, as in “{word}”. If that is "
                    "wrong, save it as “CSV UTF-8”.",
                    file=file.name, word=word,
                )
            )
        )  # fmt: skip
    if "\0" in text:
        raise DataError("{file} is not a plain text table. Save it as “CSV UTF-8”.", file=str(file))
    return text, findings


def _in_old_letters(content: bytes, encoding: str) -> str:
    """`content` as Windows-1252; "" when it claims to be Unicode, or holds what no text in that has."""
    if encoding != "utf-8" or any(byte < 32 and byte not in b"\t\n\r" for byte in set(content)):
        return ""
    try:
        return content.decode(_OLD)
    except UnicodeDecodeError:
        return ""
