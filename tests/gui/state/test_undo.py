"""Changes that are written in the background, several at once, and undo asked for meanwhile: in the order they were asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import say
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.undo import PhotosChange, Step, Steps


class Done:
    """A change that was written."""

    def __init__(self, number: int) -> None:
        self.step: Step | None = Step(say("Change {n}", n=number), "labels", PhotosChange(number), 0.0)


class Scene:
    """Undo with a disk that may be full. `disk` is what was written, `kept` the steps with it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.undo, self.background = qtbot, Undo(), Background()
        self.disk: list[int] = []
        self.kept = Steps()
        self.full = False
        self.notices: list[Notice] = []
        self.undo.wanted.connect(self._make)

    def change(self, number: int, full: bool = False) -> None:
        def work(steps: Steps) -> Done:
            if full:
                raise DataError("The disk is full.")
            self.disk.append(number)
            made = Done(number)
            assert made.step
            self.kept = steps.add(made.step)
            return made

        self.undo.write(self.background, work, lambda made: None, self.notices.append)

    def _make(self, change: PhotosChange) -> None:
        steps, let_go = self.undo.steps, self.undo.hold()

        def work() -> None:
            self.disk.append(-change.revision if change.is_back else change.revision)
            self.kept = steps

        self.background.run(work, lambda _: let_go())

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.background._pieces)


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    scene = Scene(qtbot)
    yield scene
    scene.background.close()


def numbers(steps: tuple[Step, ...]) -> list[int]:
    return [step.change.revision for step in steps if isinstance(step.change, PhotosChange)]


def test_each_change_knows_those_before_it(scene: Scene) -> None:
    for number in (1, 2, 3):
        scene.change(number)
    scene.settle()
    assert numbers(scene.kept.done) == numbers(scene.undo.steps.done) == [1, 2, 3]
    assert scene.undo.name == "Change 3"


def test_one_that_fails_is_no_step(scene: Scene) -> None:
    for number in (1, 2, 3):
        scene.change(number, full=number == 2)
    scene.settle()
    assert numbers(scene.kept.done) == numbers(scene.undo.steps.done) == [1, 3]
    assert [notice.text for notice in scene.notices] == ["The disk is full."]


@pytest.mark.parametrize(
    ("asked", "disk"),
    [
        ("1 2 u u", [1, 2, -2, -1]),
        ("1 u 2", [1, -1, 2]),
        ("1 2 u 3 u u", [1, 2, -2, 3, -3, -1]),
        ("1 u r u", [1, -1, 1, -1]),
        ("1 u r r u u 2", [1, -1, 1, -1, 2]),
        ("u r 1", [1]),
    ],
)
def test_all_is_made_in_the_order_it_was_asked_for(scene: Scene, asked: str, disk: list[int]) -> None:
    does: dict[str, Callable[[], None]] = {"u": scene.undo.undo, "r": scene.undo.redo}
    for word in asked.split():
        does.get(word, lambda word=word: scene.change(int(word)))()  # type: ignore[misc]
    scene.settle()
    assert scene.disk == disk
    assert scene.kept == scene.undo.steps


def test_another_project_has_steps_of_its_own(scene: Scene) -> None:
    scene.change(1)
    scene.undo.undo()
    theirs = Done(9).step
    assert theirs
    scene.undo.begin(Steps((theirs,)))
    scene.change(2)
    scene.undo.undo()
    scene.settle()
    assert scene.disk == [1, 2, -2], "what was asked for in the project before has ended with it"
    assert scene.undo.name == "Change 9"
    assert numbers(scene.undo.steps.done) == [9]
