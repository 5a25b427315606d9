"""Words that are shown as they are: a class called <img src=…> is a name, not a picture.

Qt takes a text for HTML when it begins like it. Labels are told that theirs is none, here or by `theme.role`; tool tips
cannot be told, so what would be taken for HTML becomes HTML that shows it. ruff forbids QToolTip elsewhere.
"""

from __future__ import annotations

import html
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import Qt as Texts  # that namespace, with what QtGui adds
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from cnn_desktop.domain.text_out import as_shown


def label(text: str = "", **options: Any) -> QLabel:
    """A label; `options` as QLabel's."""
    return QLabel(text, textFormat=Qt.TextFormat.PlainText, **options)


def as_tip(text: str) -> str:
    """`text` as a tool tip that shows it."""
    text = as_shown(text)
    if not Texts.mightBeRichText(text):
        return text
    return "<qt>" + html.escape(text).replace("\n", "<br>") + "</qt>"


def show_tip(place: QPoint, text: str, widget: QWidget, rect: QRect | None = None) -> None:
    """Shows `text` at `place` on the screen, while the mouse stays in `rect` of `widget`; "" shows nothing."""
    QToolTip.showText(place, as_tip(text), widget, rect or QRect())


def hide_tip() -> None:
    QToolTip.hideText()
