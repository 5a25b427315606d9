"""`cnn-desktop train DATA --out RUN`: trains a model on a folder of photos."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cnn_desktop.domain import config as configuration
from cnn_desktop.domain import events
from cnn_desktop.domain.catalog import ARCHITECTURES, DEFAULT_MODEL, size_for
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decoding import Unreadable, as_kind
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.jobs.train import Trained
from cnn_desktop.domain.recording import recorded
from cnn_desktop.domain.run import CONFIG, to_resume
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.domain.text_out import as_command
from cnn_desktop.verbs.data import add_reading, reading_of, scan_of
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals


def add_arguments(parser: argparse.ArgumentParser) -> None:
    models = ", ".join(row.name for row in ARCHITECTURES)
    name: dict[str, Any] = {"metavar": "NAME"}
    count: dict[str, Any] = {"metavar": "N", "type": int}
    number: dict[str, Any] = {"metavar": "X", "type": float}
    switch: dict[str, Any] = {"action": "store_true", "default": None}
    for option, kind, words in (
        ("data", {"metavar": "DATA"}, "folder of class folders, or of train/val/test folders; a CSV; a project"),
        ("--out", {"metavar": "RUN", "required": True}, "folder of this run, made when missing"),
        ("--model", name, f"{models}, or timm:NAME (default: {DEFAULT_MODEL})"),
        ("--epochs", count, "epochs of the whole network; alone: no head phase"),
        ("--head-epochs", count, "epochs of the new last layer on a frozen backbone, before the others"),
        ("--stage-epochs", count, "epochs of the last stages, after those of the last layer"),
        ("--recipe", name, "quick, balanced or best, where no epochs are given (default: balanced)"),
        (
            "--learns",
            {"metavar": "PART"},
            "auto, head, last_stage, last_two_stages or everything: how much of a pretrained network learns",
        ),
        ("--batch-size", count, "photos a step (default: 32)"),
        ("--image-size", count, "side of the square each photo is resized to, in pixels (default: 224)"),
        ("--lr", number, "learning rate (default: 0.001)"),
        ("--fine-lr", number, "learning rate of the unfrozen network after head epochs (default: 0.00001)"),
        ("--stage-lr", number, "highest learning rate of the last stages (default: 0.001)"),
        ("--optimizer", name, "adam, adamw or sgd (default: adam)"),
        ("--schedule", name, "constant or cosine (default: constant)"),
        ("--precision", name, "auto, float32 or bfloat16, for the training only (default: auto)"),
        (
            "--augmentation",
            name,
            "random changes to training photos: none, course (mirrored), light (also cropped and recoloured), strong "
            "(also one operation of TrivialAugment) or double (two of RandAugment) (default: course)",
        ),
        ("--crop", switch, "also crop training photos at random"),
        ("--jitter", switch, "also vary brightness, contrast and colour at random"),
        ("--no-flip", switch, "do not mirror training photos at random"),
        (
            "--class-weights",
            switch,
            "in the loss, weigh photos of small classes more, so that all classes weigh the same",
        ),
        ("--balanced-sampling", switch, "in each epoch, show equally many photos of each class"),
        ("--seed", count, "same seed, same split and order (default: 0)"),
        ("--device", name, "auto, cpu, cuda, cuda:N or mps (default: auto)"),
        ("--weights", {"metavar": "FILE|none"}, "pretrained weights: a file, or none to start from scratch"),
        ("--config", {"metavar": "FILE.toml"}, "settings from a file; what is typed wins"),
        ("--exact-course", switch, "run the course's very loop, with none of our speed-ups"),
        (
            "--no-feature-cache",
            {"dest": "feature_cache", "action": "store_false", "default": None},
            "run the frozen backbone on every photo in every head epoch",
        ),
        ("--plan", {"metavar": "RUN"}, "compute as this earlier run did: same precision, same parts, nothing measured"),
        ("--resume", {"action": "store_true"}, "go on from the run's checkpoint; without one, start afresh"),
        ("--test", {"action": "store_true"}, "then test on the test photos (logged as one look at them)"),
    ):
        parser.add_argument(option, help=words, **kind)
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Trains, and with --test evaluates. Returns the exit code."""
    folder = Path(options.out)
    begun = to_resume(folder) if options.resume else None
    config = read_config(options, begun)
    reading = reading_of(options, None if begun else Path(config.data))
    terminal, control = Terminal(options), Control()
    happened: list[events.Event] = []
    with stop_on_signals(control):
        from cnn_desktop.learning.answers.evaluate import evaluate
        from cnn_desktop.learning.training.train import train

        # a training that goes on keeps the photos it has
        scan = None if begun else scan_of(Path(config.data), options.class_level)
        plan = Path(options.plan) if options.plan else None
        job = train(config, folder, control, options.resume, plan, scan, reading)
        happened += terminal.watch(job)
        trained: Trained | None = next((e for e in happened if isinstance(e, Trained)), None)
        problem: DataError | None = None
        wants_test = options.test and trained is not None and not control.stopping
        has_tests = wants_test and bool(load_snapshot(folder).of_split("test"))
        if has_tests:
            try:
                happened += terminal.watch(recorded(evaluate(folder, None, config.device, control), folder))
            except DataError as error:  # the training is done all the same, and told
                problem = error
    if trained is None:
        raise StopRequested
    tested = next((e for e in happened if isinstance(e, Evaluated)), None)
    lines = _summary(trained, tested)
    if wants_test and not has_tests:
        lines.insert(
            1, "There are no test photos, so the model was not tested. Test it on others: cnn-desktop evaluate RUN DATA"
        )
    facts = _facts(trained, terminal.skipped) | (
        {"accuracy": tested.accuracy if tested else None} if wants_test else {}
    )
    terminal.result(facts, lines)
    if problem:
        raise problem
    return StopRequested.exit_code if trained.stopped else 0


def read_config(options: argparse.Namespace, begun: Path | None = None) -> TrainConfig:
    """The settings in order of weight: typed, the --config file, those of the run `begun` that goes on, defaults.

    Raises UsageError with the first bad value.
    """
    settings: dict[str, Any] = {}
    if begun:
        settings |= configuration.read_settings(begun / CONFIG)
    if options.config:
        settings |= configuration.read_settings(Path(options.config))
    names = (
        "model", "epochs", "head_epochs", "batch_size", "image_size", "lr", "fine_lr", "optimizer", "schedule",
        "recipe", "learns", "stage_epochs", "stage_lr", "precision", "seed", "device", "weights", "feature_cache", "exact_course",
        "class_weights", "balanced_sampling",
    )  # fmt: skip
    settings |= {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    if "image_size" not in settings and "model" in settings:
        settings["image_size"] = size_for(str(settings["model"]))
    settings["data"] = str(Path(options.data).absolute())
    typed = {"crop": options.crop, "jitter": options.jitter, "flip": False if options.no_flip else None}
    try:
        if options.augmentation is not None:
            settings["augmentation"] = configuration.preset_named(options.augmentation)
        augmentation = dict(settings.get("augmentation", {}))
        settings["augmentation"] = augmentation | {name: value for name, value in typed.items() if value is not None}
        config = as_kind(settings, TrainConfig)
    except Unreadable as error:
        raise UsageError(
            "One of the settings is not valid: {reason}. Correct it, then try again.", reason=str(error)
        ) from error
    for problem in configuration.check(config):
        raise problem
    return config


def _facts(trained: Trained, skipped: list[events.Skipped]) -> dict[str, Any]:
    return {
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


def _summary(trained: Trained, tested: Evaluated | None) -> list[str]:
    lines = [str(trained)]
    if tested:
        lines.append(f"Test: {tested}")
    lines.append(
        f"The model is in {trained.run}. Classify photos: {as_command('cnn-desktop', 'predict', trained.run, 'PHOTO')}"
    )
    return lines
