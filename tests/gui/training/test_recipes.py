"""What the recipes say before the click, as pure functions."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.estimate import key
from cnn_desktop.domain.recipe import RECIPES
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
    assert (shown.chosen, shown.back) == ("", "Bac&k to the recipe")
    assert [row.key for row in shown.rows] == ["quick", "balanced", "best"]
    assert {name for name, epochs in NO_EPOCHS.items() if epochs is None} == {"head_epochs", "stage_epochs", "epochs"}


@pytest.mark.parametrize(
    ("changes", "pretrained", "why"),
    [({}, False, "scratch"), ({"exact_course": True}, True, "training loop"), ({"feature_cache": False}, True, "at each photo once")],
)  # fmt: skip
def test_where_no_recipe_applies_one_sentence_says_so(changes: dict[str, Any], pretrained: bool, why: str) -> None:
    shown = choice(msgspec.structs.replace(RECIPE, **changes), pretrained)
    assert not shown.possible
    assert ([row.time for row in shown.rows], shown.chosen, shown.back) == (["–"] * 3, "", "")
    assert why in shown.sentence
    assert choice(msgspec.structs.replace(CONFIG, **changes), pretrained).back == "Bac&k to the default epochs"


def test_settings_that_change_nothing_are_greyed_unless_they_were_chosen() -> None:
    assert idle_fields(RECIPE, pretrained=True) == frozenset()
    assert idle_fields(CONFIG, pretrained=True) == {"stop_early"}
    assert {"learns", "stage_epochs", "head_epochs"} <= idle_fields(RECIPE, pretrained=False)
    assert "head_epochs" not in idle_fields(CONFIG, pretrained=False), "it was chosen, so it can be taken back"
    balanced = msgspec.structs.replace(RECIPE, balanced_sampling=True)
    assert idle_fields(balanced, pretrained=True) == {"class_weights"}
    assert not idle_fields(msgspec.structs.replace(balanced, class_weights=True), True), "so it can be taken back"
    assert {"learns", "feature_cache"} <= idle_fields(msgspec.structs.replace(RECIPE, exact_course=True), True)


def test_what_learns_is_said_where_the_recipe_does_not_choose_it() -> None:
    for learns in ("head", "last_stage", "everything"):
        assert "Advanced" in choice(msgspec.structs.replace(RECIPE, learns=learns)).sentence


def test_nonsense_in_a_field_leaves_the_times_standing() -> None:
    for changes in ({"image_size": 0}, {"batch_size": 0}, {"lr": 0.0}):
        assert len(choice(msgspec.structs.replace(RECIPE, **changes)).rows) == 3
