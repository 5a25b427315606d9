"""Photos that come next are decoded ahead; what is looked at goes first, and too small ones are loaded again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.shown import show_photo
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.jobs.show_photo import ShowPhoto
from cnn_desktop.domain.message import say
from cnn_desktop.domain.tones import Tones
from cnn_desktop.gui.kit.photos_ahead import KEPT, PhotosAhead
from tests.conftest import draw_photo


class Child:
    """Decodes when it is told to, the question that was asked last; a question that was dropped is not answered."""

    def __init__(self) -> None:
        self.asked: list[ShowPhoto] = []
        self._hear: Callable[[Event], None] | None = None

    def ask(
        self, job: ShowPhoto, on_event: Callable[[Event], None], on_end: Callable[[Ended], None], owner: QObject
    ) -> Child:
        self.asked.append(job)
        self._hear = lambda event: on_end(event) if isinstance(event, Ended) else on_event(event)
        return self

    def drop(self) -> None:
        self._hear = None

    def names(self) -> list[str]:
        return [Path(job.path).stem for job in self.asked]

    def answer(self) -> None:
        hear, job = self._hear, self.asked[-1]
        assert hear
        self._hear = None
        for event in show_photo(job, Control()):
            hear(event)
        hear(Ended("finished", say("Done.")))


class Scene:
    """Photos "0", "1", … of 400 × 300 pixels, and what was told of them."""

    def __init__(self, qtbot: QtBot, place: Path) -> None:
        self.qtbot, self.place, self.child, self.room = qtbot, place, Child(), (256, 256)
        self.ahead = PhotosAhead(self.child.ask, lambda: self.room)
        self.told: list[str] = []
        self.faults: list[str] = []
        self.widths: list[int] = []
        self.ahead.loaded.connect(self._take)
        self.ahead.failed.connect(lambda path, sentence: self.faults.append(f"{Path(path).stem}: {sentence}"))

    def _take(self, path: str, photo: object) -> None:
        self.told.append(Path(path).stem)
        self.widths.append(photo.levels[0].width())  # type: ignore[attr-defined]

    def path(self, name: str) -> str:
        file = self.place / f"{name}.png"
        if not file.exists() and name.isdigit():
            draw_photo(file, int(name), 0, (400, 300))
        return str(file)

    def show(self, name: str, ahead: str = "") -> None:
        self.ahead.show(self.path(name) if name else "", [self.path(one) for one in ahead.split()])

    def decode(self) -> None:
        """The child answers, and what it wrote is read."""
        kept, faults = len(self.ahead._kept) + sum(self.widths), len(self.ahead._faults)
        loading = self.ahead._loading
        self.child.answer()
        self.qtbot.waitUntil(
            lambda: (
                self.ahead._loading != loading
                or (len(self.ahead._kept) + sum(self.widths), len(self.ahead._faults)) != (kept, faults)
            )
        )


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Scene:
    return Scene(qtbot, tmp_path)


def test_the_next_ones_are_there_at_once(scene: Scene) -> None:
    scene.show("0", "1 2")
    for _ in range(3):
        scene.decode()
    assert (scene.child.names(), scene.told) == (["0", "1", "2"], ["0"])
    assert scene.ahead.is_here(scene.path("2"))
    scene.show("1", "2 3")
    assert scene.told == ["0", "1"], "in the same call"
    assert scene.child.names() == ["0", "1", "2", "3"]


def test_what_is_looked_at_goes_before_what_comes_later(scene: Scene) -> None:
    scene.show("0", "1 2")
    scene.decode()
    scene.show("5", "6")  # while 1 is on its way
    assert scene.child.names() == ["0", "1", "5"]
    scene.decode()
    assert scene.told == ["0", "5"]
    assert scene.child.names()[-1] == "6"
    scene.ahead.expect([scene.path("7")])
    scene.decode()
    assert scene.child.names()[-1] == "7"


def test_the_one_that_is_waited_for_is_not_asked_for_twice(scene: Scene) -> None:
    scene.show("0")
    scene.show("0", "1")
    assert scene.child.names() == ["0"]
    scene.decode()
    assert (scene.told, scene.child.names()) == (["0"], ["0", "1"])


def test_a_missing_photo_is_said_when_it_is_looked_at_and_tried_again(scene: Scene) -> None:
    scene.show("0", "gone 1")
    for _ in range(3):
        scene.decode()
    assert scene.faults == [], "nobody looks at it yet"
    assert scene.child.names() == ["0", "gone", "1"]
    scene.show("gone")
    assert [fault.partition(":")[0] for fault in scene.faults] == ["gone"]
    draw_photo(scene.place / "gone.png", 1, 1)
    scene.decode()
    assert scene.told == ["0", "gone"], "it is there again"


def test_with_more_room_small_ones_are_loaded_again(scene: Scene) -> None:
    scene.show("0", "1")
    scene.decode()
    scene.decode()
    scene.room = (384, 384)
    scene.ahead.fit()
    scene.decode()
    scene.decode()
    assert (scene.told, scene.child.names()) == (["0", "0"], ["0", "1", "0", "1"])
    scene.room = (4096, 4096)
    scene.ahead.fit()
    scene.decode()
    scene.room = (8192, 8192)
    asked = len(scene.child.asked)
    scene.decode()
    scene.ahead.fit()
    assert (scene.widths[-1], len(scene.child.asked)) == (400, asked), "more than all of it there is not"


def test_other_tones_forget_what_was_loaded_and_what_is_on_its_way(scene: Scene) -> None:
    scene.show("0", "1")
    scene.decode()
    scene.ahead.set_tones(Tones(0, 4095))
    assert not scene.ahead.is_here(scene.path("0"))
    scene.show("0")
    scene.decode()
    assert scene.child.asked[-1].tones == Tones(0, 4095)
    assert scene.told == ["0", "0"]


def test_few_are_kept(scene: Scene) -> None:
    for number in range(KEPT + 3):
        scene.show(str(number))
        scene.decode()
    assert len(scene.ahead._kept) == KEPT
    assert not scene.ahead.is_here(scene.path("0"))
    scene.show("")
    assert len(scene.child.asked) == KEPT + 3, "nothing is looked at"
