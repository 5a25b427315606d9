"""The rail of steps: what each step says and whether it is possible yet, as a pure function of the facts."""

from __future__ import annotations

import dataclasses
from typing import Literal, get_args

from cnn_desktop.domain.catalog import find_architecture
from cnn_desktop.domain.message import duration
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.job_state import IDLE, JobState

StepKey = Literal["dataset", "model", "training", "evaluation", "viewer"]
STEPS: tuple[StepKey, ...] = get_args(StepKey)


@dataclasses.dataclass(frozen=True)
class Facts:
    """What the rail is made from."""

    is_open: bool = False
    """A project is open."""
    scan: Scan | None = None
    gone: bool = False
    """A folder of photos is not where it was."""
    weights_missing: bool = False
    """The pretrained weights that are wanted are not on this computer."""
    model: str = ""
    """Name of the chosen model."""
    job: JobState = IDLE
    trained: RunRecord | None = None
    """The run whose model is in use."""
    report: Report | None = None


@dataclasses.dataclass(frozen=True)
class Step:
    """One step as it is shown."""

    key: StepKey
    word: str
    fact: str
    """One live fact, or why the step is not possible yet."""
    possible: bool
    fraction: float | None = None
    """0..1 of what runs in this step, None when nothing does."""


def steps(facts: Facts) -> tuple[Step, ...]:
    """All steps in their order."""
    return (
        _dataset(facts),
        _model(facts),
        _training(facts),
        _evaluation(facts),
        _viewer(facts),
    )


def _dataset(facts: Facts) -> Step:
    word = tr("Dataset")
    if facts.job.kind in ("scan", "sample"):
        return Step("dataset", word, tr("reading photos…"), True, facts.job.fraction)
    if facts.scan is None:
        return Step("dataset", word, tr("no photos yet") if facts.is_open else tr("open a folder"), True)
    if facts.gone:
        return Step("dataset", word, tr("photos not found"), True)
    photos, classes = len(facts.scan.photos), len(facts.scan.classes)
    fact = tr(
        "{photos} {photos:photo|photos} · {classes} {classes:class|classes}",
        photos=photos, classes=classes,
    )  # fmt: skip
    return Step("dataset", word, fact, True)


def _model(facts: Facts) -> Step:
    word = tr("Model")
    if not facts.is_open:
        return Step("model", word, tr("needs photos"), False)
    architecture = find_architecture(facts.model)
    return Step("model", word, architecture.title if architecture else facts.model, True)


def _training(facts: Facts) -> Step:
    word = tr("Training")
    job = facts.job
    if job.kind == "train":
        return Step("training", word, _training_fact(job), True, job.fraction)
    if facts.scan is None:
        return Step("training", word, tr("needs photos"), False)
    if facts.trained is not None and facts.trained.val_accuracy is not None:
        return Step("training", word, tr("{share:.1%} in validation", share=facts.trained.val_accuracy), True)
    if facts.gone:
        return Step("training", word, tr("photos not found"), True)
    if facts.weights_missing:
        return Step("training", word, tr("weights missing"), True)
    return Step("training", word, tr("ready"), True)


def _training_fact(job: JobState) -> str:
    if job.stopping:
        return tr("stopping…")
    if job.paused:
        return tr("paused")
    if not job.epoch:
        return tr("starting…")
    if job.seconds_left is None:
        return tr("epoch {epoch} of {epochs}", epoch=job.epoch, epochs=job.epochs)
    return tr(
        "epoch {epoch} of {epochs} · {time} left",
        epoch=job.epoch, epochs=job.epochs, time=duration(job.seconds_left),
    )  # fmt: skip


def _evaluation(facts: Facts) -> Step:
    word = tr("Evaluation")
    if facts.job.kind == "evaluate":
        return Step("evaluation", word, tr("testing…"), True, facts.job.fraction)
    if facts.trained is None:
        return Step("evaluation", word, tr("needs a trained model"), False)
    if facts.report is None:
        return Step("evaluation", word, tr("not tested yet"), True)
    report = facts.report
    fact = tr(  # the same interval as on the page; it is not even on both sides, so no "±"
        "{share:.1%} ({low:.0f}–{high:.0f})",
        share=report.accuracy, low=100 * report.accuracy_low, high=100 * report.accuracy_high,
    )  # fmt: skip
    return Step("evaluation", word, fact, True)


def _viewer(facts: Facts) -> Step:
    word = tr("Viewer")
    if facts.scan is None:
        return Step("viewer", word, tr("needs photos"), False)
    if facts.trained is None:
        return Step("viewer", word, tr("look at photos"), True)
    return Step("viewer", word, tr("drop photos to classify"), True)
