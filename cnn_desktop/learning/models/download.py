"""Downloads pretrained weights through torchvision's and timm's own code. Only when the user asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlparse

import torch

from cnn_desktop.domain.catalog import Architecture
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.message import say
from cnn_desktop.learning.models.tensor_files import save_tensors

_TICK = 0.1
"""Seconds between two progress events."""


def torchvision_address(row: Architecture) -> str:
    """Where torchvision keeps the weights that the table names; "" for models of other libraries."""
    if row.library != "torchvision":
        return ""
    import torchvision.models

    return str(torchvision.models.get_model_weights(row.name)[row.weights_name].url)


def fetch(row: Architecture, address: str, scratch: Path, control: Control) -> Generator[Event, None, Path]:
    """Downloads into the folder `scratch`: from `address` as torchvision does, or with "" as timm does.

    The download runs in a thread; how much of it lies in `scratch` is reported. Raises DataError, and StopRequested at
    once: the thread is left alone then, and what it still writes goes with `scratch`.
    """
    failures: list[Exception] = []
    file = scratch / (Path(urlparse(address).path).name if address else "timm.safetensors")
    work: Callable[[], None]
    if address:

        def work() -> None:
            hash_prefix = torch.hub.HASH_REGEX.search(file.name)
            torch.hub.download_url_to_file(
                address, str(file), hash_prefix.group(1) if hash_prefix else None, progress=False
            )
    else:

        def work() -> None:
            import timm

            model = timm.create_model(row.weights_name, pretrained=True, cache_dir=scratch / "cache")
            save_tensors(model.state_dict(), file)

    def guarded() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001  # a thread's boundary: reported below
            if isinstance(error, HTTPError):
                error.close()  # it holds the connection
            failures.append(error)

    thread = threading.Thread(target=guarded, name="download", daemon=True)
    thread.start()
    began = time.monotonic()
    total = round((row.download_mb or 0) * 1e6)
    while thread.is_alive():
        thread.join(_TICK)
        control.stop_if_asked()
        done = sum(part.stat().st_size for part in scratch.rglob("*") if part.is_file() and not part.is_symlink())
        rate = done / max(time.monotonic() - began, 1e-6)
        yield Progress(
            doing=say("Downloading the weights of {model} (megabytes)", model=row.title),
            done=round(done / 1e6),
            total=max(round(total / 1e6), round(done / 1e6)),
            per_second=rate / 1e6,
            seconds_left=(total - done) / rate if total > done and rate > 0 else None,
        )
    if failures:
        raise failed(row, str(failures[0])) from failures[0]
    return file


def failed(row: Architecture, reason: str) -> DataError:
    """The error of a download, and what else the person can do."""
    return DataError(
        "The weights of {model} could not be downloaded ({reason}). Check the network, import a weights file, or choose "
        "EfficientNet-Lite0, whose weights come with the app.",
        model=row.title,
        reason=reason.strip().splitlines()[0] if reason.strip() else "no reason given",
    )
