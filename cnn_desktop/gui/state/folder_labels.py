"""What the open project knows of photos that are classified together goes into their table of answers, where it is sorted by."""

from __future__ import annotations

from collections.abc import Callable

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.seal import Seal

_AT_ONCE = 500


class FolderLabels:
    """Remembers how far it has come: only what is new in the table is looked up, until labels change."""

    def __init__(self, project: Project, seal: Seal) -> None:
        self._project, self._seal = project, seal
        self._place = _Place()

    def forget(self) -> None:
        """All are to be looked up anew."""
        self._place = _Place()

    def adding(self) -> Callable[[AnswerTable], None]:
        """To be called in the background."""
        opened, place, hides = self._project.opened, self._place, None not in self._seal.open

        def add(table: AnswerTable) -> None:
            if opened is None:
                return
            facts = opened.photos.facts()
            if not place.id:
                table.rename(opened.photos.labels.renamed(), facts.names if facts else ())
            while part := table.files(after=place.id, most=_AT_ONCE):
                known = opened.photos.known(path for _, path in part)
                table.know({number: known.get(path) for number, path in part}, hides)
                place.id = part[-1][0]

        return add


class _Place:
    """Id of the last photo that was looked up."""

    id = 0
