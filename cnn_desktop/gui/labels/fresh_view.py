"""What the page of photos without a label shows: rows of suggested classes, how far one is, whether going on is worth it; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from cnn_desktop.domain.label_suggestions import BATCH, FEW, CurvePoint, LabelSuggestions
from cnn_desktop.domain.message import duration
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit.tab_page import Primary
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.project.fresh import FreshRow

ENOUGH = 0.9
"""Share of the newest suggestions that are right, with which going on is hardly worth it: they are the hardest ones."""
CLOSE = 100
"""Photos on which the accuracy is measured closely enough: the interval is 20 points wide at most."""
Begins = Literal["", "dataset", "suggest", "confirm", "next", "train"]
State = Literal["open", "labelled", "skipped"]


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    photos: PhotoFacts | None = None
    gone: bool = False
    """A folder of photos is not where it was."""
    read_only: str = ""
    """Why nothing can be labelled, as a sentence; "" when it can."""
    running: bool = False
    """The model learns."""
    batch: tuple[FreshRow, ...] = ()
    said: Mapping[int, str | None] = {}
    """See `state.fresh`."""
    more: bool = False
    """There are other suggestions than the batch's."""
    last: tuple[int, int] = (0, 0)
    curve: tuple[CurvePoint, ...] = ()
    summary: LabelSuggestions | None = None
    held: int = 0
    seconds: float = 0.0
    """About how long looking at the photos takes the first time."""


class Empty(msgspec.Struct, frozen=True):
    """In place of suggestions."""

    icon: str = "labels"
    tone: str = "muted"
    text: str = ""
    caption: str = ""


class Shown(msgspec.Struct, frozen=True):
    """A photo of a row."""

    row: FreshRow
    state: State
    text: str
    """For screen readers, and beside the pointer."""


class ClassRow(msgspec.Struct, frozen=True):
    """The photos of the batch that are taken for one class."""

    label: str
    photos: tuple[Shown, ...]
    confirm: str
    """On the button; with the class in `name`."""
    name: str
    left: int
    """Photos of which nothing was said."""


class View(msgspec.Struct, frozen=True):
    """Everything but how far the running job is, and the pictures."""

    page: Literal["empty", "busy", "rows"]
    empty: Empty = Empty()
    rows: tuple[ClassRow, ...] = ()
    may_label: bool = True
    progress: str = ""
    fraction: float = 0.0
    rule: str = ""
    """Whether going on is worth it."""
    notes: tuple[str, ...] = ()
    curve: tuple[CurvePoint, ...] = ()
    curve_words: str = ""
    primary: Primary = Primary()
    begins: Begins = ""


def view(facts: Facts) -> View:
    """The page for `facts`."""
    photos = facts.photos
    if photos is None:
        return View("empty", Empty("photo", text=tr("No photos yet"), caption=tr("Open a folder of photos first.")))
    if facts.gone and not facts.running:
        words = tr("The photos are not where they were")
        return View("empty", Empty("missing", "warn", words, tr("If they are on an external drive, connect it.")))
    if facts.running:
        shown = View("busy")
    elif not photos.unlabelled:
        caption = tr("Photos that you add without a label come here. Now you can train.")
        done = Empty("success", "good", tr("Every photo has a label"), caption)
        shown = View("empty", done, primary=Primary(tr("Go to &training"), photos.can_train), begins="train")
    elif facts.batch:
        shown = _batch(facts)
    else:
        shown = _before(facts, photos)
    return _with_progress(facts, photos, shown)


def _before(facts: Facts, photos: PhotoFacts) -> View:
    """Nothing is asked about just now."""
    words = tr("{n} {n:photo has|photos have} no label", n=photos.unlabelled)
    by_hand = ""
    if sum(row.train + row.val >= FEW for row in photos.classes) < FEW:
        by_hand = tr(
            "The app can suggest classes once it has something to learn from. Label about five photos of each class by "
            "hand in the Dataset step: at least two classes are needed."
        )
    elif facts.summary is not None and facts.held >= photos.unlabelled:
        by_hand = tr("They belong together with test or validation photos, so label them by hand in the Dataset step.")
    if by_hand:
        primary = Primary(tr("Go to the Datase&t step"))
        return View("empty", Empty(text=words, caption=by_hand), primary=primary, begins="dataset")
    caption = tr(
        "The app learns from the photos that you have labelled, looks at the others, and suggests their classes. Whole rows "
        "are confirmed at once. It asks first about the photos that teach it most."
    )
    note = tr(
        "The first time takes about {time} on a computer that does nothing else; after that, a few seconds.",
        time=duration(facts.seconds),
    )
    primary = Primary(tr("&Suggest classes"), note=note if facts.summary is None else "")
    return View("empty", Empty(text=words, caption=caption), primary=primary, begins="suggest")


def _batch(facts: Facts) -> View:
    rows = _rows(facts)
    left = sum(row.left for row in rows)
    if left:
        text = tr("&Confirm all {n}", n=left) if left > 1 else tr("&Confirm the last one")
        primary, begins = Primary(text, not facts.read_only, facts.read_only), "confirm"
    elif facts.more:
        primary, begins = Primary(tr("&Next photos")), "next"
    else:
        primary, begins = Primary(tr("&Suggest classes")), "suggest"
    return View("rows", rows=rows, may_label=not facts.read_only, primary=primary, begins=begins)  # type: ignore[arg-type]


def _rows(facts: Facts) -> tuple[ClassRow, ...]:
    """A row for each class that is suggested, the largest first."""
    of_class: dict[str, list[FreshRow]] = {}
    for row in facts.batch:
        of_class.setdefault(row.suggested, []).append(row)
    return tuple(
        _class_row(label, of_class[label], facts.said) for label in sorted(of_class, key=lambda one: (-len(of_class[one]), one))
    )  # fmt: skip


def _class_row(label: str, photos: list[FreshRow], said: Mapping[int, str | None]) -> ClassRow:
    shown = tuple(_shown(row, said) for row in photos)
    left = sum(one.state == "open" for one in shown)
    return ClassRow(
        label, shown,
        confirm=tr("Confirm {n}", n=left) if left else tr("Done"),
        name=tr("Confirm {n} {n:photo|photos} as “{label}”", n=left, label=label),
        left=left,
    )  # fmt: skip


def _shown(row: FreshRow, said: Mapping[int, str | None]) -> Shown:
    file = as_shown(row.path.rsplit("/", 1)[-1])
    if row.id not in said:
        words = tr("{file}, probably {label}, {p:.0%}", file=file, label=row.suggested, p=row.probability)
        return Shown(row, "open", words)
    label = said[row.id]
    if label == "":
        return Shown(row, "skipped", tr("{file}, skipped", file=file))
    return Shown(
        row, "labelled", tr("{file}, labelled {label}", file=file, label=label) if label else tr("{file}, labelled", file=file)
    )  # fmt: skip


def _with_progress(facts: Facts, photos: PhotoFacts, shown: View) -> View:
    labelled, left = photos.count(), photos.unlabelled
    return msgspec.structs.replace(
        shown,
        progress=tr("{labelled} labelled, {left} to go", labelled=labelled, left=left),
        fraction=labelled / max(1, labelled + left),
        rule=stop_rule(*facts.last) if left else "",
        notes=_notes(facts) if shown.page == "rows" else (),
        curve=facts.curve,
        curve_words=_curve_words(facts.curve),
    )


def stop_rule(right: int, asked: int) -> str:
    """In words, whether labelling more photos is worth it."""
    if not asked:
        return ""
    if asked < BATCH:
        return tr("{right} of {n} {n:suggestion was|suggestions were} right so far.", right=right, n=asked)
    if right >= ENOUGH * asked:
        return tr(
            "{right} of the last {n} suggestions were right, and these were the hardest photos: you can stop here and train.",
            right=right, n=asked,
        )  # fmt: skip
    return tr("{right} of the last {n} suggestions were right: keep going.", right=right, n=asked)


def _curve_words(curve: tuple[CurvePoint, ...]) -> str:
    if not curve:
        return ""
    now = curve[-1]
    if not now.measured:
        return tr(
            "Label some photos by hand in the Dataset step, too: on these it is measured how good the suggestions are."
        )
    low, high = now.interval
    words = tr(
        "{p:.0%} right now ({low:.0%} to {high:.0%}), measured on {n} {n:photo|photos} that you labelled by hand, each by a "
        "model that has not seen it.",
        p=now.accuracy, low=low, high=high, n=now.measured,
    )  # fmt: skip
    return words if now.measured >= CLOSE else f"{words} {tr('Label more by hand to measure it more closely.')}"


def _notes(facts: Facts) -> tuple[str, ...]:
    notes = [
        tr(
            "What you label here is used for training only, never for validation or the test: a suggestion you have seen would "
            "make the model look better than it is."
        )
    ]
    if facts.held:
        notes.append(
            tr(
                "{n} {n:photo is|photos are} not suggested, because {n:it belongs|they belong} together with test or "
                "validation photos. Label {n:it|them} by hand in the Dataset step.",
                n=facts.held,
            )
        )
    return (*notes, *(note.render(QT_WORDS) for note in (facts.summary.notes if facts.summary else ())))
