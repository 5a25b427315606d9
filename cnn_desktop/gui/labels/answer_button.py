"""A button with the name of a class and the key that means it; a long name is told apart from the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.plain import as_tip

_HEIGHT = 28


class AnswerButton(QPushButton):
    """See the module's docstring."""

    def __init__(self, key: str, among: Sequence[str], parent: QWidget | None = None) -> None:
        """`among`: the words of all buttons it stands with."""
        super().__init__(parent)
        self._words, self._key, self._among = "", key, list(among)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_answer(self, words: str, tip: str, enabled: bool, chosen: bool) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(as_tip(tip))
        self.setEnabled(enabled)
        self.setChecked(chosen)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, now = QPainter(self), theme.colours()
        area = QRectF(self.rect()).adjusted(10, 0, -10, 0)
        painter.setFont(painting.font(self.font(), strong=self.isChecked()))
        colour = now.text if self.isEnabled() else now.muted
        painting.name(painter, area.adjusted(0, 0, -24, 0), self._words, self._among, colour)
        painting.text(painter, area, self._key, now.muted, Qt.AlignmentFlag.AlignRight)
