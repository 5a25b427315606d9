"""What the list of training runs shows, as a pure function of the facts."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit.photo_facts import file_size
from cnn_desktop.gui.kit.words import time_text, tr
from cnn_desktop.gui.training.recipes import how_long
from cnn_desktop.project.run_sizes import RunSize

MODEL, WHEN, STATE, VALIDATION, TEST, PHOTOS, SIZE = range(7)
NOTHING = "–"
"""In place of what is not known."""


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    models: list[RunRecord] = []
    """Runs with a model, newest first."""
    configs: Mapping[str, TrainConfig] = {}
    predictor: str = ""
    """Whose model is in use."""
    best: str = ""
    sizes: Mapping[str, RunSize] = {}
    """As far as they are known."""
    busy: str = ""
    """Why another model cannot be chosen now."""


class RunRow(msgspec.Struct, frozen=True):
    """One run."""

    id: str
    words: tuple[str, ...]
    """Of each column."""
    order: tuple[str | float, ...]
    """What each column is sorted by."""
    is_used: bool
    """Its model is in use."""

    @property
    def spoken(self) -> str:
        """All of it, for screen readers."""
        names = column_names()
        parts = (
            f"{name}: {words}" for name, words in zip(names, self.words, strict=True) if words not in ("", NOTHING)
        )
        return ", ".join(parts)


class View(msgspec.Struct, frozen=True):
    """Everything the list shows."""

    rows: list[RunRow]
    note: str
    """Below it: why another model cannot be chosen, or what may be done."""
    may_choose: bool


def column_names() -> tuple[str, ...]:
    """In the user's language."""
    return tr("Model"), tr("Trained"), tr("State"), tr("Validation"), tr("Test"), tr("Photos"), tr("On disk")


def view(facts: Facts) -> View:
    """The list for `facts`."""
    rows = [_row(run, facts) for run in facts.models]
    hint = tr("Double-click a training run to classify photos with its model.")
    return View(rows, facts.busy or (hint if rows else ""), not facts.busy)


def _row(run: RunRecord, facts: Facts) -> RunRow:
    config, size = facts.configs.get(run.id), facts.sizes.get(run.id)
    model = title_of(run.model)
    if config is not None:
        model = tr("{model}, {recipe}", model=model, recipe=how_long(config))
    state = _state(run, facts)
    photos = size.photos if size else None
    return RunRow(
        run.id,
        (
            model, time_text(run.started), state, _share(run.val_accuracy), _share(run.test_accuracy),
            NOTHING if photos is None else tr("{n}", n=photos), file_size(size.bytes) if size else NOTHING,
        ),
        (
            model.casefold(), run.started, state, _place(run.val_accuracy), _place(run.test_accuracy), _place(photos),
            _place(size.bytes if size else None),
        ),
        run.id == facts.predictor,
    )  # fmt: skip


def _state(run: RunRecord, facts: Facts) -> str:
    words = [
        tr("in use") if run.id == facts.predictor else "",
        tr("best") if run.id == facts.best else "",
        "" if run.status in ("finished", "running") else tr("not finished"),
        tr("training") if run.status == "running" else "",
    ]
    text = ", ".join(word for word in words if word)
    return text[:1].upper() + text[1:]


def _share(value: float | None) -> str:
    return NOTHING if value is None else tr("{p:.1%}", p=value)


def _place(value: float | None) -> float:
    """What is not known comes before all else."""
    return -1.0 if value is None else float(value)
