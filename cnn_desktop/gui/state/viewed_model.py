"""Which model answers in the Viewer: the one in use in the open project, or one that was opened by itself."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.run import CONFIG, ModelFacts, has_model, load_model_facts
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.runs import Runs
from cnn_desktop.project.place import is_project


class ViewedModel(msgspec.Struct, frozen=True):
    """A model that can be asked."""

    folder: Path
    """Of its training run."""
    seconds: float = 0.0
    """How long it has been trained: the same run may be trained on."""
    title: str = ""
    """Of its network, in words."""
    classes: tuple[str, ...] = ()
    """Of a model that was opened by itself; the project knows those of its own."""


class Models(QObject):
    """The one that answers is `now`."""

    changed = Signal(object)
    """`Changed(model=True)`."""
    notice = Signal(object)

    def __init__(self, runs: Runs, project: Project, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs, self._project, self._background = runs, project, background
        self.alone: ViewedModel | None = None
        """The one that was opened by itself, without a project."""
        self._chosen: tuple[Path, str] | None = None
        """A project that is being opened for one of its runs."""
        runs.changed.connect(self._take_runs)
        project.came.connect(lambda contents: self._take_project(contents is not None))

    @property
    def now(self) -> ViewedModel | None:
        """The one that answers; None: there is none yet."""
        run = self._runs.predictor
        if self.alone is not None or run is None:
            return self.alone
        try:
            folder = self._runs.folder(run.id)
        except LookupError:  # its project is being left
            return None
        return ViewedModel(folder, run.seconds, title_of(run.model))

    def open(self, folder: Path) -> None:
        """Opens the model of the training run in `folder`, by itself. Its photos need not be there."""

        def show(facts: ModelFacts) -> None:
            if self._project.info is not None:
                self._project.leave()
            self.alone = ViewedModel(folder, title=title_of(facts.model), classes=tuple(facts.classes))
            self.changed.emit(Changed(model=True))

        self._background.run(lambda: load_model_facts(folder), show, self.notice.emit)

    def close(self) -> None:
        """The model that was opened by itself is no longer used."""
        if self.alone is not None:
            self.alone = None
            self.changed.emit(Changed(model=True))

    def open_run(self, project: Path, run: str) -> None:
        """Opens `project`, and uses the model of its training `run` from then on."""
        self._chosen = (project, run)
        self._project.open_project(project)

    def _take_project(self, is_open: bool) -> None:
        if is_open:
            self.close()

    def _take_runs(self, changed: Changed) -> None:
        info = self._project.info
        if info is not None and self._chosen is not None:
            (folder, run), self._chosen = self._chosen, None
            if Path(info.path) == folder and any(one.id == run for one in self._runs.models):
                self._runs.choose(run)
        self.changed.emit(Changed(model=True))


def is_run(folder: Path) -> bool:
    """True when `folder` is that of a training run with a model."""
    return (folder / CONFIG).is_file() and has_model(folder)


def place_of(run: Path) -> tuple[Path, str] | None:
    """(its project, its name there) of the training run in the folder `run`; None when it lies in no project."""
    project = run.parent.parent
    return (project, run.name) if run.parent.name == "runs" and is_project(project) else None
