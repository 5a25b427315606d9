"""The photo beside the network, with a frame around what a layer looks at."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.jobs.explore import SumShown
from cnn_desktop.gui.kit import painting
from cnn_desktop.gui.kit.fitted_picture import FittedPicture

HEIGHT = 140
_EDGE = 4
"""Between the photo and the frame that the base may paint."""
_LEAST = 8.0
"""Side of the frame where what it is around is smaller."""


class SmallPhoto(FittedPicture):
    """A photo of which a part is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tall=True)
        self.setFixedHeight(HEIGHT)
        self._part: QRectF | None = None

    def mark(self, part: QRectF | None) -> None:
        """In shares of the photo's width and height; None: no part of it."""
        if part != self._part:
            self._part = part
            self.update()

    def _paint_photo(self, painter: QPainter) -> QRectF:
        frame_of_keys = super()._paint_photo(painter)
        area = frame_of_keys.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if self._part is not None:
            frame = QRectF(
                area.left() + self._part.left() * area.width(),
                area.top() + self._part.top() * area.height(),
                self._part.width() * area.width(),
                self._part.height() * area.height(),
            )
            more = [max(0.0, (_LEAST - side) / 2) for side in (frame.width(), frame.height())]
            frame.adjust(-more[0], -more[1], more[0], more[1])
            painting.mark_frame(painter, frame.intersected(area).adjusted(-2, -2, 2, 2))
        return frame_of_keys


def window_of(told: SumShown) -> QRectF | None:
    """Where the window of the sum lies in the layer's input, in shares of its size; the photo is squashed to that."""
    if len(told.input_size) != 2 or not told.windows or not told.windows[0].inputs or min(told.input_size) < 1:
        return None
    height, width = told.input_size
    rows, columns = len(told.windows[0].inputs), len(told.windows[0].inputs[0])
    high, wide = (rows - 1) * told.steps[0] + 1, (columns - 1) * told.steps[1] + 1
    window = QRectF(told.left / width, told.top / height, wide / width, high / height)
    return window.intersected(QRectF(0, 0, 1, 1))
