"""ONNX Runtime against PyTorch: the same numbers, chosen by measurement, repaired, and done without when it fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.learning.engine import Engine, TorchEngine
from cnn_desktop.learning.engine_choice import choose_engine
from cnn_desktop.learning.engine_onnx import OnnxEngine
from cnn_desktop.learning.features import PLAIN, FeatureReader, Features, backbone_sha256
from cnn_desktop.learning.models import Net, build
from cnn_desktop.learning.validate import float32_logits
from cnn_desktop.learning.weights import find_weights, load_weights

Make = Callable[..., Path]


@pytest.fixture(scope="module")
def net() -> Net:
    weights = find_weights("efficientnet_lite0", "auto")
    assert weights
    torch.manual_seed(0)
    return build("efficientnet_lite0", 5, 64, load_weights(weights, 64))


def read(net: Net, engine: Engine, folder: Path) -> Features:
    reading = FeatureReader(net, engine, backbone_sha256(net), 2).read(
        sorted(folder.rglob("*.png")), [PLAIN], lambda *_: None, Control()
    )
    while True:
        try:
            next(reading)
        except StopIteration as end:
            return end.value


def test_probabilities_equal_those_of_pytorch(net: Net, photo_folder: Make) -> None:
    folder = photo_folder(5, 6, size=(90, 70))
    features = read(net, OnnxEngine(net, backbone_sha256(net), 2), folder)
    assert features.computed == 30
    pixels = np.stack([net.preprocess.pixels(file) for file in sorted(folder.rglob("*.png"))])
    whole = float32_logits(net, torch.from_numpy(net.preprocess.normalise(pixels))).softmax(1)
    with torch.inference_mode():
        cut = net.heads[0](torch.from_numpy(features.rows[0])).softmax(1)
    torch.testing.assert_close(cut, whole, rtol=0, atol=1e-4)
    assert torch.equal(cut.argmax(1), whole.argmax(1))
    # Each engine keeps its own numbers.
    assert read(net, TorchEngine(net, "cpu"), folder).computed == 30


def test_exporting_leaves_the_network_as_it_was(net: Net) -> None:
    photo = torch.zeros(1, 3, 64, 64)
    before = float32_logits(net, photo)
    net.module.train()
    OnnxEngine(net, "x", 1)(photo.numpy())
    assert net.module.training
    assert torch.equal(float32_logits(net, photo), before)


def test_a_damaged_export_is_made_again(net: Net) -> None:
    photo = np.zeros((1, 3, 64, 64), np.float32)
    engine = OnnxEngine(net, "x", 1)
    first = engine(photo)
    content = bytearray(engine.file.read_bytes())
    content[len(content) // 2] ^= 255
    engine.file.write_bytes(content)
    again = OnnxEngine(net, "x", 1)
    assert np.array_equal(again(photo), first)
    assert again.file.read_bytes() != content


def test_the_choice_is_measured_once(net: Net, home: Path) -> None:
    engine, reason = choose_engine(net, "cpu", "x", 2, 1000)
    assert "photos a second" in str(reason)
    (note,) = (home / "cache/engines").iterdir()
    note.write_bytes(note.read_bytes().replace(b'"engine":"onnxruntime"', b'"engine":"torch"'))
    assert choose_engine(net, "cpu", "x", 2, 1000)[0].name == "torch"
    note.write_bytes(b"damaged")
    assert choose_engine(net, "cpu", "x", 2, 1000)[0].name == engine.name
    assert str(choose_engine(net, "cpu", "x", 2, 20)[1]) == "PyTorch, as the photos are few"


def test_without_onnx_pytorch_does_it(net: Net, home: Path) -> None:
    (home / "cache").write_text("a file where the cache's folder should be")
    engine, reason = choose_engine(net, "cpu", "x", 2, 1000)
    assert engine.name == "torch"
    assert "could not be saved" in str(reason)


def test_a_network_that_onnx_cannot_express_stays_in_pytorch(net: Net) -> None:
    class Odd(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.head = torch.nn.Linear(12288, 2)

        def forward(self, photos: torch.Tensor) -> torch.Tensor:
            return self.head(torch.special.i1e(photos.flatten(1)))

    odd = Odd()
    strange = Net("odd", odd, [odd.head], net.preprocess)
    engine, reason = choose_engine(strange, "cpu", "x", 2, 1000)
    assert engine.name == "torch"
    assert "ONNX Runtime cannot run this network" in str(reason)
    with pytest.raises(DataError):
        OnnxEngine(strange, "x", 1)(np.zeros((1, 3, 64, 64), np.float32))
