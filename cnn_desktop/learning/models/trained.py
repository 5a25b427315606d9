"""Loads the model of a finished run."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch

from cnn_desktop.domain.catalog import find_architecture
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.run import BEST, ModelFacts, damaged_model, facts_from, load_model_facts
from cnn_desktop.domain.tensor_header import Header, read_header
from cnn_desktop.domain.unknown import crc_of
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.models.run_facts import checked_preprocess
from cnn_desktop.learning.models.tensor_files import KINDS, read_tensors


class Marked(NamedTuple):
    """A trained network and what it is known by."""

    net: Net
    facts: ModelFacts
    mark: str
    """As `domain.unknown.mark_of_model` gives it as long as the run has this very model."""


def load_trained(run: Path, device: str) -> tuple[Net, ModelFacts]:
    """The best network of `run` on `device`, ready to answer. Raises DataError when it is missing or damaged."""
    found = load_marked(run, device)
    return found.net, found.facts


def load_marked(run: Path, device: str) -> Marked:
    """As `load_trained`. All of it comes from one file, so that weights never answer for another model's classes."""
    facts = load_model_facts(run)
    try:
        with open_regular(run / BEST) as model:
            header = read_header(model)
            if header.facts is not None:  # it may have been replaced by a newer one just now
                facts = facts_from(header.facts, run)
            state = read_tensors(model, header).tensors
            mark = crc_of(model, header)
        preprocess = checked_preprocess(facts, state, run)
        row = find_architecture(facts.model)
        # timm's networks may hold tensors that are not saved, so they must be really built; of others there is only the
        # outline: VGG-16's random start weights take two seconds.
        with torch.device("meta" if row is not None and row.library != "timm" else "cpu"):
            net = build(facts.model, len(facts.classes), preprocess.image_size)
        _check_fit(header, net)
        net.module.load_state_dict(state, assign=any(value.is_meta for value in net.module.parameters()))
    except (OSError, RuntimeError, ValueError, TypeError, UsageError) as error:
        raise damaged_model(run) from error
    net.preprocess = preprocess
    if facts.mirrored:
        net.answer_mirrored()
    net.module.to(device)
    net.module.eval()
    net.module.requires_grad_(False)
    return Marked(net, facts, mark)


def _check_fit(header: Header, net: Net) -> None:
    """Raises ValueError unless the tensors are the network's, name by name, in shape and kind."""
    wanted = {name: (value.dtype, list(value.shape)) for name, value in net.module.state_dict().items()}
    if {name: (KINDS[entry.dtype], entry.shape) for name, entry in header.tensors.items()} != wanted:
        raise ValueError("tensors")
