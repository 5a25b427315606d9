"""Copies of a person's photos: the photo is only read, nothing that is there is replaced, and no half copy is left."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.files import open_regular, put_in_place, saving, temporary_of

_PART = 1 << 20


def copy_file(source: BufferedReader, copy: Path, control: Control) -> OSError | None:
    """Copies the open file `source` to `copy`, which must not be there; what is wrong with reading it is returned, and nothing
    is left then.

    Raises DataError when `copy` cannot be written, StopRequested.
    """
    with saving(copy):
        out = copy.open("xb")
    with out:
        while True:
            control.stop_if_asked()
            try:
                part = source.read(_PART)
            except OSError as error:
                with saving(copy):
                    out.close()
                    copy.unlink()
                return error
            if not part:
                break
            with saving(copy):
                out.write(part)
        with saving(copy):
            out.flush()
    facts = os.fstat(source.fileno())
    with contextlib.suppress(OSError):  # the day it was taken is nice to have
        os.utime(copy, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    return None


def copy_beside(source: BufferedReader, folder: Path, names: Iterator[str], control: Control) -> Path | OSError | None:
    """Copies the open file `source` into `folder`, under the first of `names` that nothing has there.

    Returns the copy; None when one of the files of these names holds the same already; what is wrong with reading `source`.
    Raises DataError when nothing can be written, StopRequested; nothing is left then.
    """
    name = next(names)
    unfinished = temporary_of(folder / name)
    copied = False
    try:
        while True:
            place = folder / name
            if os.path.lexists(place):
                if (same := _holds_same(place, source, control)) is True:
                    return None
                if isinstance(same, OSError):
                    return same
            else:
                if not copied:
                    source.seek(0)
                    if (problem := copy_file(source, unfinished, control)) is not None:
                        return problem
                    copied = True
                with saving(place):
                    if _move_in(unfinished, place):
                        return place
            name = next(names)
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _move_in(unfinished: Path, place: Path) -> bool:
    """Gives the finished copy its name, unless something has that by now. Raises OSError."""
    try:
        os.link(unfinished, place)
    except FileExistsError:
        return False
    except OSError:  # a disk that knows no second names, such as a USB stick
        try:
            place.open("xb").close()
        except FileExistsError:
            return False
        try:
            put_in_place(unfinished, place)
        except OSError:
            with contextlib.suppress(OSError):
                place.unlink()  # which is empty
            raise
    return True


def _holds_same(place: Path, source: BufferedReader, control: Control) -> bool | OSError:
    """Whether the file at `place` is a copy already. An error of reading `source` is returned."""
    try:
        with open_regular(place) as there:
            if os.fstat(there.fileno()).st_size != os.fstat(source.fileno()).st_size:
                return False
            source.seek(0)
            while part := there.read(_PART):
                control.stop_if_asked()
                try:
                    if source.read(_PART) != part:
                        return False
                except OSError as error:
                    return error
            return True
    except OSError:  # nothing that can be compared
        return False
