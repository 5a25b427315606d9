"""The left rail: one button a step with icon, word and a live fact."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from cnn_desktop.domain.jobs.base import Step as StepKey
from cnn_desktop.gui.frame.rail_view import STEPS, Step
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.icons import pixmap
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, in_column
from cnn_desktop.gui.kit.words import key_text, tr

_ICON = 22


class StepButton(QAbstractButton):
    """One step. Not possible yet: quiet, and its fact is the reason."""

    def __init__(self, key: StepKey, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._key = key_text(f"Ctrl+{number}")
        self._step = Step(key, "", "", True)
        self._by_key = False
        """The focus came by the keyboard, so it is shown."""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_step(self, step: Step) -> None:
        if step == self._step:
            return
        self._step = step
        self.setText(step.word)
        self.setEnabled(step.possible)
        self.setAccessibleName(f"{step.word}, {step.fact}")
        self.setToolTip(as_tip(tr("{step} ({key}): {fact}", step=step.word, key=self._key, fact=step.fact)))
        self.update()

    def show_fact(self, fact: str) -> None:
        """What is to be known of the step now."""
        self.show_step(msgspec.structs.replace(self._step, fact=fact))

    def sizeHint(self) -> QSize:
        words = theme.font(theme.BODY, strong=True).pixelSize() + theme.font(theme.SMALL).pixelSize()
        return QSize(200, round(words * 1.35) + 3 * theme.SPACING)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @property
    def shows_focus(self) -> bool:
        """The frame of what has the keyboard is around it."""
        return self.hasFocus() and self._by_key

    def focusInEvent(self, event: QFocusEvent) -> None:
        reason = Qt.FocusReason
        self._by_key = event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason, reason.ShortcutFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = now.accent_soft if self.isChecked() else now.hover if self.underMouse() and self.isEnabled() else ""
        if ground:
            painter.setBrush(QColor(ground))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        if self.shows_focus:
            painting.focus_frame(painter, QRectF(self.rect()), theme.RADIUS)
        ink = "accent_text" if self.isChecked() else "text" if self.isEnabled() else "muted"
        self._paint_words(painter, frame, ink)

    def _paint_words(self, painter: QPainter, frame: QRectF, ink: str) -> None:
        now = theme.colours()
        top = frame.center().y() - _ICON / 2
        painter.drawPixmap(round(frame.left() + 12), round(top), pixmap(self.key, _ICON, ink, self.devicePixelRatioF()))
        left = frame.left() + 12 + _ICON + 12
        half = frame.height() / 2
        word = QRectF(left, frame.top(), frame.right() - left - 8, half + 1)
        fact = QRectF(left, frame.top() + half + 1, word.width(), half - 1)
        painter.setFont(theme.font(theme.BODY, strong=True))
        painter.setPen(QColor(getattr(now, ink)))
        painter.drawText(word, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self.text())
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(now.muted))
        short = fitting(self._step.fact, painter.fontMetrics(), int(fact.width()))
        painter.drawText(fact, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, short)


def fitting(fact: str, metrics: QFontMetrics, width: int) -> str:
    """`fact` within `width` pixels: whole parts are left out at its end rather than words cut."""
    parts = fact.split(" · ")
    while len(parts) > 1 and metrics.horizontalAdvance(" · ".join(parts)) > width:
        parts.pop()
    return metrics.elidedText(" · ".join(parts), Qt.TextElideMode.ElideRight, width)


class Rail(QWidget):
    """All steps. `chosen` tells the key of the one a person picked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Steps"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, StepButton] = {key: StepButton(key, place) for place, key in enumerate(STEPS, start=1)}
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
        edges = (theme.SPACING, 2 * theme.SPACING, theme.SPACING, theme.SPACING)
        in_column(*self.buttons.values(), ROOM, spacing=theme.SPACING // 2, margins=edges, of=self)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        for step in steps:
            self.buttons[step.key].show_step(step)

    def set_current(self, key: str) -> None:
        self.buttons[key].setChecked(True)

    def focus(self, key: str, by_key: bool) -> None:
        """Gives a step the keyboard; its frame is seen when a key was the reason, or was seen on another step."""
        seen = by_key or any(button.shows_focus for button in self.buttons.values())
        reason = Qt.FocusReason.ShortcutFocusReason if seen else Qt.FocusReason.OtherFocusReason
        self.buttons[key].setFocus(reason)
