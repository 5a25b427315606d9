"""How one number of a layer was made, laid out to be read: the parts that add up to it, and how each of them came about. Pure."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.jobs.explore import ExploredLayer, SumShown
from cnn_desktop.gui.kit.words import QT_WORDS, tr


class Part(msgspec.Struct, frozen=True):
    """One of the numbers that are added."""

    words: str
    value: float
    figures: str
    is_total: bool = False


class Grid(msgspec.Struct, frozen=True):
    """What one channel gave: the window of its numbers, the kernel, and their sum."""

    title: str
    inputs: list[list[float]]
    weights: list[list[float]]
    """[]: of pooling."""
    figures: str
    winner: tuple[int, ...] = ()


class SumView(msgspec.Struct, frozen=True):
    """Everything the panel shows."""

    title: str
    words: str
    """How the number is made, in a sentence or two."""
    formula: str
    """The same in letters, as the course writes it."""
    parts: list[Part]
    grids: list[Grid]
    grids_title: str

    @property
    def spoken(self) -> str:
        """All of it, for screen readers."""
        return ". ".join(
            (self.title, self.words.rstrip("."), *(f"{part.words}: {part.figures}" for part in self.parts))
        )


def number(value: float) -> str:
    """With its sign, in as many digits as tell something."""
    if value and abs(value) < 0.005:
        return QT_WORDS.number(value, "+.4f")
    return QT_WORDS.number(value, "+.1f") if abs(value) >= 100 else QT_WORDS.number(value, "+.2f")


def view(told: SumShown, layer: ExploredLayer, of_photo: bool, input_names: tuple[str, ...] = ()) -> SumView:
    """`of_photo`: the layer sees the photo itself, so its channels are colours."""
    if layer.kind == "pooling":
        return _pooling(told)
    linear = layer.kind == "linear"
    windows = told.windows if told.others else sorted(told.windows, key=lambda window: window.channel)
    names = [_source(window.channel, of_photo, linear) for window in windows]
    parts = [
        Part(name, window.sum, number(window.sum)) for name, window in zip(names, windows, strict=True)
    ]  # fmt: skip
    if told.others:
        words = (
            tr("{n} other {n:number|numbers}", n=told.others) if linear else tr("{n} other {n:map|maps}", n=told.others)
        )
        parts.append(Part(words, told.rest, number(told.rest)))
    parts.append(Part(tr("Bias"), told.bias, number(told.bias)))
    parts.append(Part(tr("Result"), told.value, number(told.value), is_total=True))
    return SumView(
        title=_title(told, linear, input_names),
        words=_words(linear),
        formula="output = Σ input · weight + bias" if linear else "output[i, j] = Σ input · kernel + bias",
        parts=parts,
        grids=[
            Grid(name, window.inputs, window.weights, number(window.sum))
            for name, window in zip(names, windows, strict=True)
        ],
        grids_title=tr("Input × weight") if linear else tr("Input × kernel"),
    )


def _words(linear: bool) -> str:
    """What is done, and what the colours say."""
    how = (
        tr("All numbers before it, each times its learned weight, are added up. The bias is one more learned number.")
        if linear
        else tr("The window’s numbers, each times the kernel’s number at its place, are added up. The bias is one more learned number.")
    )  # fmt: skip
    return f"{how} {tr('Orange raises the result, blue lowers it.')}"


def _pooling(told: SumShown) -> SumView:
    count = sum(len(row) for window in told.windows[:1] for row in window.inputs)
    words = (
        tr("Only the largest of the {n} numbers is kept.", n=count)
        if told.winner
        else tr("The {n} numbers are averaged.", n=count)
    )
    return SumView(
        title=_title(told, False, ()),
        words=words,
        formula="output[i, j] = max(window)" if told.winner else "output[i, j] = mean(window)",
        parts=[Part(tr("Result"), told.value, number(told.value), is_total=True)],
        grids=[
            Grid(tr("Map {n}", n=window.channel + 1), window.inputs, [], number(window.sum), told.winner)
            for window in told.windows
        ],
        grids_title=tr("Window"),
    )


def _title(told: SumShown, linear: bool, names: tuple[str, ...]) -> str:
    if linear:
        return names[told.channel] if told.channel < len(names) else tr("Number {n}", n=told.channel + 1)
    return tr("Map {n}, row {row}, column {column}", n=told.channel + 1, row=told.row, column=told.column)


def _source(channel: int, of_photo: bool, linear: bool) -> str:
    if of_photo and channel < 3:
        return (tr("Red"), tr("Green"), tr("Blue"))[channel]
    return tr("Input {n}", n=channel + 1) if linear else tr("Map {n}", n=channel + 1)
