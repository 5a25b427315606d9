"""Model tab: the networks to choose from, where their weights are, and what the chosen one looks like inside.

Shown by
    show_view(View)                       everything (`gui.model.view`)

Tells
    model_chosen(str)                     the person chose
    layers_needed(str)                    the layers of this model are looked at
    weights_import_requested(str, str)    model, file
    weights_download_requested(str)       the person asked for the download
    weights_choice_changed(str)           "auto" or "none"
    next_step()                           "Set up the training"
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import AsWideAsInside, Card, Page, ShortLabel, wrap
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.model.architecture_drawing import ArchitectureDrawing
from cnn_desktop.gui.model.layer_table import LayerTable
from cnn_desktop.gui.model.model_table import ModelTable
from cnn_desktop.gui.model.scatter import Scatter
from cnn_desktop.gui.model.timm_search import TimmSearch
from cnn_desktop.gui.model.view import View
from cnn_desktop.gui.teach.help_button import TeachButton

SIZES, LAYERS, DRAWING = 0, 1, 2
DETAILS = 272
"""Least width of what is beside the table, in pixels."""
NARROW = 960


class ModelTab(Page):
    """See the module's docstring."""

    model_chosen = Signal(str)
    layers_needed = Signal(str)
    weights_import_requested = Signal(str, str)
    weights_download_requested = Signal(str)
    weights_choice_changed = Signal(str)
    next_step = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Model"), parent)
        self._name = ""
        self.set_subtitle(tr("The network that learns your classes. The first one is a good choice for most photos."))
        row = QHBoxLayout()
        row.setSpacing(2 * theme.SPACING)
        row.addWidget(self._build_list(), 5)
        row.addWidget(self._build_details(), 3)
        self.body.addLayout(row, 1)
        self.primary.clicked.connect(self.next_step)

    # What is shown --------------------------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """The table, the chosen model, and its layers as far as they are known."""
        name, architecture = view.chosen.name, view.chosen.architecture
        before, self._name = self._name, name
        self.table.show_rows(view.rows)
        self.table.choose(name)
        self.scatter.show_rows(view.rows, name)
        self.drawing.show_blocks(view.blocks)
        self.name.setText(architecture.title)
        self.about.setText(tr(architecture.note))
        self.start.setText(view.start)
        for button in (self.pretrained, self.scratch):
            button.setEnabled(view.has_weights)
        (self.scratch if view.from_scratch else self.pretrained).setChecked(True)
        self.download.setText(view.download)
        self.download.setVisible(bool(view.download))
        self.import_button.setVisible(view.may_import)
        self._share_room()
        self.licence.setText(view.licence)
        self.licence.setVisible(bool(view.licence))
        self.set_primary(tr("Set up the &training"), note=view.note)
        self.layers.layers.show_rows(view.layers)
        self._layers_note.setText(view.layers_note)
        self._waiting.setText(view.waiting)
        self._layers_stack.setCurrentWidget(self._waiting if view.waiting else self.layers)
        self.views.set_label(DRAWING, tr("D&rawing"), view.has_drawing)
        if name == before:
            return
        if view.has_drawing:
            self.views.choose(DRAWING)
        elif self.views.current == DRAWING:
            self.views.choose(SIZES)
        self._look_inside()

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_list(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(theme.SPACING, theme.SPACING, theme.SPACING, 2 * theme.SPACING)
        self.table = ModelTable()
        self.table.chosen.connect(self.model_chosen)
        card.body.addWidget(self.table, 1)
        self.search = TimmSearch()
        self.search.chosen.connect(self.model_chosen)
        card.body.addWidget(self.search)
        return card

    def _build_details(self) -> QWidget:
        inside = theme.role(QWidget(), "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.SPACING, 0)
        column.setSpacing(theme.SPACING)
        column.addStrut(DETAILS)
        self.name = ShortLabel()
        theme.heading(self.name)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(TeachButton("top1"))
        self.about = QLabel()
        self.about.setWordWrap(True)
        theme.muted(self.about)
        self.start = QLabel()
        self.start.setWordWrap(True)
        self.start.setMinimumHeight(3 * self.start.fontMetrics().lineSpacing())
        self.start.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.pretrained = QRadioButton(tr("&Pretrained"))
        self.scratch = QRadioButton(tr("From &scratch"))
        group = QButtonGroup(self)
        for button in (self.pretrained, self.scratch):
            group.addButton(button)
        self.scratch.clicked.connect(lambda: self.weights_choice_changed.emit("none"))
        self.pretrained.clicked.connect(lambda: self.weights_choice_changed.emit("auto"))
        choices = _row(self.pretrained, TeachButton("freezing")), _row(self.scratch)
        self.download = QPushButton()
        self.download.setIcon(icon("download"))
        self.download.clicked.connect(lambda: self.weights_download_requested.emit(self._name))
        self.import_button = QPushButton(tr("&Import…"))
        self.import_button.setIcon(icon("import"))
        self.import_button.setAccessibleDescription(tr("Import a weights file for this model"))
        self.import_button.clicked.connect(self._import)
        buttons = self._buttons = _row(self.download, self.import_button)
        self.licence = theme.caption(wrap(QLabel()))
        for part in (top, self.about, self.start, *choices, buttons, self.licence):
            if isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        self.views = Segments(tr("What to show"), [tr("&Comparison"), tr("&Layers"), tr("D&rawing")])
        self.views.chosen.connect(self._view_chosen)
        column.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        self._pages = QStackedLayout()
        column.addLayout(self._pages, 1)  # before its pages: the first would be a window of its own for a moment
        self.scatter = Scatter()
        self.scatter.chosen.connect(self.model_chosen)
        self.drawing = ArchitectureDrawing()
        for page in (self.scatter, self._build_layers(), self.drawing):
            self._pages.addWidget(page)
        return _scrolling_card(inside)

    def _build_layers(self) -> QWidget:
        self.layers = LayerTable()
        self.layers.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._layers_note = theme.caption(QLabel())
        self._layers_note.setWordWrap(True)
        self._waiting = theme.muted(QLabel())
        self._waiting.setWordWrap(True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self._layers_stack = QStackedLayout()
        column.addLayout(self._layers_stack, 1)
        self._layers_stack.addWidget(self.layers)
        self._layers_stack.addWidget(self._waiting)
        column.addWidget(self._layers_note)
        return page

    # What happens ---------------------------------------------------------------------------------------------------

    def _look_inside(self) -> None:
        """Asked only while someone looks: the answer costs the child a network to build."""
        if self._name and self.isVisible() and self.views.current == LAYERS:
            self.layers_needed.emit(self._name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The two buttons stand above each other where they would take the room of the models' names."""
        both = self.download.sizeHint().width() + self.import_button.sizeHint().width() + theme.SPACING
        stacked = self.width() < NARROW and both > DETAILS and not self.download.isHidden()
        directions = QBoxLayout.Direction
        self._buttons.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_inside()

    def _view_chosen(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self._look_inside()

    def _import(self) -> None:
        kinds = tr("Weights (*.safetensors *.pth *.pt *.bin)")
        file, _ = QFileDialog.getOpenFileName(self, tr("Import a weights file"), "", kinds)
        if file:
            self.weights_import_requested.emit(self._name, file)


def _scrolling_card(inside: QWidget) -> Card:
    card = Card()
    card.body.setContentsMargins(2 * theme.SPACING, 2 * theme.SPACING, theme.SPACING, 2 * theme.SPACING)
    card.body.addWidget(AsWideAsInside(inside), 1)
    card.setMaximumWidth(520)
    return card


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
