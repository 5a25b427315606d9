"""Downloads a public data set from where torchvision says it is, and unpacks it into train/CLASS and test/CLASS folders."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Generator, Sequence
from pathlib import Path
from urllib.parse import urlparse

import msgspec

from cnn_desktop.dataset.public.unpack import Unpack, unpack_cifar, unpack_flowers, unpack_mnist, unpack_pets
from cnn_desktop.dataset.safe_names import safe_name
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Event, Noted, Progress
from cnn_desktop.domain.files import flush, is_folder, is_there, put_in_place, saving, temporary_of
from cnn_desktop.domain.inside import is_link
from cnn_desktop.domain.jobs.get_dataset import DatasetReady
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.public_datasets import PublicDataset, find_dataset
from cnn_desktop.domain.space import MARGIN, free_bytes
from cnn_desktop.learning.models.download import DownloadError, fetch

_CIFAR_MD5 = "c32a1d4ab5d03f1284b67883e8d87530"
"""Of the binary version, as its authors' page says; torchvision uses another one, which would have to be unpickled."""
_TICK = 0.1
"""Seconds between two progress events."""
_DOWNLOADS = ".downloads"


class Source(msgspec.Struct, frozen=True):
    """A file to download."""

    addresses: tuple[str, ...]
    """Tried one after the other."""
    md5: str

    @property
    def name(self) -> str:
        return Path(urlparse(self.addresses[0]).path).name


class Recipe(msgspec.Struct, frozen=True):
    """How a data set is made of its files."""

    sources: tuple[Source, ...]
    names: tuple[str, ...]
    """Of the classes by their numbers; none where its files name them."""
    unpack: Unpack


def recipe(key: str) -> Recipe:
    """Addresses, checksums and names as torchvision knows them. Raises KeyError."""
    from torchvision import datasets as tv

    match key:
        case "MNIST":
            return Recipe(_mnist(tv.MNIST), tuple(name.partition(" ")[0] for name in tv.MNIST.classes), unpack_mnist)
        case "FashionMNIST":
            return Recipe(_mnist(tv.FashionMNIST), tuple(tv.FashionMNIST.classes), unpack_mnist)
        case "CIFAR10":
            source = Source((tv.CIFAR10.url.replace("-python", "-binary"),), _CIFAR_MD5)
            return Recipe((source,), _CIFAR, unpack_cifar)
        case "Flowers102":
            files = tv.Flowers102._file_dict.values()
            start = tv.Flowers102._download_url_prefix
            sources = tuple(Source((start + name,), md5) for name, md5 in files)
            return Recipe(sources, tuple(tv.Flowers102.classes), unpack_flowers)
        case "OxfordIIITPet":
            sources = tuple(Source((address,), md5) for address, md5 in tv.OxfordIIITPet._RESOURCES)
            return Recipe(sources, (), unpack_pets)
    raise KeyError(key)


_CIFAR = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")


def _mnist(kind) -> tuple[Source, ...]:  # type: ignore[no-untyped-def]
    """Of torchvision's MNIST or one that is made like it."""
    return tuple(Source(tuple(mirror + name for mirror in kind.mirrors), md5) for name, md5 in kind.resources)


def get_dataset(key: str, folder: Path, control: Control, how: Recipe | None = None) -> Generator[Event, None, None]:
    """Puts the data set `key` into `folder` (absolute), which appears only when complete; one that is there stays.

    `how` replaces torchvision's own recipe. Raises UsageError when there is no such data set; DataError when the network or
    the disk fails, or what came is damaged; StopRequested. In each case nothing is left.
    """
    row = find_dataset(key)
    if row is None:
        raise UsageError("There is no public data set called “{name}”. Choose one from the list.", name=key)
    if _is_taken(folder):
        yield DatasetReady(row.title, str(folder))
        return
    how = how or recipe(key)
    _need_room(row, folder)
    unfinished = temporary_of(folder)
    downloads = unfinished / _DOWNLOADS
    try:
        with saving(folder):
            downloads.mkdir(parents=True)
        for number, source in enumerate(how.sources, start=1):
            yield from _download(row, source, downloads, (number, len(how.sources)), control)
        photos = yield from _unpack(row, how, downloads, unfinished, control)
        with saving(folder):
            shutil.rmtree(downloads)
            if is_there(folder):
                folder.rmdir()  # it was empty
            put_in_place(unfinished, folder)
            flush(folder.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    yield DatasetReady(row.title, str(folder), photos)


def _is_taken(folder: Path) -> bool:
    """True when something lies in `folder` already. Raises DataError when it is no folder."""
    with saving(folder):
        if is_link(folder) or not is_folder(folder):
            if is_link(folder) or is_there(folder):
                raise DataError("{folder} is in the way. Rename or delete it, then try again.", folder=str(folder))
            return False
        return any(folder.iterdir())


def _download(
    row: PublicDataset, source: Source, into: Path, part: tuple[int, int], control: Control
) -> Generator[Event, None, None]:
    """One file, from the first address that has it. Raises DataError, StopRequested."""
    doing = say("Downloading {title} (megabytes)", title=row.title)
    if part[1] > 1:
        doing = say("Downloading {title}, file {n} of {all} (megabytes)", title=row.title, n=part[0], all=part[1])
    reason: Message | None = None
    for address in source.addresses:
        file = into / source.name
        try:
            yield from fetch(address, file, "", doing, 0, control)
        except DownloadError as error:
            reason = reason or error.reason
            continue
        if _md5(file, control) == source.md5:
            return
        host = urlparse(address).hostname or address
        reason = say("the file from {host} is damaged or the wrong one", host=host)
    assert reason is not None  # there is at least one address
    raise DataError(
        "{title} could not be downloaded: {reason}. Check the internet connection, then try again.",
        title=row.title, reason=reason,
    )  # fmt: skip


def _md5(file: Path, control: Control) -> str:
    digest = hashlib.md5(usedforsecurity=False)
    with file.open("rb") as stream:
        while part := stream.read(1 << 20):
            control.stop_if_asked()
            digest.update(part)
    return digest.hexdigest()


def _unpack(
    row: PublicDataset, how: Recipe, downloads: Path, into: Path, control: Control
) -> Generator[Event, None, int]:
    """Writes the photos; how many these are. Raises DataError, StopRequested."""
    yield Noted(say("Unpacking {title}.", title=row.title))
    doing, done, began = say("Unpacking {title}", title=row.title), 0, time.monotonic()
    told = began
    photos, made = how.unpack(downloads, _folder_names(how.names)), set()
    while True:
        control.stop_if_asked()
        try:
            photo = next(photos, None)
        except ValueError as error:
            raise DataError("The downloaded files of {title} are damaged. Try again later.", title=row.title) from error
        if photo is None:
            return done
        folder = into / photo.split / safe_name(photo.label)
        with saving(folder):
            if folder not in made:
                folder.mkdir(parents=True, exist_ok=True)
                made.add(folder)
            (folder / safe_name(photo.name)).write_bytes(photo.content)
        done += 1
        if time.monotonic() - told >= _TICK:
            told = time.monotonic()
            yield Progress.after(told - began, doing, done, max(done, row.photos))


def _folder_names(names: Sequence[str]) -> list[str]:
    """“T-shirt/top” would be two folders."""
    return [name.replace("/", " or ") for name in names]


def _need_room(row: PublicDataset, folder: Path) -> None:
    need, free = row.download_bytes + row.disk_bytes + MARGIN, free_bytes(folder)
    if free < need:
        raise DataError(
            "There is not enough disk space for {title}: it needs {need} MB in {folder}, but only {free} MB is free. "
            "Free some space, then try again.",
            title=row.title, need=round(need / 1e6), free=round(free / 1e6), folder=str(folder.parent),
        )  # fmt: skip
