"""Which device and precision a job uses, and why, in words. "GPU silently not used" must not happen.

"auto" follows the verdict of the card's test (`verdict.py`), then tries the card with a tiny computation: it may be in use just
now. A device asked for by name is tried in any case.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

import torch

from cnn_desktop.domain.config import Precision
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.learning.tuning.compute_plan import TrainingPrecision
from cnn_desktop.learning.tuning.precision import cpu_has_bfloat16
from cnn_desktop.learning.tuning.verdict import find_verdict

_DIGITS = 3
"""Of a card's number."""


@dataclass(frozen=True)
class DeviceChoice:
    """A device that was tried and works."""

    device: str
    """As torch names it: "cpu", "cuda", "cuda:1", "mps"."""
    name: str
    """As people say it, e.g. "NVIDIA H200" or "CPU"."""
    reason: Message
    """A clause to stand behind the name: "CPU: no NVIDIA card found"."""
    training_dtype: torch.dtype
    """Of matrix products and convolutions while training. Validation and every shown probability are float32."""

    is_lost: bool = False
    """True when there is a card that "auto" does not use: whoever computes for long says so."""
    to_measure: bool = False
    """True when a training must find out first whether `training_dtype` is faster than float32."""

    @property
    def precision(self) -> TrainingPrecision:
        names: dict[torch.dtype, TrainingPrecision] = {torch.bfloat16: "bfloat16", torch.float16: "float16"}
        return names.get(self.training_dtype, "float32")


def choose_device(wanted: str = "auto", precision: Precision = "auto") -> DeviceChoice:
    """The device called `wanted` ("auto", "cpu", "cuda", "cuda:1", "mps"), tried with a tiny computation.

    Raises UsageError when a device asked for by name does not work.
    """
    if wanted.startswith("cuda:") and "," in wanted:
        raise UsageError(
            "Training on several graphics cards at once ({device}) is not possible yet. Choose one, for example "
            "cuda:0.",
            field="device",
            device=wanted,
        )
    if wanted == "cpu":
        return _cpu(say("chosen by you"), precision)
    if wanted == "mps":
        problem = _problem_with_mps()
        if problem is not None:
            raise UsageError("The device mps cannot be used: {reason}. Choose auto.", field="device", reason=problem)
        return _mps(precision)
    kind, _, number = wanted.partition(":")
    if kind == "cuda" and (wanted == "cuda" or (number.isascii() and number.isdecimal() and len(number) <= _DIGITS)):
        problem = _problem_with_cuda(wanted)
        if problem is not None:
            raise UsageError(
                "The device {device} cannot be used: {reason}. Choose auto or cpu.",
                field="device", device=wanted, reason=problem,
            )  # fmt: skip
        return _cuda(wanted, precision)
    if wanted != "auto":
        raise UsageError("There is no device “{device}”. Choose auto, cpu or cuda.", field="device", device=wanted)
    verdict = find_verdict()
    if verdict.device not in ("cuda", "mps"):
        return _cpu(verdict.reason or say("no NVIDIA card found"), precision, verdict.is_lost)
    problem = _problem_with_cuda("cuda") if verdict.device == "cuda" else _problem_with_mps()
    if problem is not None:
        return _cpu(problem, precision, is_lost=True)
    return _cuda("cuda", precision) if verdict.device == "cuda" else _mps(precision)


def _problem_with_cuda(device: str) -> Message | None:
    """Why `device` cannot be used, None when it can."""
    if torch.version.cuda is None and getattr(torch.version, "hip", None) is None:
        return say("this installation supports only the CPU")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch warns about old drivers; the sentence below says it
        available = torch.cuda.is_available()
    if not available:
        return _why_no_cuda()
    _, _, number = device.partition(":")
    if number and int(number) >= torch.cuda.device_count():
        return say("this computer has {n} NVIDIA {n:card|cards}, counted from 0", n=torch.cuda.device_count())
    try:
        fine = _multiplies(device)
    except RuntimeError as error:  # driver and kernel mismatches, a card in use exclusively, no memory left
        return say("the NVIDIA card does not work: {error}", error=str(error).splitlines()[0])
    return None if fine else say("the NVIDIA card gives wrong results")


def _why_no_cuda() -> Message:
    try:
        torch.cuda.init()  # type: ignore[no-untyped-call]
    except (RuntimeError, AssertionError) as error:
        text = str(error)
        if "too old" in text:
            return say("the NVIDIA driver is too old; update it to use the card")
        if "no NVIDIA driver" in text:
            return say("no NVIDIA card found")
        return say("no usable NVIDIA card: {error}", error=text.splitlines()[0])
    return say("no NVIDIA card found")


def _problem_with_mps() -> Message | None:
    if not torch.backends.mps.is_available():
        return say("this computer has no Apple GPU that the app can use")
    try:
        fine = _multiplies("mps")
    except RuntimeError as error:
        return say("the Apple GPU does not work: {error}", error=str(error).splitlines()[0])
    return None if fine else say("the Apple GPU gives wrong results")


def _multiplies(device: str) -> bool:
    """True when a tiny computation gives the right result. Raises RuntimeError."""
    tiny = torch.ones(8, 8, device=device)
    return bool((tiny @ tiny).sum().item() == 512)


def _cuda(device: str, precision: Precision) -> DeviceChoice:
    if precision == "float32":
        dtype = torch.float32
    elif precision == "bfloat16" or torch.cuda.is_bf16_supported(including_emulation=False):
        dtype = torch.bfloat16
    else:
        dtype = torch.float16
    return DeviceChoice(device, torch.cuda.get_device_name(device), say("the NVIDIA card works"), dtype)


def _mps(precision: Precision) -> DeviceChoice:
    dtype = torch.bfloat16 if precision == "bfloat16" else torch.float32
    return DeviceChoice("mps", "Apple GPU", say("the Apple GPU works"), dtype)


def _cpu(reason: Message, precision: Precision, is_lost: bool = False) -> DeviceChoice:
    may = precision == "auto" and cpu_has_bfloat16()
    dtype = torch.bfloat16 if may or precision == "bfloat16" else torch.float32
    if torch.backends.cpu.get_cpu_capability() == "DEFAULT":  # a processor without AVX2
        torch.backends.nnpack.set_flags(False)  # type: ignore[no-untyped-call]  # it cannot start there, and would warn with every convolution
    return DeviceChoice("cpu", "CPU", reason, dtype, is_lost, to_measure=may)


@contextlib.contextmanager
def true_float32() -> Iterator[None]:
    """NVIDIA cards would round the inputs of convolutions to 10 bits of mantissa (TF32) otherwise."""
    with torch.backends.cudnn.flags(enabled=True, allow_tf32=False, fp32_precision="ieee"):
        yield
