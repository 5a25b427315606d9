"""What the Viewer's page of a folder shows, as a pure function of the facts; and how one photo looks in grid and table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

import msgspec

from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort, AnswerSortKey
from cnn_desktop.domain.answered import AnswerCounts, AnsweredPhoto
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit.paths import cut, short_path
from cnn_desktop.gui.kit.tab_page import Heading, Primary
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.folder import FolderState
from cnn_desktop.gui.viewer.folder_filter_view import FilterView, filter_view

Begins = Literal["", "copy", "go on"]
"""What the primary button does."""


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    state: FolderState = FolderState()
    shown: int = 0
    """Photos that the filter lets through."""
    has_model: bool = False
    is_outdated: bool = False
    busy: str = ""
    """Why another job must be waited for; "" when none runs."""
    is_watching: bool = False
    waiting: int = 0
    """New photos that are not answered yet."""
    added: int = 0
    """New photos since it is watched."""
    trouble: str = ""
    """Why a folder cannot be looked at."""
    wanted: AnswerFilter = AnswerFilter()
    order: AnswerSort = AnswerSort()


class View(msgspec.Struct, frozen=True):
    """Everything but the photos."""

    page: Literal["empty", "busy", "photos"] = "empty"
    icon: str = "folder"
    tone: str = "muted"
    empty: str = ""
    caption: str = ""
    heading: Heading = Heading()
    primary: Primary = Primary()
    begins: Begins = ""
    may_save: bool = False
    may_watch: bool = False
    is_watching: bool = False
    note: str = ""
    """Below the photos: what is known of them, or of the watching."""
    has_unknown: bool = False
    """It was judged of some whether they are unknown."""
    has_labels: bool = False
    """Of some the label is known."""
    classes: tuple[str, ...] = ()
    filter: FilterView = FilterView()


def view(facts: Facts) -> View:
    """The page for `facts`."""
    state = facts.state
    if not state.paths:
        return View(
            empty=tr("Drop a folder of photos here."),
            caption=tr("Every photo in it is classified. You can also drop many photos at once."),
        )
    heading = _heading(state)
    if not state.counts.total and state.is_running:
        return View("busy", heading=heading)
    if not state.counts.total:
        text = state.problem or tr("No photos were classified.")
        return View(icon="warning", tone="warn", empty=text, heading=heading)
    begins, primary = _primary(facts)
    has_unknown, has_labels = state.counts.unknown > 0, state.counts.known + state.counts.sealed > 0
    has_new = state.counts.new > 0
    return View(
        "photos",
        heading=heading,
        primary=primary,
        begins=begins,
        may_save=bool(facts.shown and state.counts.answered) and not facts.busy,
        may_watch=bool(state.folders) and not facts.is_outdated,
        is_watching=facts.is_watching,
        note=_note(facts),
        has_unknown=has_unknown,
        has_labels=has_labels,
        classes=state.classes,
        filter=filter_view(facts.wanted, facts.order, state.classes, has_unknown, has_labels, has_new),
    )


def _heading(state: FolderState) -> Heading:
    first = PurePath(state.paths[0])
    one = len(state.paths) == 1
    if one:
        title = cut(as_shown(first.name or str(first)), 60)
    elif state.listed and not state.folders:
        title = tr("{n} {n:photo|photos}", n=state.listed)
    else:
        title = tr("{n} photos and folders", n=len(state.paths))
    place = str(first) if one else str(first.parent)
    parts = [short_path(as_shown(place), 70), *_counts(state)]
    return Heading(title, " · ".join(parts), "\n".join(as_shown(path) for path in state.paths[:20]))


def _counts(state: FolderState) -> list[str]:
    counts = state.counts
    seen = counts.answered + counts.unread
    parts = []
    if state.is_running or not state.is_whole:
        if state.listed and state.model:
            parts.append(tr("{n} of {total} {total:photo|photos} classified", n=seen, total=max(seen, state.listed)))
    elif state.model is None:
        parts.append(tr("{n} {n:photo|photos}", n=counts.total))
    else:
        parts.append(tr("{n} {n:photo|photos} classified", n=counts.answered))
    if counts.unknown:
        parts.append(tr("{n} unknown", n=counts.unknown))
    if counts.unread:
        parts.append(tr("{n} could not be read", n=counts.unread))
    if state.left_out:
        parts.append(tr("{n} other {n:file|files} left out", n=state.left_out))
    return parts


def _primary(facts: Facts) -> tuple[Begins, Primary]:
    state, counts = facts.state, facts.state.counts
    if not facts.has_model and state.model is None:
        return "", Primary(note=tr("Train a model to see here what it makes of your photos."))
    if facts.is_outdated:
        words = tr("Classif&y again") if state.model else tr("Classif&y these photos")
        note = tr("These answers are from an earlier model.") if state.model else ""
        return "go on", Primary(words, not facts.busy, facts.busy or note)
    if not state.is_whole and not state.is_running:
        left = max(0, state.listed - counts.answered - counts.unread)
        rest = (
            tr("{n} {n:photo is|photos are} not classified yet.", n=left) if left else tr("There may be more photos.")
        )
        note = facts.busy or rest
        return "go on", Primary(tr("Classif&y the rest"), not facts.busy, note)
    return "copy", Primary(
        tr("&Copy into class folders…"),
        bool(facts.shown and counts.answered) and not facts.busy,
        facts.busy or tr("Copies of the photos shown, in one folder for each class."),
    )


def _note(facts: Facts) -> str:
    if facts.trouble:
        return facts.trouble
    if facts.waiting:
        return tr("{n} new {n:photo is|photos are} being classified.", n=facts.waiting)
    if facts.is_watching:
        if not facts.added:
            return tr("Watching for new photos.")
        return tr("Watching: {n} new {n:photo|photos} so far.", n=facts.added)
    parts = (_right_words(facts.state.counts), _sealed_words(facts.state.counts), _left_out(facts.state))
    return " ".join(part for part in parts if part)


def _sealed_words(counts: AnswerCounts) -> str:
    if not counts.sealed:
        return ""
    return tr(
        "{n} {n:is a test photo, whose label stays|are test photos, whose labels stay} hidden until you show the test photos in Dataset.",
        n=counts.sealed,
    )  # fmt: skip


def _left_out(state: FolderState) -> str:
    return state.reasons.render(QT_WORDS) if state.reasons else ""


def _right_words(counts: AnswerCounts) -> str:
    if not counts.known:
        return ""
    if counts.trained:
        return tr(
            "{right} of {known} labelled {known:photo|photos} right ({trained} were used in training).",
            right=counts.right, known=counts.known, trained=counts.trained,
        )  # fmt: skip
    return tr("{right} of {known} labelled {known:photo|photos} right.", right=counts.right, known=counts.known)


def count_words(shown: int, total: int) -> str:
    """How many photos are shown, of all."""
    if shown == total:
        return tr("{n} {n:photo|photos}", n=total)
    return tr("{n} of {total} photos", n=shown, total=total)


# One photo ------------------------------------------------------------------------------------------------------------

PHOTO, CLASS, CONFIDENCE, UNKNOWN, LABEL, RIGHT = range(6)
COLUMN_SORTS: tuple[AnswerSortKey, ...] = ("name", "class", "confidence", "unknown", "label", "right")
"""What a click on each column sorts by."""


def column_names() -> Sequence[str]:
    """In the user's language."""
    return tr("Photo"), tr("Class"), tr("Confidence"), tr("Unknown"), tr("Label"), tr("Answer")


def cell(photo: AnsweredPhoto, column: int) -> str:
    """What a cell says."""
    match column:
        case 0:
            return photo.below.rpartition("/")[2]
        case 1:
            return photo.predicted or _missing(photo)
        case 2:
            return tr("{p:.1%}", p=photo.confidence) if photo.predicted else ""
        case 3:
            return tr("Unknown") if photo.unknown else ""
        case 4:
            return tr("Hidden") if photo.sealed else photo.label or ""
        case _:
            return "" if photo.right is None else tr("Right") if photo.right else tr("Wrong")


def tip(photo: AnsweredPhoto, column: int) -> str:
    """More than there is room for."""
    if column == PHOTO:
        return as_shown(photo.path)
    if column == LABEL and photo.sealed:
        return tr("A test photo: its label stays hidden until you show the test photos in Dataset.")
    if column in (CLASS, UNKNOWN) and photo.reason is not None:
        return _sentence(photo.reason)
    return cell(photo, column)


def _missing(photo: AnsweredPhoto) -> str:
    return _sentence(photo.reason) if photo.reason is not None else tr("Not classified yet")


def _sentence(reason: Message) -> str:
    text = reason.render(QT_WORDS)
    return text[:1].upper() + text[1:]


def spoken(photo: AnsweredPhoto) -> str:
    """ "bottle.jpg, new, glass, 97.3 %, wrong: labelled metal"."""
    new = tr("new") if photo.is_new else ""
    parts = [cell(photo, PHOTO), new, cell(photo, CLASS), cell(photo, CONFIDENCE), cell(photo, UNKNOWN), _known(photo)]
    return ", ".join(part for part in parts if part)


def tile(photo: AnsweredPhoto) -> Tile:
    """As the grid shows it."""
    share = tr("{p:.0%}", p=photo.confidence) if photo.predicted else ""
    new = tr("new") if photo.is_new else ""
    more = _known(photo) if photo.right is False else ""
    said = tr("nearest: {name}, {p:.0%}", name=photo.predicted, p=photo.confidence) if photo.unknown else share
    sign = "error" if photo.right is False else "lock" if photo.sealed else "success" if photo.right else ""
    return Tile(
        photo.path,
        spoken(photo),
        tr("Unknown") if photo.unknown else photo.predicted or cell(photo, PHOTO),
        " · ".join(part for part in (new, said, more) if part) if photo.predicted else _missing(photo),
        share if photo.predicted else tr("unreadable"),
        photo.label or "" if photo.right is False else "",
        sign=sign or ("warning" if photo.unknown else ""),
        faded=not photo.predicted and photo.reason is not None,
    )


def _known(photo: AnsweredPhoto) -> str:
    if photo.sealed:
        return tr("test photo, its label is hidden")
    if photo.right is None:
        return ""
    return tr("right") if photo.right else tr("labelled {label}", label=photo.label or "")
