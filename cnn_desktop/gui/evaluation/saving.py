"""Writes what the Evaluation tab saves: the table of photos, the report as a page, the matrix as a picture."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageWriter

from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.files import replacing, write_text
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import PREDICTIONS
from cnn_desktop.gui.kit.words import QT_WORDS

Export = Literal["csv", "html", "png"]


def save_results(
    kind: Export,
    file: Path,
    report: Report,
    run: Path,
    matrix: QImage,
    compare: Callable[[], Cleaned | None] = lambda: None,
) -> None:
    """Replaces `file` as a whole. `run`: the folder of the run that was tested; `compare` tells what cleaning the labels
    brought, if that is known. Any thread. Raises DataError."""
    if kind == "html":
        from cnn_desktop.reporting.page import report_page  # jinja2 waits until it is needed

        write_text(file, report_page(report, QT_WORDS, compare()))
        return
    with replacing(file) as temporary:
        if kind == "csv":
            shutil.copyfile(run / PREDICTIONS, temporary)
            return
        writer = QImageWriter(str(temporary), QByteArray(b"png"))
        if not writer.write(matrix):
            raise OSError(writer.errorString())
