"""The jobs that the menu Jobs starts while a project is open: a line each, its words with their mnemonic and what is asked for.

The strip shows how far such a job is and stops it; its result is said in the message bar.
"""

from __future__ import annotations

from collections.abc import Callable

from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.message import Message
from cnn_desktop.gui.state.session import Session

JOB_ACTIONS: tuple[tuple[Message, Callable[[Session], Job]], ...] = (
    # such as (say("&Count the photos by format"), lambda session: CountFormats(session.project.folder)),
)
