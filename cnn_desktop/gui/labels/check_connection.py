"""The page of the label check ↔ session: facts become the view, buttons become a check, a review or a training."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QObject

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.estimate import START_SECONDS, check_seconds, load_rates, look_seconds
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
    _Connection(shell, tab)


class _Connection(QObject):
    """Lives as long as the tab."""

    def __init__(self, shell: Shell, tab: LabelsTab) -> None:
        super().__init__(tab)
        self._shell, self._session, self._tab, self._page = shell, shell.session, tab, tab.check
        self._facts: Facts | None = None
        """What is shown."""
        self._rates: Mapping[str, float] = {}
        """How quickly this computer has trained before."""
        checks, page = self._session.label_checks, self._page
        checks.thorough = shell.choice(THOROUGH, usual=True)
        page.show_thorough(checks.thorough)
        page.thorough_chosen.connect(self._choose)
        page.model_chosen.connect(self._choose_model)
        page.check_wanted.connect(checks.begin)
        page.review_wanted.connect(self._review)
        page.blind_wanted.connect(lambda: tab.show_page(BLIND))
        self._session.changed.connect(self._take)
        self._session.jobs.progressed.connect(self._show_progress)
        self._take(EVERYTHING)
        self._show_progress()

    # Session → page

    def _take(self, changed: Changed) -> None:
        checks = self._session.label_checks
        if changed.runs:
            self._session.background.run(load_rates, self._take_rates)
        if changed.any("project", "photos", "labels", "job", "review", "device", "runs"):
            if checks.recipe is not None and not checks.running and checks.recipe != self._recipe():
                self._choose_model()  # another model, or none any more
            self._show()

    def _show(self) -> None:
        session, checks, project = self._session, self._session.label_checks, self._session.project
        facts = Facts(
            photos=project.photos,
            gone=bool(project.gone[0]),
            read_only=why_read_only(project.info),
            running=checks.running,
            check=checks.found,
            blind_left=session.review.blind_left,
            seconds=(self._seconds(thorough=False), self._seconds(thorough=True)),
            thorough=checks.thorough,
            trained=bool(session.runs.models),
            model_seconds=self._model_seconds(),
        )
        if facts != self._facts:  # each step of the review asks
            self._facts = facts
            self._page.show_view(view(facts))

    def _show_progress(self) -> None:
        if self._session.label_checks.running:
            self._page.show_progress(self._session.jobs.now.progress(say("Checking the labels")))

    def _take_rates(self, found: Mapping[str, float]) -> None:
        if found != self._rates:
            self._rates = found
            self._show()

    # What a check costs

    def _recipe(self) -> TrainConfig | None:
        """The settings of the model in use."""
        runs = self._session.runs
        return runs.configs.get(runs.predictor.id) if runs.predictor else None

    def _seconds(self, thorough: bool) -> float:
        photos = self._session.project.photos
        device, cores = self._device()
        looking = sum(look_seconds(name, device, cores) for name in backbones(thorough))
        return START_SECONDS + (photos.count() if photos else 0) * (looking + _JUDGING)

    def _model_seconds(self) -> float | None:
        config, photos = self._recipe(), self._session.project.photos
        if config is None or photos is None:
            return None
        device, cores = self._device()
        trained = check_seconds(config, photos.count(), device, self._rates, cores)
        return self._seconds(self._session.label_checks.thorough) + trained

    def _device(self) -> tuple[str, int]:
        return self._session.device.name or "cpu", os.cpu_count() or 1

    # Page → session

    def _choose_model(self) -> None:
        checks = self._session.label_checks
        checks.recipe = self._recipe()
        if checks.recipe is None:
            self._page.show_thorough(checks.thorough)
        else:
            self._page.show_with_model()

    def _choose(self, thorough: bool) -> None:
        checks = self._session.label_checks
        checks.thorough, checks.recipe = thorough, None
        self._page.show_thorough(thorough)
        self._shell.remember_choice(THOROUGH, thorough)

    def _review(self) -> None:
        if self._session.review.pair:
            self._session.review.only(None)
        self._tab.show_page(REVIEW)
