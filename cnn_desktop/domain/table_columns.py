"""Which columns of a table of photos are read: as they were guessed, or as the person has chosen them."""

from __future__ import annotations

import msgspec


class Columns(msgspec.Struct, frozen=True):
    """Names of columns as the table's first line has them, without blanks around; "" for none, or one not known.

    In a table without names in its first line the columns are called "1", "2", …
    """

    path: str = ""
    label: str = ""
    split: str = ""
    group: str = ""
    has_header: bool = True
    """False: the first line is a photo like all others."""

    @property
    def is_whole(self) -> bool:
        """True when it is known where the photos and their labels are."""
        return bool(self.path and self.label and self.path != self.label)

    def used(self) -> list[str]:
        """The columns that are read."""
        return [name for name in (self.path, self.label, self.split, self.group) if name]
