"""How the parts of the window ask a child, as `Children.ask` does, without knowing who carries it there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.jobs.base import Job


class Question(Protocol):
    """What was asked for, and is to be kept as long as the answer is wanted."""

    def drop(self) -> None: ...


Ask = Callable[[Job, Callable[[Event], None], Callable[[Ended], None], QObject], Question]
"""The job, who hears its events, who hears its end, and whose end silences both."""


class AskEvents(Protocol):
    """As `Ask`, where nobody waits for the end."""

    def __call__(self, job: Job, on_event: Callable[[Event], None], *, owner: QObject) -> object: ...
