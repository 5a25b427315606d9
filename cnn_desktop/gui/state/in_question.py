"""A suspicious photo with all that the review shows of it, looked up in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from cnn_desktop.project.opened import Opened
    from cnn_desktop.project.suspects import SuspectRow


class Neighbour(NamedTuple):
    """A photo that looks like the one in question."""

    path: str
    label: str


class InQuestion(msgspec.Struct, frozen=True):
    """A suspicious photo."""

    row: SuspectRow
    path: str
    """Absolute."""
    near_label: tuple[Neighbour, ...] = ()
    near_suggested: tuple[Neighbour, ...] = ()


def questions(opened: Opened, photos: Sequence[int], near: bool = True) -> list[InQuestion]:
    """Of these photos, without those that are no suspects; `near`: with those that look like them. Raises DataError."""
    rows = opened.suspects.rows(photos)
    facts = opened.photos.facts()
    roots = facts.roots if facts else {}
    wanted = sorted({one for row in rows for one in (*row.near_label, *row.near_suggested)}) if near else []
    known = {
        one.id: Neighbour(str(Path(roots.get(one.root, ""), one.path)), one.label) for one in opened.photos.rows(wanted)
    }

    def of(ids: tuple[int, ...]) -> tuple[Neighbour, ...]:
        return tuple(known[one] for one in ids if one in known)

    return [
        InQuestion(row, str(Path(roots.get(row.root, ""), row.path)), of(row.near_label), of(row.near_suggested))
        for row in rows
    ]
