"""How a phase computes: chosen before its first step, kept in the run's folder (`plan.json`), taken again by who goes on.

An entry a phase. A training that is given the plan of another run computes the same numbers again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec
import torch

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.recipe import Phase
from cnn_desktop.domain.run import PLAN
from cnn_desktop.domain.text_out import as_json

TrainingPrecision = Literal["float32", "bfloat16", "float16"]
EngineName = Literal["torch", "onnxruntime"]


class ComputePlan(msgspec.Struct, frozen=True):
    """How the steps of one phase are computed."""

    device: str
    """As torch names it."""
    precision: TrainingPrecision
    """Of matrix products and convolutions in the steps; checks and answers are float32."""
    most: Annotated[int, msgspec.Meta(ge=1)]
    """Photos that go through the network at a time; a larger batch, also of another training with this plan, goes in parts."""
    compiled: bool = False
    """True: full batches go through the compiled network."""
    cut: str = ""
    """The layer that the last stages to learn begin with; "" in the other phases."""
    engine: EngineName | None = None
    """What sent the photos through the frozen part, once for all epochs; None: each epoch sends them through all of it."""

    @property
    def dtype(self) -> torch.dtype:
        return {"bfloat16": torch.bfloat16, "float16": torch.float16}.get(self.precision, torch.float32)


Plans = dict[Phase, ComputePlan]


def load_plans(run: Path) -> Plans:
    """What was chosen in `run` so far; nothing in runs of earlier versions. Raises DataError when the file is damaged."""
    file = run / PLAN
    try:
        return msgspec.json.decode(file.read_bytes(), type=Plans)
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        raise DataError("{file} is damaged. Delete it, and the app will measure again.", file=str(file)) from error


def save_plans(plans: Plans, run: Path) -> None:
    """Raises DataError."""
    write_bytes(run / PLAN, msgspec.json.format(as_json(plans)))
