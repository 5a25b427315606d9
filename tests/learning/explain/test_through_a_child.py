"""A real child: explored and explained photo after photo, it answers, and does not grow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from cnn_desktop.domain.events import Event, Failed, JobDone, Ready, Skipped
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.explain import HeatShown, ShowHeat
from cnn_desktop.domain.jobs.explore import LayersListed, ListLayers, ShowLayer, ShowSum, SumShown
from cnn_desktop.domain.pixel_file import MapsHead, pixel_folder
from tests.child.test_child import Child
from tests.learning.explain.helpers import draw, lay_run, read_maps

MOST_GROWTH = 50e6
"""Bytes."""


@pytest.fixture
def child() -> Iterator[Child]:
    one = Child()
    yield one
    one.process.kill()
    one.process.communicate()


def memory_of(process: int) -> int:
    """Bytes it holds now."""
    held: int = psutil.Process(process).memory_info().rss
    return held


def test_photo_after_photo(child: Child, tmp_path: Path) -> None:
    run, photos, folder = (
        str(lay_run(tmp_path / "run", "simple_cnn", 96)),
        tmp_path / "photos",
        str(pixel_folder(MapsHead)),
    )
    photos.mkdir()
    child.until(Ready)

    def ask(job: Job) -> Event:
        child.tell(job)
        *_, event, _ = child.until(JobDone)
        return event

    listed = ask(ListLayers(run))
    assert isinstance(listed, LayersListed)
    layers, held = [one for one in listed.layers if one.sums and len(one.output) == 3], list[int]()
    for number in range(40):
        photo, layer = str(draw(photos / f"{number}.png", number)), layers[number % len(layers)]
        shown = ask(ShowLayer(run, photo, layer.name, folder))
        assert read_maps(shown.file).shape == (min(layer.output[0], 64), *layer.output[1:])  # type: ignore[attr-defined]
        assert isinstance(ask(ShowSum(run, photo, layer.name, number % 32, 3, 4)), SumShown)
        if number % 10 == 9:
            assert isinstance(ask(ShowHeat(run, photo, folder)), HeatShown)
            held.append(memory_of(child.process.pid))
    assert held[-1] - held[0] < MOST_GROWTH
    assert len(list(Path(folder).iterdir())) <= 12, "old maps go"
    (photos / "text.png").write_text("no photo")
    assert isinstance(ask(ShowLayer(run, str(photos / "text.png"), "conv1", folder)), Skipped)
    failed = ask(ShowSum(run, str(photos / "0.png"), "conv1", 99))
    assert isinstance(failed, Failed)
    assert "has no number at channel 99" in str(failed)
    assert failed.details == ""
    assert child.end() == (0, "")
