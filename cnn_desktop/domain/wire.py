"""What travels between the window and a child, one JSON line each, and how events are kept in a run's events.jsonl.

A child does its jobs one after the other in the order they arrive; Pause, Resume and Stop take effect at once and mean one
job. End of file on the child's stdin means Stop for all.
"""

from __future__ import annotations

from typing import Annotated, Any, Union

import msgspec

from cnn_desktop.domain.decoding import from_json
from cnn_desktop.domain.events import COMMON_EVENTS, Event, tag_of
from cnn_desktop.domain.jobs import JOBS
from cnn_desktop.domain.text_out import as_json, from_wire, to_wire

LONGEST_LINE = 32 * 2**20
"""Bytes. A longer "line" is nothing of ours."""
_AnyJob: Any = Union[JOBS]  # noqa: UP007 - built from a tuple
_AnyEvent: Any = Union[COMMON_EVENTS + tuple(event for job in JOBS for event in job.events)]  # noqa: UP007


class Order(msgspec.Struct, frozen=True, tag_field="order", tag=tag_of):
    """Base of what the window sends. `id` is the window's number of the job."""

    id: str


class Do(Order, frozen=True):
    """Does a job."""

    job: _AnyJob


class Pause(Order, frozen=True):
    """Holds the job between two batches."""


class Resume(Order, frozen=True):
    """Lets a paused job go on."""


class Stop(Order, frozen=True):
    """Ends the job, running or waiting; what it has reached is kept."""


class Told(msgspec.Struct, frozen=True):
    """What the child sends: an event of the job `id`; "" when it speaks of itself."""

    id: Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z]{0,20}$")]
    event: _AnyEvent


_AnyOrder: Any = Do | Pause | Resume | Stop


def encode_order(order: Order) -> bytes:
    """One line of JSON, newline included."""
    return to_wire(order) + b"\n"


def decode_order(line: bytes) -> Do | Pause | Resume | Stop:
    """Reads a line written by `encode_order`. Raises Unreadable on anything else."""
    order: Do | Pause | Resume | Stop = from_wire(line, _AnyOrder)
    return order


def encode_told(id_: str, event: Event) -> bytes:
    """One line of JSON, newline included."""
    return to_wire(Told(id_, event)) + b"\n"


def decode_told(line: bytes) -> Told:
    """Reads a line written by `encode_told`. Raises Unreadable on anything else."""
    told: Told = from_wire(line, Told)
    return told


def encode_event(event: Event) -> bytes:
    """One line of JSON, newline included."""
    return as_json(event) + b"\n"


def decode_event(line: bytes) -> Event:
    """Reads a line written by `encode_event`. Raises Unreadable on anything else."""
    event: Event = from_json(line, _AnyEvent)
    return event
