"""The training, as a generator of events that reads from top to bottom. What it leaves is listed in domain/run.py."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import torch

from cnn_desktop.domain.catalog import parameter_count, title_of
from cnn_desktop.domain.config import TrainConfig, check, load_config, save_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.events import Event, Noted, Warned
from cnn_desktop.domain.jobs.train import EpochDone
from cnn_desktop.domain.memory import need_memory
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.recording import earlier_events
from cnn_desktop.domain.run import CONFIG, EVENTS, LAST, clear_results, drop_earlier
from cnn_desktop.domain.scan_files import load_snapshot, save_snapshot
from cnn_desktop.domain.space import need_space
from cnn_desktop.domain.table_columns import NOTHING_SAID, Reading
from cnn_desktop.learning.models.network import Net, build, reference
from cnn_desktop.learning.models.tensor_files import save_tensors
from cnn_desktop.learning.models.tensors import State
from cnn_desktop.learning.models.weights import find_weights, load_weights
from cnn_desktop.learning.training.chapters import Training
from cnn_desktop.learning.training.checkpoint import Standing, using
from cnn_desktop.learning.training.contents import save_contents
from cnn_desktop.learning.training.going_on import check_going_on
from cnn_desktop.learning.training.resuming import Resumed, find_checkpoint
from cnn_desktop.learning.training.run_photos import need_enough, read_photos
from cnn_desktop.learning.tuning.compute_plan import Plans, load_plans, save_plans
from cnn_desktop.learning.tuning.device import DeviceChoice, choose_device
from cnn_desktop.learning.tuning.memory import free_on


def fit(
    config: TrainConfig,
    run: Path,
    control: Control,
    resume: bool = False,
    plan: Path | None = None,
    scan: Scan | None = None,
    reading: Reading = NOTHING_SAID,
    check_folder: Callable[[], None] = lambda: None,
) -> Iterator[Event]:
    """Trains as `config` says, into the folder `run`, which is held for it; ends with `Trained`.

    With `resume` it goes on exactly where the run's checkpoint was written; without a checkpoint it starts afresh, and
    an earlier training's files make way. `plan`: a run to compute as; nothing is measured that it has chosen. `scan`: the
    photos with their splits; None: those of `config.data` are read as `reading` says, and split. A training that goes on keeps its own. `check_folder` raises DataError when `run` is no longer held; it is
    called before what the training has reached is written.
    Raises UserError, of what can be refused before anything is written, and StopRequested when it is stopped before
    there is a model to keep.
    """
    for problem in check(config):
        raise problem
    choice = choose_device(config.device, config.precision)
    if choice.is_lost:
        yield Warned(
            say("This training runs on the CPU, though there is a graphics card: {reason}.", reason=choice.reason)
        )
    given = {} if plan is None else _plans_of(plan, config, choice)
    start = _taken_up(config, run) if resume else None
    if start is None:
        start = yield from _afresh(config, control, scan, reading)
    standing, scan = start.standing, start.scan
    _need_memory(config, standing, choice)
    net = _network(config, start)
    net.preprocess = msgspec.structs.replace(net.preprocess, tones=scan.tones)
    need_space(net.parameter_count, run, config.is_modern(standing.pretrained))

    # Nothing is refused any more: from here on the run's folder is written.
    start.lay_out(run)
    save_config(config, run / CONFIG)
    plans = given | {phase: own for phase, own in start.plans.items() if own.device == choice.device}
    if given:
        save_plans(plans, run)

    training = Training(
        config,
        run,
        control,
        scan,
        choice,
        net,
        standing,
        plans,
        start.resumed and start.resumed.checkpoint,
        check_folder,
    )
    yield from _planning(training)
    if given and any(phase not in plans for phase, _ in training.phases):
        yield Noted(say("The earlier plan does not cover every part of this training run. The rest is worked out now."))
    if start.resumed is not None:
        yield from _going_on(training, start.resumed)

    try:
        while not training.is_done:
            yield from training.read_features()
            training.enter_phase()
            yield from training.train_epoch()
            yield from training.validate_epoch()
            if standing.history[-1].val_loss is None:
                yield Warned(
                    say(
                        "Training ended early because the loss was no longer a number. Choose a smaller learning "
                        "rate, then train again."
                    )
                )
                break
    except StopRequested:
        training.save_for_later()

    if standing.best_epoch == 0:
        if not control.stopping:
            raise DataError(
                "Training failed because the loss was no longer a number. Choose a smaller learning "
                "rate, then train again."
            )
        yield Warned(
            say(
                "Stopped before the first epoch was finished, so there is no model yet. Resume training to "
                "continue from here."
            )
        )
        raise StopRequested
    check_folder()
    save_tensors(net.module.state_dict(), run / LAST)
    if training.is_done:
        drop_earlier(run)
    yield from save_contents(scan, run, control)
    yield from training.conclusion()


class _Start(NamedTuple):
    """Where a training begins."""

    standing: Standing
    scan: Scan
    state: State | None = None
    """The pretrained weights."""
    resumed: Resumed | None = None
    """Where it goes on."""
    plans: Plans = {}  # noqa: RUF012 - never changed
    """How its phases have computed so far."""

    def lay_out(self, run: Path) -> None:
        """What it begins with is what lies in `run`. Raises DataError."""
        if self.resumed is None:
            clear_results(run)
            save_snapshot(self.scan, run)
        else:
            self.resumed.put_in_place(run)


def _afresh(
    config: TrainConfig, control: Control, scan: Scan | None, reading: Reading
) -> Generator[Event, None, _Start]:
    """From pretrained or random weights, with the photos of `scan` or those of `config.data`. Raises UserError."""
    weights = find_weights(config.model, config.weights)
    state = load_weights(weights, config.image_size) if weights else None
    scan = yield from read_photos(config, control, scan, reading)
    need_enough(scan, config.data)
    words = weights.source if weights else say("none: from scratch")
    return _Start(Standing(config.model, scan.classes, config.image_size, weights is not None, words), scan, state)


def _taken_up(config: TrainConfig, run: Path) -> _Start | None:
    """Where the training in `run` stands; None without a checkpoint. Raises DataError, also when `config` is of another."""
    resumed = find_checkpoint(run)
    if resumed is None:
        return None
    standing, scan = resumed.checkpoint.standing, load_snapshot(run)
    if standing.classes != scan.classes:
        raise DataError(
            "The list of photos and the checkpoint in {folder} do not belong together, so this training run cannot "
            "be resumed. Train again from the start.",
            folder=str(run),
        )
    own = load_config(run / CONFIG)
    if resumed.checkpoint.config is not None:  # only where the photos lie may have changed since
        own = msgspec.structs.replace(resumed.checkpoint.config, data=own.data)
    check_going_on(standing, own, config, run)
    return _Start(standing, scan, resumed=resumed, plans=load_plans(run))


def _plans_of(run: Path, config: TrainConfig, choice: DeviceChoice) -> Plans:
    """How `run` was computed. Raises DataError when that is not known, UsageError when it was another model or device."""
    plans = load_plans(run)
    if not plans:
        raise DataError(
            "{folder} contains no plan to follow. Choose the folder of a training run made with this version of "
            "the app.",
            folder=str(run),
        )
    model = load_config(run / CONFIG).model
    if model != config.model:
        raise UsageError(
            "The plan in {folder} is for {model}. Train that model, or train without the plan.",
            field="model", folder=str(run), model=title_of(model),
        )  # fmt: skip
    for plan in plans.values():
        if plan.device != choice.device:
            raise UsageError(
                "The plan in {folder} is for {device}, but this training run uses {other} ({reason}). Choose "
                "{device} as the device, or train without the plan.",
                field="device", folder=str(run), device=plan.device, other=choice.device, reason=choice.reason,
            )  # fmt: skip
    return plans


def _need_memory(config: TrainConfig, standing: Standing, choice: DeviceChoice) -> None:
    """Raises UsageError, before a network is built, when training it cannot fit."""

    def parameters(image_size: int) -> int:
        known = parameter_count(config.model, image_size, len(standing.classes))
        return known or sum(value.numel() for value in reference(config.model, image_size)[0].values())

    need_memory(config, standing.pretrained, free_on(choice.device), parameters)


def _network(config: TrainConfig, start: _Start) -> Net:
    """Raises DataError when a checkpoint is of another network."""
    standing = start.standing
    torch.manual_seed(config.seed)
    net = build(config.model, len(standing.classes), config.image_size, start.state)
    if config.is_modern(standing.pretrained) and config.augmentation.flip:
        net.answer_mirrored()
    if start.resumed is not None:
        with using(start.resumed.checkpoint.file):
            net.module.load_state_dict(start.resumed.checkpoint.content["weights"])
            net.module.get_submodule(standing.cut)
    return net


def _planning(training: Training) -> Iterator[Event]:
    """Says what will be done; where the last stages are to learn, first chooses how many. Raises StopRequested."""
    if training.parts.plan.stages:
        yield Noted(say("Measuring how fast the network learns on this computer."))
    chosen = training.choose_parts()
    yield training.planned()
    for sentence in chosen:
        yield Noted(sentence)


def _going_on(training: Training, resumed: Resumed) -> Iterator[Event]:
    """Says where; and of the epochs that are done what a kill has kept out of the run's record."""
    standing, run = training.standing, training.run
    if (run / EVENTS).is_file():
        told = {event.epoch for event in earlier_events(run) if isinstance(event, EpochDone)}
        yield from (done for done in standing.history if done.epoch not in told)
    if not resumed.is_newest:
        yield Warned(
            say("The newest checkpoint in {folder} is damaged. Training resumes from the one before.", folder=str(run))
        )
    if training.is_done:
        yield Noted(say("This training run has already finished."))
    else:
        yield Noted(
            say(
                "Resuming in epoch {epoch} of {epochs}, with the same photos as before.",
                epoch=standing.epoch, epochs=training.epochs,
            )
        )  # fmt: skip
