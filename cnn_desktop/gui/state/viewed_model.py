"""Which model answers in the Viewer: the one in use in the open project, or one that was opened by itself."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.files import is_file
from cnn_desktop.domain.run import CONFIG, ModelFacts, has_model, load_model_facts
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.jobs import Jobs
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
    wanted = Signal()
    """The project that was opened for its model is open, and that is to be seen now; told before the project's `changed`."""

    def __init__(
        self, jobs: Jobs, runs: Runs, project: Project, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._runs, self._project, self._background = jobs, runs, project, background
        self.alone: ViewedModel | None = None
        """The one that was opened by itself, without a project."""
        self._chosen: str | None = None
        """While a project is being opened for its model: the run of that; "": the one in use."""
        runs.changed.connect(lambda _: self.changed.emit(Changed(model=True)))
        project.came.connect(lambda contents: self._take_project(contents is not None))
        jobs.changed.connect(lambda _: self._follow_job())

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
        """Opens the model of the training run in `folder`, by itself. Its photos need not be there.

        Refused, and said, while a job runs.
        """
        if self._jobs.refuses():
            return

        def show(facts: ModelFacts) -> None:
            if self._jobs.refuses():  # it began meanwhile
                return
            if self._project.info is not None:
                self._project.close()
            self.alone = ViewedModel(folder, title=title_of(facts.model), classes=tuple(facts.classes))
            self.changed.emit(Changed(model=True))

        self._background.run(lambda: load_model_facts(folder), show, self.notice.emit)

    def leave(self) -> None:
        """Closes the one that was opened by itself. Refused, and said, while a job runs."""
        if not self._jobs.refuses():
            self.close()

    def close(self) -> None:
        """The model that was opened by itself is no longer used."""
        if self.alone is not None:
            self.alone = None
            self.changed.emit(Changed(model=True))

    def is_of_open(self, project: Path) -> bool:
        """True when `project` is the open one."""
        info = self._project.info
        return info is not None and Path(info.path) == project.absolute()

    def open_run(self, project: Path, run: str = "") -> None:
        """Opens `project`, unless it is open, and uses the model of its training `run` from then on; "": the one in use.

        Another run is refused, and that said, while a job runs.
        """
        if self.is_of_open(project):
            if not (run and self._jobs.refuses()):
                self._use(run)
            return
        self._chosen = run
        if not self._project.open_project(project):
            self._chosen = None

    def _take_project(self, is_open: bool) -> None:
        """Only one is opened at a time: the one that came is the one that was asked for."""
        chosen, self._chosen = self._chosen, None
        if is_open:
            self.close()
            if chosen is not None:
                self._use(chosen)

    def _follow_job(self) -> None:
        """Without a project that came, it could not be opened."""
        if not self._jobs.now.running:
            self._chosen = None

    def _use(self, run: str) -> None:
        if any(one.id == run for one in self._runs.models):
            self._runs.choose(run)
        self.wanted.emit()


def is_run(folder: Path) -> bool:
    """True when `folder` is that of a training run with a model."""
    return is_file(folder / CONFIG) and has_model(folder)


def place_of(run: Path) -> tuple[Path, str] | None:
    """(its project, its name there) of the training run in the folder `run`; None when it lies in no project."""
    project = run.parent.parent
    return (project, run.name) if run.parent.name == "runs" and is_project(project) else None
