"""A project that is open, with its lock: photos, runs, settings and undo behind one handle. Used in the background thread."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from filelock import Timeout

from cnn_desktop.dataset.checks.remedies import Remedy
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decisions import Said
from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.files import is_folder, is_there
from cnn_desktop.domain.lock import hold
from cnn_desktop.domain.photos import Finding, FindingKind, PhotoFacts, Scan
from cnn_desktop.domain.scan_files import Reading, snapshot_roots
from cnn_desktop.domain.split_plan import SplitPlan, SplitPreview
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.blind import Blind, check_reviewer
from cnn_desktop.project.brake import left_words
from cnn_desktop.project.data import Data, keep_data, kept_data
from cnn_desktop.project.database import Database, check_project, may_be_written
from cnn_desktop.project.decisions import Decisions
from cnn_desktop.project.facts import Contents, Decided, Edited, History, ProjectInfo
from cnn_desktop.project.fresh import Fresh, Snapshot
from cnn_desktop.project.labels import Labels, Revision
from cnn_desktop.project.mending import mend
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.place import SUFFIX, leave_opener, project_folder_for
from cnn_desktop.project.restoring import Restoring
from cnn_desktop.project.review import Made, Review
from cnn_desktop.project.runs import Runs
from cnn_desktop.project.schema import DATABASE, NewerProjectError
from cnn_desktop.project.suspects import Suspects
from cnn_desktop.project.undo import REVIEWED_IN, PhotosChange, Steps, keep_steps, load_steps

T = TypeVar("T")
SETTINGS = "training"
"""Value kept with a project: the training settings as JSON."""
WINDOW_LOCK = "window.lock"
"""Held by the window that may write."""
_APPEARS, _IS_FILLED = 5.0, 10.0
"""Seconds that a window waits for a project that another is making just then: until it is there, until its photos are."""
_LOOK = 0.05
"""Seconds between two looks."""


class Opened:
    """A project with its lock held; `read_only` when another window holds it, it cannot be written to, or is newer."""

    def __init__(self, folder: Path, control: Control | None = None, create: bool = True) -> None:
        """Opens the project `folder`; where there is none, it is made, or with `create` False that is said.

        Stopping `control` gives that up. Raises DataError, StopRequested.
        """
        if create:
            with contextlib.suppress(OSError):  # the database says it better
                folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.closed, self.newer = folder, False, False
        self._control = control or Control()
        with contextlib.ExitStack() as held:  # whatever goes wrong, the lock is let go of
            try:
                held.callback(hold(folder / WINDOW_LOCK).release)
            except Timeout:
                self._wait(lambda: is_there(folder / DATABASE), _APPEARS)
                self.read_only = True
            except OSError:
                self.read_only = self.closed = True
            else:
                self.read_only = self.closed = is_there(folder / DATABASE) and not may_be_written(folder)
            self.is_new = create and not is_there(folder / DATABASE) and (self.closed or not self.read_only)
            if self.is_new:
                self._database = Database.create(folder)
            else:
                self._database = self._open(folder)
            held.callback(self._database.close)
            self.photos = PhotoTable(self._database)
            self.runs = Runs(self._database, self.photos)
            self.decisions = Decisions(self._database)
            self.suspects = Suspects(self._database, self.decisions)
            self.blind = Blind(self._database, self.suspects)
            self.restoring = Restoring(self._database, self.photos.labels)
            self.fresh = Fresh(self._database, self.photos.labels, self.photos.splitting)
            self._review = Review(self._database, self.photos.labels, self.suspects, self.decisions)
            if not self.read_only:
                self.runs.bury_the_dead()
                leave_opener(folder)
            self._held = held.pop_all()

    def _open(self, folder: Path) -> Database:
        try:
            return Database.open(folder, self.read_only, self._control)
        except NewerProjectError:
            self.read_only = self.newer = True
            return Database.open(folder, True, self._control)

    def settle(self) -> None:
        """It is open: from now on nothing gives that up."""
        self._database.settle()

    def wait_for_photos(self) -> None:
        """Returns once another window, which is making this project just then, has filled it; in the end in any case."""
        self._wait(lambda: self.photos.facts() is not None, _IS_FILLED)

    def _wait(self, is_done: Callable[[], bool], seconds: float) -> None:
        end = time.monotonic() + seconds
        while not is_done() and time.monotonic() < end:
            self._control.wait(_LOOK)

    def contents(self) -> Contents:
        """All that is shown of it. Raises DataError."""
        data, photos = kept_data(self._database), self.photos.facts()
        name = self.folder.name.removesuffix(SUFFIX)
        info = ProjectInfo(
            str(self.folder), name, data.place, data.only, data.class_level, self.read_only, self.closed, data.columns,
            data.also, data.together, self.newer,
        )  # fmt: skip
        history, settings, steps = self.history(), self._settings(), load_steps(self._database)
        return Contents(info, photos, history, settings, steps, missing_root(photos))

    def history(self) -> History:
        """The runs; what the model in use said of the photos it was tested on stands beside them from now on. Raises DataError."""
        history = self.runs.history()
        run, report = history.predictor, history.report
        is_tested = run is not None and report is not None and history.is_tested
        roots = snapshot_roots(self.runs.folder(run.id)) if run and is_tested else {}
        self.photos.take_answers(report.photos if report and is_tested else (), roots)
        return history

    def take(self, read: Scan | Reading, data: Data, control: Control | None = None) -> Contents:
        """Takes in the newly read `data`, in one transaction. Raises DataError, StopRequested: then none of it is written."""
        try:
            with self._database.changing():
                keep_data(self._database, data)
                self.photos.take(read, control)
        except (DataError, StopRequested):
            self.photos.forget()
            raise
        return self.contents()

    def keep_settings(self, config: TrainConfig, steps: Steps) -> None:
        """Keeps the training settings and what can be undone."""
        if not self.read_only:
            with self._database.changing():
                self._database.keep_value(SETTINGS, as_json(config).decode())
                keep_steps(self._database, steps)

    def edit(self, change: Callable[[Labels], Revision | None], steps: Steps) -> Edited | None:
        """Makes a change of labels, splits or exclusions, with the step that takes it back after `steps`.

        None when there was nothing to change. Raises DataError, UsageError.
        """

        def made() -> Made | None:
            revision = change(self.photos.labels)
            note = left_words(revision.left) if revision and revision.left else None
            return Made(revision.name, revision=revision, note=note) if revision else None

        return self._edited(made, steps)

    def decide(self, photo: int, kind: Said, steps: Steps, new: str = "", reason: str = "") -> Decided:
        """Says of a photo what `kind` means, to whom sees what the check suggests; `new`: the class, of "other".

        In one transaction with the change of its label and the step after `steps` that takes both back. Raises DataError,
        UsageError for what the brake refuses.
        """
        return self._decided(lambda: self._review.decide([photo], kind, new, reason), steps)

    def decide_many(
        self, photos: Iterable[int], kind: Said, steps: Steps, new: str = "", reason: str = ""
    ) -> Edited | None:
        """Says the same of many photos, in one step; what the brake spares is left and told. See `decide`."""
        return self._edited(lambda: self._review.decide(photos, kind, new, reason), steps)

    def give_opinion(self, photo: int, label: str, reviewer: str, steps: Steps, reason: str = "") -> Decided:
        """What `reviewer` takes a photo for who sees neither its label nor a suggestion: a class, "" for unsure, or
        `blind.EXCLUDE`. No label changes. Raises DataError, UsageError."""
        return self._decided(lambda: self._review.give_opinion(photo, label, reviewer, reason), steps)

    def apply_agreed(self, steps: Steps) -> Edited | None:
        """The labels become what people agree on (`Blind.agreed`); see `edit`."""
        return self._edited(lambda: self._review.apply(self.blind.agreed()), steps)

    def restore_to(self, revision: int, steps: Steps) -> Edited | None:
        """Labels are as they were after that revision (`Restoring.restore`); see `edit`."""

        def made() -> Made | None:
            restored = self.restoring.restore(revision)
            return Made(restored.name, revision=restored, place=REVIEWED_IN) if restored else None

        return self._edited(made, steps)

    def to_suggest(self) -> Snapshot:
        """What a model learns from and looks at to suggest classes for photos without a label. Raises DataError."""
        return self.fresh.snapshot(self.photos.reading_to_check().scan())

    def confirm(self, labels: Sequence[tuple[int, str]], steps: Steps) -> Edited | None:
        """Labels photos that have none, as somebody says who has seen a suggestion (`Fresh.confirm`); see `edit`."""
        return self.edit(lambda _: self.fresh.confirm(labels), steps)

    def _decided(self, decide: Callable[[], Made | None], steps: Steps) -> Decided:
        self._need_writable()
        try:
            with self._database.changing():
                made = decide()
                if made is None:
                    raise DataError(
                        "This photo is no longer in the project {folder}. Go on with the next one.",
                        folder=str(self.folder),
                    )
                step = made.step()
                keep_steps(self._database, steps.add(step))
                return Decided(self.decisions.of_numbers(made.decisions)[made.decisions[0]], step, made.revision)
        finally:
            self.photos.forget()

    def _need_writable(self) -> None:
        if self.read_only:
            name = self.folder.name.removesuffix(SUFFIX)
            if self.newer:
                raise DataError(
                    "“{name}” was made by a newer version of this app, so it is read-only here. Update the app to change it.",
                    name=name,
                )
            if self.closed:
                raise DataError("“{name}” is in a folder you cannot change, so it is read-only here.", name=name)
            raise DataError("“{name}” is open in another window, so it is read-only here.", name=name)

    def preview_split(self, plan: SplitPlan) -> SplitPreview:
        """What `plan` would lead to. Raises DataError, UsageError."""
        return self.photos.splitting.preview(plan, self.photos.facts() or PhotoFacts({}, []))

    def split(self, plan: SplitPlan, steps: Steps) -> Edited | None:
        """Shares the photos out as `plan` says, also those that come later; see `edit`."""
        splitting, facts = self.photos.splitting, self.photos.facts() or PhotoFacts({}, [])

        def change(labels: Labels) -> Revision | None:
            return labels.split(splitting.shared(plan, facts), plan=plan)

        return self.edit(change, steps)

    def show_test_photos(self, finding: FindingKind | None) -> PhotoFacts | None:
        """Writes down that test photos are shown now: all, or those of findings of one kind. Raises DataError."""
        facts = self.photos.facts()
        found = [one for one in facts.findings if one.kind == finding] if facts else []
        if self.photos.seal.open(finding, found):
            self.photos.forget()
        return self.photos.facts()

    def show_for_opinion(self, reviewer: str) -> list[int]:
        """Ids of the photos that `reviewer` is asked about, in their order; when one of them waits, it is written down that
        the test photos among them are shown now. Raises DataError, UsageError."""
        self._need_writable()
        who = check_reviewer(reviewer)
        with self._database.changing():
            ids = self.blind.order(who)
            if len(self.blind.queue(who)) and self.photos.seal.open_for(who, ids):
                self.photos.forget()
        return ids

    def mend(self, finding: Finding, remedy: Remedy, steps: Steps) -> Edited | None:
        """Does what `remedy` says about `finding`; see `edit`."""
        if remedy.kind == "keep_on_one_side":
            facts = self.photos.facts()
            finding = self.photos.splitting.whole(finding, facts.findings if facts else ())
        return self.edit(lambda labels: mend(self._database, labels, finding, remedy), steps)

    def make(self, change: PhotosChange, steps: Steps) -> Edited | None:
        """Takes a step back, or makes it again; `steps` are those afterwards. Raises DataError."""
        return self._edited(lambda: self._review.make(change), steps, is_step=False)

    def _edited(self, change: Callable[[], Made | None], steps: Steps, is_step: bool = True) -> Edited | None:
        """`is_step`: what is made is a step after `steps`; else these are those afterwards."""
        self._need_writable()
        try:
            with self._database.changing():
                made = change()
                if made is None:
                    return None
                if made.revision:
                    self.photos.cut_groups.find(made.revision.number)
                step = made.step() if is_step else None
                keep_steps(self._database, steps.add(step) if step else steps)
        finally:
            self.photos.forget()
        photos, revision = self.photos.facts(), made.revision
        assert photos is not None
        is_split = revision is not None and self.photos.labels.changed_plan(revision.number)
        return Edited(photos, revision, is_split, step, made.note)

    def close(self) -> None:
        """Closes the database and lets the lock go."""
        self._held.close()

    def _settings(self) -> TrainConfig | None:
        try:
            return from_json(str(self._database.value(SETTINGS, "")), TrainConfig)
        except (Unreadable, DataError):
            return None


def create_project(data: Data, read: Scan | Reading, control: Control | None = None) -> tuple[Opened, Contents]:
    """A new project for the newly read `data`, in the user's documents. Raises DataError, StopRequested.

    When other windows make one of it too, at the same time, one of them fills it, and the others look at it.
    """

    def begun(opened: Opened) -> Contents | None:
        if opened.read_only:
            opened.wait_for_photos()
            if opened.photos.facts() is None and not (opened.closed or opened.newer):
                return None  # whoever had it went to another name, so that nobody fills it
        if not opened.is_new and project_folder_for(data, control) != opened.folder:
            return None
        return opened.contents() if opened.read_only else opened.take(read, data, control)

    while True:
        opened, contents = _open(project_folder_for(data, control), begun, control)
        if contents is not None:
            return opened, contents
        opened.close()  # another window has given that name to a project of other photos, or has let it go


def open_existing(folder: Path, control: Control | None = None) -> tuple[Opened, Contents]:
    """Opens NAME.cnnproj and reads what it holds. Stopping `control` gives that up. Raises DataError, StopRequested."""
    if not is_there(folder / WINDOW_LOCK):  # nobody makes one there just now
        check_project(folder)
    return _open(folder, Opened.contents, control, create=False)


def _open(folder: Path, read: Callable[[Opened], T], control: Control | None, create: bool = True) -> tuple[Opened, T]:
    opened = Opened(folder, control, create)
    try:
        found = read(opened)
        opened.settle()
        return opened, found
    except BaseException:
        opened.close()
        raise


def missing_root(photos: PhotoFacts | None) -> tuple[str, str]:
    """The first folder of photos that is not there, and its root's id; two "" when all are."""
    roots = photos.roots.items() if photos else ()
    return next(((folder, root) for root, folder in roots if not is_folder(folder)), ("", ""))
