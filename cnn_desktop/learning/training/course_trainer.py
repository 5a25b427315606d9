"""The course's very loop (`exact_course`): ImageFolder's order, DataLoader, transforms, Adam; none of our speed-ups.

Validation between the epochs is ours and draws no random numbers, so with an equal seed the losses equal those of the
loop written out by hand. A stopped epoch starts again on resume: torch's loader cannot go on in the middle.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch.utils.data import DataLoader, Dataset, RandomSampler, Sampler, default_collate

from cnn_desktop.dataset.balance import photos_of_epoch
from cnn_desktop.dataset.pixels.loader import OnSkip
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, open_photo
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.loss import BatchLoss, weights_on
from cnn_desktop.learning.training.schedule import restore_optimizer
from cnn_desktop.learning.training.trainer import PhaseStart, Step, TrainBatch
from cnn_desktop.learning.tuning.compute_plan import ComputePlan
from cnn_desktop.learning.tuning.device import DeviceChoice
from cnn_desktop.learning.tuning.memory import plain_memory_errors

Item = tuple[torch.Tensor, int]


class CourseTrainer:
    """A `trainer.Trainer` with the course's data pipeline and step. Its plan is always the same."""

    resumes_within_epoch = False

    def __init__(
        self,
        config: TrainConfig,
        net: Net,
        choice: DeviceChoice,
        files: Sequence[Path],
        labels: Sequence[int],
        threads: int,
    ) -> None:
        self.config, self.net, self.device = config, net, choice.device
        self.plan = ComputePlan(choice.device, "float32", config.batch_size)
        # ImageFolder: class after class, within a class by folder and file name.
        order = sorted(range(len(files)), key=lambda place: (labels[place], files[place].parent, files[place].name))
        self.photos = CoursePhotos([files[p] for p in order], [labels[p] for p in order], order, config, net)
        self.loader: DataLoader[Item | None] = DataLoader(
            self.photos,
            batch_size=config.batch_size,
            sampler=BalancedSampler(self.photos.labels) if config.balanced_sampling else RandomSampler(self.photos),
            num_workers=0,
            collate_fn=_collate,
        )
        net.module.to(self.device)
        self.loss = BatchLoss(weights=weights_on(self.device, labels) if config.weighs_classes else None)

    def begin(self, start: PhaseStart) -> None:
        if start.phase == "head":
            self.net.freeze_backbone()
        else:
            self.net.unfreeze()
        self.optimizer = torch.optim.Adam(self.net.learning_parameters(), lr=start.lr)

    def choose(self, first: TrainBatch, known: ComputePlan | None, control: Control) -> Generator[Event, None, None]:
        yield from ()

    def batch_count(self) -> int:
        return len(self.loader)

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        self.photos.on_skip = on_skip
        for number, batch in enumerate(self.loader):
            if batch is not None:
                yield TrainBatch(batch[0], batch[1], number)

    def step(self, batch: TrainBatch) -> Step:
        self.net.train()
        with plain_memory_errors(self.device, len(batch.labels), self.net.preprocess.image_size):
            photos, labels = batch.inputs.to(self.device), batch.labels.to(self.device)
            self.optimizer.zero_grad()
            logits = self.net.module(photos)
            loss = self.loss(logits, labels, slice(None))
            loss.backward()  # type: ignore[no-untyped-call]
            self.optimizer.step()
        loss.item()  # the course's running loss waits for the device at each step
        return Step(logits, labels)

    def lr(self) -> float:
        return float(self.optimizer.param_groups[0]["lr"])

    def shown(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def state(self) -> dict[str, Any]:
        return {"optimizer": self.optimizer.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        restore_optimizer(self.optimizer, state["optimizer"])


class BalancedSampler(Sampler[int]):
    """Equally many photos of each class, mixed, as many as there are; others in each epoch."""

    def __init__(self, labels: Sequence[int]) -> None:
        self._labels = labels

    def __len__(self) -> int:
        return len(self._labels)

    def __iter__(self) -> Iterator[int]:
        photos = photos_of_epoch(self._labels, True, int(torch.randint(2**31, (1,))), 0)
        yield from photos[torch.randperm(len(photos)).numpy()].tolist()


class CoursePhotos(Dataset[Item | None]):
    """torchvision's ImageFolder over the training photos; a photo that cannot be read is None."""

    def __init__(
        self, files: Sequence[Path], labels: Sequence[int], places: Sequence[int], config: TrainConfig, net: Net
    ) -> None:
        from torchvision import transforms

        size = config.image_size
        self.files, self.labels, self.places, self.tones = files, labels, places, net.preprocess.tones
        self.on_skip: OnSkip = lambda index, reason: None
        self.transform = transforms.Compose(
            [
                transforms.Resize((size, size)),
                transforms.RandomHorizontalFlip(0.5 if config.random_changes.flip else 0.0),
                transforms.ToTensor(),
                transforms.Normalize(net.preprocess.mean, net.preprocess.std),
            ]
        )

    def __len__(self) -> int:
        return len(self.files)

    def __getitem__(self, index: int) -> Item | None:
        try:
            image = open_photo(self.files[index], tones=self.tones)
        except UnreadablePhoto as error:
            self.on_skip(self.places[index], error.reason)
            return None
        return self.transform(image), self.labels[index]


def _collate(items: list[Item | None]) -> list[torch.Tensor] | None:
    """[B, 3, S, S] float32 and [B] int64, or None when no photo of the batch could be read."""
    readable = [item for item in items if item is not None]
    return default_collate(readable) if readable else None
