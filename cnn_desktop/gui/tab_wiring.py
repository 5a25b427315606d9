"""Makes the tabs when they are first needed and connects each to the session.

A tab shows plain data and tells intentions; everything between the two is here, one method a tab.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.events import PictureReady, Progress
from cnn_desktop.domain.message import say
from cnn_desktop.gui.session import Session
from cnn_desktop.gui.settings import Memory

if TYPE_CHECKING:
    from cnn_desktop.gui.window import MainWindow


class TabMaker(QObject):
    """Builds and connects tabs on demand."""

    _found_roots = Signal(str, str)
    """A root folder that is gone and its id; "" when all are there."""

    def __init__(self, session: Session, memory: Memory) -> None:
        super().__init__()
        self.session, self.memory = session, memory
        self.window: MainWindow | None = None
        self._preview = ""

    def build(self, key: str) -> QWidget:
        """The tab of step `key`, connected. Importing its module is the slow part, so it is done here."""
        connect: dict[str, Callable[[], QWidget]] = {
            "dataset": self._dataset,
            "model": self._model,
            "training": self._training,
            "evaluation": self._evaluation,
            "viewer": self._viewer,
        }
        return connect[key]()

    def show_photos(self, photos: list[Path]) -> None:
        """Takes photos to the viewer."""

    def _go(self, step: str) -> Callable[[], None]:
        def go() -> None:
            if self.window is not None:
                self.window.show_step(step)

        return go

    # Dataset ----------------------------------------------------------------------------------------------------------

    def _dataset(self) -> QWidget:
        from cnn_desktop.gui.tabs.dataset import DatasetTab

        tab, session = DatasetTab(), self.session

        def show_project() -> None:
            tab.show_project(session.project)

        def show_scan() -> None:
            tab.show_scan(session.scan)
            self._look_for_roots()

        def show_job() -> None:
            job = session.job
            if job.kind not in ("scan", "sample"):
                tab.show_scanning(None)
                return
            doing = job.sentence or say("Reading photos")
            tab.show_scanning(Progress(doing, job.done, job.total, job.rate, job.seconds_left))

        def show_config() -> None:
            tab.show_augmentation(session.config.augmentation)

        def show_picture(event: PictureReady) -> None:
            if event.id == self._preview:
                tab.add_preview(event.file)
            else:
                tab.show_picture(event)

        def preview(photo: str, augmentation: object) -> None:
            tab.show_preview([])
            self._preview = session.preview(Path(photo), augmentation)  # type: ignore[arg-type]

        session.project_changed.connect(show_project)
        session.scan_changed.connect(show_scan)
        session.job_changed.connect(show_job)
        session.config_changed.connect(show_config)
        session.picture_ready.connect(show_picture)
        self._found_roots.connect(tab.show_missing)
        tab.folder_chosen.connect(self._open_folder)
        tab.photo_activated.connect(lambda path: self.show_photos([Path(path)]))
        tab.thumbnails_needed.connect(self._ask_thumbnails)
        tab.augmentation_changed.connect(lambda augmentation: session.set_config(augmentation=augmentation))
        tab.preview_needed.connect(preview)
        tab.relink_requested.connect(lambda root, folder: session.relink(root, Path(folder)))
        tab.next_step.connect(self._go("model"))
        for show in (show_project, show_scan, show_job, show_config):
            show()
        return tab

    def _open_folder(self, folder: str) -> None:
        from cnn_desktop.gui.drops import Dropped

        if self.window is not None:
            self.window.dropped.emit(Dropped(folders=(Path(folder),)))

    def _ask_thumbnails(self, paths: list[str]) -> None:
        self.session.request_thumbnails([Path(path) for path in paths])

    def _look_for_roots(self) -> None:
        """Looks, away from the window's thread, whether the photos are where they were."""
        roots = dict(self.session.scan.roots) if self.session.scan else {}

        def work() -> None:
            gone = next(((folder, root) for root, folder in roots.items() if not Path(folder).is_dir()), ("", ""))
            self._found_roots.emit(*gone)

        QThreadPool.globalInstance().start(work)

    # Model ------------------------------------------------------------------------------------------------------------

    def _model(self) -> QWidget:
        from cnn_desktop.domain.catalog import ARCHITECTURES
        from cnn_desktop.gui.present.model import weights_now
        from cnn_desktop.gui.tabs.model import ModelTab

        tab, session = ModelTab(), self.session

        def show_rows() -> None:
            tab.show_architectures(ARCHITECTURES, weights_now())

        def show_choice() -> None:
            tab.show_choice(session.config.model, session.config.weights)

        def show_classes() -> None:
            if session.scan is not None:
                tab.show_classes(len(session.scan.classes))

        session.weights_changed.connect(show_rows)
        session.config_changed.connect(show_choice)
        session.scan_changed.connect(show_classes)
        session.model_described.connect(tab.show_layers)
        tab.model_chosen.connect(lambda name: session.set_config(model=name))
        tab.layers_needed.connect(session.describe_model)
        tab.weights_import_requested.connect(lambda model, file: session.import_weights(model, Path(file)))
        tab.weights_download_requested.connect(session.download_weights)
        tab.weights_choice_changed.connect(lambda choice: session.set_config(weights=choice))
        tab.next_step.connect(self._go("training"))
        for show in (show_rows, show_choice, show_classes):
            show()
        return tab

    # Training, evaluation, viewer -------------------------------------------------------------------------------------

    def _training(self) -> QWidget:
        return self._not_yet("training")

    def _evaluation(self) -> QWidget:
        return self._not_yet("evaluation")

    def _viewer(self) -> QWidget:
        return self._not_yet("viewer")

    def _not_yet(self, key: str) -> QWidget:
        try:
            return getattr(importlib.import_module(f"cnn_desktop.gui.tabs.{key}"), f"{key.title()}Tab")()
        except ModuleNotFoundError:
            from cnn_desktop.gui.widgets.empty_state import EmptyState

            return EmptyState("photo", key)
