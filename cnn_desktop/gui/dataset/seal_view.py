"""Which test photos the grid keeps sealed, and what is said about it, as pure functions of the facts. No Qt."""

from __future__ import annotations

from collections.abc import Set

import msgspec

from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photo_filter import PhotoRow
from cnn_desktop.domain.photos import FindingKind, PhotoFacts
from cnn_desktop.gui.kit.words import day_text

Opened = Set[FindingKind | None]
"""What is open: the test photos of findings of these kinds; None: all."""
WHY = say(
    "Whoever looks at test photos and changes something because of them makes the test result better than it is. So "
    "they stay hidden until you ask for them, and the project notes when you did."
)


class View(msgspec.Struct, frozen=True):
    """Everything that is said about test photos below the grid."""

    note: Message | None = None
    may_show: bool = False
    """Whether they can be asked for: there are some, and they are not all shown."""


def view(photos: PhotoFacts, opened: Opened) -> View:
    """What is said while `opened` is open."""
    count = photos.count("test")
    may_show = count > 0 and None not in opened
    if photos.looked:
        return View(say("Test photos were looked at on {when}.", when=day_text(photos.looked)), may_show)
    return View(say("{n} test {n:photo is|photos are} hidden.", n=count) if count else None, may_show)


def is_sealed(row: PhotoRow, finding: FindingKind | None, opened: Opened) -> bool:
    """Whether the photo is not shown among those that a finding is about; None: among all."""
    return row.split == "test" and None not in opened and (finding is None or finding not in opened)
