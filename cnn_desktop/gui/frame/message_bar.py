"""The message bar: one row a message, newest on top. Failures stay until they are dismissed or settled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture, breakable, wrap
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.theme import MARGIN, SPACING
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.job_state import Notice

MOST_ROWS = 3
_SECONDS = {"info": 8, "warning": 30}
_ICONS = {"info": ("info", "accent_text"), "warning": ("warning", "warn"), "error": ("error", "bad")}


class MessageRow(QWidget):
    """One message with Details, Copy and Dismiss."""

    dismissed = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        theme.role(self, notice.kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        picture, tone = _ICONS[notice.kind]
        self.text = wrap(QLabel(breakable(notice.text)))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.details = QPlainTextEdit(notice.details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("Details"))
        self.details.setFixedHeight(160)
        self.details.hide()
        self.details_button = theme.quiet(QPushButton(tr("&Details")))
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self.details.setVisible)
        self.details_button.setVisible(bool(notice.details))
        self.copy_button = theme.quiet(QPushButton(tr("Cop&y")))
        self.copy_button.setToolTip(tr("Copy the message and its details"))
        self.copy_button.clicked.connect(self._copy)
        self.copy_button.setVisible(notice.kind != "info")
        self.close_button = theme.quiet(QPushButton(icon("close", "muted"), ""))
        self.close_button.setAccessibleName(tr("Dismiss"))
        self.close_button.setToolTip(tr("Dismiss"))
        self.close_button.clicked.connect(self.dismissed)

        line = QHBoxLayout()
        line.setSpacing(SPACING)
        line.addWidget(Picture(picture, 20, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.text, 1)
        for button in (self.details_button, self.copy_button, self.close_button):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, SPACING // 2, SPACING, SPACING // 2)
        column.setSpacing(SPACING // 2)
        column.addLayout(line)
        column.addWidget(self.details)

        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.dismissed)
        if notice.kind in _SECONDS:
            self._clock.start(1000 * _SECONDS[notice.kind])

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()  # whoever reads it wants it to stay
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.notice.kind in _SECONDS:
            self._clock.start(1000 * _SECONDS[self.notice.kind])
        super().leaveEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(
            "\n\n".join(part for part in (self.notice.text, self.notice.details) if part)
        )


class MessageBar(QWidget):
    """Up to three messages; when there are more, the oldest that is no failure goes first. Esc dismisses the newest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Messages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: list[MessageRow] = []
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)  # popups and dialogs keep theirs
        self._escape.activated.connect(lambda: self._drop(self.rows[0]))
        self._escape.setEnabled(False)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Adds a message; one that is shown already is not shown twice, but moves to the top."""
        for row in [row for row in self.rows if row.notice.text == notice.text]:
            self._drop(row)
        row = MessageRow(notice)
        row.dismissed.connect(lambda: self._drop(row))
        self.rows.insert(0, row)
        self._column.insertWidget(0, row)
        while len(self.rows) > MOST_ROWS:
            quiet = [row for row in self.rows[1:] if row.notice.kind != "error"]
            self._drop(quiet[-1] if quiet else self.rows[-1])
        self._escape.setEnabled(True)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(row, notice.text))

    def settle(self, about: str) -> None:
        """Takes the messages about something away: it has gone well since."""
        for row in [row for row in self.rows if row.notice.about == about]:
            self._drop(row)

    def clear(self) -> None:
        """Takes all messages away, failures too."""
        for row in list(self.rows):
            self._drop(row)

    def _drop(self, row: MessageRow) -> None:
        if row not in self.rows:
            return
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._escape.setEnabled(bool(self.rows))
        self.setVisible(bool(self.rows))
