"""`cnn-desktop weights list|import FILE|download NAME`: pretrained weights on this computer."""

from __future__ import annotations

import argparse
from pathlib import Path

from cnn_desktop.domain.catalog import ARCHITECTURES, find_architecture
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "what",
        choices=("list", "import", "download"),
        help="list the weights on this computer, import a FILE, or download those of NAME",
    )
    add("subject", metavar="FILE|NAME", nargs="?", help="a weights file (.safetensors or torch), or a model's name")
    add("--model", metavar="NAME", help="the model FILE is for, if its name does not say")


def run(options: argparse.Namespace) -> int:
    """Lists, imports or downloads, then lists. Returns the exit code."""
    from cnn_desktop.learning.models.weights import download_weights, import_weights, weights_table

    terminal, control = Terminal(options), Control()
    if options.what != "list" and not options.subject:
        raise UsageError("After “weights {what}”, give a file or the name of a model.", what=options.what)
    with stop_on_signals(control):
        if options.what == "import":
            model = options.model or _model_of(Path(options.subject))
            terminal.watch(import_weights(_known(model), Path(options.subject), control))
        elif options.what == "download":
            terminal.watch(download_weights(_known(options.subject), control))
    rows = weights_table()
    terminal.result(
        {"weights": {row.name: str(row.status) for row in rows}},
        (f"{row.name:<20} {row.status}" for row in rows),
    )
    return 0


def _known(name: str) -> str:
    """The name itself. Raises UsageError when no model is called so."""
    if find_architecture(name) is None:
        raise UsageError("There is no model called “{model}”. For a list, type: cnn-desktop weights list", model=name)
    return name


def _model_of(file: Path) -> str:
    """The model a file name speaks of, e.g. resnet18-f37072fd.pth. Raises UsageError when it does not say."""
    for name in sorted((row.name for row in ARCHITECTURES), key=len, reverse=True):
        if file.name.startswith(name):
            return name
    raise UsageError(
        "The name of {file} does not say which model it is for. Add --model NAME, for example --model resnet18.",
        file=str(file),
    )
