"""Layers in plain words, and the strip of them: stages, and only the layers that carry the way where there are many."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

from cnn_desktop.domain.jobs.explore import ExploredLayer, LayerKind
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.help_button import Topic

FEW = 40
"""A network of so many layers is shown whole."""
MAIN: frozenset[LayerKind] = frozenset(("input", "convolution", "pooling", "flatten", "linear", "softmax"))
Shape = Literal["maps", "numbers", "nothing"]
"""What can be shown of what a layer makes."""

_TOPICS: dict[LayerKind, Topic] = {
    "input": "photo_numbers", "convolution": "convolution", "pooling": "pooling", "activation": "activation",
    "normalisation": "normalisation", "flatten": "flatten", "linear": "fully_connected", "softmax": "softmax",
    "other": "other_layer",
}  # fmt: skip


class StripRow(msgspec.Struct, frozen=True):
    """A layer, or the heading of the layers below it."""

    title: str
    caption: str = ""
    layer: str = ""
    """Its name in the network; "": a heading."""
    kind: LayerKind = "other"
    size: float = 0.0
    """How large its maps are, 0..1 of the photo's; 0: it has none."""
    depth: float = 0.0
    """How many there are, 0..1 of the most."""

    @property
    def spoken(self) -> str:
        return f"{self.title}, {self.caption}" if self.caption else self.title


def topic(kind: LayerKind) -> Topic:
    """What is explained beside such a layer."""
    return _TOPICS[kind]


def shape(layer: ExploredLayer) -> Shape:
    """What can be shown of it: [C, H, W] are maps, [C] numbers, as are maps of one number each."""
    if layer.output[1:] == [1, 1]:
        return "numbers"
    return {3: "maps", 1: "numbers"}.get(len(layer.output), "nothing")  # type: ignore[return-value]


def many(layers: list[ExploredLayer]) -> bool:
    """There are so many that only some of them are shown unless all are wanted."""
    return len(layers) > FEW


def strip(layers: list[ExploredLayer], every: bool) -> list[StripRow]:
    """The rows, in the order in which a photo passes; a heading wherever the maps get another size."""
    most = max((layer.output[0] for layer in layers if shape(layer) == "maps"), default=1)
    side = max((layer.output[1] for layer in layers if shape(layer) == "maps"), default=1)
    rows: list[StripRow] = []
    last = ""
    for layer in layers:
        if not (every or layer.kind in MAIN or not many(layers)):
            continue
        size = layer.output[1:] if shape(layer) == "maps" else []
        if (stage := _stage(layer, size)) != last:
            rows.append(StripRow(stage))
            last = stage
        rows.append(
            StripRow(
                name(layer, short=True),
                brief(layer),
                layer.name,
                layer.kind,
                math.sqrt(size[0] / side) if size else 0.0,
                math.log1p(layer.output[0]) / math.log1p(most) if size else 0.0,
            )
        )
    return rows


def _stage(layer: ExploredLayer, size: list[int]) -> str:
    if size:
        return tr("Pictures of {width} × {height}", width=size[1], height=size[0])
    return tr("Numbers") if shape(layer) == "numbers" else tr("Without pictures")


def name(layer: ExploredLayer, short: bool = False) -> str:
    """ "Convolution 3×3"; `short`: for little room."""
    kernel = _kernel(layer)
    if layer.kind == "input":
        return tr("The photo")
    if layer.kind == "convolution":
        if _is_depthwise(layer):
            words = tr("Depthwise {kernel}", kernel=kernel)
            return words if short else tr("Depthwise convolution {kernel}", kernel=kernel)
        return tr("Convolution {kernel}", kernel=kernel)
    if layer.kind == "pooling":
        return tr("Global pooling") if _is_global(layer) else tr("Pooling {kernel}", kernel=kernel)
    names: dict[LayerKind, str] = {
        "activation": tr("Activation"), "normalisation": tr("Normalisation"), "flatten": tr("Flatten"),
        "linear": tr("Fully connected"), "softmax": tr("Softmax"),
    }  # fmt: skip
    return names.get(layer.kind) or tr("Other step ({name})", name=as_shown(layer.name.rpartition(".")[2]))


def brief(layer: ExploredLayer) -> str:
    """ "64 maps, 112×112"."""
    if shape(layer) == "maps":
        count, height, width = layer.output
        return tr("{n} {n:map|maps}, {width}×{height}", n=count, width=width, height=height)
    if shape(layer) == "numbers":
        return tr("{n} {n:number|numbers}", n=layer.output[0])
    return tr("no picture")


def told(layer: ExploredLayer) -> str:
    """A sentence or two on what it does to what it gets, with its figures."""
    parameters = tr("{n} {n:parameter|parameters}.", n=layer.parameters) if layer.parameters else ""
    return f"{_told(layer)} {parameters}".strip()


def _told(layer: ExploredLayer) -> str:
    maps = (layer.output or [0])[0]
    if shape(layer) == "nothing" and layer.kind != "other":
        return tr("Here it works on several rows of numbers at once, which have no picture.")
    if layer.kind == "convolution":
        return f"{_convolves(layer, maps)} {_steps(layer)}".strip()
    if layer.kind == "pooling" and not _is_global(layer):
        window = tr("{n} {n:map|maps}, made smaller by windows of {kernel} numbers.", n=maps, kernel=_kernel(layer))
        return f"{window} {_steps(layer)}".strip()
    if layer.kind == "pooling" and layer.takes_largest:
        return tr("Each map becomes one number: the largest of all its numbers.")
    told: dict[LayerKind, str] = {
        "input": tr("Red, green and blue as the network gets them: brought to one size and scale."),
        "pooling": tr("Each map becomes one number: the average of all its numbers."),
        "activation": tr("Every number by itself: mostly, what is below 0 becomes 0."),
        "normalisation": tr("Each map is shifted and stretched so that all have a common scale."),
        "flatten": tr("The numbers of all maps in one row: {n} of them.", n=maps),
        "linear": tr(
            "{n} {n:number|numbers}, each the sum of all {inputs} numbers before it times its own weights.",
            n=maps, inputs=layer.inputs,
        ),
        "softmax": tr("The scores as shares that add up to 100 %: the answer."),
        "other": tr("A step between the layers of the course, called {name} in this network.", name=as_shown(layer.name)),
    }  # fmt: skip
    return told[layer.kind]


def _convolves(layer: ExploredLayer, maps: int) -> str:
    kernel = _kernel(layer)
    if _is_depthwise(layer):
        return tr("{n} {n:map|maps}, each made from one map before it with a kernel of {kernel} numbers.", n=maps, kernel=kernel)  # fmt: skip
    sources = max(1, layer.inputs // max(1, layer.groups))
    return tr(
        "{n} {n:map|maps}, each made from {sources} {sources:map|maps} before it with {kernel} numbers for each.",
        n=maps, sources=sources, kernel=kernel,
    )  # fmt: skip


def _kernel(layer: ExploredLayer) -> str:
    return "×".join(map(str, layer.kernel))


def _steps(layer: ExploredLayer) -> str:
    step = max(layer.stride, default=1)
    if step < 2:
        return ""
    if layer.kind == "pooling":
        return tr("The windows lie {n} numbers apart.", n=step)
    return tr("The kernel moves {n} numbers at a time.", n=step)


def _is_depthwise(layer: ExploredLayer) -> bool:
    return layer.groups > 1 and layer.groups == layer.inputs


def _is_global(layer: ExploredLayer) -> bool:
    return not layer.kernel or layer.output[1:] == [1, 1] or len(layer.output) == 1
