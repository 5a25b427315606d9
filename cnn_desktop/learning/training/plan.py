"""Which phases a training has on this computer, and how much work is left of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.recipe import CLOSING_EPOCHS, EpochPlan, Phase
from cnn_desktop.learning.features.features import views_for
from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.checkpoint import Standing
from cnn_desktop.learning.tuning.cut_choice import CutChoice, choose_cut, known_cut, time_for_everything
from cnn_desktop.learning.tuning.device import DeviceChoice


class Parts(NamedTuple):
    """Which parts of the network learn, and when."""

    plan: EpochPlan
    cut: CutChoice
    said: list[Message]
    """What was chosen, and why."""


def choose_parts(config: TrainConfig, net: Net, choice: DeviceChoice, photos: int, standing: Standing) -> Parts:
    """Chooses how many of the last stages learn, and whether there is time for the whole network at the end.

    What a training that goes on has chosen before is in `standing` and kept to; a new choice is noted there.
    """
    plan, views = config.epoch_plan(standing.pretrained), len(views_for(config.augmentation))
    if standing.cut:
        cut = known_cut(Cut(net, standing.cut), choice, photos * views)
    else:
        cut = choose_cut(config, net, choice, photos, views, plan.stages)
    if cut.cut is None:
        plan = EpochPlan(plan.head or plan.stages, 0, plan.full)
    else:
        standing.cut = cut.cut.name
    said = [cut.reason]
    is_new = standing.epoch == 1 and standing.next_batch == 0
    may_close = is_new and cut.cut is not None and config.closes_with_everything(standing.pretrained)
    if may_close and time_for_everything(net, choice, photos, CLOSING_EPOCHS):
        standing.closing_epochs = CLOSING_EPOCHS
    if standing.closing_epochs:
        plan = plan._replace(full=standing.closing_epochs)
        said.append(
            say("At the end the whole network learns for {n} epochs: that takes little time here.", n=plan.full)
        )
    return Parts(plan, cut, said)


def work_left(
    config: TrainConfig,
    phases: Sequence[tuple[Phase, int]],
    standing: Standing,
    train: int,
    val: int,
    seen: Collection[Phase],
) -> dict[str, int]:
    """Photos that each phase of `phases`, (phase, epochs), still sends through the network, and "validate" of them.

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
    return {**photos, "features": 0, "validate": checks}
