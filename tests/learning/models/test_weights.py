"""Weights from files: the right ones are taken, everything else is refused in one sentence and runs no code."""

from __future__ import annotations

import contextlib
import hashlib
import http.server
import json
import os
import pickle
import re
import socket
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import timm
import torch
from safetensors.torch import save_file
from torch import nn

from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.events import Event, Progress, Warned
from cnn_desktop.domain.jobs.train import Trained
from cnn_desktop.domain.places import weights_folder
from cnn_desktop.learning.models import download
from cnn_desktop.learning.models.network import State, build, reference
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
        name: torch.tensor(0) if name.endswith("num_batches_tracked") else torch.rand(shape) * 0.01
        for name, shape in shapes.items()
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


def test_the_bundled_model_knows_imagenet(trashnet: Path) -> None:
    weights = find_weights("efficientnet_lite0", "auto")
    assert weights is not None
    assert weights.bundled
    state = load_weights(weights, 224)
    net = build("efficientnet_lite0", 1000, 224, state)
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
        (lambda folder: folder / "gone.pth", "could not be read"),
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


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the loopback address it is served at."""
    folder = tmp_path / "served"
    folder.mkdir()

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_download_is_checked_kept_and_learnt_from(
    served: tuple[Path, str], weights_file: Path, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder, address = served
    weights_file.rename(folder / weights_file.name)
    events = take(download_weights(MODEL, Control(), address=f"{address}/{weights_file.name}"))
    assert only(Progress, events)
    assert not only(Warned, events)
    assert sorted(path.name for path in weights_folder().iterdir()) == [f"{MODEL}.json", f"{MODEL}.safetensors"]
    trained = train(small(photo_folder(2, 4), model=MODEL, weights="auto", batch_size=4), tmp_path / "run")
    assert isinstance(trained[-1], Trained)


OFFER = r"Try again later, import a weights file, or choose EfficientNet-Lite0, whose weights come with the app\.$"


def refused(address: str, model: str = MODEL) -> str:
    """The sentence of a download that fails; nothing is left of it."""
    with pytest.raises(DataError) as failing:
        take(download_weights(model, Control(), address=address))
    assert not list(weights_folder().iterdir())
    return str(failing.value)


def test_failing_downloads_say_so_and_leave_nothing(
    served: tuple[Path, str], weights_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(host: str, *rest: object) -> list[object]:
        if host != "127.0.0.1":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return look_up(host, *rest)  # type: ignore[arg-type, return-value]

    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    folder, address = served
    weights_file.rename(folder / "mobilenet_v3_small-deadbeef.pth")
    for bad, reason in (
        (f"{address}/mobilenet_v3_small-deadbeef.pth", "the file from 127.0.0.1 is damaged or the wrong one"),
        (f"{address}/gone.pth", "127.0.0.1 no longer has them"),
        ("http://127.0.0.1:9/a.pth", "no connection to 127.0.0.1"),
        ("http://no.such.host.invalid/a.pth", "no connection to no.such.host.invalid"),
        (f"{address.replace('http', 'https')}/a.pth", "the connection to 127.0.0.1 is not secure (check "),
    ):
        said = refused(bad)
        assert said.startswith(f"The weights for MobileNetV3 small could not be downloaded: {reason}"), said
        assert re.search(OFFER, said), said
        assert "urlopen" not in said
    with pytest.raises(UsageError, match="come with the app"):
        take(download_weights("efficientnet_lite0", Control()))
    with pytest.raises(UsageError, match="has no pretrained weights"):
        take(download_weights("simple_cnn", Control()))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "127.0.0.1 refused the download (error 403)"),
        (b"HTTP/1.1 503 Busy\r\n\r\n", "127.0.0.1 has a problem at the moment (error 503)"),
        (b"HTTP/1.1 407 Proxy\r\n\r\n", "your network's proxy refused the connection to 127.0.0.1"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\nhalf", "the connection to 127.0.0.1 was lost"),
        (b"", "the connection to 127.0.0.1 was lost"),
        (b"what?\r\n", "the connection to 127.0.0.1 was lost"),
    ],
)
def test_a_server_that_does_not_deliver_is_told(answer: bytes, reason: str) -> None:
    with answering(answer) as port:
        assert f"downloaded: {reason}. " in refused(f"http://127.0.0.1:{port}/a.pth")


def test_a_proxy_that_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(b"HTTP/1.1 403 Forbidden\r\n\r\n") as port:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")
        monkeypatch.delenv("no_proxy")
        said = refused("https://weights.invalid/a.pth")
    assert "your network's proxy refused the connection to weights.invalid. " in said


def test_a_host_that_never_answers_is_given_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "CONNECT_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        said = refused(f"http://127.0.0.1:{silent.getsockname()[1]}/a.pth")
    assert "downloaded: no connection to 127.0.0.1. " in said


def test_a_download_larger_than_the_disk_is_told_before_it(weights_file: Path) -> None:
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000\r\n\r\nhalf") as port:
        assert "too full for the weights" in refused(f"http://127.0.0.1:{port}/a.pth")


def test_timm_models_are_fetched_without_the_hubs_own_client(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, served: tuple[Path, str]
) -> None:
    folder, address = served
    model = "timm:test_resnet.r160_in1k"
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    assert "no connection to 127.0.0.1. " in refused("", model)
    monkeypatch.setenv("HF_ENDPOINT", address)
    there = folder / "timm/test_resnet.r160_in1k/resolve/main/model.safetensors"
    there.parent.mkdir(parents=True)
    there.write_text("<html>Sign in to this network</html>")
    assert "do not fit" in refused("", model)
    save_file(timm.create_model("test_resnet.r160_in1k").state_dict(), there)
    take(download_weights(model, Control()))
    found = find_weights(model, "auto")
    assert found is not None
    assert load_weights(found, 160)
    with pytest.raises(UsageError, match="timm has no model called “nonsense”"):
        take(download_weights("timm:nonsense", Control()))


@contextlib.contextmanager
def answering(answer: bytes) -> Iterator[int]:
    """The port of a server that answers one request with these bytes, and closes."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(20)

        def serve() -> None:
            with server.accept()[0] as connection:
                connection.recv(4096)
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


def test_a_download_can_be_stopped_and_leaves_no_half_file() -> None:
    may_end = threading.Event()

    class Halting(http.server.BaseHTTPRequestHandler):
        """Sends half of what it promised, and then nothing."""

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "2000000")
            self.end_headers()
            self.wfile.write(bytes(1_000_000))
            may_end.wait(60)

        def log_message(self, format: str, *args: object) -> None:
            pass

    control = Control()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Halting) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        job = download_weights(MODEL, control, address=f"http://127.0.0.1:{server.server_port}/half.pth")
        assert isinstance(next(job), Progress)
        assert list(weights_folder().iterdir())
        control.stop()
        with pytest.raises(StopRequested):
            take(job)
        assert not list(weights_folder().iterdir())
        may_end.set()
        server.shutdown()
        thread.join()


def test_an_import_can_be_stopped_and_keeps_nothing(weights_file: Path) -> None:
    control = Control()
    job = import_weights(MODEL, weights_file, control)
    next(job)
    control.stop()
    with pytest.raises(StopRequested):
        take(job)
    assert not weights_folder().exists() or not list(weights_folder().iterdir())
