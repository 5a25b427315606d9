"""What one network, trained or not, makes of the photo at one layer: all maps, one of them large, or numbers as bars.

Tells
    opened(int)            this map is wanted large
    pointed(int, int)      this row and column of the large map is looked at; of numbers: this one, and 0
    turned(int)            the next map, or the one before
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from cnn_desktop.domain.jobs.explore import ExploredLayer
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import ShortLabel
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.map_reader import EVEN, TINTS, Ramp, picture, signed_ramp
from cnn_desktop.gui.kit.rows import in_column, in_row, in_stack, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.viewer.exploration import Shown
from cnn_desktop.gui.viewer.large_map import ColourScale, LargeMap
from cnn_desktop.gui.viewer.layer_words import shape
from cnn_desktop.gui.viewer.map_grid import MapGrid, MapTile
from cnn_desktop.gui.viewer.network_view import (
    Looking,
    bar_rows,
    ends,
    figure,
    is_in_colour,
    map_text,
    numbers,
    ramp_of,
    range_of,
    value_at,
)
from cnn_desktop.gui.viewer.number_views import NumberBars, NumberColumns

NARROWEST = 120
FOOT = 200
"""Width from which on the scale of a map and the number that is pointed at stand side by side."""


class LayerSide(QWidget):
    """See the module's docstring."""

    opened = Signal(int)
    pointed = Signal(int, int)
    turned = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._laid_out: Shown | None = None
        """Whose maps are in the grid, or whose numbers are shown."""
        self._place = -1
        """Of the large map among those that are here."""
        self.caption = theme.strong(QLabel(name))
        self.grid = MapGrid(tr("Maps, {when}", when=name))
        self.large, self.scale = LargeMap(), ColourScale()
        self.value = theme.tabular(ShortLabel())
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bars, self.columns = NumberBars(tr("Numbers, {when}", when=name)), NumberColumns(tr("Numbers, {when}", when=name))  # fmt: skip
        self.sign, self._blank = EmptyState("info"), QWidget()
        self._one = QWidget()
        self._foot = in_row(wide(self.scale, 2), wide(self.value, 3), spacing=4)
        in_column(wide(self.large), self._foot, spacing=4, of=self._one)
        self.stack = in_stack(self._blank, self.grid, self._one, self.bars, self.columns, self.sign)
        in_column(self.caption, wide(self.stack), spacing=4, of=self)
        self.grid.opened.connect(self.opened)
        self.large.pointed.connect(self._point)
        self.large.turned.connect(self.turned)
        self.grid.turned.connect(self.turned)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # two share the room evenly
        self.setMinimumSize(NARROWEST, NARROWEST)
        for of_numbers in (self.bars.chosen, self.columns.pointed):
            of_numbers.connect(lambda place: self.pointed.emit(place, 0))

    @property
    def first_focus(self) -> QWidget:
        """What has the keyboard when this comes to the front."""
        page = self.stack.currentWidget()
        return self.large if page is self._one or page is None else page

    @property
    def spot(self) -> tuple[int, int] | None:
        """The row and column of the large map that is looked at."""
        return self.large.spot if self.stack.currentWidget() is self._one else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._foot.setDirection(ways.LeftToRight if self.width() >= FOOT else ways.TopToBottom)

    def show_nothing(self) -> None:
        """It is on its way."""
        self._shown = None
        self.stack.setCurrentWidget(self._blank)

    def show_sign(self, icon: str, text: str, caption: str = "") -> None:
        """Why there is nothing to be seen."""
        self._shown = None
        self.sign.show_state(icon, text, "", caption)
        self.stack.setCurrentWidget(self.sign)

    def show_layer(self, shown: Shown, layer: ExploredLayer, looking: Looking) -> None:
        """What has come."""
        self._shown = shown
        if shape(layer) == "numbers":
            if self._is_new(shown):
                self._show_numbers(shown, layer)
        elif looking.channel in shown.told.channels and shown.pictures:
            self._show_one(shown, shown.told.channels.index(looking.channel))
        else:
            if self._is_new(shown):
                self._show_maps(shown)
            self.stack.setCurrentWidget(self.grid)

    def show_scale(self, low: float, high: float) -> None:
        """From which number to which bars, columns and the colours of the enlarged map reach."""
        self.bars.show_scale(low, high)
        self.columns.show_scale(low, high)
        shown, place = self._shown, self._place
        is_one = self.stack.currentWidget() is self._one
        if is_one and shown is not None and shown.maps is not None and not (shown.wish.kernels or shown.wish.is_photo):
            ramp = ramp_of(EVEN, range_of(shown, place), (low, high))
            self.large.show_map(picture(shown.maps, place, ramp))
            self.scale.show_scale(EVEN, figure(low), figure(high))

    def _is_new(self, shown: Shown) -> bool:
        """It has not been laid out yet: that takes a while."""
        before, self._laid_out = self._laid_out, shown
        return shown is not before

    def look_at(self, spot: tuple[int, int] | None) -> None:
        """The same place as on the other side."""
        self.large.look_at(spot)
        self._show_value()

    def find_brightest(self) -> tuple[int, int] | None:
        """Row and column of the largest number of the large map, where something was found."""
        if self._shown is None or self._shown.maps is None or self._place < 0 or self._shown.wish.kernels:
            return None
        maps = self._shown.maps
        size = maps.height * maps.width
        pixels = maps.pixels[self._place * size : (self._place + 1) * size]
        return divmod(pixels.index(max(pixels)), maps.width)

    def _show_maps(self, shown: Shown) -> None:
        tiles = []
        for place, drawn in enumerate(shown.pictures):
            name, tip = map_text(shown, place)
            caption = name if len(shown.pictures) <= len(TINTS) else ""
            tiles.append(MapTile(drawn, shown.told.channels[place], tip, tip, caption, shown.wish.kernels))
        self.grid.show_tiles(tiles)

    def _show_one(self, shown: Shown, place: int) -> None:
        if self.stack.currentWidget() is not self._one:
            self.large.is_held = False
        self._place = place
        self.large.show_map(shown.pictures[place])
        self.large.setAccessibleName(map_text(shown, place)[1])
        self.scale.show_scale(_ramp(shown, place), *ends(shown, place))
        self.scale.setVisible(not is_in_colour(shown))
        self.stack.setCurrentWidget(self._one)
        self._show_value()

    def _show_numbers(self, shown: Shown, layer: ExploredLayer) -> None:
        rows = bar_rows(shown, layer)
        if rows is None:
            self.columns.show_values(numbers(shown), shown.told.total)
            self.stack.setCurrentWidget(self.columns)
        else:
            self.bars.show_rows(rows, layer.kind == "softmax")
            self.stack.setCurrentWidget(self.bars)

    def _point(self, row: int, column: int) -> None:
        self._show_value()
        self.pointed.emit(row, column)

    def _show_value(self) -> None:
        spot, words = self.large.spot, ""
        if spot and self._shown:
            value = value_at(self._shown, self._place, *spot)
            words = tr("Row {row}, column {column}: {value}", row=spot[0], column=spot[1], value=value)
            self.value.setText(f"[{spot[0]}, {spot[1]}] = {value}")
        else:
            self.value.setText("")
        self.large.setAccessibleDescription(words)


def _ramp(shown: Shown, place: int) -> Ramp:
    channel = shown.told.channels[place]
    if shown.wish.kernels:
        return signed_ramp()
    return TINTS[channel] if shown.wish.is_photo and channel < len(TINTS) else EVEN
