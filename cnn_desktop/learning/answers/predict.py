"""Classifies photos with a finished run's model, and tells which of them are unknown to it."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.predict import ClassScore, Predicted
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.unknown import UnknownSetting, can_judge, load_unknown_setting
from cnn_desktop.learning.answers.logits import MANY, Answered, Logits
from cnn_desktop.learning.answers.unknown.familiar import cannot_learn, learn_familiar, load_familiar, save_familiar
from cnn_desktop.learning.answers.unknown.own_photos import load_own_photos
from cnn_desktop.learning.models.trained import load_marked
from cnn_desktop.learning.tuning.device import choose_device


class Predictor:
    """Keeps the model of `run` loaded, so that the next photo comes at once. Raises UserError."""

    def __init__(self, run: Path, device: str = "auto") -> None:
        self.device = choose_device(device).device
        self.run = run
        self.net, self.facts, self._mark = load_marked(run, self.device)
        self._logits = Logits(self.net, self.device)
        self.familiar = load_familiar(run, len(self.facts.classes), self._mark)
        self._own: Scan | None = None
        """The photos it was trained with, once they are wanted."""
        self._no_distance: Message | None = None
        """Why it is not known what photos of the right kind look like."""

    @property
    def may_learn(self) -> bool:
        """Answers were not judged by distance, and `learn` may change that."""
        return self.familiar is None and self._no_distance is None and self._own is not None

    def predict(
        self,
        paths: Sequence[str],
        control: Control,
        setting: UnknownSetting | None = None,
        learns_first: bool = True,
    ) -> Iterator[Event]:
        """A `Predicted` for each photo in the order given; a `Skipped` for one that cannot be read. Of many, Progress.

        `setting`: what is called unknown; None: as was chosen for the model. What photos of the right kind look like is learnt
        now, with Progress, of a run that has not done so; with `learns_first` False a few are answered at once, not judged
        by that. Raises StopRequested.
        """
        if setting is None:
            setting = load_unknown_setting(self.run)
        learns_first = learns_first or len(paths) >= MANY
        if paths and setting.rate > 0:
            yield from self._get_ready(control, learns_first)
        doing = say("Classifying photos") if len(paths) >= MANY else None
        with contextlib.closing(self._logits.of(paths, control, doing)) as answers:
            for answer in answers:
                if isinstance(answer, Answered):
                    if self.familiar and not self.familiar.fits(answer):
                        self.familiar = None
                        if setting.rate > 0:
                            yield from self._get_ready(control, learns_first)
                    yield from self._predicted(answer, paths, setting)
                else:
                    yield answer

    def _get_ready(self, control: Control, learns: bool) -> Generator[Event, None, None]:
        """Nothing where it is known already, or known to be impossible. Raises StopRequested."""
        if self.familiar is None and self._no_distance is None and self._own is None:
            try:
                self._own = load_own_photos(self.run)
                self._no_distance = cannot_learn(self._own, self.facts.classes)
            except DataError as error:
                self._no_distance = error.message
        if learns:
            yield from self.learn(control)

    def learn(self, control: Control) -> Generator[Event, None, None]:
        """What photos of the right kind look like, or why that cannot be learnt, if it `may_learn`. Raises StopRequested."""
        if not self.may_learn or self._own is None:
            return
        try:
            self.familiar = yield from learn_familiar(self.net, self.device, self._own, control)
            if self.familiar is not None:
                with contextlib.suppress(DataError):  # a run that may only be read: it is learnt anew each time
                    save_familiar(self.familiar, self.run, self._mark)
        except DataError as error:
            self._no_distance = error.message
        if self.familiar is None and self._no_distance is None:
            self._no_distance = say(
                "Too few of the photos this model was trained with can be read, so it cannot tell which photos are unlike them."
            )

    def _predicted(self, some: Answered, paths: Sequence[str], setting: UnknownSetting) -> Iterator[Predicted]:
        familiar = self.familiar.of(some) if self.familiar else [None] * len(some.places)
        checked = self.familiar.yardstick.photos if self.familiar else 0
        why_not = self._no_distance if setting.rate > 0 else None
        if self.familiar and setting.rate > 0 and not can_judge(setting.rate, checked):
            why_not = say(
                "This model has only {n} validation photos, too few to call 1 photo in {m} unknown. Choose a larger share.",
                n=checked, m=round(1 / setting.rate),
            )  # fmt: skip
        for place, shares, one in zip(some.places, some.logits.softmax(1).tolist(), familiar, strict=True):
            scores = [ClassScore(name, share) for name, share in zip(self.facts.classes, shares, strict=True)]
            scores.sort(key=lambda score: -score.probability)
            answer = Predicted(paths[place], scores, familiar=one, checked=checked, no_distance=why_not)
            yield answer.under(setting)
