"""Which photos of a project are wanted, and in which order: what a person chooses above the grid, and a query answers."""

from __future__ import annotations

from typing import Literal

import msgspec

from cnn_desktop.domain.photos import FindingKind, Split

SortKey = Literal["mixed", "name", "size", "date", "label", "split", "confidence"]
SORT_KEYS: tuple[SortKey, ...] = ("mixed", "name", "size", "date", "label", "split", "confidence")
Answer = Literal["right", "wrong", "untested"]
"""What the model in use said of a photo when it was tested, beside the photo's label of now; "untested": nothing."""


class PhotoFilter(msgspec.Struct, frozen=True):
    """Photos for which every field that is set holds; without any field, all photos that are used."""

    label: str | None = None
    """Of this class, as corrected; "": not labelled yet; None: all of these."""
    split: Split | None = None
    """In this split; None: in any, or in none. What is not labelled yet is in none."""
    finding: FindingKind | None = None
    """That a finding of this kind is about; None: whether or not there is a finding."""
    name: str = ""
    """Whose path below the root holds these letters, whatever their case; "": of any name. No wildcards."""
    excluded: bool | None = False
    """True: only those a person excluded; False: only those that are used; None: both."""
    corrected: bool | None = None
    """True: only those whose label a person changed; False: only those labelled as their folder says; None: both."""

    answer: Answer | None = None
    """For which the model gave this answer; None: whatever it said."""


class PhotoSort(msgspec.Struct, frozen=True):
    """The order of photos. Photos equal in it follow one another by path."""

    by: SortKey = "mixed"
    """ "mixed": classes take turns, so that the first page shows each (of one class: by path), and of a finding those
    that belong together, such as copies, are side by side; "name": by path;
    "size": by bytes of the file; "date": by when the file was last changed; "label", "split": in the order of their
    numbers; "confidence": of the model's answer, the least sure first, and what was not tested always at the end."""
    descending: bool = False
    """The other way round: largest, newest, last first. "mixed" has no direction: this says nothing there."""


class PhotoRow(msgspec.Struct, frozen=True):
    """One photo as the grid and what stands beside it show it."""

    path: str
    """Below its root, "/" between folders."""
    label: str
    """Its class, as corrected; "": it is not labelled yet."""
    split: Split | None = None
    root: str = "1"
    told: str = ""
    """The class its folder or table says; "" when that is not known."""
    excluded: bool = False
    """A person took it out of training and tests."""
    id: int = 0
    """Of the project; 0: it has none yet."""
    size: int = 0
    """Of the file, in bytes."""
    changed: int = 0
    """When the file was, in nanoseconds since 1970."""

    predicted: str = ""
    """The class the model took it for when it was tested; "": it was not."""
    confidence: float = 0.0
    """Probability of that class, 0..1."""

    @property
    def right(self) -> bool:
        """The model took it for what it is labelled as now."""
        return bool(self.predicted) and self.predicted == self.label

    @property
    def corrected(self) -> bool:
        """A person gave it another label than its folder or table."""
        return bool(self.told) and self.told != self.label
