"""What the page on augmentation shows for which settings. Without Qt."""

from __future__ import annotations

import pytest

from cnn_desktop.domain.config import PRESETS, Augmentation, Preset, TrainConfig
from cnn_desktop.gui.dataset.augmentation_view import PRESET_NAMES, SWITCHES, augmentation_view


def config(augmentation: Augmentation, **settings: object) -> TrainConfig:
    return TrainConfig(data="", augmentation=augmentation, **settings)  # type: ignore[arg-type]


def test_every_preset_and_every_change_can_be_chosen() -> None:
    assert list(PRESET_NAMES) == list(PRESETS)
    assert {switch.field for switch in SWITCHES} == {*Augmentation.__struct_fields__}
    assert len({switch.key for switch in SWITCHES}) == len(SWITCHES)


def test_of_the_strong_changes_there_is_one_at_a_time() -> None:
    one, two = (switch for switch in SWITCHES if switch.field == "strong")
    mine = one.switched(Augmentation(jitter=True), True)
    assert (mine, one.is_on(mine), two.is_on(mine)) == (Augmentation(jitter=True, strong=True), True, False)
    other = two.switched(mine, True)
    assert (other.strong, one.is_on(other), two.is_on(other)) == ("randaugment", False, True)
    assert two.switched(other, False) == Augmentation(jitter=True)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_known_again(name: Preset) -> None:
    shown = augmentation_view(config(PRESETS[name], image_size=96))
    assert (shown.preset, shown.shown, shown.image_size) == (name, PRESETS[name], 96)
    others = [str(augmentation_view(config(other)).sentence) for other in PRESETS.values()]
    assert others.count(str(shown.sentence)) == 1


def test_a_mix_of_ones_own_is_no_preset() -> None:
    shown = augmentation_view(config(Augmentation(jitter=True)))
    assert (shown.preset, str(shown.sentence)) == (None, "Your own mix of the changes below.")


def test_what_the_plain_loop_leaves_out_is_said() -> None:
    shown = augmentation_view(config(PRESETS["strong"], exact_course=True))
    assert (shown.preset, shown.shown) == ("strong", PRESETS["course"])
    assert str(shown.sentence).startswith("The plain training loop only mirrors photos.")
    fine = augmentation_view(config(PRESETS["course"], exact_course=True))
    assert str(fine.sentence).startswith("Photos are mirrored")
