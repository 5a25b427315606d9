"""Which parts of the network learn on this computer and when, and how much of that work is left."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.estimate import TimeLeft, load_rates, photo_costs
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.recipe import CLOSING_EPOCHS, EpochPlan, Phase
from cnn_desktop.learning.features.reader import variants_for
from cnn_desktop.learning.models.cut import Cut, stage_starts
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.checkpoint import Standing
from cnn_desktop.learning.training.run_photos import decode_threads
from cnn_desktop.learning.tuning.compute_plan import Plans
from cnn_desktop.learning.tuning.cut_choice import CutChoice, choose_cut, known_cut, time_for_everything
from cnn_desktop.learning.tuning.device import DeviceChoice


class Parts(NamedTuple):
    """Which parts of the network learn, and when."""

    plan: EpochPlan
    cut: CutChoice | None
    """None: no stages are to learn."""
    said: list[Message]
    """What was chosen, and why."""


def choose_parts(
    config: TrainConfig,
    net: Net,
    choice: DeviceChoice,
    photos: int,
    standing: Standing,
    known: Plans,
    control: Control,
) -> Parts:
    """Chooses how many of the last stages learn, and whether there is time for the whole network at the end.

    What a training that goes on has chosen before is in `standing` and kept to; a new choice is noted there.
    `known`: what another training of this model has chosen. Raises StopRequested.
    """
    plan, variants = config.epoch_plan(standing.pretrained), len(variants_for(config.augmentation))
    if not plan.stages:
        return Parts(plan, None, [])
    layer = standing.cut or (known["stages"].cut if "stages" in known else "")
    if layer:
        at = Cut(net, layer) if layer in stage_starts(net)[1:] else None
        if at is None or not (standing.cut or at.holds(choice.device)):
            raise DataError(
                "The plan of this training run was made for another model, not for {model}. Train again from the start, without it.",
                model=title_of(net.name),
            )
        cut = known_cut(at, choice, photos * variants)
    else:
        cut = choose_cut(config, net, choice, photos, variants, plan.stages, control)
    if cut.cut is None:
        plan = EpochPlan(plan.head or plan.stages, 0, plan.full)
    else:
        standing.cut = cut.cut.name
    said = [cut.reason]
    is_new = standing.epoch == 1 and standing.next_batch == 0
    may_close = is_new and cut.cut is not None and config.closes_with_everything(standing.pretrained)
    if may_close and ("full" in known or time_for_everything(net, choice, photos, CLOSING_EPOCHS, control)):
        standing.closing_epochs = CLOSING_EPOCHS
    if standing.closing_epochs:
        plan = plan._replace(full=standing.closing_epochs)
        said.append(
            say(
                "At the end, the whole network learns for {n} {n:epoch|epochs}, as this does not take long here.",
                n=plan.full,
            )
        )
    return Parts(plan, cut, said)


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
