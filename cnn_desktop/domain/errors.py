"""Errors a person can mend. Each is one sentence that names what, where and what to do next."""

from __future__ import annotations

from cnn_desktop.domain.message import Message, Value, say


class UserError(Exception):
    """Something the user can put right. `exit_code` is what the command line returns."""

    exit_code = 1

    def __init__(self, text: str, /, **values: Value) -> None:
        super().__init__(text)
        self.message = Message(text, values)

    def __str__(self) -> str:
        return str(self.message)


class DataError(UserError):
    """Photos, files or disks are at fault (exit code 1)."""


class UsageError(UserError):
    """A setting or an argument is at fault (exit code 2). `field` names it, so the window can point at it."""

    exit_code = 2

    def __init__(self, text: str, /, field: str = "", **values: Value) -> None:
        super().__init__(text, **values)
        self.field = field


class StopRequested(Exception):
    """Raised inside a job when the user asked it to stop. Not an error: exit code 130."""

    exit_code = 130


def unexpected(error: Exception) -> Message:
    """The sentence for an error that nobody foresaw."""
    if isinstance(error, MemoryError):
        return say("There is not enough memory for this. Close other programs, or choose a smaller batch size.")
    if isinstance(error, OSError) and error.strerror and error.filename is not None:
        return say(
            "{file} could not be read or written: {reason}. Check its name and the disk, then try again.",
            file=str(error.filename),
            reason=error.strerror,
        )
    return say(
        "Something went wrong ({error}). Everything saved so far is kept. Try again, and report the problem if it "
        "happens again.",
        error=f"{type(error).__name__}: {error}"[:200],
    )
