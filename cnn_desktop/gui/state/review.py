"""The review of suspicious photos: which one is looked at, what was decided, and what comes next.

A decision is shown at once and written in the background, in its order; when it cannot be written, that is said, and the
photo comes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.decisions import Said
from cnn_desktop.domain.photos import PhotoFacts, Split
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.label_check import LabelChecks
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.facts import Decided, Edited
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.query import Ids
from cnn_desktop.project.suspects import Progress, SuspectRow

T = TypeVar("T")
SPLITS: tuple[Split, ...] = ("train",)
BLIND: tuple[Split, ...] = ("val", "test")
"""Validation and test photos are reviewed blind: the suggestion must not lead to what measures the model."""
_PAGE = 16
"""Rows that are looked up together."""


class Neighbour(NamedTuple):
    """A photo that looks like the one in question."""

    path: str
    label: str


class InQuestion(msgspec.Struct, frozen=True):
    """A suspicious photo with all that is shown of it."""

    row: SuspectRow
    path: str
    """Absolute."""
    near_label: tuple[Neighbour, ...] = ()
    near_suggested: tuple[Neighbour, ...] = ()


class Review(QObject):
    """Lives in the GUI thread."""

    changed = Signal(object)
    """`Changed(review=True)`: another photo, or more is known of this one; after decisions also labels and photos."""
    notice = Signal(object)
    """`Notice`: why something was not decided."""

    def __init__(
        self, project: Project, checks: LabelChecks, undo: Undo, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project, self._checks, self._undo, self._background = project, checks, undo, background
        self.ids: list[int] = []
        """Photos in question, the most suspicious first; those that are decided stay in it."""
        self.place = 0
        """Of the one that is looked at, in `ids`; as many as there are: all are done."""
        self.pair: tuple[str, str] | None = None
        """Only photos of this label with this suggestion; None: all."""
        self.progress: Progress | None = None
        self.blind_left = 0
        """Validation and test photos that are suspicious and still open."""
        self._open: set[int] = set()
        """Those of `ids` that are open, as far as was read."""
        self._known: dict[int, InQuestion] = {}
        self._said: dict[int, Said] = {}
        """Decisions that are shown but not written yet, or not read again."""
        self._asked: set[int] = set()
        self._pending = 0
        self._check = 0
        checks.changed.connect(lambda _: self._follow())
        project.came.connect(lambda _: self._forget())

    # What is looked at

    @property
    def now(self) -> InQuestion | None:
        """The photo that is looked at; None when none is left, or nothing is known of it yet."""
        return self.known(self.place)

    @property
    def at_end(self) -> bool:
        """All were looked at."""
        return self.place >= len(self.ids)

    def known(self, place: int) -> InQuestion | None:
        """What is known of the photo at `place`."""
        return self._known.get(self.ids[place]) if 0 <= place < len(self.ids) else None

    def said(self, question: InQuestion) -> Said | None:
        """What was decided about it."""
        decision = question.row.decision
        kind = self._said.get(question.row.id) or (decision.kind if decision else None)
        return None if kind == "agreed" else kind

    def ahead(self) -> list[str]:
        """Paths of the photos that are likely to be looked at next."""
        following = (self.known(self.place + step) for step in (1, 2, 3, -1))
        return [one.path for one in following if one]

    def only(self, pair: tuple[str, str] | None) -> None:
        """Looks at photos of this label with this suggestion only; None: at all."""
        self.pair = pair
        self._list()

    def go(self, steps: int) -> None:
        """To a photo before or after this one, without deciding."""
        self._show(self.place + steps)

    @property
    def left(self) -> int:
        """Photos that nobody has decided about."""
        return len(self._open - self._said.keys())

    # What is decided

    def decide(self, kind: Said, new: str = "") -> None:
        """Of the photo that is looked at; the next open one is shown. `new`: the class, of "other"."""
        question, opened = self.now, self._project.opened
        if question is None or opened is None or not self._project.may_write():
            return
        photo = question.row.id
        before = self._said.get(photo)
        self._said[photo] = kind
        self._pending += 1
        place = self.place
        self._show(self._next_open(place))

        def written(_: Decided | None) -> None:
            self._pending -= 1
            if self._project.opened is opened:
                self._settle(opened)

        def failed(notice: Notice) -> None:
            self._pending -= 1
            self._said.pop(photo, None)
            if before:
                self._said[photo] = before
            self.notice.emit(notice)
            if self._project.opened is opened:
                self._show(place)

        self._undo.write(self._background, lambda steps: opened.decide(photo, kind, steps, new), written, failed)

    def decide_many(self, photos: Iterable[int], kind: Said) -> None:
        """Of many at once: one step of undo."""
        opened, chosen = self._project.opened, [int(one) for one in photos]
        if opened is None or not chosen or not self._project.may_write():
            return

        def written(edited: Edited | None) -> None:
            if edited is None or self._project.opened is not opened:
                return
            if edited.note:
                self.notice.emit(Notice("info", edited.note.render(QT_WORDS)))
            self._project.take_photos(opened, edited.photos)
            self._tell_labels()

        self._undo.write(
            self._background, lambda steps: opened.decide_many(chosen, kind, steps), written, self.notice.emit
        )

    def _settle(self, opened: Opened) -> None:
        """Once nothing waits any more, the photos are counted again."""
        if self._pending:
            return

        def show(photos: PhotoFacts | None) -> None:
            if photos and not self._pending and self._project.take_photos(opened, photos):
                self._tell_labels()

        self._background.run(opened.photos.facts, show, self.notice.emit)

    def _tell_labels(self) -> None:
        self.changed.emit(Changed(photos=True, labels=True, review=True))
        self._checks.look()

    # Looking up

    def _forget(self) -> None:
        self.ids, self.place, self.pair, self.progress, self._check = [], 0, None, None, 0
        self._known, self._said, self._asked = {}, {}, set()

    def _follow(self) -> None:
        """The newest check, or its progress, is another one."""
        found = self._checks.found
        self.progress = found.progress if found else None
        if found is None:
            self._forget()
            self.changed.emit(Changed(review=True))
        elif found.id != self._check:
            self._check = found.id
            self._list()
        else:
            self._read_again()

    def _list(self) -> None:
        opened, pair = self._project.opened, self.pair
        if opened is None:
            return

        def work() -> tuple[Ids, Ids, Ids]:
            suspects = opened.suspects
            return (
                suspects.ids("all", SPLITS, pair=pair),
                suspects.ids("open", SPLITS, pair=pair),
                suspects.ids("open", BLIND),
            )

        def show(found: tuple[Ids, Ids, Ids]) -> None:
            if self._project.opened is not opened or self.pair != pair:
                return
            every, still = ([int(one) for one in ids] for ids in found[:2])
            self._open, self.blind_left = set(still), len(found[2])
            self.ids, self._known, self._said, self._asked = every, {}, {}, set()
            self._show(every.index(still[0]) if still else len(every))

        self._background.run(work, show, self.notice.emit)

    def _read_again(self) -> None:
        """Decisions were made or taken back: the first photo that is open again is shown."""
        opened, pair, wanted = self._project.opened, self.pair, list(self._known)
        if opened is None:
            return

        def work() -> tuple[Ids, Ids, list[SuspectRow]]:
            suspects = opened.suspects
            return suspects.ids("open", SPLITS, pair=pair), suspects.ids("open", BLIND), suspects.rows(wanted)

        def show(found: tuple[Ids, Ids, list[SuspectRow]]) -> None:
            if self._project.opened is not opened or self.pair != pair or self._pending:
                return
            still = [int(one) for one in found[0]]
            before = self._open - self._said.keys()
            self._open, self.blind_left, self._said = set(still), len(found[1]), {}
            for row in found[2]:
                if row.id in self._known:
                    self._known[row.id] = msgspec.structs.replace(self._known[row.id], row=row)
            back = next((one for one in still if one not in before), None)
            if back in self.ids:
                self._show(self.ids.index(back))
            else:
                self.changed.emit(Changed(review=True))

        self._background.run(work, show, self.notice.emit)

    def _next_open(self, place: int) -> int:
        """The first after `place` that nobody has said anything of."""
        later = range(place + 1, len(self.ids))
        return next(
            (at for at in later if self.ids[at] in self._open and self.ids[at] not in self._said), len(self.ids)
        )

    def _show(self, place: int) -> None:
        self.place = max(0, min(place, len(self.ids)))
        self._look_up()
        self.changed.emit(Changed(review=True))

    def _look_up(self) -> None:
        """What is not known yet around the photo that is looked at."""
        opened = self._project.opened
        around = self.ids[max(0, self.place - 2) : self.place + _PAGE]
        if opened is None or all(one in self._known or one in self._asked for one in around[: _PAGE // 2]):
            return
        wanted = [one for one in around if one not in self._known and one not in self._asked]
        self._asked.update(wanted)
        ids = self.ids

        def show(found: list[InQuestion]) -> None:
            self._asked.difference_update(wanted)
            if self._project.opened is not opened or self.ids is not ids:
                return
            self._known |= {one.row.id: one for one in found}
            missing = set(wanted) - self._known.keys()
            if missing:  # they have vanished
                at = self.ids[self.place] if not self.at_end else None
                self.ids = [one for one in self.ids if one not in missing]
                self.place = self.ids.index(at) if at in self.ids else min(self.place, len(self.ids))
            self.changed.emit(Changed(review=True))

        self._background.run(lambda: _questions(opened, wanted), show, self.notice.emit)


def _questions(opened: Opened, photos: list[int]) -> list[InQuestion]:
    """In the background."""
    rows = opened.suspects.rows(photos)
    facts = opened.photos.facts()
    roots = facts.roots if facts else {}
    near = sorted({one for row in rows for one in (*row.near_label, *row.near_suggested)})
    known = {
        one.id: Neighbour(str(Path(roots.get(one.root, ""), one.path)), one.label) for one in opened.photos.rows(near)
    }

    def of(ids: tuple[int, ...]) -> tuple[Neighbour, ...]:
        return tuple(known[one] for one in ids if one in known)

    return [
        InQuestion(row, str(Path(roots.get(row.root, ""), row.path)), of(row.near_label), of(row.near_suggested))
        for row in rows
    ]
