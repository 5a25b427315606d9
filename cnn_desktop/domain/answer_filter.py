"""Which photos of a table of answers are wanted, and in which order: what a person chooses, and a query answers."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Shown = Literal["all", "sure", "unknown", "right", "wrong", "unread", "new"]
"""All; those with an answer that is not unknown; what the model does not know; right or wrong, where the label is known;
those without an answer; those that came while the folder was watched."""
SHOWN: tuple[Shown, ...] = ("all", "sure", "unknown", "right", "wrong", "unread", "new")
AnswerSortKey = Literal["found", "name", "class", "confidence", "unknown", "label", "right"]
"""In the order they were found; by path below the folder; by class; …"""
ANSWER_SORT_KEYS: tuple[AnswerSortKey, ...] = ("found", "name", "class", "confidence", "unknown", "label", "right")


class AnswerFilter(msgspec.Struct, frozen=True):
    """Photos for which every field that is set holds."""

    name: str = ""
    """Whose path below the folder holds these letters, whatever their case; "": of any name. No wildcards."""
    label: str | None = None
    """That the model takes for this class; None: for any."""
    show: Shown = "all"
    below: Annotated[float, msgspec.Meta(ge=0, le=1)] | None = None
    """Whose confidence is less than that."""


class AnswerSort(msgspec.Struct, frozen=True):
    """The order of photos; those equal in it follow one another as they were found. What has no value comes last."""

    by: AnswerSortKey = "found"
    descending: bool = False
