"""The page "Inside the network" as a pure function of the facts: the strip, layers in words, what is looked at, equations."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.jobs.explore import ExploredLayer, LayerShown, ShowSum, SumShown, Window
from cnn_desktop.gui.kit.map_reader import Maps
from cnn_desktop.gui.viewer.exploration import Shown, Wish
from cnn_desktop.gui.viewer.layer_words import StripRow, brief, name, strip, told
from cnn_desktop.gui.viewer.network_view import (
    Facts,
    Looking,
    bar_rows,
    common_scale,
    map_text,
    numbers,
    ramp_of,
    spot,
    value_at,
    view,
    wish,
)
from cnn_desktop.gui.viewer.small_photo import window_of
from cnn_desktop.gui.viewer.sum_view import view as sum_view
from tests.gui.viewer.networks import SMALL, summed

SEEN = Facts(path="/photos/a.jpg", total=3, has_model=True, layers=SMALL)
CONV, POOL, ATTENTION, FC = SMALL[1], SMALL[3], SMALL[4], SMALL[6]


def facts(**changes: object) -> Facts:
    return msgspec.structs.replace(SEEN, **changes)


def titles(rows: list[StripRow]) -> list[str]:
    return [row.title for row in rows]


def test_without_a_model_or_a_photo_there_is_one_thing_to_do() -> None:
    assert (view(Facts()).begins, view(Facts()).text) == ("train", "No model yet")
    assert view(Facts(has_model=True)).begins == "open"
    failed = view(facts(layers=None, failure="The model file is gone."))
    assert (failed.page, failed.begins, failed.caption) == ("empty", "again", "The model file is gone.")
    waiting = view(facts(layers=None))
    assert (waiting.page, waiting.title) == ("waiting", "Loading the model…")
    assert view(SEEN).page == "network"


def test_a_photo_that_cannot_be_read_is_said_in_place_of_the_pictures() -> None:
    shown = view(facts(fault="it is empty."))
    assert shown.fault == "a.jpg cannot be shown. It is empty."
    assert shown.rows, "the layers are known all the same"


def test_the_strip_has_a_heading_wherever_the_pictures_get_another_size() -> None:
    assert titles(strip(SMALL, every=False)) == [
        "Pictures of 8 × 8", "The photo", "Convolution 3×3", "Activation", "Pictures of 4 × 4", "Pooling 2×2",
        "Without pictures", "Other step (attention)", "Numbers", "Flatten", "Fully connected", "Softmax",
    ]  # fmt: skip


def deep() -> list[ExploredLayer]:
    """60 layers: 20 times convolution, normalisation, activation."""
    layers = [SMALL[0]]
    for place in range(20):
        layers += [
            ExploredLayer(f"b{place}.conv", "convolution", [8, 8, 8], [1, 1], inputs=8),
            ExploredLayer(f"b{place}.bn", "normalisation", [8, 8, 8]),
            ExploredLayer(f"b{place}.relu", "activation", [8, 8, 8]),
        ]
    return layers


def test_of_a_long_network_the_small_steps_are_left_out_unless_they_are_wanted() -> None:
    shown = view(facts(layers=deep()))
    assert len(shown.rows) == 1 + 1 + 20
    assert shown.every == "Every step (61)"
    assert len(view(facts(layers=deep(), every=True)).rows) == 1 + 61
    assert view(SEEN).every == "", "a short one is shown whole"


def test_it_begins_at_the_first_convolution_and_stays_near_what_is_left_out() -> None:
    assert view(SEEN).looking.layer == "conv1"
    at = Looking("b3.relu", channel=2)
    assert view(facts(layers=deep(), looking=at, every=True)).looking == at
    assert view(facts(layers=deep(), looking=at)).looking == Looking("b3.conv")
    assert view(facts(looking=Looking("of another network"))).looking.layer == "conv1"


def test_layers_in_words() -> None:
    assert brief(CONV) == "70 maps, 8×8"
    assert told(CONV) == "70 maps, each made from 3 maps before it with 3×3 numbers for each. 1,960 parameters."
    assert told(POOL) == "70 maps, made smaller by windows of 2×2 numbers. The windows lie 2 numbers apart."
    depthwise = ExploredLayer("dw", "convolution", [8, 4, 4], [5, 5], groups=8, inputs=8)
    assert name(depthwise) == "Depthwise convolution 5×5"
    assert "one map before it" in told(depthwise)
    grouped = ExploredLayer("g", "convolution", [8, 4, 4], [3, 3], groups=2, inputs=8)
    assert "from 4 maps before it" in told(grouped)
    average = ExploredLayer("avgpool", "pooling", [512, 1, 1], [7, 7])
    assert name(average) == "Global pooling"
    assert brief(average) == "512 numbers"
    assert "the average" in told(average)
    assert "the largest" in told(ExploredLayer("amax", "pooling", [512], takes_largest=True))
    assert brief(ATTENTION) == "no picture"
    assert all(told(layer) for layer in SMALL)


def test_a_network_that_mostly_has_no_pictures_says_so() -> None:
    rows = [ExploredLayer(f"block{place}", "other", [50, 64]) for place in range(9)]
    assert "without feature maps" in view(facts(layers=[*SMALL[:2], *rows])).note
    assert view(SEEN).note == ""
    assert wish(Looking("attention"), ATTENTION) is None
    assert "no picture" in told(ExploredLayer("blocks.0.mlp.fc1", "linear", [197, 768], parameters=5))


def test_pages_of_maps_and_single_ones() -> None:
    looking = Looking("conv1")
    assert view(facts(looking=looking)).pager == "1–64 of 70"
    later = looking.turned(1, 70)
    assert (later.start, view(facts(looking=later)).pager) == (64, "65–70 of 70")
    assert later.turned(1, 70) == later
    assert later.turned(-1, 70) == looking
    one = looking.enlarged(63)
    assert view(facts(looking=one)).pager == "Map 64 of 70"
    assert one.turned(1, 70) == Looking("conv1", start=64, channel=64), "the next page comes with it"
    assert not view(facts(looking=looking.enlarged(69))).has_later
    assert one.at("pool") == Looking("pool")


def test_which_networks_are_shown() -> None:
    assert Looking().sides == (False,)
    assert Looking().in_time("before").sides == (True,)
    assert Looking().in_time("both").sides == (True, False)


def test_a_map_and_its_numbers() -> None:
    told = LayerShown("a.jpg", "conv1", (5, 6), 70, "f", (-1.0, 0.0), (1.0, 2.0))
    shown = Shown(Wish("conv1"), told, Maps(2, 1, 2, bytes([0, 255, 0, 51])), [None, None])  # type: ignore[list-item]
    assert map_text(shown, 1) == ("Map 7", "Map 7: from 0.00 to 2.00")
    assert (value_at(shown, 0, 0, 0), value_at(shown, 1, 0, 1)) == ("−1.00", "0.40")
    colours = shown._replace(wish=Wish("input", is_photo=True), told=msgspec.structs.replace(told, channels=(0, 2)))
    assert [map_text(colours, place)[0] for place in (0, 1)] == ["Red", "Blue"]
    kernel = LayerShown("a.jpg", "conv1", (5,), 70, "f", (-1.0,) * 3, (1.0,) * 3)
    one = Shown(Wish("conv1", kernels=True), kernel, Maps(3, 1, 1, bytes([0, 255, 255])), [None])  # type: ignore[list-item]
    assert value_at(one, 0, 0, 0) == "red −1.00, green 1.00, blue 1.00"


def test_numbers_as_bars() -> None:
    softmax = Shown(Wish("softmax"), LayerShown("a", "softmax", (), 2, values=(0.25, 0.75), names=("glass", "metal")))
    rows = bar_rows(softmax, SMALL[-1])
    assert rows is not None
    assert [(row.place, row.name, row.figures) for row in rows] == [
        (1, "metal", "75.0\u202f%"),
        (0, "glass", "25.0\u202f%"),
    ]
    few = Shown(Wish("flatten"), LayerShown("a", "flatten", (), 3, values=(0.1, 0.3, -0.2)))
    assert [row.place for row in bar_rows(few, SMALL[5]) or []] == [0, 1, 2]
    many = Shown(Wish("flatten"), LayerShown("a", "flatten", (), 500, values=(0.1,) * 500))
    assert bar_rows(many, SMALL[5]) is None
    hundred = Shown(Wish("fc"), LayerShown("a", "fc", (), 200, values=(0.1,) * 200, names=("x",) * 200))
    assert len(bar_rows(hundred, FC) or []) == 200


def test_maps_of_one_number_each_are_shown_as_numbers() -> None:
    average = ExploredLayer("avgpool", "pooling", [500, 1, 1], [7, 7], sums=True)
    asked = wish(Looking("avgpool"), average)
    assert asked is not None
    assert asked.most >= 500
    told = LayerShown("a", "avgpool", tuple(range(500)), 500, "f", (0.25,) * 500, (0.25,) * 500)
    assert numbers(Shown(asked, told)) == (0.25,) * 500
    assert spot(Looking("avgpool"), average, (7, 0), False) == ("avgpool", 7, 0, 0, False)


def test_what_is_asked_about_a_number() -> None:
    looking = Looking("conv1", channel=4)
    asked = spot(looking, CONV, (2, 3), untrained=True)
    assert asked == ("conv1", 4, 2, 3, True)
    assert spot(looking.showing(kernels=True), CONV, (2, 3), False) is None
    assert spot(Looking("relu", channel=4), SMALL[2], (2, 3), False) is None
    assert spot(Looking("fc"), FC, (1, 0), False) == ("fc", 1, 0, 0, False)


# Equations ------------------------------------------------------------------------------------------------------------


def job(layer: str, channel: int = 4, row: int = 2, column: int = 3) -> ShowSum:
    return ShowSum("run", "a.jpg", layer, channel, row, column)


def test_the_sum_of_a_convolution() -> None:
    shown = sum_view(summed(job("conv1")), CONV, of_photo=True)
    assert shown.title == "Map 5, row 2, column 3"
    assert shown.formula == "output[i, j] = Σ input · kernel + bias"
    assert [(part.words, part.figures) for part in shown.parts] == [
        ("Red", "+0.00"), ("Green", "+4.50"), ("Blue", "+9.00"), ("Bias", "+0.10"), ("Result", "+13.60"),
    ]  # fmt: skip
    assert sum(part.value for part in shown.parts[:-1]) == pytest.approx(shown.parts[-1].value)
    assert [grid.title for grid in shown.grids] == ["Red", "Green", "Blue"]
    assert "each times the kernel’s number at its place, are added up" in shown.words
    assert "are added up" in shown.spoken
    assert "Result: +13.60" in shown.spoken


def test_other_channels_are_told_together_and_the_largest_first() -> None:
    of_many = msgspec.structs.replace(summed(job("conv1")), others=61, rest=0.12)
    shown = sum_view(of_many, CONV, of_photo=False)
    assert [part.words for part in shown.parts] == ["Map 3", "Map 2", "Map 1", "61 other maps", "Bias", "Result"]
    assert shown.parts[3].figures == "+0.12"


def test_the_sum_of_a_fully_connected_layer() -> None:
    shown = sum_view(summed(job("fc", channel=1)), FC, False, ("glass", "metal"))
    assert shown.title == "metal"
    assert [part.words for part in shown.parts] == ["Input 8", "Input 4", "1,118 other numbers", "Bias", "Result"]
    assert "each times its learned weight" in shown.words
    assert sum_view(summed(job("fc", channel=1)), FC, False).title == "Number 2"


def test_pooling_has_a_winner_or_a_mean() -> None:
    shown = sum_view(summed(job("pool")), POOL, False)
    assert (shown.formula, shown.grids[0].winner) == ("output[i, j] = max(window)", (1, 0))
    assert shown.words == "Only the largest of the 4 numbers is kept."
    mean = msgspec.structs.replace(summed(job("pool")), winner=())
    assert sum_view(mean, POOL, False).formula == "output[i, j] = mean(window)"
    assert sum_view(mean, POOL, False).words == "The 4 numbers are averaged."


def test_two_networks_share_one_scale() -> None:
    def side(*values: float) -> Shown:
        return Shown(Wish("fc"), LayerShown("a.jpg", "fc", (), len(values), values=values))

    assert common_scale([side(0.5, -0.25), side(2.0, 1.0), None], Looking("fc")) == (-0.25, 2.0)
    assert common_scale([side(3.0, 1.0)], Looking("fc")) == (0.0, 3.0), "bars begin at 0"
    assert common_scale([], Looking("fc")) == (0.0, 0.0)
    maps = [
        Shown(Wish("conv1"), LayerShown("a.jpg", "conv1", (5, 6), 70, "f", lows, highs))
        for lows, highs in (((-1.0, 1.0), (1.0, 2.0)), ((0.0, 1.5), (9.0, 4.0)))
    ]
    assert common_scale(maps, Looking("conv1", channel=6)) == (1.0, 4.0)
    assert common_scale(maps[:1], Looking("conv1", channel=6)) == (1.0, 2.0)
    ramp = ramp_of(range(256), (1.0, 2.0), (1.0, 4.0))
    assert (ramp[0], ramp[255]) == (0, 85), "a third of the way up"
    assert ramp_of(range(256), (1.0, 4.0), (1.0, 4.0)) == list(range(256))


def test_the_maps_of_both_need_the_room_of_the_explanation() -> None:
    def wants(looking: Looking) -> bool:
        return view(facts(layers=SMALL, looking=looking)).wants_room

    assert wants(Looking("conv1", when="both"))
    assert not wants(Looking("conv1"))
    assert not wants(Looking("conv1", channel=1, when="both")), "the sum stands there"
    assert not wants(Looking("fc", when="both"))


def test_small_numbers_keep_digits_that_tell_something() -> None:
    tiny = SumShown("a", "conv1", 0, 0, 0, 0.00012, [Window(0, [[1.0]], [[0.00012]], 0.00012)])
    assert sum_view(tiny, CONV, False).parts[0].figures == "+0.0001"


def test_the_window_lies_in_the_photo_also_at_its_edge() -> None:
    inside = window_of(summed(job("conv1")))
    assert inside is not None
    assert (inside.left(), inside.top(), inside.width(), inside.height()) == (2 / 8, 1 / 8, 3 / 8, 3 / 8)
    corner = window_of(summed(job("conv1", row=0, column=0)))
    assert corner is not None
    assert (corner.left(), corner.top(), corner.right(), corner.bottom()) == (0, 0, 2 / 8, 2 / 8)
    dilated = window_of(msgspec.structs.replace(summed(job("conv1")), steps=(2, 2)))
    assert dilated is not None
    assert dilated.width() == 5 / 8
    assert window_of(summed(job("fc"))) is None
