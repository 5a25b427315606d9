"""Quick, Balanced, Best: what each does, in words, and how long it takes on this computer. Pure."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cnn_desktop.domain.catalog import find_architecture
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.estimate import estimate
from cnn_desktop.domain.message import duration
from cnn_desktop.domain.recipe import RECIPES, Recipe
from cnn_desktop.gui.kit.words import QT_WORDS, tr


class RecipeRow(msgspec.Struct, frozen=True):
    """One of the three."""

    key: Recipe
    name: str
    time: str
    """It takes on this computer, "" while there are no photos."""


class RecipeView(msgspec.Struct, frozen=True):
    """What the choice of a recipe shows."""

    rows: list[RecipeRow]
    chosen: str
    """A row's key; "" while the person has chosen epochs."""
    sentence: str
    """What the chosen one does, or why there is none."""
    back: str
    """Words of the button that gives up the person's own epochs, "" without."""
    possible: bool = True
    """A recipe can be chosen; otherwise they stand there, greyed and without their times."""


_NO_TIME = "–"
NO_EPOCHS: Mapping[str, None] = {"head_epochs": None, "stage_epochs": None, "epochs": None}
"""The changes that leave all epochs to the recipe."""


def recipe_view(
    config: TrainConfig, pretrained: bool, photos: int, device: str, rates: Mapping[str, float], cores: int
) -> RecipeView:
    """The choice for these settings."""
    own, names = config.has_own_epochs, _names()
    if not pretrained or config.exact_course or not config.feature_cache:
        back = tr("Bac&k to the default epochs") if own else ""
        rows = [RecipeRow(key, name, _NO_TIME if photos else "") for key, name in names.items()]
        return RecipeView(rows, "", _no_recipe(config, pretrained), back, possible=False)
    rows = []
    for key in RECIPES:
        asked = msgspec.structs.replace(config, recipe=key, head_epochs=None, stage_epochs=None, epochs=None)
        expected = estimate(asked, pretrained, photos, device, rates, cores)
        rows.append(RecipeRow(key, names[key], duration(expected.seconds).render(QT_WORDS) if photos else ""))
    if own:
        return RecipeView(rows, "", _own(), tr("Bac&k to the recipe"))
    return RecipeView(rows, config.recipe, _sentence(config), "")


def how_long(config: TrainConfig) -> str:
    """The recipe of a training, or how many epochs it was asked for."""
    architecture = find_architecture(config.model)
    pretrained = config.weights != "none" and architecture is not None and architecture.has_weights
    if config.has_own_epochs or not pretrained or config.exact_course or not config.feature_cache:
        return tr("{n} {n:epoch|epochs}", n=sum(config.epoch_plan(pretrained)))
    return _names()[config.recipe]


def every_sentence() -> list[str]:
    """Whatever `RecipeView.sentence` may be: the longest sets the room that is kept for it."""
    config = TrainConfig(data="")
    shown: list[dict[str, object]] = [{"recipe": key} for key in RECIPES]
    shown += [{"learns": "head"}, {"learns": "everything"}]
    none: list[tuple[dict[str, object], bool]] = [({}, False), ({"exact_course": True}, True), ({}, True)]
    return [
        _own(),
        *(_sentence(msgspec.structs.replace(config, **changes)) for changes in shown),
        *(_no_recipe(msgspec.structs.replace(config, **changes), pretrained) for changes, pretrained in none),
    ]


def _own() -> str:
    return tr("You have set the epochs yourself.")


def _names() -> dict[Recipe, str]:
    return {"quick": tr("Quick"), "balanced": tr("Balanced"), "best": tr("Best")}


def _sentence(config: TrainConfig) -> str:
    if config.learns == "head":
        return tr("Under Advanced, you chose to train only the new last layer, so all three recipes do the same.")
    if config.learns != "auto":
        return tr("You chose the layers to train under Advanced. The recipe only sets how long they train.")
    return {
        "quick": tr("Only the new last layer learns. Good for a first try."),
        "balanced": tr("The last stages of the network learn too. The right choice for most photos."),
        "best": tr("The last stages learn for longer, then the whole network. Sometimes a little better."),
    }[config.recipe]


def _no_recipe(config: TrainConfig, pretrained: bool) -> str:
    if not pretrained:
        return tr("When training from scratch, the whole network always learns. Recipes are for pretrained networks.")
    if config.exact_course:
        return tr("The plain training loop follows its own plan, so there are no recipes to choose from.")
    return tr("To use recipes, switch on “Look at each photo once” under Advanced.")
