"""The parser of all that people type after `cnn-desktop`: a mistake is one plain sentence, without a usage block."""

from __future__ import annotations

import argparse
from typing import NoReturn

from cnn_desktop.domain.errors import UsageError


class Parser(argparse.ArgumentParser):
    """argparse's, but for what it does about a mistake: it raises UsageError."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            "{message}. Type “{program} --help” for help.",
            message=message[:1].upper() + message[1:],
            program=self.prog,
        )
