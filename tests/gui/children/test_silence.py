"""Silence: told once a minute has ticked away without a sign of life; hours that did not tick do not count."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.children.silence import Patience, Silence


class Watched:
    """A silence whose clock the test turns."""

    def __init__(self) -> None:
        self.silence = Silence(patience=Patience(silence=3, tick_ms=10**8))
        self.told: list[str] = []
        self.silence.noticed.connect(lambda: self.told.append("silent"))
        self.silence.over.connect(lambda: self.told.append("speaks"))
        self.clock = self.silence.findChildren(QTimer)[0]

    def tick(self, times: int) -> None:
        assert self.clock.isActive()
        for _ in range(times):
            self.clock.timeout.emit()


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[Watched]:
    made = Watched()
    yield made
    made.silence.end()


def test_it_is_told_once_and_taken_back_with_the_first_sign(watched: Watched) -> None:
    watched.silence.begin()
    watched.tick(2)
    watched.silence.heard()
    watched.tick(2)
    assert watched.told == []
    watched.tick(5)
    assert watched.told == ["silent"]
    watched.silence.heard("7", object())
    watched.silence.heard()
    assert watched.told == ["silent", "speaks"]


def test_who_waits_is_told_again_after_as_long(watched: Watched) -> None:
    watched.silence.begin()
    watched.tick(3)
    watched.silence.wait()
    watched.tick(2)
    assert watched.told == ["silent"]
    watched.tick(1)
    assert watched.told == ["silent", "silent"]


def test_a_job_that_ends_settles_it_and_without_one_nothing_ticks(watched: Watched) -> None:
    assert not watched.clock.isActive()
    watched.silence.begin()
    watched.silence.begin()
    watched.tick(3)
    watched.silence.end()
    assert watched.told == ["silent", "speaks"]
    assert not watched.clock.isActive()
    watched.silence.begin()
    watched.tick(2)
    assert watched.told == ["silent", "speaks"]


def test_the_usual_patience_is_a_minute() -> None:
    assert Patience().silence * Patience().tick_ms == 60_000
