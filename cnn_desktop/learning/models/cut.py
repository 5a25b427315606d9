"""Cuts a network in two: a trunk that stays frozen, and a tail that learns and can start from what the trunk saw.

The stages of a network are the parts between which the picture gets smaller (He et al. 2016, table 1; Tan & Le 2019,
table 1). The tail runs through the network's own `forward`, with every layer before the cut replaced by nothing for a moment.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import torch
from torch import nn

from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.tuning.device import true_float32

_CONTAINERS = ("stages", "blocks", "features", "layers")
"""Where networks of torchvision and timm keep their stages."""


class Cut:
    """A place in `net`, just before `layer`."""

    def __init__(self, net: Net, layer: str) -> None:
        self.net, self.name = net, layer
        self.layer = net.module.get_submodule(layer)
        is_head = len(net.heads) == 1 and self.layer is net.heads[0]
        self.is_head = is_head
        """True when the tail is the classification layer alone."""
        self.trunk_layers = [] if is_head else _done_before(net, self.layer)
        """Names of what runs before the cut, without what is inside another of them; of the head it is the rest."""

    def inputs(self, photos: torch.Tensor) -> torch.Tensor:
        """[N, 3, S, S] float32, normalised → what reaches the cut, [N, …]."""
        return self._seen_by(self.layer, photos)

    def tail(self, rows: torch.Tensor) -> torch.Tensor:
        """What reached the cut, [N, …] float32 → logits [N, classes]."""
        if self.is_head:
            return self.layer(rows)
        with self._without_trunk():
            return self.net.module(rows)

    def head_inputs(self, rows: torch.Tensor) -> torch.Tensor:
        """What reached the cut, [N, …] float32 → what reaches the head, [N, …]."""
        with self._without_trunk():
            return self._seen_by(self.net.heads[0], rows)

    def tail_tensors(self) -> set[str]:
        """Names of the tail's tensors in the network's state dict."""
        if self.is_head:
            return {f"{self.name}.{name}" for name in self.layer.state_dict()}
        trunk = tuple(f"{name}." for name in self.trunk_layers)
        return {name for name in self.net.module.state_dict() if not name.startswith(trunk)}

    def learn(self) -> None:
        """From now on the tail learns and the trunk does not; BatchNorm keeps its statistics."""
        self.net.unfreeze(still_norms=True)
        for _, _, layer in self._trunk():
            layer.requires_grad_(False)

    def holds(self, device: str) -> bool:
        """True when trunk and tail, one after the other, are the network, to the last bit."""
        size = self.net.preprocess.image_size
        photo = torch.linspace(-1, 1, 3 * size * size, device=device).view(1, 3, size, size)
        self.net.module.eval()
        try:
            with torch.inference_mode(), true_float32():
                return torch.equal(self.tail(self.inputs(photo)), self.net.module(photo))
        except (RuntimeError, TypeError, ValueError, IndexError, AttributeError):
            return False  # something outside the layers happens before the cut, and it minds their absence

    def _seen_by(self, layer: nn.Module, inputs: torch.Tensor) -> torch.Tensor:
        seen: list[torch.Tensor] = []
        watch = layer.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
        try:
            self.net.module(inputs)
        finally:
            watch.remove()
        return seen[0]

    @contextlib.contextmanager
    def _without_trunk(self) -> Iterator[None]:
        trunk = self._trunk()
        for parent, name, _ in trunk:
            parent._modules[name] = nn.Identity()
        try:
            yield
        finally:
            for parent, name, layer in trunk:
                parent._modules[name] = layer

    def _trunk(self) -> list[tuple[nn.Module, str, nn.Module]]:
        """(parent, name in it, layer) of everything that runs before the cut."""
        module = self.net.module
        parts = [(name, *name.rpartition(".")[::2]) for name in self.trunk_layers]
        return [(module.get_submodule(parent), own, module.get_submodule(name)) for name, parent, own in parts]


def head_cut(net: Net) -> Cut:
    """The cut before the classification layer."""
    return Cut(net, next(name for name, layer in net.module.named_modules() if layer is net.heads[0]))


def stage_cut(net: Net, stages: int, device: str) -> Cut | None:
    """The cut before the last `stages` stages; None when `net` has no such place."""
    starts = stage_starts(net)
    if not 0 < stages < len(starts):
        return None
    cut = Cut(net, starts[-stages])
    return cut if cut.holds(device) else None


def stage_starts(net: Net) -> list[str]:
    """Names of the layers that the stages of `net` begin with, in order; empty when none are found."""
    module = net.module
    if hasattr(module, "layer4"):  # the ResNet family
        return [f"layer{number}" for number in (1, 2, 3, 4)]
    for name in _CONTAINERS:
        container = getattr(module, name, None)
        if not isinstance(container, nn.Sequential | nn.ModuleList) or len(container) < 2:
            continue
        parts = list(container)
        if len(parts) > 2 and _is_one_convolution(parts[-1]):  # it belongs to the stage before it
            parts.pop()
        if all(isinstance(part, nn.Sequential) for part in parts):
            return [f"{name}.{place}" for place in range(len(parts))]
        return [f"{name}.{place}" for place in _where_it_shrinks(net, parts)]
    return []


def _is_one_convolution(part: nn.Module) -> bool:
    return sum(isinstance(layer, nn.Conv2d) for layer in part.modules()) == 1


def _where_it_shrinks(net: Net, parts: list[nn.Module]) -> list[int]:
    """Places of the parts that get a smaller picture than the part before them; every part where none does (tokens)."""
    sizes: list[torch.Size] = []
    watches = [part.register_forward_pre_hook(lambda _, inputs: sizes.append(inputs[0].shape[2:])) for part in parts]
    try:
        _run_once(net)
    finally:
        for watch in watches:
            watch.remove()
    places = [place for place in range(len(sizes)) if place == 0 or sizes[place] != sizes[place - 1]]
    return places if len(places) > 1 else list(range(len(sizes)))


def _done_before(net: Net, layer: nn.Module) -> list[str]:
    """Names of the layers that have run when `layer` begins, without those inside another of them."""
    done: list[str] = []
    reached: list[bool] = []

    def note(name: str) -> None:
        if not reached:
            done.append(name)

    watches = [layer.register_forward_pre_hook(lambda *_: reached.append(True))]
    watches += [
        one.register_forward_hook(lambda *_, name=name: note(name)) for name, one in net.module.named_modules() if name
    ]
    try:
        _run_once(net)
    finally:
        for watch in watches:
            watch.remove()
    names = set(done)
    parents = {name: {name[:place] for place, sign in enumerate(name) if sign == "."} for name in names}
    return [name for name in dict.fromkeys(done) if not parents[name] & names]


def _run_once(net: Net) -> None:
    """Sends an empty photo through `net`."""
    size, training = net.preprocess.image_size, net.module.training
    device = next(net.module.parameters()).device
    net.module.eval()
    try:
        with torch.inference_mode():
            net.module(torch.zeros(1, 3, size, size, device=device))
    finally:
        net.module.train(training)
