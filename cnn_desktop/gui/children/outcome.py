"""How a job ended, in one plain sentence: from what the child said and how its process went away."""

from __future__ import annotations

import signal
import sys

from cnn_desktop.domain.events import Ended, Event, Failed, JobDone
from cnn_desktop.domain.jobs.evaluate import Evaluate, Evaluated
from cnn_desktop.domain.jobs.train import Trained
from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.children.process import Exit

_WINDOWS_CRASHES = {0xC0000005: "0xC0000005", 0xC00000FD: "0xC00000FD", 0xC0000409: "0xC0000409"}


class Story:
    """What the child has told so far, as far as the ending needs it."""

    def __init__(self, command: Command) -> None:
        self.command = command
        self.result: Trained | Evaluated | None = None
        self.failure: Failed | None = None
        self.done = False
        self.stop_asked = False

    def hear(self, event: Event) -> None:
        if isinstance(event, Trained | Evaluated):
            self.result = event
        elif isinstance(event, Failed):
            self.failure = event
        elif isinstance(event, JobDone):
            self.done = True


def ending(story: Story, exit_: Exit) -> Ended:
    """The one `Ended` of a job. A result that was reached counts, whatever happened to the process afterwards."""
    if story.failure:
        return Ended("failed", story.failure.text, story.failure.details or exit_.details)
    if story.result:
        stopped = isinstance(story.result, Trained) and story.result.stopped
        text = story.result.message()
        return Ended("stopped" if stopped else "finished", text)
    if story.stop_asked:
        return Ended("stopped", _stopped(story.command), exit_.details if exit_.killed else "")
    return Ended("crashed", _crash(story.command, exit_), exit_.details)


def no_start(command: Command, error: OSError) -> Ended:
    """The process could not even be started."""
    reason = error.strerror or str(error)
    if isinstance(command, Evaluate):
        text = say("The test could not be started: {reason}. Install the app again if this stays.", reason=reason)
    else:
        text = say("The training could not be started: {reason}. Install the app again if this stays.", reason=reason)
    return Ended("crashed", text, str(error))


def _stopped(command: Command) -> Message:
    if isinstance(command, Evaluate):
        return say("The test was stopped. Nothing was saved.")
    return say("The training was stopped. The best model so far is kept, if an epoch was finished.")


def _crash(command: Command, exit_: Exit) -> Message:
    starved = sys.platform != "win32" and exit_.code == -signal.SIGKILL
    name = _signal_name(exit_.code)
    return _crashed_test(exit_, starved, name) if isinstance(command, Evaluate) else _crashed(exit_, starved, name)


def _crashed(exit_: Exit, starved: bool, name: str) -> Message:
    if starved:
        return say(
            "The training process was ended by the system, most likely because memory ran out. Choose a smaller batch "
            "size and train again; the best model so far is kept."
        )
    if name:
        return say(
            "The training process crashed ({name}). The best model so far is kept; train again, and report it if it returns.",
            name=name,
        )
    if exit_.garbage:
        return say(
            "The training process wrote something this window does not understand. The best model so far is kept; train again."
        )
    return say(
        "The training process ended before its work was done (exit code {code}). The best model so far is kept; train again.",
        code=exit_.code,
    )


def _crashed_test(exit_: Exit, starved: bool, name: str) -> Message:
    if starved:
        return say(
            "The test process was ended by the system, most likely because memory ran out. Close other programs and test again."
        )
    if name:
        return say("The test process crashed ({name}). Test again; report it if it returns.", name=name)
    if exit_.garbage:
        return say("The test process wrote something this window does not understand. Test again.")
    return say("The test process ended before its work was done (exit code {code}). Test again.", code=exit_.code)


def _signal_name(code: int) -> str:
    """ "SIGSEGV" for -11, the code of a crash on Windows; "" for an ordinary exit."""
    if code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return str(code)
    return _WINDOWS_CRASHES.get(code, "")
