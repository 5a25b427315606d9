"""The page of the review ↔ session: one photo after the other, those that look like it, and what is decided."""

from __future__ import annotations

from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.photo_loader import LoadedPhoto
from cnn_desktop.gui.kit.photos_ahead import PhotosAhead
from cnn_desktop.gui.labels.review_view import Facts, view
from cnn_desktop.gui.labels.tab import BLIND, CHECK, REVIEW, LabelsTab
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.project import why_read_only


def connect_review(shell: Shell, tab: LabelsTab) -> None:
    """Connects the page in `tab`."""
    session, page = shell.session, tab.review
    review, project, checks = session.review, session.project, session.label_checks
    photos = PhotosAhead(session.processes.ask, page.picture.room, tab)
    shown, missing = "", ""

    def show(changed: Changed) -> None:
        if changed.any("photos", "project"):
            tones = (project.photos and project.photos.tones) or OWN
            tab.source.set_tones(tones)
            photos.set_tones(tones)
            page.show_classes(project.photos.classes if project.photos else ())
        if changed.any("project", "photos", "labels", "review"):
            show_question()

    def show_question() -> None:
        nonlocal shown, missing
        question = review.now
        path = question.path if question else ""
        if path != shown:
            shown, missing = path, ""
            if not photos.is_here(path):
                page.show_photo([])
            photos.show(path, review.ahead())
            near = (question.near_label, question.near_suggested) if question else ((), ())
            page.show_near(*near)
        show_view()

    def show_view() -> None:
        question = review.now
        facts = Facts(
            checked=checks.found is not None,
            question=question,
            said=review.said(question) if question else None,
            place=review.place,
            total=len(review.ids),
            pair=review.pair,
            progress=review.progress,
            blind_left=review.blind_left,
            read_only=why_read_only(project.info),
            missing=missing,
        )
        page.show_view(view(facts))

    def show_photo(path: str, photo: LoadedPhoto) -> None:
        if path == shown and review.now:
            page.show_photo(photo.levels, f"{path.rsplit('/', 1)[-1]}, {review.now.row.label}")

    def miss(path: str, sentence: str) -> None:
        nonlocal missing
        if path == shown:
            missing = sentence
            show_view()

    photos.loaded.connect(show_photo)
    photos.failed.connect(miss)
    page.decided.connect(review.decide)
    page.stepped.connect(review.go)
    page.all_wanted.connect(lambda: review.only(None))
    page.check_wanted.connect(lambda: tab.show_page(CHECK))
    page.blind_wanted.connect(lambda: tab.show_page(BLIND))
    page.photo_activated.connect(lambda path: session.selection.show([path], path))
    for grid in (page.near_label, page.near_suggested):
        grid.menu.failed.connect(lambda text: shell.tell(Notice("warning", text)))

    def show_pair(label: str, suggested: str) -> None:
        review.only((label, suggested))
        tab.show_page(REVIEW)

    tab.check.pair_wanted.connect(show_pair)
    shell.remember_widths("review", page.panels)
    session.changed.connect(show)
    show(EVERYTHING)
