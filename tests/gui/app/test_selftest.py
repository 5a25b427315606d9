"""The self-test's own sums, its words and what it leaves; the whole of it runs in test_nothing_leaves.py."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.gui.app.selftest import Figures, Watch, _own_home, main, percentile, since_process_start, summary


def test_percentiles() -> None:
    values = [float(number) for number in range(1, 201)]
    assert percentile(values, 0.99) == 199.0
    assert percentile([3.0], 0.99) == 3.0
    assert percentile([], 0.99) == 0.0


def test_the_clock_sees_a_busy_event_loop(qtbot: QtBot) -> None:
    watch = Watch()
    watch.begin()
    qtbot.waitUntil(lambda: len(watch.late) >= 3)
    began = time.perf_counter()
    while time.perf_counter() < began + 0.1:
        """The event loop cannot tick meanwhile."""
    ticks = len(watch.late)
    qtbot.waitUntil(lambda: len(watch.late) > ticks)
    assert max(watch.end()) > 20


def test_the_process_is_older_than_this_test() -> None:
    assert 0.2 < since_process_start() < 24 * 3600


def test_the_summary_says_what_failed() -> None:
    assert summary(Figures(ok=True, window_s=0.5)).startswith("All is well.")
    assert "The self-test failed: No model." in summary(Figures(problem="No model."))


def test_an_unknown_option_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--what"]) == 2
    assert capsys.readouterr().err == "There is no option “--what”. Use --json or none.\n"


def test_what_a_self_test_that_was_ended_has_left_goes_with_the_next() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = places.cache_folder() / "selftest" / str(ended.pid) / "settings"
    running = places.cache_folder() / "selftest" / str(os.getppid()) / "settings"
    for folder in (left, running):
        folder.mkdir(parents=True)
    home = _own_home()
    assert home.name == str(os.getpid())
    assert home.is_relative_to(places.cache_folder())
    assert (left.exists(), running.exists()) == (False, True)
