"""Model tab ↔ session."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.estimate import load_rates, photo_times
from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.jobs.describe_model import DescribeModel, ModelDescribed
from cnn_desktop.gui.children.children import Question
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.model.tab import ModelTab
from cnn_desktop.gui.model.view import Facts, view
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.job_state import Notice


def connect(shell: Shell) -> QWidget:
    """A connected Model tab."""
    tab = ModelTab(shell.dialogs)
    _Connection(shell, tab)
    return tab


class _Connection(QObject):
    """Lives as long as the tab."""

    def __init__(self, shell: Shell, tab: ModelTab) -> None:
        super().__init__(tab)
        self._shell, self._tab, self._session = shell, tab, shell.session
        self._other = ""
        self._rates: Mapping[str, float] = {}
        self._described: ModelDescribed | None = None
        self._asked: DescribeModel | None = None
        """What was asked last."""
        self._failed = ""
        """The model whose layers could not be listed last."""
        self._question: Question | None = None
        session = shell.session
        session.changed.connect(self._take)
        tab.model_chosen.connect(self._choose)
        tab.layers_needed.connect(self._ask_layers)
        tab.weights_import_requested.connect(lambda model, file: session.weights.import_file(model, Path(file)))
        tab.weights_download_requested.connect(session.weights.download)
        tab.weights_choice_changed.connect(lambda choice: session.settings.set(weights=choice))
        tab.next_step.connect(shell.go("training"))
        self._take(EVERYTHING)

    def _choose(self, name: str) -> None:
        settings = self._session.settings
        changed = settings.config.with_model(name)
        settings.set(model=changed.model, image_size=changed.image_size)

    def _take(self, changed: Changed) -> None:
        if changed.job and not self._session.jobs.now.running:
            self._session.background.run(load_rates, self._take_rates)
        if changed.any("settings", "weights", "photos", "job", "device"):
            self._show()

    def _take_rates(self, rates: Mapping[str, float]) -> None:
        self._rates = rates
        self._show()

    def _show(self) -> None:
        config = self._session.settings.config
        shown = view(
            Facts(
                model=config.model,
                other=self._other,
                from_scratch=config.weights == "none",
                weights=self._session.weights.places,
                times=photo_times(
                    config, ARCHITECTURES, self._session.device.name or "cpu", self._rates, os.cpu_count() or 1
                ),
                classes=self._classes(),
                described=self._described,
                is_failed=self._failed == config.model,
                problem=self._problem(),
            )
        )
        self._other = shown.other
        self._tab.show_view(shown)

    def _problem(self) -> str:
        """Of the model or its weights, beside which other problems are shown in the Training tab."""
        config, result = self._session.settings.config, self._session.jobs.result
        told = result.problems(config) if result else {}
        return told.get("model") or told.get("weights", "")

    def _classes(self) -> int:
        photos = self._session.project.photos
        return (len(photos.classes) if photos else 0) or 10

    # The layers

    def _ask_layers(self, model: str) -> None:
        """Not again while the answer is on its way or here; a newer question drops the older one."""
        job = DescribeModel(model, self._classes(), self._session.settings.config.image_size)
        if job == self._asked:
            return
        if self._question:
            self._question.drop()
        self._asked, self._failed, self._described = job, "", None
        self._question = self._session.processes.ask(job, self._take_layers, self._end_layers, self)
        self._show()

    def _take_layers(self, event: Event) -> None:
        if isinstance(event, ModelDescribed):
            self._described = event
            self._show()

    def _end_layers(self, ended: Ended) -> None:
        """Without an answer the next look asks again; why there is none is told in the message bar."""
        if self._asked and self._described is None:
            self._failed, self._asked = self._asked.model, None
            self._shell.tell(Notice("error", ended.text.render(QT_WORDS), ended.details))
            self._show()
