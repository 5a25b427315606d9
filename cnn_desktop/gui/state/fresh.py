"""Photos without a label: what a model suggests for them, what a person has said of these, and the model's next lesson.

What is confirmed is shown at once and written in the background. Once a batch is done, the model learns anew by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.jobs.suggest_labels import SuggestLabels
from cnn_desktop.domain.label_suggestions import BATCH, CurvePoint, LabelSuggestions
from cnn_desktop.domain.scan_files import save_scan
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.errand import Errand, Part
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.label_changes import LabelChanges
from cnn_desktop.gui.state.project import Project

if TYPE_CHECKING:
    from cnn_desktop.project.fresh import FreshRow, Suggested


class FreshLabels(QObject):
    """The window takes a snapshot, a child learns from it, a person confirms what it suggests. Lives in the GUI thread."""

    changed = Signal(object)
    """`Changed(review=True)`: another batch, or something was said of one of its photos."""
    notice = Signal(object)
    """`Notice`: why there are no suggestions."""

    def __init__(
        self, jobs: Jobs, project: Project, labels: LabelChanges, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._project, self._labels, self._background = jobs, project, labels, background
        self._errand = Errand("suggestions", jobs, background, self.notice.emit, self._over)
        self._forget()
        project.came.connect(lambda contents: self._follow(contents is not None))
        project.changed.connect(lambda _: self._read_again())
        labels.changed.connect(lambda _: self._read_again())

    def _forget(self) -> None:
        self.batch: tuple[FreshRow, ...] = ()
        """Photos that are asked about; those of which something was said stay in it."""
        self.said: dict[int, str | None] = {}
        """Photo → the class a person has given it, of those of the batch; "": it was skipped; None: labelled elsewhere."""
        self.curve: tuple[CurvePoint, ...] = ()
        """How good the model was with so many labels, fewest first."""
        self.summary: LabelSuggestions | None = None
        """Of the newest suggestions; None before."""
        self.held = 0
        """Photos without a label that go with test or validation photos, so that nothing is suggested for them."""
        self._rows: tuple[FreshRow, ...] = ()
        """All suggestions there are."""
        self._shown: set[int] = set()
        """Those of them that were asked about."""
        self._skipped: set[int] = set()
        self._answers: dict[int, bool] = {}
        """Photo → whether the suggestion was right, the newest last."""
        self._writing: set[int] = set()

    # What is looked at

    @property
    def open(self) -> list[FreshRow]:
        """Of the batch, those of which nothing was said."""
        return [row for row in self.batch if row.id not in self.said]

    @property
    def last(self) -> tuple[int, int]:
        """Of the newest suggestions that were answered, a batch of them at most: how many were right, and how many these are."""
        newest = list(self._answers.values())[-BATCH:]
        return sum(newest), len(newest)

    def has_more(self) -> bool:
        """Whether there is another batch without learning anew."""
        return bool(self._next_rows())

    # What is said

    def confirm(self, photos: Iterable[int]) -> None:
        """The suggestions for these photos of the batch are right: one step of undo."""
        wanted = set(photos)
        self._label([(row.id, row.suggested) for row in self.open if row.id in wanted])

    def label(self, photos: Iterable[int], label: str) -> None:
        """These photos of the batch are of the class `label`: one step of undo."""
        wanted = set(photos)
        self._label([(row.id, label) for row in self.open if row.id in wanted])

    def skip(self, photos: Iterable[int]) -> None:
        """Nothing is said of these photos of the batch, and they are not asked about again until the project is closed."""
        skipped = {row.id for row in self.open} & set(photos)
        self._skipped |= skipped
        self.said |= dict.fromkeys(skipped, "")
        self._tell()
        self._go_on()

    def _label(self, labels: list[tuple[int, str]]) -> None:
        opened = self._project.opened
        if opened is None or not labels or not self._project.may_write():
            return
        suggested = {row.id: row.suggested for row in self.batch}
        for photo, label in labels:
            self.said[photo] = label
            self._answers.pop(photo, None)
            self._answers[photo] = label == suggested[photo]
        ids = {photo for photo, _ in labels}
        self._writing |= ids
        self._tell()

        def done() -> None:
            self._writing -= ids
            if self._project.opened is opened:
                self._read_again()

        self._labels.confirm(labels, done)

    def _read_again(self) -> None:
        """Something was labelled, or a label taken back: those of the batch that have no label are asked about."""
        opened, ids = self._project.opened, [row.id for row in self.batch]
        if opened is None or not ids:
            return

        def show(still: set[int]) -> None:
            if self._project.opened is not opened or self._writing or ids != [row.id for row in self.batch]:
                return
            for photo in ids:
                if photo in still and self.said.get(photo):  # taken back, or not written
                    del self.said[photo]
                    self._answers.pop(photo, None)
                elif photo not in still and photo not in self.said:
                    self.said[photo] = None
            self._tell()
            self._go_on()

        self._background.run(lambda: opened.fresh.without_label(ids), show, self.notice.emit)

    def _go_on(self) -> None:
        """Once all of the batch is done, the model learns from it; where it cannot just now, it asks about the next photos."""
        if self.open or self._writing or not self.batch:
            return
        if any(self.said.values()) and not self._jobs.now.running:
            self.begin()
        else:
            self.go_on()

    def go_on(self) -> None:
        """The next batch, without learning anew."""
        self.batch, self.said = self._next_rows(), {}
        self._shown |= {row.id for row in self.batch}
        self._tell()

    def _next_rows(self) -> tuple[FreshRow, ...]:
        gone = self._shown | self._skipped
        return tuple(row for row in self._rows if row.id not in gone)[:BATCH]

    # Learning

    @property
    def running(self) -> bool:
        """The model learns. What changes that tells `Jobs.changed`."""
        return self._errand.running

    def begin(self) -> None:
        """Has classes suggested, unless another job runs: that is said."""
        opened, folder = self._project.opened, self._errand.folder
        out = folder / "suggestions.json"
        job = SuggestLabels(str(folder / "photos.json"), str(out), str(folder / "suggested.json"))
        if opened is None:
            return

        held = 0

        def prepare() -> SuggestLabels:
            nonlocal held
            found = opened.to_suggest()
            held = found.held
            save_scan(found.scan, Path(job.photos))
            write_bytes(Path(job.suggested), as_json(found.suggested))
            return msgspec.structs.replace(job, plan=opened.photos.splitting.plan())

        def show(found: Suggested) -> None:
            if self._project.opened is opened:
                self.summary, self.curve, self._rows = found.summary, found.curve, found.rows
                self.held = held
                self.batch, self._shown = (), set()
                self.go_on()

        self._errand.begin(Part(job, lambda: opened.fresh.take(out), show), prepare)

    def _over(self) -> None:
        if self.batch and not self.open:  # it has not learned: there may be other suggestions still
            self.go_on()

    def _follow(self, is_open: bool) -> None:
        """Another project is open, or none, or its photos were read again."""
        self._forget()
        opened = self._project.opened
        if is_open and opened is not None:

            def show(curve: tuple[CurvePoint, ...]) -> None:
                if self._project.opened is opened:
                    self.curve = curve
                    self._tell()

            self._background.run(opened.fresh.curve, show, self.notice.emit)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(Changed(review=True))
