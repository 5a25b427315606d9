"""The training, as a generator of events that reads from top to bottom. What it leaves is listed in domain/run.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import torch

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.config import TrainConfig, check, load_config, save_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.events import Event, Noted, Warned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.run import CONFIG, LAST
from cnn_desktop.domain.space import need_space
from cnn_desktop.learning.models.network import Net, State, build
from cnn_desktop.learning.models.tensor_files import save_tensors
from cnn_desktop.learning.models.weights import find_weights, load_weights
from cnn_desktop.learning.training.chapters import Training
from cnn_desktop.learning.training.checkpoint import Standing, load_checkpoint
from cnn_desktop.learning.training.run_photos import prepare_run
from cnn_desktop.learning.tuning.compute_plan import Plans, load_plans, save_plans
from cnn_desktop.learning.tuning.device import DeviceChoice, choose_device


def fit(
    config: TrainConfig,
    run: Path,
    control: Control,
    resume: bool = False,
    plan: Path | None = None,
    scan: Scan | None = None,
    class_level: int = 0,
) -> Iterator[Event]:
    """Trains as `config` says, into the folder `run`; ends with `Trained`.

    With `resume` it goes on exactly where the run's checkpoint was written; without a checkpoint it starts afresh.
    `plan`: a run to compute as; nothing is measured that it has chosen. `scan`: the photos with their splits; None: those
    of `config.data` are read and split, with their classes on `class_level` (see `read_data`). Raises UserError, and StopRequested when it is
    stopped before there is a model to keep.
    """
    for problem in check(config):
        raise problem
    choice = choose_device(config.device, config.precision)
    given = {} if plan is None else _plans_of(plan, config, choice)
    saved = load_checkpoint(run) if resume else None
    # Before an earlier training's results make way: the weights are there, and can be read.
    weights = find_weights(config.model, config.weights) if saved is None else None
    state = load_weights(weights, config.image_size) if weights else None
    scan = yield from prepare_run(config, run, control, saved is not None, scan, class_level)
    save_config(config, run / CONFIG)
    plans = given | {phase: own for phase, own in load_plans(run).items() if own.device == choice.device}
    if given:
        save_plans(plans, run)

    if saved is None:
        words = weights.source if weights else say("none: from scratch")
        standing = Standing(config.model, scan.classes, config.image_size, weights is not None, words)
    else:
        standing = saved[0]
        _check_same_training(standing, config, scan, run)
    net = _network(config, standing, state)
    need_space(net.parameter_count, run)
    if saved is not None:
        net.module.load_state_dict(saved[1]["weights"])

    training = Training(config, run, control, scan, choice, net, standing, plans, saved and saved[1])
    yield from _planning(training)
    if given and any(phase not in plans for phase, _ in training.phases):
        yield Noted(say("The plan does not know all parts of this training, so what it lacks is found out here."))
    if saved is not None:
        yield Noted(say("Going on in epoch {epoch} of {epochs}.", epoch=standing.epoch, epochs=training.epochs))

    try:
        while not training.is_done:
            yield from training.read_features()
            training.enter_phase()
            yield from training.train_epoch()
            yield from training.validate_epoch()
            if standing.history[-1].val_loss is None:
                yield Warned(
                    say("The training ended early: the loss is no longer a number. Choose a smaller learning rate.")
                )
                break
    except StopRequested:
        training.save_for_later()

    if standing.best_epoch == 0:
        if not control.stopping:
            raise DataError("The training led nowhere: the loss is not a number. Choose a smaller learning rate.")
        yield Warned(
            say("Stopped before the first epoch was done, so there is no model yet. Resume to go on from here.")
        )
        raise StopRequested
    save_tensors(net.module.state_dict(), run / LAST)
    yield from training.conclusion()


def _plans_of(run: Path, config: TrainConfig, choice: DeviceChoice) -> Plans:
    """How `run` was computed. Raises DataError when that is not known, UsageError when it was another model or device."""
    plans = load_plans(run)
    if not plans:
        raise DataError(
            "{folder} does not say how it was computed. Choose the folder of a training by this version of the app.",
            folder=str(run),
        )
    model = load_config(run / CONFIG).model
    if model != config.model:
        raise UsageError(
            "{folder} is a training of {model}. Train that model, or train without that plan.",
            field="model", folder=str(run), model=title_of(model),
        )  # fmt: skip
    for plan in plans.values():
        if plan.device != choice.device:
            raise UsageError(
                "{folder} was computed on {device}, but this training runs on {other} ({reason}). Choose the device "
                "{device}, or train without that plan.",
                field="device", folder=str(run), device=plan.device, other=choice.device, reason=choice.reason,
            )  # fmt: skip
    return plans


def _network(config: TrainConfig, standing: Standing, state: State | None) -> Net:
    torch.manual_seed(config.seed)
    net = build(config.model, len(standing.classes), config.image_size, state)
    if config.is_modern(standing.pretrained) and config.augmentation.flip:
        net.answer_mirrored()
    return net


def _planning(training: Training) -> Iterator[Event]:
    """Says what will be done; where the last stages are to learn, first chooses how many. Raises StopRequested."""
    if training.parts.plan.stages:
        yield Noted(say("Measuring how quickly the parts of the network learn on this computer."))
    chosen = training.choose_parts()
    yield training.planned()
    for sentence in chosen:
        yield Noted(sentence)


def _check_same_training(standing: Standing, config: TrainConfig, scan: Scan, run: Path) -> None:
    asked = (config.model, scan.classes, config.image_size)
    if (standing.model, standing.classes, standing.image_size) != asked:
        raise DataError(
            "The checkpoint in {folder} is of another training ({model}, {size} pixels, {n} classes). "
            "Start afresh, or choose another folder.",
            folder=str(run), model=standing.model, size=standing.image_size, n=len(standing.classes),
        )  # fmt: skip
