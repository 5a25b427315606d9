"""Loads the model of a finished run."""

from __future__ import annotations

from pathlib import Path

import torch

from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.catalog import find_architecture
from cnn_desktop.domain.decoding import Unreadable, as_kind
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.run import BEST, ModelFacts, load_model_facts
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.models.tensor_files import load_tensors


def load_trained(run: Path, device: str) -> tuple[Net, ModelFacts]:
    """The best network of `run` on `device`, ready to answer. Raises DataError when it is missing or damaged."""
    facts = load_model_facts(run)
    state = load_tensors(run / BEST)
    row = find_architecture(facts.model)
    try:
        preprocess = as_kind(facts.preprocess, Preprocess)
        if row is not None and row.library == "timm":
            # timm's networks may hold tensors that are not saved, so they must be really built.
            net = build(facts.model, len(facts.classes), preprocess.image_size)
            net.module.load_state_dict(state)
        else:
            with torch.device("meta"):  # no random start weights: VGG-16's take two seconds
                net = build(facts.model, len(facts.classes), preprocess.image_size)
            net.module.load_state_dict(state, assign=True)
    except (RuntimeError, Unreadable) as error:
        raise DataError("The model in {folder} is damaged. Train again.", folder=str(run)) from error
    net.preprocess = preprocess
    if facts.mirrored:
        net.answer_mirrored()
    net.module.to(device)
    net.module.eval()
    net.module.requires_grad_(False)
    return net, facts
