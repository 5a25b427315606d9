"""The one way to train into a folder that a person has named: holds the folder, trains, keeps the record, and ends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.events import Event, Noted
from cnn_desktop.domain.jobs.train import Planned, Trained
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.recording import recorded
from cnn_desktop.domain.table_columns import NOTHING_SAID, Reading
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
) -> Iterator[Event]:
    """`fit` into the folder `run`, whatever lies there. An earlier model there stays until this training is finished.

    Raises UserError and StopRequested; of what can be refused, before anything is written.
    """
    with held(run, resume) as place:
        job = fit(config, place.folder, control, resume, plan, scan, reading, place.check)
        for event in recorded(_told(job, place), place.folder, Planned):
            if isinstance(event, Trained) and not event.stopped:
                place.take_over()
            yield event


def _told(job: Iterable[Event], place: RunFolder) -> Iterator[Event]:
    """The training's events, naming the folder where the run will be found, and what becomes of an earlier one."""
    folder = str(place.run)
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
                yield msgspec.structs.replace(event, run=folder)
            else:
                if isinstance(event, Trained) and place.is_beside:
                    yield _not_replaced(folder)
                yield event
    except StopRequested:
        if place.is_beside:
            yield _not_replaced(folder)
        raise


def _not_replaced(folder: str) -> Noted:
    return Noted(
        say(
            "The earlier model in {folder} is unchanged. It will be replaced if you resume this training run and "
            "it finishes.",
            folder=folder,
        )
    )
