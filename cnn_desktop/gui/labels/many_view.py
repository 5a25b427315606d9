"""What stands around suspicious photos that are decided about together: how many are picked, what can be said of them."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.decisions import Said
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.review_view import KEYS, file_name
from cnn_desktop.gui.state.in_question import InQuestion


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    total: int = 0
    """Photos that are still open."""
    picked: int = 0
    read_only: str = ""
    """Why nothing can be decided, as a sentence; "" when it can."""


class Answer(msgspec.Struct, frozen=True):
    """A button."""

    kind: Said
    text: str
    tip: str
    enabled: bool


class View(msgspec.Struct, frozen=True):
    """Everything but the photos."""

    hint: str
    answers: tuple[Answer, ...]
    may_pick: bool


def view(facts: Facts) -> View:
    """The page for `facts`."""
    n = facts.picked
    if facts.read_only:  # that is said below, beside the primary button
        hint = ""
    elif n:
        hint = tr("{picked} of {n} {n:photo|photos} picked", picked=n, n=facts.total)
    else:
        hint = tr("Pick photos: click with Ctrl or Shift, or drag a frame around them.")
    texts: tuple[tuple[Said, str, str], ...] = (
        (
            "suggested",
            tr("Take the suggestion for {n} {n:photo|photos}", n=n) if n else tr("Take the suggestion"),
            tr("Each photo gets the class that is suggested for it."),
        ),
        (
            "keep",
            tr("Keep {n} {n:label|labels}", n=n) if n else tr("Keep the label"),
            tr("The labels of these photos are right."),
        ),
        (
            "exclude",
            tr("Exclude {n} {n:photo|photos}", n=n) if n else tr("Exclude"),
            tr("These photos are of no use: they are not trained on and not tested on. Their files stay."),
        ),
    )
    may_decide = bool(n) and not facts.read_only
    answers = tuple(
        Answer(kind, text, facts.read_only or tr("{tip} Key: {key}", tip=tip, key=KEYS[kind]), may_decide)
        for kind, text, tip in texts
    )
    return View(hint, answers, may_pick=facts.total > n)


def tile(question: InQuestion) -> Tile:
    """Of a photo of the grid."""
    row = question.row
    words = tr(
        "{file}, labelled “{label}”, probably “{suggested}” ({p:.0%})",
        file=file_name(question), label=row.label, suggested=row.suggested, p=row.probability,
    )  # fmt: skip
    return Tile(
        question.path,
        words,
        caption=row.label,
        detail=tr("→ {suggested}", suggested=row.suggested),
        named=row.suggested,
    )
