"""Loads the model of a finished run."""

from __future__ import annotations

from pathlib import Path

import torch

from cnn_desktop.domain.catalog import find_architecture
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.run import BEST, ModelFacts, load_model_facts
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.models.run_facts import checked_preprocess, has_kinds_of
from cnn_desktop.learning.models.tensor_files import load_tensors


def load_trained(run: Path, device: str) -> tuple[Net, ModelFacts]:
    """The best network of `run` on `device`, ready to answer. Raises DataError when it is missing or damaged."""
    facts = load_model_facts(run)
    state = load_tensors(run / BEST)
    preprocess = checked_preprocess(facts, state, run)
    row = find_architecture(facts.model)
    is_timm = row is not None and row.library == "timm"
    try:
        if is_timm:
            # timm's networks may hold tensors that are not saved, so they must be really built.
            net = build(facts.model, len(facts.classes), preprocess.image_size)
        else:
            with torch.device("meta"):  # no random start weights: VGG-16's take two seconds
                net = build(facts.model, len(facts.classes), preprocess.image_size)
        if not has_kinds_of(net, state):
            raise _damaged(run)
        net.module.load_state_dict(state, assign=not is_timm)
    except (RuntimeError, UsageError) as error:
        raise _damaged(run) from error
    net.preprocess = preprocess
    if facts.mirrored:
        net.answer_mirrored()
    net.module.to(device)
    net.module.eval()
    net.module.requires_grad_(False)
    return net, facts


def _damaged(run: Path) -> DataError:
    return DataError("The model in {folder} is damaged. Train again.", folder=str(run))
