"""Grad-CAM and Grad-CAM++ are what a few lines of autograd say of the papers' equations."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import nn

from cnn_desktop.learning.explain.grad_cam import grad_cam, target_of
from cnn_desktop.learning.explain.layers import steps_of
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.models.weights import find_weights, load_weights
from tests.learning.explain.helpers import ChannelsLast

Parts = tuple[Callable[[torch.Tensor], torch.Tensor], Callable[[torch.Tensor], torch.Tensor]]


def by_hand(parts: Parts, photo: torch.Tensor, index: int, plus: bool) -> torch.Tensor:
    """Written from the papers: A[k] the maps, y the class's logit; `parts`: up to the last maps, and from there on."""
    maps = parts[0](photo).detach().requires_grad_()
    slopes = torch.autograd.grad(parts[1](maps)[0, index], maps)[0][0].double()
    seen = maps.detach()[0].double()
    heat = torch.zeros(seen.shape[1:], dtype=torch.float64)
    for one, slope in zip(seen, slopes, strict=True):
        if plus:
            alpha = slope**2 / (2 * slope**2 + one.sum() * slope**3)
            weight = (alpha.nan_to_num(0.0) * slope.clamp(min=0)).sum()
        else:
            weight = slope.sum() / slope.numel()
        heat += weight * one
    heat = heat.clamp(min=0)
    return (heat / heat.max()).float() if heat.max() > 0 else heat.float()


def resnet18() -> tuple[Net, Parts]:
    torch.manual_seed(5)
    net = build("resnet18", 4, 64)
    calm(net)
    layers: Any = net.module
    body = nn.Sequential(*list(layers.children())[:-2]).eval()
    return net, (body, lambda maps: layers.fc(maps.mean((2, 3))))


def lite0() -> tuple[Net, Parts]:
    weights = find_weights("efficientnet_lite0", "auto")
    assert weights is not None
    torch.manual_seed(5)
    net = build("efficientnet_lite0", 4, 64, load_weights(weights, 64))
    layers: Any = net.module.eval()
    return net, (layers.forward_features, layers.forward_head)


def simple_cnn() -> tuple[Net, Parts]:
    torch.manual_seed(5)
    net = build("simple_cnn", 4, 64)
    layers: Any = net.module.eval()

    def body(photo: torch.Tensor) -> torch.Tensor:
        maps: torch.Tensor = layers.conv2(layers.pool(layers.conv1(photo).relu())).relu()
        return maps

    return net, (body, lambda maps: layers.fc2(layers.fc1(layers.pool(maps).flatten(1)).relu()))


def calm(net: Net) -> None:
    """BatchNorm's statistics become those of something."""
    with torch.no_grad():
        net.module.train()
        net.module(torch.randn(4, 3, 64, 64, generator=torch.Generator().manual_seed(1)))
        net.module.eval()


@pytest.mark.parametrize("made", [resnet18, lite0, simple_cnn], ids=lambda made: made.__name__)
def test_it_equals_the_papers_equations(made: Callable[[], tuple[Net, Parts]]) -> None:
    net, parts = made()
    net.module.requires_grad_(False)
    target = target_of(steps_of(net))
    assert target is not None
    spoken = 0
    photo = torch.randn(1, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    for index, plus in itertools.product(range(3), (False, True)):
        heat = grad_cam(net, photo, target, lambda logits, index=index: index, plus)  # type: ignore[misc]
        assert torch.allclose(heat.places, by_hand(parts, photo, index, plus), atol=1e-4)
        assert torch.allclose(heat.logits, net.module(photo)[0], atol=1e-5)
        spoken += bool(heat.places.any())
    assert spoken >= 2, "it must not be empty maps that are equal"
    assert all(not module._forward_hooks for module in net.module.modules())


def test_maps_whose_channels_lie_last_have_heat_too() -> None:
    torch.manual_seed(2)
    net, layers = build("simple_cnn", 2, 16), ChannelsLast()
    net.module = layers
    target = target_of(steps_of(net))
    assert target is not None
    assert (target.name, target.channels_last) == ("add", True)
    photo = torch.randn(1, 3, 16, 16)
    parts = (lambda photo: layers.body(photo).permute(0, 3, 1, 2) * 2, lambda maps: layers.head(maps.mean((2, 3))))
    for index in range(2):
        heat = grad_cam(net, photo, target, lambda logits, index=index: index)  # type: ignore[misc]
        assert torch.allclose(heat.places, by_hand(parts, photo, index, plus=False), atol=1e-4)
