"""The trained network at work on one photo: its layers, what each of them makes of the photo, and the sum behind one number."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from cnn_desktop.domain.decoding import Count
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.message import Message

LayerKind = Literal[
    "input", "convolution", "pooling", "activation", "normalisation", "flatten", "linear", "softmax", "other"
]
"""In the words of the course; "other": additions, attention, dropout and the like."""


class ExploredLayer(msgspec.Struct, frozen=True):
    """One layer, in the order in which a photo passes through."""

    name: str
    """In the network, e.g. "layer1.0.conv1"; used again "relu (2)"; of what is no module the place and what happens there:
    "layer1.0.add", "flatten". "input" and "softmax" are the photo and the answer."""
    kind: LayerKind
    output: list[int]
    """Shape of what it makes of one photo: [C, H, W] has maps, [C] are bars; anything else has no picture."""
    kernel: list[int] = []
    """[height, width], of a convolution or of the window of a pooling."""
    stride: list[int] = []
    padding: list[int] = []
    """Rows above and columns to the left; below and to the right there may be one more ("same" padding)."""
    dilation: list[int] = []
    groups: int = 1
    inputs: int = 0
    """Channels that come in; of a linear layer: numbers."""
    has_kernels: bool = False
    """Its weights can be shown as pictures: of a convolution on few channels (the first one: in colour)."""
    takes_largest: bool = False
    """It is a pooling that keeps the largest number, not the mean."""
    sums: bool = False
    """`ShowSum` can tell how one of its numbers was made."""
    parameters: Count = 0


class LayersListed(Event, frozen=True):
    """The layers of the model of `run`."""

    run: str
    layers: list[ExploredLayer]
    image_size: int
    untrained: Message | None = None
    """What `ShowLayer.untrained` shows, as a clause: where its weights come from."""


class ListLayers(Job, frozen=True):
    """Asks for the layers of the model of `run`: one `LayersListed`."""

    events: ClassVar[tuple[type[Event], ...]] = (LayersListed,)
    step: ClassVar[Step] = "viewer"
    tells: ClassVar[bool] = False

    run: str
    device: str = "auto"


class LayerShown(Event, frozen=True):
    """What the layer makes of the photo (or its kernels), channel by channel."""

    path: str
    layer: str
    channels: tuple[int, ...]
    """Which of its channels come, in the order they lie in `file`."""
    total: Count
    """Channels it has."""
    file: str = ""
    """Maps [n, H, W], one byte a number, as `domain.pixel_file` lays them; "" where `values` has them."""
    lows: tuple[float, ...] = ()
    highs: tuple[float, ...] = ()
    """The numbers that 0 and 255 stand for in each map; in the kernels 128 is 0.

    Of kernels `channels` are the kernels, and each has as many maps as channels it looks at, one after the other: of the
    first convolution red, green, blue, on one scale. So `file` holds len(channels) · (inputs / groups) maps."""
    values: tuple[float, ...] = ()
    """Of a layer without maps, or with maps of one pixel: its numbers; of the largest layers the first 4,096. Of softmax the
    probabilities that the model answers, where it answers mirrored those of both ways round."""
    names: tuple[str, ...] = ()
    """Class of each number of the last layers."""


class ShowLayer(Job, frozen=True):
    """Asks what `layer` makes of the photo at `path`: one `LayerShown`, or `Skipped` when the photo cannot be read.

    Replaces what was asked for earlier. The maps come in the order of their channels, `count` from `start` on.
    """

    events: ClassVar[tuple[type[Event], ...]] = (LayerShown,)
    step: ClassVar[Step] = "viewer"
    urgent: ClassVar[bool] = True
    tells: ClassVar[bool] = False

    run: str
    path: str
    layer: str
    folder: str
    """In the cache: where the file goes. The newest few are kept there."""
    start: int = 0
    count: int = 64
    kernels: bool = False
    """Its weights instead."""
    untrained: bool = False
    """As it was before the training: the pretrained start weights where the run began from some that are on this
    computer, else newly drawn ones from the run's seed."""
    device: str = "auto"

    def replaces(self, earlier: Job) -> bool:
        return isinstance(earlier, ShowLayer) and (earlier.kernels, earlier.untrained) == (self.kernels, self.untrained)


class Window(msgspec.Struct, frozen=True):
    """One input channel's part in a number."""

    channel: int
    inputs: list[list[float]]
    """What the layer sees there, [kernel height][kernel width]; 0 in the padding. [] of a pooling over more than 4,096."""
    weights: list[list[float]] = []
    """The kernel of a convolution for this channel; [] for pooling."""
    sum: float = 0.0
    """Σ inputs · weights; of pooling: the result."""


class SumShown(Event, frozen=True):
    """How one number of a layer was made: output[i, j] = Σ input · kernel + bias; of pooling the winner or the mean."""

    path: str
    layer: str
    channel: int
    row: int
    column: int
    value: float
    """What the network itself has there."""
    windows: list[Window]
    """Of the input channels that add most to it, up or down, largest first; at most `ShowSum.most`. Of a linear layer each
    of its inputs is a channel of one number; of pooling the channel itself."""
    rest: float = 0.0
    """The sum of all other input channels."""
    others: Count = 0
    """How many those are."""
    bias: float = 0.0
    top: int = 0
    left: int = 0
    """Row and column in the layer's input where the window begins; negative in the padding."""
    steps: tuple[int, int] = (1, 1)
    """Rows and columns from one of the window's numbers to the next (dilation)."""
    input_size: tuple[int, ...] = ()
    """[H, W] of the layer's input."""
    winner: tuple[int, ...] = ()
    """[row, column] in the window, of max pooling."""


class ShowSum(Job, frozen=True):
    """Asks how the number at (`channel`, `row`, `column`) of `layer` was made: one `SumShown`. Replaces what was asked earlier."""

    events: ClassVar[tuple[type[Event], ...]] = (SumShown,)
    step: ClassVar[Step] = "viewer"
    urgent: ClassVar[bool] = True
    tells: ClassVar[bool] = False

    run: str
    path: str
    layer: str
    channel: int
    row: int = 0
    column: int = 0
    """Both 0 for a layer without maps."""
    most: int = 3
    untrained: bool = False
    device: str = "auto"

    def replaces(self, earlier: Job) -> bool:
        return isinstance(earlier, ShowSum)
