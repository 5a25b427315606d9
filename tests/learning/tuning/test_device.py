"""Which device is chosen, and the reason in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Warned
from cnn_desktop.domain.graphics import Verdict
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.jobs.train import EpochDone, Planned
from cnn_desktop.domain.message import say
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.tuning.device import choose_device
from cnn_desktop.learning.tuning.memory import plain_memory_errors
from tests.learning.helpers import only, small, train

has_cuda = torch.cuda.is_available()


def test_cpu_on_request() -> None:
    choice = choose_device("cpu", "float32")
    assert (choice.device, choice.name, choice.precision, str(choice.reason)) == (
        "cpu",
        "CPU",
        "float32",
        "chosen by you",
    )
    assert choose_device("cpu", "bfloat16").precision == "bfloat16"


@pytest.mark.skipif(has_cuda or torch.backends.mps.is_available(), reason="this computer has a GPU")
def test_auto_without_a_gpu_says_why() -> None:
    choice = choose_device("auto")
    assert choice.device == "cpu"
    assert str(choice.reason) in ("no NVIDIA card found", "this installation supports only the CPU")
    with pytest.raises(UsageError, match="The device cuda cannot be used: "):
        choose_device("cuda")
    with pytest.raises(UsageError, match="mps cannot be used"):
        choose_device("mps")


@pytest.mark.skipif(has_cuda, reason="this computer has a GPU")
@pytest.mark.parametrize(
    "found",
    [Verdict(device="cpu", reason=say("the test failed"), has_card=True), Verdict(device="cuda", has_card=True)],
)
def test_a_training_says_when_it_leaves_a_card_alone(
    found: Verdict, photo_folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second card worked when it was tested; now torch finds none."""
    monkeypatch.setattr("cnn_desktop.learning.tuning.device.find_verdict", lambda: found)
    choice = choose_device("auto")
    assert (choice.device, choice.is_lost) == ("cpu", True)
    events = train(small(photo_folder(2, 8), device="auto", epochs=1), tmp_path / "run")
    said = f"This training runs on the CPU, though there is a graphics card: {choice.reason}."
    assert [str(event) for event in only(Warned, events)] == [said]


def test_several_gpus_and_nonsense_are_refused() -> None:
    with pytest.raises(UsageError, match=r"several graphics cards at once \(cuda:0,1\)"):
        choose_device("cuda:0,1")
    with pytest.raises(UsageError, match="no device “tpu”"):
        choose_device("tpu")


def test_out_of_memory_is_one_sentence() -> None:
    said = "not enough memory on CPU for 32 photos of 224 pixels"
    with pytest.raises(DataError, match=said), plain_memory_errors("cpu", 32, 224):
        torch.empty(1 << 55)
    with pytest.raises(RuntimeError, match="shapes cannot be multiplied"), plain_memory_errors("cpu", 32, 224):
        torch.ones(2, 3) @ torch.ones(2, 3)


@pytest.mark.gpu
@pytest.mark.skipif(not has_cuda, reason="needs an NVIDIA GPU")
@pytest.mark.parametrize("model", ["simple_cnn", "efficientnet_lite0"])
def test_gpu_trains_and_agrees_with_the_cpu(model: str, photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    data, run = photo_folder(3, 20), tmp_path / "run"
    events = train(small(data, model=model, device="auto", precision="auto", epochs=4, batch_size=16), run)
    (planned,) = only(Planned, events)
    assert planned.device == "cuda"
    assert planned.precision in ("bfloat16", "float16")
    assert (only(EpochDone, events)[-1].train_loss or 9) < (only(EpochDone, events)[0].train_loss or 0)
    figures = []
    for device in ("cuda", "cpu"):
        last = list(evaluate(run, data, device, Control()))[-1]
        assert isinstance(last, Evaluated)
        figures.append(last.accuracy)
    assert figures[0] == figures[1]
    with pytest.raises(UsageError, match="counted from 0"):
        choose_device("cuda:99")
