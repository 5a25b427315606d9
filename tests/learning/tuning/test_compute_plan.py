"""The plan of a phase: chosen before its first step, kept with the run, taken again by a resumed training or by another one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import torch
from safetensors.torch import load_file

from cnn_desktop.domain.config import TrainConfig, save_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.events import Event, Noted, Warned
from cnn_desktop.domain.jobs.train import EpochDone, Trained, TrainProgress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.run import CHECKPOINT, CONFIG, LAST, PLAN
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.training.fit import fit
from cnn_desktop.learning.tuning import precision
from cnn_desktop.learning.tuning.compute_plan import ComputePlan, load_plans, save_plans
from tests.learning.helpers import only, small, train, train_until

Make = Callable[..., Path]


@pytest.fixture
def measures(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """This CPU has bfloat16; whether it is found to be faster."""
    monkeypatch.setattr("cnn_desktop.learning.tuning.device.cpu_has_bfloat16", lambda: True)

    def found(bfloat16: bool) -> None:
        monkeypatch.setattr(precision, "judge", lambda *_: precision.PrecisionChoice(bfloat16, say("because")))
        monkeypatch.setattr(precision, "measured_once", lambda facts, kind, measure: measure())

    return found


def staged(data: Path, **settings: object) -> TrainConfig:
    return small(
        data, model="efficientnet_lite0", weights="auto", head_epochs=1, stage_epochs=1, epochs=0, batch_size=32,
        image_size=64, precision="auto", learns="last_stage", **settings,
    )  # fmt: skip


def sentences(events: list[Event]) -> str:
    return " ".join(str(event) for event in only(Noted, events))


def as_before(config: TrainConfig, run: Path, plan: Path) -> list[Event]:
    return list(fit(config, run, Control(), plan=plan))


def same_weights(one: Path, other: Path) -> bool:
    first, second = load_file(one / LAST), load_file(other / LAST)
    return all(torch.equal(first[name], second[name]) for name in first)


def test_another_training_with_the_plan_computes_the_same(
    photo_folder: Make, tmp_path: Path, measures: Callable[[bool], None]
) -> None:
    config = staged(photo_folder(3, 60))
    measures(True)
    train(config, tmp_path / "first")
    plans = load_plans(tmp_path / "first")
    assert [plan.precision for plan in plans.values()] == ["float32", "bfloat16"]
    assert plans["head"].engine == plans["stages"].engine == "onnxruntime"
    assert plans["stages"].cut
    measures(False)
    told = as_before(config, tmp_path / "second", tmp_path / "first")
    assert load_plans(tmp_path / "second") == plans
    assert same_weights(tmp_path / "first", tmp_path / "second")
    assert "as in the earlier training run" in sentences(told)
    assert "Number format for this part" not in sentences(told)
    assert "does not cover every part" not in sentences(told)
    train(config, tmp_path / "measured")
    assert not same_weights(tmp_path / "first", tmp_path / "measured"), "without the plan it would be other numbers"
    again = as_before(config, tmp_path / "first", tmp_path / "first")
    assert isinstance(again[-1], Trained), "a run may be its own plan"


def test_a_plan_that_does_not_fit_is_refused_before_anything_is_written(photo_folder: Make, tmp_path: Path) -> None:
    config, run, other = small(photo_folder(2, 10)), tmp_path / "run", tmp_path / "other"
    with pytest.raises(DataError, match="contains no plan to follow"):
        as_before(config, run, other)
    save_plans({"full": ComputePlan("cuda", "bfloat16", 33)}, other)
    save_config(config, other / CONFIG)
    with pytest.raises(UsageError, match=r"is for cuda, but this training run uses cpu \(chosen by you\)"):
        as_before(config, run, other)
    (other / PLAN).write_text("{")
    with pytest.raises(DataError, match=r"plan.json is damaged"):
        as_before(config, run, other)
    save_plans({"full": ComputePlan("cpu", "float32", 33)}, other)
    save_config(msgspec.structs.replace(config, model="resnet18"), other / CONFIG)
    with pytest.raises(UsageError, match=r"is for ResNet-18\. Train that model"):
        as_before(config, run, other)
    assert not run.exists()


@pytest.mark.parametrize("layer", ["nowhere", "blocks.0", "blocks.5.0.conv_pw"])
def test_a_plan_with_a_cut_that_no_stage_begins_with_is_refused(layer: str, photo_folder: Make, tmp_path: Path) -> None:
    config = staged(photo_folder(2, 10))
    plans = {"head": ComputePlan("cpu", "float32", 9), "stages": ComputePlan("cpu", "float32", 9, cut=layer)}
    save_plans(plans, tmp_path / "other")
    save_config(config, tmp_path / "other" / CONFIG)
    with pytest.raises(DataError, match="not for EfficientNet-Lite0"):
        as_before(config, tmp_path / "run", tmp_path / "other")


def test_what_a_plan_lacks_is_found_out_and_told(photo_folder: Make, tmp_path: Path) -> None:
    config = small(photo_folder(2, 10))
    save_plans({"head": ComputePlan("cpu", "float32", 9)}, tmp_path / "other")
    save_config(config, tmp_path / "other" / CONFIG)
    told = as_before(config, tmp_path / "run", tmp_path / "other")
    assert sentences(told) == (
        "The earlier plan does not cover every part of this training run. The rest is worked out now."
    )
    assert load_plans(tmp_path / "run")["full"] == ComputePlan("cpu", "float32", 9)


def test_too_little_memory_is_noted_in_the_plan(
    photo_folder: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., Net] = build

    def hungry(*facts: object) -> Net:
        net = real(*facts)
        inner = net.module.forward
        net.module.forward = lambda photos: inner(photos if len(photos) <= 4 else torch.empty(1 << 55))
        return net

    monkeypatch.setattr("cnn_desktop.learning.training.fit.build", hungry)
    config, run = small(photo_folder(3, 10), epochs=2), tmp_path / "run"
    train_until(config, run, 2)
    assert load_plans(run)["full"].most == 4
    assert not only(Warned, train(config, run, resume=True)), "known from the plan"


def test_a_run_without_plans_goes_on_by_its_checkpoint(
    photo_folder: Make, tmp_path: Path, measures: Callable[[bool], None]
) -> None:
    config, run = small(photo_folder(3, 60), precision="auto", batch_size=32, epochs=2), tmp_path / "run"
    measures(True)
    whole = train(config, tmp_path / "whole")
    train_until(config, run, 11)
    (run / PLAN).unlink()
    saved = torch.load(run / CHECKPOINT, weights_only=True)
    saved["trainer"]["bfloat16"] = True
    torch.save(saved, run / CHECKPOINT)
    measures(False)
    resumed = train(config, run, resume=True)
    assert load_plans(run)["full"].precision == "bfloat16"
    assert same_weights(run, tmp_path / "whole")
    assert only(EpochDone, resumed)[-1].val_loss == only(EpochDone, whole)[-1].val_loss


def test_the_course_has_a_plan_of_its_own(photo_folder: Make, tmp_path: Path) -> None:
    config = small(photo_folder(2, 10), exact_course=True, precision="auto")
    train(config, tmp_path / "run")
    assert load_plans(tmp_path / "run") == {"full": ComputePlan("cpu", "float32", 8)}


def test_stop_is_heard_while_something_is_measured(
    photo_folder: Make, tmp_path: Path, measures: Callable[[bool], None]
) -> None:
    measures(True)
    data = photo_folder(3, 60)
    config = small(data, precision="auto", batch_size=32, epochs=2)
    events = train_until(config, tmp_path / "run", 3)
    assert not only(TrainProgress, events)
    assert not (tmp_path / "run" / PLAN).exists()
    assert isinstance(train(config, tmp_path / "run", resume=True)[-1], Trained)
    control = Control()
    control.stop()
    with pytest.raises(StopRequested):
        list(fit(staged(data), tmp_path / "cut", control))
