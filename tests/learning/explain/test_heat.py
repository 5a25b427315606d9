"""A heat map lies over the photo, for any class; where there can be none, the reason is said."""

from __future__ import annotations

import math
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
import torch

from cnn_desktop.child.table import TABLE
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested, UsageError
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.jobs.explain import HeatShown, NoHeat, ShowHeat
from cnn_desktop.learning.answers.predict import Predictor
from cnn_desktop.learning.explain.occlusion import Falls, occlusion
from cnn_desktop.learning.models.network import build
from tests.learning.explain.helpers import NAMES, draw, lay_run, read_maps


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heat")
    lay_run(folder / "simple", "simple_cnn", 32)
    lay_run(folder / "mirrored", "simple_cnn", 32, mirrored=True)
    draw(folder / "photo.png")
    return folder


def heat(folder: Path, run: str = "simple", control: Control | None = None, **settings: Any) -> list[Event]:
    job = ShowHeat(str(folder / run), str(folder / "photo.png"), str(folder / "maps"), device="cpu", **settings)
    return list(TABLE[ShowHeat](job, control or Control()))


def returned(walk: Generator[Event, None, Falls]) -> Falls:
    while True:
        try:
            next(walk)
        except StopIteration as end:
            found: Falls = end.value
            return found


@pytest.mark.parametrize("run", ["simple", "mirrored"])
@pytest.mark.parametrize("method", ["grad_cam", "grad_cam_pp", "occlusion"])
def test_each_way_and_class(folder: Path, run: str, method: Any) -> None:
    (answer,) = Predictor(folder / run, "cpu").predict([str(folder / "photo.png")], Control())
    scores = {score.name: score.probability for score in answer.scores}  # type: ignore[attr-defined]
    for name in ("", NAMES[2]):
        *told, event = heat(folder, run, method=method, class_name=name)
        assert isinstance(event, HeatShown)
        assert all(isinstance(one, Progress) for one in told)
        assert event.class_name == (name or next(iter(scores)))
        assert event.probability == pytest.approx(scores[event.class_name], abs=1e-6)
        assert event.layer == ("" if method == "occlusion" else "relu (2)")
        maps = read_maps(event.file)
        assert maps.shape == (1, 32, 32)
        assert maps.max() == (0 if event.is_empty else 255)
        assert (event.covered is not None) == (method == "occlusion" and not event.is_empty)
        assert event.covered is None or event.covered[0] > event.covered[1]


def test_occlusion_finds_the_part_that_counts() -> None:
    class Corner(torch.nn.Module):
        def forward(self, photos: torch.Tensor) -> torch.Tensor:
            seen = photos[:, :, :8, -8:].mean((1, 2, 3))
            return torch.stack((seen, -seen), 1)

    net = build("simple_cnn", 2, 32)
    net.module = Corner()
    before, lowest = 1 / (1 + math.exp(-2)), 1 / 2
    falls, *shares = returned(occlusion(net, torch.ones(1, 3, 32, 32), 0, Control()))
    assert shares[0] == pytest.approx(before)
    assert lowest < shares[1] < before, "a square covers most of the corner"
    assert falls[:8, -8:].min() > 1e-3
    assert max(falls[16:].max(), falls[:, :16].max()) < 1e-6


def test_it_can_be_stopped(folder: Path) -> None:
    control = Control()
    control.stop()
    for method in ("grad_cam", "occlusion"):
        with pytest.raises(StopRequested):
            heat(folder, control=control, method=method)


def test_what_cannot_be_had_is_said(folder: Path, transformer: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not know the class “Glas”"):
        heat(folder, class_name="Glas")
    job = ShowHeat(str(folder / "simple"), str(tmp_path / "gone.png"), str(tmp_path), device="cpu")
    (event,) = TABLE[ShowHeat](job, Control())
    assert isinstance(event, Skipped)
    (event,) = heat(transformer, "run")
    assert isinstance(event, NoHeat)
    assert "keeps no maps" in str(event.reason)
