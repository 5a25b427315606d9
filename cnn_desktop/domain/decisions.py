"""What a person has said of a photo whose label may be wrong."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["keep", "suggested", "other", "unsure", "exclude", "agreed"]
"""The label stays; it is what the check suggests; it is another class; the person does not know; the photo is of no use; all
who reviewed it blind agree (that one is no person's opinion, but what came of theirs)."""
Said = Literal["keep", "suggested", "other", "unsure", "exclude"]
"""What one person may say."""
WRONG: tuple[Kind, ...] = ("suggested", "other", "exclude", "agreed")
"""The label was in fact wrong."""

EXCLUDE = "\0"
"""In place of a class: the photo is of no use. (No class can be called so.)"""


class Decision(msgspec.Struct, frozen=True):
    """A line of the history of decisions, which is only ever added to."""

    number: int
    at: str
    """ISO 8601, UTC."""
    who: str
    """The reviewer, or the name of the user at this computer."""
    check: int | None
    """Id of the newest check then; None: there was none."""
    photo: int
    """Its id."""
    kind: Kind
    old: str
    """The label when it was decided."""
    new: str
    """The label that was decided on; "" for a photo that is left out."""
    suggested: str = ""
    """By the check; "" of a photo that it does not list."""
    score: float | None = None
    rank: int | None = None
    """Of the check."""
    reason: str = ""
    """In the person's words."""
    blind: bool = False
    """Without having seen the label and the suggestion."""
    revision: int | None = None
    """Number of the change of labels that it led to; None: it changed no label."""
    takes_back: int | None = None
    """Number of the decision that this one takes back: from then on neither stands."""
