"""Chooses how much of a network learns: by the time that its epochs would take here, and the room they need."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import is_out_of_memory
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.recipe import CLOSING_SECONDS
from cnn_desktop.domain.space import free_bytes
from cnn_desktop.learning.models.cut import Cut, stage_cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.tuning.device import DeviceChoice

MOST_BYTES = 2 << 30
"""Of memory, for everything that reaches the cut."""
_MOST_SECONDS = {"quick": 0.0, "balanced": 600.0, "best": 3600.0}
"""Of the phase, for two stages to learn rather than one."""
_MEASURED_PHOTOS = 8
_LONG_ENOUGH = 1.0
"""Seconds. A pass that took longer counts, though it was the first: what it prepared hardly matters."""
_HALF_BYTES = 2


@dataclass(frozen=True)
class CutChoice:
    """What was chosen, and why."""

    cut: Cut | None
    """None: this network cannot be cut into stages."""
    reason: Message
    fits: bool = False
    """True when what reaches the cut can be kept in memory and on disk."""


def choose_cut(
    config: TrainConfig, net: Net, choice: DeviceChoice, photos: int, variants: int, epochs: int, control: Control
) -> CutChoice:
    """The cut for `epochs` epochs over `photos` photos, each kept in `variants` variants. Raises StopRequested."""
    is_free = config.learns not in ("last_stage", "last_two_stages")
    wanted: Sequence[int] = (2, 1) if is_free else (1 if config.learns == "last_stage" else 2,)
    for stages in wanted:
        cut = stage_cut(net, stages, choice.device)
        if cut is None:
            continue
        row = _row(cut, choice)
        total = _seconds_to_learn(cut.tail, row, net, choice, control) * photos * epochs
        fits = _fits(row, photos * variants)
        if is_free and stages > 1 and (not fits or total > _MOST_SECONDS[config.recipe]):
            continue
        reason = say(
            "The last {n:stage|{n} stages} of the network {n:learns|learn} together with the new last layer. This "
            "takes about {seconds:.0f} s for {epochs} {epochs:epoch|epochs}.",
            n=stages, seconds=total, epochs=epochs,
        )  # fmt: skip
        return CutChoice(cut, reason, fits)
    return CutChoice(
        None, say("The last stages of this network cannot be trained on their own, so only the new last layer learns.")
    )


def known_cut(cut: Cut, choice: DeviceChoice, rows: int) -> CutChoice:
    """The cut of a training that goes on."""
    said = say("As before, the last stages learn, starting at {layer}.", layer=cut.name)
    return CutChoice(cut, said, _fits(_row(cut, choice), rows))


def time_for_everything(net: Net, choice: DeviceChoice, photos: int, epochs: int, control: Control) -> bool:
    """True when the steps of `epochs` epochs of the whole network over `photos` photos take little time, and memory, here.

    Raises StopRequested.
    """
    size = net.preprocess.image_size
    photo = torch.zeros(1, 3, size, size, device=choice.device)
    try:
        seconds = _seconds_to_learn(net.module, photo, net, choice, control)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        net.module.zero_grad(set_to_none=True)
        return False
    return seconds * photos * epochs <= CLOSING_SECONDS


def _row(cut: Cut, choice: DeviceChoice) -> torch.Tensor:
    """What reaches the cut from one photo, [1, …]."""
    size = cut.net.preprocess.image_size
    cut.net.module.eval()
    with torch.no_grad():
        return cut.inputs(torch.zeros(1, 3, size, size, device=choice.device))


def _seconds_to_learn(
    forward: Callable[[torch.Tensor], torch.Tensor],
    row: torch.Tensor,
    net: Net,
    choice: DeviceChoice,
    control: Control,
) -> float:
    """Measured: of what `forward` goes through, from one photo, which reaches it as `row`, [1, …]."""
    kind = choice.device.partition(":")[0]
    net.module.eval()  # statistics and random numbers stay as they are
    rows = row.repeat(_MEASURED_PHOTOS, *[1] * (row.dim() - 1)).requires_grad_()
    for _ in range(2):  # the first warms up
        control.stop_if_asked()
        began = time.perf_counter()
        with torch.autocast(kind, dtype=choice.training_dtype, enabled=choice.training_dtype != torch.float32):
            loss = forward(rows).float().square().mean()
        loss.backward()  # type: ignore[no-untyped-call]
        if kind == "cuda":
            torch.cuda.synchronize()
        seconds = time.perf_counter() - began
        if seconds > _LONG_ENOUGH:
            break
    net.module.zero_grad(set_to_none=True)
    return seconds / _MEASURED_PHOTOS


def _fits(row: torch.Tensor, rows: int) -> bool:
    needed = _HALF_BYTES * row.numel() * rows
    return needed <= MOST_BYTES and needed <= free_bytes(cache_folder()) // 2
