"""What the page on augmentation shows for which settings. Without Qt."""

from __future__ import annotations

import pytest

from cnn_desktop.domain.config import PRESETS, Augmentation, Preset, TrainConfig
from cnn_desktop.gui.dataset.augmentation_view import PRESET_NAMES, SWITCHES, augmentation_view


def config(augmentation: Augmentation, **settings: object) -> TrainConfig:
    return TrainConfig(data="", augmentation=augmentation, **settings)  # type: ignore[arg-type]


def test_every_preset_and_every_change_can_be_chosen() -> None:
    assert list(PRESET_NAMES) == list(PRESETS)
    assert tuple(switch.field for switch in SWITCHES) == Augmentation.__struct_fields__


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
