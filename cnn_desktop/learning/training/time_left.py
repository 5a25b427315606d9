"""How much work a training has left, for the estimate of its time."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.estimate import TimeLeft, load_rates, photo_costs
from cnn_desktop.domain.recipe import Phase
from cnn_desktop.learning.training.run_photos import decode_threads
from cnn_desktop.learning.training.standing import Standing


def time_left(
    config: TrainConfig,
    device: str,
    phases: Sequence[tuple[Phase, int]],
    standing: Standing,
    train: int,
    val: int,
    seen: Collection[Phase],
) -> TimeLeft:
    """The estimate from photos that each phase of `phases`, (phase, epochs), still sends through the network.

    `train`, `val`: photos of these splits. `seen`: phases whose checks need no photos.
    """
    photos, checks = dict.fromkeys(("head", "stages", "full"), 0), 0
    for place, (phase, epochs) in enumerate(phases[standing.phase :]):
        done = standing.phase_epoch - 1 if place == 0 else 0
        photos[phase] = (epochs - done) * train
        if place == 0:
            photos[phase] = max(0, photos[phase] - standing.next_batch * config.batch_size)
        if phase not in seen:
            # While the backbone is frozen only the first check reads the photos.
            checks += (1 if phase == "head" else epochs - done) * val
    if "head" in seen:
        photos["head"] = 0  # the head alone costs next to nothing
    costs = photo_costs(config, device, load_rates(), decode_threads())
    return TimeLeft({**photos, "features": 0, "validate": checks}, costs)
