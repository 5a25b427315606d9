"""Standard output and error of this process: no letter, closed pipe or full disk breaks the work that writes to them."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from collections.abc import Callable
from typing import Any, TextIO

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.text_out import as_line, json_escaped, json_line

_BEYOND_ASCII = re.compile("[^\x00-\x7e]")


class Outlet:
    """A text stream that takes everything. Letters it has no place for become "?"; what cannot be written is lost."""

    def __init__(self, stream: TextIO | None) -> None:
        """`stream` None: there is none, as in a process without a terminal."""
        self._stream: TextIO = stream or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open to the end
        self.failure: OSError | None = None
        """Why something was lost, other than that the reader had seen enough."""
        if isinstance(self._stream, io.TextIOWrapper):
            self._stream.reconfigure(errors="replace")

    def write(self, text: str) -> int:
        try:
            self._stream.write(text)
        except OSError as error:
            self._lost(error)
        return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as error:
            self._lost(error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _lost(self, error: OSError) -> None:
        """What waits to be written, and all that comes, goes nowhere: else the end of the process would try again."""
        if not _reader_left(error):
            self.failure = self.failure or error
        with contextlib.suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)


def sound(work: Callable[[], int]) -> int:
    """Does `work` with outlets for streams. Its exit code; 1 instead of 0 when standard output could not be written.

    A closed pipe (`| head`) is no error: the work goes on to its end, unseen.
    """
    out, err = Outlet(sys.stdout), Outlet(sys.stderr)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = work()
        except SystemExit as end:  # argparse, after --help and --version
            code = end.code if isinstance(end.code, int) else 0
        finally:
            out.flush()
        if out.failure is not None:
            reason = out.failure.strerror or str(out.failure)
            problem = DataError("The output could not be written: {reason}.", reason=reason)
            print(as_line(str(problem)), file=sys.stderr)
            code = code or DataError.exit_code
        err.flush()
    return code


def write_json(line: bytes) -> None:
    """Writes one line of JSON to standard output; what the terminal has no letter for, or acts upon, as \\u escapes."""
    text = json_line(line)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = _BEYOND_ASCII.sub(json_escaped, text)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _reader_left(error: OSError) -> bool:
    """A closed pipe; Windows calls it an invalid argument."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == 22)
