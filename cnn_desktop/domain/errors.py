"""Errors a person can mend. Each is one sentence that names what, where and what to do next."""

from __future__ import annotations

import errno
from typing import Annotated, Literal, Self

import msgspec

from cnn_desktop.domain.environment import here
from cnn_desktop.domain.message import Message, Value, say

_STARVED_WORDS = (
    "allocate memory",  # torch's allocators, and the system
    "enough memory",
    "out of memory",
    "insufficient memory",
    "bad_alloc",
    "bad allocation",
    "failed to map segment",  # a library that finds no room to be loaded
    "cannot allocate",
    "cannot map zero-fill pages",
    "start new thread",  # a thread needs room for its stack
    "pthread_create failed",
    "memoryerror",
    "error return without exception set",  # a library that did not get its memory and said nothing
    "paging file is too small",  # Windows, of a library
)


Offered = Literal["batch_size", "image_size"]


class Offer(msgspec.Struct, frozen=True):
    """A value of a setting with which a training needs less memory: the window sets it with one click."""

    field: Offered
    value: Annotated[int, msgspec.Meta(ge=1, le=4096)]


class UserError(Exception):
    """Something the user can put right. `exit_code` is what the command line returns."""

    exit_code = 1
    offer: Offer | None = None
    """What would mend it."""

    def __init__(self, text: str, /, **values: Value) -> None:
        super().__init__(text)
        self.message = Message(text, values)

    def offering(self, offer: Offer | None) -> Self:
        """Itself, with what would mend it."""
        self.offer = offer
        return self

    def __str__(self) -> str:
        return str(self.message)


class DataError(UserError):
    """Photos, files or disks are at fault (exit code 1)."""


class TooLittleMemory(DataError):
    """Memory ran out, or would, and the sentence says what needs less."""


class UsageError(UserError):
    """A setting or an argument is at fault (exit code 2). `field` names it, so the window can point at it."""

    exit_code = 2

    def __init__(self, text: str, /, field: str = "", **values: Value) -> None:
        super().__init__(text, **values)
        self.field = field


class StopRequested(Exception):
    """Raised inside a job when the user asked it to stop. Not an error: exit code 130."""

    exit_code = 130


def no_current_folder() -> DataError:
    """What is named without its whole path cannot be found, as the folder this process stands in was deleted."""
    return DataError("The current folder no longer exists. Change to another folder, then try again.")


def is_starved(words: str) -> bool:
    """True when `words`, of an error or of what a process has printed at its end, say that memory ran out."""
    plain = words.lower()
    return any(told in plain for told in _STARVED_WORDS)


def is_out_of_memory(error: BaseException) -> bool:
    """True when memory ran out: Python's own, the system's, or that of any library, by what it says.

    Also of an error that came from another which says so.
    """
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        if isinstance(cause, MemoryError) or (isinstance(cause, OSError) and cause.errno == errno.ENOMEM):
            return True
        # the system's own words, not the file's name, which may be anything
        words = cause.strerror or str(cause) if isinstance(cause, OSError) else str(cause)
        if not isinstance(cause, UserError) and is_starved(words):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def message_of(error: UserError) -> Message:
    """The sentence for an error that a person can mend: its own, unless it only looked like that for want of memory."""
    return _no_memory() if ran_out(error) and not isinstance(error, TooLittleMemory) else error.message


def ran_out(error: Exception) -> bool:
    """True when a job ended with `error` for want of memory."""
    if not isinstance(error, UserError):
        return is_out_of_memory(error)
    cause = error.__cause__
    while cause is not None:
        if is_out_of_memory(cause):
            return True
        cause = cause.__cause__
    return isinstance(error, TooLittleMemory)


def unexpected(error: Exception) -> Message:
    """The sentence for an error that nobody foresaw."""
    if is_out_of_memory(error):
        return _no_memory()
    if isinstance(error, FileNotFoundError) and error.filename is None and not here():
        return no_current_folder().message
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


def _no_memory() -> Message:
    return say(
        "There is not enough memory for this. Close other programs, then try again. Training needs less with a "
        "smaller batch size or image size."
    )
