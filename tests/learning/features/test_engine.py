"""ONNX Runtime against PyTorch: the same numbers, chosen by measurement, repaired, and done without when it fails."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.message import say
from cnn_desktop.domain.report import load_report
from cnn_desktop.domain.run import OTHER_REPORT
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.answers.logits import QuickAnswers
from cnn_desktop.learning.answers.predict import Predictor
from cnn_desktop.learning.features.engine import Engine, TorchEngine
from cnn_desktop.learning.features.engine_choice import choose_engine
from cnn_desktop.learning.features.engine_onnx import OnnxEngine
from cnn_desktop.learning.features.reader import PLAIN, FeatureReader, Features, trunk_sha256
from cnn_desktop.learning.models.cut import head_cut
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.models.weights import find_weights, load_weights
from cnn_desktop.learning.training.validate import float32_logits
from tests.learning.helpers import only, small, train

Make = Callable[..., Path]


@pytest.fixture(scope="module")
def net() -> Net:
    return pretrained("efficientnet_lite0")


def pretrained(name: str) -> Net:
    weights = find_weights(name, "auto")
    assert weights
    torch.manual_seed(0)
    return build(name, 5, 64, load_weights(weights, 64))


def read(net: Net, engine: Engine, folder: Path) -> Features:
    reading = FeatureReader(head_cut(net), engine, trunk_sha256(head_cut(net)), 2).read(
        sorted(folder.rglob("*.png")), [PLAIN], lambda *_: None, Control()
    )
    while True:
        try:
            next(reading)
        except StopIteration as end:
            return end.value


def finish(job: Generator[Event, None, Any]) -> Any:
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize("name", [row.name for row in ARCHITECTURES if row.bundle])
def test_probabilities_equal_those_of_pytorch(name: str, photo_folder: Make) -> None:
    net = pretrained(name)
    folder = photo_folder(5, 6, size=(90, 70))
    features = read(net, OnnxEngine(head_cut(net), trunk_sha256(head_cut(net)), 2), folder)
    assert features.computed == 30
    pixels = np.stack([net.preprocess.pixels(file) for file in sorted(folder.rglob("*.png"))])
    whole = float32_logits(net, torch.from_numpy(net.preprocess.normalise(pixels))).softmax(1)
    with torch.inference_mode():
        cut = net.heads[0](torch.from_numpy(features.rows[0])).softmax(1)
    torch.testing.assert_close(cut, whole, rtol=0, atol=1e-4)
    assert torch.equal(cut.argmax(1), whole.argmax(1))
    # Each engine keeps its own numbers.
    assert read(net, TorchEngine(head_cut(net), "cpu"), folder).computed == 30


def test_exporting_leaves_the_network_as_it_was(net: Net) -> None:
    photo = torch.zeros(1, 3, 64, 64)
    before = float32_logits(net, photo)
    net.module.train()
    OnnxEngine(head_cut(net), "x", 1)(photo.numpy())
    assert net.module.training
    assert torch.equal(float32_logits(net, photo), before)


def test_a_damaged_export_is_made_again(net: Net) -> None:
    photo = np.zeros((1, 3, 64, 64), np.float32)
    engine = OnnxEngine(head_cut(net), "x", 1)
    first = engine(photo)
    content = bytearray(engine.file.read_bytes())
    content[len(content) // 2] ^= 255
    engine.file.write_bytes(content)
    again = OnnxEngine(head_cut(net), "x", 1)
    assert np.array_equal(again(photo), first)
    assert again.file.read_bytes() != content


def test_the_choice_is_measured_once(net: Net, home: Path) -> None:
    engine, reason = choose_engine(head_cut(net), "cpu", "x", 2, 1000, Control())
    assert "photos per second" in str(reason)
    (note,) = (home / "cache/engines").iterdir()
    note.write_bytes(note.read_bytes().replace(b'"engine":"onnxruntime"', b'"engine":"torch"'))
    assert choose_engine(head_cut(net), "cpu", "x", 2, 1000, Control())[0].name == "torch"
    note.write_bytes(b"damaged")
    assert choose_engine(head_cut(net), "cpu", "x", 2, 1000, Control())[0].name == engine.name
    assert str(choose_engine(head_cut(net), "cpu", "x", 2, 20, Control())[1]) == (
        "standard engine, as there are only a few photos"
    )


def test_without_onnx_pytorch_does_it(net: Net, home: Path) -> None:
    (home / "cache").write_text("a file where the cache's folder should be")
    engine, reason = choose_engine(head_cut(net), "cpu", "x", 2, 1000, Control())
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
    engine, reason = choose_engine(head_cut(strange), "cpu", "x", 2, 1000, Control())
    assert engine.name == "torch"
    assert "The alternative engine (ONNX Runtime) cannot run this network" in str(reason)
    with pytest.raises(DataError):
        OnnxEngine(head_cut(strange), "x", 1)(np.zeros((1, 3, 64, 64), np.float32))


def test_a_test_of_many_photos_gives_the_usual_answers(photo_folder: Make, tmp_path: Path) -> None:
    data = photo_folder(5, 24, size=(90, 70))
    config = small(data, model="efficientnet_lite0", weights="auto", head_epochs=1, epochs=0, image_size=64)
    train(config, tmp_path / "run")
    events = list(evaluate(tmp_path / "run", data, "cpu", Control()))
    assert [event.done for event in only(Progress, events) if str(event).startswith("Testing")][-1] == 120
    net, _ = load_trained(tmp_path / "run", "cpu")
    report = load_report(tmp_path / "run" / OTHER_REPORT)
    assert len(report.photos) == 120
    for photo in report.photos:
        with torch.inference_mode():
            usual = net.module(torch.from_numpy(net.preprocess(photo.path))[None]).softmax(1)[0]
        np.testing.assert_allclose(photo.probabilities, usual, rtol=0, atol=1e-4)
        assert photo.predicted == report.classes[int(usual.argmax())]
    files, bad = [Path(photo.path) for photo in report.photos], []
    files[7].unlink()
    quick = QuickAnswers.for_many(net, "cpu", 2, len(files), Control())
    assert quick is not None
    logits, features, readable = finish(
        quick.logits(files, lambda place, why: bad.append(place), Control(), say("Testing"))
    )
    assert bad == [7]
    assert readable.tolist() == [place != 7 for place in range(120)]
    assert len(logits) == len(features) == 120
    # Where classes are as good as equal, PyTorch decides.
    with torch.no_grad():
        net.heads[0].weight *= 1e-4
        net.heads[0].bias *= 0
    logits, _, _ = finish(quick.logits(files, lambda *_: None, Control(), say("Testing")))
    pixels = torch.from_numpy(np.stack([net.preprocess(file) for file in files if file.exists()]))
    assert torch.equal(logits[readable], float32_logits(net, pixels))


def test_predicting_many_photos_takes_the_quick_way_and_gives_the_usual_answers(
    photo_folder: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = photo_folder(3, 50)
    train(small(data, model="mobilenet_v3_small", head_epochs=1, epochs=0), tmp_path / "run")
    files = sorted(map(str, data.rglob("*.png")))
    Path(files[120]).unlink()
    usual = []
    for start in range(0, len(files), 50):  # too few at a time for the quick way
        usual += list(Predictor(tmp_path / "run", "cpu").predict(files[start : start + 50], Control()))
    seen: list[int] = []
    real = QuickAnswers.logits
    monkeypatch.setattr(
        QuickAnswers, "logits", lambda self, some, *rest: seen.append(len(some)) or real(self, some, *rest)
    )
    predictor = Predictor(tmp_path / "run", "cpu")
    quick = list(predictor.predict(files, Control()))
    assert seen == [100, 50], "a first part soon, then more at a time"
    answers = [event.path for event in quick if isinstance(event, Predicted | Skipped)]
    assert answers == files, "in order, the unreadable one in its place"
    assert [event.done for event in only(Progress, quick)][-1] == 150
    assert [str(event) for event in quick if isinstance(event, Skipped)] == [
        str(e) for e in usual if isinstance(e, Skipped)
    ]
    for one, other in zip(only(Predicted, quick), only(Predicted, usual), strict=True):
        ours, theirs = ({score.name: score.probability for score in event.scores} for event in (one, other))
        assert ours == pytest.approx(theirs, abs=1e-4)
        assert one.scores[0].name == other.scores[0].name
    stopped = Control()
    stopped.stop()
    with pytest.raises(StopRequested):
        list(predictor.predict(files, stopped))
