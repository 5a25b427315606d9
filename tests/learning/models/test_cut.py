"""Networks cut in two: where, that the halves are the whole, and that the tail learns from what was kept of the trunk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Noted
from cnn_desktop.domain.jobs.train import EpochDone, Trained
from cnn_desktop.domain.recipe import CLOSING_EPOCHS, RECIPES
from cnn_desktop.domain.run import BEST, LAST
from cnn_desktop.learning.features.reader import trunk_sha256
from cnn_desktop.learning.features.store import pack, unpack
from cnn_desktop.learning.models.cut import Cut, head_cut, stage_cut, stage_starts
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.training import feature_phases
from cnn_desktop.learning.training.validate import float32_logits
from cnn_desktop.learning.tuning import cut_choice
from cnn_desktop.learning.tuning.cut_choice import choose_cut
from cnn_desktop.learning.tuning.device import choose_device
from tests.learning.helpers import only, small, train, train_until

Make = Callable[..., Path]
PRETRAINED = [row.name for row in ARCHITECTURES if row.name != "simple_cnn"]


@pytest.mark.parametrize("model", PRETRAINED)
@pytest.mark.parametrize("stages", [1, 2])
def test_trunk_and_tail_are_the_network(model: str, stages: int) -> None:
    net = build(model, 3, 64)
    cut = stage_cut(net, stages, "cpu")
    assert cut is not None
    photos = torch.rand(2, 3, 64, 64)
    with torch.inference_mode():
        net.module.eval()
        rows = torch.cat([cut.inputs(photo) for photo in photos.split(1)])
        tail = torch.cat([cut.tail(row) for row in rows.split(1)])
        head = torch.cat([net.heads[0](cut.head_inputs(row)) for row in rows.split(1)])
    whole = float32_logits(net, photos)
    assert torch.equal(tail, whole)
    torch.testing.assert_close(head, whole, rtol=0, atol=1e-5)


def test_two_stages_begin_earlier_than_one() -> None:
    net = build("efficientnet_lite0", 3, 64)
    one, two = stage_cut(net, 1, "cpu"), stage_cut(net, 2, "cpu")
    assert one is not None
    assert two is not None
    assert (two.name, one.name) == ("blocks.5", "blocks.6")
    assert head_cut(net).tail_tensors() < one.tail_tensors() < two.tail_tensors()
    assert trunk_sha256(one) != trunk_sha256(two)


def test_only_the_tail_learns() -> None:
    net = build("resnet18", 3, 64)
    cut = stage_cut(net, 1, "cpu")
    assert cut is not None
    cut.learn()
    learning = {name for name, value in net.module.named_parameters() if value.requires_grad}
    assert learning == {name for name, _ in net.module.named_parameters() if name in cut.tail_tensors()}
    assert {name.partition(".")[0] for name in learning} == {"layer4", "fc"}


def test_networks_without_stages_are_not_cut() -> None:
    assert stage_starts(build("simple_cnn", 3, 64)) == []
    assert stage_cut(build("simple_cnn", 3, 64), 1, "cpu") is None
    # It adds the places of the patches in its own forward, so its blocks cannot run without what is before them.
    assert stage_cut(build("timm:vit_tiny_patch16_224", 3, 224), 1, "cpu") is None


def test_the_choice_is_fixed_by_the_person_or_by_time() -> None:
    net, device = build("mobilenet_v3_small", 3, 64), choose_device("cpu", "float32")

    def chosen(photos: int, **settings: object) -> Cut | None:
        return choose_cut(TrainConfig(data="", **settings), net, device, photos, 2, 8, Control()).cut  # type: ignore[arg-type]

    one, two = stage_cut(net, 1, "cpu"), stage_cut(net, 2, "cpu")
    assert one is not None
    assert two is not None
    names = [chosen(100, learns=learns).name for learns in ("last_stage", "last_two_stages", "auto")]  # type: ignore[union-attr]
    assert names == [one.name, two.name, two.name]
    assert chosen(10**9).name == one.name, "two would take years"  # type: ignore[union-attr]
    without = choose_cut(TrainConfig(data=""), build("simple_cnn", 3, 64), device, 100, 2, 8, Control())
    assert without.cut is None
    assert "only the new last layer learns" in str(without.reason)


@pytest.mark.parametrize("dtype", ["float32", "float16", "bfloat16"])
def test_rows_come_back_as_they_were_kept(dtype: str) -> None:
    row = np.array([0.0, -1.5, 3.140625, 1024.0], np.float32)
    kept = torch.from_numpy(np.stack([pack(row, dtype)]))  # type: ignore[arg-type]
    assert torch.equal(unpack(kept, dtype)[0], torch.from_numpy(row))  # type: ignore[arg-type]


def _staged(data: Path, **changes: object) -> TrainConfig:
    config = small(
        data, model="efficientnet_lite0", weights="auto", head_epochs=2, stage_epochs=2, epochs=0, batch_size=8,
        augmentation=Augmentation(flip=False), image_size=64, learns="last_stage", precision="float32",
    )  # fmt: skip
    return msgspec.structs.replace(config, **changes)


def test_the_last_stage_learns_the_same_from_the_cache_as_from_photos(photo_folder: Make, tmp_path: Path) -> None:
    data = photo_folder(3, 12)
    quick = train(_staged(data), tmp_path / "quick")
    slow = train(_staged(data, feature_cache=False), tmp_path / "slow")
    assert [epoch.phase for epoch in only(EpochDone, quick)] == ["head", "head", "stages", "stages"]
    for one, other in zip(only(EpochDone, quick), only(EpochDone, slow), strict=True):
        assert one.train_loss == pytest.approx(other.train_loss, abs=2e-2), "half precision"
        assert one.val_loss == pytest.approx(other.val_loss, abs=2e-2)
    start, end = build("efficientnet_lite0", 3, 64), load_file(tmp_path / "quick" / LAST)
    trunk = set(end) - stage_cut(start, 1, "cpu").tail_tensors()  # type: ignore[union-attr]
    before = load_file(tmp_path / "slow" / LAST)
    assert all(torch.equal(end[name], before[name]) for name in trunk), "the trunk stays as it was"
    assert any("The last stage of the network learns" in str(event) for event in only(Noted, quick))


def test_what_takes_too_much_room_is_computed_in_each_epoch_and_told(
    photo_folder: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (cut_choice, feature_phases):
        monkeypatch.setattr(module, "MOST_BYTES", 1)
    events = train(_staged(photo_folder(2, 10), head_epochs=1, stage_epochs=1), tmp_path / "run")
    assert [epoch.phase for epoch in only(EpochDone, events)] == ["head", "stages"]
    told = " ".join(str(event) for event in only(Noted, events))
    assert "not enough space to keep the prepared photos" in told
    assert "not enough memory to keep the prepared photos" in told


def test_a_head_that_cannot_be_trained_alone_is_told(
    photo_folder: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Cut, "holds", lambda *_: False)
    events = train(small(photo_folder(2, 10), head_epochs=1, epochs=0), tmp_path / "run")
    told = " ".join(str(event) for event in only(Noted, events))
    assert "The last layer of this network cannot be trained on its own" in told
    assert "memory" not in told


def test_numbers_too_large_for_half_precision_are_kept_as_bfloat16(photo_folder: Make, tmp_path: Path) -> None:
    data = photo_folder(2, 30)
    train(_staged(data, head_epochs=1, stage_epochs=0), tmp_path / "plain")
    enlarged = load_file(tmp_path / "plain" / LAST)
    enlarged["blocks.5.3.bn3.weight"] *= 1e6
    from safetensors.torch import save_file

    save_file(enlarged, tmp_path / "enlarged.safetensors")
    config = _staged(data, head_epochs=0, stage_epochs=1, weights=str(tmp_path / "enlarged.safetensors"))
    assert isinstance(train(config, tmp_path / "run")[-1], Trained)
    from cnn_desktop.learning.features.store import features_folder

    kinds = {msgspec.json.decode(file.read_bytes())["dtype"] for file in features_folder().glob("*/facts.json")}
    assert "bfloat16" in kinds


def test_stopped_and_resumed_ends_as_if_never_stopped(photo_folder: Make, tmp_path: Path) -> None:
    config = _staged(photo_folder(2, 16), batch_size=5, epochs=1)
    whole = train(config, tmp_path / "whole")
    for where, looks in {"head": 20, "between": 40, "stages": 52, "full": 62}.items():
        parts = tmp_path / where
        before = only(EpochDone, train_until(config, parts, looks))
        resumed = train(config, parts, resume=True)
        assert [event.epoch for event in before + only(EpochDone, resumed)] == [1, 2, 3, 4, 5], where
        for file in (LAST, BEST):
            one, other = load_file(tmp_path / "whole" / file), load_file(parts / file)
            assert all(torch.equal(one[key], other[key]) for key in one), (where, file)
        assert only(EpochDone, resumed)[-1].val_loss == only(EpochDone, whole)[-1].val_loss, where


def test_a_phase_ends_early_when_nothing_gets_better(photo_folder: Make, tmp_path: Path) -> None:
    config = msgspec.structs.replace(
        _staged(photo_folder(2, 16)), head_epochs=None, stage_epochs=None, epochs=None, lr=1e-12, stage_lr=1e-12
    )
    epochs = only(EpochDone, train(config, tmp_path / "run"))
    heads = [epoch for epoch in epochs if epoch.phase == "head"]
    assert len(heads) < RECIPES["balanced"].head
    assert epochs[-1].phase == "stages"
    assert epochs[-1].epochs == len(heads) + RECIPES["balanced"].stages, "the total follows"


def test_balanced_ends_with_the_whole_network_where_there_is_time(
    photo_folder: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = msgspec.structs.replace(
        _staged(photo_folder(2, 16)), learns="auto", head_epochs=None, stage_epochs=None, epochs=None
    )
    monkeypatch.setattr(cut_choice, "CLOSING_SECONDS", 1e6)
    before = only(EpochDone, train_until(config, tmp_path / "run", 60))
    monkeypatch.setattr(cut_choice, "CLOSING_SECONDS", 0.0)
    resumed = train(config, tmp_path / "run", resume=True)
    phases = [epoch.phase for epoch in before + only(EpochDone, resumed)]
    assert phases[-1] == "full", "what was begun is kept to"
    assert phases.count("full") == CLOSING_EPOCHS
    assert "full" not in [epoch.phase for epoch in before]
    assert any("At the end, the whole network learns for 2 epochs" in str(event) for event in only(Noted, resumed))
    hasty = train(config, tmp_path / "hasty")
    assert {epoch.phase for epoch in only(EpochDone, hasty)} == {"head", "stages"}


def test_a_network_that_cannot_be_cut_learns_its_head_only(photo_folder: Make, tmp_path: Path) -> None:
    net = build("simple_cnn", 2, 32)
    assert isinstance(net, Net)
    config = small(photo_folder(2, 10), head_epochs=0, stage_epochs=2, epochs=0)
    events = train(config, tmp_path / "run")
    assert [epoch.phase for epoch in only(EpochDone, events)] == ["head", "head"]
    assert any("only the new last layer learns" in str(event) for event in only(Noted, events))


def test_a_phase_that_did_not_help_is_told(photo_folder: Make, tmp_path: Path) -> None:
    config = _staged(photo_folder(3, 12), lr=1e-2, head_epochs=4, stage_lr=10.0, optimizer="sgd")
    events = train(config, tmp_path / "run")
    best = next(event for event in events if isinstance(event, Trained)).best_epoch
    assert best <= 4
    told = [str(event) for event in only(Noted, events)]
    assert told[-1] == f"Training the last stages brought no improvement, so the model from epoch {best} is kept."
