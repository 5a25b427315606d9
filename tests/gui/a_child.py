"""In the place of `Children`: what is asked of it, the test answers."""

from __future__ import annotations

from collections.abc import Callable

from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.jobs.base import Job


class AChild:
    """`tell(event)` and `end(Ended)` answer the job that was asked for last."""

    def ask(self, job: Job, on_event: Callable[[Event], object], on_end: Callable[[Ended], object]) -> AChild:
        self.job, self.tell, self.end = job, on_event, on_end
        return self

    def stop(self) -> None:
        """Heard, and answered by the test."""
