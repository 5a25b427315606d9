"""The checkpoint that lets a training go on exactly where it stood, and the table of its epochs."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_text
from cnn_desktop.domain.jobs.train import EpochDone
from cnn_desktop.domain.recipe import Phase
from cnn_desktop.domain.run import CHECKPOINT, EPOCHS
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.models.tensor_files import load_torch, save_torch
from cnn_desktop.learning.training.standing import Standing
from cnn_desktop.learning.training.trainer import Trainer


def save_checkpoint(run: Path, standing: Standing, net: Net, trainer: Trainer, phase: Phase) -> None:
    """Writes everything needed to go on: weights, optimiser, schedule, scaler, random numbers, position."""
    content = {
        "standing": msgspec.json.encode(standing).decode(),
        "weights": net.module.state_dict(),
        "phase": phase,
        "trainer": trainer.state(),
        "random": random_state(),
    }
    save_torch(content, run / CHECKPOINT)


def load_checkpoint(run: Path) -> tuple[Standing, dict[str, Any]] | None:
    """(where it stood, the rest) or None when `run` has no checkpoint. Raises DataError when it is damaged."""
    file = run / CHECKPOINT
    if not file.is_file():
        return None
    content = load_torch(file)
    try:
        return msgspec.json.decode(content["standing"], type=Standing), content
    except (KeyError, TypeError, msgspec.DecodeError) as error:
        raise DataError("{file} is damaged. Delete it to train from the start.", file=str(file)) from error


def random_state() -> dict[str, Any]:
    """The state of every random number generator, as plain tensors, numbers and texts."""
    version, numbers, gauss = random.getstate()
    name, keys, position, has_gauss, cached = np.random.get_state()
    return {
        "python": [version, list(numbers), gauss],
        "numpy": [name, torch.from_numpy(np.asarray(keys).astype(np.int64)), position, has_gauss, cached],
        "torch": torch.get_rng_state(),
        "cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
    }


def restore_random_state(state: dict[str, Any]) -> None:
    """Puts back what `random_state` gave."""
    version, numbers, gauss = state["python"]
    random.setstate((version, tuple(numbers), gauss))
    name, keys, position, has_gauss, cached = state["numpy"]
    np.random.set_state((name, keys.numpy().astype(np.uint32), position, has_gauss, cached))
    torch.set_rng_state(state["torch"])
    if torch.cuda.is_available() and len(state["cuda"]) == torch.cuda.device_count():
        torch.cuda.set_rng_state_all(state["cuda"])


def save_history(run: Path, history: list[EpochDone]) -> None:
    """Writes epochs.csv, a row an epoch. A loss that is not a number is an empty field."""
    names = [name for name in EpochDone.__struct_fields__ if name != "epochs"]
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(names)
    rows.writerows([getattr(epoch, name) for name in names] for epoch in history)
    write_text(run / EPOCHS, text.getvalue())
