"""The message bar: over the page where none of its controls lies, one row a message, newest on top. Failures stay until dismissed or settled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

from cnn_desktop.gui.frame.message_place import controls, is_free, lowest_free
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
"""Of the bar in pixels, and how far above the edge it ends where it must cover something: never the page's last buttons."""
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
    first. Esc dismisses the newest. They stay where they are, too, as long as no control lies there."""

    filled = Signal(bool)
    """There are messages now, which Esc dismisses, or none any more."""
    answered = Signal(str, bool)
    """What a message `asks` about, and whether to wait for it; else it is to be stopped."""
    taken = Signal(object)
    """The `Offer` of a message."""

    def __init__(self, page: QStackedWidget) -> None:
        super().__init__(page)
        self.setAccessibleName(tr("Messages"))
        self._page = page
        self._column = in_column(spacing=theme.SPACING, of=self)
        page.installEventFilter(self)
        page.currentChanged.connect(self._place_anew)
        self._below: int | None = None
        """Pixels between it and the page's lower edge; None: its place is yet to be found."""
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
        self._below = self._below if self.rows else None
        self._arrange()

    def _place_anew(self) -> None:
        """Another page is shown."""
        self._below = None
        self._arrange()

    def _arrange(self) -> None:
        """Along the left, as high as the messages need: where it is, else where no control lies."""
        page = self._page.currentWidget()
        if not self.rows or page is None:
            return
        width, height = min(WIDEST, self._page.width() - 2 * theme.MARGIN), self._page.height()
        at_worst = min(ABOVE_THE_EDGE, height // 8)
        size = QSize(width, min(self._column.totalHeightForWidth(width), height - at_worst))
        place, taken = QRect(QPoint(theme.MARGIN, -1), size), controls(page)
        if self._below is not None:
            place.moveBottom(height - self._below - 1)
        if place.top() < 0 or not is_free(place, taken):
            top = lowest_free(size, theme.MARGIN, height, taken)
            place.moveTop(height - at_worst - size.height() if top is None else top)
        self._below = height - place.bottom() - 1
        self.setGeometry(place)
        self.raise_()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # Details were opened
            self._arrange()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return super().eventFilter(watched, event)
