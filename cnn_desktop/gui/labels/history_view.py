"""What the page of the history shows: what cleaning the labels brought, the changes in words, what comes next; a pure function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit.tab_page import Primary
from cnn_desktop.gui.kit.words import QT_WORDS, time_text, tr
from cnn_desktop.gui.labels.train_words import train_words
from cnn_desktop.project.cleaned import Brought, Standing
from cnn_desktop.project.restoring import HistoryRow

WHAT, PHOTOS, NAME, TRAININGS, WHO, WHEN = range(6)
"""Columns."""
Begins = Literal["check", "train", "test", "evaluation", "viewer"]


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    is_open: bool = False
    changes: int = 0
    """That were read."""
    has_decisions: bool = False
    standing: Standing | None = None
    models: int = 0
    """Trainings that have a model."""
    read_only: str = ""
    """Why nothing can be changed, as a sentence; "" when it can."""
    busy: str = ""
    """Which job runs, as a sentence; "" when none does."""


class View(msgspec.Struct, frozen=True):
    """Everything but the rows of the table."""

    page: Literal["empty", "history"]
    empty: str = ""
    caption: str = ""
    icon: str = "info"
    tone: str = "muted"
    headline: str = ""
    lines: tuple[str, ...] = ()
    """Below it."""
    may_export: bool = False
    note: str = ""
    """Why nothing can be changed."""
    primary: Primary = Primary()
    begins: Begins = "check"


class _Told(NamedTuple):
    icon: str
    tone: str
    headline: str
    lines: tuple[str, ...] = ()


def view(facts: Facts) -> View:
    """The page for `facts`."""
    if not facts.is_open:
        return View("empty", tr("Open a folder of photos first."), primary=Primary(tr("Go to the &check"), False))
    standing = facts.standing or Standing()
    if not facts.changes and not facts.has_decisions and standing.brought is None:
        return View(
            "empty",
            tr("No label has been changed yet"),
            tr("Whatever is changed is listed here: when, by whom, and what. Each earlier state can be brought back."),
            note=facts.read_only,
            primary=Primary(tr("Go to the &check")),
        )
    primary, begins = _next(facts, standing)
    told = _told(facts, standing)
    return View(
        "history", icon=told.icon, tone=told.tone, headline=told.headline, lines=told.lines, may_export=facts.has_decisions,
        note=facts.read_only, primary=primary, begins=begins,
    )  # fmt: skip


def _told(facts: Facts, standing: Standing) -> _Told:
    """What cleaning has brought."""
    brought = standing.brought
    if brought is None:
        return _not_compared(facts, standing)
    which = (
        tr("Before: {run}. After: {other}.", run=run_words(brought.pair.before), other=run_words(brought.pair.after)),
        *_also(brought, standing),
    )
    if brought.problem:
        return _Told("warning", "warn", brought.problem.render(QT_WORDS), which)
    if brought.cleaned:
        return _compared(brought.cleaned, which)
    headline = tr(
        "The newest model was trained after {n} {n:photo was|photos were} relabelled or excluded",
        n=brought.pair.changed,
    )
    words = tr("Tested on the same photos as the one before, it shows what the changes brought.")
    return _Told("info", "muted", headline, (words, *which))


def _not_compared(facts: Facts, standing: Standing) -> _Told:
    if standing.changed:
        headline = (
            tr("{n} {n:photo was|photos were} relabelled or excluded since the last training", n=standing.changed)
            if facts.models
            else tr("{n} {n:photo was|photos were} relabelled or excluded", n=standing.changed)
        )
        words = tr("Train on the labels as they are now: then you can see here what the changes brought.")
        return _Told("info", "muted", headline, (words,))
    if not facts.models:
        return _Told("info", "muted", tr("No model is trained yet"))
    words = tr("No model was trained before the labels were changed, so there is nothing to compare with.")
    return _Told("info", "muted", tr("What the changes brought cannot be measured"), (words,))


def _compared(cleaned: Cleaned, which: tuple[str, ...]) -> _Told:
    verdict = " ".join(one.render(QT_WORDS) for one in (cleaned.verdict(), cleaned.spared()) if one)
    lines = (cleaned.message().render(QT_WORDS), verdict, *which)
    if cleaned.is_better:
        return _Told("success", "good", tr("The model has become better"), lines)
    if cleaned.is_worse:
        return _Told("warning", "bad", tr("The model has become worse"), lines)
    return _Told("info", "muted", tr("No clear difference"), lines)


def _also(brought: Brought, standing: Standing) -> tuple[str, ...]:
    """What else is to be kept in mind."""
    said = []
    if not brought.pair.alike:
        said.append(
            tr(
                "The two trainings differ in their settings or in how far they came, too, so the labels may not explain "
                "all of it."
            )
        )
    if standing.changed:
        said.append(
            tr(
                "Since the newest training, the {n:label|labels} of {n} {n:photo has|photos have} changed again.",
                n=standing.changed,
            )
        )
    return tuple(said)


def _next(facts: Facts, standing: Standing) -> tuple[Primary, Begins]:
    """The next sensible step."""
    brought = standing.brought
    note = facts.read_only or facts.busy
    if standing.changed:
        return Primary(train_words(facts.models > 0), not note, note), "train"
    if brought and brought.untested:
        n = brought.untouched
        words = (
            tr("&Test both models on the {n} untouched test {n:photo|photos}", n=n)
            if len(brought.untested) > 1
            else tr("&Test the other model on the {n} untouched test {n:photo|photos}", n=n)
        )
        return Primary(words, not note, note), "test"
    if brought and brought.problem:
        return Primary(tr("&Go to Evaluation")), "evaluation"
    if brought:
        return Primary(tr("Classify &new photos")), "viewer"
    if facts.models:
        return Primary(tr("&Go to Evaluation")), "evaluation"
    return Primary(tr("Go to the &check")), "check"


def why_not_restored(row: HistoryRow | None, newest: int, read_only: str) -> str:
    """Why the state after `row` cannot be brought back; "" when it can. `newest`: number of the newest change."""
    if read_only:
        return read_only
    if row is None:
        return tr("Choose a row first.")
    if row.number == newest:
        return tr("These are the labels as they are now.")
    return ""


def why_not_named(row: HistoryRow | None, read_only: str) -> str:
    """Why it cannot get a name; "" when it can."""
    return read_only or ("" if row else tr("Choose a row first."))


def cell(row: HistoryRow, column: int) -> str:
    """The words in a cell of the table."""
    match column:
        case 0:
            return what(row)
        case 1:
            return tr("{n}", n=row.photos) if row.photos else ""
        case 2:
            return row.called
        case 3:
            return tr("{n}", n=len(row.runs)) if row.runs else ""
        case 4:
            return row.who
        case _:
            return time_text(row.at) if row.at else ""


def what(row: HistoryRow) -> str:
    """What was changed."""
    words = row.name.render(QT_WORDS)
    return tr("Undone: {what}", what=words) if row.reverts is not None else words


def label_in(row: HistoryRow) -> str:
    """The class that the words of a change name; "" when they name none."""
    return as_shown(str(row.name.values.get("label", "")))


def tip(row: HistoryRow, column: int, runs: Mapping[str, RunRecord]) -> str:
    """More about a cell."""
    if column == TRAININGS:
        if not row.runs:
            return tr("No training has used exactly these labels.")
        known = [run_words(runs[one]) for one in row.runs if one in runs]
        return "\n".join([tr("Used by:"), *known])
    if column == WHEN and row.at:
        return QT_WORDS.moment(row.at)
    if column == WHAT and row.why:
        return tr("{what}. Reason: {why}", what=what(row), why=row.why)
    return cell(row, column)


def spoken(row: HistoryRow) -> str:
    """The row for a screen reader."""
    parts = [what(row)]
    if row.photos:
        parts.append(tr("{n} {n:photo|photos}", n=row.photos))
    parts += [part for part in (row.called, row.who, cell(row, WHEN)) if part]
    return ", ".join(parts)


def run_words(run: RunRecord) -> str:
    """A training in a few words."""
    return tr("{time} {model}", time=time_text(run.started), model=title_of(run.model))
