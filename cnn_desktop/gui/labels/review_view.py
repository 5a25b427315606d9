"""What the review shows of a suspicious photo: the question, the answers with their keys, how it goes; a pure function."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from cnn_desktop.domain.decisions import Said
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit.names import elide_apart
from cnn_desktop.gui.kit.paths import cut
from cnn_desktop.gui.kit.tab_page import Primary
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.labels.train_words import train_words
from cnn_desktop.gui.state.in_question import InQuestion
from cnn_desktop.project.suspects import LAST, Progress

FEW = 2
"""Real errors among the last `LAST`, or fewer: going on is hardly worth it."""
LONGEST = 16
"""Letters of a class's name on a button."""
KEYS: dict[Said, str] = {"keep": "K", "suggested": "S", "other": "C", "unsure": "U", "exclude": "X"}


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    checked: bool = False
    """There is a check of labels."""
    question: InQuestion | None = None
    said: Said | None = None
    """What was decided about it."""
    place: int = 0
    total: int = 0
    pair: tuple[str, str] | None = None
    progress: Progress | None = None
    left: int = 0
    """Training photos that nobody has decided about."""
    blind_left: int = 0
    """Validation and test photos that wait for a second opinion."""
    read_only: str = ""
    trained: bool = True
    """A model was trained before."""
    together: bool = False
    """The open ones are looked at together."""
    missing: str = ""
    """Why the photo cannot be shown, as a sentence; "" when it can."""


class Answer(msgspec.Struct, frozen=True):
    """A button."""

    kind: Said
    text: str
    brief: str
    """The same with class names cut short, for a button."""
    tip: str
    enabled: bool
    chosen: bool
    """It was decided so before."""


class View(msgspec.Struct, frozen=True):
    """Everything but the pictures."""

    page: Literal["empty", "photo", "many"]
    icon: str = "labels"
    tone: str = "muted"
    empty: str = ""
    caption: str = ""
    question: str = ""
    """What is asked of the photo."""
    detail: str = ""
    """Its file, and which one of how many."""
    answers: tuple[Answer, ...] = ()
    label: str = ""
    suggested: str = ""
    """The two classes whose photos stand beside it."""
    progress: str = ""
    fraction: float = 0.0
    rule: str = ""
    """Whether going on is worth it."""
    missing: str = ""
    filter: str = ""
    """Which photos are looked at, when not all are; "" hides the button that shows all."""
    other_way: str = ""
    """The button to look at many at once, or one by one again; "" hides it."""
    other_tip: str = ""
    may_go_back: bool = False
    """There are photos to go back to."""
    primary: Primary = Primary()
    begins: Literal["check", "blind", "train"] = "check"


def view(facts: Facts) -> View:
    """The page for `facts`."""
    progress = facts.progress
    if not facts.checked or progress is None:
        words = tr("No label has been checked yet")
        caption = tr("Have the labels checked first: then the suspicious photos come here, one by one.")
        return View("empty", empty=words, caption=caption, primary=Primary(tr("Go to the &check")))
    filter_words = (
        tr(
            "Only photos labelled “{label}” that are probably “{suggested}”",
            label=facts.pair[0],
            suggested=facts.pair[1],
        )
        if facts.pair
        else ""
    )
    primary, begins = _next(facts)
    if facts.together and facts.left:
        return View(
            "many", progress=_progress(facts), fraction=_fraction(facts), rule=stop_rule(progress) if facts.left else "", filter=filter_words,
            other_way=tr("One &by one"), other_tip=tr("Shows the photos one by one, large. Key: Esc"),
            primary=primary, begins=begins,
        )  # fmt: skip
    if facts.place >= facts.total:
        return _end(facts, progress, filter_words, primary, begins)
    question = facts.question
    return View(
        page="photo",
        question=_question(question) if question else "",
        detail=_detail(facts, question) if question else "",
        answers=_answers(facts, question) if question else (),
        label=question.row.kept_label if question else "",
        suggested=question.row.suggested if question else "",
        progress=_progress(facts),
        fraction=_fraction(facts),
        rule=stop_rule(progress) if facts.left else "",
        missing=_missing(facts, question) if question and facts.missing else "",
        filter=filter_words,
        other_way=tr("&Many at once") if facts.left else "",
        other_tip=tr("Shows the next photos together, to decide about many of them in one go."),
        may_go_back=True,
        primary=primary,
        begins=begins,
    )


def _end(
    facts: Facts, progress: Progress, filter_words: str, primary: Primary, begins: Literal["check", "blind", "train"]
) -> View:
    if not facts.total:
        words = tr("No training photo is suspicious") if not facts.pair else tr("No such photo is left")
        caption = ""
    else:
        words = tr("All suspicious training photos are reviewed")
        caption = tr(
            "{errors} of {n} {errors:was a real error|were real errors}.", errors=progress.real_errors, n=progress.judged
        )  # fmt: skip
    if facts.blind_left:
        caption += " " + tr(
            "{n} validation and test {n:photo is|photos are} suspicious, too. They measure the model, so they wait for a "
            "second opinion.",
            n=facts.blind_left,
        )
    return View(
        "empty", "success", "good", words, caption.strip(), progress=_progress(facts) if facts.total else "", fraction=1.0,
        filter=filter_words, may_go_back=facts.total > 0, primary=primary, begins=begins,
    )  # fmt: skip


def _next(facts: Facts) -> tuple[Primary, Literal["check", "blind", "train"]]:
    """The next sensible step once enough was looked at."""
    at_end = facts.place >= facts.total or not facts.left
    if at_end and facts.blind_left:
        return Primary(tr("&Give a second opinion")), "blind"
    changed = facts.progress is not None and facts.progress.real_errors > 0
    if not facts.total and not changed:
        return Primary(tr("Go to the &check")), "check"
    if not changed:
        note = tr("No label has been changed yet.")
    else:
        note = "" if at_end else tr("Stop whenever you like: what you have decided is kept.")
    return Primary(
        train_words(facts.trained), changed and not facts.read_only, facts.read_only or note
    ), "train"  # fmt: skip


def _question(question: InQuestion) -> str:
    row = question.row
    return tr(
        "Labelled “{label}”, but probably “{suggested}” ({p:.0%}). What is it?",
        label=row.kept_label, suggested=row.suggested, p=row.probability,
    )  # fmt: skip


def _detail(facts: Facts, question: InQuestion) -> str:
    return tr("{file} · photo {place} of {total}", file=file_name(question), place=facts.place + 1, total=facts.total)


def _missing(facts: Facts, question: InQuestion) -> str:
    reason = facts.missing[:1].upper() + facts.missing[1:]
    return f"{tr('{file} cannot be shown.', file=cut(file_name(question), 48))} {reason}"


def _answers(facts: Facts, question: InQuestion) -> tuple[Answer, ...]:
    row = question.row
    texts: Sequence[tuple[Said, str, str]] = (
        ("keep", tr("Keep “{label}”", label=row.kept_label), tr("The label is right.")),
        ("suggested", tr("It is “{label}”", label=row.suggested), tr("Takes the suggested class.")),
        ("other", tr("Another class…"), tr("Choose a class by typing, or press its number.")),
        ("unsure", tr("Unsure"), tr("The label stays; the photo is counted as unclear.")),
        (
            "exclude",
            tr("Exclude"),
            tr("The photo is of no use: it is not trained on and not tested on. Its file stays."),
        ),
    )
    short = elide_apart((row.kept_label, row.suggested), LONGEST)
    brief: dict[Said, str] = {
        "keep": tr("Keep “{label}”", label=short[row.kept_label]),
        "suggested": tr("It is “{label}”", label=short[row.suggested]),
    }
    answers = []
    for kind, text, tip in texts:
        refused = row.refuses(kind)
        why = facts.read_only or (refused.render(QT_WORDS) if refused else "")
        shown = why or tr("{tip} Key: {key}", tip=tip, key=KEYS[kind])
        answers.append(Answer(kind, text, brief.get(kind, text), shown, not why, kind == facts.said))
    return tuple(answers)


def file_name(question: InQuestion) -> str:
    """Of its photo."""
    return as_shown(question.row.path.rsplit("/", 1)[-1])


def _fraction(facts: Facts) -> float:
    return 1 - facts.left / max(1, facts.total)


def _progress(facts: Facts) -> str:
    return tr("{done} reviewed, {left} to do", done=facts.total - facts.left, left=facts.left)


def stop_rule(progress: Progress) -> str:
    """In words, whether looking at more photos is worth it."""
    if progress.last < LAST:
        if not progress.judged:
            return ""
        return tr(
            "{errors} of {n} {errors:was a real error|were real errors} so far.", errors=progress.real_errors, n=progress.judged
        )  # fmt: skip
    if progress.last_errors <= FEW:
        return tr(
            "Only {errors} of the last {n} {errors:was a real error|were real errors}: you can stop here.",
            errors=progress.last_errors, n=progress.last,
        )  # fmt: skip
    return tr("{errors} of the last {n} were real errors: keep going.", errors=progress.last_errors, n=progress.last)
