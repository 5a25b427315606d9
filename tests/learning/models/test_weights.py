"""Weights from files: the right ones are taken, everything else is refused in one sentence and runs no code."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from cnn_desktop.domain.catalog import ARCHITECTURES, Architecture
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.events import Event, Warned
from cnn_desktop.domain.places import weights_folder
from cnn_desktop.learning.models.network import build, reference
from cnn_desktop.learning.models.tensors import State
from cnn_desktop.learning.models.weights import (
    Weights,
    download_weights,
    find_weights,
    import_weights,
    load_weights,
    weights_table,
)  # fmt: skip
from tests.learning.helpers import only, small, train

MODEL = "mobilenet_v3_small"


def made_state(model: str) -> State:
    """Random weights with the right names and shapes."""
    shapes, _ = reference(model, 224)
    return {
        name: torch.rand(value.shape) * 0.01 if value.is_floating_point() else torch.tensor(0)
        for name, value in shapes.items()
    }


def hashed_name(file: Path, stem: str) -> Path:
    """Renames `file` as torchvision does: STEM-<first 8 digits of its SHA-256>.pth."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return file.rename(file.with_name(f"{stem}-{digest[:8]}{file.suffix}"))


def take(job: Iterator[Event]) -> list[Event]:
    return list(job)


@pytest.fixture
def weights_file(tmp_path: Path) -> Path:
    torch.save(made_state(MODEL), tmp_path / "weights.pth")
    return hashed_name(tmp_path / "weights.pth", MODEL)


@pytest.mark.parametrize("row", [r for r in ARCHITECTURES if r.has_weights and not r.bundled], ids=lambda r: r.name)
def test_every_model_loads_pretrained_weights(row: object, tmp_path: Path) -> None:
    name: str = row.name  # type: ignore[attr-defined]
    state = made_state(name)
    torch.save(state, tmp_path / "weights.pth")
    file = hashed_name(tmp_path / "weights.pth", name)
    with pytest.raises(DataError, match="not on this computer"):
        find_weights(name, "auto")
    assert not only(Warned, take(import_weights(name, file, Control())))
    file.unlink()
    found = find_weights(name, "auto")
    assert found is not None
    net = build(name, 3, 32, load_weights(found, 32))
    head = reference(name, 32)[1]
    for key, value in net.module.state_dict().items():
        assert key in head or torch.equal(value, state[key]), key


BUNDLED = [row for row in ARCHITECTURES if row.bundle]


@pytest.mark.parametrize("row", BUNDLED, ids=lambda r: r.name)
def test_bundled_weights_are_put_in_their_places(row: Architecture) -> None:
    """All that the table states is there; a BatchNorm's variances, which are never negative, are where they belong."""
    weights = find_weights(row.name, "auto")
    assert weights is not None
    state = load_weights(weights, row.image_size)
    net, heads = build(row.name, 3, 32, state), reference(row.name, 32)[1]
    for key, value in net.module.state_dict().items():
        assert key in heads or key.endswith("num_batches_tracked") or torch.equal(value, state[key]), key
        assert not key.endswith("running_var") or value.min() >= 0
    assert row.parameters == sum(value.numel() for key, value in state.items() if "running" not in key)


@pytest.mark.parametrize("row", BUNDLED, ids=lambda r: r.name)
def test_what_comes_with_the_app_does_so_by_timms_name_too(row: Architecture) -> None:
    for name in (row.name, f"timm:{row.weights_name}"):
        weights = find_weights(name, "auto")
        assert weights is not None
        assert (weights.model, weights.bundle) == (name, row.bundle)
        with pytest.raises(UsageError, match="come with the app, so there is nothing to download"):
            list(download_weights(name, Control()))


@pytest.mark.parametrize("row", BUNDLED, ids=lambda r: r.name)
def test_a_damaged_bundle_is_one_sentence(row: Architecture, tmp_path: Path) -> None:
    weights = find_weights(row.name, "auto")
    assert weights is not None
    (tmp_path / "w.pth").write_bytes(weights.file.read_bytes()[:-1])
    with pytest.raises(DataError, match=r"w\.pth has changed since the app was installed\. Reinstall the app\."):
        load_weights(replace(weights, file=tmp_path / "w.pth"), row.image_size)


def test_what_comes_with_the_app_is_installed_with_it() -> None:
    """Each is a dependency, pinned with its hashes."""
    project = Path(__file__).parents[3]
    needed = (project / "pyproject.toml").read_text("utf-8")
    locked = (project / "requirements.lock").read_text("utf-8")
    for row in BUNDLED:
        assert row.bundle is not None
        package = row.bundle.package.replace("_", "-")
        assert f'"{package}>=' in needed
        assert re.search(rf"^{package}==[\d.]+ \\\n +--hash=sha256:", locked, re.MULTILINE)


@pytest.mark.parametrize("row", BUNDLED, ids=lambda r: r.name)
def test_the_bundled_models_know_imagenet(row: Architecture, trashnet: Path) -> None:
    weights = find_weights(row.name, "auto")
    assert weights is not None
    state = load_weights(weights, row.image_size)
    net = build(row.name, 1000, row.image_size, state)
    net.heads[0].load_state_dict({"weight": state["classifier.weight"], "bias": state["classifier.bias"]})
    photos = sorted((trashnet / "plastic").iterdir())[:8]
    with torch.inference_mode():
        guesses = net.module.eval()(torch.stack([torch.from_numpy(net.preprocess(p)) for p in photos])).argmax(1)
    # ImageNet's own classes for what lies there: bottles, plastic bags, lotion, soap dispenser...
    assert len({898, 440, 728, 631, 838, 737, 720} & set(guesses.tolist())) > 0


def test_unknown_hash_is_shown_and_recorded(tmp_path: Path) -> None:
    file = tmp_path / "mine.safetensors"
    save_file(made_state(MODEL), file)
    (warning,) = only(Warned, take(import_weights(MODEL, file, Control())))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert digest in str(warning)
    note = json.loads((weights_folder() / f"{MODEL}.json").read_text())
    assert note["source_sha256"] == digest
    assert note["source"] == str(file)
    assert not note["hash_known"]


def test_sidecars_and_wrappers_are_understood(tmp_path: Path) -> None:
    file = tmp_path / "mine.pt"
    torch.save({"epoch": 3, "state_dict": {f"module.{k}": v for k, v in made_state(MODEL).items()}}, file)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    file.with_name("mine.pt.sha256").write_text(f"{digest}  mine.pt\n")
    assert not only(Warned, take(import_weights(MODEL, file, Control())))


def test_weights_of_another_number_of_classes_serve_too(tmp_path: Path) -> None:
    file = tmp_path / "mine.safetensors"
    save_file(build(MODEL, 7, 32).module.state_dict(), file)
    assert build(MODEL, 3, 32, load_weights(Weights(MODEL, file, "test"), 32))  # type: ignore[arg-type]


class Proof:
    """Unpickling it leaves a file behind."""

    def __init__(self, file: Path) -> None:
        self.file = str(file)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (self.file,)


def pickle_with_code(folder: Path) -> Path:
    torch.save({"features.0.0.weight": Proof(folder / "ran")}, folder / "code.pth")
    return folder / "code.pth"


def bare_pickle_with_code(folder: Path) -> Path:
    (folder / "bare.pt").write_bytes(pickle.dumps(Proof(folder / "ran")))
    return folder / "bare.pt"


def whole_model(folder: Path) -> Path:
    torch.save(nn.Sequential(nn.Linear(2, 2)), folder / "whole.pth")
    return folder / "whole.pth"


def wrong_architecture(folder: Path) -> Path:
    save_file(build("resnet18", 5, 32).module.state_dict(), folder / "other.safetensors")
    return folder / "other.safetensors"


def wrong_shape(folder: Path) -> Path:
    state = made_state(MODEL)
    state["features.0.0.weight"] = torch.zeros(16, 1, 3, 3)
    save_file(state, folder / "shape.safetensors")
    return folder / "shape.safetensors"


def wrong_hash(folder: Path) -> Path:
    torch.save(made_state(MODEL), folder / "mobilenet_v3_small-deadbeef.pth")
    return folder / "mobilenet_v3_small-deadbeef.pth"


def wrong_sidecar(folder: Path) -> Path:
    save_file(made_state(MODEL), folder / "mine.safetensors")
    (folder / "mine.json").write_text(json.dumps({"sha256": "0" * 64}))
    return folder / "mine.safetensors"


def truncated(folder: Path, name: str) -> Path:
    file = folder / name
    if name.endswith("safetensors"):
        save_file(made_state(MODEL), file)
    else:
        torch.save(made_state(MODEL), file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    return file


def not_weights(folder: Path, name: str = "text.pth") -> Path:
    (folder / name).write_text("These are no weights.")
    return folder / name


def table_of_something(folder: Path) -> Path:
    torch.save({"lr": 0.1}, folder / "settings.pth")
    return folder / "settings.pth"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (pickle_with_code, "possibly program code"),
        (bare_pickle_with_code, "possibly program code"),
        (whole_model, "contains more than weights, possibly program code"),
        (wrong_architecture, "does not fit MobileNetV3 small"),
        (wrong_shape, r"features.0.0.weight has the shape \[16, 1, 3, 3\] instead of \[16, 3, 3, 3\]"),
        (wrong_hash, "its checksum starts with .*, but its name says deadbeef"),
        (wrong_sidecar, "mine.json says"),
        (partial(truncated, name="half.pth"), "damaged or incomplete"),
        (partial(truncated, name="half.safetensors"), "damaged or incomplete"),
        (not_weights, "damaged or incomplete|possibly program code"),
        (partial(not_weights, name="weights.h5"), "not a weights file this app can read"),
        (table_of_something, "contains no weights this app can use"),
        (lambda folder: folder / "gone.pth", "does not exist"),
    ],
)
def test_bad_files_are_refused_and_run_nothing(
    make: Callable[[Path], Path], reason: str, tmp_path: Path, photo_folder: Callable[..., Path]
) -> None:
    file = make(tmp_path)
    with pytest.raises(DataError, match=reason) as importing:
        take(import_weights(MODEL, file, Control()))
    assert file.name in str(importing.value)
    assert "\n" not in str(importing.value)
    config = small(photo_folder(2, 4), model=MODEL, weights=str(file))
    with pytest.raises(DataError, match=reason):
        train(config, tmp_path / "run")
    assert not (tmp_path / "ran").exists()
    assert not weights_folder().exists()


def test_an_imported_file_that_changed_later_is_refused(weights_file: Path) -> None:
    take(import_weights(MODEL, weights_file, Control()))
    kept = weights_folder() / f"{MODEL}.safetensors"
    save_file(made_state(MODEL), kept)
    found = find_weights(MODEL, "auto")
    assert found is not None
    with pytest.raises(DataError, match="is damaged or not the original"):
        load_weights(found, 224)


def test_torchvisions_own_cache_is_used(
    weights_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, photo_folder: Callable[..., Path]
) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    cached = tmp_path / "torch/hub/checkpoints/mobilenet_v3_small-047dcff4.pth"
    cached.parent.mkdir(parents=True)
    weights_file.rename(cached)
    row = next(row for row in weights_table() if row.name == MODEL)
    assert row.here
    assert row.file == str(cached)
    with pytest.raises(DataError, match="its name says 047dcff4"):
        train(small(photo_folder(2, 4), model=MODEL, weights="auto"), tmp_path / "run")


def test_table_says_what_is_here(weights_file: Path) -> None:
    take(import_weights(MODEL, weights_file, Control()))
    here = {row.name: row.here for row in weights_table()}
    assert here["efficientnet_lite0"]
    assert here[MODEL]
    assert not here["simple_cnn"]
    assert not here["vgg16"]


def test_auto_without_weights_offers_what_can_be_done() -> None:
    with pytest.raises(DataError, match=r"ResNet-50 are not on this computer.*EfficientNet-Lite0"):
        find_weights("resnet50", "auto")
    assert find_weights("resnet50", "none") is None
    assert find_weights("simple_cnn", "auto") is None


def test_an_import_can_be_stopped_and_keeps_nothing(weights_file: Path) -> None:
    control = Control()
    job = import_weights(MODEL, weights_file, control)
    next(job)
    control.stop()
    with pytest.raises(StopRequested):
        take(job)
    assert not weights_folder().exists() or not list(weights_folder().iterdir())
