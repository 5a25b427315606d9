"""The strip at the bottom: on which device this computer trains and why, and the running job with Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from cnn_desktop.domain.graphics import UNKNOWN, Verdict
from cnn_desktop.gui.frame import strip_view
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.cards import Picture, ShortLabel
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import in_row, wide
from cnn_desktop.gui.kit.words import QT_WORDS, key_text, tr
from cnn_desktop.gui.state.job_state import JobState


class DeviceLabel(QPushButton):
    """What "auto" trains on, with the reason; a click tells more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.quiet(self)
        self._text = ShortLabel()
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the tool tip is the button's
        in_row(Picture("chip", 16, "muted"), wide(self._text), margins=(4, 0, 4, 0), of=self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_verdict(UNKNOWN)

    def show_verdict(self, verdict: Verdict) -> None:
        """The card's name, or the CPU and why."""
        text = verdict.sentence().render(QT_WORDS)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(as_tip(strip_view.device_tip(verdict)))


class JobBar(QWidget):
    """The running job: sentence, bar, rate and time left, and a button that ends it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = ShortLabel()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.sentence.setAlignment(right)
        self.bar = Bar(tr("Progress of the current job"), width=160)
        self.figures = theme.tabular(QLabel(alignment=right))
        self.figures.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        # no mnemonic: it is there on every page, and their letters are taken
        self.button.setToolTip(key_text("Ctrl+."))
        self.button.clicked.connect(self.cancelled)
        in_row(
            wide(self.sentence),
            self.bar,
            self.figures,
            self.button,
            spacing=theme.SPACING + theme.SPACING // 2,
            of=self,
        )
        self.hide()

    def show_job(self, job: JobState, with_bar: bool = True) -> None:
        """Shows `job`; hides when none runs. Not `with_bar`: the page in front says how far it is."""
        if job.running and self.isHidden():
            # as wide as the widest text it may show, so that nothing beside it moves
            widest = strip_view.figures(JobState(rate=88888.8, seconds_left=60 * 88))
            self.figures.setFixedWidth(self.figures.fontMetrics().horizontalAdvance(widest))
        self.setVisible(job.running)
        self.sentence.setText(strip_view.sentence(job))
        self.bar.setVisible(with_bar)
        self.figures.setVisible(with_bar)
        self.bar.show_fraction(job.fraction)
        self.figures.setText(strip_view.figures(job))
        words, spoken = strip_view.stop_words(job)
        self.button.setText(words)
        self.button.setAccessibleName(spoken)
        self.button.setEnabled(not job.stopping)


class BottomStrip(QWidget):
    """Device on the left, job on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.device = DeviceLabel()
        self.job = JobBar()
        edges = (2 * theme.SPACING, 0, 2 * theme.SPACING, 0)
        in_row(wide(self.device, 2), wide(self.job, 5), spacing=3 * theme.SPACING, margins=edges, of=self)
        self.setFixedHeight(36)
