"""Downloading pretrained weights."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.message import Message, say


class DownloadWeights(Job, frozen=True):
    """Downloads the weights of `model`. Sent only when the user asked for it."""

    alone: ClassVar[bool] = True
    step: ClassVar[Step] = "model"
    busy: ClassVar[Message] = say(
        "Weights are being downloaded. Wait until the download has finished, or stop it first."
    )

    model: str

    def starting(self) -> Message:
        return say("Downloading the weights for {model}", model=title_of(self.model))
