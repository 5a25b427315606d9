"""Classifies a folder of photos, or as many as were dropped, into a table of answers that the window looks through meanwhile."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Iterable
from pathlib import Path

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.dataset.checks.left_out import reasons
from cnn_desktop.dataset.given_photos import GivenPhotos, find_given, need_photos
from cnn_desktop.domain.answered import Answer, answer_of
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.jobs.classify import AnswersKept, ClassifyPhotos, PhotosClassified, PhotosListed
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import LeftOut
from cnn_desktop.learning.answers.predict import Predictor

_EVERY = 0.4
"""Seconds between two times that answers are written."""
_PART = 2000
"""Photos that are written together when they are only listed."""


def classify_photos(job: ClassifyPhotos, control: Control) -> Generator[Event, None, None]:
    """PhotosListed, then Progress and AnswersKept, at last PhotosClassified: also after Stop, with what was answered by then.

    Raises DataError (no photos, no model, the disk), UsageError (an unknown device).
    """
    yield Progress(say("Looking for photos"), 0, 0)
    try:
        found = find_given(job.paths, control.stop_if_asked)
    except StopRequested:
        yield PhotosClassified(0, stopped=True)
        return
    left_out = [_short(one, found.folders) for one in found.left_out]
    yield PhotosListed(len(found.below), found.folders, len(left_out), reasons(left_out) if left_out else None)
    need_photos(found)
    if not job.run:
        yield from _list(job, found, control)
        return
    yield Progress(say("Loading the model"), 0, 0)
    predictor = Predictor(Path(job.run), job.device)
    with AnswerTable.begin(Path(job.out), predictor.facts.classes) as table:
        yield from _classify(table, predictor, found, control)


def _short(one: LeftOut, folders: list[str]) -> LeftOut:
    """By its path below the folder, where there is one folder."""
    if len(folders) == 1 and one.path != folders[0]:
        return LeftOut(str(Path(one.path).relative_to(folders[0])), one.reason)
    return one


def _classify(
    table: AnswerTable, predictor: Predictor, found: GivenPhotos, control: Control
) -> Generator[Event, None, None]:
    known = {path for _, path in table.files("seen")}
    paths = [path for path in found.below if path not in known]
    classes = {name: place for place, name in enumerate(table.classes)}
    waiting: list[Answer] = []
    told, is_stopped = time.monotonic(), False

    def keep() -> AnswersKept:
        table.keep(waiting, found.below)
        known.update(one.path for one in waiting)
        waiting.clear()
        return AnswersKept(len(known))

    try:
        with contextlib.closing(_events(predictor, paths, control)) as events:
            for event in events:
                if isinstance(event, Predicted):
                    waiting.append(answer_of(event, classes))
                elif isinstance(event, Skipped):
                    waiting.append(Answer(event.path, [], reason=event.reason))
                else:
                    yield event
                if waiting and time.monotonic() - told >= _EVERY:
                    told = time.monotonic()
                    yield keep()
    except StopRequested:
        is_stopped = True
    finally:
        if waiting:
            keep()
    counts = table.counts()
    yield PhotosClassified(counts.answered, counts.unread, is_stopped)


def _events(predictor: Predictor, paths: list[str], control: Control) -> Generator[Event, None, None]:
    if paths:
        yield from predictor.predict(paths, control)


def _list(job: ClassifyPhotos, found: GivenPhotos, control: Control) -> Generator[Event, None, None]:
    """There is no model yet: the photos may be looked at."""
    with AnswerTable.begin(Path(job.out), []) as table:
        known = {path for _, path in table.files()}
        for part in _parts([path for path in found.below if path not in known]):
            if control.stopping:
                break
            table.keep((Answer(path, []) for path in part), found.below)
            yield AnswersKept(table.counts().total)
        yield PhotosClassified(0, stopped=control.stopping)


def _parts(paths: list[str]) -> Iterable[list[str]]:
    return (paths[start : start + _PART] for start in range(0, len(paths), _PART))
