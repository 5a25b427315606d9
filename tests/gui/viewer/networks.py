"""Small networks as a child tells of them: layers, maps in real files, sums; and the page that is told."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.explore import (
    ExploredLayer,
    LayerShown,
    LayersListed,
    ShowLayer,
    ShowSum,
    SumShown,
    Window,
)
from cnn_desktop.domain.message import say
from cnn_desktop.domain.pixel_file import MapsHead, packed
from cnn_desktop.gui.viewer.network_page import NetworkPage
from tests.gui.connected import Connected

SMALL = [
    ExploredLayer("input", "input", [3, 8, 8]),
    ExploredLayer(
        "conv1", "convolution", [70, 8, 8], [3, 3], [1, 1], [1, 1], [1, 1], 1, 3, has_kernels=True, sums=True,
        parameters=1960,
    ),
    ExploredLayer("relu", "activation", [70, 8, 8]),
    ExploredLayer("pool", "pooling", [70, 4, 4], [2, 2], [2, 2], [0, 0], [1, 1], 1, 70, sums=True),
    ExploredLayer("attention", "other", [16, 70]),
    ExploredLayer("flatten", "flatten", [1120]),
    ExploredLayer("fc", "linear", [2], inputs=1120, sums=True, parameters=2242),
    ExploredLayer("softmax", "softmax", [2]),
]  # fmt: skip
CLASSES = ("glass", "metal")


def listed(layers: list[ExploredLayer] = SMALL) -> LayersListed:
    return LayersListed("run", layers, 8, say("newly drawn weights"))


def shown(job: ShowLayer, layers: list[ExploredLayer] = SMALL) -> LayerShown:
    """What a child answers: of map number c, the byte at (row, column) is c + row + column, 255 at (1, 2)."""
    layer = next(one for one in layers if one.name == job.layer)
    if len(layer.output) == 1:
        last = layer.kind in ("linear", "softmax")
        values = (0.25, 0.75) if last else tuple(place / 1000 - 0.5 for place in range(layer.output[0]))
        return LayerShown(job.path, job.layer, (), layer.output[0], values=values, names=CLASSES if last else ())
    channels = tuple(range(job.start, min(layer.output[0], job.start + job.count)))
    height, width, each = (3, 3, 3) if job.kernels else (*layer.output[1:], 1)
    pixels = bytes(
        255 if (row, column) == (1, 2) else (channel + row + column) % 250
        for channel in channels for _ in range(each) for row in range(height) for column in range(width)
    )  # fmt: skip
    folder = Path(job.folder)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{job.layer} {job.kernels} {job.untrained} {job.start}.maps"
    file.write_bytes(packed(MapsHead(len(channels) * each, height, width)) + pixels)
    ends = (-1.0,) * len(channels) * each, (1.0,) * len(channels) * each
    return LayerShown(job.path, job.layer, channels, layer.output[0], str(file), *ends)


def summed(job: ShowSum) -> SumShown:
    """Of a convolution on three colours; of the fully connected layer, two inputs and the rest; of pooling, a winner."""
    place = (job.path, job.layer, job.channel, job.row, job.column)
    if job.layer == "fc":
        windows = [Window(7, [[2.0]], [[0.5]], 1.0), Window(3, [[1.0]], [[-0.25]], -0.25)]
        return SumShown(*place, 0.7, windows, rest=0.05, others=1118, bias=-0.1)
    if job.layer == "pool":
        windows = [Window(job.channel, [[0.1, 0.2], [0.9, 0.3]], [], 0.9)]
        return SumShown(*place, 0.9, windows, top=2 * job.row, left=2 * job.column, input_size=(8, 8), winner=(1, 0))
    kernel = [[0.5] * 3] * 3
    windows = [Window(channel, [[float(channel)] * 3] * 3, kernel, 4.5 * channel) for channel in (2, 1, 0)]
    top, left = job.row - 1, job.column - 1
    return SumShown(*place, 13.6, windows, bias=0.1, top=top, left=left, input_size=(8, 8))


def page(it: Connected) -> NetworkPage:
    found = it.tab.network
    assert isinstance(found, NetworkPage)
    return found


def asked(it: Connected, kind: type[Job]) -> list[Job]:
    return [job for job in it.asker.asked if isinstance(job, kind)]


def place(it: Connected, kind: type[Job]) -> int:
    """Where the newest question of a kind is."""
    return max(at for at, job in enumerate(it.asker.asked) if isinstance(job, kind))


def answer(qtbot: QtBot, it: Connected, untrained: bool = False) -> None:
    """The newest question about a layer; waits until its maps are shown."""
    at = max(
        at for at, job in enumerate(it.asker.asked) if isinstance(job, ShowLayer) and job.untrained == untrained
    )  # fmt: skip
    job = it.asker.asked[at]
    assert isinstance(job, ShowLayer)
    it.asker.tell(at, shown(job))
    it.asker.end(at)
    side = page(it).sides[untrained]
    qtbot.waitUntil(lambda: side._shown is not None and side._shown.told.layer == job.layer and side._shown.wish.start == job.start and side._shown.wish.kernels == job.kernels)  # fmt: skip


def choose(it: Connected, layer: str) -> None:
    """As an arrow key does."""
    strip = page(it).strip
    row = next(at for at, one in enumerate(strip.rows) if one.layer == layer)
    strip.setCurrentIndex(strip.model().index(row, 0))


def sum_told(it: Connected) -> ShowSum:
    """Answers the newest question about a number."""
    at = place(it, ShowSum)
    job = it.asker.asked[at]
    assert isinstance(job, ShowSum)
    it.asker.tell(at, summed(job))
    it.asker.end(at)
    return job
