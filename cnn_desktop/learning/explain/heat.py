"""A heat map over a photo: how much each part of it speaks for a class."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import torch
from torch import nn

from cnn_desktop.dataset.reading.decode import UnreadablePhoto
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.jobs.explain import HeatShown, NoHeat, ShowHeat
from cnn_desktop.domain.message import say
from cnn_desktop.learning.answers.logits import NO_ANSWER
from cnn_desktop.learning.explain import map_files
from cnn_desktop.learning.explain.explorer import Explorer
from cnn_desktop.learning.explain.grad_cam import grad_cam, target_of, to_one
from cnn_desktop.learning.explain.occlusion import occlusion
from cnn_desktop.learning.training.validate import float32_logits

_LEAST_FALL = 1e-3
"""A probability that no square lowers by as much hangs on no part of the photo."""
_WHITE = 255


class Found(NamedTuple):
    """A heat map, and what is to be said of it: all but its file."""

    places: np.ndarray
    """uint8 [S, S], from 0 (nothing) to 255 (most), over the whole photo as the model is fed it."""
    shown: HeatShown


def show_heat(explorer: Explorer, job: ShowHeat, control: Control) -> Generator[Event, None, None]:
    """A HeatShown, a NoHeat, or a Skipped; of occlusion with Progress. Raises DataError, UsageError, StopRequested."""
    found = yield from find_heat(explorer, job, control)
    if found is not None:
        file = map_files.write(found.places[None], Path(job.folder), "heat")
        yield msgspec.structs.replace(found.shown, file=str(file))


def find_heat(explorer: Explorer, job: ShowHeat, control: Control) -> Generator[Event, None, Found | None]:
    """The map of `job`, nothing being written; None: the last event says why there is none. Yields and raises as `show_heat`."""
    classes, net = explorer.facts.classes, explorer.net
    if job.class_name and job.class_name not in classes:
        raise UsageError(
            "This model does not know the class “{name}”. Choose one of its classes.",
            field="class_name", name=job.class_name,
        )  # fmt: skip
    control.stop_if_asked()
    target = target_of(explorer.steps.values())
    if job.method != "occlusion" and target is None:
        yield NoHeat(
            say("{model} keeps no maps of the photo, so this kind of heat map cannot be made.",
                model=explorer.title)
        )  # fmt: skip
        return None
    try:
        photo = explorer.input_of(job.path)
    except UnreadablePhoto as error:
        yield Skipped(job.path, error.reason)
        return None

    def choose(logits: torch.Tensor) -> int:
        return classes.index(job.class_name) if job.class_name else int(logits.argmax())

    covered: tuple[float, float] | None = None
    if job.method == "occlusion" or net.mirrored:  # the answer is not that of one way round
        answer = float32_logits(net, photo)[0].cpu()
        index = choose(answer)
    if job.method == "occlusion":
        falls = yield from occlusion(net, photo, index, control)
        hangs = falls.places.max() >= _LEAST_FALL
        places, layer = to_one(falls.places) if hangs else torch.zeros_like(falls.places), ""
        covered = (falls.before, falls.lowest) if hangs else None
    else:
        assert target is not None
        heat = grad_cam(net, photo, target, (lambda _: index) if net.mirrored else choose, job.method == "grad_cam_pp")
        index, answer = heat.class_index, answer if net.mirrored else heat.logits
        places, layer = over_photo(heat.places, photo.shape[-1]), target.name
    if not (places.isfinite().all() and answer.isfinite().all()):
        yield Skipped(job.path, NO_ANSWER)
        return None
    control.stop_if_asked()
    shown = HeatShown(
        job.path, classes[index], job.method, "", layer,
        probability=float(answer.softmax(0)[index]), is_empty=not bool(places.any()), covered=covered,
    )  # fmt: skip
    return Found((places * _WHITE).round().to(torch.uint8).numpy(), shown)


def over_photo(places: torch.Tensor, size: int) -> torch.Tensor:
    """[h, w] → [size, size], smoothly between the places, the largest 1 again."""
    larger = nn.functional.interpolate(places[None, None], (size, size), mode="bilinear", align_corners=False)
    return to_one(larger[0, 0])
