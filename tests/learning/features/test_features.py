"""Features of a frozen backbone: equal to the whole network's numbers, kept, found again, repaired, stopped, resumed."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from cnn_desktop.domain.config import PRESETS, Augmentation
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.events import Event, Progress, Warned
from cnn_desktop.learning.features.engine import TorchEngine
from cnn_desktop.learning.features.reader import (
    MIRRORED,
    PLAIN,
    FeatureReader,
    Features,
    Variant,
    trunk_sha256,
    variants_for,
)
from cnn_desktop.learning.features.store import FeatureStore, features_folder, prune
from cnn_desktop.learning.models.cut import head_cut
from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.training.validate import float32_logits
from tests.dataset.helpers import finish
from tests.learning.helpers import only

Make = Callable[..., Path]


@pytest.fixture
def net() -> Net:
    return build("mobilenet_v3_small", 3, 32)


def read(
    net: Net, files: Sequence[Path], variants: Sequence[Variant] = (PLAIN, MIRRORED), control: Control | None = None
) -> tuple[Features, list[Event], list[int]]:
    """The features, the events on the way, the photos left out."""
    events, bad = [], []
    reading = FeatureReader(head_cut(net), TorchEngine(head_cut(net), "cpu"), trunk_sha256(head_cut(net)), 2).read(
        files, variants, lambda place, why: bad.append(place), control or Control()
    )
    while True:
        try:
            events.append(next(reading))
        except StopIteration as end:
            return end.value, events, bad


def photos(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.png"))


def segments() -> list[Path]:
    return sorted(features_folder().rglob("*.features"))


def test_head_on_features_equals_the_whole_network(net: Net, photo_folder: Make) -> None:
    files = photos(photo_folder(3, 4))
    features, _, _ = read(net, files)
    assert features.rows.shape == (2, 12, 1024)
    for variant, turn in ((0, slice(None)), (1, slice(None, None, -1))):
        pixels = np.stack([net.preprocess.pixels(file)[:, turn] for file in files])
        whole = float32_logits(net, torch.from_numpy(net.preprocess.normalise(pixels)))
        with torch.inference_mode():
            cut = net.heads[0](torch.from_numpy(features.rows[variant]))
        torch.testing.assert_close(cut, whole, rtol=0, atol=1e-5)
    assert not np.array_equal(features.rows[0], features.rows[1])


def test_an_engine_that_takes_many_photos_at_a_time_gets_them(net: Net, photo_folder: Make) -> None:
    class Wide(TorchEngine):
        """As on a GPU: chunks of eight, padded."""

        def __init__(self) -> None:
            super().__init__(head_cut(net), "cpu")
            self.chunk, self.calls = 8, list[int]()

        def __call__(self, photos: np.ndarray) -> np.ndarray:
            self.calls.append(len(photos))
            return super().__call__(photos)

    files = photos(photo_folder(3, 4))
    files.insert(5, files[0].with_name("gone.png"))
    alone, _, _ = read(net, files, [PLAIN])
    engine, bad = Wide(), list[int]()
    reader = FeatureReader(head_cut(net), engine, trunk_sha256(head_cut(net)), 2, keep=False)
    _, together = finish(reader.read(files, [PLAIN, MIRRORED], lambda place, why: bad.append(place), Control()))
    assert engine.calls == [8, 8, 8], "both variants of twelve photos"
    assert bad == [5]
    assert together.readable.tolist() == alone.readable.tolist()
    np.testing.assert_allclose(together.rows[0], alone.rows[0], rtol=0, atol=1e-5)


def test_networks_whose_head_is_not_the_end_are_not_cut(net: Net) -> None:
    assert head_cut(net).holds("cpu")
    net.module = torch.nn.Sequential(net.module, torch.nn.Softmax(1))
    assert not head_cut(net).holds("cpu")


def test_a_second_reading_computes_nothing_and_knows_moved_photos(net: Net, photo_folder: Make) -> None:
    files = photos(photo_folder(2, 5))
    first, events, _ = read(net, files)
    assert first.computed == 10
    assert [event.done for event in only(Progress, events)][-1] == 10
    moved = [file.rename(file.with_name(f"moved {file.name}")) for file in files]
    again, events, _ = read(net, moved)
    assert again.computed == 0
    assert not events
    assert np.array_equal(again.rows, first.rows)


def test_another_network_or_size_is_another_store(net: Net, photo_folder: Make) -> None:
    files = photos(photo_folder(2, 3))
    read(net, files, [PLAIN])
    with torch.no_grad():
        next(net.module.parameters())[0] += 0.01
    assert read(net, files, [PLAIN])[0].computed == 6
    with torch.no_grad():
        net.heads[0].weight += 0.01
    assert read(net, files, [PLAIN])[0].computed == 0, "the head has no part in the features"
    assert len(list(features_folder().glob("*/facts.json"))) == 2
    facts = json.loads(next(features_folder().glob("*/facts.json")).read_text())
    assert facts["view"] == "plain"
    assert facts["versions"]["torch"] == str(torch.__version__)


def test_a_changed_photo_is_noticed(net: Net, photo_folder: Make) -> None:
    files = photos(photo_folder(2, 3))
    first, _, _ = read(net, files)
    files[0].write_bytes(files[5].read_bytes())
    again, _, _ = read(net, files)
    assert again.computed == 0, "its new content is known already"
    assert np.array_equal(again.rows[:, 0], first.rows[:, 5])


def test_class_folders_that_swapped_names_are_not_taken_for_each_other(net: Net, photo_folder: Make) -> None:
    folder = photo_folder(2, 3)
    for file in photos(folder):  # of one size and time each, as a reproducible zip unpacks bitmaps
        with Image.open(file) as image:
            image.save(file.with_suffix(".bmp"))
        file.unlink()
        os.utime(file.with_suffix(".bmp"), (315532800, 315532800))
    files = sorted(folder.rglob("*.bmp"))
    before, _, _ = read(net, files, [PLAIN])
    (folder / "class 0").rename(folder / "aside")
    (folder / "class 1").rename(folder / "class 0")
    (folder / "aside").rename(folder / "class 1")
    after, _, _ = read(net, files)
    assert np.array_equal(after.rows[0], np.roll(before.rows[0], 3, axis=0))
    pixels = np.stack([net.preprocess.pixels(file)[:, ::-1] for file in files])
    again, _, _ = read(net, files, [MIRRORED])
    with torch.inference_mode():
        whole = float32_logits(net, torch.from_numpy(net.preprocess.normalise(pixels)))
        assert torch.allclose(net.heads[0](torch.from_numpy(again.rows[0])), whole, atol=1e-4)


def test_a_stopped_reading_goes_on_with_the_same_numbers(
    net: Net, photo_folder: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "cnn_desktop.learning.features.reader._SEGMENT_SECONDS", math.inf
    )  # a slow computer would save in between
    files = photos(photo_folder(2, 8))

    class StopSoon(Control):
        looks = 5

        @property
        def stopping(self) -> bool:
            self.looks -= 1
            return self.looks < 0

    with pytest.raises(StopRequested):
        read(net, files, control=StopSoon())
    assert len(segments()) == 2
    resumed, _, _ = read(net, files)
    assert 0 < resumed.computed < 16
    for file in segments():
        file.unlink()
    whole, _, _ = read(net, files)
    assert whole.computed == 16
    assert np.array_equal(resumed.rows, whole.rows)


def test_damaged_segments_are_told_and_computed_anew(net: Net, photo_folder: Make) -> None:
    files = photos(photo_folder(2, 3))
    first, _, _ = read(net, files, [PLAIN])
    (segment,) = segments()
    content = bytearray(segment.read_bytes())
    content[-3] ^= 1
    segment.write_bytes(content)
    again, events, _ = read(net, files, [PLAIN])
    assert again.computed == 6
    assert np.array_equal(again.rows, first.rows)
    assert [str(event) for event in only(Warned, events)] == [
        f"1 cached file in {features_folder()} was damaged. The photos are read again."
    ]
    assert segments() != [segment]
    assert read(net, files, [PLAIN])[0].computed == 0


@pytest.mark.skipif(os.name != "posix", reason="open files cannot be cut short elsewhere")
def test_segments_cut_short_while_they_are_used_are_computed_anew(tmp_path: Path) -> None:
    """In a process of its own: reading memory that a file no longer backs would be its end."""
    code = (
        "import os, sys; from pathlib import Path; import numpy as np\n"
        "from cnn_desktop.learning.features.store import FeatureStore, StoreFacts\n"
        "facts = StoreFacts('m', 'w', 'c', {}, 'plain', 'torch', 'cpu', {})\n"
        "store = FeatureStore(facts, Path(sys.argv[1]))\n"
        "keys = [bytes([number]) * 32 for number in range(9)]\n"
        "for number, key in enumerate(keys): store.add(key, np.full((50, 7), number, np.float32))\n"
        "store.save()\n"
        "store = FeatureStore(facts, Path(sys.argv[1]))\n"
        "assert [float(store.get(key).mean()) for key in keys] == list(range(9))\n"
        "for file in Path(sys.argv[1]).rglob('*.features'): os.truncate(file, file.stat().st_size - 2000)\n"
        "assert [store.get(key) is None for key in keys] == [False] * 7 + [True] * 2\n"
        "store.add(keys[8], np.zeros((50, 7), np.float32))\n"
        "assert store.get(keys[8]) is not None"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_cache_that_cannot_be_written_falls_back_to_memory(net: Net, photo_folder: Make, home: Path) -> None:
    files = photos(photo_folder(2, 3))
    (home / "cache").write_text("a file where the cache's folder should be")
    features, events, _ = read(net, files)
    assert features.readable.all()
    (warned,) = only(Warned, events)
    assert str(warned).startswith("The prepared photos are kept in memory for this training run only. ")
    assert "could not be saved" in str(warned)


def test_unreadable_photos_are_left_out(net: Net, photo_folder: Make) -> None:
    files = photos(photo_folder(2, 3))
    files[1].write_text("no photo")
    files[4].unlink()
    features, _, bad = read(net, files)
    assert bad == [1, 4]
    assert features.readable.tolist() == [True, False, True, True, False, True]
    assert not read(net, files[4:5])[0].readable.any()


def test_variants_follow_the_augmentation() -> None:
    assert variants_for(Augmentation(flip=False)) == [PLAIN]
    assert variants_for(Augmentation()) == [PLAIN, MIRRORED]
    varied = variants_for(Augmentation(crop=True))
    assert varied[0] == PLAIN
    assert len({one.name for one in varied}) == 5
    assert {one.name for one in varied} & {one.name for one in variants_for(Augmentation(jitter=True))} == {"plain"}
    assert varied[1].name == 'varied {"flip":true,"crop":true,"jitter":false} 0', "as it has always been called"
    assert {one.name for one in varied} & {one.name for one in variants_for(PRESETS["strong"])} == {"plain"}
    of_one, of_two = ({one.name for one in variants_for(PRESETS[name])} for name in ("strong", "double"))  # type: ignore[index]
    assert of_one & of_two == {"plain"}


@pytest.mark.parametrize("augmentation", [PRESETS["light"], PRESETS["strong"], PRESETS["double"]])
def test_varied_photos_are_the_same_each_time(net: Net, photo_folder: Make, augmentation: Augmentation) -> None:
    files, variants = photos(photo_folder(1, 3)), variants_for(augmentation)
    first, _, _ = read(net, files, variants)
    for file in segments():
        file.unlink()
    again, _, _ = read(net, files, variants)
    assert again.computed == 3
    assert np.array_equal(first.rows, again.rows)
    assert len({row.tobytes() for row in first.rows.reshape(15, -1)}) > 12


def test_the_oldest_stores_make_room(tmp_path: Path) -> None:
    old, mine, new = ("0" * 24, "1" * 24, "2" * 24)
    for name in (old, mine, new):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{1:032x}.features").write_bytes(bytes(1000))
    for place, name in enumerate((mine, old, new)):
        os.utime(tmp_path / name, (place, place))
    prune(tmp_path, [mine], limit=2500)
    assert {folder.name for folder in tmp_path.iterdir()} == {mine, new}


def test_a_store_without_a_folder_keeps_nothing(net: Net, tmp_path: Path) -> None:
    facts = FeatureReader(head_cut(net), TorchEngine(head_cut(net), "cpu"), "", 1).facts(PLAIN)
    store = FeatureStore(facts, None)
    store.add(bytes(32), np.ones(3, np.float32))
    store.save()
    assert store.get(bytes(32)) is None
    assert not features_folder().exists()
    kept = FeatureStore(facts, tmp_path)
    kept.add(bytes(32), np.ones(3, np.float32))
    assert kept.get(bytes(32)) is not None
    kept.save()
    kept.save()
    assert len(list(tmp_path.rglob("*.features"))) == 1
    found = FeatureStore(facts, tmp_path).get(bytes(32))
    assert found is not None
    assert found.tolist() == [1, 1, 1]
