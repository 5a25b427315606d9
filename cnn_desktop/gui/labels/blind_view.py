"""What the second opinion shows: who gives it and why, one photo without its label, how far people agree; a pure function.

While photos wait for the reviewer, nothing is told of any single photo: neither its file nor what others have said of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from cnn_desktop.domain.agreement import ENOUGH
from cnn_desktop.domain.decisions import EXCLUDE
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.gui.kit.class_matches import class_of_key
from cnn_desktop.gui.kit.tab_page import Primary
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.blind import Opinions
from cnn_desktop.project.blind import AgreedChange, Agreement, Disputed, check_reviewer

UNSURE, OTHER = "", "\1"
"""In place of a class, as `EXCLUDE` is; the second asks for it. (No class can be called so.)"""
BUTTONS = 9
"""Classes that have a button each; of more, one is typed."""
MOST = 500
"""Photos that are listed."""
KEYS = {OTHER: "C", UNSURE: "U", EXCLUDE: "X"}
Begins = Literal["check", "begin", "apply", "leave"]
_STRENGTHS = (0.2, 0.4, 0.6, 0.8)
"""κ above which agreement is fair, moderate, good, very good: D. G. Altman, Practical statistics for medical research (1991)."""


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    photos: PhotoFacts | None = None
    checked: bool = False
    """There is a check of labels."""
    read_only: str = ""
    reviewer: str = ""
    """As typed."""
    opinions: Opinions = Opinions()
    applied: tuple[AgreedChange, ...] = ()
    """Labels that were changed just now."""
    reviewing: bool = False
    place: int = 0
    total: int = 0
    left: int = 0
    """Photos that still wait, while they are shown."""
    said: tuple[str | None, ...] = ()
    """What the reviewer has said of the photo before; () nothing."""
    missing: bool = False
    """The photo cannot be shown."""


class Answer(msgspec.Struct, frozen=True):
    """A button."""

    label: str
    """The opinion, as `Opened.give_opinion` takes it; `OTHER` asks for the class."""
    text: str
    key: str
    tip: str
    enabled: bool
    chosen: bool


class ClassRow(msgspec.Struct, frozen=True):
    """How often both said a class, and each of them."""

    name: str
    one: int
    other: int
    both: int


class PhotoLine(msgspec.Struct, frozen=True):
    """What became of a photo."""

    path: str
    before: str
    now: str
    said: str


class View(msgspec.Struct, frozen=True):
    """Everything but the picture."""

    page: Literal["empty", "result", "photo"]
    icon: str = "labels"
    tone: str = "muted"
    headline: str = ""
    caption: str = ""
    asks_name: bool = True
    name_note: str = ""
    """Beside the name: how many photos wait, or what is wrong with it."""
    name_wrong: bool = False
    agreement: str = ""
    notes: tuple[str, ...] = ()
    names: tuple[str, str] = ("", "")
    classes: tuple[ClassRow, ...] = ()
    lines_title: str = ""
    lines: tuple[PhotoLine, ...] = ()
    apply: str = ""
    """The quiet button that applies what people agree on; "" hides it."""
    may_apply: bool = False
    question: str = ""
    detail: str = ""
    progress: str = ""
    fraction: float = 0.0
    answers: tuple[Answer, ...] = ()
    missing: str = ""
    primary: Primary = Primary()
    begins: Begins = "check"


def view(facts: Facts) -> View:
    """The page for `facts`."""
    if facts.reviewing:
        return _photo(facts)
    opinions = facts.opinions
    if not opinions.reviewers and not facts.applied and (why := _why_nothing(facts)):
        primary = Primary(tr("Go to the &check"), facts.photos is not None) if not facts.checked else Primary()
        return View(
            "empty", headline=tr("No photo needs a second opinion yet"), caption=why, asks_name=False, primary=primary
        )
    note, wrong = _name_note(facts)
    primary, begins = _next(facts, wrong)
    shown = View("empty", name_note=note, name_wrong=wrong, primary=primary, begins=begins)
    if not opinions.reviewers:
        headline, caption = tr("What would somebody say who does not see the label?"), _what_it_is()
        return msgspec.structs.replace(shown, headline=headline, caption=caption)
    agreement = opinions.agreement
    title, lines = _lines(facts)
    apply = _apply(opinions) if opinions.agreed and begins != "apply" else ""
    may_apply = not facts.read_only
    if not (agreement or lines):
        caption = " ".join((*((_what_it_is(),) if opinions.waiting else ()), *_notes(facts, primary.note)))
        return msgspec.structs.replace(
            shown, headline=_alone(opinions), caption=caption, apply=apply, may_apply=may_apply
        )  # fmt: skip
    return msgspec.structs.replace(
        shown,
        page="result",
        headline=_agreement(agreement) if agreement else _alone(opinions),
        caption=_what_it_is() if opinions.waiting else "",
        notes=_notes(facts, primary.note),
        names=(agreement.one, agreement.other) if agreement else ("", ""),
        classes=_classes(agreement) if agreement else (),
        lines_title=title,
        lines=lines,
        apply=apply,
        may_apply=may_apply,
    )


def _what_it_is() -> str:
    return tr(
        "Validation and test photos measure the model, so nobody sees their label or the suggestion: you say what you see. "
        "Other photos are mixed in, so being asked about a photo says nothing about it."
    )


def _why_nothing(facts: Facts) -> str:
    if facts.photos is None:
        return tr("Open a folder of photos first.")
    if not facts.checked:
        return tr("Have the labels checked first: then the suspicious validation and test photos come here.")
    if not facts.opinions.asked:
        return tr("The check found no suspicious validation or test photo, so there is nothing to ask.")
    return ""


def _name_note(facts: Facts) -> tuple[str, bool]:
    """What stands beside the name, and whether it is wrong."""
    try:
        name = check_reviewer(facts.reviewer)
    except UsageError as error:
        return error.message.render(QT_WORDS), True
    opinions = facts.opinions
    if opinions.reviewer != name:  # it is being looked up
        return "", False
    if opinions.waiting:
        note = tr("{n} {n:photo waits|photos wait} for {name}.", n=opinions.waiting, name=name)
        return note, False
    if not opinions.asked:
        return tr("The check found no suspicious validation or test photo, so there is nothing to ask."), False
    return tr("{name} has given an opinion on all {n} {n:photo|photos}.", name=name, n=opinions.asked), False


def _next(facts: Facts, wrong: bool) -> tuple[Primary, Begins]:
    """The next sensible step."""
    opinions = facts.opinions
    if wrong or opinions.reviewer != facts.reviewer:
        return Primary(tr("&Give an opinion"), enabled=False), "begin"
    if opinions.waiting:
        words = tr("&Give an opinion on {n} {n:photo|photos}", n=opinions.waiting)
        note = facts.read_only or tr("The project notes that test photos are shown.")
        return Primary(words, not facts.read_only, note), "begin"
    if opinions.agreed:
        return Primary(_apply(opinions), not facts.read_only, facts.read_only or _resting(opinions)), "apply"
    return Primary(), "begin"


def _apply(opinions: Opinions) -> str:
    return tr("&Apply {n} agreed {n:change|changes}", n=opinions.agreed)


def _resting(opinions: Opinions) -> str:
    return tr("So far one person says so.") if len(opinions.reviewers) == 1 else ""


def _alone(opinions: Opinions) -> str:
    return tr("So far one person has given an opinion: {name}", name=opinions.reviewers[0])


def strength(kappa: float) -> str:
    """What κ means, in a word."""
    words = (tr("poor"), tr("fair"), tr("moderate"), tr("good"), tr("very good"))
    return words[sum(kappa > least for least in _STRENGTHS)]


def _agreement(found: Agreement) -> str:
    kappa, one, other = found.kappa, found.one, found.other
    if not kappa.n:
        return tr("{one} and {other} have given no opinion on the same photos yet", one=one, other=other)
    if kappa.value is None or kappa.n < ENOUGH:
        return tr(
            "{one} and {other} agree on {agreed} of {n} {n:photo|photos}",
            one=one, other=other, agreed=kappa.agreed, n=kappa.n,
        )  # fmt: skip
    if kappa.low is None or kappa.high is None:
        return tr(
            "{one} and {other} agree on {agreed} of {n} {n:photo|photos}: κ = {kappa:.2f}, {strength}",
            one=one, other=other, agreed=kappa.agreed, n=kappa.n, kappa=kappa.value, strength=strength(kappa.value),
        )  # fmt: skip
    return tr(
        "{one} and {other} agree on {agreed} of {n} {n:photo|photos}: κ = {kappa:.2f} ({low:.2f}–{high:.2f}), {strength}",
        one=one, other=other, agreed=kappa.agreed, n=kappa.n, kappa=kappa.value, low=kappa.low, high=kappa.high,
        strength=strength(kappa.value),
    )  # fmt: skip


def _notes(facts: Facts, said: str) -> tuple[str, ...]:
    """`said`: what is told beside the button already."""
    opinions, agreement = facts.opinions, facts.opinions.agreement
    notes = []
    if facts.read_only and facts.read_only != said:
        notes.append(facts.read_only)
    if agreement is None:
        notes.append(
            tr("A second person makes it safer.")
            if opinions.waiting
            else tr("A second person makes it safer. Type another name above to begin.")
        )
    else:
        if agreement.kappa.n < ENOUGH:
            notes.append(
                tr(
                    "Too few photos seen by both to say how well they agree (κ): {n} more {n:is|are} needed.",
                    n=ENOUGH - agreement.kappa.n,
                )
            )
        elif agreement.kappa.value is None:
            notes.append(tr("All are of one class, so it cannot be said how well they agree (κ)."))
        if agreement.unsure:
            notes.append(tr("{n} {n:photo is|photos are} not counted, as one of them was unsure.", n=agreement.unsure))
    if opinions.alone:
        notes.append(
            tr(
                "{n} {n:photo that one person alone has seen keeps its label|photos that one person alone has seen keep their "
                "labels}: now that several people take part, a label changes only where two say the same.",
                n=opinions.alone,
            )
        )
    if len(opinions.reviewers) > 2:
        notes.append(tr("Of {n} people, these two have most photos in common.", n=len(opinions.reviewers)))
    if opinions.disputed and opinions.waiting:
        notes.append(
            tr(
                "{n} {n:photo keeps its label|photos keep their labels}, as opinions differ or somebody was unsure. They are "
                "listed once no photo waits for you.",
                n=len(opinions.disputed),
            )
        )
    return tuple(notes)


def _classes(agreement: Agreement) -> tuple[ClassRow, ...]:
    """Where they differ: most first."""
    apart = [one for one in agreement.kappa.classes if not one.one == one.other == one.both]
    apart.sort(key=lambda one: (2 * one.both - one.one - one.other, one.name))
    return tuple(ClassRow(_class(one.name), one.one, one.other, one.both) for one in apart)


def _lines(facts: Facts) -> tuple[str, tuple[PhotoLine, ...]]:
    """What became of single photos: only once the reviewer has nothing left to judge, or labels were changed."""
    opinions, applied = facts.opinions, facts.applied
    if opinions.waiting:
        return "", ()
    changed = [
        PhotoLine(one.path, one.label, _class(one.new), ", ".join(one.reviewers)) for one in applied[:MOST]
    ]  # fmt: skip
    stays = [
        PhotoLine(one.path, one.label, one.label, _differing(one)) for one in opinions.disputed[: MOST - len(changed)]
    ]
    if not changed and not stays:
        return "", ()
    parts = []
    if applied:
        parts.append(tr("{n} {n:label was|labels were} changed.", n=len(applied)))
    if opinions.disputed:
        n = len(opinions.disputed)
        parts.append(
            tr(
                "{n} {n:photo keeps its label|photos keep their labels}, as opinions differ or somebody was unsure.",
                n=n,
            )
        )
    return " ".join(parts), (*changed, *stays)


def _differing(one: Disputed) -> str:
    return " · ".join(
        tr("{name}: {what}", name=name, what=tr("unsure") if label is None else _class(label)) for name, label in one.said
    )  # fmt: skip


def _class(name: str) -> str:
    return name or tr("excluded")


def _photo(facts: Facts) -> View:
    names = [row.name for row in facts.photos.classes] if facts.photos else []
    done = facts.total - facts.left
    return View(
        page="photo",
        asks_name=False,
        question=tr("What do you see?"),
        detail=tr("Photo {place} of {total}", place=facts.place + 1, total=facts.total),
        progress=tr("{name}: {done} of {n}", name=facts.reviewer, done=done, n=facts.total),
        fraction=done / max(1, facts.total),
        answers=_answers(facts, names),
        missing=(
            tr("This photo is gone or cannot be read, so nobody can say what it shows. Go on with the next one.")
            if facts.missing
            else ""
        ),
        primary=Primary(
            tr("Done for no&w"), True, tr("Stop whenever you like: what you have said is kept.")
        ),
        begins="leave",
    )  # fmt: skip


def _answers(facts: Facts, names: Sequence[str]) -> tuple[Answer, ...]:
    may = not (facts.missing or facts.read_only)
    keys = {name: key for key in "987654321" if (name := class_of_key(key, names))}
    own = facts.said[0] if facts.said else None
    buttons = names if len(names) <= BUTTONS else ()
    answers = [
        Answer(name, name, keys.get(name, ""), name, may, bool(facts.said) and name == own) for name in buttons
    ]  # fmt: skip
    typed = own if own and own not in buttons else ""
    other = tr("Another class…") if buttons else tr("Choose the class…")
    answers.append(
        Answer(OTHER, typed or other, KEYS[OTHER], tr("Choose a class by typing its first letters."), may, bool(typed))
    )
    unsure, useless = bool(facts.said) and own is None, bool(facts.said) and own == ""
    answers.append(Answer(UNSURE, tr("Unsure"), KEYS[UNSURE], tr("You cannot tell."), may, unsure))
    answers.append(
        Answer(
            EXCLUDE,
            tr("Exclude"),
            KEYS[EXCLUDE],
            tr("Nothing of your classes can be seen in this photo, so it should not be used."),
            may,
            useless,
        )
    )
    return tuple(answers)
