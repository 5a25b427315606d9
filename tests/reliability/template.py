"""A small project with two runs, and a home with settings, caches and imported weights: all written by the app itself."""

from __future__ import annotations

import contextlib
import functools
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.forks import Ask, fresh, one
from tests.reliability.ground import Ground, draw_photos, verb

MODEL = "timm:test_efficientnet"
"""The smallest network timm has: 0.4 MB, so that a copy of everything costs little."""
PROJECT = "photos.cnnproj"
TOPMOST = ("home", PROJECT)
"""What is copied for each case."""


@dataclass(frozen=True)
class Copy:
    """A copy of the template, to be damaged."""

    folder: Path
    photos: Path
    finished: str
    """Id of the run that has a model and a test."""
    stopped: str
    """Id of the run that can go on."""

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def project(self) -> Path:
        return self.folder / PROJECT

    def run(self, name: str) -> Path:
        return self.project / "runs" / name

    @property
    def photo(self) -> Path:
        return self.photos / "class 0" / "00.jpg"


@functools.cache
def make(ground: Ground) -> Copy:
    """Has the app write it, in a fork; once for each ground."""
    folder, photos = fresh(ground.part("template")), draw_photos(ground.part("photos"))
    ended = one(Ask(lambda: _write(folder, photos), folder / "home", 120.0))
    if ended.result is None:
        raise RuntimeError(f"the template could not be made: {ended.err[-3000:]}")
    return Copy(folder, photos, *ended.result)


def copied(template: Copy, folder: Path) -> Copy:
    """A copy that may be changed, in the empty folder `folder`."""
    for name in TOPMOST:
        shutil.copytree(template.folder / name, folder / name, symlinks=True)
    return Copy(folder, template.photos, template.finished, template.stopped)


def always_export() -> None:
    """For a fork: few photos are worth an exported trunk too, so that these files come into play."""
    from cnn_desktop.learning.features import engine_choice

    engine_choice._WORTH_EXPORTING = 0


def _write(folder: Path, photos: Path) -> tuple[str, str]:
    """The ids of the finished and the stopped run."""
    import msgspec
    from PySide6.QtWidgets import QApplication

    from cnn_desktop.child.table import TABLE
    from cnn_desktop.domain.config import TrainConfig
    from cnn_desktop.domain.control import Control
    from cnn_desktop.domain.errors import StopRequested
    from cnn_desktop.domain.estimate import Pace, remember
    from cnn_desktop.domain.jobs.evaluate import Evaluate
    from cnn_desktop.domain.jobs.scan import ScanFolder
    from cnn_desktop.domain.jobs.thumbnails import Thumbnails
    from cnn_desktop.domain.jobs.train import EpochDone, Train
    from cnn_desktop.domain.places import cache_folder
    from cnn_desktop.domain.scan_files import load_scan
    from cnn_desktop.gui.state.preferences import Memory
    from cnn_desktop.project.data import Data
    from cnn_desktop.project.opened import create_project
    from cnn_desktop.project.undo import Steps, settings_step

    always_export()
    weights = _weights(folder / "test_efficientnet.safetensors")
    verb("weights", "import", weights, "--model", MODEL)()

    found = cache_folder() / "scans" / "1.json"
    list(TABLE[ScanFolder](ScanFolder(str(photos), str(found)), Control()))
    opened, _ = create_project(Data(str(photos)), load_scan(found))
    config = TrainConfig(
        data=str(photos), model=MODEL, weights=str(weights), head_epochs=3, epochs=1, image_size=32, batch_size=6,
        device="cpu", precision="float32",
    )  # fmt: skip
    step = settings_step(config, msgspec.structs.replace(config, head_epochs=5))
    opened.keep_settings(config, Steps().add(step) if step else Steps())

    finished, pace = opened.runs.prepare(config), Pace(config)
    for event in TABLE[Train](Train(config, str(opened.runs.folder(finished.id))), Control()):
        pace.hear(event)
    remember(pace.rates())
    list(TABLE[Evaluate](Evaluate(str(opened.runs.folder(finished.id)), device="cpu"), Control()))
    opened.runs.update(msgspec.structs.replace(finished, status="finished", val_accuracy=0.5, test_accuracy=0.5))

    config = msgspec.structs.replace(config, seed=1, head_epochs=2, epochs=3)
    stopped, control = opened.runs.prepare(config), Control()
    with contextlib.suppress(StopRequested):
        for event in TABLE[Train](Train(config, str(opened.runs.folder(stopped.id))), control):
            if isinstance(event, EpochDone) and event.epoch == 3:
                control.stop()
    opened.runs.update(msgspec.structs.replace(stopped, status="stopped", val_accuracy=0.4))
    opened.close()

    paths = [str(path) for path in sorted(photos.rglob("*.jpg"))[:4]]
    list(TABLE[Thumbnails](Thumbnails(paths, str(cache_folder() / "thumbnails")), Control()))
    app = QApplication(["torture"])
    memory = Memory()
    memory.remember_project(str(folder / PROJECT), "photos", accuracy=0.5, tested=True)
    memory.preferences.steps[str(folder / PROJECT)] = "training"
    memory.close()
    app.processEvents()
    shutil.move(opened.folder, folder / PROJECT)
    return finished.id, stopped.id


def _weights(file: Path) -> Path:
    """Random weights of the model, as if somebody had given them."""
    import timm
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(7)
    save_file(timm.create_model(MODEL.removeprefix("timm:")).state_dict(), file)
    return file


def answers(out: str) -> object:
    """What `predict --json` has answered; None when that is no JSON."""
    try:
        found = json.loads(out.splitlines()[-1])["predictions"]
        return [(one["class"], one["confidence"], sorted(one["scores"].items())) for one in found]
    except (ValueError, LookupError, TypeError):
        return None
