"""Pretrained weights: which are on this computer, importing a file, downloading when the user asks.

Order: bundled with the app, imported or downloaded earlier, torchvision's own download cache.
"""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlparse

import msgspec
import torch

from cnn_desktop.domain.catalog import (
    ARCHITECTURES,
    USUAL_SIZE,
    Architecture,
    Bundle,
    find_architecture,
)
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Event, Noted, Warned
from cnn_desktop.domain.files import is_file, saving, write_bytes
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.own_files import find_json
from cnn_desktop.domain.places import weights_folder
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.learning.models.download import DownloadError, fetch
from cnn_desktop.learning.models.network import reference
from cnn_desktop.learning.models.tensor_files import save_tensors
from cnn_desktop.learning.models.tensors import State
from cnn_desktop.learning.models.timm_weights import timm_address, under_own_names
from cnn_desktop.learning.models.weights_file import check_state, hash_in_name, read_known, read_state, sha256


@dataclass(frozen=True)
class Weights:
    """A file of pretrained weights on this computer."""

    model: str
    file: Path
    source: Message
    """Where they come from, in words."""
    bundle: Bundle | None = None
    """Where they came from when they came with the app."""


class WeightsNote(msgspec.Struct, frozen=True):
    """NAME.json beside an imported NAME.safetensors."""

    model: str
    sha256: str
    """Of the .safetensors file beside it."""
    source: str
    """Path or address it came from."""
    source_sha256: str
    when: str
    """ISO 8601, UTC."""
    hash_known: bool
    """True when the source's hash was known and matched."""


class WeightsRow(msgspec.Struct, frozen=True):
    """One line of `cnn-desktop weights list`."""

    name: str
    title: str
    here: bool
    """True when pretrained weights are on this computer."""
    status: Message
    file: str = ""


def find_weights(model: str, choice: str) -> Weights | None:
    """The start weights for a training: `choice` is "auto", "none" or a file. None means from scratch.

    Raises DataError when "auto" finds none on this computer.
    """
    row = _known(model)
    if choice == "none" or (choice == "auto" and not row.has_weights):
        return None
    if choice == "auto":
        found = _on_this_computer(model)
        if found is None:
            raise DataError(
                "The pretrained weights for {model} are not on this computer. Download them, import a weights "
                "file, start from scratch (weights none), or choose EfficientNet-Lite0, whose weights come with "
                "the app.",
                model=row.title,
            )
        return found
    file = Path(choice)
    return Weights(model, file, say("from the file {file}", file=str(file)))


def load_weights(weights: Weights, image_size: int) -> State:
    """The tensors of `weights` under the model's own names, checked against its architecture. Raises DataError."""
    if weights.bundle is not None:
        return _load_bundled(weights, weights.bundle)
    state = read_state(weights.file, weights.model, check=True)
    check_state(state, weights.model, image_size, weights.file)
    return state


def weights_table() -> list[WeightsRow]:
    """What is on this computer for each model of the table."""
    return [_weights_row(row) for row in ARCHITECTURES]


def _weights_row(row: Architecture) -> WeightsRow:
    if not row.has_weights:
        return WeightsRow(row.name, row.title, False, say("none: trained from scratch"))
    found = _on_this_computer(row.name)
    if found is not None:
        return WeightsRow(row.name, row.title, True, found.source, str(found.file))
    size = row.download_mb or 0.0
    return WeightsRow(row.name, row.title, False, say("not on this computer ({size:.0f} MB to download)", size=size))


def import_weights(
    model: str, file: Path, control: Control, source: str = "", image_size: int = 224
) -> Generator[Event, None, Weights]:
    """Checks `file` (hash, content, architecture) and keeps a copy on this computer. Raises DataError, StopRequested."""
    row = _known(model)
    yield Noted(say("Checking {file}", file=str(file)))
    state, digest, known = read_known(file, model)
    control.stop_if_asked()
    check_state(state, model, image_size, file)
    if not known:
        yield Warned(
            say(
                "There is no checksum to compare {file} with, so the app cannot tell whether it is the original. "
                "Its own checksum (SHA-256) was saved: {digest}.",
                file=str(file),
                digest=digest,
            )
        )
    control.stop_if_asked()
    kept = _imported_file(model)
    save_tensors(state, kept)
    note = WeightsNote(
        model,
        sha256(kept),
        source or str(file.resolve()),
        digest,
        datetime.now(UTC).isoformat(timespec="seconds"),
        known,
    )
    write_bytes(kept.with_name(f"{_stem(model)}.json"), msgspec.json.format(as_json(note)))
    yield Noted(say("The weights for {model} are now on this computer.", model=row.title))
    return Weights(model, kept, say("imported from {source}", source=note.source))


def download_weights(model: str, control: Control, address: str = "") -> Generator[Event, None, Weights]:
    """Downloads the weights of `model`, checks their hash and architecture, keeps them on this computer.

    `address` replaces the library's own. Raises DataError when the network or the disk fails, and StopRequested; either
    way nothing is left.
    """
    row = _known(model)
    if not row.has_weights:
        raise UsageError("{model} has no pretrained weights. It is always trained from scratch.", model=row.title)
    if row.bundled:
        raise UsageError("The weights for {model} come with the app, so there is nothing to download.", model=row.title)
    with saving(weights_folder()):
        weights_folder().mkdir(parents=True, exist_ok=True)
        scratch = tempfile.TemporaryDirectory(
            prefix="download-", suffix=".part", dir=weights_folder(), ignore_cleanup_errors=True
        )
    with scratch:
        address = address or _address(row)
        file = yield from _fetch(row, address, Path(scratch.name), control)
        return (yield from import_weights(model, file, control, address))


def _address(row: Architecture) -> str:
    """Where the model's library keeps its weights. Raises UsageError."""
    return _torchvision_address(row) if row.library == "torchvision" else timm_address(row.weights_name)


def _torchvision_address(row: Architecture) -> str:
    """Where torchvision keeps the weights that the table names."""
    import torchvision.models

    return str(torchvision.models.get_model_weights(row.name)[row.weights_name].url)


def _fetch(row: Architecture, address: str, scratch: Path, control: Control) -> Generator[Event, None, Path]:
    """Downloads `address` into the folder `scratch`, under the model's own names. Raises DataError, StopRequested."""
    file = scratch / Path(urlparse(address).path).name
    doing = say("Downloading the weights for {model} (megabytes)", model=row.title)
    try:
        yield from fetch(address, file, hash_in_name(file.name), doing, round((row.download_mb or 0) * 1e6), control)
    except DownloadError as error:
        raise DataError(
            "The weights for {model} could not be downloaded: {reason}. Try again later, import a weights file, or "
            "choose EfficientNet-Lite0, whose weights come with the app.",
            model=row.title,
            reason=error.reason,
        ) from error
    return file if row.library == "torchvision" else under_own_names(row.weights_name, file)


def _known(model: str) -> Architecture:
    """The row of the table of models. Raises UsageError."""
    row = find_architecture(model)
    if row is None:
        raise UsageError("There is no model called “{model}”. Choose one from the list.", field="model", model=model)
    return row


def _on_this_computer(model: str) -> Weights | None:
    row = find_architecture(model)
    bundle = row.bundle if row is not None else None
    bundled = _bundled_file(bundle.package) if bundle is not None else None
    if bundled is not None:
        return Weights(model, bundled, say("ImageNet weights that come with the app"), bundle)
    imported = _imported_file(model)
    if is_file(imported):
        note = find_json(imported.with_name(f"{_stem(model)}.json"), WeightsNote)
        source = note.source if note else str(imported)
        return Weights(model, imported, say("imported from {source}", source=source))
    if row is not None and row.library == "torchvision" and is_file(_cached_file(row)):
        cached = _cached_file(row)
        return Weights(model, cached, say("downloaded by torchvision earlier"))
    return None


def _stem(model: str) -> str:
    """File name without suffix: "timm:resnet18.a1" → "timm_resnet18.a1"."""
    return model.replace(":", "_").replace("/", "_")


def _imported_file(model: str) -> Path:
    return weights_folder() / f"{_stem(model)}.safetensors"


def _cached_file(row: Architecture) -> Path:
    """torchvision's own download cache; its file names carry their hash."""
    return Path(torch.hub.get_dir(), "checkpoints", Path(urlparse(_torchvision_address(row)).path).name)


def _bundled_file(package: str) -> Path | None:
    """The weights file inside its package, found without running the package's code."""
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for file in sorted(Path(folder, "models").glob("*.pth")):
            return file
    return None


def _load_bundled(weights: Weights, bundle: Bundle) -> State:
    """Its tensors map one to one, in order, onto timm's, leaving out num_batches_tracked."""
    file, model = weights.file, weights.model
    if sha256(file) != bundle.sha256:
        raise DataError("{file} has changed since the app was installed. Reinstall the app.", file=str(file))
    read = read_state(file, model)
    values = [value for key, value in read.items() if not key.endswith("num_batches_tracked")]
    names = [key for key in reference(model, USUAL_SIZE)[0] if not key.endswith("num_batches_tracked")]
    state = dict(zip(names, values, strict=True))
    check_state(state, model, USUAL_SIZE, file)
    return state
