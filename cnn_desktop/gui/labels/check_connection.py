"""The page of the label check ↔ session: facts become the view, buttons become a check, a review or a training."""

from __future__ import annotations

import os
from collections.abc import Mapping

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.estimate import check_seconds, load_rates, look_seconds
from cnn_desktop.domain.message import say
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.labels.check_view import Facts, view
from cnn_desktop.gui.labels.tab import REVIEW, LabelsTab
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
    rates: Mapping[str, float] = {}

    def seconds(thorough: bool) -> float:
        photos = project.photos.count() if project.photos else 0
        device, cores = session.device.name or "cpu", os.cpu_count() or 1
        looking = sum(look_seconds(name, device, cores) for name in backbones(thorough))
        return photos * (looking + _JUDGING)

    def recipe() -> TrainConfig | None:
        """The settings of the model in use."""
        run = session.runs.predictor
        return session.runs.configs.get(run.id) if run else None

    def model_seconds() -> float | None:
        config, photos = recipe(), project.photos
        if config is None or photos is None:
            return None
        device, cores = session.device.name or "cpu", os.cpu_count() or 1
        return seconds(checks.thorough) + check_seconds(config, photos.count(), device, rates, cores)

    def show(changed: Changed) -> None:
        if changed.any("runs"):
            session.background.run(load_rates, take_rates)
        if not changed.any("project", "photos", "labels", "job", "review", "device", "runs"):
            return
        if checks.recipe is not None and not checks.running and checks.recipe != recipe():
            choose_model()  # another model, or none any more
        facts = Facts(
            photos=project.photos,
            gone=bool(project.gone[0]),
            read_only=why_read_only(project.info),
            running=checks.running,
            check=checks.found,
            seconds=(seconds(thorough=False), seconds(thorough=True)),
            thorough=checks.thorough,
            model_seconds=model_seconds(),
        )
        page.show_view(view(facts))

    def show_progress() -> None:
        if checks.running:
            page.show_progress(jobs.now.progress(say("Checking the labels")))

    def take_rates(found: Mapping[str, float]) -> None:
        nonlocal rates
        if found != rates:
            rates = found
            show(Changed(review=True))

    def choose_model() -> None:
        checks.recipe = recipe()
        if checks.recipe is None:
            page.show_thorough(checks.thorough)
        else:
            page.show_with_model()

    def choose(thorough: bool) -> None:
        checks.thorough, checks.recipe = thorough, None
        shell.remember_choice(THOROUGH, thorough)

    checks.thorough = shell.choice(THOROUGH, usual=True)
    page.show_thorough(checks.thorough)
    page.thorough_chosen.connect(choose)
    page.model_chosen.connect(choose_model)
    page.check_wanted.connect(checks.begin)
    page.review_wanted.connect(lambda: tab.show_page(REVIEW))
    session.changed.connect(show)
    jobs.progressed.connect(show_progress)
    show(EVERYTHING)
    show_progress()
