"""Where a training goes on: from its newest checkpoint that is whole and whose best model is there, to the bit."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import put_in_place, remove_leftovers, saving
from cnn_desktop.domain.run import BEST, BEST_BEFORE, CHECKPOINT, OWN_FILES, clear_tests, facts_from, save_model_facts
from cnn_desktop.learning.models.tensor_files import load_tensors
from cnn_desktop.learning.training.checkpoint import Checkpoint, checkpoints, save_history


class _Best(NamedTuple):
    """The model that a checkpoint names."""

    file: Path
    facts: str | None


class Resumed(NamedTuple):
    """What a run's training goes on from."""

    checkpoint: Checkpoint
    is_newest: bool
    """False: there is a newer one, of no use."""
    best: _Best | None
    """None: the checkpoint names none."""

    def put_in_place(self, run: Path) -> None:
        """Makes the run's files those of this checkpoint, whatever came after it. Raises DataError."""
        remove_leftovers(run, OWN_FILES)
        _move(self.checkpoint.file, run / CHECKPOINT)
        if self.best is not None:
            if self.best.file != run / BEST:
                clear_tests(run)  # of a model that will be made anew
                _move(self.best.file, run / BEST)
            if self.best.facts is not None:
                save_model_facts(facts_from(self.best.facts, run), run)
        save_history(run, self.checkpoint.standing.history)


def _move(file: Path, place: Path) -> None:
    if file != place:
        with saving(place):
            put_in_place(file, place)


def find_checkpoint(run: Path) -> Resumed | None:
    """None: `run` has no checkpoint. Raises DataError when there are only damaged ones. Writes nothing."""
    problems: list[DataError] = []
    for found in checkpoints(run):
        if isinstance(found, DataError):
            problems.append(found)
            continue
        best = _find_best(run, found.best)
        if best is not None or not found.best:
            return Resumed(found, not problems, best)
        problems.append(
            DataError(
                "The best model in {folder} is missing or damaged, so this training run cannot be resumed. Train "
                "again from the start.",
                folder=str(run),
            )
        )
    if len(problems) > 1:
        raise DataError(
            "The checkpoints in {folder} are damaged, so this training run cannot be resumed. Train again from the start.",
            folder=str(run),
        )
    if problems:
        raise problems[0]
    return None


def _find_best(run: Path, crc: str) -> _Best | None:
    """The whole model that is known by `crc`."""
    for file in (run / BEST, run / BEST_BEFORE) if crc else ():
        try:
            model = load_tensors(file)
        except DataError:
            continue
        if model.crc == crc:
            return _Best(file, model.facts)
    return None
