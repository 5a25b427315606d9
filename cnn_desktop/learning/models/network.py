"""Builds every network of the table of models, and any timm classifier, with a head for n classes."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.catalog import TIMM_PREFIX, Architecture, find_architecture
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.learning.models.tensors import State

IMAGENET_MEAN, IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
IMAGENET_CLASSES = 1000

_DRAWN = ("normal_", "uniform_", "kaiming_uniform_", "kaiming_normal_", "xavier_uniform_", "trunc_normal_", "erfinv_")
"""Functions that fill a tensor at random, or help to."""


@dataclass
class Net:
    """A network, its classification head(s), and how its photos are prepared."""

    name: str
    module: nn.Module
    """[B, 3, S, S] float32, normalised → logits [B, classes]."""
    heads: list[nn.Module]
    """The last layers, replaced for the user's classes. One, but for timm's distilled models."""
    preprocess: Preprocess
    frozen: bool = False
    """True while only the heads learn."""
    still_norms: bool = False
    """True while BatchNorm keeps the statistics of its pretrained weights."""
    mirrored: bool = False
    """True when an answer is the mean of the logits of a photo and of its mirror image."""

    def answer_mirrored(self) -> None:
        """From now on `module`, where it does not learn, looks at each photo both ways round.

        Krizhevsky et al. 2012, section 4.1 (there also at crops). A hook, so that whoever calls `module` gets it.
        """
        if self.mirrored:
            return
        self.mirrored = True

        def both_ways(module: nn.Module, inputs: tuple[torch.Tensor, ...], logits: torch.Tensor) -> torch.Tensor:
            return logits if module.training else (logits + module.forward(inputs[0].flip(3))) / 2

        self.module.register_forward_hook(both_ways)

    def freeze_backbone(self) -> None:
        """Only the heads learn from now on."""
        self.frozen = True
        self.module.requires_grad_(False)
        for head in self.heads:
            head.requires_grad_(True)

    def unfreeze(self, still_norms: bool = False) -> None:
        """Everything learns from now on, but for BatchNorm's statistics with `still_norms`.

        At a learning rate of 1e-5 the weights cannot follow statistics that change with each batch: refining
        EfficientNet-Lite0 on TrashNet fell from 88 to 70 % in one epoch with them, and kept its place without.
        """
        self.frozen, self.still_norms = False, still_norms
        self.module.requires_grad_(True)

    def train(self) -> None:
        """Training mode; of a frozen network only the heads, so that BatchNorm's statistics and dropout stay still."""
        self.module.train(not self.frozen)
        for head in self.heads:
            head.train()
        if self.still_norms:
            for layer in self.module.modules():
                if isinstance(layer, nn.modules.batchnorm._BatchNorm):
                    layer.eval()

    def learning_parameters(self) -> Iterator[nn.Parameter]:
        return (parameter for parameter in self.module.parameters() if parameter.requires_grad)

    @property
    def has_batch_norm(self) -> bool:
        return any(isinstance(layer, nn.modules.batchnorm._BatchNorm) for layer in self.module.modules())

    @property
    def parameter_count(self) -> int:
        return sum(parameter.numel() for parameter in self.module.parameters())


def build(name: str, classes: int, image_size: int, state: State | None = None) -> Net:
    """The network called `name` with a new head for `classes`, its backbone from `state` when given.

    `state` must have passed `weights.check_state`. Raises UsageError for an unknown name or an unfit image size.
    """
    row = _row(name)
    if row.library == "timm":
        return _build_timm(row, classes, image_size, state)
    module = _create(row, classes, image_size)
    heads = [module.get_submodule(head_name(module))]
    if state is not None:
        skip = _head_keys(module)
        module.load_state_dict({key: value for key, value in state.items() if key not in skip}, strict=False)
    return Net(name, module, heads, Preprocess(image_size=image_size, mean=IMAGENET_MEAN, std=IMAGENET_STD))


@functools.lru_cache(maxsize=16)
def reference(name: str, image_size: int) -> tuple[Mapping[str, torch.Tensor], frozenset[str]]:
    """(name → every tensor without its values, the heads' names among them) of `name` with its ImageNet head; takes no memory."""
    row = _row(name)
    with torch.device("meta"), _NothingDrawn():
        module = _create_timm(row, IMAGENET_CLASSES, None) if row.library == "timm" else None
        module = module if module is not None else _create(row, IMAGENET_CLASSES, image_size)
    return module.state_dict(), frozenset(_head_keys(module))


class _NothingDrawn(TorchFunctionMode):
    """Leaves out random start values: on the meta device there is nothing to fill, yet torch loads sympy for it."""

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        named = kwargs or {}
        if func.__name__ in _DRAWN:
            return args[0] if args else named["tensor"]
        return func(*args, **named)


def head_name(module: nn.Module) -> str:
    """Where the classification head is: the last linear layer."""
    return [name for name, layer in module.named_modules() if isinstance(layer, nn.Linear)][-1]


def _row(name: str) -> Architecture:
    row = find_architecture(name)
    if row is None:
        raise UsageError(
            "There is no model called “{model}”. Choose one from the list, or timm:NAME.", field="model", model=name
        )
    return row


def _create(row: Architecture, classes: int, image_size: int) -> nn.Module:
    if row.library == "own":
        from cnn_desktop.learning.models.simple_cnn import SimpleCNN

        return SimpleCNN(classes, image_size)
    import torchvision.models

    return torchvision.models.get_model(row.name, weights=None, num_classes=classes)


def _create_timm(row: Architecture, classes: int, image_size: int | None, **options: Any) -> nn.Module:
    import timm

    bare = row.weights_name
    if not timm.is_model(bare):
        near = difflib.get_close_matches(bare, timm.list_models(), n=1)
        raise UsageError(
            "timm has no model called “{model}”. Did you mean “{near}”?",
            field="model",
            model=bare,
            near=TIMM_PREFIX + (near[0] if near else "resnet18"),
        )
    facts = timm.get_pretrained_cfg(bare)
    if image_size is not None and facts is not None and facts.fixed_input_size and facts.input_size[-1] != image_size:
        options["img_size"] = image_size
    try:
        return timm.create_model(bare, num_classes=classes, **{"pretrained": False, **options})
    except (TypeError, ValueError, AssertionError) as error:
        raise _unfit(row, image_size or 0) from error


def _build_timm(row: Architecture, classes: int, image_size: int, state: State | None) -> Net:
    options: dict[str, Any] = {}
    if state is not None:
        # timm's own loader resizes what depends on the image size, e.g. a transformer's position embedding.
        heads = reference(row.name, 0)[1]
        head_rows = next((value.shape[0] for key, value in state.items() if key in heads), 0)
        options = {"pretrained": True, "pretrained_cfg_overlay": {"state_dict": state, "num_classes": head_rows}}
    module = _create_timm(row, classes, image_size, **options)
    facts: dict[str, Any] = module.default_cfg  # type: ignore[assignment]
    if state is not None:
        module.reset_classifier(classes)  # type: ignore[operator]
    module.pretrained_cfg = module.default_cfg = {}  # type: ignore[assignment]  # it would keep `state` alive
    try:
        with torch.inference_mode():
            fits = module.eval()(torch.zeros(1, 3, image_size, image_size)).shape == (1, classes)
    except (RuntimeError, AssertionError, ValueError, IndexError) as error:
        raise _unfit(row, image_size) from error
    if not fits:
        raise UsageError("{model} cannot classify photos. Choose another model.", field="model", model=row.name)
    preprocess = Preprocess(image_size=image_size, mean=tuple(facts["mean"]), std=tuple(facts["std"]))
    return Net(row.name, module, _timm_heads(module), preprocess)


def _timm_heads(module: nn.Module) -> list[nn.Module]:
    found = module.get_classifier()  # type: ignore[operator]
    return list(found) if isinstance(found, tuple | list) else [found]


def _head_keys(module: nn.Module) -> set[str]:
    """Names of the heads' tensors in the network's state dict."""
    if hasattr(module, "get_classifier"):
        heads = {id(head) for head in _timm_heads(module)}
        names = [name for name, layer in module.named_modules() if id(layer) in heads]
    else:
        names = [head_name(module)]
    return {key for key in module.state_dict() for name in names if key.startswith(f"{name}.")}


def _unfit(row: Architecture, image_size: int) -> UsageError:
    return UsageError(
        "{model} does not work with an image size of {size}. Try 224.",
        field="image_size",
        model=row.title,
        size=image_size,
    )
