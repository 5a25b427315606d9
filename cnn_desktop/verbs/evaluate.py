"""`cnn-desktop evaluate RUN [DATA]`: tests a trained model and writes its report."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.recording import recorded
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import OTHER_PREDICTIONS, PREDICTIONS
from cnn_desktop.verbs.data import add_reading, reading_of, scan_of, scan_of_run
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", metavar="RUN", help="folder of a finished training run")
    parser.add_argument(
        "data", metavar="DATA", nargs="?", help="photos to test on (default: the run's own test photos)"
    )
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:N or mps")
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Tests and prints the report. Returns the exit code."""
    from cnn_desktop.learning.answers.evaluate import evaluate

    folder, control, reports = Path(options.run), Control(), list[Report]()
    data = Path(options.data).absolute() if options.data else None
    reading = reading_of(options, data)
    terminal = Terminal(options)
    with stop_on_signals(control):
        scan = scan_of(data, options.class_level) if data else scan_of_run(folder)
        job = evaluate(folder, data, options.device, control, scan, reports.append, reading)
        evaluated = [event for event in terminal.watch(recorded(job, folder)) if isinstance(event, Evaluated)]
    if not evaluated:
        raise StopRequested
    report = reports[-1]
    facts = {
        "accuracy": report.accuracy,
        "accuracy_low": report.accuracy_low,
        "accuracy_high": report.accuracy_high,
        "per_class": msgspec.to_builtins(report.per_class),
        "n": report.n,
        "looks": evaluated[-1].looks,
        "seen": report.seen,
        "skipped": report.skipped,
    }
    terminal.result(facts, _summary(evaluated[-1], report))
    return 0


def _summary(evaluated: Evaluated, report: Report) -> list[str]:
    width = max(5, *(len(row.name) for row in report.per_class))
    table = [f"{'class':<{width}}  precision  recall     f1  photos"]
    table += [
        f"{row.name:<{width}}  {_figure(row.precision, '.1%'):>9}  {_figure(row.recall, '.1%'):>6}  "
        f"{_figure(row.f1, '.2f'):>5}  {row.n:>6}"
        for row in report.per_class
    ]
    lines = [str(evaluated), *table]
    if evaluated.report:
        kept = Path(evaluated.report).with_name(OTHER_PREDICTIONS if report.data else PREDICTIONS)
        lines.append(f"Every photo's result: {kept}")
    return lines


def _figure(value: float | None, form: str) -> str:
    """A dash for what is not known, as of a class without photos."""
    return "–" if value is None else format(value, form)
