"""Dataset step ↔ session: facts become the view, what the person does becomes calls."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.events import Ended, Event, PictureReady
from cnn_desktop.domain.jobs.preview import Preview
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.children.children import Question
from cnn_desktop.gui.dataset.checks_connection import connect_checks
from cnn_desktop.gui.dataset.filter_view import AnsweredBy
from cnn_desktop.gui.dataset.listing import Found, Listing
from cnn_desktop.gui.dataset.split_connection import connect_split
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.dataset.view import Facts, view
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.photo_loader import PhotoLoader
from cnn_desktop.gui.kit.row_ranges import Rows
from cnn_desktop.gui.kit.words import QT_WORDS, day_text, tr
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.runs import Runs


def connect(shell: Shell) -> QWidget:
    """A connected Dataset tab."""
    session = shell.session
    project, jobs, settings = session.project, session.jobs, session.settings

    def find(wanted: PhotoFilter, sort: PhotoSort, then: Callable[[Listing], None]) -> None:
        project.find(wanted, sort, lambda ids: then(Found(ids, project.rows)))

    tab = DatasetTab(session.processes.ask, find, shell.dialogs)
    source = tab.photos.source

    def show(changed: Changed) -> None:
        if changed.any("project", "photos", "settings", "job", "report"):
            name, reading = project.info.name if project.info else "", jobs.now.shown_by == "dataset"
            chosen = settings.config, session.seal.open, _tested(session.runs)
            tab.show_view(view(Facts(name, project.photos, project.gone, reading, *chosen)))

    def show_progress() -> None:
        if jobs.now.shown_by == "dataset":
            tab.busy.show_progress(jobs.now.progress(say("Reading photos")))

    def open_photo(path: str) -> None:
        """In the viewer, with those before and after it in the grid."""
        photos = project.photos

        def find(found: list[PhotoRow]) -> None:
            session.background.run(
                lambda: [str(Path(photos.roots[row.root], row.path)) for row in found] if photos else [], go
            )

        def go(paths: list[str]) -> None:
            session.selection.show(paths if path in paths else [path], path)

        tab.photos.around_current(find)

    shell.remember_widths("dataset", tab.photos.panels)
    for connect_part in (
        _connect_details,
        _connect_labels,
        _connect_search,
        _connect_examples,
        connect_checks,
        connect_split,
    ):
        connect_part(shell, tab)
    session.changed.connect(show)
    jobs.progressed.connect(show_progress)
    source.ready.connect(lambda path: shell.remember_picture(source.file(path)))
    tab.folder_chosen.connect(shell.folder_wanted)
    tab.photo_activated.connect(open_photo)
    for menu in (tab.photos.grid.menu, tab.example_menu, tab.left_out.menu):
        menu.failed.connect(lambda text: shell.tell(Notice("warning", text)))
    tab.augmentation_changed.connect(lambda augmentation: settings.set(augmentation=augmentation))
    tab.relink_requested.connect(lambda root, folder: project.relink(root, Path(folder)))
    tab.class_level_chosen.connect(project.choose_class_level)
    tab.next_step.connect(shell.go("model"))
    show(EVERYTHING)
    show_progress()
    return tab


def _connect_examples(shell: Shell, tab: DatasetTab) -> None:
    """What an augmentation makes of a photo, or why nothing."""
    session, project = shell.session, shell.session.project
    preview: Question | None = None

    def ask_preview(photo: str, augmentation: Augmentation, image_size: int) -> None:
        nonlocal preview
        if preview:
            preview.drop()
        tones = (project.photos and project.photos.tones) or OWN
        folder = str(cache_folder() / "previews")
        job = Preview(photo, augmentation, image_size, folder, tones=tones)
        preview = session.processes.ask(job, show_preview, end_preview, tab)

    def show_preview(event: Event) -> None:
        if isinstance(event, PictureReady) and event.file:
            tab.show_preview(event.file)
        elif isinstance(event, PictureReady):
            reason = event.reason.render(QT_WORDS) if event.reason else ""
            words = tr(
                "{file} cannot be shown. {reason}", file=Path(event.path).name, reason=reason[:1].upper() + reason[1:]
            )
            tab.augmentation.show_fault(words)

    def end_preview(ended: Ended) -> None:
        if ended.outcome in ("failed", "crashed"):
            tab.augmentation.show_fault(ended.text.render(QT_WORDS))

    tab.preview_needed.connect(ask_preview)


def _connect_search(shell: Shell, tab: DatasetTab) -> None:
    """Photos that another step wants to be shown among the others."""
    project = shell.session.project

    def find_photo(path: str) -> None:
        """By its name below its root; of one that lies elsewhere now, by its name alone."""
        photos, file = project.photos, Path(path)
        roots = [Path(root) for root in photos.roots.values()] if photos else []
        name = next((str(file.relative_to(root)) for root in roots if file.is_relative_to(root)), file.name)
        tab.show_found(PhotoFilter(name=name.replace(os.sep, "/"), excluded=None))

    shell.photo_wanted.connect(find_photo)


def _tested(runs: Runs) -> AnsweredBy | None:
    """The newest test of the model in use."""
    run, report = runs.predictor, runs.report
    if run is None or report is None or not runs.is_tested:
        return None
    return AnsweredBy(run.id, report.when, title_of(run.model), day_text(run.started))


def _connect_labels(shell: Shell, tab: DatasetTab) -> None:
    """What the hands say of photos and classes becomes a change of labels."""
    hands, labels, project = tab.photos.labelling, shell.session.labels, shell.session.project

    def of(change: Callable[..., object]) -> Callable[..., None]:
        """`change` of the photos in rows of what the grid shows just now."""

        def make(rows: Rows, *more: str) -> None:
            if isinstance(tab.photos.listing, Found):
                change(tab.photos.listing.ids(rows), *more)

        return make

    hands.relabel_wanted.connect(of(labels.relabel))
    hands.exclude_wanted.connect(of(labels.exclude))
    hands.restore_wanted.connect(of(labels.restore))
    hands.class_rename_wanted.connect(labels.rename_class)
    hands.class_merge_wanted.connect(labels.rename_class)
    hands.class_add_wanted.connect(labels.add_class)
    hands.class_delete_wanted.connect(labels.delete_class)

    def allow(changed: Changed) -> None:
        if changed.project:
            hands.allow(project.info is not None and not project.info.read_only)

    shell.session.changed.connect(allow)
    allow(EVERYTHING)


def _connect_details(shell: Shell, tab: DatasetTab) -> None:
    """The panel beside the grid: its photo is decoded by a child, and whether it is open is remembered."""
    page, project = tab.photos, shell.session.project
    loader = PhotoLoader(shell.session.processes.ask, tab)

    def load(path: str) -> None:
        tones = (project.photos and project.photos.tones) or OWN
        loader.load(path, tones=tones, room=page.details.picture.room(), histogram=True)

    page.photo_wanted.connect(load)
    loader.loaded.connect(page.show_file)
    loader.failed.connect(page.show_fault)
    page.show_details(shell.choice("photo_details"))
    page.details_toggled.connect(lambda is_open: shell.remember_choice("photo_details", is_open))
