"""What is said of what is called unknown: the cost of a setting, in words that add up."""

from __future__ import annotations

from cnn_desktop.domain.unknown import CheckedPhoto, UnknownSetting, Yardstick
from cnn_desktop.gui.viewer.unknown_view import setting_view

PHOTOS = Yardstick([CheckedPhoto(place / 100, 1 - place / 100) for place in range(40)])
"""The farther from the training photos, the less sure."""


def test_the_cost_adds_up() -> None:
    far = setting_view(UnknownSetting(0.1), PHOTOS)
    assert far.cost.startswith("Of your 40 validation photos, 4 would be called unknown: 4 as too unlike")
    assert "both" not in far.cost
    both = setting_view(UnknownSetting(0.1, 0.7), PHOTOS)
    assert "9 would be called unknown: 4 as too unlike the training photos, 9 as too unsure." in both.cost
    assert both.cost.endswith("4 of them for both reasons.")


def test_only_what_so_few_photos_can_tell_is_offered_beside_what_was_chosen() -> None:
    shown = setting_view(UnknownSetting(0.05), PHOTOS)
    assert [choice.rate for choice in shown.choices] == [0.0, 0.05, 0.1]
    assert shown.choices[shown.place].rate == 0.05
    assert "40" in shown.note
    unknown = setting_view(UnknownSetting(0.01), None)
    assert unknown.cost == ""
    assert [choice.rate for choice in unknown.choices] == [0.0, 0.01, 0.02, 0.05, 0.1]
