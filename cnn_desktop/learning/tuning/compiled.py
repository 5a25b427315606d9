"""Whether a network trains faster on this GPU once torch has compiled it: measured with its own steps, then remembered.

Compiling takes up to a minute in which nothing is learnt, so it is only tried where the steps of a phase take long enough to
win that back (Ansel et al. 2024, PyTorch 2, abstract: 1.4 times as fast on average).
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Generator
from pathlib import Path

import msgspec
import torch
from torch import nn

from cnn_desktop.domain.environment import compiler_caches
from cnn_desktop.domain.events import Event, Noted
from cnn_desktop.domain.message import say
from cnn_desktop.domain.own_files import find_json
from cnn_desktop.learning.tuning.measured import measured_file, remember

BACKEND = "inductor"
_HOPED, _PREPARING = 1.4, 60.0
"""Times as fast, and seconds of compiling: what is reckoned with before it is known."""
_WORTH = 1.05
"""Times as fast. Below it nothing is compiled."""
_STEPS = 5

Network = Callable[[torch.Tensor], torch.Tensor]


class Measured(msgspec.Struct, frozen=True):
    """Kept in the cache folder, for each network, batch and GPU."""

    plain: float
    """Seconds of a step, forwards and backwards."""
    compiled: float | None
    """The same, compiled; None where it cannot be."""
    preparing: float
    """Seconds of compiling, with the first step."""

    @property
    def times(self) -> float:
        """As fast."""
        return self.plain / self.compiled if self.compiled else 0.0

    def pays(self, steps: int) -> bool:
        """True when `steps` steps are done sooner, the compiling included."""
        if self.compiled is None or self.times < _WORTH:
            return False
        return steps * (self.plain - self.compiled) > self.preparing


class Compiling:
    """The compiling of one network for the full batches of one phase, tried with its own steps."""

    def __init__(self, module: nn.Module, device: str, facts: str, step: Callable[[Network | None], object]) -> None:
        """`facts`: what else the time of a step depends on. `step(network)` takes one, with None through the network as it is, and
        leaves everything as it was."""
        self._module, self._device, self._step = module, device, step
        self._facts = f"compiled 1 {facts}"
        self._plain: float | None = None
        """Seconds of a step, once they were measured."""

    def is_worth_trying(self, steps: int) -> bool:
        """True when `steps` steps would win the time of compiling back, by what is remembered or by the plain steps."""
        known = find_json(self._file, Measured)
        if known is not None:
            self._plain = known.plain
            return known.pays(steps)
        self._seconds(None)
        self._plain = self._typical(None)
        return steps * (self._plain - self._plain / _HOPED) > _PREPARING

    def compile(self) -> Generator[Event, None, Network | None]:
        """The compiled network, told beforehand; None where it cannot be compiled, or is no faster than was measured."""
        yield Noted(say("Preparing the network for this graphics card. This can take a minute."))
        _prepare_compiler()
        network: Network = torch.compile(self._module, backend=BACKEND, dynamic=False)
        try:
            preparing = self._seconds(network)
            if self._plain is None:  # nothing is weighed: it was chosen before
                return network
            measured = Measured(self._plain, self._typical(network), preparing)
        except (RuntimeError, OSError) as error:  # the compiler's own errors are RuntimeErrors; OSError: no C compiler
            if self._plain is not None:
                remember(Measured(self._plain, None, 0.0), self._file)
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            yield Noted(
                say(
                    "The network could not be prepared for this graphics card, so it is used as it is: {reason}",
                    reason=reason,
                )
            )
            return None
        remember(measured, self._file)
        if measured.times < _WORTH:
            yield Noted(
                say(
                    "The prepared network is only {times:.2f} times as fast on this graphics card, so the network "
                    "is used as it is.",
                    times=measured.times,
                )
            )
            return None
        yield Noted(
            say("The prepared network is {times:.2f} times as fast on this graphics card.", times=measured.times)
        )
        return network

    @property
    def _file(self) -> Path:
        card = torch.cuda.get_device_name(self._device) if self._device.startswith("cuda") else self._device
        return measured_file(f"{self._facts} {card} {torch.__version__} {BACKEND}")

    def _typical(self, network: Network | None) -> float:
        return statistics.median(self._seconds(network) for _ in range(_STEPS))

    def _seconds(self, network: Network | None) -> float:
        self._wait()
        began = time.perf_counter()
        self._step(network)
        self._wait()
        return time.perf_counter() - began

    def _wait(self) -> None:
        if self._device.startswith("cuda"):
            torch.cuda.synchronize(self._device)


def can_compile(device: str) -> bool:
    """True for an NVIDIA card whose compiler, Triton, is here; the installers leave it out, as it takes a gigabyte."""
    if not device.startswith("cuda"):
        return False
    from torch.utils._triton import has_triton

    return bool(has_triton())


def _prepare_compiler() -> None:
    """Its files go into the cache folder. One thread: its helpers would be started from this program's own file."""
    for name, folder in compiler_caches().items():
        os.environ.setdefault(name, folder)
    os.environ.setdefault("TORCHINDUCTOR_COMPILE_THREADS", "1")
