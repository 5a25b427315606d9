"""The loaded network of a run, asked for its layers, and for what each of them makes of one photo.

Kept between questions: the network, the last photo, and what was seen of that at the layers asked for last.
"""

from __future__ import annotations

import errno
import functools
import os
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.identity import mark_of
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, why_unreadable
from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.jobs.explore import LayerShown, LayersListed, ShowLayer, ShowSum
from cnn_desktop.domain.run import ModelFacts
from cnn_desktop.learning.answers.logits import NO_ANSWER
from cnn_desktop.learning.explain import map_files
from cnn_desktop.learning.explain.layers import kernels_of, listed, steps_of
from cnn_desktop.learning.explain.passing import INPUT, SOFTMAX, Enough, Step, channels_first, inputs_first, send
from cnn_desktop.learning.explain.sums import Place, can_be_told, how_made
from cnn_desktop.learning.explain.untrained import build_start, find_start
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.validate import float32_logits

_MOST_KEPT = 64_000_000
"""Bytes of what was seen of the last photo; what was asked for last is kept in any case."""
_MOST_VALUES = 4096


class Seen(NamedTuple):
    """What a layer was given and what it made of it, of one photo: float32 [C, H, W] or [C], or anything else."""

    step: Step | None
    """None: the photo itself, or the answer."""
    inputs: np.ndarray | None
    """Where a sum can be told."""
    output: np.ndarray

    @property
    def nbytes(self) -> int:
        return self.output.nbytes + (0 if self.inputs is None else self.inputs.nbytes)


class Explorer:
    """See above. Not for several threads."""

    def __init__(self, run: Path, net: Net, facts: ModelFacts) -> None:
        """`net`, `facts`: the loaded model of `run`."""
        self.net, self.facts, self._run = net, facts, run
        self._photo: tuple[str, bytes, torch.Tensor] | None = None
        self._seen: OrderedDict[tuple[str, bool], Seen] = OrderedDict()
        """Of the last photo, by layer and `untrained`; the newest last."""

    @property
    def title(self) -> str:
        """What people call the model."""
        return title_of(self.facts.model)

    @functools.cached_property
    def steps(self) -> dict[str, Step]:
        """Every step between the photo and the answer, by name and in order."""
        return {step.name: step for step in steps_of(self.net)}

    @functools.cached_property
    def _untrained(self) -> Net:
        return build_start(find_start(self._run, self.facts), self.facts, self.net)

    def list_layers(self) -> Iterator[Event]:
        """One LayersListed."""
        size = self.net.preprocess.image_size
        layers = listed(list(self.steps.values()), size, len(self.facts.classes))
        yield LayersListed(str(self._run), layers, size, find_start(self._run, self.facts).words)

    def show_layer(self, job: ShowLayer) -> Iterator[Event]:
        """A LayerShown, or a Skipped. Raises DataError, UsageError."""
        self._check_layer(job.layer)
        try:
            yield self._kernels(job) if job.kernels else self._made(job)
        except UnreadablePhoto as error:
            yield Skipped(job.path, error.reason)

    def show_sum(self, job: ShowSum) -> Iterator[Event]:
        """A SumShown, or a Skipped. Raises DataError, UsageError."""
        self._check_layer(job.layer)
        if job.layer not in self.steps or not can_be_told(self.steps[job.layer]):
            raise UsageError(
                "How the numbers of “{layer}” are made cannot be shown. Choose a convolution, a pooling or a linear layer.",
                field="layer", layer=job.layer,
            )  # fmt: skip
        try:
            seen = self._seen_at(job.path, job.layer, job.untrained)
        except UnreadablePhoto as error:
            yield Skipped(job.path, error.reason)
            return
        place = Place(job.channel, job.row, job.column)
        rows_columns = (*seen.output.shape[1:], 1, 1)[:2]
        if not all(0 <= at < size for at, size in zip(place, (len(seen.output), *rows_columns), strict=True)):
            raise UsageError(
                "“{layer}” has no number at channel {channel}, row {row}, column {column}. Choose one in its maps.",
                layer=job.layer, channel=job.channel, row=job.row, column=job.column,
            )  # fmt: skip
        assert seen.step is not None
        assert seen.inputs is not None
        value = float(seen.output[place if seen.output.ndim == len(place) else place.channel])
        made = how_made(seen.step, seen.inputs, place, job.most)
        yield made.shown(job.path, job.layer, place, value, seen.inputs.shape[1:])

    def input_of(self, path: str) -> torch.Tensor:
        """The photo at `path` as the network is fed it, [1, 3, S, S] float32 on its device; kept. Raises UnreadablePhoto."""
        photo = Path(path)
        try:
            mark = mark_of(photo, on_disk(photo).stat())
        except ValueError as error:  # a name with a NUL in it
            gone = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
            raise UnreadablePhoto(photo, why_unreadable(gone)) from error
        except OSError as error:
            raise UnreadablePhoto(photo, why_unreadable(error)) from error
        if self._photo is None or self._photo[:2] != (path, mark):
            self._photo = None
            self._seen.clear()
            values = torch.from_numpy(self.net.preprocess(photo))[None]
            self._photo = path, mark, values.to(next(self.net.module.parameters()).device)
        return self._photo[2]

    def _check_layer(self, layer: str) -> None:
        if layer not in self.steps and layer not in (INPUT, SOFTMAX):
            raise UsageError(
                "This network has no layer called “{layer}”. Choose one from the list.", field="layer", layer=layer
            )

    def _kernels(self, job: ShowLayer) -> LayerShown:
        net, step = self._untrained if job.untrained else self.net, self.steps.get(job.layer)
        if job.untrained:
            step = next((one for one in steps_of(net) if one.name == job.layer), None)
        weights = kernels_of(step) if step is not None else None
        if weights is None:
            raise UsageError(
                "“{layer}” has no kernels that can be shown as pictures. Choose the first convolution.",
                field="layer", layer=job.layer,
            )  # fmt: skip
        _, channels, height, width = weights.shape
        chosen = _chosen(job, len(weights), map_files.most_maps(channels * height, width))
        kernels = map_files.of_kernels(weights[chosen.start : chosen.stop].float().cpu().numpy())
        return self._written(job, kernels, chosen, len(weights))

    def _made(self, job: ShowLayer) -> LayerShown:
        seen = self._seen_at(job.path, job.layer, job.untrained)
        output = seen.output
        if output.ndim == 1 or output.shape[1:] == (1, 1):
            numbers = output.reshape(-1)
            is_last = job.layer == SOFTMAX or (seen.step is not None and seen.step.module in self._heads(job.untrained))
            names = tuple(self.facts.classes) if is_last and len(numbers) == len(self.facts.classes) else ()
            values = tuple(numbers[:_MOST_VALUES].tolist())
            return LayerShown(job.path, job.layer, (), len(numbers), values=values, names=names[:_MOST_VALUES])
        if output.ndim != 3:
            raise UsageError(
                "“{layer}” makes neither maps nor single numbers, so it has no picture. Choose another layer.",
                field="layer", layer=job.layer,
            )  # fmt: skip
        chosen = _chosen(job, len(output), map_files.most_maps(*output.shape[1:]))
        return self._written(job, map_files.of_maps(output[chosen.start : chosen.stop]), chosen, len(output))

    def _written(self, job: ShowLayer, found: map_files.Bytes, chosen: range, total: int) -> LayerShown:
        name = ("untrained" if job.untrained else "trained") + ("-kernels" if job.kernels else "")
        file = map_files.write(found.maps, Path(job.folder), name)
        return LayerShown(job.path, job.layer, tuple(chosen), total, str(file), found.lows, found.highs)

    def _heads(self, untrained: bool) -> list[torch.nn.Module]:
        return (self._untrained if untrained else self.net).heads

    def _seen_at(self, path: str, layer: str, untrained: bool) -> Seen:
        """Raises UnreadablePhoto, also of a photo that the network makes no numbers of."""
        photo = self.input_of(path)
        key = (layer, untrained)
        seen = self._seen.pop(key, None) or _look(self._untrained if untrained else self.net, photo, layer)
        self._seen[key] = seen
        while len(self._seen) > 1 and sum(one.nbytes for one in self._seen.values()) > _MOST_KEPT:
            self._seen.popitem(last=False)
        if not all(np.isfinite(one).all() for one in (seen.inputs, seen.output) if one is not None):
            raise UnreadablePhoto(Path(path), NO_ANSWER)
        return seen


def _look(net: Net, photo: torch.Tensor, layer: str) -> Seen:
    """Sends `photo` through `net` as far as `layer`, which it has."""
    if layer == INPUT:
        return Seen(None, None, photo[0].cpu().numpy())
    if layer == SOFTMAX:
        return Seen(None, None, float32_logits(net, photo).softmax(1)[0].cpu().numpy())
    found: list[Seen] = []

    def visit(step: Step, inputs: torch.Tensor | None, output: torch.Tensor) -> None:
        if step.name != layer:
            return
        told = (
            None if inputs is None or not can_be_told(step) else inputs_first(inputs, step).float().cpu().numpy().copy()
        )
        made = channels_first(output, step)
        found.append(Seen(step, told, made.float().cpu().numpy().copy()))
        raise Enough

    with torch.inference_mode():
        send(net, photo, visit)
    return found[0]


def _chosen(job: ShowLayer, total: int, most: int) -> range:
    """Channels from `job.start` on, `job.count` where there are as many. Raises UsageError."""
    if not 0 <= job.start < total:
        raise UsageError(
            "“{layer}” has {n} {n:channel|channels}, counted from 0, so there is no channel {channel}. Choose a smaller number.",
            field="start", layer=job.layer, n=total, channel=job.start,
        )  # fmt: skip
    if job.count < 1 or most < 1:
        raise UsageError("Choose at least one channel.", field="count")
    return range(job.start, min(job.start + min(job.count, most), total))
