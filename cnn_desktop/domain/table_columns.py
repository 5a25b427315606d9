"""Which columns of a table of photos are read: as they were guessed, or as the person has chosen them. And what else may be
said of how a data set is read."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.message import Message, say


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

    def problem(self) -> Message | None:
        """Why a table cannot be read so; None when it can."""
        if not self.path:
            return say("Choose the column with the file names of the photos.")
        if not self.label:
            return say("Choose the column with the classes.")
        if len(set(self.used())) < len(self.used()):
            return say("A column can be used only once.")
        return None

    def used(self) -> list[str]:
        """The columns that are read."""
        return [name for name in (self.path, self.label, self.split, self.group) if name]


class Reading(msgspec.Struct, frozen=True):
    """What a person has said of how a folder or a table is read; the rest is found out."""

    class_level: int = 0
    """The classes are the folders so many levels below; 0: nothing was said."""
    columns: Columns | None = None


NOTHING_SAID = Reading()
