"""Help › Guided tour: a card below the steps that walks through them with what is open, at the person's own pace.

It opens nothing by itself: while nothing is open, it offers the sample.
"""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton

from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import in_column, in_row, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.session import Session

_END = 26
"""Side of the button that ends the tour."""
_GAP = theme.SPACING // 2
"""Above and below the card: with it, the longest text has room below the steps of a window of 1024 × 700."""


@dataclasses.dataclass(frozen=True)
class Stop:
    """One stop of the tour. `waiting` is said while its step is not possible yet."""

    step: str
    title: str
    text: str
    waiting: str = ""


def stops() -> tuple[Stop, ...]:
    """The tour, in order."""
    train_first = tr("Go to Training and press Train. It takes about a minute, and the tour waits for you.")
    return (
        Stop(
            "dataset",
            tr("The photos"),
            tr("Each folder is a class, and the bars show how many photos it has. About 15 in 100 photos are set "
               "aside for a fair test at the end. In the sample, a few photos have the wrong label, as happens in "
               "real life."),
        ),
        Stop(
            "model",
            tr("The model"),
            tr("This network has already seen a million photos. It only needs a new last layer for your classes, "
               "so it learns in minutes. SimpleCNN starts from scratch. Try both and compare."),
        ),
        Stop(
            "training",
            tr("The training"),
            tr("The settings are fine as they are: press Train. One curve shows how well the model does on photos "
               "it learns from, the other on photos it never learns from. When the two drift apart, it is learning "
               "by heart: overfitting."),
        ),
        Stop(
            "evaluation",
            tr("The test"),
            tr("Press Test. Now the photos that were set aside are used. Look at the worst mistakes first: "
               "sometimes it is the label that is wrong, not the model."),
            train_first,
        ),
        Stop(
            "viewer",
            tr("Your own photos"),
            tr("Drop any photo here to see which class the model chooses, and how sure it is."),
            train_first,
        ),
        Stop(
            "labels",
            tr("The labels"),
            tr("Here the app looks for photos whose label is probably wrong, and you decide about each. This is the "
               "end of the tour. To start with your own photos, drop a folder of them on the window."),
        ),
    )  # fmt: skip


class Card(NamedTuple):
    """What the card shows."""

    text: str
    offers_sample: bool = False
    goes_on: bool = False
    """Next can be pressed."""


def card(stop: Stop, is_open: bool, is_read: bool, works: bool, reached: bool) -> Card:
    """`is_open`: a project is; `is_read`: its photos are known; `works`: a job runs; `reached`: the stop's step can be shown."""
    if not is_open and works:
        return Card(tr("The photos are being read. The tour continues in a moment."))
    if not is_open:
        words = tr(
            "Nothing is open yet. Drop a folder of photos on the window, or take the tour with the sample photos."
        )
        return Card(words, offers_sample=True)
    if not (is_read and reached):
        return Card(stop.waiting or tr("The photos are being read. The tour continues in a moment."))
    return Card(stop.text, goes_on=True)


class Tour(QFrame):
    """The card, in the rail below the steps, so that the page it speaks of is free.

    Where the window is too low for that, it stands over the page's lower left corner.
    """

    sample_wanted = Signal()

    def __init__(self, window: MainWindow, session: Session) -> None:
        self._ground = window.centralWidget() or window
        super().__init__(self._ground)
        self._window, self._session = window, session
        self._stops = stops()
        self._place, self._was_possible = 0, False
        theme.role(self, "tour")
        self.setAccessibleName(tr("Guided tour"))
        self._count = theme.caption(QLabel())
        self.title = theme.heading(QLabel())
        self.text = label(wordWrap=True)
        self._end = QToolButton()
        self._end.setIcon(icon("close", "muted"))
        self._end.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._end.setAccessibleName(tr("End tour"))
        self._end.setToolTip(tr("End tour. Key: Esc"))
        self._end.setFixedSize(_END, _END)
        self._end.clicked.connect(self.leave)
        self._back = QPushButton(tr("&Back"))
        self._back.clicked.connect(lambda: self.go(self._place - 1))
        self.next = theme.primary(QPushButton(tr("Ne&xt")))
        self.next.clicked.connect(lambda: self.go(self._place + 1))
        self.sample = theme.primary(QPushButton(tr("Open the sa&mple")))
        self.sample.clicked.connect(self.sample_wanted)
        steps = in_row(wide(self._back), wide(self.next), spacing=_GAP)
        head = in_column(in_row(wide(self._count), self._end), self.title, self.text, spacing=_GAP)
        self._column = in_column(head, self.sample, steps, margins=theme.SPACING, of=self)
        self._ground.installEventFilter(self)
        session.changed.connect(self._refresh)

    @classmethod
    def begin(cls, window: MainWindow, session: Session) -> Tour:
        """Shows the card at the step that is shown; an earlier one is taken away."""
        for old in window.findChildren(cls):
            old.leave()
        tour = cls(window, session)
        steps = [stop.step for stop in tour._stops]
        tour.go(steps.index(window.step) if window.step in steps else 0)
        tour.show()
        tour.raise_()
        (tour.sample if tour.sample.isVisible() else tour.next).setFocus()
        return tour

    def go(self, place: int) -> None:
        """To stop `place`; past the last one the tour ends."""
        if place >= len(self._stops):
            self.leave()
            return
        self._place, self._was_possible = max(0, place), False
        self._refresh()

    def leave(self) -> None:
        """Takes the card away."""
        self.hide()
        self.setParent(None)
        self.deleteLater()

    def _refresh(self) -> None:
        stop, project = self._stops[self._place], self._session.project
        shown = card(
            stop,
            is_open=project.info is not None,
            is_read=project.photos is not None,
            works=self._session.jobs.now.running,
            reached=self._window.rail.buttons[stop.step].isEnabled(),
        )
        possible = shown.goes_on
        if possible and not self._was_possible and self._window.step != stop.step:
            self._window.show_step(stop.step)  # once: from then on a person goes where they like
        self._was_possible = possible
        last = self._place == len(self._stops) - 1
        self._count.setText(tr("Guided tour · {n} of {total}", n=self._place + 1, total=len(self._stops)))
        self.title.setText(stop.title)
        self.text.setText(shown.text)
        self.sample.setVisible(shown.offers_sample)
        for button in (self._back, self.next):
            button.setVisible(not shown.offers_sample)
        self._back.setEnabled(self._place > 0)
        self.next.setText(tr("&Done") if last else tr("Ne&xt"))
        self.next.setEnabled(possible)
        self._arrange()

    def _arrange(self) -> None:
        rail, below = self._window.rail, self._window.strip.height() + _GAP
        width = rail.width() - 2 * theme.SPACING
        high, bottom = self._column.totalHeightForWidth(width), self._ground.height() - below
        steps = max(button.geometry().bottom() for button in rail.buttons.values()) + _GAP
        left = theme.SPACING if bottom - high >= steps else rail.width() + theme.SPACING
        self.setFixedSize(width, high)
        self.move(left, bottom - high)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        is_asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_asked and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()  # here it ends the tour, whatever it does on the page
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
