"""What the Training tab shows, as a pure function of the facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from cnn_desktop.domain.catalog import find_architecture
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.events import EpochDone, Event, JobDone, Planned, Progress, Ready, Stopping, TrainProgress
from cnn_desktop.domain.message import duration
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.job_state import IDLE, JobState, ResultNow
from cnn_desktop.gui.present.estimate import estimate
from cnn_desktop.gui.words import QT_WORDS, tr

Action = Literal["", "open", "train", "go_on", "stop", "pause", "resume", "test"]
Tone = Literal["good", "bad", "warn", "muted"]


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    config: TrainConfig
    photos: int | None = None
    """Photos to train on; None before a folder is open."""
    tests: int = 0
    """Photos to test on."""
    problems: list[UsageError] = []
    pretrained: bool = True
    """Whether the chosen model's weights are on this computer and wanted."""
    job: JobState = IDLE
    result: ResultNow | None = None
    resumable: RunRecord | None = None
    device: str = ""
    device_reason: str = ""
    rates: Mapping[str, float] = {}
    cores: int = 1
    read_only: bool = False


class Button(msgspec.Struct, frozen=True):
    """A button of the tab's footer; `action` "" hides it."""

    action: Action = ""
    text: str = ""
    enabled: bool = True


class Status(msgspec.Struct, frozen=True):
    """The running training in words."""

    sentence: str
    figures: str
    fraction: float | None
    """0..1; None while unknown."""


class Outcome(msgspec.Struct, frozen=True):
    """How the last training ended."""

    tone: Tone
    text: str
    details: str = ""


class View(msgspec.Struct, frozen=True):
    """Everything the tab shows, apart from curves and log."""

    subtitle: str
    empty: bool
    """No photos yet: one sentence and one button in place of everything."""
    plan: str
    """What the training will do, in one sentence."""
    primary: Button
    secondary: Button
    note: str
    """Beside the buttons: the time it will take, or why it cannot start."""
    locked: bool
    """The settings cannot be changed now."""
    problems: dict[str, str]
    """Field → what is wrong with its value."""
    status: Status | None
    outcome: Outcome | None
    epochs: tuple[int, int]
    """(of the head, of the whole network), with the usual numbers filled in."""
    has_head: bool
    """Whether a new last layer can be trained on its own: only with pretrained weights."""


def view(facts: Facts) -> View:
    """The tab for `facts`."""
    training = facts.job.kind == "train"
    photos = facts.photos or 0
    problems = {problem.field: problem.message.render(QT_WORDS) for problem in reversed(facts.problems)}
    primary, secondary = _buttons(facts, photos)
    return View(
        subtitle=_subtitle(facts),
        empty=facts.photos is None,
        plan=_plan(facts),
        primary=primary,
        secondary=secondary,
        note=_note(facts, photos),
        locked=training or facts.read_only,
        problems=problems,
        status=_status(facts.job) if training else None,
        outcome=_outcome(facts.result),
        epochs=facts.config.epoch_plan(facts.pretrained),
        has_head=facts.pretrained or bool(facts.config.head_epochs),
    )


def log_line(event: Event) -> str:
    """The event as a line of the log; "" for those that come ten times a second or say nothing new."""
    if isinstance(event, TrainProgress | Progress | Ready | JobDone | Stopping):
        return ""
    return event.sentence(QT_WORDS)


def announced(event: Event) -> str:
    """What is said to a screen reader as it happens: epochs, warnings and the end, not every step."""
    return event.sentence(QT_WORDS) if isinstance(event, EpochDone | Planned) else ""


def _subtitle(facts: Facts) -> str:
    architecture = find_architecture(facts.config.model)
    model = architecture.title if architecture else facts.config.model
    start = tr("pretrained") if facts.pretrained else tr("from scratch")
    device = facts.config.device
    if device == "auto":
        if not facts.device:
            return tr("{model}, {start}", model=model, start=start)
        return tr(
            "{model}, {start}, on {device} ({reason})",
            model=model, start=start, device=device_name(facts.device), reason=_bare(facts.device_reason),
        )  # fmt: skip
    return tr("{model}, {start}, on {device}", model=model, start=start, device=device_name(device))


def _plan(facts: Facts) -> str:
    head, full = facts.config.epoch_plan(facts.pretrained)
    if head and full:
        return tr(
            "First the new last layer learns your classes for {head} {head:epoch|epochs}, then the whole network is fine-tuned for {full}.",
            head=head, full=full,
        )  # fmt: skip
    if head:
        return tr("The new last layer learns your classes for {head} {head:epoch|epochs}.", head=head)
    if facts.pretrained:
        return tr("The whole network is fine-tuned for {full} {full:epoch|epochs}.", full=full)
    return tr("The network learns from scratch for {full} {full:epoch|epochs}.", full=full)


def _buttons(facts: Facts, photos: int) -> tuple[Button, Button]:
    job = facts.job
    if facts.photos is None:
        return Button(), Button()
    if job.kind == "train":
        stop = Button("stop", tr("&Stopping…") if job.stopping else tr("&Stop"), not job.stopping)
        if job.phase == "start":
            return stop, Button()
        hold = Button("resume", tr("&Go on")) if job.paused else Button("pause", tr("&Pause"))
        return stop, msgspec.structs.replace(hold, enabled=not job.stopping)
    may_start = not facts.problems and not job.running and not facts.read_only and photos > 0
    again = tr("&Train on {n} {n:photo|photos}", n=photos)
    result = facts.result
    if result and result.kind == "train" and result.outcome == "finished" and facts.tests:
        return (
            Button("test", tr("T&est on {n} {n:photo|photos}", n=facts.tests), not job.running),
            Button("train", tr("&Train again"), may_start),
        )
    if facts.resumable and not facts.read_only:
        return Button("train", again, may_start), Button("go_on", tr("&Go on with the last one"), not job.running)
    return Button("train", again, may_start), Button()


def _note(facts: Facts, photos: int) -> str:
    job = facts.job
    if facts.photos is None or job.kind == "train":
        return ""
    if facts.read_only:
        return tr("Open in another window: it can only be looked at here.")
    if facts.problems:
        return tr("{n} {n:setting needs|settings need} another value.", n=len(facts.problems))
    if job.running:
        return tr("Another job is running.")
    expected = estimate(facts.config, facts.pretrained, photos, facts.device or "cpu", facts.rates, facts.cores)
    if expected.measured:
        return tr("Takes about {time}, as measured on this computer before.", time=duration(expected.seconds))
    return tr("Takes about {time} on this computer.", time=duration(expected.seconds))


def _status(job: JobState) -> Status:
    doing = job.sentence.render(QT_WORDS) if job.sentence else tr("Getting ready")
    if job.paused:
        sentence = tr("Paused: {doing}", doing=doing)
    elif job.seconds_left is not None and not job.stopping:
        sentence = tr("{doing}, {time} left", doing=doing, time=duration(job.seconds_left))
    else:
        sentence = doing
    figures = [tr("{share:.0%} done", share=job.fraction)] if job.fraction is not None else []
    if job.rate >= 0.5 and not job.paused:
        figures.append(tr("{rate} photos a second", rate=round(job.rate)))
    return Status(sentence, " · ".join(figures), job.fraction)


def _outcome(result: ResultNow | None) -> Outcome | None:
    if result is None or result.kind != "train":
        return None
    tones: dict[str, Tone] = {"finished": "good", "stopped": "muted"}
    return Outcome(tones.get(result.outcome, "bad"), result.text, result.details)


def device_name(device: str) -> str:
    """ "cpu" as people write it; others are names of their own."""
    return device.upper() if device in ("cpu", "mps") else device


def _bare(sentence: str) -> str:
    """A sentence to stand in brackets: without its full stop."""
    return sentence.strip().removesuffix(".")
