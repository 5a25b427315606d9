"""The Model tab: choosing, weights, layers, the timm search, and where weights are found without torch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.catalog import ARCHITECTURES, find_architecture
from cnn_desktop.domain.jobs.describe_model import LayerRow, ModelDescribed
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.kit import painting
from cnn_desktop.gui.kit.resources import resource
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.model.layer_table import LayerTable
from cnn_desktop.gui.model.model_table import ICON_ONLY, PARAMETERS, TOP1, WEIGHTS, cell_text
from cnn_desktop.gui.model.scatter import Scatter
from cnn_desktop.gui.model.tab import DRAWING, LAYERS, SIZES, ModelTab
from cnn_desktop.gui.model.view import (
    find_timm,
    find_weights_places,
    layer_shape,
    parameters_text,
    row_of,
    simple_cnn_blocks,
    start_note,
    torch_hub_folder,
    weights_now,
    weights_text,
)
from cnn_desktop.gui.state.session import Session
from tests.gui.conftest import close


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> ModelTab:
    tab = ModelTab()
    qtbot.addWidget(tab)
    tab.resize(824, 670)
    tab.show()
    return tab


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
        tab.show_choice("vgg16", "none")
    assert tab.table.current == "vgg16"
    assert tab.scratch.isChecked()


def test_keys_choose_too(qtbot: QtBot, tab: ModelTab) -> None:
    tab.table.setFocus()
    with qtbot.waitSignal(tab.model_chosen) as chosen:
        qtbot.keyClick(tab.table, Qt.Key.Key_Down)
    assert chosen.args == ["simple_cnn"]
    assert tab.views.current == DRAWING
    assert not tab.pretrained.isEnabled()


def test_from_scratch_is_a_choice(qtbot: QtBot, tab: ModelTab) -> None:
    with qtbot.waitSignal(tab.weights_choice_changed) as chosen:
        tab.scratch.click()
    assert chosen.args == ["none"]
    assert "from nothing" in tab.start.text()
    with qtbot.waitSignal(tab.weights_choice_changed) as back:
        tab.pretrained.click()
    assert back.args == ["auto"]


def test_a_weights_file_is_imported_for_the_chosen_model(
    qtbot: QtBot, tab: ModelTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab.show_choice("resnet18")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/downloads/resnet18.pth", ""))
    with qtbot.waitSignal(tab.weights_import_requested) as asked:
        tab.import_button.click()
    assert asked.args == ["resnet18", "/downloads/resnet18.pth"]
    tab.show_architectures(ARCHITECTURES, {"resnet18": "here"})
    assert not tab.download.isVisible()
    assert "a million photos" in tab.start.text()


def test_layers_are_asked_for_when_looked_at(qtbot: QtBot, tab: ModelTab) -> None:
    with qtbot.assertNotEmitted(tab.layers_needed):
        tab.show_choice("resnet18")
    with qtbot.waitSignal(tab.layers_needed) as asked:
        tab.views.choose(LAYERS)
    assert asked.args == ["resnet18"]
    late = ModelDescribed("0", "vgg16", [LayerRow("features.0", "Conv2d", [64, 224, 224], 1792)], 1792)
    tab.show_layers(late)
    assert tab.layers.layers.rowCount() == 0
    rows = [LayerRow("conv1", "Conv2d", [64, 112, 112], 9408), LayerRow("relu", "ReLU", [64, 112, 112], 0)]
    tab.show_layers(ModelDescribed("1", "resnet18", rows, 11_179_590))
    table = tab.layers.layers
    assert [table.index(0, column).data() for column in range(4)] == ["Conv2d", "conv1", "64×112×112", "9,408"]
    assert table.index(1, 3).data() == "–"
    with qtbot.assertNotEmitted(tab.layers_needed):
        tab.views.choose(SIZES)
        tab.views.choose(LAYERS)


def test_the_figures_of_layers_are_whole_where_there_is_little_room(qtbot: QtBot, tab: ModelTab) -> None:
    table = LayerTable()
    qtbot.addWidget(table)
    table.layers.show_layers([LayerRow("blocks.0.bn", "BatchNormAct2d", [64, 112, 112], 4_703_210)])
    for width in (272, 600):
        table.resize(width, 200)
        table.show()
        assert table.isColumnHidden(1) == (width == 272)
        for column in (2, 3):
            index = table.layers.index(0, column)
            font = index.data(Qt.ItemDataRole.FontRole) or table.font()
            words = QFontMetricsF(font).horizontalAdvance(index.data())
            assert words + 16 <= table.columnWidth(column), f"{index.data()} in {width} pixels"


def test_layers_that_cannot_be_listed_are_said_and_asked_for_again(qtbot: QtBot, tab: ModelTab) -> None:
    tab.show_choice("resnet18")
    tab.views.choose(LAYERS)
    tab.show_layers(None)
    assert "The layers of this model could not be listed." in words(tab)
    tab.views.choose(SIZES)
    with qtbot.waitSignal(tab.layers_needed):
        tab.views.choose(LAYERS)


@pytest.mark.timeout(180)
def test_a_real_child_that_cannot_build_the_model_leaves_a_sentence(
    qtbot: QtBot, theme: Theme, photo_folder: Callable[..., Path]
) -> None:
    _, window = boot([], session := Session())
    try:
        session.open_folder(photo_folder(classes=2, each=4))
        qtbot.waitUntil(lambda: session.scan is not None and not session.job.running, timeout=20_000)
        window.show_step("model")
        tab = window.tab("model")
        assert isinstance(tab, ModelTab)
        session.set_config(model="timm:no_such_model")
        qtbot.mouseClick(tab.views.button(LAYERS), Qt.MouseButton.LeftButton)
        assert any(text.startswith("Looking inside the model") for text in words(tab))
        qtbot.waitUntil(lambda: "The layers of this model could not be listed." in words(tab), timeout=120_000)
        assert not tab.layers.isVisible()
        assert "no_such_model" in window.messages.rows[0].notice.text, "why is said too"
    finally:
        close(qtbot, window)


def words(tab: ModelTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]


def test_names_are_whole_and_the_weights_words_go_first(tab: ModelTab) -> None:
    table = tab.table
    for width in (390, 700):
        table.setFixedWidth(width)
        table.show_rows(table.models.rows)
        names = [row.architecture.title for row in table.models.rows]
        metrics = QFontMetricsF(painting.font(table.font(), strong=True))
        assert table.columnWidth(0) >= max(metrics.horizontalAdvance(name) for name in names) + 20
        assert (table.columnWidth(WEIGHTS) == ICON_ONLY) == (width == 390)
    header = table.model().headerData(TOP1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "top-1" in str(header)


def test_sorting_by_parameters(tab: ModelTab) -> None:
    tab.table.sortByColumn(PARAMETERS, Qt.SortOrder.AscendingOrder)
    assert (names(tab)[0], names(tab)[-1]) == ("mobilenet_v3_small", "vgg16")
    assert tab.table.model().headerData(PARAMETERS, Qt.Orientation.Horizontal) == "Parameters ↑"
    assert tab.table.current == "efficientnet_lite0"


def test_a_timm_model_is_found_and_becomes_a_row(qtbot: QtBot, tab: ModelTab) -> None:
    qtbot.keyClicks(tab.search, "convnext tiny")
    assert "convnext_tiny" in tab.search.completer().model().stringList()  # type: ignore[attr-defined]
    tab.search.setText("convnext_tiny")
    with qtbot.waitSignal(tab.model_chosen) as chosen:
        qtbot.keyClick(tab.search, Qt.Key.Key_Return)
    assert chosen.args == ["timm:convnext_tiny"]
    assert names(tab)[-1] == "timm:convnext_tiny"
    assert tab.search.text() == ""


def test_an_unknown_timm_model_is_refused_beside_the_field(qtbot: QtBot, tab: ModelTab) -> None:
    tab.search.setText("convnext_gigantic_nonsense")
    with qtbot.assertNotEmitted(tab.model_chosen):
        qtbot.keyClick(tab.search, Qt.Key.Key_Return)
    notes = [label.text() for label in tab.findChildren(type(tab.start)) if label.isVisible()]
    assert "There is no model called “convnext_gigantic_nonsense”. Choose one from the list." in notes


def test_a_dot_of_the_picture_can_be_clicked(qtbot: QtBot, tab: ModelTab) -> None:
    vgg = row_of("vgg16", {})
    assert vgg is not None
    at = tab.scatter.dot(vgg).toPoint()
    with qtbot.waitSignal(tab.model_chosen) as chosen:
        qtbot.mouseClick(tab.scatter, Qt.MouseButton.LeftButton, pos=at + QPoint(2, 2))
    assert chosen.args == ["vgg16"]
    with qtbot.assertNotEmitted(tab.model_chosen):
        qtbot.mouseClick(tab.scatter, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_better_models_are_drawn_higher_and_larger_ones_further_right(tab: ModelTab) -> None:
    small, large = row_of("mobilenet_v3_small", {}), row_of("efficientnet_b0", {})
    assert small is not None
    assert large is not None
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
    tab.show_choice("resnet50")
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


def test_the_drawing_of_simple_cnn_has_the_courses_shapes(tab: ModelTab) -> None:
    tab.show_classes(6)
    shapes = [block.shape for block in simple_cnn_blocks(6)]
    assert shapes == ["3×224×224", "32×112×112", "64×56×56", "512", "6"]
    assert tab.drawing.accessibleName() == "SimpleCNN: " + " → ".join(shapes)


def test_weights_are_found_by_file_names(tmp_path: Path) -> None:
    hub, own = tmp_path / "hub", tmp_path / "own"
    hub.mkdir()
    own.mkdir()
    (hub / "resnet50-0676ba61.pth").touch()
    (own / "vgg16.safetensors").touch()
    (own / "timm_convnext_tiny.safetensors").touch()
    places = find_weights_places(own, hub, [row.name for row in ARCHITECTURES] + ["timm:convnext_tiny", "timm:vit_x"])
    assert places["efficientnet_lite0"] == "bundled"
    assert places["simple_cnn"] == "none"
    assert places["resnet50"] == places["vgg16"] == places["timm:convnext_tiny"] == "here"
    assert places["resnet18"] == places["timm:vit_x"] == "ask"


def test_nothing_is_found_on_a_fresh_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    places = weights_now("timm:convnext_tiny")
    assert {name for name, place in places.items() if place == "here"} == set()
    assert torch_hub_folder({"TORCH_HOME": "/t"}) == Path("/t/hub/checkpoints")
    assert torch_hub_folder({"XDG_CACHE_HOME": "/c"}) == Path("/c/torch/hub/checkpoints")


def test_words_of_a_row() -> None:
    row = row_of("simple_cnn", {})
    assert row is not None
    assert (cell_text(row, TOP1), cell_text(row, PARAMETERS)) == ("–", "103 M")
    assert str(weights_text(row)) == "From scratch, without weights"
    other = row_of("resnet18", {"resnet18": "ask"})
    assert other is not None
    assert "not on this computer" in str(start_note(other, from_scratch=False))
    assert str(parameters_text(512)) == "512"
    assert layer_shape(LayerRow("x", "Linear", [512], 3)) == "512"
    assert row_of("nonsense", {}) is None


def test_the_timm_search_wants_every_word() -> None:
    known = resource("timm_models.txt").read_text(encoding="utf-8").split()
    found = find_timm(known, "tiny convnext")
    assert found
    assert all("tiny" in name and "convnext" in name for name in found)
    assert find_timm(known, "timm:resnet18")[0] == "resnet18"
    assert find_architecture(f"timm:{found[0]}") is not None
