"""The look in numbers: colours for light and dark, spacing, font sizes, and how they reach the widgets.

Style is Fusion, with a palette and one QSS file. Nothing is kept here: `colours()` reads which theme is on from the
application's palette, so a widget that paints itself asks it in `paintEvent`, which Qt calls after every change.
"""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Callable
from typing import Literal, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from cnn_desktop.domain import colours as domain_colours
from cnn_desktop.domain.colours import Rgb
from cnn_desktop.domain.resources import resource

SPACING = 8
MARGIN = 24
RADIUS = 8
ROUND = 6
"""Radius of small pictures' corners, in logical pixels."""
SMALL, BODY, HEADING, TITLE = 11, 13, 16, 22
"""Font sizes in logical pixels."""
REGULAR, STRONG = QFont.Weight.Normal, QFont.Weight.DemiBold
"""The two font weights."""

Choice = Literal["system", "light", "dark"]
CHOICES: tuple[Choice, ...] = ("system", "light", "dark")

W = TypeVar("W", bound=QWidget)
L = TypeVar("L", bound=QLabel)


@dataclasses.dataclass(frozen=True)
class Colours:
    """One theme. Text roles (`text`, `muted`, `accent_text`, `good`, `warn`, `bad`) reach 4.5:1 on every ground."""

    dark: bool
    window: str
    surface: str
    """Cards, lists, plots, fields."""
    rail: str
    hover: str
    line: str
    """Lines and frames: quiet, carry no meaning."""
    outline: str
    """Frames of fields and boxes, 3:1 against their ground so that they can be found."""
    text: str
    muted: str
    accent: str
    """Ground of the primary button, bars, the training curve."""
    accent_hover: str
    on_accent: str
    accent_text: str
    """The accent as text or thin line."""
    accent_soft: str
    """Ground of what is chosen."""
    good: str
    warn: str
    bad: str
    good_soft: str
    warn_soft: str
    bad_soft: str

    @property
    def grounds(self) -> tuple[str, ...]:
        """Everything text may stand on, apart from `accent`."""
        return (
            self.window, self.surface, self.rail, self.hover, self.accent_soft,
            self.good_soft, self.warn_soft, self.bad_soft,
        )  # fmt: skip

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything text may be written in, on one of `grounds`."""
        return (self.text, self.muted, self.accent_text, self.good, self.warn, self.bad)


LIGHT = Colours(
    dark=False,
    window="#f7f7f6",
    surface="#ffffff",
    rail="#efefed",
    hover="#ebebe9",
    line="#e0e0dd",
    outline="#878a8f",
    text="#1b1d1f",
    muted="#595d63",
    accent="#0b6b78",
    accent_hover="#095a66",
    on_accent="#ffffff",
    accent_text="#0a6470",
    accent_soft="#dcecee",
    good="#17672f",
    warn="#7f5000",
    bad="#b3261e",
    good_soft="#e2f1e5",
    warn_soft="#fbefd5",
    bad_soft="#fbe7e5",
)

DARK = Colours(
    dark=True,
    window="#1d1e20",
    surface="#26282b",
    rail="#18191b",
    hover="#303236",
    line="#383a3f",
    outline="#7b7f86",
    text="#ecedee",
    muted="#abafb6",
    accent="#4cb7c5",
    accent_hover="#68c6d2",
    on_accent="#05262b",
    accent_text="#62c4d1",
    accent_soft="#173a40",
    good="#7ccf8f",
    warn="#e8b65a",
    bad="#ff9d94",
    good_soft="#1b3423",
    warn_soft="#3b2f14",
    bad_soft="#43211e",
)

# Okabe and Ito, Color Universal Design (2008); its black is grey here, so that it shows on dark ground too.
_CLASS_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#8c8c8c")


class Theme(QObject):
    """Puts the theme on the application and keeps it in step with the system."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._choice: Choice | None = None
        self._system_pixels = QFontInfo(app.font()).pixelSize()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @classmethod
    def on(cls, app: QApplication) -> Theme:
        """The application's one theme; `choose` applies it."""
        return app.findChild(cls) or cls(app)

    @property
    def choice(self) -> Choice:
        return self._choice or "system"

    def choose(self, choice: Choice) -> None:
        """ "system" follows the system; the other two stay."""
        app = QGuiApplication.instance()
        assert isinstance(app, QApplication)
        self._choice = None  # setColorScheme may tell `_follow`; once is enough
        wanted = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        app.styleHints().setColorScheme(wanted[choice])
        self._choice = choice
        self._apply(app, app.styleHints().colorScheme())

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QApplication) and self._choice is not None:
            self._apply(app, scheme)

    def _apply(self, app: QApplication, scheme: Qt.ColorScheme) -> None:
        dark = self._choice == "dark" or (self._choice == "system" and scheme == Qt.ColorScheme.Dark)
        now = DARK if dark else LIGHT
        font = app.font()
        font.setPixelSize(self._pixels(BODY))
        app.setFont(font)
        app.setPalette(palette(now))
        app.setStyleSheet(style_sheet(now, self._pixels))
        self.changed.emit()

    def _pixels(self, size: int) -> int:
        """`size`, enlarged as much as the person enlarged the system's font beyond what is usual."""
        return round(size * max(1.0, self._system_pixels / 15))


def colours() -> Colours:
    """The theme that is on, as the application's palette tells."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette(now: Colours) -> QPalette:
    """`now` as Qt's palette, for what the style sheet does not reach."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    result = QPalette()
    for which, value in {
        role.Window: now.window, role.WindowText: now.text, role.Base: now.surface, role.AlternateBase: now.window,
        role.Text: now.text, role.PlaceholderText: now.muted, role.Button: now.surface, role.ButtonText: now.text,
        role.BrightText: now.bad, role.Highlight: now.accent, role.HighlightedText: now.on_accent,
        role.ToolTipBase: now.surface, role.ToolTipText: now.text, role.Link: now.accent_text,
        role.LinkVisited: now.accent_text, role.Accent: now.accent, role.Light: now.surface, role.Midlight: now.hover,
        role.Mid: now.line, role.Dark: now.outline, role.Shadow: now.line,
    }.items():  # fmt: skip
        result.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, which, QColor(now.muted))
    result.setColor(group.Disabled, role.Highlight, QColor(now.outline))
    return result


def style_sheet(now: Colours, pixels: Callable[[int], int]) -> str:
    """resources/style.qss with the theme's colours and, scaled by `pixels`, its font sizes filled in."""
    sizes = {"small": SMALL, "body": BODY, "heading": HEADING, "title": TITLE}
    values: dict[str, str] = {name: f"{pixels(size)}px" for name, size in sizes.items()}
    values |= {name: str(value) for name, value in dataclasses.asdict(now).items()}
    values["icons"] = resource("icons").as_posix()
    values["check"] = "check-on-dark.svg" if contrast(now.on_accent, "#ffffff") < 2 else "check-on-light.svg"
    values["chevron"] = values["check"].replace("check", "chevron-down")
    return string.Template(resource("style.qss").read_text(encoding="utf-8")).substitute(values)


def contrast(one: QColor | str, other: QColor | str) -> float:
    """WCAG 2 contrast of two colours, 1 to 21."""
    return domain_colours.contrast(_rgb(one), _rgb(other))


def _rgb(colour: QColor | str) -> Rgb:
    parts = QColor(colour)
    return parts.red(), parts.green(), parts.blue()


def class_color(index: int, classes: int) -> QColor:
    """The colour of class `index` of `classes`: Okabe and Ito's eight, for more classes equal steps of hue."""
    if classes <= len(_CLASS_COLOURS):
        return QColor(_CLASS_COLOURS[index % len(_CLASS_COLOURS)])
    # neighbours in the list differ in brightness too, so that they can be told apart with many classes
    return QColor.fromHsvF((index / classes + 0.55) % 1.0, 0.75 if index % 2 else 0.5, 0.7 if index % 2 else 0.85)


def map_color(share: float) -> QColor:
    """The colour for `share` in 0..1 in a perceptually even map."""
    return QColor(*domain_colours.map_rgb(share))


def text_on(ground: QColor | str) -> QColor:
    """Black or white, whichever reads better on `ground`."""
    return QColor(*domain_colours.ink_on(_rgb(ground)))


def font(size: int, strong: bool = False) -> QFont:
    """The application's font in one of the four sizes, with tabular figures, for widgets that paint themselves."""
    result = QGuiApplication.font()
    result.setPixelSize(max(1, round(result.pixelSize() * size / BODY)) if result.pixelSize() > 0 else size)
    result.setWeight(STRONG if strong else REGULAR)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def tabular(widget: W) -> W:
    """Digits of equal width, so that changing numbers do not move what is beside them."""
    font = widget.font()
    font.setFeature(QFont.Tag("tnum"), 1)
    widget.setFont(font)
    return widget


def role(widget: W, name: str) -> W:
    """Gives `widget` the style sheet's rules for `[role="name"]`; may be changed at any time.

    A label shows its text as it is: a file's name may look like markup.
    """
    if isinstance(widget, QLabel):
        widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setProperty("role", name)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    return widget


def title(label: L) -> L:
    """22 px: once a page, or the one number that matters."""
    return tabular(role(label, "title"))


def heading(label: L) -> L:
    """16 px: a section."""
    return tabular(role(label, "heading"))


def strong(label: L) -> L:
    """13 px in the heavier weight."""
    return tabular(role(label, "strong"))


def caption(label: L) -> L:
    """11 px, quiet: explains what is above it."""
    return tabular(role(label, "caption"))


def muted(label: L) -> L:
    """13 px, quiet."""
    return tabular(role(label, "muted"))


def primary(button: QPushButton) -> QPushButton:
    """The page's one primary button; Enter presses it."""
    button.setDefault(True)
    return role(button, "primary")


def quiet(button: W) -> W:
    """A button without a frame, for what is seldom needed."""
    return role(button, "quiet")
