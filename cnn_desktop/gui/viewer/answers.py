"""What one training's model said about photos. It is asked about one at a time: a newer photo drops the older question."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.events import Ended, Event, Skipped
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.gui.kit.asking import Ask, Question
from cnn_desktop.gui.kit.words import QT_WORDS


class Answers(QObject):
    """Kept by path until another training's model is used."""

    came = Signal()
    """An answer, or that there will be none."""
    failed = Signal(object)
    """`Ended` of a question that was not answered."""

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._run: Path | None = None
        self._seconds = 0.0
        self._question: Question | None = None
        self._asked = self._failure = ""
        self._known: dict[str, Predicted] = {}
        self._faults: dict[str, str] = {}
        self.is_warm = False
        """The model has answered before, so it is loaded."""

    def use(self, run: Path | None, seconds: float = 0.0) -> None:
        """The folder of the training whose model is asked, None for none; `seconds`: how long it has been trained.

        Another model, or the same trained on, makes the old answers worthless.
        """
        if (run, seconds) != (self._run, self._seconds):
            self._run, self._seconds, self.is_warm = run, seconds, False
            self.forget()

    def forget(self) -> None:
        """The photos may be other ones now: what was said of them is asked again."""
        self._known.clear()
        self._faults.clear()
        self.drop()

    @property
    def has_model(self) -> bool:
        return self._run is not None

    def answer(self, path: str) -> Predicted | None:
        return self._known.get(path)

    def fault(self, path: str) -> str:
        """Why the model could not read the photo; "" as far as it is known."""
        return self._faults.get(path, "")

    def failure(self, path: str) -> str:
        """Why the question about this photo, the newest, was not answered."""
        return self._failure if path == self._asked else ""

    def want(self, path: str, device: str) -> None:
        """Asks about `path`, unless that is what was asked last."""
        if self._run is not None and path != self._asked:
            self.drop()
            self._asked = path
            self._question = self._ask(Predict(str(self._run), [path], device), self._hear, self._end, self)

    def drop(self) -> None:
        """Another photo is looked at: nothing more is heard of the question, which may be asked again."""
        if self._question:
            self._question.drop()
        self._question, self._asked, self._failure = None, "", ""

    def _hear(self, event: Event) -> None:
        if isinstance(event, Predicted):
            self._known[event.path], self.is_warm = event, True
        elif isinstance(event, Skipped):
            self._faults[event.path] = event.reason.render(QT_WORDS)
        self.came.emit()

    def _end(self, ended: Ended) -> None:
        if not (self._asked in self._known or self._asked in self._faults):
            self._failure = ended.text.render(QT_WORDS)
            self.failed.emit(ended)
            self.came.emit()
