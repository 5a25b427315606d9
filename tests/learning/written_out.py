"""What the app's figures are held against, written out in a few lines of torch: the course's network and loop, and answers.

The tests and `tests/benchmarks/show_parity.py` stand on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.run import BEST, load_model_facts
from cnn_desktop.learning.models.network import build
from tests.conftest import draw_photo
from tests.learning.helpers import small, train

MODES = ["RGB", "RGBA", "LA", "L", "P", "1", "CMYK", "I;16"]
TURNS = range(1, 9)
"""EXIF's; 1: none."""
CLASSES = ["one", "three", "two"]


class CourseNet(nn.Module):
    """SimpleCNN as the course writes it, with Sequential instead of our names."""

    def __init__(self, classes: int, side: int) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        )  # fmt: skip
        self.classifier = nn.Sequential(
            nn.Flatten(), nn.Linear(64 * side * side, 512), nn.ReLU(), nn.Linear(512, classes)
        )

    def forward(self, photos: torch.Tensor) -> torch.Tensor:
        return self.classifier(self.features(photos))


def courses_loop(folder: Path, classes: int, config: TrainConfig, weights: torch.Tensor | None = None) -> list[float]:
    """Mean loss of each epoch, without the `weights` of the classes, with which it learns."""
    torch.manual_seed(config.seed)
    model = CourseNet(classes, config.image_size // 4)
    transform = transforms.Compose(
        [
            transforms.Resize((config.image_size, config.image_size)),
            transforms.RandomHorizontalFlip(),
            transforms.ToTensor(),
            transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
        ]
    )
    loader = DataLoader(
        datasets.ImageFolder(str(folder), transform=transform), batch_size=config.batch_size, shuffle=True
    )
    criterion = nn.CrossEntropyLoss(weight=weights)
    optimizer = torch.optim.Adam(model.parameters(), lr=config.lr)
    curve = []
    for _ in range(config.epochs or 0):
        model.train()
        running, seen = 0.0, 0
        for photos, labels in loader:
            optimizer.zero_grad()
            logits = model(photos)
            loss = criterion(logits, labels)
            loss.backward()
            optimizer.step()
            running += nn.functional.cross_entropy(logits, labels).item() * len(labels)
            seen += len(labels)
        curve.append(running / seen)
    return curve


def draw_divided(folder: Path) -> Path:
    """train/ and val/ folders of three classes whose names sort differently as paths; 19 and 6 photos."""
    for label, name in enumerate(("a", "a b", "c")):
        for number in range(6 + (label == 0)):
            draw_photo(folder / "train" / name / f"{number}.png", label, number)
        for number in range(2):
            draw_photo(folder / "val" / name / f"{number}.png", label, 90 + number)
    return folder


def picture(rng: np.random.Generator) -> Image.Image:
    """Noise over large shapes, not square, so that a wrong turn or squash changes the answer."""
    coarse = Image.fromarray(rng.integers(0, 255, (5, 4, 3), dtype=np.uint8)).resize((61, 83), Image.Resampling.BICUBIC)
    return Image.fromarray((np.asarray(coarse) * 0.8 + rng.integers(0, 50, (83, 61, 3))).astype(np.uint8))


def save_as(image: Image.Image, mode: str, turn: int, folder: Path) -> Path:
    """Saves in a colour mode, with an EXIF turn (1: none)."""
    folder.mkdir(parents=True, exist_ok=True)
    if mode == "I;16":
        image = Image.fromarray(np.asarray(image.convert("L")).astype(np.uint16) * 257)
    elif mode in ("RGBA", "LA"):
        image = image.convert(mode)
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    else:
        image = image.convert(mode)
    exif = Image.Exif()
    exif[0x0112] = turn
    file = folder / f"{mode.replace(';', '')}-{turn}.{'jpg' if mode == 'CMYK' else 'tiff' if mode == 'I;16' else 'png'}"
    image.save(file, exif=exif)
    return file


def draw_gallery(folder: Path, wanted: Iterable[tuple[str, int]]) -> Path:
    """A photo for each of `wanted`, a colour mode and an EXIF turn, dealt out to three classes."""
    rng = np.random.default_rng(0)
    for number, (mode, turn) in enumerate(wanted):
        save_as(picture(rng), mode, turn, folder / CLASSES[number % 3])
    return folder


def train_on_gallery(gallery: Path, run: Path, batch_size: int) -> None:
    """A network with BatchNorm, trained a little on a gallery."""
    config = small(
        gallery,
        model="efficientnet_lite0",
        weights="auto",
        head_epochs=2,
        epochs=1,
        lr=0.01,
        batch_size=batch_size,
        image_size=64,
    )
    train(config, run)


def by_hand(run: Path, files: list[Path]) -> torch.Tensor:
    """[n, classes]: probabilities, photo by photo."""
    facts = load_model_facts(run)
    preprocess = msgspec.convert(facts.preprocess, Preprocess)
    model = build(facts.model, len(facts.classes), preprocess.image_size).module
    model.load_state_dict(load_file(run / BEST))
    model.eval()
    with torch.inference_mode():
        photos = [torch.from_numpy(preprocess(file))[None] for file in files]
        if not facts.mirrored:
            return torch.cat([model(photo).softmax(1) for photo in photos])
        return torch.cat([((model(photo) + model(photo.flip(3))) / 2).softmax(1) for photo in photos])
