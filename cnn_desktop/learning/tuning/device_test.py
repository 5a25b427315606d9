"""The test of the graphics card, run by a process of its own: `cnn-desktop child --test-device`. See `verdict.py`.

What it finds goes to stdout as one JSON line after the other, each a `Tried` that knows more than the last: when a driver hangs
or crashes, what was found until then is known.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import NoReturn

import msgspec
import torch

from cnn_desktop.domain.graphics import Card, Tried

_FAR = 1e-3
"""A card's result may differ from the CPU's by so much of the largest value: float32 sums in another order differ by 1e-6."""
_OVER_SOON = ("out of memory", "busy or unavailable", "exclusive")


def main() -> NoReturn:
    """Tests the first card, and tells."""
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no line of ours
    for tried in run_test():
        told.write(msgspec.json.encode(tried) + b"\n")
        told.flush()
    sys.stderr.flush()
    os._exit(0)  # a driver that fails may hang when it is let go


def run_test() -> Iterator[Tried]:
    """What is known, more each time; the last one is the result."""
    tried = Tried("begun", str(torch.__version__), torch.version.cuda or str(getattr(torch.version, "hip", "") or ""))
    yield tried
    try:
        device = _find_device()
        if device:
            tried = msgspec.structs.replace(tried, card=_card(device), kernels=_kernels(device))
            yield tried
            fine = agrees_with_the_cpu(device)
            tried = msgspec.structs.replace(tried, outcome="passed" if fine else "wrong")
        else:
            tried = msgspec.structs.replace(tried, outcome="none", details=_why_none(tried))
    except RuntimeError as error:  # driver and kernel mismatches, no memory left, a card in use exclusively
        said = str(error).strip()
        is_passing = any(words in said.lower() for words in _OVER_SOON)
        tried = msgspec.structs.replace(tried, outcome="failed", details=said, is_passing=is_passing)
    yield tried


def agrees_with_the_cpu(device: str) -> bool:
    """Whether a convolution (4×8×32×32 → 16 maps of 3×3) and its gradients come out as on the CPU. Raises RuntimeError."""
    from torch.nn.functional import conv2d

    def compute(place: str) -> list[torch.Tensor]:
        random = torch.Generator().manual_seed(7)
        photos = torch.randn(4, 8, 32, 32, generator=random).to(place).requires_grad_()
        kernels = torch.randn(16, 8, 3, 3, generator=random).to(place).requires_grad_()
        found = conv2d(photos, kernels, padding=1)
        torch.autograd.backward((found.relu() ** 2).mean())
        assert photos.grad is not None
        assert kernels.grad is not None
        return [one.detach().cpu() for one in (found, photos.grad, kernels.grad)]

    with torch.backends.cudnn.flags(enabled=True, allow_tf32=False):
        pairs = zip(compute(device), compute("cpu"), strict=True)
        return all(bool((mine - true).abs().max() <= _FAR * true.abs().max()) for mine, true in pairs)


def _find_device() -> str:
    if torch.cuda.is_available():
        return "cuda:0"
    return "mps" if torch.backends.mps.is_available() else ""


def _card(device: str) -> Card:
    if device == "mps":
        return Card("Apple GPU", "")
    major, minor = torch.cuda.get_device_capability(device)
    return Card(torch.cuda.get_device_name(device), f"{major}.{minor}")


def _kernels(device: str) -> tuple[str, ...]:
    """Of AMD's cards nothing is asked: their architectures are called otherwise."""
    return () if device == "mps" or torch.version.cuda is None else tuple(torch.cuda.get_arch_list())


def _why_none(tried: Tried) -> str:
    """torch's words for it."""
    if not tried.cuda:
        return ""
    try:
        torch.cuda.init()  # type: ignore[no-untyped-call]
    except (RuntimeError, AssertionError) as error:
        return str(error).strip()
    return ""
