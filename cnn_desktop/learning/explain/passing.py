"""One photo's way through a network: every layer in the order in which it is used, also those that are no modules.

Modules are heard through hooks; what happens between them (an addition, `torch.flatten`) through a `TorchFunctionMode`. The
network's own `forward` is called, so one that answers mirrored is seen as it is, one way round.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

from cnn_desktop.domain.jobs.explore import LayerKind
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.tuning.device import true_float32

INPUT, SOFTMAX = "input", "softmax"
"""The photo and the answer: no layer of a network has these names."""
_FUNCTIONS: dict[str, LayerKind] = {
    **dict.fromkeys(("conv1d", "conv2d"), "convolution"),
    **dict.fromkeys(
        ("max_pool2d", "avg_pool2d", "adaptive_avg_pool2d", "adaptive_max_pool2d", "mean", "amax", "lp_pool2d"), "pooling"
    ),
    **dict.fromkeys(
        ("relu", "relu6", "gelu", "silu", "mish", "hardswish", "hardsigmoid", "hardtanh", "sigmoid", "tanh", "elu",
         "leaky_relu", "softmax", "softplus"), "activation",
    ),
    **dict.fromkeys(("batch_norm", "layer_norm", "group_norm", "rms_norm", "normalize"), "normalisation"),
    "flatten": "flatten",
    "linear": "linear",
    **dict.fromkeys(("add", "iadd", "radd", "mul", "imul", "rmul", "cat", "matmul"), "other"),
    **dict.fromkeys(("scaled_dot_product_attention", "multi_head_attention_forward"), "other"),
}  # fmt: skip
"""Functions that are shown when they are called outside modules, without the signs around their names ("add_", "__iadd__")."""
_OF_TWO = {"add", "iadd", "radd", "mul", "imul", "rmul"}
"""Shown where both are tensors."""
_ROWS = {"softmax", "matmul", "scaled_dot_product_attention", "multi_head_attention_forward"}
"""What these make of four dimensions are no maps."""
_TO_LAST, _TO_FIRST = (0, 2, 3, 1), (0, 3, 1, 2)


@dataclass(frozen=True)
class Step:
    """One use of a layer."""

    name: str
    """That of the module, of a function the place it is called at: "relu", the second time "relu (2)"; "layer1.0.add"."""
    kind: LayerKind
    module: nn.Module | None
    """None: a function."""
    inputs: tuple[int, ...]
    """Shape of what comes in, as `output`; () where unknown."""
    output: tuple[int, ...]
    """Shape of what it makes of one photo: (C, H, W) maps, (C,) numbers, (rows, numbers) anything else."""
    parameters: int
    """Of a layer that is used twice: the first time."""
    channels_last: bool
    """True when the network keeps its maps as [1, H, W, C] here."""
    takes_last: bool = False
    """True when they come in like that: a pooling may make numbers of them."""


Visit = Callable[[Step, torch.Tensor | None, torch.Tensor], torch.Tensor | None]
"""Is told of each step: its input, where it is one tensor, and its output, which a later one may change in place.

What it returns, if anything, takes the output's place. Raises Enough when the rest is of no use.
"""


class Enough(Exception):
    """Nobody needs to know how it goes on."""


def send(net: Net, photo: torch.Tensor, visit: Visit) -> torch.Tensor | None:
    """Sends `photo`, [1, 3, S, S] float32, normalised, through `net`: its logits [1, classes], one way round.

    None when `visit` had enough.
    """
    net.module.eval()
    walk = _Walk(visit)
    with true_float32(), walk.listening(net.module), contextlib.suppress(Enough), walk:
        logits: torch.Tensor = net.module.forward(photo)
        return logits
    return None


def channels_first(output: torch.Tensor, step: Step) -> torch.Tensor:
    """What a step makes of one photo, in the shape `step.output`, from its output, a batch of one."""
    maps = output[0].permute(2, 0, 1) if step.channels_last and len(step.output) == 3 else output
    return maps.reshape(step.output)


def inputs_first(inputs: torch.Tensor, step: Step) -> torch.Tensor:
    """What comes into a step, of a batch of one, in the shape `step.inputs`."""
    return inputs[0].permute(2, 0, 1) if step.takes_last else inputs[0]


class _Walk(TorchFunctionMode):
    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self._uses = Counter((INPUT, SOFTMAX))
        self._places: list[tuple[str, nn.Module]] = []
        """The modules around what is called just now."""
        self._inside = 0
        self._counted: set[int] = set()
        """Modules whose parameters have been told."""
        self._channels_last = False

    @contextlib.contextmanager
    def listening(self, root: nn.Module) -> Iterator[None]:
        hooks = []
        for name, module in root.named_modules():
            if isinstance(module, nn.Identity) or module is root:
                continue
            enter, leave = self._layer(name) if _is_layer(module) else self._container(name)
            hooks += [module.register_forward_pre_hook(enter), module.register_forward_hook(leave)]
        self._places.append(("", root))
        try:
            yield
        finally:
            for hook in hooks:
                hook.remove()

    def _container(self, name: str) -> tuple[Callable[..., None], Callable[..., None]]:
        return (
            lambda module, _: self._places.append((name, module)),
            lambda module, _, output: self._places.pop() and None,
        )

    def _layer(self, name: str) -> tuple[Callable[..., None], Callable[..., torch.Tensor | None]]:
        def enter(module: nn.Module, inputs: Any) -> None:
            self._inside += 1

        def leave(module: nn.Module, inputs: Any, output: Any) -> torch.Tensor | None:
            self._inside -= 1
            if self._inside or not isinstance(output, torch.Tensor):
                return None
            self._note_layout(module, output)
            return self._tell(name, _kind(module), module, module, inputs, output)

        return enter, leave

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        output = func(*args, **(kwargs or {}))
        if self._inside:
            return output
        word = func.__name__.strip("_")
        if word == "permute" and isinstance(output, torch.Tensor) and output.dim() == 4:
            order = tuple(args[1:]) if len(args) > 2 else tuple(args[1] if len(args) > 1 else (kwargs or {})["dims"])
            self._channels_last = order == _TO_LAST or (self._channels_last and order != _TO_FIRST)
        kind = _FUNCTIONS.get(word)
        if kind is None or not isinstance(output, torch.Tensor) or not output.dim():
            return output
        if word in _OF_TWO and not all(isinstance(one, torch.Tensor) and one.dim() for one in args[:2]):
            return output
        place, around = self._places[-1]
        word = word.removeprefix("i").removeprefix("r") if word in _OF_TWO else word
        inputs = args[:1] if args and isinstance(args[0], torch.Tensor) else ()
        name = f"{place}.{word}".lstrip(".")
        other = self._tell(name, kind, None, around, inputs, output, is_rows=word in _ROWS)
        return output if other is None else other

    def _note_layout(self, module: nn.Module, output: torch.Tensor) -> None:
        if output.dim() != 4:
            return
        word = type(module).__name__
        if isinstance(module, nn.Linear) or (isinstance(module, nn.LayerNorm) and not word.endswith("2d")):
            self._channels_last = True
        elif isinstance(module, nn.Conv2d) or word.endswith("2d"):
            self._channels_last = False

    def _tell(
        self,
        name: str,
        kind: LayerKind,
        module: nn.Module | None,
        owner: nn.Module,
        inputs: Sequence[Any],
        output: torch.Tensor,
        is_rows: bool = False,
    ) -> torch.Tensor | None:
        """`owner`: whose own parameters it uses."""
        self._uses[name] += 1
        if self._uses[name] > 1:
            name = f"{name} ({self._uses[name]})"
        seen = inputs[0] if len(inputs) and isinstance(inputs[0], torch.Tensor) else None
        own = 0
        if id(owner) not in self._counted:
            self._counted.add(id(owner))
            own = sum(parameter.numel() for parameter in owner.parameters(recurse=False))
        shape = _shape(output, self._channels_last, is_rows)
        last = self._channels_last and output.dim() == 4
        incoming = () if seen is None else _shape(seen, self._channels_last, is_rows=False)
        takes_last = self._channels_last and seen is not None and seen.dim() == 4
        return self._visit(Step(name, kind, module, incoming, shape, own, last, takes_last), seen, output)


def _is_layer(module: nn.Module) -> bool:
    return all(isinstance(child, nn.Identity) for child in module.children())


def _kind(module: nn.Module) -> LayerKind:
    word = type(module).__name__.lower()
    if isinstance(module, nn.modules.conv._ConvNd):
        return "convolution"
    if isinstance(module, nn.Linear):
        return "linear"
    if isinstance(module, nn.Flatten):
        return "flatten"
    if type(module).__module__.rpartition(".")[2].startswith("activation"):
        return "activation"
    if "pool" in word:
        return "pooling"
    return "normalisation" if "norm" in word else "other"


def _shape(tensor: torch.Tensor, channels_last: bool, is_rows: bool) -> tuple[int, ...]:
    batch, *rest = tensor.shape
    if batch == 1 and len(rest) == 3 and not is_rows:
        return (rest[2], rest[0], rest[1]) if channels_last else tuple(rest)
    if batch == 1 and len(rest) in (1, 2):
        return tuple(rest)
    return (tensor.numel() // max(tensor.shape[-1], 1), tensor.shape[-1])
