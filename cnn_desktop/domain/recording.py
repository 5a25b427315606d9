"""What happened in a run: kept in its folder as `events.jsonl`, one line an event, and read again."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from cnn_desktop.domain import events
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.inside import append
from cnn_desktop.domain.jobs.train import TrainProgress
from cnn_desktop.domain.own_files import read_lines
from cnn_desktop.domain.run import EVENTS
from cnn_desktop.domain.wire import decode_event, encode_event

_TOO_MANY = (TrainProgress, events.Progress)
"""Ten a second: for the eye, not for the record."""


def recorded(
    job: Iterable[events.Event], run: Path, since: type[events.Event] = events.Event
) -> Iterator[events.Event]:
    """Passes the events of `job` on, appending each to the run's `events.jsonl`.

    Those before the first of the kind `since` are written with it: until then nothing is to be written. A disk that is full
    or may not be written to ends the record, not the job: its own saving says so where it matters.
    """
    writing, begun, waiting = True, False, b""
    for event in job:
        if not isinstance(event, _TOO_MANY):
            waiting += encode_event(event)
        begun = begun or isinstance(event, since)
        if writing and begun and waiting:
            try:
                run.mkdir(parents=True, exist_ok=True)
                append(run / EVENTS, b"\n" + waiting if is_torn(run / EVENTS) else waiting)
            except OSError:
                writing = False
            waiting = b""
        yield event


def is_torn(file: Path) -> bool:
    """True when the last line of `file` has no end: whoever wrote it was killed. Raises OSError.

    To be asked before each line that is added: another process that adds some, too, may have been killed since the last one.
    """
    try:
        lines = open_regular(file)
    except FileNotFoundError:
        return False
    with lines:
        return lines.seek(0, os.SEEK_END) > 0 and lines.seek(-1, os.SEEK_END) >= 0 and lines.read() != b"\n"


def earlier_events(run: Path) -> list[events.Event]:
    """What happened in `run` before; a torn last line is ignored, and any other that is damaged."""
    happened: list[events.Event] = []
    for line in read_lines(run / EVENTS):
        with contextlib.suppress(Unreadable):
            happened.append(decode_event(line))
    return happened
