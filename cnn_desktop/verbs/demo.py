"""`cnn-desktop demo`: the built-in sample, end to end, for a machine without a screen and for the curious."""

from __future__ import annotations

import argparse
import threading
from pathlib import Path

from cnn_desktop.dataset.sample.draw import draw_sample
from cnn_desktop.dataset.sample.place import sample_folder
from cnn_desktop.domain import places
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.files import SYSTEM_FILES, files_in, is_leftover
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.message import say
from cnn_desktop.domain.process import NOTHING, PIPE, own_command, start
from cnn_desktop.domain.recording import recorded
from cnn_desktop.domain.run import MODEL
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals

PICTURE_SECONDS = 120


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", metavar="DIR", help="where the sample, the run and the picture go (default: the cache folder)"
    )


def run(options: argparse.Namespace) -> int:
    """Draws, trains, tests, renders the window off screen. Returns the exit code."""
    out = Path(options.out) if options.out else places.cache_folder() / "demo"
    sample = out / "sample" if options.out else sample_folder()  # the cache may be cleared, but for the sample
    folder, picture = out / "run", out / "window.png"
    if options.out:
        _need_own_folder(out, {sample.name, folder.name, picture.name})
    if picture.exists() and not (folder / MODEL).is_file():  # a person's own: no demo made it
        raise UsageError("{file} already exists. Choose another folder for the demo.", file=str(picture))
    terminal, control = Terminal(options), Control()
    with stop_on_signals(control):
        from cnn_desktop.learning.answers.evaluate import evaluate
        from cnn_desktop.learning.training.run_folder import check_folder
        from cnn_desktop.learning.training.train import train

        check_folder(folder)
        terminal.watch(draw_sample(sample, control))
        config = TrainConfig(data=str(sample.absolute()))
        terminal.watch(train(config, folder, control))
        if control.stopping:
            raise StopRequested
        events = terminal.watch(recorded(evaluate(folder, None, "auto", control), folder))
    tested = [event for event in events if isinstance(event, Evaluated)]
    if not tested:
        raise StopRequested
    picture.unlink(missing_ok=True)  # of an earlier demo
    _render(sample, picture)
    terminal.result(
        {"accuracy": tested[-1].accuracy, "n": tested[-1].n, "run": str(folder), "picture": str(picture)},
        [
            f"Test accuracy: {tested[-1].accuracy:.1%}. {tested[-1]}",
            f"A picture of the window: {picture}",
        ],
    )
    return 0


def _need_own_folder(out: Path, names: set[str]) -> None:
    """Raises DataError when the folder `out` holds more than a demo leaves there, which is called `names`."""
    found = {file.name for file in files_in(out)}
    if any(not is_leftover(name, names) for name in found - names - SYSTEM_FILES):
        raise DataError(
            "{folder} already contains other files. Choose a new or empty folder for the demo.", folder=str(out)
        )


def _render(data: Path, picture: Path) -> None:
    """Has the window draw itself off screen, in a process of its own."""
    command = own_command(str(data.absolute()), "--screenshot", str(picture.absolute()))
    with start(command, {"QT_QPA_PLATFORM": "offscreen"}, stdin=NOTHING, stdout=NOTHING, stderr=PIPE) as window:
        clock = threading.Timer(PICTURE_SECONDS, window.kill)
        clock.start()
        told = window.communicate()[1].decode(errors="replace").strip()
        clock.cancel()
    if window.returncode or not picture.exists():
        raise DataError(
            "The model is trained, but the picture of the window could not be drawn: {reason}",
            reason=told.splitlines()[-1] if told else say("no reason given"),
        )
