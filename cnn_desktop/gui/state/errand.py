"""A job about the open project: the window prepares its files, a child does it, the window takes in the result.

Whatever comes of it, the files go, the strip is given back, and what went wrong is said.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from cnn_desktop.domain.events import Ended
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs

T = TypeVar("T")


class Part(NamedTuple):
    """A job of an errand, and what follows when it is finished."""

    job: Job
    take: Callable[[], Any]
    """In the background: takes the result in. Raises DataError."""
    show: Callable[[Any], Part | None]
    """Shows what `take` has returned; the next part, with the same files."""


class Errand:
    """One at a time. Lives in the GUI thread."""

    def __init__(
        self,
        name: str,
        jobs: Jobs,
        background: Background,
        tell: Callable[[Notice], object],
        over: Callable[[], object] = lambda: None,
    ) -> None:
        """`name`: a word, for its files; `over`: called at its end, before the strip is given back."""
        self._jobs, self._background, self._tell, self._over = jobs, background, tell, over
        self.running = False
        """What changes that tells `Jobs.changed`."""
        self.folder = cache_folder() / "scans" / f"{os.getpid()} {id(self)} {name}"
        """Where window and child leave files for one another; there while it runs."""

    def begin(self, part: Part, prepare: Callable[[], Job]) -> bool:
        """Begins, unless another job runs: that is said, and False returned.

        prepare: in the background: leaves what the child needs in `folder`, and returns the job of `part` with all that it is
        to be told. Raises DataError.
        """

        def work() -> Job:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            return prepare()

        if self._jobs.refuses():
            return False
        self.running = True  # before that is told
        self._jobs.begin(type(part.job), part.job.starting())
        self._work(work, lambda job: self._ask(part._replace(job=job)))
        return True

    def _ask(self, part: Part) -> None:
        self._jobs.hand_over(part.job, None, lambda ended: self._take(part, ended))

    def _take(self, part: Part, ended: Ended) -> None:
        if ended.outcome == "finished":
            self._work(part.take, lambda result: self._go_on(part.show(result), ended))
            return
        self._end(ended)
        if ended.outcome != "stopped" and not part.job.tells:
            self._tell(Notice("error", ended.text.render(QT_WORDS), ended.details))

    def _go_on(self, part: Part | None, ended: Ended) -> None:
        if part is None or self._jobs.now.stopping:
            self._end(ended)
            return
        self._jobs.end(ended)
        if self._jobs.refuses():  # something else has begun upon that
            self._settle()
            return
        self._jobs.begin(type(part.job), part.job.starting())
        self._ask(part)

    def _work(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """In the background; Stop and errors end it."""

        def failed(notice: Notice) -> None:
            self._end()
            self._tell(notice)

        self._background.run(work, then, failed, control=self._jobs.control, stopped=self._end)

    def _end(self, ended: Ended | None = None) -> None:
        self._settle()
        self._jobs.end(ended)

    def _settle(self) -> None:
        self.running = False
        folder = self.folder
        self._background.run(lambda: shutil.rmtree(folder, ignore_errors=True))
        self._over()
