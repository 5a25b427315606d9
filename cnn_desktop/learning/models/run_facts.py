"""The one check of what a run's folder says of its model: it may come from a stranger, and a network is built from it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import torch

from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.catalog import TIMM_PREFIX, find_architecture
from cnn_desktop.domain.config import MAX_CLASSES, MAX_IMAGE_SIZE, MIN_IMAGE_SIZE
from cnn_desktop.domain.decoding import Unreadable, as_kind
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.run import ModelFacts
from cnn_desktop.learning.models.network import reference
from cnn_desktop.learning.models.tensors import not_numbers

_MOST_MEAN = 1000.0
_SMALLEST_STD, _LARGEST_STD = 1e-6, 1000.0
_SPARE = 1 << 20
"""Numbers."""


def checked_preprocess(facts: ModelFacts, state: Mapping[str, torch.Tensor], run: Path) -> Preprocess:
    """How the photos of the model `facts` are prepared; `state`: its tensors. Nothing is built or fetched for it.

    Raises DataError when any of it is not what a training writes, or takes more memory than its tensors do.
    """
    if facts.preprocess.keys() - set(Preprocess.__struct_fields__):
        raise _refused(run, say("it needs photos prepared in a way this version does not know"))
    try:
        preprocess = as_kind(facts.preprocess, Preprocess)
    except Unreadable as error:
        raise _refused(run, say("it does not say how to prepare photos")) from error
    problem = _problem(facts, preprocess) or _problem_with_tensors(facts, state, run)
    if problem is not None:
        raise _refused(run, problem)
    return preprocess


def _problem(facts: ModelFacts, preprocess: Preprocess) -> Message | None:
    tones = preprocess.tones
    ranges = [tones.whole, tones.decimal] if tones else []
    levels = [value for one in ranges if one for value in (one.black, one.white)]
    if find_architecture(facts.model) is None:
        return say("it is a model this version does not know")
    if not 1 <= len(set(facts.classes)) == len(facts.classes) <= MAX_CLASSES:
        return say("its list of classes is not valid")
    if not MIN_IMAGE_SIZE <= preprocess.image_size <= MAX_IMAGE_SIZE:
        return say("its image size is out of range")
    fits = all(map(math.isfinite, levels))
    fits = fits and all(abs(value) <= _MOST_MEAN for value in preprocess.mean)
    fits = fits and all(_SMALLEST_STD <= value <= _LARGEST_STD for value in preprocess.std)
    if not fits or any(one and one.black == one.white for one in ranges):
        return say("it does not say how to prepare photos")
    return None


def _problem_with_tensors(facts: ModelFacts, state: Mapping[str, torch.Tensor], run: Path) -> Message | None:
    if not any(value.dim() > 1 and len(value) == len(facts.classes) for value in state.values()):
        return say("its list of classes is not valid")
    if _is_larger(facts, state, run):
        return say("it describes a network larger than its file")
    return say("it contains values that are not numbers (NaN or infinity)") if not_numbers(state) else None


def _is_larger(facts: ModelFacts, state: Mapping[str, torch.Tensor], run: Path) -> bool:
    """True when a network of timm would take much more memory than `state`: it has to be really built."""
    if not facts.model.startswith(TIMM_PREFIX):
        return False
    try:
        wanted, heads = reference(facts.model, 0)
    except UsageError as error:
        raise _refused(run, say("it is a model this version does not know")) from error
    body = sum(value.numel() for name, value in wanted.items() if name not in heads)
    row = sum(math.prod(wanted[name].shape[1:]) for name in heads)
    there = sum(value.numel() for value in state.values())
    return body + row * len(facts.classes) > 2 * there + _SPARE


def _refused(run: Path, problem: Message) -> DataError:
    return DataError(
        "The model in {folder} cannot be used: {problem}. Choose another training run, or train again.",
        folder=str(run), problem=problem,
    )  # fmt: skip
