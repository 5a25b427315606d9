"""The command line: what can be typed, and how errors end. The verbs themselves live in `cnn_desktop.verbs`."""

from __future__ import annotations

import argparse
import difflib
import importlib
import sys
import traceback
from types import ModuleType
from typing import NoReturn

from cnn_desktop import __version__
from cnn_desktop.domain.errors import StopRequested, UsageError, UserError, message_of, unexpected
from cnn_desktop.domain.files import is_missing
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.text_out import as_line, as_lines

VERBS = {
    "demo": "the built-in sample, end to end",
    "train": "train a model on a folder of photos",
    "evaluate": "test a trained model",
    "predict": "classify photos with a trained model",
    "explain": "show where in a photo a trained model looks",
    "check-data": "look for photos and labels that would spoil a training",
    "check-labels": "look for labels that are probably wrong",
    "weights": "pretrained weights on this computer: list, import, download",
    "doctor": "versions, devices, and which one is used",
    "child": "(internal) do the window's jobs: JSON lines in, JSON lines out",
}
WINDOW_VERBS = {"selftest": "open the window off screen, train, classify, measure"}
_PATHS = "--"
"""Before what the window opens, whatever that begins with."""


class _Parser(argparse.ArgumentParser):
    """Ends with one plain sentence instead of a usage block."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            "{message}. Type “{program} --help” for help.",
            message=message[:1].upper() + message[1:],
            program=self.prog,
        )


def is_for_command_line(words: list[str]) -> bool:
    """True when `words` are a verb, a request for help or a mistake; False when they open the window."""
    if not words or words[0] in ("--sample", "--screenshot", "--new-window"):
        return False
    if words[0] == _PATHS:
        return len(words) > 1 and is_missing(words[1])
    return words[0] in VERBS or words[0].startswith("-") or is_missing(words[0])


def build_parser(chosen: str) -> argparse.ArgumentParser:
    """The parser; the file of the `chosen` verb, and no other, is imported and adds its own arguments."""
    parser = _Parser(
        prog="cnn-desktop",
        description="Drop a folder of photos on a window and get an image classifier you can trust.",
        epilog="Without a command, the window opens: cnn-desktop [PROJECT or FOLDER], or cnn-desktop --sample. "
        "A window that is open already opens it, but with --new-window. With --screenshot NEW.png it is drawn off screen into a new file instead.",
    )
    parser.add_argument("--version", action="version", version=f"CNN Desktop {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)
    for name, summary in VERBS.items():
        verb = verbs.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == chosen:
            _verb(name).add_arguments(verb)
        if name != "child":
            verb.add_argument("--json", action="store_true", help="print one JSON object as the last line of stdout")
            verb.add_argument("--events", action="store_true", help="print the event lines (JSON) to stdout")
            verb.add_argument("--debug", action="store_true", help="show the traceback of an error")
    for name, summary in WINDOW_VERBS.items():
        verbs.add_parser(name, help=summary)
    return parser


def _verb(name: str) -> ModuleType:
    """The file of a verb."""
    return importlib.import_module(f"cnn_desktop.verbs.{name.replace('-', '_')}")


def main(words: list[str]) -> int:
    """Runs the verb in `words`. Returns 0 done, 1 data or files at fault, 2 wrong usage, 130 stopped."""
    try:
        if words[0] == _PATHS:
            raise _unknown(words[1])
        if not words[0].startswith("-") and words[0] not in VERBS:
            raise _unknown(words[0])
        options = build_parser(words[0]).parse_args(words)
        return _verb(options.verb).run(options)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the boundary of the process: whatever it was, the person is told
        if "--debug" in words:
            print(as_lines(traceback.format_exc()), file=sys.stderr)
        return ended_by(error)


def ended_by(error: Exception | KeyboardInterrupt) -> int:
    """Tells a person of `error`, which ends the process, unless it was stopped. Returns the exit code."""
    if isinstance(error, (StopRequested, KeyboardInterrupt)):
        return StopRequested.exit_code
    if isinstance(error, UserError):
        return told(message_of(error), error.exit_code)
    return told(unexpected(error))


def told(problem: Message, exit_code: int = UserError.exit_code) -> int:
    """Prints a sentence. Returns `exit_code`."""
    print(as_line(str(problem)), file=sys.stderr)
    return exit_code


def _unknown(word: str) -> UsageError:
    near = difflib.get_close_matches(word, [*VERBS, *WINDOW_VERBS], n=1)
    if near:
        return UsageError("There is no command or folder “{word}”. Did you mean “{near}”?", word=word, near=near[0])
    return UsageError(
        "There is no folder or project “{word}”. Check the name, or type “cnn-desktop --help”.", word=word
    )
