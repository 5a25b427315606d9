"""What the page of the label check shows: its cost, its result in words, what it cannot judge; a pure function of the facts."""

from __future__ import annotations

from typing import Literal

import msgspec

from cnn_desktop.domain.label_check import Confused, LabelCheck
from cnn_desktop.domain.message import Message, duration
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.gui.kit.tab_page import Primary
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.labels.train_words import train_words
from cnn_desktop.project.suspects import CheckFacts

MOST = 50
"""Pairs of classes that are told."""
_WIDE = 3
"""So many times the number itself may be the end of an interval that needs no word of why it is so wide."""


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    photos: PhotoFacts | None = None
    gone: bool = False
    """A folder of photos is not where it was."""
    read_only: str = ""
    """Why nothing can be decided, as a sentence; "" when it can."""
    running: bool = False
    check: CheckFacts | None = None
    trained: bool = True
    """A model was trained before."""
    blind_left: int = 0
    """Of the photos that are left, those that are judged blind."""
    seconds: tuple[float, float] = (0.0, 0.0)
    """About how long a check takes, the quick one and the thorough one."""
    thorough: bool = True
    model_seconds: float | None = None
    """The same of one by the person's own model; None: there is no model yet."""


class Empty(msgspec.Struct, frozen=True):
    """In place of a result."""

    icon: str
    tone: str
    text: str
    caption: str


class Pair(msgspec.Struct, frozen=True):
    """Photos of one class that probably are of another."""

    label: str
    suggested: str
    text: str
    tip: str
    share: float
    """0..1 of the most frequent pair, for the bar."""


class View(msgspec.Struct, frozen=True):
    """Everything but how far a running check is."""

    page: Literal["empty", "busy", "result"]
    empty: Empty
    headline: str = ""
    caption: str = ""
    tone: str = "muted"
    icon: str = "labels"
    pairs: tuple[Pair, ...] = ()
    notes: tuple[str, ...] = ()
    """What could not be judged, and that the list is older than the labels."""
    primary: Primary = Primary()
    begins: Literal["check", "review", "blind", "train"] = "check"
    """What the primary button does."""
    again: str = ""
    """The quiet button that checks once more; "" hides it."""
    choices: tuple[str, str, str] = ("", "", "")
    """The quick check, the thorough one, and the one by the person's own model, each with its cost; "" hides it."""
    may_check: bool = False


def view(facts: Facts) -> View:
    """The page for `facts`."""
    why_not, check = _why_not(facts), facts.check
    may_check = not why_not and not facts.running
    quick, thorough = (duration(seconds) for seconds in facts.seconds)
    choices = (
        tr("&Quick, about {time}", time=quick),
        tr("Thoro&ugh, about {time}", time=thorough),
        _with_model(facts.model_seconds),
    )
    if check is None or facts.running:
        primary = Primary(tr("&Check the labels"), may_check)  # why it cannot is told in the middle
        return View(
            "busy" if facts.running else "empty", _empty(facts, why_not), primary=primary, choices=choices,
            may_check=may_check,
        )  # fmt: skip
    found = check.summary
    headline, caption, tone, icon = _said(facts, check)
    primary, begins = _next(facts, check, may_check)
    return View(
        page="result",
        empty=_empty(facts, why_not),
        headline=headline,
        caption=caption,
        tone=tone,
        icon=icon,
        pairs=_pairs(found.confused) if found.verdict == "suspicious" else (),
        notes=_notes(facts, check, primary.note),
        primary=primary,
        begins=begins,
        again="" if begins == "check" else tr("Check agai&n"),
        choices=choices,
        may_check=may_check,
    )


def _with_model(seconds: float | None) -> str:
    return "" if seconds is None else tr("With &your model, about {time}", time=duration(seconds))


def _why_not(facts: Facts) -> str:
    """Why labels cannot be checked; "" when they can."""
    photos = facts.photos
    if photos is None:
        return tr("Open a folder of photos first.")
    if facts.gone:
        return tr("The photos were not found. Say where they are now in the Dataset step.")
    if not photos.count():
        return tr("None of these photos has a label yet. Label some in the Dataset step.")
    if len(photos.classes) < 2:
        return tr("All photos are of one class, so no label can be wrong. Add photos of a second class.")
    return ""


def _empty(facts: Facts, why_not: str) -> Empty:
    if why_not:
        return Empty("labels", "muted", tr("The labels cannot be checked yet"), why_not)
    return Empty(
        "labels",
        "muted",
        tr("Which of your labels are probably wrong?"),
        tr(
            "The app learns your classes from most of the photos, then asks itself about the others, until it has judged "
            "every photo without having seen its label. You decide about each one. Your files stay as they are."
        ),
    )


def _said(facts: Facts, check: CheckFacts) -> tuple[str, str, str, str]:
    """Headline, caption, colour and icon of a result."""
    found = check.summary
    judged = tr("{n} {n:photo|photos} judged in {time}", n=found.photos, time=duration(found.seconds))
    if found.verdict == "nothing":
        return tr("Nothing suspicious"), tr("No label stands out as wrong. {judged}.", judged=judged), "good", "success"
    if found.verdict == "cannot_learn":
        caption = tr(
            "It predicts {share:.0%} of the labels of photos it has not seen, little more than by guessing, so it cannot "
            "tell which are wrong. Check that the folders hold what their names say.",
            share=found.accuracy,
        )
        return tr("The model cannot learn these labels"), caption, "warn", "warning"
    number = tr("{n:About {n} label is|About {n} labels are} probably wrong", n=round(found.errors))
    caption = tr(
        "{interval} {suspicious} {judged}.",
        interval=_interval(found),
        suspicious=_suspicious(facts, check),
        judged=judged,
    )
    return number, caption, "warn", "warning"


def _interval(found: LabelCheck) -> str:
    low, high = round(found.low), round(found.high)
    if high > _WIDE * max(1.0, found.errors):
        return tr(
            "Between {low} and {high} (95 % sure): where classes look alike, wrong labels are hard to count.",
            low=low, high=high,
        )  # fmt: skip
    return tr("Between {low} and {high} (95 % sure).", low=low, high=high)


def _suspicious(facts: Facts, check: CheckFacts) -> str:
    """How many photos are suspicious, and where they are if not all of them wait on the review."""
    n, left, blind = check.summary.suspects, check.progress.left, facts.blind_left
    if n == left and not blind:
        return tr("{n} {n:photo is|photos are} suspicious.", n=n)
    decided = min(check.progress.decided, n - left)
    parts = (
        (left - blind, tr("{n} to review", n=left - blind)),
        (blind, tr("{n} validation or test {n:photo|photos} for the second opinion", n=blind)),
        (decided, tr("{n} reviewed", n=decided)),
        (n - left - decided, tr("{n} changed or gone since", n=n - left - decided)),
    )
    where = ", ".join(words for count, words in parts if count > 0)
    return tr("{n} {n:photo is|photos are} suspicious: {where}.", n=n, where=where)


def _pairs(confused: tuple[Confused, ...]) -> tuple[Pair, ...]:
    most = max((one.about for one in confused), default=0) or 1
    return tuple(
        Pair(
            one.label,
            one.suggested,
            tr(
                "“{suggested}” labelled as “{label}”: about {n}",
                suggested=one.suggested,
                label=one.label,
                n=round(one.about),
            ),
            tr("Between {low} and {high}. Show these photos.", low=round(one.low), high=round(one.high)),
            one.about / most,
        )
        for one in confused[:MOST]
    )


def _notes(facts: Facts, check: CheckFacts, said: str) -> tuple[str, ...]:
    """`said`: what is told beside the button already."""
    notes = []
    if check.is_older:
        notes.append(tr("Photos or labels have changed since this check, so the list is older than they are."))
    if facts.read_only and facts.read_only != said:
        notes.append(facts.read_only)
    sentences: tuple[Message, ...] = check.summary.cannot_judge
    return (*notes, *(one.render(QT_WORDS) for one in sentences))


def _next(
    facts: Facts, check: CheckFacts, may_check: bool
) -> tuple[Primary, Literal["check", "review", "blind", "train"]]:
    """The next sensible step."""
    progress, found = check.progress, check.summary
    if found.verdict != "suspicious" or (check.is_older and not progress.left):
        return Primary(tr("Check the labels a&gain"), may_check, _why_not(facts)), "check"
    if left := progress.left - facts.blind_left:
        return Primary(tr("Revie&w {n} {n:photo|photos}", n=left)), "review"
    if facts.blind_left:
        return Primary(tr("&Give a second opinion")), "blind"
    return Primary(train_words(facts.trained), not facts.read_only, facts.read_only), "train"
