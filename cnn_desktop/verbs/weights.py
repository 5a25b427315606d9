"""`cnn-desktop weights list|import FILE|download NAME`: pretrained weights on this computer."""

from __future__ import annotations

import argparse
from pathlib import Path

from cnn_desktop.domain.catalog import ARCHITECTURES, find_architecture
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.verbs.terminal import Terminal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", metavar="list|import|download", required=True)
    what.add_parser("list", help="which weights are here")
    importing = what.add_parser("import", help="check a weights file and keep a copy")
    importing.add_argument("file", metavar="FILE", help=".safetensors, or a torch file (read without running code)")
    importing.add_argument("--model", metavar="NAME", help="which model it is for, when the file name does not say")
    downloading = what.add_parser("download", help="download the weights of a model (needs the internet)")
    downloading.add_argument("name", metavar="NAME")


def run(options: argparse.Namespace) -> int:
    """Runs the sub-verb. Returns the exit code."""
    from cnn_desktop.learning.weights import download_weights, import_weights, weights_table

    terminal = Terminal(options)
    if options.what == "import":
        model = options.model or _model_of(Path(options.file))
        _known(model)
        _run(terminal, import_weights(model, Path(options.file)))
    elif options.what == "download":
        _known(options.name)
        _run(terminal, download_weights(options.name))
    rows = weights_table()
    terminal.result(
        {"weights": {row.name: str(row.status) for row in rows}},
        (f"{row.name:<20} {row.status}" for row in rows),
    )
    return 0


def _run(terminal: Terminal, job: object) -> None:
    for _ in terminal.follow(job):  # type: ignore[arg-type]
        pass


def _known(name: str) -> None:
    if find_architecture(name) is None:
        raise UsageError("There is no model called “{model}”. See: cnn-desktop weights list", model=name)


def _model_of(file: Path) -> str:
    """The model a file name speaks of, e.g. resnet18-f37072fd.pth. Raises UsageError when it does not say."""
    names = sorted((row.name for row in ARCHITECTURES), key=len, reverse=True)
    for name in names:
        if file.name.startswith(name):
            return name
    raise UsageError(
        "The name of {file} does not say which model it is for. Add --model NAME, for example --model resnet18.",
        file=str(file),
    )
