"""What the Training tab shows, as a pure function of the facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from cnn_desktop.domain.catalog import device_word, title_of
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import Offer, UsageError
from cnn_desktop.domain.estimate import estimate
from cnn_desktop.domain.events import Outcome
from cnn_desktop.domain.message import duration
from cnn_desktop.domain.recipe import EpochPlan
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit.words import QT_WORDS, time_text, tr
from cnn_desktop.gui.state.job_state import IDLE, JobState, ResultNow
from cnn_desktop.gui.training.fields import idle_fields
from cnn_desktop.gui.training.plan_words import plan_words
from cnn_desktop.gui.training.recipes import RecipeView, how_long, recipe_view

Action = Literal[
    "", "open", "train", "go_on", "stop", "throw_away", "pause", "resume", "test", "classify", "model", "scratch"
]  # fmt: skip
"""What a button does. open, classify, model: go to that step; scratch: start without pretrained weights."""
Tone = Literal["good", "bad", "warn", "muted"]


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    config: TrainConfig
    photos: int | None = None
    """Photos to train on; None before a folder is open."""
    tests: int = 0
    """Photos to test on."""
    can_train: bool = True
    """Whether at least two classes have training photos."""
    problems: list[UsageError] = []
    typed: Mapping[str, str] = {}
    """Field → what stands in it and is no value."""
    touched: bool = False
    """A setting was changed since the project was opened and since the last training began."""
    pretrained: bool = True
    """Whether the chosen model's weights are on this computer and wanted."""
    job: JobState = IDLE
    result: ResultNow | None = None
    resumable: RunRecord | None = None
    models: list[RunRecord] = []
    """The trainings that have a model, newest first."""
    configs: Mapping[str, TrainConfig] = {}
    """Id → the settings of each, as far as they are known."""
    predictor: str = ""
    """Id of the one whose model is used."""
    best: str = ""
    """Id of the one whose model is used where none is chosen."""
    is_chosen: bool = False
    """Whether a person has chosen the one that is used."""
    tested: bool = False
    """That model was tested."""
    weights_missing: bool = False
    """Whether the pretrained weights that are wanted are not on this computer."""
    device: str = ""
    device_reason: str = ""
    rates: Mapping[str, float] = {}
    cores: int = 1
    read_only: str = ""
    """Why nothing can be changed; "" when it can."""
    gone: bool = False
    """Whether a folder of the photos is not where it was."""
    curves: bool = False
    """Whether there are curves to show."""

    @property
    def trains(self) -> bool:
        """Whether the running job is a training."""
        return self.job.shown_by == "training"

    @property
    def ended(self) -> ResultNow | None:
        """How the last job ended, if that was a training."""
        return self.result if self.result and self.result.step == "training" else None


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


class Ending(msgspec.Struct, frozen=True):
    """How the last training ended."""

    tone: Tone
    text: str
    details: str = ""
    offer: Offer | None = None
    """A setting to change with one click."""


class View(msgspec.Struct, frozen=True):
    """Everything the tab shows, apart from curves and log."""

    subtitle: str
    empty: bool
    """No photos yet: one sentence and one button in place of everything."""
    heading: str
    """Above the plan: that it can start, or what it waits for."""
    plan: str
    """What the training will do, in one sentence."""
    primary: Button
    secondary: Button
    third: Button
    missing: str
    """That the weights are not on this computer, as a sentence; "" when they are, or are not wanted."""
    choices: list[tuple[str, str]]
    """The trainings to choose from: (id, words), first "" for always the best. Empty when there is no choice."""
    chosen: str
    note: str
    """Beside the buttons: the time it will take, or why it cannot start."""
    locked: bool
    """The settings cannot be changed now."""
    problems: dict[str, str]
    """Field → what is wrong with its value."""
    typed: Mapping[str, str]
    """Field → the text that stands there in place of a value."""
    training: bool
    """It trains: `status` tells how far it is."""
    curves: bool
    """The curves, rather than the plan."""
    outcome: Ending | None
    epochs: EpochPlan
    """Of each phase, with the usual numbers filled in."""
    recipe: RecipeView
    idle: frozenset[str]
    """Settings that change nothing as things stand."""


def view(facts: Facts) -> View:
    """The tab for `facts`."""
    photos = facts.photos or 0
    problems = facts.ended.problems(facts.config) if facts.ended else {}  # the memory may do now: Train stays enabled
    problems |= {problem.field: problem.message.render(QT_WORDS) for problem in reversed(facts.problems)}
    primary, secondary, third = _buttons(facts)
    return View(
        subtitle=_subtitle(facts),
        empty=facts.photos is None,
        heading=_heading(facts),
        plan=plan_words(facts.config, facts.pretrained),
        primary=primary,
        secondary=secondary,
        third=third,
        missing=_missing(facts),
        choices=_choices(facts),
        chosen=facts.predictor if facts.is_chosen else "",
        note=_note(facts, photos),
        locked=bool(facts.trains or facts.read_only),
        problems=problems,
        typed=facts.typed,
        training=facts.trains,
        curves=facts.trains or facts.curves,
        outcome=_ending(facts),
        epochs=facts.config.epoch_plan(facts.pretrained),
        recipe=recipe_view(facts.config, facts.pretrained, photos, facts.device or "cpu", facts.rates, facts.cores),
        idle=idle_fields(facts.config, facts.pretrained) - problems.keys(),  # what is wrong must be possible to mend
    )


def status(job: JobState) -> Status:
    """How far the training `job` is."""
    doing = job.sentence.render(QT_WORDS) if job.sentence else tr("Starting training")
    if job.paused:
        sentence = tr("Paused: {doing}", doing=doing)
    elif job.seconds_left is not None and not job.stopping:
        sentence = tr("{doing}, {time} left", doing=doing, time=duration(job.seconds_left))
    else:
        sentence = doing
    figures = [tr("{share:.0%} done", share=job.fraction)] if job.fraction is not None else []
    if job.total:
        figures = [tr("{done} of {total}", done=job.done, total=job.total)]
    if job.rate >= 0.5 and not job.paused:
        figures.append(tr("{rate} {rate:photo|photos} per second", rate=round(job.rate)))
    return Status(sentence, " · ".join(figures), job.fraction)


def _subtitle(facts: Facts) -> str:
    model = title_of(facts.config.model)
    start = tr("pretrained") if facts.pretrained else tr("from scratch")
    device = facts.config.device
    if device == "auto":
        if not facts.device:
            return tr("{model}, {start}", model=model, start=start)
        return tr(
            "{model}, {start}, on {device} ({reason})",
            model=model, start=start, device=device_word(facts.device), reason=_bare(facts.device_reason),
        )  # fmt: skip
    return tr("{model}, {start}, on {device}", model=model, start=start, device=device_word(device))


def _heading(facts: Facts) -> str:
    if facts.gone:
        return tr("You can train once the photos are found")
    if not facts.can_train:
        return tr("You can train once two classes have photos")
    if facts.problems:
        return tr("Check the settings")
    if _missing(facts):
        return tr("You can train once the weights are on this computer")
    return tr("Ready to train")


def _choices(facts: Facts) -> list[tuple[str, str]]:
    if len(facts.models) < 2:
        return []
    words = {run.id: run_words(run, facts.configs.get(run.id)) for run in facts.models}
    best = ("", tr("Best training run: {run}", run=words.get(facts.best, "")))
    return [best, *((run, tr("Training: {run}", run=text)) for run, text in words.items())]


def run_words(run: RunRecord, config: TrainConfig | None = None) -> str:
    """A training in a few words: when, which model, how thoroughly, how good, and whether it came to its end."""
    words = [tr("{time} {model}", time=time_text(run.started), model=title_of(run.model))]
    if config is not None:
        words.append(how_long(config))
    if run.val_accuracy is not None:
        words.append(tr("{val:.1%}", val=run.val_accuracy))
    if run.status not in ("finished", "running"):
        words.append(tr("not finished"))
    return ", ".join(words)


def _missing(facts: Facts) -> str:
    """What is said when the pretrained weights are not here."""
    if not facts.weights_missing or facts.photos is None or facts.trains:
        return ""
    return tr(
        "The pretrained weights for {model} are not on this computer. Download or import them, or start from scratch.",
        model=title_of(facts.config.model),
    )


def _buttons(facts: Facts) -> tuple[Button, Button, Button]:
    if facts.photos is None:
        return Button(), Button(), Button()
    return _buttons_while_it_trains(facts.job) if facts.trains else _buttons_between(facts, facts.photos)


def _buttons_between(facts: Facts, photos: int) -> tuple[Button, Button, Button]:
    """While nothing trains: the next sensible step first, then what else can be done."""
    fine = not (facts.problems or facts.weights_missing)
    is_free = not (facts.job.running or facts.gone)
    may_start = fine and is_free and not facts.read_only and photos > 0 and facts.can_train
    start = Button("train", tr("&Train on {n} {n:photo|photos}", n=photos), may_start)
    again = Button("train", tr("&Train again"), may_start)
    test = Button("test", tr("Te&st on {n} {n:photo|photos}", n=facts.tests), is_free)
    classify = Button("classify", tr("Classify &new photos"))
    hidden, go_on, after, result = Button(), Button(), Button(), facts.ended
    if facts.resumable and not facts.read_only:
        go_on = Button("go_on", tr("Res&ume training"), is_free)
    if facts.predictor or (result and result.outcome == "finished"):
        after = classify if facts.tested or not facts.tests else hidden if facts.read_only else test
    if facts.touched or not (go_on.action or after.action):
        return start, go_on, after if after is test else hidden
    if go_on.action and after is test and _was_stopped(facts):
        return test, go_on, again
    if facts.resumable and go_on.action:
        return go_on, again if facts.models else start, after if facts.predictor == facts.resumable.id else hidden
    if result and result.is_bad:
        return start, hidden, after
    return after, again, hidden


def _buttons_while_it_trains(job: JobState) -> tuple[Button, Button, Button]:
    stop = Button("stop", tr("&Stopping…") if job.stopping else tr("&Stop"), not job.stopping)
    if job.phase == "start":
        return stop, Button(), Button()
    if job.paused:
        return Button("resume", tr("Res&ume"), not job.stopping), stop, Button()
    return stop, Button("pause", tr("&Pause"), not job.stopping), Button()


def _was_stopped(facts: Facts) -> bool:
    """The person has just stopped the training whose model is in use: they want to see how good that is."""
    result = facts.ended
    return result is not None and result.outcome == "stopped" and facts.predictor == result.run != ""


def _note(facts: Facts, photos: int) -> str:
    if facts.photos is None or facts.trains:
        return ""
    if hindrance := _hindrance(facts):
        return hindrance
    expected = estimate(facts.config, facts.pretrained, photos, facts.device or "cpu", facts.rates, facts.cores)
    if expected.measured:
        return tr("Takes about {time}, going by earlier training on this computer.", time=duration(expected.seconds))
    return tr("Takes about {time} on this computer.", time=duration(expected.seconds))


def _hindrance(facts: Facts) -> str:
    """Why no training can start; "" when one can."""
    reasons = (
        (bool(facts.read_only), facts.read_only),
        (facts.gone, tr("The photos are no longer where they were. Go to Dataset to find them.")),
        (not facts.can_train, tr("Training needs photos of at least two classes. Go to Dataset to add or label some.")),
        (
            bool(facts.problems),
            tr("{n} {n:setting needs|settings need} a different value.", n=len(facts.problems)),
        ),
        (facts.job.running, tr("Another job is running.")),
        (facts.weights_missing, tr("The weights are missing.")),
    )
    return next((reason for holds, reason in reasons if holds), "")


def _ending(facts: Facts) -> Ending | None:
    result = facts.ended
    if result is None:
        return None
    tones: dict[Outcome, Tone] = {"finished": "good", "stopped": "muted"}
    return Ending(tones.get(result.outcome, "bad"), result.text, result.details, result.offered(facts.config))


def _bare(sentence: str) -> str:
    """A sentence to stand in brackets: without its full stop."""
    return sentence.strip().removesuffix(".")
