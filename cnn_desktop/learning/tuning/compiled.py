"""Whether a network trains faster on this GPU once torch has compiled it: measured with its own steps, then remembered.

Compiling takes up to a minute in which nothing is learnt, so it is only tried where the steps of a phase take long enough to
win that back (Ansel et al. 2024, PyTorch 2, abstract: 1.4 times as fast on average).
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable

import msgspec
import torch
from torch import nn

from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.learning.tuning.measured import measured_file, remember, remembered

FOLDER = "compiled"
"""In the cache folder: what the compiler makes."""
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
    """What full batches of a phase go through: the network, and from some step on the network compiled.

    Batches of other sizes, for which it would be compiled again, always take the network itself.
    """

    def __init__(self, module: nn.Module, device: str, batch: int, facts: str, note: Callable[[Message], None]) -> None:
        """`batch`: photos of a full one. `facts`: what else the time of a step depends on. `note`: told what is done."""
        self._module, self._device, self._batch, self._note = module, device, batch, note
        self._file = measured_file(f"compiled 1 {facts} {batch} {_card(device)} {torch.__version__} {BACKEND}")
        self._compiled: Network | None = None
        self._next = self._consider if can_compile(device) else None

    @property
    def is_settled(self) -> bool:
        """True when nothing is left to measure or compile."""
        return self._next is None

    def network_for(self, photos: int) -> Network:
        return self._compiled if self._compiled is not None and photos == self._batch else self._module

    def prepare(self, photos: int, steps: int, step: Callable[[], object]) -> None:
        """Before a step with `photos` photos, of which `steps` are left: measures or compiles, one thing at a time.

        `step` takes one and leaves everything as it was.
        """
        if self._next is not None and photos == self._batch:
            self._next(steps, step)

    def _consider(self, steps: int, step: Callable[[], object]) -> None:
        self._next = None
        known = remembered(self._file, Measured)
        if known is None:
            self._seconds(step)
            plain = self._typical(step)
            is_worth_trying = steps * (plain - plain / _HOPED) > _PREPARING
        else:
            plain, is_worth_trying = known.plain, known.pays(steps)
        if is_worth_trying:
            self._note(say("The network is compiled for this card now, which can take a minute."))
            self._next = lambda steps, step: self._compile(plain, step)

    def _compile(self, plain: float, step: Callable[[], object]) -> None:
        self._next = None
        _prepare_compiler()
        self._compiled = torch.compile(self._module, backend=BACKEND, dynamic=False)
        try:
            preparing = self._seconds(step)
            measured = Measured(plain, self._typical(step), preparing)
        except (RuntimeError, OSError) as error:  # the compiler's own errors are RuntimeErrors; OSError: no C compiler
            self._compiled = None
            remember(Measured(plain, None, 0.0), self._file)
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            self._note(say("The network could not be compiled, so it learns as it is: {reason}", reason=reason))
            return
        remember(measured, self._file)
        if measured.times < _WORTH:
            self._compiled = None
            self._note(
                say("Compiled it is only {times:.2f} times as fast here, so it learns as it is.", times=measured.times)
            )
        else:
            self._note(say("Measured on this card, it is {times:.2f} times as fast.", times=measured.times))

    def _typical(self, step: Callable[[], object]) -> float:
        return statistics.median(self._seconds(step) for _ in range(_STEPS))

    def _seconds(self, step: Callable[[], object]) -> float:
        self._wait()
        began = time.perf_counter()
        step()
        self._wait()
        return time.perf_counter() - began

    def _wait(self) -> None:
        if self._device.startswith("cuda"):
            torch.cuda.synchronize(self._device)


def can_compile(device: str) -> bool:
    """True for an NVIDIA card whose compiler, Triton, is here."""
    if not device.startswith("cuda"):
        return False
    from torch.utils._triton import has_triton

    return bool(has_triton())


def _card(device: str) -> str:
    return torch.cuda.get_device_name(device) if device.startswith("cuda") else device


def _prepare_compiler() -> None:
    """Its files go into the cache folder. One thread: its helpers would be started from this program's own file."""
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(cache_folder() / FOLDER))
    os.environ.setdefault("TORCHINDUCTOR_COMPILE_THREADS", "1")
