"""The page of photos without a label ↔ session: what is suggested, what a person says of it, and how good the model gets."""

from __future__ import annotations

import os
from pathlib import Path

from cnn_desktop.domain.estimate import look_seconds
from cnn_desktop.domain.jobs.suggest_labels import BACKBONES
from cnn_desktop.domain.message import say
from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.labels.fresh_view import Facts, view
from cnn_desktop.gui.labels.tab import LabelsTab
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.project import why_read_only

_STARTING = 10.0
"""Seconds that choosing the quickest way to look at photos takes, the first time; cautious."""


def connect_fresh(shell: Shell, tab: LabelsTab) -> None:
    """Connects the page in `tab`."""
    session, page = shell.session, tab.fresh
    fresh, project, jobs = session.fresh, session.project, session.jobs

    def seconds() -> float:
        photos = project.photos
        count = photos.count() + photos.unlabelled if photos else 0
        device, cores = session.device.name or "cpu", os.cpu_count() or 1
        return _STARTING + count * sum(look_seconds(name, device, cores) for name in BACKBONES)

    def show(changed: Changed) -> None:
        if not changed.any("project", "photos", "labels", "job", "review", "device"):
            return
        photos = project.photos
        if changed.any("project", "photos"):
            page.source.set_tones((photos and photos.tones) or OWN)
            page.show_classes([row.name for row in photos.classes] if photos else [])
        roots = photos.roots if photos else {}
        facts = Facts(
            photos=photos,
            gone=bool(project.gone[0]),
            read_only=why_read_only(project.info),
            running=fresh.running,
            batch=fresh.batch,
            said=fresh.said,
            more=fresh.has_more(),
            last=fresh.last,
            curve=fresh.curve,
            summary=fresh.summary,
            held=fresh.held,
            seconds=seconds(),
        )
        page.show_view(view(facts), {row.id: str(Path(roots.get(row.root, ""), row.path)) for row in fresh.batch})

    def show_progress() -> None:
        if fresh.running:
            page.show_progress(jobs.now.progress(say("Learning from your labels")))

    page.suggest_wanted.connect(fresh.begin)
    page.next_wanted.connect(fresh.go_on)
    page.confirmed.connect(fresh.confirm)
    page.labelled.connect(fresh.label)
    page.skipped.connect(fresh.skip)
    page.photo_activated.connect(lambda path: session.selection.show([path], path))
    page.dataset_wanted.connect(shell.go("dataset"))
    page.train_wanted.connect(shell.go("training"))
    page.curve.failed.connect(lambda text: shell.tell(Notice("error", text)))
    shell.remember_widths("fresh", page.panels)
    session.changed.connect(show)
    jobs.progressed.connect(show_progress)
    show(EVERYTHING)
    show_progress()
