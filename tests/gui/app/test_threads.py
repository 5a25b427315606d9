"""A widget may go while its threads still work: the window must not hang (ADR 6)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.shown import show_photo
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, PictureReady
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.show_photo import ShowPhoto
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.gui.kit.photo_loader import PhotoLoader
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource


class Page(QWidget):
    """A widget whose deletion runs inside Python, as the main window's does."""

    def event(self, event: QEvent) -> bool:
        return super().event(event)


@pytest.mark.timeout(60, method="thread")
def test_a_page_is_deleted_while_its_pictures_are_read(qtbot: QtBot, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (3000, 2000), "teal").save(photo)

    def answer(job: Job, on_event: Callable[[Event], None], *, owner: QObject) -> None:
        assert isinstance(job, Thumbnails)
        for path in job.paths:
            on_event(PictureReady(path, str(photo)))

    def shown(job: ShowPhoto, on_event: Callable[[Event], None], on_end: object, owner: QObject) -> Any:
        for event in show_photo(job, Control()):
            on_event(event)

    for _ in range(3):
        page = Page()
        source, loader = ThumbnailSource(answer, page), PhotoLoader(shown, page)
        source.want([f"photo {number}" for number in range(8)])
        loader.load(str(photo))
        page.deleteLater()
        qtbot.waitUntil(lambda page=page: not shiboken6.isValid(page))
