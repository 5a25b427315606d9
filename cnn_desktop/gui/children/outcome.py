"""How a job ended, in one plain sentence: from what the child said and how its process went away."""

from __future__ import annotations

import signal
import sys
import traceback

from cnn_desktop.domain.errors import is_starved, unexpected
from cnn_desktop.domain.events import Ended, Event, Failed, JobDone, Result
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.text_out import as_line
from cnn_desktop.gui.children.process import Exit

_WINDOWS_CRASHES = {0xC0000005: "0xC0000005", 0xC00000FD: "0xC00000FD", 0xC0000409: "0xC0000409"}
_LONGEST = 200
"""Letters of what a process said last."""
NOTHING = Message("")
"""Of a job whose answers have said everything."""


class Story:
    """What a child has told of one job, as far as the ending needs it."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.result: Result | None = None
        self.failure: Failed | None = None
        self.done = self.stop_asked = False

    def hear(self, event: Event) -> bool:
        """Takes an event; False when it says how the job ends, which its `Ended` will tell."""
        if isinstance(event, Result):
            self.result = event
        elif isinstance(event, Failed):
            self.failure = event
        elif isinstance(event, JobDone):
            self.done = True
        return not isinstance(event, Failed | JobDone)

    @property
    def is_settled(self) -> bool:
        """True when how it ends no longer depends on its child."""
        return bool(self.result or self.failure or self.stop_asked)

    def ending(self, exit_: Exit | None = None) -> Ended:
        """The one `Ended` of the job; `exit_`: how its process went away, if it did.

        A result that was reached counts, whatever happened to the process afterwards.
        """
        details = exit_.details if exit_ else ""
        if self.failure:
            failure = self.failure
            fault = self.job.fault(failure.field)
            return Ended("failed", failure.text, failure.details or details, fault, failure.offer)
        if self.result:
            return Ended("stopped" if self.result.was_stopped() else "finished", self.result.message() or NOTHING)
        if self.stop_asked:
            return Ended("stopped", self.job.when_stopped(), details if exit_ and exit_.killed else "")
        if self.done or exit_ is None:
            return Ended("finished", NOTHING)
        less = self.job.less() if _has_starved(exit_) else None
        return Ended("crashed", _crash(self.job, exit_), details, offer=less)


def no_start(job: Job | type[Job], error: OSError) -> Ended:
    """The process could not even be started."""
    text = say(
        "{process} could not be started: {reason}. If this happens again, reinstall the app.",
        process=job.process, reason=error.strerror or str(error),
    )  # fmt: skip
    return Ended("crashed", text, str(error))


def not_again(exit_: Exit) -> Message:
    """A shared process has crashed once too often; with the last that it said of the reason."""
    if _has_starved(exit_):
        return say(
            "A helper process keeps running out of memory and was not restarted. Close other programs, then quit and reopen the app."
        )
    if exit_.code > 0 and exit_.details and not _signal_name(exit_.code):
        return say(
            "A helper process keeps crashing and was not restarted. It last said: “{reason}” Quit and reopen the app to try again.",
            reason=as_line(exit_.details.splitlines()[-1])[:_LONGEST],
        )
    return say("A helper process keeps crashing and was not restarted. Quit and reopen the app to try again.")


def broke_down(error: Exception) -> Ended:
    """The window itself could not go on with the job."""
    return Ended("failed", unexpected(error), "".join(traceback.format_exception(error)))


def _crash(job: Job, exit_: Exit) -> Message:
    if _was_killed(exit_):
        return say(
            "{process} was ended by the system, probably because memory ran out. {remedy}",
            process=job.process, remedy=job.when_starved(),
        )  # fmt: skip
    if is_starved(exit_.details):
        return say("{process} ended because memory ran out. {remedy}", process=job.process, remedy=job.when_starved())
    if name := _signal_name(exit_.code):
        return say("{process} crashed ({name}). {remedy}", process=job.process, name=name, remedy=job.remedy)
    if exit_.garbage:
        return say(
            "{process} sent an answer the app does not understand. {remedy}",
            process=job.process,
            remedy=job.remedy,
        )
    return say(
        "{process} ended unexpectedly (exit code {code}). {remedy}",
        process=job.process, code=exit_.code, remedy=job.remedy,
    )  # fmt: skip


def _was_killed(exit_: Exit) -> bool:
    """By the system: this window says so when it kills a child."""
    return sys.platform != "win32" and exit_.code == -signal.SIGKILL


def _has_starved(exit_: Exit) -> bool:
    return _was_killed(exit_) or is_starved(exit_.details)


def _signal_name(code: int) -> str:
    """ "SIGSEGV" for -11, the code of a crash on Windows; "" for an ordinary exit."""
    if code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return str(code)
    return _WINDOWS_CRASHES.get(code, "")
