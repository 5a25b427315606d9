"""Every network's layers, in the order in which they are used, also what is no module; and nothing is left behind."""

from __future__ import annotations

import pytest
import torch
from timm.layers.adaptive_avgmax_pool import FastAdaptiveAvgPool
from torch import nn

from cnn_desktop.domain.catalog import ARCHITECTURES, find_architecture
from cnn_desktop.learning.explain.grad_cam import target_of
from cnn_desktop.learning.explain.layers import listed, steps_of
from cnn_desktop.learning.explain.passing import Enough, Step, channels_first, inputs_first, send
from cnn_desktop.learning.explain.sums import Place, how_made
from cnn_desktop.learning.models.network import build
from tests.learning.explain.helpers import ChannelsLast


def test_the_courses_chain_is_whole() -> None:
    steps = steps_of(build("simple_cnn", 5, 32))
    told = [(layer.name, layer.kind, layer.output) for layer in listed(steps, 32, 5)]
    assert told == [
        ("input", "input", [3, 32, 32]),
        ("conv1", "convolution", [32, 32, 32]), ("relu", "activation", [32, 32, 32]), ("pool", "pooling", [32, 16, 16]),
        ("conv2", "convolution", [64, 16, 16]), ("relu (2)", "activation", [64, 16, 16]), ("pool (2)", "pooling", [64, 8, 8]),
        ("flatten", "flatten", [4096]), ("fc1", "linear", [512]), ("relu (3)", "activation", [512]), ("fc2", "linear", [5]),
        ("softmax", "softmax", [5]),
    ]  # fmt: skip


def test_additions_between_modules_are_seen_in_their_place() -> None:
    names = [step.name for step in steps_of(build("resnet18", 2, 32))]
    start = names.index("layer2.0.conv1")
    assert names[start : start + 9] == [f"layer2.0.{one}" for one in (
        "conv1", "bn1", "relu", "conv2", "bn2", "downsample.0", "downsample.1", "add", "relu (2)")]  # fmt: skip
    assert names[-3:] == ["avgpool", "flatten", "fc"]


LAST_MAPS = {
    "simple_cnn": "relu (2)", "resnet18": "layer4.1.relu (2)", "resnet50": "layer4.2.relu (3)", "vgg16": "features.29",
    "efficientnet_b0": "features.8.2", "efficientnet_lite0": "bn2.act", "efficientnet_lite2": "bn2.act",
    "mobilenet_v3_large": "features.16.2", "mobilenet_v3_small": "features.12.2", "timm:vit_tiny_patch16_224": None,
}  # fmt: skip
"""Of each model where Grad-CAM is made."""


@pytest.mark.parametrize("model", [*(row.name for row in ARCHITECTURES), "timm:vit_tiny_patch16_224"])
def test_every_model_is_listed_whole(model: str) -> None:
    row = find_architecture(model)
    assert row is not None
    size = 64
    with torch.device("cpu" if row.library == "timm" else "meta"):  # shapes only
        net = build(model, 3, size)
    steps = steps_of(net)
    assert len({step.name for step in steps}) == len(steps)
    assert sum(step.parameters for step in steps) == net.parameter_count
    convolutions = [step.module for step in steps if step.kind == "convolution"]
    assert set(convolutions) == {layer for layer in net.module.modules() if isinstance(layer, nn.Conv2d)}
    assert steps[-1].output == (3,)
    target = target_of(steps)
    assert (target.name if target else None) == LAST_MAPS[model]
    assert all(not module._forward_hooks and not module._forward_pre_hooks for module in net.module.modules())


def test_a_network_that_answers_mirrored_is_seen_once() -> None:
    net = build("simple_cnn", 2, 16)
    plain = [step.name for step in steps_of(net)]
    net.answer_mirrored()
    assert [step.name for step in steps_of(net)] == plain
    photo = torch.randn(1, 3, 16, 16)
    answer = send(net, photo, lambda step, inputs, output: None)
    assert answer is not None
    assert torch.equal(answer, net.module.forward(photo))


def test_what_a_visit_returns_goes_on_in_the_network() -> None:
    net = build("resnet18", 2, 32)
    photo = torch.randn(1, 3, 32, 32)

    def nothing_at(name: str) -> torch.Tensor | None:
        return send(net, photo, lambda step, inputs, output: output * 0 if step.name == name else None)

    for name in ("layer4.1.add", "layer4.1.relu (2)", "flatten"):  # a function, a module, a function
        logits = nothing_at(name)
        assert logits is not None
        assert torch.allclose(logits[0], net.module.get_submodule("fc").bias)  # type: ignore[arg-type]


def test_enough_ends_the_pass_and_leaves_no_hook() -> None:
    net, seen = build("simple_cnn", 2, 16), list[str]()

    def visit(step: Step, inputs: torch.Tensor | None, output: torch.Tensor) -> None:
        seen.append(step.name)
        if step.name == "pool":
            raise Enough

    assert send(net, torch.zeros(1, 3, 16, 16), visit) is None
    assert seen == ["conv1", "relu", "pool"]
    assert all(not module._forward_hooks for module in net.module.modules())


def test_maps_whose_channels_lie_last_are_turned() -> None:
    net = build("simple_cnn", 2, 16)
    net.module = ChannelsLast()
    maps: dict[str, torch.Tensor] = {}
    with torch.no_grad():
        send(
            net,
            torch.randn(1, 3, 16, 16),
            lambda step, _, output: maps.update({step.name: channels_first(output, step)}),
        )
    assert {name: tuple(each.shape) for name, each in maps.items()} == {
        "conv": (5, 8, 8), "norm": (5, 8, 8), "act": (5, 8, 8), "add": (5, 8, 8), "mean": (5,), "head": (2,),
    }  # fmt: skip
    assert torch.allclose(maps["norm"].mean(0), torch.zeros(8, 8), atol=1e-5)
    assert torch.allclose(maps["add"].mean((1, 2)), maps["mean"], atol=1e-5)


def test_a_pooling_of_maps_whose_channels_lie_last_is_told() -> None:
    """As in timm's Swin; height, width and channels differ, so none can pass for another."""

    class Pooled(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv, self.norm = nn.Conv2d(3, 5, 2, 2), nn.LayerNorm(5)
            self.pool = FastAdaptiveAvgPool(flatten=True, input_fmt="NHWC")

        def forward(self, photos: torch.Tensor) -> torch.Tensor:
            pooled: torch.Tensor = self.pool(self.norm(self.conv(photos).permute(0, 2, 3, 1)) + photos[0, 0, 0, 0])
            return pooled

    net = build("simple_cnn", 2, 16)
    net.module = Pooled()
    told: list[tuple[float, float]] = []

    def visit(step: Step, inputs: torch.Tensor | None, output: torch.Tensor) -> None:
        if step.name == "pool":
            assert inputs is not None
            assert (step.inputs, step.output) == ((5, 8, 12), (5,))
            for channel in range(5):
                made = how_made(step, inputs_first(inputs, step).numpy(), Place(channel), 1)
                told.append((made.windows[0].sum, float(output[0, channel])))

    with torch.no_grad():
        send(net, torch.randn(1, 3, 16, 24), visit)
    assert len(told) == 5
    assert all(abs(own - its) < 1e-5 for own, its in told)


def test_a_pooling_says_whether_it_keeps_the_largest() -> None:
    for layer, largest in ((nn.AdaptiveMaxPool2d(1), True), (nn.AdaptiveAvgPool2d(1), False)):
        net = build("simple_cnn", 2, 16)
        net.module = nn.Sequential(nn.Conv2d(3, 2, 1), layer, nn.Flatten())
        assert [one.takes_largest for one in listed(steps_of(net), 16, 2)] == [False, False, largest, False, False]
