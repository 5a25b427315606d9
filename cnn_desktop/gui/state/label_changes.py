"""What a person changes of the open project's photos: labels, exclusions, splits, classes; each one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.photos import Finding
from cnn_desktop.domain.split_plan import SplitPlan, SplitPreview
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.facts import Edited
from cnn_desktop.project.undo import PhotosChange, Steps

if TYPE_CHECKING:
    from cnn_desktop.dataset.checks.remedies import Remedy
    from cnn_desktop.project.labels import Labels, Revision
    from cnn_desktop.project.opened import Opened
    from cnn_desktop.project.query import Ids


class LabelChanges(QObject):
    """Every change is made in the background, in one transaction with its step of undo. The files stay as they are."""

    changed = Signal(object)
    """`Changed(photos=True, labels=True)`."""
    split_changed = Signal()
    """The photos are shared out by another plan; told before `changed`."""
    notice = Signal(object)
    """`Notice`: why something was not changed."""

    def __init__(self, project: Project, undo: Undo, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._undo, self._background = project, undo, background
        undo.wanted.connect(self._make)

    def relabel(self, ids: Ids, label: str, source: str = "", why: str = "") -> None:
        """The photos `ids` are of the class `label` from now on. `source`: the check that led to it."""
        self._edit(lambda labels: labels.relabel(ids, label, source, why))

    def confirm(self, labels: Sequence[tuple[int, str]], then: Callable[[], object]) -> None:
        """Photos without a label (each its id, its class) are labelled by somebody who has seen a suggestion, in one step.

        Calls `then` when that is done, also when it could not be; then that was said.
        """
        self._change(lambda opened, steps: opened.confirm(labels, steps), then=then)

    def exclude(self, ids: Ids, source: str = "", why: str = "") -> None:
        """The photos `ids` are not used any more."""
        self._edit(lambda labels: labels.exclude(ids, source, why))

    def restore(self, ids: Ids) -> None:
        """The photos `ids` are used again."""
        self._edit(lambda labels: labels.restore(ids))

    def restore_to(self, revision: int) -> None:
        """All labels and exclusions are as they were after that change; 0: before the first. It is said when they are so."""

        def nothing() -> None:
            self.notice.emit(Notice("info", tr("The labels are as they were then, so nothing was changed.")))

        self._change(lambda opened, steps: opened.restore_to(revision, steps), nothing)

    def split(self, plan: SplitPlan) -> None:
        """The photos are shared out as `plan` says."""
        self._change(lambda opened, steps: opened.split(plan, steps))

    def read_plan(self, then: Callable[[SplitPlan], object]) -> None:
        """Calls `then` with how the photos are shared out, unless another project is open by then."""
        opened = self._project.opened
        if opened:
            self._background.run(
                opened.photos.splitting.plan,
                lambda plan: self._project.opened is opened and then(plan),
                self.notice.emit,
            )

    def preview_split(self, plan: SplitPlan, then: Callable[[SplitPreview], object]) -> None:
        """Calls `then` with what `plan` would lead to, unless another project is open by then."""
        opened = self._project.opened
        if opened:
            self._background.run(
                lambda: opened.preview_split(plan),
                lambda found: self._project.opened is opened and then(found),
                self.notice.emit,
            )

    def mend(self, finding: Finding, remedy: Remedy) -> None:
        """What `remedy` says is done about `finding`. It is said when nothing is left to do."""

        def nothing() -> None:
            self.notice.emit(Notice("info", tr("These photos are that way already, so nothing was changed.")))

        self._change(lambda opened, steps: opened.mend(finding, remedy, steps), nothing)

    def add_class(self, name: str) -> None:
        self._edit(lambda labels: labels.add_class(name))

    def rename_class(self, old: str, new: str) -> None:
        """Where there is a class `new`, both are one from now on."""
        self._edit(lambda labels: labels.rename_class(old, new))

    def delete_class(self, name: str) -> None:
        """Its photos are excluded."""
        self._edit(lambda labels: labels.delete_class(name))

    def _edit(self, change: Callable[[Labels], Revision | None]) -> None:
        self._change(lambda opened, steps: opened.edit(change, steps))

    def _change(
        self,
        change: Callable[[Opened, Steps], Edited | None],
        nothing: Callable[[], None] = lambda: None,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """`nothing`: called when nothing was changed; `then`: called in the end, whatever came of it."""
        opened = self._project.opened
        if opened is None or not self._project.may_write():
            then()
            return

        def show(edited: Edited | None) -> None:
            if edited is None:
                nothing()
            elif self._project.take_photos(opened, edited.photos):
                self._tell(edited)
                if edited.note:
                    self.notice.emit(Notice("info", edited.note.render(QT_WORDS)))
            then()

        def failed(notice: Notice) -> None:
            self.notice.emit(notice)
            then()

        self._undo.write(self._background, lambda steps: change(opened, steps), show, failed)

    def _make(self, change: object) -> None:
        """Undo or redo."""
        opened = self._project.opened
        if not isinstance(change, PhotosChange) or opened is None:
            return
        steps, let_go = self._undo.steps, self._undo.hold()

        def show(edited: Edited | None) -> None:
            if edited and self._project.take_photos(opened, edited.photos):
                self._tell(edited)
            let_go()

        def failed(notice: Notice) -> None:
            self.notice.emit(notice)
            if self._project.opened is opened and self._undo.steps is steps:
                self._undo.put(steps.redo() if change.is_back else steps.undo())
            let_go()

        self._background.run(lambda: opened.make(change, steps), show, failed)

    def _tell(self, edited: Edited) -> None:
        if edited.is_split:
            self.split_changed.emit()
        self.changed.emit(Changed(photos=True, labels=True))
