"""`cnn-desktop train DATA --out RUN`: trains a model on a folder of photos."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import msgspec

from cnn_desktop.domain import config as configuration
from cnn_desktop.domain import events
from cnn_desktop.domain.catalog import ARCHITECTURES, DEFAULT_MODEL
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested, UsageError
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.jobs.train import Trained, TrainProgress
from cnn_desktop.domain.recording import recorded
from cnn_desktop.domain.run import CHECKPOINT, CONFIG
from cnn_desktop.verbs.data import leave_snapshot
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals


def add_arguments(parser: argparse.ArgumentParser) -> None:
    names = ", ".join(row.name for row in ARCHITECTURES)
    add = parser.add_argument
    add("data", metavar="DATA", help="folder of class folders, or of train/val/test folders; a CSV; a project")
    add("--out", metavar="RUN", required=True, help="folder of this run, made when missing")
    add("--model", metavar="NAME", help=f"{names}, or timm:NAME (default: {DEFAULT_MODEL})")
    add("--epochs", type=int, metavar="N", help="epochs of the whole network; alone: no head phase")
    add(
        "--head-epochs",
        type=int,
        metavar="N",
        help="epochs of the new last layer on a frozen backbone, before the others",
    )
    add("--stage-epochs", type=int, metavar="N", help="epochs of the last stages, after those of the last layer")
    add("--recipe", metavar="NAME", help="quick, balanced or best, where no epochs are given (default: balanced)")
    add(
        "--learns",
        metavar="PART",
        help="auto, head, last_stage, last_two_stages or everything: how much of a pretrained network learns",
    )
    add("--batch-size", type=int, metavar="N", help="photos a step (default: 32)")
    add(
        "--image-size",
        type=int,
        metavar="N",
        help="side of the square each photo is resized to, in pixels (default: 224)",
    )
    add("--lr", type=float, metavar="X", help="learning rate (default: 0.001)")
    add(
        "--fine-lr",
        type=float,
        metavar="X",
        help="learning rate of the unfrozen network after head epochs (default: 0.00001)",
    )
    add("--stage-lr", type=float, metavar="X", help="highest learning rate of the last stages (default: 0.001)")
    add("--optimizer", metavar="NAME", help="adam, adamw or sgd (default: adam)")
    add("--schedule", metavar="NAME", help="constant or cosine (default: constant)")
    add("--precision", metavar="NAME", help="auto, float32 or bfloat16, for the training only (default: auto)")
    add("--crop", action="store_true", default=None, help="also crop training photos at random")
    add("--jitter", action="store_true", default=None, help="also vary brightness, contrast and colour at random")
    add("--no-flip", action="store_true", default=None, help="do not mirror training photos at random")
    add("--seed", type=int, metavar="N", help="same seed, same split and order (default: 0)")
    add("--device", metavar="NAME", help="auto, cpu, cuda, cuda:N or mps (default: auto)")
    add("--weights", metavar="FILE|none", help="pretrained weights: a file, or none to start from scratch")
    add("--config", metavar="FILE.toml", help="settings from a file; what is typed wins")
    add(
        "--exact-course",
        action="store_true",
        default=None,
        help="run the course's very loop, with none of our speed-ups",
    )
    add(
        "--no-feature-cache",
        dest="feature_cache",
        action="store_false",
        default=None,
        help="run the frozen backbone on every photo in every head epoch",
    )
    add("--plan", metavar="RUN", help="compute as this earlier run did: same precision, same parts, nothing measured")
    add("--resume", action="store_true", help="go on from the run's checkpoint; without one, start afresh")
    add("--test", action="store_true", help="then test on the test photos (logged as one look at them)")


def run(options: argparse.Namespace) -> int:
    """Trains, and with --test evaluates. Returns the exit code."""
    folder = Path(options.out)
    config = read_config(options, folder)
    terminal, control = Terminal(options), Control()
    happened: list[events.Event] = []
    with stop_on_signals(control):
        from cnn_desktop.learning.answers.evaluate import evaluate
        from cnn_desktop.learning.training.fit import fit

        leave_snapshot(Path(config.data), folder, options.resume)
        plan = Path(options.plan) if options.plan else None
        job = fit(config, folder, control, resume=options.resume, plan=plan)
        happened += _kept(terminal.follow(recorded(job, folder)))
        trained: Trained | None = next((e for e in happened if isinstance(e, Trained)), None)
        if options.test and trained and not control.stopping:
            test = evaluate(folder, None, config.device, control)
            happened += _kept(terminal.follow(recorded(test, folder)))
    if trained is None:
        raise StopRequested
    tested = next((e for e in happened if isinstance(e, Evaluated)), None)
    terminal.result(_facts(trained, terminal.skipped, tested), _summary(trained, tested, folder))
    return StopRequested.exit_code if trained.stopped else 0


def read_config(options: argparse.Namespace, run_folder: Path) -> TrainConfig:
    """The settings in order of weight: typed, the --config file (or, with --resume, the run's own), defaults.

    Raises UsageError with the first bad value.
    """
    settings: dict[str, Any] = {}
    resumed = run_folder / CONFIG
    if options.resume and resumed.exists() and (run_folder / CHECKPOINT).exists():
        settings |= configuration.read_settings(resumed)
    if options.config:
        settings |= configuration.read_settings(Path(options.config))
    names = (
        "model", "epochs", "head_epochs", "batch_size", "image_size", "lr", "fine_lr", "optimizer", "schedule",
        "recipe", "learns", "stage_epochs", "stage_lr", "precision", "seed", "device", "weights", "feature_cache", "exact_course",
    )  # fmt: skip
    settings |= {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    settings["data"] = str(Path(options.data).absolute())
    augmentation = dict(settings.get("augmentation", {}))
    typed = {"crop": options.crop, "jitter": options.jitter, "flip": False if options.no_flip else None}
    settings["augmentation"] = augmentation | {name: value for name, value in typed.items() if value is not None}
    try:
        config = msgspec.convert(settings, TrainConfig)
    except msgspec.ValidationError as error:
        raise UsageError("A setting is not understood: {reason}.", reason=str(error)) from error
    for problem in configuration.check(config):
        raise problem
    return config


def _kept(job: Any) -> list[events.Event]:
    """The events worth remembering until the summary."""
    return [event for event in job if not isinstance(event, TrainProgress | events.Progress)]


def _facts(trained: Trained, skipped: list[events.Skipped], tested: Evaluated | None) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "val_accuracy": trained.val_accuracy,
        "loss": trained.loss,
        "epochs": trained.epochs,
        "seconds": trained.seconds,
        "images_per_second": trained.images_per_second,
        "device": trained.device,
        "model": trained.model,
        "run": trained.run,
        "skipped": [{"path": one.path, "reason": str(one.reason)} for one in skipped],
    }
    if tested:
        facts["accuracy"] = tested.accuracy
    return facts


def _summary(trained: Trained, tested: Evaluated | None, folder: Path) -> list[str]:
    lines = [str(trained)]
    if tested:
        lines.append(f"Test: {tested}")
    lines.append(f"The model is in {folder}. Classify photos: cnn-desktop predict {folder} PHOTO")
    return lines
