"""What a connected tab may ask of the window around it."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.files import is_there
from cnn_desktop.gui.kit.file_dialogs import FileDialogs, OpenProject
from cnn_desktop.gui.kit.panels import Panels
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.preferences import Memory
from cnn_desktop.gui.state.session import Session


class Shell(QObject):
    """Handed to every tab's `connect`; the window follows its signals."""

    step_wanted = Signal(str)
    """Show this step."""
    folder_wanted = Signal(str)
    """Open this folder of photos."""
    photo_wanted = Signal(str)
    """Show this photo in the grid of the Dataset step, which is shown."""
    photos_given = Signal(object)
    """Photos and folders of photos (paths, as an object: as a list Qt would drop the bytes that are no text) were dropped for the viewer, which is shown."""

    def __init__(self, session: Session, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.memory = session, memory
        self.dialogs = FileDialogs(memory.preferences.folders, memory.save, self._open_project)

    def build(self, key: str) -> QWidget:
        """The tab of step `key`, connected. Importing it is the slow part, so it waits until the tab is needed."""
        tab: QWidget = importlib.import_module(f"cnn_desktop.gui.{key}.connection").connect(self)
        return tab

    def _open_project(self) -> OpenProject:
        """For the dialogs."""
        project = self.session.project
        roots = project.photos.roots.values() if project.photos else ()
        return OpenProject(project.info.name if project.info else "", tuple(roots))

    def go(self, step: str) -> Callable[[], None]:
        """A slot that shows `step`."""
        return lambda: self.step_wanted.emit(step)

    def find_photo(self, path: str) -> None:
        """Shows the photo at `path` among those of the open project."""
        self.step_wanted.emit("dataset")  # it may be built by that
        self.photo_wanted.emit(path)

    def tell(self, notice: Notice) -> None:
        """Says it in the message bar."""
        self.session.notice.emit(notice)

    def remember_picture(self, file: str) -> None:
        """The small picture `file` stands for the open project among the recent ones, unless one does already."""
        project = self.session.project.info
        known = next((one for one in self.memory.recent if project and one.path == project.path), None)
        if project and file and not (known and known.picture and is_there(known.picture)):
            self.memory.remember_project(project.path, project.name, picture=file)

    def remember_widths(self, name: str, panels: Panels) -> None:
        """`panels` get the widths at which they were left, and are remembered when they are dragged."""

        def keep(widths: list[int]) -> None:
            self.memory.preferences.widths[name] = widths
            self.memory.save()

        panels.show_widths(self.memory.preferences.widths.get(name, []))
        panels.settled.connect(keep)

    def choice(self, name: str, usual: bool = False) -> bool:
        """Whether the foldable part `name` was open when it was seen last."""
        return self.memory.preferences.choices.get(name, usual)

    def remember_choice(self, name: str, value: bool) -> None:
        """Remembers a choice until the next start."""
        self.memory.preferences.choices[name] = value
        self.memory.save()
