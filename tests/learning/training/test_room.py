"""The room that a training needs, in memory and on the disk: reckoned before it starts, by the network it will build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch.autograd.graph import saved_tensors_hooks

import cnn_desktop.learning.training.fit as fit_module
from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.memory import ACTIVATIONS
from cnn_desktop.domain.run import BEST, CHECKPOINT
from cnn_desktop.domain.space import BYTES_A_PARAMETER, BYTES_AVERAGED, MARGIN
from cnn_desktop.learning.models.network import build
from tests.learning.helpers import small, train, train_until

Make = Callable[..., Path]


@pytest.mark.parametrize("row", ARCHITECTURES, ids=lambda row: row.name)
def test_what_a_step_keeps_of_a_photo_is_known(row: object) -> None:
    """Counted on the device that has no memory."""
    name: str = row.name  # type: ignore[attr-defined]
    with torch.device("meta"):
        net = build(name, 10, 224)
        net.module.train()
        own = {value.untyped_storage()._cdata for value in net.module.state_dict().values()}
        kept: dict[int, int] = {}
        held = []

        def keep(value: torch.Tensor) -> torch.Tensor:
            storage = value.untyped_storage()
            held.append(storage)
            if storage._cdata not in own:
                kept[storage._cdata] = storage.nbytes()
            return value

        with saved_tensors_hooks(keep, lambda value: value):
            net.module(torch.zeros(2, 3, 224, 224))
    assert sum(kept.values()) / 2 == pytest.approx(ACTIVATIONS[name], rel=0.03)


def test_what_cannot_fit_is_told_before_anything_is_written(photo_folder: Make, tmp_path: Path) -> None:
    """More memory than any computer has: nothing is built, nothing is asked of the system."""
    data = photo_folder(2, 4)
    with pytest.raises(
        UsageError, match=r"Training needs at least .* GB of memory.* Choose a batch size of \d+ or less"
    ):
        train(small(data, model="resnet18", batch_size=4096, image_size=1024, exact_course=True), tmp_path / "run")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    "settings",
    [
        {"epochs": None, "image_size": 32},
        {"epochs": None, "image_size": 64},
        {"epochs": 1, "model": "efficientnet_lite0", "image_size": 64},
    ],
)
def test_the_room_on_the_disk_is_what_is_written(
    settings: dict[str, object], photo_folder: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not less than the run with the copy of its largest file that is being written and an earlier checkpoint; and not twice
    as much, but for what is left free."""
    asked: list[tuple[int, bool]] = []
    real = fit_module.need_space
    monkeypatch.setattr(
        fit_module,
        "need_space",
        lambda count, run, averaged: (asked.append((count, averaged)), real(count, run, averaged)),
    )
    config, run = small(photo_folder(2, 4), **settings), tmp_path / "run"
    train_until(config, run, 5)
    ((count, averaged),) = asked
    need = (BYTES_A_PARAMETER + averaged * BYTES_AVERAGED) * count
    sizes = {file.name: file.stat().st_size for file in run.iterdir()}
    model, checkpoint = sizes.get(BEST, 4 * count), sizes[CHECKPOINT]
    peak = 2 * model + 3 * checkpoint
    assert need + MARGIN >= peak
    assert need <= 2 * peak + MARGIN
