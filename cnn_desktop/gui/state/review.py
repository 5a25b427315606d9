"""The review of suspicious photos: which one is looked at, what was decided, and what comes next.

A decision is shown at once and written in the background, in its order; when it cannot be written, that is said, and the
photo comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.decisions import Said
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.in_question import InQuestion, questions
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.label_check import LabelChecks
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.review_list import ReviewList
from cnn_desktop.gui.state.review_reading import Asked, ReviewReading
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.facts import Decided, Edited

if TYPE_CHECKING:
    from cnn_desktop.project.opened import Opened
    from cnn_desktop.project.query import Ids
    from cnn_desktop.project.suspects import Progress

_PAGE = 16
"""Rows that are looked up together."""
_KEPT = 200
"""Rows before and after the photo that is looked at that are kept."""


class _Said(NamedTuple):
    """A decision that is shown but not read again yet."""

    kind: Said
    number: int


class Review(QObject):
    """Lives in the GUI thread."""

    changed = Signal(object)
    """`Changed(review=True)`: another photo, or more is known of this one; after decisions also labels and photos."""
    notice = Signal(object)
    """`Notice`: why something was not decided."""
    came_back = Signal()
    """A decision was taken back, or made again; its photo is looked at."""

    def __init__(
        self, project: Project, checks: LabelChecks, undo: Undo, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project, self._checks, self._undo, self._background = project, checks, undo, background
        self._list = ReviewList()
        self.place = 0
        """Of the one that is looked at, in `ids`; as many as there are: all are done."""
        self.pair: tuple[str, str] | None = None
        """Only photos of this label with this suggestion; None: all."""
        self.together = False
        """The open ones are looked at together, not one by one."""
        self.progress: Progress | None = None
        self.blind_left = 0
        """Validation and test photos that are suspicious and still open."""
        self._known: dict[int, InQuestion] = {}
        self._said: dict[int, _Said] = {}
        self._asked: set[int] = set()
        self._made = 0
        """Decisions that were made since the window was opened: each has a number."""
        self._writing = 0
        self._check = 0
        self._begins = False
        """Another list is to be looked at, from its first open photo on."""
        checks.asks = self._asks
        checks.looked.connect(self._follow)
        project.came.connect(lambda _: self._forget())

    # What is looked at

    @property
    def ids(self) -> Ids:
        """Photos in question, the most suspicious first; those that are decided stay in it."""
        return self._list.ids

    @property
    def listing(self) -> object:
        """Another one each time the photos are looked up again."""
        return self._list

    @property
    def now(self) -> InQuestion | None:
        """The photo that is looked at; None when none is left, or nothing is known of it yet."""
        return self.known(self.place)

    @property
    def at_end(self) -> bool:
        """All were looked at."""
        return self.place >= len(self.ids)

    @property
    def left(self) -> int:
        """Photos that nobody has decided about."""
        return self._list.left

    def open_ids(self) -> Ids:
        """Those that nobody has decided about, the most suspicious first."""
        return self._list.open_ids()

    def known(self, place: int) -> InQuestion | None:
        """What is known of the photo at `place`."""
        return self._known.get(int(self.ids[place])) if 0 <= place < len(self.ids) else None

    def said(self, question: InQuestion) -> Said | None:
        """What was decided about it."""
        if said := self._said.get(question.row.id):
            return said.kind
        decision = question.row.decision
        return decision.kind if decision and decision.kind != "agreed" else None

    def ahead(self) -> list[str]:
        """Paths of the photos that are likely to be looked at next."""
        places = [*self._list.open_after(self.place, 3), self.place - 1]
        return [one.path for place in places if (one := self.known(place))]

    def only(self, pair: tuple[str, str] | None) -> None:
        """Looks at photos of this label with this suggestion only; None: at all."""
        self.pair, self._begins = pair, True
        self._checks.look(for_review=True)

    def show_together(self, together: bool) -> None:
        """Looks at all that are open together, or one by one."""
        self.together = together
        self.changed.emit(Changed(review=True))

    def go(self, steps: int) -> None:
        """To a photo before or after this one, without deciding; after the last one to the first that was passed over."""
        place = self.place + steps
        self._show(self._list.next_open(place) if place >= len(self.ids) else place)

    def go_to(self, photo: int) -> None:
        """To the photo with this id, one by one."""
        place = self._list.place_of(photo)
        if place is not None:
            self.together = False
            self._show(place)

    def page(self, ids: Ids, then: Callable[[list[InQuestion]], object]) -> None:
        """Calls `then` with what is known of these photos, unless another project is open by then."""
        opened = self._project.opened
        if opened is not None:
            self._background.run(
                lambda: questions(opened, ids.tolist(), near=False),
                lambda found: self._project.opened is opened and then(found),
                self.notice.emit,
            )

    # What is decided

    def decide(self, kind: Said, new: str = "") -> None:
        """Of the photo that is looked at; the next open one is shown. `new`: the class, of "other"."""
        question, opened = self.now, self._project.opened
        if question is None or opened is None or not self._project.may_write():
            return
        photo = question.row.id
        take_back = self._say([photo], kind)
        self._show(self._list.next_open(self.place))

        def written(_: Decided | None) -> None:
            self._writing -= 1
            self._settle(opened)

        def failed(notice: Notice) -> None:
            self._writing -= 1
            self.notice.emit(notice)
            if self._project.opened is opened:
                take_back()
                place = self._list.place_of(photo)
                self._show(self.place if place is None else min(place, self.place))  # the first that failed

        self._writing += 1
        self._undo.write(self._background, lambda steps: opened.decide(photo, kind, steps, new), written, failed)

    def decide_many(self, photos: Collection[int], kind: Said) -> None:
        """Of many at once: one step of undo. They are gone at once, and come back when that cannot be written."""
        opened, chosen = self._project.opened, [int(one) for one in photos]
        if opened is None or not chosen or not self._project.may_write():
            return
        take_back = self._say(chosen, kind)
        self._show(self.place if self._list.is_open(self.place) else self._list.next_open(self.place))

        def written(edited: Edited | None) -> None:
            if edited and edited.note:
                self.notice.emit(Notice("info", edited.note.render(QT_WORDS)))
            if edited and self._project.take_photos(opened, edited.photos):
                self._tell_labels()

        def failed(notice: Notice) -> None:
            self.notice.emit(notice)
            if self._project.opened is opened:
                take_back()
                self._show(self._list.next_open(-1))

        self._undo.write(self._background, lambda steps: opened.decide_many(chosen, kind, steps), written, failed)

    def _say(self, photos: list[int], kind: Said) -> Callable[[], None]:
        """Shows a decision before it is written. What is returned takes that back."""
        self._made += 1
        before = {one: said for one in photos if (said := self._said.get(one))}
        said = _Said(kind, self._made)
        self._said |= dict.fromkeys(photos, said)
        closed = self._list.close(photos)

        def take_back() -> None:
            for photo in photos:
                if self._said.get(photo) is said:
                    del self._said[photo]
                    if photo in before:
                        self._said[photo] = before[photo]
            self._list.reopen(closed)

        return take_back

    def _settle(self, opened: Opened) -> None:
        """Once nothing waits any more, the photos are counted again."""
        if self._writing or self._project.opened is not opened:
            return

        def show(photos: PhotoFacts | None) -> None:
            if photos and not self._writing and self._project.take_photos(opened, photos):
                self._tell_labels()

        self._background.run(opened.photos.facts, show, self.notice.emit)

    def _tell_labels(self) -> None:
        self.changed.emit(Changed(photos=True, labels=True, review=True))
        self._checks.look()

    # Looking up

    def _forget(self) -> None:
        self._list, self.place, self.pair, self.progress, self._check = ReviewList(), 0, None, None, 0
        self._begins = False
        self._known, self._said, self._asked = {}, {}, set()
        self.together, self.blind_left = False, 0

    def _asks(self) -> Asked:
        return Asked(self.pair, tuple(self._known), self._made)

    def _follow(self) -> None:
        """The review was looked up: there may be another check, and decisions may have been made or taken back."""
        read = self._checks.reading
        self.progress = read.found.progress if read.found else None
        if read.found is None:
            self._forget()
            self.changed.emit(Changed(review=True))
            return
        if read.found.id != self._check:
            self._check, self._begins, self.together = read.found.id, True, False
            if read.asked.pair:
                self.only(None)
        if read.asked.pair == self.pair:
            self._take(read)

    def _take(self, found: ReviewReading) -> None:
        at = None if self.at_end else int(self.ids[self.place])
        before, self._list, self.blind_left = self._list, found.listing, found.blind_left
        was_said = self._said
        self._said = {photo: said for photo, said in was_said.items() if said.number > found.asked.made}
        self._list.close(self._said)
        if self._begins:
            self._begins, self._known, self._asked = False, {}, set()
            self._show(self._list.next_open(-1))
            return
        other = None  # a decision that was taken back, or made again
        for row in found.rows:
            if question := self._known.get(row.id):
                is_other = (question.row.decision and question.row.decision.number) != (row.decision and row.decision.number)  # fmt: skip
                if is_other and row.id not in was_said and other is None:
                    other = self._list.place_of(row.id)
                self._known[row.id] = msgspec.structs.replace(question, row=row)
        back = self._list.first_not_open_in(before) if other is None else other
        self._show(self._stay(at) if back is None else back)
        if back is not None:
            self.came_back.emit()

    def _stay(self, at: int | None) -> int:
        """Where the photo `at` is that is looked at, or, where it was settled elsewhere, the next that is open."""
        place = None if at is None else self._list.place_of(at)
        if at is None or place is None:
            return self._list.next_open(-1)
        question = self._known.get(at)
        is_settled = question is not None and self.said(question) is None and not self._list.is_open(place)
        return self._list.next_open(place) if is_settled else place

    def _show(self, place: int) -> None:
        self.place = max(0, min(place, len(self.ids)))
        self._look_up()
        self.changed.emit(Changed(review=True))

    def _look_up(self) -> None:
        """What is not known yet around the photo that is looked at."""
        opened, place = self._project.opened, self.place
        around = [int(one) for one in self.ids[max(0, place - 2) : place + _PAGE]]
        around += [int(self.ids[one]) for one in self._list.open_after(place, _PAGE)]
        wanted = list(dict.fromkeys(one for one in around if one not in self._known and one not in self._asked))
        is_near = self.now is None or len(wanted) > _PAGE // 2
        if opened is None or not wanted or not is_near:
            return
        self._asked.update(wanted)

        def show(found: list[InQuestion]) -> None:
            if self._project.opened is not opened or not self._asked.issuperset(wanted):
                return
            self._known |= {one.row.id: one for one in found}
            missing = set(wanted) - self._known.keys()
            self._asked.difference_update(wanted)
            self._asked |= missing  # they have vanished, and are not asked for again
            near = {int(one) for one in self.ids[max(0, self.place - _KEPT) : self.place + _KEPT]}
            self._known = {photo: one for photo, one in self._known.items() if photo in near}
            self.changed.emit(Changed(review=True))
            if missing:
                self._checks.look(for_review=True)

        self._background.run(lambda: questions(opened, wanted), show, self.notice.emit)
