"""The memory of a step: what it frees is kept for the next one, and where it is too small one sentence says so."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import platform
from collections.abc import Iterator

import torch

from cnn_desktop.domain.catalog import device_word
from cnn_desktop.domain.errors import TooLittleMemory, is_out_of_memory
from cnn_desktop.domain.memory import Free, free_memory, less_memory

_TRIM_THRESHOLD, _MMAP_MAX = -1, -4
"""Of glibc's mallopt(3)."""


@functools.cache
def keep_freed_memory() -> bool:
    """Once a process, before a training on the CPU; True where it could be arranged (Linux with glibc).

    A step of SimpleCNN takes and frees some 2 GB in pieces of up to 411 MB. glibc hands such pieces back at once, so
    that the kernel clears each page of them again in each step: 3.9 of 6.9 seconds of computing in 5 steps, and none of
    2.4 seconds with this (bfloat16, 2 cores). The process then needs a fifth more memory at its peak (3.5 instead of
    2.9 GB; more steps do not add to it), and stays that large until it ends, which is soon after a training.
    """
    if platform.libc_ver()[0] != "glibc":
        return False
    mallopt = ctypes.CDLL(None).mallopt
    return bool(mallopt(_MMAP_MAX, 0) and mallopt(_TRIM_THRESHOLD, 2**31 - 1))


def free_on(device: str) -> Free:
    """The memory that a training on `device` may still take."""
    if device.partition(":")[0] == "cuda":
        return Free(torch.cuda.mem_get_info(device)[0], refuses=True)
    return free_memory()


@contextlib.contextmanager
def plain_memory_errors(device: str, photos: int, image_size: int) -> Iterator[None]:
    """Turns "out of memory" of any device into one sentence that says what to do."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:  # torch.OutOfMemoryError is a RuntimeError
        if is_out_of_memory(error):
            raise too_little_memory(device, photos, image_size) from error
        raise


@contextlib.contextmanager
def answers_in_memory(device: str, image_size: int) -> Iterator[None]:
    """The same, where photos are answered a few at a time and nothing smaller can be chosen."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        if is_out_of_memory(error):
            raise TooLittleMemory(
                "There is not enough memory on {device} for photos of {size} pixels. Close other programs, then try "
                "again.",
                device=device_word(device), size=image_size,
            ) from error  # fmt: skip
        raise


def too_little_memory(device: str, photos: int, image_size: int) -> TooLittleMemory:
    if photos == 1:
        return TooLittleMemory(
            "There is not enough memory on {device} even for one photo of {size} pixels. Close other "
            "programs, or choose a smaller image size or model.",
            device=device_word(device), size=image_size,
        ).offering(less_memory(photos, image_size))  # fmt: skip
    return TooLittleMemory(
        "There is not enough memory on {device} for {photos} {photos:photo|photos} of {size} pixels at a time. "
        "Choose a smaller batch size or image size.",
        device=device_word(device), photos=photos, size=image_size,
    ).offering(less_memory(photos, image_size))  # fmt: skip
