"""The best model of a training so far: remembered, written to the run's folder, taken up again by the next phase."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import msgspec
import torch

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.run import BEST, BEST_BEFORE, ModelFacts, clear_tests, save_model_facts
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.learning.models.cut import head_cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.models.tensor_files import load_tensors, save_tensors
from cnn_desktop.learning.training.checkpoint import Standing


class BestModel:
    """`model.safetensors` and `model.json` of a run.

    A checkpoint names the best model that belongs to it by its checksum. So that it is found whenever the training is
    killed, the model that the newest checkpoint names stays as `model-earlier.safetensors` when a better one is written,
    which that checkpoint knows nothing of.
    """

    def __init__(self, run: Path, net: Net, device: str, crc: str = "") -> None:
        """`crc`: of the best model of a training that goes on."""
        self._run, self._net, self._device = run, net, device
        self._head: dict[str, torch.Tensor] | None = None
        """Of the best epoch, until it is written; everything else is the network's as it is now."""
        self.crc = crc
        """What the model on disk is known by; "": there is none, or a training of an earlier version wrote it."""
        self.is_named = bool(crc)
        """True when the newest checkpoint names it."""

    def keep(self, standing: Standing, only_head: bool) -> None:
        """The network as it is now is the best.

        `only_head`: the rest stays as it is until the next `write`, so that epochs of a moment need not wait for a disk.
        """
        state = self._net.heads[0].state_dict(prefix=f"{head_cut(self._net).name}.")
        self._head = {key: value.clone() for key, value in state.items()}
        if not only_head:
            self.write(standing)

    def write(self, standing: Standing) -> None:
        """Writes it, if it is not written yet. Raises DataError."""
        if self._head is None:
            return
        clear_tests(self._run)
        facts = ModelFacts(
            model=standing.model,
            classes=standing.classes,
            preprocess=msgspec.to_builtins(self._net.preprocess),
            device=self._device,
            weights=str(standing.weights),
            best_epoch=standing.best_epoch,
            val_accuracy=standing.best_accuracy,
            mirrored=self._net.mirrored,
            versions={name: metadata.version(name) for name in ("torch", "torchvision", "timm", "cnn-desktop")},
        )
        state, earlier = self._net.module.state_dict() | self._head, self._run / BEST_BEFORE if self.is_named else None
        self.crc = save_tensors(state, self._run / BEST, as_json(facts).decode(), earlier)
        self._head, self.is_named = None, False
        save_model_facts(facts, self._run)

    def take_up(self, standing: Standing) -> None:
        """The network becomes the best model again: a phase goes on from it, not from where the one before it ended.

        Raises DataError.
        """
        self.write(standing)
        best = load_tensors(self._run / BEST)
        if self.crc not in ("", best.crc):
            raise DataError("{file} is missing or damaged. Train again.", file=str(self._run / BEST))
        self._net.module.load_state_dict(best.tensors)
