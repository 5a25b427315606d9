"""Building blocks every page uses: the page itself, cards, headings, lines, and text that shortens itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.icons import icon, pixmap
from cnn_desktop.gui.kit.names import short_saying
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import DIALOG, ROOM, Margins, Part, in_column, in_row, wide

LONGEST = 29
"""Letters of a word that no line needs to break."""


TITLE_ROW = 32
"""Height of the row with a page's title: that of a button, in pixels."""


class Card(QFrame):
    """A quiet ground for what belongs together: `parts` one below the other. More may be put into `body`."""

    def __init__(
        self, *parts: Part, heading: str = "", margins: Margins = 2 * theme.SPACING, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        above = [theme.heading(QLabel(heading))] if heading else []
        self.body = in_column(*above, *parts, margins=margins, of=self)


class AsWideAsInside(QScrollArea):
    """Scrolls up and down where the window is low; never narrower than what is inside."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, 3 * self.fontMetrics().lineSpacing())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def scrolling_card(inside: QWidget, heading: str = "") -> Card:
    """A card in which `inside` scrolls, close to the right edge, where the scroll bar is."""
    margins = (2 * theme.SPACING, 2 * theme.SPACING, theme.SPACING, 2 * theme.SPACING)
    return Card(wide(AsWideAsInside(inside)), heading=heading, margins=margins)


class Page(QWidget):
    """A tab: title and subtitle on top, `body`, and below it a quiet note and the one primary button, bottom right."""

    back_changed = Signal()
    """`inner_back` is another one."""
    back_pressed = Signal()
    """A button that goes where Esc goes."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = theme.title(ShortLabel(title, Qt.TextElideMode.ElideMiddle))
        # as wide as its words, but a long project or file name must not widen the window
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.subtitle = theme.muted(wrap(QLabel()))
        self.subtitle.hide()
        self.title_row = in_row(self.title, ROOM)
        """Add widgets to have them right of the title."""
        self.title_row.addStrut(TITLE_ROW)  # with a button beside it or without, the page begins at one height
        self.body = in_column(spacing=2 * theme.SPACING)
        self.note = theme.muted(ShortLabel())
        self.primary = theme.primary(QPushButton())
        self.primary.hide()
        self.footer = in_row(wide(self.note), self.primary)
        """note · (your own secondary buttons, `footer.insertWidget(footer.count() - 1, button)`) · primary"""
        top = in_column(self.title_row, self.subtitle, spacing=theme.SPACING // 2)
        in_column(top, wide(self.body), self.footer, spacing=2 * theme.SPACING, margins=DIALOG, of=self)

    @property
    def shows_progress(self) -> bool:
        """It has a bar of its own for the running job, so the strip at the bottom needs none."""
        return False

    @property
    def inner_back(self) -> str:
        """Where Esc leads within the tab, as a button says it; "": out of it, if anywhere."""
        return ""

    def go_back(self) -> None:
        """Goes to `inner_back`."""

    def show_back(self, words: str) -> None:
        """Where Esc leads now, for a tab that has a button for that; "": nowhere."""

    def first_focus(self) -> QWidget | None:
        """What has the keyboard when the page comes to the front; None: its step in the rail keeps it."""
        return None

    def set_subtitle(self, text: str) -> None:
        """One sentence below the title; "" hides it."""
        show_words(self.subtitle, breakable(text))

    def set_primary(self, text: str, enabled: bool = True, note: str = "") -> None:
        """Names the primary button by its outcome; `note` tells beside it what will happen, or why it cannot."""
        show_words(self.primary, text)
        self.primary.setEnabled(enabled)
        self.note.setText(note)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab follows the order in which things were made; the footer is made first and read last."""
        super().showEvent(event)
        items = [self.footer.itemAt(place) for place in range(self.footer.count())]
        footer = [widget for item in items if item and (widget := item.widget()) and _takes_tab(widget)]
        inside = [widget for widget in _focus_chain(self) if widget not in footer]
        for widget in footer:
            if inside:
                QWidget.setTabOrder(inside[-1], widget)
            inside.append(widget)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _focus_chain(page: QWidget) -> list[QWidget]:
    """All that Tab reaches in `page`, in its order."""
    chain, at = [], page.nextInFocusChain()
    while at is not None and at is not page:
        if page.isAncestorOf(at) and _takes_tab(at):
            chain.append(at)
        at = at.nextInFocusChain()
    return chain


class ShortLabel(QLabel):
    """One line of text that is cut with "…" where there is no room; the whole text is its tool tip then."""

    def __init__(
        self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._show_whole_if_cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole_if_cut()

    def _short(self) -> str:
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def _show_whole_if_cut(self) -> None:
        self.setToolTip(as_tip(self.text()) if self._short() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, self._short())


class SayingLabel(ShortLabel):
    """A `ShortLabel` that names something: where there is no room, the name is shortened, told apart from those `among` it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._named, self._tip = "", ""
        self._among: tuple[str, ...] = ()
        super().__init__("", Qt.TextElideMode.ElideMiddle, parent)

    def show_saying(self, words: str, named: str, among: Sequence[str], tip: str = "") -> None:
        """`words` hold the name `named`, which is one of `among`; `tip`: for all to see, whether anything is cut or not."""
        self._named, self._among, self._tip = named, tuple(among), tip
        self.setText(words)
        self.update()

    def _show_whole_if_cut(self) -> None:
        if self._tip:
            self.setToolTip(as_tip(self._tip))
        else:
            super()._show_whole_if_cut()

    def _short(self) -> str:
        width = self.contentsRect().width()
        words = short_saying((self.text(),), self._named, self._among, width, self.font())
        return self.fontMetrics().elidedText(words, self._mode, width)


class Picture(QLabel):
    """An icon that follows the theme. Decoration: screen readers need the text beside it."""

    def __init__(self, name: str, size: int, role: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size, self._role = name, size, role
        self.setFixedSize(size, size)

    def show_icon(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, pixmap(self._name, self._size, self._role, self.devicePixelRatioF()))


class Foldable(QWidget):
    """A heading that opens and closes what is below it ("Advanced"). `toggle.toggled` tells; `body` holds the rest."""

    def __init__(self, heading: str, is_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = QToolButton()
        self.toggle.setText(heading)
        self.toggle.setCheckable(True)
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setAccessibleName(heading.replace("&", ""))
        self.content = QWidget()
        self.body = in_column(margins=(0, theme.SPACING, 0, 0), of=self.content)
        in_column(self.toggle, self.content, spacing=0, of=self)
        self.toggle.toggled.connect(self._show)
        self.toggle.setChecked(is_open)
        self._show(is_open)

    def _show(self, is_open: bool) -> None:
        self.toggle.setIcon(icon("chevron-down" if is_open else "right", "muted"))
        self.content.setVisible(is_open)


def wrap(label: QLabel) -> QLabel:
    """Lets `label` have as many lines as it needs, and never make the window wider."""
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def show_words(part: QLabel | QAbstractButton, words: str) -> None:
    """Words that are not always there: "" hides `part`, which must have its place in the window already."""
    part.setText(words)
    part.setVisible(bool(words))


def breakable(text: str, longest: int = LONGEST) -> str:
    """`text` with places in its names and paths where a line may end, for words longer than `longest` letters."""

    def parts(word: re.Match[str]) -> str:
        split = re.sub(r"([/\\_.-])", "\\1\u200b", word[0])
        return re.sub(rf"([^\u200b]{{{longest}}})(?=[^\u200b])", "\\1\u200b", split)

    return re.sub(rf"\S{{{longest + 1},}}", parts, text)


def rule() -> QFrame:
    """A thin line between two parts."""
    return theme.role(QFrame(), "rule")
