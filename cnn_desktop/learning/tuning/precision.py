"""Whether a network trains faster in bfloat16 on this CPU: measured with its own steps, remembered with the reason.

It depends on the network as much as on the processor. On 2 cores with AVX512-BF16, SimpleCNN at 224 pixels takes 0.4
times the time of float32, but ResNet-18 and EfficientNet-Lite0, with their many small layers, 1.2 to 1.4 times.
"""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable

import msgspec
import torch

from cnn_desktop.domain.message import Message, say
from cnn_desktop.learning.tuning.measured import measured_once

FEW_PHOTOS = 100
"""Fewer are learnt before the measurement would be done."""
_PAIRS = 3
_LONG_ENOUGH = 4.0
"""Seconds after which no further pair is begun."""
_WORTH = 1.1
"""Times faster. Below it the coarser numbers are not worth it."""


class PrecisionChoice(msgspec.Struct, frozen=True):
    """What was chosen, kept in the cache folder."""

    bfloat16: bool
    reason: Message


def choose_precision(facts: str, step: Callable[[bool], object]) -> PrecisionChoice:
    """For the steps described by `facts`; `step(bfloat16)` takes one, forwards and backwards.

    Seconds, once for each network, size and batch on this computer.
    """
    facts = f"precision 1 {facts} {torch.__version__} {_processor()} {torch.get_num_threads()}"
    return measured_once(facts, PrecisionChoice, lambda: judge(*_measure(step)))


def judge(plain: float, fast: float) -> PrecisionChoice:
    """From the seconds that a step takes in float32 and in bfloat16."""
    times = plain / fast
    if times < _WORTH:
        reason = say(
            "full precision, as half precision is only {times:.1f} times as fast on this computer", times=times
        )
        return PrecisionChoice(False, reason)
    return PrecisionChoice(
        True, say("half precision, as it is {times:.1f} times as fast on this computer", times=times)
    )


def cpu_has_bfloat16() -> bool:
    """True where bfloat16 is computed in hardware; emulated, it is slower than float32."""
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return False
    able = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
    if able:
        return bool(able.get("avx512_bf16") or able.get("amx_bf16"))
    return bool(torch.cpu._is_amx_tile_supported())  # before torch 2.12


def _measure(step: Callable[[bool], object]) -> tuple[float, float]:
    """Seconds of a step in float32 and in bfloat16: medians of interleaved pairs, after one to warm up."""

    def seconds(bfloat16: bool) -> float:
        began = time.perf_counter()
        step(bfloat16)
        return time.perf_counter() - began

    pairs = [(seconds(False), seconds(True))]
    if sum(pairs[0]) < _LONG_ENOUGH:  # else what a first step prepares does not count, and Stop must be heard
        pairs = []
    while len(pairs) < _PAIRS and sum(map(sum, pairs)) < _LONG_ENOUGH:
        pairs.append((seconds(False), seconds(True)))
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _processor() -> str:
    able = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
    return f"{able.get('cpu_name') or platform.processor()} {os.cpu_count()}"
