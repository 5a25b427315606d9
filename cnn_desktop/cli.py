"""The command line: what can be typed, and how errors end. The verbs themselves live in `cnn_desktop.verbs`."""

from __future__ import annotations

import difflib
import importlib
import sys
import traceback
from types import ModuleType

from cnn_desktop import __version__
from cnn_desktop.domain import last_words
from cnn_desktop.domain.errors import StopRequested, UsageError, UserError, message_of, unexpected
from cnn_desktop.domain.files import is_missing
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.text_out import as_lines
from cnn_desktop.domain.typed import Parser

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


def is_for_command_line(words: list[str]) -> bool:
    """True when `words` are a verb, a request for help or a mistake; False when they open the window."""
    if not words or words[0] in ("--sample", "--screenshot", "--new-window"):
        return False
    if words[0] == _PATHS:
        return len(words) > 1 and is_missing(words[1])
    return words[0] in VERBS or words[0].startswith("-") or is_missing(words[0])


def overview() -> Parser:
    """What can be typed; takes `--help` and `--version` and nothing else."""
    parser = Parser(
        prog="cnn-desktop",
        description="Drop a folder of photos on a window and get an image classifier you can trust.",
        epilog="Without a command, the window opens: cnn-desktop [PROJECT or FOLDER], or cnn-desktop --sample. "
        "If a window is already open, it is used, unless you add --new-window. "
        "With --screenshot NEW.png, the window is drawn off screen and saved to a new file.",
    )
    parser.add_argument("--version", action="version", version=f"CNN Desktop {__version__}")
    verbs = parser.add_subparsers(metavar="VERB")
    for name, summary in (VERBS | WINDOW_VERBS).items():
        verbs.add_parser(name, help=summary)
    return parser


def verb_parser(name: str) -> Parser:
    """The parser of one verb; its file, and no other, is imported and adds its own arguments."""
    summary = VERBS[name]
    parser = Parser(prog=f"cnn-desktop {name}", description=summary[0].upper() + summary[1:] + ".")
    _verb(name).add_arguments(parser)
    if name != "child":
        parser.add_argument("--json", action="store_true", help="print one JSON object as the last line of stdout")
        parser.add_argument("--events", action="store_true", help="print the event lines (JSON) to stdout")
        parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    return parser


def _verb(name: str) -> ModuleType:
    """The file of a verb."""
    return importlib.import_module(f"cnn_desktop.verbs.{name.replace('-', '_')}")


def main(words: list[str]) -> int:
    """Runs the verb in `words`. Returns 0 done, 1 data or files at fault, 2 wrong usage, 130 stopped."""
    try:
        verb, *rest = words
        if verb == _PATHS:
            raise _not_there(rest[0])
        if verb in VERBS:
            return _verb(verb).run(verb_parser(verb).parse_args(rest))
        if not verb.startswith("-"):
            raise _unknown(verb)
        parser = overview()
        parser.parse_args([verb])
        parser.error(f"unrecognized arguments: {verb}")
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
    """Tells a person a sentence. Returns `exit_code`."""
    last_words.tell(str(problem))
    return exit_code


def _unknown(word: str) -> UsageError:
    near = difflib.get_close_matches(word, [*VERBS, *WINDOW_VERBS], n=1)
    if near:
        return UsageError("There is no command or folder “{word}”. Did you mean “{near}”?", word=word, near=near[0])
    return _not_there(word)


def _not_there(word: str) -> UsageError:
    return UsageError(
        "There is no folder or project “{word}”. Check the name, or type “cnn-desktop --help”.", word=word
    )
