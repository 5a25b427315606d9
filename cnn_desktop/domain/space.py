"""The one rule for how much room on the disk a training needs."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from cnn_desktop.domain.errors import DataError

BYTES_A_PARAMETER = 44
"""Weights of four bytes: the best and the last; and the checkpoint, the one before it and the one that is being written, each
with Adam's two moments."""
BYTES_AVERAGED = 12
"""More where the three checkpoints hold averaged weights too."""
MARGIN = 50_000_000
"""Bytes left free beside that."""


def free_bytes(folder: Path) -> int:
    """On the disk where `folder` is, or will be."""
    *places, top = (folder.absolute(), *folder.absolute().parents)
    for place in places:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            return shutil.disk_usage(place).free
    return shutil.disk_usage(top).free


def need_space(parameters: int, folder: Path, averaged: bool = False) -> None:
    """Raises DataError when a network of so many parameters, or a run at all, may not fit on the disk of `folder`.

    `averaged`: its checkpoints hold averaged weights too (`TrainConfig.is_modern`).
    """
    need = (BYTES_A_PARAMETER + averaged * BYTES_AVERAGED) * parameters + MARGIN
    free = free_bytes(folder)
    if free < need:
        raise DataError(
            "There is not enough disk space: training may need {need} MB in {folder}, but only {free} MB is free. "
            "Free some space, then train again.",
            need=round(need / 1e6), free=round(free / 1e6), folder=str(folder.absolute()),
        )  # fmt: skip
