"""Shows a job in a terminal: a bar with the time left on stderr, a sentence a step, JSON when asked."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from cnn_desktop.domain import events
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.jobs.train import TrainProgress
from cnn_desktop.domain.message import Message, duration, say
from cnn_desktop.domain.text_out import as_json, as_line
from cnn_desktop.domain.wire import encode_event
from cnn_desktop.verbs.console import write_json

_MOST_ALIKE = 20
"""Files left out for the same reason that are shown one by one."""


class Terminal:
    """Prints events for a person (stderr) or, with --events, for a program (stdout)."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._as_lines = bool(getattr(options, "events", False))
        self._as_json = bool(getattr(options, "json", False))
        self.skipped: list[events.Skipped] = []
        self._alike: dict[str, list[events.Skipped]] = {}
        """Files left out, by the kind of their reason: that may name a line of a table besides."""

    def follow(self, job: Iterable[events.Event]) -> Iterator[events.Event]:
        """Passes the events of `job` on, showing each. The bar is there while the job runs."""
        console = Console(stderr=True, highlight=False, markup=False, emoji=False)
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[facts]}", markup=False),
        )
        off = not console.is_interactive
        with Progress(*columns, console=console, transient=True, disable=off) as bar:
            task = bar.add_task("", total=None, facts="")
            for event in job:
                self._show(event, bar, task)
                yield event
            for alike in self._alike.values():
                if (more := len(alike) - _MOST_ALIKE) > 0:
                    same = all(event.reason == alike[0].reason for event in alike)
                    _print(
                        bar,
                        say("… and {n} more: {reason}", n=more, reason=alike[0].reason)
                        if same
                        else say("… and {n} more of this kind.", n=more),
                    )
            self._alike.clear()

    def watch(self, job: Iterable[events.Event]) -> list[events.Event]:
        """Shows the whole job; its events, apart from those of its progress."""
        return [event for event in self.follow(job) if not isinstance(event, TrainProgress | events.Progress)]

    def result(self, facts: dict[str, Any], lines: Iterable[str]) -> None:
        """Ends the verb on stdout: with --json one JSON object, with --events nothing more, else a summary."""
        if self._as_json:
            write_json(as_json(facts))
        elif not self._as_lines:
            for line in lines:
                print(as_line(line))
        sys.stdout.flush()

    def _show(self, event: events.Event, bar: Progress, task: TaskID) -> None:
        if self._as_lines:
            write_json(encode_event(event).rstrip(b"\n"))
        match event:
            case TrainProgress():
                done, total = (event.epoch - 1) * event.batches + event.batch, event.epochs * event.batches
                facts = _facts(event.images_per_second, event.seconds_left)
                bar.update(task, description=as_line(str(event)), completed=done, total=total, facts=facts)
            case events.Progress():
                facts = _facts(event.per_second, event.seconds_left)
                bar.update(task, description=as_line(str(event)), completed=event.done, total=event.total, facts=facts)
            case events.Skipped():
                self.skipped.append(event)
                alike = self._alike.setdefault(event.reason.text, [])
                alike.append(event)
                if len(alike) <= _MOST_ALIKE:
                    _print(bar, event)
            case Predicted():
                pass  # the verb prints its own table
            case _ if str(event):
                _print(bar, event)


def _print(bar: Progress, said: events.Event | Message) -> None:
    bar.console.print(as_line(str(said)), markup=False, soft_wrap=True)


def _facts(per_second: float, seconds_left: float | None) -> str:
    rate = f"{per_second:,.0f} photos/s" if per_second else ""
    left = f"{duration(seconds_left)} left" if seconds_left is not None else ""
    return ", ".join(part for part in (rate, left) if part)


@contextlib.contextmanager
def stop_on_signals(control: Control) -> Iterator[None]:
    """While inside, the first SIGINT, SIGTERM or SIGHUP (the terminal was closed; not under nohup) asks the job to stop; a
    second SIGINT interrupts it."""

    def ask(number: int, frame: FrameType | None) -> None:
        if control.stopping and number == signal.SIGINT:
            raise KeyboardInterrupt
        control.stop()

    numbers = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    before = {number: signal.signal(number, ask) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
