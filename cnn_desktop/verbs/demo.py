"""`cnn-desktop demo`: the built-in sample, end to end, for a machine without a screen and for the curious."""

from __future__ import annotations

import argparse
import os
import subprocess
from pathlib import Path

from cnn_desktop.dataset.sample.draw import draw_sample
from cnn_desktop.domain import places
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.recording import recorded
from cnn_desktop.domain.run import MODEL
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals

PICTURE_SECONDS = 120


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", metavar="DIR", help="where the sample, the run and the picture go (default: the cache)"
    )


def run(options: argparse.Namespace) -> int:
    """Draws, trains, tests, renders the window off screen. Returns the exit code."""
    out = Path(options.out) if options.out else places.cache_folder() / "demo"
    folder, picture = out / "run", out / "window.png"
    if picture.exists() and not (folder / MODEL).is_file():  # a person's own: no demo made it
        raise UsageError("{file} already exists. Choose another folder for the demo.", file=str(picture))
    terminal, control = Terminal(options), Control()
    with stop_on_signals(control):
        terminal.watch(draw_sample(out / "sample", control))
        from cnn_desktop.learning.answers.evaluate import evaluate
        from cnn_desktop.learning.training.fit import fit

        config = TrainConfig(data=str((out / "sample").absolute()))
        terminal.watch(recorded(fit(config, folder, control), folder))
        if control.stopping:
            raise StopRequested
        events = terminal.watch(recorded(evaluate(folder, None, "auto", control), folder))
    tested = [event for event in events if isinstance(event, Evaluated)]
    if not tested:
        raise StopRequested
    picture.unlink(missing_ok=True)  # of an earlier demo
    _render(out / "sample", picture)
    terminal.result(
        {"accuracy": tested[-1].accuracy, "n": tested[-1].n, "run": str(folder), "picture": str(picture)},
        [
            f"Test accuracy: {tested[-1].accuracy:.1%}. {tested[-1]}",
            f"A picture of the window: {picture}",
        ],
    )
    return 0


def _render(data: Path, picture: Path) -> None:
    """Has the window draw itself off screen, in a process of its own."""
    done = subprocess.run(
        own_command(str(data), "--screenshot", str(picture)),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=PICTURE_SECONDS,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode or not picture.exists():
        raise DataError(
            "The model is trained, but the picture of the window could not be drawn: {reason}",
            reason=(done.stderr.strip() or "no reason given").splitlines()[-1],
        )
