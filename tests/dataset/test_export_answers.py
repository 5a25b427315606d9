"""Answers out: the table that `predict` writes, and copies in class folders that replace nothing and lose nothing."""

from __future__ import annotations

import csv
import shutil
import sys
from pathlib import Path

import pytest

from cnn_desktop.dataset import class_folders
from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.dataset.export_answers import export_answers
from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort
from cnn_desktop.domain.answered import Answer
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UserError
from cnn_desktop.domain.events import Event, Noted, Skipped
from cnn_desktop.domain.jobs.export_answers import AnswersSaved, ExportAnswers, PhotosCopied
from cnn_desktop.domain.message import say
from tests.dataset.helpers import folder_for_anyone, one_sentence, without_root

CLASSES = ["glass", "unknown", "a/b", "CON"]


def lay(place: Path) -> Path:
    """Eight photos in two folders with files of the same names, and their table; two are unknown, one has no answer."""
    answers = []
    for folder in range(2):
        for number in range(4):
            file = place / f"in {folder}" / f"{number}.jpg"
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(f"photo {folder} {number}".encode() * 9)
            shares = [float(number == one) for one in range(4)]
            answers.append(Answer(str(file), shares, unknown=number == 3))
    broken = place / "in 0" / "broken.jpg"
    broken.write_bytes(b"broken")
    answers.append(Answer(str(broken), [], reason=say("it is damaged.")))
    with AnswerTable.begin(place / "answers.sqlite", CLASSES) as table:
        table.keep(answers, {one.path: Path(one.path).name for one in answers})
    return place / "answers.sqlite"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return lay(tmp_path)


def everything(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def copies(table: Path, out: Path, control: Control | None = None, **fields: object) -> list[Event]:
    job = ExportAnswers(str(table), str(out), "folders", **fields)  # type: ignore[arg-type]
    return list(export_answers(job, control or Control()))


def test_the_table_is_what_is_shown_in_its_order(table: Path, tmp_path: Path) -> None:
    job = ExportAnswers(
        str(table), str(tmp_path / "out.csv"), wanted=AnswerFilter(name="1"), order=AnswerSort("found", descending=True)
    )
    assert list(export_answers(job, Control()))[-1] == AnswersSaved(str(tmp_path / "out.csv"), photos=2)
    rows = list(csv.reader((tmp_path / "out.csv").read_text().splitlines()))
    assert rows == [
        ["path", "class", "confidence", "unknown", "glass", "class:unknown", "a/b", "CON"],
        [str(tmp_path / "in 1" / "1.jpg"), "unknown", "1.0", "no", "0.0", "1.0", "0.0", "0.0"],
        [str(tmp_path / "in 0" / "1.jpg"), "unknown", "1.0", "no", "0.0", "1.0", "0.0", "0.0"],
    ]


def test_the_table_calls_classes_as_they_are_shown_and_tells_what_is_not_in_it(table: Path, tmp_path: Path) -> None:
    with AnswerTable(table, may_write=True) as opened:
        opened.rename({"glass": "bottle"}, ["bottle"])
    done = list(export_answers(ExportAnswers(str(table), str(tmp_path / "out.csv")), Control()))[-1]
    assert str(done).endswith("out.csv. 1 photo without an answer was left out.")
    rows = list(csv.reader((tmp_path / "out.csv").read_text().splitlines()))
    assert rows[0][4] == rows[1][1] == "bottle"


def test_a_table_is_not_written_over_a_photo(table: Path, tmp_path: Path) -> None:
    before = everything(tmp_path)
    with pytest.raises(UserError, match="name of a photo"):
        list(export_answers(ExportAnswers(str(table), str(tmp_path / "in 0" / "0.jpg")), Control()))
    assert everything(tmp_path) == before


def test_copies_lie_in_class_folders_under_names_of_their_own(table: Path, tmp_path: Path) -> None:
    before, out = everything(tmp_path), tmp_path / "new" / "out"
    events = copies(table, out)
    assert events[-1] == PhotosCopied(str(out), photos=8, renamed=4, unanswered=1)
    assert "one" not in str(events[-1])
    found = everything(out)
    assert set(found) == {
        f"{folder}/{name}" for folder, number in [("glass", 0), ("unknown", 1), ("a_b", 2), ("unknown (2)", 3)]
        for name in (f"{number}.jpg", f"{number} (2).jpg")
    }  # fmt: skip
    assert found["unknown (2)/3 (2).jpg"] == b"photo 1 3" * 9, "those that are unknown, beside a class of that name"
    (noted,) = (str(event) for event in events if isinstance(event, Noted))
    assert "“a/b” → “a_b”" in noted
    assert "“unknown” → “unknown (2)”" in noted
    assert {name: content for name, content in everything(tmp_path).items() if not name.startswith("new")} == before
    source = tmp_path / "in 0" / "0.jpg"
    assert (out / "glass" / "0.jpg").stat().st_mtime_ns == source.stat().st_mtime_ns


def test_nothing_there_is_replaced_and_nothing_is_copied_twice(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "glass").mkdir(parents=True)
    (out / "glass" / "0.jpg").write_bytes(b"somebody's own")
    (out / "a_b" / "2.jpg").mkdir(parents=True)
    assert copies(table, out)[-1] == PhotosCopied(str(out), photos=8, renamed=6, unanswered=1)
    first = everything(out)
    assert first["glass/0.jpg"] == b"somebody's own"
    assert first["glass/0 (2).jpg"] == b"photo 0 0" * 9
    assert first["glass/0 (3).jpg"] == b"photo 1 0" * 9
    again = copies(table, out)[-1]
    assert again == PhotosCopied(str(out), photos=0, there=8, unanswered=1)
    assert str(again) == f"0 photos were copied to {out}. 8 were there already. 1 photo without an answer was left out."
    assert everything(out) == first


def test_only_what_is_shown_is_copied(table: Path, tmp_path: Path) -> None:
    copies(table, tmp_path / "out", wanted=AnswerFilter(show="unknown"))
    assert set(everything(tmp_path / "out")) == {"unknown/3.jpg", "unknown/3 (2).jpg"}


def test_a_photo_that_is_gone_is_told_and_the_others_are_copied(table: Path, tmp_path: Path) -> None:
    (tmp_path / "in 0" / "1.jpg").unlink()
    events = copies(table, tmp_path / "out")
    assert [event.path for event in events if isinstance(event, Skipped)] == [str(tmp_path / "in 0" / "1.jpg")]
    assert events[-1] == PhotosCopied(str(tmp_path / "out"), photos=7, renamed=3, skipped=1, unanswered=1)


@pytest.mark.parametrize("what", ["inside", "file", *(["link"] if sys.platform != "win32" else [])])
def test_where_nothing_can_be_copied_one_sentence_says_so(table: Path, tmp_path: Path, what: str) -> None:
    out, sources = tmp_path / "out", ()
    out.mkdir()
    if what == "inside":
        out, sources = tmp_path / "in 1" / "deep", (str(tmp_path / "in 1"),)
    elif what == "file":
        (out / "glass").write_text("mine")
    else:
        (tmp_path / "elsewhere").mkdir()
        (out / "glass").symlink_to(tmp_path / "elsewhere")
    before = everything(tmp_path)
    with pytest.raises(UserError) as caught:
        copies(table, out, sources=sources)
    assert str(out) in one_sentence(caught.value)
    assert everything(tmp_path) == before


@pytest.mark.parametrize("source", ["in 0", "in 0/deep", ""])
def test_copies_are_not_mixed_with_the_photos_themselves(tmp_path: Path, source: str) -> None:
    """The folder of the photos is called like a class; "": the photos themselves were opened."""
    table = lay(tmp_path)
    with AnswerTable(table, may_write=True) as opened:
        opened.rename({"glass": "in 0"}, ["in 0"])
    (tmp_path / "in 0" / "deep").mkdir()
    before = everything(tmp_path)
    with pytest.raises(UserError, match="mixed with them") as caught:
        copies(table, tmp_path, sources=(str(tmp_path / source),) if source else (), wanted=AnswerFilter(name="0."))
    assert str(tmp_path / "in 0") in one_sentence(caught.value)
    assert everything(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    with folder_for_anyone() as place:
        table, out = lay(place), place / "out"
        out.mkdir(mode=0o555)
        with without_root(), pytest.raises(DataError, match="do not have permission to write") as caught:
            copies(table, out)
        assert str(out) in one_sentence(caught.value)
        assert not list(out.iterdir())


def test_too_little_room_is_told_before_anything_is_written(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(class_folders, "free_bytes", lambda folder: 1_000_000)
    with pytest.raises(DataError, match="the copies need 50 MB") as caught:
        copies(table, tmp_path / "out")
    one_sentence(caught.value)
    assert not (tmp_path / "out").exists()


def test_copies_that_are_there_need_no_room(table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies(table, tmp_path / "out")
    monkeypatch.setattr(class_folders, "free_bytes", lambda folder: class_folders.MARGIN + 4095)
    assert copies(table, tmp_path / "out")[-1] == PhotosCopied(str(tmp_path / "out"), 0, there=8, unanswered=1)
    (tmp_path / "out" / "glass" / "0.jpg").unlink()
    with pytest.raises(DataError, match="not enough disk space"):
        copies(table, tmp_path / "out")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")
def test_a_disk_that_fails_half_way_says_what_was_copied(table: Path, tmp_path: Path) -> None:
    import resource
    import signal

    (tmp_path / "in 1" / "1.jpg").write_bytes(bytes(3_000_000))
    was, how = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, was[1]))
    try:
        with pytest.raises(DataError) as caught:
            copies(table, tmp_path / "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)
        signal.signal(signal.SIGXFSZ, how)
    assert "Before that, 5 photos were copied to" in one_sentence(caught.value)
    assert len(everything(tmp_path / "out")) == 5, "no half copy is left"
    assert copies(table, tmp_path / "out")[-1] == PhotosCopied(
        str(tmp_path / "out"), photos=3, there=5, renamed=3, unanswered=1
    )


def test_stopped_at_any_time_it_tells_what_is_there(table: Path, tmp_path: Path) -> None:
    class After(Control):
        """Stops when it is asked for the `left`th time."""

        left = 0

        def stop_if_asked(self) -> None:
            self.left -= 1
            if self.left < 0:
                self.stop()
            super().stop_if_asked()

    numbers = []
    for left in range(100):
        control = After()
        control.left = left
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        try:
            (done,) = [event for event in copies(table, tmp_path / "out", control) if isinstance(event, PhotosCopied)]
        except UserError:
            raise
        assert len(everything(tmp_path / "out")) == done.photos
        numbers.append(done.photos)
        if not done.stopped:
            break
        assert done.was_stopped()
    assert numbers == sorted(numbers)
    assert (numbers[0], numbers[-1]) == (0, 8)
