"""Classifies photos with a finished run's model."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.predict import ClassScore, Predicted
from cnn_desktop.domain.message import say
from cnn_desktop.learning.answers.logits import MANY, Logits
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.tuning.device import choose_device


class Predictor:
    """Keeps the model of `run` loaded, so that the next photo comes at once. Raises UserError."""

    def __init__(self, run: Path, device: str = "auto") -> None:
        self.device = choose_device(device).device
        self.net, self.facts = load_trained(run, self.device)
        self._logits = Logits(self.net, self.device)

    def predict(self, paths: Sequence[str], control: Control) -> Iterator[Event]:
        """A `Predicted` for each photo in the order given; a `Skipped` for one that cannot be read. Of many, Progress.

        Raises StopRequested.
        """
        doing = say("Classifying photos") if len(paths) >= MANY else None
        with contextlib.closing(self._logits.of(paths, control, doing)) as answers:
            for answer in answers:
                if isinstance(answer, Event):
                    yield answer
                    continue
                for index, shares in zip(answer[0], answer[1].softmax(1).tolist(), strict=True):
                    scores = [ClassScore(name, share) for name, share in zip(self.facts.classes, shares, strict=True)]
                    scores.sort(key=lambda score: -score.probability)
                    yield Predicted(path=paths[index], scores=scores)
