"""Compiling: tried where it can win its time back, kept where it does, and never in the way of a training."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from cnn_desktop.dataset.pixels.source import PixelCache
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.message import say
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.training import quick_trainer
from cnn_desktop.learning.training.quick_trainer import QuickTrainer
from cnn_desktop.learning.training.trainer import PhaseStart, TrainBatch
from cnn_desktop.learning.tuning import compiled
from cnn_desktop.learning.tuning.compiled import Compiling, Measured, can_compile
from cnn_desktop.learning.tuning.compute_plan import ComputePlan
from cnn_desktop.learning.tuning.device import DeviceChoice, choose_device

CPU = DeviceChoice("cpu", "CPU", say("chosen by you"), torch.float32)
COMPILED_NOW = "Preparing the network for this graphics card. This can take a minute."


@pytest.fixture
def willing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The CPU as a card with a compiler: traced by torch's compiler, but run by torch, which needs no C compiler."""
    monkeypatch.setattr(quick_trainer, "can_compile", lambda device: True)
    monkeypatch.setattr(compiled, "BACKEND", "aot_eager")
    monkeypatch.setattr(compiled, "_PREPARING", 0.0)
    monkeypatch.setattr(compiled, "_WORTH", 0.0)


def trainer(
    choice: DeviceChoice = CPU, steps: int = 1000, known: ComputePlan | None = None
) -> tuple[QuickTrainer, list[str]]:
    """With its plan chosen on a first batch, and what was said of it."""
    torch.manual_seed(0)
    files, cache = [Path()] * 8, PixelCache()
    made = QuickTrainer(TrainConfig(data="", batch_size=8), build("resnet18", 3, 32), choice, files, [0] * 8, 1, cache)
    made.begin(PhaseStart("full", 1e-3, steps, manner="plain"))
    made.net.train()
    return made, [str(event) for event in made.choose(batch_of(8, device=choice.device), known, Control())]


def batch_of(photos: int, seed: int = 0, device: str = "cpu") -> TrainBatch:
    rng = np.random.default_rng([photos, seed])
    pixels = torch.from_numpy(rng.integers(0, 255, (photos, 32, 32, 3), np.uint8))
    return TrainBatch(pixels.to(device), (torch.arange(photos) % 3).to(device), 0)


def test_it_must_win_back_the_time_of_compiling() -> None:
    measured = Measured(plain=0.3, compiled=0.2, preparing=30)
    assert measured.times == pytest.approx(1.5)
    assert not measured.pays(299)
    assert measured.pays(301)
    assert not Measured(0.3, 0.299, 0.0).pays(10**6), "too little to be worth it"
    assert not Measured(0.3, None, 0.0).pays(10**6)


@pytest.mark.usefixtures("willing")
def test_a_compiled_network_learns_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as unwilling:
        unwilling.setattr(quick_trainer, "can_compile", lambda device: False)
        plain, nothing = trainer()
    quick, said = trainer()
    for seed in range(4):
        for photos in (8, 5):
            one, other = plain.step(batch_of(photos, seed)), quick.step(batch_of(photos, seed))
            torch.testing.assert_close(other.logits, one.logits, rtol=1e-3, atol=1e-4)
    assert said[0] == COMPILED_NOW
    assert said[1].startswith("The prepared network is ")
    assert not nothing
    assert quick.plan.compiled
    assert not plain.plan.compiled
    ours, theirs = quick.net.module.state_dict(), plain.net.module.state_dict()
    assert ours.keys() == theirs.keys()
    assert int(ours["bn1.num_batches_tracked"]) == 8, "measuring is no learning"
    torch.testing.assert_close(ours["bn1.running_mean"], theirs["bn1.running_mean"], rtol=1e-3, atol=1e-4)


@pytest.mark.usefixtures("willing")
def test_what_was_measured_is_remembered() -> None:
    first, _ = trainer()
    steps: list[int] = []
    again = Compiling(first.net.module, "cpu", "resnet18 full 32 torch.float32 8", lambda network: steps.append(1))
    assert not again.is_worth_trying(0), "nothing to win with no steps left"
    assert not steps


@pytest.mark.usefixtures("willing")
def test_what_was_chosen_before_is_not_weighed_again() -> None:
    known = ComputePlan("cpu", "float32", 9, compiled=True)
    made, said = trainer(steps=0, known=known)
    assert said == [COMPILED_NOW]
    assert made.plan == known
    made.begin(PhaseStart("full", 1e-3, 1000))
    list(made.choose(batch_of(7), None, Control()))
    assert made.plan.compiled, "full batches come, though of the first a photo is missing"
    plain, said = trainer(known=ComputePlan("cpu", "float32", 9))
    assert not said
    assert not plain.plan.compiled


@pytest.mark.usefixtures("willing")
def test_a_compiler_that_fails_is_told_once_and_training_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> Callable[..., object]:
        raise RuntimeError("no C compiler was found")

    monkeypatch.setattr(compiled, "BACKEND", fails)
    made, said = trainer()
    assert made.step(batch_of(8)).logits.isfinite().all()
    assert said[0] == COMPILED_NOW
    assert "could not be prepared for this graphics card" in said[1]
    assert len(said) == 2
    assert not made.plan.compiled
    assert not trainer()[1], "remembered"


def test_short_phases_are_not_held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_trainer, "can_compile", lambda device: True)
    made, said = trainer(steps=20)
    assert not said
    assert not made.plan.compiled


def test_nothing_is_compiled_on_a_cpu() -> None:
    assert not can_compile("cpu")
    made, _ = trainer()
    assert not made.plan.compiled


def test_a_copy_without_the_compiler_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_trainer, "can_compile", lambda device: False)
    made, said = trainer()
    assert not said, "a CPU needs none"
    made.choice = DeviceChoice("cuda", "a card", say("chosen by you"), torch.float32)
    events = [event for _ in range(2) for event in made._choose_network(batch_of(8), Control(), is_new=True)]
    assert [str(event) for event in events] == [
        "This copy of CNN Desktop has no compiler for graphics cards, so the network is used as it is."
    ]


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA GPU")
@pytest.mark.filterwarnings("ignore:.torch.jit:DeprecationWarning")  # torch's own, from Python 3.12 on
def test_on_a_card_it_learns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_PREPARING", 0.0)
    monkeypatch.setattr(compiled, "_WORTH", 0.0)
    choice = choose_device("cuda", "float32")
    made, said = trainer(choice)
    steps = [made.step(batch_of(8, device=choice.device)) for _ in range(20)]
    losses = [float(torch.nn.functional.cross_entropy(*step)) for step in steps]
    assert said[0] == COMPILED_NOW
    assert losses[-1] < losses[0]
