"""The strip at the bottom: on which device this computer trains and why, and the running job with Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from cnn_desktop.domain.message import duration
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture, ShortLabel
from cnn_desktop.gui.kit.theme import SPACING
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.job_state import JobState

_STEPS = 1000


class DeviceLabel(QWidget):
    """What "auto" trains on, with the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ShortLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(Picture("chip", 16, "muted"))
        row.addWidget(self._text, 1)
        self.show_device("", "")

    def show_device(self, device: str, reason: str) -> None:
        """`device` "" means that nobody has looked yet."""
        device = device.upper() if device in ("cpu", "mps") else device
        if not device:
            text = tr("Looking for a graphics card…")
        elif not reason:
            text = device
        elif reason.lower().startswith(device.lower()):
            text = reason
        else:
            text = tr("{device}: {reason}", device=device, reason=reason)
        self._text.setText(text)
        self.setAccessibleName(text)


class JobBar(QWidget):
    """The running job: sentence, bar, rate and time left, and a button that ends it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = ShortLabel()
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(tr("Progress of the running job"))
        self.figures = theme.tabular(QLabel())
        self.figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.figures.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setToolTip("Ctrl+.")  # no mnemonic: it is there on every page, and their letters are taken
        self.button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING + SPACING // 2)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.bar)
        row.addWidget(self.figures)
        row.addWidget(self.button)
        self.hide()

    def show_job(self, job: JobState) -> None:
        """Shows `job`; hides when none runs."""
        self.setVisible(job.running)
        if not job.running:
            return
        self.sentence.setText(tr("Paused") if job.paused else job.sentence.render(QT_WORDS) if job.sentence else "")
        if job.fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(round(_STEPS * job.fraction))
        self.figures.setText(_figures(job))
        # as wide as the widest text it may show, so that nothing beside it moves
        width = self.figures.fontMetrics().horizontalAdvance(
            tr("{rate:.1f} photos/s · {time} left", rate=88888.8, time=duration(60 * 88))
        )
        self.figures.setFixedWidth(width)
        self.button.setText(tr("Stop") if job.kind == "train" else tr("Cancel"))
        self.button.setAccessibleName(tr("Stop the training") if job.kind == "train" else tr("Cancel the running job"))
        self.button.setEnabled(not job.stopping)


def _figures(job: JobState) -> str:
    if job.stopping or job.paused:
        return ""
    if job.rate and job.seconds_left is not None:
        return tr("{rate:.1f} photos/s · {time} left", rate=job.rate, time=duration(job.seconds_left))
    if job.rate:
        return tr("{rate:.1f} photos/s", rate=job.rate)
    return ""


class BottomStrip(QWidget):
    """Device on the left, job on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.device = DeviceLabel()
        self.job = JobBar()
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACING, 0, 2 * SPACING, 0)
        row.setSpacing(3 * SPACING)
        row.addWidget(self.device, 2)
        row.addWidget(self.job, 5)
        self.setFixedHeight(36)
