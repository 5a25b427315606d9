"""The training photos that look most like a photo to a model: by the cosine of what reaches its head."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator
from pathlib import Path

import numpy as np
import torch

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.files import is_there
from cnn_desktop.domain.jobs.explain import Alike, AlikeFound
from cnn_desktop.domain.message import Message, say
from cnn_desktop.learning.answers.logits import Answered, Logits
from cnn_desktop.learning.answers.unknown.distance import unit
from cnn_desktop.learning.answers.unknown.own_photos import load_own_photos
from cnn_desktop.learning.models.network import Net

MOST_BYTES = 1 << 27
"""That the training photos take in memory, in half precision: 52,000 photos of EfficientNet-Lite0. Of more, random directions
are kept (Johnson & Lindenstrauss 1984)."""
_FEWEST = 64
"""Directions."""
_AT_A_TIME = 512
"""Rows that fit into the processor's cache: ten times as quick as 8192."""
_LOOKING = say("Looking at your training photos")
_GONE = say("The photos this model was trained with are no longer there.")


class Neighbours:
    """The training photos of the model of `run`, looked at once."""

    def __init__(self, run: Path, net: Net, device: str) -> None:
        """`net`: the model of `run`, on `device`."""
        self._run, self._net, self._device = run, net, device
        self._photos: list[tuple[str, str]] = []
        """Path and label of each that could be read."""
        self._rows = torch.zeros(0, 0, dtype=torch.float16)
        """[photos, directions], each of length 1."""
        self._directions: torch.Tensor | None = None
        """[D, directions]; None: the features themselves."""

    def find(self, path: str, count: int, control: Control) -> Generator[Event, None, None]:
        """One `AlikeFound` with at most `count` photos that are still there, or a `Skipped`. At first with Progress.

        A training photo is not told to be like itself. Raises StopRequested.
        """
        asked = list[torch.Tensor]()
        with contextlib.closing(Logits(self._net, self._device).of([path], control, None)) as answers:
            for answer in answers:
                if isinstance(answer, Answered):
                    asked.append(answer.features)
                else:
                    yield answer
        if not asked:
            return
        reason: Message | None = None
        if not self._photos:
            reason = yield from self._look(control)
        if not self._photos:
            yield AlikeFound(path, [], reason=reason or _GONE)
            return
        found = self._nearest(asked[0], path, count)
        yield AlikeFound(path, found, reason=None if found else _GONE)

    def _look(self, control: Control) -> Generator[Event, None, Message | None]:
        """At all training photos; returns why there are none. Raises StopRequested."""
        try:
            scan = load_own_photos(self._run)
        except DataError as error:
            return error.message
        photos = [photo for photo in scan.of_split("train") if is_there(scan.file(photo))]
        if not photos:
            return _GONE
        files = [scan.file(photo) for photo in photos]
        parts, places = list[torch.Tensor](), list[int]()
        with contextlib.closing(
            Logits(self._net, self._device, from_cache=True).of(files, control, _LOOKING)
        ) as answers:
            for answer in answers:
                if isinstance(answer, Answered):
                    sound = answer.sound()
                    parts.append(self.smaller(sound.features, len(files)))
                    places += sound.places
                elif not isinstance(answer, Skipped):  # they are not what was asked about
                    yield answer
        if not places or not parts[0].shape[1]:
            return say("This model has nothing to compare photos by.") if places else _GONE
        self.take([(str(files[place]), photos[place].label) for place in places], torch.cat(parts))
        return None

    def take(self, photos: list[tuple[str, str]], rows: torch.Tensor) -> None:
        """Compares with these from now on: path and label of each, and its row as `smaller` makes it."""
        self._photos, self._rows = photos, rows

    @property
    def bytes(self) -> int:
        """That they take."""
        return self._rows.nbytes

    def smaller(self, features: torch.Tensor, photos: int) -> torch.Tensor:
        """float32 [n, D] → float16 [n, directions], each of length 1; `photos`: how many there are in all."""
        features = unit(features.cpu())
        fewer = max(_FEWEST, MOST_BYTES // (2 * photos))
        if self._directions is None and features.shape[1] > fewer:
            drawn = np.random.default_rng(0).standard_normal((features.shape[1], fewer), np.float32)
            self._directions = torch.from_numpy(drawn)
        return (features if self._directions is None else unit(features @ self._directions)).half()

    def _nearest(self, asked: torch.Tensor, path: str, count: int) -> list[Alike]:
        """asked: [1, D]."""
        one = self.smaller(asked, len(self._photos)).float()[0]
        cosines = torch.cat([part.float() @ one for part in self._rows.split(_AT_A_TIME)])  # type: ignore[no-untyped-call]
        own, found = os.path.normcase(os.path.abspath(path)), list[Alike]()  # noqa: PTH100 - as it is written, not where it leads
        for place in cosines.argsort(descending=True).tolist():
            if len(found) >= count:
                break
            file, label = self._photos[place]
            if os.path.normcase(file) != own and is_there(file):
                found.append(Alike(file, label, max(-1.0, min(1.0, float(cosines[place])))))
        return found
