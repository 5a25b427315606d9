"""The rail of steps: what each step says and whether it is possible yet, as a pure function of the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import msgspec

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.jobs.base import Step as StepKey
from cnn_desktop.domain.message import duration
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.job_state import IDLE, JobState

if TYPE_CHECKING:
    from cnn_desktop.project.suspects import CheckFacts

STEPS: tuple[StepKey, ...] = get_args(StepKey)


class Facts(msgspec.Struct, frozen=True):
    """What the rail is made from."""

    is_open: bool = False
    """A project is open."""
    photos: PhotoFacts | None = None
    gone: bool = False
    """A folder of photos is not where it was."""
    weights_missing: bool = False
    """The pretrained weights that are wanted are not on this computer."""
    model: str = ""
    """Name of the chosen model."""
    job: JobState = IDLE
    is_alone: bool = False
    """A model was opened by itself, without a project."""
    shown: int = 0
    """Photos that the Viewer goes through."""
    trained: RunRecord | None = None
    """The run whose model is in use."""
    report: Report | None = None
    labels: CheckFacts | None = None
    """The newest check of labels."""
    unfinished: bool = False
    """The newest training was stopped or broke off, and can go on."""


class Step(msgspec.Struct, frozen=True):
    """One step as it is shown."""

    key: StepKey
    word: str
    fact: str
    """One live fact, or why the step is not possible yet."""
    possible: bool


def training_fact(job: JobState) -> str:
    """How far the training is; "" when none runs. The bar is where the job is shown: in its tab, or at the bottom."""
    if job.shown_by != "training":
        return ""
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


def steps(facts: Facts) -> tuple[Step, ...]:
    """All steps in their order."""
    said: dict[StepKey, tuple[str, tuple[str, bool]]] = {
        "dataset": (tr("Dataset"), _dataset(facts)),
        "model": (tr("Model"), _model(facts)),
        "training": (tr("Training"), _training(facts)),
        "evaluation": (tr("Evaluation"), _evaluation(facts)),
        "viewer": (tr("Viewer"), _viewer(facts)),
        "labels": (tr("Labels"), _labels(facts)),
    }
    return tuple(Step(key, word, *fact) for key, (word, fact) in said.items())


# Of each step: its fact, and whether it is possible.


def _doing(job: JobState, step: StepKey) -> str:
    """What runs in `step`, as it says of itself; "" when nothing does."""
    return job.kind.doing.render(QT_WORDS) if job.kind and job.step == step else ""


def _dataset(facts: Facts) -> tuple[str, bool]:
    if doing := _doing(facts.job, "dataset"):
        return doing, True
    if facts.photos is None:
        return tr("no photos yet") if facts.is_open else tr("open a folder"), True
    if facts.gone:
        return tr("photos not found"), True
    if facts.photos.unlabelled and not facts.photos.count():
        return tr("{n} {n:photo|photos}, not labelled", n=facts.photos.unlabelled), True
    fact = tr(
        "{photos} {photos:photo|photos} · {classes} {classes:class|classes}",
        photos=facts.photos.count(), classes=len(facts.photos.classes),
    )  # fmt: skip
    return fact, True


def _model(facts: Facts) -> tuple[str, bool]:
    if not facts.is_open:
        return tr("needs photos"), False
    return title_of(facts.model), True


def _training(facts: Facts) -> tuple[str, bool]:
    if fact := training_fact(facts.job):
        return fact, True
    if facts.photos is None:
        return tr("needs photos"), False
    if facts.unfinished:
        return tr("stopped, can be resumed"), True
    if facts.trained is not None and (reached := _reached(facts.trained, facts.photos)):
        return reached, True
    if facts.gone:
        return tr("photos not found"), True
    lacking = tr("weights missing") if facts.weights_missing else tr("ready")
    return lacking if facts.photos.can_train else tr("needs two classes"), True


def _reached(run: RunRecord, photos: PhotoFacts) -> str:
    """How good `run` is, or that labels have changed since it was trained."""
    if (run.labels or 0) < photos.revision:
        return tr("trained on older labels")
    return "" if run.val_accuracy is None else tr("{share:.1%} in validation", share=run.val_accuracy)


def _evaluation(facts: Facts) -> tuple[str, bool]:
    if doing := _doing(facts.job, "evaluation"):
        return doing, True
    if facts.trained is None:
        return tr("needs a trained model"), False
    if facts.report is None:
        return tr("not tested yet"), True
    report = facts.report
    fact = tr(  # the same interval as on the page; it is not even on both sides, so no "±"
        "{share:.1%} ({low:.0f}–{high:.0f})",
        share=report.accuracy, low=100 * report.accuracy_low, high=100 * report.accuracy_high,
    )  # fmt: skip
    return fact, True


def _viewer(facts: Facts) -> tuple[str, bool]:
    classifies = facts.trained is not None or facts.is_alone
    if facts.photos is None and not classifies:
        return tr("needs photos"), False
    if facts.shown:
        return tr("{n} {n:photo|photos} open", n=facts.shown), True
    return (tr("drop photos to classify") if classifies else tr("look at photos")), True


def _labels(facts: Facts) -> tuple[str, bool]:
    if doing := _doing(facts.job, "labels"):
        return doing, True
    if facts.photos is None:
        return tr("needs photos"), False
    return _checked(facts.labels) if facts.labels else tr("not checked yet"), True


def _checked(check: CheckFacts) -> str:
    """What the newest check of labels has found, and how far its review is."""
    if check.is_older:
        return tr("checked on older labels")
    if check.summary.verdict != "suspicious":
        return tr("nothing suspicious") if check.summary.verdict == "nothing" else tr("cannot be judged")
    done, left = check.progress.decided, check.progress.left
    if not left:
        return tr("all reviewed")
    return tr("{done} reviewed, {left} to do", done=done, left=left) if done else tr("{n} suspicious", n=left)
