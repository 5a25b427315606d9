"""Short ways to train in tests, and a Stop that comes after a given number of batches."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import torch

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.train import Planned
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.run import BEST
from cnn_desktop.learning.models.tensor_files import load_tensors, save_tensors
from cnn_desktop.learning.training.fit import fit

E = TypeVar("E", bound=Event)


def small(data: Path, **settings: object) -> TrainConfig:
    """SimpleCNN at 32 pixels in float32: an epoch takes a fraction of a second."""
    wanted = {
        "model": "simple_cnn", "epochs": 1, "batch_size": 8, "image_size": 32, "precision": "float32", "device": "cpu",
        "weights": "none", **settings,
    }  # fmt: skip
    return TrainConfig(data=str(data), **wanted)  # type: ignore[arg-type]


def train(
    config: TrainConfig, run: Path, control: Control | None = None, resume: bool = False, scan: Scan | None = None
) -> list[Event]:
    return list(fit(config, run, control or Control(), resume, scan=scan))


def watch(config: TrainConfig, run: Path, control: Control, act: Callable[[Event], object]) -> None:
    """Trains, calling `act` with each event as it comes."""
    for event in fit(config, run, control):
        act(event)


def only(kind: type[E], events: list[Event]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


class StopAfter(Control):
    """Asks to stop at the `looks`th look of the training, which looks after each batch."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self.looks = looks
        self.training = False

    @property
    def stopping(self) -> bool:
        self.looks -= self.training
        if self.looks <= 0:
            self.stop()
        return super().stopping


def train_until(config: TrainConfig, run: Path, looks: int) -> list[Event]:
    """The events of a training stopped at its `looks`th look; without StopRequested, which it may end with."""
    control, events = StopAfter(looks), []
    with contextlib.suppress(StopRequested):
        for event in fit(config, run, control):
            control.training = control.training or isinstance(event, Planned)
            events.append(event)
    return events


def can_mount() -> bool:
    """True where a process may mount a small disk of its own."""
    if os.name != "posix":
        return False
    try:
        return subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def remake_model(
    run: Path,
    facts: Callable[[dict[str, Any]], object] = lambda facts: None,
    tensors: Callable[[dict[str, torch.Tensor]], object] = lambda tensors: None,
) -> None:
    """Changes what the model of `run` says of itself, and its tensors, as a stranger may: every checksum is right."""
    found = load_tensors(run / BEST)
    said = json.loads(found.facts or "")
    facts(said)
    tensors(found.tensors)
    save_tensors(found.tensors, run / BEST, json.dumps(said))
