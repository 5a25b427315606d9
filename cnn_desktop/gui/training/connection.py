"""Training tab ↔ session."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.errors import Offer
from cnn_desktop.domain.estimate import load_rates
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.job_state import Notice, ResultNow
from cnn_desktop.gui.state.project import why_read_only
from cnn_desktop.gui.training.fields import changes_for
from cnn_desktop.gui.training.recipes import NO_EPOCHS
from cnn_desktop.gui.training.run_list_connection import connect_run_list
from cnn_desktop.gui.training.tab import TrainingTab
from cnn_desktop.gui.training.view import Action, Facts, View, status, view

ADVANCED = "training.advanced"
OFFER = "offer"
"""What a message is about that offers a smaller value."""


def connect(shell: Shell) -> QWidget:
    """A connected Training tab."""
    tab = TrainingTab(shell.choice(ADVANCED), shell.dialogs)
    _Connection(shell, tab)
    return tab


class _Connection(QObject):
    """Lives as long as the tab."""

    def __init__(self, shell: Shell, tab: TrainingTab) -> None:
        super().__init__(tab)
        self._shell, self._tab, self._session = shell, tab, shell.session
        self._rates: Mapping[str, float] = {}
        session = shell.session
        self._told: ResultNow | None = session.jobs.result
        session.changed.connect(self._take)
        session.jobs.progressed.connect(self._show_progress)
        session.curves.grew.connect(tab.show_growth)
        tab.setting_changed.connect(self._set)
        tab.setting_refused.connect(session.settings.refuse)
        tab.recipe_chosen.connect(self._choose_recipe)
        tab.acted.connect(self._act)
        tab.outcome.offer_taken.connect(self._take_offer)
        tab.run_chosen.connect(self._choose_run)
        connect_run_list(shell, tab)
        tab.advanced_toggled.connect(lambda is_open: shell.remember_choice(ADVANCED, is_open))
        tab.failed.connect(lambda text: shell.tell(Notice("error", text)))
        self._take(EVERYTHING)

    # Session → tab

    def _take(self, changed: Changed) -> None:
        session, tab = self._session, self._tab
        if changed.curves:
            tab.show_curves(session.curves.data, session.curves.log)
        if changed.any("device", "settings"):
            tab.show_device(session.device.name, session.settings.config.device)
        if changed.job and not session.jobs.now.running:
            session.background.run(load_rates, self._take_rates)
        if changed.any("project", "photos", "settings", "job", "runs", "report", "curves", "weights", "device"):
            self._show()
        if changed.any("job", "settings", "project"):
            self._settle_offer()
        if changed.job:
            self._show_progress()
            self._tell_failure()

    def _view(self) -> View:
        session = self._session
        project, photos, runs = session.project, session.project.photos, session.runs
        return view(
            Facts(
                config=session.settings.config,
                photos=photos.count("train") if photos else None,
                tests=photos.count("test") if photos else 0,
                can_train=photos.can_train if photos else True,
                problems=session.settings.problems,
                typed=session.settings.typed,
                touched=session.settings.touched,
                pretrained=session.weights.pretrained,
                weights_missing=session.weights.missing,
                job=session.jobs.now,
                result=session.jobs.result,
                resumable=runs.resumable,
                models=runs.models,
                configs=runs.configs,
                predictor=runs.predictor.id if runs.predictor else "",
                best=runs.best.id if runs.best else "",
                is_chosen=runs.chosen is not None,
                tested=runs.report is not None,
                device=session.device.name,
                device_reason=session.device.reason,
                rates=self._rates,
                cores=os.cpu_count() or 1,
                read_only=why_read_only(project.info),
                gone=any(project.gone),
                curves=not session.curves.data.empty,
            )
        )

    def _show(self) -> None:
        self._tab.show_view(self._view(), self._session.settings.config)

    def _show_progress(self) -> None:
        if self._session.jobs.now.shown_by == "training":
            self._tab.show_status(status(self._session.jobs.now))

    def _tell_failure(self) -> None:
        """In the message bar, where nobody sees the tab, which shows it too."""
        told, self._told = self._told, self._session.jobs.result
        result = self._told if self._told is not told else None
        if result and result.step == "training" and result.is_bad and not self._tab.isVisible():
            about = OFFER if result.offer else ""
            self._shell.tell(Notice("error", result.text, result.details, about, offer=result.offer))

    def _settle_offer(self) -> None:
        """Nothing is offered any more once it is chosen, or the training that failed is not the last one."""
        result = self._session.jobs.result
        if result is None or not result.offered(self._session.settings.config):
            self._session.settled.emit(OFFER)

    def _take_rates(self, rates: Mapping[str, float]) -> None:
        self._rates = rates
        self._show()

    # Tab → session

    def _set(self, name: str, value: object) -> None:
        self._session.settings.set(accepting=(name,), **changes_for(name, value, self._view().epochs))

    def _take_offer(self, offer: Offer) -> None:
        self._tab.primary.setFocus()  # the button goes
        self._session.settings.take(offer)

    def _choose_recipe(self, recipe: str) -> None:
        self._session.settings.set(**({"recipe": recipe} if recipe else {}), **NO_EPOCHS)

    def _choose_run(self, run: str) -> None:
        if not self._session.jobs.now.running:
            runs = self._session.runs
            runs.choose(run)
            if shown := run or (runs.best.id if runs.best else ""):
                self._session.curves.show(shown)

    def _act(self, action: Action) -> None:
        session, shell = self._session, self._shell
        actions: dict[Action, Callable[[], object]] = {
            "train": session.runs.train,
            "go_on": self._go_on,
            "stop": session.jobs.stop,
            "throw_away": session.runs.throw_away,
            "pause": session.jobs.pause,
            "resume": session.jobs.resume,
            "test": self._test,
            "classify": shell.go("viewer"),
            "open": shell.go("dataset"),
            "model": shell.go("model"),
            "scratch": lambda: session.settings.set(weights="none"),
        }
        actions[action]()

    def _go_on(self) -> None:
        """Log and curves go on too: the stopped training's are shown first, if another's are."""
        if stopped := self._session.runs.resumable:
            self._session.curves.show(stopped.id)
            self._session.runs.train(resume=True)

    def _test(self) -> None:
        self._shell.step_wanted.emit("evaluation")
        self._session.runs.evaluate()
