"""The public data sets that can be downloaded: what is said of each before anything is fetched, and where each is kept."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.places import datasets_folder


class PublicDataset(msgspec.Struct, frozen=True):
    """A row of the table."""

    key: str
    """As torchvision calls its class."""
    title: str
    """For people; also the folder's name."""
    about: Message
    photos: int
    classes: int
    download_bytes: int
    disk_bytes: int
    """What its photos take on the disk, with what a disk gives to small files in any case."""

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        return datasets_folder() / self.title

    @property
    def download_mb(self) -> int:
        return max(1, round(self.download_bytes / 1e6))


PUBLIC_DATASETS = (
    PublicDataset(
        "MNIST", "MNIST", say("handwritten digits, grey, 28 × 28 pixels"), 70_000, 10, 11_594_722, 290_000_000
    ),
    PublicDataset(
        "FashionMNIST", "Fashion-MNIST", say("clothes, grey, 28 × 28 pixels"), 70_000, 10, 30_878_645, 290_000_000
    ),
    PublicDataset(
        "CIFAR10", "CIFAR-10", say("animals and vehicles, colour, 32 × 32 pixels"), 60_000, 10, 170_052_171, 250_000_000
    ),
    PublicDataset(
        "Flowers102", "Flowers102", say("flowers, large colour photos"), 8_189, 102, 344_878_000, 365_000_000
    ),
    PublicDataset(
        "OxfordIIITPet", "Oxford-IIIT Pet", say("cats and dogs by breed, large colour photos"), 7_349, 37, 811_092_049, 810_000_000
    ),
)  # fmt: skip


def find_dataset(key: str) -> PublicDataset | None:
    """The row called `key`."""
    return next((row for row in PUBLIC_DATASETS if row.key == key), None)
