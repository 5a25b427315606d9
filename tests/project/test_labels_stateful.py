"""Whatever is done to labels in whichever order, what the project says is what a simple model of it says.

`CNN_DESKTOP_TEST_STEPS=5000` makes it do so many steps; the usual number is small, as every change reaches the disk.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import SPLITS, FileFacts, Photo, Scan
from cnn_desktop.project.data import Data
from cnn_desktop.project.labels import Labels, Revision
from cnn_desktop.project.opened import Opened, open_existing
from cnn_desktop.project.undo import Steps, photos_step

_STEPS = int(os.environ.get("CNN_DESKTOP_TEST_STEPS", "300"))
_EACH = 30
PHOTOS, NAMES = 8, ("a", "b", "c", "d")


class Model(msgspec.Struct, frozen=True):
    """What must hold of one photo."""

    told: str
    said: str | None = None
    excluded: bool = False

    @property
    def label(self) -> str:
        return self.said or self.told


State = tuple[tuple[Model, ...], frozenset[str], frozenset[tuple[str, str]]]
"""Photos by number, classes of one's own, (folder, what its class is called)."""


class LabelsMachine(RuleBasedStateMachine):
    """Photo k lies in the folder `self.folders[k]`; its content is its number."""

    @initialize()
    def begin(self) -> None:
        self.place = Path(tempfile.mkdtemp())
        self.folders = ["ab"[k % 2] for k in range(PHOTOS)]
        self.opened = Opened(self.place / "a.cnnproj")
        self.opened.take(self.scan(), Data("/photos"))
        self.ids = {row.path: row.id for row in self.rows()}
        self.id_of = [self.ids[f"{self.folders[k]}/{k}.jpg"] for k in range(PHOTOS)]
        self.splits = {row.id: row.split for row in self.rows()}
        self.state: State = (tuple(Model(folder) for folder in self.folders), frozenset(), frozenset())
        self.steps = Steps()
        self.undone: list[State] = []
        self.done: list[State] = []

    def teardown(self) -> None:
        self.opened.close()
        shutil.rmtree(self.place, ignore_errors=True)

    def scan(self) -> Scan:
        photos = sorted(
            (
                (Photo(f"{folder}/{k}.jpg", folder), FileFacts(bytes([k] * 32), k, k))
                for k, folder in enumerate(self.folders)
            ),
            key=lambda one: one[0].path,
        )
        classes = sorted(set(self.folders))
        return Scan({"1": "/photos"}, classes, [photo for photo, _ in photos], files=[file for _, file in photos])

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
        held = {k for k in numbers if self.splits[self.id_of[k]] == "test" and self.state[0][k].label != name}
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

    @rule(numbers=some, out=st.booleans())
    def exclude(self, numbers: set[int], out: bool) -> None:
        def change(labels: Labels) -> Revision | None:
            return labels.exclude(self.of(numbers)) if out else labels.restore(self.of(numbers))

        self.edit(change, self.with_photos(numbers, excluded=out))

    @rule(old=st.sampled_from(NAMES), new=st.sampled_from(NAMES))
    def rename(self, old: str, new: str) -> None:
        if old == new:
            return
        photos, own, renamed = self.state
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
        self.edit(lambda labels: labels.rename_class(old, new), (after, kept, frozenset(now.items())))

    @rule(name=st.sampled_from(NAMES))
    def add(self, name: str) -> None:
        photos, own, renamed = self.state
        self.edit(lambda labels: labels.add_class(name), (photos, own | {name}, renamed))

    @rule(name=st.sampled_from(NAMES))
    def delete(self, name: str) -> None:
        photos, own, renamed = self.state
        after = tuple(
            msgspec.structs.replace(photo, excluded=True) if photo.label == name else photo for photo in photos
        )
        self.edit(lambda labels: labels.delete_class(name), (after, own - {name}, renamed))

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
        self.opened.take(self.scan(), Data("/photos"))

    @precondition(lambda self: not self.steps.done)
    @rule(number=st.integers(0, PHOTOS - 1), folder=st.sampled_from("abc"))
    def move(self, number: int, folder: str) -> None:
        """On the disk. (With steps to undo, what these would lead to is another matter.)"""
        self.folders[number] = folder
        self.opened.take(self.scan(), Data("/photos"))
        photos = list(self.state[0])
        photos[number] = msgspec.structs.replace(photos[number], told=folder)
        self.state = (tuple(photos), *self.state[1:])
        self.steps, self.undone = Steps(), []
        with self.opened.photos.labels._database.changing() as db:
            db.execute("DELETE FROM steps")

    def of(self, numbers: set[int]) -> list[int]:
        return [self.id_of[number] for number in sorted(numbers)]

    @invariant()
    def holds(self) -> None:
        photos, own, renamed = self.state
        found = {row.id: row for row in self.rows()}
        assert set(found) == set(self.id_of), "a photo is that photo for good"
        for number, photo in zip(self.id_of, photos, strict=True):
            row = found[number]
            assert (row.told, row.label, row.excluded) == (photo.told, photo.label, photo.excluded)
            assert row.split == self.splits[number]
            assert row.split in SPLITS
        facts = self.opened.photos.facts()
        assert facts
        used = [photo.label for photo in photos if not photo.excluded]
        assert {row.name: row.total for row in facts.classes} == {name: used.count(name) for name in {*used, *own}}
        assert facts.excluded == PHOTOS - len(used)
        assert dict(renamed) == self.opened.photos.labels.renamed()
        if used:
            assert sorted(photo.label for photo in self.opened.photos.scan().photos) == sorted(used)


TestLabels = LabelsMachine.TestCase
TestLabels.settings = settings(max_examples=max(1, _STEPS // _EACH), stateful_step_count=_EACH, deadline=None)
