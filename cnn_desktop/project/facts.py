"""What a project holds, as plain data that whoever opened it may keep."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.decisions import Decision
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.photos import PhotoFacts, Together
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.domain.table_columns import Columns
from cnn_desktop.project.data import Data
from cnn_desktop.project.labels import Revision
from cnn_desktop.project.undo import Step, Steps


class ProjectInfo(msgspec.Struct, frozen=True):
    """Which project it is."""

    path: str
    """The NAME.cnnproj folder."""
    name: str
    folder: str = ""
    """The folder of photos, or the table, that was opened."""
    only: tuple[str, ...] = ()
    """Names of the folders in `folder` that count; none: all."""
    class_level: int = 0
    """Which level of folders the person has chosen as the classes; 0: none."""
    read_only: bool = False
    """True when another window has it open, it lies where one may not write, or a newer version of the app has made it."""
    closed: bool = False
    """True in the second case."""
    columns: Columns | None = None
    """Of a table, as the person has chosen them."""
    also: tuple[str, ...] = ()
    """Folders that were opened together with `folder`."""
    together: Together = ""
    """What these are."""
    newer: bool = False
    """True when a newer version of the app has made it."""

    @property
    def data(self) -> Data:
        """What its photos are read from."""
        return Data(self.folder, self.only, self.class_level, self.columns, self.also, self.together)


class History(msgspec.Struct, frozen=True):
    """The runs and what can be done with them."""

    runs: list[RunRecord] = []
    """Newest first."""
    models: list[RunRecord] = []
    """The runs with a model, newest first."""
    best: RunRecord | None = None
    """Of `models` the one to use where none was chosen (`project.best_run`)."""
    chosen: RunRecord | None = None
    """Of `models` the one that the person has chosen; None: the best is used."""
    configs: dict[str, TrainConfig] = {}
    """Run id → its settings, for `models`, as far as they can be read."""
    checks: dict[str, str] = {}
    """Run id → which photos have checked it (`project.best_run.checked_with`), for `models`."""
    resumable: RunRecord | None = None
    """The newest of all, when it can be gone on with."""
    report: Report | None = None
    """Of `predictor`."""
    looks: int = 0
    """How often the test photos of `predictor` were used."""
    left_out: int = 0
    """Runs that are not among `runs`: damaged, or leading out of the project."""

    @property
    def predictor(self) -> RunRecord | None:
        """The run whose model is in use."""
        return self.chosen or self.best

    @property
    def is_tested(self) -> bool:
        """Whether `report` is of the run's own test photos, so that it speaks of the project's."""
        return self.report is not None and not self.report.data


class Edited(msgspec.Struct, frozen=True):
    """What a change of labels led to."""

    photos: PhotoFacts
    revision: Revision | None
    """None: only what people have said of photos is another."""
    is_split: bool = False
    """The photos are shared out by another plan now."""
    step: Step | None = None
    """That takes it back; None for what is undone or made again itself."""
    note: Message | None = None
    """What else there is to say, such as that the brake has left some photos as they are."""


class Decided(msgspec.Struct, frozen=True):
    """What a decision about one photo led to. The facts of the photos are another matter: to count them takes its time."""

    decision: Decision
    step: Step
    revision: Revision | None
    """None: no label changed."""


class Contents(msgspec.Struct, frozen=True):
    """All that is shown of a project when it is opened."""

    info: ProjectInfo
    photos: PhotoFacts | None
    """None before a folder was read."""
    history: History
    settings: TrainConfig | None
    """The training settings as last used; None before, and when they are of another version or damaged."""
    steps: Steps
    """What can be undone and done again."""
    gone: tuple[str, str] = ("", "")
    """The first folder of photos that is not there, and its root's id; empty when all are."""
