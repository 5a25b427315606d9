"""What the project says of its newest check and of the review: read in one go, as reading again follows every decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cnn_desktop.domain.photos import Split
from cnn_desktop.gui.state.review_list import ReviewList

if TYPE_CHECKING:
    from cnn_desktop.project.opened import Opened
    from cnn_desktop.project.suspects import CheckFacts, SuspectRow

SPLITS: tuple[Split, ...] = ("train",)
BLIND: tuple[Split, ...] = ("val", "test")
"""Validation and test photos are reviewed blind: the suggestion must not lead to what measures the model."""


class Asked(msgspec.Struct, frozen=True, eq=False):
    """What the review wants to know just then."""

    pair: tuple[str, str] | None = None
    """Only photos of this label with this suggestion; None: all."""
    known: tuple[int, ...] = ()
    """Photos of which it knows something, by their ids."""
    made: int = 0
    """Decisions that were made up to then."""


class ReviewReading(msgspec.Struct, frozen=True):
    """What was read."""

    asked: Asked
    found: CheckFacts | None = None
    """The newest check; None before the first."""
    listing: ReviewList = msgspec.field(default_factory=ReviewList)
    blind_left: int = 0
    """Validation and test photos that are suspicious and still open."""
    rows: tuple[SuspectRow, ...] = ()
    """Of the known photos."""


def read_review(opened: Opened, asked: Asked) -> ReviewReading:
    """In the background. Raises DataError."""
    standing = opened.suspects.standing(SPLITS, BLIND, asked.pair)
    if standing is None:
        return ReviewReading(asked)
    listing = ReviewList(standing.ids, standing.is_open)
    return ReviewReading(
        asked, standing.check, listing, standing.others_left, tuple(opened.suspects.rows(asked.known))
    )  # fmt: skip
