"""Where over a page messages lie: as low as they can without covering a button or a field."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QSlider, QWidget

GAP = 8
"""Pixels to the page's edge, and to a control."""
_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QSlider)


def controls(page: QWidget) -> list[QRect]:
    """Where on `page` its controls are seen; those that are scrolled away are not."""
    found = []
    for part in page.findChildren(QWidget):
        if isinstance(part, _CONTROLS) and part.isVisible():
            seen, above = QRect(part.mapTo(page, QPoint()), part.size()), part.parentWidget()
            while above is not None and above is not page:
                seen &= QRect(above.mapTo(page, QPoint()), above.size())
                above = above.parentWidget()
            if not seen.isEmpty():
                found.append(seen)
    return found


def is_free(place: QRect, taken: Iterable[QRect]) -> bool:
    """Nothing of `taken` lies there."""
    return not any(place.intersects(one) for one in taken)


def lowest_free(size: QSize, left: int, page_height: int, taken: Iterable[QRect]) -> int | None:
    """Upper edge of the lowest place where nothing of `taken` lies; None: there is none."""
    taken = list(taken)
    tops = (bottom - GAP - size.height() for bottom in (page_height, *(one.top() for one in taken)))
    free = (top for top in tops if top >= 0 and is_free(QRect(QPoint(left, top), size), taken))
    return max(free, default=None)
