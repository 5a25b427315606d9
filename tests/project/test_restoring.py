"""Any earlier state of the labels comes back as one step, states have names, and runs are tied to what they used."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.project.data import Data
from tests.project.review_helpers import Reviewed, a_scan, relabel


def now(reviewed: Reviewed) -> tuple[Any, ...]:
    labels = reviewed.opened.photos.labels
    rows = {one: (row.label, row.corrected, row.excluded) for one, row in reviewed.rows().items()}
    return rows, labels.renamed(), labels.own_classes()


def restore(reviewed: Reviewed, number: int) -> Any:
    return reviewed.add(reviewed.opened.restore_to(number, reviewed.steps))


def test_every_earlier_state_comes_back_in_one_step(reviewed: Reviewed) -> None:
    ids = sorted(reviewed.rows())
    states = [now(reviewed)]
    for change in (
        lambda labels: labels.relabel(ids[:6], "b"),
        lambda labels: labels.exclude(ids[3:9]),
        lambda labels: labels.rename_class("b", "c"),
        lambda labels: labels.relabel(ids[:3], "a"),
        lambda labels: labels.add_class("empty"),
        lambda labels: labels.restore(ids[4:6]),
        lambda labels: labels.rename_class("c", "a"),
        lambda labels: labels.delete_class("empty"),
    ):
        reviewed.add(reviewed.opened.edit(change, reviewed.steps))
        states.append(now(reviewed))
    splits = {one: row.split for one, row in reviewed.rows().items()}
    for number in (3, 0, 8, 5, 1, 7, 2, 6, 4):
        restore(reviewed, number)
        assert now(reviewed) == states[number]
    assert reviewed.opened.restore_to(4, reviewed.steps) is None, "they are so"
    reviewed.reopen()
    for number in (6, 2, 7, 1, 5, 8, 0, 3):
        reviewed.undo()
        assert now(reviewed) == states[number]
    reviewed.redo()
    assert now(reviewed) == states[0]
    assert {one: row.split for one, row in reviewed.rows().items()} == splits


def test_splits_stay_and_what_the_folders_say_now_is_the_first_state(reviewed: Reviewed) -> None:
    ids = sorted(reviewed.rows())
    opened = reviewed.opened
    opened.edit(lambda labels: labels.relabel(ids[:2], "mine"), reviewed.steps)
    moved = [
        msgspec.structs.replace(photo, label="c") if photo.path.endswith(("04.jpg", "05.jpg")) else photo
        for photo in a_scan().photos
    ]
    opened.take(msgspec.structs.replace(a_scan(), photos=moved, classes=["a", "b", "c"]), Data("/photos"))
    assert opened.photos.labels.newest() == 2
    opened.edit(lambda labels: labels.split([(ids[0], "val")]), reviewed.steps)
    told = {one: row.told for one, row in reviewed.rows().items()}
    restore(reviewed, 1)
    labels = {one: row.label for one, row in reviewed.rows().items()}
    assert sorted(labels.values()) == ["a"] * 18 + ["b"] * 20 + ["mine"] * 2, "as they were before the folders changed"
    restore(reviewed, 0)
    rows = reviewed.rows()
    assert {one: row.label for one, row in rows.items()} == told
    assert rows[ids[0]].split == "val"


def test_the_history_has_names_and_the_runs_that_used_it(reviewed: Reviewed) -> None:
    ids = sorted(reviewed.rows())
    opened = reviewed.opened
    reviewed.add(opened.edit(lambda labels: labels.relabel(ids[:3], "b", why="seen"), reviewed.steps))
    opened.photos.forget()
    run = opened.runs.prepare(TrainConfig(data="", model="simple_cnn", image_size=32))
    opened.restoring.name_revision(1, " Cleaned labels ")
    reviewed.undo()
    newest, first = opened.restoring.history()
    assert (newest.number, newest.reverts, newest.photos, newest.called, newest.runs) == (2, 1, 3, "", ())
    assert (first.photos, first.called, first.runs, first.why) == (3, "Cleaned labels", (run.id,), "seen")
    assert opened.restoring.history(1) == [newest]
    edited = restore(reviewed, 1)
    assert str(edited.step.name) == "Restore labels “Cleaned labels”"
    opened.restoring.name_revision(1, "")
    opened.restoring.name_revision(0, "As delivered")
    assert opened.restoring.names() == {0: "As delivered"}
    for number, name in ((9, "x"), (1, "x" * 101), (1, "a\nb")):
        with pytest.raises(UsageError):
            opened.restoring.name_revision(number, name)
    with pytest.raises(UsageError, match="no change 9"):
        opened.restore_to(9, reviewed.steps)


def test_the_history_is_read_part_by_part_down_to_the_beginning(reviewed: Reviewed) -> None:
    opened = reviewed.opened
    run = opened.runs.prepare(TrainConfig(data="", model="simple_cnn", image_size=32))
    for _ in range(5):
        relabel(reviewed, 1)
    first = opened.restoring.history(2)
    assert [row.number for row in first] == [5, 4]
    assert [row.number for row in opened.restoring.history(2, first[-1].number)] == [3, 2]
    assert [row.number for row in opened.restoring.history(2, 2)] == [1]
    assert opened.restoring.history(2, 1) == []
    opened.restoring.name_revision(0, "As delivered")
    beginning = opened.restoring.beginning()
    assert (beginning.number, beginning.called, beginning.runs) == (0, "As delivered", (run.id,))


def test_what_is_trained_on_gets_a_name_of_its_own(reviewed: Reviewed) -> None:
    restoring = reviewed.opened.restoring
    assert restoring.name_newest("Cleaned labels") == "", "nothing was cleaned"
    assert restoring.names() == {}
    for place in range(3):
        relabel(reviewed, 1)
        for _ in range(2):  # the second time it has its name
            name = restoring.name_newest("Cleaned labels")
        assert restoring.names()[place + 1] == name
    assert list(restoring.names().values()) == ["Cleaned labels", "Cleaned labels 2", "Cleaned labels 3"]


def test_a_restored_state_is_undone_where_it_was_restored(reviewed: Reviewed) -> None:
    ids = sorted(reviewed.rows())
    edited = reviewed.add(reviewed.opened.edit(lambda labels: labels.relabel([ids[0]], "c"), reviewed.steps))
    assert (edited.step.place, restore(reviewed, 0).step.place) == ("dataset", "labels")
