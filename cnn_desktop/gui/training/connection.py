"""Training tab ↔ session."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.events import Event
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.model.view import WeightsPlace, weights_now
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.rates import load_rates
from cnn_desktop.gui.training.fields import changes_for
from cnn_desktop.gui.training.recipes import NO_EPOCHS
from cnn_desktop.gui.training.tab import TrainingTab
from cnn_desktop.gui.training.view import Facts, View, view
from cnn_desktop.project.opened import earlier_events

ADVANCED = "training.advanced"


def connect(shell: Shell) -> QWidget:
    """A connected Training tab."""
    tab = TrainingTab(shell.choice(ADVANCED))
    _Connection(shell, tab)
    return tab


class _Connection(QObject):
    """Lives as long as the tab."""

    def __init__(self, shell: Shell, tab: TrainingTab) -> None:
        super().__init__(tab)
        self._shell, self._tab, self._session = shell, tab, shell.session
        self._rates: Mapping[str, float] = {}
        self._weights: Mapping[str, WeightsPlace] = {}
        self._photos: int | None = None
        self._tests = 0
        self._project = ""
        self._shown = ""
        """Id of the earlier run whose curves and log are shown; "" for the newest."""
        self._told = ""
        self._told_missing = False
        session = self._session
        session.scan_changed.connect(self._take_scan)
        session.runs_changed.connect(self._show)
        session.problems_changed.connect(self._show)
        session.config_changed.connect(self._look_for_weights)
        session.weights_changed.connect(self._look_for_weights)
        session.project_changed.connect(self._take_project)
        session.job_changed.connect(self._take_job)
        session.job_event.connect(self._take_event)
        session.device_changed.connect(self._take_device)
        shell.photos_gone.connect(self._show)
        tab.setting_changed.connect(self._set)
        tab.recipe_chosen.connect(self._choose_recipe)
        tab.acted.connect(self._act)
        tab.stop_wanted.connect(session.stop)
        tab.run_chosen.connect(self._choose_run)
        tab.advanced_toggled.connect(lambda is_open: shell.remember_choice(ADVANCED, is_open))
        tab.failed.connect(lambda text: shell.tell(Notice("error", text)))
        self._learn_rates()
        self._look_for_weights()
        self._take_device()
        self._take_project()
        self._take_scan()

    # Session → tab

    def _view(self) -> View:
        session = self._session
        project = session.project
        return view(
            Facts(
                config=session.config,
                photos=self._photos,
                tests=self._tests,
                problems=session.problems,
                pretrained=self._pretrained(),
                job=session.job,
                result=session.result,
                resumable=session.resumable,
                models=session.models,
                predictor=session.predictor_run.id if session.predictor_run else "",
                weights_missing=self._weights_missing(),
                device=session.device,
                device_reason=session.device_reason,
                rates=self._rates,
                cores=os.cpu_count() or 1,
                read_only=bool(project and project.read_only),
                gone=self._shell.gone,
            )
        )

    def _show(self) -> None:
        self._tab.show_view(self._view(), self._session.config)
        missing = self._weights_missing()
        if missing != self._told_missing:  # the rail tells it too
            self._told_missing = missing
            self._shell.weights_missing.emit(missing)

    def _weights_missing(self) -> bool:
        return self._session.config.weights == "auto" and self._place() == "ask"

    def _pretrained(self) -> bool:
        config = self._session.config
        if config.weights == "auto":
            return self._place() != "none"
        return config.weights != "none"

    def _place(self) -> WeightsPlace:
        """Where the weights of the chosen model are; taken to be here until the files were looked at."""
        return self._weights.get(self._session.config.model, "here")

    def _take_scan(self) -> None:
        """Counted once: events come ten times a second, and there may be a hundred thousand photos."""
        scan = self._session.scan
        self._photos = len(scan.of_split("train")) if scan else None
        self._tests = len(scan.of_split("test")) if scan else 0
        self._show()

    def _take_job(self) -> None:
        result = self._session.result
        ended_badly = result is not None and result.kind == "train" and result.outcome in ("failed", "crashed")
        if result and ended_badly and self._told != result.run and not self._tab.isVisible():
            self._shell.tell(Notice("error", result.text, result.details))  # the tab itself shows it when it is seen
        self._told = result.run if result and ended_badly else ""
        self._show()

    def _take_event(self, event: Event) -> None:
        if self._session.job.kind == "train" or (self._session.result and self._session.result.kind == "train"):
            self._tab.show_event(event)
        if not self._session.job.running:
            self._learn_rates()

    def _take_project(self) -> None:
        project = self._session.project
        path = project.path if project else ""
        if path != self._project:
            self._project = path
            self._told = ""
            self._tab.show_earlier([])
            self._shown = ""
            if path and self._session.runs:
                self._load(self._session.runs[0].id)
        self._show()

    def _load(self, run: str, then: Callable[[], None] | None = None) -> None:
        """Curves and log of the run `run`, read in the background, then `then`."""
        project, folder = self._project, self._session.run_folder(run)
        self._shown = run

        def show(past: list[Event]) -> None:
            if self._project == project and self._shown == run and self._session.job.kind != "train":
                self._tab.show_earlier(past)
                if then:
                    then()

        self._shell.background.run(lambda: earlier_events(folder), show)

    def _choose_run(self, run: str) -> None:
        if not self._session.job.running:
            self._session.choose_run(run)
            self._load(run)

    def _take_device(self) -> None:
        self._tab.show_device(self._session.device, self._session.config.device)
        self._show()

    def _look_for_weights(self) -> None:
        model = self._session.config.model

        def show(weights: Mapping[str, WeightsPlace]) -> None:
            self._weights = weights
            self._show()

        self._shell.background.run(lambda: weights_now(model), show)
        self._show()

    def _learn_rates(self) -> None:
        def show(rates: Mapping[str, float]) -> None:
            self._rates = rates
            self._show()

        self._shell.background.run(load_rates, show)

    # Tab → session

    def _set(self, name: str, value: object) -> None:
        self._session.set_config(**changes_for(name, value, self._view().epochs))

    def _choose_recipe(self, recipe: str) -> None:
        self._session.set_config(**({"recipe": recipe} if recipe else {}), **NO_EPOCHS)

    def _act(self, action: str) -> None:
        session, shell = self._session, self._shell
        actions: dict[str, Callable[[], object]] = {
            "train": self._train,
            "go_on": self._go_on,
            "pause": session.pause,
            "resume": session.resume,
            "test": self._test,
            "open": lambda: shell.step_wanted.emit("dataset"),
            "model": lambda: shell.step_wanted.emit("model"),
            "scratch": lambda: session.set_config(weights="none"),
        }
        actions[action]()

    def _train(self) -> None:
        self._shown = ""
        self._tab.begin_run(resumed=False)
        self._session.train()

    def _go_on(self) -> None:
        """Log and curves go on too: those of the stopped training, if another's are shown."""
        stopped = self._session.resumable
        if stopped is None:
            return
        if self._shown not in ("", stopped.id):
            self._load(stopped.id, self._go_on)
            return
        self._tab.begin_run(resumed=True)
        self._session.train(resume=True)

    def _test(self) -> None:
        self._shell.step_wanted.emit("evaluation")
        self._session.evaluate()
