"""The training, as a generator of events that reads from top to bottom. What it leaves is listed in domain/run.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import torch

from cnn_desktop.domain.config import TrainConfig, check, save_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, Noted, Warned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.run import CONFIG, LAST
from cnn_desktop.learning.models.network import Net, State, build
from cnn_desktop.learning.models.storage import save_tensors
from cnn_desktop.learning.models.weights import find_weights, load_weights
from cnn_desktop.learning.training.checkpoint import Standing, check_free_space, load_checkpoint
from cnn_desktop.learning.training.job import TrainingJob
from cnn_desktop.learning.training.photos import prepare_run
from cnn_desktop.learning.tuning.device import choose_device


def fit(config: TrainConfig, run: Path, control: Control, resume: bool = False) -> Iterator[Event]:
    """Trains as `config` says, into the folder `run`; ends with `Trained`.

    With `resume` it goes on exactly where the run's checkpoint was written; without a checkpoint it starts afresh.
    Raises UserError, and StopRequested when it is stopped before there is a model to keep.
    """
    for problem in check(config):
        raise problem
    saved = load_checkpoint(run) if resume else None
    scan = yield from prepare_run(config, run, control, resume=saved is not None)
    save_config(config, run / CONFIG)
    choice = choose_device(config.device, config.precision)

    if saved is None:
        weights = find_weights(config.model, config.weights)
        state = load_weights(weights, config.image_size) if weights else None
        words = weights.source if weights else say("none: from scratch")
        standing = Standing(config.model, scan.classes, config.image_size, weights is not None, words)
    else:
        standing, state = saved[0], None
        _check_same_training(standing, config, scan, run)
    net = _network(config, standing, state)
    check_free_space(run, net)
    if saved is not None:
        net.module.load_state_dict(saved[1]["weights"])

    job = TrainingJob(config, run, control, scan, choice, net, standing)
    yield from _plan(job)
    if saved is not None:
        yield Noted(say("Going on in epoch {epoch} of {epochs}.", epoch=standing.epoch, epochs=job.epochs))
        job.resume(saved[1])

    while not job.is_done:
        stopped = yield from job.read_features()
        if not stopped:
            job.enter_phase()
            stopped = yield from job.train_epoch()
        if not stopped:
            stopped = yield from job.validate_epoch()
        if stopped:
            job.save_for_later()
            break
        if standing.history[-1].val_loss is None:
            yield Warned(
                say("The training ended early: the loss is no longer a number. Choose a smaller learning rate.")
            )
            break

    if standing.best_epoch == 0:
        if not control.stopping:
            raise DataError("The training led nowhere: the loss is not a number. Choose a smaller learning rate.")
        yield Warned(
            say("Stopped before the first epoch was done, so there is no model yet. Resume to go on from here.")
        )
        raise StopRequested
    save_tensors(net.module.state_dict(), run / LAST)
    yield from job.conclusion()


def _network(config: TrainConfig, standing: Standing, state: State | None) -> Net:
    torch.manual_seed(config.seed)
    net = build(config.model, len(standing.classes), config.image_size, state)
    if config.is_modern(standing.pretrained) and config.augmentation.flip:
        net.answer_mirrored()
    return net


def _plan(job: TrainingJob) -> Iterator[Event]:
    """Says what will be done; where the last stages are to learn, first chooses how many."""
    if job.plan.stages:
        yield Noted(say("Measuring how quickly the parts of the network learn on this computer."))
    chosen = job.plan_parts()
    yield job.planned()
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
