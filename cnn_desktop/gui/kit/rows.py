"""Rows, columns and stacks: a layout with all that is in it, in one call."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from cnn_desktop.gui.kit import theme

DIALOG = (theme.MARGIN, theme.MARGIN, theme.MARGIN, 2 * theme.SPACING)
"""Margins of a page or dialog."""
Margins = int | tuple[int, int, int, int]
"""Of all four sides, or left, top, right, bottom."""

_Box = TypeVar("_Box", bound=QBoxLayout)


class Placed(NamedTuple):
    """A part that has more to say than its place in the order. `what` None: empty room."""

    what: QWidget | QLayout | None
    stretch: int = 0
    align: Qt.AlignmentFlag = Qt.AlignmentFlag(0)


ROOM = Placed(None, 1)
"""Takes the room that is left, empty."""

Part = QWidget | QLayout | Placed | int
"""A number: so many pixels of nothing."""


def wide(what: QWidget | QLayout, stretch: int = 1) -> Placed:
    """Takes the room that is left; with others that do, its share of it."""
    return Placed(what, stretch)


def centred(what: QWidget) -> Placed:
    """No larger than it must be, in the middle of its place."""
    return Placed(what, align=Qt.AlignmentFlag.AlignCenter)


def on_top(what: QWidget) -> Placed:
    """No higher than it must be, at the upper edge of its place in a row."""
    return Placed(what, align=Qt.AlignmentFlag.AlignTop)


def to_left(what: QWidget) -> Placed:
    """No wider than it must be, at the left edge of its place in a column."""
    return Placed(what, align=Qt.AlignmentFlag.AlignLeft)


def in_row(*parts: Part, spacing: int = theme.SPACING, margins: Margins = 0, of: QWidget | None = None) -> QHBoxLayout:
    """`parts` side by side; `of`: the widget they fill."""
    return _filled(QHBoxLayout(of) if of else QHBoxLayout(), parts, spacing, margins)


def in_column(
    *parts: Part, spacing: int = theme.SPACING, margins: Margins = 0, of: QWidget | None = None
) -> QVBoxLayout:
    """`parts` one below the other; see `in_row`."""
    return _filled(QVBoxLayout(of) if of else QVBoxLayout(), parts, spacing, margins)


def in_stack(*pages: QWidget) -> QStackedWidget:
    """One of `pages` at a time, the first to begin with."""
    stack = QStackedWidget()
    for page in pages:
        stack.addWidget(page)
    return stack


def _filled(box: _Box, parts: tuple[Part, ...], spacing: int, margins: Margins) -> _Box:
    box.setSpacing(spacing)
    box.setContentsMargins(*(margins if isinstance(margins, tuple) else 4 * (margins,)))
    fill(box, *parts)
    return box


def fill(box: QBoxLayout, *parts: Part) -> None:
    """Adds `parts` to what is in `box`."""
    for part in parts:
        if isinstance(part, int):
            box.addSpacing(part)
            continue
        placed = part if isinstance(part, Placed) else Placed(part)
        if placed.what is None:
            box.addStretch(placed.stretch)
        elif isinstance(placed.what, QLayout):
            box.addLayout(placed.what, placed.stretch)
        else:
            box.addWidget(placed.what, placed.stretch, placed.align)
