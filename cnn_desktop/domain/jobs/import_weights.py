"""Taking pretrained weights from a file."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.message import Message, say


class ImportWeights(Job, frozen=True):
    """Checks a weights file for `model` and keeps a copy on this computer."""

    alone: ClassVar[bool] = True
    step: ClassVar[Step] = "model"
    busy: ClassVar[Message] = say("A weights file is being checked. Wait until that has finished, or stop it first.")

    model: str
    file: str

    def starting(self) -> Message:
        return say("Checking {file}", file=Path(self.file).name)
