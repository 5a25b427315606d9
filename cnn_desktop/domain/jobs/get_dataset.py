"""Downloading a public data set and unpacking it into class folders."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.decoding import Count
from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.public_datasets import find_dataset


class DatasetReady(Result, frozen=True):
    """The data set `title` lies in `folder`. `photos`: 0 when it was there already."""

    title: str
    folder: str
    photos: Count = 0

    def message(self) -> Message:
        if not self.photos:
            return say("{title} is already on this computer, in {folder}.", title=self.title, folder=self.folder)
        return say(
            "{title} is now on this computer: {photos} {photos:photo|photos} in {folder}.",
            title=self.title, photos=self.photos, folder=self.folder,
        )  # fmt: skip


class GetDataset(Job, frozen=True):
    """Puts the public data set `key` into `folder`. Sent only when the person asked for the download."""

    events: ClassVar[tuple[type[Event], ...]] = (DatasetReady,)
    alone: ClassVar[bool] = True
    doing: ClassVar[Message] = say("downloading…")
    stays_awake: ClassVar[bool] = True
    tells: ClassVar[bool] = False
    process: ClassVar[Message] = say("The process that downloads the photos")
    stopped: ClassVar[Message] = say("The download was stopped. Nothing was saved.")
    busy: ClassVar[Message] = say("Photos are being downloaded. Wait until that has finished, or stop it first.")

    key: str
    folder: str

    def starting(self) -> Message:
        row = find_dataset(self.key)
        return say("Downloading {title}", title=row.title if row else self.key)
