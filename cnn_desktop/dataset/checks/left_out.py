"""Says of files that are left out which these are and why, in one message."""

from __future__ import annotations

from collections import defaultdict

from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import LeftOut

_NAMED, _REASONS = 3, 3
"""Files named for one reason, and reasons told, at most."""


def reasons(files: list[LeftOut]) -> Message:
    """ "a.txt, b.txt: it is not a photo…", for each reason; the most frequent first. `files` must not be empty."""
    alike: dict[str, list[LeftOut]] = defaultdict(list)
    for file in files:
        alike[file.reason.text].append(file)
    told = [_told(group) for group in sorted(alike.values(), key=len, reverse=True)[:_REASONS]]
    message = told.pop()
    while told:
        message = say("{one} {more}", one=told.pop(), more=message)
    return message


def _told(files: list[LeftOut]) -> Message:
    """Files left out for the same reason."""
    names, more = ", ".join(file.path for file in files[:_NAMED]), len(files) - _NAMED
    if more > 0:
        return say("{files} and {n} more: {reason}", files=names, n=more, reason=files[0].reason)
    return say("{files}: {reason}", files=names, reason=files[0].reason)
