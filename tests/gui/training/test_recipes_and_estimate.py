"""What the recipes say before the click and how long a training is expected to take, as pure functions."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.recipe import CLOSING_EPOCHS, RECIPES
from cnn_desktop.gui.state.rates import Pace, key
from cnn_desktop.gui.training import estimate as guess
from cnn_desktop.gui.training.estimate import START_SECONDS, estimate
from cnn_desktop.gui.training.fields import idle_fields
from cnn_desktop.gui.training.recipes import NO_EPOCHS, RecipeView, recipe_view
from cnn_desktop.gui.training.view import view
from tests.gui.training.facts import CONFIG, facts

RECIPE = msgspec.structs.replace(CONFIG, head_epochs=None, epochs=None)


def choice(config: TrainConfig, pretrained: bool = True, photos: int = 1770, **rates: float) -> RecipeView:
    measured = {key(config, "cpu", phase): rate for phase, rate in rates.items()}
    return recipe_view(config, pretrained, photos, "cpu", measured, 2)


def test_each_recipe_says_its_time_before_the_click_and_the_chosen_one_what_it_does() -> None:
    shown = view(facts(config=RECIPE)).recipe
    assert [(row.name, row.time) for row in shown.rows] == [
        ("Quick", "23 s"), ("Balanced", "2 min"), ("Best", "16 min")
    ]  # fmt: skip
    assert (shown.chosen, shown.back) == ("balanced", "")
    assert "last stages" in shown.sentence
    sentences = {choice(msgspec.structs.replace(RECIPE, recipe=recipe)).sentence for recipe in RECIPES}
    assert len(sentences) == len(RECIPES)
    assert [row.time for row in choice(RECIPE, photos=0).rows] == ["", "", ""]


def test_the_times_of_the_recipes_are_measured_ones_where_there_are_some() -> None:
    times = [row.time for row in choice(RECIPE, head=177.0, stages=59.0, full=10.0).rows]
    # 6 s to start, 10 s for the one look, 30 s an epoch of the last stages, 177 s one of the whole network
    assert times == ["16 s", "4 min", "20 min"]


def test_own_epochs_stand_out_and_can_be_given_up() -> None:
    shown = choice(CONFIG)
    assert (shown.chosen, shown.back) == ("", "&Back to the recipe")
    assert [row.key for row in shown.rows] == ["quick", "balanced", "best"]
    assert {name for name, epochs in NO_EPOCHS.items() if epochs is None} == {"head_epochs", "stage_epochs", "epochs"}


@pytest.mark.parametrize(
    ("changes", "pretrained", "why"),
    [({}, False, "scratch"), ({"exact_course": True}, True, "course"), ({"feature_cache": False}, True, "at each photo once")],
)  # fmt: skip
def test_where_no_recipe_applies_one_sentence_says_so(changes: dict[str, Any], pretrained: bool, why: str) -> None:
    shown = choice(msgspec.structs.replace(RECIPE, **changes), pretrained)
    assert (shown.rows, shown.chosen, shown.back) == ([], "", "")
    assert why in shown.sentence
    assert choice(msgspec.structs.replace(CONFIG, **changes), pretrained).back == "&Back to the usual epochs"


def test_settings_that_change_nothing_are_greyed_unless_they_were_chosen() -> None:
    assert idle_fields(RECIPE, pretrained=True) == frozenset()
    assert idle_fields(CONFIG, pretrained=True) == {"stop_early"}
    assert {"learns", "stage_epochs", "head_epochs"} <= idle_fields(RECIPE, pretrained=False)
    assert "head_epochs" not in idle_fields(CONFIG, pretrained=False), "it was chosen, so it can be taken back"
    assert {"learns", "feature_cache"} <= idle_fields(msgspec.structs.replace(RECIPE, exact_course=True), True)


def test_what_learns_is_said_where_the_recipe_does_not_choose_it() -> None:
    for learns in ("head", "last_stage", "everything"):
        assert "Advanced" in choice(msgspec.structs.replace(RECIPE, learns=learns)).sentence


# Estimate


def test_the_estimate_counts_photos_epochs_and_the_start() -> None:
    config = msgspec.structs.replace(CONFIG, head_epochs=2, epochs=1, feature_cache=False)
    rates = {key(config, "cpu", "head"): 50.0, key(config, "cpu", "full"): 10.0}
    found = estimate(config, True, 100, "cpu", rates, 2)
    assert found.seconds == pytest.approx(START_SECONDS + 2 * 100 / 50 + 100 / 10)
    assert found.measured
    half = estimate(config, True, 100, "cpu", {key(config, "cpu", "head"): 50.0}, 2)
    assert not half.measured


def test_a_head_that_looks_once_costs_one_pass_however_many_epochs() -> None:
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
    from tests.gui.training.test_curves import done, planned

    def pace(*phases: str) -> dict[str, float]:
        told = Pace(CONFIG)
        told.hear(planned())
        for number, (phase, seconds) in enumerate(zip(phases, (9.0, 2.0, 2.0), strict=False), 1):
            told.hear(msgspec.structs.replace(done(number), phase=phase, seconds=seconds))
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
    from tests.gui.training.test_curves import done, planned

    pace.hear(planned())
    for epoch, seconds in ((1, 3.0), (2, 1.0), (3, 4.0)):
        pace.hear(msgspec.structs.replace(done(epoch), seconds=seconds))
    assert pace.rates() == {
        key(CONFIG, "cpu", "head"): 8 / 4.0,
        key(CONFIG, "cpu", "full"): 8 / 4.0,
    }
    whole = msgspec.structs.replace(CONFIG, feature_cache=False)
    pace = Pace(whole)
    for event in (planned(), done(1), done(2)):
        pace.hear(event)
    assert pace.rates() == {key(whole, "cpu", "head"): 8 * 2 / 2.0}
