"""What the open project knows of the one photo that the Viewer shows: its label, looked up in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.seal import Seal


class Known(msgspec.Struct, frozen=True):
    """Of one photo of the open project."""

    label: str
    """"" of a test photo whose label is not shown yet."""
    renamed: Mapping[str, str] = {}
    """What the model's classes are called in the project, where that is something else."""

    def is_right(self, predicted: str) -> bool:
        """Whether that is what the model's class `predicted` means."""
        return self.label in (predicted, self.renamed.get(predicted))


def find_sealed(
    project: Project, seal: Seal, background: Background, paths: list[str], show: Callable[[frozenset[str]], None]
) -> None:
    """`show` hears which of `paths` are test photos of the open project whose label is not shown yet: at once when there is
    no project, or nothing is sealed; not at all when it is another project by then."""
    opened = project.opened
    if opened is None or None in seal.open or not paths:
        show(frozenset())
        return

    def find() -> frozenset[str]:
        return frozenset(path for path, found in opened.photos.known(paths).items() if found.split == "test")

    def then(sealed: frozenset[str]) -> None:
        if project.opened is opened:
            show(sealed)

    background.run(find, then)


class KnownLabel(QObject):
    """`came` when something is known of the photo that was asked for last."""

    came = Signal()

    def __init__(self, project: Project, seal: Seal, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._seal, self._background = project, seal, background
        self._path = ""
        self._known: Known | None = None

    def of(self, path: str) -> Known | None:
        """None: it is of no label, or not known yet."""
        return self._known if path == self._path else None

    def look(self, path: str) -> None:
        """Asks for `path`, also once more: what was known stays until then."""
        if path != self._path:
            self._path, self._known = path, None
        opened, hides = self._project.opened, None not in self._seal.open
        if opened is None or not path:
            return

        def find() -> Known | None:
            found = opened.photos.known([path]).get(path)
            if found is None:
                return None
            if hides and found.split == "test":
                return Known("")
            return Known(found.label, opened.photos.labels.renamed())

        def show(known: Known | None) -> None:
            if path == self._path and self._project.opened is opened and known != self._known:
                self._known = known
                self.came.emit()

        self._background.run(find, show)
