"""A folder that is classified, as a child would tell of it, with real tables and files."""

from __future__ import annotations

import os
from pathlib import Path

from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.domain.answered import Answer
from cnn_desktop.domain.jobs.classify import AnswersKept, ClassifyPhotos, PhotosClassified, PhotosListed
from cnn_desktop.domain.message import say
from tests.gui.connected import Connected

CLASSES = ["cat", "dog"]


class Child:
    """What the child that classifies would do, step by step."""

    def __init__(self, it: Connected, folder: Path) -> None:
        self.it, self.folder = it, folder
        self.place = len(it.asker.asked) - 1
        job = it.asker.asked[self.place]
        assert isinstance(job, ClassifyPhotos)
        self.job = job

    def answer(self, *files: str, cat: float = 0.75, familiar: float | None = None) -> None:
        with AnswerTable.begin(Path(self.job.out), CLASSES) as table:
            answers = [Answer(file, [cat, 1 - cat], familiar=familiar, checked=99) for file in files]
            table.keep(answers, {file: os.path.relpath(file, self.folder) for file in files})
        self.it.asker.tell(self.place, AnswersKept(len(files)))

    def skip(self, file: str) -> None:
        with AnswerTable.begin(Path(self.job.out), CLASSES) as table:
            table.keep([Answer(file, [], reason=say("it is damaged."))], {file: os.path.relpath(file, self.folder)})

    def list(self, n: int, left_out: int = 0) -> None:
        self.it.asker.tell(self.place, PhotosListed(n, [str(self.folder)], left_out, say("a.txt: no") if left_out else None))  # fmt: skip

    def end(self, answered: int, stopped: bool = False) -> None:
        self.it.asker.tell(self.place, PhotosClassified(answered, stopped=stopped))
        self.it.asker.end(self.place, "stopped" if stopped else "finished")


def drop(it: Connected, *paths: Path) -> Child:
    it.tab.given.emit([str(path) for path in paths])
    return Child(it, paths[0])


def photos(folder: Path) -> list[str]:
    return [str(file) for file in sorted(folder.rglob("*.png"))]


def shown(it: Connected) -> list[str]:
    """Names in the grid, as far as they have come."""
    model = it.tab.folder.grid.tiles
    return [Path(model.tile(row).path).name for row in range(model.rowCount())]


def classified(qtbot: QtBot, it: Connected, folder: Path, **answer: float) -> Child:
    """All photos of `folder` have an answer, the first one another than the rest."""
    child, files = drop(it, folder), photos(folder)
    child.list(len(files))
    child.answer(files[0], cat=0.1)
    child.answer(*files[1:], **answer)
    child.end(len(files))
    qtbot.waitUntil(lambda: shown(it) == [Path(file).name for file in files])
    return child
