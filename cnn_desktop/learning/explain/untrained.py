"""A run's network as it was before the training."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch

from cnn_desktop.dataset.disks import on_network_drive
from cnn_desktop.domain.config import TrainConfig, load_config
from cnn_desktop.domain.errors import UserError
from cnn_desktop.domain.files import is_folder, is_there
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.run import CONFIG, ModelFacts
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.models.weights import Weights, find_weights, load_weights


class Start(NamedTuple):
    """What a training began with."""

    weights: Weights | None
    """None: drawn at random."""
    seed: int
    words: Message
    """As a clause, for a person."""


def find_start(run: Path, facts: ModelFacts) -> Start:
    """Of the training in `run`: the pretrained weights it began with where they are on this computer. Never raises UserError."""
    try:
        config = load_config(run / CONFIG)
    except UserError:  # only the model was copied, say
        config = TrainConfig(data="", model=facts.model)
    try:
        weights = find_weights(facts.model, config.weights)
    except UserError:
        return _lost(config.seed)
    if weights is not None and config.weights != "auto" and not _may_be_read(weights.file):
        return _lost(config.seed)
    return Start(weights, config.seed, weights.source if weights else say("newly drawn weights"))


def _lost(seed: int) -> Start:
    return Start(None, seed, say("newly drawn weights, as its pretrained weights are not on this computer"))


def _may_be_read(file: Path) -> bool:
    """Of a file that the run names, which may be a stranger's: no other computer is asked for it."""
    return not on_network_drive(file) and is_there(file) and not is_folder(file)


def build_start(start: Start, facts: ModelFacts, like: Net) -> Net:
    """The network of `facts` with the weights of `start` and a newly drawn head, on the device of `like` and fed as it is.

    As a training does it, so drawn weights are the very ones it began with. Raises DataError, UsageError.
    """
    size = like.preprocess.image_size
    state = load_weights(start.weights, size) if start.weights else None
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(start.seed)
        net = build(facts.model, len(facts.classes), size, state)
    net.preprocess = like.preprocess
    net.module.to(next(like.module.parameters()).device)
    net.module.eval()
    net.module.requires_grad_(False)
    return net
