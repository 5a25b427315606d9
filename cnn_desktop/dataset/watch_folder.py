"""Looks into folders from time to time for photos that are new or were changed, and tells each once it is written to its end."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.dataset.given_photos import find_given
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.watch_folder import MOST, FolderLost, PhotosAppeared, WatchFolder
from cnn_desktop.domain.message import Message

EVERY = 2.0
"""Seconds between two looks at least."""
SHARE = 20
"""So many times as long as a look takes is rested after it: of a million photos, or over a network."""


class _Mark(NamedTuple):
    """By which it is seen that a file is written to."""

    size: int
    changed: int


def watch_folder(job: WatchFolder, control: Control, every: float = EVERY) -> Iterator[Event]:
    """PhotosAppeared and FolderLost, until it is stopped (StopRequested).

    A file counts as written once it looks the same in two looks, one after the other, and is not empty.
    """
    marks = _first_marks(job)
    """Of what has been told; None of what was known from the beginning, until it is seen."""
    growing: dict[str, _Mark] = {}
    lost: Message | None = None
    while True:
        began = time.monotonic()
        found = find_given(job.paths, control.stop_if_asked, are_folders=True)
        closed = next((one.reason for one in found.left_out if one.path in job.paths), None)
        if closed != lost:
            lost = closed
            yield FolderLost(lost)
        ready, before, growing = list[str](), growing, {}
        for path in found.below:
            mark = _mark(path)
            if mark is None or marks.get(path) == mark:
                continue
            if path in marks and marks[path] is None:
                marks[path] = mark
            elif mark.size and before.get(path) == mark:
                marks[path] = mark
                ready.append(path)
            else:
                growing[path] = mark
        for start in range(0, len(ready), MOST):
            control.stop_if_asked()
            yield PhotosAppeared(ready[start : start + MOST])
        control.wait(max(every, SHARE * (time.monotonic() - began)))


def _first_marks(job: WatchFolder) -> dict[str, _Mark | None]:
    try:
        with AnswerTable(Path(job.known)) as table:
            return dict.fromkeys((path for _, path in table.files("answered")), None)
    except DataError:  # it was emptied away: whoever looks at it says so
        return {}


def _mark(path: str) -> _Mark | None:
    try:
        facts = os.stat(path)  # noqa: PTH116 - 100,000 of them
    except (OSError, ValueError):
        return None
    return _Mark(facts.st_size, facts.st_mtime_ns)
