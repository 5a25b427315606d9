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
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, Page, ShortLabel, scrolling_card, show_words, wrap
from cnn_desktop.gui.kit.file_dialogs import FileDialogs
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, in_stack, to_left, wide
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

    def __init__(self, dialogs: FileDialogs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Model"), parent)
        self._dialogs = dialogs or FileDialogs()
        self._name = ""
        self.set_subtitle(tr("The network that learns your classes. The first one is a good choice for most photos."))
        row = in_row(wide(self._build_list(), 5), wide(self._build_details(), 3), spacing=2 * theme.SPACING)
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
        show_words(self.problem, view.problem)
        for button in (self.pretrained, self.scratch):
            button.setEnabled(view.has_weights)
        (self.scratch if view.from_scratch else self.pretrained).setChecked(True)
        show_words(self.download, view.download)
        self.import_button.setVisible(view.may_import)
        self._share_room()
        show_words(self.licence, view.licence)
        self.set_primary(tr("Set up &training"), note=view.note)
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
        self._ask_layers()

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_list(self) -> QWidget:
        self.table, self.search = ModelTable(), TimmSearch()
        self.table.chosen.connect(self.model_chosen)
        self.search.chosen.connect(self.model_chosen)
        margins = (theme.SPACING, theme.SPACING, theme.SPACING, 2 * theme.SPACING)
        return Card(wide(self.table), self.search, margins=margins)

    def _build_details(self) -> QWidget:
        self.name = theme.heading(ShortLabel())
        self.about = theme.muted(QLabel(wordWrap=True))
        self.start = label(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self.start.setMinimumHeight(3 * self.start.fontMetrics().lineSpacing())
        self.problem = theme.role(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)), "bad")
        self.problem.hide()
        self.pretrained = QRadioButton(tr("&Pretrained"))
        self.scratch = QRadioButton(tr("From &scratch"))
        group = QButtonGroup(self)
        for button in (self.pretrained, self.scratch):
            group.addButton(button)
        self.scratch.clicked.connect(lambda: self.weights_choice_changed.emit("none"))
        self.pretrained.clicked.connect(lambda: self.weights_choice_changed.emit("auto"))
        self.download = QPushButton(icon("download"), "")
        self.download.clicked.connect(lambda: self.weights_download_requested.emit(self._name))
        self.import_button = QPushButton(icon("import"), tr("&Import…"))
        self.import_button.setAccessibleDescription(tr("Import a weights file for this model"))
        self.import_button.clicked.connect(self._import)
        self._buttons = in_row(self.download, self.import_button, ROOM)
        self.licence = theme.caption(wrap(QLabel()))
        self.views = Segments(tr("What to show"), [tr("&Comparison"), tr("&Layers"), tr("D&rawing")])
        self.views.chosen.connect(self._view_chosen)
        self.scatter = Scatter()
        self.scatter.chosen.connect(self.model_chosen)
        self.drawing = ArchitectureDrawing()
        self._pages = in_stack(self.scatter, self._build_layers(), self.drawing)
        inside = theme.role(QWidget(), "page")
        column = in_column(
            in_row(wide(self.name), TeachButton("top1")), self.about, self.start, self.problem,
            in_row(self.pretrained, TeachButton("freezing"), ROOM), in_row(self.scratch, ROOM), self._buttons,
            self.licence, to_left(self.views), wide(self._pages), margins=(0, 0, theme.SPACING, 0), of=inside,
        )  # fmt: skip
        column.addStrut(DETAILS)
        card = scrolling_card(inside)
        card.setMaximumWidth(520)
        return card

    def _build_layers(self) -> QWidget:
        self.layers = LayerTable()
        self.layers.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._layers_note = theme.caption(QLabel(wordWrap=True))
        self._waiting = theme.muted(QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter))
        self._layers_stack = in_stack(self.layers, self._waiting)
        page = QWidget()
        in_column(wide(self._layers_stack), self._layers_note, spacing=6, of=page)
        return page

    # What happens ---------------------------------------------------------------------------------------------------

    def _ask_layers(self) -> None:
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
        self._ask_layers()

    def _view_chosen(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self._ask_layers()

    def _import(self) -> None:
        kinds = tr("Weights (*.safetensors *.pth *.pt *.bin)")
        name = self._name
        self._dialogs.ask_files(
            self,
            tr("Import a weights file"),
            "weights",
            kinds,
            lambda files: self.weights_import_requested.emit(name, files[0]),
            most=1,
        )
