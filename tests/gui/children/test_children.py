"""Children with real processes: an answer goes to whoever asked, and to nobody once they have gone."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Alive, Ended, Event, PictureReady
from cnn_desktop.domain.jobs.predict import Predict
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.jobs.show_photo import PhotoShown, ShowPhoto
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.gui.children.children import Children, Programs
from cnn_desktop.gui.children.silence import Patience

FAKE = str(Path(__file__).with_name("fake_child.py"))


@pytest.fixture
def make(qapp: object) -> Iterator[Callable[..., Children]]:
    every: list[Children] = []

    def begin(how: str = "", patience: Patience = Patience()) -> Children:  # noqa: B008 - frozen
        fake = [sys.executable, FAKE, how]
        every.append(Children(Programs(full=fake, job=fake), patience=patience))
        return every[-1]

    yield begin
    for one in every:
        one.close()
    assert not psutil.Process().children(recursive=True)


class Asker(QObject):
    """Somebody who asks, and what they hear."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []
        self.ends: list[Ended] = []


def test_pictures_go_to_whoever_asked_for_them(
    qtbot: QtBot, make: Callable[..., Children], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    """The same photo, asked for as a thumbnail by one and in full by another."""
    photo = str(photo_folder(classes=1, each=1) / "class 0" / "000.png")
    children, grid, panel = make(), Asker(), Asker()
    jobs = (
        Thumbnails([photo], str(tmp_path / "thumbnails")),
        ShowPhoto(photo, str(tmp_path / "shown")),
    )
    asked = [
        children.ask(job, who.events.append, who.ends.append) for job, who in zip(jobs, (grid, panel), strict=True)
    ]
    qtbot.waitUntil(lambda: bool(grid.ends and panel.ends), timeout=15_000)
    assert [Path(event.file).parents[1] for event in grid.events if isinstance(event, PictureReady)] == [
        tmp_path / "thumbnails"
    ]
    assert {type(event) for event in grid.events} == {PictureReady}
    assert [Path(event.file).parent for event in panel.events if isinstance(event, PhotoShown)] == [tmp_path / "shown"]
    assert not any(isinstance(event, PictureReady) for event in panel.events)
    assert {len(who.ends) for who in (grid, panel)} == {1}
    assert len(asked) == 2


def test_a_question_that_is_dropped_or_forgotten_or_whose_owner_ends_is_silent(
    qtbot: QtBot, make: Callable[..., Children]
) -> None:
    children, heard, last = make(), Asker(), Asker()
    job = Predict(run="r", paths=["1.jpg"])
    dropped = children.ask(job, heard.events.append, heard.ends.append)
    forgotten = children.ask(job, heard.events.append, heard.ends.append)
    owner = QObject()
    orphan = children.ask(job, heard.events.append, heard.ends.append, owner)
    kept = children.ask(job, last.events.append, last.ends.append, last)
    dropped.drop()
    del forgotten
    gc.collect()
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: bool(last.ends))
    assert len(last.events) == 1
    assert heard.events + heard.ends == []
    assert not children.busy
    assert (orphan.job, kept.job) == (job, job)


def test_a_question_that_is_dropped_makes_way_for_the_next(qtbot: QtBot, make: Callable[..., Children]) -> None:
    children, asker = make("long"), Asker()  # answers until it is stopped
    question = children.ask(Predict(run="r", paths=[]), asker.events.append, asker.ends.append)
    qtbot.waitUntil(lambda: bool(asker.events))
    question.drop()
    qtbot.waitUntil(lambda: not children.busy)
    assert asker.ends == []


@pytest.mark.parametrize("goes", ["forgotten", "orphaned"])
def test_a_question_that_hangs_and_whose_asker_has_gone_makes_way(
    qtbot: QtBot, make: Callable[..., Children], tmp_path: Path, goes: str
) -> None:
    children, asker, owner = make(patience=Patience(grace=0.3, dropped=0.3)), Asker(), QObject()
    spoken: list[Event] = []
    children.spoke.connect(spoken.append)
    hangs = Predict(run="r", paths=["1.jpg", str(tmp_path / "held")])
    question = children.ask(hangs, asker.events.append, asker.ends.append, owner)
    qtbot.waitUntil(lambda: len(asker.events) > 1)
    if goes == "forgotten":
        del question
        gc.collect()
    else:
        shiboken6.delete(owner)
    last = children.ask(Predict(run="r", paths=["1.jpg"]), None, asker.ends.append)
    qtbot.waitUntil(lambda: bool(asker.ends), timeout=10_000)
    assert [ended.outcome for ended in asker.ends] == ["finished"]
    assert spoken == []
    assert last.job.program == "full"


def test_signs_of_life_are_not_told_to_whoever_asked(qtbot: QtBot, make: Callable[..., Children]) -> None:
    children, asker, spoken = make("lively", patience=Patience(silence=20, tick_ms=100)), Asker(), list[object]()
    children.silent.connect(lambda *told: spoken.append(told))
    children.spoke.connect(spoken.append)
    questions = [
        children.ask(job, asker.events.append, asker.ends.append)
        for job in (Predict(run="r", paths=["1.jpg"]), Train(config=TrainConfig(data="d"), run="r"))
    ]
    qtbot.waitUntil(lambda: len(asker.ends) == 2, timeout=10_000)
    assert not [event for event in asker.events if isinstance(event, Alive)]
    assert spoken == [], "a job of several minutes, as the clock ticks here, is no hanging one"
    assert len(questions) == 2


def test_a_long_job_has_a_child_of_its_own_so_that_pictures_do_not_wait_behind_it(
    qtbot: QtBot, make: Callable[..., Children], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=5)
    children, reader, grid = make(), Asker(), Asker()
    order: list[str] = []
    scan = children.ask(
        ScanFolder(str(folder), str(tmp_path / "scan.json")), None, lambda ended: order.append(ended.outcome), reader
    )
    picture = children.ask(
        Thumbnails([str(folder / "class 0" / "000.png")], str(tmp_path)), grid.events.append, grid.ends.append
    )
    qtbot.waitUntil(lambda: bool(order and grid.ends), timeout=15_000)
    assert order == ["finished"]
    assert (scan.job.alone, picture.job.alone) == (True, False)


def test_what_is_said_of_a_job_nobody_asked_for_is_said_once_and_ignored(
    qtbot: QtBot, make: Callable[..., Children]
) -> None:
    children, asker = make("stranger"), Asker()
    spoken: list[Event] = []
    children.spoke.connect(spoken.append)
    question = children.ask(Predict(run="r", paths=[]), asker.events.append, asker.ends.append)
    qtbot.waitUntil(lambda: bool(asker.ends))
    assert [str(event) for event in spoken] == ["A helper process sent an unexpected answer, which was ignored."]
    assert question.job.program == "full"
