"""The one way to train into a folder that a person has named: holds the folder, trains, keeps the record, and ends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested, UserError, message_of, unexpected
from cnn_desktop.domain.events import Event, Noted
from cnn_desktop.domain.jobs.train import Planned, Trained
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.recording import recorded
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.domain.table_columns import NOTHING_SAID, Reading
from cnn_desktop.learning.answers.unknown.familiar import cannot_learn, learn_familiar, save_familiar
from cnn_desktop.learning.models.trained import load_marked
from cnn_desktop.learning.training.fit import fit
from cnn_desktop.learning.training.run_folder import RunFolder, held


def train(
    config: TrainConfig,
    run: Path,
    control: Control,
    resume: bool = False,
    plan: Path | None = None,
    scan: Scan | None = None,
    reading: Reading = NOTHING_SAID,
    to_be_asked: bool = True,
) -> Iterator[Event]:
    """`fit` into the folder `run`, whatever lies there. An earlier model there stays until this training is finished.

    At last the model learns which photos are unlike its training photos; not so with `to_be_asked` False, of a model that
    nobody shows other ones. Whatever ends that, Stop or too little memory, ends only that.
    Raises UserError and StopRequested; of what can be refused, before anything is written.
    """
    with held(run, resume) as place:
        job = fit(config, place.folder, control, resume, plan, scan, reading, place.check)
        told = _told(job, place, control if to_be_asked else None)
        for event in recorded(told, place.folder, Planned):
            if isinstance(event, Trained) and not event.stopped:
                place.take_over()
            yield event


def _told(job: Iterable[Event], place: RunFolder, asking: Control | None) -> Iterator[Event]:
    """The training's events, naming the folder where the run will be found, and what becomes of an earlier one.

    `asking`: of a model that is to learn which photos are unlike its own.
    """
    folder, finished = str(place.run), None
    try:
        for event in job:
            place.check()
            if isinstance(event, Planned):
                yield msgspec.structs.replace(event, run=folder)
                if place.is_beside:
                    yield Noted(
                        say("The earlier model in {folder} stays until this training run has finished.", folder=folder)
                    )
            elif isinstance(event, Trained) and not event.stopped:
                finished = event
            else:
                if isinstance(event, Trained) and place.is_beside:
                    yield _not_replaced(folder)
                yield event
        if finished is not None:  # what the training held in memory is free by now
            if asking is not None and not asking.stopping:
                yield from _looked_at(place, finished.device, asking)
            yield msgspec.structs.replace(finished, run=folder)
    except StopRequested:
        if place.is_beside:
            yield _not_replaced(folder)
        raise


def _looked_at(place: RunFolder, device: str, control: Control) -> Iterator[Event]:
    """The finished model looks at its own photos. Raises nothing: it is a model without that, too, and learns it when asked."""
    try:
        scan = load_snapshot(place.folder)
        if cannot_learn(scan, scan.classes) is None:
            net, _, mark = load_marked(place.folder, device)
            found = yield from learn_familiar(net, device, scan, control)
            place.check()
            if found is not None:
                save_familiar(found, place.folder, mark)
    except StopRequested:
        return
    except Exception as error:  # noqa: BLE001 - whatever it was, memory of a card say, hours of training must not be lost
        yield Noted(
            say(
                "The model is finished, but it could not learn what your photos look like. It tries again when you "
                "classify photos."
            )
        )
        yield Noted(message_of(error) if isinstance(error, UserError) else unexpected(error))


def _not_replaced(folder: str) -> Noted:
    return Noted(
        say(
            "The earlier model in {folder} is unchanged. It will be replaced if you resume this training run and "
            "it finishes.",
            folder=folder,
        )
    )
