"""Weights from the network: what came is checked and kept, and every way to fail is told in one sentence and leaves nothing."""

from __future__ import annotations

import contextlib
import http.server
import re
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import timm
import torch
from safetensors.torch import save_file

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.events import Progress, Warned
from cnn_desktop.domain.jobs.train import Trained
from cnn_desktop.domain.places import weights_folder
from cnn_desktop.learning.models import download
from cnn_desktop.learning.models.weights import download_weights, find_weights, load_weights, weights_table
from tests.learning.helpers import only, small, train
from tests.learning.models.test_weights import MODEL, hashed_name, made_state

pytestmark = pytest.mark.usefixtures("no_proxy")


def test_a_download_is_checked_kept_and_learnt_from(
    served: tuple[Path, str], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder, address = served
    torch.save(made_state(MODEL), folder / "weights.pth")
    address = f"{address}/{hashed_name(folder / 'weights.pth', MODEL).name}"
    events = list(download_weights(MODEL, Control(), address=address))
    assert only(Progress, events)
    assert not only(Warned, events)
    assert sorted(path.name for path in weights_folder().iterdir()) == [f"{MODEL}.json", f"{MODEL}.safetensors"]
    row = next(row for row in weights_table() if row.name == MODEL)
    assert str(row.status) == f"imported from {address}"
    trained = train(small(photo_folder(2, 4), model=MODEL, weights="auto", batch_size=4), tmp_path / "run")
    assert isinstance(trained[-1], Trained)


OFFER = r"Try again later, import a weights file, or choose EfficientNet-Lite0, whose weights come with the app\.$"


def refused(address: str, model: str = MODEL) -> str:
    """The sentence of a download that fails; nothing is left of it."""
    with pytest.raises(DataError) as failing:
        list(download_weights(model, Control(), address=address))
    assert not list(weights_folder().iterdir())
    return str(failing.value)


def test_failing_downloads_say_so_and_leave_nothing(served: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(host: str, *rest: object) -> list[object]:
        if host != "127.0.0.1":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return look_up(host, *rest)  # type: ignore[arg-type, return-value]

    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    folder, address = served
    (folder / "mobilenet_v3_small-deadbeef.pth").write_bytes(b"something else")
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
        list(download_weights("efficientnet_lite0", Control()))
    with pytest.raises(UsageError, match="has no pretrained weights"):
        list(download_weights("simple_cnn", Control()))


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


def test_a_download_larger_than_the_disk_is_told_before_it() -> None:
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000\r\n\r\nhalf") as port:
        assert "too full for the download" in refused(f"http://127.0.0.1:{port}/a.pth")


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
    list(download_weights(model, Control()))
    found = find_weights(model, "auto")
    assert found is not None
    assert load_weights(found, 160)
    assert str(found.source) == f"imported from {address}/{there.relative_to(folder).as_posix()}"
    with pytest.raises(UsageError, match="timm has no model called “nonsense”"):
        list(download_weights("timm:nonsense", Control()))


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
            list(job)
        assert not list(weights_folder().iterdir())
        may_end.set()
        server.shutdown()
        thread.join()
