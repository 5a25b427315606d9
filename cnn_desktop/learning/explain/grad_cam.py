"""Where in a photo the network finds what speaks for a class: Grad-CAM and Grad-CAM++.

Selvaraju et al. 2017, "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization", equations 1 and 2.
Chattopadhay et al. 2018, "Grad-CAM++: Improved Visual Explanations for Deep Convolutional Networks", equations 10 to 19.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import torch

from cnn_desktop.learning.explain.passing import Step, channels_first, send
from cnn_desktop.learning.models.network import Net


class Heat(NamedTuple):
    """How much each place of the last maps speaks for a class."""

    places: torch.Tensor
    """float32 [h, w] on the CPU, from 0 to 1; all 0 where nothing speaks for it."""
    class_index: int
    logits: torch.Tensor
    """[classes] on the CPU, of the photo one way round."""


def target_of(steps: Iterable[Step]) -> Step | None:
    """The last step of a network that makes maps, before they are pooled: of the last stage of convolutions.

    None where there are none, or where what comes afterwards no longer knows places as maps do (the tokens of a transformer).
    """
    found: Step | None = None
    for step in steps:
        is_map = len(step.output) == 3 and step.output[1] * step.output[2] > 1
        if is_map and step.kind not in ("pooling", "flatten"):
            found = step
        elif len(step.output) == 2 and step.kind != "flatten":
            found = None
    return found


def grad_cam(
    net: Net, photo: torch.Tensor, target: Step, choose: Callable[[torch.Tensor], int], plus: bool = False
) -> Heat:
    """`photo`: [1, 3, S, S], normalised. `choose`: from the logits [classes] to the index of the class; `plus`: Grad-CAM++.

    Of a network that answers mirrored, the photo is looked at one way round.
    """
    maps: list[tuple[Step, torch.Tensor]] = []

    def visit(step: Step, inputs: torch.Tensor | None, output: torch.Tensor) -> torch.Tensor | None:
        if step.name != target.name:
            return None
        leaf = output.detach().clone().requires_grad_()
        maps.append((step, leaf))
        return leaf.clone()  # a later step may change it in place, which a leaf does not bear

    with torch.enable_grad():
        logits = send(net, photo, visit)
        assert logits is not None
        ((step, leaf),) = maps
        index = choose(logits[0].detach().cpu())
        (slopes,) = torch.autograd.grad(logits[0, index], leaf)
    seen, slopes = (channels_first(one.detach(), step).float() for one in (leaf, slopes))
    weights = _weights_of_plus(seen, slopes) if plus else slopes.mean((1, 2))
    places = torch.einsum("c,chw->hw", weights, seen).relu().cpu()
    return Heat(to_one(places), index, logits[0].detach().cpu())


def to_one(places: torch.Tensor) -> torch.Tensor:
    """Not negative → from 0 to 1; what is no number stays none."""
    most = places.max()
    return torch.zeros_like(places) if most == 0 else places / most


def _weights_of_plus(seen: torch.Tensor, slopes: torch.Tensor) -> torch.Tensor:
    """[C], with the class's score taken as exp(logit), so that its higher derivatives are powers of the first."""
    square, cube = slopes**2, slopes**3
    below = 2 * square + seen.sum((1, 2), keepdim=True) * cube
    shares = torch.where(below != 0, square / torch.where(below != 0, below, torch.ones_like(below)), 0.0)
    return (shares * slopes.relu()).sum((1, 2))
