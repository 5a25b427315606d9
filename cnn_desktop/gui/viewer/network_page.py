"""Inside the network: its layers, what each of them makes of the photo, and how one number of it was made.

Shown by
    show_view(View)                          everything but photo and pictures
    show_photo(levels, text)                 the photo
    show_answer(AnswerView)                  what the model says of it
    show_side(untrained, shown, fault)       what has come of the layer
    show_sum(SumView, window, untrained)     how a number was made; None: not known
    show_waiting(bool)                       something is on its way

It is built when it comes to the front for the first time: few who classify photos look inside, and the window starts sooner.

Tells
    built()                 its parts are there
    shown()                 it comes to the front
    looked(Looking)         something else is looked at
    pointed(Spot)           it is to be told how this number was made
    every_wanted(bool)      all layers are to be in the strip, or the main ones
    stepped(int)            so many photos on, or back
    open_wanted(), train_wanted(), again_wanted()
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.cards import Card, SayingLabel, ShortLabel, show_words, wrap
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.panels import Panel, Panels
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, fill, in_column, in_row, in_stack, on_top, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.tab_page import TabPage
from cnn_desktop.gui.kit.words import key_text, tr
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.viewer.explanation import Explanation
from cnn_desktop.gui.viewer.exploration import Shown
from cnn_desktop.gui.viewer.layer_side import LayerSide
from cnn_desktop.gui.viewer.layer_strip import LayerStrip
from cnn_desktop.gui.viewer.layer_words import shape, topic
from cnn_desktop.gui.viewer.network_view import Facts, Looking, View, When, spot, view
from cnn_desktop.gui.viewer.small_photo import SmallPhoto
from cnn_desktop.gui.viewer.sum_view import SumView
from cnn_desktop.gui.viewer.view import AnswerView

STRIP, ASIDE = 236, 300
"""Usual widths, in pixels."""
NARROWEST, PICTURES = 204, 292
ROOMY = 760
"""Width from which on there is room for two networks' maps and the explanation."""
HINT = 420
"""Width from which on there is room to say what may be done."""
FOOT, WORDS = 48, 56
"""Heights of what is below the pictures, and around each of them."""
LATE_MS = 500
"""So long nothing is said of waiting."""
_WHEN: tuple[When, ...] = ("before", "after", "both")


class NetworkPage(TabPage):
    """See the module's docstring."""

    built = Signal()
    shown = Signal()
    looked = Signal(object)
    pointed = Signal(object)
    every_wanted = Signal(bool)
    stepped = Signal(int)
    open_wanted = Signal()
    train_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view(Facts())
        self._has_sum = self.is_built = False
        self._photo: tuple[list[QImage], str] = ([], "")
        self._answer: AnswerView | None = None

    def _build(self) -> None:
        self.is_built = True
        self.empty = EmptyState("model")
        self.empty.pressed.connect(self._begin)
        self.panels = Panels(Panel(self._build_strip(), STRIP), Panel(self._build_stage()))
        self.stack = in_stack(self.empty, self.panels)
        in_column(wide(self.stack), of=self)
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(lambda: self.busy.setVisible(True))
        self.show_view(self._view)
        self.photo.show_levels(*self._photo)
        if self._answer:
            self.show_answer(self._answer)
        self.built.emit()

    # What is shown --------------------------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Everything but photo and pictures."""
        before, self._view = self._view, view
        self.set_heading(view.heading)
        if (before.looking.channel < 0) != (view.looking.channel < 0):
            self.back_changed.emit()
        if not self.is_built:
            return
        self.empty.show_state(view.icon, view.text, view.button, view.caption)
        self.stack.setCurrentWidget(self.empty if view.page == "empty" else self.panels)
        self.back.setEnabled(view.has_previous)
        self.forth.setEnabled(view.has_next)
        if view.fault:
            self.photo.show_sign("missing", view.fault)
        self.strip.show_rows(view.rows)
        self.strip.choose(view.looking.layer)
        show_words(self.every, view.every)
        self.show_note(view.note)
        self.title.setText(view.title)
        if view.layer:
            self.teach.set_topic(topic(view.layer.kind))
        self.teach.setVisible(view.layer is not None)
        self.told.setText(view.told)
        looking = view.looking
        self.when.choose(_WHEN.index(looking.when))
        for said in (self.when.button(0), self.sides[True].caption):
            said.setToolTip(as_tip(view.before))
        self.what.setVisible(view.has_kernels)
        self.what.choose(int(looking.kernels))
        show_words(self.all, tr("&All") if looking.channel >= 0 else "")
        self.pager.setText(view.pager)
        for button, is_on in ((self.earlier, view.has_earlier), (self.later, view.has_later)):
            button.setEnabled(is_on)
            button.setVisible(view.has_earlier or view.has_later)
        self.hint.setText(view.hint)
        for untrained, side in self.sides.items():
            side.setVisible(untrained in looking.sides)
            side.caption.setVisible(len(looking.sides) > 1)
        if (before.looking.layer, before.looking.channel, before.looking.kernels) != (looking.layer, looking.channel, looking.kernels):  # fmt: skip
            self.forget_sum()
        if view.layer and not self._has_sum:
            self.aside.show_topic(topic(view.layer.kind))
        self._arrange()

    def show_photo(self, levels: list[QImage], text: str) -> None:
        """The photo, and halves of it."""
        self._photo = (levels, text)
        if self.is_built:
            self.photo.show_levels(levels, text)

    def show_answer(self, view: AnswerView) -> None:
        """What the model says of it, and with which confidence."""
        self._answer = view
        if self.is_built:
            names = [as_shown(bar.name) for bar in view.bars]
            words = names[0] if names else view.verdict
            self.verdict.show_saying(words, words, names or [words], " ".join([view.verdict, *names[:1]]))
            self.share.setText(tr("{p:.1%}", p=view.bars[0].probability) if view.bars else "")

    def show_side(self, untrained: bool, shown: Shown | None, fault: str) -> None:
        """What has come of the layer; `fault`: why there is nothing."""
        side, layer = self.sides[untrained], self._view.layer
        if fault or self._view.fault:
            side.show_sign("warning", fault or self._view.fault)
        elif layer is None:
            side.show_nothing()
        elif shape(layer) == "nothing":
            side.show_sign("info", tr("This step makes no picture."), tr("What it passes on are neither maps nor one row of numbers. Choose another step on the left."))  # fmt: skip
        elif shown is None or shown.wish.layer != layer.name:
            side.show_nothing()
        else:
            was = side.spot
            side.show_layer(shown, layer, self._view.looking)
            self._begin_to_point(untrained, side, was)

    def show_scale(self, low: float, high: float) -> None:
        """From which number to which bars and colours of both sides reach."""
        for side in self.sides.values():
            side.show_scale(low, high)

    def show_sum(self, view: SumView | None, window: QRectF | None, untrained: bool) -> None:
        """`window`: what the layer looks at, in shares of the photo; None: it is nowhere in particular."""
        if view is None:
            self.forget_sum()
            return
        self._has_sum = True
        self.photo.mark(window)
        layer = self._view.layer
        how = tr("Point at the map, or use the arrow keys. A click holds the place.")
        self.aside.show_sum(
            view,
            self._name(untrained) if len(self._view.looking.sides) > 1 else "",
            how if layer and shape(layer) == "maps" else "",
        )

    def forget_sum(self) -> None:
        """Nothing is known of a number."""
        self._has_sum = False
        self.photo.mark(None)
        if self._view.layer:
            self.aside.show_topic(topic(self._view.layer.kind))

    def show_note(self, words: str) -> None:
        """What is to be known of what is shown; "" for nothing."""
        show_words(self.note, words)

    def show_waiting(self, waits: bool) -> None:
        """A bar, once that takes long."""
        if waits and not self._late.isActive() and self.busy.isHidden():
            self._late.start()
        elif not waits:
            self._late.stop()
            self.busy.hide()

    @property
    def inner_back(self) -> str:
        return tr("Back to all maps") if self.is_built and self._view.looking.channel >= 0 else ""

    def go_back(self) -> None:
        self._close()

    def first_focus(self) -> QWidget | None:
        if not self.is_built:
            return None
        return self.empty.button if self._view.page == "empty" else self.strip

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.is_built:
            self._build()
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_built:
            self._arrange()

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_strip(self) -> QWidget:
        self.photo = SmallPhoto()
        self.verdict = theme.strong(SayingLabel())
        self.share = theme.caption(QLabel())
        self.back = _tool("left", tr("Previous photo"), "Ctrl+PgUp")
        self.forth = _tool("right", tr("Next photo"), "Ctrl+PgDown")
        for button, step in ((self.back, -1), (self.forth, 1)):
            button.clicked.connect(lambda _=False, step=step: self.stepped.emit(step))
        self.strip = LayerStrip()
        self.strip.chosen.connect(lambda name: self._look(self._view.looking.at(name)))
        self.every = QCheckBox()
        self.every.setToolTip(tr("Also shows the small steps in between: normalisation, activation, additions."))
        self.every.toggled.connect(self.every_wanted)
        self.note = theme.caption(wrap(QLabel()))
        edge = theme.SPACING
        answer = in_row(
            wide(in_column(self.verdict, self.share, spacing=0)), on_top(self.back), on_top(self.forth), spacing=0
        )
        card = Card(self.photo, answer, wide(self.strip), self.note, self.every, margins=(edge, edge, edge, edge))
        card.setMinimumWidth(NARROWEST)
        return card

    def _build_stage(self) -> QWidget:
        self.title = theme.heading(ShortLabel())
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.told = theme.muted(wrap(QLabel()))
        self.when = Segments(tr("Which network"), [tr("&Before"), tr("Af&ter"), tr("B&oth")])
        self.when.button(1).setToolTip(tr("The network as it is now."))
        self.when.button(2).setToolTip(tr("Side by side: what has it learned?"))
        self.when.choose(_WHEN.index("after"))
        self.when.chosen.connect(lambda place: self._look(self._view.looking.in_time(_WHEN[place])))
        self.busy = Bar(tr("Working…"))
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.busy.hide()
        self.sides = {True: LayerSide(self._name(True)), False: LayerSide(self._name(False))}
        for untrained, side in self.sides.items():
            side.opened.connect(lambda channel: self._look(self._view.looking.enlarged(channel), focus=True))
            side.turned.connect(self._turn)
            side.pointed.connect(lambda row, column, untrained=untrained: self._point(untrained, row, column))
        self.both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.both.setSpacing(2 * theme.SPACING)
        fill(self.both, *(wide(side) for side in self.sides.values()))
        self.all = QPushButton()
        self.all.setIcon(icon("left"))
        self.all.setToolTip(tr("Back to all of them ({key})", key=key_text("Esc")))
        self.all.clicked.connect(self._close)
        self.earlier = _tool("left", tr("Earlier maps"), "PgUp", shortcut=False)
        self.later = _tool("right", tr("Later maps"), "PgDown", shortcut=False)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.pager, self.hint = theme.tabular(QLabel()), theme.muted(ShortLabel())
        self.what = Segments(tr("Maps or kernels"), [tr("&Maps"), tr("&Kernels")])
        self.what.button(1).setToolTip(tr("The numbers that this layer has learned and slides over what comes in."))
        self.what.chosen.connect(lambda place: self._look(self._view.looking.showing(place == 1)))
        foot = in_row(self.all, self.earlier, self.pager, self.later, wide(self.hint, 1000), ROOM)
        foot.addStrut(34)
        self._pictures = QWidget()
        in_column(self.busy, wide(self.both), foot, of=self._pictures)
        card = Card(wide(self._pictures), margins=(12, 6, 12, 8))
        card.setMinimumWidth(PICTURES)
        self.aside = Explanation()
        self.inner = Panels(Panel(card), Panel(self.aside, ASIDE))
        self.teach = TeachButton("convolution")
        head = in_row(self.title, self.teach, ROOM, theme.muted(QLabel(tr("Training:"))), self.when, spacing=6)
        below = in_row(wide(self.told), self.what)
        below.addStrut(34)
        stage = QWidget()
        in_column(head, below, wide(self.inner), spacing=4, of=stage)
        return stage

    @staticmethod
    def _name(untrained: bool) -> str:
        return tr("Before training") if untrained else tr("After training")

    def _arrange(self) -> None:
        """Two networks side by side, or one above the other where their pictures are larger that way."""
        width, height, ways = self._pictures.width(), self._pictures.height() - FOOT, QBoxLayout.Direction
        beside, below = min(width // 2, height - WORDS), min(width, height // 2 - WORDS)
        explains = not (self._view.wants_room and self.inner.width() < ROOMY)
        if explains == self.aside.isHidden():
            self.inner.show_panel(1, explains)
        self.hint.setVisible(bool(self._view.hint) and width > HINT)
        self.both.setDirection(ways.TopToBottom if below > beside else ways.LeftToRight)

    # What happens ---------------------------------------------------------------------------------------------------

    def _look(self, looking: Looking, focus: bool = False) -> None:
        if looking == self._view.looking:
            return
        opened = looking.channel if looking.channel >= 0 else self._view.looking.channel
        self.looked.emit(looking)
        for untrained, side in self.sides.items():
            if looking.channel < 0 <= opened:
                side.grid.choose(opened)
            if focus and untrained == looking.sides[-1]:
                side.first_focus.setFocus()

    def _close(self) -> None:
        self._look(self._view.looking.enlarged(-1), focus=True)

    def _turn(self, step: int) -> None:
        layer = self._view.layer
        if layer is not None:
            self._look(self._view.looking.turned(step, layer.output[0]))

    def _begin_to_point(self, untrained: bool, side: LayerSide, was: tuple[int, int] | None) -> None:
        """At the brightest place of a map that was just enlarged; where it was pointed at before, if there is such a place."""
        layer, looking = self._view.layer, self._view.looking
        if layer is None or looking.channel < 0 or side.stack.currentWidget() is side.grid:
            return
        at = side.spot or was
        if at is None:
            other = self.sides[not untrained]
            at = (other.spot if not other.isHidden() else None) or side.find_brightest()
        side.look_at(at)
        if untrained == looking.sides[-1] and side.spot:
            self._point(untrained, *side.spot)

    def _point(self, untrained: bool, row: int, column: int) -> None:
        layer = self._view.layer
        if layer is None:
            return
        if shape(layer) == "maps":
            self.sides[not untrained].look_at((row, column))
        if asked := spot(self._view.looking, layer, (row, column), untrained):
            self.pointed.emit(asked)

    def _begin(self) -> None:
        wanted = {"open": self.open_wanted, "train": self.train_wanted, "again": self.again_wanted}
        if self._view.begins:
            wanted[self._view.begins].emit()


def _tool(name: str, words: str, key: str, shortcut: bool = True) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(QSize(16, 16))
    button.setAccessibleName(words)
    button.setToolTip(tr("{words} ({key})", words=words, key=key_text(key)))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if shortcut:
        QShortcut(QKeySequence(key), button, button.click)
    return button
