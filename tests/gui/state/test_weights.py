"""Where pretrained weights are, without torch, and that the session knows it before any tab is built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.jobs.download_weights import DownloadWeights
from cnn_desktop.domain.jobs.import_weights import ImportWeights
from cnn_desktop.domain.run import has_model
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.session import Session
from cnn_desktop.gui.state.viewed_model import is_run
from cnn_desktop.gui.state.weights import find_weights_places, torch_hub_folder, weights_now
from tests.gui.connected import Asker


@pytest.fixture
def asker() -> Asker:
    return Asker()


@pytest.fixture
def session(qtbot: QtBot, asker: Asker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Session]:
    """On a computer without any weights but the app's; they were looked for."""
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    session = Session()
    session.processes.ask = asker.ask  # type: ignore[method-assign,assignment]
    qtbot.waitUntil(lambda: bool(session.weights.places))
    yield session
    session.close()


def test_weights_are_found_by_file_names(tmp_path: Path) -> None:
    hub, own = tmp_path / "hub", tmp_path / "own"
    hub.mkdir()
    own.mkdir()
    (hub / "resnet50-0676ba61.pth").touch()
    (own / "vgg16.safetensors").touch()
    (own / "timm_convnext_tiny.safetensors").touch()
    names = [row.name for row in ARCHITECTURES] + ["timm:convnext_tiny", "timm:vit_x", "of another version"]
    found = find_weights_places(own, hub, names)
    assert found["efficientnet_lite0"] == "bundled"
    assert found["simple_cnn"] == "none"
    assert found["resnet50"] == found["vgg16"] == found["timm:convnext_tiny"] == "here"
    assert found["resnet18"] == found["timm:vit_x"] == "ask"
    assert "of another version" not in found


def test_nothing_is_found_on_a_fresh_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    assert "here" not in weights_now("timm:convnext_tiny").values()
    assert torch_hub_folder({"TORCH_HOME": "/t"}) == Path("/t/hub/checkpoints")
    assert torch_hub_folder({"XDG_CACHE_HOME": "/c"}) == Path("/c/torch/hub/checkpoints")


def test_what_is_missing_follows_the_chosen_model(qtbot: QtBot, session: Session) -> None:
    weights, told = session.weights, list[Changed]()
    weights.changed.connect(told.append)
    for changes, missing, pretrained in (
        ({"model": "resnet18"}, True, True),
        ({"weights": "none"}, False, False),
        ({"weights": "auto"}, True, True),
        ({"model": "simple_cnn"}, False, False),
        ({"model": "efficientnet_lite0"}, False, True),
    ):
        told.clear()
        session.settings.set(**changes)
        assert (weights.missing, weights.pretrained) == (missing, pretrained), changes
        assert told[0] == Changed(weights=True)
    told.clear()
    session.settings.set(batch_size=8)
    assert not told


def test_a_model_of_timm_is_looked_for_once_it_is_chosen(qtbot: QtBot, session: Session) -> None:
    session.settings.set(model="timm:convnext_tiny")
    assert not session.weights.missing, "not known yet"
    qtbot.waitUntil(lambda: session.weights.missing)


@pytest.mark.parametrize("way", ["import", "download"])
def test_weights_that_came_are_found_at_the_end_of_the_job(
    qtbot: QtBot, session: Session, asker: Asker, way: str
) -> None:
    session.settings.set(model="resnet18")
    if way == "import":
        session.weights.import_file("resnet18", Path("/downloads/resnet18.pth"))
        assert asker.asked == [ImportWeights("resnet18", "/downloads/resnet18.pth")]
    else:
        session.weights.download("resnet18")
        assert asker.asked == [DownloadWeights("resnet18")]
    assert session.jobs.now.step == "model"
    places.weights_folder().mkdir(parents=True)
    (places.weights_folder() / "resnet18.safetensors").touch()
    assert session.weights.missing
    asker.end(0, "finished")
    qtbot.waitUntil(lambda: session.weights.places["resnet18"] == "here")
    assert not session.weights.missing
    assert not session.jobs.now.running


def test_while_another_job_runs_nothing_is_downloaded(session: Session, asker: Asker) -> None:
    session.weights.download("resnet18")
    session.weights.download("vgg16")
    assert asker.asked == [DownloadWeights("resnet18")]


def test_a_folder_that_cannot_be_looked_at_holds_none(tmp_path: Path) -> None:
    """Nor for root, whom no permission keeps out: its name is too long."""
    endless = tmp_path / ("n" * 5000)
    assert find_weights_places(endless, endless, ["resnet18"]) == {"resnet18": "ask"}
    assert not is_run(endless)
    assert not has_model(endless)
