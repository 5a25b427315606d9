"""The head phase on features: as if the whole network had run, stopped, paused, with bad photos."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Paused, Progress, Resumed, Skipped
from cnn_desktop.domain.jobs.train import EpochDone, Planned, Trained
from cnn_desktop.domain.run import BEST, LAST
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.learning.training.fit import fit
from tests.learning.helpers import only, small, train, train_until, watch

Make = Callable[..., Path]


def test_the_head_phase_runs_on_features(photo_folder: Make, tmp_path: Path) -> None:
    config = small(
        photo_folder(3, 12), model="efficientnet_lite0", weights="auto", head_epochs=4, epochs=0, lr=3e-3,
        augmentation=Augmentation(flip=False), batch_size=8,
    )  # fmt: skip
    events = train(config, tmp_path / "run")
    trained = events[-1]
    assert isinstance(trained, Trained)
    assert trained.epochs == 4
    assert only(Progress, events)[-1].done > 0
    record = json.loads((tmp_path / "run/features.json").read_text())
    assert record["computed"] > 0
    again = train(config, tmp_path / "again")
    assert json.loads((tmp_path / "again/features.json").read_text()) == {**record, "computed": 0}
    figures = [(e.train_loss, e.val_loss, e.val_accuracy) for e in only(EpochDone, events)]
    assert figures == [(e.train_loss, e.val_loss, e.val_accuracy) for e in only(EpochDone, again)]
    # The same training with the backbone run on every photo in every epoch.
    slow = train(
        small(photo_folder(3, 12), **{**_settings(config), "feature_cache": False}), tmp_path / "slow"
    )  # fmt: skip
    assert not (tmp_path / "slow/features.json").exists()
    for one, other in zip(only(EpochDone, events), only(EpochDone, slow), strict=True):
        assert one.train_loss == pytest.approx(other.train_loss, abs=1e-4)
        assert one.val_loss == pytest.approx(other.val_loss, abs=1e-4)
    for file in (BEST, LAST):
        mine, others = load_file(tmp_path / "run" / file), load_file(tmp_path / "slow" / file)
        assert all(torch.allclose(mine[key].float(), others[key].float(), atol=1e-3) for key in mine), file


def _settings(config: object) -> dict[str, object]:
    names = ("model", "weights", "head_epochs", "epochs", "lr", "augmentation", "batch_size")
    return {name: getattr(config, name) for name in names}


def test_stopped_and_resumed_on_features_ends_as_if_never_stopped(photo_folder: Make, tmp_path: Path) -> None:
    config = small(
        photo_folder(2, 16), model="efficientnet_lite0", weights="auto", head_epochs=5, epochs=1, batch_size=5,
        schedule="cosine",
    )  # fmt: skip
    whole = train(config, tmp_path / "whole")
    for where, looks in {"reading": 4, "head": 35, "later head": 52, "full": 66}.items():
        parts = tmp_path / where
        before = only(EpochDone, train_until(config, parts, looks))
        resumed = train(config, parts, resume=True)
        assert [event.epoch for event in before + only(EpochDone, resumed)] == [1, 2, 3, 4, 5, 6], where
        for file in (LAST, BEST):
            one, other = load_file(tmp_path / "whole" / file), load_file(parts / file)
            assert all(torch.equal(one[key], other[key]) for key in one), (where, file)
        assert only(EpochDone, resumed)[-1].val_loss == only(EpochDone, whole)[-1].val_loss, where
        assert only(Trained, resumed)[0].best_epoch == only(Trained, whole)[0].best_epoch, where


def test_pause_holds_while_features_are_read(photo_folder: Make, tmp_path: Path) -> None:
    control, seen = Control(), []
    config = small(photo_folder(2, 30), model="efficientnet_lite0", weights="auto", head_epochs=2, epochs=0)

    def act(event: Event) -> None:
        seen.append(type(event))
        if isinstance(event, Progress) and Paused not in seen:
            control.pause()
        if isinstance(event, Paused):
            threading.Timer(0.2, control.resume).start()

    watch(config, tmp_path / "run", control, act)
    assert seen[seen.index(Paused) + 1] is Resumed
    assert seen[-1] is Trained


def test_bad_photos_are_told_once_in_a_head_phase(photo_folder: Make, tmp_path: Path) -> None:
    data = photo_folder(2, 10)
    config = small(data, model="efficientnet_lite0", weights="auto", head_epochs=2, epochs=1)
    first = train(config, tmp_path / "run")
    scan = load_snapshot(tmp_path / "run")
    bad = {scan.file(scan.of_split(split)[0]) for split in ("train", "val")}
    assert not only(Skipped, first)
    events = []
    for event in fit(config, tmp_path / "again", Control()):
        events.append(event)
        if isinstance(event, Planned):
            for file in bad:
                file.write_text("no photo")
    assert {event.path for event in only(Skipped, events)} == {str(file) for file in bad}
    assert len(only(Skipped, events)) == 2
    assert isinstance(events[-1], Trained)
