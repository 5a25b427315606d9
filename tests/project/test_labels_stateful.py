"""Whatever is done to labels and splits in whichever order, what the project says is what a simple model of it says.

`CNN_DESKTOP_TEST_STEPS=5000` makes it do so many steps; the usual number is small, as every change reaches the disk.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cnn_desktop.dataset.checks.remedies import remedies
from cnn_desktop.dataset.groups import groups_of, join, members
from cnn_desktop.dataset.leaks import leak_of
from cnn_desktop.dataset.split import split_by
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.decisions import Said
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import SPLITS, ClassCount, FileFacts, Finding, Photo, Scan, Split
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.domain.split_plan import SplitPlan, plan_as_text
from cnn_desktop.project.data import Data
from cnn_desktop.project.labels import Labels, Revision
from cnn_desktop.project.opened import Opened, open_existing
from cnn_desktop.project.undo import Steps, photos_step
from tests.project.labels_model import COPIES, LABELLED, NAMES, PHOTOS, PLANS, SETTINGS, Model, State
from tests.project.review_helpers import write_check


class LabelsMachine(RuleBasedStateMachine):
    """Photo k lies in the folder `self.folders[k]`, "" beside the class folders; its content is its number."""

    @initialize()
    def begin(self) -> None:
        self.place = Path(tempfile.mkdtemp())
        self.folders = ["ab"[k % 2] for k in range(LABELLED)] + [""] * (PHOTOS - LABELLED)
        self.given: dict[int, Split] = {}
        self.gone: set[int] = set()
        self.decided: set[int] = set()
        """Photos whose split a person has changed."""
        self.first: dict[int, Split] = {}
        """The split that a photo got when it was labelled for the first time: it stays, whatever is taken back."""
        self.run: RunRecord | None = None
        self.looked = False
        self.opened = Opened(self.place / "a.cnnproj")
        self.opened.take(self.scan(), Data("/photos"))
        self.opened.suspects.take(write_check(self.place / "result", self.opened.photos.scan().photos))
        self.ids = {row.path: row.id for row in self.rows()}
        self.id_of = [self.ids[self.path(k)] for k in range(PHOTOS)]
        self.state: State = (tuple(Model(folder) for folder in self.folders), frozenset(), frozenset(), None)
        self.steps = Steps()
        self.undone: list[State] = []
        self.done: list[State] = []

    def teardown(self) -> None:
        self.opened.close()
        shutil.rmtree(self.place, ignore_errors=True)

    def path(self, k: int) -> str:
        return f"{self.folders[k]}/p{k // 2}_{k}.jpg".lstrip("/")

    def photo(self, k: int) -> Photo:
        """As its folder says."""
        return Photo(self.path(k), self.folders[k], self.given.get(k), group="xy"[k % 2] if k < 4 else "")

    def scan(self) -> Scan:
        here = sorted((k for k in range(PHOTOS) if k not in self.gone), key=self.path)
        same = [(self.path(k), number) for number, copies in enumerate(COPIES) for k in copies if k not in self.gone]
        copies = Finding(say("Copies."), "exact_duplicate", [path for path, _ in same], [number for _, number in same])
        return Scan(
            {"1": "/photos"}, sorted({self.folders[k] for k in here} - {""}), [self.photo(k) for k in here],
            files=[FileFacts(bytes([k] * 32), k, k) for k in here], findings=[copies], has_splits=bool(self.given),
        )  # fmt: skip

    def take(self) -> None:
        """Reads the folder again."""
        self.opened.take(self.scan(), Data("/photos"))
        photos = list(self.state[0])
        for k, split in self.given.items():
            if k not in self.decided and k not in self.gone:
                photos[k] = msgspec.structs.replace(photos[k], split=split)
        self.state = (tuple(photos), *self.state[1:])

    def forget_steps(self) -> None:
        """What the disk says now is another matter than what could be taken back."""
        self.steps, self.undone, self.done = Steps(), [], []
        with self.opened.photos.labels._database.changing() as db:
            db.execute("DELETE FROM steps")

    def split_of(self, k: int) -> Split | None:
        return self.state[0][k].split or self.first.get(k)

    def used(self) -> list[int]:
        """Photos by path."""
        photos = self.state[0]
        used = [k for k in range(PHOTOS) if k not in self.gone and photos[k].label and not photos[k].excluded]
        return sorted(used, key=self.path)

    def groups(self, used: list[int], plan: SplitPlan) -> list[list[int]]:
        """Of `used` those that belong together by the plan or as copies; two and more each."""
        photos = [msgspec.structs.replace(self.photo(k), label=self.state[0][k].label) for k in used]
        copies = [rows for one in COPIES if len(rows := [used.index(k) for k in one if k in used]) > 1]
        return [rows for rows in members(join(groups_of(photos, plan), copies)).values() if len(rows) > 1]

    def rows(self) -> list:  # type: ignore[type-arg]
        return self.opened.photos.rows(self.opened.photos.find(PhotoFilter(excluded=None), PhotoSort("name")))

    def edit(self, change, state: State) -> None:  # type: ignore[no-untyped-def]
        """Makes `change`, after which `state` must hold."""
        edited = self.opened.edit(change, self.steps)
        assert (edited is not None) == (state != self.state)
        if edited:
            self.steps = self.steps.add(photos_step(edited.revision))
            self.done.append(self.state)
            self.undone.clear()
            self.state = state

    def with_photos(self, numbers: set[int], **changes: object) -> State:
        photos = tuple(
            msgspec.structs.replace(photo, **changes) if k in numbers else photo
            for k, photo in enumerate(self.state[0])
        )
        return photos, *self.state[1:]

    some = st.sets(st.integers(0, PHOTOS - 1))

    @rule(numbers=some, name=st.sampled_from(NAMES))
    def relabel(self, numbers: set[int], name: str) -> None:
        held = {k for k in numbers if self.split_of(k) == "test" and self.state[0][k].label not in ("", name)}
        wanted, numbers = self.of(numbers), numbers - held
        if held and all(self.state[0][k].label == name for k in numbers):
            with pytest.raises(UsageError, match=r"[Ss]econd opinion"):
                self.opened.edit(lambda labels: labels.relabel(wanted, name), self.steps)
            return
        photos = tuple(
            msgspec.structs.replace(photo, said=None if photo.told == name else name) if k in numbers and photo.label != name else photo
            for k, photo in enumerate(self.state[0])
        )  # fmt: skip
        self.edit(lambda labels: labels.relabel(wanted, name), (photos, *self.state[1:]))

    @rule(
        number=st.integers(0, LABELLED - 1),
        kind=st.sampled_from(("suggested", "other", "unsure", "exclude")),
        name=st.sampled_from(NAMES),
    )
    def decide(self, number: int, kind: Said, name: str) -> None:
        """About one photo, in the review."""
        photo, split = self.state[0][number], self.split_of(number)
        (suspect,) = self.opened.suspects.rows([self.id_of[number]])
        if kind == "other" and name == suspect.suggested:
            kind = "suggested"
        if kind == "other" and name == photo.label:
            kind = "unsure"
        assert suspect.split == split
        if number in self.gone:
            with pytest.raises(DataError, match="no longer in the project"):
                self.opened.decide(suspect.id, kind, self.steps, name)
            return
        if suspect.refuses(kind):
            assert split != "train"
            with pytest.raises(UsageError, match=r"(?i)second opinion"):
                self.opened.decide(suspect.id, kind, self.steps, name)
            return
        label = {"suggested": suspect.suggested, "other": name}.get(kind, photo.label)
        said = photo.said if label == photo.label else None if label == photo.told else label
        excluded = kind == "exclude" or (photo.excluded and kind == "unsure")
        after = self.with_photos({number}, said=said, excluded=excluded)
        decided = self.opened.decide(suspect.id, kind, self.steps, name)
        assert (decided.revision is not None) == (after != self.state)
        self.steps = self.steps.add(decided.step)
        self.done.append(self.state)
        self.undone.clear()
        self.state = after

    @rule(numbers=some, out=st.booleans())
    def exclude(self, numbers: set[int], out: bool) -> None:
        def change(labels: Labels) -> Revision | None:
            return labels.exclude(self.of(numbers)) if out else labels.restore(self.of(numbers))

        self.edit(change, self.with_photos(numbers, excluded=out))

    @rule(old=st.sampled_from(NAMES), new=st.sampled_from(NAMES))
    def rename(self, old: str, new: str) -> None:
        if old == new:
            return
        photos, own, renamed, plan = self.state
        now = dict(renamed)
        for told in {old, *(told for told, label in renamed if label == old)}:
            now.pop(told, None)
            if told != new:
                now[told] = new
        after = tuple(
            msgspec.structs.replace(photo, said=None if photo.told == new else new) if photo.label == old else photo
            for photo in photos
        )
        kept = own - {old} | {new} if old in own else own
        self.edit(lambda labels: labels.rename_class(old, new), (after, kept, frozenset(now.items()), plan))

    @rule(name=st.sampled_from(NAMES))
    def add(self, name: str) -> None:
        photos, own, renamed, plan = self.state
        self.edit(lambda labels: labels.add_class(name), (photos, own | {name}, renamed, plan))

    @rule(name=st.sampled_from(NAMES))
    def delete(self, name: str) -> None:
        photos, own, renamed, plan = self.state
        after = tuple(
            msgspec.structs.replace(photo, excluded=True) if photo.label == name else photo for photo in photos
        )
        self.edit(lambda labels: labels.delete_class(name), (after, own - {name}, renamed, plan))

    @rule(plan=PLANS)
    def split(self, plan: SplitPlan) -> None:
        used, before = self.used(), self.state
        photos = [
            msgspec.structs.replace(self.photo(k), label=before[0][k].label, split=self.split_of(k)) for k in used
        ]
        copies = [rows for one in COPIES if len(rows := [used.index(k) for k in one if k in used]) > 1]
        wanted = split_by(photos, plan, copies, [self.given.get(k) for k in used])
        after = list(before[0])
        for k, photo in zip(used, wanted, strict=True):
            if photo.split != self.split_of(k):
                self.decided.add(k)
            after[k] = msgspec.structs.replace(after[k], split=photo.split)
        told = self.opened.preview_split(plan)
        # What the model does not say of a split (None: as it was at first) is no change.
        changed = plan_as_text(plan) != before[3] or any(one.split != photo.split for one, photo in zip(photos, wanted, strict=True))  # fmt: skip
        edited = self.opened.split(plan, self.steps)
        assert (edited is not None) == changed
        if edited:
            self.steps = self.steps.add(photos_step(edited.revision))
            self.done.append(before)
            self.undone.clear()
            self.state = (tuple(after), *before[1:3], plan_as_text(plan))
            assert told.counts == edited.photos.classes, "the counts that were told"
        fixed = self.given if plan.keep_given else {}
        assert all(self.split_of(k) == fixed[k] for k in used if k in fixed), "what the folder says is respected"
        for rows in self.groups(used, plan):
            given = {fixed[used[row]] for row in rows if used[row] in fixed}
            if len(given) < 2:
                assert len({self.split_of(used[row]) for row in rows} | given) == 1, "no group and no cluster is cut"

    @precondition(lambda self: self.opened.photos.facts().leak)
    @rule()
    def mend(self) -> None:
        facts = self.opened.photos.facts()
        leak = leak_of(facts.findings)  # type: ignore[union-attr]
        assert leak
        remedy = next(one for one in remedies(leak) if one.kind == "keep_on_one_side")
        edited = self.opened.mend(leak, remedy, self.steps)
        assert edited
        assert edited.photos.leak is None
        found, photos = {row.id: row.split for row in self.rows()}, list(self.state[0])
        for k in self.used():
            if found[self.id_of[k]] != self.split_of(k):
                self.decided.add(k)
                photos[k] = msgspec.structs.replace(photos[k], split=found[self.id_of[k]])
        self.steps = self.steps.add(photos_step(edited.revision))
        self.done.append(self.state)
        self.undone.clear()
        self.state = (tuple(photos), *self.state[1:])

    @rule()
    def show_test_photos(self) -> None:
        self.opened.show_test_photos(None)
        self.looked = self.looked or any(self.split_of(k) == "test" for k in range(PHOTOS) if k not in self.gone)

    @precondition(lambda self: self.run is None and self.used())
    @rule()
    def train(self) -> None:
        self.run = self.opened.runs.prepare(TrainConfig(data="", model="simple_cnn", image_size=32))

    @precondition(lambda self: self.steps.done)
    @rule()
    def undo(self) -> None:
        step, self.steps = self.steps.done[-1], self.steps.undo()
        self.opened.make(step.change.turned(), self.steps)  # type: ignore[arg-type]
        self.undone.append(self.state)
        self.state = self.done.pop()

    @precondition(lambda self: self.steps.undone)
    @rule()
    def redo(self) -> None:
        step, self.steps = self.steps.undone[-1], self.steps.redo()
        self.opened.make(step.change, self.steps)  # type: ignore[arg-type]
        self.done.append(self.state)
        self.state = self.undone.pop()

    @rule()
    def reopen(self) -> None:
        self.opened.close()
        self.opened, contents = open_existing(self.place / "a.cnnproj")
        assert [step.change for step in contents.steps.done] == [step.change for step in self.steps.done]
        assert [step.change for step in contents.steps.undone] == [step.change for step in self.steps.undone]

    @rule()
    def read_again(self) -> None:
        self.take()

    @rule(number=st.integers(1, PHOTOS - 1))
    def go_or_come_back(self, number: int) -> None:
        self.gone ^= {number}
        self.take()

    @precondition(lambda self: not self.steps.done)
    @rule(number=st.integers(0, PHOTOS - 1), folder=st.sampled_from(["a", "b", "c", ""]))
    def move(self, number: int, folder: str) -> None:
        """On the disk. (With steps to undo, what these would lead to is another matter.)"""
        if number in self.gone:
            return
        self.folders[number] = folder
        photos = list(self.state[0])
        photos[number] = msgspec.structs.replace(photos[number], told=folder or photos[number].told)
        self.state = (tuple(photos), *self.state[1:])
        self.take()
        self.forget_steps()

    @precondition(lambda self: not self.steps.done)
    @rule(number=st.integers(0, PHOTOS - 1), split=st.sampled_from(SPLITS))
    def give(self, number: int, split: Split) -> None:
        """The folder says a photo's split from now on."""
        self.given[number] = split
        self.take()
        self.forget_steps()

    def of(self, numbers: set[int]) -> list[int]:
        return [self.id_of[number] for number in sorted(numbers)]

    @invariant()
    def holds(self) -> None:
        photos, own, renamed, plan = self.state
        found = {row.id: row for row in self.rows()}
        here = [k for k in range(PHOTOS) if k not in self.gone]
        assert set(found) == {self.id_of[k] for k in here}, "a photo is that photo for good"
        for k in here:
            photo, row = photos[k], found[self.id_of[k]]
            assert (row.path, row.told, row.label, row.excluded) == (
                self.path(k),
                photo.told,
                photo.label,
                photo.excluded,
            )
            if self.split_of(k) is None and row.split is not None:
                assert photo.label, "what is not labelled yet is in no split"
                self.first[k] = row.split
            assert row.split == self.split_of(k)
        used = self.used()
        assert all(self.split_of(k) in SPLITS for k in used)
        facts = self.opened.photos.facts()
        assert facts
        pairs = [(photos[k].label, self.split_of(k)) for k in used]
        names = sorted({*own, *(label for label, _ in pairs)})
        assert facts.classes == [ClassCount(name, *(pairs.count((name, split)) for split in SPLITS)) for name in names]
        assert facts.excluded == sum(photos[k].excluded for k in here)
        assert facts.unlabelled == sum(not photos[k].label and not photos[k].excluded for k in here)
        assert bool(facts.looked) == self.looked
        assert dict(renamed) == self.opened.photos.labels.renamed()
        chosen = self.opened.photos.splitting.plan()
        assert plan_as_text(chosen) == (plan or plan_as_text(SplitPlan()))
        cut = [rows for rows in self.groups(used, chosen) if len({self.split_of(used[row]) for row in rows}) > 1]
        assert bool(facts.leak) == bool(cut), "what is cut is told"
        if used:
            learned = {photo.path: photo for photo in self.opened.photos.scan().photos}
            assert [(one.label, one.split) for one in learned.values()] == pairs
        self.follows()

    def follows(self) -> None:
        """A run is tested on its own photos, where they lie and as they are labelled now."""
        if self.run is None:
            return
        saw = load_snapshot(self.opened.runs.folder(self.run.id))
        now = self.opened.runs.photos_now(self.run.id) or saw
        wanted = []
        for photo in saw.photos:
            k = self.id_of.index(photo.number)
            one = self.state[0][k]
            if one.label and not one.excluded:
                wanted.append((photo.number, one.label, photo.split, None if k in self.gone else self.path(k)))
        assert [
            (one.number, one.label, one.split, one.path if self.id_of.index(one.number) not in self.gone else None)
            for one in now.photos
        ] == wanted


TestLabels = LabelsMachine.TestCase
TestLabels.settings = SETTINGS
