"""The photos of a public data set, from its downloaded files: each with its split, its class and its picture file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from cnn_desktop.dataset.public.formats import files_in, read_cifar, read_idx, read_mat
from cnn_desktop.domain.photos import Split


class PublicPhoto(msgspec.Struct, frozen=True):
    """One photo, with what becomes its file."""

    split: Split
    label: str
    name: str
    content: bytes
    """As it came, or a PNG without loss."""


Unpack = Callable[[Path, Sequence[str]], Iterator[PublicPhoto]]
"""From the folder with the downloads, under their own names, and the names of the classes. Raises ValueError: damaged."""


def unpack_mnist(folder: Path, names: Sequence[str]) -> Iterator[PublicPhoto]:
    """Also Fashion-MNIST, which is made just so."""
    parts: tuple[tuple[Split, str], ...] = (("train", "train"), ("test", "t10k"))
    for split, start in parts:
        images = read_idx(folder / f"{start}-images-idx3-ubyte.gz")
        labels = read_idx(folder / f"{start}-labels-idx1-ubyte.gz")
        if images.ndim != 3 or labels.ndim != 1 or len(images) != len(labels):
            raise ValueError("pictures and labels do not fit together")
        for number, (image, label) in enumerate(zip(images, labels, strict=True)):
            yield PublicPhoto(split, _named(names, int(label)), f"{number:05}.png", _png(image))


def unpack_cifar(folder: Path, names: Sequence[str]) -> Iterator[PublicPhoto]:
    """The binary version; the other one holds pickles, which are programs."""
    for path, content in files_in(folder / "cifar-10-binary.tar.gz"):
        batch = path.rpartition("/")[2]
        if not (batch.endswith(".bin") and batch.startswith(("data_batch_", "test_batch"))):
            continue
        split: Split = "test" if batch.startswith("test") else "train"
        stem = batch.removesuffix(".bin").removeprefix("data_batch_").removeprefix("test_batch")
        for number, (label, image) in enumerate(read_cifar(content)):
            name = f"{stem}-{number:05}.png" if stem else f"{number:05}.png"
            yield PublicPhoto(split, _named(names, label), name, _png(image))


def unpack_flowers(folder: Path, names: Sequence[str]) -> Iterator[PublicPhoto]:
    labels = read_mat(folder / "imagelabels.mat", "labels")
    parts: tuple[tuple[Split, str], ...] = (("train", "trnid"), ("val", "valid"), ("test", "tstid"))
    splits = {number: split for split, part in parts for number in read_mat(folder / "setid.mat", part)}
    if set(splits) != set(range(1, len(labels) + 1)):
        raise ValueError("labels and splits do not fit together")
    listed = {
        f"image_{number:05}.jpg": (splits[number], _named(names, label - 1))
        for number, label in enumerate(labels, start=1)
    }
    yield from _listed(folder / "102flowers.tgz", listed)


def unpack_pets(folder: Path, names: Sequence[str]) -> Iterator[PublicPhoto]:
    """Its class names are those of its files."""
    parts: tuple[tuple[Split, str], ...] = (("train", "trainval.txt"), ("test", "test.txt"))
    lists = {path.rpartition("/")[2]: content for path, content in files_in(folder / "annotations.tar.gz")}
    listed: dict[str, tuple[Split, str]] = {}
    for split, part in parts:
        if part not in lists:
            raise ValueError(f"{part} is missing")
        for line in lists[part].decode("ascii", "replace").splitlines():
            words = line.split()
            if words and not line.startswith("#"):
                breed = words[0].rpartition("_")[0].replace("_", " ").title()
                if not breed:
                    raise ValueError(f"{part} names a photo without a breed")
                listed[f"{words[0]}.jpg"] = (split, breed)
    yield from _listed(folder / "images.tar.gz", listed)


def _listed(archive: Path, listed: dict[str, tuple[Split, str]]) -> Iterator[PublicPhoto]:
    """The photos in `archive` that are `listed` by name, as they are. Raises ValueError when one is missing."""
    missing = dict(listed)
    for path, content in files_in(archive):
        name = path.rpartition("/")[2]
        if name in missing:
            yield PublicPhoto(*missing.pop(name), name, content)
    if missing:
        raise ValueError(f"{next(iter(missing))} is missing")


def _named(names: Sequence[str], number: int) -> str:
    if not 0 <= number < len(names):
        raise ValueError(f"there is no class {number}")
    return names[number]


def _png(pixels: np.ndarray) -> bytes:
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, "PNG")
    return content.getvalue()
