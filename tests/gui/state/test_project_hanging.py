"""Opening a project hangs in one of its steps, as on a disk that does not answer: Stop gives it up, and others open."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain import places
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.lock import hold
from cnn_desktop.domain.scan_files import save_scan
from cnn_desktop.gui.state import project as state
from cnn_desktop.project import opened
from tests.dataset.helpers import finish
from tests.gui.state.watched_project import Watched, is_held


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[Watched]:
    made = Watched(qtbot)
    yield made
    made.close()


@pytest.mark.parametrize("step", ["find_project", "open_existing", "open_reading"])
def test_opening_that_hangs_is_given_up_and_others_open(
    watched: Watched, photo_folder: Callable[..., Path], tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = photo_folder(classes=2, each=10, name="birds")
    watched.project.open_folder(folder)
    watched.read()
    watched.project.close()
    os.mkfifo(tmp_path / "fifo")
    where = opened if step == "open_existing" else state
    begun, real = threading.Event(), getattr(where, step)

    def hang(*words: object) -> object:
        begun.set()
        (tmp_path / "fifo").read_bytes()
        return real(*words)

    with monkeypatch.context() as patched:
        patched.setattr(where, step, hang)
        watched.project.open_folder(folder)
        if step == "open_reading":
            place = watched.asked()
            job = watched.asker.asked[place]
            assert isinstance(job, ScanFolder)
            save_scan(finish(read_data(folder, Control()))[1], Path(job.result))
            watched.asker.end(place, "finished")
        watched.qtbot.waitUntil(begun.is_set)
        assert watched.jobs.now.running
        watched.jobs.stop()
        watched.idle()
    watched.project.open_folder(photo_folder(classes=2, each=6, name="shells"))
    watched.read()
    assert watched.project.info
    assert watched.project.info.name == "shells"
    (tmp_path / "fifo").write_bytes(b"")  # the disk answers after all
    if step == "open_existing":
        watched.qtbot.waitUntil(lambda: not is_held(places.projects_folder() / "birds.cnnproj"))
    assert watched.project.info.name == "shells"
    assert watched.notices == []


def test_opening_is_given_up(watched: Watched, photo_folder: Callable[..., Path]) -> None:
    """Another window holds the lock of a project that is not there yet: that is waited for."""
    project = places.projects_folder() / "birds.cnnproj"
    project.mkdir(parents=True)
    lock = hold(project / "window.lock")
    watched.project.open_project(project)
    watched.jobs.stop()
    watched.idle()
    assert (watched.project.info, watched.notices) == (None, [])
    lock.release()
    watched.project.open_folder(photo_folder(classes=2, each=10, name="birds"))
    watched.read()
    assert watched.project.info
    assert not watched.project.info.read_only, "nothing holds it"
