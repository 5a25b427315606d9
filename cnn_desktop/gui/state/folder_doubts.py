"""What is unknown in the table of answers follows the setting of the model, as it does for a photo that is looked at alone."""

from __future__ import annotations

from collections.abc import Callable

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.domain.unknown import UnknownSetting


class FolderDoubts:
    """Remembers how far it has come: only what is new in the table is judged, until the setting changes."""

    def __init__(self) -> None:
        self._place = _Place(None)

    def forget(self) -> None:
        """Another table is looked at."""
        self._place = _Place(None)

    def judging(self, setting: UnknownSetting | None) -> Callable[[AnswerTable], None]:
        """To be called in the background. None: the answers are of another model, and stay as they were judged."""
        if setting is not None and setting != self._place.setting:
            self._place = _Place(setting)
        place = self._place

        def judge(table: AnswerTable) -> None:
            if setting is not None:
                place.id = table.judge(setting, place.id)

        return judge


class _Place:
    """Id of the last photo that was judged by `setting`."""

    def __init__(self, setting: UnknownSetting | None) -> None:
        self.setting = setting
        self.id = 0
