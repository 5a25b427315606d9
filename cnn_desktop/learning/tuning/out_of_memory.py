"""What is done when a device's memory is too small: known whatever the device calls it, and said in one sentence."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import torch

from cnn_desktop.domain.errors import DataError


def is_out_of_memory(error: RuntimeError | MemoryError) -> bool:
    """torch.OutOfMemoryError is a RuntimeError; the CPU's allocator raises a plain one."""
    text = str(error).lower()
    told = "allocate memory" in text or "enough memory" in text
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or told


@contextlib.contextmanager
def plain_memory_errors(device: str, photos: int, image_size: int) -> Iterator[None]:
    """Turns "out of memory" of any device into one sentence that says what to do."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        if is_out_of_memory(error):
            raise too_little_memory(device, photos, image_size) from error
        raise


def too_little_memory(device: str, photos: int, image_size: int) -> DataError:
    return DataError(
        "There is not enough memory on {device} for {photos} photos of {size} pixels at a time. "
        "Choose a smaller batch size or image size.",
        device=device, photos=photos, size=image_size,
    )  # fmt: skip
