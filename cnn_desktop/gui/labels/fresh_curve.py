"""The learning curve: right answers over labelled photos, each point with its interval; the pointer, or an arrow key, tells one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cnn_desktop.domain.label_suggestions import CurvePoint
from cnn_desktop.domain.text_out import as_csv
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import wrap
from cnn_desktop.gui.kit.file_dialogs import FileDialogs
from cnn_desktop.gui.kit.late_plots import Contents, LatePlots
from cnn_desktop.gui.kit.rows import in_column, wide
from cnn_desktop.gui.kit.words import tr

if TYPE_CHECKING:
    from cnn_desktop.gui.labels.fresh_plot import PointsPlot

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class LearningCurve(LatePlots):
    """Empty until there is a point."""

    def __init__(self, dialogs: FileDialogs | None = None, parent: QWidget | None = None) -> None:
        super().__init__("cnn_desktop.gui.labels.fresh_plot", self._contents_now, dialogs, parent)
        self.ready.connect(self._build)
        self.points: tuple[CurvePoint, ...] = ()
        """Those on which something was measured, fewest labels first."""
        self._told: int | None = None
        """Place of the point whose values are told; None: the newest."""
        self.plot: PointsPlot | None = None
        """None until it is loaded."""
        name = theme.strong(QLabel(tr("Right answers (%)")))
        self.readout = theme.caption(wrap(QLabel(alignment=Qt.AlignmentFlag.AlignTop)))
        self._column = in_column(name, self.readout, spacing=0, of=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Learning curve"))

    def sizeHint(self) -> QSize:
        return QSize(260, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 160)

    def show_points(self, points: Sequence[CurvePoint]) -> None:
        """Fewest labels first; those on which nothing was measured are left out."""
        shown = tuple(point for point in points if point.measured)
        if shown != self.points:
            self.points = shown
            if self.plot:
                self.plot.show_points(shown)
            self._tell(None)

    def told(self) -> str:
        """The values of the point under the pointer, or of the newest one."""
        if not self.points:
            return ""
        point = self.points[-1 if self._told is None else self._told]
        low, high = point.interval
        return tr(
            "{n} labelled: {p:.0%} right ({low:.0%} to {high:.0%})", n=point.labelled, p=point.accuracy, low=low, high=high
        )  # fmt: skip

    def _build(self) -> None:
        from cnn_desktop.gui.labels.fresh_plot import PointsPlot

        self.plot = PointsPlot()
        self.plot.hovered.connect(self._tell)
        self._column.addLayout(in_column(wide(self.plot)), 1)
        self.plot.show_points(self.points)
        self._tell(self._told)

    def _contents_now(self) -> Contents:
        name = tr("{project} learning curve", project=self.dialogs.project).strip()
        return Contents(name, not self.points, self._as_csv)

    def _as_csv(self) -> str:
        rows = [(one.labelled, one.measured, one.right, one.accuracy, *one.interval) for one in self.points]
        return as_csv(("labelled", "measured", "right", "accuracy", "low", "high"), rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and self.points:
            last = len(self.points) - 1
            at = (last if self._told is None else self._told) + _STEPS[Qt.Key(event.key())]
            self._tell(max(0, min(last, at)))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell(None)

    def _tell(self, place: int | None) -> None:
        self._told = place if place is None or place < len(self.points) else None
        words = self.told()
        self.readout.setText(words)
        self.setAccessibleDescription(words)
        if self.plot:
            self.plot.point_at(self._told)
