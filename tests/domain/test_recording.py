"""What happened in a run is written as it happens, and read again."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Noted, Progress, Warned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.recording import earlier_events, recorded
from cnn_desktop.domain.run import EVENTS

TOLD = [Noted(say("One.")), Progress(say("Reading"), 1, 2), Warned(say("Two {n}.", n=2))]
KEPT = [TOLD[0], TOLD[2]]


def test_what_is_worth_it_is_kept_and_comes_back(tmp_path: Path) -> None:
    assert earlier_events(tmp_path / "run") == []
    assert list(recorded(TOLD, tmp_path / "run")) == TOLD
    assert earlier_events(tmp_path / "run") == KEPT
    list(recorded(TOLD, tmp_path / "run"))
    assert earlier_events(tmp_path / "run") == KEPT + KEPT, "a training that goes on adds to it"


def test_each_event_is_on_the_disk_before_the_next_is_asked_for(tmp_path: Path) -> None:
    def job() -> Iterator[Event]:
        yield TOLD[0]
        assert earlier_events(tmp_path) == [TOLD[0]]
        yield TOLD[2]

    assert len(list(recorded(job(), tmp_path))) == 2


def test_torn_and_strange_lines_are_ignored(tmp_path: Path) -> None:
    list(recorded(TOLD, tmp_path))
    with (tmp_path / EVENTS).open("ab") as record:
        record.write(b'{"event": "of_the_future", "n": 3}\n\n\xff\n{"event": "noted", "te')
    assert earlier_events(tmp_path) == KEPT


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_disk_that_takes_nothing_ends_the_record_and_not_the_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def broken(path: Path, *args: Any) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(Path, "open", broken)
    assert list(recorded(TOLD, tmp_path)) == TOLD


def test_a_job_that_fails_at_once_leaves_no_folder(tmp_path: Path) -> None:
    def job() -> Iterator[Event]:
        raise DataError("No.")
        yield

    with pytest.raises(DataError):
        list(recorded(job(), tmp_path / "mistyped"))
    assert not (tmp_path / "mistyped").exists()


def test_nothing_is_written_before_the_job_has_begun_and_then_nothing_is_missing(tmp_path: Path) -> None:
    run, seen = tmp_path / "run", []
    early, begin, late = Noted(say("Early.")), Warned(say("Begun.")), Noted(say("Late."))
    for event in recorded([early, begin, late], run, since=Warned):
        seen.append((event, run.exists()))
    assert seen == [(early, False), (begin, True), (late, True)]
    assert earlier_events(run) == [early, begin, late]
    assert list(recorded([early], tmp_path / "never", since=Warned)) == [early]
    assert not (tmp_path / "never").exists()
