"""Without a screen Qt ends a program by a crash: here it ends with a sentence instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from cnn_desktop.domain import last_words
from cnn_desktop.domain.errors import UserError
from cnn_desktop.domain.text_out import as_lines
from cnn_desktop.domain.window_needs import why_no_screen


@contextmanager
def screen_wanted() -> Iterator[None]:
    """While the application is made. What Qt says meanwhile is printed as ever, but when there is no screen: then that is all."""
    told: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtFatalMsg:
            told.append(text)
            return
        last_words.tell(str(why_no_screen(told)))
        os._exit(UserError.exit_code)  # as Qt would, which comes back from here only to abort

    qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        for text in told:
            print(as_lines(text), file=sys.stderr)
