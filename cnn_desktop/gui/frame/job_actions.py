"""The jobs that the menu Jobs starts while a project is open: a line each, its words with their mnemonic and what begins it.

The strip shows how far such a job is and stops it; its result is said in the message bar.
"""

from __future__ import annotations

from collections.abc import Callable

from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.state.session import Session

JOB_ACTIONS: tuple[tuple[Message, Callable[[Session], object]], ...] = (
    # a job that needs nothing first: (say("&Count…"), lambda session: session.jobs.start(CountFormats(…)))
    (say("&Check the photos"), lambda session: session.checks.begin()),
)
