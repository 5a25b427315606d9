"""The self-test's own sums, its words and what it leaves; the whole of it runs in test_nothing_leaves.py."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from PySide6.QtCore import QLocale, QTimer
from pytestqt.qtbot import QtBot

from cnn_desktop.__main__ import main
from cnn_desktop.domain import places
from cnn_desktop.domain.photo_filter import PhotoRow
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.app import selftest
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.app.selftest import (
    Figures,
    Steps,
    Watch,
    _own_home,
    failing,
    percentile,
    since_process_start,
    summary,
)
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.children.spare import Spare
from cnn_desktop.gui.frame.selftest_dialog import SelftestDialog
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.words import LANGUAGE_VARIABLE
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.runs import Runs
from cnn_desktop.gui.state.session import Session
from tests.gui.conftest import close
from tests.patience import PATIENCE


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


def test_where_linux_does_not_tell_the_system_does_by_the_clock_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    told = since_process_start()
    monkeypatch.setattr(selftest, "_OWN_STATE", Path("/nowhere/stat"))
    if sys.platform.startswith("linux"):
        assert abs(since_process_start() - told) < 5  # there psutil's times begin at a whole second
    monkeypatch.setattr(psutil, "Process", lambda: SimpleNamespace(create_time=lambda: time.time() - 1000))
    assert 999 < since_process_start() < 1000 + PATIENCE


def test_the_summary_says_what_failed_and_nothing_of_what_was_not_measured() -> None:
    good = summary(Figures(ok=True, window_s=0.5, first_event_s=0.25, accuracy=0.8)).splitlines()
    assert good[:2] == ["Everything works.", "Window shown after      0.50 s"]
    assert {"First training event    0.25 s after the click", "Accuracy (validation)   80.0%"} < set(good)
    bad = summary(Figures(problem="No model.")).splitlines()
    assert bad[0] == "The self-test failed: No model."
    assert [line.split("  ")[-1].strip() for line in bad[1:] if "torch" not in line] == [
        "–", "p99 –, worst –", "p99 –, worst –", "–", "–", "–",
    ]  # fmt: skip


OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def failed(
    qtbot: QtBot, open_window: OpenWindow, photo_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """What a self-test ends with: of a child that behaves as `how` says, of a folder, of what `meanwhile` does before it begins."""
    monkeypatch.setattr(selftest, "IDLE_SECONDS", 0)

    def run(
        how: str = "",
        photos: Path | None = None,
        click: selftest.Click = "",
        meanwhile: Callable[[Steps], object] = Steps.begin,
        **more: str,
    ) -> str:
        window, figures, ended = open_window(how=how, **more), Figures(), list[bool]()
        photos = photos or photo_folder(classes=2, each=4)
        steps = Steps(figures, window, Watch(), photos, click, lambda: ended.append(True))
        with failing(steps):
            meanwhile(steps)
            qtbot.waitUntil(lambda: bool(ended))
        return figures.problem

    return run


@pytest.mark.parametrize(
    ("how", "reason"),
    [("exception", "The photo box is empty."), ("segfault", "crashed (SIGSEGV)"), ("dies", "exit code")],
)
def test_a_training_that_breaks_off_ends_the_test_with_its_reason(
    failed: Callable[..., str], how: str, reason: str
) -> None:
    assert reason in failed(how)


def test_a_training_without_a_model_ends_the_test(failed: Callable[..., str]) -> None:
    assert failed() == "There was no model to classify with."


def test_photos_that_cannot_be_read_end_the_test_with_their_reason(failed: Callable[..., str], tmp_path: Path) -> None:
    empty, table = tmp_path / "empty", tmp_path / "table.csv"
    empty.mkdir()
    table.write_text("1;2;3\n4;5;6\n")
    assert "is empty" in failed(photos=empty)
    assert "nowhere" in failed(photos=tmp_path / "nowhere")
    assert "table" in failed(photos=table)


def test_what_refuses_to_begin_says_why(failed: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(runs: Runs) -> bool:
        runs.notice.emit(Notice("info", "Another window has it."))
        return False

    monkeypatch.setattr(Runs, "train", refuse)
    assert failed() == "Another window has it."
    monkeypatch.setattr(Runs, "train", lambda runs: False)
    assert failed() == "The training did not start."
    monkeypatch.setattr(Project, "open_folder", lambda project, data: None)
    assert failed() == "The photos were not read."


def test_a_helper_that_cannot_be_started_ends_the_test(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(Programs(full=["/nowhere/at/all"]))
    _, window = boot([], session)
    figures, ended = Figures(), list[bool]()
    steps = Steps(figures, window, Watch(), None, "", lambda: ended.append(True))
    steps.begin()
    qtbot.waitUntil(lambda: bool(ended))
    close(qtbot, window)
    assert "The helper process could not be started" in figures.problem


def test_a_helper_that_never_waits_is_not_waited_for(
    failed: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Spare, "is_given_up", True)
    assert "keeps crashing" in failed(click="ready")


@pytest.mark.parametrize(
    ("shared", "photo", "reason"),
    [
        ("exception", "a.png", "The photo box is empty."),
        ("segfault", "a.png", "crashed"),
        ("", "damaged.png", "it is damaged"),
        ("", "unseen.png", "The photo was not classified."),
        ("", "", "There was no photo to classify."),
    ],
)
def test_a_photo_that_is_not_classified_ends_the_test_with_its_reason(
    qtbot: QtBot,
    open_window: OpenWindow,
    photo_folder: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    shared: str,
    photo: str,
    reason: str,
) -> None:
    window, figures, ended = open_window(photo_folder(classes=2, each=4), shared=shared), Figures(), list[bool]()
    monkeypatch.setattr(Runs, "predictor", RunRecord("2026-01-01 a", "resnet18", "finished", "2026-01-01T00:00:00Z"))
    steps = Steps(figures, window, Watch(), None, "", lambda: ended.append(True))
    steps._at = "classifying"
    steps._classify([PhotoRow(photo, "class 0")] if photo else [])
    qtbot.waitUntil(lambda: bool(ended))
    assert reason in figures.problem


def test_what_nobody_foresaw_ends_the_test_too(
    failed: Callable[..., str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(steps: Steps) -> None:
        QTimer.singleShot(0, steps, lambda: {}["missing"])

    with monkeypatch.context() as patched:
        patched.setattr(sys, "excepthook", lambda *_: None)
        assert "KeyError" in failed(meanwhile=stumble)


def test_its_reasons_are_in_the_language_of_the_window_that_asks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    shown = SelftestDialog()
    qtbot.addWidget(shown)
    assert shown._process.processEnvironment().value(LANGUAGE_VARIABLE) == "de_DE"
    shown.done(0)


@pytest.mark.parametrize("words", [["--what"], ["--click", "foo"], ["--click"], ["photos"]])
def test_a_bad_option_is_one_sentence(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert main(["selftest", *words]) == 2
    told = capsys.readouterr().err
    assert words[-1] in told
    assert told.endswith("Type “cnn-desktop selftest --help” for help.\n")
    assert told.count("\n") == 1


def test_its_help_tells_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["selftest", "--help"]) == 0
    told = capsys.readouterr().out
    assert all(option in told for option in ("--json", "--photos", "--click"))


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
