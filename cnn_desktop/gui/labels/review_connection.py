"""The page of the review ↔ session: one photo after the other, those that look like it, and what is decided."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.photo_loader import LoadedPhoto
from cnn_desktop.gui.kit.photos_ahead import PhotosAhead
from cnn_desktop.gui.labels.review_heat import ReviewHeat
from cnn_desktop.gui.labels.review_view import Facts, file_name, view
from cnn_desktop.gui.labels.tab import BLIND, CHECK, HISTORY, REVIEW, LabelsTab
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.project import why_read_only


def connect_review(shell: Shell, tab: LabelsTab) -> None:
    """Connects the page in `tab`."""
    _Connection(shell, tab)


class _Connection(QObject):
    """Lives as long as the tab."""

    def __init__(self, shell: Shell, tab: LabelsTab) -> None:
        super().__init__(tab)
        self._session, self._tab, self._page = shell.session, tab, tab.review
        self._photos = PhotosAhead(shell.session.processes.ask, tab.review.picture.room, self)
        self._photos.loaded.connect(self._show_photo)
        self._photos.failed.connect(self._miss)
        self._heat = ReviewHeat(shell, tab.review)
        self._path, self._missing = "", ""
        """Of the photo that is shown, and why it cannot be."""
        self._listed: tuple[object, int] | None = None
        """What is shown together."""
        review, page = shell.session.review, tab.review
        page.decided.connect(review.decide)
        page.stepped.connect(review.go)
        page.many_wanted.connect(review.show_together)
        page.many.decided.connect(lambda kind, ids: review.decide_many(ids.tolist(), kind))
        page.many.one_wanted.connect(review.go_to)
        page.picture.resized.connect(self._photos.fit)
        page.all_wanted.connect(lambda: review.only(None))
        page.check_wanted.connect(lambda: tab.show_page(CHECK))
        page.blind_wanted.connect(lambda: tab.show_page(BLIND))
        page.photo_activated.connect(lambda path: shell.session.selection.show([path], path))
        for grid in (page.near_label, page.near_suggested, page.many.grid):
            grid.menu.failed.connect(lambda text: shell.tell(Notice("warning", text)))
        tab.check.pair_wanted.connect(self._show_pair)
        self._undoes = False
        """A step of this tab is being taken back, or made again."""
        shell.session.undo.place_wanted.connect(self._expect)
        review.came_back.connect(self._go_back)
        shell.remember_widths("review", page.panels)
        shell.session.changed.connect(self._take)
        self._take(EVERYTHING)

    def _take(self, changed: Changed) -> None:
        photos = self._session.project.photos
        if changed.any("photos", "project"):
            tones = (photos and photos.tones) or OWN
            self._tab.source.set_tones(tones)
            self._photos.set_tones(tones)
            names = [row.name for row in photos.classes] if photos else []
            self._page.show_classes(names)
            self._page.many.show_classes(names)
        if changed.any("project", "photos", "labels", "review", "runs", "model"):
            self._show_question()
            self._show_many()

    def _show_many(self) -> None:
        """The photos that are looked at together; each time there are others, or they were decided about."""
        review, page = self._session.review, self._page.many
        page.show_read_only(why_read_only(self._session.project.info))
        listed = (review.listing, review.left) if review.together else None
        if listed == self._listed:
            return
        self._listed = listed
        if listed is None:
            page.show_nothing()
        else:
            page.show_photos(review.open_ids(), review.page)

    def _show_question(self) -> None:
        review, page = self._session.review, self._page
        question = review.now
        path = question.path if question else ""
        if path != self._path:
            self._path, self._missing = path, ""
            if not self._photos.is_here(path):
                page.show_photo([])
            self._photos.show(path, review.ahead())
            page.show_near(question.near_label if question else (), question.near_suggested if question else ())
        else:
            self._photos.expect(review.ahead())
        self._heat.look_at(path, question.row.suggested if question else "")
        self._show_view()

    def _show_view(self) -> None:
        session, review = self._session, self._session.review
        question = review.now
        facts = Facts(
            checked=session.label_checks.found is not None,
            question=question,
            said=review.said(question) if question else None,
            place=review.place,
            total=len(review.ids),
            pair=review.pair,
            progress=review.progress,
            left=review.left,
            blind_left=review.blind_left,
            trained=bool(session.runs.models),
            together=review.together,
            read_only=why_read_only(session.project.info),
            missing=self._missing,
        )
        self._page.show_view(view(facts))

    def _show_photo(self, path: str, photo: LoadedPhoto) -> None:
        question = self._session.review.now
        if question and path == self._path == question.path:
            self._page.show_photo(photo.levels, f"{file_name(question)}, {question.row.label}")
            if self._missing:  # it is there again
                self._missing = ""
                self._show_view()

    def _miss(self, path: str, sentence: str) -> None:
        if path == self._path:
            self._missing = sentence
            self._show_view()

    def _expect(self, place: str) -> None:
        self._undoes = place == "labels"

    def _go_back(self) -> None:
        """To where undo has changed something, when it can be no other page."""
        if self._undoes and self._tab.pages.current in (CHECK, HISTORY):
            self._tab.show_page(REVIEW)
        self._undoes = False

    def _show_pair(self, label: str, suggested: str) -> None:
        self._session.review.only((label, suggested))
        self._tab.show_page(REVIEW)
