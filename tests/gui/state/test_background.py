"""The background thread: in order, handed back in the GUI thread; what hangs is given up, and does not hold up the end."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.job_state import Notice
from tests.patience import PATIENCE


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background(grace=0.3)
    yield made
    made.close()


class Held:
    """Work that hangs in the system until the test lets it go."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "fifo"
        os.mkfifo(self.file)
        self.begun = threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        with self.file.open() as fifo:
            return fifo.read()

    def let_go(self) -> None:
        self.file.write_text("late")


@pytest.fixture
def held(tmp_path: Path) -> Held:
    return Held(tmp_path)


def test_results_and_errors_come_back_in_order(qtbot: QtBot, background: Background) -> None:
    told: list[object] = []

    def fail() -> None:
        raise DataError("{file} is empty.", file="a.jpg")

    background.failed.connect(told.append)
    background.run(lambda: threading.current_thread().name, told.append)
    background.run(fail, told.append)
    background.run(fail, told.append, lambda notice: told.append(notice.text))
    background.run(lambda: 4, told.append)
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told == ["project", Notice("error", "a.jpg is empty."), "a.jpg is empty.", 4]


def test_an_error_in_what_is_done_with_a_result_is_told_too(qtbot: QtBot, background: Background) -> None:
    told: list[Notice] = []
    background.run(lambda: 0, lambda zero: 1 / zero, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text.startswith("Something went wrong (ZeroDivisionError)")


def test_work_that_obeys_is_stopped(qtbot: QtBot, background: Background) -> None:
    told, control = [], Control()

    def work() -> None:
        while True:
            background.here.stop_if_asked()

    background.run(work, told.append, told.append, control=control, stopped=lambda: told.append("stopped"))
    background.run(lambda: "next", told.append)
    control.stop()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["stopped", "next"]


def test_a_database_asks_for_the_control_of_what_is_done_now(qtbot: QtBot, background: Background) -> None:
    """One connection, many pieces of work: only the one that is stopped is broken off."""
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.set_progress_handler(lambda: background.here.stopping, 1000)
    told, control = [], Control()

    def endless() -> None:
        try:
            db.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
            ).fetchall()
        except sqlite3.OperationalError as error:
            raise StopRequested from error

    background.run(endless, control=control, stopped=lambda: told.append("stopped"))
    background.run(lambda: db.execute("SELECT 1").fetchone(), told.append)
    control.stop()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["stopped", (1,)]
    db.close()


def test_work_that_hangs_is_given_up_and_its_late_result_put_away(
    qtbot: QtBot, background: Background, held: Held
) -> None:
    told, put_away, control = list[object](), list[str](), Control()
    background.run(held, told.append, control=control, stopped=lambda: told.append("stopped"), unwanted=put_away.append)
    background.run(lambda: "next", told.append)
    assert held.begun.wait(PATIENCE)
    control.stop()
    qtbot.waitUntil(lambda: told == ["stopped", "next"])
    held.let_go()
    qtbot.waitUntil(lambda: put_away == ["late"])
    assert told == ["stopped", "next"]


def test_work_that_waits_behind_what_hangs_can_be_given_up_and_more_be_done(
    qtbot: QtBot, background: Background, held: Held
) -> None:
    told, control = list[object](), Control()
    background.run(held, told.append)
    background.run(lambda: "never", told.append, control=control, stopped=lambda: told.append("stopped"))
    assert held.begun.wait(PATIENCE)
    control.stop()
    qtbot.waitUntil(lambda: told == ["stopped"])
    background.run(lambda: "next", told.append)
    qtbot.waitUntil(lambda: told == ["stopped", "next"])
    held.let_go()
    qtbot.waitUntil(lambda: told == ["stopped", "next", "late"])


def test_closing_finishes_what_was_asked_for(qtbot: QtBot) -> None:
    background, done = Background(), list[int]()
    for number in range(20):
        background.run(lambda number=number: done.append(number))
    background.close()
    assert done == list(range(20))
    background.run(lambda: done.append(99))
    background.close()
    assert 99 not in done


@pytest.mark.parametrize("more", [0, 1])
def test_closing_does_not_wait_for_what_hangs_but_for_the_rest(qtbot: QtBot, held: Held, more: int) -> None:
    background, done = Background(), list[int]()
    background.run(held)
    for number in range(more):
        background.run(lambda number=number: done.append(number))
    assert held.begun.wait(PATIENCE)
    began = time.monotonic()
    background.close()
    assert time.monotonic() - began < PATIENCE
    assert done == list(range(more))
    held.let_go()


def test_what_belongs_to_work_is_let_go_of_in_the_gui_thread(qtbot: QtBot, background: Background) -> None:
    ended: list[str] = []

    class Thing:
        def __del__(self) -> None:
            ended.append(threading.current_thread().name)

    def ask(fail: bool) -> Callable[[], None]:
        thing = Thing()

        def work() -> None:
            assert thing
            if fail:
                raise DataError("No.")

        return work

    for fail in (False, True) * 20:
        background.run(ask(fail), otherwise=lambda _: None)
    qtbot.waitUntil(lambda: len(ended) == 40)
    assert set(ended) == {threading.main_thread().name}
