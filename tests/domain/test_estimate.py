"""How long a training takes: guessed, measured, remembered, and what is left of one under way."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from cnn_desktop.domain import estimate as guess
from cnn_desktop.domain import places
from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.estimate import (
    START_SECONDS,
    Pace,
    PhotoTime,
    TimeLeft,
    estimate,
    key,
    load_rates,
    look_seconds,
    photo_costs,
    photo_times,
    remember,
)
from cnn_desktop.domain.jobs.train import EpochDone, Planned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.recipe import CLOSING_EPOCHS, RECIPES, Phase

CONFIG = TrainConfig(data="/photos", head_epochs=5, epochs=5)
RECIPE = msgspec.structs.replace(CONFIG, head_epochs=None, epochs=None)
PLANNED = Planned(
    run="r", model="m", device="cpu", device_reason=say(""), precision="float32", weights=say(""), classes=["a"],
    train_photos=8, val_photos=2, test_photos=2, head_epochs=2, epochs=2,
)  # fmt: skip


def done(epoch: int, seconds: float = 1.0, phase: Phase | None = None) -> EpochDone:
    return EpochDone(
        epoch=epoch, epochs=4, phase=phase or ("head" if epoch <= 2 else "full"), train_loss=0.4, train_accuracy=0.8,
        val_loss=0.5, val_accuracy=0.7, lr=0.001, seconds=seconds, images_per_second=10.0, best=True,
    )  # fmt: skip


def test_the_estimate_counts_photos_epochs_and_the_start() -> None:
    config = msgspec.structs.replace(CONFIG, head_epochs=2, epochs=1, feature_cache=False)
    rates = {key(config, "cpu", "head"): 50.0, key(config, "cpu", "full"): 10.0}
    found = estimate(config, True, 100, "cpu", rates, 2)
    assert found.seconds == pytest.approx(START_SECONDS + 2 * 100 / 50 + 100 / 10)
    assert found.measured
    half = estimate(config, True, 100, "cpu", {key(config, "cpu", "head"): 50.0}, 2)
    assert not half.measured


def test_a_head_that_passes_once_costs_one_pass_however_many_epochs() -> None:
    config = msgspec.structs.replace(CONFIG, head_epochs=10, epochs=0)
    rates = {key(config, "cpu", "head"): 50.0}
    assert estimate(config, True, 100, "cpu", rates, 2).seconds == pytest.approx(START_SECONDS + 100 / 50)
    guessed = estimate(config, True, 1000, "cpu", {}, 2)
    assert not guessed.measured
    slow = estimate(msgspec.structs.replace(config, feature_cache=False), True, 1000, "cpu", {}, 2)
    assert guessed.seconds < slow.seconds / 2
    varied = msgspec.structs.replace(config, augmentation=Augmentation(crop=True))
    assert estimate(varied, True, 1000, "cpu", {}, 2).seconds > guessed.seconds


def test_the_last_stages_cost_their_epochs_and_a_look_only_where_no_head_came_before() -> None:
    config = msgspec.structs.replace(CONFIG, head_epochs=3, stage_epochs=2, epochs=0)
    rates = {key(config, "cpu", "head"): 50.0, key(config, "cpu", "stages"): 20.0}
    found = estimate(config, True, 100, "cpu", rates, 2)
    assert found.seconds == pytest.approx(START_SECONDS + 100 / 50 + 2 * 100 / 20)
    assert found.measured
    alone = msgspec.structs.replace(config, head_epochs=0)
    guessed = estimate(alone, True, 1000, "cpu", {}, 2).seconds
    look = estimate(msgspec.structs.replace(CONFIG, head_epochs=1, epochs=0), True, 1000, "cpu", {}, 2).seconds
    once_more = estimate(msgspec.structs.replace(alone, stage_epochs=3), True, 1000, "cpu", {}, 2).seconds
    assert guessed == pytest.approx(look + 2 * (once_more - guessed), rel=0.02)
    slow = estimate(msgspec.structs.replace(alone, feature_cache=False), True, 1000, "cpu", {}, 2).seconds
    assert slow > 3 * guessed


def test_the_whole_network_is_reckoned_with_where_it_takes_little_time() -> None:
    rates = {key(RECIPE, "cpu", "head"): 50.0, key(RECIPE, "cpu", "stages"): 20.0}
    usual = START_SECONDS + 100 / 50 + RECIPES["balanced"].stages * 100 / 20
    slow = estimate(RECIPE, True, 100, "cpu", rates | {key(RECIPE, "cpu", "full"): 9.9}, 2)
    quick = estimate(RECIPE, True, 100, "cpu", rates | {key(RECIPE, "cpu", "full"): 10.1}, 2)
    assert slow.seconds == pytest.approx(usual)
    assert quick.seconds == pytest.approx(usual + CLOSING_EPOCHS * 100 / 10.1)


def test_the_pace_of_the_last_stages_leaves_the_look_at_the_photos_out() -> None:
    def pace(*phases: Phase) -> dict[str, float]:
        told = Pace(CONFIG)
        told.hear(PLANNED)
        for number, (phase, seconds) in enumerate(zip(phases, (9.0, 2.0, 2.0), strict=False), 1):
            told.hear(done(number, seconds, phase))
        return told.rates()

    assert pace("head", "stages", "stages") == {key(CONFIG, "cpu", "head"): 8 / 9, key(CONFIG, "cpu", "stages"): 4.0}
    assert pace("stages", "stages", "stages") == {key(CONFIG, "cpu", "stages"): 4.0}
    assert pace("stages") == {}, "one epoch with the look says nothing about the next"
    fewer = msgspec.structs.replace(CONFIG, learns="last_stage")
    assert key(fewer, "cpu", "stages") != key(CONFIG, "cpu", "stages"), "what learns makes the time"


@pytest.mark.parametrize("model", [row.name for row in ARCHITECTURES] + ["timm:convnext_tiny"])
def test_every_model_has_a_guess_that_behaves(model: str) -> None:
    config = msgspec.structs.replace(CONFIG, model=model, head_epochs=1, epochs=1)

    def seconds(device: str = "cpu", cores: int = 2, **changes: Any) -> float:
        return estimate(msgspec.structs.replace(config, **changes), True, 1000, device, {}, cores).seconds

    assert seconds(cores=8) < seconds()
    assert seconds("cuda") < seconds()
    assert seconds("cuda:1") == seconds("cuda")
    assert seconds(image_size=448) > 3 * (seconds() - START_SECONDS)
    assert seconds(exact_course=True, head_epochs=5) >= seconds(head_epochs=5)


def test_no_guess_is_quicker_than_photos_can_be_read() -> None:
    config = msgspec.structs.replace(CONFIG, model="mobilenet_v3_small", head_epochs=1, epochs=0, image_size=32)
    found = estimate(config, True, 6000, "cuda", {}, 1)
    assert found.seconds - START_SECONDS >= 6000 / guess._DECODING_LIMIT


def test_the_pace_of_a_training_is_photos_over_time_of_each_phase() -> None:
    pace = Pace(CONFIG)
    assert pace.rates() == {}
    pace.hear(PLANNED)
    for epoch, seconds in ((1, 3.0), (2, 1.0), (3, 4.0)):
        pace.hear(done(epoch, seconds))
    assert pace.rates() == {
        key(CONFIG, "cpu", "head"): 8 / 4.0,
        key(CONFIG, "cpu", "full"): 8 / 4.0,
    }
    whole = msgspec.structs.replace(CONFIG, feature_cache=False)
    pace = Pace(whole)
    for event in (PLANNED, done(1), done(2)):
        pace.hear(event)
    assert pace.rates() == {key(whole, "cpu", "head"): 8 * 2 / 2.0}


def test_measured_rates_are_remembered_and_of_one_look_the_slowest() -> None:
    head, full = key(CONFIG, "cpu", "head"), key(CONFIG, "cpu", "full")
    assert load_rates() == {}
    remember({head: 4.0, full: 2.0})
    remember({head: 99.0, full: 3.0})
    assert load_rates() == {head: 4.0, full: 3.0}, "the photos of the second had been looked at before"
    (places.settings_folder() / "rates.json").write_text("{")
    assert load_rates() == {}


def test_what_a_photo_takes_with_each_model() -> None:
    guessed = photo_times(CONFIG, ARCHITECTURES, "cpu", {}, 2)
    assert guessed.keys() == {row.name for row in ARCHITECTURES}
    assert not any(time.measured for time in guessed.values())
    small, large = guessed["efficientnet_lite0"].seconds, guessed["efficientnet_lite2"].seconds
    assert 1.5 * small < large < 3 * small, "at the size its weights are for"
    rates = {key(CONFIG.with_model("efficientnet_lite0"), "cpu", "head"): 0.5 / small}
    known = photo_times(CONFIG, ARCHITECTURES, "cpu", rates, 2)
    assert known["efficientnet_lite0"] == PhotoTime(pytest.approx(2 * small), True)
    assert known["efficientnet_lite2"] == PhotoTime(pytest.approx(2 * large), False), "as much off"
    scratch = msgspec.structs.replace(CONFIG, weights="none")
    assert photo_times(scratch, ARCHITECTURES, "cpu", {}, 2)["vgg16"].seconds > guessed["vgg16"].seconds
    assert look_seconds("efficientnet_lite0", "cpu") < look_seconds("efficientnet_lite2", "cpu")


# While it runs


def test_what_is_left_is_known_once_something_was_measured_and_off_as_much_as_that() -> None:
    costs = {"head": 1.0, "full": 3.0, "validate": 2.0}
    left = TimeLeft({"head": 100, "full": 50, "validate": 10}, costs)
    assert left.seconds() is None
    left.took("head", 40, 80.0)  # twice as slow as expected
    assert left.seconds() == pytest.approx(60 * 2 + 50 * 6 + 10 * 4)
    left.took("full", 25, 25.0)  # quicker
    assert left.seconds() == pytest.approx(60 * 2 + 25 * 1 + 10 * 2 * (2 + 1 / 3) / 2)
    left.took("features", 5, 1.0)
    left.took("head", 1000, 1000.0)
    assert left.seconds() < 60, "more than was expected is not less than nothing"  # type: ignore[operator]


def test_before_and_during_a_training_the_same_costs_are_expected() -> None:
    config = msgspec.structs.replace(CONFIG, head_epochs=0, epochs=3)
    rates = {key(config, "cpu", "full"): 10.0}
    for known in ({}, rates):
        cost = photo_costs(config, "cpu", known, 2)["full"]
        before = estimate(config, True, 100, "cpu", known, 2).seconds
        assert before == pytest.approx(START_SECONDS + 3 * 100 * cost)
    assert photo_costs(config, "cpu", rates, 2)["full"] == 0.1
