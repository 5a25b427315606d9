"""The full child's jobs: everything that needs torch, and the light ones too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cnn_desktop.child.light_jobs import LightJobs
from cnn_desktop.dataset.cache import trim_cache
from cnn_desktop.domain import events
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.describe_model import DescribeModel
from cnn_desktop.domain.jobs.download_weights import DownloadWeights
from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.jobs.import_weights import ImportWeights
from cnn_desktop.domain.jobs.predict import Predict
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.places import cache_limit
from cnn_desktop.domain.recording import recorded
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.answers.predict import Predictor
from cnn_desktop.learning.models.describe import describe_model
from cnn_desktop.learning.models.weights import download_weights, import_weights
from cnn_desktop.learning.training.fit import fit


class FullJobs:
    """Every command. Keeps the model that predicts, so that the next photo comes at once."""

    def __init__(self) -> None:
        self._light = LightJobs()
        self._predictor: Predictor | None = None
        self._predicts_for = ("", "", 0)

    def do(self, command: Job, control: Control) -> Iterator[events.Event]:
        match command:
            case Train():
                run = Path(command.run)
                yield from recorded(fit(command.config, run, control, resume=command.resume), run)
                trim_cache(cache_limit())
            case Evaluate():
                data = Path(command.data) if command.data else None
                yield from recorded(evaluate(Path(command.run), data, command.device, control), Path(command.run))
                trim_cache(cache_limit())
            case Predict():
                yield from self._predictor_for(command).predict(command.id, command.paths, control)
            case DescribeModel():
                yield from describe_model(command.id, command.model, command.classes, command.image_size)
            case ImportWeights():
                yield from import_weights(command.model, Path(command.file))
            case DownloadWeights():
                yield from download_weights(command.model)
            case _:
                yield from self._light.do(command, control)

    def _predictor_for(self, command: Predict) -> Predictor:
        """The loaded model of the run; loaded again when another run, device or newer weights are asked for."""
        run = Path(command.run)
        saved = run / "model.safetensors"
        wanted = (command.run, command.device, saved.stat().st_mtime_ns if saved.exists() else 0)
        if self._predictor is None or wanted != self._predicts_for:
            self._predictor = Predictor(run, command.device)
            self._predicts_for = wanted
        return self._predictor
