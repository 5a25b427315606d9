"""`exact_course` gives the losses of the course's loop, written out here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import EpochDone, Planned, Skipped, Trained
from cnn_desktop.domain.photos import load_snapshot
from cnn_desktop.domain.run import CHECKPOINT
from cnn_desktop.learning.fit import fit
from tests.conftest import draw_photo
from tests.learning.helpers import only, small, train, train_until


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


def courses_loop(folder: Path, classes: int, config: TrainConfig) -> list[float]:
    """Mean loss of each epoch."""
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
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=config.lr)
    curve = []
    for _ in range(config.epochs or 0):
        model.train()
        running, seen = 0.0, 0
        for photos, labels in loader:
            optimizer.zero_grad()
            loss = criterion(model(photos), labels)
            loss.backward()
            optimizer.step()
            running += loss.item() * len(labels)
            seen += len(labels)
        curve.append(running / seen)
    return curve


@pytest.fixture
def divided(tmp_path: Path) -> Path:
    """train/ and val/ folders of three classes whose names sort differently as paths; 19 and 6 photos."""
    for label, name in enumerate(("a", "a b", "c")):
        for number in range(6 + (label == 0)):
            draw_photo(tmp_path / "data/train" / name / f"{number}.png", label, number)
        for number in range(2):
            draw_photo(tmp_path / "data/val" / name / f"{number}.png", label, 90 + number)
    return tmp_path / "data"


@pytest.mark.parametrize("seed", [0, 7])
def test_loss_curve_is_the_courses(seed: int, divided: Path, tmp_path: Path) -> None:
    config = small(divided, exact_course=True, epochs=4, seed=seed, batch_size=4, precision="auto")
    events = train(config, tmp_path / "run")
    ours = [epoch.train_loss for epoch in only(EpochDone, events)]
    assert ours == pytest.approx(courses_loop(divided / "train", 3, config), abs=1e-4)
    assert only(Planned, events)[0].precision == "float32"
    assert ours != pytest.approx(courses_loop(divided / "train", 3, small(divided, epochs=4, seed=seed + 1)), abs=1e-4)


def test_a_stopped_epoch_starts_again(divided: Path, tmp_path: Path) -> None:
    config = small(divided, exact_course=True, epochs=3, batch_size=4)
    whole = train(config, tmp_path / "whole")
    before = only(EpochDone, train_until(config, tmp_path / "parts", looks=9))
    assert len(before) == 1
    resumed = only(EpochDone, train(config, tmp_path / "parts", resume=True))
    assert [e.train_loss for e in before + resumed] == [e.train_loss for e in only(EpochDone, whole)]


def test_a_photo_that_goes_bad_is_left_out(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    data, events = photo_folder(2, 8), []
    for event in fit(small(data, exact_course=True, batch_size=1, epochs=2), tmp_path / "run", Control()):
        events.append(event)
        if isinstance(event, Planned):
            snapshot = load_snapshot(tmp_path / "run")
            bad = [snapshot.file(photo) for photo in snapshot.of_split("train")[:2]]
            for file in bad:
                file.write_bytes(b"broken")
    assert isinstance(events[-1], Trained)
    assert {event.path for event in only(Skipped, events)} == {str(file) for file in bad}
    assert (tmp_path / "run" / CHECKPOINT).exists()
