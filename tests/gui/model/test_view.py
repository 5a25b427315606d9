"""What the Model tab shows, as a pure function of the facts; its words and the timm search."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.catalog import ARCHITECTURES, find_architecture
from cnn_desktop.domain.estimate import PhotoTime
from cnn_desktop.domain.jobs.describe_model import LayerRow, ModelDescribed
from cnn_desktop.domain.resources import resource
from cnn_desktop.gui.model.model_table import PARAMETERS, TIME, TOP1, cell_text
from cnn_desktop.gui.model.view import (
    Facts,
    ModelRow,
    find_timm,
    layer_shape,
    parameters_text,
    simple_cnn_blocks,
    view,
    weights_short,
    weights_text,
)
from cnn_desktop.gui.state.weights import WeightsPlace

RESNET = ModelDescribed("resnet18", [LayerRow("conv1", "Conv2d", [64, 112, 112], 9408)], 9408)


def row(name: str, weights: WeightsPlace) -> ModelRow:
    architecture = find_architecture(name)
    assert architecture
    return ModelRow(architecture, weights)


def test_the_default_comes_with_its_weights_and_offers_no_button() -> None:
    shown = view(Facts())
    assert [row.name for row in shown.rows] == [row.name for row in ARCHITECTURES]
    assert (shown.chosen.name, shown.download, shown.may_import) == ("efficientnet_lite0", "", False)
    assert "a million photos" in shown.start
    assert "Apache-2.0" in shown.licence
    assert shown.note == "EfficientNet-Lite0, 4.7 M parameters"


def test_weights_to_get_are_offered_until_they_are_here() -> None:
    asked = view(Facts(model="resnet50"))
    assert (asked.download, asked.may_import) == ("Do&wnload, 98 MB", True)
    assert "not on this computer" in asked.start
    here = view(Facts(model="resnet50", weights={"resnet50": "here"}))
    assert (here.download, here.may_import) == ("", True)
    assert "from scratch" in view(Facts(model="resnet50", from_scratch=True)).start


def test_a_network_without_weights_leaves_no_choice() -> None:
    shown = view(Facts(model="simple_cnn", classes=6))
    assert (shown.has_weights, shown.from_scratch, shown.may_import, shown.has_drawing) == (False, True, False, True)
    assert [block.shape for block in shown.blocks] == ["3×224×224", "32×112×112", "64×56×56", "512", "6"]
    assert not view(Facts()).has_drawing


def test_the_last_model_beyond_the_catalogue_stays_in_the_table() -> None:
    chosen = view(Facts(model="timm:convnext_tiny"))
    assert (chosen.rows[-1].name, chosen.other, chosen.chosen.weights) == ("timm:convnext_tiny",) * 2 + ("ask",)
    assert chosen.note == "convnext_tiny"
    later = view(Facts(model="vgg16", other=chosen.other))
    assert (later.rows[-1].name, later.chosen.name) == ("timm:convnext_tiny", "vgg16")


def test_a_model_that_only_a_newer_version_knows_is_shown_by_its_name() -> None:
    shown = view(Facts(model="efficientnet_lite9"))
    assert (shown.chosen.architecture.title, shown.rows[-1]) == ("efficientnet_lite9", shown.chosen)


def test_only_the_layers_of_the_chosen_model_are_shown() -> None:
    waiting = view(Facts(model="vgg16", described=RESNET))
    assert (waiting.layers, waiting.layers_note) == ([], "")
    assert waiting.waiting.startswith("Loading the layers")
    shown = view(Facts(model="resnet18", described=RESNET))
    assert (shown.layers, shown.waiting) == (RESNET.layers, "")
    assert shown.layers_note == "1 layer and 9,408 parameters with your classes"
    assert view(Facts(is_failed=True)).waiting == "The layers of this model cannot be shown."


@pytest.mark.parametrize(
    ("name", "weights", "long", "short"),
    [
        ("simple_cnn", "none", "Has no weights and starts from scratch", "None"),
        ("efficientnet_lite0", "bundled", "The weights come with the app (19 MB)", "Included"),
        ("efficientnet_lite2", "bundled", "The weights come with the app (25 MB)", "Included"),
        ("vgg16", "here", "The weights are on this computer", "Ready"),
        ("vgg16", "ask", "The weights are not on this computer yet (528 MB)", "528 MB"),
        ("timm:vit_x", "ask", "The weights are not on this computer yet", "Missing"),
    ],
)
def test_where_weights_are_in_words(name: str, weights: WeightsPlace, long: str, short: str) -> None:
    assert (weights_text(row(name, weights)), weights_short(row(name, weights))) == (long, short)


def test_times_in_words() -> None:
    times = [PhotoTime(0.0123, True), PhotoTime(0.0043, True), PhotoTime(0.0123, False), PhotoTime(0.0043, False), None]
    texts = [cell_text(msgspec.structs.replace(row("vgg16", "here"), time=time), TIME) for time in times]
    assert texts == ["12 ms", "4.3 ms", "≈ 12 ms", "≈ 4.3 ms", "–"]
    shown = view(Facts(model="efficientnet_lite2", times={"efficientnet_lite2": times[2]}))
    assert shown.note == "EfficientNet-Lite2, 6.1 M parameters, ≈ 12 ms per photo", "also where the column has no room"


def test_sizes_in_words() -> None:
    assert (cell_text(row("simple_cnn", "none"), TOP1), cell_text(row("simple_cnn", "none"), PARAMETERS)) == (
        "–",
        "103 M",
    )
    assert parameters_text(512) == "512"
    assert layer_shape(LayerRow("x", "Linear", [512], 3)) == "512"
    assert simple_cnn_blocks(2)[-1].shape == "2"


def test_the_timm_search_wants_every_word() -> None:
    known = resource("timm_models.txt").read_text(encoding="utf-8").split()
    found = find_timm(known, "tiny convnext")
    assert found
    assert all("tiny" in name and "convnext" in name for name in found)
    assert find_timm(known, "timm:resnet18")[0] == "resnet18"
    assert find_architecture(f"timm:{found[0]}") is not None
