"""The page of the label check ↔ session: facts become the view, buttons become a check, a review or a training."""

from __future__ import annotations

import os

from cnn_desktop.domain.estimate import look_seconds
from cnn_desktop.domain.message import say
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.labels.check_view import Facts, view
from cnn_desktop.gui.labels.tab import BLIND, REVIEW, LabelsTab
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.label_check import backbones
from cnn_desktop.gui.state.project import why_read_only

THOROUGH = "thorough_label_check"
"""The remembered choice."""
_JUDGING = 0.004
"""Seconds a photo that comparing and learning take, beside looking at it; cautious."""


def connect_check(shell: Shell, tab: LabelsTab) -> None:
    """Connects the page in `tab`."""
    session, page = shell.session, tab.check
    checks, project, jobs = session.label_checks, session.project, session.jobs

    def seconds(thorough: bool) -> float:
        photos = project.photos.count() if project.photos else 0
        device, cores = session.device.name or "cpu", os.cpu_count() or 1
        looking = sum(look_seconds(name, device, cores) for name in backbones(thorough))
        return photos * (looking + _JUDGING)

    def show(changed: Changed) -> None:
        if not changed.any("project", "photos", "labels", "job", "review", "device"):
            return
        facts = Facts(
            photos=project.photos,
            gone=bool(project.gone[0]),
            read_only=why_read_only(project.info),
            running=checks.running,
            check=checks.found,
            blind_left=session.review.blind_left,
            seconds=(seconds(thorough=False), seconds(thorough=True)),
            thorough=checks.thorough,
        )
        page.show_view(view(facts))

    def show_progress() -> None:
        if checks.running:
            page.show_progress(jobs.now.progress(say("Checking the labels")))

    def choose(thorough: bool) -> None:
        checks.thorough = thorough
        page.show_thorough(thorough)
        shell.remember_choice(THOROUGH, thorough)

    def review() -> None:
        if session.review.pair:
            session.review.only(None)
        tab.show_page(REVIEW)

    checks.thorough = shell.choice(THOROUGH, usual=True)
    page.show_thorough(checks.thorough)
    page.thorough_chosen.connect(choose)
    page.check_wanted.connect(checks.begin)
    page.review_wanted.connect(review)
    page.blind_wanted.connect(lambda: tab.show_page(BLIND))
    session.changed.connect(show)
    jobs.progressed.connect(show_progress)
    show(EVERYTHING)
    show_progress()
