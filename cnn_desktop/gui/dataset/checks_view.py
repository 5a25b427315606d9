"""What the page of the checks shows: findings with what can be done about each, as a pure function of the facts. No Qt."""

from __future__ import annotations

from collections import Counter

import msgspec

from cnn_desktop.dataset.checks.remedies import Remedy, RemedyKind, remedies
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photo_filter import PhotoFilter
from cnn_desktop.domain.photos import Finding, FindingKind, PhotoFacts, Severity
from cnn_desktop.gui.dataset.view import NO_PHOTOS, open_findings

MOST = 6
"""Rows of one kind; a project may have a thousand small classes."""
SIGNS: dict[Severity, tuple[str, str, Message]] = {
    "error": ("error", "bad", say("Serious")),
    "warning": ("warning", "warn", say("Warning")),
    "info": ("info", "muted", say("Good to know")),
}
"""Icon, its colour, and what screen readers say; the gravest first."""
SHORT: dict[RemedyKind, Message] = {
    "keep_one": say("Keep one of each"),
    "keep_on_one_side": say("Keep on one side"),
    "class_weights": say("Weigh small classes more"),
}
"""On a button, of what takes too many words there."""


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    photos: PhotoFacts | None = None
    running: bool = False
    """The photos are being checked."""
    read_only: bool = False
    weighs: bool | None = None
    """Whether the training weighs small classes more; None: it has no such setting."""


class Action(msgspec.Struct, frozen=True):
    """A button of a finding."""

    text: Message
    tip: Message
    remedy: Remedy | None = None
    """None: the photos are shown."""


class Row(msgspec.Struct, frozen=True):
    """A finding."""

    finding: Finding
    """About photos that are used."""
    icon: str
    tone: str
    severity: Message
    count: Message | None
    """How many photos it is about; None: not about photos."""
    show: PhotoFilter | None
    """Its photos; None: there are none in the project."""
    in_left_out: bool
    """They are on the page of what is left out."""
    actions: list[Action]


class View(msgspec.Struct, frozen=True):
    """Everything the page shows, but for whether crops are wanted."""

    icon: str
    tone: str
    state: Message
    """What is known: one sentence."""
    rows: list[Row]
    more: Message | None
    """What `rows` leave out."""
    empty: tuple[str, str, Message, Message] | None
    """In place of the rows: icon, its colour, sentence, explanation."""
    count: int
    """Findings, without mere notes."""
    may_check: bool
    why_not: Message | None


def view(facts: Facts) -> View:
    """The page for `facts`."""
    photos = facts.photos or NO_PHOTOS
    found = sorted(open_findings(photos), key=lambda one: (list(SIGNS).index(one.severity), one.kind == "note"))
    torn = {path for one in found if one.kind == "same_photo_two_labels" for path in one.photos}
    seen: Counter[FindingKind] = Counter()
    rows: list[Row] = []
    for finding in found:
        seen[finding.kind] += 1
        if seen[finding.kind] <= MOST:
            rows.append(_row(finding, facts, photos, torn))
    count, hidden = sum(one.kind != "note" for one in found), len(found) - len(rows)
    icon, tone, state = _state(facts, photos, count)
    return View(
        icon=icon,
        tone=tone,
        state=state,
        rows=rows,
        more=say("And {n} more {n:finding|findings} of the same kinds.", n=hidden) if hidden else None,
        empty=None if rows else _empty(facts, photos),
        count=count,
        may_check=not (facts.running or facts.read_only),
        why_not=say("This project is read-only here, so what a check finds could not be saved.")
        if facts.read_only
        else None,
    )


def _state(facts: Facts, photos: PhotoFacts, count: int) -> tuple[str, str, Message]:
    if facts.running:
        return "info", "muted", say("The photos are being checked: see the bar below.")
    if photos.checked == "outdated":
        return "warning", "warn", say("Photos have changed since the last check. Check them again.")
    if photos.checked:
        found = say("The photos are checked: {n} {n:thing|things} to look at.", n=count)
        return "success", "good", found if count else say("The photos are checked.")
    if facts.read_only:
        text = say("Not checked yet, and this project is read-only here.")
    elif count:
        text = say("Found when the folder was read. A check finds more.")
    else:
        text = say("The photos have not been checked yet.")
    return "info", "muted", text


def _empty(facts: Facts, photos: PhotoFacts) -> tuple[str, str, Message, Message]:
    if photos.checked == "checked" and not facts.running:
        return (
            "success", "good", say("Nothing to mend"),
            say("No damaged, blurred or repeated photos, no photo in two classes or on two sides of the split."),
        )  # fmt: skip
    return (
        "photo", "muted", say("Looking at the photos") if facts.running else say("Find what would spoil the training"),
        say(
            "The check looks at every photo: is it damaged, blurred, too dark, there more than once, in two classes, or "
            "in training and test? Your files are never changed, and each remedy can be undone."
        ),
    )  # fmt: skip


def _row(finding: Finding, facts: Facts, photos: PhotoFacts, torn: set[str]) -> Row:
    icon, tone, severity = SIGNS[finding.severity]
    total = len(set(finding.photos))
    used = [place for place, path in enumerate(finding.photos) if path not in photos.set_aside]
    group = [finding.group[place] for place in used] if finding.group else []
    narrowed = msgspec.structs.replace(finding, photos=[finding.photos[place] for place in used], group=group)
    left = len(set(narrowed.photos))
    left_out = {file.path for file in photos.left_out} if left < total else set[str]()
    is_left_out = not left and any(path in left_out for path in finding.photos)
    show = PhotoFilter(finding=finding.kind, excluded=None) if left else None
    return Row(
        finding=narrowed,
        icon=icon,
        tone=tone,
        severity=severity,
        count=_count(left, total) if total else None,
        show=show,
        in_left_out=is_left_out,
        actions=_actions(narrowed, facts, torn, bool(show) or is_left_out),
    )


def _count(left: int, total: int) -> Message:
    if left in (0, total):
        return say("{n} {n:photo|photos}", n=total)
    return say("{n} of {total} photos in use", n=left, total=total)


def _actions(finding: Finding, facts: Facts, torn: set[str], has_photos: bool) -> list[Action]:
    show = Action(say("Show photos"), say("Shows the photos that this is about."))
    actions = [show] if has_photos else []
    for remedy in () if facts.read_only else remedies(finding, torn):
        words = SHORT.get(remedy.kind, remedy.text)
        if remedy.kind == "class_weights" and facts.weighs is not False:
            continue  # no such setting, or set already
        if remedy.asks:
            choose = say("Look at them, and exclude the wrong ones: which are right, only you can tell.")
            actions.append(Action(say("Choose which to keep…"), choose))
        else:
            actions.append(Action(words, remedy.text, remedy))
    return actions
