"""The sum told for a number is the number that torch has there, whatever stride, padding, dilation, groups or pooling."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from timm.layers import AvgPool2dSame, Conv2dSame, SelectAdaptivePool2d, StdConv2d
from timm.layers.pool2d_same import MaxPool2dSame
from torch import nn

from cnn_desktop.learning.explain.passing import Step
from cnn_desktop.learning.explain.sums import Added, Place, can_be_told, how_made

QUICK = settings(max_examples=25)


def used(layer: nn.Module, inputs: torch.Tensor) -> tuple[Step, np.ndarray]:
    """The step that `layer` is for `inputs`, [C, H, W] or [C]; and its output."""
    with torch.no_grad():
        output = layer.eval()(inputs[None])[0]
    return Step("layer", "other", layer, tuple(inputs.shape), tuple(output.shape), 0, False), output.numpy()


def total(made: Added) -> float:
    return sum(window.sum for window in made.windows) + made.rest + made.bias


def check(layer: nn.Module, inputs: torch.Tensor, most: int = 2) -> list[Added]:
    """At places all over the output, the corners among them: the sum is torch's number."""
    step, output = used(layer, inputs)
    assert can_be_told(step)
    scale, found = max(np.abs(output).max(), 1.0), []
    places = list(np.ndindex((*output.shape, 1, 1)[:3]))
    for place in {*places[:: max(1, len(places) // 9)], places[-1]}:
        made = how_made(step, inputs.numpy(), Place(*place), most)
        value = output[place[: output.ndim]]
        assert abs(total(made) - value) <= 1e-5 * scale, (layer, place)
        for window in made.windows:
            if window.weights:
                assert np.sum(np.array(window.inputs) * window.weights) == pytest.approx(window.sum, rel=1e-9, abs=1e-9)
        assert len(made.windows) == min(most, len(made.windows) + made.others)
        found.append(made)
    return found


def drawn(sizes: Sequence[int], seed: int) -> torch.Tensor:
    return torch.randn(*sizes, generator=torch.Generator().manual_seed(seed))


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@QUICK
@given(
    kernel=st.tuples(st.integers(1, 3), st.integers(1, 3)), stride=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    padding=st.one_of(st.just("same"), st.just("valid"), st.tuples(st.integers(0, 2), st.integers(0, 2))),
    dilation=st.tuples(st.integers(1, 2), st.integers(1, 2)), groups=st.sampled_from([1, 2]),
    mode=st.sampled_from(["zeros", "reflect", "replicate", "circular"]), bias=st.booleans(),
    size=st.tuples(st.integers(5, 6), st.integers(5, 7)), seed=st.integers(0, 99),
)  # fmt: skip
def test_convolutions(
    kernel: tuple[int, int], stride: tuple[int, int], padding: str | tuple[int, int], dilation: tuple[int, int],
    groups: int, mode: str, bias: bool, size: tuple[int, int], seed: int,
) -> None:  # fmt: skip
    assume(padding != "same" or stride == (1, 1))
    torch.manual_seed(seed)
    layer = nn.Conv2d(
        2, 2, kernel, stride, padding, dilation, groups, bias, padding_mode=mode  # type: ignore[arg-type]
    )  # fmt: skip
    check(layer, drawn((2, *size), seed))


@QUICK
@given(
    kernel=st.integers(1, 5), stride=st.integers(1, 3), dilation=st.integers(1, 2), groups=st.sampled_from([1, 2]),
    size=st.tuples(st.integers(4, 6), st.integers(4, 7)), seed=st.integers(0, 99),
)  # fmt: skip
def test_convolutions_padded_as_tensorflow_does(
    kernel: int, stride: int, dilation: int, groups: int, size: tuple[int, int], seed: int
) -> None:
    torch.manual_seed(seed)
    check(Conv2dSame(2, 2, kernel, stride, 0, dilation, groups), drawn((2, *size), seed))


@QUICK
@given(
    kernel=st.integers(2, 3), stride=st.integers(1, 3), padding=st.integers(0, 1), dilation=st.integers(1, 2),
    ceil=st.booleans(), size=st.tuples(st.integers(5, 6), st.integers(5, 7)), seed=st.integers(0, 99),
)  # fmt: skip
def test_the_winner_of_max_pooling(
    kernel: int, stride: int, padding: int, dilation: int, ceil: bool, size: tuple[int, int], seed: int
) -> None:
    inputs = drawn((2, *size), seed) - 3  # all below what padding with zeros would give
    for made in check(nn.MaxPool2d(kernel, stride, padding, dilation, ceil_mode=ceil), inputs):
        (window,) = made.windows
        assert made.winner
        assert window.inputs[made.winner[0]][made.winner[1]] == window.sum
        assert made.axes is not None
        row, column = (axis.first + axis.step * at for axis, at in zip(made.axes, made.winner, strict=True))
        assert float(inputs[window.channel, row, column]) == window.sum


@QUICK
@given(
    kernel=st.integers(1, 4), stride=st.integers(1, 3), padding=st.integers(0, 1), ceil=st.booleans(),
    counts=st.booleans(), divisor=st.sampled_from([None, 5]), size=st.tuples(st.integers(5, 6), st.integers(5, 7)),
    seed=st.integers(0, 99),
)  # fmt: skip
def test_means(
    kernel: int,
    stride: int,
    padding: int,
    ceil: bool,
    counts: bool,
    divisor: int | None,
    size: tuple[int, int],
    seed: int,
) -> None:
    assume(padding <= kernel // 2)
    check(nn.AvgPool2d(kernel, stride, padding, ceil, counts, divisor), drawn((2, *size), seed))


@pytest.mark.parametrize(
    "layer",
    [
        nn.AdaptiveAvgPool2d(1), nn.AdaptiveAvgPool2d((3, 2)), nn.AdaptiveAvgPool2d((7, 9)), nn.AdaptiveMaxPool2d(3),
        AvgPool2dSame(3, 2), AvgPool2dSame(2, 2, count_include_pad=False), MaxPool2dSame(3, 2),
        SelectAdaptivePool2d(pool_type="fast").pool, SelectAdaptivePool2d(pool_type="fastmax", flatten=True).pool,
        SelectAdaptivePool2d(pool_type="avg").pool, SelectAdaptivePool2d(pool_type="fast", flatten=True).pool,
    ],
    ids=lambda layer: type(layer).__name__,
)  # fmt: skip
def test_other_poolings(layer: nn.Module) -> None:
    check(layer, drawn((3, 7, 9), 1) - 2)


def test_linear_layers_tell_what_weighs_most() -> None:
    torch.manual_seed(1)
    layer, inputs = nn.Linear(50, 4), drawn((50,), 2)
    check(layer, inputs)
    for channel in range(4):
        made = how_made(used(layer, inputs)[0], inputs.numpy(), Place(channel), most=5)
        parts = (layer.weight[channel] * inputs).detach().numpy()
        assert [window.channel for window in made.windows] == np.argsort(-np.abs(parts))[:5].tolist()
        assert made.others == 45


def test_a_large_window_tells_only_its_mean() -> None:
    (made, *_) = check(nn.AdaptiveAvgPool2d(1), drawn((2, 70, 70), 3))
    assert made.windows[0].inputs == []


class Halved(nn.Conv2d):
    def forward(self, input: torch.Tensor) -> torch.Tensor:
        return super().forward(input) / 2


@pytest.mark.parametrize(
    "layer", [Halved(2, 2, 1), StdConv2d(2, 2, 3), nn.Conv1d(7, 2, 1), nn.ReLU(), nn.LPPool2d(2, 2)]
)
def test_what_computes_otherwise_is_not_told_wrongly(layer: nn.Module) -> None:
    inputs = drawn((7, 9), 1) if isinstance(layer, nn.Conv1d) else drawn((2, 7, 9), 1)
    step, _ = used(layer, inputs)
    assert not can_be_told(step)
