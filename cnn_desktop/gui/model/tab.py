"""Model tab: the networks to choose from, where their weights are, and what the chosen one looks like inside.

Shown by
    show_architectures(rows, weights)     the catalogue, and name → place of the weights (`present.model.weights_now()`)
    show_choice(name, weights)            the chosen model, and "auto" or "none" (from scratch)
    show_layers(ModelDescribed | None)    the answer to `layers_needed`; None: it failed
    show_classes(n)                       classes of the project, for the drawing of SimpleCNN

Tells
    model_chosen(str)                     the person chose
    layers_needed(str)                    ask the child for the layers of this model
    weights_import_requested(str, str)    model, file
    weights_download_requested(str)       the person asked for the download
    weights_choice_changed(str)           "auto" or "none"
    next_step()                           "Set up the training"
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from cnn_desktop.domain.catalog import ARCHITECTURES, DEFAULT_MODEL, TIMM_PREFIX, Architecture
from cnn_desktop.domain.jobs.describe_model import ModelDescribed
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import AsWideAsInside, Card, Page, ShortLabel, wrap
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.resources import resource
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.theme import SPACING
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.model.architecture_drawing import ArchitectureDrawing
from cnn_desktop.gui.model.layer_table import LayerTable
from cnn_desktop.gui.model.model_table import ModelTable
from cnn_desktop.gui.model.scatter import Scatter
from cnn_desktop.gui.model.view import (
    ModelRow,
    WeightsPlace,
    find_timm,
    model_rows,
    parameters_text,
    row_of,
    simple_cnn_blocks,
    start_note,
)
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
        self._weights: dict[str, WeightsPlace] = {}
        self._name = DEFAULT_MODEL
        self._from_scratch = False
        self._classes = 10
        self._described = ""
        self._asked = ""
        self.set_subtitle(tr("The network that learns your classes. The first one is a good choice for most photos."))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACING)
        row.addWidget(self._build_list(), 5)
        row.addWidget(self._build_details(), 3)
        self.body.addLayout(row, 1)
        self.set_primary(tr("Set up the &training"))
        self.primary.clicked.connect(self.next_step)
        self.show_architectures(ARCHITECTURES, {})
        self.show_choice(DEFAULT_MODEL)

    # What is shown --------------------------------------------------------------------------------------------------

    def show_architectures(self, rows: Sequence[Architecture], weights: Mapping[str, WeightsPlace]) -> None:
        """The table. A chosen timm model stays as its last row."""
        self._weights = dict(weights)
        shown = [row for row in model_rows(self._weights) if row.architecture in rows]
        chosen = row_of(self._name, self._weights)
        if chosen is not None and chosen.name not in [row.name for row in shown]:
            shown.append(chosen)
        self.table.show_rows(shown)
        self._refresh()

    def show_choice(self, name: str, weights: str = "auto") -> None:
        """The chosen model and where it starts from."""
        changed = name != self._name
        self._name, self._from_scratch = name, weights == "none"
        if name not in [row.name for row in self.table.models.rows]:
            self.show_architectures([row.architecture for row in self.table.models.rows], self._weights)
        self.table.choose(name)
        if changed:
            self.views.choose(DRAWING if name == "simple_cnn" else SIZES if self.views.current == DRAWING else self.views.current)  # fmt: skip
        self._refresh()
        self._ask_layers()

    def show_layers(self, described: ModelDescribed | None) -> None:
        """The layers of the chosen model; those of another one are late and not shown."""
        if described is None:
            self._asked = ""  # showing them again asks again
            self._waiting.setText(tr("The layers of this model could not be listed."))
            self._layers_note.setText("")
            return
        if described.model != self._name:
            return
        self._described = described.model
        self.layers.layers.show_layers(described.layers)
        self._layers_note.setText(
            tr("{n} layers, {p} parameters with your classes", n=len(described.layers), p=described.parameters)
        )
        self._layers_stack.setCurrentIndex(0)

    def show_classes(self, count: int) -> None:
        """Classes of the project."""
        self._classes = max(1, count)
        self.drawing.show_blocks(simple_cnn_blocks(self._classes))

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_list(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(SPACING, SPACING, SPACING, 2 * SPACING)
        self.table = ModelTable()
        self.table.chosen.connect(self._chose)
        card.body.addWidget(self.table, 1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the timm library, for example convnext tiny"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Another model from the timm library"))
        self._found = QStringListModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._chose_timm)
        self.search.setCompleter(completer)
        self.search.textEdited.connect(self._look_up)
        self.search.returnPressed.connect(lambda: self._chose_timm(self.search.text()))
        self._timm_note = theme.caption(QLabel())
        self._timm_note.hide()
        label = QLabel(tr("&Another model:"))
        label.setBuddy(self.search)
        line = QHBoxLayout()
        line.setContentsMargins(SPACING, 0, SPACING, 0)
        line.addWidget(label)
        line.addWidget(self.search, 1)
        card.body.addLayout(line)
        card.body.addWidget(self._timm_note)
        return card

    def _build_details(self) -> QWidget:
        inside = theme.role(QWidget(), "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACING, 0)
        column.setSpacing(SPACING)
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
        self.scratch.clicked.connect(lambda: self._chose_start(True))
        self.pretrained.clicked.connect(lambda: self._chose_start(False))
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
        self.scatter = Scatter()
        self.scatter.chosen.connect(self._chose)
        self.drawing = ArchitectureDrawing()
        self.drawing.show_blocks(simple_cnn_blocks(self._classes))
        for page in (self.scatter, self._build_layers(), self.drawing):
            self._pages.addWidget(page)
        column.addLayout(self._pages, 1)
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
        self._layers_stack.addWidget(self.layers)
        self._layers_stack.addWidget(self._waiting)
        column.addLayout(self._layers_stack, 1)
        column.addWidget(self._layers_note)
        return page

    # What happens ---------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        row = row_of(self._name, self._weights)
        if row is None:
            return
        self.name.setText(row.architecture.title)
        self.about.setText(tr(row.architecture.note))
        self.start.setText(start_note(row, self._from_scratch).render(QT_WORDS))
        has_weights = row.weights != "none"
        for button in (self.pretrained, self.scratch):
            button.setEnabled(has_weights)
        (self.scratch if self._from_scratch or not has_weights else self.pretrained).setChecked(True)
        self._show_buttons(row)
        self.scatter.show_rows(self.table.models.rows, self._name)
        self.views.set_label(DRAWING, tr("D&rawing"), self._name == "simple_cnn")

    def _show_buttons(self, row: ModelRow) -> None:
        size = row.architecture.download_mb
        self.download.setVisible(row.weights == "ask")
        self.download.setText(tr("Do&wnload, {mb:.0f} MB", mb=size) if size else tr("Do&wnload"))
        self.import_button.setVisible(row.weights in ("ask", "here"))
        self._share_room()
        licence = row.architecture.licence
        self.licence.setText(tr("Licence of the weights: {licence}", licence=licence) if licence else "")
        self.licence.setVisible(bool(licence))
        self.set_primary(
            tr("Set up the &training"),
            note=tr(
                "{title}, {n} parameters",
                title=row.architecture.title,
                n=parameters_text(row.architecture.parameters).render(QT_WORDS),
            )
            if row.architecture.parameters
            else row.architecture.title,
        )

    def _ask_layers(self) -> None:
        """Asked only while someone looks: the answer costs the child a network to build."""
        if not self.isVisible() or self.views.current != LAYERS or self._name in (self._described, self._asked):
            return
        self._asked = self._name
        self._layers_note.setText("")
        self._waiting.setText(tr("Looking inside the model…\nThe first time this takes a few seconds."))
        self._layers_stack.setCurrentIndex(1)
        self.layers_needed.emit(self._name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The two buttons stand above each other where they would take the room of the models' names."""
        both = self.download.sizeHint().width() + self.import_button.sizeHint().width() + SPACING
        stacked = self.width() < NARROW and both > DETAILS and not self.download.isHidden()
        directions = QBoxLayout.Direction
        self._buttons.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_layers()

    def _view_chosen(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self._ask_layers()

    def _chose(self, name: str) -> None:
        if name != self._name:
            self.show_choice(name, "none" if self._from_scratch else "auto")
            self.model_chosen.emit(name)

    def _chose_start(self, scratch: bool) -> None:
        if scratch != self._from_scratch:
            self._from_scratch = scratch
            self._refresh()
            self.weights_choice_changed.emit("none" if scratch else "auto")

    def _timm_names(self) -> list[str]:
        return resource("timm_models.txt").read_text(encoding="utf-8").split()

    def _look_up(self, words: str) -> None:
        self._timm_note.hide()
        self._found.setStringList(find_timm(self._timm_names(), words) if words.strip() else [])

    def _chose_timm(self, words: str) -> None:
        name = words.strip().removeprefix(TIMM_PREFIX)
        if name not in self._timm_names():
            self._timm_note.setText(tr("There is no model called “{name}”. Choose one from the list.", name=name))
            self._timm_note.setVisible(bool(name))
            return
        self.search.clear()
        self._chose(TIMM_PREFIX + name)

    def _import(self) -> None:
        kinds = tr("Weights (*.safetensors *.pth *.pt *.bin)")
        file, _ = QFileDialog.getOpenFileName(self, tr("Import a weights file"), "", kinds)
        if file:
            self.weights_import_requested.emit(self._name, file)


def _scrolling_card(inside: QWidget) -> Card:
    card = Card()
    card.body.setContentsMargins(2 * SPACING, 2 * SPACING, SPACING, 2 * SPACING)
    card.body.addWidget(AsWideAsInside(inside), 1)
    card.setMaximumWidth(520)
    return card


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
