"""The start page's recent projects: which are still there, and what is written below their picture."""

from __future__ import annotations

import dataclasses
import datetime

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt
from PySide6.QtGui import QImage

from cnn_desktop.domain.files import is_missing
from cnn_desktop.gui.kit.own_picture import cached_picture
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.preferences import RecentProject

_LARGEST = 4096
"""Pixels; thumbnails are smaller."""
PICTURE = QSize(2 * 272, 2 * 112)
"""Largest size a recent project's picture is shown at, in device pixels."""


@dataclasses.dataclass(frozen=True)
class RecentCard:
    """A recent project as it is shown."""

    path: str
    name: str
    detail: str
    missing: bool
    picture: QImage | None
    trained: bool = False
    """It has a model."""


def look_up(project: RecentProject, today: datetime.date) -> RecentCard:
    """Looks whether `project` is still there and reads its picture. Touches disks: not for the window's thread."""
    missing = is_missing(project.path)
    return RecentCard(
        project.path,
        project.name,
        detail(project, missing, today),
        missing,
        _picture(project.picture),
        project.accuracy is not None,
    )


def detail(project: RecentProject, missing: bool, today: datetime.date) -> str:
    """ "today · 91.3 % in the test", or that the project is missing."""
    if missing:
        return tr("not found: moved, deleted or on a drive that is not connected")
    day = _day(project.opened, today)
    if project.unfinished:
        return tr("{day} · training stopped", day=day)
    if project.accuracy is None:
        return day
    if project.tested:
        return tr("{day} · {share:.1%} in the test", day=day, share=project.accuracy)
    return tr("{day} · {share:.1%} in validation", day=day, share=project.accuracy)


def _day(opened: str, today: datetime.date) -> str:
    try:
        day = datetime.datetime.fromisoformat(opened).astimezone().date()
    except (ValueError, OverflowError, OSError):  # the last two: years that no clock knows
        return ""
    days = (today - day).days
    if days <= 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    moment = QDateTime(day.year, day.month, day.day, 12, 0, 0)
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


def _picture(file: str) -> QImage | None:
    image = cached_picture(file)
    if image.isNull():
        return None
    size = image.size().scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
