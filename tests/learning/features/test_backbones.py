"""What two backbones see side by side: the same numbers as their networks', found again, one bar, bad photos told once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from cnn_desktop.domain.catalog import ARCHITECTURES, size_for
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.jobs.train import Trained
from cnn_desktop.domain.tones import OWN
from cnn_desktop.learning.features.backbones import Seen, Smaller, features_of
from cnn_desktop.learning.features.store import features_folder
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.models.weights import find_weights, load_weights
from tests.learning.helpers import only, small, train

Make = Callable[..., Path]
BOTH = [row.name for row in ARCHITECTURES if row.bundled]


def see(
    files: Sequence[Path], control: Control | None = None, smaller: Smaller = np.asarray, names: Sequence[str] = BOTH
) -> tuple[Seen, list[Event]]:
    reading = features_of(files, names, OWN, "cpu", control or Control(), smaller=smaller)
    events: list[Event] = []
    while True:
        try:
            events.append(next(reading))
        except StopIteration as end:
            return end.value, events


def segments() -> set[Path]:
    return set(features_folder().rglob("*.features"))


@pytest.fixture
def files(photo_folder: Make) -> list[Path]:
    """Four photos, and in third place a file that is none."""
    folder = photo_folder(2, 2)
    found = sorted(folder.rglob("*.png"))
    bad = folder / "bad.png"
    bad.write_bytes(b"no photo")
    return [*found[:2], bad, *found[2:]]


def test_each_backbone_sees_what_its_network_sees_before_its_head(files: list[Path]) -> None:
    seen, events = see(files)
    assert seen.readable.tolist() == [True, True, False, True, True]
    assert [Path(event.path).name for event in only(Skipped, events)] == ["bad.png"]
    assert seen.side_by_side().shape == (5, 2560)
    assert not seen.side_by_side()[2].any()
    for name, part in zip(BOTH, seen.parts, strict=True):
        size = size_for(name)
        weights = find_weights(name, "auto")
        assert weights is not None
        net = build(name, 2, size, load_weights(weights, size))
        net.heads[0] = net.module.classifier = torch.nn.Identity()
        with torch.inference_mode():
            whole = net.module.eval()(torch.from_numpy(net.preprocess(files[0])[None]))[0]
        assert part.dtype == np.float32
        torch.testing.assert_close(torch.from_numpy(part[0]), whole, rtol=0, atol=1e-4)
    told = only(Progress, events)
    assert {event.total for event in told} == {5}
    assert [event.done for event in told] == sorted(event.done for event in told)
    assert told[-1].done == 5
    again, events = see(files)
    assert not only(Progress, events), "all of it was in the cache"
    assert all(map(np.array_equal, again.parts, seen.parts))


def test_after_stop_only_what_is_missing_is_read(files: list[Path]) -> None:
    control = Control()

    def stop(rows: np.ndarray) -> np.ndarray:
        control.stop()
        return rows

    with pytest.raises(StopRequested):
        see(files, control, stop)
    kept = segments()
    assert len({file.parent for file in kept}) == 1, "the first backbone's"
    see(files)
    assert kept < segments()
    assert len({file.parent for file in segments()}) == 2
    assert len({file.parent for file in segments() - kept}) == 1, "the first one's were found"


def test_a_photo_that_goes_away_between_two_backbones_is_left_out_of_both(files: list[Path]) -> None:
    def remove(rows: np.ndarray) -> np.ndarray:
        files[0].unlink(missing_ok=True)
        return rows[:, :5]

    seen, events = see(files, smaller=remove)
    assert [Path(event.path) for event in only(Skipped, events)] == [files[2], files[0]]
    assert seen.readable.tolist() == [False, True, False, True, True]
    assert [part.shape for part in seen.parts] == [(5, 5), (5, 5)]
    assert not any(part[0].any() for part in seen.parts)


def test_nothing_to_see(tmp_path: Path) -> None:
    seen, events = see([])
    assert (seen.side_by_side().shape, seen.readable.shape, events) == ((0, 0), (0,), [])
    (tmp_path / "bad.png").write_bytes(b"no photo")
    seen, events = see([tmp_path / "bad.png", tmp_path / "gone.png"], names=BOTH[:1])
    assert (seen.side_by_side().shape, seen.readable.any()) == ((2, 0), False)
    assert len(only(Skipped, events)) == 2


def test_weights_that_are_not_here_are_said(files: list[Path]) -> None:
    with pytest.raises(DataError, match="ResNet-18 are not on this computer"):
        see(files, names=["resnet18"])


def test_a_training_uses_what_was_seen(photo_folder: Make, tmp_path: Path) -> None:
    """The model learns at the size its weights are for, and finds its photos' features."""
    data = photo_folder(2, 4)
    see(sorted(data.rglob("*.png")), names=["efficientnet_lite2"])
    before = segments()
    config = small(
        data,
        model="efficientnet_lite2",
        weights="auto",
        head_epochs=2,
        epochs=0,
        image_size=size_for("efficientnet_lite2"),
    )
    assert only(Trained, train(config, tmp_path / "run"))[0].model == "efficientnet_lite2"
    plain = {file.parent for file in before}
    assert not [file for file in segments() - before if file.parent in plain], "as it is, each photo was known"
