"""Watches the folders that are looked at together: new photos are classified a few at a time, by the model the Viewer asks.

The watching child finds them; the shared child answers, between two other questions. So a training may run meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.domain.answered import Answer, answer_of
from cnn_desktop.domain.events import Ended, Event, Skipped
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.jobs.watch_folder import FolderLost, PhotosAppeared, WatchFolder
from cnn_desktop.domain.unknown import UnknownSetting
from cnn_desktop.gui.children.children import Children, Question
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.folder import FolderAnswers
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.settings import TrainSettings
from cnn_desktop.gui.state.unknown import Unknowns

AT_ONCE = 32
"""Photos asked about together: a photo that somebody looks at waits for no more than these."""


class FolderWatch(QObject):
    """Ends with the photos it is of, and with the window."""

    changed = Signal(object)
    """`Changed(folder=True)`."""
    notice = Signal(object)

    def __init__(
        self, children: Children, folder: FolderAnswers, unknowns: Unknowns, settings: TrainSettings,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._children, self._folder, self._unknowns, self._settings = children, folder, unknowns, settings
        self.is_wanted = False
        """The person wants it; it begins once the photos that are there were looked at."""
        self.trouble = ""
        """Why a folder cannot be looked at now; "" when all can."""
        self.added = 0
        """Photos that came since it is watched."""
        self._watch: Question | None = None
        self._question: Question | None = None
        self._waiting: list[str] = []
        self._asked: list[str] = []
        """The first of those that wait, until their answers are kept."""
        folder.opened.connect(self.stop)
        folder.changed.connect(lambda _: self._go_on())

    @property
    def waiting(self) -> int:
        """New photos that are not answered yet."""
        return len(self._waiting)

    def start(self) -> None:
        """Watches the folders from now on."""
        if not self.is_wanted:
            self.is_wanted, self.added = True, 0
            self.changed.emit(Changed(folder=True))
            self._go_on()

    def stop(self) -> None:
        """New photos are left alone from now on."""
        if not self.is_wanted:
            return
        self.is_wanted, self.trouble = False, ""
        for question in (self._watch, self._question):
            if question is not None:
                question.drop()
        if self._watch is not None:
            self._watch.stop()
        self._watch = self._question = None
        self._waiting, self._asked = [], []
        self.changed.emit(Changed(folder=True))

    def _go_on(self) -> None:
        state, file = self._folder.state, self._folder.file
        if not self.is_wanted or file is None or state.is_running or not state.folders:
            return
        if self._folder.is_outdated:  # it would answer, into the same table
            self.stop()
            self.notice.emit(Notice("warning", tr(
                "The model has changed, so the folder is no longer watched. Classify its photos again, then watch it."
            )))  # fmt: skip
            return
        if self._watch is None:
            self._watch = self._children.ask(WatchFolder(list(state.folders), str(file)), self._hear, self._end, self)
        if self._waiting and not self._asked:
            self._ask(self._waiting[:AT_ONCE])

    def _hear(self, event: Event) -> None:
        if isinstance(event, PhotosAppeared):
            known = set(self._waiting)
            self._waiting += [path for path in event.paths if path not in known]
            self._go_on()
        elif isinstance(event, FolderLost):
            self.trouble = event.reason.render(QT_WORDS) if event.reason else ""
        self.changed.emit(Changed(folder=True))

    def _end(self, ended: Ended) -> None:
        self._watch = None
        if ended.outcome in ("failed", "crashed"):
            self.notice.emit(Notice("error", ended.text.render(QT_WORDS), ended.details))
        self.stop()

    def _ask(self, some: list[str]) -> None:
        self._asked = some
        model, answers = self._folder.state.model, list[Event]()
        if model is None:
            self._keep([Answer(path, []) for path in some])
            return

        def end(ended: Ended) -> None:
            self._question = None
            if ended.outcome == "finished":
                self._keep([one for one in answers if isinstance(one, Predicted | Skipped)])
            else:
                self.notice.emit(Notice("error", ended.text.render(QT_WORDS), ended.details))
                self.stop()

        job = Predict(str(model.folder), some, self._settings.config.device, learns_first=True)
        self._question = self._children.ask(job, answers.append, end, self)

    def _keep(self, answers: Sequence[Predicted | Skipped | Answer]) -> None:
        folders, asked, setting = self._folder.state.folders, self._asked, self._unknowns.setting

        def keep(table: AnswerTable) -> int:
            classes = {name: place for place, name in enumerate(table.classes)}
            kept, before = [_answer(one, classes, setting) for one in answers], table.counts().total
            table.keep(kept, {one.path: _below(one.path, folders) for one in kept}, are_new=True)
            return table.counts().total - before  # one that could not be read before is not new

        def kept(count: int) -> None:
            if self._asked is not asked:  # it was stopped meanwhile
                return
            self._waiting, self._asked = self._waiting[len(asked) :], []
            self.added += count
            self._folder.refresh()
            self.changed.emit(Changed(folder=True))
            self._go_on()

        self._folder.work(keep, kept, self.stop)


def _answer(one: Predicted | Skipped | Answer, classes: dict[str, int], setting: UnknownSetting) -> Answer:
    if isinstance(one, Answer):
        return one
    return (
        answer_of(one.under(setting), classes)
        if isinstance(one, Predicted)
        else Answer(one.path, [], reason=one.reason)
    )


def _below(path: str, folders: tuple[str, ...]) -> str:
    folder = next((folder for folder in folders if Path(path).is_relative_to(folder)), "")
    return Path(path).relative_to(folder).as_posix() if folder else Path(path).name
