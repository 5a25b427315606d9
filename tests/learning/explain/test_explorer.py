"""What is told of a run's layers, maps, kernels and sums; what cannot be told is said in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch

from cnn_desktop.child.table import TABLE
from cnn_desktop.domain.config import TrainConfig, save_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.explore import LayerShown, LayersListed, ListLayers, ShowLayer, ShowSum, SumShown
from cnn_desktop.domain.run import CONFIG
from cnn_desktop.learning.answers.predict import Predictor
from cnn_desktop.learning.explain.explorer import Explorer
from cnn_desktop.learning.explain.sums import can_be_told
from cnn_desktop.learning.explain.untrained import find_start
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.models.weights import find_weights, load_weights
from tests.learning.explain.helpers import NAMES, draw, facts_of, lay_run, module_of, read_maps
from tests.learning.helpers import remake_model


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explained")
    lay_run(folder / "simple", "simple_cnn", 32)
    lay_run(folder / "mirrored", "simple_cnn", 32, mirrored=True)
    draw(folder / "photo.png")
    (folder / "text.jpg").write_text("no photo")
    return folder


def ask(job: Job) -> list[Event]:
    events: Iterable[Event] = TABLE[type(job)](job, Control())
    return list(events)


def layer(folder: Path, name: str, run: str = "simple", **settings: Any) -> LayerShown:
    (event,) = ask(
        ShowLayer(str(folder / run), str(folder / "photo.png"), name, str(folder / "maps"), device="cpu", **settings)
    )
    assert isinstance(event, LayerShown)
    return event


def sum_at(folder: Path, name: str, *place: int, run: str = "simple", **settings: Any) -> SumShown:
    (event,) = ask(ShowSum(str(folder / run), str(folder / "photo.png"), name, *place, device="cpu", **settings))
    assert isinstance(event, SumShown)
    return event


def photo_of(folder: Path) -> torch.Tensor:
    return torch.from_numpy(build("simple_cnn", 6, 32).preprocess(folder / "photo.png"))[None]


def test_the_list_says_what_each_layer_is(folder: Path) -> None:
    (event,) = ask(ListLayers(str(folder / "simple"), "cpu"))
    assert isinstance(event, LayersListed)
    assert (event.run, event.image_size, str(event.untrained)) == (str(folder / "simple"), 32, "newly drawn weights")
    by_name = {one.name: one for one in event.layers}
    conv, pool, linear = by_name["conv2"], by_name["pool"], by_name["fc1"]
    assert (conv.kernel, conv.stride, conv.padding, conv.dilation) == ([3, 3], [1, 1], [1, 1], [1, 1])
    assert (conv.groups, conv.inputs, conv.parameters) == (1, 32, 18_496)
    assert (pool.kernel, pool.stride, pool.padding) == ([2, 2], [2, 2], [0, 0])
    assert (linear.inputs, linear.output) == (64 * 8 * 8, [512])
    assert [one.name for one in event.layers if one.has_kernels] == ["conv1"]
    assert [one.name for one in event.layers if one.sums] == ["conv1", "pool", "conv2", "pool (2)", "fc1", "fc2"]


def test_maps_are_what_torch_makes(folder: Path) -> None:
    net: Any = module_of(folder / "simple", "simple_cnn", 32)
    with torch.no_grad():
        wanted = net.pool(net.relu(net.conv1(photo_of(folder))))[0].numpy()
    event = layer(folder, "pool", start=3, count=5)
    assert (event.channels, event.total, event.values) == ((3, 4, 5, 6, 7), 32, ())
    lows, highs = np.array(event.lows)[:, None, None], np.array(event.highs)[:, None, None]
    found = lows + read_maps(event.file) / 255 * (highs - lows)
    assert np.abs(found - wanted[3:8]).max() <= (highs - lows).max() / 255 * 0.51
    assert layer(folder, "pool", start=30).channels == (30, 31)
    before = layer(folder, "pool", count=1)
    assert Path(event.file).exists(), "the window may still read what came before"
    assert Path(before.file).name != Path(event.file).name


def test_the_photo_and_the_answer_are_layers(folder: Path) -> None:
    assert read_maps(layer(folder, "input").file).shape == (3, 32, 32)
    for run in ("simple", "mirrored"):
        (answer,) = Predictor(folder / run, "cpu").predict([str(folder / "photo.png")], Control())
        shares = {score.name: score.probability for score in answer.scores}  # type: ignore[attr-defined]
        event = layer(folder, "softmax", run)
        assert (event.file, event.total, event.names) == ("", 6, tuple(NAMES))
        assert event.values == pytest.approx([shares[name] for name in NAMES], abs=1e-6)
    logits = layer(folder, "fc2")
    assert logits.names == tuple(NAMES)
    assert torch.tensor(logits.values).softmax(0).tolist() == pytest.approx(layer(folder, "softmax").values, abs=1e-6)
    flat = layer(folder, "flatten")
    assert (flat.total, len(flat.values), flat.names) == (4096, 4096, ())


def test_kernels_are_pictures_of_their_weights(folder: Path) -> None:
    event = layer(folder, "conv1", kernels=True, start=2, count=4)
    weights = module_of(folder / "simple", "simple_cnn", 32).get_parameter("conv1.weight").detach().numpy()[2:6]
    assert (event.channels, event.total) == ((2, 3, 4, 5), 32)
    maps = read_maps(event.file)
    assert maps.shape == (12, 3, 3)
    lows, highs = np.array(event.lows)[:, None, None], np.array(event.highs)[:, None, None]
    found = (maps.astype(float) - 128) / 127 * highs
    assert np.abs(found - weights.reshape(12, 3, 3)).max() <= highs.max() / 127 * 0.51
    assert lows + 128 / 255 * (highs - lows) == pytest.approx(np.zeros_like(lows), abs=1e-7)
    with pytest.raises(UsageError, match="“conv2” has no kernels"):
        layer(folder, "conv2", kernels=True)


@pytest.mark.parametrize("run", ["simple", "mirrored"])
def test_sums_are_the_networks_numbers(folder: Path, run: str) -> None:
    net: Any = module_of(folder / run, "simple_cnn", 32)
    with torch.no_grad():
        maps = net.conv2(net.pool(net.conv1(photo_of(folder)).relu()))[0]
    made = sum_at(folder, "conv2", 7, 0, 5, run=run)
    assert made.value == pytest.approx(float(maps[7, 0, 5]), abs=1e-5)
    assert sum(one.sum for one in made.windows) + made.rest + made.bias == pytest.approx(made.value, abs=1e-5)
    assert (made.top, made.left, made.steps, made.input_size) == (-1, 4, (1, 1), (16, 16))
    assert (len(made.windows), made.others) == (3, 29)
    assert made.windows[0].inputs[0] == [0, 0, 0], "it begins in the padding"
    pooled = sum_at(folder, "pool (2)", 7, 2, 3, run=run)
    assert pooled.value == pytest.approx(float(maps[7, 4:6, 6:8].max().relu()), abs=1e-5)
    row, column = pooled.winner
    assert pooled.windows[0].inputs[row][column] == pooled.value
    score = sum_at(folder, "fc2", 1, most=4, run=run)
    assert score.value == layer(folder, "fc2", run).values[1]
    assert sum(one.sum for one in score.windows) + score.rest + score.bias == pytest.approx(score.value, abs=1e-5)


@pytest.mark.parametrize("model", ["resnet18", "efficientnet_lite0"])
def test_every_layers_sums_on_a_real_photo(trashnet: Path, model: str) -> None:
    weights = find_weights(model, "auto") if "lite" in model else None
    torch.manual_seed(1)
    net = build(model, 6, 64, load_weights(weights, 64) if weights else None)
    net.module.eval().requires_grad_(False)
    photo = str(min(trashnet.rglob("*.jpg")))
    made: dict[str, torch.Tensor] = {}
    for name, module in net.module.named_modules():
        module.register_forward_hook(lambda _, __, output, name=name: made.update({name: output[0].clone()}))
    net.module(torch.from_numpy(net.preprocess(Path(photo)))[None])
    explorer = Explorer(Path("run"), net, facts_of(model, net))
    rng, told = np.random.default_rng(0), [step for step in explorer.steps.values() if can_be_told(step)]
    assert len(told) >= 23, "all convolutions, poolings and linear layers"
    for step in told[:: 1 if model == "resnet18" else 3]:
        place = [int(rng.integers(size)) for size in (*step.output, 1, 1)[:3]]
        (event,) = explorer.show_sum(ShowSum("run", photo, step.name, *place))
        assert isinstance(event, SumShown)
        output = made[step.name]
        scale = max(float(output.abs().max()), 1e-3)
        assert (
            abs(event.value - float(output.reshape(*output.shape, *[1] * (3 - output.dim()))[tuple(place)]))
            <= 1e-6 * scale
        )
        assert abs(sum(one.sum for one in event.windows) + event.rest + event.bias - event.value) <= 1e-5 * scale, (
            step.name
        )


def test_before_the_training_are_the_weights_it_began_with(folder: Path) -> None:
    torch.manual_seed(3)
    start: Any = build("simple_cnn", 6, 32).module
    with torch.no_grad():
        wanted = start.conv1(photo_of(folder))[0]
    assert sum_at(folder, "conv1", 4, 9, 9, untrained=True).value == pytest.approx(float(wanted[4, 9, 9]), abs=1e-6)
    assert sum_at(folder, "conv1", 4, 9, 9).value != pytest.approx(float(wanted[4, 9, 9]), abs=1e-6)
    kernels = layer(folder, "conv1", kernels=True, untrained=True, count=1)
    assert kernels.highs[0] == pytest.approx(float(start.conv1.weight[0].detach().abs().max()), rel=1e-6)


def test_what_it_began_with_is_said(tmp_path: Path) -> None:
    def start(model: str, weights: str) -> str:
        save_config(TrainConfig(data="", model=model, weights=weights, seed=9), tmp_path / CONFIG)
        found = find_start(tmp_path, facts_of(model, build("simple_cnn", 6, 16)))
        assert found.seed == 9
        assert (found.weights is None) == ("newly drawn" in str(found.words))
        return str(found.words)

    assert "ImageNet" in start("efficientnet_lite0", "auto")
    assert start("efficientnet_lite0", "none") == start("simple_cnn", "auto") == "newly drawn weights"
    lost = "not on this computer"
    assert lost in start("resnet18", "auto")
    for file in (tmp_path / "gone.pth", tmp_path, "//elsewhere/share/a.pth"):
        assert lost in start("resnet18", str(file))
    (tmp_path / "mine.pth").write_bytes(b"weights")
    assert "mine.pth" in start("resnet18", str(tmp_path / "mine.pth"))
    (tmp_path / CONFIG).unlink()
    assert "ImageNet" in str(find_start(tmp_path, facts_of("efficientnet_lite0", build("simple_cnn", 6, 16))).words)


def test_what_is_no_map_is_said(transformer: Path) -> None:
    (listed,) = ask(ListLayers(str(transformer / "run"), "cpu"))
    shapes = {one.name: one.output for one in listed.layers}  # type: ignore[attr-defined]
    assert (shapes["patch_embed.proj"], shapes["blocks.3.mlp.act"]) == ([192, 4, 4], [17, 768])
    with pytest.raises(UsageError, match="makes neither maps nor single numbers"):
        layer(transformer, "blocks.3.mlp.act", "run")
    assert layer(transformer, "patch_embed.proj", "run").file


@pytest.mark.parametrize("name", ["text.jpg", "gone.png", "nul\0.png", "."])
def test_a_photo_that_cannot_be_read_is_named(folder: Path, name: str) -> None:
    path = f"{folder}/{name}"
    for job in (
        ShowLayer(str(folder / "simple"), path, "conv1", str(folder / "maps"), device="cpu"),
        ShowSum(str(folder / "simple"), path, "conv1", 0, device="cpu"),
    ):
        (event,) = ask(job)
        assert isinstance(event, Skipped)
        assert event.path == path


def test_what_is_not_there_is_said_in_a_sentence(folder: Path, tmp_path: Path) -> None:
    for name in ("conv9", "", "conv1 (2)"):
        with pytest.raises(UsageError, match=f"no layer called “{name}”".replace("(", r"\(").replace(")", r"\)")):
            layer(folder, name)
        with pytest.raises(UsageError, match="no layer called"):
            sum_at(folder, name, 0)
    for place in ((32, 0, 0), (-1, 0, 0), (0, 32, 0), (0, 0, 32), (0, -1, 0)):
        with pytest.raises(UsageError, match="“conv1” has no number at channel"):
            sum_at(folder, "conv1", *place)
    with pytest.raises(UsageError, match="no number at channel 1, row 2"):
        sum_at(folder, "fc2", 1, 2, 0)
    with pytest.raises(UsageError, match="“relu” are made cannot be shown"):
        sum_at(folder, "relu", 0)
    with pytest.raises(UsageError, match="32 channels, counted from 0"):
        layer(folder, "conv1", start=32)
    with pytest.raises(UsageError, match="at least one"):
        layer(folder, "conv1", count=0)
    with pytest.raises(DataError, match="contains no trained model"):
        ask(ListLayers(str(tmp_path), "cpu"))
    with pytest.raises(UsageError, match="no device"):
        ask(ListLayers(str(folder / "simple"), "abacus"))


def test_a_network_without_usable_numbers_is_said(folder: Path, tmp_path: Path) -> None:
    run = lay_run(tmp_path / "run", "simple_cnn", 32)
    remake_model(run, tensors=lambda tensors: tensors["conv1.weight"].fill_(3e38))
    (event,) = ask(ShowLayer(str(run), str(folder / "photo.png"), "conv1", str(tmp_path), device="cpu"))
    assert isinstance(event, Skipped)
    assert "no usable answer" in str(event)


def test_a_photo_that_changes_is_read_again(folder: Path, tmp_path: Path) -> None:
    photo = draw(tmp_path / "photo.png", 1)
    job = ShowSum(str(folder / "simple"), str(photo), "conv1", 0, 5, 5, device="cpu")
    (first,), (again,) = ask(job), ask(job)
    assert first == again
    draw(photo, 2)
    (other,) = ask(job)
    assert first != msgspec.structs.replace(other)
