"""Which engine computes a frozen trunk on this computer: measured once, remembered with its reason."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor

import msgspec
import numpy as np

from cnn_desktop.domain.catalog import device_word
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.learning.features.engine import Engine, TorchEngine
from cnn_desktop.learning.features.engine_onnx import OnnxEngine
from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.tuning.compute_plan import EngineName
from cnn_desktop.learning.tuning.measured import measured_once

_WORTH_EXPORTING = 100
"""Fewer photos are done before the export would be."""
_SECONDS = 0.1
"""Each engine is measured for this long at least, after one photo to warm up."""
_TOLERANCE = 1e-4
"""Of the largest feature."""


class EngineChoice(msgspec.Struct, frozen=True):
    """What was chosen, kept in the cache folder."""

    engine: EngineName
    reason: Message


def choose_engine(
    cut: Cut, device: str, weights: str, threads: int, photos: int, control: Control, wanted: EngineName | None = None
) -> tuple[Engine, Message]:
    """The engine for `photos` photos up to `cut`, and why. `weights`: SHA-256 of the trunk's tensors.

    `wanted`: the one that was chosen before. Raises StopRequested.
    """
    plain = TorchEngine(cut, device)
    if device != "cpu":
        return plain, say("standard engine on {device}", device=device_word(device))
    if wanted == plain.name:
        return plain, say("standard engine, as in the earlier training run")
    if photos < _WORTH_EXPORTING and wanted is None:
        return plain, say("standard engine, as there are only a few photos")
    try:
        onnx = OnnxEngine(cut, weights, threads)
        if wanted is not None:
            return onnx, say("alternative engine, as in the earlier training run")
        # Once for each network, size, computer and pair of libraries.
        facts = f"{onnx.file.name} {cut.net.name} {cut.name} {os.cpu_count()} {onnx.callers}"
        choice = measured_once(facts, EngineChoice, lambda: _measure(cut, plain, onnx, control))
    except DataError as error:
        return plain, say("standard engine. {reason}", reason=error.message)
    return (onnx if choice.engine == onnx.name else plain), choice.reason


def _measure(cut: Cut, plain: TorchEngine, onnx: OnnxEngine, control: Control) -> EngineChoice:
    size = cut.net.preprocess.image_size
    photo = np.random.default_rng(0).standard_normal((1, 3, size, size), np.float32)
    ours = plain(photo)
    control.stop_if_asked()
    theirs = onnx(photo)
    control.stop_if_asked()
    if ours.shape != theirs.shape or np.abs(ours - theirs).max() > _TOLERANCE * max(1.0, np.abs(ours).max()):
        return EngineChoice(
            plain.name, say("standard engine, as the alternative gives different results for this network")
        )
    one, other = photos_per_second(plain, photo), photos_per_second(onnx, photo)
    if other > one:
        reason = say(
            "alternative engine, as it is faster here ({a:.0f} instead of {b:.0f} photos per second)", a=other, b=one
        )
        return EngineChoice(onnx.name, reason)
    return EngineChoice(
        plain.name,
        say("standard engine, as it is faster here ({a:.0f} instead of {b:.0f} photos per second)", a=one, b=other),
    )


def photos_per_second(engine: Engine, photo: np.ndarray, seconds: float = _SECONDS) -> float:
    """How quickly `engine` computes `photo`, [1, 3, S, S], asked by as many threads as it takes."""
    began = time.perf_counter()

    def work(_: int) -> int:
        done = 0
        while done == 0 or time.perf_counter() - began < seconds:
            engine(photo)
            done += 1
        return done

    with ThreadPoolExecutor(engine.callers) as pool:
        count = sum(pool.map(work, range(engine.callers)))
    return count / (time.perf_counter() - began)
