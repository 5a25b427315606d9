"""The self-test's own sums; the whole of it runs with the real child in tests/verbs."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.process import own_command
from cnn_desktop.gui.app.selftest import Figures, Watch, main, percentile, since_process_start, summary


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


def test_the_whole_of_it_with_the_real_child(photo_folder: Callable[..., Path]) -> None:
    command = own_command("selftest", "--json", "--photos", str(photo_folder(classes=2, each=12)))
    done = subprocess.run(command, capture_output=True, check=False, timeout=150)
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures["ok"], done.stdout.decode()
    assert done.returncode == 0
    assert figures["torch_in_window"] is False
    assert figures["predicted"].startswith("class ")
    assert figures["accuracy"] >= 0.5
    assert 0 < figures["window_s"] < 30
    assert figures["stall_max_ms"] >= figures["stall_p99_ms"] >= 0
