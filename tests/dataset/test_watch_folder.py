"""Watching a folder: what is new is told once it is written, what is half is waited for, a folder that is gone is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.dataset import watch_folder as module
from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.dataset.watch_folder import watch_folder
from cnn_desktop.domain.answered import Answer
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.watch_folder import FolderLost, PhotosAppeared, WatchFolder
from cnn_desktop.domain.message import say


class Steps(Control):
    """Between two looks, in the place of waiting, something happens; after the last one it is stopped."""

    def __init__(self, *acts: Callable[[], object]) -> None:
        super().__init__()
        self.acts, self.waited = list(acts), list[float]()

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        if not self.acts:
            raise StopRequested
        self.acts.pop(0)()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    (folder / "deep").mkdir(parents=True)
    for name in ("a.jpg", "deep/b.jpg", "half.jpg"):
        (folder / name).write_bytes(b"old")
    with AnswerTable.begin(tmp_path / "known.sqlite", ["x"]) as table:
        files = [str(folder / name) for name in ("a.jpg", "deep/b.jpg", "half.jpg")]
        answers = [Answer(file, [1.0]) for file in files[:2]] + [Answer(files[2], [], reason=say("it is damaged."))]
        table.keep(answers, {file: file for file in files})
    return folder


def told(folder: Path, *acts: Callable[[], object]) -> list[Event]:
    events, control = list[Event](), Steps(*acts)
    with pytest.raises(StopRequested):
        events.extend(watch_folder(WatchFolder([str(folder)], str(folder.parent / "known.sqlite")), control))
    assert all(seconds >= module.EVERY for seconds in control.waited)
    return events


def nothing() -> None:
    """Time passes."""


def appeared(events: list[Event], folder: Path) -> list[list[str]]:
    return [
        [Path(path).relative_to(folder).as_posix() for path in event.paths]
        for event in events if isinstance(event, PhotosAppeared)
    ]  # fmt: skip


def test_a_half_written_photo_is_waited_for(folder: Path) -> None:
    new = folder / "deep" / "new.jpg"

    def write(content: bytes) -> Callable[[], object]:
        return lambda: new.write_bytes(content)

    acts = [new.touch, nothing, write(b"1"), write(b"12"), write(b"123"), nothing, nothing]
    for count in range(len(acts)):
        found = appeared(told(folder, *acts[:count]), folder)
        assert ["deep/new.jpg"] not in found or count >= 6, "it was still growing"
        new.unlink(missing_ok=True)
    assert found[-1] == ["deep/new.jpg"]
    assert sum("deep/new.jpg" in one for one in found) == 1, "it is told once"


def test_what_is_known_is_not_new_unless_it_changes_or_could_not_be_read(folder: Path) -> None:
    assert appeared(told(folder, nothing, nothing, nothing), folder) == [["half.jpg"]]

    def change() -> None:
        (folder / "a.jpg").write_bytes(b"another")
        os.utime(folder / "a.jpg", (5, 5))

    assert appeared(told(folder, nothing, change, nothing, nothing), folder) == [["half.jpg"], ["a.jpg"]]


def test_other_files_are_no_photos(folder: Path) -> None:
    def put() -> None:
        (folder / "notes.txt").write_text("x")
        (folder / ".hidden.jpg").write_bytes(b"x")

    assert appeared(told(folder, put, nothing, nothing), folder) == [["half.jpg"]]


def test_a_folder_that_goes_and_comes_back_is_told_once_each(folder: Path) -> None:
    kept = folder.with_name("kept")
    (folder / "half.jpg").unlink()
    events = told(
        folder, lambda: folder.rename(kept), nothing, nothing, lambda: shutil.copytree(kept, folder), nothing, nothing
    )
    assert [type(event) for event in events] == [FolderLost, FolderLost]
    assert str(folder) in str(events[0])
    assert str(events[1]) == ""


def test_many_come_in_parts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 4)

    def put() -> None:
        for number in range(9):
            (folder / f"{number}.jpg").write_bytes(b"x")

    (folder / "half.jpg").unlink()
    assert [len(part) for part in appeared(told(folder, put, nothing, nothing), folder)] == [4, 4, 1]
