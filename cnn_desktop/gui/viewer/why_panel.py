"""Why the model answers as it does: where it looks, and which training photos look like this one.

Shown by
    show_alike(AlikeView)        the training photos, or why there are none

Tells
    alike_wanted(bool)           the training photos are to be looked up, or no longer
    alike_opened(str)            show this training photo among the others
`heat` chooses the heat map.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QWidget

from cnn_desktop.domain.jobs.explain import Alike
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.cards import show_words, wrap
from cnn_desktop.gui.kit.heat_controls import HeatControls
from cnn_desktop.gui.kit.rows import in_column, in_row, on_top, wide
from cnn_desktop.gui.kit.thumbnail_grid import CAPTION, GAP, ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.help_button import TeachButton

SIDE = 62
"""Of a training photo, in pixels."""
ROWS_HEIGHT = 3 * (SIDE + GAP + CAPTION) + 8


class AlikeView(msgspec.Struct, frozen=True):
    """The training photos that look like this one."""

    photos: tuple[Alike, ...] = ()
    note: str = ""
    """What is to be known of them, or why there are none."""
    fraction: float | None = None
    """How far looking at all training photos is, the first time; None: nothing is going on."""


class WhyPanel(QWidget):
    """See the module's docstring."""

    alike_wanted = Signal(bool)
    alike_opened = Signal(str)
    grown = Signal()
    """There is more to see below."""

    def __init__(self, source: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = HeatControls()
        self.alike = QCheckBox(tr("Si&milar training photos"))
        self.alike.setToolTip(tr("The training photos that look most like this one to the model"))
        self.alike.toggled.connect(self._show_alike)
        self.grid = ThumbnailGrid(source, tr("Training photos that look like this one"), side=SIDE, captions=True)
        self.grid.setFixedHeight(ROWS_HEIGHT)
        self.grid.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.grid.opened.connect(self.alike_opened)
        self.bar = Bar(tr("Looking at the training photos"))
        self.note = theme.caption(wrap(QLabel()))
        in_column(
            in_row(wide(theme.strong(QLabel(tr("Why?")))), on_top(TeachButton("heat_map"))),
            self.heat, self.alike, self.bar, self.note, self.grid, of=self,
        )  # fmt: skip
        self.show_alike(AlikeView())

    def show_alike(self, view: AlikeView) -> None:
        """The newest that is known."""
        self.bar.setVisible(view.fraction is not None)
        self.bar.show_fraction(view.fraction)
        show_words(self.note, view.note)
        is_new = bool(view.photos) and self.grid.isHidden()
        self.grid.setVisible(bool(view.photos))
        if is_new:
            self.grown.emit()
        self.grid.tiles.names = tuple(dict.fromkeys(one.label for one in view.photos))
        self.grid.show_tiles([Tile(one.path, _words(one), one.label, _alike(one)) for one in view.photos])

    def _show_alike(self, wanted: bool) -> None:
        self.alike_wanted.emit(wanted)


def _alike(one: Alike) -> str:
    return tr("{p:.0%} alike", p=max(0.0, one.similarity))


def _words(one: Alike) -> str:
    name = as_shown(one.path.replace("\\", "/").rsplit("/", 1)[-1])
    return tr("{label} ({file}), {p:.0%} alike", label=one.label, file=name, p=max(0.0, one.similarity))
