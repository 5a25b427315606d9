"""A person decides about suspects: labels change, the history tells it, all of it goes back, also after a restart."""

from __future__ import annotations

import contextlib
import csv
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.photos import Photo
from cnn_desktop.project.data import Data
from cnn_desktop.project.database import Database
from cnn_desktop.project.decisions import Decisions
from cnn_desktop.project.labels import user_name
from cnn_desktop.project.opened import open_existing
from cnn_desktop.project.schema import DATABASE, MIGRATIONS
from cnn_desktop.project.suspects import Suspects
from tests.dataset.helpers import one_sentence
from tests.project.helpers import photo_table
from tests.project.review_helpers import Reviewed, a_scan, write_check

TRAIN, VAL, TEST = range(6), (6, 7, 16, 17), (8, 9, 18, 19)
"""Numbers of photos in these splits."""


def test_each_decision_does_what_it_says_and_is_kept(reviewed: Reviewed) -> None:
    ids = reviewed.check(list(TRAIN), errors=7.5)
    before = reviewed.rows()
    taken = reviewed.decide(ids[0], "suggested", reason=" it is glass ")
    assert taken.revision
    assert (taken.decision.kind, taken.decision.old, taken.decision.new) == ("suggested", "a", "b")
    assert (taken.decision.who, taken.decision.rank, taken.decision.reason) == (user_name(), 1, "it is glass")
    assert (taken.decision.check, taken.decision.score, taken.decision.revision) == (1, 1.0, taken.revision.number)
    (correction,) = reviewed.opened.photos.labels.corrections(taken.revision.number)
    assert (correction.new, correction.score) == ("b", 1.0)
    assert (taken.revision.source, taken.revision.why) == ("label check", "it is glass")
    assert reviewed.decide(ids[1], "keep").revision is None
    assert reviewed.decide(ids[2], "unsure").decision.new == before[ids[2]].label
    assert reviewed.decide(ids[3], "other", new=" new ").decision.new == "new"
    assert reviewed.decide(ids[4], "exclude").decision.new == ""
    now = reviewed.rows()
    assert [now[one].label for one in ids] == ["b", "b", "a", "new", "a", "b"]
    assert [one for one in ids if now[one].excluded] == [ids[4]]
    assert [row.id for row in reviewed.opened.suspects.page()] == ids[5:]
    assert [row.id for row in reviewed.opened.suspects.page("decided", after=2)] == ids[2:5]
    progress = reviewed.opened.suspects.progress()
    assert progress
    assert (progress.decided, progress.left, progress.judged, progress.real_errors) == (5, 1, 4, 3)
    assert (progress.last, progress.last_errors, progress.expected_left) == (4, 3, 4.5)
    check = reviewed.opened.suspects.check()
    assert check
    assert not check.is_older, "its own decisions do not make it old"


def test_ten_decisions_go_back_one_by_one_across_restarts_and_are_made_again(reviewed: Reviewed) -> None:
    ids = reviewed.check([k for k in range(40) if k % 10 < 6])
    states, kinds = [reviewed.state()], ["keep", "suggested", "unsure", "exclude", "other"] * 2
    for k, kind in enumerate(kinds):
        reviewed.decide(ids[k], kind, new="c" if kind == "other" else "")
        states.append(reviewed.state())
        if k % 3 == 0:
            reviewed.reopen()
    assert len(reviewed.steps.done) == 10
    for k in reversed(range(10)):
        reviewed.undo()
        assert reviewed.state() == states[k]
        if k % 3 == 1:
            reviewed.reopen()
    assert len(reviewed.steps.undone) == 10
    for k in range(1, 11):
        reviewed.redo()
        assert reviewed.state() == states[k]
    reviewed.reopen()
    for k in reversed(range(10)):
        reviewed.undo()
        assert reviewed.state() == states[k], "also what was made again goes back"
    history = reviewed.opened.decisions.newest()
    assert len(history) == 40, "nothing is ever taken out"
    assert sum(one.takes_back is not None for one in history) == 20


def test_the_newest_word_on_a_photo_counts(reviewed: Reviewed) -> None:
    ids = reviewed.check(list(TRAIN))
    reviewed.decide(ids[0], "suggested")
    reviewed.decide(ids[0], "keep")
    assert reviewed.rows()[ids[0]].label == "a", "to keep the label that was asked about is to go back"
    reviewed.decide(ids[0], "exclude")
    assert reviewed.rows()[ids[0]].excluded
    reviewed.decide(ids[0], "other", new="b")
    row = reviewed.rows()[ids[0]]
    assert (row.label, row.excluded) == ("b", False)
    progress = reviewed.opened.suspects.progress()
    assert progress
    assert (progress.decided, progress.judged, progress.real_errors) == (1, 1, 1)
    (said,) = reviewed.opened.suspects.page("decided")
    assert said.decision
    assert said.decision.kind == "suggested", "the class that is suggested, whichever way it was chosen"
    for label, excluded, kind in (("a", True, "exclude"), ("a", False, "keep"), ("b", False, "suggested")):
        reviewed.undo()
        row = reviewed.rows()[ids[0]]
        (shown,) = reviewed.opened.suspects.rows([ids[0]])
        assert shown.decision
        assert (row.label, row.excluded, shown.decision.kind) == (label, excluded, kind)
    reviewed.undo()
    assert reviewed.opened.suspects.rows([ids[0]])[0].decision is None


def test_many_are_accepted_in_one_step(reviewed: Reviewed) -> None:
    ids = reviewed.check()
    before = reviewed.state()
    edited = reviewed.add(reviewed.opened.decide_many(ids[:20], "suggested", reviewed.steps))
    assert str(edited.step.name) == "Take 12 suggestions"
    assert str(edited.note).startswith("8 test and validation photos were left")
    changed = [one for one, row in reviewed.rows().items() if row.corrected]
    assert sorted(changed) == sorted(ids[k] for k in range(20) if k % 10 < 6)
    assert len(reviewed.opened.suspects.page("open", most=100)) == 28
    reviewed.undo()
    assert reviewed.state() == before
    reviewed.redo()
    assert len(reviewed.opened.suspects.ids("decided")) == 12
    assert reviewed.opened.decide_many([10**6], "keep", reviewed.steps) is None


def test_the_brake_in_the_review(reviewed: Reviewed) -> None:
    ids = reviewed.check([*VAL, *TEST])
    before, val, test = reviewed.state(), ids[0], ids[4]
    for photo, kind, new in (
        (val, "suggested", ""), (val, "exclude", ""), (val, "other", "b"), (test, "suggested", ""), (test, "exclude", ""),
        (test, "other", "c"),
    ):  # fmt: skip
        with pytest.raises(UsageError, match=r"[Ss]econd opinion") as caught:
            reviewed.opened.decide(photo, kind, reviewed.steps, new)  # type: ignore[arg-type]
        one_sentence(caught.value)
    with pytest.raises(UsageError, match=r"[Ss]econd opinion"):
        reviewed.opened.decide_many(ids, "suggested", reviewed.steps)
    assert reviewed.state() == before
    assert not reviewed.opened.decisions.newest()
    row = reviewed.opened.suspects.rows([test])[0]
    assert [kind for kind in ("keep", "suggested", "other", "unsure", "exclude") if row.refuses(kind)] == [  # type: ignore[arg-type]
        "suggested", "other", "exclude",
    ]  # fmt: skip
    reviewed.decide(test, "keep")
    reviewed.decide(ids[5], "unsure")
    reviewed.decide(val, "other", new="c")
    assert reviewed.rows()[val].label == "c"


def test_the_brake_holds_a_photo_that_came_to_test_later_and_lets_label_what_has_none(reviewed: Reviewed) -> None:
    ids = reviewed.check(list(TRAIN))
    reviewed.decide(ids[0], "suggested")
    reviewed.opened.edit(lambda labels: labels.split([(ids[0], "test")]), reviewed.steps)
    with pytest.raises(UsageError, match="second opinion"):
        reviewed.opened.decide(ids[0], "keep", reviewed.steps)
    assert reviewed.rows()[ids[0]].label == "b"
    new = Photo("new.jpg", "")
    reviewed.opened.take(replace(a_scan(), photos=[*a_scan().photos, new]), Data("/photos"))
    photo = next(row.id for row in reviewed.rows().values() if row.path == "new.jpg")
    for _ in range(2):
        reviewed.decide(photo, "other", new="a")
        reviewed.opened.edit(lambda labels: labels.split([(photo, "test")]), reviewed.steps)
        assert (reviewed.rows()[photo].label, reviewed.rows()[photo].split) == ("a", "test")
        reviewed.undo()
        assert reviewed.rows()[photo].label == ""


def test_the_brake_holds_for_whoever_relabels(reviewed: Reviewed) -> None:
    every = sorted(reviewed.rows())
    test = [one for one, row in reviewed.rows().items() if row.split == "test"]
    labels, steps = reviewed.opened.photos.labels, reviewed.steps
    edited = reviewed.opened.edit(lambda labels: labels.relabel(every, "c"), steps)
    assert edited
    assert str(edited.note).startswith("8 test photos keep their labels")
    assert {row.label for one, row in reviewed.rows().items() if one not in test} == {"c"}
    assert {row.label for one, row in reviewed.rows().items() if one in test} == {"a", "b"}
    newest = labels.newest()
    with pytest.raises(UsageError, match=r"[Ss]econd opinion"):
        reviewed.opened.edit(lambda labels: labels.relabel(test, "c"), steps)
    reviewed.opened.edit(lambda labels: labels.exclude(test), steps)
    with pytest.raises(UsageError, match=r"[Ss]econd opinion"):
        reviewed.opened.edit(lambda labels: labels.relabel(test, "c"), steps)
    assert labels.newest() == newest + 1
    # a class that gets another name, and undo, are no relabelling
    renamed = reviewed.opened.edit(lambda labels: labels.rename_class("a", "d"), steps)
    assert renamed
    assert renamed.note is None
    assert {row.label for one, row in reviewed.rows().items() if one in test} == {"b", "d"}
    same = reviewed.opened.edit(lambda labels: labels.relabel([test[0], *every[:3]], "d"), steps)
    assert same
    assert same.note is None, "it is of that class already"


def test_a_full_disk_leaves_nothing_half(reviewed: Reviewed) -> None:
    ids = reviewed.check([k for k in range(40) if k % 10 < 6])
    reviewed.decide(ids[0], "suggested")
    before, kept = reviewed.state(), len(reviewed.opened.decisions.newest())
    database = reviewed.opened.decisions._database
    with database.reading() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count={pages}")
    acknowledged = [before]

    def decide_on() -> None:
        for number, photo in enumerate(ids[1:] * 50):
            reviewed.opened.decide(photo, "suggested" if number % 2 else "keep", reviewed.steps, reason="x" * 900)
            acknowledged.append(reviewed.state())

    with pytest.raises(DataError, match="disk is full"):
        decide_on()
    kept += len(acknowledged) - 1
    assert (reviewed.state(), len(reviewed.opened.decisions.newest())) == (acknowledged[-1], kept)
    with database.reading() as db:
        db.execute("PRAGMA max_page_count=1073741823")
    reviewed.decide(ids[-1], "exclude")
    reviewed.reopen()
    assert len(reviewed.opened.decisions.newest()) == kept + 1


def test_a_project_that_may_only_be_read_is_checked_but_not_decided_on(reviewed: Reviewed) -> None:
    ids = reviewed.check([0, 1])
    other, contents = open_existing(reviewed.folder)
    assert contents.info.read_only
    assert other.suspects.ids().tolist() == ids
    place = write_check(reviewed.folder.parent / "other", other.photos.scan().photos[:7])
    for number in (2, 3):
        found = other.suspects.take(place)
        assert (found.id, found.progress.left, len(other.suspects.page())) == (number, 7, 7)
    for change in (
        lambda: other.decide(ids[0], "keep", reviewed.steps),
        lambda: other.decide_many(ids, "keep", reviewed.steps),
        lambda: other.give_opinion(ids[0], "a", "Ann", reviewed.steps),
        lambda: other.restore_to(0, reviewed.steps),
    ):
        with pytest.raises(DataError, match="open in another window, so it is read-only") as caught:
            change()
        one_sentence(caught.value)
    with pytest.raises(DataError):
        other.photos.labels.add_class("c")
    other.close()
    assert reviewed.opened.suspects.ids().tolist() == ids, "that was for the other window alone"


def test_a_project_of_before_is_brought_up_to_date_and_only_read_as_a_copy(project: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cnn_desktop.project.schema.MIGRATIONS", MIGRATIONS[:4])
        Database.create(project).close()
        with contextlib.closing(sqlite3.connect(project / DATABASE)) as db, db:
            db.execute("INSERT INTO roots VALUES ('1', '/photos')")
            db.execute("INSERT INTO photos (root, path, told, split, here) VALUES ('1', 'a/1.jpg', 'a', 'train', 1)")
    before = (project / DATABASE).read_bytes()
    with photo_table(project, read_only=True) as photos:
        place = write_check(project.parent / "result", photos.scan().photos)
    with Database.open(project, read_only=True) as database:
        assert Suspects(database, Decisions(database)).take(place).progress.left == 1
    assert (project / DATABASE).read_bytes() == before
    opened, _ = open_existing(project)
    assert (project / "project-version-4.sqlite").is_file()
    assert opened.suspects.take(place).progress.left == 1
    opened.close()
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as db:
        assert db.execute("SELECT version FROM oldest_reader").fetchone() == (4,), "the version before may look at it"


def test_the_history_as_a_table(reviewed: Reviewed, tmp_path: Path) -> None:
    ids = reviewed.check(list(TRAIN))
    reviewed.decide(ids[0], "suggested", reason="=HYPERLINK(1)")
    reviewed.decide(ids[1], "other", new="-c", reason="two\nlines; “quoted”")
    reviewed.undo()
    file = tmp_path / "decisions.csv"
    assert reviewed.opened.decisions.export(file) == 3
    with file.open(encoding="utf-8", newline="") as content:
        first, second, third = csv.DictReader(content)
    assert list(first) == [
        "number", "at", "who", "path", "decision", "old", "new", "suggested", "score", "rank", "reason", "blind", "check",
        "revision", "taken_back",
    ]  # fmt: skip
    assert (first["path"], first["decision"], first["old"], first["new"]) == ("a/000000.jpg", "suggested", "a", "b")
    assert (first["reason"], first["rank"], first["score"], first["blind"]) == ("'=HYPERLINK(1)", "1", "1.0", "0")
    assert (first["check"], first["revision"], first["taken_back"]) == ("1", "1", "")
    assert (second["new"], second["taken_back"], second["reason"]) == ("'-c", "3", "two\nlines; “quoted”")
    assert (third["decision"], third["old"], third["new"]) == ("undo", "'-c", "b")
    with pytest.raises(DataError):
        reviewed.opened.decisions.export(tmp_path)
