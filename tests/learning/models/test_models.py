"""The networks: the course's own to the last parameter, the others with a new head."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import nn

from cnn_desktop.dataset.reading.preprocess import IMAGENET
from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested, UsageError
from cnn_desktop.domain.jobs.describe_model import ModelDescribed
from cnn_desktop.domain.jobs.train import EpochDone, Trained
from cnn_desktop.learning.models.describe import describe_model
from cnn_desktop.learning.models.network import build
from tests.learning.helpers import only, small, train

HALF = ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
"""Inputs from -1 to 1, as EfficientNet-Lite wants them."""

NAMES = [row.name for row in ARCHITECTURES]


def described(model: str, classes: int = 10, image_size: int = 224) -> ModelDescribed:
    (event,) = describe_model(model, classes, image_size, Control())
    assert isinstance(event, ModelDescribed)
    return event


def test_a_description_hears_stop() -> None:
    control = Control()
    control.stop()
    with pytest.raises(StopRequested):
        list(describe_model("simple_cnn", 10, 224, control))


def test_simple_cnn_is_the_courses() -> None:
    event = described("simple_cnn")
    assert event.parameters == 102_785_482
    assert [(row.kind, row.output) for row in event.layers] == [
        ("Conv2d", [32, 224, 224]), ("ReLU", [32, 224, 224]), ("MaxPool2d", [32, 112, 112]),
        ("Conv2d", [64, 112, 112]), ("ReLU", [64, 112, 112]), ("MaxPool2d", [64, 56, 56]),
        ("Linear", [512]), ("ReLU", [512]), ("Linear", [10]),
    ]  # fmt: skip
    assert sum(row.parameters for row in event.layers) == event.parameters


@pytest.mark.parametrize(("size", "side"), [(32, 8), (33, 8), (35, 8), (50, 12)])
def test_simple_cnn_rounds_down(size: int, side: int) -> None:
    net = build("simple_cnn", 3, size)
    assert net.module(torch.zeros(2, 3, size, size)).shape == (2, 3)
    assert net.module.fc1.in_features == 64 * side * side  # type: ignore[union-attr]


@pytest.mark.parametrize("row", ARCHITECTURES, ids=NAMES)
def test_table_states_the_true_number_of_parameters(row: object) -> None:
    classes = 10 if row.name == "simple_cnn" else 1000  # type: ignore[attr-defined]
    event = described(row.name, classes)  # type: ignore[attr-defined]
    assert event.parameters == row.parameters  # type: ignore[attr-defined]
    assert event.layers[-1].output == [classes]


@pytest.mark.parametrize("name", NAMES)
def test_every_model_trains_an_epoch_from_scratch(name: str, photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    data = photo_folder(classes=2, each=6)
    events = train(small(data, model=name, optimizer="sgd", lr=0.001, batch_size=4), tmp_path / "run")
    assert events[-1] == only(Trained, events)[0]
    assert only(EpochDone, events)[0].train_loss is not None


def test_any_timm_classifier_with_its_own_normalisation() -> None:
    net = build("timm:resnet10t", 4, 64)
    assert net.module(torch.zeros(1, 3, 64, 64)).shape == (1, 4)
    assert net.preprocess.mean == IMAGENET[0]
    assert build("efficientnet_lite0", 2, 32).preprocess.mean == HALF[0]
    assert build("timm:vit_tiny_patch16_224", 2, 64).preprocess.mean == HALF[0]


def test_unknown_names_and_sizes_are_refused_in_a_sentence() -> None:
    with pytest.raises(UsageError, match="Did you mean “timm:resnet18"):
        build("timm:resnet81", 2, 64)
    with pytest.raises(UsageError, match="no model called “alexnet"):
        build("alexnet", 2, 64)
    with pytest.raises(UsageError, match="does not work with an image size of 8"):
        build("timm:vit_tiny_patch16_224", 2, 8)


@pytest.mark.parametrize("name", ["efficientnet_lite0", "resnet18"])
def test_a_frozen_backbone_stays_still(name: str) -> None:
    net = build(name, 2, 32)
    net.freeze_backbone()
    before = {key: value.clone() for key, value in net.module.state_dict().items()}
    optimizer = torch.optim.SGD(net.learning_parameters(), lr=0.1)
    net.train()
    net.module(torch.randn(4, 3, 32, 32)).square().sum().backward()
    optimizer.step()
    moved = {key for key, value in net.module.state_dict().items() if not torch.equal(value, before[key])}
    (head,) = {name for name, layer in net.module.named_modules() if layer is net.heads[0]}
    assert moved == {f"{head}.weight", f"{head}.bias"}
    net.unfreeze()
    net.train()
    assert all(layer.training for layer in net.module.modules())
    net.unfreeze(still_norms=True)
    net.train()
    norms = [layer for layer in net.module.modules() if isinstance(layer, nn.BatchNorm2d)]
    assert norms
    assert not any(layer.training for layer in norms)
    assert all(parameter.requires_grad for parameter in net.module.parameters())
