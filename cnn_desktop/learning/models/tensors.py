"""The one check of tensors that came from a file: what they may be, how much they may take, that their numbers are numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.text_out import as_line

State = dict[str, torch.Tensor]

_DECIMAL = (torch.float32, torch.float16, torch.bfloat16, torch.float64)
_WHOLE = (torch.int64, torch.int32)
_LONGEST_NAME = 200
"""Characters of a tensor's name that are shown."""
_SHARED = 2
"""Tensors may use the same numbers: all together hold at most so many times what the file does."""
_SPARE = 1 << 20
_SPECIAL = say("is of a kind this app cannot use")
_PROBLEMS: tuple[tuple[Callable[[torch.Tensor], bool], Message], ...] = (
    (lambda value: value.is_quantized, say("is quantised")),
    (lambda value: value.is_nested or any(part is not None for part in getattr(value, "names", ())), _SPECIAL),
    (lambda value: value.layout != torch.strided, say("is sparse")),
    (lambda value: value.device.type != "cpu", say("contains no values")),  # on the device "meta"
    (lambda value: value.is_complex(), say("contains complex numbers")),
    (lambda value: value.dtype not in (*_DECIMAL, *_WHOLE), say("contains a kind of number this app cannot use")),
)
"""What a tensor must not be, in half a sentence."""


def plain_tensors(content: Mapping[Any, Any], file: Path, size: int) -> State:
    """The tensors in `content` as float32 or whole numbers, each by itself. Raises DataError when one is anything else.

    `size`: bytes of the file, which bounds what the tensors may hold: a tensor of a thousand million times the same number
    takes no room in a file.
    """
    left = _SHARED * size + _SPARE
    for name, value in content.items():
        problem = _problem(name, value)
        if problem is not None:
            raise DataError(
                "{file} cannot be used: its tensor {tensor} {problem}. Choose another file, or save only the weights "
                "(state_dict) as plain numbers.",
                file=str(file), tensor=shown(name), problem=problem,
            )  # fmt: skip
        left -= value.numel() * value.element_size()
        if left < 0:
            raise DataError(
                "{file} cannot be used: its tensors would take far more memory than its size suggests. Choose "
                "another file.",
                file=str(file),
            )
    state = {name: _converted(value) for name, value in content.items()}
    bad = not_numbers(state)
    if bad:
        raise DataError(
            "{file} is damaged: its tensor {tensor} contains values that are not numbers (NaN or infinity). Download or "
            "copy the file again, or choose another.",
            file=str(file), tensor=shown(bad),
        )  # fmt: skip
    return state


def not_numbers(state: Mapping[str, torch.Tensor]) -> str:
    """The name of the first tensor with a value that is NaN or infinite; "" when there is none. One pass, no copies."""
    for name, value in state.items():
        if value.is_floating_point() and value.numel() and not all(map(_is_finite, value.aminmax())):
            return name
    return ""


def shown(name: object) -> str:
    """A tensor's name as it may stand in a sentence."""
    return as_line(name[:_LONGEST_NAME]) if isinstance(name, str) else "?"


def _is_finite(value: torch.Tensor) -> bool:
    return bool(value.isfinite())


def _problem(name: object, value: object) -> Message | None:
    """What is wrong with a tensor, as half a sentence; None when nothing is. Nothing is computed with it."""
    if not isinstance(name, str) or type(value) not in (torch.Tensor, torch.nn.Parameter):
        return _SPECIAL
    assert isinstance(value, torch.Tensor)
    return next((words for is_so, words in _PROBLEMS if is_so(value)), None)


def _converted(value: torch.Tensor) -> torch.Tensor:
    value = value.detach()
    return (value.float() if value.is_floating_point() else value).contiguous()
