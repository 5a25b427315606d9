"""What the Model tab shows: the rows of the table, where each one's weights are, sizes in words. Pure, and without torch."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cnn_desktop.domain import places
from cnn_desktop.domain.catalog import ARCHITECTURES, Architecture, find_architecture
from cnn_desktop.domain.jobs.describe_model import LayerRow
from cnn_desktop.domain.message import Message, say

WeightsPlace = Literal["none", "bundled", "here", "ask"]
"""none: there are none; bundled: came with the app; here: on this computer; ask: to be imported or downloaded."""

# torchvision's own file names (torch.hub keeps them under that name): the start is enough, the hash varies by version
_TORCH_HUB = {
    "resnet18": "resnet18-",
    "resnet50": "resnet50-",
    "vgg16": "vgg16-",
    "efficientnet_b0": "efficientnet_b0_rwightman-",
    "mobilenet_v3_large": "mobilenet_v3_large-",
    "mobilenet_v3_small": "mobilenet_v3_small-",
}


@dataclass(frozen=True)
class ModelRow:
    """One line of the table."""

    architecture: Architecture
    weights: WeightsPlace

    @property
    def name(self) -> str:
        return self.architecture.name


def model_rows(weights: Mapping[str, WeightsPlace]) -> list[ModelRow]:
    """The catalogue with where each one's weights are."""
    return [ModelRow(row, weights.get(row.name, _unknown_place(row))) for row in ARCHITECTURES]


def row_of(name: str, weights: Mapping[str, WeightsPlace]) -> ModelRow | None:
    """The row of `name`, also of a `timm:NAME`; None when there is no such model."""
    architecture = find_architecture(name)
    return ModelRow(architecture, weights.get(name, _unknown_place(architecture))) if architecture else None


def _unknown_place(row: Architecture) -> WeightsPlace:
    if row.bundled:
        return "bundled"
    return "ask" if row.has_weights else "none"


def find_weights_places(weights_folder: Path, hub_folder: Path, names: Sequence[str]) -> dict[str, WeightsPlace]:
    """Where the weights of the models `names` are, found by file names alone, so that the window needs no torch.

    `weights_folder` is `places.weights_folder()`, `hub_folder` torch's own download folder, see `torch_hub_folder`.
    """
    found: dict[str, WeightsPlace] = {}
    downloaded = [file.name for file in hub_folder.glob("*.pth")] if hub_folder.is_dir() else []
    for name in names:
        row = find_architecture(name)
        if row is None:
            continue
        start = _TORCH_HUB.get(name)
        # a timm name has a colon, which Windows forbids in file names
        stems = {name, name.replace(":", "_"), name.replace(":", "-"), name.removeprefix("timm:")}
        if row.bundled:
            found[name] = "bundled"
        elif not row.has_weights:
            found[name] = "none"
        elif any((weights_folder / f"{stem}.safetensors").is_file() for stem in stems) or (
            start is not None and any(file.startswith(start) for file in downloaded)
        ):
            found[name] = "here"
        else:
            found[name] = "ask"
    return found


def weights_now(*more: str) -> dict[str, WeightsPlace]:
    """Where the weights of the catalogue's models, and of the models `more`, are on this computer now."""
    names = dict.fromkeys([*(row.name for row in ARCHITECTURES), *more])
    return find_weights_places(places.weights_folder(), torch_hub_folder(), tuple(names))


def torch_hub_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where torch keeps the weights it downloads (torch.hub.get_dir()/checkpoints), by its documented rules."""
    cache = environment.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    home = environment.get("TORCH_HOME") or str(Path(cache, "torch"))
    return Path(home, "hub", "checkpoints")


def parameters_text(parameters: int) -> Message:
    """ "4.7 million", or "not known yet" for a timm model that was not built."""
    if parameters <= 0:
        return say("–")
    if parameters >= 99_500_000:
        return say("{n} M", n=round(parameters / 1e6))
    if parameters >= 1_000_000:
        return say("{n:.1f} M", n=parameters / 1e6)
    return say("{n}", n=parameters)


def weights_text(row: ModelRow) -> Message:
    """Where the weights are, in a few words."""
    match row.weights:
        case "bundled":
            return say("Weights come with the app")
        case "here":
            return say("Weights are on this computer")
        case "none":
            return say("From scratch, without weights")
        case _:
            size = row.architecture.download_mb
            return say("Weights to get, {mb:.0f} MB", mb=size) if size else say("Weights to get")


def weights_short(row: ModelRow) -> Message:
    """The same in a word, beside a sign."""
    match row.weights:
        case "bundled":
            return say("Included")
        case "here":
            return say("Here")
        case "none":
            return say("None")
        case _:
            size = row.architecture.download_mb
            return say("{mb:.0f} MB", mb=size) if size else say("To get")


def start_note(row: ModelRow, from_scratch: bool) -> Message:
    """What the choice means for the training, in one sentence."""
    if row.weights == "none":
        return say("This network starts from nothing. It is here to learn with; expect it to need many photos.")
    if from_scratch:
        return say("Starts from nothing: needs many photos and much longer.")
    if row.weights == "ask":
        return say("Its pretrained weights are not on this computer yet: get them, or choose From scratch.")
    return say("Starts from what it learned on a million photos, so a few dozen of yours for each class are enough.")


def layer_shape(layer: LayerRow) -> str:
    """[64, 56, 56] → "64×56×56"."""
    return "×".join(str(side) for side in layer.output)


@dataclass(frozen=True)
class Block:
    """One block of SimpleCNN's drawing. `depth` and `side` are numbers of channels and pixels; side 1 is a vector."""

    title: Message
    shape: str
    depth: int
    side: int
    step: Message | None = None
    """What leads to the next block."""


def simple_cnn_blocks(classes: int, image_size: int = 224) -> tuple[Block, ...]:
    """The course's network as a photo passes through it (A1, `learning.models.SimpleCNN`)."""
    half, quarter = image_size // 2, image_size // 4
    return (
        Block(say("Photo"), f"3×{image_size}×{image_size}", 3, image_size, say("Convolution 3×3, ReLU, pooling")),
        Block(say("32 maps"), f"32×{half}×{half}", 32, half, say("Convolution 3×3, ReLU, pooling")),
        Block(say("64 maps"), f"64×{quarter}×{quarter}", 64, quarter, say("Fully connected, ReLU")),
        Block(say("Features"), "512", 512, 1, say("Fully connected")),
        Block(say("Classes"), str(classes), classes, 1),
    )


def find_timm(names: Sequence[str], words: str, limit: int = 200) -> list[str]:
    """The names that hold every one of `words`, those beginning with the first word first."""
    parts = words.lower().removeprefix("timm:").split()
    if not parts:
        return list(names[:limit])
    found = [name for name in names if all(part in name.lower() for part in parts)]
    return sorted(found, key=lambda name: (not name.lower().startswith(parts[0]), len(name), name))[:limit]
