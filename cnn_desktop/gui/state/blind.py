"""The second opinion: who gives one, which photo is shown to that person, and what all opinions have led to.

Of a photo that is asked about only its place on the disk is known here, never its label: what is not known is not shown. An
opinion is shown at once and written in the background; when it cannot be written, that is said, and the photo comes back.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.decisions import EXCLUDE
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.label_changes import LabelChanges
from cnn_desktop.gui.state.label_check import LabelChecks
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.facts import Decided, Edited
from cnn_desktop.project.undo import Steps

if TYPE_CHECKING:
    from cnn_desktop.project.blind import AgreedChange, Agreement, Disputed
    from cnn_desktop.project.opened import Opened


class Opinions(msgspec.Struct, frozen=True):
    """What is known of the opinions that were given, and of the photos that wait for one reviewer."""

    reviewer: str = ""
    waiting: int = 0
    """Photos that wait for `reviewer`."""
    asked: int = 0
    """Photos that everybody is asked about."""
    reviewers: tuple[str, ...] = ()
    """Those with opinions."""
    agreement: Agreement | None = None
    agreed: int = 0
    """Photos that would get another label."""
    alone: int = 0
    """Further ones that one person has seen alone, so that they keep their labels; 0 where one person alone has given opinions."""
    disputed: tuple[Disputed, ...] = ()


class _Asked(msgspec.Struct, frozen=True):
    """The photos that one reviewer is asked about, in their order."""

    roots: dict[str, str]
    places: dict[int, tuple[str, str]]
    """Id → root and path below it."""
    own: dict[int, str | None]
    """Id → what the reviewer has said of it."""


class BlindReview(QObject):
    """Lives in the GUI thread."""

    changed = Signal(object)
    """`Changed(review=True)`; after labels have changed also labels and photos."""
    notice = Signal(object)
    """`Notice`: why something was not done."""

    def __init__(
        self,
        project: Project,
        checks: LabelChecks,
        labels: LabelChanges,
        undo: Undo,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._checks, self._undo, self._background = project, checks, undo, background
        self.reviewer = ""
        """Who would give an opinion; as typed."""
        self.opinions = Opinions()
        self.applied: tuple[AgreedChange, ...] = ()
        """The labels that were changed last, in this window."""
        self.reviewing = False
        """Photos are being shown."""
        self.ids: list[int] = []
        """Photos that are asked about; those with an opinion stay in it."""
        self.place = 0
        """Of the one that is looked at, in `ids`; as many as there are: all were gone through."""
        self._asked = _Asked({}, {}, {})
        self._beginning = False
        self._pending = 0
        self._newest = 0
        self._check = 0
        checks.changed.connect(lambda _: self._follow())
        labels.changed.connect(lambda _: self.look())
        labels.split_changed.connect(self.leave)
        project.came.connect(lambda _: self._forget())
        project.changed.connect(lambda _: self.look())

    # What is looked at

    @property
    def path(self) -> str:
        """Of the photo that is looked at; "" when none is."""
        return self._path(self.place) if self.reviewing else ""

    @property
    def left(self) -> int:
        """Photos of `ids` that the reviewer has said nothing of."""
        return sum(one not in self._asked.own for one in self.ids)

    @property
    def said(self) -> tuple[str | None, ...]:
        """What the reviewer has said of the photo that is looked at; () when nothing yet."""
        photo = self.ids[self.place] if self.place < len(self.ids) else 0
        return (self._asked.own[photo],) if photo in self._asked.own else ()

    def ahead(self) -> list[str]:
        """Paths of the photos that are likely to be looked at next."""
        return [path for step in (1, 2, 3, -1) if (path := self._path(self.place + step))]

    def _path(self, place: int) -> str:
        if not 0 <= place < len(self.ids):
            return ""
        root, path = self._asked.places[self.ids[place]]
        return str(Path(self._asked.roots.get(root, ""), path))

    def go(self, steps: int) -> None:
        """To a photo before or after this one, without an opinion."""
        self._show(max(0, self.place + steps))

    # What is done

    def name_reviewer(self, name: str) -> None:
        """Who would give an opinion from now on."""
        if name.strip() != self.reviewer and not self.reviewing:
            self.reviewer = name.strip()
            self.look()

    def begin(self) -> None:
        """Shows the photos to the reviewer, once it is written down that test photos are shown."""
        opened, reviewer = self._project.opened, self.reviewer
        if opened is None or self.reviewing or self._beginning or not self._project.may_write():
            return
        self._beginning = True

        def show(asked: _Asked) -> None:
            self._beginning = False
            if self._project.opened is not opened or self.reviewer != reviewer:
                return
            self.reviewing, self.applied = True, ()
            self._checks.hold(True)
            self._take(asked)
            self._show(self._next_open(-1))
            # the project knows of another look at test photos
            self._background.run(
                opened.photos.facts, lambda photos: self._take_photos(opened, photos), self.notice.emit
            )

        def work() -> _Asked:
            opened.show_for_opinion(reviewer)
            return _asked(opened, reviewer)

        def failed(notice: Notice) -> None:
            self._beginning = False
            self.notice.emit(notice)

        self._background.run(work, show, failed)

    def leave(self) -> None:
        """No photo is shown any more; what was said is kept."""
        if self.reviewing:
            self.reviewing, self.place = False, 0
            self._checks.hold(False)
            self.look()
            self.changed.emit(Changed(review=True))

    def give(self, label: str) -> None:
        """The opinion on the photo that is looked at: a class, "" for unsure, `blind.EXCLUDE`; the next one is shown."""
        opened, reviewer, own = self._project.opened, self.reviewer, self._asked.own
        if opened is None or not self.path or not self._project.may_write():
            return
        place, photo = self.place, self.ids[self.place]
        before = {photo: own[photo]} if photo in own else {}
        own[photo] = "" if label == EXCLUDE else label or None
        self._pending += 1
        self._show(self._next_open(place))

        def settle() -> None:
            self._pending -= 1
            if not (self._pending or self.reviewing):
                self._checks.look()
                self.look()

        def written(_: Decided | None) -> None:
            if self._project.opened is opened:
                settle()

        def failed(notice: Notice) -> None:
            self.notice.emit(notice)
            if self._project.opened is not opened:
                return
            if self.reviewer != reviewer:
                settle()
                return
            self._asked.own.pop(photo, None)
            self._asked.own.update(before)
            if not self.reviewing:
                self.reviewing = True
                self._checks.hold(True)
            settle()
            if photo in self.ids:
                self._show(self.ids.index(photo))

        self._undo.write(
            self._background, lambda steps: opened.give_opinion(photo, label, reviewer, steps), written, failed
        )

    def apply(self) -> None:
        """The labels become what people have agreed on: one step of undo."""
        opened = self._project.opened
        if opened is None or not self._project.may_write():
            return
        changes: list[AgreedChange] = []

        def written(edited: Edited | None) -> None:
            if edited is None or not self._project.take_photos(opened, edited.photos):
                return
            if edited.note:
                self.notice.emit(Notice("info", edited.note.render(QT_WORDS)))
            self.applied = tuple(changes)
            self._checks.look()
            self.look()
            self.changed.emit(Changed(photos=True, labels=True, review=True))

        def work(steps: Steps) -> Edited | None:
            changes.extend(opened.blind.agreed())
            return opened.apply_agreed(steps)

        self._undo.write(self._background, work, written, self.notice.emit)

    # Looking up

    def look(self) -> None:
        """Looks up again what was said, and while photos are shown, which."""
        opened, reviewer, reviewing = self._project.opened, self.reviewer, self.reviewing
        self._newest += 1
        number = self._newest
        if opened is None:
            return

        def work() -> tuple[Opinions, _Asked | None] | None:
            if number != self._newest:  # somebody is typing a name
                return None
            return _opinions(opened, reviewer), _asked(opened, reviewer) if reviewing else None

        def show(found: tuple[Opinions, _Asked | None] | None) -> None:
            if found is None or number != self._newest or self._project.opened is not opened:
                return
            self.opinions = found[0]
            if self.opinions.agreed:  # taken back, or more was said
                self.applied = ()
            if found[1] and self.reviewing and not self._pending:
                self._take_again(found[1])
            self.changed.emit(Changed(review=True))

        self._background.run(work, show, self.notice.emit)

    def _follow(self) -> None:
        """Another check asks about other photos: they are not shown before somebody asks for them."""
        found = self._checks.found
        number = found.id if found else 0
        if number != self._check:
            self._check, self.applied = number, ()
            self.leave()
            self.look()

    def _forget(self) -> None:
        self._newest += 1
        self._checks.hold(False)
        self.opinions, self.applied, self.reviewing, self._check, self._pending = Opinions(), (), False, 0, 0
        self._asked, self.ids, self.place = _Asked({}, {}, {}), [], 0
        self.changed.emit(Changed(review=True))

    def _take_photos(self, opened: Opened, photos: PhotoFacts | None) -> None:
        if photos and self._project.take_photos(opened, photos):
            self.changed.emit(Changed(photos=True))

    def _take(self, asked: _Asked) -> None:
        self._asked, self.ids = asked, list(asked.places)

    def _take_again(self, asked: _Asked) -> None:
        """Opinions were taken back, or photos have gone: the first that waits again is shown, else the one that is."""
        before, at = self._asked.own, self.ids[self.place] if self.path else 0
        self._take(asked)
        back = next((place for place, one in enumerate(self.ids) if one in before and one not in asked.own), None)
        if back is not None:
            self.place = back
        else:
            self.place = self.ids.index(at) if at in asked.places else min(self.place, len(self.ids))

    def _next_open(self, place: int) -> int:
        """The first after `place` that the reviewer has said nothing of."""
        later = range(place + 1, len(self.ids))
        return next((at for at in later if self.ids[at] not in self._asked.own), len(self.ids))

    def _show(self, place: int) -> None:
        if place >= len(self.ids):
            self.leave()
            return
        self.place = place
        self.changed.emit(Changed(review=True))


def _asked(opened: Opened, reviewer: str) -> _Asked:
    """In the background."""
    ids = opened.blind.order(reviewer)
    facts = opened.photos.facts()
    roots = facts.roots if facts else {}
    known = opened.blind.places(ids)
    own = {one.photo: one.label for one in opened.blind.opinions() if one.reviewer == reviewer}
    return _Asked(roots, {one: known[one] for one in ids if one in known}, own)


def _opinions(opened: Opened, reviewer: str) -> Opinions:
    """In the background."""
    blind = opened.blind
    done, every = blind.count(reviewer)
    return Opinions(
        reviewer,
        every - done,
        every,
        tuple(blind.reviewers()),
        blind.agreement(),
        len(blind.agreed()),
        blind.seen_by_one(),
        tuple(blind.disputed()),
    )
