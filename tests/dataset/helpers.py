"""Small helpers of the dataset tests."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from cnn_desktop.domain.events import Event


def finish(job: Generator[Event, None, Any]) -> tuple[list[Event], Any]:
    """Runs a job to its end: (its events, its result)."""
    events = []
    while True:
        try:
            events.append(next(job))
        except StopIteration as stop:
            return events, stop.value


def one_sentence(error: BaseException) -> str:
    """The error as its reader sees it, checked for being plain text that ends well."""
    text = str(error)
    assert "\n" not in text, text
    assert "{" not in text, text
    assert text[-1] in ".”", text
    assert "Traceback" not in text
    assert "Errno" not in text
    return text


@contextlib.contextmanager
def folder_for_anyone() -> Iterator[Path]:
    """A temporary folder that other users may enter, too (pytest's own belongs to its user alone)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextlib.contextmanager
def without_root() -> Iterator[None]:
    """Root may read everything: within this block, be nobody."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
