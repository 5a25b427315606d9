"""Runs to explain that nobody had to train, maps as the window reads them, and photos with something in them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import torch
from PIL import Image
from torch import nn

from cnn_desktop.domain.config import TrainConfig, save_config
from cnn_desktop.domain.pixel_file import MapsHead, open_pixels
from cnn_desktop.domain.run import BEST, CONFIG, ModelFacts, save_model_facts
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.models.tensor_files import save_tensors
from cnn_desktop.learning.models.weights import find_weights, load_weights

NAMES = ["cardboard", "glass", "metal", "paper", "plastic", "trash"]


class ChannelsLast(nn.Module):
    """Keeps its maps as [1, H, W, C] after the first convolution, as ConvNeXt and Swin do."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.norm, self.act = nn.Conv2d(3, 5, 2, 2), nn.LayerNorm(5), nn.GELU()
        self.head = nn.Linear(5, 2)

    def body(self, photos: torch.Tensor) -> torch.Tensor:
        maps: torch.Tensor = self.act(self.norm(self.conv(photos).permute(0, 2, 3, 1)))
        return maps

    def forward(self, photos: torch.Tensor) -> torch.Tensor:
        maps = self.body(photos)
        logits: torch.Tensor = self.head((maps + maps).mean((1, 2)))
        return logits


def lay_run(
    run: Path, model: str, image_size: int = 64, weights: str = "none", mirrored: bool = False, seed: int = 3
) -> Path:
    """The run of a training of `model` that nobody has done: its head, or all of it, is as it was drawn from `seed`.

    So that layers differ from their start, everything that learns is then moved a little.
    """
    found = find_weights(model, weights)
    torch.manual_seed(seed)
    net = build(model, len(NAMES), image_size, load_weights(found, image_size) if found else None)
    _calm(net)
    facts = facts_of(model, net, str(found.source) if found else "none: from scratch", mirrored)
    run.mkdir(parents=True)
    save_tensors(net.module.state_dict(), run / BEST, as_json(facts).decode())
    save_model_facts(facts, run)
    save_config(TrainConfig(data="", model=model, image_size=image_size, weights=weights, seed=seed), run / CONFIG)
    return run


def facts_of(model: str, net: Net, weights: str = "", mirrored: bool = False) -> ModelFacts:
    return ModelFacts(
        model=model, classes=NAMES, preprocess=msgspec.to_builtins(net.preprocess), device="cpu", weights=weights,
        best_epoch=1, val_accuracy=0.5, mirrored=mirrored,
    )  # fmt: skip


def _calm(net: Net) -> None:
    """Gives BatchNorm statistics of something, so that a deep network's numbers neither vanish nor explode."""
    size = net.preprocess.image_size
    generator = torch.Generator().manual_seed(0)
    net.module.train()
    with torch.no_grad():
        for parameter in net.module.parameters():
            parameter.mul_(1 + 0.05 * torch.randn(parameter.shape, generator=generator))
        if net.has_batch_norm:
            for _ in range(3):
                net.module(torch.randn(4, 3, size, size, generator=generator))
    net.module.eval()


def draw(path: Path, seed: int = 0, size: tuple[int, int] = (96, 80)) -> Path:
    """A photo with large and small shapes."""
    rng = np.random.default_rng(seed)
    coarse = Image.fromarray(rng.integers(0, 256, (6, 7, 3), np.uint8)).resize(size, Image.Resampling.BICUBIC)
    pixels = np.clip(np.asarray(coarse, np.int16) + rng.integers(-20, 21, (size[1], size[0], 3)), 0, 255)
    Image.fromarray(pixels.astype(np.uint8)).save(path)
    return path


def read_maps(file: str) -> np.ndarray:
    """uint8 [n, H, W], read as the window does."""
    head, stream = open_pixels(Path(file), MapsHead)
    with stream:
        return np.frombuffer(stream.read(), np.uint8).reshape(head)


def module_of(run: Path, model: str, image_size: int) -> torch.nn.Module:
    """The network of a laid run, for what a few lines of torch say."""
    from safetensors.torch import load_file

    net = build(model, len(NAMES), image_size)
    net.module.load_state_dict(load_file(run / BEST))
    return net.module.eval()
