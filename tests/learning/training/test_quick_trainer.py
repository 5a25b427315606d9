"""Steps: too large a batch learns in parts as it would whole; the precision is measured once; photos are decoded once."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from cnn_desktop.dataset.pixels import source as pixel_source
from cnn_desktop.dataset.pixels.augment import draw_changes
from cnn_desktop.dataset.pixels.store import pixels_folder
from cnn_desktop.dataset.reading.decode import decoded
from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Noted, Warned
from cnn_desktop.domain.jobs.train import EpochDone, Planned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.run import LAST
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.training.pace import Sums
from cnn_desktop.learning.training.quick_trainer import QuickTrainer
from cnn_desktop.learning.training.trainer import PhaseStart, TrainBatch
from cnn_desktop.learning.tuning import precision
from cnn_desktop.learning.tuning.device import DeviceChoice, choose_device
from tests.learning.helpers import only, small, train, train_until

Make = Callable[..., Path]
CPU = DeviceChoice("cpu", "CPU", say("chosen by you"), torch.float32)


class Hungry(torch.nn.Module):
    """Asks for 36 petabytes when it gets more than `most` photos: the allocator's own error."""

    def __init__(self, inner: torch.nn.Module, most: int) -> None:
        super().__init__()
        self.inner, self.most = inner, most
        self.seen: list[int] = []

    def forward(self, photos: torch.Tensor) -> torch.Tensor:
        self.seen.append(len(photos))
        if len(photos) > self.most:
            torch.empty(1 << 55)
        return self.inner(photos)


def trainer(batch_size: int = 8, most: int | None = None, model: str = "simple_cnn") -> tuple[QuickTrainer, list[str]]:
    torch.manual_seed(0)
    net = build(model, 3, 32)
    if most is not None:
        net.module = Hungry(net.module, most)
    said: list[str] = []
    cache = pixel_source.PixelCache(lambda message: said.append(str(message)))
    made = QuickTrainer(TrainConfig(data="", batch_size=batch_size), net, CPU, [], [], 1, cache)
    made.begin(PhaseStart("full", 1e-3, 10, manner="plain"))
    return made, said


def batch_of(photos: int) -> TrainBatch:
    rng = np.random.default_rng(photos)
    pixels = torch.from_numpy(rng.integers(0, 255, (photos, 32, 32, 3), np.uint8))
    return TrainBatch(pixels, torch.arange(photos) % 3, 0, draw_changes(Augmentation(), photos, 0, 0))


def test_the_loss_told_is_comparable_with_the_validation_photos() -> None:
    made, _ = trainer()
    made.begin(PhaseStart("full", 1e-3, 10, manner="modern"))
    made.net.train()
    assert made.loss.smoothing > 0
    step, sums = made.step(batch_of(8)), Sums("cpu")
    sums.add(*step)
    shares = step.logits.softmax(1)[torch.arange(8), step.labels]
    told = sums.take().mean_loss
    assert told == pytest.approx(float(-shares.log().mean()), rel=1e-5)
    assert told != pytest.approx(float(made.loss(*step, slice(None))), rel=1e-5)


def test_a_batch_too_large_for_the_memory_learns_in_parts_as_it_would_whole() -> None:
    whole, _ = trainer()
    parts, said = trainer(most=3)
    hungry = parts.net.module
    assert isinstance(hungry, Hungry)
    for count in (8, 8, 5):
        one, other = whole.step(batch_of(count)), parts.step(batch_of(count))
        torch.testing.assert_close(other.logits, one.logits, rtol=1e-4, atol=1e-4)
    assert hungry.seen == [8, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1], "found out once"
    assert said == [
        f"There is not enough memory on CPU for 8 photos at a time, so the photos of a batch are processed {n} at a time."
        for n in (4, 2)
    ]
    for one_weight, other_weight in zip(whole.net.module.parameters(), hungry.inner.parameters(), strict=True):
        torch.testing.assert_close(other_weight, one_weight, rtol=1e-3, atol=1e-4)


def test_memory_for_not_even_one_photo_is_an_error() -> None:
    made, said = trainer(most=0)
    with pytest.raises(DataError, match="not enough memory on CPU even for one photo of 32 pixels"):
        made.step(batch_of(8))
    assert len(said) == 3


def test_batch_norm_never_gets_a_single_photo() -> None:
    made, _ = trainer(most=1, model="resnet18")
    with pytest.raises(DataError, match="for 2 photos of 32 pixels"):
        made.step(batch_of(8))


def test_other_errors_are_not_taken_for_it() -> None:
    made, said = trainer()
    with pytest.raises(RuntimeError, match=r"shape|size|mat1"):
        made.step(TrainBatch(torch.zeros(4, 64, 64, 3, dtype=torch.uint8), torch.zeros(4, dtype=torch.int64), 0))
    assert not said


def test_a_training_says_so_and_goes_on(photo_folder: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., Net] = build

    def hungry(*facts: object) -> Net:
        net = real(*facts)
        inner = net.module.forward
        net.module.forward = lambda photos: inner(photos if len(photos) <= 4 else torch.empty(1 << 55))
        return net

    monkeypatch.setattr("cnn_desktop.learning.training.fit.build", hungry)
    events = train(small(photo_folder(3, 10)), tmp_path / "run")
    assert [str(event) for event in only(Warned, events)] == [
        "There is not enough memory on CPU for 8 photos at a time, so the photos of a batch are processed 4 at a time."
    ]
    assert len(only(EpochDone, events)) == 1


def test_a_training_decodes_each_photo_once(
    photo_folder: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, opened = photo_folder(2, 20), []
    for file in data.rglob("*.png"):
        os.utime(file, (time.time() - 60, time.time() - 60))
    monkeypatch.setattr(
        pixel_source, "decoded", lambda *facts, **how: opened.append(facts[0]) or decoded(*facts, **how)
    )
    config = small(data, epochs=3)
    first = train(config, tmp_path / "one")
    (planned,) = only(Planned, first)
    assert len(opened) == planned.train_photos + planned.val_photos
    again = train(config, tmp_path / "two")
    assert len(opened) == len(set(opened))
    assert [epoch.train_loss for epoch in only(EpochDone, again)] == [e.train_loss for e in only(EpochDone, first)]


def test_the_store_changes_no_number(photo_folder: Make, tmp_path: Path, home: Path) -> None:
    config = small(photo_folder(2, 12), epochs=2, augmentation=Augmentation(crop=True, jitter=True))
    train(config, tmp_path / "stored")
    assert list(pixels_folder().rglob("*.pixels"))
    train_until(config, tmp_path / "parts", 2)
    for file in pixels_folder().rglob("*.pixels"):
        file.unlink()
    train(config, tmp_path / "parts", resume=True)
    one, other = load_file(tmp_path / "stored" / LAST), load_file(tmp_path / "parts" / LAST)
    assert all(torch.equal(one[key], other[key]) for key in one)


def test_the_exact_course_keeps_no_pixels(photo_folder: Make, tmp_path: Path) -> None:
    train(small(photo_folder(2, 8), exact_course=True), tmp_path / "run")
    assert not pixels_folder().exists()


def test_a_cache_that_cannot_be_written_is_told_once(photo_folder: Make, tmp_path: Path, home: Path) -> None:
    (home / "cache").write_text("a file where the cache's folder should be")
    events = train(small(photo_folder(2, 8), epochs=3), tmp_path / "run")
    (warned,) = only(Warned, events)
    assert str(warned).startswith("The cache in ")
    assert len(only(EpochDone, events)) == 3


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc gives memory back at once")
def test_freed_memory_is_kept_for_the_next_step() -> None:
    script = (
        "import resource, sys\n"
        "from cnn_desktop.learning.tuning.memory import keep_freed_memory\n"
        "if len(sys.argv) > 1: assert keep_freed_memory()\n"
        "faults = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_minflt\n"
        "take = lambda size: len(b'x' * size)\n"
        "take(1 << 26); before = faults(); take(1 << 26); print(faults() - before)"
    )
    given_back, kept = (
        int(subprocess.run([sys.executable, "-c", script, *extra], check=True, capture_output=True, text=True).stdout)
        for extra in ([], ["keep"])
    )
    assert kept < 100 < given_back


# ---- precision ----


def test_the_faster_precision_is_measured_once_and_remembered() -> None:
    steps: list[bool] = []
    first = precision.choose_precision("a network", steps.append)
    assert len(steps) == 8, "one pair to warm up, three to measure"
    assert precision.choose_precision("a network", steps.append) == first
    assert len(steps) == 8
    precision.choose_precision("another network", steps.append)
    assert len(steps) == 16
    for file in (cache_folder() / "engines").iterdir():
        file.write_text("damaged")
    precision.choose_precision("a network", steps.append)
    assert len(steps) == 24


def test_long_steps_are_measured_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[bool] = []
    clock = iter(range(0, 1000, 3))
    monkeypatch.setattr(precision.time, "perf_counter", lambda: next(clock))
    precision.choose_precision("a large network", steps.append)
    assert steps == [False, True]


def test_bfloat16_must_pay() -> None:
    assert precision.judge(2.0, 1.0).bfloat16
    assert str(precision.judge(2.5, 1.0).reason) == "half precision, as it is 2.5 times as fast on this computer"
    assert not precision.judge(1.05, 1.0).bfloat16
    assert (
        str(precision.judge(1.0, 2.0).reason)
        == "full precision, as half precision is only 0.5 times as fast on this computer"
    )


def test_measuring_changes_neither_network_nor_random_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    def stepped(to_measure: bool) -> tuple[QuickTrainer, list[Event]]:
        torch.manual_seed(0)
        net = build("efficientnet_lite0", 3, 32)
        choice = DeviceChoice("cpu", "CPU", say(""), torch.float32, to_measure=to_measure)
        made = QuickTrainer(
            TrainConfig(data="", batch_size=8), net, choice, [Path()] * 100, [0] * 100, 1, pixel_source.PixelCache()
        )
        made.begin(PhaseStart("full", 1e-3, 10, manner="plain"))
        told = list(made.choose(batch_of(8), None, Control()))
        made.step(batch_of(8))
        return made, told

    monkeypatch.setattr(precision, "judge", lambda plain, fast: precision.PrecisionChoice(False, say("because")))
    (plain, silent), (measured, told) = stepped(False), stepped(True)
    assert (silent, [str(one) for one in told]) == ([], ["Number format for this part: because."])
    for one, other in zip(
        plain.net.module.state_dict().values(), measured.net.module.state_dict().values(), strict=True
    ):
        assert torch.equal(one, other)


def test_what_was_measured_is_told_and_goes_along_with_the_checkpoint(
    photo_folder: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnn_desktop.learning.tuning.device.cpu_has_bfloat16", lambda: True)
    monkeypatch.setattr(precision, "judge", lambda plain, fast: precision.PrecisionChoice(True, say("because")))
    config = small(photo_folder(3, 60), precision="auto", batch_size=32)
    assert choose_device("cpu", "auto").to_measure
    told = [str(event) for event in only(Noted, train_until(config, tmp_path / "run", 10))]
    assert told == ["Number format for this part: because."]
    monkeypatch.setattr(precision, "judge", lambda plain, fast: precision.PrecisionChoice(False, say("because")))
    for file in (cache_folder() / "engines").iterdir():
        file.unlink()
    resumed = [str(event) for event in only(Noted, train(config, tmp_path / "run", resume=True))]
    assert resumed == ["Resuming in epoch 1 of 1, with the same photos as before."]


def test_few_photos_are_not_worth_measuring(photo_folder: Make, tmp_path: Path) -> None:
    assert not only(Noted, train(small(photo_folder(2, 10), precision="auto"), tmp_path / "run"))
    assert not (cache_folder() / "engines").exists()
