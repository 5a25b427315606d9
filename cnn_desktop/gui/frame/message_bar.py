"""The message bar: over the lower edge of the page, one row a message, newest on top. Failures stay until dismissed or settled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture, breakable, wrap
from cnn_desktop.gui.kit.details import Details
from cnn_desktop.gui.kit.file_manager import FileManager
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.rows import centred, in_column, in_row, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.job_state import Notice, offer_words

MOST_ROWS = 3
WIDEST, ABOVE_THE_EDGE = 760, 64
"""Of the bar in pixels, and how far above the edge it ends: the page's buttons below it stay free."""
_SECONDS = {"info": 8, "warning": 30}
_ICONS = {"info": ("info", "accent_text"), "warning": ("warning", "warn"), "error": ("error", "bad")}


class MessageRow(QWidget):
    """One message with Details, Copy and Dismiss."""

    dismissed = Signal()
    stop_chosen = Signal()
    """Of what the message asks about; to dismiss it means to wait."""
    offer_taken = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        theme.role(self, notice.kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        picture, tone = _ICONS[notice.kind]
        self.text = wrap(QLabel(breakable(notice.text)))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        # no mnemonics: there may be three rows on any page, and their letters are taken
        self.details = Details((tr("Details"), tr("Copy")), height=160)
        self.close_button = theme.quiet(QPushButton(icon("close", "muted"), ""))
        self.close_button.setAccessibleName(tr("Dismiss"))
        self.close_button.setToolTip(tr("Dismiss"))
        self.close_button.clicked.connect(self.dismissed)
        self.asking: tuple[QPushButton, ...] = ()
        """Wait and Stop, of a message that asks."""
        if notice.asks:
            wait, stop = self.asking = (QPushButton(tr("Wait")), QPushButton(tr("Stop")))
            wait.clicked.connect(self.dismissed)
            stop.clicked.connect(self.stop_chosen)
        self.offer = [QPushButton(offer_words(notice.offer))] if notice.offer else []
        for button in self.offer:
            button.clicked.connect(self.offer_taken)
        self._files = FileManager(self)
        self._files.failed.connect(lambda words: self.text.setText(breakable(words)))
        self.place = [QPushButton(tr("Show in folder"))] if notice.place else []
        for button in self.place:
            button.clicked.connect(lambda: self._files.show(notice.place))

        buttons = map(
            centred, (*self.asking, *self.offer, *self.place, self.details.open, self.details.copy, self.close_button)
        )
        line = in_row(centred(Picture(picture, 20, tone)), wide(self.text), *buttons)
        edges = (2 * theme.SPACING, theme.SPACING // 2, theme.SPACING, theme.SPACING // 2)
        in_column(line, self.details.box, spacing=theme.SPACING // 2, margins=edges, of=self)
        self.details.show_of(notice.text, notice.details, may_copy=notice.kind != "info")

        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.dismissed)
        self._seconds = 0 if notice.asks else _SECONDS.get(notice.kind, 0)
        """Until it goes by itself; 0: it stays."""
        self._start_clock()

    def _start_clock(self) -> None:
        if self._seconds:
            self._clock.start(1000 * self._seconds)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()  # whoever reads it wants it to stay
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._start_clock()
        super().leaveEvent(event)


class MessageBar(QWidget):
    """Up to three messages over `page`, which stays as it is; when there are more, the oldest that is no failure goes
    first. Esc dismisses the newest."""

    filled = Signal(bool)
    """There are messages now, which Esc dismisses, or none any more."""
    answered = Signal(str, bool)
    """What a message `asks` about, and whether to wait for it; else it is to be stopped."""
    taken = Signal(object)
    """The `Offer` of a message."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAccessibleName(tr("Messages"))
        self._page = page
        self._column = in_column(spacing=theme.SPACING, of=self)
        page.installEventFilter(self)
        self.rows: list[MessageRow] = []
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)  # popups and dialogs keep theirs
        self._escape.activated.connect(lambda: self._answer(self.rows[0], wait=True))
        self._escape.setEnabled(False)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Adds a message; one that is shown already is not shown twice, but moves to the top."""
        for row in [row for row in self.rows if row.notice.text == notice.text]:
            self._drop(row)
        row = MessageRow(notice)
        row.dismissed.connect(lambda: self._answer(row, wait=True))
        row.stop_chosen.connect(lambda: self._answer(row, wait=False))
        row.offer_taken.connect(lambda: self._take(row))
        self.rows.insert(0, row)
        self._column.insertWidget(0, row)
        while len(self.rows) > MOST_ROWS:
            quiet = [row for row in self.rows[1:] if row.notice.kind != "error" and not row.notice.asks]
            self._drop(quiet[-1] if quiet else self.rows[-1])
        self._escape.setEnabled(True)
        self.filled.emit(True)
        self.show()
        self._arrange()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(row, notice.text))

    def settle(self, about: str) -> None:
        """Takes the messages about something away: it has gone well since."""
        for row in [row for row in self.rows if row.notice.about == about]:
            self._drop(row)

    def _answer(self, row: MessageRow, wait: bool) -> None:
        self._drop(row)
        if row.notice.asks:
            self.answered.emit(row.notice.asks, wait)

    def _take(self, row: MessageRow) -> None:
        self._drop(row)
        self.taken.emit(row.notice.offer)

    def _drop(self, row: MessageRow) -> None:
        if row not in self.rows:
            return
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._escape.setEnabled(bool(self.rows))
        self.filled.emit(bool(self.rows))
        self.setVisible(bool(self.rows))
        self._arrange()

    def _arrange(self) -> None:
        """Along the lower left, as high as the messages need."""
        width = min(WIDEST, self._page.width() - 2 * theme.MARGIN)
        below = min(ABOVE_THE_EDGE, self._page.height() // 8)
        high = min(self._column.totalHeightForWidth(width), self._page.height() - below)
        self.setGeometry(theme.MARGIN, self._page.height() - below - high, width, high)
        self.raise_()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # Details were opened
            self._arrange()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return super().eventFilter(watched, event)
