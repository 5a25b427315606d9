"""The Model tab as widgets: choosing, the buttons for weights, the timm search, what has room."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.jobs.describe_model import LayerRow, ModelDescribed
from cnn_desktop.gui.kit import painting
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.model.layer_table import LayerTable
from cnn_desktop.gui.model.model_table import ICON_ONLY, PARAMETERS, TIME, TOP1, WEIGHTS
from cnn_desktop.gui.model.scatter import Scatter
from cnn_desktop.gui.model.tab import DRAWING, LAYERS, SIZES, ModelTab
from cnn_desktop.gui.model.view import Facts, ModelRow, view
from tests.gui import tab_tools


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> ModelTab:
    """What is chosen in it is shown in it, as its connection sees to."""
    tab = ModelTab()
    facts = Facts(classes=6)

    def show(**changes: object) -> None:
        nonlocal facts
        facts = msgspec.structs.replace(facts, **changes)
        tab.show_view(view(facts))

    tab.model_chosen.connect(lambda name: show(model=name))
    tab.weights_choice_changed.connect(lambda choice: show(from_scratch=choice == "none"))
    qtbot.addWidget(tab)
    show()
    tab.resize(824, 670)
    tab.show()
    return tab


def choose(tab: ModelTab, model: str, **more: object) -> None:
    """The facts are these now."""
    tab.show_view(view(Facts(model=model, classes=6, **more)))  # type: ignore[arg-type]


def row_of(tab: ModelTab, name: str) -> ModelRow:
    return next(row for row in tab.table.models.rows if row.name == name)


def names(tab: ModelTab) -> list[str]:
    model = tab.table.model()
    return [model.index(row, 0).data(tab.table.models.ROW).name for row in range(model.rowCount())]


def test_all_models_are_listed_and_the_default_is_chosen(tab: ModelTab) -> None:
    assert names(tab) == [row.name for row in ARCHITECTURES]
    assert tab.table.current == "efficientnet_lite0"
    assert tab.name.text() == "EfficientNet-Lite0"
    assert "Apache-2.0" in tab.licence.text()
    assert not tab.download.isVisible()


def test_choosing_a_row_tells_the_model(qtbot: QtBot, tab: ModelTab) -> None:
    row = names(tab).index("resnet50")
    rect = tab.table.visualRect(tab.table.model().index(row, 0))
    with qtbot.waitSignal(tab.model_chosen) as chosen:
        qtbot.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen.args == ["resnet50"]
    assert tab.name.text() == "ResNet-50"
    assert tab.download.text() == "Do&wnload, 98 MB"
    with qtbot.waitSignal(tab.weights_download_requested) as asked:
        tab.download.click()
    assert asked.args == ["resnet50"]


def test_showing_a_choice_tells_nobody(qtbot: QtBot, tab: ModelTab) -> None:
    with qtbot.assertNotEmitted(tab.model_chosen), qtbot.assertNotEmitted(tab.weights_choice_changed):
        choose(tab, "vgg16", from_scratch=True)
    assert tab.table.current == "vgg16"
    assert tab.scratch.isChecked()


def test_keys_choose_too(qtbot: QtBot, tab: ModelTab) -> None:
    tab.table.setFocus()
    for name in ("efficientnet_lite2", "simple_cnn"):
        assert tab.pretrained.isEnabled()
        with qtbot.waitSignal(tab.model_chosen) as chosen:
            qtbot.keyClick(tab.table, Qt.Key.Key_Down)
        assert chosen.args == [name]
    assert tab.views.current == DRAWING
    assert not tab.pretrained.isEnabled()


def test_from_scratch_is_a_choice(qtbot: QtBot, tab: ModelTab) -> None:
    with qtbot.waitSignal(tab.weights_choice_changed) as chosen:
        tab.scratch.click()
    assert chosen.args == ["none"]
    assert "from scratch" in tab.start.text()
    with qtbot.waitSignal(tab.weights_choice_changed) as back:
        tab.pretrained.click()
    assert back.args == ["auto"]


def test_a_weights_file_is_imported_for_the_chosen_model(qtbot: QtBot, tab: ModelTab, tmp_path: Path) -> None:
    choose(tab, "resnet18")
    (tmp_path / "resnet18.pth").touch()
    with qtbot.waitSignal(tab.weights_import_requested) as asked:
        tab.import_button.click()
        tab_tools.choose(tab, tmp_path / "resnet18.pth")
    assert asked.args == ["resnet18", str(tmp_path / "resnet18.pth")]
    choose(tab, "resnet18", weights={"resnet18": "here"})
    assert not tab.download.isVisible()
    assert "a million photos" in tab.start.text()


def test_the_figures_of_layers_are_whole_where_there_is_little_room(qtbot: QtBot, tab: ModelTab) -> None:
    table = LayerTable()
    qtbot.addWidget(table)
    table.layers.show_rows([LayerRow("blocks.0.bn", "BatchNormAct2d", [64, 112, 112], 4_703_210)])
    for width in (272, 600):
        table.resize(width, 200)
        table.show()
        assert table.isColumnHidden(1) == (width == 272)
        for column in (2, 3):
            index = table.layers.index(0, column)
            font = index.data(Qt.ItemDataRole.FontRole) or table.font()
            words = QFontMetricsF(font).horizontalAdvance(index.data())
            assert words + 16 <= table.columnWidth(column), f"{index.data()} in {width} pixels"


def test_names_are_whole_and_the_weights_words_go_first(tab: ModelTab) -> None:
    table = tab.table
    for width in (390, 520, 700):
        table.setFixedWidth(width)
        table.show_rows(table.models.rows)
        names = [row.architecture.title for row in table.models.rows]
        metrics = QFontMetricsF(painting.font(table.font(), strong=True))
        assert table.columnWidth(0) >= max(metrics.horizontalAdvance(name) for name in names) + 20
        assert (table.columnWidth(WEIGHTS) == ICON_ONLY) == (width < 700)
        assert table.isColumnHidden(TIME) == (width == 390)
    header = table.model().headerData(TOP1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "top-1" in str(header)


def test_sorting_by_parameters(tab: ModelTab) -> None:
    tab.table.sortByColumn(PARAMETERS, Qt.SortOrder.AscendingOrder)
    assert (names(tab)[0], names(tab)[-1]) == ("mobilenet_v3_small", "vgg16")
    assert tab.table.model().headerData(PARAMETERS, Qt.Orientation.Horizontal) == "Parameters ↑"
    assert tab.table.current == "efficientnet_lite0"


def test_a_timm_model_is_found_and_becomes_a_row(qtbot: QtBot, tab: ModelTab) -> None:
    qtbot.keyClicks(tab.search.field, "convnext tiny")
    assert "convnext_tiny" in tab.search.field.completer().model().stringList()  # type: ignore[attr-defined]
    tab.search.field.setText("convnext_tiny")
    with qtbot.waitSignal(tab.model_chosen) as chosen:
        qtbot.keyClick(tab.search.field, Qt.Key.Key_Return)
    assert chosen.args == ["timm:convnext_tiny"]
    assert names(tab)[-1] == "timm:convnext_tiny"
    assert tab.search.field.text() == ""


def test_an_unknown_timm_model_is_refused_beside_the_field(qtbot: QtBot, tab: ModelTab) -> None:
    tab.search.field.setText("convnext_gigantic_nonsense")
    with qtbot.assertNotEmitted(tab.model_chosen):
        qtbot.keyClick(tab.search.field, Qt.Key.Key_Return)
    notes = [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    assert "There is no model called “convnext_gigantic_nonsense”. Choose one from the list." in notes


def test_a_dot_of_the_picture_can_be_clicked(qtbot: QtBot, tab: ModelTab) -> None:
    at = tab.scatter.dot(row_of(tab, "vgg16")).toPoint()
    with qtbot.waitSignal(tab.model_chosen) as chosen:
        qtbot.mouseClick(tab.scatter, Qt.MouseButton.LeftButton, pos=at + QPoint(2, 2))
    assert chosen.args == ["vgg16"]
    with qtbot.assertNotEmitted(tab.model_chosen):
        qtbot.mouseClick(tab.scatter, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_better_models_are_drawn_higher_and_larger_ones_further_right(tab: ModelTab) -> None:
    small, large = row_of(tab, "mobilenet_v3_small"), row_of(tab, "efficientnet_b0")
    assert tab.scatter.dot(small).x() < tab.scatter.dot(large).x()
    assert tab.scatter.dot(small).y() > tab.scatter.dot(large).y()


@pytest.mark.parametrize("size", [(274, 160), (300, 190), (480, 420)])
def test_the_chosen_model_is_always_named_in_the_picture(tab: ModelTab, size: tuple[int, int]) -> None:
    scatter = Scatter()
    scatter.resize(*size)
    for row in tab.table.models.rows:
        if not row.architecture.top1:
            continue
        scatter.show_rows(tab.table.models.rows, row.name)
        labels = scatter.labels()
        assert row.name in labels
        places = list(labels.values())
        assert all(QRectF(scatter.rect()).contains(place) for place in places)
        assert not any(a.intersects(b) for number, a in enumerate(places) for b in places[:number])


def test_buttons_of_missing_weights_are_whole_and_leave_the_names_room(qtbot: QtBot, tab: ModelTab) -> None:
    tab.resize(800, 520)
    choose(tab, "resnet50")
    buttons = tab.download, tab.import_button

    def whole() -> bool:
        return all(button.isVisible() and button.width() >= button.sizeHint().width() for button in buttons)

    qtbot.waitUntil(whole)
    tab.download.setText("Herunterladen, 98 MB")
    tab.import_button.setText("Importieren…")
    tab.resize(801, 520)
    qtbot.waitUntil(lambda: whole() and tab.import_button.y() > tab.download.y())
    metrics = QFontMetricsF(painting.font(tab.table.font(), strong=True))
    titles = [metrics.horizontalAdvance(row.architecture.title) for row in tab.table.models.rows]
    assert tab.table.columnWidth(0) >= max(titles)


def test_layers_are_asked_for_when_looked_at(qtbot: QtBot, tab: ModelTab) -> None:
    with qtbot.assertNotEmitted(tab.layers_needed):
        choose(tab, "resnet18")
    with qtbot.waitSignal(tab.layers_needed) as asked:
        tab.views.choose(LAYERS)
    assert asked.args == ["resnet18"]
    with qtbot.waitSignal(tab.layers_needed) as other:
        choose(tab, "vgg16")
    assert other.args == ["vgg16"]
    tab.views.choose(SIZES)
    with qtbot.assertNotEmitted(tab.layers_needed):
        choose(tab, "resnet18")


def test_layers_take_the_place_of_the_waiting(tab: ModelTab) -> None:
    choose(tab, "resnet18")
    tab.views.choose(LAYERS)
    assert not tab.layers.isVisible()
    rows = [LayerRow("conv1", "Conv2d", [64, 112, 112], 9408), LayerRow("relu", "ReLU", [64, 112, 112], 0)]
    choose(tab, "resnet18", described=ModelDescribed("resnet18", rows, 11_179_590))
    table = tab.layers.layers
    assert tab.layers.isVisible()
    assert [table.index(0, column).data() for column in range(4)] == ["Conv2d", "conv1", "64×112×112", "9,408"]
    assert table.index(1, 3).data() == "–"


def test_the_drawing_is_of_simple_cnn_alone(tab: ModelTab) -> None:
    choose(tab, "simple_cnn")
    assert tab.views.current == DRAWING
    assert tab.drawing.accessibleName() == "SimpleCNN: 3×224×224 → 32×112×112 → 64×56×56 → 512 → 6"
    choose(tab, "resnet18")
    assert tab.views.current == SIZES
    assert not tab.views.button(DRAWING).isVisible()
